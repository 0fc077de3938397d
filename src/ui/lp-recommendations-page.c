/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-recommendations-page.h"

#include "lp-feedback.h"
#include "lp-loader.h"
#include "lp-menu-button.h"
#include "lp-page-title.h"
#include "lp-recommendation-edits.h"
#include "lp-recommendation-output.h"
#include "lp-recommendation-row.h"
#include "lp-recommendation-view.h"
#include "lp-undo-button.h"
#include "lp-when-saved.h"

#include <glib/gi18n.h>

struct _LpRecommendationsPage
{
  AdwNavigationPage parent_instance;

  AdwHeaderBar *header;
  LpPageTitle *page_title;
  LpUndoButton *undo_button;
  GtkWidget *back_button;
  GtkWidget *empty_button;
  GtkStack *stack;
  AdwNavigationSplitView *split_view;
  GtkLabel *count_label;
  GtkListBox *list_box;
  LpRecommendationView *view;

  LpStore *store;
  LpId meeting;
  LpLoader *loader;
  GPtrArray *rows;     /* of LpRecommendationRow, in order */
  LpId chosen;         /* or unset */
  guint position;      /* of the chosen one: what stands there is chosen when it has gone */
  gboolean edit_chosen; /* once it is there */
  gboolean focus_chosen;
  gboolean syncing;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (LpRecommendationsPage, lp_recommendations_page, ADW_TYPE_NAVIGATION_PAGE)

enum {
  PROP_NARROW = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static gpointer
load (LpReader *reader, const LpId *meeting, GError **error)
{
  return lp_recommendations_load (reader, meeting, error);
}

static void
free_result (gpointer result)
{
  lp_recommendations_free (result);
}

static LpRecommendations *
get_all (LpRecommendationsPage *self)
{
  return lp_loader_get_result (self->loader);
}

static LpRecommendation *
get_chosen (LpRecommendationsPage *self, guint *position)
{
  LpRecommendations *all = get_all (self);

  return all != NULL && lp_id_is_set (&self->chosen) ? lp_recommendations_find (all, &self->chosen, position) : NULL;
}

/* --- What is shown --- */

static void
show_actions (LpRecommendationsPage *self)
{
  LpRecommendations *all = get_all (self);
  guint position = 0;
  gboolean any = get_chosen (self, &position) != NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "recommendation.move-up", any && position > 0);
  gtk_widget_action_set_enabled (widget, "recommendation.move-down", any && position + 1 < all->items->len);
  gtk_widget_action_set_enabled (widget, "recommendation.delete", any);
  gtk_widget_action_set_enabled (widget, "recommendation.add-notes", any);
  gtk_widget_action_set_enabled (widget, "recommendation.output", all != NULL && all->items->len > 0);
}

static void
show_figures (LpRecommendationsPage *self)
{
  LpRecommendations *all = get_all (self);
  g_autofree char *count = g_strdup_printf ("%u", all->items->len);
  g_autofree char *unused =
      g_strdup_printf (ngettext ("%'u note is not used yet", "%'u notes are not used yet", all->unused), all->unused);

  gtk_label_set_label (self->count_label, count);
  lp_page_title_set_subtitle (self->page_title, all->items->len > 0 && all->unused > 0 ? unused : "");
}

static void
show_chosen (LpRecommendationsPage *self)
{
  LpRecommendation *chosen = get_chosen (self, &self->position);

  if (chosen != NULL)
    lp_recommendation_view_show (self->view, chosen, get_all (self)->unused);
  show_actions (self);
}

static GtkWidget *
take_row (LpRecommendationsPage *self, GHashTable *former, const LpId *id)
{
  GtkWidget *row = NULL;

  if (g_hash_table_steal_extended (former, id, NULL, (gpointer *) &row))
    return row;
  return g_object_ref_sink (lp_recommendation_row_new ());
}

/* Puts a row at its place, and leaves it alone when it is there already. */
static void
put_row (LpRecommendationsPage *self, GtkWidget *row, int index)
{
  if (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list_box, index)) == row)
    return;

  if (gtk_widget_get_parent (row) != NULL)
    gtk_list_box_remove (self->list_box, row);
  gtk_list_box_insert (self->list_box, row, index);
}

static GHashTable *
rows_by_id (LpRecommendationsPage *self)
{
  GHashTable *rows = g_hash_table_new_full (lp_id_hash, lp_id_equal_func, g_free, g_object_unref);

  for (guint i = 0; i < self->rows->len; i++)
    {
      LpRecommendationRow *row = g_ptr_array_index (self->rows, i);

      g_hash_table_insert (rows, lp_id_copy (lp_record_get_id (lp_recommendation_row_get_record (row))),
                           g_object_ref (row));
    }
  return rows;
}

static void
remove_rows (LpRecommendationsPage *self, GHashTable *rows)
{
  GHashTableIter iter;
  gpointer row = NULL;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    gtk_list_box_remove (self->list_box, row);
}

