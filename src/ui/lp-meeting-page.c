/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "lp-agenda-page.h"
#include "lp-clock.h"
#include "lp-day-bar.h"
#include "lp-figures.h"
#include "lp-loader.h"
#include "lp-meeting-dialog.h"
#include "lp-meeting-page.h"
#include "lp-meeting-row.h"
#include "lp-meeting.h"
#include "lp-menu-button.h"
#include "lp-notes-page.h"
#include "lp-page-title.h"
#include "lp-participants-page.h"
#include "lp-priorities-page.h"
#include "lp-priorities.h"
#include "lp-projection.h"
#include "lp-projector.h"
#include "lp-recommendations-page.h"
#include "lp-review-dialog.h"
#include "lp-run-deed.h"
#include "lp-run-page.h"
#include "lp-run-watch.h"
#include "lp-run-words.h"
#include "lp-runner.h"
#include "lp-stage-row.h"
#include "lp-story-draft.h"
#include "lp-summary-page.h"
#include "lp-theme-adviser.h"
#include "lp-themes-page.h"

typedef struct
{
  GtkWidget *(*create) (LpStore *store, const LpId *meeting);
  const char *group; /* heading above it, or NULL when it is the one before's */
} Stage;

/* In the order of the day, as the rows in the sidebar. */
static const Stage stages[] = {
  { lp_agenda_page_new, N_("Before the meeting") },
  { lp_participants_page_new, NULL },
  { lp_run_page_new, N_("On the day") },
  { lp_notes_page_new, NULL },
  { lp_themes_page_new, NULL },
  { lp_priorities_page_new, NULL },
  { lp_recommendations_page_new, N_("Afterwards") },
  { lp_summary_page_new, NULL },
};

#define N_STAGES G_N_ELEMENTS (stages)
#define NOTES_STAGE 4 /* counted from 1 */

struct _LpMeetingPage
{
  AdwNavigationPage parent_instance;

  LpStore *store;
  LpId id;
  gboolean shown;
  LpId wanted; /* a note that is to be shown once the page is; or unset */
  LpRecord *meeting;
  LpLoader *loader;
  LpLoader *priorities;
  LpRunner *runner;
  LpProjection *projection;
  LpProjector *projector;
  LpRunWatch *watch;
  LpThemeAdviser *adviser;
  GtkWidget *pages[N_STAGES];
  int current;
  gboolean narrow;
  gboolean hidden;   /* the stages, by key */
  gboolean unfolded; /* the stages, beside Run */
  guint unfold_id;

  AdwToolbarView *toolbar_view;
  LpDayBar *day_bar;
  AdwNavigationSplitView *split_view;
  AdwNavigationPage *content;
  AdwNavigationView *stage_view;
  LpPageTitle *window_title;
  GtkListBox *stages;
  LpStageRow *agenda_row;
  LpStageRow *participants_row;
  LpStageRow *run_row;
  LpStageRow *notes_row;
  LpStageRow *themes_row;
  LpStageRow *priorities_row;
  LpStageRow *recommendations_row;
  LpStageRow *summary_row;
};

