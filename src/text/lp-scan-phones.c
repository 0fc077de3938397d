/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-scan-digits.h"

#define CONTEXT (LP_WORD_PHONE_CUE | LP_WORD_ACCOUNT_CUE | LP_WORD_CLOCK_CUE)
#define LEAST_FOREIGN 9 /* digits, the country's code among them: +298 and six */
#define MOST_FOREIGN 15 /* ITU-T E.164 */

/* Codes that Danes write with 00 in front, which account numbers begin with too. */
static const char *const codes[] = {
  "45", "46", "47", "49", "44", "48", "298", "299", "354", "358", "31", "33", "34", "39",
};

/* In how many groups eight digits are a Danish number. */
static const guint patterns[][LP_MAX_GROUPS] = { { 8 }, { 2, 2, 2, 2 }, { 4, 4 } };

static gboolean
looks_like_year (const char *digits)
{
  int year = lp_digits_number (digits, 4);

  return year >= 1900 && year < 2100;
}

/* 20231124 or 24112023, which are dates in a register. */
static gboolean
is_date_run (const char *digits, gboolean *backwards)
{
  *backwards = looks_like_year (digits)
               && lp_digits_is_date (lp_digits_number (digits + 6, 2), lp_digits_number (digits + 4, 2),
                                     lp_digits_number (digits, 4));
  return *backwards
         || (looks_like_year (digits + 4)
             && lp_digits_is_date (lp_digits_number (digits, 2), lp_digits_number (digits + 2, 2),
                                   lp_digits_number (digits + 4, 4)));
}

/* Where the run went on with such a group, it would be something else: a card, a list of numbers. */
static gboolean
is_one_of_many (const LpScan *scan, const LpDigits *run, guint n)
{
  const LpToken *before = NULL;

  if (run->n > n && run->sizes[n] == run->sizes[n - 1] && n > 1)
    return TRUE;
  if (n == 1 || run->before != ' ')
    return FALSE;
  before = lp_scan_at (scan, run->places[0] - 2);
  return before->folded_size == run->sizes[0] && !before->taken;
}

/* The same mark between all, and no mark that makes an amount of it. */
static gboolean
is_evenly_parted (const LpDigits *run, guint n)
{
  for (guint i = 1; i < n; i++)
    if (run->separators[i] != run->separators[1] || run->separators[i] == '/')
      return FALSE;
  return n != 2 || run->separators[1] != '.';
}

static gboolean
is_round (const char *digits)
{
  return strcmp (digits + 3, "00000") == 0;
}

/* Without a word that says that it is a phone number. */
static gboolean
judge_alone (const LpDigits *run, guint n, const char *digits, LpFindingLevel *level)
{
  gboolean backwards = FALSE;

  *level = LP_FINDING_FLAG;
  if (n == 1 && is_date_run (digits, &backwards))
    {
      *level = LP_FINDING_WARN;
      return !backwards;
    }
  if (n == 1)
    return !is_round (digits);
  if (n == 2)
    {
      if (looks_like_year (digits) && looks_like_year (digits + 4))
        return FALSE;
      if (run->separators[1] == '-')
        *level = LP_FINDING_WARN;
    }
  return TRUE;
}

/* Eight digits in the groups that are usual. */
static gboolean
find_usual (LpScan *scan, const LpDigits *run, guint cue)
{
  LpFindingLevel level = LP_FINDING_FLAG;
  char digits[LP_MAX_DIGITS + 1];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      if (!lp_digits_fit (run, patterns[i], &n) || !is_evenly_parted (run, n))
        continue;
      if (is_one_of_many (scan, run, n) || lp_digits_goes_on (scan, run->places[n - 1]))
        return FALSE;
      lp_digits_join (scan, run, n, digits);
      if (!(cue & LP_WORD_PHONE_CUE)
          && (cue != 0 || lp_scan_is_counted (scan, run->places[n - 1])
              || lp_scan_is_counted (scan, run->places[0]) || !judge_alone (run, n, digits, &level)))
        return FALSE;
      lp_scan_add (scan, LP_FINDING_PHONE, level, run->places[0], run->places[n - 1]);
      return TRUE;
    }
  return FALSE;
}

/* Eight digits in any groups, or the six of Greenland and the Faroe Islands, after "tlf". */
static gboolean
find_unusual (LpScan *scan, const LpDigits *run)
{
  guint size = 0;
  guint n = 0;

  while (n < run->n && size < 8)
    size += run->sizes[n++];
  if (size > 8 || (size != 8 && size != 6) || lp_digits_goes_on (scan, run->places[n - 1]))
    return FALSE;
  if (size == 6 && n != 1 && run->sizes[0] != run->sizes[1])
    return FALSE;
  lp_scan_add (scan, LP_FINDING_PHONE, LP_FINDING_FLAG, run->places[0], run->places[n - 1]);
  return TRUE;
}

