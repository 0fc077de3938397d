/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-run-page.h"

#include <glib/gi18n.h>

#include "lp-hint-list.h"
#include "lp-loader.h"
#include "lp-menu-button.h"
#include "lp-run-deed.h"
#include "lp-run-item-view.h"
#include "lp-run-review.h"
#include "lp-run-timeline.h"
#include "lp-run-words.h"
#include "lp-screen-card.h"
#include "lp-slide-words.h"
#include "lp-spread-dialog.h"
#include "lp-table-strip.h"
#include "lp-talk-button.h"
#include "lp-undo-button.h"

struct _LpRunPage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *window_title;
  LpUndoButton *undo_button;
  LpMenuButton *menu_button;
  GtkStack *stack;
  AdwBottomSheet *bottom_sheet;
  AdwOverlaySplitView *split_view;
  AdwBin *wide_timeline_bin;
  LpRunTimeline *timeline;
  AdwBanner *banner;
  LpRunItemView *item_view;
  LpScreenCard *screen_card;
  GMenu *more_menu;
  GMenu *main_menu; /* a part of it: empty where the main menu has a button of its own */
  AdwBin *wide_round_bin;
  GtkWidget *round_box;
  LpTableStrip *table_strip;
  LpHintList *hint_list;
  LpRunReview *review;
  LpTalkButton *talk_button;
  GtkWidget *spacer;
  GtkButton *one_button;
  GtkButton *five_button;
  GtkWidget *pause_button;
  GtkImage *pause_icon;
  GtkLabel *pause_label;
  GtkWidget *next_button;
  GtkLabel *next_label;
  GtkLabel *next_title;
  GtkWidget *next_icon;
  GtkImage *hint_icon;
  GtkLabel *hint_label;
  AdwBin *narrow_round_bin;
  AdwBin *narrow_timeline_bin;

  LpStore *store;
  LpId meeting;
  LpRecord *record; /* the meeting's; or NULL */
  GSettings *settings;
  LpRunner *runner;
  LpProjection *projection;
  LpLoader *round;
  LpLoader *stories;
  LpHints *hints;
  LpId looked; /* or unset: at the item now */
  LpId now;    /* what was the item now when it last changed */
  gboolean narrow;
  gboolean sound;
};

G_DEFINE_FINAL_TYPE (LpRunPage, lp_run_page, ADW_TYPE_NAVIGATION_PAGE)

enum {
  PROP_0,
  PROP_NARROW,
  PROP_SOUND,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* --- What is shown --- */

static const char *
get_title (LpRunPage *self, int item)
{
  LpRecord *record = lp_runner_get_item (self->runner, item);

  return record != NULL ? lp_record_text (record, LP_AGENDA_ITEM_TITLE) : "";
}

/* The item that is looked at, -1 for none. */
static int
get_looked (LpRunPage *self, const LpRunState *state)
{
  for (guint i = 0; i < state->items->len && lp_id_is_set (&self->looked); i++)
    {
      if (lp_id_equal (&g_array_index (state->items, LpRunItem, i).plan.id, &self->looked))
        return (int) i == state->now ? -1 : (int) i;
    }

  return -1;
}

static void
show_banner (LpRunPage *self, const LpRunState *state, int looked)
{
  g_autofree char *left = lp_run_print_left (state->left);
  g_autofree char *title = NULL;

  if (state->now >= 0)
    /* Translators: the title of the item that is under way, and the time left of it */
    title = g_strdup_printf (_("Looking only: the day is at “%s”, %s left"), get_title (self, state->now), left);
  adw_banner_set_title (self->banner, title != NULL ? title : _("Looking only: no item is under way"));
  adw_banner_set_revealed (self->banner, looked >= 0);
}

static void
show_screen (LpRunPage *self, const LpRunState *state)
{
  LpRecord *item = lp_runner_get_item (self->runner, state->now);
  g_autoptr (LpSlideWords) words = lp_slide_words_new (state, self->record, item, lp_loader_get_result (self->stories),
                                                       lp_runner_get_time (self->runner));
  g_autofree char *fact = words->fact != NULL ? g_strjoin ("\n", words->fact, words->source, NULL) : NULL;

  lp_screen_card_set_question (self->screen_card, words->question);
  if (item == NULL)
    g_set_str (&fact, words->end);
  lp_screen_card_set_fact (self->screen_card, fact != NULL ? fact : "");
}

static void
show_wall (LpRunPage *self, const LpRunState *state, const LpRound *round)
{
  guint kinds = lp_slide_words_kinds (lp_runner_get_item (self->runner, state->now));
  guint all = 0;
  guint here = 0;

  for (LpKind kind = 0; kind < LP_N_KINDS && round != NULL; kind++)
    {
      all += round->wall[kind];
      here += (kinds & 1u << kind) != 0 ? round->wall[kind] : 0;
    }
  lp_screen_card_set_wall (self->screen_card, all, here);
}

static gboolean
takes_notes (LpRunPage *self, const LpRunState *state, const LpRound *round)
{
  LpRecord *item = lp_runner_get_item (self->runner, state->now);

  return item != NULL && round != NULL && lp_id_equal (&round->item, lp_record_get_id (item)) &&
         (round->notes > 0 || lp_kinds_parse (lp_record_text (item, LP_AGENDA_ITEM_KINDS)) != 0);
}

static void
show_hint_line (LpRunPage *self, const LpRunState *state, GPtrArray *hints)
{
  const LpHint *first = hints->len > 0 ? g_ptr_array_index (hints, 0) : NULL;
  g_autofree char *behind = lp_run_print_behind (lp_run_state_behind (state));

  gtk_image_set_from_icon_name (self->hint_icon, first != NULL ? "dialog-warning-symbolic" : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->hint_icon), first != NULL);
  gtk_label_set_label (self->hint_label, first != NULL ? first->text : behind);
}

