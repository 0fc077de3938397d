/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-draft-keeper.h"

#include <gio/gio.h>

/* What is typed in this time is written down at once: who types a word loses no more than that. */
#define SOON_MS 400

struct _LpDraftKeeper
{
  GObject parent_instance;

  char *path;
  GPtrArray *drafts; /* of LpDraft: the newest; never changed, as a thread may write them down */
  gboolean changed;  /* since they were written, or are being written */
  guint timeout;
  guint64 serial;    /* of what is to be written */
  guint64 written;   /* the newest that was; guarded by the mutex */
  GMutex writing;    /* held by who writes: one after the other */
};

G_DEFINE_FINAL_TYPE (LpDraftKeeper, lp_draft_keeper, G_TYPE_OBJECT)

/* What could not be written down, of pages that were left: path → GPtrArray of LpDraft. On the main thread. */
static GHashTable *left_behind;

typedef struct {
  GPtrArray *drafts;
  guint64 serial;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_ptr_array_unref (job->drafts);
  g_free (job);
}

/* A thread may come late: what is older than what was written is not written any more. */
static gboolean
write_down (LpDraftKeeper *self, GPtrArray *drafts, guint64 serial, GError **error)
{
  gboolean written = TRUE;

  g_mutex_lock (&self->writing);
  if (serial > self->written)
    written = lp_drafts_save (drafts, self->path, error);
  if (written)
    self->written = MAX (self->written, serial);
  g_mutex_unlock (&self->writing);

  return written;
}

static void
write_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (write_down (source, job->drafts, job->serial, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LpDraftKeeper *self = LP_DRAFT_KEEPER (source);
  g_autoptr (GError) error = NULL;

  /* The words are still in the field; when the window closes it is tried once more, and said. */
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_info ("The draft was not written: %s", error->message);
      self->changed = TRUE;
    }
}

static void
timeout_cb (gpointer data)
{
  LpDraftKeeper *self = data;
  g_autoptr (GTask) task = g_task_new (self, NULL, written_cb, NULL);
  Job *job = g_new0 (Job, 1);

  self->timeout = 0;
  self->changed = FALSE;
  job->drafts = g_ptr_array_ref (self->drafts);
  job->serial = ++self->serial;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, write_cb);
}

static void
lp_draft_keeper_finalize (GObject *object)
{
  LpDraftKeeper *self = LP_DRAFT_KEEPER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_pointer (&self->path, g_free);
  g_mutex_clear (&self->writing);

  G_OBJECT_CLASS (lp_draft_keeper_parent_class)->finalize (object);
}

static void
lp_draft_keeper_class_init (LpDraftKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lp_draft_keeper_finalize;

  left_behind = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

static void
lp_draft_keeper_init (LpDraftKeeper *self)
{
  g_mutex_init (&self->writing);
  self->drafts = lp_drafts_new ();
}

/* path: see lp_draft_path () */
LpDraftKeeper *
lp_draft_keeper_new (const char *path)
{
  LpDraftKeeper *self = g_object_new (LP_TYPE_DRAFT_KEEPER, NULL);

  self->path = g_strdup (path);
  return self;
}

/** lp_draft_keeper_load: Returns: (transfer full) (nullable): what was kept last; %NULL without an error when there is nothing */
GPtrArray *
lp_draft_keeper_load (LpDraftKeeper *self, GError **error)
{
  GPtrArray *drafts = g_hash_table_lookup (left_behind, self->path);

  return drafts != NULL ? g_ptr_array_ref (drafts) : lp_drafts_load (self->path, error);
}

/**
 * lp_draft_keeper_keep: from now on this is what is being typed; it is written down soon.
 * @drafts: (transfer full): of LpDraft; none when nothing is being typed any more. Not to be changed any more
 */
void
lp_draft_keeper_keep (LpDraftKeeper *self, GPtrArray *drafts)
{
  gboolean nothing = self->drafts->len == 0 && drafts->len == 0 && !self->changed;

  g_ptr_array_unref (self->drafts);
  self->drafts = drafts;
  if (nothing)
    return;

  self->changed = TRUE;
  if (self->timeout == 0)
    self->timeout = g_timeout_add_once (SOON_MS, timeout_cb, self);
}

/** lp_draft_keeper_flush: writes down now, and waits until it is on the disk. What cannot be written is kept until the end of the
 * program: see lp_draft_keeper_flush_left_behind (). */
gboolean
lp_draft_keeper_flush (LpDraftKeeper *self, GError **error)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (!write_down (self, self->drafts, ++self->serial, error))
    {
      g_hash_table_insert (left_behind, g_strdup (self->path), g_ptr_array_ref (self->drafts));
      return FALSE;
    }

  g_hash_table_remove (left_behind, self->path);
  self->changed = FALSE;
  return TRUE;
}

/** lp_draft_keeper_flush_left_behind: tries once more to write down what could not be, of pages that were left. */
gboolean
lp_draft_keeper_flush_left_behind (GError **error)
{
  GHashTableIter iter;
  gpointer path = NULL;
  gpointer drafts = NULL;

  if (left_behind == NULL)
    return TRUE;

  g_hash_table_iter_init (&iter, left_behind);
  while (g_hash_table_iter_next (&iter, &path, &drafts))
    {
      if (!lp_drafts_save (drafts, path, error))
        return FALSE;
      g_hash_table_iter_remove (&iter);
    }

  return TRUE;
}
