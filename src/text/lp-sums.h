/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-features.h"

G_BEGIN_DECLS

/**
 * LpSums: of each theme the sum of its examples, and of each feature how many notes have it. All of it whole numbers, so that
 * what is added and taken away again leaves exactly what was before. Themes are numbers from 0.
 */
typedef struct _LpSums LpSums;

LpSums *lp_sums_new    (void);
void    lp_sums_free   (LpSums *self);
void    lp_sums_count  (LpSums *self, const LpFeature *features, guint n, int by);
void    lp_sums_add    (LpSums *self, guint theme, const LpFeature *features, guint n, double weight);
double  lp_sums_rarity (LpSums *self, guint32 id);
gint64  lp_sums_get    (LpSums *self, guint theme, guint32 id);
void    lp_sums_score  (LpSums *self, const LpFeature *features, guint n, double *scores, guint n_scores);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpSums, lp_sums_free)

G_END_DECLS
