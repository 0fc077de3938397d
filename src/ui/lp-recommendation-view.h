/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-recommendation.h"
#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_RECOMMENDATION_VIEW (lp_recommendation_view_get_type ())

/**
 * LpRecommendationView: a recommendation, to be read and written: its words, the four things that are said of it, what it rests
 * on, counted, and the notes themselves. What is typed is saved when the focus leaves, or when typing has rested for a while.
 *
 * Properties: "narrow", "tight" (boolean): the notes' words stand below their codes; the tabs below each other.
 * Actions: evidence.add, evidence.oppose, evidence.remove (id of a note); recommendation.pick.
 */
G_DECLARE_FINAL_TYPE (LpRecommendationView, lp_recommendation_view, LP, RECOMMENDATION_VIEW, AdwBin)

void      lp_recommendation_view_set_store (LpRecommendationView *self, LpStore *store, const LpId *meeting);
/* unused: how many notes no recommendation uses */
void      lp_recommendation_view_show      (LpRecommendationView *self, const LpRecommendation *recommendation, guint unused);
void      lp_recommendation_view_flush     (LpRecommendationView *self);
void      lp_recommendation_view_edit      (LpRecommendationView *self);

G_END_DECLS
