/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "lp-failure-page.h"
#include "lp-draft-keeper.h"
#include "lp-feedback.h"
#include "lp-home-page.h"
#include "lp-import-meeting.h"
#include "lp-meeting-dialog.h"
#include "lp-meeting-page.h"
#include "lp-panel-page.h"
#include "lp-rehearsal-bar.h"
#include "lp-rehearsal.h"
#include "lp-sample.h"
#include "lp-window.h"

struct _LpWindow
{
  AdwApplicationWindow parent_instance;

  LpStore *store;
  GSettings *settings;
  gboolean closing;
  GtkWidget *focus; /* when closing began */

  LpRehearsal *rehearsal; /* whose window this is, or NULL */

  AdwNavigationView *navigation;
  LpRehearsalBar *rehearsal_bar;
};

G_DEFINE_FINAL_TYPE (LpWindow, lp_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_STORE = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static char *
or_empty (gpointer unused, const char *text)
{
  return g_strdup (text ? text : "");
}

static gboolean
has_text (gpointer unused, const char *text)
{
  return text && *text;
}

static LpHomePage *
get_home (LpWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  return LP_IS_HOME_PAGE (page) ? LP_HOME_PAGE (page) : NULL;
}

static LpMeetingPage *
get_meeting_page (LpWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  return LP_IS_MEETING_PAGE (page) ? LP_MEETING_PAGE (page) : NULL;
}

static gboolean
is_of_panel (LpWindow *self, LpMeetingPage *page, gboolean redo)
{
  g_autoptr (LpRecord) meeting = lp_reader_load (lp_store_get_reader (self->store), LP_MEETING, lp_meeting_page_get_meeting (page), NULL);
  const LpId *panel = meeting != NULL ? lp_record_id (meeting, LP_MEETING_PANEL) : NULL;

  return panel != NULL && lp_store_step_is_in (self->store, redo, panel);
}

/* What is out of sight stays as it is: who is in one meeting would not see what was taken back in another. */
static gboolean
is_in_sight (LpWindow *self, gboolean redo)
{
  LpMeetingPage *page = get_meeting_page (self);

  if (page != NULL)
    return lp_store_step_is_in (self->store, redo, lp_meeting_page_get_meeting (page)) || is_of_panel (self, page, redo);
  return get_home (self) == NULL || lp_store_step_is_of (self->store, redo, 1u << LP_MEETING | 1u << LP_PANEL);
}

/* Not the making of the meeting that is open: who takes back his last notes would lose it all with one key too many. */
static gboolean
can_undo (LpWindow *self)
{
  LpMeetingPage *page = get_meeting_page (self);

  return self->store != NULL && lp_store_get_undo_title (self->store) != NULL && is_in_sight (self, FALSE)
         && (page == NULL || !lp_store_undo_deletes (self->store, lp_meeting_page_get_meeting (page)));
}

static gboolean
can_redo (LpWindow *self)
{
  return self->store != NULL && lp_store_get_redo_title (self->store) != NULL && is_in_sight (self, TRUE);
}

static void
update_undo (LpWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "win.undo", can_undo (self));
  gtk_widget_action_set_enabled (widget, "win.redo", can_redo (self));
}

static void
page_changed_cb (LpWindow *self)
{
  gboolean at_home = get_home (self) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.rehearse", self->rehearsal == NULL && get_meeting_page (self) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-meeting", at_home);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import-meeting", at_home);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.sample", at_home);
  update_undo (self);
}

static void
store_changed_cb (LpWindow *self)
{
  lp_feedback_forget_undo (GTK_WIDGET (self->navigation));
}

static void
undo_done_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  if (!lp_store_undo_finish (LP_STORE (object), result, &title, &error))
    lp_feedback_error (GTK_WIDGET (self->navigation), _("It could not be undone"), error);
  else if (title)
    {
      /* Translators: what was undone, such as “Delete note” */
      g_autofree char *text = g_strdup_printf (_("Undone: %s"), title);

      lp_feedback_redo (GTK_WIDGET (self->navigation), text);
    }
}

static void
redo_done_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  if (!lp_store_undo_finish (LP_STORE (object), result, &title, &error))
    lp_feedback_error (GTK_WIDGET (self->navigation), _("It could not be done again"), error);
  else if (title)
    {
      /* Translators: what was done again, such as “Delete note” */
      g_autofree char *text = g_strdup_printf (_("Done again: %s"), title);

      lp_feedback_say (GTK_WIDGET (self->navigation), text);
    }
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpWindow *self = LP_WINDOW (widget);

  lp_store_undo_async (self->store, NULL, undo_done_cb, g_object_ref (self));
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpWindow *self = LP_WINDOW (widget);

  lp_store_redo_async (self->store, NULL, redo_done_cb, g_object_ref (self));
}

