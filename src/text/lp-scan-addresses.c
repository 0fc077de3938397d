/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-scan.h"

#include <string.h>

#define MOST_WORDS 4 /* in front of "Vej", of "Peter Bangs Vej" */

/* How much a word looks like a street. */
typedef enum {
  NO_STREET,
  LOWER_STREET, /* tågevej: people at a table write in small letters */
  WEAK_STREET,  /* Birkelunden */
  STREET,
} Likeness;

/* An address that is being read; places are of tokens. */
typedef struct {
  guint    first;
  guint    last;
  Likeness likeness;
  gboolean more;     /* a floor, a door or a town follows */
  gboolean announced; /* "adr." stands before it */
} Address;

/* The word before a place, with nothing but a space, or a full stop and a space, between; else G_MAXUINT. */
static guint
word_before (const LpScan *scan, guint place)
{
  guint before = place;

  if (before > 0
      && (lp_scan_is (scan, before - 1, LP_TOKEN_SPACE) || lp_scan_is_mark (scan, before - 1, '-')))
    before--;
  if (before > 0 && lp_scan_is_mark (scan, before - 1, '.'))
    before--;
  if (before == place || before == 0 || !lp_scan_is (scan, before - 1, LP_TOKEN_WORD))
    return G_MAXUINT;
  return before - 1;
}

/* "Gammel" and "Sankt" always belong to the name of the street; a full stop only after them or an initial. */
static gboolean
belongs (const LpScan *scan, guint word, guint next, gboolean own_word)
{
  const LpToken *token = lp_scan_at (scan, word);
  gboolean prefix = (token->flags & LP_WORD_STREET_PREFIX) != 0;

  if (token->taken)
    return FALSE;
  if (lp_scan_is_mark (scan, word + 1, '.') && !prefix && lp_token_length (token) > 1)
    return FALSE;
  if (prefix)
    return token->capital || next == word + 2;
  if (!token->capital || (token->flags & (LP_WORD_COMMON | LP_WORD_TITLE)))
    return FALSE;
  if (own_word)
    return TRUE;
  return !token->begins && !(token->flags & (LP_WORD_GIVEN | LP_WORD_SURNAME | LP_WORD_PLACE))
         && token->folded[token->folded_size - 1] == 's';
}

static guint
read_front (const LpScan *scan, guint street, gboolean own_word)
{
  guint first = street;

  for (guint i = 0; i < MOST_WORDS; i++)
    {
      guint before = word_before (scan, first);

      if (before == G_MAXUINT || !belongs (scan, before, first, own_word))
        break;
      first = before;
    }
  return first;
}

static Likeness
judge_word (const LpToken *word)
{
  if (word->flags & LP_WORD_NOT_STREET)
    return word->capital && !word->begins && word->folded_size > 5 ? WEAK_STREET : NO_STREET;
  if (word->flags & (LP_WORD_COMMON | LP_WORD_TITLE | LP_WORD_UNIT | LP_WORD_PLACE) && !word->capital)
    return NO_STREET;
  if (lp_words_end (word->folded, word->folded_size, lp_street_endings, 2))
    {
      if (word->capital)
        return STREET;
      if (!lp_words_end (word->folded, word->folded_size, lp_street_endings, 3))
        return NO_STREET;
      return g_str_has_suffix (word->folded, "alle") ? NO_STREET : LOWER_STREET;
    }
  if (word->capital && !(word->flags & LP_WORD_PLACE)
      && lp_words_end (word->folded, word->folded_size, lp_weak_street_endings, 2))
    return WEAK_STREET;
  return NO_STREET;
}

