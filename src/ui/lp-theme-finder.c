/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-theme-finder.h"

#include "lp-groups.h"
#include "lp-note-join.h"
#include "lp-note-privacy.h"
#include "lp-panel-lexicon.h"

/* In the order in which they were made: so that the same notes give the same groups, whatever is edited. */
#define NOTES \
  "SELECT n.num, n.text, EXISTS (SELECT 1 FROM placement p JOIN theme t ON t.id = p.theme AND t.deleted = 0" \
  "  WHERE p.note = n.id AND p.deleted = 0)" \
  " FROM note n WHERE n.space = ?1 AND n.deleted = 0 ORDER BY n.num"

/* What the thread has read. */
typedef struct {
  LpReader     *reader;
  GStringChunk *texts;
  GArray       *all;    /* of LpLooseNote */
  GArray       *loose;
  LpLexicon    *lexicon;
  LpNames      *names;
} Notes;

typedef struct {
  char           *path;
  LpId            meeting;
  gpointer      (*find) (Notes *notes, GCancellable *cancellable); /* NULL: it was cancelled */
  GDestroyNotify  free;
} Job;

static void
found_group_free (gpointer data)
{
  LpFoundGroup *self = data;

  g_free (self->name);
  g_strfreev (self->words);
  g_clear_pointer (&self->notes, lp_note_ids_unref);
  for (guint i = 0; i < LP_FOUND_FIRSTS; i++)
    g_clear_object (&self->firsts[i]);
  g_free (self);
}

static void
found_pair_free (gpointer data)
{
  LpFoundPair *self = data;

  g_clear_object (&self->first);
  g_clear_object (&self->other);
  g_free (self);
}

void
lp_found_groups_free (LpFoundGroups *self)
{
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_free (self);
}

/* --- Groups and pairs --- */

static gboolean
is_shown (LpFoundGroup *self, LpRecord *note, guint n, gboolean by_kind)
{
  for (guint i = 0; i < n; i++)
    {
      if (by_kind ? g_str_equal (lp_record_text (self->firsts[i], LP_NOTE_KIND), lp_record_text (note, LP_NOTE_KIND))
                  : self->firsts[i] == note)
        return TRUE;
    }
  return FALSE;
}

/* The most typical of each kind, then the others. */
static void
choose_firsts (LpFoundGroup *self, GPtrArray *records)
{
  guint n = 0;

  for (int by_kind = TRUE; by_kind >= FALSE; by_kind--)
    {
      for (guint i = 0; i < records->len && n < LP_FOUND_FIRSTS; i++)
        {
          LpRecord *note = g_ptr_array_index (records, i);

          if (!is_shown (self, note, n, by_kind) && !is_shown (self, note, n, FALSE))
            self->firsts[n++] = g_object_ref (note);
        }
    }
}

static LpFoundGroup *
make_group (Notes *notes, LpGroup *group)
{
  LpFoundGroup *self = g_new0 (LpFoundGroup, 1);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  self->notes = lp_note_ids_new ();
  for (guint i = 0; i < group->n_notes; i++)
    {
      g_autoptr (LpRecord) note = lp_reader_load_num (notes->reader, LP_NOTE, group->notes[i], NULL);

      if (note == NULL)
        continue;
      lp_note_ids_add (self->notes, lp_record_get_id (note));
      if (records->len < LP_GROUPS_MAX)
        g_ptr_array_add (records, g_steal_pointer (&note));
    }
  self->name = g_strdup (group->name);
  self->words = g_strdupv (group->words);
  choose_firsts (self, records);
  return self;
}

/* A dream and a concern that say the same are two sides of it. */
static gboolean
is_said_twice (Notes *notes, LpRecord *first, LpRecord *other)
{
  LpId theme = { 0 };

  return first != NULL && other != NULL &&
         g_str_equal (lp_record_text (first, LP_NOTE_KIND), lp_record_text (other, LP_NOTE_KIND)) &&
         lp_note_join_find (notes->reader, lp_record_get_id (first), lp_record_get_id (other), &theme) != LP_JOIN_DONE;
}

static LpFoundPair *
make_pair (Notes *notes, const LpPair *pair)
{
  g_autoptr (LpRecord) first = lp_reader_load_num (notes->reader, LP_NOTE, pair->one, NULL);
  g_autoptr (LpRecord) other = lp_reader_load_num (notes->reader, LP_NOTE, pair->other, NULL);
  LpFoundPair *self = NULL;

  if (!is_said_twice (notes, first, other))
    return NULL;
  self = g_new0 (LpFoundPair, 1);
  self->first = g_steal_pointer (&first);
  self->other = g_steal_pointer (&other);
  return self;
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const LpPair *one = a, *other = b;

  return (one->likeness < other->likeness) - (one->likeness > other->likeness);
}

