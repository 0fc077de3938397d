/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-backup.h"

#include "lp-clock.h"
#include "lp-file.h"
#include "lp-log.h"
#include "lp-note-index.h"
#include "lp-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define PART ".part" /* while it is being made */

/* One at a time: a copy being made while something is erased would bring the erased words back. */
static GMutex backup_mutex;

/** lp_backup_folder: Returns: (transfer full): where the backups of a database lie */
char *
lp_backup_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_build_filename (folder, "backups", NULL);
}

/* "landspanel" of "/…/landspanel.db" */
static char *
stem_of (const char *path)
{
  char *stem = g_path_get_basename (path);

  if (g_str_has_suffix (stem, ".db"))
    stem[strlen (stem) - strlen (".db")] = '\0';

  return stem;
}

/* STEM-YYYY-MM-DD and the ending: what else somebody put there is theirs. */
static gboolean
is_ours (const char *name, const char *stem, const char *ending)
{
  gsize length = strlen (stem);
  g_autofree char *date = NULL;

  if (!g_str_has_prefix (name, stem) || name[length] != '-')
    return FALSE;
  date = g_strndup (name + length + 1, strlen ("YYYY-MM-DD"));

  return lp_date_is_valid (date) && g_str_equal (name + length + 1 + strlen (date), ending);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Full paths, oldest first. */
static GPtrArray *
list_files (const char *path, const char *ending)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = lp_backup_folder (path);
  g_autofree char *stem = stem_of (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      if (is_ours (name, stem, ending))
        g_ptr_array_add (backups, g_build_filename (folder, name, NULL));
    }
  g_ptr_array_sort (backups, compare_names);

  return backups;
}

static GPtrArray *
list_backups (const char *path)
{
  return list_files (path, ".db");
}

/* What a copying that was cut off has left, SQLite's own files included: it holds words that may have been erased
 * since. */
static void
remove_parts (const char *path)
{
  static const char *const endings[] = {
    ".db" PART, ".db" PART "-journal", ".db" PART "-wal", ".db" PART "-shm",
  };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autoptr (GPtrArray) parts = list_files (path, endings[i]);

      for (guint j = 0; j < parts->len; j++)
        g_unlink (g_ptr_array_index (parts, j));
    }
}

/* Looks at the beginning and the size alone: that a copy was whole is proved when it is made. */
static gboolean
is_usable (const char *backup)
{
  gboolean is_new;

  return lp_file_inspect (backup, &is_new, NULL) && !is_new;
}

static void
set_error (const char *name, GError **error)
{
  int saved = errno;

  g_set_error (error, LP_STORE_ERROR, saved == ENOSPC ? LP_STORE_ERROR_FULL : LP_STORE_ERROR_FAILED,
               _("The backup copy “%s” could not be written: %s"), name, g_strerror (saved));
}

static gboolean
sync_path (const char *name, GError **error)
{
  int fd = g_open (name, O_RDONLY | O_CLOEXEC);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (!done)
    set_error (name, error);
  if (fd >= 0)
    close (fd);

  return done;
}

/* A copy is only kept when it is a sound database with all of the log. */
static gboolean
verify (LpDb *copy, gint64 expected, GError **error)
{
  g_autoptr (LpQuery) query = lp_db_query (copy, "PRAGMA integrity_check(1)");
  gint64 operations;

  if (!lp_query_next (query, error) || !lp_db_number (copy, "SELECT count(*) FROM op", &operations, error))
    return FALSE;
  if (g_str_equal (lp_query_text (query, 0), "ok") && operations >= expected)
    return TRUE;

  g_set_error_literal (error, LP_STORE_ERROR, LP_STORE_ERROR_DAMAGED,
                       _("The backup copy did not come out whole. The database may be damaged: run “landspanelctl check”."));

  return FALSE;
}

/* Copies what "from" holds now; no free pages come along. */
static gboolean
copy_into (const char *from, const char *to, gint64 *operations, GError **error)
{
  g_autoptr (LpDb) db = lp_db_open (from, LP_DB_READ, error);
  g_autoptr (LpQuery) query = NULL;

  if (!db || !lp_db_number (db, "SELECT count(*) FROM op", operations, error))
    return FALSE;
  query = lp_db_query (db, "VACUUM INTO ?1");
  lp_query_bind_text (query, 1, to);

  return lp_query_run (query, error);
}

static gboolean
move_into_place (const char *from, const char *to, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (to);

  if (g_chmod (from, 0600) != 0 || !sync_path (from, error))
    return FALSE;
  if (g_rename (from, to) != 0)
    {
      set_error (to, error);
      return FALSE;
    }

  return sync_path (folder, error);
}

static gboolean
make_copy (const char *path, const char *name, const char *temporary, GError **error)
{
  g_autoptr (LpDb) copy = NULL;
  gint64 operations;

  if (!copy_into (path, temporary, &operations, error))
    return FALSE;
  copy = lp_db_open (temporary, LP_DB_WRITE, error);
  if (!copy || !lp_db_exec (copy, "PRAGMA journal_mode=DELETE", error) || !verify (copy, operations, error))
    return FALSE;
  g_clear_pointer (&copy, lp_db_free);

  return move_into_place (temporary, name, error);
}

static gboolean
make_today (const char *path, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *folder = lp_backup_folder (path);
  g_autofree char *stem = stem_of (path);
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *name = g_strdup_printf ("%s/%s-%s.db", folder, stem, date);
  g_autofree char *temporary = g_strconcat (name, PART, NULL);

  if (is_usable (name))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      set_error (folder, error);
      return FALSE;
    }
  if (make_copy (path, name, temporary, error))
    return TRUE;
  g_unlink (temporary);

  return FALSE;
}

