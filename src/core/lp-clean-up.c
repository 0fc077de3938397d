/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-clean-up.h"

#include "lp-backup.h"
#include "lp-note-index.h"
#include "lp-store.h"

#include <glib/gi18n-lib.h>

/* The mark is that the table is there: a database that owes nothing is as if there never was one. */
static const char owe_sql[] = "CREATE TABLE IF NOT EXISTS clean_up_owed (mark)";
static const char is_owed_sql[] = "SELECT count(*) FROM sqlite_schema WHERE name='clean_up_owed'";
static const char done_sql[] = "DROP TABLE IF EXISTS clean_up_owed";

static gboolean
empty_write_ahead_log (LpDb *db, GError **error)
{
  g_autoptr (LpQuery) query = lp_db_query (db, "PRAGMA wal_checkpoint(TRUNCATE)");

  if (!lp_query_next (query, error))
    return FALSE;
  if (lp_query_int (query, 0) == 0)
    return TRUE;
  g_set_error_literal (error, LP_STORE_ERROR, LP_STORE_ERROR_LOCKED,
                       _("Somebody is reading the database. "
                         "What was erased stays in a file beside it until it is closed."));

  return FALSE;
}

/** lp_clean_up_owe: To be called in the transaction that erases or scrubs. */
gboolean
lp_clean_up_owe (LpDb *db, GError **error)
{
  return lp_db_exec (db, owe_sql, error);
}

/** lp_clean_up_is_owed: Returns: whether what was erased may still be found; also when that cannot be told */
gboolean
lp_clean_up_is_owed (LpDb *db)
{
  gint64 n_marks;

  return !lp_db_number (db, is_owed_sql, &n_marks, NULL) || n_marks > 0;
}

/**
 * lp_clean_up_run:
 * @error: the first of what went wrong
 *
 * Does as much of it as can be done; it is owed until all of it was. Blocks for as long as it takes to copy the
 * database and each of its backups, and for some seconds when somebody reads. Not in a transaction.
 *
 * SQLite's secure_delete reaches what is deleted, but not the copies that stay behind when rows move to another
 * page.
 */
gboolean
lp_clean_up_run (LpDb *db, GError **error)
{
  gboolean clean = lp_note_index_clean_up (db, error) && lp_db_exec (db, "VACUUM", error);

  /* waits for a backup being made, which reads */
  clean = lp_backup_follow (lp_db_get_path (db), clean ? error : NULL) && clean;
  clean = empty_write_ahead_log (db, clean ? error : NULL) && clean;

  return clean && lp_db_exec (db, done_sql, error);
}