/* "nr.", "nummer" or a comma may stand between street and number. */
static guint
find_number (const LpScan *scan, guint street)
{
  guint place = street + 1;
  const LpToken *word = NULL;

  if (lp_scan_is_mark (scan, place, ','))
    place++;
  if (!lp_scan_is (scan, place, LP_TOKEN_SPACE))
    return 0;
  place++;
  word = lp_scan_at (scan, place);
  if (word->kind == LP_TOKEN_WORD
      && (strcmp (word->folded, "nr") == 0 || strcmp (word->folded, "nummer") == 0))
    {
      place += lp_scan_is_mark (scan, place + 1, '.') ? 2 : 1;
      place += lp_scan_is (scan, place, LP_TOKEN_SPACE);
    }
  return lp_scan_is_number (scan, place, 1, 3) && lp_scan_at (scan, place)->folded[0] != '0' ? place : 0;
}

/* "7B", "7 B", "7-9". Returns the last token of it. */
static guint
read_number (const LpScan *scan, guint number)
{
  const LpToken *next = lp_scan_at (scan, number + 1);

  if (next->kind == LP_TOKEN_WORD && lp_token_length (next) == 1)
    return number + 1;
  if (next->kind == LP_TOKEN_SPACE)
    {
      next = lp_scan_at (scan, number + 2);
      if (next->kind == LP_TOKEN_WORD && next->capital && lp_token_length (next) == 1
          && next->folded[0] <= 'h')
        return number + 2;
    }
  if (lp_scan_is_mark (scan, number + 1, '-') && lp_scan_is_number (scan, number + 2, 1, 3))
    return number + 2;
  return number;
}

static guint
skip (const LpScan *scan, guint place)
{
  for (guint i = 0; i < 3; i++, place++)
    if (!lp_scan_is (scan, place, LP_TOKEN_SPACE) && !lp_scan_is_mark (scan, place, ',')
        && !lp_scan_is_mark (scan, place, '.') && !lp_scan_is_mark (scan, place, '-'))
      break;
  return place;
}

static gboolean
is_door (const LpScan *scan, guint place)
{
  const LpToken *token = lp_scan_at (scan, place);

  return token->kind == LP_TOKEN_WORD && token->flags & LP_WORD_DOOR && !token->taken;
}

/* "dør 4", "lejl. 12" */
static guint
read_flat (const LpScan *scan, guint place)
{
  const LpToken *token = lp_scan_at (scan, place);
  guint number = skip (scan, place + 1);

  if (token->kind == LP_TOKEN_WORD
      && (strcmp (token->folded, "dør") == 0 || g_str_has_prefix (token->folded, "lejl"))
      && lp_scan_is_number (scan, number, 1, 4))
    return number;
  return 0;
}

/* ", 2. tv", " st. th", ", 3. sal, dør 4": as long as parts follow. */
static void
read_floor (const LpScan *scan, Address *address)
{
  for (guint i = 0; i < 4; i++)
    {
      guint place = skip (scan, address->last + 1);
      guint end = 0;

      if (is_door (scan, place))
        end = place;
      else if (lp_scan_is_number (scan, place, 1, 2) && place > address->last + 1)
        {
          guint door = skip (scan, place + 1);

          end = is_door (scan, door) ? door : read_flat (scan, door);
        }
      else
        end = read_flat (scan, place);
      if (end == 0)
        return;
      address->last = end;
      address->more = TRUE;
    }
}

static gboolean
is_capital_word (const LpScan *scan, guint place)
{
  const LpToken *token = lp_scan_at (scan, place);

  return token->kind == LP_TOKEN_WORD && token->capital && !token->taken;
}

/* ", 8000 Aarhus C", ", Odense" */
static void
read_town (const LpScan *scan, Address *address)
{
  guint place = skip (scan, address->last + 1);
  gboolean comma = lp_scan_is_mark (scan, address->last + 1, ',');

  if (lp_scan_is_number (scan, place, 4, 4) && lp_scan_is (scan, place + 1, LP_TOKEN_SPACE)
      && is_capital_word (scan, place + 2))
    place += 2;
  else if (!comma || !is_capital_word (scan, place) || !(lp_scan_at (scan, place)->flags & LP_WORD_PLACE))
    return;
  address->last = place;
  address->more = TRUE;
  if (lp_scan_is (scan, place + 1, LP_TOKEN_SPACE) && is_capital_word (scan, place + 2)
      && lp_scan_at (scan, place + 2)->capitals && lp_token_length (lp_scan_at (scan, place + 2)) <= 2)
    address->last = place + 2;
}

