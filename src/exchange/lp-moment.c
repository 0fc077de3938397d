/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-moment.h"

#include "lp-clock.h"

#include <string.h>

#define SECONDS_DIGITS 10
#define MILLISECONDS_DIGITS 13
#define DATE_LENGTH 10
#define CLOCK_LENGTH 5 /* "10:18" */

static gboolean
parse_digits (const char *text,
              gint64     *milliseconds)
{
  gsize length = strspn (text, "0123456789");

  if (text[length] != '\0' || (length != SECONDS_DIGITS && length != MILLISECONDS_DIGITS))
    return FALSE;

  *milliseconds = g_ascii_strtoll (text, NULL, 10) * (length == SECONDS_DIGITS ? 1000 : 1);
  return TRUE;
}

/* GLib wants the seconds; people leave them out. */
static gboolean
parse_iso (const char *text,
           gint64     *milliseconds)
{
  g_autofree char *full = NULL;
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  g_autoptr (GDateTime) moment = NULL;

  if (strlen (text) < DATE_LENGTH + 1 + CLOCK_LENGTH || text[4] != '-' || text[7] != '-')
    return FALSE;

  const char *after_clock = text + DATE_LENGTH + 1 + CLOCK_LENGTH;

  full = g_strdup_printf ("%.*s%s%s", (int) (after_clock - text), text, *after_clock == ':' ? "" : ":00",
                          after_clock);
  moment = g_date_time_new_from_iso8601 (full, local);
  if (!moment)
    return FALSE;

  *milliseconds = g_date_time_to_unix_usec (moment) / 1000;
  return TRUE;
}

/* "9:30", "09.30" or "09:30:15", on the date. */
static gboolean
parse_clock (const char *text,
             const char *date,
             gint64     *milliseconds)
{
  const char *second_colon = strrchr (text, ':');
  gboolean has_seconds = second_colon && strchr (text, ':') != second_colon;
  g_autofree char *clock = has_seconds ? g_strndup (text, second_colon - text) : g_strdup (text);
  g_autofree char *moment = NULL;
  int minutes = 0;

  if (!lp_clock_parse (clock, &minutes))
    return FALSE;

  moment = g_strdup_printf ("%sT%02d:%02d:%s", date, minutes / 60, minutes % 60,
                            has_seconds ? second_colon + 1 : "00");
  return parse_iso (moment, milliseconds);
}

/**
 * lp_moment_parse:
 * @text: a clock time, a date and a time as ISO 8601 has them, or seconds (10 digits) or milliseconds (13)
 *   since 1970
 * @date: YYYY-MM-DD, the day of a bare clock time
 * @milliseconds: (out): since 1970, UTC
 *
 * What names no time zone is local time.
 */
gboolean
lp_moment_parse (const char *text,
                 const char *date,
                 gint64     *milliseconds)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  return parse_digits (trimmed, milliseconds)
         || parse_clock (trimmed, date, milliseconds)
         || parse_iso (trimmed, milliseconds);
}

/**
 * "2026-11-24 10:18" in that zone, with seconds when there are any: what lp_moment_parse() reads. Transfer
 * full.
 */
char *
lp_moment_print (gint64     milliseconds,
                 GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (milliseconds * 1000);
  g_autoptr (GDateTime) moment = g_date_time_to_timezone (utc, zone);

  return g_date_time_format (moment, g_date_time_get_second (moment) == 0 ? "%Y-%m-%d %H:%M"
                                                                           : "%Y-%m-%d %H:%M:%S");
}
