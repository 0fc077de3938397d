/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-notes-page.h"

#include <glib/gi18n.h>

#include "lp-attribute-list.h"
#include "lp-capture.h"
#include "lp-counts.h"
#include "lp-feedback.h"
#include "lp-list.h"
#include "lp-loader.h"
#include "lp-menu-button.h"
#include "lp-note-filter-bar.h"
#include "lp-note-changes-import.h"
#include "lp-note-import.h"
#include "lp-note-view.h"
#include "lp-page-title.h"
#include "lp-panel-search-dialog.h"
#include "lp-review-dialog.h"
#include "lp-similar-notes.h"
#include "lp-story-dialog.h"
#include "lp-trash-dialog.h"
#include "lp-undo-button.h"
#include "lp-withdraw-dialog.h"

struct _LpNotesPage
{
  AdwNavigationPage parent_instance;

  LpUndoButton *undo_button;
  GtkWidget *import_spinner;
  AdwBottomSheet *bottom_sheet;
  GtkWidget *column;
  LpCapture *capture;
  LpSimilarNotes *similar_notes;
  GtkLabel *count_label;
  AdwBin *wide_filter_bin;
  AdwBin *narrow_filter_bin;
  LpNoteFilterBar *filter_bar;
  GtkToggleButton *filter_button;
  GtkStack *stack;
  LpNoteView *view;
  GtkLabel *voice_label;
  LpAttributeList *attribute_list;

