/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-row.h"

#include "lp-note-index.h"

#include <string.h>

/*
 * Table of an entity: num (a name for this file only), id, space, the fields, stamps. The SQL is made from the schema,
 * once per entity.
 */

#define STAMP_SIZE (8 + LP_ID_SIZE + 8)

/* What lists, counts and the numbering of notes ask for. */
static const char *const extras[LP_N_ENTITIES] = {
  [LP_AGENDA_ITEM] = "CREATE INDEX agenda_item_space ON agenda_item (space, deleted, rank);",
  [LP_PARTICIPANT] = "CREATE INDEX participant_space ON participant (space, deleted, name);",
  [LP_NOTE] = "CREATE INDEX note_time ON note (space, deleted, time);"
              "CREATE INDEX note_number ON note (space, station, number);",
  [LP_THEME] = "CREATE INDEX theme_space ON theme (space, deleted, rank);",
  [LP_RUN_EVENT] = "CREATE INDEX run_event_space ON run_event (space, deleted, step);",
  [LP_TALK] = "CREATE INDEX talk_space ON talk (space, deleted, time);",
  [LP_EXPORT] = "CREATE INDEX export_space ON export (space, deleted, time);",
  [LP_VOTE_ROUND] = "CREATE INDEX vote_round_space ON vote_round (space, deleted, rank);",
  [LP_TALLY] = "CREATE INDEX tally_round ON tally (round, deleted, voter);",
  [LP_VOTE] = "CREATE INDEX vote_in ON vote (round, deleted, voter);"
              "CREATE INDEX vote_subject ON vote (subject);",
  [LP_RECOMMENDATION] = "CREATE INDEX recommendation_space ON recommendation (space, deleted, rank);",
  [LP_EVIDENCE] = "CREATE INDEX evidence_recommendation ON evidence (recommendation, deleted, note);"
                  "CREATE INDEX evidence_note ON evidence (note, deleted);",
  [LP_WORD_GROUP] = "CREATE INDEX word_group_space ON word_group (space, deleted);",
  [LP_PLACEMENT] = "CREATE INDEX placement_note ON placement (note, deleted, theme);"
                   "CREATE INDEX placement_theme ON placement (theme, deleted, rank, note);",
};

static const char *
column_type (LpType type)
{
  switch (type)
    {
    case LP_TYPE_INT:
    case LP_TYPE_TIME:
      return "INTEGER";
    case LP_TYPE_BOOL:
      return "INTEGER NOT NULL";
    case LP_TYPE_ID:
      return "BLOB";
    default:
      return "TEXT";
    }
}

/* A place is one field so that theme and position change together; queries want them apart. */
#define PLACE_COLUMNS \
  ",\"theme\" BLOB AS (unhex (substr (place, 1, 36), '-')) VIRTUAL,\"rank\" TEXT AS (substr (place, 38)) VIRTUAL"

static char *
make_create_sql (LpEntity entity)
{
  const LpEntityInfo *info = lp_schema_entity (entity);
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "CREATE TABLE \"%s\" (num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, space BLOB NOT NULL",
                          info->name);
  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (sql, ",\"%s\" %s", info->fields[i].name, column_type (info->fields[i].type));
  g_string_append (sql, ",stamps BLOB NOT NULL");
  for (guint i = 0; i < info->n_fields; i++)
    {
      if (info->fields[i].type == LP_TYPE_PLACE)
        g_string_append (sql, PLACE_COLUMNS);
    }
  g_string_append (sql, ");");

  return g_string_free_and_steal (sql);
}

static void
append_columns (GString *sql, LpEntity entity, const char *format)
{
  const LpEntityInfo *info = lp_schema_entity (entity);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_string_append (sql, ",\"");
      g_string_append (sql, info->fields[i].name);
      g_string_append (sql, format);
    }
}

static char *
make_select_sql (LpEntity entity)
{
  GString *sql = g_string_new ("SELECT num, space, stamps");

  append_columns (sql, entity, "\"");
  g_string_append_printf (sql, " FROM \"%s\" WHERE id=?1", lp_schema_entity (entity)->name);

  return g_string_free_and_steal (sql);
}