/* Rows stay the same widgets, so that the choice and the focus stay too. */
static void
fill_rows (LpRecommendationsPage *self)
{
  LpRecommendations *all = get_all (self);
  g_autoptr (GHashTable) former = rows_by_id (self);

  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < all->items->len; i++)
    {
      LpRecommendation *one = g_ptr_array_index (all->items, i);
      GtkWidget *row = take_row (self, former, lp_record_get_id (one->record));

      lp_recommendation_row_show (LP_RECOMMENDATION_ROW (row), one, FALSE);
      put_row (self, row, (int) i);
      g_ptr_array_add (self->rows, row);
    }
  remove_rows (self, former);
}

/* The one that was chosen, or the one that stands in its place now. */
static void
choose (LpRecommendationsPage *self)
{
  LpRecommendations *all = get_all (self);
  guint position = 0;

  if (all->items->len == 0)
    return;
  if (get_chosen (self, &position) == NULL)
    {
      LpRecommendation *one = NULL;

      /* it comes with the next reading */
      if (self->edit_chosen)
        return;
      position = MIN (self->position, all->items->len - 1);
      one = g_ptr_array_index (all->items, position);
      self->chosen = *lp_record_get_id (one->record);
    }
  gtk_list_box_select_row (self->list_box, gtk_list_box_get_row_at_index (self->list_box, (int) position));
}

static void
focus_row (LpRecommendationsPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list_box);

  self->focus_chosen = FALSE;
  if (self->rows->len == 0)
    gtk_widget_grab_focus (self->empty_button);
  else if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* A new one is there to be written. */
static void
edit_new (LpRecommendationsPage *self)
{
  if (!self->edit_chosen || get_chosen (self, NULL) == NULL)
    return;
  self->edit_chosen = FALSE;
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  lp_recommendation_view_edit (self->view);
}

static void
loaded_cb (LpRecommendationsPage *self)
{
  gboolean in_list = gtk_widget_get_focus_child (GTK_WIDGET (self->list_box)) != NULL;

  self->syncing = TRUE;
  fill_rows (self);
  choose (self);
  self->syncing = FALSE;
  show_figures (self);
  show_chosen (self);
  gtk_stack_set_visible_child_name (self->stack, self->rows->len > 0 ? "list" : "empty");
  if (self->focus_chosen || (in_list && gtk_widget_get_focus_child (GTK_WIDGET (self->list_box)) == NULL))
    focus_row (self);
  edit_new (self);
}

static void
failed_cb (LpRecommendationsPage *self, const GError *error)
{
  lp_feedback_error (GTK_WIDGET (self), _("The recommendations cannot be read"), error);
}

/* On a narrow screen the list is a page, and the chosen one the next. */
static void
show_content_cb (LpRecommendationsPage *self)
{
  gboolean detail = adw_navigation_split_view_get_collapsed (self->split_view) &&
                    adw_navigation_split_view_get_show_content (self->split_view);

  gtk_widget_set_visible (self->back_button, detail);
  adw_header_bar_set_show_back_button (self->header, !detail);
}

/* --- Actions --- */

static void
created_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpRecommendationsPage) self = data;
  g_autoptr (GError) error = NULL;

  if (lp_store_commit_finish (LP_STORE (source), result, &error))
    return;
  self->edit_chosen = FALSE;
  lp_feedback_error (GTK_WIDGET (self), _("The recommendation was not made"), error);
}

static void
new_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpRecommendationsPage *self = LP_RECOMMENDATIONS_PAGE (widget);
  g_autoptr (LpChangeSet) changes = lp_change_set_new (_("New recommendation"));
  g_autoptr (GError) error = NULL;
  LpId id = { 0 };

  lp_recommendation_view_flush (self->view);
  if (lp_recommendation_create (changes, lp_store_get_reader (self->store), &self->meeting, &id, &error) == NULL)
    {
      lp_feedback_error (widget, _("The recommendation was not made"), error);
      return;
    }
  self->chosen = id;
  self->edit_chosen = TRUE;
  lp_store_commit_async (self->store, changes, NULL, created_cb, g_object_ref (self));
}

static void
move_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpRecommendationsPage *self = LP_RECOMMENDATIONS_PAGE (widget);
  gboolean up = g_str_equal (name, "recommendation.move-up");
  guint position = 0;
  LpRecommendation *chosen = get_chosen (self, &position);

  lp_recommendation_view_flush (self->view);
  if (chosen != NULL && (!up || position > 0))
    lp_recommendation_edits_move (widget, self->store, chosen->record, up ? position - 1 : position + 1);
}

static void
delete_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpRecommendationsPage *self = LP_RECOMMENDATIONS_PAGE (widget);
  LpRecommendation *chosen = get_chosen (self, NULL);

  lp_recommendation_view_flush (self->view);
  if (chosen == NULL)
    return;
  lp_recommendation_edits_delete (widget, self->store, chosen->record);
  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  focus_row (self);
}

