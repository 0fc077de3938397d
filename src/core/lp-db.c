/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-db.h"

#include "lp-search.h"
#include "lp-store.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Where a reader meets the writer's checkpoint it waits; more than this would be a fault, not a wait. */
#define BUSY_MS 5000

struct _LpDb {
  sqlite3      *handle;
  char         *path;
  GHashTable   *queries; /* Key → LpQuery */
  GCancellable *cancellable;
  gint64        deadline; /* 0: none */
};

/* Statements are looked up for every row that is written: by the address of their SQL, which is a constant nearly
 * always, and then by the text, since not every address stays what it was. */
typedef struct {
  const char *address;
  const char *sql;
} Key;

static guint
key_hash (gconstpointer key)
{
  return g_direct_hash (((const Key *) key)->address);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *one = a, *other = b;

  return one->address == other->address && g_str_equal (one->sql, other->sql);
}

static LpStoreError
error_code (int result)
{
  switch (result & 0xff)
    {
    case SQLITE_FULL:
      return LP_STORE_ERROR_FULL;
    case SQLITE_CORRUPT:
      return LP_STORE_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return LP_STORE_ERROR_FOREIGN;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return LP_STORE_ERROR_READ_ONLY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return LP_STORE_ERROR_LOCKED;
    default:
      return LP_STORE_ERROR_FAILED;
    }
}

static const char *
error_text (LpStoreError code)
{
  switch (code)
    {
    case LP_STORE_ERROR_FULL:
      return _("There is no room left on the disk. Free some space and try again.");
    case LP_STORE_ERROR_DAMAGED:
      return _("The database is damaged. A backup copy lies in the folder “backups” beside it.");
    case LP_STORE_ERROR_FOREIGN:
      return _("The file is not a Landspanel database.");
    case LP_STORE_ERROR_READ_ONLY:
      return _("The database may not be written to. Check the permissions of the file and its folder.");
    case LP_STORE_ERROR_LOCKED:
      return _("The database is in use by another program.");
    default:
      return NULL;
    }
}

/**
 * lp_db_set_error:
 *
 * Says in the user's words what went wrong last on this connection.
 */
