/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-theme-history.h"

#include "lp-body.h"
#include "lp-query.h"
#include "lp-terms.h"

#include <string.h>

/*
 * Nothing is kept for it: the log has all that was done. What one change set changed stands in it with one stream and, a few
 * milliseconds apart, one time; that is a step. Nobody does two things as quickly.
 */

#define APART_MS 10

#define MAX_OPS 20000
#define CLOCK_BITS 16 /* of a stamp, below the milliseconds */

#define USERS "SELECT id FROM placement WHERE theme = ?1 AND deleted = 0"

#define OPS \
  "SELECT stream, stamp, entity, object, body FROM op" \
  " WHERE space = ?1 AND kind = 0 AND entity IN ('placement', 'theme') AND body IS NOT NULL" \
  " ORDER BY stamp DESC, stream DESC LIMIT ?2"
#define EARLIER \
  "SELECT body FROM op WHERE object = ?1 AND entity = ?2 AND kind = 0 AND (stamp, stream) < (?3, ?4) AND body IS NOT NULL" \
  " ORDER BY stamp DESC, stream DESC"
#define CODE \
  "SELECT note.station, note.number FROM placement JOIN note ON note.id = placement.note WHERE placement.id = ?1"

typedef struct {
  LpId      stream;
  gint64    stamp;
  LpEntity  entity;
  LpId      object;
  char     *body;
} Op;

/** Fields: what an operation, or those before it, said of each field. */
typedef struct {
  LpValue values[LP_MAX_FIELDS];
  guint64 said;
} Fields;

static void
op_clear (gpointer data)
{
  g_free (((Op *) data)->body);
}

static void
step_free (gpointer data)
{
  LpGroupingStep *step = data;

  g_free (step->code);
  g_free (step->from);
  g_free (step->to);
  g_array_unref (step->ops);
  g_free (step);
}

static void
fields_clear (Fields *fields)
{
  for (guint i = 0; i < LP_MAX_FIELDS; i++)
    lp_value_clear (&fields->values[i]);
  fields->said = 0;
}

/* The first that says it counts: they come newest first. */
static void
take_field (guint    field,
            LpValue *value,
            gpointer data)
{
  Fields *fields = data;

  if (fields->said & G_GUINT64_CONSTANT (1) << field)
    return;
  fields->said |= G_GUINT64_CONSTANT (1) << field;
  lp_value_copy (&fields->values[field], value);
}

static gboolean
is_said (const Fields *fields,
         guint         field)
{
  return (fields->said & G_GUINT64_CONSTANT (1) << field) != 0;
}

static gboolean
read_earlier (LpReader  *reader,
              const Op  *op,
              Fields    *fields,
              GError   **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, EARLIER);
  g_autoptr (GError) problem = NULL;

  lp_query_bind_id (query, 1, &op->object);
  lp_query_bind_text (query, 2, lp_schema_entity (op->entity)->name);
  lp_query_bind_int (query, 3, op->stamp);
  lp_query_bind_id (query, 4, &op->stream);
  while (lp_query_next (query, &problem))
    {
      if (!lp_body_read (lp_query_text (query, 0), op->entity, take_field, fields, error))
        return FALSE;
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));

  return FALSE;
}

/* Where a placement puts its note: the theme, or FALSE for none. */
static gboolean
find_theme (const Fields *fields,
            LpId         *theme)
{
  const LpValue *place = &fields->values[LP_PLACEMENT_PLACE];
  g_autofree char *id = NULL;

  if (place->kind != LP_VALUE_TEXT || fields->values[LP_DELETED].number != 0)
    return FALSE;
  id = g_strndup (place->text, LP_ID_STRING_SIZE - 1);

  return lp_id_parse (id, theme);
}

