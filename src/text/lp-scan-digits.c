/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-scan-digits.h"

#define CUES \
  (LP_WORD_CPR_CUE | LP_WORD_PHONE_CUE | LP_WORD_BIRTH_CUE | LP_WORD_ACCOUNT_CUE | LP_WORD_ABBREVIATION)

static gboolean
is_separator (gunichar mark)
{
  return mark == '-' || mark == '.' || mark == '/';
}

/* What parts the number at "place" from the next, whose place comes back; 0 when there is none. */
static gunichar
read_separator (const LpScan *scan, guint place, guint *next)
{
  const LpToken *first = lp_scan_at (scan, place + 1);
  const LpToken *second = lp_scan_at (scan, place + 2);
  gunichar mark = ' ';

  if (first->kind == LP_TOKEN_MARK && is_separator (first->mark))
    {
      *next = place + (first->mark != '.' && second->kind == LP_TOKEN_SPACE ? 3 : 2);
      mark = first->mark;
    }
  else if (first->kind == LP_TOKEN_SPACE && second->kind == LP_TOKEN_MARK && second->mark == '-')
    {
      *next = place + (lp_scan_is (scan, place + 3, LP_TOKEN_SPACE) ? 4 : 3);
      mark = '-';
    }
  else if (first->kind == LP_TOKEN_SPACE && lp_token_length (first) <= 2)
    *next = place + 2;
  else
    return 0;
  return lp_scan_is_number (scan, *next, 1, LP_MAX_DIGITS) ? mark : 0;
}

/*
 * What parts it from what stands before. A word that says what the number is may touch it: "cpr0101900000".
 */
static gunichar
read_before (const LpScan *scan, guint place)
{
  const LpToken *first = place > 0 ? lp_scan_at (scan, place - 1) : lp_scan_at (scan, scan->tokens.n);
  const LpToken *second = place > 1 ? lp_scan_at (scan, place - 2) : lp_scan_at (scan, scan->tokens.n);

  if (first->kind == LP_TOKEN_WORD)
    return first->flags & CUES ? 0 : 'a';
  if (first->kind == LP_TOKEN_SPACE && second->kind == LP_TOKEN_NUMBER)
    return ' ';
  if (first->kind == LP_TOKEN_MARK && (is_separator (first->mark) || first->mark == ',' || first->mark == '_')
      && (second->kind == LP_TOKEN_NUMBER || (second->kind == LP_TOKEN_WORD && !(second->flags & CUES))))
    return first->mark;
  return 0;
}

/** lp_digits_read: the groups of digits that begin with the number at a place. */
void
lp_digits_read (const LpScan *scan, guint place, LpDigits *run)
{
  gunichar separator = 0;

  memset (run, 0, sizeof *run);
  run->before = read_before (scan, place);
  run->plus = place > 0 && lp_scan_is_mark (scan, place - 1, '+');
  do
    {
      run->places[run->n] = place;
      run->sizes[run->n] = lp_scan_at (scan, place)->folded_size;
      run->separators[run->n] = separator;
      run->n++;
      separator = read_separator (scan, place, &place);
    }
  while (separator != 0 && run->n < LP_MAX_GROUPS);
}

/**
 * lp_digits_fit: whether a run begins with groups of these sizes, ended by 0; "n" is how many groups these
 * are.
 */
gboolean
lp_digits_fit (const LpDigits *run, const guint *sizes, guint *n)
{
  for (*n = 0; *n < LP_MAX_GROUPS && sizes[*n] != 0; (*n)++)
    if (*n >= run->n || run->sizes[*n] != sizes[*n])
      return FALSE;
  return TRUE;
}

/**
 * lp_digits_join: the first "n" groups as ASCII digits, at most LP_MAX_DIGITS and a nul. Returns: how many.
 */
guint
lp_digits_join (const LpScan *scan, const LpDigits *run, guint n, char *digits)
{
  guint size = 0;

  for (guint i = 0; i < n; i++)
    {
      guint more = MIN (run->sizes[i], LP_MAX_DIGITS - size);

      memcpy (digits + size, lp_scan_at (scan, run->places[i])->folded, more);
      size += more;
    }
  digits[size] = '\0';
  return size;
}

/**
 * lp_digits_goes_on: whether the number at a place is a part only: a letter touches it, or a mark and a
 * further number.
 */
gboolean
lp_digits_goes_on (const LpScan *scan, guint place)
{
  const LpToken *next = lp_scan_at (scan, place + 1);

  if (next->kind == LP_TOKEN_WORD || (next->kind == LP_TOKEN_MARK && next->mark == '_'))
    return TRUE;
  return next->kind == LP_TOKEN_MARK && (is_separator (next->mark) || next->mark == ',' || next->mark == ':')
         && lp_scan_is (scan, place + 2, LP_TOKEN_NUMBER);
}

/** lp_digits_number: the first "n" digits as a number; n is at most 9. */
int
lp_digits_number (const char *digits, guint n)
{
  int number = 0;

  for (guint i = 0; i < n && digits[i] != '\0'; i++)
    number = number * 10 + (digits[i] - '0');
  return number;
}

/** lp_digits_is_date: whether there was such a day. */
gboolean
lp_digits_is_date (int day, int month, int year)
{
  return day > 0 && month > 0 && month <= 12 && year > 0 && g_date_valid_dmy (day, month, year);
}
