/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-names.h"

static void
check (const LpNames *names, const char *word, gboolean given, gboolean surname)
{
  const LpNameParts *parts = lp_names_lookup (names, word);

  g_assert_nonnull (parts);
  g_assert_cmpint (parts->given, ==, given);
  g_assert_cmpint (parts->surname, ==, surname);
}

static void
test_parts (void)
{
  const char *list[] = {
    "Karla Kastanjehøj", "Kastanjehøj, Bodil", "Professor Ole Overlæg", "Jens-Ole Jordbærmark",
    "Niels \"Nisse\" Nøddebo; kaldet Nisser", "Émilie van der Énghave", "Aase Gaard",
    "Kaj Kalv, formand", NULL,
  };
  const char *others[] = { "professor", "van", "der", "kaldet", "nisser", "formand" };
  g_autoptr (LpNames) names = lp_names_new (list);

  check (names, "karla", TRUE, FALSE);
  check (names, "kastanjehøj", FALSE, TRUE);
  g_assert_cmpuint (lp_names_lookup (names, "kastanjehøj")->people->len, ==, 2);
  check (names, "bodil", TRUE, FALSE);
  check (names, "ole", TRUE, FALSE);
  check (names, "jens", TRUE, FALSE);
  check (names, "jordbærmark", FALSE, TRUE);
  check (names, "nisse", TRUE, FALSE);
  check (names, "nøddebo", FALSE, TRUE);
  check (names, "emilie", TRUE, FALSE);
  check (names, "enghave", FALSE, TRUE);
  check (names, "åse", TRUE, FALSE);
  check (names, "gård", FALSE, TRUE);
  check (names, "kalv", FALSE, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_null (lp_names_lookup (names, others[i]));
}

/* What came in from a table may be anything. */
static void
test_odd (void)
{
  const char *list[] = { "", " ", ",", "=Bo Formel+1", "\xFF\xFE", "🙂", "Minister", "-", "Ib Ø", NULL };
  g_autoptr (LpNames) names = lp_names_new (list);

  check (names, "bo", TRUE, FALSE);
  check (names, "ø", FALSE, TRUE);
  check (names, "minister", TRUE, FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/names/parts", test_parts);
  g_test_add_func ("/text/names/odd", test_odd);
  return g_test_run ();
}