  LpStore *store;
  LpId meeting;
  GSettings *settings;
  LpList *notes;
  LpList *themes;
  LpNoteFlags *flags;
  LpLoader *counts;
  gboolean filtered;
  gboolean by_flag;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (LpNotesPage, lp_notes_page, ADW_TYPE_NAVIGATION_PAGE)

enum {
  PROP_NARROW = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* --- What is shown --- */

static guint
count_saving (LpNotesPage *self)
{
  return g_list_model_get_n_items (lp_capture_get_pending (self->capture));
}

/* A review of what was found begins when it is known what that is. */
static void
allow_review (LpNotesPage *self)
{
  gboolean found = self->filtered && !(self->by_flag && lp_note_flags_get_busy (self->flags));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "notes.review", found);
}

static void
show_count (LpNotesPage *self)
{
  guint n_notes = g_list_model_get_n_items (G_LIST_MODEL (self->notes));
  guint n_saving = count_saving (self);
  g_autofree char *all = g_strdup_printf (ngettext ("%'u in all", "%'u in all", n_notes), n_notes);
  g_autofree char *found = g_strdup_printf (ngettext ("%'u found", "%'u found", n_notes), n_notes);
  g_autofree char *saving =
      g_strdup_printf (ngettext ("%'u being saved", "%'u being saved", n_saving), n_saving);
  const char *count = self->filtered ? found : all;
  g_autofree char *both = g_strdup_printf ("%s · %s", count, saving);

  allow_review (self);
  if (self->by_flag && lp_note_flags_get_busy (self->flags))
    gtk_label_set_label (self->count_label, _("Checking…"));
  /* rather the number of a moment ago than one that is not final */
  else if (lp_list_is_complete (self->notes))
    gtk_label_set_label (self->count_label, n_saving > 0 ? both : count);
  else if (n_notes == 0)
    return;
  if (n_notes + n_saving > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    gtk_stack_set_visible_child_name (self->stack, self->filtered ? "none" : "empty");
}

static void
saved_cb (LpNotesPage *self, const LpId *note)
{
  lp_note_view_show_saved (self->view, note);
}

/* The tables there are to choose from: those of the plan, and any that a note has. */
static void
counted_cb (LpNotesPage *self)
{
  LpReader *reader = lp_store_get_reader (self->store);
  g_autoptr (LpRecord) meeting = lp_reader_load (reader, LP_MEETING, &self->meeting, NULL);
  LpCounts *counts = lp_loader_get_result (self->counts);
  int n_tables = meeting != NULL ? (int) lp_record_int (meeting, LP_MEETING_TABLES) : 0;

  for (guint i = 0; i < counts->tables->len; i++)
    n_tables = MAX (n_tables, g_array_index (counts->tables, LpTableCount, i).table);
  lp_note_filter_bar_set_tables (self->filter_bar, n_tables);
  lp_note_view_set_tables (self->view, n_tables);
  lp_loader_set_active (self->counts, FALSE);
}

static void
show_voice (LpNotesPage *self)
{
  g_autofree char *voice = lp_note_attributes_describe (lp_capture_get_attributes (self->capture));

  gtk_label_set_label (self->voice_label, *voice != '\0' ? voice : _("Whose note is it?"));
}

static void
filter_cb (LpNotesPage *self)
{
  LpNoteFilter filter = LP_NOTE_FILTER_ALL;

  self->filtered = lp_note_filter_bar_get_filter (self->filter_bar, &filter);
  self->by_flag = filter.among != NULL;
  lp_note_view_set_words (self->view, filter.text);
  lp_list_set_filter (self->notes, &filter);
  show_count (self);
}

static void
filter_stopped_cb (LpNotesPage *self)
{
  gtk_toggle_button_set_active (self->filter_button, FALSE);
  lp_capture_focus (self->capture);
}

static void
blank_cb (LpNotesPage *self)
{
  gboolean blank = TRUE;

  g_object_get (self->capture, "blank", &blank, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "notes.save", !blank);
}

/* What is typed next belongs in the field. */
static void
sheet_cb (LpNotesPage *self)
{
  if (!adw_bottom_sheet_get_open (self->bottom_sheet))
    lp_capture_focus (self->capture);
}

/* The filters stand in one line with the heading, or below it. */
static void
set_narrow (LpNotesPage *self, gboolean narrow)
{
  GtkWidget *filter_bar = GTK_WIDGET (self->filter_bar);

  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  g_object_ref (filter_bar);
  adw_bin_set_child (narrow ? self->wide_filter_bin : self->narrow_filter_bin, NULL);
  adw_bin_set_child (narrow ? self->narrow_filter_bin : self->wide_filter_bin, filter_bar);
  g_object_unref (filter_bar);
  g_object_set (filter_bar, "narrow", narrow, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpNotesPage) self = data;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "notes.import", TRUE);
  if (lp_note_import_finish (result))
    lp_loader_set_active (self->counts, TRUE);
}

/* --- Actions --- */

static void
save_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lp_capture_save (LP_NOTES_PAGE (widget)->capture);
}

static void
keep_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lp_capture_keep (LP_NOTES_PAGE (widget)->capture);
}

static void
retry_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lp_capture_retry (LP_NOTES_PAGE (widget)->capture);
}

static void
focus_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lp_capture_focus (LP_NOTES_PAGE (widget)->capture);
}

static void
search_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_toggle_button_set_active (LP_NOTES_PAGE (widget)->filter_button, TRUE);
  lp_note_filter_bar_search (LP_NOTES_PAGE (widget)->filter_bar);
}

/* What is typed stays; Escape leads back to it. */
static void
similar_opened_cb (LpNotesPage *self, const LpId *note)
{
  lp_notes_page_go_to (self, note);
}

static void
search_panel_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpNotesPage *self = LP_NOTES_PAGE (widget);

  adw_dialog_present (lp_panel_search_dialog_new (self->store, &self->meeting), widget);
}

static void
similar_open_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (LP_NOTES_PAGE (widget)->similar_notes), "similar.open", NULL);
}

static void
similar_seen_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (LP_NOTES_PAGE (widget)->similar_notes), "similar.seen", NULL);
}

static void
show_all_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lp_note_filter_bar_clear (LP_NOTES_PAGE (widget)->filter_bar);
  lp_capture_focus (LP_NOTES_PAGE (widget)->capture);
}