static void
add_notes_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpRecommendationsPage *self = LP_RECOMMENDATIONS_PAGE (widget);

  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "recommendation.pick", NULL);
}

static void
back_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpRecommendationsPage *self = LP_RECOMMENDATIONS_PAGE (widget);

  lp_recommendation_view_flush (self->view);
  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  focus_row (self);
}

static void
output (LpRecommendationsPage *self, gpointer how)
{
  lp_recommendation_output (GTK_WIDGET (self), self->store, LP_MEETING, &self->meeting, how);
}

/* With what was typed last. */
static void
output_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpRecommendationsPage *self = LP_RECOMMENDATIONS_PAGE (widget);

  lp_recommendation_view_flush (self->view);
  lp_when_saved (self->store, G_OBJECT (self), G_CALLBACK (output),
                 (gpointer) g_intern_string (g_variant_get_string (parameter, NULL)));
}

static void
keep_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lp_recommendation_view_flush (LP_RECOMMENDATIONS_PAGE (widget)->view);
}

/* Whoever comes here comes to the list, which may not have been read yet. */
static void
focus_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpRecommendationsPage *self = LP_RECOMMENDATIONS_PAGE (widget);

  if (get_all (self) != NULL)
    focus_row (self);
  else
    self->focus_chosen = TRUE;
}

/* --- List --- */

static void
row_selected_cb (GtkListBox *list_box, GtkListBoxRow *row, LpRecommendationsPage *self)
{
  if (self->syncing || row == NULL)
    return;

  self->chosen = *lp_record_get_id (lp_recommendation_row_get_record (LP_RECOMMENDATION_ROW (row)));
  show_chosen (self);
}

static void
row_activated_cb (LpRecommendationsPage *self)
{
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  lp_recommendation_view_edit (self->view);
}

/* --- Class --- */

static void
lp_recommendations_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpRecommendationsPage *self = LP_RECOMMENDATIONS_PAGE (object);

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
lp_recommendations_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpRecommendationsPage *self = LP_RECOMMENDATIONS_PAGE (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_recommendations_page_dispose (GObject *object)
{
  LpRecommendationsPage *self = LP_RECOMMENDATIONS_PAGE (object);

  if (self->loader != NULL)
    g_signal_handlers_disconnect_by_data (self->loader, self);
  g_clear_object (&self->loader);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_RECOMMENDATIONS_PAGE);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_recommendations_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "recommendation.new", NULL, new_action_cb);
  gtk_widget_class_install_action (widget_class, "recommendation.move-up", NULL, move_action_cb);
  gtk_widget_class_install_action (widget_class, "recommendation.move-down", NULL, move_action_cb);
  gtk_widget_class_install_action (widget_class, "recommendation.delete", NULL, delete_action_cb);
  gtk_widget_class_install_action (widget_class, "recommendation.add-notes", NULL, add_notes_action_cb);
  gtk_widget_class_install_action (widget_class, "recommendation.back", NULL, back_action_cb);
  gtk_widget_class_install_action (widget_class, "recommendation.output", "s", output_action_cb);
  gtk_widget_class_install_action (widget_class, "notes.keep", NULL, keep_action_cb);
  gtk_widget_class_install_action (widget_class, "stage.focus", NULL, focus_action_cb);
}

static void
lp_recommendations_page_class_init (LpRecommendationsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_recommendations_page_get_property;
  object_class->set_property = lp_recommendations_page_set_property;
  object_class->dispose = lp_recommendations_page_dispose;

  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (LP_TYPE_MENU_BUTTON);
  g_type_ensure (LP_TYPE_PAGE_TITLE);
  g_type_ensure (LP_TYPE_RECOMMENDATION_VIEW);
  g_type_ensure (LP_TYPE_UNDO_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-recommendations-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationsPage, header);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationsPage, page_title);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationsPage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationsPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationsPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationsPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationsPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationsPage, list_box);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationsPage, view);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_content_cb);
  install_actions (widget_class);
}

static void
lp_recommendations_page_init (LpRecommendationsPage *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* meeting: one that is there. */
GtkWidget *
lp_recommendations_page_new (LpStore *store, const LpId *meeting)
{
  LpRecommendationsPage *self = g_object_new (LP_TYPE_RECOMMENDATIONS_PAGE, NULL);

  self->store = g_object_ref (store);
  self->meeting = *meeting;
  lp_undo_button_set_store (self->undo_button, store);
  lp_recommendation_view_set_store (self->view, store, meeting);
  self->loader = lp_loader_new (store, meeting, load, free_result);
  g_signal_connect_object (self->loader, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->loader, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  lp_loader_follow (self->loader, GTK_WIDGET (self));
  show_actions (self);
  return GTK_WIDGET (self);
}

/** lp_recommendations_page_choose: shows one of them, once it is read. */
void
lp_recommendations_page_choose (LpRecommendationsPage *self, const LpId *recommendation)
{
  self->chosen = *recommendation;
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  if (get_all (self) != NULL)
    loaded_cb (self);
}