static gboolean
parts_groups (const LpToken *token)
{
  return token->kind == LP_TOKEN_MARK && token->mark < 0x80 && strchr ("()-./", (int) token->mark) != NULL;
}

/* Brackets in "+49 (0)30 1234567" part the groups too. */
static guint
next_group (const LpScan *scan, guint place)
{
  for (guint i = 1; i <= 3; i++)
    {
      const LpToken *token = lp_scan_at (scan, place + i);

      if (token->kind == LP_TOKEN_NUMBER)
        return token->taken ? 0 : place + i;
      if (token->kind == LP_TOKEN_SPACE ? lp_token_length (token) > 2 : !parts_groups (token))
        return 0;
    }
  return 0;
}

/*
 * From the country's code on, as far as it is one number; "wanted" digits, or as many as a number can have.
 */
static gboolean
read_foreign (const LpScan *scan, guint place, guint wanted, guint *last)
{
  guint most = wanted > 0 ? wanted : MOST_FOREIGN;
  guint size = 0;

  do
    {
      guint more = lp_scan_at (scan, place)->folded_size;

      if (size + more > most || (wanted == 0 && size >= LEAST_FOREIGN && more == 1))
        break;
      size += more;
      *last = place;
      place = next_group (scan, place);
    }
  while (place != 0 && size < most);
  return wanted > 0 ? size == wanted : size >= LEAST_FOREIGN;
}

static gboolean
begins_with (const LpToken *number, const char *digits)
{
  return strncmp (number->folded, digits, strlen (digits)) == 0;
}

/* "+45 …", "(+45) …": the plus is part of it. */
static gboolean
find_plus (LpScan *scan, const LpDigits *run)
{
  const LpToken *number = lp_scan_at (scan, run->places[0]);
  gboolean bracket = FALSE;
  guint last = 0;

  if (!run->plus || number->folded[0] == '0' || run->before == 'a')
    return FALSE;
  if (!(begins_with (number, "45") && read_foreign (scan, run->places[0], 10, &last))
      && !read_foreign (scan, run->places[0], 0, &last))
    return FALSE;
  if (lp_scan_is_counted (scan, last) || lp_digits_goes_on (scan, last))
    return FALSE;
  bracket = run->places[0] > 1 && lp_scan_is_mark (scan, run->places[0] - 2, '(')
            && lp_scan_is_mark (scan, run->places[0] + 1, ')');
  lp_scan_add (scan, LP_FINDING_PHONE, LP_FINDING_FLAG, run->places[0] - (bracket ? 2 : 1), last);
  return TRUE;
}

/* "0045 …" */
static gboolean
find_zeros (LpScan *scan, const LpDigits *run, guint cue)
{
  const LpToken *number = lp_scan_at (scan, run->places[0]);
  gboolean known = FALSE;
  guint last = 0;

  if (number->folded_size < 4 || !begins_with (number, "00"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (codes) && !known; i++)
    known = strncmp (number->folded + 2, codes[i], strlen (codes[i])) == 0;
  if (!known || (number->folded_size > 5 && !(cue & LP_WORD_PHONE_CUE) && !begins_with (number, "0045")))
    return FALSE;
  if (!read_foreign (scan, run->places[0], begins_with (number, "0045") ? 12 : 0, &last))
    return FALSE;
  if (cue & LP_WORD_ACCOUNT_CUE || lp_digits_goes_on (scan, last))
    return FALSE;
  lp_scan_add (scan, LP_FINDING_PHONE, LP_FINDING_FLAG, run->places[0], last);
  return TRUE;
}

/** lp_scan_phones: finds phone numbers, Danish ones of eight digits and those with a country's code. */
void
lp_scan_phones (LpScan *self)
{
  for (guint i = 0; i < self->tokens.n; i++)
    {
      LpDigits run;
      guint cue = 0;

      if (!lp_scan_is_number (self, i, 1, 16))
        continue;
      lp_digits_read (self, i, &run);
      if (find_plus (self, &run) || (run.before != 0 && run.before != ' '))
        continue;
      cue = lp_scan_cue (self, i, 2, CONTEXT);
      if (find_zeros (self, &run, cue) || find_usual (self, &run, cue) || !(cue & LP_WORD_PHONE_CUE))
        continue;
      if (lp_scan_cue (self, i, 2, CONTEXT | LP_WORD_STRONG_PHONE_CUE) & LP_WORD_STRONG_PHONE_CUE)
        find_unusual (self, &run);
    }
}
