/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-projector-window.h"

#include <glib/gi18n.h>

#include "lp-board.h"
#include "lp-loader.h"
#include "lp-priorities.h"
#include "lp-question-slide.h"
#include "lp-result-slide.h"
#include "lp-stories-slide.h"
#include "lp-themes-slide.h"
#include "lp-wall-slide.h"

/* A window that comes up, or goes to another screen, may be given the keyboard by the desktop, within this time. */
#define ARRIVING_MS 3000

struct _LpProjectorWindow
{
  AdwWindow parent_instance;

  GtkStack *stack;
  LpQuestionSlide *question;
  LpWallSlide *wall;
  LpThemesSlide *themes;
  LpStoriesSlide *stories;
  LpResultSlide *result;

  LpRunner *runner;
  LpProjection *projection;
  LpLoader *board;
  LpLoader *goal;
  LpLoader *priorities;
  GSettings *settings;
  LpRecord *meeting;
  GtkWindow *main; /* weak */
  guint arriving_id;
  gboolean dark;
};

G_DEFINE_FINAL_TYPE (LpProjectorWindow, lp_projector_window, ADW_TYPE_WINDOW)

enum {
  PROP_0,
  PROP_DARK,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static const char *const pages[LP_N_SHOWS] = {
  [LP_SHOWS_QUESTION] = "question",
  [LP_SHOWS_WALL] = "wall",
  [LP_SHOWS_THEMES] = "themes",
  [LP_SHOWS_STORIES] = "stories",
  [LP_SHOWS_PRIORITIES] = "result",
  [LP_SHOWS_BLANK] = "blank",
};

/* --- What is shown --- */

static void
show_day (LpProjectorWindow *self)
{
  const LpRunState *state = lp_runner_get_state (self->runner);
  LpRecord *item = lp_runner_get_item (self->runner, state->now);
  const LpStoryGoal *stories = self->goal != NULL ? lp_loader_get_result (self->goal) : NULL;
  g_autoptr (LpSlideWords) words =
      lp_slide_words_new (state, self->meeting, item, stories, lp_runner_get_time (self->runner));

  lp_question_slide_show (self->question, words);
  lp_wall_slide_set_kinds (self->wall, lp_runner_get_store (self->runner), lp_runner_get_meeting (self->runner),
                           lp_slide_words_kinds (item));
  lp_wall_slide_set_end (self->wall, words->end);
}

static void
load_meeting (LpProjectorWindow *self)
{
  g_autoptr (LpRecord) meeting = lp_reader_load (lp_store_get_reader (lp_runner_get_store (self->runner)), LP_MEETING,
                                                 lp_runner_get_meeting (self->runner), NULL);

  g_set_object (&self->meeting, meeting);
  show_day (self);
}

static void
show_page (LpProjectorWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, pages[lp_projection_get_shows (self->projection)]);
}

static void
board_loaded_cb (LpProjectorWindow *self)
{
  lp_themes_slide_show (self->themes, lp_loader_get_result (self->board));
}

static void
goal_loaded_cb (LpProjectorWindow *self)
{
  const LpStoryGoal *goal = lp_loader_get_result (self->goal);

  if (goal != NULL)
    lp_stories_slide_show (self->stories, goal);
  show_day (self);
}

static void
show_result (LpProjectorWindow *self)
{
  const LpPriorities *priorities = lp_loader_get_result (self->priorities);
  const LpVoteRound *round = NULL;

  if (priorities == NULL)
    return;

  round = lp_priorities_find (priorities, lp_projection_get_round (self->projection));
  if (round == NULL)
    round = lp_priorities_last (priorities, TRUE);
  if (round == NULL)
    round = lp_priorities_last (priorities, FALSE);
  lp_result_slide_show (self->result, round);
}

/* What is on the screen stays there: the room need not know. */
static void
failed_cb (LpProjectorWindow *self, GError *error)
{
  g_warning ("The big screen could not be brought up to date: %s", error->message);
}

/* --- Looks --- */

