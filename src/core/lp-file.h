/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-db.h"

G_BEGIN_DECLS

/* What makes a file a Landspanel database, and how it becomes one. */

gboolean  lp_file_inspect     (const char *path, gboolean *is_new, GError **error);
gboolean  lp_file_make_folder (const char *path, GError **error);
LpDb     *lp_file_open_write  (const char *path, gboolean *was_new, GError **error);
LpReader *lp_file_open_read   (const char *path, GError **error);
gboolean  lp_file_upgrade     (LpDb *db, GError **error);

G_END_DECLS