static char *
make_insert_sql (LpEntity entity)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO \"%s\" (num, id, space, stamps", lp_schema_entity (entity)->name);
  append_columns (sql, entity, "\"");
  g_string_append (sql, ") VALUES (?1,?2,?3,?4");
  for (guint i = 0; i < lp_schema_entity (entity)->n_fields; i++)
    g_string_append (sql, ",?");
  g_string_append (sql, ")");

  return g_string_free_and_steal (sql);
}

static char *
make_update_sql (LpEntity entity)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "UPDATE \"%s\" SET num=?1, id=?2, space=?3, stamps=?4", lp_schema_entity (entity)->name);
  append_columns (sql, entity, "\"=?");
  g_string_append (sql, " WHERE num=?1");

  return g_string_free_and_steal (sql);
}

static char *
make_remove_sql (LpEntity entity)
{
  return g_strdup_printf ("DELETE FROM \"%s\" WHERE id=?1", lp_schema_entity (entity)->name);
}

typedef char *(*MakeSql) (LpEntity entity);

static const char *
entity_sql (LpEntity entity, guint which)
{
  static const MakeSql make[] = { make_select_sql, make_insert_sql, make_update_sql, make_remove_sql };
  static char *sql[LP_N_ENTITIES][G_N_ELEMENTS (make)];

  if (g_once_init_enter_pointer (&sql[entity][which]))
    g_once_init_leave_pointer (&sql[entity][which], make[which](entity));

  return sql[entity][which];
}

enum { SELECT, INSERT, UPDATE, REMOVE };

/** lp_row_create_table: Makes the empty table of an entity, and its indexes. */
gboolean
lp_row_create_table (LpDb *db, LpEntity entity, GError **error)
{
  g_autofree char *sql = make_create_sql (entity);

  return lp_db_exec (db, sql, error) && (!extras[entity] || lp_db_exec (db, extras[entity], error)) &&
         (entity != LP_NOTE || lp_note_index_create (db, error));
}

/** lp_row_drop_table: Removes the table of an entity, if there is one, and its indexes. */
gboolean
lp_row_drop_table (LpDb *db, LpEntity entity, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DROP TABLE IF EXISTS \"%s\"", lp_schema_entity (entity)->name);

  return lp_db_exec (db, sql, error) && (entity != LP_NOTE || lp_note_index_drop (db, error));
}

/** lp_row_new: Returns: (transfer full): a row that is in no table yet, with nothing set */
LpRow *
lp_row_new (LpEntity entity, const LpId *id)
{
  LpRow *self = g_new0 (LpRow, 1);

  self->entity = entity;
  self->id = *id;
  self->values = g_new0 (LpValue, lp_schema_entity (entity)->n_fields);
  self->stamps = g_array_sized_new (FALSE, FALSE, sizeof (LpStamp), 2);

  return self;
}

/** lp_row_free: %NULL is passed over. */
void
lp_row_free (LpRow *self)
{
  if (!self)
    return;

  for (guint i = 0; i < lp_schema_entity (self->entity)->n_fields; i++)
    lp_value_clear (&self->values[i]);
  g_free (self->values);
  g_array_unref (self->stamps);
  g_free (self->indexed);
  g_free (self);
}

/* A value of another type than the schema's counts as none. */
LpValue
lp_row_read_value (LpQuery *query, int column, LpType type)
{
  LpValue value = { 0 };

  if (lp_query_is_none (query, column))
    return value;

  switch (type)
    {
    case LP_TYPE_INT:
    case LP_TYPE_BOOL:
    case LP_TYPE_TIME:
      return (LpValue) { .kind = LP_VALUE_INT, .number = lp_query_int (query, column) };
    case LP_TYPE_ID:
      if (lp_query_id (query, column, &value.id))
        value.kind = LP_VALUE_ID;
      return value;
    default:
      return (LpValue) { .kind = LP_VALUE_TEXT, .text = g_strdup (lp_query_text (query, column)) };
    }
}

