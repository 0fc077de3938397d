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
  LpDraft *draft;   /* the newest; NULL for none */
  gboolean changed; /* since it was written, or is being written */
  guint timeout;
  guint64 serial;   /* of what is to be written */
  guint64 written;  /* the newest that was; guarded by the mutex */
  GMutex writing;   /* held by who writes: one after the other */
};

G_DEFINE_FINAL_TYPE (LpDraftKeeper, lp_draft_keeper, G_TYPE_OBJECT)

typedef struct {
  LpDraft *draft;
  guint64 serial;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  lp_draft_free (job->draft);
  g_free (job);
}

/* A thread may come late: what is older than what was written is not written any more. */
static gboolean
write_down (LpDraftKeeper *self, const LpDraft *draft, guint64 serial, GError **error)
{
  gboolean written = TRUE;

  g_mutex_lock (&self->writing);
  if (serial > self->written)
    written = draft != NULL ? lp_draft_save (draft, self->path, error) : lp_draft_remove (self->path, error);
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

  if (write_down (source, job->draft, job->serial, &error))
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
  job->draft = self->draft != NULL ? lp_draft_copy (self->draft) : NULL;
  job->serial = ++self->serial;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, write_cb);
}

static void
lp_draft_keeper_finalize (GObject *object)
{
  LpDraftKeeper *self = LP_DRAFT_KEEPER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->draft, lp_draft_free);
  g_clear_pointer (&self->path, g_free);
  g_mutex_clear (&self->writing);

  G_OBJECT_CLASS (lp_draft_keeper_parent_class)->finalize (object);
}

static void
lp_draft_keeper_class_init (LpDraftKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lp_draft_keeper_finalize;
}

static void
lp_draft_keeper_init (LpDraftKeeper *self)
{
  g_mutex_init (&self->writing);
}

/* path: see lp_draft_path () */
LpDraftKeeper *
lp_draft_keeper_new (const char *path)
{
  LpDraftKeeper *self = g_object_new (LP_TYPE_DRAFT_KEEPER, NULL);

  self->path = g_strdup (path);
  return self;
}

/**
 * lp_draft_keeper_keep: from now on this is what is being typed; it is written down soon.
 * @draft: (transfer full) (nullable): %NULL when nothing is being typed any more
 */
void
lp_draft_keeper_keep (LpDraftKeeper *self, LpDraft *draft)
{
  if (self->draft == NULL && draft == NULL && !self->changed)
    return;

  g_clear_pointer (&self->draft, lp_draft_free);
  self->draft = draft;
  self->changed = TRUE;
  if (self->timeout == 0)
    self->timeout = g_timeout_add_once (SOON_MS, timeout_cb, self);
}

/** lp_draft_keeper_flush: writes down now, and waits until it is on the disk. */
gboolean
lp_draft_keeper_flush (LpDraftKeeper *self, GError **error)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (!write_down (self, self->draft, ++self->serial, error))
    return FALSE;

  self->changed = FALSE;
  return TRUE;
}
