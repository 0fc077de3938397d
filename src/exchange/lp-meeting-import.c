/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-meeting-json.h"

#include "lp-meeting-file.h"
#include "lp-meeting-format.h"
#include "lp-note-theme.h"
#include "lp-recommendation-actions.h"
#include "lp-vote-actions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * The file is read twice: first all of it is looked at, and what is wrong is said before anything is done; then it is put in a change
 * set, which is committed as a whole.
 */

#define CHECK_EVERY 256 /* objects */
#define MAX_CANDIDATES 2

#define ERASED "SELECT object FROM op INDEXED BY op_final WHERE kind=1 AND kind<>0"
/* the body of a scrub names the fields */
#define SCRUBBED "SELECT object, entity, name.key FROM op INDEXED BY op_final, json_each (op.body) AS name WHERE kind=2 AND kind<>0"
#define PANEL_BY_NAME "SELECT id FROM panel WHERE name=?1 AND deleted=0 ORDER BY num LIMIT 1"

typedef struct {
  LpReader       *reader;
  LpMeetingFile  *file;
  LpChangeSet    *changes;
  GCancellable   *cancellable;
  gboolean        copy;
  gboolean        known;      /* the meeting was here and was deleted */
  LpId            meeting;    /* in the file */
  LpId            target;     /* here */
  LpId            panel;      /* of the file; unset: it has none */
  char           *panel_name;
  LpId            target_panel;
  gboolean        has_panel;  /* it is here already */
  GHashTable     *ids;        /* LpId in the file → entity + 1 */
  GHashTable     *erased;     /* of LpId: for good, in this database */
  GHashTable     *scrubbed;   /* LpId → a bit for each field */
  GHashTable     *numbers;    /* station → highest number in the file */
  LpMeetingTaken *taken;
} Import;

/* One object of the file. */
typedef struct {
  LpEntity entity;
  LpId     id;
  LpValue  values[LP_MAX_FIELDS];
} Object;

