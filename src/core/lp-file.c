/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-file.h"

#include "lp-fold.h"
#include "lp-log.h"
#include "lp-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* The first bytes of a database, https://www.sqlite.org/fileformat2.html#the_database_header */
#define HEADER_SIZE 100
#define AT_PAGE_SIZE 16
#define AT_PAGES 28
#define AT_USER_VERSION 60
#define AT_APPLICATION_ID 68

static guint32
read_32 (const guint8 *at)
{
  return (guint32) at[0] << 24 | at[1] << 16 | at[2] << 8 | at[3];
}

static gboolean
is_filled (const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  GStatBuf info;

  return g_stat (name, &info) == 0 && info.st_size > 0;
}

/* What SQLite will bring the file to rights with, after a crash. */
static gboolean
has_log_beside (const char *path)
{
  return is_filled (path, "-wal") || is_filled (path, "-journal");
}

static void
set_newer_error (const char *path, GError **error)
{
  g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_NEWER,
               _("“%s” was written by a newer version of Landspanel. Update the program to open it; "
                 "the file was left as it is."), path);
}

static gboolean
inspect_header (const char *path, const guint8 *header, gssize length, goffset size, GError **error)
{
  guint32 page_size = header[AT_PAGE_SIZE] << 8 | header[AT_PAGE_SIZE + 1];

  if (length < HEADER_SIZE || memcmp (header, "SQLite format 3", 16) != 0)
    {
      g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_FOREIGN,
                   _("“%s” is not a Landspanel database, or its beginning is damaged. It was left as it is."), path);
      return FALSE;
    }
  if (read_32 (header + AT_APPLICATION_ID) != LP_APPLICATION_ID)
    {
      g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_FOREIGN,
                   _("“%s” is the database of another program. It was left as it is."), path);
      return FALSE;
    }
  if (read_32 (header + AT_USER_VERSION) > LP_SCHEMA_VERSION)
    {
      set_newer_error (path, error);
      return FALSE;
    }
  if (page_size == 1)
    page_size = 65536;
  if (!has_log_beside (path) && (goffset) read_32 (header + AT_PAGES) * page_size > size)
    {
      g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_DAMAGED,
                   _("“%s” is damaged: its end is missing. It was left as it is. "
                     "A backup copy lies in the folder “backups” beside it."), path);
      return FALSE;
    }

  return TRUE;
}

static void
set_file_error (const char *path, int saved, GError **error)
{
  LpStoreError code = LP_STORE_ERROR_FAILED;

  if (saved == ENOENT)
    code = LP_STORE_ERROR_NOT_FOUND;
  else if (saved == EACCES || saved == EPERM || saved == EROFS)
    code = LP_STORE_ERROR_READ_ONLY;
  else if (saved == ENOSPC || saved == EDQUOT)
    code = LP_STORE_ERROR_FULL;

  g_set_error (error, LP_STORE_ERROR, code, _("“%s” cannot be opened: %s"), path, g_strerror (saved));
}

/**
 * lp_file_inspect:
 * @is_new: whether there is nothing yet
 *
 * Reads the first bytes alone, so that a file that is not ours is not touched by SQLite either.
 */
gboolean
lp_file_inspect (const char *path, gboolean *is_new, GError **error)
{
  guint8 header[HEADER_SIZE] = { 0 };
  int fd = g_open (path, O_RDONLY | O_CLOEXEC);
  gssize length;
  struct stat info;

  *is_new = fd < 0 && errno == ENOENT;
  if (*is_new)
    return TRUE;
  if (fd < 0)
    {
      set_file_error (path, errno, error);
      return FALSE;
    }

  length = fstat (fd, &info) == 0 && S_ISREG (info.st_mode) ? pread (fd, header, sizeof header, 0) : 1;
  close (fd);
  /* an interrupted start leaves an empty file, with or without a log */
  *is_new = length == 0;

  return *is_new || inspect_header (path, header, length, info.st_size, error);
}

static gboolean
create (LpDb *db, GError **error)
{
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%d;",
                                            LP_APPLICATION_ID, LP_SCHEMA_VERSION);

  if (!lp_db_begin (db, error))
    return FALSE;
  if (lp_db_exec (db, marks, error) && lp_log_create (db, error) && lp_fold_create_tables (db, error) &&
      lp_db_commit (db, error))
    return TRUE;
  lp_db_rollback (db);

  return FALSE;
}