static guint64
read_number (const guint8 *bytes)
{
  guint64 number;

  memcpy (&number, bytes, sizeof number);

  return GUINT64_FROM_BE (number);
}

static void
write_number (guint8 *bytes, guint64 number)
{
  number = GUINT64_TO_BE (number);
  memcpy (bytes, &number, sizeof number);
}

static void
read_stamps (LpRow *self, const guint8 *bytes, gsize size)
{
  for (; size >= STAMP_SIZE; bytes += STAMP_SIZE, size -= STAMP_SIZE)
    {
      LpStamp stamp = { .stamp = read_number (bytes), .fields = read_number (bytes + 8 + LP_ID_SIZE) };

      memcpy (stamp.stream.bytes, bytes + 8, LP_ID_SIZE);
      g_array_append_val (self->stamps, stamp);
    }
}

static void
bind_stamps (LpRow *self, LpQuery *query, int index)
{
  gsize size = self->stamps->len * STAMP_SIZE;
  g_autofree guint8 *bytes = g_malloc (size);

  for (guint i = 0; i < self->stamps->len; i++)
    {
      const LpStamp *stamp = &g_array_index (self->stamps, LpStamp, i);
      guint8 *at = bytes + i * STAMP_SIZE;

      write_number (at, stamp->stamp);
      memcpy (at + 8, stamp->stream.bytes, LP_ID_SIZE);
      write_number (at + 8 + LP_ID_SIZE, stamp->fields);
    }
  lp_query_bind_blob (query, index, bytes, size);
}

/* What the index should have of the row; NULL for nothing. */
static const char *
text_to_index (LpRow *self)
{
  if (self->entity != LP_NOTE || self->values[LP_DELETED].number != FALSE ||
      self->values[LP_NOTE_TEXT].kind != LP_VALUE_TEXT)
    return NULL;

  return self->values[LP_NOTE_TEXT].text;
}

static gboolean
save_in_index (LpRow *self, LpDb *db, GError **error)
{
  const char *text = text_to_index (self);

  if (g_strcmp0 (text, self->indexed) == 0)
    return TRUE;
  if (self->indexed && !lp_note_index_remove (db, self->num, self->indexed, error))
    return FALSE;
  if (text && !lp_note_index_add (db, self->num, text, error))
    return FALSE;
  g_set_str (&self->indexed, text_to_index (self));

  return TRUE;
}

static gboolean
save_time (LpRow *self, LpDb *db, gboolean is_new, GError **error)
{
  gint64 time = self->entity == LP_NOTE ? self->values[LP_NOTE_TIME].number : 0;

  if (self->entity != LP_NOTE || (!is_new && self->time == time))
    return TRUE;
  self->time = time;

  return lp_note_index_set_time (db, &self->space, time, is_new, error);
}

/**
 * lp_row_load:
 *
 * Returns: (transfer full): the row, a new one with num 0 when there is none; %NULL on error
 */
LpRow *
lp_row_load (LpDb *db, LpEntity entity, const LpId *id, GError **error)
{
  const LpEntityInfo *info = lp_schema_entity (entity);
  g_autoptr (LpQuery) query = lp_db_query (db, entity_sql (entity, SELECT));
  g_autoptr (LpRow) self = lp_row_new (entity, id);
  g_autoptr (GError) failure = NULL;
  gsize size;
  const void *stamps;

  lp_query_bind_id (query, 1, id);
  if (!lp_query_next (query, &failure))
    {
      if (failure)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      return g_steal_pointer (&self);
    }

  self->num = lp_query_int (query, 0);
  lp_query_id (query, 1, &self->space);
  stamps = lp_query_blob (query, 2, &size);
  read_stamps (self, stamps, size);
  for (guint i = 0; i < info->n_fields; i++)
    self->values[i] = lp_row_read_value (query, 3 + i, info->fields[i].type);
  g_set_str (&self->indexed, text_to_index (self));
  self->time = self->entity == LP_NOTE ? self->values[LP_NOTE_TIME].number : 0;

  return g_steal_pointer (&self);
}

