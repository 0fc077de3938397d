/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "lp-cell.h"

static void
assert_escaped (const char *text,
                const char *expected)
{
  g_autofree char *escaped = lp_cell_escape (text);

  g_assert_cmpstr (escaped, ==, expected);
}

static void
test_escape (void)
{
  assert_escaped ("", NULL);
  assert_escaped ("=1+1", NULL);
  assert_escaped ("æøå 🙂\tto\nlinjer ", NULL);
  assert_escaped ("snake_case_x", NULL);
  assert_escaped ("_x12_ _x12345_ _X0041_", NULL);
  assert_escaped ("a\r\nb\rc", "a\nb\nc");
  assert_escaped ("\x01 \x1f", "_x0001_ _x001F_");
  assert_escaped ("\xef\xbf\xbe\xef\xbf\xbf", "_xFFFE__xFFFF_");
  assert_escaped ("\xef\xbf\xbd", NULL);
  assert_escaped ("_x0041_", "_x005F_x0041_");
  /* the underscore in the middle ends one and begins another */
  assert_escaped ("_x005F_x0041_", "_x005F_x005F_x005F_x0041_");
  assert_escaped ("__xabCD_", "__x005F_xabCD_");
}

/* Every escape the function writes, taken back as a spreadsheet does, gives the text. */
static char *
unescape (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at;)
    {
      guint code = 0;

      if (sscanf (at, "_x%4X_", &code) == 1 && strlen (at) >= 7 && at[6] == '_'
          && strspn (at + 2, "0123456789abcdefABCDEF") >= 4)
        {
          g_string_append_unichar (out, code);
          at += 7;
        }
      else
        {
          g_string_append_c (out, *at++);
        }
    }

  return g_string_free_and_steal (out);
}

static void
test_escape_any (void)
{
  static const char *const parts[] = { "_", "x", "0041", "005F", "_x0041_", "\x02", "a", "\xef\xbf\xbf", "ø", "X" };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *escaped = NULL;
      g_autofree char *back = NULL;

      for (guint n = g_test_rand_int_range (0, 12); n > 0; n--)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      escaped = lp_cell_escape (text->str);
      back = unescape (escaped ? escaped : text->str);
      g_assert_cmpstr (back, ==, text->str);
    }
}

static void
assert_fit (const char *unit,
            guint       n,
            gsize       expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, unit);
  g_assert_cmpuint (lp_cell_fit (text->str), ==, expected);
}

static void
test_fit (void)
{
  assert_fit ("a", 0, 0);
  assert_fit ("a", 32767, 32767);
  assert_fit ("a", 32768, 32767);
  assert_fit ("ø", 32767, 2 * 32767);
  assert_fit ("ø", 40000, 2 * 32767);
  /* two of UTF-16 each, and no half of one */
  assert_fit ("🙂", 16383, 4 * 16383);
  assert_fit ("🙂", 16384, 4 * 16383);
  /* as long as it is written */
  assert_fit ("\x01", 32767, 32767 / 7);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cell/escape", test_escape);
  g_test_add_func ("/cell/escape-any", test_escape_any);
  g_test_add_func ("/cell/fit", test_fit);

  return g_test_run ();
}
