/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-scan-digits.h"

#define CUES (LP_WORD_BIRTH_CUE | LP_WORD_CPR_CUE)

/* Day, month, and year of two digits or four. */
static gboolean
is_day (const LpScan *scan, const LpDigits *run)
{
  int parts[3] = { 0 };

  if (run->n < 3 || run->sizes[0] > 2 || run->sizes[1] > 2 || (run->sizes[2] != 2 && run->sizes[2] != 4))
    return FALSE;
  for (guint i = 0; i < 3; i++)
    parts[i] = lp_digits_number (lp_scan_at (scan, run->places[i])->folded, 4);
  if (run->sizes[2] == 2)
    parts[2] += 1900;
  return lp_digits_is_date (parts[0], parts[1], parts[2] == 1900 ? 2000 : parts[2]);
}

/* 1969-11-03 */
static gboolean
is_year_first (const LpScan *scan, const LpDigits *run)
{
  return run->n >= 3 && run->sizes[0] == 4 && run->sizes[1] <= 2 && run->sizes[2] <= 2
         && lp_digits_is_date (lp_digits_number (lp_scan_at (scan, run->places[2])->folded, 2),
                               lp_digits_number (lp_scan_at (scan, run->places[1])->folded, 2),
                               lp_digits_number (lp_scan_at (scan, run->places[0])->folded, 4));
}

/* 031169 or 03111969 */
static gboolean
is_together (const LpScan *scan, const LpDigits *run)
{
  const char *digits = lp_scan_at (scan, run->places[0])->folded;
  int year = 0;

  if (run->sizes[0] != 6 && run->sizes[0] != 8)
    return FALSE;
  year = run->sizes[0] == 6 ? 1900 + lp_digits_number (digits + 4, 2) : lp_digits_number (digits + 4, 4);
  if (year == 1900)
    year = 2000; /* of these two only the latter is a leap year */
  return year < 2100
         && lp_digits_is_date (lp_digits_number (digits, 2), lp_digits_number (digits + 2, 2), year);
}

/* "3. november 1969". 0: it is not. */
static guint
read_words (const LpScan *scan, guint day)
{
  guint place = day + 1;

  place += lp_scan_is_mark (scan, place, '.');
  place += lp_scan_is (scan, place, LP_TOKEN_SPACE);
  if (!lp_scan_is (scan, place, LP_TOKEN_WORD) || !(lp_scan_at (scan, place)->flags & LP_WORD_MONTH))
    return 0;
  place++;
  place += lp_scan_is_mark (scan, place, '.');
  place += lp_scan_is (scan, place, LP_TOKEN_SPACE);
  return lp_scan_is_number (scan, place, 2, 4) ? place : 0;
}

/* "f." says so only just before the date; elsewhere it is short for something else. */
static gboolean
is_announced (const LpScan *scan, guint place)
{
  guint before = place;

  if (lp_scan_cue (scan, place, 3, CUES) == 0)
    return FALSE;
  while (before > 0
         && (lp_scan_is (scan, before - 1, LP_TOKEN_SPACE) || lp_scan_is (scan, before - 1, LP_TOKEN_MARK)))
    before--;
  for (guint i = 0; i < 3 && before > 0; before--)
    {
      const LpToken *token = lp_scan_at (scan, before - 1);

      if (token->kind != LP_TOKEN_WORD)
        continue;
      if (token->flags & CUES && (i == 0 || lp_token_length (token) > 1))
        return TRUE;
      i++;
    }
  return FALSE;
}

static guint
read_date (const LpScan *scan, guint place)
{
  LpDigits run;
  guint last = 0;

  lp_digits_read (scan, place, &run);
  if (run.before != 0 && run.before != ' ')
    return 0;
  if (is_day (scan, &run) || is_year_first (scan, &run))
    return run.places[2];
  if (is_together (scan, &run))
    return place;
  last = run.sizes[0] <= 2 ? read_words (scan, place) : 0;
  return last;
}

/* "170483-xxxx": who hides the last four tells the day. */
static gboolean
is_half_hidden (const LpScan *scan, guint place)
{
  const LpToken *token = lp_scan_at (scan, place + 2);
  LpDigits run;

  if (!lp_scan_is_number (scan, place, 6, 6) || !lp_scan_is_mark (scan, place + 1, '-'))
    return FALSE;
  lp_digits_read (scan, place, &run);
  return run.before == 0 && is_together (scan, &run)
         && ((token->kind == LP_TOKEN_WORD && strcmp (token->folded, "xxxx") == 0)
             || (token->kind == LP_TOKEN_MARK
                 && (token->mark == '*' || token->mark == '?' || token->mark == '_')));
}

/** lp_scan_birth_dates: finds dates that are said to be of somebody's birth. Other dates are anybody's. */
void
lp_scan_birth_dates (LpScan *self)
{
  for (guint i = 0; i < self->tokens.n; i++)
    {
      guint last = 0;

      if (!lp_scan_is_number (self, i, 1, 8))
        continue;
      if (is_half_hidden (self, i))
        lp_scan_add (self, LP_FINDING_BIRTH_DATE, LP_FINDING_WARN, i, i);
      else if (is_announced (self, i) && (last = read_date (self, i)) != 0)
        lp_scan_add (self, LP_FINDING_BIRTH_DATE, LP_FINDING_WARN, i, last);
    }
}
