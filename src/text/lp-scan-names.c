/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-scan.h"

#include <string.h>

#define MOST_WORDS 8 /* of a name that stands in a row */
#define MOST_KNOWN_WORDS 12
#define LONGEST_ENDING 24 /* bytes of what a compound with -sen may end with */
#define A_WORD (~(guint) (LP_WORD_GIVEN | LP_WORD_SURNAME | LP_WORD_STREET_PREFIX | LP_WORD_PARTICLE))
#define NOBODY (LP_WORD_COMMON | LP_WORD_ORG | LP_WORD_TITLE | LP_WORD_UNIT)

/* A word that may be one of a name. */
typedef struct {
  guint              place;
  guint              flags;  /* of the word without the s of a genitive */
  const LpNameParts *parts;  /* who is so called; NULL: nobody who is known */
} Part;

/* Words in a row, each with a capital. */
typedef struct {
  Part  parts[MOST_WORDS];
  guint n;
  guint next; /* the token after it */
} Row;

/* --- one word --- */

static const LpNameParts *
look_up (const LpScan *scan, const char *folded)
{
  return scan->names != NULL ? lp_names_lookup (scan->names, folded) : NULL;
}

static gboolean
is_name (guint flags, const LpNameParts *parts)
{
  return parts != NULL || (flags & (LP_WORD_GIVEN | LP_WORD_SURNAME)) != 0;
}

/* "Bodils" is Bodil's, unless somebody is called that. */
static Part
read_part (const LpScan *scan, guint place)
{
  const LpToken *token = lp_scan_at (scan, place);
  Part part = { place, token->flags, look_up (scan, token->folded) };
  gsize size = token->folded_size;
  char stem[64];

  if (is_name (part.flags, part.parts) || size < 3 || size >= sizeof stem || token->folded[size - 1] != 's')
    return part;
  memcpy (stem, token->folded, size - 1);
  stem[size - 1] = '\0';
  if (!is_name (lp_words_find (stem, size - 1), look_up (scan, stem)))
    return part;
  part.flags |= lp_words_find (stem, size - 1);
  part.parts = look_up (scan, stem);
  return part;
}

static gboolean
is_genitive (const LpScan *scan, const Part *part)
{
  const LpToken *token = lp_scan_at (scan, part->place);

  return is_name (part->flags, part->parts) && !is_name (token->flags, look_up (scan, token->folded));
}

/* The s of a genitive stays outside, so that "[name]s" can be read. */
static void
add_name (LpScan *scan, LpFindingLevel level, guint first, const Part *last, gboolean full)
{
  LpScanFound *found = lp_scan_add (scan, LP_FINDING_NAME, level, first, last->place);

  found->full_name = full;
  if (is_genitive (scan, last))
    {
      found->finding.length--;
      found->finding.byte_length--;
    }
}

/* --- people who are known --- */

static gboolean
has_entry (const LpNameParts *parts, guint entry)
{
  guint place = 0;

  return g_array_binary_search (parts->people, &entry, lp_names_compare, &place);
}

/* Those whose given name and those whose surname a word is: do they share somebody? */
static gboolean
share (const LpNameParts *one, const LpNameParts *other, gboolean *surname)
{
  const LpNameParts *fewer = one->people->len <= other->people->len ? one : other;
  const LpNameParts *more = fewer == one ? other : one;
  gboolean any = FALSE;

  for (guint i = 0; i < fewer->people->len; i++)
    {
      guint entry = g_array_index (fewer->people, guint, i);
      gboolean same = has_entry (more, entry);
      gboolean twin = has_entry (more, entry ^ 1);

      any |= same || twin;
      *surname |= twin;
    }
  return any;
}

/*
 * The next word of a name: after a space, a hyphen, a comma ("Kastanjehøj, Karla"), or an initial's full
 * stop.
 */
