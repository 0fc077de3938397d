/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-lexicon.h"

G_BEGIN_DECLS

typedef enum {
  LP_FEATURE_STEM,    /* a word without its ending, or a part of a compound */
  LP_FEATURE_GRAM,    /* three to five letters in a row */
  LP_FEATURE_CONCEPT, /* what a word is about */
  LP_FEATURE_FAMILY,  /* and the wider thing that belongs to */
  LP_N_FEATURE_KINDS,
} LpFeatureKind;

#define LP_FEATURE_ONE 16

/** LpFeature: something that a text has in common with texts on the same. */
typedef struct {
  guint32 id;    /* its kind in the two highest bits, a hash or a number in the others */
  guint32 count; /* how often, in 1/LP_FEATURE_ONE */
} LpFeature;

static inline LpFeatureKind
lp_feature_kind (guint32 id)
{
  return (LpFeatureKind) (id >> 30);
}

/** LpTextWord: a word of a text that says something, with its features beside. */
typedef struct {
  guint    byte_start;
  guint    byte_end;
  gboolean hidden;    /* never to be shown */
  guint    first;     /* of its features */
  guint    n;
} LpTextWord;

/** LpFeaturizer: finds the features of texts. It remembers words; belongs to one thread at a time. */
typedef struct _LpFeaturizer LpFeaturizer;

LpFeaturizer *lp_featurizer_new   (LpLexicon *lexicon);
void          lp_featurizer_free  (LpFeaturizer *self);
LpLexicon    *lp_featurizer_lexicon (LpFeaturizer *self);
LpLanguage    lp_featurizer_read  (LpFeaturizer *self, const char *text, GArray *features);
void          lp_featurizer_words (LpFeaturizer *self, const char *text, GArray *words, GArray *features);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpFeaturizer, lp_featurizer_free)

G_END_DECLS
