/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-store.h"

#include "lp-backup.h"
#include "lp-draft.h"
#include "lp-file.h"
#include "lp-lock.h"
#include "lp-undo.h"
#include "lp-writer.h"

#include <glib/gi18n-lib.h>

/* What there may be to tell the user, what weighs most first. */
typedef enum {
  NOTICE_CLEAN_UP,  /* what was erased can still be found */
  NOTICE_BACKUP,
  N_NOTICES,
} Subject;

struct _LpStore {
  GObject       parent_instance;

  char         *path;
  LpLock       *lock;
  LpWriter     *writer;   /* NULL: read-only */
  LpReader     *reader;
  LpUndo       *undo;
  GMainContext *context;
  GThread      *owner;    /* the main thread: whose signals and undo these are */
  GThread      *backup;
  GAsyncQueue  *written;  /* of Delivery: done, but nobody was told yet */
  GQueue        steps;    /* of GTask: undo and redo that wait for what was committed before them */
  gint64        backup_day;
  char         *notices[N_NOTICES];
  int           pending;  /* atomic: other threads commit too */
};

G_DEFINE_QUARK (lp-store-error-quark, lp_store_error)
G_DEFINE_FINAL_TYPE (LpStore, lp_store, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_UNDO_TITLE,
  PROP_REDO_TITLE,
  PROP_PENDING,
  PROP_NOTICE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a commit does to the undo stacks. */
typedef enum {
  STEP_ACTION,
  STEP_UNDO,
  STEP_REDO,
} Step;

/* A commit under way: from the caller to the writer's thread and back. */
typedef struct {
  LpStore  *store;
  LpCommit *commit;
  Step      step;
  GTask    *task;      /* NULL: somebody waits */
  GMutex    mutex;
  GCond     cond;
  gboolean  here;      /* the one who waits is the main thread and looks by itself */
  gboolean  delivered;
} Delivery;

static void
run_on_main (LpStore *self, GSourceFunc func, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, destroy);
  g_source_attach (source, self->context);
}

typedef struct {
  LpStore *store;
  Subject  subject;
  char    *text;     /* NULL: all is well again */
} Notice;

static void
notice_free (gpointer data)
{
  Notice *notice = data;

  g_object_unref (notice->store);
  g_free (notice->text);
  g_free (notice);
}

static gboolean
set_notice_cb (gpointer data)
{
  Notice *notice = data;

  if (g_set_str (&notice->store->notices[notice->subject], notice->text))
    g_object_notify_by_pspec (G_OBJECT (notice->store), properties[PROP_NOTICE]);

  return G_SOURCE_REMOVE;
}

static void
say (LpStore *self, Subject subject, const char *text)
{
  Notice notice = { g_object_ref (self), subject, g_strdup (text) };

  run_on_main (self, set_notice_cb, g_memdup2 (&notice, sizeof notice), notice_free);
}

/* On the writer's thread. */
static void
warn_cb (const GError *warning, gpointer user_data)
{
  say (user_data, NOTICE_CLEAN_UP, warning->message);
}

static const char *
get_notice (LpStore *self)
{
  return self->notices[NOTICE_CLEAN_UP] ? self->notices[NOTICE_CLEAN_UP] : self->notices[NOTICE_BACKUP];
}

static gpointer
backup_thread (gpointer data)
{
  LpStore *self = data; /* waits for this thread before it goes */
  g_autoptr (GError) error = NULL;

  if (!lp_backup_make_daily (self->path, &error))
    say (self, NOTICE_BACKUP, error->message);

  return NULL;
}

static gint64
today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_year (now) * 1000 + g_date_time_get_day_of_year (now);
}

static void
start_backup (LpStore *self)
{
  if (self->backup)
    g_thread_join (g_steal_pointer (&self->backup));
  self->backup_day = today ();
  self->backup = g_thread_new ("backup", backup_thread, self);
}

static void
notify_undo (LpStore *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_TITLE]);
}

static gboolean
notify_pending_cb (gpointer data)
{
  g_object_notify_by_pspec (data, properties[PROP_PENDING]);

  return G_SOURCE_REMOVE;
}

static void
add_pending (LpStore *self, int number)
{
  g_atomic_int_add (&self->pending, number);
  if (g_thread_self () == self->owner)
    notify_pending_cb (self);
  else
    run_on_main (self, notify_pending_cb, g_object_ref (self), g_object_unref);
}