/** lp_row_save: Writes the row; a new one gets its num. */
gboolean
lp_row_save (LpRow *self, LpDb *db, GError **error)
{
  static const LpValue no = { .kind = LP_VALUE_INT, .number = FALSE };
  const LpEntityInfo *info = lp_schema_entity (self->entity);
  const gboolean is_new = self->num == 0;
  g_autoptr (LpQuery) query = lp_db_query (db, entity_sql (self->entity, is_new ? INSERT : UPDATE));

  if (self->num)
    lp_query_bind_int (query, 1, self->num);
  lp_query_bind_id (query, 2, &self->id);
  lp_query_bind_id (query, 3, &self->space);
  bind_stamps (self, query, 4);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const LpValue *value = &self->values[i];

      if (info->fields[i].type == LP_TYPE_BOOL && value->kind == LP_VALUE_NONE)
        value = &no;
      lp_query_bind_value (query, 5 + i, value);
    }
  if (!lp_query_run (query, error))
    return FALSE;
  if (!self->num)
    self->num = sqlite3_last_insert_rowid (lp_db_get_handle (db));

  return save_in_index (self, db, error) && save_time (self, db, is_new, error);
}

static gboolean
remove_from_index (LpDb *db, LpEntity entity, const LpId *id, GError **error)
{
  g_autoptr (LpRow) row = lp_row_load (db, entity, id, error);

  return row && (!row->indexed || lp_note_index_remove (db, row->num, row->indexed, error));
}

/** lp_row_remove: Takes the object out of its table; done as well when it was not there. */
gboolean
lp_row_remove (LpDb *db, LpEntity entity, const LpId *id, GError **error)
{
  g_autoptr (LpQuery) query = lp_db_query (db, entity_sql (entity, REMOVE));

  if (entity == LP_NOTE && !remove_from_index (db, entity, id, error))
    return FALSE;
  lp_query_bind_id (query, 1, id);

  return lp_query_run (query, error);
}

static void
forget_empty_stamps (LpRow *self)
{
  for (guint i = self->stamps->len; i > 1; i--)
    {
      if (g_array_index (self->stamps, LpStamp, i - 2).fields == 0)
        g_array_remove_index (self->stamps, i - 2);
    }
}

static LpStamp *
find_or_insert_stamp (LpRow *self, gint64 stamp, const LpId *stream)
{
  guint at = self->stamps->len;

  while (at > 0)
    {
      LpStamp *other = &g_array_index (self->stamps, LpStamp, at - 1);
      int order = lp_op_compare (other->stamp, &other->stream, stamp, stream);

      if (order == 0)
        return other;
      if (order < 0)
        break;
      at--;
    }
  g_array_insert_val (self->stamps, at, ((LpStamp) { .stamp = stamp, .stream = *stream }));

  return &g_array_index (self->stamps, LpStamp, at);
}

/**
 * lp_row_touch:
 *
 * Remembers the operation when it is the newest on the object, even if it wins no field; so the result is the same
 * whatever the order in which operations came.
 */
void
lp_row_touch (LpRow *self, gint64 stamp, const LpId *stream)
{
  find_or_insert_stamp (self, stamp, stream);
  forget_empty_stamps (self);
}

/**
 * lp_row_claim:
 *
 * Returns: whether the operation wins the field: the newest (stamp, stream) does; then it is written down as winner
 */
gboolean
lp_row_claim (LpRow *self, guint field, gint64 stamp, const LpId *stream)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << field;

  for (guint i = 0; i < self->stamps->len; i++)
    {
      LpStamp *holder = &g_array_index (self->stamps, LpStamp, i);

      if (!(holder->fields & bit))
        continue;
      if (lp_op_compare (holder->stamp, &holder->stream, stamp, stream) >= 0)
        return FALSE;
      holder->fields &= ~bit;
      break;
    }
  find_or_insert_stamp (self, stamp, stream)->fields |= bit;
  forget_empty_stamps (self);

  return TRUE;
}

/** lp_row_newest: Returns: the newest stamp on the object, 0 when there is none */
gint64
lp_row_newest (LpRow *self)
{
  return self->stamps->len ? g_array_index (self->stamps, LpStamp, self->stamps->len - 1).stamp : 0;
}
