/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-db.h"

G_BEGIN_DECLS

/*
 * What is left to do once an erase or a scrub is committed: the former words are out of the tables and the log, but
 * not out of the gaps between rows, the backups and the write-ahead log. That it is owed is committed along with the
 * erase, so that whoever opens the database next does it, should this program be cut off before it has.
 */

gboolean lp_clean_up_owe     (LpDb *db, GError **error);
gboolean lp_clean_up_is_owed (LpDb *db);
gboolean lp_clean_up_run     (LpDb *db, GError **error);

G_END_DECLS
