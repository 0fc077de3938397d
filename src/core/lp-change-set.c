/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-change-set.h"

#include "lp-edit.h"

struct _LpChangeSet {
  gatomicrefcount refs;
  char           *title;
  GPtrArray      *edits;
};

static void
field_clear (gpointer data)
{
  lp_value_clear (&((LpEditField *) data)->value);
}

static void
edit_free (gpointer data)
{
  LpEdit *edit = data;

  g_clear_pointer (&edit->fields, g_array_unref);
  g_clear_pointer (&edit->wanted, g_array_unref);
  g_free (edit);
}

static LpEdit *
add_edit (LpChangeSet *self, LpOpKind kind, LpEntity entity, const LpId *space, const LpId *object)
{
  LpEdit *edit = g_new0 (LpEdit, 1);

  edit->kind = kind;
  edit->entity = entity;
  edit->space = *space;
  edit->object = *object;
  edit->fields = g_array_new (FALSE, FALSE, sizeof (LpEditField));
  g_array_set_clear_func (edit->fields, field_clear);
  g_ptr_array_add (self->edits, edit);

  return edit;
}

/**
 * lp_change_set_new:
 * @title: (nullable): what the user did, in their language: "Move 3 notes"; names the step of undo. %NULL for
 *   what is no step of its own and cannot be undone.
 */
LpChangeSet *
lp_change_set_new (const char *title)
{
  LpChangeSet *self = g_new0 (LpChangeSet, 1);

  g_atomic_ref_count_init (&self->refs);
  self->title = g_strdup (title);
  self->edits = g_ptr_array_new_with_free_func (edit_free);

  return self;
}

/** lp_change_set_ref: Returns: (transfer full): @self. Thread-safe, as is letting go */
LpChangeSet *
lp_change_set_ref (LpChangeSet *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

/** lp_change_set_unref: Frees it with the last reference. %NULL is passed over. */
void
lp_change_set_unref (LpChangeSet *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->refs))
    return;

  g_free (self->title);
  g_ptr_array_unref (self->edits);
  g_free (self);
}

/** lp_change_set_get_title: Returns: (transfer none) (nullable): the title it was made with */
const char *
lp_change_set_get_title (LpChangeSet *self)
{
  return self->title;
}

/** lp_change_set_is_empty: Returns: whether nothing would be changed */
gboolean
lp_change_set_is_empty (LpChangeSet *self)
{
  return self->edits->len == 0;
}

/** lp_change_set_get_edits: Returns: (transfer none): of LpEdit, in the order in which they are written */
GPtrArray *
lp_change_set_get_edits (LpChangeSet *self)
{
  return self->edits;
}

/**
 * lp_change_set_put:
 *
 * Begins to set fields of an object, which is made when it is not there.
 *
 * Returns: (transfer none): to be filled with lp_edit_text () and its like
 */
LpEdit *
lp_change_set_put (LpChangeSet *self, LpEntity entity, const LpId *space, const LpId *object)
{
  return add_edit (self, LP_OP_PUT, entity, space, object);
}

/** lp_change_set_delete: The object is out of sight, but can be restored. */
void
lp_change_set_delete (LpChangeSet *self, LpEntity entity, const LpId *space, const LpId *object)
{
  lp_edit_int (lp_change_set_put (self, entity, space, object), LP_DELETED, TRUE);
}

/** lp_change_set_restore: Takes lp_change_set_delete () back. */
void
lp_change_set_restore (LpChangeSet *self, LpEntity entity, const LpId *space, const LpId *object)
{
  lp_edit_int (lp_change_set_put (self, entity, space, object), LP_DELETED, FALSE);
}

/** lp_change_set_erase: The object is gone for good, from the log and from backups too. Cannot be undone. */
void
lp_change_set_erase (LpChangeSet *self, LpEntity entity, const LpId *space, const LpId *object)
{
  add_edit (self, LP_OP_ERASE, entity, space, object);
}

/**
 * lp_change_set_scrub:
 *
 * What @field held until now is gone for good, from the log and from backups too. A put that follows in the same
 * change set says what it holds from now on. Cannot be undone.
 */
