/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LpSimilar: which of many texts are nearest to another, even one that is still being typed. In memory: about 300 bytes a
 * text of 80 characters, and 9 MiB. Belongs to one thread at a time.
 */
typedef struct _LpSimilar LpSimilar;

typedef struct {
  gint64 key;
  double likeness; /* from 0, nothing in common that is telling, to 1, the same words */
} LpSimilarHit;

LpSimilar *lp_similar_new    (void);
void       lp_similar_free   (LpSimilar *self);
void       lp_similar_put    (LpSimilar *self, gint64 key, const char *text);
void       lp_similar_remove (LpSimilar *self, gint64 key);
guint      lp_similar_size   (LpSimilar *self);
guint      lp_similar_find   (LpSimilar *self, const char *text, LpSimilarHit *hits, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpSimilar, lp_similar_free)

G_END_DECLS