static void
add_final (GHashTable *gone, const LpEdit *edit)
{
  guint64 *fields = g_hash_table_lookup (gone, &edit->object);

  if (edit->kind == LP_OP_PUT)
    return;
  if (!fields)
    {
      fields = g_new0 (guint64, 1);
      g_hash_table_insert (gone, lp_id_copy (&edit->object), fields);
    }
  if (edit->kind == LP_OP_ERASE)
    *fields = G_MAXUINT64;
  else
    *fields |= G_GUINT64_CONSTANT (1) << g_array_index (edit->fields, LpEditField, 0).field;
}

/* What was erased or scrubbed must not come back by undo. */
static void
forget_final (LpStore *self, LpChangeSet *changes)
{
  GPtrArray *edits = lp_change_set_get_edits (changes);
  g_autoptr (GHashTable) gone = g_hash_table_new_full (lp_id_hash, lp_id_equal_func, g_free, g_free);

  for (guint i = 0; i < edits->len; i++)
    add_final (gone, g_ptr_array_index (edits, i));
  if (g_hash_table_size (gone) > 0)
    lp_undo_forget (self->undo, gone);
}

static void
remember_step (LpStore *self, LpCommit *commit, Step step)
{
  LpUndoWay way = step == STEP_UNDO ? LP_UNDO_AGAIN : LP_UNDO_BACK;

  if (lp_change_set_get_title (commit->inverse) && !lp_change_set_is_empty (commit->inverse))
    lp_undo_push (self->undo, way, lp_change_set_ref (commit->inverse));
  if (step == STEP_ACTION && commit->changed->len > 0)
    lp_undo_clear (self->undo, LP_UNDO_AGAIN);
  forget_final (self, commit->changes);
  notify_undo (self);
}

/* The step could not be taken; it can be tried again. */
static void
give_back_step (LpStore *self, LpCommit *commit, Step step)
{
  if (step == STEP_ACTION)
    return;
  lp_undo_push (self->undo, step == STEP_UNDO ? LP_UNDO_BACK : LP_UNDO_AGAIN, lp_change_set_ref (commit->changes));
  notify_undo (self);
}

/* On the main thread: the commit is on the disk, or has failed; tell everybody. */
static void
deliver (Delivery *delivery)
{
  LpStore *self = delivery->store;
  LpCommit *commit = delivery->commit;

  if (commit->error)
    give_back_step (self, commit, delivery->step);
  else
    remember_step (self, commit, delivery->step);
  if (commit->warning || commit->settled)
    say (self, NOTICE_CLEAN_UP, commit->warning ? commit->warning->message : NULL);
  if (commit->changed->len > 0)
    g_signal_emit (self, signals[CHANGED], 0, commit->changed);
  add_pending (self, -1);
  if (!commit->error && self->backup_day != today ())
    start_backup (self);
}

static void
delivery_free (Delivery *self)
{
  lp_commit_free (self->commit);
  g_clear_object (&self->task);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_object_unref (self->store);
  g_free (self);
}

static Delivery *
delivery_new (LpStore *store, LpChangeSet *changes, Step step, GCancellable *cancellable)
{
  Delivery *self = g_new0 (Delivery, 1);

  self->store = g_object_ref (store);
  self->commit = lp_commit_new (changes, cancellable);
  self->step = step;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);

  return self;
}

static void
answer_task (Delivery *delivery)
{
  GTask *task = delivery->task;
  LpCommit *commit = delivery->commit;

  if (commit->error)
    g_task_return_error (task, g_steal_pointer (&commit->error));
  else
    g_task_return_boolean (task, TRUE);
  delivery_free (delivery);
}

static gboolean finish_next_cb (gpointer data);

static void
let_go (Delivery *delivery)
{
  g_mutex_lock (&delivery->mutex);
  delivery->delivered = TRUE;
  g_cond_signal (&delivery->cond);
  g_mutex_unlock (&delivery->mutex);
}

/*
 * All who show what changed, and then who asked for it, in a turn of the main loop of its own: both are much work for one,
 * between two frames. No other commit comes between the two.
 */
static void
finish (Delivery *delivery)
{
  LpStore *self = delivery->store;

  if (delivery->delivered)
    {
      answer_task (delivery);
      return;
    }
  deliver (delivery);
  if (delivery->task == NULL)
    {
      let_go (delivery);
      return;
    }
  delivery->delivered = TRUE;
  g_async_queue_push_front (self->written, delivery);
  run_on_main (self, finish_next_cb, g_object_ref (self), g_object_unref);
}

