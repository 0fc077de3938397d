/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-recommendation.h"

G_BEGIN_DECLS

/* What recommendations rest on, in the user's words. All transfer full. */
char *lp_ground_print              (const LpGround *self);  /* "14 notes · 7 tables · 9 municipalities" */
char *lp_ground_print_perspectives (const LpGround *self);  /* "lived 6 · professional 5"; "" for none */
char *lp_ground_print_quotes       (const LpGround *self);  /* "5 quotes may be used"; "" for none */
char *lp_ground_print_gravest      (const LpGround *self);  /* "Rests on few notes"; NULL: nothing grave */
char *lp_ground_print_warnings     (const LpGround *self);  /* in sentences, with what can be done; NULL when all is well */
char *lp_recommendation_print_themes    (const LpRecommendation *self);   /* "A home first; A person who stays"; "" for none */
char *lp_recommendation_print_status    (LpRecord *recommendation);  /* "Sent 8/12/2026" */
const char *lp_recommendation_addressee (LpRecord *recommendation);  /* "The municipalities"; "" for none; transfer none */

G_END_DECLS
