/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-clock.h"

#define MINUTES_A_DAY (24 * 60)

/* One or two digits at *text, which is moved past them; -1 when there is none. */
static int
read_number (const char **text)
{
  int number = -1;

  for (guint i = 0; i < 2 && g_ascii_isdigit (**text); i++, (*text)++)
    number = MAX (number, 0) * 10 + g_ascii_digit_value (**text);
  return number;
}

/** Reads "9:30", "09:30" and "09.30" into minutes after midnight. */
gboolean
lp_clock_parse (const char *text, int *minutes)
{
  const char *p = text;
  int hour = read_number (&p);

  if (hour < 0 || hour > 23 || (*p != ':' && *p != '.'))
    return FALSE;
  p++;

  const char *second = p;
  int minute = read_number (&p);

  if (p - second != 2 || minute > 59 || *p != '\0')
    return FALSE;
  *minutes = hour * 60 + minute;
  return TRUE;
}

/** Minutes after midnight as "09:30"; past midnight it is the next day's clock. Transfer full. */
char *
lp_clock_print (int minutes)
{
  int of_day = (minutes % MINUTES_A_DAY + MINUTES_A_DAY) % MINUTES_A_DAY;

  return g_strdup_printf ("%02d:%02d", of_day / 60, of_day % 60);
}

gboolean
lp_date_is_valid (const char *date)
{
  for (guint i = 0; i < 10; i++)
    {
      if (i == 4 || i == 7 ? date[i] != '-' : !g_ascii_isdigit (date[i]))
        return FALSE;
    }
  return date[10] == '\0'
         && g_date_valid_dmy (g_ascii_strtoull (date + 8, NULL, 10),
                              g_ascii_strtoull (date + 5, NULL, 10),
                              g_ascii_strtoull (date, NULL, 10));
}

/** The local date, YYYY-MM-DD. Transfer full. */
char *
lp_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}