static void
meeting_created_cb (LpWindow *self, const char *id)
{
  AdwNavigationPage *page;
  LpId meeting;

  if (!lp_id_parse (id, &meeting))
    return;

  lp_window_open_meeting (self, &meeting);
  page = adw_navigation_view_get_visible_page (self->navigation);
  if (LP_IS_MEETING_PAGE (page))
    lp_meeting_page_show_stage (LP_MEETING_PAGE (page), 1);
}

static void
new_meeting_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpWindow *self = LP_WINDOW (widget);
  AdwDialog *dialog = lp_meeting_dialog_new (self->store);

  g_signal_connect_object (dialog, "created", G_CALLBACK (meeting_created_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
open_meeting_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpId meeting;

  if (lp_id_parse (g_variant_get_string (parameter, NULL), &meeting))
    lp_window_open_meeting (LP_WINDOW (widget), &meeting);
}

/* In its meeting, which may be the one that is open; else that is one step back. */
static void
open_note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpWindow *self = LP_WINDOW (widget);
  g_autoptr (LpRecord) note = NULL;
  LpMeetingPage *page = get_meeting_page (self);
  LpId id;

  if (lp_id_parse (g_variant_get_string (parameter, NULL), &id))
    note = lp_reader_load (lp_store_get_reader (self->store), LP_NOTE, &id, NULL);
  if (note == NULL)
    return;

  if (page == NULL || !lp_id_equal (lp_meeting_page_get_meeting (page), lp_record_get_space (note)))
    lp_window_open_meeting (self, lp_record_get_space (note));
  page = get_meeting_page (self);
  if (page != NULL && lp_id_equal (lp_meeting_page_get_meeting (page), lp_record_get_space (note)))
    lp_meeting_page_show_note (page, &id);
}

static void
run_meeting_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpMeetingPage *page = NULL;

  open_meeting_action (widget, name, parameter);
  page = get_meeting_page (LP_WINDOW (widget));
  if (page != NULL)
    lp_meeting_page_show_run (page);
}

static void
open_recommendation_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpWindow *self = LP_WINDOW (widget);
  LpMeetingPage *page = NULL;
  const char *meeting = NULL;
  const char *recommendation = NULL;
  LpId meeting_id;
  LpId id;

  g_variant_get (parameter, "(&s&s)", &meeting, &recommendation);
  if (!lp_id_parse (meeting, &meeting_id) || !lp_id_parse (recommendation, &id))
    return;
  lp_window_open_meeting (self, &meeting_id);
  page = get_meeting_page (self);
  if (page != NULL)
    lp_meeting_page_show_recommendation (page, &id);
}

static void
open_panel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpWindow *self = LP_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  GtkWidget *page = NULL;
  LpId panel;

  if (!lp_id_parse (g_variant_get_string (parameter, NULL), &panel))
    return;
  page = lp_panel_page_new (self->store, &panel, &error);
  if (page != NULL)
    adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (page));
  else
    lp_feedback_error (GTK_WIDGET (self->navigation), _("The panel cannot be read"), error);
}

static void
make_sample (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  LpId meeting;

  if (lp_sample_create (data, &meeting, &error))
    g_task_return_pointer (task, lp_id_copy (&meeting), g_free);
  else
    g_task_return_error (task, error);
}

static void
sample_made_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  LpWindow *self = LP_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autofree LpId *meeting = g_task_propagate_pointer (G_TASK (result), &error);

  page_changed_cb (self);
  if (meeting)
    lp_window_open_meeting (self, meeting);
  else
    lp_feedback_error (GTK_WIDGET (self->navigation), _("The sample meeting could not be made"), error);
}

static void
sample_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpWindow *self = LP_WINDOW (widget);
  g_autoptr (GTask) task = g_task_new (self, NULL, sample_made_cb, NULL);

  g_task_set_source_tag (task, sample_action);
  gtk_widget_action_set_enabled (widget, "win.sample", FALSE);
  g_task_set_task_data (task, g_object_ref (self->store), g_object_unref);
  g_task_run_in_thread (task, make_sample);
}

static void
meeting_imported_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  LpWindow *self = LP_WINDOW (object);
  g_autofree char *said = NULL;
  g_autofree LpId *meeting = lp_import_meeting_finish (result, &said);

  page_changed_cb (self);
  if (meeting == NULL)
    return;
  if (get_home (self) != NULL)
    lp_window_open_meeting (self, meeting);
  lp_feedback_undo (GTK_WIDGET (self->navigation), said);
}

static void
import_meeting_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpWindow *self = LP_WINDOW (widget);

  gtk_widget_action_set_enabled (widget, "win.import-meeting", FALSE);
  lp_import_meeting_async (widget, self->store, meeting_imported_cb, NULL);
}