static guint
next_word (const LpScan *scan, guint place)
{
  const LpToken *token = lp_scan_at (scan, place);
  guint next = place + 1;

  if (lp_scan_is_mark (scan, next, '-') || (lp_scan_is_mark (scan, next, '.') && lp_token_length (token) == 1)
      || (lp_scan_is_mark (scan, next, ',') && token->capital))
    next++;
  if (lp_scan_is (scan, next, LP_TOKEN_SPACE) && lp_token_length (lp_scan_at (scan, next)) <= 2)
    next++;
  token = lp_scan_at (scan, next);
  return next > place + 1 && token->kind == LP_TOKEN_WORD && !token->taken ? next : 0;
}

/* Given name and surname of one person, in whatever letters. Returns the last token of it, or "place". */
static guint
find_known (LpScan *scan, guint place)
{
  Part part = read_part (scan, place);
  Part last = part;
  gboolean surname = FALSE;
  guint next = next_word (scan, place);

  if (part.parts == NULL)
    return place;
  for (guint i = 0; i < MOST_KNOWN_WORDS && next != 0; i++, next = next_word (scan, next))
    {
      Part other = read_part (scan, next);

      if (other.parts == NULL && other.flags & LP_WORD_PARTICLE && next_word (scan, next) != 0)
        continue;
      if (other.parts == NULL || !share (last.parts, other.parts, &surname))
        break;
      last = other;
      if (is_genitive (scan, &other))
        break;
    }
  if (last.place == place || !surname)
    return place;
  add_name (scan, LP_FINDING_FLAG, place, &last, TRUE);
  return last.place;
}

/* --- anybody --- */

static gboolean
is_row_word (const LpScan *scan, guint place, const Part *part)
{
  const LpToken *token = lp_scan_at (scan, place);

  if (token->kind != LP_TOKEN_WORD || token->taken || !token->capital)
    return FALSE;
  if (token->capitals && lp_token_length (token) > 1)
    return FALSE;
  return !(part->flags & LP_WORD_COMMON) || is_name (part->flags, part->parts);
}

static guint
next_in_row (const LpScan *scan, guint place)
{
  gboolean initial = lp_token_length (lp_scan_at (scan, place)) == 1;
  guint next = place + 1;

  if (lp_scan_is_mark (scan, next, '-'))
    next++;
  else if (lp_scan_is_mark (scan, next, '\'') && initial) /* O'Brien */
    next++;
  else
    {
      if (lp_scan_is_mark (scan, next, '.') && initial)
        next++;
      if (!lp_scan_is (scan, next, LP_TOKEN_SPACE) || lp_token_length (lp_scan_at (scan, next)) > 2)
        return 0;
      next++;
    }
  return next;
}

static void
read_row (const LpScan *scan, guint place, Row *row)
{
  Part part = read_part (scan, place);

  row->n = 0;
  row->next = place + 1;
  while (row->n < MOST_WORDS && is_row_word (scan, place, &part))
    {
      guint next = next_in_row (scan, place);

      row->parts[row->n++] = part;
      row->next = place + 1;
      if (next == 0 || is_genitive (scan, &part))
        return;
      if (lp_scan_at (scan, next)->flags & LP_WORD_PARTICLE && !lp_scan_at (scan, next)->capital)
        next = next_in_row (scan, next);
      if (next == 0 || !lp_scan_is (scan, next, LP_TOKEN_WORD))
        return;
      place = next;
      part = read_part (scan, place);
    }
}

/* A patronymic; "bussen" and "Skatteklassen" end like one. */
static gboolean
is_patronymic (const LpToken *token)
{
  const char *word = token->folded;
  gsize size = token->folded_size;

  if (size > 5 && word[size - 1] == 's')
    size--;
  if (size < 5 || strncmp (word + size - 3, "sen", 3) != 0)
    return FALSE;
  for (gsize i = size > LONGEST_ENDING ? size - LONGEST_ENDING : 0; i + 4 <= size; i++)
    if (((guchar) word[i] & 0xC0) != 0x80 && lp_words_find (word + i, size - i) & LP_WORD_NOT_SURNAME)
      return FALSE;
  return TRUE;
}