/** Reading: one step being read. */
typedef struct {
  LpReader       *reader;
  LpGroupingStep *step;
  LpId            froms[2], tos[2];   /* the first, and one that differs from it */
  guint           n_froms, n_tos;
  LpId            made, gone, back, changed;
  guint           n_made, n_gone, n_back;
  gboolean        renamed;
  LpId            note;               /* placement of the last note */
} Reading;

static void
see (LpId       *seen,
     guint      *n_seen,
     const LpId *theme)
{
  if (*n_seen > 1 || (*n_seen == 1 && lp_id_equal (&seen[0], theme)))
    return;
  seen[(*n_seen)++] = *theme;
}

static void
read_placement (Reading      *reading,
                const Op     *op,
                const Fields *now,
                const Fields *earlier)
{
  Fields after = *earlier;
  LpId from = { 0 }, to = { 0 };

  /* copies that own nothing: looked at, not kept */
  if (is_said (now, LP_DELETED))
    after.values[LP_DELETED] = now->values[LP_DELETED];
  if (is_said (now, LP_PLACEMENT_PLACE))
    after.values[LP_PLACEMENT_PLACE] = now->values[LP_PLACEMENT_PLACE];
  find_theme (earlier, &from);
  find_theme (&after, &to);
  if (lp_id_equal (&from, &to) && !is_said (now, LP_PLACEMENT_PARTNER))
    return;
  reading->step->n_notes++;
  reading->note = op->object;
  see (reading->froms, &reading->n_froms, &from);
  see (reading->tos, &reading->n_tos, &to);
}

static void
read_theme (Reading      *reading,
            const Op     *op,
            const Fields *now,
            const Fields *earlier)
{
  reading->changed = op->object;
  if (earlier->said == 0)
    {
      reading->made = op->object;
      reading->n_made++;
    }
  else if (is_said (now, LP_DELETED) && now->values[LP_DELETED].number != earlier->values[LP_DELETED].number)
    {
      if (now->values[LP_DELETED].number != 0)
        {
          reading->gone = op->object;
          reading->n_gone++;
        }
      else
        {
          reading->back = op->object;
          reading->n_back++;
        }
    }
  else if (is_said (now, LP_THEME_NAME))
    reading->renamed = TRUE;
}

static gboolean
read_op (Reading   *reading,
         const Op  *op,
         GError   **error)
{
  Fields now = { 0 }, earlier = { 0 };
  gboolean done = lp_body_read (op->body, op->entity, take_field, &now, error) &&
                  read_earlier (reading->reader, op, &earlier, error);

  if (done && op->entity == LP_PLACEMENT)
    read_placement (reading, op, &now, &earlier);
  else if (done)
    read_theme (reading, op, &now, &earlier);
  fields_clear (&now);
  fields_clear (&earlier);

  return done;
}

static char *
read_name (LpReader   *reader,
           const LpId *theme)
{
  g_autoptr (LpRecord) record = lp_id_is_set (theme) ? lp_reader_load (reader, LP_THEME, theme, NULL) : NULL;

  return record != NULL ? g_strdup (lp_record_text (record, LP_THEME_NAME)) : NULL;
}

static LpGroupingDeed
judge (const Reading *reading)
{
  if (lp_id_is_set (&reading->made))
    return LP_GROUPING_MADE;
  if (lp_id_is_set (&reading->gone))
    return reading->step->n_notes > 0 && reading->n_tos == 1 && lp_id_is_set (&reading->tos[0]) ? LP_GROUPING_MERGED
                                                                                               : LP_GROUPING_DELETED;
  if (reading->n_back > 0)
    return LP_GROUPING_RESTORED;
  if (reading->renamed)
    return LP_GROUPING_RENAMED;
  if (reading->step->n_notes == 0)
    return LP_GROUPING_CHANGED;
  if (reading->n_froms == 1 && reading->n_tos == 1 && lp_id_equal (&reading->froms[0], &reading->tos[0]))
    return LP_GROUPING_PAIRED;

  return LP_GROUPING_MOVED;
}