static void
show_round (LpRunPage *self, const LpRunState *state, int looked)
{
  const LpRound *round = lp_loader_get_result (self->round);
  g_autoptr (GPtrArray) hints = lp_hints_list (self->hints, self->runner, round);
  gboolean notes = takes_notes (self, state, round);

  gtk_widget_set_visible (self->round_box, looked < 0 && !state->over);
  gtk_widget_set_visible (GTK_WIDGET (self->table_strip), notes);
  if (notes)
    lp_table_strip_show_round (self->table_strip, self->runner, round);
  lp_hint_list_show_hints (self->hint_list, hints);
  show_hint_line (self, state, hints);
}

static void
show_next (LpRunPage *self, const LpRunState *state)
{
  const char *label = !state->started ? _("Start the Day") : state->next >= 0 ? C_("agenda", "Next") : _("End the Day");
  const char *title = get_title (self, state->next);
  g_autofree char *name = *title != '\0' ? g_strdup_printf ("%s: %s", label, title) : g_strdup (label);
  gboolean was_focus = gtk_widget_is_focus (self->next_button);

  gtk_label_set_label (self->next_label, label);
  gtk_label_set_label (self->next_title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->next_title), *title != '\0' && !self->narrow);
  gtk_widget_set_visible (self->next_button, !state->over);
  gtk_widget_set_visible (self->pause_button, !state->over);
  gtk_widget_set_visible (GTK_WIDGET (self->one_button), !state->over);
  gtk_widget_set_visible (GTK_WIDGET (self->five_button), !state->over);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* or the keys would go with it */
  if (was_focus && state->over)
    gtk_widget_activate_action (GTK_WIDGET (self), "stage.focus", NULL);
}

static void
show_pause (LpRunPage *self, const LpRunState *state)
{
  const char *label = state->paused ? C_("clock", "Resume") : C_("clock", "Pause");

  gtk_image_set_from_icon_name (self->pause_icon,
                                state->paused ? "media-playback-start-symbolic" : "media-playback-pause-symbolic");
  gtk_label_set_label (self->pause_label, label);
  gtk_widget_set_visible (GTK_WIDGET (self->pause_label), !self->narrow);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pause_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (self->pause_button, state->paused ? _("Resume (Space)") : _("Pause (Space)"));
}

