/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-panel-page.h"

#include "lp-export-dialog.h"
#include "lp-feedback.h"
#include "lp-loader.h"
#include "lp-menu-button.h"
#include "lp-page-title.h"
#include "lp-panel-notes.h"
#include "lp-panel-table.h"
#include "lp-panel.h"
#include "lp-recommendation-output.h"
#include "lp-recommendation-row.h"
#include "lp-undo-button.h"
#include "lp-words-dialog.h"

#include <glib/gi18n.h>

struct _LpPanelPage
{
  AdwNavigationPage parent_instance;

  LpUndoButton *undo_button;
  AdwViewStack *views;
  GtkStack *recommendations_stack;
  GtkWidget *empty_button;
  GtkLabel *unused_label;
  GtkListBox *list_box;
  GtkStack *themes_stack;
  LpPanelTable *themes_table;
  LpPanelTable *heard_table;
  LpPanelNotes *notes;
  LpPageTitle *page_title;

  LpStore *store;
  LpId panel;
  LpLoader *loader;
};

G_DEFINE_FINAL_TYPE (LpPanelPage, lp_panel_page, ADW_TYPE_NAVIGATION_PAGE)

/** Read: all that is shown, of one moment. */
typedef struct {
  LpRecommendations *recommendations;
  LpPanel           *panel;
} Read;

static void
read_free (gpointer data)
{
  Read *self = data;

  g_clear_pointer (&self->recommendations, lp_recommendations_free);
  g_clear_pointer (&self->panel, lp_panel_free);
  g_free (self);
}

static gpointer
load (LpReader *reader, const LpId *panel, GError **error)
{
  Read *self = g_new0 (Read, 1);

  self->recommendations = lp_recommendations_load_panel (reader, panel, error);
  if (self->recommendations != NULL)
    self->panel = lp_panel_load (reader, panel, error);
  if (self->panel != NULL)
    return self;
  read_free (self);
  return NULL;
}

/* --- What is shown --- */

static void
show_recommendations (LpPanelPage *self, const LpRecommendations *all)
{
  g_autofree char *unused =
      g_strdup_printf (ngettext ("%'u note of these meetings is not used by any recommendation.",
                                 "%'u notes of these meetings are not used by any recommendation.", all->unused),
                       all->unused);

  gtk_list_box_remove_all (self->list_box);
  for (guint i = 0; i < all->items->len; i++)
    {
      GtkWidget *row = lp_recommendation_row_new ();

      lp_recommendation_row_show (LP_RECOMMENDATION_ROW (row), g_ptr_array_index (all->items, i), TRUE);
      gtk_list_box_append (self->list_box, row);
    }
  gtk_label_set_label (self->unused_label, unused);
  gtk_stack_set_visible_child_name (self->recommendations_stack, all->items->len > 0 ? "list" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "panel.output", all->items->len > 0);
}

static void
ticked_cb (LpPanelPage *self)
{
  g_autoptr (GPtrArray) ticked = lp_panel_table_get_ticked (self->themes_table);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "panel.share", ticked->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "panel.part", ticked->len > 0);
}

static void
loaded_cb (LpPanelPage *self)
{
  Read *read = lp_loader_get_result (self->loader);
  GPtrArray *themes[] = { read->panel->themes, NULL };
  GPtrArray *heard[] = { read->panel->tables, read->panel->perspectives, read->panel->municipalities, NULL };

  show_recommendations (self, read->recommendations);
  lp_panel_table_show (self->themes_table, read->panel, themes);
  lp_panel_table_show (self->heard_table, read->panel, heard);
  gtk_stack_set_visible_child_name (self->themes_stack, read->panel->themes->len > 0 ? "table" : "empty");
  ticked_cb (self);
}

static void
failed_cb (LpPanelPage *self, const GError *error)
{
  lp_feedback_error (GTK_WIDGET (self), _("The panel cannot be read"), error);
}

/* --- Actions --- */

static void
row_activated_cb (LpPanelPage *self, LpRecommendationRow *row)
{
  LpRecord *record = lp_recommendation_row_get_record (row);
  g_autofree char *meeting = lp_id_to_string (lp_record_get_space (record));
  g_autofree char *id = lp_id_to_string (lp_record_get_id (record));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-recommendation", "(ss)", meeting, id);
}

static void
output_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpPanelPage *self = LP_PANEL_PAGE (widget);

  lp_recommendation_output (widget, self->store, LP_PANEL, &self->panel, g_variant_get_string (parameter, NULL));
}

static void
export_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpPanelPage *self = LP_PANEL_PAGE (widget);

  lp_export_dialog_present (widget, self->store, LP_PANEL, &self->panel);
}

static void
words_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpPanelPage *self = LP_PANEL_PAGE (widget);

  adw_dialog_present (lp_words_dialog_new (self->store, &self->panel), widget);
}

/* Of the rows that are ticked, all themes. Transfer full, of LpId. */
static GArray *
get_themes (LpPanelPage *self)
{
  Read *read = lp_loader_get_result (self->loader);
  g_autoptr (GPtrArray) ticked = lp_panel_table_get_ticked (self->themes_table);
  GArray *themes = g_array_new (FALSE, FALSE, sizeof (LpId));

  for (guint i = 0; read != NULL && i < read->panel->themes->len; i++)
    {
      LpPanelRow *row = g_ptr_array_index (read->panel->themes, i);

      if (g_ptr_array_find_with_equal_func (ticked, row->name, g_str_equal, NULL))
        g_array_append_vals (themes, row->themes->data, row->themes->len);
    }
  return themes;
}