static void
object_clear (Object *object)
{
  for (guint i = 0; i < LP_MAX_FIELDS; i++)
    lp_value_clear (&object->values[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Object, object_clear)

static const char *
type_wants (LpType type)
{
  switch (type)
    {
    case LP_TYPE_INT:
      return _("a whole number");
    case LP_TYPE_TIME:
      return _("a time: milliseconds since 1970");
    case LP_TYPE_BOOL:
      return _("true or false");
    case LP_TYPE_ID:
      return _("an id");
    default:
      return _("a text in quotes");
    }
}

/* FALSE: it is of another type. */
static gboolean
read_value (JsonNode *node, LpType type, LpValue *value)
{
  GType held = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;

  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  switch (type)
    {
    case LP_TYPE_INT:
    case LP_TYPE_TIME:
      if (held == G_TYPE_INT64)
        *value = (LpValue) { .kind = LP_VALUE_INT, .number = json_node_get_int (node) };
      return held == G_TYPE_INT64;
    case LP_TYPE_BOOL:
      if (held == G_TYPE_BOOLEAN)
        *value = (LpValue) { .kind = LP_VALUE_INT, .number = json_node_get_boolean (node) };
      return held == G_TYPE_BOOLEAN;
    case LP_TYPE_ID:
      *value = (LpValue) { .kind = LP_VALUE_ID };
      return held == G_TYPE_STRING && lp_id_parse (json_node_get_string (node), &value->id) && lp_id_is_set (&value->id);
    default:
      if (held != G_TYPE_STRING)
        return FALSE;
      *value = (LpValue) { .kind = LP_VALUE_TEXT, .text = json_node_dup_string (node) };
      return TRUE;
    }
}

static gboolean
read_field (Import *self, Object *object, const char *name, JsonNode *node, GError **error)
{
  const LpEntityInfo *info = lp_schema_entity (object->entity);
  guint field = 0;
  const char *wants = NULL;

  if (!lp_schema_find_field (object->entity, name, &field) || lp_meeting_format_why_no_field (object->entity, field) != NULL)
    {
      lp_meeting_file_refuse (self->file, error,
                              _("This version of Landspanel does not know “%s” of “%s”. Update Landspanel, or take that out of "
                                "the file."), name, info->name);
      return FALSE;
    }
  if (!read_value (node, info->fields[field].type, &object->values[field]))
    wants = type_wants (info->fields[field].type);
  else
    wants = lp_meeting_format_wants (object->entity, field, &object->values[field]);
  if (wants == NULL)
    return TRUE;
  /* Translators: name of a field, name of what has it, what the field should hold */
  lp_meeting_file_refuse (self->file, error, _("“%s” of “%s” should be %s."), name, info->name, wants);
  return FALSE;
}

static gboolean
read_id (Import *self, Object *object, JsonObject *json, GError **error)
{
  JsonNode *node = json_object_get_member (json, "id");
  LpValue value = { 0 };

  if (node != NULL && read_value (node, LP_TYPE_ID, &value) && value.kind == LP_VALUE_ID)
    {
      object->id = value.id;
      return TRUE;
    }
  lp_meeting_file_refuse (self->file, error, _("“%s” of “%s” should be %s."), "id", lp_schema_entity (object->entity)->name,
                          type_wants (LP_TYPE_ID));
  return FALSE;
}

static gboolean
read_object (Import *self, Object *object, JsonObject *json, GError **error)
{
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *node = NULL;

  if (!read_id (self, object, json, error))
    return FALSE;
  json_object_iter_init_ordered (&iter, json);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      if (!g_str_equal (name, "id") && !read_field (self, object, name, node, error))
        return FALSE;
    }
  return TRUE;
}

typedef gboolean (*EachObject) (Import *self, Object *object, GError **error);

static gboolean
each_object (Import *self, EachObject each, GError **error)
{
  g_autoptr (GError) problem = NULL;
  JsonObject *json = NULL;
  LpEntity entity = 0;

  lp_meeting_file_rewind (self->file);
  for (guint n = 1; lp_meeting_file_next (self->file, &entity, &json, &problem); n++)
    {
      g_auto (Object) object = { .entity = entity };

      if (!read_object (self, &object, json, error) || !each (self, &object, error))
        return FALSE;
      if (n % CHECK_EVERY == 0 && g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static void
remember_number (Import *self, const Object *note)
{
  gpointer station = GSIZE_TO_POINTER (note->values[LP_NOTE_STATION].number);
  gsize highest = GPOINTER_TO_SIZE (g_hash_table_lookup (self->numbers, station));
  gsize number = note->values[LP_NOTE_NUMBER].number;

  if (number > highest)
    g_hash_table_insert (self->numbers, station, GSIZE_TO_POINTER (number));
}

static gboolean
look_at (Import *self, Object *object, GError **error)
{
  LpId *id = object->entity == LP_MEETING ? &self->meeting : &self->panel;

  if (!g_hash_table_insert (self->ids, lp_id_copy (&object->id), GUINT_TO_POINTER (object->entity + 1)))
    {
      g_autofree char *printed = lp_id_to_string (&object->id);

      lp_meeting_file_refuse (self->file, error, _("The id %s is there twice. Take one of them out."), printed);
      return FALSE;
    }
  if (object->entity == LP_NOTE)
    remember_number (self, object);
  self->taken->counts[object->entity]++;
  if (object->entity != LP_MEETING && object->entity != LP_PANEL)
    return TRUE;
  if (lp_id_is_set (id))
    {
      lp_meeting_file_refuse (self->file, error, _("There may be one “%s” in a file."), lp_schema_entity (object->entity)->name);
      return FALSE;
    }
  *id = object->id;
  if (object->entity == LP_PANEL && object->values[LP_PANEL_NAME].kind == LP_VALUE_TEXT)
    self->panel_name = g_strdup (object->values[LP_PANEL_NAME].text);
  return TRUE;
}

/* The file says how many there should be. Who took something out by hand has to say so there too. */
static gboolean
check_counts (Import *self, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (JsonObject) counts = lp_meeting_file_get_member (self->file, "counts", &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  for (guint i = 0; counts != NULL && i < LP_N_ENTITIES; i++)
    {
      const char *name = lp_schema_entity (i)->name;
      JsonNode *node = json_object_get_member (counts, name);
      gint64 count = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_int (node) : self->taken->counts[i];

      g_autofree char *said = g_strdup_printf ("%" G_GINT64_FORMAT, count);

      if (count == self->taken->counts[i])
        continue;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("The file says that it has %s of “%s”, and has %u. Export the meeting again; or, if you took them out yourself, "
                     "mend “counts” at the end."), said, name, self->taken->counts[i]);
      return FALSE;
    }
  return TRUE;
}

static gboolean
load_erased (Import *self, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (self->reader, ERASED);
  g_autoptr (GError) problem = NULL;
  LpId id = { 0 };

  while (lp_query_next (query, &problem))
    {
      if (lp_query_id (query, 0, &id))
        g_hash_table_add (self->erased, lp_id_copy (&id));
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static void
add_scrubbed (Import *self, const LpId *id, guint field)
{
  guint64 *fields = g_hash_table_lookup (self->scrubbed, id);

  if (fields == NULL)
    {
      fields = g_new0 (guint64, 1);
      g_hash_table_insert (self->scrubbed, lp_id_copy (id), fields);
    }
  *fields |= G_GUINT64_CONSTANT (1) << field;
}

static gboolean
load_scrubbed (Import *self, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (self->reader, SCRUBBED);
  g_autoptr (GError) problem = NULL;
  LpId id = { 0 };

  while (lp_query_next (query, &problem))
    {
      LpEntity entity = 0;
      guint field = 0;

      if (lp_query_id (query, 0, &id) && lp_schema_find_entity (lp_query_text (query, 1), &entity) &&
          lp_schema_find_field (entity, lp_query_text (query, 2), &field))
        add_scrubbed (self, &id, field);
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* FALSE with an error also when the meeting is here and no copy is wanted. */
static gboolean
find_meeting (Import *self, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (LpRecord) record = lp_reader_load (self->reader, LP_MEETING, &self->meeting, &problem);

  self->target = self->copy ? lp_id_new () : self->meeting;
  if (problem == NULL && !self->copy && record != NULL && lp_record_int (record, LP_DELETED) == 0)
    g_set_error (&problem, G_IO_ERROR, G_IO_ERROR_EXISTS,
                 _("The meeting “%s” is here already. Nothing of it is changed; it can be taken in as a copy beside it."),
                 lp_record_text (record, LP_MEETING_TITLE));
  if (problem == NULL && !self->copy && g_hash_table_contains (self->erased, &self->meeting))
    g_set_error_literal (&problem, G_IO_ERROR, G_IO_ERROR_EXISTS, _("The meeting was erased here. It can be taken in as a copy."));
  self->known = !self->copy && record != NULL;
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
find_panel_by_name (Import *self, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (self->reader, PANEL_BY_NAME);
  g_autoptr (GError) problem = NULL;

  lp_query_bind_text (query, 1, self->panel_name);
  self->has_panel = lp_query_next (query, &problem) && lp_query_id (query, 0, &self->target_panel);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* The one that is here, as it is here; or one of the same name, as when a meeting is made. */
static gboolean
find_panel (Import *self, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (LpRecord) record = NULL;

  if (!lp_id_is_set (&self->panel))
    return TRUE;
  record = lp_reader_load (self->reader, LP_PANEL, &self->panel, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  self->target_panel = g_hash_table_contains (self->erased, &self->panel) ? lp_id_new () : self->panel;
  self->has_panel = record != NULL && lp_record_int (record, LP_DELETED) == 0;
  return self->has_panel || self->panel_name == NULL || find_panel_by_name (self, error);
}

static gboolean
find_target (Import *self, GError **error)
{
  if (lp_id_is_set (&self->meeting))
    return find_meeting (self, error) && find_panel (self, error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _("There is no meeting in the file. Export the meeting again."));
  return FALSE;
}

/* An object that is here belongs to its meeting for good. */
static gboolean
check_space (Import *self, const Object *object, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (LpRecord) record = NULL;

  if (self->copy || object->entity == LP_PANEL)
    return TRUE;
  record = lp_reader_load (self->reader, object->entity, &object->id, &problem);
  if (problem == NULL && (record == NULL || lp_id_equal (lp_record_get_space (record), &self->meeting)))
    return TRUE;
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else
    lp_meeting_file_refuse (self->file, error,
                            _("This is in another meeting here already. Take the meeting in as a copy."));
  return FALSE;
}

/* Whether it is part of something that was erased here: then it goes with that, as it did when that was erased. */
static gboolean
is_erased (Import *self, const Object *object)
{
  if (g_hash_table_contains (self->erased, &object->id))
    return TRUE;
  for (guint i = 0; i < lp_schema_entity (object->entity)->n_fields; i++)
    {
      if (lp_meeting_format_is_part (object->entity, i) && object->values[i].kind == LP_VALUE_ID &&
          g_hash_table_contains (self->erased, &object->values[i].id))
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_parts (Import *self, const Object *object, GError **error)
{
  const LpEntityInfo *info = lp_schema_entity (object->entity);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *printed = NULL;

      if (!lp_meeting_format_is_part (object->entity, i) || object->values[i].kind != LP_VALUE_ID ||
          g_hash_table_contains (self->ids, &object->values[i].id))
        continue;
      printed = lp_id_to_string (&object->values[i].id);
      lp_meeting_file_refuse (self->file, error,
                              _("“%s” of “%s” names %s, which is not in the file. Take this one out too."),
                              info->fields[i].name, info->name, printed);
      return FALSE;
    }
  return TRUE;
}

/* The ids that core gives such an object, of what it holds now. */
static guint
derive_ids (const Object *object, LpId out[MAX_CANDIDATES])
{
  const LpValue *values = object->values;
  const LpValue *of = NULL;
  g_autofree char *theme = NULL;
  LpId id = { 0 };

  switch (object->entity)
    {
    case LP_PLACEMENT:
      out[0] = lp_note_home_id (&values[LP_PLACEMENT_NOTE].id);
      if (values[LP_PLACEMENT_PLACE].kind != LP_VALUE_TEXT)
        return 1;
      theme = g_strndup (values[LP_PLACEMENT_PLACE].text, LP_ID_STRING_SIZE - 1);
      lp_id_parse (theme, &id);
      out[1] = lp_note_also_id (&values[LP_PLACEMENT_NOTE].id, &id);
      return 2;
    case LP_TALLY:
      out[0] = lp_tally_id (&values[LP_TALLY_ROUND].id, values[LP_TALLY_VOTER].number);
      return 1;
    case LP_VOTE:
      out[0] = lp_vote_id (&values[LP_VOTE_IN].id, values[LP_VOTE_VOTER].number, &values[LP_VOTE_SUBJECT].id);
      return 1;
    case LP_EVIDENCE:
      of = &values[values[LP_EVIDENCE_NOTE].kind == LP_VALUE_ID ? LP_EVIDENCE_NOTE : LP_EVIDENCE_THEME];
      out[0] = lp_evidence_id (&values[LP_EVIDENCE_RECOMMENDATION].id, &of->id);
      return 1;
    default:
      return 0;
    }
}

/* An id in a copy follows from the copied one, so that whatever names it finds it. */
static void
rename_id (Import *self, LpId *id)
{
  char printed[LP_ID_STRING_SIZE];

  if (lp_id_equal (id, &self->panel))
    *id = self->target_panel;
  else if (lp_id_equal (id, &self->meeting))
    *id = self->target;
  else if (self->copy)
    {
      lp_id_print (id, printed);
      *id = lp_id_derive (&self->target, printed);
    }
}

static void
rename_place (Import *self, LpValue *place)
{
  char printed[LP_ID_STRING_SIZE];
  g_autofree char *theme = g_strndup (place->text, LP_ID_STRING_SIZE - 1);
  g_autofree char *rest = g_strdup (place->text + LP_ID_STRING_SIZE - 1);
  LpId id = { 0 };

  lp_id_parse (theme, &id);
  rename_id (self, &id);
  lp_id_print (&id, printed);
  g_free (place->text);
  place->text = g_strconcat (printed, rest, NULL);
}

static void
rename_fields (Import *self, Object *object)
{
  const LpEntityInfo *info = lp_schema_entity (object->entity);

  for (guint i = 0; i < info->n_fields; i++)
    {
      /* a panel is here, or it is not; it is not copied */
      if (object->values[i].kind == LP_VALUE_ID && (object->entity != LP_MEETING || i != LP_MEETING_PANEL ||
                                                    lp_id_equal (&object->values[i].id, &self->panel)))
        rename_id (self, &object->values[i].id);
      else if (object->values[i].kind == LP_VALUE_TEXT && info->fields[i].type == LP_TYPE_PLACE)
        rename_place (self, &object->values[i]);
    }
}

static void
rename_object (Import *self, Object *object)
{
  LpId before[MAX_CANDIDATES] = { 0 };
  LpId after[MAX_CANDIDATES] = { 0 };
  guint n = self->copy ? derive_ids (object, before) : 0;

  rename_fields (self, object);
  derive_ids (object, after);
  for (guint i = 0; i < n; i++)
    {
      if (!lp_id_equal (&object->id, &before[i]))
        continue;
      object->id = after[i];
      return;
    }
  rename_id (self, &object->id);
}

/* Words that were erased here do not come back: what stands there now, stays; in a copy too. */
static gboolean
keep_scrubbed (Import *self, Object *object, GError **error)
{
  const guint64 *fields = g_hash_table_lookup (self->scrubbed, &object->id);
  g_autoptr (GError) problem = NULL;
  g_autoptr (LpRecord) record = NULL;

  if (fields == NULL)
    return TRUE;
  record = lp_reader_load (self->reader, object->entity, &object->id, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  for (guint i = 0; i < lp_schema_entity (object->entity)->n_fields; i++)
    {
      if ((*fields & G_GUINT64_CONSTANT (1) << i) == 0)
        continue;
      lp_value_clear (&object->values[i]);
      if (record != NULL)
        lp_value_copy (&object->values[i], lp_record_value (record, i));
    }
  self->taken->kept++;
  return TRUE;
}

static void
name_copy (Object *meeting)
{
  LpValue *title = &meeting->values[LP_MEETING_TITLE];
  /* Translators: the title of a meeting that is a copy of another */
  g_autofree char *name = g_strdup_printf (_("%s (copy)"), title->kind == LP_VALUE_TEXT ? title->text : "");

  lp_value_clear (title);
  *title = (LpValue) { .kind = LP_VALUE_TEXT, .text = g_steal_pointer (&name) };
}

/* Of something new: what is no is no without being said. */
static gboolean
says_something (const LpValue *value, LpType type)
{
  return value->kind != LP_VALUE_NONE && (type != LP_TYPE_BOOL || value->number != FALSE);
}

static void
put_values (Import *self, const Object *object)
{
  const LpEntityInfo *info = lp_schema_entity (object->entity);
  const LpId *space = object->entity == LP_PANEL ? &object->id : &self->target;
  LpEdit *edit = lp_change_set_put (self->changes, object->entity, space, &object->id);

  /* what is here may hold more, or be deleted */
  if (self->known || object->entity == LP_PANEL)
    lp_edit_int (edit, LP_DELETED, FALSE);
  for (guint i = 0; i < info->n_fields; i++)
    {
      if (lp_meeting_format_why_no_field (object->entity, i) != NULL)
        continue;
      if (self->known || says_something (&object->values[i], info->fields[i].type))
        lp_edit_value (edit, i, &object->values[i]);
    }
}

static gboolean
put_object (Import *self, Object *object, GError **error)
{
  if (!check_parts (self, object, error) || !check_space (self, object, error))
    return FALSE;
  if (object->entity == LP_PANEL && self->has_panel)
    return TRUE;
  if (object->entity != LP_PANEL && object->entity != LP_MEETING && is_erased (self, object))
    {
      self->taken->erased++;
      self->taken->counts[object->entity]--;
      return TRUE;
    }
  if (!keep_scrubbed (self, object, error))
    return FALSE;
  rename_object (self, object);
  if (self->copy && object->entity == LP_MEETING)
    name_copy (object);
  put_values (self, object);
  return TRUE;
}

/* A number that was given out is known by a note, or by what is left of an erased one. */
static void
put_number (Import *self, gint64 station, gint64 number)
{
  LpId id = lp_id_new ();
  LpEdit *edit = NULL;

  if (number <= (gint64) GPOINTER_TO_SIZE (g_hash_table_lookup (self->numbers, GSIZE_TO_POINTER (station))))
    return;
  edit = lp_change_set_put (self->changes, LP_NOTE, &self->target, &id);
  lp_edit_int (edit, LP_NOTE_STATION, station);
  lp_edit_int (edit, LP_NOTE_NUMBER, number);
  lp_change_set_erase (self->changes, LP_NOTE, &self->target, &id);
}

static gboolean
put_numbers (Import *self, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (JsonObject) numbers = lp_meeting_file_get_member (self->file, "last_numbers", &problem);
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *node = NULL;

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (numbers == NULL)
    return TRUE;
  json_object_iter_init_ordered (&iter, numbers);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      guint64 station = 0;

      if (g_ascii_string_to_unsigned (name, 10, 0, G_MAXINT32, &station, NULL) && JSON_NODE_HOLDS_VALUE (node))
        put_number (self, station, json_node_get_int (node));
    }
  return TRUE;
}

/* The meeting comes back as the file has it. */
static gboolean
delete_others_of (Import *self, LpEntity entity, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE space=?1 AND deleted=0", lp_schema_entity (entity)->name);
  g_autoptr (LpQuery) query = lp_reader_query (self->reader, g_intern_string (sql));
  g_autoptr (GError) problem = NULL;
  LpId id = { 0 };

  lp_query_bind_id (query, 1, &self->meeting);
  while (lp_query_next (query, &problem))
    {
      if (lp_query_id (query, 0, &id) && !g_hash_table_contains (self->ids, &id))
        lp_change_set_delete (self->changes, entity, &self->target, &id);
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
delete_others (Import *self, GError **error)
{
  for (guint i = 0; self->known && i < LP_N_ENTITIES; i++)
    {
      if (lp_meeting_format_why_no_entity (i) == NULL && !delete_others_of (self, i, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill (Import *self, GError **error)
{
  return each_object (self, look_at, error) && check_counts (self, error) && load_erased (self, error) &&
         load_scrubbed (self, error) && find_target (self, error) && each_object (self, put_object, error) &&
         put_numbers (self, error) && delete_others (self, error);
}

static Import *
import_new (LpReader *reader, LpMeetingFile *file, gboolean copy, LpMeetingTaken *taken)
{
  Import *self = g_new0 (Import, 1);

  self->reader = reader;
  self->file = file;
  self->copy = copy;
  self->taken = taken;
  self->changes = lp_change_set_new (_("Import meeting"));
  self->ids = g_hash_table_new_full (lp_id_hash, lp_id_equal_func, g_free, NULL);
  self->erased = g_hash_table_new_full (lp_id_hash, lp_id_equal_func, g_free, NULL);
  self->scrubbed = g_hash_table_new_full (lp_id_hash, lp_id_equal_func, g_free, g_free);
  self->numbers = g_hash_table_new (NULL, NULL);
  return self;
}

static void
import_free (Import *self)
{
  lp_change_set_unref (self->changes);
  g_free (self->panel_name);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->erased);
  g_hash_table_unref (self->scrubbed);
  g_hash_table_unref (self->numbers);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

/* What is to be committed; transfer full. */
static LpChangeSet *
read_file (const char *database, const char *path, gboolean copy, GCancellable *cancellable, LpMeetingTaken *taken, GError **error)
{
  g_autoptr (LpMeetingFile) file = lp_meeting_file_open (path, error);
  g_autoptr (LpReader) reader = file != NULL ? lp_reader_open (database, error) : NULL;
  g_autoptr (Import) self = NULL;
  gboolean filled = FALSE;

  if (reader == NULL || !lp_reader_begin (reader, error))
    return NULL;
  self = import_new (reader, file, copy, taken);
  self->cancellable = cancellable;
  filled = fill (self, error);
  lp_reader_end (reader);
  taken->meeting = self->target;
  return filled ? lp_change_set_ref (self->changes) : NULL;
}

/**
 * lp_meeting_json_import:
 * @path: of a file that lp_meeting_json_write () wrote, on whatever machine
 * @copy: everything gets an id of its own, so that the meeting can stand beside the one it was made from
 * @taken: (out): what was taken in
 *
 * In one commit, which can be undone. A file in which anything is wrong changes nothing. What was erased in this database stays
 * erased, in a copy too, and words that were erased here do not come back. A meeting that was deleted here comes back as the file has
 * it. May be called on any thread.
 */
gboolean
lp_meeting_json_import (LpStore *store, const char *path, gboolean copy, GCancellable *cancellable, LpMeetingTaken *taken,
                        GError **error)
{
  g_autoptr (LpChangeSet) changes = NULL;

  memset (taken, 0, sizeof *taken);
  changes = read_file (lp_store_get_path (store), path, copy, cancellable, taken, error);

  return changes != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error) && lp_store_commit (store, changes, error);
}
