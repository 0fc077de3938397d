/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-day-bar.h"

#include <glib/gi18n.h>

#include "lp-hints.h"
#include "lp-run-words.h"

struct _LpDayBar
{
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkProgressBar *progress;
  GtkLabel *left;
  GtkLabel *left_word;
  GtkWidget *behind_pill;
  GtkLabel *behind;
  GtkWidget *next_caption;
  GtkLabel *next_title;
  GtkButton *next_button;

  LpRunner *runner;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (LpDayBar, lp_day_bar, ADW_TYPE_BIN)

static const char *
choose_word (LpRunPhase phase)
{
  switch (phase)
    {
    case LP_PHASE_OVER:
      return _("over time");
    case LP_PHASE_PAUSED:
      return _("left, paused");
    case LP_PHASE_NONE:
    case LP_PHASE_RUNNING:
    case LP_PHASE_SOON:
    default:
      return _("left");
    }
}

static const char *
get_title (LpDayBar *self, int item)
{
  LpRecord *record = lp_runner_get_item (self->runner, item);

  return record != NULL ? lp_record_text (record, LP_AGENDA_ITEM_TITLE) : "";
}

static void
show_next (LpDayBar *self, const LpRunState *state)
{
  gboolean is_last = state->next < 0;
  g_autofree char *tooltip = g_strdup_printf ("%s %s (Ctrl+Return)", _("Next:"), get_title (self, state->next));

  gtk_widget_set_visible (self->next_caption, !self->narrow && !is_last);
  gtk_widget_set_visible (GTK_WIDGET (self->next_title), !self->narrow && !is_last);
  gtk_label_set_label (self->next_title, get_title (self, state->next));
  gtk_button_set_label (self->next_button, is_last ? _("End the Day") : C_("agenda", "Next"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->next_button), is_last ? _("End the Day (Ctrl+Return)") : tooltip);
}

static void
show_item (LpDayBar *self, const LpRunState *state)
{
  const LpRunItem *item = state->now >= 0 ? &g_array_index (state->items, LpRunItem, state->now) : NULL;
  g_autofree char *left = lp_run_print_left (state->left);

  gtk_image_set_from_icon_name (self->icon, state->paused ? "media-playback-pause-symbolic"
                                                          : "media-playback-start-symbolic");
  gtk_label_set_label (self->title, item != NULL ? get_title (self, state->now) : _("Nothing is under way"));
  gtk_label_set_label (self->left, item != NULL ? left : "");
  gtk_label_set_label (self->left_word, item != NULL ? choose_word (lp_run_state_phase (state)) : "");
  gtk_progress_bar_set_fraction (self->progress, item != NULL && item->given > 0
                                                     ? MIN ((double) item->spent / (double) item->given, 1.0)
                                                     : 1.0);
}

static void
update (LpDayBar *self)
{
  const LpRunState *state = lp_runner_get_state (self->runner);
  int minutes = lp_run_state_behind (state);
  g_autofree char *behind = lp_run_print_behind (minutes);

  show_item (self, state);
  show_next (self, state);
  gtk_label_set_label (self->behind, behind);
  gtk_widget_set_visible (self->behind_pill, !self->narrow && minutes >= LP_HINT_BEHIND_MINUTES);
}

static void
lp_day_bar_dispose (GObject *object)
{
  LpDayBar *self = LP_DAY_BAR (object);

  g_clear_object (&self->runner);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_DAY_BAR);

  G_OBJECT_CLASS (lp_day_bar_parent_class)->dispose (object);
}

static void
lp_day_bar_class_init (LpDayBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_day_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-day-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LpDayBar, icon);
  gtk_widget_class_bind_template_child (widget_class, LpDayBar, title);
  gtk_widget_class_bind_template_child (widget_class, LpDayBar, progress);
  gtk_widget_class_bind_template_child (widget_class, LpDayBar, left);
  gtk_widget_class_bind_template_child (widget_class, LpDayBar, left_word);
  gtk_widget_class_bind_template_child (widget_class, LpDayBar, behind_pill);
  gtk_widget_class_bind_template_child (widget_class, LpDayBar, behind);
  gtk_widget_class_bind_template_child (widget_class, LpDayBar, next_caption);
  gtk_widget_class_bind_template_child (widget_class, LpDayBar, next_title);
  gtk_widget_class_bind_template_child (widget_class, LpDayBar, next_button);
}

static void
lp_day_bar_init (LpDayBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lp_day_bar_set_runner (LpDayBar *self, LpRunner *runner)
{
  g_return_if_fail (self->runner == NULL);

  self->runner = g_object_ref (runner);
  g_signal_connect_object (runner, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (runner, "tick", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/* The time left and what goes on, no more. */
void
lp_day_bar_set_narrow (LpDayBar *self, gboolean narrow)
{
  self->narrow = narrow;
  gtk_widget_set_visible (GTK_WIDGET (self->title), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), !narrow);
  if (self->runner != NULL)
    update (self);
}
