/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Likenesses of things to each other: of i and j < i at i × (i - 1) / 2 + j. */
static inline gsize
lp_linkage_place (guint i, guint j)
{
  return i > j ? (gsize) i * (i - 1) / 2 + j : (gsize) j * (j - 1) / 2 + i;
}

void lp_linkage_average (float *likeness, guint *sizes, guint n, float cut, guint *groups);

G_END_DECLS