/* Who waits on the main thread may have been here first. */
static gboolean
finish_next_cb (gpointer data)
{
  LpStore *self = data;
  Delivery *delivery = g_async_queue_try_pop (self->written);

  if (delivery)
    finish (delivery);

  return G_SOURCE_REMOVE;
}

/* On the writer's thread. */
static void
written_cb (LpCommit *commit, gpointer user_data)
{
  Delivery *delivery = user_data;
  LpStore *told = delivery->here ? NULL : g_object_ref (delivery->store);

  g_async_queue_push (delivery->store->written, delivery);
  /* from here on the delivery is another's */
  if (told)
    run_on_main (told, finish_next_cb, told, g_object_unref);
}

static gboolean
check_open (LpStore *self, GError **error)
{
  if (self->writer)
    return TRUE;
  g_set_error_literal (error, LP_STORE_ERROR, LP_STORE_ERROR_READ_ONLY, _("The database is open for reading only."));

  return FALSE;
}

/* task: transfer full */
static void
commit_task (LpStore *self, LpChangeSet *changes, Step step, GTask *task)
{
  Delivery *delivery = delivery_new (self, changes, step, g_task_get_cancellable (task));

  delivery->task = task;
  /* the writer says whether it came in time */
  g_task_set_check_cancellable (task, FALSE);
  add_pending (self, 1);
  lp_writer_push (self->writer, delivery->commit, written_cb, delivery);
}

/* Those committed before are told first: their order is that of undo. */
static void
wait_here (LpStore *self, Delivery *delivery)
{
  while (!delivery->delivered)
    finish (g_async_queue_pop (self->written));
}

static void
wait_elsewhere (Delivery *delivery)
{
  g_mutex_lock (&delivery->mutex);
  while (!delivery->delivered)
    g_cond_wait (&delivery->cond, &delivery->mutex);
  g_mutex_unlock (&delivery->mutex);
}

static gboolean
commit_and_wait (LpStore *self, LpChangeSet *changes, Step step, GError **error)
{
  Delivery *delivery = delivery_new (self, changes, step, NULL);
  gboolean done;

  delivery->here = g_thread_self () == self->owner;
  add_pending (self, 1);
  lp_writer_push (self->writer, delivery->commit, written_cb, delivery);
  if (delivery->here)
    wait_here (self, delivery);
  else
    wait_elsewhere (delivery);

  done = !delivery->commit->error;
  if (!done)
    g_propagate_error (error, g_steal_pointer (&delivery->commit->error));
  delivery_free (delivery);

  return done;
}

/* The next step back or again; an error when there is none. */
static LpChangeSet *
take_step (LpStore *self, Step step, GError **error)
{
  LpChangeSet *changes;

  if (!check_open (self, error))
    return NULL;
  changes = lp_undo_pop (self->undo, step == STEP_UNDO ? LP_UNDO_BACK : LP_UNDO_AGAIN);
  if (!changes)
    g_set_error_literal (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND,
                         step == STEP_UNDO ? _("There is nothing to undo.") : _("There is nothing to redo."));

  return changes;
}

/* A step back is one back from all that was asked for before it, also from what is still on its way to the disk. */
static gboolean
step_and_wait (LpStore *self, Step step, GError **error)
{
  g_autoptr (LpChangeSet) changes = NULL;

  while (lp_store_get_pending (self) > 0)
    finish (g_async_queue_pop (self->written));
  changes = take_step (self, step, error);

  return changes && commit_and_wait (self, changes, step, error);
}

/* task: transfer full */
static void
begin_step (LpStore *self, Step step, GTask *task)
{
  g_autoptr (LpChangeSet) changes = NULL;
  GError *error = NULL;

  changes = take_step (self, step, &error);
  g_task_set_task_data (task, changes ? g_strdup (lp_change_set_get_title (changes)) : NULL, g_free);
  if (!changes)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  commit_task (self, changes, step, task);
  notify_undo (self);
}

static void
begin_next_step (LpStore *self)
{
  while (lp_store_get_pending (self) == 0 && !g_queue_is_empty (&self->steps))
    {
      GTask *task = g_queue_pop_head (&self->steps);

      begin_step (self, GPOINTER_TO_INT (g_task_get_task_data (task)), task);
    }
}

static void
step_async (LpStore *self, Step step, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, step_async);
  g_task_set_task_data (task, GINT_TO_POINTER (step), NULL);
  g_queue_push_tail (&self->steps, task);
  begin_next_step (self);
}

