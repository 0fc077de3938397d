/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-seating.h"

#include <string.h>

#include "lp-terms.h"

/* What is always true of seating, on rosters made at random; those that repeat are made by the same seed. */

#define ROSTERS 40
#define MAX_PEOPLE 160
#define MAX_TABLES 20

typedef struct {
  LpSeat seats[MAX_PEOPLE];
  guint  n_seats;
  guint  n_tables;
} Roster;

/* Most have lived experience, some sit already, a few of those are fixed. */
static void
make_roster (Roster *self, guint32 seed)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (seed);
  int n_councils;

  *self = (Roster) { 0 };
  self->n_seats = g_rand_int_range (dice, 1, MAX_PEOPLE + 1);
  self->n_tables = g_rand_int_range (dice, 1, MAX_TABLES + 1);
  n_councils = g_rand_int_range (dice, 1, self->n_seats + 1);
  for (guint i = 0; i < self->n_seats; i++)
    {
      LpSeat *seat = &self->seats[i];

      seat->council = g_rand_int_range (dice, -1, n_councils);
      seat->perspective = g_rand_double (dice) < 0.6 ? LP_PERSPECTIVE_LIVED
                                                     : g_rand_int_range (dice, -1, LP_N_PERSPECTIVES);
      seat->table = g_rand_int_range (dice, 0, self->n_tables + 1);
      seat->fixed = seat->table > 0 && g_rand_double (dice) < 0.05;
    }
}

static guint
count_at (const Roster *self, int table)
{
  guint found = 0;

  for (guint i = 0; i < self->n_seats; i++)
    found += self->seats[i].table == table;

  return found;
}

static gint64
cost_of (const Roster *self)
{
  return lp_seating_cost (self->seats, self->n_seats, self->n_tables);
}

static LpSeatingQuality
quality_of (const Roster *self)
{
  return lp_seating_measure (self->seats, self->n_seats, self->n_tables);
}

static void
arrange (Roster *self)
{
  lp_seating_arrange (self->seats, self->n_seats, self->n_tables, 1);
}

static guint
most_fixed (const Roster *self)
{
  guint most = 0;

  for (guint table = 1; table <= self->n_tables; table++)
    {
      guint found = 0;

      for (guint i = 0; i < self->n_seats; i++)
        found += self->seats[i].fixed && self->seats[i].table == (int) table;
      most = MAX (most, found);
    }

  return most;
}

static void
test_everybody_sits (void)
{
  for (guint32 seed = 0; seed < ROSTERS; seed++)
    {
      Roster roster, before;
      LpSeatingQuality quality;

      make_roster (&roster, seed);
      before = roster;
      arrange (&roster);
      quality = quality_of (&roster);
      g_assert_cmpuint (quality.seated, ==, roster.n_seats);
      for (guint i = 0; i < roster.n_seats; i++)
        {
          g_assert_cmpint (roster.seats[i].table, >=, 1);
          g_assert_cmpint (roster.seats[i].table, <=, roster.n_tables);
          g_assert_cmpint (roster.seats[i].council, ==, before.seats[i].council);
          g_assert_cmpint (roster.seats[i].perspective, ==, before.seats[i].perspective);
          if (before.seats[i].fixed)
            g_assert_cmpint (roster.seats[i].table, ==, before.seats[i].table);
        }
    }
}

/* Nobody sits at a table with more people than the evenest has but those who are fixed there. */
static void
test_sizes (void)
{
  for (guint32 seed = 0; seed < ROSTERS; seed++)
    {
      Roster roster;
      guint even;

      make_roster (&roster, seed);
      arrange (&roster);
      even = (roster.n_seats + roster.n_tables - 1) / roster.n_tables;
      if (most_fixed (&roster) <= roster.n_seats / roster.n_tables)
        g_assert_cmpuint (quality_of (&roster).size_difference, <=, 1);
      for (guint table = 1; table <= roster.n_tables; table++)
        g_assert_cmpuint (count_at (&roster, table), <=, MAX (even, most_fixed (&roster)));
    }
}

static void
test_same_again (void)
{
  for (guint32 seed = 0; seed < 10; seed++)
    {
      Roster first, second;

      make_roster (&first, seed);
      second = first;
      arrange (&first);
      arrange (&second);
      g_assert_cmpmem (&first, sizeof first, &second, sizeof second);
    }
}

/* Neither than the seating in turn, nor than what it made itself. */
static void
test_never_worse (void)
{
  for (guint32 seed = 0; seed < ROSTERS; seed++)
    {
      Roster roster;
      gint64 before;

      make_roster (&roster, seed);
      for (guint i = 0; i < roster.n_seats; i++)
        {
          roster.seats[i].fixed = FALSE;
          roster.seats[i].table = i % roster.n_tables + 1;
        }
      before = cost_of (&roster);
      arrange (&roster);
      g_assert_cmpint (cost_of (&roster), <=, before);

      before = cost_of (&roster);
      lp_seating_arrange (roster.seats, roster.n_seats, roster.n_tables, seed + 2);
      g_assert_cmpint (cost_of (&roster), <=, before);
    }
}