static void
read_code (Reading *reading)
{
  g_autoptr (LpQuery) query = NULL;

  if (reading->step->n_notes != 1)
    return;
  query = lp_reader_query (reading->reader, CODE);
  lp_query_bind_id (query, 1, &reading->note);
  if (lp_query_next (query, NULL))
    reading->step->code = lp_note_code (lp_query_int (query, 0), lp_query_int (query, 1));
}

static gboolean
read_step (LpReader       *reader,
           LpGroupingStep *step,
           GError        **error)
{
  Reading reading = { .reader = reader, .step = step };
  const LpId *to = NULL;

  for (guint i = 0; i < step->ops->len; i++)
    {
      if (!read_op (&reading, &g_array_index (step->ops, Op, i), error))
        return FALSE;
    }
  step->deed = judge (&reading);
  step->n_themes = step->deed == LP_GROUPING_MADE ? reading.n_made : step->deed == LP_GROUPING_RESTORED ? reading.n_back : reading.n_gone;
  read_code (&reading);
  if (step->deed == LP_GROUPING_MERGED || step->deed == LP_GROUPING_DELETED)
    step->from = read_name (reader, &reading.gone);
  else if (reading.n_froms == 1)
    step->from = read_name (reader, &reading.froms[0]);
  if (step->deed == LP_GROUPING_MADE)
    to = &reading.made;
  else if (step->deed == LP_GROUPING_RESTORED)
    to = &reading.back;
  else if (step->n_notes == 0)
    to = &reading.changed;
  else if (reading.n_tos == 1)
    to = &reading.tos[0];
  step->to = to != NULL ? read_name (reader, to) : NULL;

  return TRUE;
}

/* body: as it stands in the log */
static void
add_op (GPtrArray *steps,
        Op        *op)
{
  LpGroupingStep *step = steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;
  const Op *later = step != NULL ? &g_array_index (step->ops, Op, step->ops->len - 1) : NULL;
  gint64 time = op->stamp >> CLOCK_BITS;

  if (later == NULL || (later->stamp >> CLOCK_BITS) - time > APART_MS || !lp_id_equal (&later->stream, &op->stream))
    {
      step = g_new0 (LpGroupingStep, 1);
      step->time = time;
      step->ops = g_array_new (FALSE, FALSE, sizeof (Op));
      g_array_set_clear_func (step->ops, op_clear);
      g_ptr_array_add (steps, step);
    }
  g_array_append_val (step->ops, *op);
}

/**
 * lp_theme_history_load: the steps of grouping, newest first, as far back as the last 20,000 operations reach. With many notes it
 * takes its time: call it on a thread of its own.
 *
 * Returns: (transfer full): of LpGroupingStep; NULL with an error when the log cannot be read
 */
GPtrArray *
lp_theme_history_load (LpReader    *reader,
                       const LpId  *meeting,
                       GError     **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (step_free);
  g_autoptr (LpQuery) query = lp_reader_query (reader, OPS);
  g_autoptr (GError) problem = NULL;

  lp_query_bind_id (query, 1, meeting);
  lp_query_bind_int (query, 2, MAX_OPS);
  while (lp_query_next (query, &problem))
    {
      Op op = { .stamp = lp_query_int (query, 1), .body = g_strdup (lp_query_text (query, 4)) };

      lp_query_id (query, 0, &op.stream);
      lp_query_id (query, 3, &op.object);
      op.entity = g_str_equal (lp_query_text (query, 2), "theme") ? LP_THEME : LP_PLACEMENT;
      add_op (steps, &op);
    }
  g_clear_pointer (&query, lp_query_free);
  for (guint i = 0; i < steps->len && problem == NULL; i++)
    read_step (reader, g_ptr_array_index (steps, i), &problem);
  if (problem == NULL)
    return g_steal_pointer (&steps);
  g_propagate_error (error, g_steal_pointer (&problem));

  return NULL;
}