G_DEFINE_FINAL_TYPE (LpMeetingPage, lp_meeting_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  PROP_NARROW = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static gpointer
load_figures (LpReader *reader, const LpId *meeting, GError **error)
{
  return lp_figures_load (reader, meeting, error);
}

static char *
agenda_caption (LpMeetingPage *self, const LpFigures *figures)
{
  int end = lp_record_int (self->meeting, LP_MEETING_START) + figures->minutes;
  int over = lp_record_has (self->meeting, LP_MEETING_LIMIT)
                 ? end - lp_record_int (self->meeting, LP_MEETING_LIMIT)
                 : 0;
  g_autofree char *items = g_strdup_printf (ngettext ("%u item", "%u items", figures->items), figures->items);
  g_autofree char *clock = lp_clock_print (end);

  if (figures->items == 0)
    return g_strdup (_("Empty"));
  if (over > 0)
    /* Translators: “15 items · +10 min.”: the agenda is that much longer than the room is hired */
    return g_strdup_printf (_("%s · +%d min."), items, over);
  /* Translators: “15 items · until 15:00” */
  return g_strdup_printf (_("%s · until %s"), items, clock);
}

static char *
participants_caption (const LpFigures *figures)
{
  if (figures->participants == 0)
    return g_strdup (_("None yet"));
  /* Translators: “84 of 90 have a table” */
  return g_strdup_printf (ngettext ("%u of %u has a table", "%u of %u have a table", figures->seated),
                          figures->seated, figures->participants);
}

static char *
themes_caption (const LpFigures *figures)
{
  if (figures->notes > 0 && figures->loose > 0 && figures->themes > 0)
    return g_strdup_printf (ngettext ("%'u ungrouped", "%'u ungrouped", figures->loose), figures->loose);
  return figures->themes > 0 ? lp_figures_themes_text (figures->themes) : g_strdup (_("None yet"));
}

static char *
recommendations_caption (const LpFigures *figures)
{
  guint n = figures->recommendations;
  guint unused = figures->notes - MIN (figures->used, figures->notes);

  if (n == 0)
    return g_strdup (_("None yet"));
  /* Translators: recommendations, and notes that none of them uses: “6 · 47 notes unused” */
  return g_strdup_printf (ngettext ("%u · %'u note unused", "%u · %'u notes unused", unused), n, unused);
}

static char *
priorities_caption (const LpPriorities *priorities)
{
  const LpVoteRound *round = lp_priorities_last (priorities, FALSE);

  if (round == NULL)
    return g_strdup (_("None yet"));
  if (round->complete)
    return g_strdup_printf (_("Round %u is counted"), round->number);

  return lp_vote_round_progress (round);
}

static char *
summary_caption (const LpFigures *figures)
{
  g_autofree char *notes = lp_figures_notes_text (figures->notes);

  if (figures->notes == 0)
    return g_strdup (_("After the meeting"));
  if (figures->tables == 0)
    return g_steal_pointer (&notes);
  /* Translators: “240 notes from 10 tables” */
  return g_strdup_printf (ngettext ("%s from %u table", "%s from %u tables", figures->tables), notes,
                          figures->tables);
}

static void
update_captions (LpMeetingPage *self)
{
  const LpFigures *figures = lp_loader_get_result (self->loader);
  g_autofree char *agenda = NULL;
  g_autofree char *participants = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *themes = NULL;
  g_autofree char *recommendations = NULL;
  g_autofree char *summary = NULL;

  if (!figures)
    return;

  agenda = agenda_caption (self, figures);
  participants = participants_caption (figures);
  notes = figures->notes > 0 ? lp_figures_notes_text (figures->notes) : g_strdup (_("None yet"));
  themes = themes_caption (figures);
  recommendations = recommendations_caption (figures);
  summary = summary_caption (figures);
  lp_stage_row_set_caption (self->agenda_row, agenda);
  lp_stage_row_set_caption (self->participants_row, participants);
  lp_stage_row_set_caption (self->notes_row, notes);
  lp_stage_row_set_caption (self->themes_row, themes);
  lp_stage_row_set_caption (self->recommendations_row, recommendations);
  lp_stage_row_set_caption (self->summary_row, summary);
}

static void
update_priorities (LpMeetingPage *self)
{
  g_autofree char *caption = priorities_caption (lp_loader_get_result (self->priorities));

  lp_stage_row_set_caption (self->priorities_row, caption);
}

static gboolean
load_meeting (LpMeetingPage *self, GError **error)
{
  LpReader *reader = lp_store_get_reader (self->store);
  g_autoptr (GError) problem = NULL;
  g_autoptr (LpRecord) meeting = lp_reader_load (reader, LP_MEETING, &self->id, &problem);
  g_autofree char *panel = NULL;

  if (problem)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (!meeting || lp_record_int (meeting, LP_MEETING_DELETED))
    {
      g_set_error_literal (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND, _("It has been deleted."));
      return FALSE;
    }

  panel = lp_meeting_panel_name (reader, meeting, NULL);
  g_set_object (&self->meeting, meeting);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), lp_record_text (meeting, LP_MEETING_TITLE));
  lp_page_title_set_title (self->window_title, lp_record_text (meeting, LP_MEETING_TITLE));
  lp_page_title_set_subtitle (self->window_title, panel ? panel : "");
  update_captions (self);
  return TRUE;
}

