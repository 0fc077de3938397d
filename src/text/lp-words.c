/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-words.h"

#include <string.h>

/* FNV-1a of 32 bits, by Fowler, Noll and Vo; make-words.py fills the table by it. */
static guint
hash (const char *text, gsize size)
{
  guint value = 2166136261u;

  for (gsize i = 0; i < size; i++)
    value = (value ^ (guchar) text[i]) * 16777619u;
  return value;
}

/** lp_words_find: what is known of a folded word of "size" bytes: LP_WORD_ flags, 0 for nothing. */
guint
lp_words_find (const char *folded, gsize size)
{
  guint place = hash (folded, size) & (lp_words_size - 1);

  for (; lp_words[place].word != NULL; place = (place + 1) & (lp_words_size - 1))
    if (strncmp (lp_words[place].word, folded, size) == 0 && lp_words[place].word[size] == '\0')
      return lp_words[place].flags;
  return 0;
}

/** lp_words_end: whether a folded word has one of the endings, and "more" bytes or more before it. */
gboolean
lp_words_end (const char *folded, gsize size, const LpEnding *endings, gsize more)
{
  for (; endings->text != NULL; endings++)
    if (size >= endings->size + more
        && memcmp (folded + size - endings->size, endings->text, endings->size) == 0)
      return TRUE;
  return FALSE;
}
