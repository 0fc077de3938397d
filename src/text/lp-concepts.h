/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The tables that make-concepts.py makes of data/suggest. All words are folded, see lp-tokens.h. */

#define LP_CONCEPTS_OF_WORD 4 /* at most */

/** LpConcept: something that notes are about, and the wider things that it belongs to. */
typedef struct {
  const char *name;
  int         families[2]; /* -1: none */
} LpConcept;

typedef struct {
  const char *word;
  guint8      n;      /* concepts; of several, which one is meant is not known */
  guint8      hidden; /* never shown */
  guint16     concepts[LP_CONCEPTS_OF_WORD];
} LpConceptWord;

typedef struct {
  const char *word;
  guint       languages; /* a bit for each LpLanguage */
} LpCommonWord;

extern const LpConcept     lp_concepts[];
extern const guint         lp_n_concepts;
extern const guint         lp_n_families;
extern const LpConceptWord lp_concept_words[];
extern const guint         lp_n_concept_words;
extern const LpCommonWord  lp_common_words[];
extern const guint         lp_n_common_words;
extern const char *const   lp_everyday_words[];
extern const guint         lp_n_everyday_words;

G_END_DECLS