static void
enable_actions (LpRunPage *self, const LpRunState *state)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "run.pause", state->now >= 0);
  gtk_widget_action_set_enabled (widget, "run.extend", state->now >= 0);
  gtk_widget_action_set_enabled (widget, "run.end", state->started && !state->over);
  gtk_widget_action_set_enabled (widget, "run.begin-again", state->started);
  gtk_widget_action_set_enabled (widget, "run.spread", state->started && !state->over && lp_run_state_behind (state) > 0);
}

static void
show_subtitle (LpRunPage *self, const LpRunState *state)
{
  g_autofree char *behind = lp_run_print_behind (lp_run_state_behind (state));
  g_autofree char *end = lp_run_print_time (state->end);
  /* Translators: when the day ends, and “20 min behind” */
  g_autofree char *ends = g_strdup_printf (_("Ends %s · %s"), end, behind);
  const char *title = self->record != NULL ? lp_record_text (self->record, LP_MEETING_TITLE) : "";
  gboolean running = state->started && !state->over;

  adw_window_title_set_subtitle (self->window_title, self->narrow && running ? ends : title);
}

static void
load_meeting (LpRunPage *self)
{
  g_clear_object (&self->record);
  self->record = lp_reader_load (lp_store_get_reader (self->store), LP_MEETING, &self->meeting, NULL);
}

/* What the passing of time changes. */
static void
update (LpRunPage *self)
{
  const LpRunState *state = lp_runner_get_state (self->runner);
  int looked = get_looked (self, state);
  int current = state->now >= 0 ? state->now : state->next;
  gboolean is_over = state->over && looked < 0;

  lp_run_item_view_show_item (self->item_view, self->runner, looked >= 0 ? looked : current,
                              lp_loader_get_result (self->stories));
  show_banner (self, state, looked);
  show_screen (self, state);
  show_wall (self, state, lp_loader_get_result (self->round));
  show_round (self, state, looked);
  gtk_widget_set_visible (GTK_WIDGET (self->item_view), !is_over);
  gtk_widget_set_visible (GTK_WIDGET (self->screen_card), !state->over && looked < 0);
  gtk_widget_set_visible (GTK_WIDGET (self->review), is_over);
  if (self->narrow)
    show_subtitle (self, state);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "run.spread",
                                 state->started && !state->over && lp_run_state_behind (state) > 0);
}

/* Whoever goes on wants to see it. */
static void
changed_cb (LpRunPage *self)
{
  const LpRunState *state = lp_runner_get_state (self->runner);
  LpRecord *item = lp_runner_get_item (self->runner, state->now);
  LpId now = item != NULL ? *lp_record_get_id (item) : (LpId) { 0 };

  if (!lp_id_equal (&self->now, &now))
    self->looked = (LpId) { 0 };
  self->now = now;
  gtk_stack_set_visible_child_name (self->stack, state->items->len > 0 ? "day" : "empty");
  lp_run_timeline_set_looked (self->timeline, get_looked (self, state));
  if (state->over)
    lp_run_review_show (self->review, self->runner);
  show_next (self, state);
  show_pause (self, state);
  load_meeting (self);
  show_subtitle (self, state);
  enable_actions (self, state);
  update (self);
}

static void
look_at (LpRunPage *self, int item)
{
  const LpRunState *state = lp_runner_get_state (self->runner);

  self->looked = item >= 0 ? g_array_index (state->items, LpRunItem, item).plan.id : (LpId) { 0 };
  lp_run_timeline_set_looked (self->timeline, get_looked (self, state));
  update (self);
}

static void
looked_cb (LpRunPage *self, int item)
{
  look_at (self, item);
  adw_bottom_sheet_set_open (self->bottom_sheet, FALSE);
}

static void
seen_cb (LpRunPage *self, int kind)
{
  lp_hints_see (self->hints, (LpHintKind) kind);
  update (self);
}

static void
spread_cb (LpRunPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "run.spread", NULL);
}

static void
move_child (GtkWidget *child, AdwBin *from, AdwBin *to)
{
  g_object_ref (child);
  adw_bin_set_child (from, NULL);
  adw_bin_set_child (to, child);
  g_object_unref (child);
}