static void
set_class (LpProjectorWindow *self, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
contrast_cb (LpProjectorWindow *self)
{
  set_class (self, "high-contrast", adw_style_manager_get_high_contrast (adw_style_manager_get_default ()));
}

/* As a window it is moved by the pointer; on a screen of its own nobody needs one there. */
static void
fullscreened_cb (LpProjectorWindow *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), gtk_window_is_fullscreen (GTK_WINDOW (self)) ? "none" : NULL);
}

/* --- Keyboard --- */

static void
arrived_cb (gpointer data)
{
  LP_PROJECTOR_WINDOW (data)->arriving_id = 0;
}

static void
arrive (LpProjectorWindow *self)
{
  g_clear_handle_id (&self->arriving_id, g_source_remove);
  self->arriving_id = g_timeout_add_once (ARRIVING_MS, arrived_cb, self);
}

/* The facilitator is writing, or about to press a key of Run. */
static void
active_cb (LpProjectorWindow *self)
{
  if (self->arriving_id != 0 && self->main != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    gtk_window_present (self->main);
}

/* Who clicked here by mistake, or has no other screen, still drives the day. The page comes before what is in focus on it, since it may
 * want a key for itself that a button would take; the window, whose keys are for when nobody wants them, comes last. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                LpProjectorWindow *self)
{
  GtkWidget *main = GTK_WIDGET (self->main);
  g_autoptr (GPtrArray) way = g_ptr_array_new ();

  if (main == NULL)
    return GDK_EVENT_PROPAGATE;

  g_ptr_array_add (way, main);
  for (GtkWidget *widget = gtk_window_get_focus (self->main); widget != NULL && widget != main;
       widget = gtk_widget_get_parent (widget))
    g_ptr_array_insert (way, 1, widget);
  for (guint i = 1; i <= way->len; i++)
    {
      if (gtk_event_controller_key_forward (controller, way->pdata[i % way->len]))
        return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static gboolean
close_request_cb (LpProjectorWindow *self)
{
  lp_projection_set_open (self->projection, FALSE);

  return GDK_EVENT_PROPAGATE;
}

static void
set_dark (LpProjectorWindow *self, gboolean dark)
{
  if (self->dark == dark)
    return;

  self->dark = dark;
  set_class (self, "dark", dark);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DARK]);
}

static void
lp_projector_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpProjectorWindow *self = LP_PROJECTOR_WINDOW (object);

  switch (prop_id)
    {
    case PROP_DARK:
      g_value_set_boolean (value, self->dark);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_projector_window_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpProjectorWindow *self = LP_PROJECTOR_WINDOW (object);

  switch (prop_id)
    {
    case PROP_DARK:
      set_dark (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_projector_window_dispose (GObject *object)
{
  LpProjectorWindow *self = LP_PROJECTOR_WINDOW (object);

  g_clear_handle_id (&self->arriving_id, g_source_remove);
  g_clear_weak_pointer (&self->main);
  g_clear_object (&self->board);
  g_clear_object (&self->goal);
  g_clear_object (&self->priorities);
  g_clear_object (&self->settings);
  g_clear_object (&self->meeting);
  g_clear_object (&self->runner);
  g_clear_object (&self->projection);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_PROJECTOR_WINDOW);

  G_OBJECT_CLASS (lp_projector_window_parent_class)->dispose (object);
}

static void
lp_projector_window_class_init (LpProjectorWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_projector_window_get_property;
  object_class->set_property = lp_projector_window_set_property;
  object_class->dispose = lp_projector_window_dispose;

  props[PROP_DARK] = g_param_spec_boolean ("dark", NULL, NULL, FALSE,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (LP_TYPE_QUESTION_SLIDE);
  g_type_ensure (LP_TYPE_RESULT_SLIDE);
  g_type_ensure (LP_TYPE_STORIES_SLIDE);
  g_type_ensure (LP_TYPE_THEMES_SLIDE);
  g_type_ensure (LP_TYPE_WALL_SLIDE);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-projector-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LpProjectorWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, LpProjectorWindow, question);
  gtk_widget_class_bind_template_child (widget_class, LpProjectorWindow, wall);
  gtk_widget_class_bind_template_child (widget_class, LpProjectorWindow, themes);
  gtk_widget_class_bind_template_child (widget_class, LpProjectorWindow, stories);
  gtk_widget_class_bind_template_child (widget_class, LpProjectorWindow, result);
  gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
lp_projector_window_init (LpProjectorWindow *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_settings_bind (self->settings, "projector-dark", self, "dark", G_SETTINGS_BIND_GET);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (contrast_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  contrast_cb (self);
}

static void
follow_themes_and_stories (LpProjectorWindow *self)
{
  LpStore *store = lp_runner_get_store (self->runner);
  const LpId *meeting = lp_runner_get_meeting (self->runner);

  self->board = lp_loader_new (store, meeting, (LpLoad) lp_board_load, (GDestroyNotify) lp_board_free);
  g_signal_connect_object (self->board, "loaded", G_CALLBACK (board_loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  lp_loader_follow (self->board, GTK_WIDGET (self->themes));
  self->goal = lp_loader_new (store, meeting, (LpLoad) lp_story_goal_load, (GDestroyNotify) lp_story_goal_free);
  g_signal_connect_object (self->goal, "loaded", G_CALLBACK (goal_loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->goal, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  /* whichever slide is shown: the question may tell how many there are */
  lp_loader_follow (self->goal, GTK_WIDGET (self->stack));
}

