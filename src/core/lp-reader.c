/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-reader.h"

#include "lp-db.h"
#include "lp-row.h"

struct _LpReader {
  GObject  parent_instance;

  LpDb    *db;
};

G_DEFINE_FINAL_TYPE (LpReader, lp_reader, G_TYPE_OBJECT)

static void
lp_reader_finalize (GObject *object)
{
  LpReader *self = LP_READER (object);

  g_clear_pointer (&self->db, lp_db_free);

  G_OBJECT_CLASS (lp_reader_parent_class)->finalize (object);
}

static void
lp_reader_class_init (LpReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lp_reader_finalize;
}

static void
lp_reader_init (LpReader *self)
{
}

/** lp_reader_open: Opens a database that is there and ours; see lp_store_open () for one that may not be. */
LpReader *
lp_reader_open (const char *path, GError **error)
{
  g_autoptr (LpReader) self = g_object_new (LP_TYPE_READER, NULL);

  self->db = lp_db_open (path, LP_DB_READ, error);
  if (!self->db)
    return NULL;

  return g_steal_pointer (&self);
}

/** lp_reader_get_path: Returns: (transfer none): the path that it was opened with */
const char *
lp_reader_get_path (LpReader *self)
{
  return lp_db_get_path (self->db);
}

/** lp_reader_begin: from now on, until lp_reader_end (), all is read as it is at this moment. */
gboolean
lp_reader_begin (LpReader *self, GError **error)
{
  /* it would begin with the first thing that is read, which may come later */
  return lp_db_exec (self->db, "BEGIN; SELECT 1 FROM sqlite_schema LIMIT 1", error);
}

void
lp_reader_end (LpReader *self)
{
  lp_db_rollback (self->db);
}

/**
 * lp_reader_set_limits:
 * @cancellable: (nullable): kept in use
 * @deadline: of g_get_monotonic_time (), or 0
 *
 * Until it is called again, queries fail with %G_IO_ERROR_CANCELLED when either says that it is enough.
 */
void
lp_reader_set_limits (LpReader *self, GCancellable *cancellable, gint64 deadline)
{
  lp_db_set_limits (self->db, cancellable, deadline);
}

/** lp_reader_query: @sql: a constant; what the user typed is bound, never written into it. Returns: (transfer full) */
LpQuery *
lp_reader_query (LpReader *self, const char *sql)
{
  return lp_db_query (self->db, sql);
}

static const char *
load_sql (LpEntity entity, gboolean by_num)
{
  static char *made[LP_N_ENTITIES][2];

  if (g_once_init_enter_pointer (&made[entity][by_num]))
    {
      const LpEntityInfo *info = lp_schema_entity (entity);
      GString *sql = g_string_new ("SELECT num, id, space");

      for (guint i = 0; i < info->n_fields; i++)
        g_string_append_printf (sql, ",\"%s\"", info->fields[i].name);
      g_string_append_printf (sql, " FROM \"%s\" WHERE %s=?1", info->name, by_num ? "num" : "id");
      g_once_init_leave_pointer (&made[entity][by_num], g_string_free_and_steal (sql));
    }

  return made[entity][by_num];
}

static LpRecord *
read_record (LpQuery *query, LpEntity entity, GError **error)
{
  const LpEntityInfo *info = lp_schema_entity (entity);
  LpValue *values;
  LpId id, space;

  if (!lp_query_next (query, error))
    return NULL;

  lp_query_id (query, 1, &id);
  lp_query_id (query, 2, &space);
  values = g_new (LpValue, info->n_fields);
  for (guint i = 0; i < info->n_fields; i++)
    values[i] = lp_row_read_value (query, 3 + i, info->fields[i].type);

  return lp_record_new (entity, lp_query_int (query, 0), &id, &space, values);
}

LpRecord *
lp_reader_load (LpReader *self, LpEntity entity, const LpId *id, GError **error)
{
  g_autoptr (LpQuery) query = lp_db_query (self->db, load_sql (entity, FALSE));

  lp_query_bind_id (query, 1, id);

  return read_record (query, entity, error);
}

LpRecord *
lp_reader_load_num (LpReader *self, LpEntity entity, gint64 num, GError **error)
{
  g_autoptr (LpQuery) query = lp_db_query (self->db, load_sql (entity, TRUE));

  lp_query_bind_int (query, 1, num);

  return read_record (query, entity, error);
}

/**
 * lp_reader_load_all:
 * @sql: gives the num of each object in column 0, in order
 * @bound: (nullable): what ?1 in it stands for
 */
GPtrArray *
lp_reader_load_all (LpReader *self, LpEntity entity, const char *sql, const LpId *bound, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LpQuery) query = lp_db_query (self->db, sql);
  g_autoptr (GError) failure = NULL;

  if (bound)
    lp_query_bind_id (query, 1, bound);
  while (lp_query_next (query, &failure))
    {
      LpRecord *record = lp_reader_load_num (self, entity, lp_query_int (query, 0), &failure);

      if (failure)
        break;
      if (record)
        g_ptr_array_add (records, record);
    }
  if (failure)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&records);
}
