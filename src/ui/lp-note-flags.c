/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-flags.h"

#include <string.h>

#include "lp-note-privacy.h"

/* More notes at once than this: a thread looks at all. */
#define MAX_SINGLE 64

enum { NUM, ACCEPTED, FIRST_TEXT, LAST_TEXT = FIRST_TEXT + 5 };

#define NOTES \
  "SELECT num, accepted, text, public_text, story_before, story_turning_point, story_today, story_helped" \
  " FROM note WHERE space=?1 AND deleted=0 AND (?2 IS NULL OR num=?2)"

struct _LpNoteFlags
{
  GObject parent_instance;

  LpStore *store;
  LpId meeting;
  LpNames *names;     /* NULL: nothing was looked at yet */
  GByteArray *flags;  /* by num */
  GBytes *given;      /* a copy of flags; NULL when they are others now */
  GCancellable *cancellable;
  gboolean busy;
  gboolean stale;     /* since the thread began */
};

/* What the thread is told, and what it found. */
typedef struct
{
  char *path;
  LpId meeting;
  LpNames *names;
  GByteArray *flags;
} Scan;

G_DEFINE_FINAL_TYPE (LpNoteFlags, lp_note_flags, G_TYPE_OBJECT)

enum {
  PROP_BUSY = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
scan_free (gpointer data)
{
  Scan *self = data;

  g_free (self->path);
  g_clear_pointer (&self->names, lp_names_free);
  g_clear_pointer (&self->flags, g_byte_array_unref);
  g_free (self);
}

static gboolean
is_flagged (LpQuery *query, const LpNames *names)
{
  g_autofree char *accepted = g_strdup (lp_query_text (query, ACCEPTED));

  for (int column = FIRST_TEXT; column <= LAST_TEXT; column++)
    {
      if (!lp_query_is_none (query, column) && lp_note_privacy_is_flagged (lp_query_text (query, column), accepted, names))
        return TRUE;
    }
  return FALSE;
}

/* Returns whether that is news. */
static gboolean
set_flag (GByteArray *flags, gint64 num, gboolean flagged)
{
  guint length = flags->len;
  guint8 before = num < length ? flags->data[num] : 0;

  if (num >= length && flagged)
    {
      g_byte_array_set_size (flags, num + 1);
      memset (flags->data + length, 0, num + 1 - length);
    }
  if (num < flags->len)
    flags->data[num] = flagged;
  return before != (guint8) flagged;
}

/* --- All of them --- */

static void
scan_all (Scan *scan, LpReader *reader, GCancellable *cancellable, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, NOTES);

  lp_query_bind_id (query, 1, &scan->meeting);
  while (!g_cancellable_is_cancelled (cancellable) && lp_query_next (query, error))
    set_flag (scan->flags, lp_query_int (query, NUM), is_flagged (query, scan->names));
}

static void
scan_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Scan *scan = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LpReader) reader = lp_reader_open (scan->path, &error);

  if (reader != NULL)
    scan->names = lp_note_privacy_load_names (reader, &scan->meeting, &error);
  if (scan->names != NULL)
    scan_all (scan, reader, cancellable, &error);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
start (LpNoteFlags *self, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, callback, g_object_ref (self));
  Scan *scan = g_new0 (Scan, 1);

  self->busy = TRUE;
  self->stale = FALSE;
  scan->path = g_strdup (lp_store_get_path (self->store));
  scan->meeting = self->meeting;
  scan->flags = g_byte_array_new ();
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, scan, scan_free);
  g_task_run_in_thread (task, scan_in_thread);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

static void
tell (LpNoteFlags *self)
{
  g_clear_pointer (&self->given, g_bytes_unref);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
scanned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpNoteFlags) self = data;
  g_autoptr (GError) error = NULL;
  Scan *scan = g_task_get_task_data (G_TASK (result));

  self->busy = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("The notes could not be checked: %s", error->message);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
      return;
    }

  g_clear_pointer (&self->names, lp_names_free);
  g_clear_pointer (&self->flags, g_byte_array_unref);
  self->names = g_steal_pointer (&scan->names);
  self->flags = g_steal_pointer (&scan->flags);
  if (self->stale)
    start (self, scanned_cb);
  else
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
  tell (self);
}

/* --- What changed --- */

static gboolean
scan_one (LpNoteFlags *self, gint64 num)
{
  g_autoptr (LpQuery) query = lp_reader_query (lp_store_get_reader (self->store), NOTES);
  g_autoptr (GError) error = NULL;

  lp_query_bind_id (query, 1, &self->meeting);
  lp_query_bind_int (query, 2, num);
  return set_flag (self->flags, num, lp_query_next (query, &error) && is_flagged (query, self->names));
}

static gboolean
needs_all (LpNoteFlags *self, GArray *changes)
{
  guint n_notes = 0;

  for (guint i = 0; i < changes->len && n_notes <= MAX_SINGLE; i++)
    {
      const LpChange *change = &g_array_index (changes, LpChange, i);

      if (change->entity == LP_PARTICIPANT)
        return TRUE;
      if (!lp_id_equal (&change->space, &self->meeting))
        continue;
      n_notes += change->entity == LP_NOTE;
    }
  return n_notes > MAX_SINGLE;
}

static void
scan_changed (LpNoteFlags *self, GArray *changes)
{
  gboolean news = FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      const LpChange *change = &g_array_index (changes, LpChange, i);

      if (change->entity == LP_NOTE && change->num != 0 && lp_id_equal (&change->space, &self->meeting))
        news |= scan_one (self, change->num);
    }
  if (news)
    tell (self);
}

static void
store_changed_cb (LpNoteFlags *self, GArray *changes)
{
  if (self->busy)
    self->stale = TRUE;
  else if (self->names == NULL || lp_store_get_reader (self->store) == NULL)
    return;
  else if (needs_all (self, changes))
    start (self, scanned_cb);
  else
    scan_changed (self, changes);
}

static void
lp_note_flags_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, LP_NOTE_FLAGS (object)->busy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_note_flags_dispose (GObject *object)
{
  LpNoteFlags *self = LP_NOTE_FLAGS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_pointer (&self->names, lp_names_free);
  g_clear_pointer (&self->flags, g_byte_array_unref);
  g_clear_pointer (&self->given, g_bytes_unref);

  G_OBJECT_CLASS (lp_note_flags_parent_class)->dispose (object);
}

static void
lp_note_flags_class_init (LpNoteFlagsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lp_note_flags_get_property;
  object_class->dispose = lp_note_flags_dispose;

  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
lp_note_flags_init (LpNoteFlags *self)
{
  self->flags = g_byte_array_new ();
  self->cancellable = g_cancellable_new ();
}

LpNoteFlags *
lp_note_flags_new (LpStore *store, const LpId *meeting)
{
  LpNoteFlags *self = g_object_new (LP_TYPE_NOTE_FLAGS, NULL);

  self->store = g_object_ref (store);
  self->meeting = *meeting;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/** lp_note_flags_get: for LpNoteFilter; as far as is known so far. Transfer none, until "changed". */
GBytes *
lp_note_flags_get (LpNoteFlags *self)
{
  if (self->names == NULL && !self->busy)
    start (self, scanned_cb);
  if (self->given == NULL)
    self->given = g_bytes_new (self->flags->data, self->flags->len);

  return self->given;
}

gboolean
lp_note_flags_get_busy (LpNoteFlags *self)
{
  return self->busy;
}
