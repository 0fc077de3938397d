/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-concepts.h"

G_BEGIN_DECLS

typedef enum {
  LP_LANGUAGE_DANISH,
  LP_LANGUAGE_NORWEGIAN,
  LP_LANGUAGE_SWEDISH,
  LP_LANGUAGE_ENGLISH,
  LP_N_LANGUAGES,
} LpLanguage;

/**
 * LpLexicon: what words are about. "Nøgle" and "husleje" have no letter in common, and are both about a home. Has the words of
 * data/suggest, and those a panel adds. Once it is used by anything, nothing may be added any more: then threads can share it.
 */
typedef struct _LpLexicon LpLexicon;

/** LpMeaning: what one word is about. */
typedef struct {
  guint    n;
  guint16  concepts[LP_CONCEPTS_OF_WORD];
  gboolean hidden; /* a word that is never shown */
} LpMeaning;

LpLexicon *lp_lexicon_new          (void);
LpLexicon *lp_lexicon_ref          (LpLexicon *self);
void       lp_lexicon_unref        (LpLexicon *self);
void       lp_lexicon_add          (LpLexicon *self, const char *concept, const char *word);
void       lp_lexicon_add_group    (LpLexicon *self, const char *words);

/* For lp-features.c. Words are folded; sizes are in bytes. */
guint      lp_lexicon_n_concepts   (const LpLexicon *self);
const int *lp_lexicon_families     (const LpLexicon *self, guint concept);
gboolean   lp_lexicon_find         (const LpLexicon *self, const char *word, gsize size, LpMeaning *meaning);
gboolean   lp_lexicon_find_stem    (const LpLexicon *self, const char *stem, gsize size, LpMeaning *meaning);
gboolean   lp_lexicon_find_near    (const LpLexicon *self, const char *word, gsize size, LpMeaning *meaning);
gboolean   lp_lexicon_is_everyday  (const LpLexicon *self, const char *stem, gsize size);
gboolean   lp_lexicon_is_common    (const LpLexicon *self, const char *word, gsize size, guint *languages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpLexicon, lp_lexicon_unref)

G_END_DECLS
