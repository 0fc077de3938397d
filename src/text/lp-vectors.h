/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-features.h"

G_BEGIN_DECLS

/** LpWeights: how features count. */
typedef struct {
  double kinds[LP_N_FEATURE_KINDS]; /* shares of a likeness */
  double power;                     /* of a feature's rarity: above 1, the rare ones count all the more */
  double slack;                     /* what each text is taken to have alone; who says little is less like others */
  guint  sample;                    /* one run of letters in so many stands for all */
} LpWeights;

/** LpCell: one feature of a text. */
typedef struct {
  guint32 dim;
  float   weight;
} LpCell;

/**
 * LpVectors: texts as vectors, of which the product of two is how alike both are, from 0 to 1: the cosines of each kind of
 * feature, each by its share, less where a text has little of it. What no other text has, and what very many have, is left out.
 */
typedef struct {
  guint       n;
  guint       n_dims;
  guint      *starts; /* n + 1: where the cells of each begin */
  LpCell     *cells;  /* of each text by ascending dims */
  guint32    *ids;    /* of each dim, the feature */
  guint      *counts; /* of each dim, the texts that have it */
  GHashTable *dims;   /* id → dim + 1 */
} LpVectors;

/** Asked now and then, from the calling thread. TRUE: give up. (LpStop) g_cancellable_is_cancelled will do. */
typedef gboolean (*LpStop) (gpointer data);

LpVectors *lp_vectors_new  (LpFeaturizer *featurizer, const char *const *texts, guint n, const LpWeights *weights,
                            LpStop stop, gpointer data);
void       lp_vectors_free (LpVectors *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpVectors, lp_vectors_free)

G_END_DECLS
