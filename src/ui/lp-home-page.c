/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "lp-day.h"
#include "lp-feedback.h"
#include "lp-figures.h"
#include "lp-home-page.h"
#include "lp-list.h"
#include "lp-loader.h"
#include "lp-meeting-card.h"
#include "lp-meeting-row.h"
#include "lp-meeting.h"
#include "lp-menu-button.h"

struct _LpHomePage
{
  AdwNavigationPage parent_instance;

  LpStore *store;
  GListModel *meetings;
  GListModel *panels;
  LpLoader *loader;
  LpRunner *runner; /* of the meeting in whose day something was done last; or NULL */
  GSettings *settings;

  GPtrArray *rows; /* of LpMeetingRow */
  LpId featured;   /* the meeting on the card, or unset */
  guint rebuild_id;
  gboolean narrow;
  gboolean was_shown;

  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkStack *stack;
  LpMeetingCard *card;
  GtkBox *groups;
  GtkWidget *sample_button;
};

G_DEFINE_FINAL_TYPE (LpHomePage, lp_home_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  PROP_NARROW = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static gpointer
load_figures (LpReader *reader, const LpId *unused, GError **error)
{
  return lp_figures_load_all (reader, error);
}

static const char *
panel_name (LpHomePage *self, LpRecord *meeting)
{
  const LpId *id = lp_record_id (meeting, LP_MEETING_PANEL);
  guint position;

  if (id && lp_list_find (LP_LIST (self->panels), id, &position))
    {
      g_autoptr (LpRecord) panel = g_list_model_get_item (self->panels, position);

      return g_intern_string (lp_record_text (panel, LP_PANEL_NAME));
    }
  return NULL;
}

static gboolean
matches (LpHomePage *self, LpRecord *meeting, const char *folded)
{
  g_autofree char *day = lp_day_long (lp_record_text (meeting, LP_MEETING_DATE));
  const char *panel = panel_name (self, meeting);
  g_autofree char *all =
      g_strjoin ("\n", lp_record_text (meeting, LP_MEETING_TITLE), lp_record_text (meeting, LP_MEETING_PLACE),
                 day, lp_record_text (meeting, LP_MEETING_DATE), panel ? panel : "", NULL);
  g_autofree char *text = lp_fold_text (all);

  return strstr (text, folded) != NULL;
}

static void
apply_figures (LpHomePage *self)
{
  GHashTable *all = lp_loader_get_result (self->loader);
  const LpFigures *figures;

  if (!all)
    return;

  figures = g_hash_table_lookup (all, &self->featured);
  if (figures)
    lp_meeting_card_set_figures (self->card, figures);
  for (guint i = 0; i < self->rows->len; i++)
    {
      LpMeetingRow *row = g_ptr_array_index (self->rows, i);

      figures = g_hash_table_lookup (all, lp_meeting_row_get_id (row));
      if (figures)
        lp_meeting_row_set_figures (row, figures);
    }
}

static void
show_day (LpHomePage *self)
{
  gboolean running = lp_id_is_set (&self->featured) && self->runner != NULL &&
                     lp_id_equal (lp_runner_get_meeting (self->runner), &self->featured) &&
                     lp_runner_is_running (self->runner);

  lp_meeting_card_set_day (self->card, running ? self->runner : NULL);
}

/* Which meeting is on the card is asked when the page is shown again. */
static void
time_passed_cb (LpHomePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_day (self);
}

static void
follow_day (LpHomePage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpRunClock) clock = NULL;
  LpId meeting;

  if (!lp_runner_find_last (lp_store_get_reader (self->store), &meeting, &error))
    {
      if (error != NULL)
        g_warning ("The day that is under way could not be found: %s", error->message);
      return;
    }
  if (self->runner != NULL && lp_id_equal (lp_runner_get_meeting (self->runner), &meeting))
    return;

  g_clear_object (&self->runner);
  clock = lp_run_clock_new ();
  self->runner = lp_runner_new (self->store, &meeting, clock);
  g_signal_connect_object (self->runner, "changed", G_CALLBACK (time_passed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->runner, "tick", G_CALLBACK (time_passed_cb), self, G_CONNECT_SWAPPED);
}

/* Transfer full; NULL for none. */
static LpRecord *
find_running (LpHomePage *self)
{
  guint position;

  follow_day (self);
  if (self->runner == NULL || !lp_runner_is_running (self->runner) ||
      !lp_list_find (LP_LIST (self->meetings), lp_runner_get_meeting (self->runner), &position))
    return NULL;

  return g_list_model_get_item (self->meetings, position);
}

/* The one that is run, else today's meeting, else the next, else the one opened last, else the newest. Meetings come newest first. */
static LpRecord *
find_featured (LpHomePage *self, const char **when)
{
  g_autofree char *today = lp_date_today ();
  g_autofree char *last = g_settings_get_string (self->settings, "last-meeting");
  g_autoptr (LpRecord) next = NULL;
  LpRecord *running = find_running (self);
  LpId last_id;
  guint position;

  *when = "";
  if (running)
    return running;
  for (guint i = 0; i < g_list_model_get_n_items (self->meetings); i++)
    {
      g_autoptr (LpRecord) meeting = g_list_model_get_item (self->meetings, i);
      int order = g_strcmp0 (lp_record_text (meeting, LP_MEETING_DATE), today);

      if (order < 0)
        break;
      g_set_object (&next, meeting);
      if (order == 0)
        {
          *when = _("Today");
          return g_steal_pointer (&next);
        }
    }
  if (next)
    {
      *when = _("Next meeting");
      return g_steal_pointer (&next);
    }
  if (lp_id_parse (last, &last_id) && lp_list_find (LP_LIST (self->meetings), &last_id, &position))
    {
      *when = _("Opened last");
      return g_list_model_get_item (self->meetings, position);
    }
  *when = _("Latest meeting");
  return g_list_model_get_item (self->meetings, 0);
}

static void
feature (LpHomePage *self, gboolean searching)
{
  const char *when = NULL;
  g_autoptr (LpRecord) meeting = searching ? NULL : find_featured (self, &when);

  self->featured = meeting ? *lp_record_get_id (meeting) : (LpId) { 0 };
  if (meeting)
    {
      lp_meeting_card_set_meeting (self->card, meeting, when, panel_name (self, meeting));
      show_day (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->card), meeting != NULL);
}

static AdwPreferencesGroup *
add_group (LpHomePage *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *safe_title = g_markup_escape_text (title, -1);
  g_autofree char *safe_description = g_markup_escape_text (description, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), safe_title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), safe_description);
  gtk_box_append (self->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

/* What its meetings have in common is a page of its own. */
static AdwPreferencesGroup *
add_panel_group (LpHomePage *self, LpRecord *panel)
{
  AdwPreferencesGroup *group =
      add_group (self, lp_record_text (panel, LP_PANEL_NAME), lp_record_text (panel, LP_PANEL_DESCRIPTION));
  GtkWidget *button = gtk_button_new_with_label (_("Across Meetings"));
  g_autofree char *id = lp_id_to_string (lp_record_get_id (panel));
  /* Translators: %s is the name of a panel */
  g_autofree char *said = g_strdup_printf (_("%s Across Meetings"), lp_record_text (panel, LP_PANEL_NAME));

  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Recommendations, themes, and who has been heard"));
  /* a name of its own, since there is one for each panel */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-panel");
  adw_preferences_group_set_header_suffix (group, button);
  return group;
}

static gboolean
is_of_panel (LpHomePage *self, LpRecord *meeting, const LpId *panel)
{
  const LpId *of = lp_record_id (meeting, LP_MEETING_PANEL);
  guint unused;

  if (panel)
    return of && lp_id_equal (of, panel);
  return !of || !lp_list_find (LP_LIST (self->panels), of, &unused);
}

/* The panel of the meeting on the card comes first. */
static LpRecord *
featured_panel (LpHomePage *self)
{
  guint position;
  g_autoptr (LpRecord) meeting = NULL;
  const LpId *id;

  if (!lp_list_find (LP_LIST (self->meetings), &self->featured, &position))
    return NULL;
  meeting = g_list_model_get_item (self->meetings, position);
  id = lp_record_id (meeting, LP_MEETING_PANEL);
  return id && lp_list_find (LP_LIST (self->panels), id, &position)
             ? g_list_model_get_item (self->panels, position)
             : NULL;
}

static gboolean
is_featured_panel (LpHomePage *self, LpRecord *panel)
{
  g_autoptr (LpRecord) featured = featured_panel (self);

  return featured && lp_id_equal (lp_record_get_id (featured), lp_record_get_id (panel));
}

/* panel: NULL for the meetings of none */
static void
add_panel (LpHomePage *self, LpRecord *panel, const char *folded)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (self->meetings); i++)
    {
      g_autoptr (LpRecord) meeting = g_list_model_get_item (self->meetings, i);
      GtkWidget *row;

      if (!is_of_panel (self, meeting, panel ? lp_record_get_id (panel) : NULL) ||
          lp_id_equal (lp_record_get_id (meeting), &self->featured) ||
          (folded && !matches (self, meeting, folded)))
        continue;
      if (!group)
        group = panel ? add_panel_group (self, panel) : add_group (self, _("Other meetings"), "");
      row = lp_meeting_row_new (meeting);
      g_object_bind_property (self, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
      adw_preferences_group_add (group, row);
      g_ptr_array_add (self->rows, row);
    }
  /* its one meeting is on the card */
  if (!group && panel && !folded && is_featured_panel (self, panel))
    add_panel_group (self, panel);
}

