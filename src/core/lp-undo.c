/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-undo.h"

/* A day's work; more would only keep deleted words in memory. */
#define MAX_STEPS 200

struct _LpUndo {
  GPtrArray *steps[LP_UNDO_N_WAYS]; /* of LpChangeSet, the last is next */
};

/** lp_undo_new: Returns: (transfer full): two empty stacks */
LpUndo *
lp_undo_new (void)
{
  LpUndo *self = g_new0 (LpUndo, 1);

  for (guint i = 0; i < LP_UNDO_N_WAYS; i++)
    self->steps[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_change_set_unref);

  return self;
}

/** lp_undo_free: %NULL is passed over. */
void
lp_undo_free (LpUndo *self)
{
  if (!self)
    return;

  for (guint i = 0; i < LP_UNDO_N_WAYS; i++)
    g_ptr_array_unref (self->steps[i]);
  g_free (self);
}

/* changes: transfer full */
void
lp_undo_push (LpUndo *self, LpUndoWay way, LpChangeSet *changes)
{
  if (self->steps[way]->len == MAX_STEPS)
    g_ptr_array_remove_index (self->steps[way], 0);
  g_ptr_array_add (self->steps[way], changes);
}

/* transfer full; NULL when there is nothing */
LpChangeSet *
lp_undo_pop (LpUndo *self, LpUndoWay way)
{
  GPtrArray *steps = self->steps[way];

  return steps->len ? g_ptr_array_steal_index (steps, steps->len - 1) : NULL;
}

/** lp_undo_clear: Forgets all steps of one way. */
void
lp_undo_clear (LpUndo *self, LpUndoWay way)
{
  g_ptr_array_set_size (self->steps[way], 0);
}

/** lp_undo_get_title: Returns: (transfer none) (nullable): the title of the next step, if any */
const char *
lp_undo_get_title (LpUndo *self, LpUndoWay way)
{
  GPtrArray *steps = self->steps[way];

  return steps->len ? lp_change_set_get_title (g_ptr_array_index (steps, steps->len - 1)) : NULL;
}

/* Of the next step; NULL when there is none. */
static GPtrArray *
get_edits (LpUndo *self, LpUndoWay way)
{
  GPtrArray *steps = self->steps[way];

  return steps->len ? lp_change_set_get_edits (g_ptr_array_index (steps, steps->len - 1)) : NULL;
}

/** lp_undo_is_of: entities: bits of 1 << LpEntity. Returns: whether the next step changes one of them */
gboolean
lp_undo_is_of (LpUndo *self, LpUndoWay way, guint entities)
{
  GPtrArray *edits = get_edits (self, way);

  for (guint i = 0; edits && i < edits->len; i++)
    {
      if (entities & 1u << ((LpEdit *) g_ptr_array_index (edits, i))->entity)
        return TRUE;
    }

  return FALSE;
}

/** lp_undo_is_in: Returns: whether the next step changes something of a space */
gboolean
lp_undo_is_in (LpUndo *self, LpUndoWay way, const LpId *space)
{
  GPtrArray *edits = get_edits (self, way);

  for (guint i = 0; edits && i < edits->len; i++)
    {
      if (lp_id_equal (&((LpEdit *) g_ptr_array_index (edits, i))->space, space))
        return TRUE;
    }

  return FALSE;
}

/** lp_undo_deletes: Returns: whether the next step would delete an object */
gboolean
lp_undo_deletes (LpUndo *self, LpUndoWay way, const LpId *object)
{
  GPtrArray *edits = get_edits (self, way);

  for (guint i = 0; edits && i < edits->len; i++)
    {
      LpEdit *edit = g_ptr_array_index (edits, i);

      const LpValue *deleted = lp_edit_find (edit, LP_DELETED);

      if (deleted && deleted->number && lp_id_equal (&edit->object, object))
        return TRUE;
    }

  return FALSE;
}

/* What is left of an edit, without the fields that are gone. */
static gboolean
forget_fields (LpEdit *edit, guint64 gone)
{
  for (guint i = edit->fields->len; i > 0; i--)
    {
      if (gone & G_GUINT64_CONSTANT (1) << g_array_index (edit->fields, LpEditField, i - 1).field)
        g_array_remove_index (edit->fields, i - 1);
    }

  return edit->fields->len > 0;
}

/* Those that stay move up in their order: a step may be of as many objects as are forgotten. */
static void
forget_in (LpChangeSet *step, GHashTable *gone)
{
  GPtrArray *edits = lp_change_set_get_edits (step);
  guint n_kept = 0;

  for (guint i = 0; i < edits->len; i++)
    {
      LpEdit *edit = g_ptr_array_index (edits, i);
      const guint64 *fields = g_hash_table_lookup (gone, &edit->object);

      if (fields != NULL && !forget_fields (edit, *fields))
        continue;
      edits->pdata[i] = edits->pdata[n_kept];
      edits->pdata[n_kept++] = edit;
    }
  g_ptr_array_set_size (edits, n_kept);
}

/**
 * lp_undo_forget:
 * @gone: LpId → guint64, a bit of 1 << field each; all bits for a whole object
 *
 * What was erased or scrubbed must not come back, nor stay in memory. Steps left with nothing to do are gone. Takes time
 * in proportion to what the steps hold, however much is forgotten.
 */
void
lp_undo_forget (LpUndo *self, GHashTable *gone)
{
  for (guint way = 0; way < LP_UNDO_N_WAYS; way++)
    {
      GPtrArray *steps = self->steps[way];

      for (guint i = steps->len; i > 0; i--)
        {
          LpChangeSet *step = g_ptr_array_index (steps, i - 1);

          forget_in (step, gone);
          if (lp_change_set_is_empty (step))
            g_ptr_array_remove_index (steps, i - 1);
        }
    }
}
