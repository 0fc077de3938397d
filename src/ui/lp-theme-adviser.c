/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-theme-adviser.h"

#include <glib/gi18n.h>

#include "lp-list.h"
#include "lp-panel-lexicon.h"
#include "lp-theme-memory.h"

#define ANY_THEME "SELECT 1 FROM theme WHERE space = ?1 AND deleted = 0"

struct _LpThemeAdviser {
  GObject         parent_instance;

  LpStore        *store;
  LpId            meeting;
  LpList         *themes;      /* in their order */
  LpThemeMemory  *memory;      /* while no task has it; NULL at first: all is to be read */
  LpThemeChanges *changes;     /* that it has not learnt yet */
  GCancellable   *cancellable;
  gboolean        asked;       /* by anybody, ever */
  gboolean        stale;
  gboolean        running;
};

/* What the thread is told, and what it gives back; it sees nothing of the adviser. */
typedef struct {
  char           *path;
  LpId            meeting;
  LpThemeMemory  *memory;
  LpThemeChanges *changes;
} Job;

G_DEFINE_FINAL_TYPE (LpThemeAdviser, lp_theme_adviser, G_TYPE_OBJECT)

enum {
  PROP_READY = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
lp_advice_free (LpAdvice *self)
{
  g_free (self->name);
  g_free (self);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_clear_pointer (&job->memory, lp_theme_memory_free);
  g_clear_pointer (&job->changes, lp_theme_changes_free);
  g_free (job);
}

/* Without a theme there is nothing to advise, and no reason to read 100,000 notes. */
static gboolean
has_theme (Job *job, LpReader *reader, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, ANY_THEME);

  lp_query_bind_id (query, 1, &job->meeting);
  return lp_query_next (query, error);
}

static void
learn (Job *job, LpReader *reader, GError **error)
{
  if (job->memory != NULL)
    lp_theme_memory_learn (job->memory, reader, job->changes, error);
  else if (has_theme (job, reader, error))
    {
      g_autoptr (LpLexicon) lexicon = lp_panel_lexicon_get (reader, &job->meeting, error);

      if (lexicon != NULL)
        job->memory = lp_theme_memory_read (reader, &job->meeting, lexicon, error);
    }
}

static void
learn_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LpReader) reader = lp_reader_open (job->path, &error);

  if (reader != NULL)
    lp_reader_set_limits (reader, cancellable, 0);
  if (reader != NULL && lp_reader_begin (reader, &error))
    {
      learn (job, reader, &error);
      lp_reader_end (reader);
    }
  /* rather no advice than wrong advice */
  if (error != NULL)
    g_clear_pointer (&job->memory, lp_theme_memory_free);
  g_task_return_boolean (task, TRUE);
}

static GWeakRef *
weak_ref_new (LpThemeAdviser *self)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, self);
  return ref;
}

static LpThemeAdviser *
weak_ref_take (GWeakRef *ref)
{
  LpThemeAdviser *self = g_weak_ref_get (ref);

  g_weak_ref_clear (ref);
  g_free (ref);
  return self;
}

static void
start (LpThemeAdviser *self, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = NULL;
  Job *job = NULL;

  if (self->running || !self->asked || !self->stale)
    return;

  self->running = TRUE;
  self->stale = FALSE;
  job = g_new0 (Job, 1);
  job->path = g_strdup (lp_store_get_path (self->store));
  job->meeting = self->meeting;
  job->memory = g_steal_pointer (&self->memory);
  job->changes = g_steal_pointer (&self->changes);
  self->changes = lp_theme_changes_new ();
  self->cancellable = g_cancellable_new ();
  /* nobody holds the adviser for it: without one, the thread is told to stop */
  task = g_task_new (NULL, self->cancellable, callback, weak_ref_new (self));
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, learn_in_thread);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READY]);
}

static void
learnt_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpThemeAdviser) self = weak_ref_take (data);
  Job *job = g_task_get_task_data (G_TASK (result));

  if (self == NULL)
    return;
  self->running = FALSE;
  if (!g_cancellable_is_cancelled (self->cancellable))
    self->memory = g_steal_pointer (&job->memory);
  g_clear_object (&self->cancellable);
  start (self, learnt_cb);
  if (self->running)
    return;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READY]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What was erased is not remembered by anything; and what words mean is learnt anew. */
static void
forget_all (LpThemeAdviser *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->memory, lp_theme_memory_free);
  g_clear_pointer (&self->changes, lp_theme_changes_free);
  self->changes = lp_theme_changes_new ();
  self->stale = TRUE;
}

/* With its panel a meeting may get other words. */
static gboolean
has_new_panel (LpThemeAdviser *self, GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const LpChange *change = &g_array_index (changes, LpChange, i);

      if (change->entity == LP_MEETING && lp_id_equal (&change->object, &self->meeting))
        return TRUE;
    }
  return FALSE;
}

static void
changed_cb (LpThemeAdviser *self, GArray *changes)
{
  if (!self->asked)
    return;
  if (!lp_theme_changes_add (self->changes, changes, &self->meeting) || lp_panel_lexicon_is_changed (changes)
      || has_new_panel (self, changes))
    forget_all (self);
  else if (!lp_theme_changes_is_empty (self->changes))
    self->stale = TRUE;
  start (self, learnt_cb);
}

