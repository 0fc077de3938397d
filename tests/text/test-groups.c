/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lp-groups.h"
#include "lp-linkage.h"
#include "lp-neighbours.h"

static const char *const texts[] = {
  "Jeg drømmer om at min hund må være på herberget",          /* 0 */
  "Jeg drømmer om en tandlæge jeg har råd til",               /* 1 */
  "Jeg drømmer om at sove en hel nat",                        /* 2 */
  "Hund forbudt på herberget, så jeg sover ude med hunden",   /* 3 */
  "Tandlægen er for dyr, jeg har ikke råd til mine tænder",   /* 4 */
  "Jeg drømmer om fred",                                      /* 5 */
  "Jeg drømmer om at spille guitar",                          /* 6 */
};

static GPtrArray *
find_beside (const char *const *people, const char *const *those, guint n, LpStop stop, gpointer data)
{
  g_autoptr (LpLexicon) lexicon = lp_lexicon_new ();
  g_autoptr (LpNames) names = lp_names_new (people);
  g_autofree LpLooseNote *notes = g_new (LpLooseNote, n + 1);

  for (guint i = 0; i < n; i++)
    notes[i] = (LpLooseNote) { i, those[i] };
  return lp_groups_find (lexicon, names, notes, n, stop, data);
}

static GPtrArray *
find (const char *const *those, guint n, LpStop stop, gpointer data)
{
  static const char *const nobody[] = { NULL };

  return find_beside (nobody, those, n, stop, data);
}

static const LpGroup *
group_of (GPtrArray *groups, gint64 note)
{
  const LpGroup *found = NULL;

  for (guint i = 0; i < groups->len; i++)
    {
      const LpGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->n_notes; j++)
        {
          if (group->notes[j] != note)
            continue;
          g_assert_null (found);
          found = group;
        }
    }
  return found;
}

static void
test_groups (void)
{
  g_autoptr (GPtrArray) groups = find (texts, G_N_ELEMENTS (texts), NULL, NULL);
  const LpGroup *dogs = group_of (groups, 0);

  g_assert_nonnull (dogs);
  g_assert_true (dogs == group_of (groups, 3));
  g_assert_nonnull (group_of (groups, 1));
  g_assert_true (group_of (groups, 1) == group_of (groups, 4));
  g_assert_true (g_strv_contains ((const char *const *) dogs->words, "hund"));
  g_assert_cmpfloat (dogs->likeness, >, 0);
  g_assert_cmpfloat (dogs->likeness, <=, 1);
}

/* What everybody begins with glues nothing together. */
static void
test_boilerplate (void)
{
  g_autoptr (GPtrArray) groups = find (texts, G_N_ELEMENTS (texts), NULL, NULL);

  for (gint64 note = 2; note < 7; note++)
    g_assert_true (note == 3 || note == 4 || group_of (groups, note) == NULL);
}

/* Nor does what goes with any subject, where notes have nothing else in common. */
static void
test_everyday (void)
{
  static const char *const everyday[] = {
    "Dage, timer og aftener i gaden med hund", "Dage, timer og aftener i gaden med tandpine", "Min søster", "Husleje",
    "Metadon", "En præst i fængslet",
  };
  g_autoptr (GPtrArray) groups = find (everyday, G_N_ELEMENTS (everyday), NULL, NULL);

  g_assert_cmpuint (groups->len, ==, 0);
}

/* Of a language that the lexicon has not, there are the words. */
static void
test_english (void)
{
  static const char *const english[] = {
    "We need an art gallery", "There should be an art gallery", "More art galleries for all", "The trains are never on time",
    "Somebody to talk with in the evening", "A doctor who listens", "My children at the weekend",
  };
  g_autoptr (GPtrArray) groups = find (english, G_N_ELEMENTS (english), NULL, NULL);

  g_assert_nonnull (group_of (groups, 0));
  g_assert_true (group_of (groups, 0) == group_of (groups, 1));
}

/* A theme's name is on the big screen: nothing that tells who somebody is comes into one, nor into the words beside it. */
static void
test_nobody (void)
{
  static const char *const people[] = { "Bodil Kastanjehøj", NULL };
  static const char *const told[] = {
    "Bodil henter metadon på apoteket",
    "Bodil får sin metadon på apoteket. Ring til hende på 11 22 33 44",
    "Min søster", "Husleje", "En cykel til alle",
  };
  g_autoptr (GPtrArray) groups = find_beside (people, told, G_N_ELEMENTS (told), NULL, NULL);
  const LpGroup *group = group_of (groups, 0);

  g_assert_nonnull (group);
  g_assert_cmpstr (group->name, !=, "");
  g_assert_null (strstr (group->name, "odil"));
  g_assert_true (g_strv_contains ((const char *const *) group->words, "apoteket"));
  g_assert_false (g_strv_contains ((const char *const *) group->words, "bodil"));
}

/* What one of them said, and no bits of it. */
static void
test_names (void)
{
  static const char *const said[] = {
    "fik udbetalt 640 kr v. fejl af banken. Gebyr til banken hver måned",
    "640 kr i gebyr til banken, og et rykkergebyr til",
    "Hus", "Min søster", "En cykel til alle",
  };
  g_autoptr (GPtrArray) groups = find (said, G_N_ELEMENTS (said), NULL, NULL);
  const LpGroup *group = group_of (groups, 0);

  g_assert_nonnull (group);
  g_assert_cmpstr (group->name, ==, "Gebyr til banken hver måned");
}