/* A time, a decimal number, or so many of something. */
static gboolean
is_other_number (const LpScan *scan, guint number)
{
  const LpToken *next = lp_scan_at (scan, number + 1);

  if (next->kind == LP_TOKEN_WORD && lp_token_length (next) > 1)
    return TRUE;
  if (next->kind == LP_TOKEN_MARK
      && (next->mark == ':' || next->mark == '.' || next->mark == ',' || next->mark == '/')
      && lp_scan_is (scan, number + 2, LP_TOKEN_NUMBER))
    return TRUE;
  if (next->kind == LP_TOKEN_MARK && next->mark == '.' && lp_scan_is (scan, number + 2, LP_TOKEN_SPACE))
    return (lp_scan_at (scan, number + 3)->flags & (LP_WORD_UNIT | LP_WORD_MONTH)) != 0;
  return lp_scan_is_counted (scan, number);
}

static LpFindingLevel
judge (const Address *address)
{
  if (address->more || address->announced)
    return LP_FINDING_FLAG;
  return address->likeness == STREET ? LP_FINDING_FLAG : LP_FINDING_WARN;
}

/* All of an address whose street ends at a place. */
static gboolean
read_address (LpScan *scan, guint street, Address *address)
{
  guint number = find_number (scan, street);

  if (number == 0)
    return FALSE;
  address->last = read_number (scan, number);
  read_floor (scan, address);
  if (!address->more && address->last == number && is_other_number (scan, number))
    return FALSE;
  read_town (scan, address);
  address->announced = lp_scan_cue (scan, address->first, 2, LP_WORD_ADDRESS_CUE) != 0;
  lp_scan_add (scan, LP_FINDING_ADDRESS, judge (address), address->first, address->last);
  return TRUE;
}

static gboolean
find_street (LpScan *scan, guint place)
{
  const LpToken *word = lp_scan_at (scan, place);
  Address address = { .likeness = STREET };

  if (word->capital && word->flags & (LP_WORD_STREET | LP_WORD_WEAK_STREET))
    {
      address.first = read_front (scan, place, TRUE);
      if (!(word->flags & LP_WORD_STREET))
        address.likeness = WEAK_STREET;
      if (address.first != place
          && (address.likeness == STREET || !(lp_scan_at (scan, address.first)->flags & LP_WORD_GIVEN)))
        return read_address (scan, place, &address);
    }
  address.likeness = judge_word (word);
  if (address.likeness == NO_STREET)
    return FALSE;
  address.first = read_front (scan, place, FALSE);
  return read_address (scan, place, &address);
}

/* "adr. Ved Møllen 7": any words with a capital before the number. */
static gboolean
find_announced (LpScan *scan, guint cue)
{
  Address address = { .likeness = WEAK_STREET, .first = cue + 1 };
  guint place = 0;

  while (lp_scan_is (scan, address.first, LP_TOKEN_SPACE) || lp_scan_is_mark (scan, address.first, ':')
         || lp_scan_is_mark (scan, address.first, '.'))
    address.first++;
  place = address.first;
  if (!is_capital_word (scan, place) || lp_scan_at (scan, place)->flags & LP_WORD_UNIT)
    return FALSE;
  for (guint i = 0; i < MOST_WORDS; i++, place += 2)
    if (!lp_scan_is (scan, place + 1, LP_TOKEN_SPACE) || !is_capital_word (scan, place + 2))
      break;
  return read_address (scan, place, &address);
}

/** lp_scan_addresses: finds streets with a number, and with floor, door, and town where they follow. */
void
lp_scan_addresses (LpScan *self)
{
  for (guint i = 0; i < self->tokens.n; i++)
    {
      const LpToken *token = lp_scan_at (self, i);

      if (token->kind != LP_TOKEN_WORD || token->taken)
        continue;
      if (!find_street (self, i) && token->flags & LP_WORD_ADDRESS_CUE)
        find_announced (self, i);
    }
}
