/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-run-timeline.h"

#include <glib/gi18n.h>

#include "lp-run-row.h"
#include "lp-run-words.h"

struct _LpRunTimeline
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkListBox *list_box;
  GtkLabel *plan_end;
  GtkLabel *end_caption;
  GtkLabel *end;

  LpRunner *runner;
  guint n_rows;
};

G_DEFINE_FINAL_TYPE (LpRunTimeline, lp_run_timeline, ADW_TYPE_BIN)

enum {
  LOOKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static LpRunRow *
get_row (LpRunTimeline *self, guint i)
{
  return LP_RUN_ROW (gtk_list_box_get_row_at_index (self->list_box, (int) i));
}

static void
activated_cb (LpRunTimeline *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[LOOKED], 0, gtk_list_box_row_get_index (row));
}

static void
show_ends (LpRunTimeline *self, const LpRunState *state)
{
  g_autofree char *plan_end = lp_run_print_time (state->plan_end);
  g_autofree char *end = lp_run_print_time (state->end);

  gtk_label_set_label (self->plan_end, plan_end);
  gtk_label_set_label (self->end, end);
  gtk_label_set_label (self->end_caption, state->over ? _("Ended") : _("As it goes"));
}

/* Rows stay the same widgets, so that the focus stays. */
static void
update (LpRunTimeline *self)
{
  const LpRunState *state = lp_runner_get_state (self->runner);
  guint n_items = state->items->len;

  for (; self->n_rows < n_items; self->n_rows++)
    gtk_list_box_append (self->list_box, lp_run_row_new ());
  for (; self->n_rows > n_items; self->n_rows--)
    gtk_list_box_remove (self->list_box, GTK_WIDGET (get_row (self, self->n_rows - 1)));

  for (guint i = 0; i < n_items; i++)
    lp_run_row_show_item (get_row (self, i), lp_runner_get_item (self->runner, (int) i),
                          &g_array_index (state->items, LpRunItem, i));
  show_ends (self, state);
}

static void
lp_run_timeline_dispose (GObject *object)
{
  LpRunTimeline *self = LP_RUN_TIMELINE (object);

  g_clear_object (&self->runner);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_RUN_TIMELINE);

  G_OBJECT_CLASS (lp_run_timeline_parent_class)->dispose (object);
}

static void
lp_run_timeline_class_init (LpRunTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_run_timeline_dispose;

  signals[LOOKED] = g_signal_new ("looked", LP_TYPE_RUN_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-run-timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, LpRunTimeline, scroller);
  gtk_widget_class_bind_template_child (widget_class, LpRunTimeline, list_box);
  gtk_widget_class_bind_template_child (widget_class, LpRunTimeline, plan_end);
  gtk_widget_class_bind_template_child (widget_class, LpRunTimeline, end_caption);
  gtk_widget_class_bind_template_child (widget_class, LpRunTimeline, end);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
lp_run_timeline_init (LpRunTimeline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lp_run_timeline_set_runner (LpRunTimeline *self, LpRunner *runner)
{
  g_return_if_fail (self->runner == NULL);

  self->runner = g_object_ref (runner);
  g_signal_connect_object (runner, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (runner, "tick", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
lp_run_timeline_set_looked (LpRunTimeline *self, int item)
{
  for (guint i = 0; i < self->n_rows; i++)
    lp_run_row_set_looked (get_row (self, i), (int) i == item);
}

/* Among others in one column it takes the height it needs. */
void
lp_run_timeline_set_narrow (LpRunTimeline *self, gboolean narrow)
{
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, narrow ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
}
