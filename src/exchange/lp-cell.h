/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a spreadsheet's cell can hold, and how text must be written so that it comes back as it was. */

#define LP_CELL_UNITS 32767

#define LP_CELL_ESCAPE_LENGTH 7 /* "_x0041_" */

gsize     lp_cell_fit         (const char *text);
char     *lp_cell_escape      (const char *text);
gboolean  lp_cell_read_escape (const char *text, guint *unit);

G_END_DECLS
