/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-loader.h"

struct _LpLoader {
  GObject         parent_instance;

  LpStore        *store;
  LpId            meeting;
  LpLoad          load;
  GDestroyNotify  free_result;

  gpointer        result;
  GCancellable   *cancellable;
  gboolean        active;
  gboolean        stale;
  gboolean        running;
  gboolean        all;
};

/* What the thread is told; it sees nothing of the loader. */
typedef struct {
  char           *path;
  LpId            meeting;
  LpLoad          load;
  GDestroyNotify  free_result;
} Job;

G_DEFINE_FINAL_TYPE (LpLoader, lp_loader, G_TYPE_OBJECT)

enum {
  LOADED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LpReader) reader = lp_reader_open (job->path, &error);
  gpointer result = NULL;

  if (reader != NULL && lp_reader_begin (reader, &error))
    {
      result = job->load (reader, &job->meeting, &error);
      lp_reader_end (reader);
    }
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, result, job->free_result);
}

static void
take_result (LpLoader     *self,
             GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  gpointer loaded = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  g_clear_pointer (&self->result, self->free_result);
  self->result = loaded;
  g_signal_emit (self, signals[LOADED], 0);
}

/*
 * A change that comes while a task runs makes the loader stale once more: read_cb starts the next. The task does
 * not know the loader, read_cb holds it: a thread may let go of its task last, and a loader must not go away there.
 */
static void
refresh (LpLoader            *self,
         GAsyncReadyCallback  callback)
{
  g_autoptr (GTask) task = NULL;
  Job *job = NULL;

  if (!self->active || !self->stale || self->running)
    return;
  self->stale = FALSE;
  self->running = TRUE;
  job = g_new0 (Job, 1);
  job->path = g_strdup (lp_store_get_path (self->store));
  job->meeting = self->meeting;
  job->load = self->load;
  job->free_result = self->free_result;
  task = g_task_new (NULL, self->cancellable, callback, g_object_ref (self));
  g_task_set_source_tag (task, refresh);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (LpLoader) self = data;

  self->running = FALSE;
  take_result (self, result);
  refresh (self, read_cb);
}

static void
changed_cb (LpLoader *self,
            GArray   *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const LpChange *change = &g_array_index (changes, LpChange, i);

      if (self->all || !lp_id_is_set (&self->meeting) || lp_id_equal (&change->space, &self->meeting)
          || lp_id_equal (&change->object, &self->meeting))
        {
          self->stale = TRUE;
          refresh (self, read_cb);
          return;
        }
    }
}

static void
map_cb (LpLoader *self)
{
  lp_loader_set_active (self, TRUE);
}

static void
unmap_cb (LpLoader *self)
{
  lp_loader_set_active (self, FALSE);
}

static void
lp_loader_dispose (GObject *object)
{
  LpLoader *self = LP_LOADER (object);

  self->active = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_pointer (&self->result, self->free_result);

  G_OBJECT_CLASS (lp_loader_parent_class)->dispose (object);
}

static void
lp_loader_class_init (LpLoaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lp_loader_dispose;

  signals[LOADED] = g_signal_new ("loaded", LP_TYPE_LOADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", LP_TYPE_LOADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
lp_loader_init (LpLoader *self)
{
  self->cancellable = g_cancellable_new ();
  self->stale = TRUE;
}

LpLoader *
lp_loader_new (LpStore        *store,
               const LpId     *meeting,
               LpLoad          load,
               GDestroyNotify  free_result)
{
  LpLoader *self = g_object_new (LP_TYPE_LOADER, NULL);

  self->store = g_object_ref (store);
  if (meeting != NULL)
    self->meeting = *meeting;
  self->load = load;
  self->free_result = free_result;
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
lp_loader_set_active (LpLoader *self,
                      gboolean  active)
{
  self->active = active;
  refresh (self, read_cb);
}

/** lp_loader_follow_all: reads again after any change, whichever meeting it is in. */
void
lp_loader_follow_all (LpLoader *self)
{
  self->all = TRUE;
}

/** lp_loader_follow: active while the widget is on the screen. */
void
lp_loader_follow (LpLoader  *self,
                  GtkWidget *widget)
{
  g_signal_connect_object (widget, "map", G_CALLBACK (map_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "unmap", G_CALLBACK (unmap_cb), self, G_CONNECT_SWAPPED);
}

/** lp_loader_get_result: what was read last, or NULL before "loaded". Stays the loader's. */
gpointer
lp_loader_get_result (LpLoader *self)
{
  return self->result;
}

/** lp_loader_is_stale: something changed since that was read; what is true now comes by the next "loaded". */
gboolean
lp_loader_is_stale (LpLoader *self)
{
  return self->stale;
}
