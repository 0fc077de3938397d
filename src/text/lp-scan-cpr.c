/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-scan-digits.h"

#define CONTEXT (LP_WORD_CPR_CUE | LP_WORD_ACCOUNT_CUE | LP_WORD_PHONE_CUE)
#define A_LEAP_YEAR 2000
#define REPLACEMENT 60 /* is added to the day where somebody has no number yet */

/* How sure a form is without looking at anything else. */
typedef enum {
  CLEAR,     /* hardly anything else is so written */
  PLAIN,     /* an account or an amount can be */
  UNLIKELY,
} Form;

typedef struct {
  guint sizes[LP_MAX_GROUPS];
  Form  form;
} Pattern;

static const Pattern patterns[] = {
  { { 10 }, PLAIN },
  { { 6, 4 }, CLEAR },
  { { 8, 4 }, CLEAR },
  { { 6, 2, 2 }, PLAIN },
  { { 2, 2, 2, 4 }, CLEAR },
  { { 2, 2, 4, 4 }, CLEAR },
  { { 2, 2, 2, 2, 2 }, UNLIKELY },
};

/* The seventh digit, with the year, tells the century. */
static int
full_year (int year, int seventh)
{
  if (seventh <= 3)
    return 1900 + year;
  if (seventh == 4 || seventh == 9)
    return year <= 36 ? 2000 + year : 1900 + year;
  return year <= 57 ? 2000 + year : 1800 + year;
}

/*
 * Ten digits: whether the first six can be a day, or a day and 60. A 29th of February counts in every year:
 * who mistypes a number tells as much of it.
 */
static gboolean
read_date (const char *digits, LpFindingLevel *level)
{
  int day = lp_digits_number (digits, 2);
  int year = full_year (lp_digits_number (digits + 4, 2), digits[6] - '0');

  /* nobody born before 1900 is left to be protected, but the number may be mistyped */
  *level = day > REPLACEMENT || year < 1900 ? LP_FINDING_WARN : LP_FINDING_FLAG;
  if (day > REPLACEMENT)
    day -= REPLACEMENT;
  return lp_digits_is_date (day, lp_digits_number (digits + 2, 2), A_LEAP_YEAR);
}

/* Where the year has four digits it needs no seventh. */
static gboolean
read_full_date (const char *digits, LpFindingLevel *level)
{
  int year = lp_digits_number (digits + 4, 4);

  *level = LP_FINDING_FLAG;
  return year >= 1900 && year < 2100
         && lp_digits_is_date (lp_digits_number (digits, 2), lp_digits_number (digits + 2, 2), year);
}

static const Pattern *
find_pattern (const LpDigits *run, guint *n)
{
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (lp_digits_fit (run, patterns[i].sizes, n))
      return &patterns[i];
  return NULL;
}

/* Whether it stands in a longer number: an account, a case, an amount. */
static gboolean
is_in_longer (const LpScan *scan, const LpDigits *run, guint n, Form form)
{
  if (run->before != 0 && run->before != ' ')
    return TRUE;
  if (form == UNLIKELY && (run->before == ' ' || run->n > n))
    return TRUE;
  return lp_digits_goes_on (scan, run->places[n - 1]);
}

static Form
form_of (const LpDigits *run, const Pattern *pattern, guint n)
{
  gboolean dashed = n > 1 && run->separators[n - 1] == '-';

  if (pattern->form == CLEAR && n == 2 && pattern->sizes[0] == 8 && !dashed)
    return UNLIKELY;
  if (pattern->form == CLEAR && n == 4 && !dashed)
    return UNLIKELY;
  return pattern->form == CLEAR && !dashed ? PLAIN : pattern->form;
}

static void
judge (LpScan *scan, const LpDigits *run, const Pattern *pattern, guint n)
{
  Form form = form_of (run, pattern, n);
  guint cue = lp_scan_cue (scan, run->places[0], 3, CONTEXT);
  gboolean named = (cue & LP_WORD_CPR_CUE) != 0;
  LpFindingLevel level = LP_FINDING_WARN;
  gboolean date = FALSE;
  char digits[LP_MAX_DIGITS + 1];

  lp_digits_join (scan, run, n, digits);
  date = pattern->sizes[0] == 8 || (n == 4 && pattern->sizes[2] == 4) ? read_full_date (digits, &level)
                                                                     : read_date (digits, &level);
  if (!date && !(named && (n == 1 || pattern->sizes[0] == 6)))
    return;
  if (!date || (form == UNLIKELY && !named) || (form == PLAIN && cue & LP_WORD_ACCOUNT_CUE))
    level = LP_FINDING_WARN;
  if (is_in_longer (scan, run, n, form) && !named)
    {
      if (form != CLEAR || n > 2)
        return;
      level = LP_FINDING_WARN;
    }
  if (!named && form != CLEAR && lp_scan_is_counted (scan, run->places[n - 1]))
    return;
  lp_scan_add (scan, LP_FINDING_CPR, level, run->places[0], run->places[n - 1]);
}

/* Hospitals put letters into the last four where somebody has no number: 010190-4AB1, also 010190-XXXX. */
static gboolean
read_letters (const LpScan *scan, guint place, guint *last)
{
  guint letters = 0;
  guint digits = 0;

  for (; lp_scan_is (scan, place, LP_TOKEN_WORD) || lp_scan_is (scan, place, LP_TOKEN_NUMBER); place++)
    {
      const LpToken *token = lp_scan_at (scan, place);

      if (token->kind == LP_TOKEN_WORD && !token->capitals)
        return FALSE;
      if (token->kind == LP_TOKEN_WORD)
        letters += lp_token_length (token);
      else
        digits += lp_token_length (token);
      if (letters + digits > 4)
        return FALSE;
      *last = place;
    }
  return letters > 0 && digits > 0 && letters + digits == 4;
}

static void
judge_letters (LpScan *scan, const LpDigits *run)
{
  guint next = run->places[0] + 1;
  guint last = 0;
  LpFindingLevel level;
  char digits[LP_MAX_DIGITS + 1] = "000000000";

  if (run->sizes[0] != 6 || run->before != 0)
    return;
  memcpy (digits, lp_scan_at (scan, run->places[0])->folded, 6);
  next += lp_scan_is_mark (scan, next, '-');
  if (read_date (digits, &level) && read_letters (scan, next, &last))
    lp_scan_add (scan, LP_FINDING_CPR, LP_FINDING_WARN, run->places[0], last);
}

/** lp_scan_cpr: finds what looks like a personal number, in any of the ways in which it is written. */
void
lp_scan_cpr (LpScan *self)
{
  for (guint i = 0; i < self->tokens.n; i++)
    {
      const Pattern *pattern = NULL;
      LpDigits run;
      guint n = 0;

      if (!lp_scan_is_number (self, i, 2, 10))
        continue;
      lp_digits_read (self, i, &run);
      pattern = run.plus ? NULL : find_pattern (&run, &n);
      if (pattern != NULL)
        judge (self, &run, pattern, n);
      else
        judge_letters (self, &run);
    }
}
