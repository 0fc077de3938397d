/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-run-words.h"

#include <glib/gi18n-lib.h>

#include "lp-clock.h"

#define SECOND 1000
#define MINUS "\u2212"

/**
 * lp_run_print_left:
 * @left: milliseconds; below none: over time
 *
 * A second that has begun counts until it is over, so that an item of ten minutes begins with 10:00 and 0:00 is its end.
 */
char *
lp_run_print_left (gint64 left)
{
  gint64 seconds = left > 0 ? (left + SECOND - 1) / SECOND : -left / SECOND;
  const char *sign = left < 0 && seconds > 0 ? MINUS : "";
  int hours = (int) (seconds / 3600);
  int minutes = (int) (seconds / 60 % 60);

  if (hours > 0)
    return g_strdup_printf ("%s%d:%02d:%02d", sign, hours, minutes, (int) (seconds % 60));

  return g_strdup_printf ("%s%d:%02d", sign, minutes, (int) (seconds % 60));
}

/** lp_run_minute_of_day: of milliseconds since 1970, by the local clock. */
int
lp_run_minute_of_day (gint64 time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time / SECOND);

  return g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
}

/** lp_run_print_time: milliseconds since 1970, as the clock on the wall shows it. */
char *
lp_run_print_time (gint64 time)
{
  return lp_clock_print (lp_run_minute_of_day (time));
}

/** lp_run_print_deviation: in whole minutes, as the two are written on the clock. */
char *
lp_run_print_deviation (gint64 from, gint64 to)
{
  int minutes = (int) ((to - from) / LP_RUN_MINUTE);

  return g_strdup_printf ("%s%d", minutes > 0 ? "+" : minutes < 0 ? MINUS : "", ABS (minutes));
}

/** lp_run_print_behind: what lp_run_state_behind() says, in words. */
char *
lp_run_print_behind (int minutes)
{
  if (minutes > 0)
    /* Translators: “20 min behind”: the day is that much later than planned */
    return g_strdup_printf (_("%d min behind"), minutes);
  if (minutes < 0)
    /* Translators: “3 min ahead”: the day is that much earlier than planned */
    return g_strdup_printf (_("%d min ahead"), -minutes);

  return g_strdup (_("On time"));
}

/** lp_run_print_numbers: joined as in a sentence. */
char *
lp_run_print_numbers (const int *numbers, guint n)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *last = n > 0 ? g_strdup_printf ("%d", numbers[n - 1]) : g_strdup ("");

  for (guint i = 0; i + 1 < n; i++)
    g_string_append_printf (list, "%s%d", i > 0 ? ", " : "", numbers[i]);
  if (n < 2)
    return g_steal_pointer (&last);

  /* Translators: the end of a list: “6, 7” and “8” */
  return g_strdup_printf (_("%s and %s"), list->str, last);
}
