/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-query.h"

#include "lp-db.h"

struct _LpQuery {
  LpDb         *db;
  sqlite3_stmt *statement; /* NULL when it could not be prepared: stepping tells */
  gboolean      kept;      /* by the connection, for the next time */
  gboolean      busy;
};

/**
 * lp_query_new:
 * @statement: (transfer full) (nullable): %NULL for one that fails when it is stepped
 */
LpQuery *
lp_query_new (LpDb *db, sqlite3_stmt *statement)
{
  LpQuery *self = g_new0 (LpQuery, 1);

  self->db = db;
  self->statement = statement;

  return self;
}

/** lp_query_is_busy: Returns: whether somebody has a kept query and has not freed it yet */
gboolean
lp_query_is_busy (LpQuery *self)
{
  return self->busy;
}

/** lp_query_take: Marks it as kept by its connection, and in use until lp_query_free (). */
void
lp_query_take (LpQuery *self)
{
  self->kept = TRUE;
  self->busy = TRUE;
}

/** lp_query_destroy: Frees the statement as well, whoever keeps it. */
void
lp_query_destroy (LpQuery *self)
{
  sqlite3_finalize (self->statement);
  g_free (self);
}

/**
 * lp_query_free:
 *
 * One that its connection keeps is reset and forgets what was bound; any other is gone. %NULL is passed over.
 */
void
lp_query_free (LpQuery *self)
{
  if (!self)
    return;
  if (!self->kept)
    {
      lp_query_destroy (self);
      return;
    }

  sqlite3_reset (self->statement);
  sqlite3_clear_bindings (self->statement);
  self->busy = FALSE;
}

/** lp_query_bind_blob: @index: from 1. @bytes are copied. */
void
lp_query_bind_blob (LpQuery *self, int index, const void *bytes, gsize size)
{
  sqlite3_bind_blob64 (self->statement, index, bytes, size, SQLITE_TRANSIENT);
}

void
lp_query_bind_id (LpQuery *self, int index, const LpId *id)
{
  if (id)
    lp_query_bind_blob (self, index, id->bytes, sizeof id->bytes);
  else
    sqlite3_bind_null (self->statement, index);
}

void
lp_query_bind_int (LpQuery *self, int index, gint64 number)
{
  sqlite3_bind_int64 (self->statement, index, number);
}

void
lp_query_bind_text (LpQuery *self, int index, const char *text)
{
  sqlite3_bind_text (self->statement, index, text, -1, SQLITE_TRANSIENT);
}

/** lp_query_bind_value: @index: from 1. Binds a value as its kind; one of no kind binds NULL. */
void
lp_query_bind_value (LpQuery *self, int index, const LpValue *value)
{
  switch (value->kind)
    {
    case LP_VALUE_INT:
      lp_query_bind_int (self, index, value->number);
      break;
    case LP_VALUE_TEXT:
      lp_query_bind_text (self, index, value->text);
      break;
    case LP_VALUE_ID:
      lp_query_bind_id (self, index, &value->id);
      break;
    case LP_VALUE_NONE:
    default:
      sqlite3_bind_null (self->statement, index);
      break;
    }
}

/**
 * lp_query_next:
 *
 * Returns: whether there is a (further) row; %FALSE with @error set when it could not be read
 */
gboolean
lp_query_next (LpQuery *self, GError **error)
{
  int result = self->statement ? sqlite3_step (self->statement) : SQLITE_ERROR;

  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    lp_db_set_error (self->db, error);

  return FALSE;
}

/** lp_query_run: For statements that give no rows. Returns: whether it was done */
gboolean
lp_query_run (LpQuery *self, GError **error)
{
  g_autoptr (GError) failure = NULL;

  while (lp_query_next (self, &failure))
    ;
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/** lp_query_is_none: @column: from 0. Returns: whether it is NULL */
gboolean
lp_query_is_none (LpQuery *self, int column)
{
  return sqlite3_column_type (self->statement, column) == SQLITE_NULL;
}

/** lp_query_int: @column: from 0. Returns: its number, 0 for NULL */
gint64
lp_query_int (LpQuery *self, int column)
{
  return sqlite3_column_int64 (self->statement, column);
}

const char *
lp_query_text (LpQuery *self, int column)
{
  const char *text = (const char *) sqlite3_column_text (self->statement, column);

  return text ? text : "";
}

/**
 * lp_query_blob:
 * @size: (out): in bytes
 *
 * Returns: (transfer none) (nullable): what the column holds, until the next call on this query
 */
const void *
lp_query_blob (LpQuery *self, int column, gsize *size)
{
  const void *bytes = sqlite3_column_blob (self->statement, column);

  *size = sqlite3_column_bytes (self->statement, column);

  return bytes;
}

/** lp_query_id: Returns: whether the column holds an id; else @out is unset */
gboolean
lp_query_id (LpQuery *self, int column, LpId *out)
{
  gsize size;
  const void *bytes = lp_query_blob (self, column, &size);

  *out = (LpId) { 0 };
  if (!bytes || size != sizeof out->bytes)
    return FALSE;
  memcpy (out->bytes, bytes, sizeof out->bytes);

  return TRUE;
}