/* What did not exist before is deleted; what was not said before is not said again. */
static void
put_back (LpChangeSet  *changes,
          const LpId   *meeting,
          const Op     *op,
          const Fields *now,
          const Fields *earlier)
{
  LpEdit *edit = NULL;

  if (earlier->said == 0)
    {
      lp_change_set_delete (changes, op->entity, meeting, &op->object);
      return;
    }
  edit = lp_change_set_put (changes, op->entity, meeting, &op->object);
  for (guint field = 0; field < lp_schema_entity (op->entity)->n_fields; field++)
    {
      if (is_said (now, field))
        lp_edit_value (edit, field, &earlier->values[field]);
    }
}

/* Whether it is still as the operation left it. */
static gboolean
is_as_left (LpReader     *reader,
            const Op     *op,
            const Fields *now)
{
  g_autoptr (LpRecord) record = lp_reader_load (reader, op->entity, &op->object, NULL);

  for (guint field = 0; record != NULL && field < lp_schema_entity (op->entity)->n_fields; field++)
    {
      const LpValue *value = lp_record_value (record, field);

      /* nothing said of a yes or no is a no */
      if (is_said (now, field) && !lp_value_equal (value, &now->values[field]) &&
          !(value->kind != LP_VALUE_TEXT && value->kind != LP_VALUE_ID && now->values[field].kind != LP_VALUE_TEXT &&
            now->values[field].kind != LP_VALUE_ID && value->number == now->values[field].number))
        return FALSE;
    }

  return record != NULL;
}

/* What the step is about; transfer full, of LpId of the step. */
static GHashTable *
list_objects (const LpGroupingStep *step)
{
  GHashTable *objects = g_hash_table_new (lp_id_hash, lp_id_equal_func);

  for (guint i = 0; i < step->ops->len; i++)
    g_hash_table_add (objects, &g_array_index (step->ops, Op, i).object);
  return objects;
}

/* Whether notes came to a theme that the step made, by other steps than it. */
static gboolean
is_used_since (LpReader   *reader,
               GHashTable *objects,
               const LpId *theme)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, USERS);

  lp_query_bind_id (query, 1, theme);
  while (lp_query_next (query, NULL))
    {
      LpId placement = { 0 };

      if (lp_query_id (query, 0, &placement) && !g_hash_table_contains (objects, &placement))
        return TRUE;
    }
  return FALSE;
}

static gboolean
can_put_back (LpReader     *reader,
              GHashTable   *objects,
              const Op     *op,
              const Fields *now,
              const Fields *earlier)
{
  if (op->entity == LP_THEME && earlier->said == 0 && is_used_since (reader, objects, &op->object))
    return FALSE;
  return is_as_left (reader, op, now);
}

/**
 * lp_theme_history_undo:
 * @n_left: (out): how many notes and themes were changed again since, and are left as they are; so is a theme that got other notes
 *
 * Puts back what the step changed, as a new step. Returns: FALSE with an error when the log cannot be read
 */
gboolean
lp_theme_history_undo (LpChangeSet           *changes,
                       LpReader              *reader,
                       const LpId            *meeting,
                       const LpGroupingStep  *step,
                       guint                 *n_left,
                       GError               **error)
{
  g_autoptr (GHashTable) objects = list_objects (step);
  gboolean done = TRUE;

  *n_left = 0;
  for (guint i = 0; i < step->ops->len && done; i++)
    {
      const Op *op = &g_array_index (step->ops, Op, i);
      Fields now = { 0 }, earlier = { 0 };

      done = lp_body_read (op->body, op->entity, take_field, &now, error) && read_earlier (reader, op, &earlier, error);
      if (done && can_put_back (reader, objects, op, &now, &earlier))
        put_back (changes, meeting, op, &now, &earlier);
      else
        (*n_left)++;
      fields_clear (&now);
      fields_clear (&earlier);
    }

  return done;
}
