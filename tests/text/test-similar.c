/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-similar.h"

static const char *const notes[] = {
  "jeg droemmer om en egen bolig med vaskemaskine",
  "jeg droemmer om et arbejde hvor jeg faar loen",
  "jeg droemmer om at min datter kan komme med til foedselsdag",
  "jeg droemmer om at sagsbehandleren ringer tilbage",
  "jeg droemmer om en laege som lytter",
  "jeg droemmer om et sted at spise om soendagen",
};

static LpSimilar *
make_index (void)
{
  LpSimilar *index = lp_similar_new ();

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    lp_similar_put (index, i, notes[i]);

  return index;
}

static void
assert_nearest (const char *text, gint64 key)
{
  g_autoptr (LpSimilar) index = make_index ();
  LpSimilarHit hits[3];
  guint n = lp_similar_find (index, text, hits, G_N_ELEMENTS (hits));

  g_assert_cmpuint (n, >, 0);
  g_assert_cmpint (hits[0].key, ==, key);
  g_test_message ("%s: %.2f", text, hits[0].likeness);
}

static void
test_nearest (void)
{
  assert_nearest ("egen bolig med vaskemaskine", 0);
  assert_nearest ("vaskemaskiner i egne boliger", 0);
  assert_nearest ("at sagsbehandlere ringer tilbage", 3);
  assert_nearest ("jeg droemmer om arbejde og loen", 1);
}

static void
test_same_is_one (void)
{
  g_autoptr (LpSimilar) index = make_index ();
  LpSimilarHit hits[2];

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_assert_cmpuint (lp_similar_find (index, notes[i], hits, 2), >=, 1);
      g_assert_cmpint (hits[0].key, ==, i);
      g_assert_cmpfloat_with_epsilon (hits[0].likeness, 1, 1e-9);
    }
}

/* How everybody begins makes no two notes alike. */
static void
test_beginnings_do_not_count (void)
{
  g_autoptr (LpSimilar) index = make_index ();
  LpSimilarHit hits[6];
  guint n = lp_similar_find (index, "jeg droemmer om", hits, 6);

  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat (hits[i].likeness, <, 0.3);
  n = lp_similar_find (index, "jeg droemmer om en egen bolig", hits, 6);
  g_assert_cmpint (hits[0].key, ==, 0);
  for (guint i = 1; i < n; i++)
    g_assert_cmpfloat (hits[i].likeness, <, 0.3);
}

static void
test_nothing (void)
{
  g_autoptr (LpSimilar) index = lp_similar_new ();
  LpSimilarHit hit;

  g_assert_cmpuint (lp_similar_find (index, "egen bolig", &hit, 1), ==, 0);
  lp_similar_put (index, 7, "");
  lp_similar_put (index, 8, "a");
  g_assert_cmpuint (lp_similar_size (index), ==, 2);
  g_assert_cmpuint (lp_similar_find (index, "", &hit, 1), ==, 0);
  g_assert_cmpuint (lp_similar_find (index, "xylofon", &hit, 1), ==, 0);
  lp_similar_remove (index, 9);
  lp_similar_remove (index, 8);
  g_assert_cmpuint (lp_similar_size (index), ==, 1);
}

#define N_KEYS 60

static const char *const words[] = {
  "bolig", "hjem", "kommune", "sagsbehandler", "egen", "jeg", "droemmer", "om", "en", "et", "laege", "arbejde", "boliger", "hjemme",
};

static char *
make_text (void)
{
  GString *text = g_string_new (NULL);
  guint n = g_test_rand_int_range (0, 12);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);

  return g_string_free_and_steal (text);
}

static void
assert_same (LpSimilar *index, LpSimilar *fresh, const char *text)
{
  LpSimilarHit hits[10], expected[10];
  guint n = lp_similar_find (index, text, hits, 10);

  g_assert_cmpuint (lp_similar_find (fresh, text, expected, 10), ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (hits[i].key, ==, expected[i].key);
      g_assert_true (hits[i].likeness == expected[i].likeness); /* to the last bit */
      g_assert_cmpfloat (hits[i].likeness, <=, 1);
      g_assert_cmpfloat (hits[i].likeness, >=, 0);
      g_assert_true (i == 0 || hits[i].likeness <= hits[i - 1].likeness);
    }
}

/* However texts came and went, what is found is as in an index that was just made, in any order. */
static void
test_as_fresh (void)
{
  g_autoptr (LpSimilar) index = lp_similar_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_set_size (texts, N_KEYS);
  for (guint step = 0; step < 2000; step++)
    {
      guint key = g_test_rand_int_range (0, N_KEYS);

      g_free (texts->pdata[key]);
      texts->pdata[key] = g_test_rand_int_range (0, 3) == 0 ? NULL : make_text ();
      if (texts->pdata[key] == NULL)
        lp_similar_remove (index, key);
      else
        lp_similar_put (index, key, texts->pdata[key]);
      if (step % 100 == 0)
        {
          g_autoptr (LpSimilar) fresh = lp_similar_new ();
          g_autofree char *text = make_text ();

          for (guint i = N_KEYS; i-- > 0;)
            {
              if (texts->pdata[i] != NULL)
                lp_similar_put (fresh, i, texts->pdata[i]);
            }
          g_assert_cmpuint (lp_similar_size (index), ==, lp_similar_size (fresh));
          assert_same (index, fresh, text);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/similar/nearest", test_nearest);
  g_test_add_func ("/similar/same-is-one", test_same_is_one);
  g_test_add_func ("/similar/beginnings-do-not-count", test_beginnings_do_not_count);
  g_test_add_func ("/similar/nothing", test_nothing);
  g_test_add_func ("/similar/as-fresh", test_as_fresh);

  return g_test_run ();
}