void
lp_db_set_error (LpDb *self, GError **error)
{
  int result = sqlite3_extended_errcode (self->handle);
  LpStoreError code = error_code (result);
  const char *text;

  if ((result & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The reading was broken off."));
      return;
    }
  /* a full disk shows as a failed write where the file system finds out late */
  if (code == LP_STORE_ERROR_FAILED && result != SQLITE_OK &&
      (sqlite3_system_errno (self->handle) == ENOSPC || sqlite3_system_errno (self->handle) == EDQUOT))
    code = LP_STORE_ERROR_FULL;

  text = error_text (code);
  if (text)
    g_set_error_literal (error, LP_STORE_ERROR, code, text);
  else
    g_set_error (error, LP_STORE_ERROR, code, _("The database could not be used: %s"), sqlite3_errmsg (self->handle));
}

/* lp_holds (text, pieces) */
static void
holds_func (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  const char *pieces = (const char *) sqlite3_value_text (values[1]);

  if (text && pieces)
    sqlite3_result_int (context, lp_search_holds (text, pieces, sqlite3_user_data (context)));
}

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

/* Called every few thousand steps: whether what is being done is to be broken off. */
static int
progress_cb (gpointer data)
{
  LpDb *self = data;

  return (self->deadline != 0 && g_get_monotonic_time () > self->deadline) ||
         g_cancellable_is_cancelled (self->cancellable);
}

static gboolean
configure (LpDb *self, LpDbMode mode, GError **error)
{
  sqlite3_extended_result_codes (self->handle, TRUE);
  sqlite3_busy_timeout (self->handle, BUSY_MS);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_create_function_v2 (self->handle, "lp_holds", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                              g_string_new (NULL), holds_func, NULL, NULL, free_string);
  sqlite3_progress_handler (self->handle, 2000, progress_cb, self);

  if (mode == LP_DB_READ)
    return TRUE;

  /* secure_delete: what is erased must not stay in free pages */
  return lp_db_exec (self, "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA cache_size=-65536;", error);
}

static int
open_handle (const char *path, LpDbMode mode, sqlite3 **handle)
{
  g_autofree char *escaped = NULL;
  const int flags = SQLITE_OPEN_NOMUTEX; /* a connection belongs to one thread at a time */
  g_autofree char *uri = NULL;
  g_autofree char *wal = NULL;
  GStatBuf info;
  int result;

  if (mode != LP_DB_READ)
    return sqlite3_open_v2 (path, handle, flags | SQLITE_OPEN_READWRITE | (mode == LP_DB_CREATE ? SQLITE_OPEN_CREATE : 0),
                            NULL);

  result = sqlite3_open_v2 (path, handle, flags | SQLITE_OPEN_READONLY, NULL);
  if (result == SQLITE_OK)
    result = sqlite3_exec (*handle, "SELECT 1 FROM sqlite_schema", NULL, NULL, NULL);
  if (result != SQLITE_READONLY && result != SQLITE_CANTOPEN)
    return result == SQLITE_OK ? SQLITE_OK : result;

  /* In a folder that cannot be written to SQLite cannot keep its shared memory; then nobody writes either. But what is
   * still in a write-ahead log would be passed over. */
  wal = g_strconcat (path, "-wal", NULL);
  if (g_stat (wal, &info) == 0 && info.st_size > 0)
    return result;
  sqlite3_close (g_steal_pointer (handle));
  escaped = g_uri_escape_string (path, "/", TRUE);
  uri = g_strdup_printf ("file:%s?immutable=1", escaped);

  return sqlite3_open_v2 (uri, handle, flags | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
}

/** lp_db_open: Opens a connection; looks at nothing inside. See lp-store.c for what makes a file ours. */
LpDb *
lp_db_open (const char *path, LpDbMode mode, GError **error)
{
  g_autoptr (LpDb) self = g_new0 (LpDb, 1);

  self->path = g_strdup (path);
  self->queries = g_hash_table_new_full (key_hash, key_equal, g_free, (GDestroyNotify) lp_query_destroy);

  if (open_handle (path, mode, &self->handle) != SQLITE_OK)
    {
      lp_db_set_error (self, error);
      return NULL;
    }
  if (!configure (self, mode, error))
    return NULL;

  return g_steal_pointer (&self);
}

/** lp_db_free: Closes the connection. Queries of it must not be used any more. %NULL is passed over. */
void
lp_db_free (LpDb *self)
{
  if (!self)
    return;

  g_clear_pointer (&self->queries, g_hash_table_unref);
  sqlite3_close (self->handle);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self);
}

/** lp_db_get_path: Returns: (transfer none): the path that it was opened with */
const char *
lp_db_get_path (LpDb *self)
{
  return self->path;
}

/** lp_db_get_handle: Returns: (transfer none): for what LpDb has no function for */
sqlite3 *
lp_db_get_handle (LpDb *self)
{
  return self->handle;
}

/**
 * lp_db_query:
 * @sql: one statement
 *
 * Returns: (transfer full): never %NULL; what is wrong with @sql shows when it is stepped
 */
LpQuery *
lp_db_query (LpDb *self, const char *sql)
{
  const Key key = { sql, sql };
  LpQuery *query = g_hash_table_lookup (self->queries, &key);
  sqlite3_stmt *statement = NULL;

  if (query && !lp_query_is_busy (query))
    {
      lp_query_take (query);
      return query;
    }

  sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (!statement)
    {
      /* else the database is at fault, not the statement */
      if (sqlite3_errcode (self->handle) == SQLITE_ERROR)
        g_critical ("%s: %s", sqlite3_errmsg (self->handle), sql);
      return lp_query_new (self, NULL);
    }

  if (query) /* asked again while its rows are being read: a passing second one */
    return lp_query_new (self, statement);

  query = lp_query_new (self, statement);
  g_hash_table_insert (self->queries, g_memdup2 (&(Key) { sql, sqlite3_sql (statement) }, sizeof (Key)), query);
  lp_query_take (query);

  return query;
}

/**
 * lp_db_set_limits:
 * @cancellable: (nullable): kept in use
 * @deadline: of g_get_monotonic_time (), or 0
 *
 * Statements that are stepped when either says so fail with %G_IO_ERROR_CANCELLED.
 */
void
lp_db_set_limits (LpDb *self, GCancellable *cancellable, gint64 deadline)
{
  g_set_object (&self->cancellable, cancellable);
  self->deadline = deadline;
}

/** lp_db_exec: Runs statements without values and without rows, one after the other until one fails. */
gboolean
lp_db_exec (LpDb *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  lp_db_set_error (self, error);

  return FALSE;
}

/**
 * lp_db_begin:
 *
 * Begins a transaction that writes, at once: whoever else writes is met here, and not in the middle.
 */
gboolean
lp_db_begin (LpDb *self, GError **error)
{
  return lp_db_exec (self, "BEGIN IMMEDIATE", error);
}

/** lp_db_commit: Returns: whether what was written is on the disk; where it is not, roll back */
gboolean
lp_db_commit (LpDb *self, GError **error)
{
  return lp_db_exec (self, "COMMIT", error);
}

/** lp_db_rollback: Takes back what the open transaction wrote; does nothing where there is none. */
void
lp_db_rollback (LpDb *self)
{
  /* SQLite has rolled back by itself after some errors */
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

/** lp_db_number: The first column of the only row. */
gboolean
lp_db_number (LpDb *self, const char *sql, gint64 *out, GError **error)
{
  g_autoptr (LpQuery) query = lp_db_query (self, sql);

  if (!lp_query_next (query, error))
    return FALSE;
  *out = lp_query_int (query, 0);

  return TRUE;
}