static void
store_changed_cb (LpMeetingPage *self, GArray *changes)
{
  g_autoptr (GError) error = NULL;
  gboolean mine = FALSE;

  for (guint i = 0; i < changes->len && !mine; i++)
    {
      const LpChange *change = &g_array_index (changes, LpChange, i);

      mine = lp_id_equal (&change->object, &self->id) || change->entity == LP_PANEL;
    }
  if (mine && !load_meeting (self, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

static gboolean
is_at_run (LpMeetingPage *self)
{
  return LP_IS_RUN_PAGE (self->pages[self->current]);
}

/* Run gives the place of the stages to the day. */
static void
update_collapsed (LpMeetingPage *self)
{
  gboolean folded = is_at_run (self) ? !self->unfolded : self->hidden;

  adw_navigation_split_view_set_collapsed (self->split_view, self->narrow || folded);
}

static char *
run_caption (const LpRunState *state)
{
  g_autofree char *end = lp_run_print_time (state->end);

  if (state->over)
    /* Translators: when the day ended, as the caption of the stage */
    return g_strdup_printf (_("Ended %s"), end);
  if (state->started)
    return lp_run_print_behind (lp_run_state_behind (state));

  return g_strdup (_("Not begun"));
}

/* The stage where the item that the day is at is done. */
static LpStageRow *
find_reached (LpMeetingPage *self, const LpRunState *state)
{
  LpRecord *item = lp_runner_get_item (self->runner, state->now);
  LpMethod method;

  if (!state->started || state->over)
    return NULL;
  if (item != NULL && lp_method_find (lp_record_text (item, LP_AGENDA_ITEM_METHOD), &method) &&
      (method == LP_METHOD_DOT_VOTE || method == LP_METHOD_BUDGET))
    return self->priorities_row;

  return self->run_row;
}

static void
update_day (LpMeetingPage *self)
{
  const LpRunState *state = lp_runner_get_state (self->runner);
  LpStageRow *reached = find_reached (self, state);
  g_autofree char *caption = run_caption (state);

  lp_stage_row_set_caption (self->run_row, caption);
  lp_stage_row_set_reached (self->run_row, reached == self->run_row);
  lp_stage_row_set_reached (self->priorities_row, reached == self->priorities_row);
  adw_toolbar_view_set_reveal_bottom_bars (self->toolbar_view, state->started && !state->over && !is_at_run (self));
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpMeetingPage *self = LP_MEETING_PAGE (widget);

  if (is_at_run (self) || lp_runner_get_state (self->runner)->started)
    lp_run_deed_next (self->pages[self->current], self->runner);
}

/* What is of the meeting's day, to the stages that are about it. */
static void
hand_over (LpMeetingPage *self, GtkWidget *page)
{
  if (LP_IS_RUN_PAGE (page))
    {
      lp_run_page_follow (LP_RUN_PAGE (page), self->runner, self->projection);
      lp_run_page_set_screen_menu (LP_RUN_PAGE (page), lp_projector_get_menu (self->projector));
    }
  if (LP_IS_THEMES_PAGE (page))
    lp_themes_page_advise (LP_THEMES_PAGE (page), self->adviser);
  if (LP_IS_PRIORITIES_PAGE (page))
    lp_priorities_page_follow (LP_PRIORITIES_PAGE (page), self->projection);
  if (LP_IS_NOTES_PAGE (page))
    {
      lp_notes_page_follow (LP_NOTES_PAGE (page), self->runner);
      lp_notes_page_advise (LP_NOTES_PAGE (page), self->adviser);
    }
}

static AdwNavigationPage *
ensure_page (LpMeetingPage *self, int index)
{
  if (!self->pages[index])
    {
      self->pages[index] = g_object_ref_sink (stages[index].create (self->store, &self->id));
      hand_over (self, self->pages[index]);
      g_object_bind_property (self->split_view, "collapsed", self->pages[index], "can-pop",
                              G_BINDING_SYNC_CREATE);
    }
  return ADW_NAVIGATION_PAGE (self->pages[index]);
}

/* The arrows go past the stages without opening them, so the list itself selects nothing. */
static void
mark_row (LpMeetingPage *self, int index)
{
  for (guint i = 0; i < N_STAGES; i++)
    {
      GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->stages, i));
      gboolean current = (int) i == index;

      if (current)
        gtk_widget_set_state_flags (row, GTK_STATE_FLAG_SELECTED, FALSE);
      else
        gtk_widget_unset_state_flags (row, GTK_STATE_FLAG_SELECTED);
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, current, -1);
    }
}

