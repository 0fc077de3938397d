/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-swap-dialog.h"

#include <glib/gi18n.h>

#include "lp-participant-edits.h"

struct _LpSwapDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle *window_title;
  GtkSearchEntry *search_entry;
  GtkListView *list;

  GtkWidget *from;
  LpStore *store;
  LpId meeting;
  LpPerson *person;
  GtkFilter *filter;
  GtkNoSelection *model;
};

G_DEFINE_FINAL_TYPE (LpSwapDialog, lp_swap_dialog, ADW_TYPE_DIALOG)

static gboolean
is_offered (gpointer item, gpointer data)
{
  LpSwapDialog *self = data;
  LpPerson *other = item;
  LpRosterFilter filter = LP_ROSTER_FILTER_ALL;

  filter.text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  return lp_person_get_table (other) != lp_person_get_table (self->person) &&
         lp_roster_matches (lp_person_get_record (other), &filter);
}

static void
search_changed_cb (LpSwapDialog *self)
{
  if (self->filter)
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
swap_with (LpSwapDialog *self, guint position)
{
  g_autoptr (LpPerson) other = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (!other)
    return;
  lp_participant_edits_swap (self->from, self->store, &self->meeting, self->person, other);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
activate_cb (GtkListView *list, guint position, LpSwapDialog *self)
{
  swap_with (self, position);
}

/* Return in the search takes the first that is left. */
static void
first_cb (LpSwapDialog *self)
{
  swap_with (self, 0);
}

static void
close_cb (LpSwapDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *table = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (table, "dimmed");
  gtk_widget_add_css_class (table, "numeric");
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), table);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  LpPerson *person = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  int number = lp_person_get_table (person);
  g_autofree char *table = number > 0 ? g_strdup_printf (_("Table %d"), number) : g_strdup (_("No table"));
  g_autofree char *spoken = lp_person_describe (person);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (row)), lp_person_get_name (person));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (row)), table);
  gtk_list_item_set_accessible_label (item, spoken);
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  return lp_roster_compare (lp_person_get_record (LP_PERSON ((gpointer) a)),
                            lp_person_get_record (LP_PERSON ((gpointer) b)), LP_ROSTER_BY_NAME);
}

static void
lp_swap_dialog_dispose (GObject *object)
{
  LpSwapDialog *self = LP_SWAP_DIALOG (object);

  if (self->list)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->model);
  g_clear_object (&self->filter);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_SWAP_DIALOG);
  g_clear_object (&self->person);
  g_clear_object (&self->from);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_swap_dialog_parent_class)->dispose (object);
}

static void
lp_swap_dialog_class_init (LpSwapDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_swap_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-swap-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LpSwapDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, LpSwapDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LpSwapDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
lp_swap_dialog_init (LpSwapDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
}

AdwDialog *
lp_swap_dialog_new (GtkWidget *from, LpStore *store, const LpId *meeting, LpPeople *people, LpPerson *person)
{
  LpSwapDialog *self = g_object_new (LP_TYPE_SWAP_DIALOG, NULL);
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_names, NULL, NULL));
  GListModel *sorted;

  self->from = g_object_ref (from);
  self->store = g_object_ref (store);
  self->meeting = *meeting;
  self->person = g_object_ref (person);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_offered, self, NULL));
  sorted = G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (people)), sorter));
  self->model = gtk_no_selection_new (
      G_LIST_MODEL (gtk_filter_list_model_new (sorted, g_object_ref (self->filter))));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->model));
  adw_window_title_set_subtitle (self->window_title, lp_person_get_name (person));
  return ADW_DIALOG (self);
}
