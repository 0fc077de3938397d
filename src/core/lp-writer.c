/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-writer.h"

#include "lp-body.h"
#include "lp-clean-up.h"
#include "lp-log.h"
#include "lp-row.h"

#include <glib/gi18n-lib.h>

typedef struct {
  LpCommit     *commit;  /* NULL: no more will come */
  LpWriterDone  done;
  gpointer      user_data;
} Job;

struct _LpWriter {
  LpDb        *db;
  GThread     *thread;
  GAsyncQueue *jobs;
  LpWriterWarn warn;
  gpointer     warn_data;
  LpId         stream;
  gint64       seq;
  gint64       stamp;
  gboolean     owes;   /* a clean-up could not be done so far */
};

/* One transaction: what is only kept when it was committed. */
typedef struct {
  LpWriter   *writer;
  LpCommit   *commit;
  GHashTable *reported; /* LpId → position in what changed, and 1 */
  gint64      seq;
  gint64      stamp;
  gboolean    final;    /* something was erased or scrubbed */
} Transaction;

/** lp_commit_new: @changes: kept in use, not copied. @cancellable: (nullable). Returns: (transfer full) */
LpCommit *
lp_commit_new (LpChangeSet *changes, GCancellable *cancellable)
{
  LpCommit *self = g_new0 (LpCommit, 1);

  self->changes = lp_change_set_ref (changes);
  g_set_object (&self->cancellable, cancellable);
  self->changed = g_array_new (FALSE, FALSE, sizeof (LpChange));

  return self;
}

/** lp_commit_free: Frees also what became of it. */
void
lp_commit_free (LpCommit *self)
{
  lp_change_set_unref (self->changes);
  g_clear_object (&self->cancellable);
  lp_change_set_unref (self->inverse);
  g_array_unref (self->changed);
  g_clear_error (&self->error);
  g_clear_error (&self->warning);
  g_free (self);
}

/* Hybrid logical clock (Kulkarni et al., "Logical Physical Clocks", 2014): an edit always beats what its author saw. */
static gint64
next_stamp (Transaction *transaction, LpRow *row)
{
  gint64 wall = (g_get_real_time () / 1000) << 16;

  transaction->stamp = MAX (MAX (wall, transaction->stamp + 1), lp_row_newest (row) + 1);

  return transaction->stamp;
}

/* Each object is reported once, however many edits it had. */
static void
report (Transaction *transaction, const LpEdit *edit, gint64 num)
{
  GArray *changed = transaction->commit->changed;
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (transaction->reported, &edit->object));
  LpChange change = { edit->entity, edit->object, edit->space, num };

  if (position)
    {
      g_array_index (changed, LpChange, position - 1) = change;
      return;
    }
  g_array_append_val (changed, change);
  g_hash_table_insert (transaction->reported, lp_id_copy (&edit->object), GUINT_TO_POINTER (changed->len));
}

/* edit: its values are taken */
static gboolean
add_op (Transaction *transaction, LpEdit *edit, LpRow *row, GError **error)
{
  g_auto (LpOp) op = { 0 };

  op.stream = transaction->writer->stream;
  op.seq = ++transaction->seq;
  op.previous = lp_row_newest (row);
  op.stamp = next_stamp (transaction, row);
  op.kind = edit->kind;
  op.entity = g_strdup (lp_schema_entity (edit->entity)->name);
  op.space = edit->space;
  op.object = edit->object;
  op.body = lp_body_write (edit);
  lp_op_seal (&op);

  if (!lp_log_add_own (transaction->writer->db, &op, edit, row, error))
    return FALSE;
  report (transaction, edit, row->num);

  return TRUE;
}

/* The next running number of a station; those of deleted and of erased notes are never given out again. */
static gboolean
next_number (LpDb *db, const LpId *space, gint64 station, gint64 *number, GError **error)
{
  g_autoptr (LpQuery) query = lp_db_query (
    db, "SELECT 1 + max (ifnull ((SELECT max (number) FROM note WHERE space=?1 AND station=?2), 0),"
        " ifnull ((SELECT max (body ->> 'number') FROM op INDEXED BY op_final WHERE kind=1 AND kind<>0 AND space=?1 AND entity='note'"
        " AND ifnull (body ->> 'station', 0)=?2), 0))");

  lp_query_bind_id (query, 1, space);
  lp_query_bind_int (query, 2, station);
  if (!lp_query_next (query, error))
    return FALSE;
  *number = lp_query_int (query, 0);

  return TRUE;
}