static void
show_page (LpMeetingPage *self, int index)
{
  AdwNavigationPage *page = ensure_page (self, index);

  self->current = index;
  self->unfolded = FALSE;
  mark_row (self, index);
  update_collapsed (self);
  update_day (self);
  adw_navigation_page_set_title (self->content, adw_navigation_page_get_title (page));
  adw_navigation_view_replace (self->stage_view, &page, 1);
}

/* A stage whose first focus stands last has an action for it: grab_focus () is called, too, when Tab comes round to the stage,
 * and would lead past all that stands before. */
static void
focus_page (LpMeetingPage *self)
{
  GtkWidget *page = self->pages[self->current];

  if (gtk_widget_get_root (page) && !gtk_widget_activate_action (page, "stage.focus", NULL) &&
      !gtk_widget_grab_focus (page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
stage_activated_cb (LpMeetingPage *self, GtkListBoxRow *row)
{
  lp_meeting_page_show_stage (self, gtk_list_box_row_get_index (row) + 1);
}

static void
stage_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lp_meeting_page_show_stage (LP_MEETING_PAGE (widget), g_variant_get_int32 (parameter));
}

static void
details_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpMeetingPage *self = LP_MEETING_PAGE (widget);

  adw_dialog_present (lp_meeting_dialog_new_details (self->store, self->meeting), widget);
}

static void
projector_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpProjection *projection = LP_MEETING_PAGE (widget)->projection;

  lp_projection_set_open (projection, !lp_projection_get_open (projection));
}

static void
review_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpMeetingPage *self = LP_MEETING_PAGE (widget);

  adw_dialog_present (lp_review_dialog_new (self->store, &self->id, NULL), widget);
}

static void
toggle_sidebar_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpMeetingPage *self = LP_MEETING_PAGE (widget);
  gboolean shown = adw_navigation_split_view_get_show_content (self->split_view);

  if (self->narrow)
    {
      adw_navigation_split_view_set_show_content (self->split_view, !shown);
      return;
    }
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  if (is_at_run (self))
    self->unfolded = !self->unfolded;
  else
    self->hidden = !self->hidden;
  update_collapsed (self);
}

static void
unfold (gpointer data)
{
  LpMeetingPage *self = data;

  self->unfold_id = 0;
  self->hidden = FALSE;
  self->unfolded = TRUE;
  update_collapsed (self);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->stages, self->current)));
}

/* On a wide screen back does not lead away: it brings the stages beside. Not at once: the view is about to show them. */
static void
show_content_cb (LpMeetingPage *self)
{
  if (!self->narrow && !adw_navigation_split_view_get_show_content (self->split_view) && self->unfold_id == 0)
    self->unfold_id = g_idle_add_once (unfold, self);
}

static void
add_heading_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *group = stages[gtk_list_box_row_get_index (row)].group;
  GtkWidget *heading;

  if (!group || gtk_list_box_row_get_header (row))
    return;

  heading = gtk_label_new (gettext (group));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "stage-group");
  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_widget_add_css_class (heading, "dimmed");
  gtk_list_box_row_set_header (row, heading);
}

/* The keys of the day go on while the stages stand beside it: the big screen must be blank at once, wherever the focus is. */
static gboolean
key_pressed_cb (
    GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, LpMeetingPage *self)
{
  GtkWidget *page = self->pages[self->current];

  return is_at_run (self) && gtk_widget_get_mapped (page) && gtk_widget_get_focus_child (GTK_WIDGET (self->stages)) &&
         gtk_event_controller_key_forward (controller, page);
}

/* On a narrow screen the stages come first, to choose from. */
static void
focus_what_is_shown (LpMeetingPage *self)
{
  if (!adw_navigation_split_view_get_collapsed (self->split_view) ||
      adw_navigation_split_view_get_show_content (self->split_view))
    focus_page (self);
  else
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->stages, self->current)));
}

static void
collapsed_cb (LpMeetingPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    focus_what_is_shown (self);
}

