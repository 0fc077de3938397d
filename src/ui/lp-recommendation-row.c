/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-recommendation-row.h"

#include "lp-recommendation-words.h"

#include <glib/gi18n.h>

struct _LpRecommendationRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *name_label;
  GtkLabel *meeting_label;
  GtkLabel *ground_label;
  GtkWidget *warning_box;
  GtkLabel *warning_label;

  LpRecord *record;
};

G_DEFINE_FINAL_TYPE (LpRecommendationRow, lp_recommendation_row, GTK_TYPE_LIST_BOX_ROW)

static void
lp_recommendation_row_dispose (GObject *object)
{
  LpRecommendationRow *self = LP_RECOMMENDATION_ROW (object);

  g_clear_object (&self->record);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_RECOMMENDATION_ROW);

  G_OBJECT_CLASS (lp_recommendation_row_parent_class)->dispose (object);
}

static void
lp_recommendation_row_class_init (LpRecommendationRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_recommendation_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-recommendation-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationRow, meeting_label);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationRow, ground_label);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationRow, warning_box);
  gtk_widget_class_bind_template_child (widget_class, LpRecommendationRow, warning_label);
}

static void
lp_recommendation_row_init (LpRecommendationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lp_recommendation_row_new (void)
{
  return g_object_new (LP_TYPE_RECOMMENDATION_ROW, NULL);
}

static void
describe (LpRecommendationRow *self, const LpRecommendation *recommendation, gboolean meeting)
{
  const char *warning = gtk_label_get_label (self->warning_label);
  const char *more = meeting ? recommendation->meeting : *warning != '\0' ? warning : NULL;
  g_autofree char *said = g_strjoin (", ", gtk_label_get_label (self->name_label),
                                     gtk_label_get_label (self->ground_label), more, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

void
lp_recommendation_row_show (LpRecommendationRow *self, const LpRecommendation *recommendation, gboolean meeting)
{
  const char *name = lp_recommendation_name (recommendation->record);
  g_autofree char *ground = lp_ground_print (&recommendation->ground);
  g_autofree char *status = lp_recommendation_print_status (recommendation->record);
  g_autofree char *both = g_strjoin (" · ", recommendation->meeting, status, NULL);
  g_autofree char *warning = lp_ground_print_gravest (&recommendation->ground);

  g_set_object (&self->record, recommendation->record);
  gtk_label_set_label (self->name_label, *name != '\0' ? name : _("New recommendation"));
  gtk_label_set_label (self->meeting_label, both);
  gtk_widget_set_visible (GTK_WIDGET (self->meeting_label), meeting);
  gtk_label_set_label (self->ground_label, ground);
  gtk_label_set_label (self->warning_label, warning != NULL ? warning : "");
  gtk_widget_set_visible (self->warning_box, warning != NULL);
  describe (self, recommendation, meeting);
}

LpRecord *
lp_recommendation_row_get_record (LpRecommendationRow *self)
{
  return self->record;
}