/* The stage in focus is left when the window comes up: so it is gone to then, and its keys are there. */
static void
present_rehearsal (LpWindow *self)
{
  LpMeetingPage *page = get_meeting_page (self);

  gtk_window_present (GTK_WINDOW (self));
  if (page != NULL)
    lp_meeting_page_show_run (page);
}

static void
rehearse_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpWindow *self = LP_WINDOW (widget);
  LpMeetingPage *page = get_meeting_page (self);
  g_autoptr (GError) error = NULL;
  LpRehearsal *rehearsal = NULL;

  if (page == NULL || self->rehearsal != NULL)
    return;

  rehearsal = lp_rehearsal_new (self->store, lp_meeting_page_get_meeting (page), LP_REHEARSAL_SPEED, &error);
  if (rehearsal != NULL)
    present_rehearsal (LP_WINDOW (lp_window_new_rehearsal (self, rehearsal)));
  else
    lp_feedback_error (GTK_WIDGET (self->navigation), _("The day cannot be tried"), error);
}

static gboolean
close_idle_cb (gpointer data)
{
  LpWindow *self = data;

  if (self->closing)
    gtk_window_destroy (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

/* In an idle, after those who committed have heard how it went: they say so by win.not-saved. */
static void
pending_cb (LpWindow *self)
{
  if (self->closing && lp_store_get_pending (self->store) == 0)
    g_idle_add_full (G_PRIORITY_LOW, close_idle_cb, g_object_ref (self), g_object_unref);
}

static void
close_anyway_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpWindow) self = data;

  if (g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result), "close"))
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
not_saved_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpWindow *self = LP_WINDOW (widget);
  AdwAlertDialog *dialog;

  if (!self->closing)
    return;

  self->closing = FALSE;
  /* where the dialog will give it back to */
  if (self->focus && gtk_widget_get_root (self->focus) == GTK_ROOT (self))
    gtk_widget_grab_focus (self->focus);
  dialog = ADW_ALERT_DIALOG (
      adw_alert_dialog_new (_("Close Without Saving?"), _("What was typed last could not be saved.")));
  adw_alert_dialog_add_responses (dialog, "stay", _("_Keep Open"), "close", _("_Close Anyway"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "close", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "stay");
  adw_alert_dialog_set_close_response (dialog, "stay");
  adw_alert_dialog_choose (dialog, widget, NULL, close_anyway_cb, g_object_ref (self));
}

/* What was typed last is perhaps not yet on the disk: it is committed, and closing waits until it is there.
 */
static gboolean
lp_window_close_request (GtkWindow *window)
{
  LpWindow *self = LP_WINDOW (window);
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  g_set_weak_pointer (&self->focus, gtk_window_get_focus (window));
  gtk_window_set_focus (window, NULL);
  self->closing = TRUE;
  if (LP_IS_MEETING_PAGE (page))
    lp_meeting_page_save (LP_MEETING_PAGE (page));
  if (self->closing && !lp_draft_keeper_flush_left_behind (NULL))
    lp_feedback_not_saved (GTK_WIDGET (self->navigation));
  if (!self->closing || (self->store && lp_store_get_pending (self->store) > 0))
    return GDK_EVENT_STOP;
  return GTK_WINDOW_CLASS (lp_window_parent_class)->close_request (window);
}

/* The keys of the stage go on while how fast the day goes is in focus. */
static gboolean
bar_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, LpWindow *self)
{
  LpMeetingPage *page = get_meeting_page (self);

  return page != NULL && lp_meeting_page_take_key (page, controller);
}

static void
bar_clicked_cb (LpWindow *self)
{
  LpMeetingPage *page = get_meeting_page (self);

  if (page != NULL)
    lp_meeting_page_take_focus (page);
}

static gboolean
search_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  LpHomePage *home = get_home (LP_WINDOW (widget));

  if (home)
    lp_home_page_start_search (home);
  return home != NULL;
}

static void
lp_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpWindow *self = LP_WINDOW (object);

  switch (prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_window_dispose (GObject *object)
{
  LpWindow *self = LP_WINDOW (object);

  g_clear_weak_pointer (&self->focus);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_WINDOW);
  g_clear_object (&self->store);
  /* when its pages have let go */
  if (self->rehearsal != NULL)
    g_idle_add_once (g_object_unref, g_steal_pointer (&self->rehearsal));
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (lp_window_parent_class)->dispose (object);
}

/* Keys are bound here, after the widget in focus had its chance: Ctrl+Z in a text undoes typing. */
static void
add_keys (GtkWidgetClass *klass)
{
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_n, GDK_CONTROL_MASK, "win.new-meeting", NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_f, GDK_CONTROL_MASK, search_cb, NULL);
}

