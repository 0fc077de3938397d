/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean lp_workbook_check (const char *path, GArray *row_counts, GError **error);

G_END_DECLS