static gboolean
is_surname (const LpScan *scan, const Part *part)
{
  return part->flags & LP_WORD_SURNAME || (part->parts != NULL && part->parts->surname)
         || is_patronymic (lp_scan_at (scan, part->place));
}

static gboolean
is_given (const Part *part)
{
  return part->flags & LP_WORD_GIVEN || (part->parts != NULL && part->parts->given);
}

/* "Skole", "Vej"; "Kirkeplads" */
static gboolean
is_organisation (const LpScan *scan, const Part *part)
{
  const LpToken *token = lp_scan_at (scan, part->place);

  if (part->parts != NULL || part->flags & (LP_WORD_GIVEN | LP_WORD_SURNAME | LP_WORD_TITLE))
    return FALSE;
  return (part->flags & (LP_WORD_ORG | LP_WORD_STREET)) != 0
         || lp_words_end (token->folded, token->folded_size, lp_org_endings, 2);
}

/* A house, a firm or a street that bears a name is no person. */
static gboolean
is_of_organisation (const LpScan *scan, const Row *row, guint given)
{
  guint first = row->parts[0].place;
  const LpToken *before = lp_scan_at (scan, first > 1 ? first - 2 : scan->tokens.n);
  const LpToken *after = lp_scan_at (scan, row->next + 1);
  gboolean spaced = lp_scan_is (scan, row->next, LP_TOKEN_SPACE);

  if (before->kind == LP_TOKEN_MARK && before->mark == '.' && first > 2)
    before = lp_scan_at (scan, first - 3);
  if (before->kind == LP_TOKEN_WORD && !(before->flags & LP_WORD_TITLE)
      && (before->flags & LP_WORD_HOUSE || (before->flags & LP_WORD_ORG && before->capital)))
    return TRUE;
  for (guint i = 0; i < row->n; i++)
    if (i != given && is_organisation (scan, &row->parts[i]))
      return TRUE;
  return spaced && ((after->kind == LP_TOKEN_MARK && after->mark == '&')
                    || (after->kind == LP_TOKEN_WORD && after->capital && after->flags & LP_WORD_ORG
                        && !(after->flags & LP_WORD_TITLE)));
}

/* The first word of a row from which on it is a name of two words or more; MOST_WORDS when there is none. */
static guint
find_beginning (const LpScan *scan, const Row *row)
{
  for (guint i = 0; i + 1 < row->n; i++)
    {
      const LpToken *token = lp_scan_at (scan, row->parts[i].place);
      const Part *next = &row->parts[i + 1];

      if (!is_given (&row->parts[i]))
        continue;
      if (row->parts[i].flags & LP_WORD_AMBIGUOUS && token->begins
          && !is_surname (scan, next) && !is_given (next))
        continue;
      return i;
    }
  for (guint i = 1; i < row->n; i++)
    if (is_surname (scan, &row->parts[i]) && !(row->parts[i].flags & LP_WORD_AMBIGUOUS)
        && !(row->parts[i - 1].flags & (NOBODY | LP_WORD_PLACE)))
      return i - 1;
  return MOST_WORDS;
}

/* "Bodil Odense" is Bodil of Odense. */
static guint
find_ending (const Row *row, guint first)
{
  guint last = row->n - 1;

  while (last > first && row->parts[last].parts == NULL
         && row->parts[last].flags & (LP_WORD_PLACE | LP_WORD_UNIT))
    last--;
  return last;
}

/* A given name alone: also that of somebody who is known may be anybody's. */
static gboolean
judge_given (const LpScan *scan, const Part *part)
{
  const LpToken *token = lp_scan_at (scan, part->place);
  gboolean known = part->parts != NULL && part->parts->given;

  if (lp_token_length (token) < 2)
    return FALSE;
  if (!(part->flags & A_WORD))
    return known || part->flags & LP_WORD_GIVEN;
  return known && !token->begins && !token->capitals;
}