static void
lp_meeting_page_shown (AdwNavigationPage *page)
{
  LpMeetingPage *self = LP_MEETING_PAGE (page);
  LpId wanted = self->wanted;

  self->shown = TRUE;
  focus_what_is_shown (self);
  if (lp_id_is_set (&wanted))
    lp_meeting_page_show_note (self, &wanted);
}

static void
lp_meeting_page_hiding (AdwNavigationPage *page)
{
  LP_MEETING_PAGE (page)->shown = FALSE;
  lp_meeting_page_save (LP_MEETING_PAGE (page));
}

static void
lp_meeting_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpMeetingPage *self = LP_MEETING_PAGE (object);

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
lp_meeting_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpMeetingPage *self = LP_MEETING_PAGE (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      lp_day_bar_set_narrow (self->day_bar, self->narrow);
      update_collapsed (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_meeting_page_dispose (GObject *object)
{
  LpMeetingPage *self = LP_MEETING_PAGE (object);

  g_clear_handle_id (&self->unfold_id, g_source_remove);
  g_clear_object (&self->loader);
  g_clear_object (&self->priorities);
  g_clear_object (&self->projector);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_MEETING_PAGE);
  for (guint i = 0; i < N_STAGES; i++)
    g_clear_object (&self->pages[i]);
  g_clear_object (&self->watch);
  g_clear_object (&self->adviser);
  g_clear_object (&self->projection);
  g_clear_object (&self->runner);
  g_clear_object (&self->meeting);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_meeting_page_parent_class)->dispose (object);
}

static void
lp_meeting_page_class_init (LpMeetingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_meeting_page_get_property;
  object_class->set_property = lp_meeting_page_set_property;
  object_class->dispose = lp_meeting_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = lp_meeting_page_shown;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hiding = lp_meeting_page_hiding;

  props[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (LP_TYPE_MENU_BUTTON);
  g_type_ensure (LP_TYPE_PAGE_TITLE);
  g_type_ensure (LP_TYPE_DAY_BAR);
  g_type_ensure (LP_TYPE_STAGE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-meeting-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LpMeetingPage, toolbar_view);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingPage, day_bar);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingPage, content);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingPage, stage_view);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingPage, stages);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingPage, agenda_row);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingPage, participants_row);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingPage, run_row);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingPage, notes_row);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingPage, themes_row);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingPage, priorities_row);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingPage, recommendations_row);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingPage, summary_row);
  gtk_widget_class_bind_template_callback (widget_class, collapsed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_content_cb);
  gtk_widget_class_bind_template_callback (widget_class, stage_activated_cb);

  gtk_widget_class_install_action (widget_class, "meeting.stage", "i", stage_action);
  gtk_widget_class_install_action (widget_class, "meeting.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "meeting.details", NULL, details_action);
  gtk_widget_class_install_action (widget_class, "meeting.projector", NULL, projector_action);
  gtk_widget_class_install_action (widget_class, "meeting.review", NULL, review_action);
  gtk_widget_class_install_action (widget_class, "meeting.toggle-sidebar", NULL, toggle_sidebar_action);
  for (guint i = 0; i < N_STAGES; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "meeting.stage", "i", i + 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "meeting.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "meeting.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, GDK_ALT_MASK, "navigation.pop", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "meeting.projector", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "meeting.toggle-sidebar", NULL);
}

static void
lp_meeting_page_init (LpMeetingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->stages, add_heading_cb, NULL, NULL);
}

static void
set_up_day (LpMeetingPage *self, LpRunClock *clock)
{
  g_autoptr (LpRunClock) own = clock == NULL ? lp_run_clock_new () : NULL;

  self->runner = lp_runner_new (self->store, &self->id, clock != NULL ? clock : own);
  self->projection = lp_projection_new ();
  self->adviser = lp_theme_adviser_new (self->store, &self->id);
  self->watch = lp_run_watch_new (self->runner, GTK_WIDGET (self));
  self->projector = lp_projector_new (self->runner, self->projection, GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "projector", lp_projector_get_actions (self->projector));
  lp_day_bar_set_runner (self->day_bar, self->runner);
  g_signal_connect_object (self->runner, "changed", G_CALLBACK (update_day), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->runner, "tick", G_CALLBACK (update_day), self, G_CONNECT_SWAPPED);
}