static void
prune (const char *path)
{
  g_autoptr (GPtrArray) backups = list_backups (path);
  guint n_usable = 0;

  for (guint i = backups->len; i > 0; i--)
    {
      const char *backup = g_ptr_array_index (backups, i - 1);

      if (n_usable == LP_BACKUPS_KEPT)
        g_unlink (backup);
      else if (is_usable (backup))
        n_usable++;
    }
}

static gboolean
collect_op (const LpOp *op, gpointer user_data, GError **error)
{
  LpOp copy;

  lp_op_copy (&copy, op);
  g_array_append_val ((GArray *) user_data, copy);

  return TRUE;
}

static void
clear_op (gpointer op)
{
  lp_op_clear (op);
}

static GArray *
load_finals (const char *path, GError **error)
{
  g_autoptr (GArray) finals = g_array_new (FALSE, FALSE, sizeof (LpOp));
  g_autoptr (LpDb) db = lp_db_open (path, LP_DB_READ, error);

  g_array_set_clear_func (finals, clear_op);
  if (!db || !lp_log_each_final (db, collect_op, finals, error))
    return NULL;

  return g_steal_pointer (&finals);
}

/* What fails leaves a transaction open, in a copy that will not be kept. */
static gboolean
apply_finals (LpDb *copy, GArray *finals, gboolean *any, GError **error)
{
  if (!lp_db_begin (copy, error))
    return FALSE;
  for (guint i = 0; i < finals->len; i++)
    {
      LpLogOutcome outcome;

      if (!lp_log_apply (copy, &g_array_index (finals, LpOp, i), &outcome, error))
        return FALSE;
      *any |= outcome == LP_LOG_NEW;
    }

  return lp_db_commit (copy, error);
}

/* On a copy, so that a backup is whole at every moment. */
static gboolean
bring_up (const char *backup, const char *temporary, GArray *finals, GError **error)
{
  g_autoptr (LpDb) copy = NULL;
  gint64 operations;
  gboolean any = FALSE;

  if (!copy_into (backup, temporary, &operations, error))
    return FALSE;
  copy = lp_db_open (temporary, LP_DB_WRITE, error);
  if (!copy || !lp_db_exec (copy, "PRAGMA journal_mode=MEMORY", error) || !lp_file_upgrade (copy, error) ||
      !apply_finals (copy, finals, &any, error))
    return FALSE;
  if (!any)
    {
      g_unlink (temporary);
      return TRUE;
    }
  if (!lp_note_index_clean_up (copy, error) || !lp_db_exec (copy, "VACUUM", error) ||
      !verify (copy, operations, error))
    return FALSE;
  g_clear_pointer (&copy, lp_db_free);

  return move_into_place (temporary, backup, error);
}

/* Nearly always true, and told without copying anything. An erase came into a backup with all that it does, or not
 * at all. */
static gboolean
has_all (const char *backup, GArray *finals)
{
  g_autoptr (LpDb) db = lp_db_open (backup, LP_DB_READ, NULL);
  gboolean all = db != NULL;

  for (guint i = 0; all && i < finals->len; i++)
    {
      const LpOp *op = &g_array_index (finals, LpOp, i);
      g_autoptr (LpQuery) query = lp_db_query (db, "SELECT 1 FROM op WHERE stream=?1 AND seq=?2 AND kind<>0");

      lp_query_bind_id (query, 1, &op->stream);
      lp_query_bind_int (query, 2, op->seq);
      all = lp_query_next (query, NULL);
    }

  return all;
}

static gboolean
follow_in (const char *backup, GArray *finals, GError **error)
{
  g_autofree char *temporary = g_strconcat (backup, PART, NULL);
  g_autoptr (GError) failure = NULL;

  if (has_all (backup, finals))
    return TRUE;
  if (bring_up (backup, temporary, finals, &failure))
    return TRUE;
  g_unlink (temporary);
  g_set_error (error, LP_STORE_ERROR, failure->code,
               _("What was erased could not be erased from the backup copy “%s”: %s Delete that file by hand."),
               backup, failure->message);

  return FALSE;
}

/* One that cannot be brought up keeps none of the others from it; the first such is told of. */
static gboolean
follow (const char *path, GError **error)
{
  g_autoptr (GArray) finals = load_finals (path, error);
  g_autoptr (GPtrArray) backups = NULL;
  gboolean done = TRUE;

  if (!finals)
    return FALSE;

  backups = list_backups (path);
  for (guint i = 0; finals->len > 0 && i < backups->len; i++)
    done = follow_in (g_ptr_array_index (backups, i), finals, done ? error : NULL) && done;

  return done;
}

/**
 * lp_backup_follow:
 *
 * Erases from all backups what was erased or scrubbed in the database.
 */
gboolean
lp_backup_follow (const char *path, GError **error)
{
  gboolean done;

  g_mutex_lock (&backup_mutex);
  remove_parts (path);
  done = follow (path, error);
  g_mutex_unlock (&backup_mutex);

  return done;
}

/**
 * lp_backup_make_daily:
 *
 * Makes today's backup unless it is there, verifies it, and keeps the newest %LP_BACKUPS_KEPT. Only a verified copy ever gets its
 * name, and none is removed before the new one is there.
 */
gboolean
lp_backup_make_daily (const char *path, GError **error)
{
  gboolean done;

  g_mutex_lock (&backup_mutex);
  remove_parts (path);
  done = make_today (path, error);
  if (done)
    prune (path);
  g_mutex_unlock (&backup_mutex);

  return done;
}
