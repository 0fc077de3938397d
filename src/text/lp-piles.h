/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-vectors.h"

G_BEGIN_DECLS

/** LpPiles: numbers of texts that belong together. */
typedef struct {
  guint  n;
  guint *starts;  /* n + 1: where each pile's begin in the next */
  guint *members;
} LpPiles;

LpPiles *lp_piles_new  (const LpVectors *vectors, double cut, LpStop stop, gpointer data);
void     lp_piles_free (LpPiles *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpPiles, lp_piles_free)

G_END_DECLS