static void
tell_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpNotesPage *self = LP_NOTES_PAGE (widget);
  g_autoptr (LpPendingNote) told = lp_capture_take_story (self->capture);

  adw_dialog_present (lp_story_dialog_new_told (self->store, &self->meeting, told), widget);
}

static void
withdraw_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpNotesPage *self = LP_NOTES_PAGE (widget);

  adw_dialog_present (lp_withdraw_dialog_new (widget, self->store, &self->meeting), widget);
}

static void
import_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpNotesPage *self = LP_NOTES_PAGE (widget);

  /* the menu has given the focus to its button; what is typed next, while it imports, belongs in the field */
  lp_capture_focus (self->capture);
  gtk_widget_action_set_enabled (widget, "notes.import", FALSE);
  lp_note_import_async (widget, self->import_spinner, self->store, &self->meeting, imported_cb,
                        g_object_ref (self));
}

static void
changes_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpNotesPage *self = LP_NOTES_PAGE (widget);

  lp_note_changes_import (widget, self->import_spinner, self->store, &self->meeting);
}

static void
deleted_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpNotesPage *self = LP_NOTES_PAGE (widget);

  adw_dialog_present (lp_trash_dialog_new (self->store, &self->meeting), widget);
}

/* As they are filtered now, whatever is filtered later. */
static void
review_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpNotesPage *self = LP_NOTES_PAGE (widget);
  LpNoteFilter filter = LP_NOTE_FILTER_ALL;

  lp_note_filter_bar_get_filter (self->filter_bar, &filter);
  adw_dialog_present (lp_review_dialog_new (self->store, &self->meeting, &filter), widget);
}

/* Whoever comes here comes to write. */
static gboolean
lp_notes_page_grab_focus (GtkWidget *widget)
{
  lp_capture_focus (LP_NOTES_PAGE (widget)->capture);
  return TRUE;
}

static void
lp_notes_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpNotesPage *self = LP_NOTES_PAGE (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_notes_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpNotesPage *self = LP_NOTES_PAGE (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_notes_page_dispose (GObject *object)
{
  LpNotesPage *self = LP_NOTES_PAGE (object);

  if (self->notes != NULL)
    g_signal_handlers_disconnect_by_data (self->notes, self);
  g_clear_object (&self->counts);
  g_clear_object (&self->notes);
  g_clear_object (&self->themes);
  g_clear_object (&self->flags);
  g_clear_object (&self->settings);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_NOTES_PAGE);

  G_OBJECT_CLASS (lp_notes_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "notes.save", NULL, save_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.keep", NULL, keep_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.retry", NULL, retry_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.focus", NULL, focus_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.search", NULL, search_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.search-panel", NULL, search_panel_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.similar-seen", NULL, similar_seen_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.similar-open", NULL, similar_open_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.show-all", NULL, show_all_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.import", NULL, import_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.import-changes", NULL, changes_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.tell", NULL, tell_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.withdraw", NULL, withdraw_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.deleted", NULL, deleted_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.review", NULL, review_action_cb);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-notes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LpNotesPage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, LpNotesPage, import_spinner);
  gtk_widget_class_bind_template_child (widget_class, LpNotesPage, bottom_sheet);
  gtk_widget_class_bind_template_child (widget_class, LpNotesPage, column);
  gtk_widget_class_bind_template_child (widget_class, LpNotesPage, capture);
  gtk_widget_class_bind_template_child (widget_class, LpNotesPage, similar_notes);
  gtk_widget_class_bind_template_child (widget_class, LpNotesPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, LpNotesPage, wide_filter_bin);
  gtk_widget_class_bind_template_child (widget_class, LpNotesPage, narrow_filter_bin);
  gtk_widget_class_bind_template_child (widget_class, LpNotesPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, LpNotesPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, LpNotesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LpNotesPage, view);
  gtk_widget_class_bind_template_child (widget_class, LpNotesPage, voice_label);
  gtk_widget_class_bind_template_child (widget_class, LpNotesPage, attribute_list);
  gtk_widget_class_bind_template_callback (widget_class, blank_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, saved_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_cb);
  gtk_widget_class_bind_template_callback (widget_class, similar_opened_cb);
}

