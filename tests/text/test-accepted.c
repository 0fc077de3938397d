/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-accepted.h"

#include "lp-privacy.h"

static void
test_accept (void)
{
  const char *text = "Ring til Karla på 20 12 34 56, eller skriv til karla@eksempel.dk";
  g_autoptr (GArray) findings = lp_privacy_scan (text, -1, NULL);
  g_autofree char *accepted = NULL;

  g_assert_cmpuint (findings->len, >=, 2);
  for (guint i = 0; i < findings->len; i++)
    {
      const LpFinding *finding = &g_array_index (findings, LpFinding, i);
      char *more = NULL;

      g_assert_false (lp_accepted_has (accepted, text, finding));
      more = lp_accepted_add (accepted, text, finding);
      g_free (accepted);
      accepted = more;
      g_assert_true (lp_accepted_has (accepted, text, finding));
    }
  for (guint i = 0; i < findings->len; i++)
    g_assert_true (lp_accepted_has (accepted, text, &g_array_index (findings, LpFinding, i)));
}

/* One of another type, or a part of it, was not looked at. */
static void
test_only_that (void)
{
  const char *text = "Karla\nKarla Kastanje";
  LpFinding given = { .type = LP_FINDING_NAME, .byte_length = 5 };
  LpFinding whole = { .type = LP_FINDING_NAME, .byte_start = 6, .byte_length = 14 };
  LpFinding lines = { .type = LP_FINDING_NAME, .byte_length = 11 };
  LpFinding place = { .type = LP_FINDING_ADDRESS, .byte_length = 5 };

  g_assert_true (lp_accepted_has ("cpr 1\nname Karla", text, &given));
  g_assert_false (lp_accepted_has ("name Karla", text, &whole));
  g_assert_false (lp_accepted_has ("name Karla Kastanje", text, &given));
  g_assert_false (lp_accepted_has ("name Karla", text, &place));
  g_assert_true (lp_accepted_has ("name Karla Karla\naddress Vej 1", text, &lines));
  g_assert_false (lp_accepted_has (NULL, text, &given));
  g_assert_false (lp_accepted_has ("", text, &given));
}

/* What was let stand in a database of old may be decomposed, and so may the text. */
static void
test_decomposed (void)
{
  const char *composed = "Åse";
  const char *decomposed = "A\xcc\x8ase";
  LpFinding short_one = { .type = LP_FINDING_NAME, .byte_length = 4 };
  LpFinding long_one = { .type = LP_FINDING_NAME, .byte_length = 5 };
  g_autofree char *accepted = lp_accepted_add (NULL, decomposed, &long_one);

  g_assert_true (lp_accepted_has ("name A\xcc\x8ase", composed, &short_one));
  g_assert_true (lp_accepted_has ("name Åse", decomposed, &long_one));
  g_assert_cmpstr (accepted, ==, "name Åse");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/accepted/accept", test_accept);
  g_test_add_func ("/accepted/only-that", test_only_that);
  g_test_add_func ("/accepted/decomposed", test_decomposed);

  return g_test_run ();
}
