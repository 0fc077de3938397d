/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-features.h"

G_BEGIN_DECLS

/** LpVectors: texts as points on a sphere: of each the features that tell, weighed by kind and rarity, of length 1. */
typedef struct {
  guint    n;
  guint    n_dims;
  guint   *starts;  /* n + 1: where each text's begin in the next two */
  guint32 *dims;    /* ascending within a text */
  float   *weights;
} LpVectors;

LpVectors *lp_vectors_new  (LpFeaturizer *featurizer, const char *const *texts, guint n,
                            const double kind_weights[LP_N_FEATURE_KINDS]);
void       lp_vectors_free (LpVectors *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpVectors, lp_vectors_free)

G_END_DECLS