static gboolean
number_note (LpDb *db, LpEdit *edit, GError **error)
{
  const LpValue *station = lp_edit_find (edit, LP_NOTE_STATION);
  gint64 number;

  if (lp_edit_find (edit, LP_NOTE_NUMBER))
    return TRUE;
  if (!station)
    lp_edit_int (edit, LP_NOTE_STATION, 0);
  station = lp_edit_find (edit, LP_NOTE_STATION);
  if (!next_number (db, &edit->space, station->kind == LP_VALUE_INT ? station->number : 0, &number, error))
    return FALSE;
  lp_edit_int (edit, LP_NOTE_NUMBER, number);

  return TRUE;
}

static gboolean
check_text (const LpEditField *field, GError **error)
{
  if (field->value.kind != LP_VALUE_TEXT || g_utf8_validate (field->value.text, -1, NULL))
    return TRUE;
  g_set_error_literal (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID, _("The text holds bytes that are no characters."));

  return FALSE;
}

/* A yes or no that was never said is a no: the table holds no third answer. */
static gboolean
is_same (LpEntity entity, guint field, const LpValue *value, const LpValue *now)
{
  if (lp_schema_entity (entity)->fields[field].type == LP_TYPE_BOOL)
    return (value->kind == LP_VALUE_INT && value->number) == (now->kind == LP_VALUE_INT && now->number);

  return lp_value_equal (value, now);
}

/* What the edit really changes: a field set to what it is would only override what others do at the same time. */
static LpEdit *
keep_changes (LpChangeSet *into, const LpEdit *edit, const LpRow *row, GError **error)
{
  LpEdit *kept = lp_change_set_put (into, edit->entity, &edit->space, &edit->object);

  for (guint i = 0; i < edit->fields->len; i++)
    {
      const LpEditField *field = &g_array_index (edit->fields, LpEditField, i);

      if (!check_text (field, error))
        return NULL;
      if (!is_same (edit->entity, field->field, &field->value, &row->values[field->field]))
        lp_edit_value (kept, field->field, &field->value);
    }

  return kept;
}

static void
remember_former (Transaction *transaction, const LpEdit *kept, const LpRow *row)
{
  LpEdit *inverse = lp_change_set_put (transaction->commit->inverse, kept->entity, &kept->space, &kept->object);

  if (row->num == 0)
    {
      lp_edit_int (inverse, LP_DELETED, TRUE);
      return;
    }
  for (guint i = 0; i < kept->fields->len; i++)
    {
      guint field = g_array_index (kept->fields, LpEditField, i).field;

      if (!(lp_schema_entity (kept->entity)->fields[field].flags & LP_FIELD_LASTING))
        lp_edit_value (inverse, field, &row->values[field]);
    }
}

static gboolean
write_put (Transaction *transaction, const LpEdit *edit, LpRow *row, GError **error)
{
  g_autoptr (LpChangeSet) scratch = lp_change_set_new (NULL);
  LpEdit *kept = keep_changes (scratch, edit, row, error);

  if (!kept)
    return FALSE;
  if (row->num == 0 && edit->entity == LP_NOTE && !number_note (transaction->writer->db, kept, error))
    return FALSE;
  if (row->num != 0 && kept->fields->len == 0)
    return TRUE;

  remember_former (transaction, kept, row);

  return add_op (transaction, kept, row, error);
}

static gboolean
write_erase (Transaction *transaction, const LpEdit *edit, LpRow *row, GError **error)
{
  const LpEntityInfo *info = lp_schema_entity (edit->entity);
  g_autoptr (LpChangeSet) scratch = lp_change_set_new (NULL);
  LpEdit *erase = lp_change_set_copy_edit (scratch, edit);

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (info->fields[i].flags & LP_FIELD_OUTLIVES)
        lp_edit_value (erase, i, &row->values[i]);
    }
  transaction->final = TRUE;

  return add_op (transaction, erase, row, error);
}

static gboolean
write_scrub (Transaction *transaction, const LpEdit *edit, LpRow *row, GError **error)
{
  g_autoptr (LpChangeSet) scratch = lp_change_set_new (NULL);
  LpEdit *scrub = lp_change_set_copy_edit (scratch, edit);

  transaction->final = TRUE;

  return add_op (transaction, scrub, row, error);
}