void
lp_change_set_scrub (LpChangeSet *self, LpEntity entity, const LpId *space, const LpId *object, guint field)
{
  LpEdit *edit = add_edit (self, LP_OP_SCRUB, entity, space, object);

  lp_edit_none (edit, field);
}

/** lp_change_set_reverse: Turns the order of the edits round: what was changed last is taken back first. */
void
lp_change_set_reverse (LpChangeSet *self)
{
  for (guint i = 0, j = self->edits->len; i + 1 < j; i++, j--)
    {
      gpointer swapped = self->edits->pdata[i];

      self->edits->pdata[i] = self->edits->pdata[j - 1];
      self->edits->pdata[j - 1] = swapped;
    }
}

/** lp_change_set_copy_edit: Adds a copy of an edit of any change set. Returns: (transfer none): the copy */
LpEdit *
lp_change_set_copy_edit (LpChangeSet *self, const LpEdit *from)
{
  LpEdit *edit = add_edit (self, from->kind, from->entity, &from->space, &from->object);

  for (guint i = 0; i < from->fields->len; i++)
    {
      const LpEditField *field = &g_array_index (from->fields, LpEditField, i);

      lp_edit_value (edit, field->field, &field->value);
    }

  return edit;
}

/* The later of two settings of one field counts. */
static LpValue *
edit_slot (LpEdit *edit, guint field)
{
  LpEditField *slot;

  g_return_val_if_fail (field < lp_schema_entity (edit->entity)->n_fields, NULL);

  for (guint i = 0; i < edit->fields->len; i++)
    {
      slot = &g_array_index (edit->fields, LpEditField, i);
      if (slot->field == field)
        {
          lp_value_clear (&slot->value);
          return &slot->value;
        }
    }
  g_array_append_val (edit->fields, ((LpEditField) { .field = field }));

  return &g_array_index (edit->fields, LpEditField, edit->fields->len - 1).value;
}

/** lp_edit_text: @text: UTF-8, %NULL for none. An empty text is kept as one. */
void
lp_edit_text (LpEdit *edit, guint field, const char *text)
{
  LpValue *slot = edit_slot (edit, field);

  if (text)
    *slot = (LpValue) { .kind = LP_VALUE_TEXT, .text = g_strdup (text) };
}

/** lp_edit_int: For whole numbers, times (milliseconds since 1970, UTC) and %TRUE or %FALSE. */
void
lp_edit_int (LpEdit *edit, guint field, gint64 number)
{
  *edit_slot (edit, field) = (LpValue) { .kind = LP_VALUE_INT, .number = number };
}

/** lp_edit_id: @id: %NULL or an unset one for none. */
void
lp_edit_id (LpEdit *edit, guint field, const LpId *id)
{
  LpValue *slot = edit_slot (edit, field);

  if (lp_id_is_set (id))
    *slot = (LpValue) { .kind = LP_VALUE_ID, .id = *id };
}

/** lp_edit_none: The field holds nothing from now on. */
void
lp_edit_none (LpEdit *edit, guint field)
{
  edit_slot (edit, field);
}

/** lp_edit_value: Any kind of value; @value is copied. */
void
lp_edit_value (LpEdit *edit, guint field, const LpValue *value)
{
  lp_value_copy (edit_slot (edit, field), value);
}

/**
 * lp_edit_want: the edit is passed over unless the field holds this when it is written: what was decided about words is not
 * done to others that came meanwhile. Not for undo, which finds things as its own step left them. @value is copied.
 */
void
lp_edit_want (LpEdit *edit, guint field, const LpValue *value)
{
  LpEditField wanted = { .field = field };

  lp_value_copy (&wanted.value, value);
  if (!edit->wanted)
    {
      edit->wanted = g_array_new (FALSE, FALSE, sizeof (LpEditField));
      g_array_set_clear_func (edit->wanted, field_clear);
    }
  g_array_append_val (edit->wanted, wanted);
}

/* NULL when the edit does not set the field. */
const LpValue *
lp_edit_find (const LpEdit *edit, guint field)
{
  for (guint i = 0; i < edit->fields->len; i++)
    {
      const LpEditField *slot = &g_array_index (edit->fields, LpEditField, i);

      if (slot->field == field)
        return &slot->value;
    }

  return NULL;
}