static void
remove_groups (LpHomePage *self)
{
  GtkWidget *group;

  g_ptr_array_set_size (self->rows, 0);
  while ((group = gtk_widget_get_first_child (GTK_WIDGET (self->groups))))
    gtk_box_remove (self->groups, group);
}

/* The meeting whose row holds the focus, or unset. */
static LpId
focused_meeting (LpHomePage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (gtk_widget_get_focus_child (gtk_widget_get_parent (row)) == row)
        return *lp_meeting_row_get_id (LP_MEETING_ROW (row));
    }
  return (LpId) { 0 };
}

static void
focus_meeting (LpHomePage *self, const LpId *id)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      LpMeetingRow *row = g_ptr_array_index (self->rows, i);

      if (lp_id_equal (lp_meeting_row_get_id (row), id))
        {
          gtk_widget_grab_focus (GTK_WIDGET (row));
          return;
        }
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->card));
}

static void
show_meetings (LpHomePage *self, const char *folded)
{
  g_autoptr (LpRecord) first = NULL;

  feature (self, folded != NULL);
  first = featured_panel (self);
  if (first)
    add_panel (self, first, folded);
  for (guint i = 0; i < g_list_model_get_n_items (self->panels); i++)
    {
      g_autoptr (LpRecord) panel = g_list_model_get_item (self->panels, i);

      if (!first || !lp_id_equal (lp_record_get_id (panel), lp_record_get_id (first)))
        add_panel (self, panel, folded);
    }
  add_panel (self, NULL, folded);
  apply_figures (self);
  gtk_stack_set_visible_child_name (self->stack, folded && self->rows->len == 0 ? "nothing" : "meetings");
}

