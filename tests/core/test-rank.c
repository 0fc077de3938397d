/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-rank.h"

#include <string.h>

/* Between two fixed ranks each digit lasts for five, whatever the base: about 200 for 1,000. */
#define LONGEST 250

static const char *
rank_at (GPtrArray *ranks, int index)
{
  return index >= 0 && index < (int) ranks->len ? ranks->pdata[index] : NULL;
}

static const char *
insert (GPtrArray *ranks, guint index)
{
  const char *before = rank_at (ranks, (int) index - 1);
  const char *after = rank_at (ranks, index);
  char *rank = lp_rank_between (before, after);

  g_assert_nonnull (rank);
  g_assert_true (lp_rank_is_valid (rank));
  g_assert_true (before == NULL || strcmp (before, rank) < 0);
  g_assert_true (after == NULL || strcmp (rank, after) < 0);
  g_ptr_array_insert (ranks, index, rank);

  return rank;
}

static void
assert_in_order (GPtrArray *ranks)
{
  for (guint i = 1; i < ranks->len; i++)
    g_assert_cmpint (strcmp (ranks->pdata[i - 1], ranks->pdata[i]), <, 0);
}

static gsize
longest (GPtrArray *ranks)
{
  gsize length = 0;

  for (guint i = 0; i < ranks->len; i++)
    length = MAX (length, strlen (ranks->pdata[i]));

  return length;
}

static void
test_anywhere (void)
{
  g_autoptr (GPtrArray) ranks = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 5000; i++)
    insert (ranks, g_test_rand_int_range (0, i + 1));

  assert_in_order (ranks);
  g_test_message ("5,000 anywhere: longest is %zu", longest (ranks));
  g_assert_cmpuint (longest (ranks), <, LONGEST);
}

/* Takes out and puts in again, as dragging does: what stands between is then any pair, not only neighbours once made. */
static void
test_moves (void)
{
  g_autoptr (GPtrArray) ranks = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 30; i++)
    insert (ranks, i);
  for (guint i = 0; i < 10000; i++)
    {
      g_ptr_array_remove_index (ranks, g_test_rand_int_range (0, ranks->len));
      insert (ranks, g_test_rand_int_range (0, ranks->len + 1));
    }

  assert_in_order (ranks);
  g_test_message ("10,000 moves among 30: longest is %zu", longest (ranks));
}

/* data: the position, from the front when it is 0 or more, else from the end. */
static void
test_same_spot (gconstpointer data)
{
  int spot = GPOINTER_TO_INT (data);
  g_autoptr (GPtrArray) ranks = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 1000; i++)
    insert (ranks, spot >= 0 ? MIN ((guint) spot, i) : i + MAX (spot + 1, -(int) i));

  assert_in_order (ranks);
  g_test_message ("1,000 at %d: longest is %zu", spot, longest (ranks));
  g_assert_cmpuint (longest (ranks), <, LONGEST);
}

/* As an import does it: 100,000 notes into one theme. */
static void
test_append_many (void)
{
  g_autofree char *last = NULL;

  for (guint i = 0; i < 100000; i++)
    {
      char *rank = lp_rank_between (last, NULL);

      g_assert_true (last == NULL || strcmp (last, rank) < 0);
      g_free (last);
      last = rank;
    }
  g_test_message ("100,000 at the end: longest is %zu", strlen (last));
  g_assert_cmpuint (strlen (last), <, 10);
}

/* Left and right of the last one in turn: the worst case, where every insert needs another half of what is left. */
static void
test_zigzag (void)
{
  g_autoptr (GPtrArray) ranks = g_ptr_array_new_with_free_func (g_free);
  guint position = 0;

  for (guint i = 0; i < 1000; i++)
    {
      insert (ranks, position);
      position += i % 2;
    }

  assert_in_order (ranks);
  g_test_message ("1,000 in zigzag: longest is %zu", longest (ranks));
  g_assert_cmpuint (longest (ranks), <, 2 * LONGEST);
}

static void
test_refused (void)
{
  g_autofree char *rank = lp_rank_between (NULL, NULL);

  g_assert_true (lp_rank_is_valid (rank));
  g_assert_false (lp_rank_is_valid (""));
  g_assert_false (lp_rank_is_valid ("a b"));
  g_assert_false (lp_rank_is_valid ("å"));
  g_assert_false (lp_rank_is_valid ("-"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rank/anywhere", test_anywhere);
  g_test_add_func ("/rank/moves", test_moves);
  g_test_add_data_func ("/rank/same-spot/first", GINT_TO_POINTER (0), test_same_spot);
  g_test_add_data_func ("/rank/same-spot/second", GINT_TO_POINTER (1), test_same_spot);
  g_test_add_data_func ("/rank/same-spot/last", GINT_TO_POINTER (-1), test_same_spot);
  g_test_add_data_func ("/rank/same-spot/last-but-one", GINT_TO_POINTER (-2), test_same_spot);
  g_test_add_func ("/rank/append-many", test_append_many);
  g_test_add_func ("/rank/zigzag", test_zigzag);
  g_test_add_func ("/rank/refused", test_refused);

  return g_test_run ();
}
