/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "lp-profile.h"

static GPtrArray *
parse_all (const char *const *texts)
{
  GPtrArray *profiles = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_profile_free);

  for (guint i = 0; texts[i] != NULL; i++)
    g_ptr_array_add (profiles, lp_profile_parse (texts[i]));

  return profiles;
}

static void
test_parse (void)
{
  static const struct {
    const char *text;
    LpGender    gender;
    int         from, to;
    const char *situation;
  } rows[] = {
    { "Kvinde, 27 år, kontanthjælpsmodtager", LP_GENDER_WOMAN, 27, 27, "kontanthjælpsmodtager" },
    { "mand,52 år , førtidspensionist", LP_GENDER_MAN, 52, 52, "førtidspensionist" },
    { "Woman, 20–29 years", LP_GENDER_WOMAN, 20, 29, "" },
    { "Kvinde, 20-29 år, mor, tidligere indlagt", LP_GENDER_WOMAN, 20, 29, "mor, tidligere indlagt" },
    { "Leder af værested", LP_GENDER_NONE, 0, 0, "Leder af værested" },
    { "Mandlig sygeplejerske, 300 år", LP_GENDER_NONE, 0, 0, "Mandlig sygeplejerske, 300 år" },
    { "", LP_GENDER_NONE, 0, 0, "" },
    { " , ,", LP_GENDER_NONE, 0, 0, "" },
    { "Mand, mand", LP_GENDER_MAN, 0, 0, "mand" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LpProfile) profile = lp_profile_parse (rows[i].text);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (profile->gender, ==, rows[i].gender);
      g_assert_cmpstr (profile->situation, ==, rows[i].situation);
      if (rows[i].from > 0)
        {
          g_assert_cmpint (profile->age_from, ==, rows[i].from);
          g_assert_cmpint (profile->age_to, ==, rows[i].to);
        }
    }
}

/* What is written is read the same. */
static void
test_round_trip (void)
{
  for (int gender = 0; gender < LP_N_GENDERS; gender++)
    for (int age = 0; age < 4; age++)
      for (int situation = 0; situation < 2; situation++)
        {
          const int from[] = { 0, 1, 20, 99 }, to[] = { 0, 1, 29, 99 };
          g_autoptr (LpProfile) profile = lp_profile_new (gender, from[age], to[age], situation ? "hjemløs, far" : "");
          g_autofree char *text = lp_profile_to_text (profile);
          g_autoptr (LpProfile) read = lp_profile_parse (text);
          g_autofree char *again = lp_profile_to_text (read);

          g_assert_cmpstr (again, ==, text);
          g_assert_true (lp_profile_covers (profile, read) && lp_profile_covers (read, profile));
        }
}

static void
assert_widens (GPtrArray *others, const char *text, const char *expected)
{
  g_autoptr (LpProfile) profile = lp_profile_parse (text);
  g_autoptr (LpProfile) wider = lp_profile_widen (profile, others);
  g_autofree char *words = wider != NULL ? lp_profile_to_text (wider) : NULL;

  g_test_message ("%s", text);
  g_assert_cmpstr (words, ==, expected);
  if (wider != NULL)
    {
      g_assert_true (lp_profile_covers (wider, profile));
      g_assert_cmpuint (lp_profile_count (wider, others), >=, 2);
    }
}

static void
test_widen (void)
{
  static const char *const texts[] = { "Kvinde, 27 år, kontanthjælpsmodtager", "Kvinde, 22 år, tidligere anbragt",
                                       "Mand, 52 år, førtidspensionist", "Mand, 58 år, førtidspensionist",
                                       "Kvinde, 41 år, førtidspensionist", "Leder af værested", NULL };
  g_autoptr (GPtrArray) others = parse_all (texts);

  assert_widens (others, "Kvinde, 27 år, kontanthjælpsmodtager", "Woman, 20–29 years");
  assert_widens (others, "Mand, 52 år, førtidspensionist", "Man, 50–59 years, førtidspensionist");
  assert_widens (others, "Kvinde, 41 år, Førtidspensionist", "Førtidspensionist");
  assert_widens (others, "Leder af værested", NULL);
  assert_widens (others, "Kvinde, 70 år, kunstner", "Woman");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/profile/parse", test_parse);
  g_test_add_func ("/profile/round-trip", test_round_trip);
  g_test_add_func ("/profile/widen", test_widen);

  return g_test_run ();
}
