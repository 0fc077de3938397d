/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-scan.h"

#include <string.h>

/* So that a text of nothing but marks takes no longer than any other. */
#define LOOK_BACK 12

/**
 * lp_scan_add: takes the tokens from "first" to "last", both included. The answer holds until the next is
 * added.
 */
LpScanFound *
lp_scan_add (LpScan *self, LpFindingType type, LpFindingLevel level, guint first, guint last)
{
  const LpToken *from = lp_scan_at (self, first);
  const LpToken *to = lp_scan_at (self, last);
  LpScanFound found = {
    .finding = {
      .type = type,
      .level = level,
      .start = from->start,
      .length = to->end - from->start,
      .byte_start = from->byte_start,
      .byte_length = to->byte_end - from->byte_start,
    },
  };

  for (guint i = first; i <= last; i++)
    lp_scan_at (self, i)->taken = TRUE;
  g_array_append_val (self->found, found);
  return &g_array_index (self->found, LpScanFound, self->found->len - 1);
}

/* Of "SE-nr" and "j.nr." neither part says what "senr" and "jnr" do. */
static guint
compound_flags (const LpScan *self, guint place)
{
  const LpToken *last = lp_scan_at (self, place);
  const LpToken *first = NULL;
  char word[16];

  if (place < 2 || !(lp_scan_is_mark (self, place - 1, '-') || lp_scan_is_mark (self, place - 1, '.')))
    return 0;
  first = lp_scan_at (self, place - 2);
  if (first->kind != LP_TOKEN_WORD || first->folded_size + last->folded_size > sizeof word)
    return 0;
  memcpy (word, first->folded, first->folded_size);
  memcpy (word + first->folded_size, last->folded, last->folded_size);
  return lp_words_find (word, first->folded_size + last->folded_size);
}

/**
 * lp_scan_cue: what the nearest of so many words before a place says, of those that say any of the flags.
 * Looks within the line. 0: nothing.
 */
guint
lp_scan_cue (const LpScan *self, guint place, guint words, guint flags)
{
  for (guint i = 1; i <= LOOK_BACK && i <= place && words > 0; i++)
    {
      const LpToken *token = lp_scan_at (self, place - i);
      guint found = 0;

      if (token->kind == LP_TOKEN_BREAK)
        return 0;
      if (token->kind != LP_TOKEN_WORD)
        continue;
      found = (token->flags | compound_flags (self, place - i)) & flags;
      if (found != 0)
        return found;
      words--;
    }
  return 0;
}

static gboolean
is_currency (const LpToken *token)
{
  return token->kind == LP_TOKEN_MARK && (token->mark == '$' || token->mark == 0x20AC || token->mark == 0xA3);
}

/**
 * lp_scan_is_counted: whether the number at a place is one of things: "kr", "timer" or "%" stands behind it,
 * "§" before.
 */
gboolean
lp_scan_is_counted (const LpScan *self, guint place)
{
  const LpToken *next = lp_scan_at (self, place + 1);

  if (next->kind == LP_TOKEN_SPACE)
    next = lp_scan_at (self, place + 2);
  if (next->kind == LP_TOKEN_WORD && next->flags & LP_WORD_UNIT)
    return TRUE;
  if (is_currency (next) || (next->kind == LP_TOKEN_MARK && (next->mark == '%' || next->mark == 0x2030)))
    return TRUE;
  if (place == 0)
    return FALSE;
  next = lp_scan_at (self, place - 1);
  if (next->kind == LP_TOKEN_SPACE && place > 1)
    next = lp_scan_at (self, place - 2);
  return is_currency (next) || (next->kind == LP_TOKEN_MARK && (next->mark == 0xA7 || next->mark == '#'));
}
