/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-recommendation.h"

G_BEGIN_DECLS

#define LP_TYPE_RECOMMENDATION_ROW (lp_recommendation_row_get_type ())

/** LpRecommendationRow: a recommendation in a list: what it is called, what it rests on, and what is to be minded about it. */
G_DECLARE_FINAL_TYPE (LpRecommendationRow, lp_recommendation_row, LP, RECOMMENDATION_ROW, GtkListBoxRow)

GtkWidget *lp_recommendation_row_new   (void);
/* meeting: whether to say of which it is */
void       lp_recommendation_row_show  (LpRecommendationRow *self, const LpRecommendation *recommendation, gboolean meeting);
LpRecord  *lp_recommendation_row_get_record (LpRecommendationRow *self);

G_END_DECLS
