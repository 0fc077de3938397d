/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_RECOMMENDATION_FACTS (lp_recommendation_facts_get_type ())

/**
 * LpRecommendationFacts: whom a recommendation is for, by when, how far it has come, and what became of it: four buttons that
 * say it, each of which opens where it is changed. What was changed is committed at once.
 *
 * Property: "addressee" (string, an id; "" for none).
 */
G_DECLARE_FINAL_TYPE (LpRecommendationFacts, lp_recommendation_facts, LP, RECOMMENDATION_FACTS, AdwBin)

void lp_recommendation_facts_set_store (LpRecommendationFacts *self, LpStore *store);
void lp_recommendation_facts_show      (LpRecommendationFacts *self, LpRecord *recommendation);
void lp_recommendation_facts_flush     (LpRecommendationFacts *self);

G_END_DECLS