static void
lp_store_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpStore *self = LP_STORE (object);

  switch (prop_id)
    {
    case PROP_UNDO_TITLE:
      g_value_set_string (value, lp_store_get_undo_title (self));
      break;
    case PROP_REDO_TITLE:
      g_value_set_string (value, lp_store_get_redo_title (self));
      break;
    case PROP_PENDING:
      g_value_set_uint (value, lp_store_get_pending (self));
      break;
    case PROP_NOTICE:
      g_value_set_string (value, get_notice (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_store_notify (GObject *object, GParamSpec *pspec)
{
  if (pspec == properties[PROP_PENDING])
    begin_next_step (LP_STORE (object));
}

static void
lp_store_dispose (GObject *object)
{
  LpStore *self = LP_STORE (object);

  lp_store_close (self, NULL);

  G_OBJECT_CLASS (lp_store_parent_class)->dispose (object);
}

static void
lp_store_finalize (GObject *object)
{
  LpStore *self = LP_STORE (object);

  g_clear_pointer (&self->undo, lp_undo_free);
  g_queue_clear_full (&self->steps, g_object_unref);
  g_clear_pointer (&self->written, g_async_queue_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  for (guint i = 0; i < N_NOTICES; i++)
    g_clear_pointer (&self->notices[i], g_free);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (lp_store_parent_class)->finalize (object);
}

static void
lp_store_class_init (LpStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lp_store_get_property;
  object_class->notify = lp_store_notify;
  object_class->dispose = lp_store_dispose;
  object_class->finalize = lp_store_finalize;

  properties[PROP_UNDO_TITLE] = g_param_spec_string ("undo-title", NULL, NULL, NULL, flags);
  properties[PROP_REDO_TITLE] = g_param_spec_string ("redo-title", NULL, NULL, NULL, flags);
  properties[PROP_PENDING] = g_param_spec_uint ("pending", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_NOTICE] = g_param_spec_string ("notice", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_ARRAY);
}

static void
lp_store_init (LpStore *self)
{
  self->undo = lp_undo_new ();
  self->written = g_async_queue_new ();
  g_queue_init (&self->steps);
  self->context = g_main_context_ref_thread_default ();
  self->owner = g_thread_self ();
}

/** lp_store_default_path: Returns: (transfer full): where the user's meetings lie */
char *
lp_store_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "landspanel", "landspanel.db", NULL);
}

static gboolean
open_write (LpStore *self, GError **error)
{
  LpDb *db;
  gboolean is_new;

  if (!lp_file_inspect (self->path, &is_new, error))
    return FALSE;
  if (is_new && !lp_file_make_folder (self->path, error))
    return FALSE;
  self->lock = lp_lock_take (self->path, error);
  if (!self->lock)
    return FALSE;
  db = lp_file_open_write (self->path, &is_new, error);
  if (!db)
    return FALSE;

  self->writer = lp_writer_new (db, warn_cb, self);
  self->reader = lp_file_open_read (self->path, error);
  if (!self->reader)
    return FALSE;
  lp_drafts_sweep (self->path, self->reader);
  if (is_new)
    self->backup_day = today ();
  else
    start_backup (self);

  return TRUE;
}

/**
 * lp_store_open:
 * @path: of the database
 *
 * A file that is not ours, newer, damaged, or held by another program is said to be so by an error of %LP_STORE_ERROR,
 * and stays as it is.
 *
 * Returns: (transfer full): the store, whose signals come on this thread
 */
LpStore *
lp_store_open (const char *path, LpStoreMode mode, GError **error)
{
  g_autoptr (LpStore) self = g_object_new (LP_TYPE_STORE, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  if (mode == LP_STORE_READ_WRITE)
    return open_write (self, error) ? g_steal_pointer (&self) : NULL;

  self->reader = lp_file_open_read (self->path, error);

  return self->reader ? g_steal_pointer (&self) : NULL;
}

/**
 * lp_store_close:
 *
 * Waits until all that was committed is on the disk and today's backup is made, and lets others write. What
 * follows fails. %FALSE with @error when the backup could not be made, or when what was erased can still be found.
 */
gboolean
lp_store_close (LpStore *self, GError **error)
{
  gboolean done = TRUE;

  if (self->backup)
    g_thread_join (g_steal_pointer (&self->backup));
  if (self->writer)
    {
      done = lp_writer_stop (self->writer, error);
      lp_drafts_sweep (self->path, self->reader);
    }
  g_clear_object (&self->reader);
  if (self->writer)
    {
      done = lp_backup_make_daily (self->path, done ? error : NULL) && done;
      /* last, as only a connection that may write tidies up behind SQLite */
      g_clear_pointer (&self->writer, lp_writer_free);
    }
  g_clear_pointer (&self->lock, lp_lock_free);

  return done;
}

/** lp_store_get_path: Returns: (transfer none): the full path of the database */
const char *
lp_store_get_path (LpStore *self)
{
  return self->path;
}

/** lp_store_get_reader: Returns: (transfer none): for the main thread, short queries; %NULL once the store is closed */
LpReader *
lp_store_get_reader (LpStore *self)
{
  return self->reader;
}

/**
 * lp_store_commit_async:
 * @cancellable: with %G_IO_ERROR_CANCELLED nothing was written; what came too late to be stopped is done
 *
 * Done means on the disk: what was acknowledged survives the loss of power.
 */
void
lp_store_commit_async (LpStore             *self,
                       LpChangeSet         *changes,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;

  g_task_set_source_tag (task, lp_store_commit_async);
  if (!check_open (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  commit_task (self, changes, STEP_ACTION, g_steal_pointer (&task));
}

/** lp_store_commit_finish: Returns: whether it is on the disk; else @error says why nothing was changed */
gboolean
lp_store_commit_finish (LpStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * lp_store_commit:
 *
 * The same, waiting. From another thread than the store's own it also waits until "changed" was emitted there.
 */
gboolean
lp_store_commit (LpStore *self, LpChangeSet *changes, GError **error)
{
  return check_open (self, error) && commit_and_wait (self, changes, STEP_ACTION, error);
}

/**
 * lp_store_undo_async:
 *
 * Takes back the last action that can be, once all that was committed before is on the disk. Finish it, as redo, with
 * lp_store_undo_finish ().
 */
void
lp_store_undo_async (LpStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  step_async (self, STEP_UNDO, cancellable, callback, user_data);
}

/** lp_store_redo_async: Does again what was taken back last, in the same way. */
void
lp_store_redo_async (LpStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  step_async (self, STEP_REDO, cancellable, callback, user_data);
}

gboolean
lp_store_undo_finish (LpStore *self, GAsyncResult *result, char **title, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (title)
    *title = g_strdup (g_task_get_task_data (G_TASK (result)));

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * lp_store_undo:
 *
 * The same, waiting; on the main thread. %LP_STORE_ERROR_NOT_FOUND when there is nothing to undo.
 */
gboolean
lp_store_undo (LpStore *self, GError **error)
{
  return step_and_wait (self, STEP_UNDO, error);
}

/** lp_store_redo: As lp_store_undo (), for what was taken back last. */
gboolean
lp_store_redo (LpStore *self, GError **error)
{
  return step_and_wait (self, STEP_REDO, error);
}

/** lp_store_get_undo_title: Returns: (transfer none) (nullable): what would be undone */
const char *
lp_store_get_undo_title (LpStore *self)
{
  return lp_undo_get_title (self->undo, LP_UNDO_BACK);
}

/** lp_store_undo_deletes: Returns: whether undo would delete an object, having made it */
gboolean
lp_store_undo_deletes (LpStore *self, const LpId *object)
{
  return lp_undo_deletes (self->undo, LP_UNDO_BACK, object);
}

/** lp_store_step_is_of: Returns: whether undo, or redo, would change one of some entities */
gboolean
lp_store_step_is_of (LpStore *self, gboolean redo, guint entities)
{
  return lp_undo_is_of (self->undo, redo ? LP_UNDO_AGAIN : LP_UNDO_BACK, entities);
}

/** lp_store_step_is_in: Returns: whether undo, or redo, would change something of a meeting, or of a panel */
gboolean
lp_store_step_is_in (LpStore *self, gboolean redo, const LpId *space)
{
  return lp_undo_is_in (self->undo, redo ? LP_UNDO_AGAIN : LP_UNDO_BACK, space);
}

/** lp_store_get_redo_title: Returns: (transfer none) (nullable): what would be done again */
const char *
lp_store_get_redo_title (LpStore *self)
{
  return lp_undo_get_title (self->undo, LP_UNDO_AGAIN);
}

/** lp_store_get_pending: Returns: how many commits are not yet on the disk */
guint
lp_store_get_pending (LpStore *self)
{
  return g_atomic_int_get (&self->pending);
}