static void
follow_priorities (LpProjectorWindow *self)
{
  self->priorities = lp_loader_new (lp_runner_get_store (self->runner), lp_runner_get_meeting (self->runner),
                                    (LpLoad) lp_priorities_load, (GDestroyNotify) lp_priorities_free);
  g_signal_connect_object (self->priorities, "loaded", G_CALLBACK (show_result), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->priorities, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->projection, "round-changed", G_CALLBACK (show_result), self, G_CONNECT_SWAPPED);
  lp_loader_follow (self->priorities, GTK_WIDGET (self->result));
}

GtkWidget *
lp_projector_window_new (LpRunner *runner, LpProjection *projection)
{
  LpProjectorWindow *self = g_object_new (LP_TYPE_PROJECTOR_WINDOW, NULL);
  GtkWidget *slides[] = { GTK_WIDGET (self->question), GTK_WIDGET (self->wall), GTK_WIDGET (self->themes),
                          GTK_WIDGET (self->stories), GTK_WIDGET (self->result) };

  self->runner = g_object_ref (runner);
  self->projection = g_object_ref (projection);
  for (guint i = 0; i < G_N_ELEMENTS (slides); i++)
    g_object_bind_property (projection, "text-scale", slides[i], "text-scale", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (runner, "tick", G_CALLBACK (show_day), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (runner, "changed", G_CALLBACK (load_meeting), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (projection, "notify::shows", G_CALLBACK (show_page), self, G_CONNECT_SWAPPED);
  follow_themes_and_stories (self);
  follow_priorities (self);
  load_meeting (self);
  show_page (self);

  return GTK_WIDGET (self);
}

/** lp_projector_window_set_main: window: the app's own, which keeps the keyboard; or NULL. */
void
lp_projector_window_set_main (LpProjectorWindow *self, GtkWindow *window)
{
  g_set_weak_pointer (&self->main, window);
}

static gboolean
covers_main (LpProjectorWindow *self, GdkMonitor *monitor)
{
  GdkSurface *surface = self->main != NULL ? gtk_native_get_surface (GTK_NATIVE (self->main)) : NULL;

  return surface != NULL && gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface) == monitor;
}

/**
 * lp_projector_window_place: shows the window.
 * @monitor: (nullable): the one to fill; NULL: as a window, above the app's own. Where the app's own is on that one, it has to be
 * covered, and the keyboard, too, belongs to what is in front.
 */
void
lp_projector_window_place (LpProjectorWindow *self, GdkMonitor *monitor)
{
  GtkWindow *window = GTK_WINDOW (self);

  if (monitor == NULL || !covers_main (self, monitor))
    arrive (self);
  gtk_window_set_transient_for (window, monitor == NULL ? self->main : NULL);
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (window, monitor);
  else
    gtk_window_unfullscreen (window);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}