static gboolean
read_notes (Notes *notes, const LpId *meeting, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (notes->reader, NOTES);
  g_autoptr (GError) problem = NULL;

  lp_query_bind_id (query, 1, meeting);
  while (lp_query_next (query, &problem))
    {
      LpLooseNote note = { lp_query_int (query, 0), g_string_chunk_insert (notes->texts, lp_query_text (query, 1)) };

      g_array_append_val (notes->all, note);
      if (lp_query_int (query, 2) == 0)
        g_array_append_val (notes->loose, note);
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* To be freed by lp_found_groups_free(). */
static gpointer
find_groups (Notes *notes, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) groups = lp_groups_find (notes->lexicon, notes->names, (LpLooseNote *) notes->loose->data,
                                                 notes->loose->len, (LpStop) g_cancellable_is_cancelled, cancellable);
  LpFoundGroups *found = NULL;

  if (groups == NULL)
    return NULL;
  found = g_new0 (LpFoundGroups, 1);
  found->n_loose = notes->loose->len;
  found->groups = g_ptr_array_new_with_free_func (found_group_free);
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (found->groups, make_group (notes, g_ptr_array_index (groups, i)));
  return found;
}

/* To be freed by g_ptr_array_unref(). */
static gpointer
find_pairs (Notes *notes, GCancellable *cancellable)
{
  g_autoptr (GArray) pairs = lp_groups_find_pairs (notes->lexicon, (LpLooseNote *) notes->all->data, notes->all->len,
                                                   (LpStop) g_cancellable_is_cancelled, cancellable);
  GPtrArray *found = NULL;

  if (pairs == NULL)
    return NULL;
  found = g_ptr_array_new_with_free_func (found_pair_free);
  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < pairs->len && found->len < LP_FOUND_PAIRS_MAX; i++)
    {
      LpFoundPair *pair = make_pair (notes, &g_array_index (pairs, LpPair, i));

      if (pair != NULL)
        g_ptr_array_add (found, pair);
    }
  return found;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LpReader) reader = lp_reader_open (job->path, &error);
  g_autoptr (GStringChunk) texts = g_string_chunk_new (64 * 1024);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (LpLooseNote));
  g_autoptr (GArray) loose = g_array_new (FALSE, FALSE, sizeof (LpLooseNote));
  Notes notes = { reader, texts, all, loose };
  gpointer found = NULL;

  if (reader != NULL)
    lp_reader_set_limits (reader, cancellable, 0);
  if (reader != NULL && lp_reader_begin (reader, &error))
    {
      notes.lexicon = lp_panel_lexicon_get (reader, &job->meeting, &error);
      if (notes.lexicon != NULL)
        notes.names = lp_note_privacy_load_names (reader, &job->meeting, &error);
      if (notes.names != NULL && read_notes (&notes, &job->meeting, &error))
        found = job->find (&notes, cancellable);
      lp_reader_end (reader);
    }
  g_clear_pointer (&notes.lexicon, lp_lexicon_unref);
  g_clear_pointer (&notes.names, lp_names_free);
  if (found != NULL)
    g_task_return_pointer (task, found, job->free);
  else if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_error_if_cancelled (task);
}

static void
start (LpStore *store, const LpId *meeting, const Job *what, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  *job = *what;
  job->path = g_strdup (lp_store_get_path (store));
  job->meeting = *meeting;
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, find_in_thread);
}

/** lp_found_groups_async: looks for groups among the loose notes of a meeting, on a thread. Nothing is changed. */
void
lp_found_groups_async (LpStore *store, const LpId *meeting, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  start (store, meeting, &(Job) { .find = find_groups, .free = (GDestroyNotify) lp_found_groups_free }, cancellable, callback, user_data);
}

LpFoundGroups *
lp_found_groups_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/** lp_found_pairs_async: looks for pairs among all notes of a meeting, on a thread. Nothing is changed. */
void
lp_found_pairs_async (LpStore *store, const LpId *meeting, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  start (store, meeting, &(Job) { .find = find_pairs, .free = (GDestroyNotify) g_ptr_array_unref }, cancellable, callback, user_data);
}

GPtrArray *
lp_found_pairs_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
