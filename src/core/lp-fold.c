/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-fold.h"

#include "lp-body.h"
#include "lp-log.h"

typedef struct {
  LpRow      *row;
  const LpOp *op;
} Fold;

static void
fold_field (guint field, LpValue *value, gpointer user_data)
{
  Fold *fold = user_data;
  LpValue *slot = &fold->row->values[field];

  if (!lp_row_claim (fold->row, field, fold->op->stamp, &fold->op->stream))
    return;
  lp_value_clear (slot);
  if (fold->op->kind == LP_OP_PUT)
    {
      *slot = *value;
      *value = (LpValue) { 0 };
    }
}

/* The space never changes; should two machines disagree, all must still fold alike. */
static void
begin_row (LpRow *row, const LpOp *op)
{
  if (lp_id_compare (&op->space, &row->space) > 0)
    row->space = op->space;
  lp_row_touch (row, op->stamp, &op->stream);
}

/** lp_fold_create_tables: Makes the empty tables of all entities. Not in a transaction of its own. */
gboolean
lp_fold_create_tables (LpDb *db, GError **error)
{
  for (guint i = 0; i < LP_N_ENTITIES; i++)
    {
      if (!lp_row_create_table (db, i, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * lp_fold_apply:
 * @num: (out) (optional): the row it came to, 0 for none
 *
 * Folds one operation into the tables. Per field the newest (stamp, stream) wins; a scrub counts as setting its field
 * to nothing. The caller has seen to it that no put follows the erasing of its object, and that scrubbed fields are out
 * of the body. What this version does not know changes nothing.
 */
gboolean
lp_fold_apply (LpDb *db, const LpOp *op, gint64 *num, GError **error)
{
  LpEntity entity;
  g_autoptr (LpRow) row = NULL;

  if (num)
    *num = 0;
  if (!lp_schema_find_entity (op->entity, &entity))
    return TRUE;
  if (op->kind == LP_OP_ERASE)
    return lp_row_remove (db, entity, &op->object, error);
  if (!op->body || (op->kind != LP_OP_PUT && op->kind != LP_OP_SCRUB))
    return TRUE;

  row = lp_row_load (db, entity, &op->object, error);
  if (!row)
    return FALSE;

  begin_row (row, op);
  if (!lp_body_read (op->body, entity, fold_field, &(Fold) { row, op }, error) || !lp_row_save (row, db, error))
    return FALSE;
  if (num)
    *num = row->num;

  return TRUE;
}

/* Whether a value comes out of a body as it went in. */
static gboolean
is_of_type (const LpValue *value, LpType type)
{
  switch (value->kind)
    {
    case LP_VALUE_INT:
      return type == LP_TYPE_INT || type == LP_TYPE_BOOL || type == LP_TYPE_TIME;
    case LP_VALUE_ID:
      return type == LP_TYPE_ID;
    case LP_VALUE_TEXT:
      return type == LP_TYPE_TEXT || type == LP_TYPE_DATE || type == LP_TYPE_RANK || type == LP_TYPE_PLACE;
    case LP_VALUE_NONE:
    default:
      return TRUE;
    }
}

static gboolean
is_as_in_body (const LpEdit *edit)
{
  for (guint i = 0; i < edit->fields->len; i++)
    {
      const LpEditField *field = &g_array_index (edit->fields, LpEditField, i);

      if (!is_of_type (&field->value, lp_schema_entity (edit->entity)->fields[field->field].type))
        return FALSE;
    }

  return TRUE;
}

/**
 * lp_fold_own:
 * @edit: what the body of @op was made of; its values are taken
 * @row: the object as it is in the tables; becomes what it is then
 *
 * As lp_fold_apply () for who has at hand what that would read again.
 */
gboolean
lp_fold_own (LpDb *db, const LpOp *op, LpEdit *edit, LpRow *row, GError **error)
{
  Fold fold = { row, op };

  if (op->kind == LP_OP_ERASE || !is_as_in_body (edit))
    return lp_fold_apply (db, op, &row->num, error);

  begin_row (row, op);
  for (guint i = 0; i < edit->fields->len; i++)
    {
      LpEditField *field = &g_array_index (edit->fields, LpEditField, i);

      fold_field (field->field, &field->value, &fold);
    }

  return lp_row_save (row, db, error);
}

static gboolean
fold_each (const LpOp *op, gpointer user_data, GError **error)
{
  return lp_fold_apply (user_data, op, NULL, error);
}

/**
 * lp_fold_rebuild:
 * @tables: where the tables are dropped and made anew
 * @log: where the log is; may be the same connection
 *
 * For a database of an older version, and for checking one. Not in a transaction of its own.
 */
gboolean
lp_fold_rebuild (LpDb *tables, LpDb *log, GError **error)
{
  for (guint i = 0; i < LP_N_ENTITIES; i++)
    {
      if (!lp_row_drop_table (tables, i, error))
        return FALSE;
    }

  return lp_fold_create_tables (tables, error) && lp_log_each (log, fold_each, tables, error);
}