static void
lp_notes_page_class_init (LpNotesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_notes_page_get_property;
  object_class->set_property = lp_notes_page_set_property;
  object_class->dispose = lp_notes_page_dispose;
  widget_class->grab_focus = lp_notes_page_grab_focus;

  props[PROP_NARROW] = g_param_spec_boolean (
      "narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (LP_TYPE_ATTRIBUTE_LIST);
  g_type_ensure (LP_TYPE_CAPTURE);
  g_type_ensure (LP_TYPE_MENU_BUTTON);
  g_type_ensure (LP_TYPE_PAGE_TITLE);
  g_type_ensure (LP_TYPE_NOTE_FILTER_BAR);
  g_type_ensure (LP_TYPE_NOTE_VIEW);
  g_type_ensure (LP_TYPE_SIMILAR_NOTES);
  g_type_ensure (LP_TYPE_UNDO_BUTTON);
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
lp_notes_page_init (LpNotesPage *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  lp_capture_add_keys (self->capture, GTK_WIDGET (self));
  lp_capture_remember (self->capture, self->settings);
  lp_attribute_list_set_attributes (self->attribute_list, lp_capture_get_attributes (self->capture));
  g_signal_connect_object (lp_capture_get_attributes (self->capture), "notify", G_CALLBACK (show_voice), self,
                           G_CONNECT_SWAPPED);
  show_voice (self);
  blank_cb (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "notes.review", FALSE);
}

/* meeting: one that is there. */
GtkWidget *
lp_notes_page_new (LpStore *store, const LpId *meeting)
{
  LpNotesPage *self = g_object_new (LP_TYPE_NOTES_PAGE, NULL);
  GListModel *all = NULL;

  self->store = g_object_ref (store);
  self->meeting = *meeting;
  lp_undo_button_set_store (self->undo_button, store);
  lp_capture_set_store (self->capture, store, meeting);
  lp_attribute_list_set_meeting (self->attribute_list, store, meeting);
  lp_similar_notes_follow (self->similar_notes, store, meeting,
                           gtk_text_view_get_buffer (GTK_TEXT_VIEW (lp_capture_get_text (self->capture))));
  self->themes = lp_list_new_themes (store, meeting);
  self->notes = lp_list_new_notes (store, meeting);
  self->flags = lp_note_flags_new (store, meeting);
  g_signal_connect_object (self->flags, "notify::busy", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  lp_note_filter_bar_set_flags (self->filter_bar, self->flags);
  lp_note_filter_bar_set_themes (self->filter_bar, self->themes);
  all = lp_note_view_set_notes (self->view, store, meeting, self->notes, lp_capture_get_pending (self->capture),
                                self->themes, lp_capture_get_text (self->capture));
  g_signal_connect_object (all, "items-changed", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notes, "notify::complete", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  show_count (self);

  self->counts = lp_loader_new (store, meeting, (LpLoad) lp_counts_load, (GDestroyNotify) lp_counts_free);
  g_signal_connect_object (self->counts, "loaded", G_CALLBACK (counted_cb), self, G_CONNECT_SWAPPED);
  lp_loader_set_active (self->counts, TRUE);
  return GTK_WIDGET (self);
}

void
lp_notes_page_advise (LpNotesPage *self, LpThemeAdviser *adviser)
{
  lp_capture_advise (self->capture, adviser);
}

void
lp_notes_page_follow (LpNotesPage *self, LpRunner *runner)
{
  lp_capture_follow (self->capture, runner);
}

/** lp_notes_page_go_to: brings a note of the meeting into sight, whatever the list shows now, with the focus on it. */
void
lp_notes_page_go_to (LpNotesPage *self, const LpId *note)
{
  if (self->filtered)
    lp_note_filter_bar_clear (self->filter_bar);
  lp_note_view_go_to (self->view, note);
}
