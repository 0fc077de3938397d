/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** LpPhraseWord: a word of a text, by its place in bytes. */
typedef struct {
  guint    start;
  guint    end;
  guint    telling; /* of what the phrase is to be about: which of the words that tell it, from 1 to 31; 0: none */
  gboolean barred;  /* never to be in a phrase */
} LpPhraseWord;

char *lp_phrase_find (const char *text, const LpPhraseWord *words, guint n_words, double *score);

G_END_DECLS
