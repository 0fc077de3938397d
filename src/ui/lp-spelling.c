/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-spelling.h"

#include <libspelling.h>

#define DANISH "da_DK"

/* What is said at the meetings is Danish, whatever language the app has. */
static char *
choose_language (GSettings *settings)
{
  g_autofree char *chosen = g_settings_get_string (settings, "spelling-language");
  SpellingProvider *provider = spelling_provider_get_default ();

  if (*chosen != '\0' && spelling_provider_supports_language (provider, chosen))
    return g_steal_pointer (&chosen);
  if (spelling_provider_supports_language (provider, DANISH))
    return g_strdup (DANISH);

  return g_strdup (spelling_provider_get_default_code (provider));
}

static void
language_cb (SpellingTextBufferAdapter *adapter, GParamSpec *pspec, GSettings *settings)
{
  const char *language = spelling_text_buffer_adapter_get_language (adapter);

  if (language != NULL)
    g_settings_set_string (settings, "spelling-language", language);
}

static void
begin (GtkTextView *view, const char *language)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autoptr (SpellingChecker) checker = spelling_checker_new (spelling_provider_get_default (), language);
  g_autoptr (SpellingTextBufferAdapter) adapter = spelling_text_buffer_adapter_new (GTK_SOURCE_BUFFER (buffer), checker);

  g_settings_bind (settings, "check-spelling", adapter, "enabled", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_data (adapter, "notify::language", G_CALLBACK (language_cb), g_object_ref (settings),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  gtk_text_view_set_extra_menu (view, spelling_text_buffer_adapter_get_menu_model (adapter));
  gtk_widget_insert_action_group (GTK_WIDGET (view), "spelling", G_ACTION_GROUP (adapter));
}

/* One dictionary for all fields. Until it is read nobody else asks the broker, which knows no threads. */
static SpellingDictionary *dictionary;
static GSList *waiting; /* of GWeakRef, to a GtkTextView each */
static gboolean loading;

static void
load_in_thread (GTask *task, gpointer source, gpointer language, GCancellable *cancellable)
{
  g_task_return_pointer (task, spelling_provider_load_dictionary (spelling_provider_get_default (), language),
                         g_object_unref);
}

static void
begin_waiting (gpointer data, gpointer language)
{
  GWeakRef *reference = data;
  g_autoptr (GtkTextView) view = g_weak_ref_get (reference);

  if (view != NULL && dictionary != NULL)
    begin (view, language);
  g_weak_ref_clear (reference);
  g_free (reference);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GSList) views = g_steal_pointer (&waiting);

  loading = FALSE;
  dictionary = g_task_propagate_pointer (G_TASK (result), NULL);
  g_slist_foreach (views, begin_waiting, g_task_get_task_data (G_TASK (result)));
}

static void
load (char *language)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, loaded_cb, NULL);

  loading = TRUE;
  g_task_set_task_data (task, language, g_free);
  g_task_run_in_thread (task, load_in_thread);
}

/* A dictionary takes tens of megabytes, and a fifth of a second to read: that is begun when the first letter is typed. */
static void
start_cb (GtkTextBuffer *buffer, GtkTextView *view)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *language = loading ? NULL : choose_language (settings);
  GWeakRef *reference = NULL;

  g_signal_handlers_disconnect_by_func (buffer, start_cb, view);
  if (dictionary != NULL)
    {
      begin (view, language);
      return;
    }

  reference = g_new0 (GWeakRef, 1);
  g_weak_ref_init (reference, view);
  waiting = g_slist_prepend (waiting, reference);
  if (!loading)
    load (g_steal_pointer (&language));
}

/** lp_spelling_buffer_new: Returns: (transfer full): one whose spelling can be checked; libspelling knows no other */
GtkTextBuffer *
lp_spelling_buffer_new (void)
{
  GtkSourceBuffer *buffer = gtk_source_buffer_new (NULL);

  gtk_source_buffer_set_highlight_syntax (buffer, FALSE);
  gtk_source_buffer_set_highlight_matching_brackets (buffer, FALSE);

  return GTK_TEXT_BUFFER (buffer);
}

/** lp_spelling_attach: view: one with an lp_spelling_buffer_new () */
void
lp_spelling_attach (GtkTextView *view)
{
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (start_cb), view, G_CONNECT_DEFAULT);
}
