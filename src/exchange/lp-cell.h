/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a spreadsheet's cell can hold, and how text must be written so that it comes back as it was. */

#define LP_CELL_UNITS 32767

gsize  lp_cell_fit    (const char *text);
char  *lp_cell_escape (const char *text);

G_END_DECLS
