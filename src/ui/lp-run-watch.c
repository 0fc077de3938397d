/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-run-watch.h"

#include <glib/gi18n.h>

struct _LpRunWatch
{
  GObject parent_instance;

  LpRunner *runner;
  GtkWidget *widget; /* not owned: it owns this */
  GSettings *settings;
  GtkApplication *application; /* that the screen is kept awake by */
  guint cookie;
  LpId item;
  gint64 left; /* of that item, at the tick before */
};

G_DEFINE_FINAL_TYPE (LpRunWatch, lp_run_watch, G_TYPE_OBJECT)

static void
let_sleep (LpRunWatch *self)
{
  if (self->cookie != 0)
    gtk_application_uninhibit (self->application, self->cookie);
  self->cookie = 0;
  g_clear_object (&self->application);
}

static void
keep_awake (LpRunWatch *self)
{
  GtkRoot *root = gtk_widget_get_root (self->widget);
  GtkApplication *application = GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;

  if (self->cookie != 0 || application == NULL)
    return;

  self->application = g_object_ref (application);
  self->cookie = gtk_application_inhibit (application, GTK_WINDOW (root),
                                          GTK_APPLICATION_INHIBIT_IDLE | GTK_APPLICATION_INHIBIT_SUSPEND,
                                          _("The meeting is running"));
}

static void
update_sleep (LpRunWatch *self)
{
  const LpRunState *state = lp_runner_get_state (self->runner);

  if (state->started && !state->over && !state->paused && gtk_widget_get_mapped (self->widget))
    keep_awake (self);
  else
    let_sleep (self);
}

static void
announce (LpRunWatch *self, const char *text)
{
  if (gtk_widget_get_mapped (self->widget))
    gtk_accessible_announce (GTK_ACCESSIBLE (self->widget), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
announce_left (LpRunWatch *self, LpRecord *item, int minutes)
{
  /* Translators: said by a screen reader; the title of an agenda item */
  g_autofree char *text = g_strdup_printf (ngettext ("%d minute left of “%s”", "%d minutes left of “%s”", minutes),
                                           minutes, lp_record_text (item, LP_AGENDA_ITEM_TITLE));

  announce (self, text);
}

static void
tell_over (LpRunWatch *self, LpRecord *item)
{
  /* Translators: said by a screen reader; the title of an agenda item */
  g_autofree char *text = g_strdup_printf (_("“%s” is over time"), lp_record_text (item, LP_AGENDA_ITEM_TITLE));

  announce (self, text);
  if (g_settings_get_boolean (self->settings, "run-sound") && gtk_widget_get_mapped (self->widget))
    gdk_display_beep (gtk_widget_get_display (self->widget));
}

static gboolean
has_passed (LpRunWatch *self, gint64 left, gint64 mark)
{
  return self->left > mark && left <= mark;
}

static void
tick_cb (LpRunWatch *self)
{
  const LpRunState *state = lp_runner_get_state (self->runner);
  LpRecord *item = lp_runner_get_item (self->runner, state->now);

  if (item == NULL)
    return;

  if (lp_id_equal (&self->item, lp_record_get_id (item)))
    {
      if (has_passed (self, state->left, 0))
        tell_over (self, item);
      else if (has_passed (self, state->left, LP_RUN_MINUTE))
        announce_left (self, item, 1);
      else if (has_passed (self, state->left, 5 * LP_RUN_MINUTE))
        announce_left (self, item, 5);
    }
  self->item = *lp_record_get_id (item);
  self->left = state->left;
}

/* What is done to the clock is seen; only what time does is told. */
static void
changed_cb (LpRunWatch *self)
{
  const LpRunState *state = lp_runner_get_state (self->runner);
  LpRecord *item = lp_runner_get_item (self->runner, state->now);

  self->item = item != NULL ? *lp_record_get_id (item) : (LpId) { 0 };
  self->left = state->left;
  update_sleep (self);
}

static void
lp_run_watch_dispose (GObject *object)
{
  LpRunWatch *self = LP_RUN_WATCH (object);

  let_sleep (self);
  g_clear_object (&self->settings);
  g_clear_object (&self->runner);

  G_OBJECT_CLASS (lp_run_watch_parent_class)->dispose (object);
}

static void
lp_run_watch_class_init (LpRunWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lp_run_watch_dispose;
}

static void
lp_run_watch_init (LpRunWatch *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
}

/* widget: outlives this */
LpRunWatch *
lp_run_watch_new (LpRunner *runner, GtkWidget *widget)
{
  LpRunWatch *self = g_object_new (LP_TYPE_RUN_WATCH, NULL);

  self->runner = g_object_ref (runner);
  self->widget = widget;
  g_signal_connect_object (runner, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (runner, "tick", G_CALLBACK (tick_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "map", G_CALLBACK (update_sleep), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (widget, "unmap", G_CALLBACK (let_sleep), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return self;
}