/* Of those that are as alike, the ones in a crowd come before the one that knows only one of it. */
static void
test_neighbours (void)
{
  float likeness[6] = { 0 };
  gsize one = lp_linkage_place (1, 0), other = lp_linkage_place (3, 0);

  likeness[one] = likeness[lp_linkage_place (2, 0)] = likeness[lp_linkage_place (2, 1)] = likeness[other] = 0.5f;
  lp_neighbours_share (likeness, 4, 0.5f);
  g_assert_cmpfloat (likeness[one], >, likeness[other]);
  g_assert_cmpfloat (likeness[one], ==, likeness[lp_linkage_place (2, 1)]);
  for (guint i = 0; i < G_N_ELEMENTS (likeness); i++)
    g_assert_true (likeness[i] >= 0 && likeness[i] <= 1);
  lp_neighbours_share (likeness, 1, 0.5f);
  lp_neighbours_share (likeness, 0, 0.5f);
}

static void
test_nothing (void)
{
  static const char *const empty[] = { "", "", "🙂", "🙂", "\n" };
  g_autoptr (GPtrArray) none = find (texts, 0, NULL, NULL);
  g_autoptr (GPtrArray) one = find (texts, 1, NULL, NULL);
  g_autoptr (GPtrArray) mute = find (empty, G_N_ELEMENTS (empty), NULL, NULL);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (one->len, ==, 0);
  g_assert_cmpuint (mute->len, ==, 0);
}

/* Enough for cells, of some subjects and with a word of each note's own. */
static char **
make_many (guint n)
{
  static const char *const subjects[] = { "hund og kattemad", "tandlæge og gebis", "husleje og depositum", "cykel med punktering",
                                          "guitar i koret", "fængsel og løsladelse" };
  char **many = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    many[i] = g_strdup_printf ("Jeg drømmer om %s %c%c%c%c%c", subjects[i % G_N_ELEMENTS (subjects)], 'a' + i % 23, 'a' + i % 19,
                               'o', 'a' + i % 17, 'a' + i % 13);
  return many;
}

static void
assert_same (GPtrArray *one, GPtrArray *other)
{
  g_assert_cmpuint (one->len, ==, other->len);
  for (guint i = 0; i < one->len; i++)
    {
      const LpGroup *a = g_ptr_array_index (one, i), *b = g_ptr_array_index (other, i);

      g_assert_cmpmem (a->notes, a->n_notes * sizeof *a->notes, b->notes, b->n_notes * sizeof *b->notes);
      g_assert_true (a->likeness == b->likeness);
      g_assert_cmpstr (a->name, ==, b->name);
      g_assert_cmpstrv (a->words, b->words);
    }
}

static void
test_many (void)
{
  guint n = 4500;
  g_auto (GStrv) many = make_many (n);
  g_autoptr (GPtrArray) one = find ((const char *const *) many, n, NULL, NULL);
  g_autoptr (GPtrArray) other = find ((const char *const *) many, n, NULL, NULL);

  assert_same (one, other);
  g_assert_cmpuint (one->len, >=, 6);
  g_assert_cmpuint (one->len, <=, LP_GROUPS_MAX);
  for (guint i = 0; i < one->len; i++)
    {
      const LpGroup *group = g_ptr_array_index (one, i);

      for (guint j = 1; j < group->n_notes; j++)
        g_assert_cmpint (group->notes[j] % 6, ==, group->notes[0] % 6);
    }
}

static gboolean
count_down (gpointer data)
{
  int *left = data;

  return (*left)-- <= 0;
}

/* It is asked often enough, and wherever it is stopped, nothing is left. */
static void
test_stop (void)
{
  guint n = 4500;
  g_auto (GStrv) many = make_many (n);
  g_autoptr (LpLexicon) lexicon = lp_lexicon_new ();
  int asked = 1 << 30;
  g_autoptr (GPtrArray) whole = find ((const char *const *) many, n, count_down, &asked);

  asked = (1 << 30) - asked;
  g_assert_nonnull (whole);
  g_assert_cmpint (asked, >, 20);
  for (int i = 0; i < asked; i += 1 + asked / 10)
    {
      int left = i;
      LpLooseNote note = { 0, "En hund" };

      g_assert_null (find ((const char *const *) many, n, count_down, &left));
      left = 0;
      g_assert_null (lp_groups_find_pairs (lexicon, &note, 1, count_down, &left));
    }
}

static void
test_pairs (void)
{
  static const LpLooseNote notes[] = {
    { 10, "Jeg vil bare have en nøgle til min egen dør" }, { 11, "Der mangler en bænk ved søen" },
    { 12, "Jeg vil bare ha en nøgle til min egen dør!" }, { 13, "Gratis bus til alle på kontanthjælp" },
    { 14, "En dør og et vindue" }, { 15, "" }, { 16, "" },
  };
  g_autoptr (LpLexicon) lexicon = lp_lexicon_new ();
  g_autoptr (GArray) pairs = lp_groups_find_pairs (lexicon, notes, G_N_ELEMENTS (notes), NULL, NULL);
  const LpPair *pair = &g_array_index (pairs, LpPair, 0);

  g_assert_cmpuint (pairs->len, ==, 1);
  g_assert_cmpint (pair->one, ==, 10);
  g_assert_cmpint (pair->other, ==, 12);
  g_assert_cmpfloat (pair->likeness, <=, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/groups/groups", test_groups);
  g_test_add_func ("/groups/boilerplate", test_boilerplate);
  g_test_add_func ("/groups/everyday", test_everyday);
  g_test_add_func ("/groups/english", test_english);
  g_test_add_func ("/groups/nobody", test_nobody);
  g_test_add_func ("/groups/names", test_names);
  g_test_add_func ("/groups/neighbours", test_neighbours);
  g_test_add_func ("/groups/nothing", test_nothing);
  g_test_add_func ("/groups/many", test_many);
  g_test_add_func ("/groups/stop", test_stop);
  g_test_add_func ("/groups/pairs", test_pairs);
  return g_test_run ();
}