static void
test_nothing_below_the_bound (void)
{
  guint at_bound = 0;

  for (guint32 seed = 0; seed < ROSTERS; seed++)
    {
      Roster roster;
      LpSeatingQuality quality;

      make_roster (&roster, seed);
      for (guint i = 0; i < roster.n_seats; i++)
        roster.seats[i].fixed = FALSE;
      arrange (&roster);
      quality = quality_of (&roster);
      g_assert_cmpuint (quality.same_council, >=, quality.fewest_same_council);
      at_bound += quality.same_council == quality.fewest_same_council;
    }
  g_test_message ("%u of %d rosters have as few pairs of one council as possible", at_bound, ROSTERS);
  g_assert_cmpuint (at_bound, >=, ROSTERS * 9 / 10);
}

/* 60 lived and 24 others, of 42 councils: a panel meeting as it is. */
static void
make_panel (Roster *self, guint n_councils)
{
  *self = (Roster) { .n_seats = 84, .n_tables = 10 };
  for (guint i = 0; i < self->n_seats; i++)
    {
      self->seats[i].council = i % n_councils;
      self->seats[i].perspective = i % 7 < 5 ? LP_PERSPECTIVE_LIVED : LP_PERSPECTIVE_PROFESSIONAL;
    }
}

static void
test_panel (void)
{
  Roster roster;
  LpSeatingQuality quality;

  make_panel (&roster, 42);
  arrange (&roster);
  quality = quality_of (&roster);
  g_assert_cmpuint (quality.same_council, ==, 0);
  g_assert_cmpuint (quality.crowded, ==, 0);
  g_assert_cmpuint (quality.one_perspective, ==, 0);
  g_assert_cmpuint (quality.size_difference, ==, 1);
  g_assert_cmpuint (quality.lived_difference, <=, 1);
}

/* Three large councils at few tables: pairs cannot be avoided, but be as few as possible. */
static void
test_large_councils (void)
{
  Roster roster;
  LpSeatingQuality quality;

  make_panel (&roster, 3);
  arrange (&roster);
  quality = quality_of (&roster);
  g_assert_cmpuint (quality.fewest_same_council, ==, 3 * (8 * 3 + 2 * 1));
  g_assert_cmpuint (quality.same_council, ==, quality.fewest_same_council);
}

/* Three professionals among fifty at ten tables: three tables can be mixed. */
static void
test_few_others (void)
{
  Roster roster = { .n_seats = 53, .n_tables = 10 };

  for (guint i = 0; i < roster.n_seats; i++)
    roster.seats[i] = (LpSeat) { .council = i,
                                 .perspective = i < 3 ? LP_PERSPECTIVE_PROFESSIONAL : LP_PERSPECTIVE_LIVED };
  arrange (&roster);
  g_assert_cmpuint (quality_of (&roster).one_perspective, ==, 7);
}

static void
test_measure (void)
{
  LpSeat seats[] = {
    { 0, LP_PERSPECTIVE_LIVED, 1, FALSE },
    { 0, LP_PERSPECTIVE_LIVED, 1, FALSE },
    { 0, LP_PERSPECTIVE_LIVED, 1, TRUE },
    { 1, LP_PERSPECTIVE_LIVED, 2, FALSE },
    { LP_SEATING_UNKNOWN, LP_SEATING_UNKNOWN, 2, FALSE },
    { LP_SEATING_UNKNOWN, LP_PERSPECTIVE_EXPERT, 3, FALSE },
    { 0, LP_PERSPECTIVE_LIVED, 0, FALSE },
    { 0, LP_PERSPECTIVE_LIVED, 4, FALSE },
  };
  LpSeatingQuality quality = lp_seating_measure (seats, G_N_ELEMENTS (seats), 3);

  g_assert_cmpuint (quality.seated, ==, 6);
  g_assert_cmpuint (quality.same_council, ==, 3);
  g_assert_cmpuint (quality.fewest_same_council, ==, 0);
  g_assert_cmpuint (quality.crowded, ==, 1);
  g_assert_cmpuint (quality.one_perspective, ==, 1);
  g_assert_cmpuint (quality.size_difference, ==, 2);
  g_assert_cmpuint (quality.lived_difference, ==, 3);
}

static void
test_nobody (void)
{
  LpSeat alone = { LP_SEATING_UNKNOWN, LP_SEATING_UNKNOWN, 0, FALSE };

  lp_seating_arrange (NULL, 0, 10, 1);
  g_assert_cmpuint (lp_seating_measure (NULL, 0, 10).seated, ==, 0);
  g_assert_cmpuint (lp_seating_measure (NULL, 0, 0).seated, ==, 0);
  lp_seating_arrange (&alone, 1, 1, 1);
  g_assert_cmpint (alone.table, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/seating/everybody-sits", test_everybody_sits);
  g_test_add_func ("/seating/sizes", test_sizes);
  g_test_add_func ("/seating/same-again", test_same_again);
  g_test_add_func ("/seating/never-worse", test_never_worse);
  g_test_add_func ("/seating/nothing-below-the-bound", test_nothing_below_the_bound);
  g_test_add_func ("/seating/panel", test_panel);
  g_test_add_func ("/seating/large-councils", test_large_councils);
  g_test_add_func ("/seating/few-others", test_few_others);
  g_test_add_func ("/seating/measure", test_measure);
  g_test_add_func ("/seating/nobody", test_nobody);

  return g_test_run ();
}