/* When it cannot be saved it stays in its file, for the next time. */
static void
restore_story (LpMeetingPage *self)
{
  g_autoptr (GError) error = NULL;

  if (!lp_story_draft_restore (self->store, &self->id, &error))
    g_warning ("The story that was being told was not saved: %s", error->message);
}

GtkWidget *
lp_meeting_page_new (LpStore *store, const LpId *meeting, LpRunClock *clock, GError **error)
{
  LpMeetingPage *self = g_object_new (LP_TYPE_MEETING_PAGE, NULL);

  self->store = g_object_ref (store);
  self->id = *meeting;
  self->loader = lp_loader_new (store, meeting, load_figures, g_free);
  if (!load_meeting (self, error))
    {
      g_object_ref_sink (self);
      g_object_unref (self);
      return NULL;
    }

  restore_story (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->loader, "loaded", G_CALLBACK (update_captions), self, G_CONNECT_SWAPPED);
  lp_loader_follow (self->loader, GTK_WIDGET (self->stages));
  self->priorities = lp_loader_new (store, meeting, (LpLoad) lp_priorities_load, (GDestroyNotify) lp_priorities_free);
  g_signal_connect_object (self->priorities, "loaded", G_CALLBACK (update_priorities), self, G_CONNECT_SWAPPED);
  lp_loader_follow (self->priorities, GTK_WIDGET (self->stages));
  set_up_day (self, clock);
  show_page (self, 0);
  return GTK_WIDGET (self);
}

const LpId *
lp_meeting_page_get_meeting (LpMeetingPage *self)
{
  g_return_val_if_fail (LP_IS_MEETING_PAGE (self), NULL);

  return &self->id;
}

/** lp_meeting_page_show_note: one of the meeting, in the stage of notes; the focus is on it, as soon as the page is there. */
void
lp_meeting_page_show_note (LpMeetingPage *self, const LpId *note)
{
  self->wanted = self->shown ? (LpId) { 0 } : *note;
  lp_meeting_page_show_stage (self, NOTES_STAGE);
  if (self->shown)
    lp_notes_page_go_to (LP_NOTES_PAGE (self->pages[self->current]), note);
}

void
lp_meeting_page_show_stage (LpMeetingPage *self, int number)
{
  g_return_if_fail (LP_IS_MEETING_PAGE (self));
  g_return_if_fail (number >= 1 && number <= (int) N_STAGES);

  show_page (self, number - 1);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  focus_page (self);
}

/* The stage of the day itself. */
void
lp_meeting_page_show_run (LpMeetingPage *self)
{
  for (guint i = 0; i < N_STAGES; i++)
    if (stages[i].create == lp_run_page_new)
      lp_meeting_page_show_stage (self, (int) i + 1);
}

void
lp_meeting_page_show_recommendation (LpMeetingPage *self, const LpId *recommendation)
{
  for (guint i = 0; i < N_STAGES; i++)
    {
      if (stages[i].create != lp_recommendations_page_new)
        continue;
      lp_meeting_page_show_stage (self, (int) i + 1);
      lp_recommendations_page_choose (LP_RECOMMENDATIONS_PAGE (self->pages[i]), recommendation);
    }
}

void
lp_meeting_page_save (LpMeetingPage *self)
{
  g_return_if_fail (LP_IS_MEETING_PAGE (self));

  for (guint i = 0; i < N_STAGES; i++)
    {
      if (!self->pages[i])
        continue;
      gtk_widget_activate_action (self->pages[i], "notes.keep", NULL);
      gtk_widget_activate_action (self->pages[i], "stage.keep", NULL);
    }
}

void
lp_meeting_page_take_focus (LpMeetingPage *self)
{
  g_return_if_fail (LP_IS_MEETING_PAGE (self));

  focus_what_is_shown (self);
}

gboolean
lp_meeting_page_take_key (LpMeetingPage *self, GtkEventControllerKey *controller)
{
  g_return_val_if_fail (LP_IS_MEETING_PAGE (self), GDK_EVENT_PROPAGATE);

  return gtk_event_controller_key_forward (controller, self->pages[self->current]) ||
         gtk_event_controller_key_forward (controller, GTK_WIDGET (self));
}
