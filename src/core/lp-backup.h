/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LP_BACKUPS_KEPT 7

/* Copies of a database in the folder "backups" beside it: one a day, verified. These block; call them from a thread. */

gboolean lp_backup_make_daily (const char *path, GError **error);
gboolean lp_backup_follow     (const char *path, GError **error);
char    *lp_backup_folder     (const char *path);

G_END_DECLS