/**
 * lp_file_upgrade:
 *
 * Brings the tables of an older version up to this one's schema by folding the log anew; the log itself stays as it is.
 * Does nothing to a database of this version.
 */
gboolean
lp_file_upgrade (LpDb *db, GError **error)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version=%d", LP_SCHEMA_VERSION);
  gint64 version;

  if (!lp_db_number (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version == LP_SCHEMA_VERSION)
    return TRUE;
  /* the header may be behind what lies in the log beside the file */
  if (version > LP_SCHEMA_VERSION)
    {
      set_newer_error (lp_db_get_path (db), error);
      return FALSE;
    }

  if (!lp_db_begin (db, error))
    return FALSE;
  if (lp_fold_rebuild (db, db, error) && lp_db_exec (db, mark, error) && lp_db_commit (db, error))
    return TRUE;
  lp_db_rollback (db);

  return FALSE;
}

/** lp_file_make_folder: Makes the folder a new database will lie in. */
gboolean
lp_file_make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  set_file_error (folder, errno, error);

  return FALSE;
}

/* Only the user may read what was said: the file is made before SQLite does, who would ask the umask. */
static gboolean
make_private (const char *path, GError **error)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      set_file_error (path, errno, error);
      return FALSE;
    }
  close (fd);

  return TRUE;
}

static gboolean
check_writable (LpDb *db, GError **error)
{
  if (sqlite3_db_readonly (lp_db_get_handle (db), "main") != 1)
    return TRUE;

  g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_READ_ONLY,
               _("“%s” may not be written to. Check the permissions of the file and its folder."),
               lp_db_get_path (db));

  return FALSE;
}

/* What the log beside the file holds goes into the file. On a full disk that has to wait: all is there to be read as it is. */
static gboolean
empty_log (LpDb *db, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (lp_db_exec (db, "PRAGMA wal_checkpoint(TRUNCATE)", &failure) ||
      g_error_matches (failure, LP_STORE_ERROR, LP_STORE_ERROR_FULL))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/**
 * lp_file_open_write:
 *
 * The caller holds the lock. WAL with synchronous=FULL: what was committed survives the loss of power.
 */
LpDb *
lp_file_open_write (const char *path, gboolean *was_new, GError **error)
{
  g_autoptr (LpDb) db = NULL;

  if (!lp_file_inspect (path, was_new, error))
    return NULL;
  if (*was_new && !make_private (path, error))
    return NULL;

  db = lp_db_open (path, LP_DB_WRITE, error);
  if (!db || !check_writable (db, error))
    return NULL;
  if (*was_new)
    {
      gint64 tables;

      if (!lp_db_number (db, "SELECT count(*) FROM sqlite_schema", &tables, error))
        return NULL;
      *was_new = tables == 0;
    }
  if (*was_new && !create (db, error))
    return NULL;
  if (!lp_db_exec (db, "PRAGMA journal_mode=WAL", error) || !lp_file_upgrade (db, error) || !empty_log (db, error))
    return NULL;

  return g_steal_pointer (&db);
}

/** lp_file_open_read: Opens a database of this very version for reading; %LP_STORE_ERROR_NOT_FOUND when there is none. */
LpReader *
lp_file_open_read (const char *path, GError **error)
{
  g_autoptr (LpReader) reader = NULL;
  g_autoptr (LpQuery) query = NULL;
  gboolean is_new;

  if (!lp_file_inspect (path, &is_new, error))
    return NULL;
  if (is_new)
    {
      g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND, _("There is no database “%s” yet."), path);
      return NULL;
    }

  reader = lp_reader_open (path, error);
  if (!reader)
    return NULL;
  query = lp_reader_query (reader, "PRAGMA user_version");
  if (!lp_query_next (query, error))
    return NULL;
  if (lp_query_int (query, 0) != LP_SCHEMA_VERSION)
    {
      g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_FAILED,
                   _("“%s” was written by an older version. Open it once in Landspanel to bring it up to date."), path);
      return NULL;
    }

  return g_steal_pointer (&reader);
}
