/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-privacy.h"

#include <string.h>

static const char *const known[] = { "Karla Kastanjehøj", "Bodil Birkesaft", "Anne Anne Sen", NULL };

/* Before a match: one character of each size, a mark of its own, what cannot be seen. */
static const char *const fronts[] = {
  "", "å ", "a\xCC\x8A ", "€ ", "🙂 ", "👩‍👩‍👧 ", "\r\n", "\xC2\xA0", "\xE2\x80\x8B",
  "\xEF\xBB\xBF", "نص ", "한국 ", "(",
};

static void
test_offsets (void)
{
  g_autoptr (LpNames) names = lp_names_new (known);

  for (guint i = 0; i < G_N_ELEMENTS (fronts); i++)
    {
      g_autofree char *text = g_strconcat (fronts[i], "170483-9998", NULL);
      g_autoptr (GArray) findings = lp_privacy_scan (text, -1, names);
      const LpFinding *finding = &g_array_index (findings, LpFinding, 0);

      g_assert_cmpuint (findings->len, ==, 1);
      g_assert_cmpint (finding->type, ==, LP_FINDING_CPR);
      g_assert_cmpuint (finding->start, ==, g_utf8_strlen (fronts[i], -1));
      g_assert_cmpuint (finding->length, ==, 11);
      g_assert_cmpuint (finding->byte_start, ==, strlen (fronts[i]));
      g_assert_cmpuint (finding->byte_length, ==, 11);
    }
}

static void
test_size (void)
{
  const char *text = "170483-9998 ring 12345678";
  g_autoptr (GArray) part = lp_privacy_scan (text, 11, NULL);
  g_autoptr (GArray) all = lp_privacy_scan (text, -1, NULL);
  g_autoptr (GArray) none = lp_privacy_scan (text, 0, NULL);

  g_assert_cmpuint (part->len, ==, 1);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_mask (void)
{
  const char *text = "Å, Bodils nummer er 12 34 56 78.";
  g_autoptr (LpNames) names = lp_names_new (known);
  g_autoptr (GArray) findings = lp_privacy_scan (text, -1, names);
  g_autofree char *phone = NULL;
  g_autofree char *both = NULL;
  g_autoptr (GArray) left = NULL;

  g_assert_cmpuint (findings->len, ==, 2);
  phone = lp_privacy_mask (text, &g_array_index (findings, LpFinding, 1));
  g_assert_cmpstr (phone, ==, "Å, Bodils nummer er [phone].");
  both = lp_privacy_mask (phone, &g_array_index (findings, LpFinding, 0));
  g_assert_cmpstr (both, ==, "Å, [name]s nummer er [phone].");
  left = lp_privacy_scan (both, -1, names);
  g_assert_cmpuint (left->len, ==, 0);
}

/* What stands in for something is nothing to be found. */
static void
test_words (void)
{
  for (guint i = 0; i < LP_N_FINDING_TYPES; i++)
    {
      g_autoptr (GArray) findings = lp_privacy_scan (lp_finding_mask (i), -1, NULL);

      g_assert_cmpuint (findings->len, ==, 0);
      g_assert_nonnull (lp_finding_type_id (i));
      g_assert_nonnull (lp_finding_type_label (i));
      for (guint j = 0; j < LP_N_FINDING_LEVELS; j++)
        {
          const LpFinding finding = { .type = i, .level = j };

          g_assert_nonnull (lp_finding_reason (&finding));
        }
    }
}

static const char *const pieces[] = {
  "170483", "-", " ", "9998", ".", ",", "12", "34", "+45", "00", "@", "www.", ".dk", "/", "Vej", "Nørre", "7",
  "tv", "Karla", "Kastanjehøj", "bodil", "s", "Anne", "hiv", "skjult", "adresse", "\n", "\r\n", "å",
  "a\xCC\x8A", "🙂", "\xC2\xA0", "(", ")", "http://", "(at)", "f.", "født", "kr", "§", "hansen", "Jensen",
  "fru", "\xE2\x80\x8B", "\xCC\x81", "٣", "x", "A", "Ⱥ",
};

/* Any text at all: what comes back lies in it, in order, on whole characters. */
static void
test_any_text (void)
{
  g_autoptr (LpNames) names = lp_names_new (known);

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) findings = NULL;
      guint end = 0;

      for (guint n = g_test_rand_int_range (0, 40); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      findings = lp_privacy_scan (text->str, text->len, round % 2 ? names : NULL);
      for (guint i = 0; i < findings->len; i++)
        {
          const LpFinding *finding = &g_array_index (findings, LpFinding, i);

          g_assert_cmpuint (finding->byte_start, >=, end);
          g_assert_cmpuint (finding->byte_length, >, 0);
          end = finding->byte_start + finding->byte_length;
          g_assert_cmpuint (end, <=, text->len);
          g_assert_cmpuint (finding->start, ==, g_utf8_strlen (text->str, finding->byte_start));
          g_assert_cmpuint (finding->length, ==,
                            g_utf8_strlen (text->str + finding->byte_start, finding->byte_length));
        }
    }
}

/* A piece again and again takes eight times as long when it is eight times as long, not sixty-four. */
static void
test_long_text (void)
{
  g_autoptr (LpNames) names = lp_names_new (known);

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    for (guint j = 0; j < G_N_ELEMENTS (pieces); j++)
      {
        g_autoptr (GString) text = g_string_new (NULL);
        g_autoptr (GArray) findings = NULL;

        while (text->len < 20000)
          {
            g_string_append (text, pieces[i]);
            g_string_append (text, pieces[j]);
          }
        findings = lp_privacy_scan (text->str, text->len, names);
        g_assert_cmpuint (findings->len, <=, text->len);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/privacy/offsets", test_offsets);
  g_test_add_func ("/text/privacy/size", test_size);
  g_test_add_func ("/text/privacy/mask", test_mask);
  g_test_add_func ("/text/privacy/words", test_words);
  g_test_add_func ("/text/privacy/any-text", test_any_text);
  g_test_add_func ("/text/privacy/long-text", test_long_text);
  return g_test_run ();
}
