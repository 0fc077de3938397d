/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-run-row.h"

#include <glib/gi18n.h>

#include "lp-run-words.h"

struct _LpRunRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *now;
  GtkLabel *plan;
  GtkLabel *time;

  char *name;
  int status; /* -1 before it shows an item */
};

G_DEFINE_FINAL_TYPE (LpRunRow, lp_run_row, GTK_TYPE_LIST_BOX_ROW)

static const char *const status_classes[] = {
  [LP_RUN_COMING] = "coming",
  [LP_RUN_NOW] = "now",
  [LP_RUN_DONE] = "done",
  [LP_RUN_SKIPPED] = "skipped",
};

static const char *
choose_icon (const LpRunItem *item)
{
  switch (item->status)
    {
    case LP_RUN_NOW:
      return "media-playback-start-symbolic";
    case LP_RUN_DONE:
      return "object-select-symbolic";
    case LP_RUN_SKIPPED:
      return "media-skip-forward-symbolic";
    case LP_RUN_COMING:
    default:
      return item->plan.is_break ? "lp-cup-symbolic" : NULL;
    }
}

static const char *
name_status (LpRunStatus status)
{
  switch (status)
    {
    case LP_RUN_NOW:
      return C_("agenda item", "now");
    case LP_RUN_DONE:
      return C_("agenda item", "done");
    case LP_RUN_SKIPPED:
      return C_("agenda item", "skipped");
    case LP_RUN_COMING:
    default:
      return C_("agenda item", "coming");
    }
}

static void
show_times (LpRunRow *self, const LpRunItem *item)
{
  g_autofree char *begin = lp_run_print_time (item->begin);
  g_autofree char *end = lp_run_print_time (item->end);
  g_autofree char *plan_begin = lp_run_print_time (item->plan_begin);
  g_autofree char *plan_end = lp_run_print_time (item->plan_end);
  /* Translators: begin and end of the item that is under way */
  g_autofree char *now = g_strdup_printf (_("Now %s–%s"), begin, end);
  g_autofree char *plan = item->status == LP_RUN_NOW ? g_strdup_printf (_("Plan %s–%s"), plan_begin, plan_end)
                                                     : g_strdup_printf (_("Plan %s"), plan_begin);
  g_autofree char *behind = lp_run_print_behind ((int) ((item->end - item->plan_end) / LP_RUN_MINUTE));
  g_autofree char *both = g_strdup_printf ("%s · %s", plan, behind);

  gtk_label_set_label (self->now, now);
  gtk_label_set_label (self->plan, item->status == LP_RUN_DONE ? behind : item->status == LP_RUN_NOW ? both : plan);
  gtk_label_set_label (self->time, item->status == LP_RUN_DONE ? end : begin);
  gtk_widget_set_visible (GTK_WIDGET (self->now), item->status == LP_RUN_NOW);
  gtk_widget_set_visible (GTK_WIDGET (self->plan), item->status != LP_RUN_SKIPPED);
  gtk_widget_set_visible (GTK_WIDGET (self->time), item->status == LP_RUN_DONE || item->status == LP_RUN_COMING);
}

/* Each second, for each row: only what is new is told. */
static void
say_row (LpRunRow *self, const LpRunItem *item)
{
  g_autofree char *name = g_strdup_printf ("%s, %s", gtk_label_get_label (self->title), name_status (item->status));

  if (!g_set_str (&self->name, name))
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), gtk_label_get_label (self->title));
}

static void
show_status (LpRunRow *self, const LpRunItem *item)
{
  if (self->status == (int) item->status)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (status_classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), status_classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), status_classes[item->status]);
  gtk_image_set_from_icon_name (self->icon, choose_icon (item));
  self->status = item->status;
}

static void
lp_run_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LP_TYPE_RUN_ROW);

  G_OBJECT_CLASS (lp_run_row_parent_class)->dispose (object);
}

static void
lp_run_row_finalize (GObject *object)
{
  g_free (LP_RUN_ROW (object)->name);

  G_OBJECT_CLASS (lp_run_row_parent_class)->finalize (object);
}

static void
lp_run_row_class_init (LpRunRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_run_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = lp_run_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-run-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LpRunRow, icon);
  gtk_widget_class_bind_template_child (widget_class, LpRunRow, title);
  gtk_widget_class_bind_template_child (widget_class, LpRunRow, now);
  gtk_widget_class_bind_template_child (widget_class, LpRunRow, plan);
  gtk_widget_class_bind_template_child (widget_class, LpRunRow, time);
}

static void
lp_run_row_init (LpRunRow *self)
{
  self->status = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lp_run_row_new (void)
{
  return g_object_new (LP_TYPE_RUN_ROW, NULL);
}

void
lp_run_row_show_item (LpRunRow *self, LpRecord *record, const LpRunItem *item)
{
  show_status (self, item);
  gtk_label_set_label (self->title, lp_record_text (record, LP_AGENDA_ITEM_TITLE));
  show_times (self, item);
  say_row (self, item);
}

void
lp_run_row_set_looked (LpRunRow *self, gboolean looked)
{
  if (looked)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, looked, -1);
}
