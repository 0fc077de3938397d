/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-template-list.h"

#include <glib/gi18n.h>

#include "lp-feedback.h"
#include "lp-template-dialogs.h"
#include "lp-templates.h"

struct _LpTemplateList
{
  AdwBin parent_instance;

  GtkBox *groups;
  AdwPreferencesGroup *shipped;
  AdwPreferencesGroup *own;

  char *folder;
  GtkWidget *first;
  GPtrArray *own_rows; /* not owned */
  LpTemplate *deleted; /* the last one, to bring back */
};

G_DEFINE_FINAL_TYPE (LpTemplateList, lp_template_list, ADW_TYPE_BIN)

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* "6 h · 10 tables". Transfer full. */
static char *
describe_length (LpTemplate *template_)
{
  int minutes = lp_template_get_minutes (template_);
  int tables = lp_template_get_tables (template_);
  g_autofree char *length = NULL;
  g_autofree char *with_tables = NULL;

  if (minutes < 60)
    length = g_strdup_printf (_("%d min."), minutes);
  else if (minutes % 60 == 0)
    length = g_strdup_printf (_("%d h"), minutes / 60);
  else
    length = g_strdup_printf (_("%d h %d min."), minutes / 60, minutes % 60);
  if (tables == 0)
    return g_steal_pointer (&length);
  with_tables = g_strdup_printf (ngettext ("%d table", "%d tables", tables), tables);
  return g_strjoin (" · ", length, with_tables, NULL);
}

static void
activated_cb (GtkWidget *row, LpTemplateList *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (row), "template"));
}

static GtkWidget *
row_new (LpTemplateList *self, LpTemplate *template_)
{
  GtkWidget *row = adw_action_row_new ();
  const char *purpose = lp_template_get_purpose (template_);
  g_autofree char *length = describe_length (template_);
  g_autofree char *subtitle = *purpose != '\0' ? g_strjoin ("\n", purpose, length, NULL) : g_strdup (length);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lp_template_get_title (template_));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "template", lp_template_ref (template_),
                          (GDestroyNotify) lp_template_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_DEFAULT);
  return row;
}

static void
show_shipped (LpTemplateList *self)
{
  g_autoptr (GPtrArray) templates = lp_template_load_all ();

  for (guint i = 0; i < templates->len; i++)
    {
      GtkWidget *row = row_new (self, g_ptr_array_index (templates, i));

      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      adw_preferences_group_add (self->shipped, row);
      if (self->first == NULL)
        self->first = row;
    }
}

static LpTemplate *
template_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "template");
}

/* One's own template of that id; NULL when it is not shown. */
static LpTemplate *
find_own (LpTemplateList *self, const char *id)
{
  for (guint i = 0; i < self->own_rows->len; i++)
    {
      LpTemplate *template_ = template_of (g_ptr_array_index (self->own_rows, i));

      if (template_ != NULL && g_str_equal (lp_template_get_id (template_), id))
        return template_;
    }
  return NULL;
}

static void
add_item (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

static GtkWidget *
menu_button_new (LpTemplate *template_)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  const char *id = lp_template_get_id (template_);
  g_autofree char *name = g_strdup_printf (_("Menu of “%s”"), lp_template_get_title (template_));

  add_item (menu, _("_Rename…"), "template.rename", id);
  add_item (menu, _("_Export…"), "template.export", id);
  add_item (menu, _("_Delete"), "template.delete", id);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
add_own (LpTemplateList *self, GtkWidget *row)
{
  adw_preferences_group_add (self->own, row);
  g_ptr_array_add (self->own_rows, row);
}

static GtkWidget *
problem_row_new (const char *problem)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), problem);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_widget_add_css_class (row, "warning-line");
  return row;
}

/* One's own come first, where there are any. */
static void
show_own (LpTemplateList *self)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) templates = lp_templates_load (self->folder, &problems);

  for (guint i = 0; i < self->own_rows->len; i++)
    adw_preferences_group_remove (self->own, g_ptr_array_index (self->own_rows, i));
  g_ptr_array_set_size (self->own_rows, 0);

  for (guint i = 0; i < templates->len; i++)
    {
      LpTemplate *template_ = g_ptr_array_index (templates, i);
      GtkWidget *row = row_new (self, template_);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row), menu_button_new (template_));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      add_own (self, row);
    }
  for (guint i = 0; i < problems->len; i++)
    add_own (self, problem_row_new (g_ptr_array_index (problems, i)));
  gtk_box_reorder_child_after (self->groups, GTK_WIDGET (self->own),
                               self->own_rows->len > 0 ? NULL : GTK_WIDGET (self->shipped));
  adw_preferences_group_set_description (
      self->own, templates->len > 0 ? NULL : _("Any agenda can be saved as a template, in its main menu."));
}

