/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_RECOMMENDATIONS_PAGE (lp_recommendations_page_get_type ())

/**
 * LpRecommendationsPage: the stage in which recommendations are written: all of them in a list, the chosen one beside it with the
 * notes it rests on.
 *
 * Property: "narrow" (boolean).
 */
G_DECLARE_FINAL_TYPE (LpRecommendationsPage, lp_recommendations_page, LP, RECOMMENDATIONS_PAGE, AdwNavigationPage)

GtkWidget *lp_recommendations_page_new    (LpStore *store, const LpId *meeting);
void       lp_recommendations_page_choose (LpRecommendationsPage *self, const LpId *recommendation);

G_END_DECLS