static void
rebuild (LpHomePage *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));
  g_autofree char *folded = *words ? lp_fold_text (words) : NULL;
  LpId focused = focused_meeting (self);

  remove_groups (self);
  if (g_list_model_get_n_items (self->meetings) == 0)
    {
      self->featured = (LpId) { 0 };
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  show_meetings (self, folded);
  if (lp_id_is_set (&focused))
    focus_meeting (self, &focused);
}

static gboolean
rebuild_cb (gpointer data)
{
  LpHomePage *self = data;

  self->rebuild_id = 0;
  rebuild (self);
  return G_SOURCE_REMOVE;
}

/* Once for however many changes. */
static void
queue_rebuild (LpHomePage *self)
{
  if (!self->rebuild_id && self->meetings)
    self->rebuild_id = g_idle_add (rebuild_cb, self);
}

typedef struct
{
  LpHomePage *page;
  char *title;
} Deletion;

static void
deletion_free (Deletion *deletion)
{
  g_object_unref (deletion->page);
  g_free (deletion->title);
  g_free (deletion);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deletion, deletion_free)

static void
meeting_deleted_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Deletion) deletion = data;
  g_autoptr (GError) error = NULL;

  if (lp_store_commit_finish (LP_STORE (object), result, &error))
    {
      /* Translators: %s is the title of a meeting */
      g_autofree char *text = g_strdup_printf (_("“%s” deleted"), deletion->title);

      lp_feedback_undo (GTK_WIDGET (deletion->page), text);
    }
  else
    {
      lp_feedback_error (GTK_WIDGET (deletion->page), _("The meeting was not deleted"), error);
    }
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpHomePage *self = LP_HOME_PAGE (widget);
  g_autoptr (LpChangeSet) changes = lp_change_set_new (_("Delete meeting"));
  g_autoptr (LpRecord) meeting = NULL;
  Deletion *deletion;
  guint position;
  LpId id;

  if (!lp_id_parse (g_variant_get_string (parameter, NULL), &id) ||
      !lp_list_find (LP_LIST (self->meetings), &id, &position))
    return;

  meeting = g_list_model_get_item (self->meetings, position);
  deletion = g_new0 (Deletion, 1);
  deletion->page = g_object_ref (self);
  deletion->title = g_strdup (lp_record_text (meeting, LP_MEETING_TITLE));
  lp_change_set_delete (changes, LP_MEETING, &id, &id);
  lp_store_commit_async (self->store, changes, NULL, meeting_deleted_cb, deletion);
}