static gboolean
is_as_wanted (const LpEdit *edit, const LpRow *row)
{
  for (guint i = 0; edit->wanted && i < edit->wanted->len; i++)
    {
      const LpEditField *wanted = &g_array_index (edit->wanted, LpEditField, i);

      if (!is_same (edit->entity, wanted->field, &wanted->value, &row->values[wanted->field]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_edit (Transaction *transaction, const LpEdit *edit, GError **error)
{
  g_autoptr (LpRow) row = lp_row_load (transaction->writer->db, edit->entity, &edit->object, error);
  gboolean erased = FALSE;

  if (!row)
    return FALSE;
  if (row->num == 0 && !lp_log_is_erased (transaction->writer->db, lp_schema_entity (edit->entity)->name, &edit->object,
                                          &erased, error))
    return FALSE;
  /* Nothing brings back what was erased; nor can what is not there be erased or scrubbed. */
  if (erased || (row->num == 0 && edit->kind != LP_OP_PUT) || !is_as_wanted (edit, row))
    return TRUE;

  switch (edit->kind)
    {
    case LP_OP_ERASE:
      return write_erase (transaction, edit, row, error);
    case LP_OP_SCRUB:
      return write_scrub (transaction, edit, row, error);
    case LP_OP_PUT:
    default:
      return write_put (transaction, edit, row, error);
    }
}

static gboolean
write_edits (Transaction *transaction, GError **error)
{
  GPtrArray *edits = lp_change_set_get_edits (transaction->commit->changes);

  for (guint i = 0; i < edits->len; i++)
    {
      if (!write_edit (transaction, g_ptr_array_index (edits, i), error))
        return FALSE;
    }
  lp_change_set_reverse (transaction->commit->inverse);

  return !transaction->final || lp_clean_up_owe (transaction->writer->db, error);
}

static void
clean_up (LpWriter *self, LpCommit *commit)
{
  gboolean owed = self->owes;

  self->owes = !lp_clean_up_run (self->db, &commit->warning);
  commit->settled = owed && !self->owes;
}

static void
write_commit (LpWriter *self, LpCommit *commit)
{
  g_autoptr (GHashTable) reported = g_hash_table_new_full (lp_id_hash, lp_id_equal_func, g_free, NULL);
  Transaction transaction = { self, commit, reported, .seq = self->seq, .stamp = self->stamp };

  if (g_cancellable_set_error_if_cancelled (commit->cancellable, &commit->error))
    return;

  commit->inverse = lp_change_set_new (lp_change_set_get_title (commit->changes));
  if (lp_db_begin (self->db, &commit->error) && write_edits (&transaction, &commit->error) &&
      lp_db_commit (self->db, &commit->error))
    {
      self->seq = transaction.seq;
      self->stamp = transaction.stamp;
      if (transaction.final)
        clean_up (self, commit);
      return;
    }

  lp_db_rollback (self->db);
  g_array_set_size (commit->changed, 0);
  g_clear_pointer (&commit->inverse, lp_change_set_unref);
}

/* What a program left that was cut off, or that failed at it. */
static void
clean_up_after_others (LpWriter *self)
{
  g_autoptr (GError) warning = NULL;

  self->owes = !lp_clean_up_run (self->db, &warning);
  if (self->owes)
    self->warn (warning, self->warn_data);
}

static gpointer
writer_thread (gpointer data)
{
  LpWriter *self = data;

  if (self->owes)
    clean_up_after_others (self);

  while (TRUE)
    {
      g_autofree Job *job = g_async_queue_pop (self->jobs);

      if (!job->commit)
        return NULL;
      write_commit (self, job->commit);
      job->done (job->commit, job->user_data);
    }
}

/**
 * lp_writer_new:
 * @db: (transfer full)
 * @warn: called on the writer's thread when what was erased before can still be found
 */
LpWriter *
lp_writer_new (LpDb *db, LpWriterWarn warn, gpointer user_data)
{
  LpWriter *self = g_new0 (LpWriter, 1);

  self->db = db;
  self->warn = warn;
  self->warn_data = user_data;
  self->stream = lp_id_new ();
  self->jobs = g_async_queue_new ();
  self->owes = lp_clean_up_is_owed (db);
  self->thread = g_thread_new ("writer", writer_thread, self);

  return self;
}

/**
 * lp_writer_push:
 * @commit: (transfer full): comes back through @done
 * @done: called on the writer's thread
 *
 * Commits are written in the order in which they were pushed.
 */
void
lp_writer_push (LpWriter *self, LpCommit *commit, LpWriterDone done, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  *job = (Job) { commit, done, user_data };
  g_async_queue_push (self->jobs, job);
}

/**
 * lp_writer_stop:
 *
 * Waits until all that was pushed is written; the connection stays open. %FALSE with @error when what was erased can
 * still be found somewhere: whoever opens the database next will see to it.
 */
gboolean
lp_writer_stop (LpWriter *self, GError **error)
{
  if (!self->thread)
    return TRUE;

  g_async_queue_push (self->jobs, g_new0 (Job, 1));
  g_thread_join (g_steal_pointer (&self->thread));

  return !self->owes || lp_clean_up_run (self->db, error);
}

/** lp_writer_free: Waits as lp_writer_stop () does, then closes the connection. %NULL is passed over. */
void
lp_writer_free (LpWriter *self)
{
  if (!self)
    return;

  lp_writer_stop (self, NULL);
  g_async_queue_unref (self->jobs);
  lp_db_free (self->db);
  g_free (self);
}
