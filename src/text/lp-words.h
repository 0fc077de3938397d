/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the lists in data/privacy say of a word; the order is that of make-words.py. */
enum {
  LP_WORD_GIVEN = 1u << 0,
  LP_WORD_SURNAME = 1u << 1,
  LP_WORD_PLACE = 1u << 2,
  LP_WORD_AMBIGUOUS = 1u << 3,
  LP_WORD_COMMON = 1u << 4,
  LP_WORD_ORG = 1u << 5,
  LP_WORD_TITLE = 1u << 6,
  LP_WORD_NAME_CUE = 1u << 7,
  LP_WORD_PARTICLE = 1u << 8,
  LP_WORD_CPR_CUE = 1u << 9,
  LP_WORD_PHONE_CUE = 1u << 10,
  LP_WORD_STRONG_PHONE_CUE = 1u << 11,
  LP_WORD_BIRTH_CUE = 1u << 12,
  LP_WORD_ACCOUNT_CUE = 1u << 13,
  LP_WORD_CLOCK_CUE = 1u << 14,
  LP_WORD_ADDRESS_CUE = 1u << 15,
  LP_WORD_UNIT = 1u << 16,
  LP_WORD_STREET = 1u << 17,
  LP_WORD_STREET_PREFIX = 1u << 18,
  LP_WORD_NOT_STREET = 1u << 19,
  LP_WORD_DOOR = 1u << 20,
  LP_WORD_HEALTH = 1u << 21,
  LP_WORD_NOT_SURNAME = 1u << 22,
  LP_WORD_MONTH = 1u << 23,
  LP_WORD_ABBREVIATION = 1u << 24,
  LP_WORD_PUBLIC_SITE = 1u << 25,
  LP_WORD_HIDDEN_START = 1u << 26, /* the first of a phrase */
  LP_WORD_HIDDEN = 1u << 27,       /* a phrase, its words parted by blanks */
  LP_WORD_WEAK_STREET = 1u << 28,
  LP_WORD_HOUSE = 1u << 29,
};

/** LpWord: a place in the table of words; empty where the word is NULL. */
typedef struct {
  const char *word; /* folded, see lp-tokens.h */
  guint       flags;
} LpWord;

/** LpEnding: what compounds may end with. A list of them ends with NULL, and has the longest first. */
typedef struct {
  const char *text; /* folded */
  guint       size; /* bytes */
} LpEnding;

extern const guint    lp_words_size;
extern const LpWord   lp_words[];
extern const LpEnding lp_street_endings[];
extern const LpEnding lp_weak_street_endings[];
extern const LpEnding lp_health_endings[];
extern const LpEnding lp_org_endings[];

guint    lp_words_find (const char *folded, gsize size);
gboolean lp_words_end  (const char *folded, gsize size, const LpEnding *endings, gsize more);

G_END_DECLS