/* Tables, hints and the course of the day move into the sheet, the main menu into the page's. */
static void
arrange (LpRunPage *self)
{
  gboolean narrow = self->narrow;

  move_child (self->round_box, narrow ? self->wide_round_bin : self->narrow_round_bin,
              narrow ? self->narrow_round_bin : self->wide_round_bin);
  move_child (GTK_WIDGET (self->timeline), narrow ? self->wide_timeline_bin : self->narrow_timeline_bin,
              narrow ? self->narrow_timeline_bin : self->wide_timeline_bin);
  g_menu_remove_all (self->main_menu);
  if (narrow)
    g_menu_append_submenu (self->main_menu, _("_Main Menu"), lp_menu_button_get_menu (self->menu_button));
  adw_overlay_split_view_set_show_sidebar (self->split_view, !narrow);
  adw_bottom_sheet_set_open (self->bottom_sheet, FALSE);
}

static void
set_narrow (LpRunPage *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  arrange (self);
  lp_run_item_view_set_narrow (self->item_view, narrow);
  lp_screen_card_set_narrow (self->screen_card, narrow);
  lp_run_timeline_set_narrow (self->timeline, narrow);
  lp_hint_list_set_narrow (self->hint_list, narrow);
  lp_talk_button_set_narrow (self->talk_button, narrow);
  gtk_button_set_label (self->one_button, narrow ? _("+1") : _("+1 min"));
  gtk_button_set_label (self->five_button, narrow ? _("+5") : _("+5 min"));
  gtk_widget_set_hexpand (self->next_button, narrow);
  gtk_widget_set_visible (self->next_icon, !narrow);
  gtk_widget_set_visible (self->spacer, !narrow);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  if (self->runner != NULL)
    changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
}

/* --- Actions --- */

static void
pause_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpRunPage *self = LP_RUN_PAGE (widget);
  gboolean paused = lp_runner_get_state (self->runner)->paused;

  lp_run_deed (widget, self->runner, paused ? lp_runner_resume (self->runner) : lp_runner_pause (self->runner), NULL);
}

static void
extend_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpRunPage *self = LP_RUN_PAGE (widget);

  lp_run_deed (widget, self->runner, lp_runner_extend (self->runner, g_variant_get_int32 (parameter)), NULL);
}

static void
go_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpRunPage *self = LP_RUN_PAGE (widget);

  lp_run_deed_go (widget, self->runner, get_looked (self, lp_runner_get_state (self->runner)));
  gtk_widget_activate_action (widget, "stage.focus", NULL);
}

static void
back_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  look_at (LP_RUN_PAGE (widget), -1);
  gtk_widget_activate_action (widget, "stage.focus", NULL);
}

static void
shows_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lp_projection_set_shows (LP_RUN_PAGE (widget)->projection, (LpShows) g_variant_get_int32 (parameter));
}

static void
blank_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lp_projection_toggle_blank (LP_RUN_PAGE (widget)->projection);
}

static void
talk_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lp_talk_button_popup (LP_RUN_PAGE (widget)->talk_button);
}

static void
spread_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (lp_spread_dialog_new (LP_RUN_PAGE (widget)->runner, widget), widget);
}

static void
end_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpRunPage *self = LP_RUN_PAGE (widget);

  lp_run_deed (widget, self->runner, lp_runner_end (self->runner), _("The day has ended"));
}

static void
begin_again_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpRunPage *self = LP_RUN_PAGE (widget);

  lp_run_deed (widget, self->runner, lp_runner_begin_again (self->runner), _("The day begins again"));
}

/* --- Keys --- */

/* Beside the button that goes on, which has the focus, whatever else is in focus keeps its space bar. */
static gboolean
space_pressed_cb (
    GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, LpRunPage *self)
{
  if ((keyval != GDK_KEY_space && keyval != GDK_KEY_KP_Space) || (state & GDK_MODIFIER_MASK & ~GDK_LOCK_MASK) != 0 ||
      !gtk_widget_is_focus (self->next_button))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (GTK_WIDGET (self), "run.pause", NULL);
  return GDK_EVENT_STOP;
}

