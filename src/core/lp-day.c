/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-day.h"

#include "lp-clock.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define EXAMPLE "2026-12-31"
#define FIRST_FULL_YEAR 1000
#define LAST_FULL_YEAR 9999

static GDateTime *
to_date_time (const char *day)
{
  if (!day || !lp_date_is_valid (day))
    return NULL;

  return g_date_time_new_utc (atoi (day), atoi (day + 5), atoi (day + 8), 0, 0, 0);
}

static char *
format (const char *day, const char *pattern)
{
  g_autoptr (GDateTime) date = to_date_time (day);

  return date ? g_date_time_format (date, pattern) : NULL;
}

char *
lp_day_long (const char *day)
{
  /* Translators: a date in full, such as “Tuesday 24 November 2026”; see g_date_time_format() */
  char *text = format (day, C_("date", "%A %-d %B %Y"));

  return text ? text : g_strdup (day);
}

char *
lp_day_weekday (const char *day)
{
  return format (day, "%A");
}

char *
lp_day_written (const char *day)
{
  char *text = format (day, "%x");

  return text ? text : g_strdup (day);
}

char *
lp_day_example (void)
{
  return lp_day_written (EXAMPLE);
}

/* Whether the user's language writes the month before the day; 31.12. it does nowhere. */
static gboolean
month_comes_first (const char *written)
{
  g_autofree char *example = lp_day_example ();
  const char *month = strstr (example, "12");
  const char *day = strstr (example, "31");

  return month && day && month < day && !strchr (written, '.');
}

static guint
read_numbers (const char *written, guint numbers[3])
{
  g_auto (GStrv) parts = g_strsplit_set (written, "-./ ", 0);
  guint n = 0;

  for (guint i = 0; parts[i]; i++)
    {
      guint64 number;

      if (*parts[i] == '\0')
        continue;
      if (n == 3 || !g_ascii_string_to_unsigned (parts[i], 10, 1, G_MAXUINT16, &number, NULL))
        return 0;
      numbers[n++] = number;
    }
  return n;
}

/* Day and month without a year are the next such day. */
static guint
nearest_year (guint day, guint month)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  guint year = g_date_time_get_year (now);
  guint this_month = g_date_time_get_month (now);
  gboolean over =
      month < this_month || (month == this_month && day < (guint) g_date_time_get_day_of_month (now));

  return over ? year + 1 : year;
}

/* With the month in letters: GLib knows the user's words for it. */
static char *
parse_words (const char *written)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_parse (&date, written);
  if (!g_date_valid (&date))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

static gboolean
has_letters (const char *text)
{
  for (; *text; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

static gboolean
is_full_year (guint number)
{
  return number >= FIRST_FULL_YEAR && number <= LAST_FULL_YEAR;
}

/* What numbers say, right or wrong; FALSE when they are not those of a date. */
static gboolean
parse_numbers (const char *written, guint *year, guint *month, guint *day)
{
  guint numbers[3] = { 0 };
  guint n = read_numbers (written, numbers);
  gboolean month_first = month_comes_first (written);

  if (n == 3 && numbers[0] >= FIRST_FULL_YEAR)
    {
      *year = numbers[0];
      *month = numbers[1];
      *day = numbers[2];
      return is_full_year (*year);
    }
  /* of two, one that is a year leaves a day or a month to be guessed */
  if (n < 2 || (n == 2 && MAX (numbers[0], numbers[1]) >= FIRST_FULL_YEAR))
    return FALSE;

  *month = numbers[month_first ? 0 : 1];
  *day = numbers[month_first ? 1 : 0];
  *year = n == 3 ? numbers[2] : nearest_year (*day, *month);
  if (*year < 100)
    *year += 2000;
  return is_full_year (*year);
}

char *
lp_day_parse (const char *written)
{
  guint year, month, day;

  if (!parse_numbers (written, &year, &month, &day))
    return has_letters (written) ? parse_words (written) : NULL;
  if (month > 12 || day > 31 || !g_date_valid_dmy (day, month, year))
    return NULL;
  return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
}

/* The month of a day in words that there is not, such as 31 February: that of its first day. */
static char *
parse_month (const char *written)
{
  const char *number = strpbrk (written, "0123456789");
  char *after = NULL;
  g_autofree char *first = NULL;

  if (!number || !has_letters (written) || g_ascii_strtoull (number, &after, 10) > 99)
    return NULL;
  first = g_strdup_printf ("%.*s1%s", (int) (number - written), written, after);
  return parse_words (first);
}

char *
lp_day_explain (const char *written)
{
  g_autofree char *day = lp_day_parse (written);
  g_autofree char *example = lp_day_example ();
  g_autofree char *first = NULL;
  g_autofree char *name = NULL;
  guint year, month, number;

  if (day)
    return NULL;
  if (!parse_numbers (written, &year, &month, &number))
    first = parse_month (written);
  else if (month > 12)
    return g_strdup_printf (_("A year has only 12 months. Write it as %s."), example);
  else
    first = g_strdup_printf ("%04u-%02u-01", year, month);

  /* Translators: a month and its year, such as “February 2027”; see g_date_time_format() */
  name = first ? format (first, C_("date", "%B %Y")) : NULL;
  if (!name)
    return g_strdup_printf (_("This is not a date. Write it as %s."), example);

  /* Translators: 28, “February 2027”, and how a date is written */
  return g_strdup_printf (_("There are only %d days in %s. Write it as %s."),
                          g_date_get_days_in_month (atoi (first + 5), atoi (first)), name, example);
}