static gboolean
judge_surname (const LpScan *scan, const Part *part, LpFindingLevel *level)
{
  const LpToken *token = lp_scan_at (scan, part->place);
  gboolean known = part->parts != NULL && part->parts->surname;

  *level = known && !token->begins && !(part->flags & A_WORD) ? LP_FINDING_FLAG : LP_FINDING_WARN;
  if (lp_token_length (token) < 3 || part->flags & LP_WORD_PLACE || (part->flags & A_WORD && token->begins))
    return FALSE;
  return known || (part->flags & LP_WORD_SURNAME && !(part->flags & A_WORD));
}

/* After "fru" any word with a capital is one. */
static gboolean
is_announced (const LpScan *scan, const Part *part)
{
  const LpToken *token = lp_scan_at (scan, part->place);
  guint cue = lp_scan_cue (scan, part->place, 1, LP_WORD_NAME_CUE | LP_WORD_TITLE);

  return (cue & LP_WORD_NAME_CUE) && (cue & LP_WORD_TITLE)
         && !(part->flags & NOBODY) && !token->begins && lp_token_length (token) > 1;
}

static void
find_single (LpScan *scan, const Part *part, gboolean of_organisation)
{
  LpFindingLevel level = LP_FINDING_WARN;

  if (of_organisation && (part->parts == NULL || !part->parts->surname))
    return;
  if (judge_given (scan, part))
    add_name (scan, LP_FINDING_WARN, part->place, part, FALSE);
  else if (judge_surname (scan, part, &level))
    add_name (scan, level, part->place, part, FALSE);
  else if (is_announced (scan, part))
    add_name (scan, LP_FINDING_WARN, part->place, part, FALSE);
}

static void
judge_row (LpScan *scan, const Row *row)
{
  guint first = find_beginning (scan, row);
  gboolean of_organisation = is_of_organisation (scan, row, first);
  guint last = first == MOST_WORDS ? 0 : find_ending (row, first);
  gboolean full = first != MOST_WORDS && last > first && !of_organisation;

  if (full)
    add_name (scan, LP_FINDING_WARN, row->parts[first].place, &row->parts[last], TRUE);
  for (guint i = 0; i < row->n; i++)
    if (!full || i < first || i > last)
      find_single (scan, &row->parts[i], of_organisation);
}

/*
 * Names without capitals, or in a text of nothing else: only where both words are names and nothing besides.
 */
static guint
find_plain (LpScan *scan, guint place)
{
  Part part = read_part (scan, place);
  guint next = next_in_row (scan, place);
  Part other = { 0 };

  if (!(part.flags & LP_WORD_GIVEN) || part.flags & A_WORD)
    return place;
  if (next != 0 && lp_scan_is (scan, next, LP_TOKEN_WORD) && !lp_scan_at (scan, next)->taken)
    {
      other = read_part (scan, next);
      if (other.flags & LP_WORD_SURNAME && !(other.flags & A_WORD))
        {
          add_name (scan, LP_FINDING_WARN, place, &other, TRUE);
          return next;
        }
    }
  if (part.parts != NULL && part.parts->given && lp_token_length (lp_scan_at (scan, place)) > 2)
    add_name (scan, LP_FINDING_WARN, place, &part, FALSE);
  return place;
}

/**
 * lp_scan_names: finds names: first of those who are known, then what looks like one. A name that is a word
 * as well counts only where it cannot be that.
 */
void
lp_scan_names (LpScan *self)
{
  for (guint i = 0; self->names != NULL && i < self->tokens.n; i++)
    if (lp_scan_is (self, i, LP_TOKEN_WORD) && !lp_scan_at (self, i)->taken)
      i = find_known (self, i);
  for (guint i = 0; i < self->tokens.n; i++)
    {
      const LpToken *token = lp_scan_at (self, i);
      Row row;

      if (token->kind != LP_TOKEN_WORD || token->taken)
        continue;
      if (!token->capital || token->capitals)
        {
          i = find_plain (self, i);
          continue;
        }
      read_row (self, i, &row);
      if (row.n == 0)
        continue;
      judge_row (self, &row);
      i = row.parts[row.n - 1].place;
    }
}