/* With Shift five minutes: but on some keyboards the plus itself needs Shift. */
static int
read_plus (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state)
{
  GdkDisplay *display = gtk_widget_get_display (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  guint plain = 0;

  if (!gdk_display_translate_key (display, keycode, 0, (int) gtk_event_controller_key_get_group (controller), &plain,
                                  NULL, NULL, NULL))
    plain = keyval;
  if ((state & GDK_SHIFT_MASK) != 0 && (plain == GDK_KEY_plus || plain == GDK_KEY_KP_Add))
    return 5;

  return keyval == GDK_KEY_plus || keyval == GDK_KEY_KP_Add ? 1 : 0;
}

static gboolean
press_letter (LpRunPage *self, guint keyval)
{
  GtkWidget *widget = GTK_WIDGET (self);

  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      return gtk_widget_activate_action (widget, "run.pause", NULL);
    case GDK_KEY_b:
      return gtk_widget_activate_action (widget, "run.blank", NULL);
    case GDK_KEY_m:
      return gtk_widget_activate_action (widget, "run.talk", NULL);
    /* never out of the day: whoever presses it once too often still needs the keys */
    case GDK_KEY_Escape:
      return gtk_widget_activate_action (widget, "run.back", NULL);
    default:
      break;
    }
  if (keyval >= GDK_KEY_1 && keyval < GDK_KEY_1 + LP_N_SHOWS)
    return gtk_widget_activate_action (widget, "run.shows", "i", (int) (keyval - GDK_KEY_1));
  if (keyval >= GDK_KEY_KP_1 && keyval < GDK_KEY_KP_1 + LP_N_SHOWS)
    return gtk_widget_activate_action (widget, "run.shows", "i", (int) (keyval - GDK_KEY_KP_1));

  return GDK_EVENT_PROPAGATE;
}

static gboolean
key_pressed_cb (
    GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, LpRunPage *self)
{
  int minutes = 0;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  minutes = read_plus (controller, keyval, keycode, state);
  if (minutes > 0)
    return gtk_widget_activate_action (GTK_WIDGET (self), "run.extend", "i", minutes);

  return press_letter (self, keyval);
}

/* --- Class --- */

static gboolean
take_focus (GtkWidget *widget)
{
  LpRunPage *self = LP_RUN_PAGE (widget);

  if (gtk_widget_get_visible (self->next_button))
    return gtk_widget_grab_focus (self->next_button);

  return gtk_widget_child_focus (GTK_WIDGET (self->talk_button), GTK_DIR_TAB_FORWARD);
}

static void
focus_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!take_focus (widget))
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
card_clicked_cb (LpRunPage *self)
{
  take_focus (GTK_WIDGET (self));
}

static void
lp_run_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpRunPage *self = LP_RUN_PAGE (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_SOUND:
      g_value_set_boolean (value, self->sound);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_run_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpRunPage *self = LP_RUN_PAGE (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_SOUND:
      self->sound = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_run_page_dispose (GObject *object)
{
  LpRunPage *self = LP_RUN_PAGE (object);

  g_clear_object (&self->round);
  g_clear_object (&self->stories);
  g_clear_object (&self->projection);
  g_clear_object (&self->record);
  g_clear_object (&self->runner);
  g_clear_object (&self->settings);
  g_clear_object (&self->store);
  g_clear_object (&self->main_menu);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_RUN_PAGE);

  G_OBJECT_CLASS (lp_run_page_parent_class)->dispose (object);
}

static void
lp_run_page_finalize (GObject *object)
{
  lp_hints_free (LP_RUN_PAGE (object)->hints);

  G_OBJECT_CLASS (lp_run_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "run.pause", NULL, pause_action_cb);
  gtk_widget_class_install_action (widget_class, "run.extend", "i", extend_action_cb);
  gtk_widget_class_install_action (widget_class, "run.go", NULL, go_action_cb);
  gtk_widget_class_install_action (widget_class, "run.back", NULL, back_action_cb);
  gtk_widget_class_install_action (widget_class, "run.shows", "i", shows_action_cb);
  gtk_widget_class_install_action (widget_class, "run.blank", NULL, blank_action_cb);
  gtk_widget_class_install_action (widget_class, "run.talk", NULL, talk_action_cb);
  gtk_widget_class_install_action (widget_class, "run.spread", NULL, spread_action_cb);
  gtk_widget_class_install_action (widget_class, "run.end", NULL, end_action_cb);
  gtk_widget_class_install_action (widget_class, "run.begin-again", NULL, begin_again_action_cb);
  gtk_widget_class_install_property_action (widget_class, "run.sound", "sound");
}

static void
bind_containers (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, bottom_sheet);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, wide_timeline_bin);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, banner);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, wide_round_bin);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, round_box);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, spacer);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, narrow_round_bin);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, narrow_timeline_bin);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-run-page.ui");
  bind_containers (widget_class);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, item_view);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, screen_card);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, more_menu);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, table_strip);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, hint_list);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, review);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, talk_button);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, one_button);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, five_button);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, pause_button);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, pause_icon);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, pause_label);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, next_label);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, next_title);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, next_icon);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, hint_icon);
  gtk_widget_class_bind_template_child (widget_class, LpRunPage, hint_label);
  gtk_widget_class_bind_template_callback (widget_class, card_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, looked_cb);
  gtk_widget_class_bind_template_callback (widget_class, seen_cb);
  gtk_widget_class_bind_template_callback (widget_class, space_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, spread_cb);
}