static void
shared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpPanelPage) self = data;
  g_autoptr (GError) error = NULL;

  if (lp_store_commit_finish (LP_STORE (source), result, &error))
    lp_feedback_undo (GTK_WIDGET (self), _("The themes have another name across meetings"));
  else
    lp_feedback_error (GTK_WIDGET (self), _("The themes were not renamed"), error);
}

static void
share (LpPanelPage *self, const char *name)
{
  g_autoptr (GArray) themes = get_themes (self);
  g_autoptr (LpChangeSet) changes = lp_change_set_new (_("Name themes across meetings"));
  g_autoptr (GError) error = NULL;

  if (!lp_themes_share_name (changes, lp_store_get_reader (self->store), (const LpId *) themes->data, themes->len, name,
                             &error))
    lp_feedback_error (GTK_WIDGET (self), _("The themes were not renamed"), error);
  else if (!lp_change_set_is_empty (changes))
    lp_store_commit_async (self->store, changes, NULL, shared_cb, g_object_ref (self));
}

static void
named_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpPanelPage) self = data;
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (source);
  GtkWidget *entry = adw_alert_dialog_get_extra_child (dialog);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (g_str_equal (adw_alert_dialog_choose_finish (dialog, result), "give") && *name != '\0')
    share (self, name);
}

static void
share_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpPanelPage *self = LP_PANEL_PAGE (widget);
  g_autoptr (GPtrArray) ticked = lp_panel_table_get_ticked (self->themes_table);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (
      _("One Name for These Themes"), _("They are counted as one here. In their meetings they keep their names.")));
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), ticked->len > 0 ? g_ptr_array_index (ticked, 0) : "");
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name across meetings"), -1);
  adw_alert_dialog_set_extra_child (dialog, entry);
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "give", _("_Give the Name"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "give", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "give");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_dialog_set_focus (ADW_DIALOG (dialog), entry);
  adw_alert_dialog_choose (dialog, widget, NULL, named_cb, g_object_ref (self));
}

static void
part_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  share (LP_PANEL_PAGE (widget), NULL);
}

static void
search_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpPanelPage *self = LP_PANEL_PAGE (widget);

  adw_view_stack_set_visible_child_name (self->views, "notes");
  gtk_widget_grab_focus (GTK_WIDGET (self->notes));
}

/* --- Class --- */

static void
lp_panel_page_dispose (GObject *object)
{
  LpPanelPage *self = LP_PANEL_PAGE (object);

  if (self->loader != NULL)
    g_signal_handlers_disconnect_by_data (self->loader, self);
  g_clear_object (&self->loader);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_PANEL_PAGE);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_panel_page_parent_class)->dispose (object);
}

static void
lp_panel_page_class_init (LpPanelPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_panel_page_dispose;

  g_type_ensure (LP_TYPE_MENU_BUTTON);
  g_type_ensure (LP_TYPE_PAGE_TITLE);
  g_type_ensure (LP_TYPE_PANEL_NOTES);
  g_type_ensure (LP_TYPE_PANEL_TABLE);
  g_type_ensure (LP_TYPE_UNDO_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-panel-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LpPanelPage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, LpPanelPage, views);
  gtk_widget_class_bind_template_child (widget_class, LpPanelPage, recommendations_stack);
  gtk_widget_class_bind_template_child (widget_class, LpPanelPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, LpPanelPage, unused_label);
  gtk_widget_class_bind_template_child (widget_class, LpPanelPage, list_box);
  gtk_widget_class_bind_template_child (widget_class, LpPanelPage, themes_stack);
  gtk_widget_class_bind_template_child (widget_class, LpPanelPage, themes_table);
  gtk_widget_class_bind_template_child (widget_class, LpPanelPage, heard_table);
  gtk_widget_class_bind_template_child (widget_class, LpPanelPage, notes);
  gtk_widget_class_bind_template_child (widget_class, LpPanelPage, page_title);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, ticked_cb);
  gtk_widget_class_install_action (widget_class, "panel.output", "s", output_action_cb);
  gtk_widget_class_install_action (widget_class, "panel.share", NULL, share_action_cb);
  gtk_widget_class_install_action (widget_class, "panel.part", NULL, part_action_cb);
  gtk_widget_class_install_action (widget_class, "panel.export", NULL, export_action_cb);
  gtk_widget_class_install_action (widget_class, "panel.words", NULL, words_action_cb);
  gtk_widget_class_install_action (widget_class, "panel.search", NULL, search_action_cb);
}

static void
lp_panel_page_init (LpPanelPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lp_panel_page_new (LpStore *store, const LpId *panel, GError **error)
{
  g_autoptr (LpRecord) record = lp_reader_load (lp_store_get_reader (store), LP_PANEL, panel, error);
  LpPanelPage *self = NULL;

  if (record == NULL)
    return NULL;
  self = g_object_new (LP_TYPE_PANEL_PAGE, "title", lp_record_text (record, LP_PANEL_NAME), NULL);
  self->store = g_object_ref (store);
  self->panel = *panel;
  lp_undo_button_set_store (self->undo_button, store);
  self->loader = lp_loader_new (store, panel, load, read_free);
  lp_loader_follow_all (self->loader);
  g_signal_connect_object (self->loader, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->loader, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  lp_loader_follow (self->loader, GTK_WIDGET (self));
  lp_panel_notes_watch (self->notes, store, panel);
  return GTK_WIDGET (self);
}
