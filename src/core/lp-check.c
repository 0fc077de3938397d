/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-check.h"

#include "lp-file.h"
#include "lp-fold.h"
#include "lp-log.h"
#include "lp-note-index.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static void G_GNUC_PRINTF (2, 3)
add (GPtrArray *findings, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (findings, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static gboolean
check_sqlite (LpDb *db, GPtrArray *findings, GError **error)
{
  g_autoptr (LpQuery) query = lp_db_query (db, "PRAGMA integrity_check");
  g_autoptr (GError) failure = NULL;

  while (lp_query_next (query, &failure))
    {
      if (!g_str_equal (lp_query_text (query, 0), "ok"))
        add (findings, _("SQLite: %s"), lp_query_text (query, 0));
    }
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
check_streams (LpDb *db, GPtrArray *findings, GError **error)
{
  /* a backup knows of later erases and scrubs, and of nothing else that came after it */
  g_autoptr (LpQuery) query = lp_db_query (
    db, "SELECT stream, max (seq) - count (*) FROM op WHERE kind=0 OR seq <"
        " (SELECT later.seq FROM op AS later WHERE later.stream=op.stream AND later.kind=0 ORDER BY later.seq DESC LIMIT 1)"
        " GROUP BY stream HAVING max (seq) <> count (*) OR min (seq) <> 1");
  g_autoptr (GError) failure = NULL;

  while (lp_query_next (query, &failure))
    {
      char stream[LP_ID_STRING_SIZE];
      LpId id;

      lp_query_id (query, 0, &id);
      lp_id_print (&id, stream);
      add (findings, _("The log has gaps: %" PRId64 " operations are missing in stream %s."),
           lp_query_int (query, 1), stream);
    }
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

typedef struct {
  LpDb      *db;
  GPtrArray *findings;
} Check;

static gboolean
check_digest (const LpOp *op, gpointer user_data, GError **error)
{
  Check *check = user_data;
  gboolean explained;
  char stream[LP_ID_STRING_SIZE];

  if (lp_op_is_sealed (op))
    return TRUE;
  if (!lp_log_is_explained (check->db, op, &explained, error))
    return FALSE;
  if (explained)
    return TRUE;

  lp_id_print (&op->stream, stream);
  add (check->findings, _("The digest of operation %" PRId64 " in stream %s does not hold: it was changed afterwards."),
       op->seq, stream);

  return TRUE;
}

/* Both answers must be the same, value by value, in all columns but num, which is each file's own. */
static gboolean
compare_rows (LpQuery *ours, LpQuery *theirs, int n_columns, gboolean *equal, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean more, more_there;

  *equal = TRUE;
  do
    {
      more = lp_query_next (ours, &failure);
      more_there = !failure && lp_query_next (theirs, &failure);
      *equal = more == more_there;
      for (int i = 0; *equal && more && i < n_columns; i++)
        {
          gsize size, size_there;
          const void *bytes = lp_query_blob (ours, i, &size);
          const void *bytes_there = lp_query_blob (theirs, i, &size_there);

          *equal = size == size_there && (size == 0 || memcmp (bytes, bytes_there, size) == 0) &&
                   lp_query_is_none (ours, i) == lp_query_is_none (theirs, i);
        }
    }
  while (*equal && more && !failure);

  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
check_table (LpDb *db, LpDb *folded, LpEntity entity, GPtrArray *findings, GError **error)
{
  const LpEntityInfo *info = lp_schema_entity (entity);
  g_autoptr (GString) sql = g_string_new ("SELECT id, space, stamps");
  g_autoptr (LpQuery) ours = NULL;
  g_autoptr (LpQuery) theirs = NULL;
  gboolean equal;

  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (sql, ",\"%s\"", info->fields[i].name);
  g_string_append_printf (sql, " FROM \"%s\" ORDER BY id", info->name);

  ours = lp_db_query (db, sql->str);
  theirs = lp_db_query (folded, sql->str);
  if (!compare_rows (ours, theirs, 3 + info->n_fields, &equal, error))
    return FALSE;
  if (!equal)
    add (findings, _("The table “%s” is not what the log says."), info->name);

  return TRUE;
}

static gboolean
check_tables (LpDb *db, GPtrArray *findings, GError **error)
{
  g_autoptr (LpDb) folded = lp_db_open (":memory:", LP_DB_CREATE, error);

  if (!folded || !lp_db_begin (folded, error) || !lp_fold_rebuild (folded, db, error))
    return FALSE;
  for (guint i = 0; i < LP_N_ENTITIES; i++)
    {
      if (!check_table (db, folded, i, findings, error))
        return FALSE;
    }

  return lp_db_commit (folded, error);
}

static gboolean
check_index (LpDb *db, GPtrArray *findings, GError **error)
{
  gboolean right;

  if (!lp_note_index_check (db, &right, error))
    return FALSE;
  if (!right)
    add (findings, _("The index of the notes’ words is not what the notes say."));

  return TRUE;
}

static gboolean
check_all (LpDb *db, GPtrArray *findings, GError **error)
{
  return lp_db_exec (db, "BEGIN", error) && check_sqlite (db, findings, error) && check_streams (db, findings, error) &&
         lp_log_each (db, check_digest, &(Check) { db, findings }, error) && check_tables (db, findings, error) &&
         check_index (db, findings, error);
}

GPtrArray *
lp_check (const char *path, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (LpReader) reader = lp_file_open_read (path, error);
  g_autoptr (LpDb) db = NULL;
  g_autoptr (GError) failure = NULL;

  if (!reader)
    return NULL;
  db = lp_db_open (path, LP_DB_READ, error);
  if (!db)
    return NULL;
  if (check_all (db, findings, &failure))
    return g_steal_pointer (&findings);

  /* damage that stops the check is the last of the findings */
  if (findings->len == 0)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  add (findings, "%s", failure->message);

  return g_steal_pointer (&findings);
}