static void
lp_theme_adviser_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_READY:
      g_value_set_boolean (value, lp_theme_adviser_is_ready (LP_THEME_ADVISER (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lp_theme_adviser_dispose (GObject *object)
{
  LpThemeAdviser *self = LP_THEME_ADVISER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->memory, lp_theme_memory_free);
  g_clear_pointer (&self->changes, lp_theme_changes_free);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->themes);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_theme_adviser_parent_class)->dispose (object);
}

static void
lp_theme_adviser_class_init (LpThemeAdviserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lp_theme_adviser_get_property;
  object_class->dispose = lp_theme_adviser_dispose;

  props[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHANGED] = g_signal_new ("changed", LP_TYPE_THEME_ADVISER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
lp_theme_adviser_init (LpThemeAdviser *self)
{
  self->changes = lp_theme_changes_new ();
  self->stale = TRUE;
}

LpThemeAdviser *
lp_theme_adviser_new (LpStore *store, const LpId *meeting)
{
  LpThemeAdviser *self = g_object_new (LP_TYPE_THEME_ADVISER, NULL);

  self->store = g_object_ref (store);
  self->meeting = *meeting;
  self->themes = lp_list_new_themes (store, meeting);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/* Whether the numbers are up to date; where there is no theme, there is no memory either. */
gboolean
lp_theme_adviser_is_ready (LpThemeAdviser *self)
{
  return self->asked && !self->running && !self->stale;
}

static LpAdvice *
make_advice (LpThemeAdviser *self, gint64 num)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->themes));
  g_autoptr (LpRecord) theme = NULL;
  LpAdvice *advice = NULL;
  guint i = 0;

  while (i < n && lp_list_get_num (self->themes, i) != num)
    i++;
  if (i == n)
    return NULL;
  theme = g_list_model_get_item (G_LIST_MODEL (self->themes), i);
  advice = g_new0 (LpAdvice, 1);
  advice->theme = *lp_record_get_id (theme);
  advice->number = i + 1;
  advice->name = g_strdup (lp_record_text (theme, LP_THEME_NAME));
  return advice;
}

/**
 * lp_theme_adviser_advise: the likeliest themes of a text, likeliest first: none where that would be a guess, or while it is not ready.
 * Takes less than 100 µs. Returns: of LpAdvice; transfer full
 */
GPtrArray *
lp_theme_adviser_advise (LpThemeAdviser *self, const char *text)
{
  GPtrArray *advice = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_advice_free);
  LpSuggestion suggestions[LP_SUGGESTIONS];
  guint n = 0;

  self->asked = TRUE;
  start (self, learnt_cb);
  if (self->memory != NULL)
    n = lp_suggester_suggest (lp_theme_memory_get_suggester (self->memory), text, suggestions, LP_SUGGESTIONS);
  for (guint i = 0; i < n; i++)
    {
      LpAdvice *one = make_advice (self, suggestions[i].theme);

      if (one != NULL)
        g_ptr_array_add (advice, one);
    }
  return advice;
}

/* Only notes of this meeting have a code that tells which they are. */
static char *
list_codes (LpThemeAdviser *self, const LpReasons *reasons)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) codes = NULL;

  for (guint i = 0; i < reasons->n_notes; i++)
    {
      g_autoptr (LpRecord) note = lp_reader_load_num (lp_store_get_reader (self->store), LP_NOTE, reasons->notes[i], NULL);

      if (note != NULL && lp_id_equal (lp_record_get_space (note), &self->meeting))
        g_strv_builder_take (builder, lp_record_note_code (note));
    }
  codes = g_strv_builder_end (builder);
  return g_strjoinv (", ", codes);
}

/**
 * lp_theme_adviser_explain: why a theme was advised: “Resembles 03-007, 01-002. Words: key, rent”. Looks at each note of the theme:
 * for when somebody asks. NULL where there is nothing to say, or while it is not ready. Transfer full.
 */
char *
lp_theme_adviser_explain (LpThemeAdviser *self, const char *text, const LpId *theme)
{
  g_autoptr (LpRecord) record = lp_reader_load (lp_store_get_reader (self->store), LP_THEME, theme, NULL);
  g_autoptr (LpReasons) reasons = NULL;
  g_autofree char *codes = NULL;
  g_autofree char *words = NULL;

  if (self->memory == NULL || record == NULL)
    return NULL;
  reasons = lp_suggester_explain (lp_theme_memory_get_suggester (self->memory), text, lp_record_get_num (record));
  codes = list_codes (self, reasons);
  words = g_strjoinv (", ", reasons->words);
  if (*codes != '\0' && *words != '\0')
    /* Translators: why a theme is suggested for a note: codes of notes, and words of this note */
    return g_strdup_printf (_("Because it resembles %s. Words: %s"), codes, words);
  if (*codes != '\0')
    /* Translators: why a theme is suggested for a note: codes of notes */
    return g_strdup_printf (_("Because it resembles %s"), codes);
  /* Translators: why a theme is suggested for a note: words of it */
  return *words != '\0' ? g_strdup_printf (_("Because of the words: %s"), words) : NULL;
}