/* Which meeting was opened last may be another one now. */
static void
lp_home_page_showing (AdwNavigationPage *page)
{
  LpHomePage *self = LP_HOME_PAGE (page);

  if (self->was_shown)
    rebuild (self);
}

/* The focus is on what is likely to be opened next: at the start the card, afterwards the meeting one comes
 * from. */
static void
lp_home_page_shown (AdwNavigationPage *page)
{
  LpHomePage *self = LP_HOME_PAGE (page);
  g_autofree char *last = g_settings_get_string (self->settings, "last-meeting");
  LpId id;

  if (gtk_search_bar_get_search_mode (self->search_bar))
    return;
  if (g_list_model_get_n_items (self->meetings) == 0)
    gtk_widget_grab_focus (self->sample_button);
  else if (self->was_shown && lp_id_parse (last, &id))
    focus_meeting (self, &id);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->card));
  self->was_shown = TRUE;
}

static void
lp_home_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpHomePage *self = LP_HOME_PAGE (object);

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
lp_home_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpHomePage *self = LP_HOME_PAGE (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_home_page_dispose (GObject *object)
{
  LpHomePage *self = LP_HOME_PAGE (object);

  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->loader);
  g_clear_object (&self->runner);
  g_clear_object (&self->meetings);
  g_clear_object (&self->panels);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_HOME_PAGE);
  g_clear_object (&self->settings);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_home_page_parent_class)->dispose (object);
}

static void
lp_home_page_class_init (LpHomePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_home_page_get_property;
  object_class->set_property = lp_home_page_set_property;
  object_class->dispose = lp_home_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = lp_home_page_showing;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = lp_home_page_shown;

  props[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (LP_TYPE_MEETING_CARD);
  g_type_ensure (LP_TYPE_MENU_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-home-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LpHomePage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, LpHomePage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LpHomePage, stack);
  gtk_widget_class_bind_template_child (widget_class, LpHomePage, card);
  gtk_widget_class_bind_template_child (widget_class, LpHomePage, groups);
  gtk_widget_class_bind_template_child (widget_class, LpHomePage, sample_button);
  gtk_widget_class_bind_template_callback (widget_class, queue_rebuild);

  gtk_widget_class_install_action (widget_class, "home.delete", "s", delete_action);
}

static void
lp_home_page_init (LpHomePage *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
}

GtkWidget *
lp_home_page_new (LpStore *store)
{
  LpHomePage *self = g_object_new (LP_TYPE_HOME_PAGE, NULL);

  self->store = g_object_ref (store);
  self->meetings = G_LIST_MODEL (lp_list_new_meetings (store));
  self->panels = G_LIST_MODEL (lp_list_new_panels (store));
  self->loader = lp_loader_new (store, NULL, load_figures, (GDestroyNotify) g_hash_table_unref);
  g_signal_connect_object (self->meetings, "items-changed", G_CALLBACK (queue_rebuild), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panels, "items-changed", G_CALLBACK (queue_rebuild), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->loader, "loaded", G_CALLBACK (apply_figures), self, G_CONNECT_SWAPPED);
  rebuild (self);
  lp_loader_follow (self->loader, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
lp_home_page_start_search (LpHomePage *self)
{
  g_return_if_fail (LP_IS_HOME_PAGE (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
