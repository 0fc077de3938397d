/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-run-review.h"

#include <glib/gi18n.h>

#include "lp-run-words.h"

struct _LpRunReview
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *caption;
  GtkListBox *list_box;
};

G_DEFINE_FINAL_TYPE (LpRunReview, lp_run_review, ADW_TYPE_BIN)

static void
lp_run_review_class_init (LpRunReviewClass *klass)
{
}

static GtkLabel *
add_label (GtkWidget *box, const char *class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, class);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
lp_run_review_init (LpRunReview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->title = add_label (box, "title-1");
  self->caption = add_label (box, "body");
  self->list_box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list_box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list_box), "boxed-list");
  gtk_widget_set_margin_top (GTK_WIDGET (self->list_box), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Planned and used"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list_box));
  adw_bin_set_child (ADW_BIN (self), box);
}

static int
whole_minutes (gint64 length)
{
  return (int) ((length + LP_RUN_MINUTE / 2) / LP_RUN_MINUTE);
}

static char *
describe (const LpRunItem *item)
{
  g_autofree char *begin = lp_run_print_time (item->begin);
  g_autofree char *end = lp_run_print_time (item->end);

  if (item->status != LP_RUN_DONE)
    return g_strdup_printf (_("%d min planned, skipped"), item->plan.minutes);

  /* Translators: begin–end of an agenda item, how many minutes were planned and used */
  return g_strdup_printf (_("%s–%s · %d min planned, %d min used"), begin, end, item->plan.minutes,
                          whole_minutes (item->spent));
}

static GtkWidget *
make_row (LpRecord *record, const LpRunItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = describe (item);
  int deviation = whole_minutes (item->spent) - item->plan.minutes;
  g_autofree char *words = lp_run_print_deviation (0, deviation * LP_RUN_MINUTE);
  GtkWidget *label = gtk_label_new (item->status == LP_RUN_DONE ? words : "");

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "heading");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lp_record_text (record, LP_AGENDA_ITEM_TITLE));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

static char *
compare (int behind)
{
  if (behind == 0)
    return g_strdup (_("As planned."));
  if (behind > 0)
    return g_strdup_printf (ngettext ("%d minute later than planned.", "%d minutes later than planned.", behind), behind);

  return g_strdup_printf (ngettext ("%d minute earlier than planned.", "%d minutes earlier than planned.", -behind),
                          -behind);
}

void
lp_run_review_show (LpRunReview *self, LpRunner *runner)
{
  const LpRunState *state = lp_runner_get_state (runner);
  g_autofree char *time = lp_run_print_time (state->end);
  g_autofree char *title = g_strdup_printf (_("The day ended %s"), time);
  g_autofree char *caption = compare (lp_run_state_behind (state));

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->caption, caption);
  gtk_list_box_remove_all (self->list_box);
  for (guint i = 0; i < state->items->len; i++)
    gtk_list_box_append (self->list_box, make_row (lp_runner_get_item (runner, (int) i),
                                                   &g_array_index (state->items, LpRunItem, i)));
}
