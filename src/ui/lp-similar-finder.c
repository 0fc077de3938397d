/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-similar-finder.h"

#include "lp-similar.h"
#include "lp-terms.h"

/* Somebody who types fast is not looked over the shoulder at every key. */
#define PAUSE_MS 200

/* Less than that is how many things begin. In characters. */
#define MIN_LENGTH 12

/* Below it two notes are about the same thing at best. */
#define MIN_LIKENESS 0.4

/* More changes than that: all is read anew. */
#define MAX_CHANGES 500

#define ALL "SELECT num, text FROM note WHERE space=?1 AND deleted=0"
#define ONE "SELECT num, text FROM note WHERE space=?1 AND deleted=0 AND num=?2"

struct _LpSimilarFinder {
  GObject      parent_instance;

  LpStore     *store;
  LpId         meeting;
  LpSimilar   *index;    /* while no task has it; NULL at first: all is to be read */
  GArray      *changed;  /* gint64: nums of notes that are different now */
  GHashTable  *touched;  /* LpId: of notes that were changed while a task is running */
  char        *text;     /* what is to be found next */
  guint        pause_id;
  gboolean     running;
};

/* What the thread is told, and what it says; it sees nothing of the finder. */
typedef struct {
  char      *path;
  LpId       meeting;
  LpSimilar *index;
  GArray    *changed;
  char      *text;
  GPtrArray *found;
} Job;

G_DEFINE_FINAL_TYPE (LpSimilarFinder, lp_similar_finder, G_TYPE_OBJECT)

enum {
  FOUND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
lp_similar_note_free (LpSimilarNote *self)
{
  g_free (self->code);
  g_free (self->text);
  g_free (self);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_clear_pointer (&job->index, lp_similar_free);
  g_array_unref (job->changed);
  g_free (job->text);
  g_clear_pointer (&job->found, g_ptr_array_unref);
  g_free (job);
}

static gboolean
put_notes (Job *job, LpQuery *query, GError **error)
{
  g_autoptr (GError) failure = NULL;

  while (lp_query_next (query, &failure))
    {
      g_autofree char *folded = lp_fold_text (lp_query_text (query, 1));

      lp_similar_put (job->index, lp_query_int (query, 0), folded);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
read_all (Job *job, LpReader *reader, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, ALL);

  job->index = lp_similar_new ();
  lp_query_bind_id (query, 1, &job->meeting);
  return put_notes (job, query, error);
}

static gboolean
read_changed (Job *job, LpReader *reader, GError **error)
{
  for (guint i = 0; i < job->changed->len; i++)
    {
      gint64 num = g_array_index (job->changed, gint64, i);
      g_autoptr (LpQuery) query = lp_reader_query (reader, ONE);

      lp_similar_remove (job->index, num);
      lp_query_bind_id (query, 1, &job->meeting);
      lp_query_bind_int (query, 2, num);
      if (!put_notes (job, query, error))
        return FALSE;
    }
  return TRUE;
}

static LpSimilarNote *
make_note (LpRecord *record)
{
  LpSimilarNote *note = g_new0 (LpSimilarNote, 1);

  note->id = *lp_record_get_id (record);
  note->code = lp_record_note_code (record);
  note->text = g_strdup (lp_record_text (record, LP_NOTE_TEXT));
  return note;
}

static void
find (Job *job, LpReader *reader)
{
  g_autofree char *folded = lp_fold_text (job->text);
  LpSimilarHit hits[LP_SIMILAR_MAX];
  guint n = 0;

  if (g_utf8_strlen (folded, -1) >= MIN_LENGTH)
    n = lp_similar_find (job->index, folded, hits, G_N_ELEMENTS (hits));
  for (guint i = 0; i < n && hits[i].likeness >= MIN_LIKENESS; i++)
    {
      g_autoptr (LpRecord) record = lp_reader_load_num (reader, LP_NOTE, hits[i].key, NULL);

      if (record != NULL)
        g_ptr_array_add (job->found, make_note (record));
    }
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LpReader) reader = lp_reader_open (job->path, &error);

  if (reader != NULL && lp_reader_begin (reader, &error))
    {
      if (job->index == NULL ? read_all (job, reader, &error) : read_changed (job, reader, &error))
        find (job, reader);
      lp_reader_end (reader);
    }
  /* rather no help than wrong help */
  if (error != NULL)
    g_clear_pointer (&job->index, lp_similar_free);
  g_task_return_boolean (task, TRUE);
}

static void
start (LpSimilarFinder *self, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = NULL;
  Job *job = NULL;

  if (self->running || self->pause_id != 0 || self->text == NULL)
    return;

  self->running = TRUE;
  job = g_new0 (Job, 1);
  job->path = g_strdup (lp_store_get_path (self->store));
  job->meeting = self->meeting;
  job->index = g_steal_pointer (&self->index);
  job->changed = g_steal_pointer (&self->changed);
  job->text = g_steal_pointer (&self->text);
  job->found = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_similar_note_free);
  self->changed = g_array_new (FALSE, FALSE, sizeof (gint64));
  /* the callback holds the finder, not the task: a thread may let go of its task last */
  task = g_task_new (NULL, NULL, callback, g_object_ref (self));
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, find_in_thread);
}

