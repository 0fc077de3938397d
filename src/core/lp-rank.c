/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-rank.h"

#include <string.h>

/*
 * A rank is a fraction between 0 and 1 in base 62, without the leading point; its digits sort as bytes. Never ending in
 * the lowest digit, so that there is always room before it.
 */

static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
#define BASE ((int) sizeof digits - 1)
#define COUNTED 5 /* digits, for 450 million ranks behind the first */

static int
digit_value (char c)
{
  const char *at = c ? strchr (digits, c) : NULL;

  return at ? (int) (at - digits) : -1;
}

/** lp_rank_is_valid: Returns: whether @rank (nullable) is one: digits of base 62, the last of them not 0 */
gboolean
lp_rank_is_valid (const char *rank)
{
  if (!rank || !*rank || rank[strlen (rank) - 1] == digits[0])
    return FALSE;

  for (; *rank; rank++)
    {
      if (digit_value (*rank) < 0)
        return FALSE;
    }

  return TRUE;
}

/* Appending is what happens most: counting up in a few digits keeps ranks short however long the list grows. */
static void
append_after (GString *out, const char *before)
{
  char next[COUNTED + 1] = "";
  int i = COUNTED - 1;

  g_strlcpy (next, before, sizeof next);
  memset (next + strlen (next), digits[0], COUNTED - strlen (next));
  while (i >= 0 && digit_value (next[i]) == BASE - 1)
    next[i--] = digits[0];
  if (i < 0)
    {
      g_string_append (out, before);
      g_string_append_c (out, digits[1]);
      return;
    }

  next[i] = digits[digit_value (next[i]) + 1];
  for (i = COUNTED; next[i - 1] == digits[0]; i--)
    ;
  g_string_append_len (out, next, i);
}

/* The same the other way, for what always goes to the top. */
static void
append_before (GString *out, const char *after)
{
  for (; digit_value (*after) == 0; after++)
    g_string_append_c (out, *after);

  if (digit_value (*after) > 1)
    {
      g_string_append_c (out, digits[digit_value (*after) - 1]);
      return;
    }
  g_string_append_c (out, digits[0]);
  g_string_append_c (out, digits[BASE - 1]);
}

static void
append_between (GString *out, const char *before, const char *after)
{
  while (TRUE)
    {
      int low = *before ? digit_value (*before) : 0;
      int high = digit_value (*after);

      if (high - low > 1)
        {
          g_string_append_c (out, digits[(low + high) / 2]);
          return;
        }
      g_string_append_c (out, digits[low]);
      before += *before != '\0';
      if (high - low == 1)
        {
          /* a fresh digit begins in its middle: room for as many on either side */
          if (*before)
            append_after (out, before);
          else
            g_string_append_c (out, digits[BASE / 2]);
          return;
        }
      after++;
    }
}

/**
 * lp_rank_between:
 * @before: (nullable): the rank to come after, %NULL for the very beginning
 * @after: (nullable): the rank to come before, %NULL for the very end
 *
 * Fractional indexing (Greenspan, "Implementing Fractional Indexing", 2020). Where two machines gave out the same rank, so that
 * there is no room, the new one comes behind both; lists break the tie by id.
 *
 * Returns: (transfer full): a new rank
 */
char *
lp_rank_between (const char *before, const char *after)
{
  GString *out = g_string_new (NULL);

  if (!lp_rank_is_valid (before))
    before = "";
  if (!lp_rank_is_valid (after) || strcmp (before, after) >= 0)
    after = NULL;

  if (after && *before)
    append_between (out, before, after);
  else if (after)
    append_before (out, after);
  else
    append_after (out, *before ? before : "U"); /* the middle: room on both sides */

  return g_string_free_and_steal (out);
}