static void
show_own_and_focus (LpTemplateList *self, const char *id)
{
  show_own (self);
  for (guint i = 0; i < self->own_rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->own_rows, i);

      if (template_of (row) != NULL && g_str_equal (lp_template_get_id (template_of (row)), id))
        gtk_widget_grab_focus (row);
    }
}

static void
say_failure (LpTemplateList *self, const char *heading, const GError *error)
{
  AdwDialog *alert = adw_alert_dialog_new (heading, error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static void
named_cb (GtkWidget *from, LpTemplate *template_, const char *name)
{
  LpTemplateList *self = LP_TEMPLATE_LIST (from);
  g_autoptr (GError) error = NULL;

  if (!lp_templates_rename (template_, name, &error))
    say_failure (self, _("The Template Was Not Renamed"), error);
  else
    show_own_and_focus (self, lp_template_get_id (template_));
}

static void
rename_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpTemplate *template_ = find_own (LP_TEMPLATE_LIST (widget), g_variant_get_string (parameter, NULL));

  if (template_ != NULL)
    lp_template_dialogs_ask_name (widget, template_, _("Rename Template"), _("_Rename"), named_cb);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpTemplate *template_ = find_own (LP_TEMPLATE_LIST (widget), g_variant_get_string (parameter, NULL));

  if (template_ != NULL)
    lp_template_dialogs_export (widget, template_);
}

static void
restore_cb (LpTemplateList *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpTemplate) deleted = g_steal_pointer (&self->deleted);

  if (deleted == NULL)
    return;
  if (!lp_templates_restore (deleted, &error))
    say_failure (self, _("The Template Was Not Brought Back"), error);
  else
    show_own_and_focus (self, lp_template_get_id (deleted));
}

/* With a way back, for as long as the toast stays. */
static void
say_deleted (LpTemplateList *self)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *said = g_strdup_printf (_("“%s” deleted"), lp_template_get_title (self->deleted));
  AdwToast *toast = adw_toast_new (said);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_timeout (toast, 0);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_dismiss_all (ADW_TOAST_OVERLAY (overlay));
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpTemplateList *self = LP_TEMPLATE_LIST (widget);
  LpTemplate *template_ = find_own (self, g_variant_get_string (parameter, NULL));
  g_autoptr (GError) error = NULL;

  if (template_ == NULL)
    return;
  if (!lp_templates_remove (template_, &error))
    {
      say_failure (self, _("The Template Was Not Deleted"), error);
      return;
    }
  g_clear_pointer (&self->deleted, lp_template_unref);
  self->deleted = lp_template_ref (template_);
  show_own (self);
  say_deleted (self);
  gtk_widget_child_focus (GTK_WIDGET (self->own), GTK_DIR_TAB_FORWARD);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpTemplateList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GPtrArray) added = NULL;

  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  if (file != NULL && g_file_peek_path (file) == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("Choose a file on this computer."));
  else if (file != NULL)
    added = lp_templates_import (self->folder, g_file_peek_path (file), &error);
  if (added == NULL)
    {
      say_failure (self, _("Nothing Was Imported"), error);
      return;
    }
  show_own_and_focus (self, lp_template_get_id (g_ptr_array_index (added, 0)));
}

static void
import_cb (LpTemplateList *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _("Templates (.json)"));
  gtk_file_filter_add_suffix (filter, "json");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _("Import Template"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, opened_cb,
                        g_object_ref (self));
}

static void
lp_template_list_dispose (GObject *object)
{
  LpTemplateList *self = LP_TEMPLATE_LIST (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_TEMPLATE_LIST);
  g_clear_pointer (&self->own_rows, g_ptr_array_unref);
  g_clear_pointer (&self->deleted, lp_template_unref);
  g_clear_pointer (&self->folder, g_free);

  G_OBJECT_CLASS (lp_template_list_parent_class)->dispose (object);
}

static void
lp_template_list_class_init (LpTemplateListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_template_list_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-template-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LpTemplateList, groups);
  gtk_widget_class_bind_template_child (widget_class, LpTemplateList, shipped);
  gtk_widget_class_bind_template_child (widget_class, LpTemplateList, own);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_install_action (widget_class, "template.rename", "s", rename_action);
  gtk_widget_class_install_action (widget_class, "template.export", "s", export_action);
  gtk_widget_class_install_action (widget_class, "template.delete", "s", delete_action);
}

static void
lp_template_list_init (LpTemplateList *self)
{
  self->own_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  show_shipped (self);
}

void
lp_template_list_set_folder (LpTemplateList *self, const char *folder)
{
  g_return_if_fail (LP_IS_TEMPLATE_LIST (self));

  g_set_str (&self->folder, folder);
  show_own (self);
}

GtkWidget *
lp_template_list_get_first (LpTemplateList *self)
{
  g_return_val_if_fail (LP_IS_TEMPLATE_LIST (self), NULL);

  return self->first;
}