/* What was read before a note was reworded, deleted or erased is not said any more. */
static void
drop_touched (LpSimilarFinder *self, GPtrArray *found)
{
  for (guint i = found->len; i > 0; i--)
    {
      const LpSimilarNote *note = g_ptr_array_index (found, i - 1);

      if (g_hash_table_contains (self->touched, &note->id))
        g_ptr_array_remove_index (found, i - 1);
    }
  g_hash_table_remove_all (self->touched);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpSimilarFinder) self = data;
  Job *job = g_task_get_task_data (G_TASK (result));

  self->running = FALSE;
  self->index = g_steal_pointer (&job->index);
  if (self->changed->len > MAX_CHANGES)
    g_clear_pointer (&self->index, lp_similar_free);
  drop_touched (self, job->found);
  if (self->text == NULL)
    g_signal_emit (self, signals[FOUND], 0, job->found);
  start (self, found_cb);
}

static void
pause_cb (gpointer data)
{
  LpSimilarFinder *self = data;

  self->pause_id = 0;
  start (self, found_cb);
}

static void
changed_cb (LpSimilarFinder *self, GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const LpChange *change = &g_array_index (changes, LpChange, i);

      if (change->entity != LP_NOTE || !lp_id_equal (&change->space, &self->meeting))
        continue;
      if (self->running)
        g_hash_table_add (self->touched, lp_id_copy (&change->object));
      /* the num of one that was erased is not known any more */
      if (change->num == 0)
        g_array_set_size (self->changed, MAX_CHANGES + 1);
      else if (self->changed->len <= MAX_CHANGES)
        g_array_append_val (self->changed, change->num);
    }
  if (!self->running && self->changed->len > MAX_CHANGES)
    {
      g_clear_pointer (&self->index, lp_similar_free);
      g_array_set_size (self->changed, 0);
    }
}

static void
lp_similar_finder_finalize (GObject *object)
{
  LpSimilarFinder *self = LP_SIMILAR_FINDER (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_clear_pointer (&self->index, lp_similar_free);
  g_clear_pointer (&self->changed, g_array_unref);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_clear_pointer (&self->text, g_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_similar_finder_parent_class)->finalize (object);
}

static void
lp_similar_finder_class_init (LpSimilarFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lp_similar_finder_finalize;

  signals[FOUND] = g_signal_new ("found", LP_TYPE_SIMILAR_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_PTR_ARRAY);
}

static void
lp_similar_finder_init (LpSimilarFinder *self)
{
  self->changed = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->touched = g_hash_table_new_full (lp_id_hash, lp_id_equal_func, g_free, NULL);
}

LpSimilarFinder *
lp_similar_finder_new (LpStore *store, const LpId *meeting)
{
  LpSimilarFinder *self = g_object_new (LP_TYPE_SIMILAR_FINDER, NULL);

  self->store = g_object_ref (store);
  self->meeting = *meeting;
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/** lp_similar_finder_find: "found" comes when typing pauses; for what was asked before it does not come any more. */
void
lp_similar_finder_find (LpSimilarFinder *self, const char *text)
{
  g_set_str (&self->text, text);
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add_once (PAUSE_MS, pause_cb, self);
}
