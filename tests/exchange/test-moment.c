/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "lp-moment.h"

#define DATE "2026-11-24"
#define NINE_UTC G_GINT64_CONSTANT (1795510800000) /* 2026-11-24 09:00 UTC, 10:00 in Denmark */
#define MINUTE 60000

static void
assert_moment (const char *text,
               gint64      expected)
{
  gint64 moment = 0;

  g_assert_true (lp_moment_parse (text, DATE, &moment));
  g_assert_cmpint (moment, ==, expected);
}

static void
test_parse (void)
{
  assert_moment ("10:18", NINE_UTC + 18 * MINUTE);
  assert_moment (" 10.18 ", NINE_UTC + 18 * MINUTE);
  assert_moment ("9:05", NINE_UTC - 55 * MINUTE);
  assert_moment ("10:18:30", NINE_UTC + 18 * MINUTE + 30000);
  assert_moment ("2026-11-24 10:18", NINE_UTC + 18 * MINUTE);
  assert_moment ("2026-11-24T10:18:05", NINE_UTC + 18 * MINUTE + 5000);
  assert_moment ("2026-11-24T09:18:05Z", NINE_UTC + 18 * MINUTE + 5000);
  assert_moment ("2026-11-24T09:18Z", NINE_UTC + 18 * MINUTE);
  assert_moment ("2026-11-24 10:18:05.250+01:00", NINE_UTC + 18 * MINUTE + 5250);
  assert_moment ("1795510800", NINE_UTC);
  assert_moment ("1795510800123", NINE_UTC + 123);
  /* summer time is the zone's affair */
  assert_moment ("2026-06-24 10:18", G_GINT64_CONSTANT (1782289080000));
}

static void
test_refuse (void)
{
  static const char *const wrong[] = {
    "", "nu", "25:00", "10:60", "10:18:99", "1018", "10:18 pm", "2026-11-24", "2026-11-24 25:00", "2026-13-24 10:18",
    "24-11-2026 10:18", "17955108001", "-1795510800", "10:18:", "2026-11-24x10:18",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gint64 moment = 0;

      g_test_message ("%s", wrong[i]);
      g_assert_false (lp_moment_parse (wrong[i], DATE, &moment));
    }
}

static void
test_print (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *minute = lp_moment_print (NINE_UTC, zone);
  g_autofree char *second = lp_moment_print (NINE_UTC + 1000, zone);

  g_assert_cmpstr (minute, ==, "2026-11-24 10:00");
  g_assert_cmpstr (second, ==, "2026-11-24 10:00:01");
  assert_moment (minute, NINE_UTC);
  assert_moment (second, NINE_UTC + 1000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/moment/parse", test_parse);
  g_test_add_func ("/moment/refuse", test_refuse);
  g_test_add_func ("/moment/print", test_print);

  return g_test_run ();
}
