/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "lp-day.h"

#define DANISH "da_DK.UTF-8"
#define AMERICAN "en_US.UTF-8"

static void
check (const char *language, const char *written, const char *day)
{
  g_autofree char *parsed = NULL;

  g_assert_nonnull (setlocale (LC_ALL, language));
  parsed = lp_day_parse (written);
  g_assert_cmpstr (parsed, ==, day);
}

static void
test_parse (void)
{
  check (DANISH, "24-11-2026", "2026-11-24");
  check (DANISH, "24.11.2026", "2026-11-24");
  check (DANISH, "24/11 2026", "2026-11-24");
  check (DANISH, "4.2.27", "2027-02-04");
  check (DANISH, "4. februar 2027", "2027-02-04");
  check (DANISH, "2026-11-24", "2026-11-24");
  check (DANISH, " 24-11-2026 ", "2026-11-24");
  check (DANISH, "29.2.2028", "2028-02-29");
  check (AMERICAN, "11/24/2026", "2026-11-24");
  check (AMERICAN, "4/2/2027", "2027-04-02");
  check (AMERICAN, "4.2.2027", "2027-02-04");
  check (AMERICAN, "4 February 2027", "2027-02-04");
  check (AMERICAN, "2026-11-24", "2026-11-24");
}

static void
test_refuse (void)
{
  static const char *const wrong[] = {
    "", "hest", "24", "29.2.2027", "31.4.2027", "0.4.2027", "24.13.2026", "1.2.3.4", "2026-13-01", "1.2.99999",
    "æøå 2027", "12026-1-2", "2027-2", "2-2027",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    check (DANISH, wrong[i], NULL);
}

static void
check_reason (const char *language, const char *written, const char *reason)
{
  g_autofree char *explained = NULL;

  g_assert_nonnull (setlocale (LC_ALL, language));
  explained = lp_day_explain (written);
  g_assert_cmpstr (explained, ==, reason);
}

/* A person is told what is wrong with a day, not only how days are written. */
static void
test_explain (void)
{
  check_reason (AMERICAN, "2/28/2027", NULL);
  check_reason (AMERICAN, "2/31/2027", "There are only 28 days in February 2027. Write it as 12/31/2026.");
  check_reason (AMERICAN, "31 February 2028", "There are only 29 days in February 2028. Write it as 12/31/2026.");
  check_reason (AMERICAN, "2027-04-31", "There are only 30 days in April 2027. Write it as 12/31/2026.");
  check_reason (AMERICAN, "24/11/2026", "A year has only 12 months. Write it as 12/31/2026.");
  check_reason (AMERICAN, "", "This is not a date. Write it as 12/31/2026.");
  check_reason (AMERICAN, "soon", "This is not a date. Write it as 12/31/2026.");
  check_reason (AMERICAN, "40 soon", "This is not a date. Write it as 12/31/2026.");
  check_reason (AMERICAN, "2027-2", "This is not a date. Write it as 12/31/2026.");
  check_reason (AMERICAN, "12026-1-2", "This is not a date. Write it as 12/31/2026.");
  check_reason (AMERICAN, "1.2.99999", "This is not a date. Write it as 12/31/2026.");
}

static void
test_round_trip (void)
{
  static const char *const languages[] = { DANISH, AMERICAN, "en_GB.UTF-8" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_assert_nonnull (setlocale (LC_ALL, languages[i]));
      for (int day = 1; day <= 28; day++)
        {
          g_autofree char *date = g_strdup_printf ("2027-%02d-%02d", day % 12 + 1, day);
          g_autofree char *written = lp_day_written (date);
          g_autofree char *back = lp_day_parse (written);

          g_assert_cmpstr (back, ==, date);
        }
    }
}

/* A day without a year is the next one there is. */
static void
test_without_year (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (now, -1);
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autofree char *written = NULL;
  g_autofree char *day = NULL;
  g_autofree char *written_before = NULL;
  g_autofree char *day_before = NULL;

  g_assert_nonnull (setlocale (LC_ALL, DANISH));
  written = g_date_time_format (tomorrow, "%-d.%-m.");
  written_before = g_date_time_format (yesterday, "%-d/%-m");
  day = lp_day_parse (written);
  day_before = lp_day_parse (written_before);
  g_assert_cmpint (atoi (day), ==, g_date_time_get_year (tomorrow));
  g_assert_cmpint (atoi (day_before), ==, g_date_time_get_year (yesterday) + 1);
}

static void
test_show (void)
{
  g_autofree char *long_day = NULL;
  g_autofree char *weekday = NULL;
  g_autofree char *nonsense = NULL;

  g_assert_nonnull (setlocale (LC_ALL, DANISH));
  long_day = lp_day_long ("2026-11-24");
  weekday = lp_day_weekday ("2026-11-24");
  nonsense = lp_day_long ("soon");
  g_assert_true (g_str_has_prefix (long_day, "tirsdag 24"));
  g_assert_nonnull (strstr (long_day, "november 2026"));
  g_assert_cmpstr (weekday, ==, "tirsdag");
  g_assert_cmpstr (nonsense, ==, "soon");
  g_assert_null (lp_day_weekday ("soon"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/day/parse", test_parse);
  g_test_add_func ("/day/refuse", test_refuse);
  g_test_add_func ("/day/explain", test_explain);
  g_test_add_func ("/day/round-trip", test_round_trip);
  g_test_add_func ("/day/without-year", test_without_year);
  g_test_add_func ("/day/show", test_show);

  return g_test_run ();
}