static void
ensure_types (void)
{
  g_type_ensure (LP_TYPE_HINT_LIST);
  g_type_ensure (LP_TYPE_MENU_BUTTON);
  g_type_ensure (LP_TYPE_RUN_ITEM_VIEW);
  g_type_ensure (LP_TYPE_RUN_REVIEW);
  g_type_ensure (LP_TYPE_RUN_TIMELINE);
  g_type_ensure (LP_TYPE_SCREEN_CARD);
  g_type_ensure (LP_TYPE_TABLE_STRIP);
  g_type_ensure (LP_TYPE_TALK_BUTTON);
  g_type_ensure (LP_TYPE_UNDO_BUTTON);
}

static void
lp_run_page_class_init (LpRunPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lp_run_page_get_property;
  object_class->set_property = lp_run_page_set_property;
  object_class->dispose = lp_run_page_dispose;
  object_class->finalize = lp_run_page_finalize;
  gtk_widget_class_install_action (widget_class, "stage.focus", NULL, focus_action);

  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_SOUND] = g_param_spec_boolean ("sound", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  ensure_types ();
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
lp_run_page_init (LpRunPage *self)
{
  self->hints = lp_hints_new ();
  self->settings = g_settings_new (APPLICATION_ID);
  self->main_menu = g_menu_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_menu_append_section (self->more_menu, NULL, G_MENU_MODEL (self->main_menu));
  g_settings_bind (self->settings, "run-sound", self, "sound", G_SETTINGS_BIND_DEFAULT);
}

GtkWidget *
lp_run_page_new (LpStore *store, const LpId *meeting)
{
  LpRunPage *self = g_object_new (LP_TYPE_RUN_PAGE, NULL);

  self->store = g_object_ref (store);
  self->meeting = *meeting;
  lp_undo_button_set_store (self->undo_button, store);
  return GTK_WIDGET (self);
}

void
lp_run_page_follow (LpRunPage *self, LpRunner *runner, LpProjection *projection)
{
  g_return_if_fail (self->runner == NULL);

  self->runner = g_object_ref (runner);
  self->projection = g_object_ref (projection);
  lp_run_timeline_set_runner (self->timeline, runner);
  lp_talk_button_set_runner (self->talk_button, runner);
  lp_screen_card_set_projection (self->screen_card, projection);
  self->round = lp_loader_new (self->store, &self->meeting, (LpLoad) lp_round_load, (GDestroyNotify) lp_round_free);
  g_signal_connect_object (self->round, "loaded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  self->stories = lp_loader_new (self->store, &self->meeting, (LpLoad) lp_story_goal_load,
                                 (GDestroyNotify) lp_story_goal_free);
  g_signal_connect_object (self->stories, "loaded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (runner, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (runner, "tick", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  lp_loader_follow (self->round, GTK_WIDGET (self));
  lp_loader_follow (self->stories, GTK_WIDGET (self));
  changed_cb (self);
}

/* menu: of the big screen; once. */
void
lp_run_page_set_screen_menu (LpRunPage *self, GMenuModel *menu)
{
  g_menu_prepend_section (self->more_menu, _("On the big screen"), menu);
}
