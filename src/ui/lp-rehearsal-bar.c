/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-rehearsal-bar.h"

#include <stdlib.h>

struct _LpRehearsalBar
{
  AdwBin parent_instance;

  LpRunClock *clock;
  AdwToggleGroup *speeds;
};

G_DEFINE_FINAL_TYPE (LpRehearsalBar, lp_rehearsal_bar, ADW_TYPE_BIN)

enum
{
  CLICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
speed_cb (LpRehearsalBar *self)
{
  const char *speed = adw_toggle_group_get_active_name (self->speeds);

  if (self->clock != NULL && speed != NULL)
    lp_run_clock_set_speed (self->clock, atoi (speed));
}

static void
released_cb (LpRehearsalBar *self)
{
  g_signal_emit (self, signals[CLICKED], 0);
}

static void
lp_rehearsal_bar_dispose (GObject *object)
{
  LpRehearsalBar *self = LP_REHEARSAL_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_REHEARSAL_BAR);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (lp_rehearsal_bar_parent_class)->dispose (object);
}

static void
lp_rehearsal_bar_class_init (LpRehearsalBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_rehearsal_bar_dispose;

  signals[CLICKED] = g_signal_new ("clicked", LP_TYPE_REHEARSAL_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-rehearsal-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LpRehearsalBar, speeds);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_bind_template_callback (widget_class, speed_cb);
}

static void
lp_rehearsal_bar_init (LpRehearsalBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** lp_rehearsal_bar_set_clock: one that is not the computer's own; its speed is shown, and set. */
void
lp_rehearsal_bar_set_clock (LpRehearsalBar *self, LpRunClock *clock)
{
  g_autofree char *speed = g_strdup_printf ("%.0f", lp_run_clock_get_speed (clock));

  g_set_object (&self->clock, clock);
  adw_toggle_group_set_active_name (self->speeds, speed);
}