static void
lp_window_class_init (LpWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_window_get_property;
  object_class->dispose = lp_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = lp_window_close_request;

  props[PROP_STORE] =
      g_param_spec_object ("store", NULL, NULL, LP_TYPE_STORE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (LP_TYPE_REHEARSAL_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LpWindow, navigation);
  gtk_widget_class_bind_template_child (widget_class, LpWindow, rehearsal_bar);
  gtk_widget_class_bind_template_callback (widget_class, bar_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, bar_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, or_empty);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);

  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.not-saved", NULL, not_saved_action);
  gtk_widget_class_install_action (widget_class, "win.new-meeting", NULL, new_meeting_action);
  gtk_widget_class_install_action (widget_class, "win.import-meeting", NULL, import_meeting_action);
  gtk_widget_class_install_action (widget_class, "win.open-meeting", "s", open_meeting_action);
  gtk_widget_class_install_action (widget_class, "win.open-note", "s", open_note_action);
  gtk_widget_class_install_action (widget_class, "win.run-meeting", "s", run_meeting_action);
  gtk_widget_class_install_action (widget_class, "win.open-recommendation", "(ss)", open_recommendation_action);
  gtk_widget_class_install_action (widget_class, "win.open-panel", "s", open_panel_action);
  gtk_widget_class_install_action (widget_class, "win.rehearse", NULL, rehearse_action);
  gtk_widget_class_install_action (widget_class, "win.sample", NULL, sample_action);
  add_keys (widget_class);
}

static void
restore_size (LpWindow *self)
{
  GtkWindow *window = GTK_WINDOW (self);

  gtk_window_set_default_size (window, g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (window);
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_SET);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_SET);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_SET);
}

static void
lp_window_init (LpWindow *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));

  restore_size (self);
  update_undo (self);
}

GtkWidget *
lp_window_new (GtkApplication *application)
{
  return g_object_new (LP_TYPE_WINDOW, "application", application, NULL);
}

static void
show_root (LpWindow *self, GtkWidget *page)
{
  AdwNavigationPage *root = ADW_NAVIGATION_PAGE (page);

  adw_navigation_view_replace (self->navigation, &root, 1);
}

static void
follow_store (LpWindow *self, LpStore *store)
{
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::pending", G_CALLBACK (pending_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::undo-title", G_CALLBACK (update_undo), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::redo-title", G_CALLBACK (update_undo), self, G_CONNECT_SWAPPED);
  update_undo (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STORE]);
}

void
lp_window_set_store (LpWindow *self, LpStore *store)
{
  g_return_if_fail (LP_IS_WINDOW (self));
  g_return_if_fail (!self->store);

  follow_store (self, store);
  show_root (self, lp_home_page_new (store));
}

void
lp_window_show_failure (LpWindow *self, const GError *error)
{
  g_return_if_fail (LP_IS_WINDOW (self));

  show_root (self, lp_failure_page_new (error));
}

/* Where feedback comes from that belongs to no page. */
GtkWidget *
lp_window_get_content (LpWindow *self)
{
  g_return_val_if_fail (LP_IS_WINDOW (self), NULL);

  return GTK_WIDGET (self->navigation);
}

void
lp_window_open_meeting (LpWindow *self, const LpId *meeting)
{
  g_autofree char *id = lp_id_to_string (meeting);
  g_autoptr (GError) error = NULL;
  GtkWidget *page = lp_meeting_page_new (self->store, meeting, NULL, &error);

  if (!page)
    {
      lp_feedback_error (GTK_WIDGET (self->navigation), _("The meeting could not be opened"), error);
      return;
    }
  g_settings_set_string (self->settings, "last-meeting", id);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (page));
}

/**
 * lp_window_new_rehearsal:
 * @parent: which it closes with
 * @rehearsal: (transfer full): goes away with the window
 */
GtkWidget *
lp_window_new_rehearsal (LpWindow *parent, LpRehearsal *rehearsal)
{
  LpWindow *self = g_object_new (LP_TYPE_WINDOW, "application", gtk_window_get_application (GTK_WINDOW (parent)),
                                 "title", _("Rehearsal"), "transient-for", parent, "destroy-with-parent", TRUE, NULL);
  LpRunClock *clock = lp_rehearsal_get_clock (rehearsal);
  g_autoptr (GError) error = NULL;
  GtkWidget *page = NULL;

  self->rehearsal = rehearsal;
  follow_store (self, lp_rehearsal_get_store (rehearsal));
  lp_rehearsal_bar_set_clock (self->rehearsal_bar, clock);
  gtk_widget_set_visible (GTK_WIDGET (self->rehearsal_bar), TRUE);
  page = lp_meeting_page_new (self->store, lp_rehearsal_get_meeting (rehearsal), clock, &error);
  show_root (self, page != NULL ? page : lp_failure_page_new (error));

  return GTK_WIDGET (self);
}
