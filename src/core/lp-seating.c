/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-seating.h"

#include <string.h>

#include "lp-terms.h"

/*
 * Seating people is the maximally diverse grouping problem (MDGP): make groups of given sizes so that
 * those within a group differ as much as possible. It is NP-hard (Feo and Khellaf 1990), so it is not
 * solved but approached: a greedy start, improved by swapping two people for as long as that helps, as
 * Weitz and Lakshminarayanan (1998) compare; then some swaps at random and again, keeping the better
 * (iterated local search). The work is bounded by a number of rounds and not by time, so that the same
 * people are always seated the same.
 *
 * What is summed up, to be as little as possible, over pairs of people at one table, and over tables:
 */
#define COST_ONE_PERSPECTIVE 10000 /* a table that has only one */
#define COST_SAME_COUNCIL 100      /* a pair */
#define COST_BOTH_LIVED 6          /* a pair: squares are least when all tables have equally many */
#define COST_SAME_PERSPECTIVE 2    /* a pair, other perspectives */

#define ROUNDS 60
#define KICK 4     /* swaps at random before each round */
#define MAX_PASSES 100

typedef struct {
  LpSeat *seats;
  guint   n_seats;
  guint   n_tables;
  guint   n_councils;
  guint  *councils;      /* [table * n_councils + council]: how many sit there */
  guint  *perspectives;  /* [table * LP_N_PERSPECTIVES + perspective] */
  guint  *unknown;       /* [table]: of no known perspective */
  guint  *sizes;         /* [table] */
} Hall;

static guint
pairs (guint n)
{
  return n * (n - 1) / 2;
}

static guint
count_councils (const LpSeat *seats, guint n_seats)
{
  int highest = -1;

  for (guint i = 0; i < n_seats; i++)
    highest = MAX (highest, seats[i].council);

  return highest + 1;
}

static gboolean
has_perspective (const LpSeat *seat)
{
  return seat->perspective >= 0 && seat->perspective < LP_N_PERSPECTIVES;
}

/* by: 1 or -1 */
static void
count (Hall *self, const LpSeat *seat, int by)
{
  guint table = seat->table - 1;

  self->sizes[table] += by;
  if (seat->council >= 0)
    self->councils[table * self->n_councils + seat->council] += by;
  if (has_perspective (seat))
    self->perspectives[table * LP_N_PERSPECTIVES + seat->perspective] += by;
  else
    self->unknown[table] += by;
}

static gboolean
is_seated (Hall *self, const LpSeat *seat)
{
  return seat->table >= 1 && seat->table <= (int) self->n_tables;
}

static void
hall_clear (Hall *self)
{
  g_free (self->councils);
  g_free (self->perspectives);
  g_free (self->unknown);
  g_free (self->sizes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Hall, hall_clear)

static void
hall_open (Hall *self, LpSeat *seats, guint n_seats, guint n_tables)
{
  *self = (Hall) { .seats = seats, .n_seats = n_seats, .n_tables = n_tables };
  self->n_councils = count_councils (seats, n_seats);
  self->councils = g_new0 (guint, (gsize) n_tables * self->n_councils + 1);
  self->perspectives = g_new0 (guint, (gsize) n_tables * LP_N_PERSPECTIVES + 1);
  self->unknown = g_new0 (guint, n_tables + 1);
  self->sizes = g_new0 (guint, n_tables + 1);
  for (guint i = 0; i < n_seats; i++)
    {
      if (is_seated (self, &seats[i]))
        count (self, &seats[i], 1);
    }
}

static gboolean
has_one_perspective (Hall *self, guint table)
{
  const guint *known = self->perspectives + (gsize) table * LP_N_PERSPECTIVES;

  if (self->unknown[table] > 0 || self->sizes[table] < 2)
    return FALSE;
  for (guint i = 0; i < LP_N_PERSPECTIVES; i++)
    {
      if (known[i] == self->sizes[table])
        return TRUE;
    }

  return FALSE;
}

static gint64
pair_weight (int perspective)
{
  return perspective == LP_PERSPECTIVE_LIVED ? COST_BOTH_LIVED : COST_SAME_PERSPECTIVE;
}

static gint64
table_cost (Hall *self, guint table)
{
  gint64 cost = has_one_perspective (self, table) ? COST_ONE_PERSPECTIVE : 0;

  for (guint i = 0; i < self->n_councils; i++)
    cost += (gint64) COST_SAME_COUNCIL * pairs (self->councils[table * self->n_councils + i]);
  for (guint i = 0; i < LP_N_PERSPECTIVES; i++)
    cost += pair_weight (i) * pairs (self->perspectives[table * LP_N_PERSPECTIVES + i]);

  return cost;
}

/* What the pairs cost that somebody makes with those at a table, himself not among them. */
static gint64
company_cost (Hall *self, const LpSeat *seat, guint table)
{
  gint64 cost = 0;

  if (seat->council >= 0)
    cost += (gint64) COST_SAME_COUNCIL * self->councils[table * self->n_councils + seat->council];
  if (has_perspective (seat))
    cost += pair_weight (seat->perspective) *
            self->perspectives[table * LP_N_PERSPECTIVES + seat->perspective];

  return cost;
}

static gint64
single_cost (Hall *self, guint table)
{
  return has_one_perspective (self, table) ? COST_ONE_PERSPECTIVE : 0;
}

static void
move (Hall *self, LpSeat *seat, int table)
{
  count (self, seat, -1);
  seat->table = table;
  count (self, seat, 1);
}

static void
swap (Hall *self, LpSeat *a, LpSeat *b)
{
  int first = a->table;

  move (self, a, b->table);
  move (self, b, first);
}

/* By how much the pairs cost less when two who are not of one council, or of one perspective, swap. */
static gint64
gain_of_pairs (const guint *counts, guint width, guint first, int a, guint second, int b, gint64 a_weight,
               gint64 b_weight)
{
  gint64 gain = 0;

  if (a == b)
    return 0;
  if (a >= 0)
    gain += a_weight * ((gint64) counts[first * width + a] - 1 - counts[second * width + a]);
  if (b >= 0)
    gain += b_weight * ((gint64) counts[second * width + b] - 1 - counts[first * width + b]);

  return gain;
}

static gint64
try_swap (Hall *self, LpSeat *a, LpSeat *b)
{
  guint first = a->table - 1, second = b->table - 1;
  gint64 gain = gain_of_pairs (self->councils, self->n_councils, first, a->council, second, b->council,
                               COST_SAME_COUNCIL, COST_SAME_COUNCIL);

  if (a->perspective != b->perspective)
    gain += gain_of_pairs (self->perspectives, LP_N_PERSPECTIVES, first, a->perspective, second,
                           b->perspective, pair_weight (a->perspective), pair_weight (b->perspective));
  if (a->perspective == b->perspective)
    {
      if (gain > 0)
        swap (self, a, b);
      return MAX (gain, 0);
    }

  gain += single_cost (self, first) + single_cost (self, second);
  if (gain <= 0)
    return 0;
  swap (self, a, b);
  gain -= single_cost (self, first) + single_cost (self, second);
  if (gain > 0)
    return gain;
  swap (self, a, b);

  return 0;
}

/* To a table that has one person fewer or less, so that the sizes stay as even as they were. */
static gint64
try_move (Hall *self, LpSeat *seat)
{
  for (guint table = 0; table < self->n_tables; table++)
    {
      int from = seat->table;
      gint64 before;

      if (self->sizes[table] + 1 > self->sizes[from - 1] || (int) table + 1 == from)
        continue;
      before = table_cost (self, from - 1) + table_cost (self, table);
      move (self, seat, table + 1);
      if (before > table_cost (self, from - 1) + table_cost (self, table))
        return before - table_cost (self, from - 1) - table_cost (self, table);
      move (self, seat, from);
    }

  return 0;
}

static gint64
improve_one (Hall *self, guint *free_seats, guint n_free, guint i)
{
  LpSeat *seat = &self->seats[free_seats[i]];
  gint64 gain = try_move (self, seat);

  for (guint j = i + 1; j < n_free; j++)
    {
      if (self->seats[free_seats[j]].table != seat->table)
        gain += try_swap (self, seat, &self->seats[free_seats[j]]);
    }

  return gain;
}

static gint64
improve (Hall *self, guint *free_seats, guint n_free)
{
  gint64 total = 0;

  for (guint pass = 0; pass < MAX_PASSES; pass++)
    {
      gint64 gain = 0;

      for (guint i = 0; i < n_free; i++)
        gain += improve_one (self, free_seats, n_free, i);
      if (gain == 0)
        break;
      total += gain;
    }

  return total;
}

/* The rarest first: who has most of his own council here is hardest to seat apart. */
static int
compare_company (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint *company = data;
  guint first = *(const guint *) a, second = *(const guint *) b;

  if (company[first] != company[second])
    return company[first] > company[second] ? -1 : 1;

  return first < second ? -1 : first > second;
}

static guint *
order_by_company (Hall *self, const guint *free_seats, guint n_free)
{
  g_autofree guint *company = g_new0 (guint, self->n_seats + 1);
  guint *order = g_memdup2 (free_seats, sizeof (guint) * (n_free + 1));

  for (guint i = 0; i < self->n_seats; i++)
    {
      for (guint j = 0; j < self->n_seats && self->seats[i].council >= 0; j++)
        company[i] += self->seats[j].council == self->seats[i].council;
    }
  g_sort_array (order, n_free, sizeof (guint), compare_company, company);

  return order;
}

/* The table among those with fewest people at which he costs least; the lowest number of several. */
static int
best_table (Hall *self, LpSeat *seat)
{
  guint best = 0;
  gint64 least = G_MAXINT64;
  guint smallest = G_MAXUINT;

  for (guint table = 0; table < self->n_tables; table++)
    smallest = MIN (smallest, self->sizes[table]);
  for (guint table = 0; table < self->n_tables; table++)
    {
      gint64 cost = company_cost (self, seat, table);

      if (self->sizes[table] > smallest || cost >= least)
        continue;
      least = cost;
      best = table;
    }

  return best + 1;
}

static void
start_greedily (Hall *self, guint *free_seats, guint n_free)
{
  g_autofree guint *order = order_by_company (self, free_seats, n_free);

  for (guint i = 0; i < n_free; i++)
    {
      if (is_seated (self, &self->seats[free_seats[i]]))
        count (self, &self->seats[free_seats[i]], -1);
      self->seats[free_seats[i]].table = 0;
    }
  for (guint i = 0; i < n_free; i++)
    {
      LpSeat *seat = &self->seats[order[i]];

      seat->table = best_table (self, seat);
      count (self, seat, 1);
    }
}

static void
kick (Hall *self, GRand *dice, guint *free_seats, guint n_free)
{
  for (guint i = 0; i < KICK; i++)
    {
      LpSeat *a = &self->seats[free_seats[g_rand_int_range (dice, 0, n_free)]];
      LpSeat *b = &self->seats[free_seats[g_rand_int_range (dice, 0, n_free)]];

      if (a->table != b->table)
        swap (self, a, b);
    }
}

static gint64
hall_cost (Hall *self)
{
  gint64 cost = 0;

  for (guint table = 0; table < self->n_tables; table++)
    cost += table_cost (self, table);

  return cost;
}

/* Spread over all tables, so many people make the fewest pairs. */
static guint
fewest_pairs (guint n_people, guint n_tables)
{
  guint each = n_people / n_tables, rest = n_people % n_tables;

  return rest * pairs (each + 1) + (n_tables - rest) * pairs (each);
}

static guint
fewest_council_pairs (const LpSeat *seats, guint n_seats, guint n_tables)
{
  guint n_councils = count_councils (seats, n_seats);
  g_autofree guint *members = g_new0 (guint, n_councils + 1);
  guint fewest = 0;

  for (guint i = 0; i < n_seats; i++)
    {
      if (seats[i].council >= 0 && seats[i].table >= 1 && seats[i].table <= (int) n_tables)
        members[seats[i].council]++;
    }
  for (guint i = 0; i < n_councils; i++)
    fewest += fewest_pairs (members[i], n_tables);

  return fewest;
}

/* No seating of these people costs less; one that costs as much need not be improved. */
static gint64
least_cost (const LpSeat *seats, guint n_seats, guint n_tables)
{
  guint members[LP_N_PERSPECTIVES] = { 0 };
  gint64 cost = (gint64) COST_SAME_COUNCIL * fewest_council_pairs (seats, n_seats, n_tables);

  for (guint i = 0; i < n_seats; i++)
    {
      if (has_perspective (&seats[i]))
        members[seats[i].perspective]++;
    }
  for (guint i = 0; i < LP_N_PERSPECTIVES; i++)
    cost += pair_weight (i) * fewest_pairs (members[i], n_tables);

  return cost;
}

/* Improves what is there, and leaves the best that was found. */
static gint64
search (LpSeat *seats, guint n_seats, guint n_tables, guint *free_seats, guint n_free, guint32 seed)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (seed);
  g_autofree LpSeat *best = NULL;
  g_auto (Hall) hall = { 0 };
  gint64 least, bound;

  hall_open (&hall, seats, n_seats, n_tables);
  improve (&hall, free_seats, n_free);
  least = hall_cost (&hall);
  bound = least_cost (seats, n_seats, n_tables);
  best = g_memdup2 (seats, sizeof (LpSeat) * n_seats);
  for (guint round = 0; round < ROUNDS && least > bound && n_free > 1 && n_tables > 1; round++)
    {
      gint64 cost;

      kick (&hall, dice, free_seats, n_free);
      improve (&hall, free_seats, n_free);
      cost = hall_cost (&hall);
      if (cost < least)
        {
          least = cost;
          memcpy (best, seats, sizeof (LpSeat) * n_seats);
          continue;
        }
      hall_clear (&hall);
      memcpy (seats, best, sizeof (LpSeat) * n_seats);
      hall_open (&hall, seats, n_seats, n_tables);
    }

  return least;
}

static guint *
find_free (const LpSeat *seats, guint n_seats, guint n_tables, guint *n_free)
{
  guint *found = g_new0 (guint, n_seats + 1);

  *n_free = 0;
  for (guint i = 0; i < n_seats; i++)
    {
      if (!seats[i].fixed || seats[i].table < 1 || seats[i].table > (int) n_tables)
        found[(*n_free)++] = i;
    }

  return found;
}

/* Whether everybody has a table, as even as those at fixed seats allow: then it is worth improving. */
static gboolean
is_even (const LpSeat *seats, const LpSeat *even, guint n_seats, guint n_tables)
{
  g_auto (Hall) mine = { 0 };
  g_auto (Hall) other = { 0 };
  guint least = G_MAXUINT, least_even = G_MAXUINT, most = 0, most_even = 0;

  hall_open (&mine, (LpSeat *) seats, n_seats, n_tables);
  hall_open (&other, (LpSeat *) even, n_seats, n_tables);
  for (guint i = 0; i < n_seats; i++)
    {
      if (!is_seated (&mine, &seats[i]))
        return FALSE;
    }
  for (guint table = 0; table < n_tables; table++)
    {
      least = MIN (least, mine.sizes[table]);
      most = MAX (most, mine.sizes[table]);
      least_even = MIN (least_even, other.sizes[table]);
      most_even = MAX (most_even, other.sizes[table]);
    }

  return least >= least_even && most <= most_even;
}

/**
 * lp_seating_cost: what lp_seating_arrange () makes small: tables with one perspective above all, then
 * pairs of one council, then how unevenly lived experience and the other perspectives are spread. Less is
 * better; 0 is the least. Of use only for comparing seatings of the same people.
 */
gint64
lp_seating_cost (const LpSeat *seats, guint n_seats, guint n_tables)
{
  g_auto (Hall) hall = { 0 };

  hall_open (&hall, (LpSeat *) seats, n_seats, n_tables);

  return hall_cost (&hall);
}

/**
 * lp_seating_arrange:
 * @n_tables: at least 1
 * @seed: another one may give another seating, as good or nearly
 *
 * Gives everybody a table. Tables are as even as those at fixed seats allow: without any they differ by
 * one person at most. Councils are mixed, no table has only one perspective where that can be avoided,
 * lived experience is spread evenly. When all sit evenly already, the seating is never made worse, and
 * left alone when nothing better is found. The same people and seed give the same seating. Takes some tens
 * of milliseconds for 150 people at 20 tables.
 */
void
lp_seating_arrange (LpSeat *seats, guint n_seats, guint n_tables, guint32 seed)
{
  g_autofree LpSeat *anew = NULL;
  g_autofree guint *free_seats = NULL;
  g_autofree LpSeat *now = NULL;
  g_auto (Hall) hall = { 0 };
  guint n_free = 0;
  gint64 cost_anew;

  g_return_if_fail (n_tables > 0);
  if (n_seats == 0)
    return;

  anew = g_memdup2 (seats, sizeof (LpSeat) * n_seats);
  free_seats = find_free (seats, n_seats, n_tables, &n_free);
  hall_open (&hall, anew, n_seats, n_tables);
  start_greedily (&hall, free_seats, n_free);
  cost_anew = search (anew, n_seats, n_tables, free_seats, n_free, seed);

  now = g_memdup2 (seats, sizeof (LpSeat) * n_seats);
  if (is_even (seats, anew, n_seats, n_tables) &&
      search (now, n_seats, n_tables, free_seats, n_free, seed) <= cost_anew)
    memcpy (seats, now, sizeof (LpSeat) * n_seats);
  else
    memcpy (seats, anew, sizeof (LpSeat) * n_seats);
}

static void
measure_table (Hall *hall, guint table, LpSeatingQuality *quality)
{
  gboolean crowded = FALSE;

  for (guint i = 0; i < hall->n_councils; i++)
    {
      guint members = hall->councils[table * hall->n_councils + i];

      quality->same_council += pairs (members);
      crowded |= members >= 3;
    }
  quality->crowded += crowded;
  quality->one_perspective += has_one_perspective (hall, table);
  quality->seated += hall->sizes[table];
}

/** lp_seating_measure: how good a seating is, however it came about. */
LpSeatingQuality
lp_seating_measure (const LpSeat *seats, guint n_seats, guint n_tables)
{
  LpSeatingQuality quality = { 0 };
  guint most = 0, fewest = G_MAXUINT, most_lived = 0, fewest_lived = G_MAXUINT;
  g_auto (Hall) hall = { 0 };

  if (n_tables == 0)
    return quality;

  hall_open (&hall, (LpSeat *) seats, n_seats, n_tables);
  for (guint table = 0; table < n_tables; table++)
    {
      guint lived = hall.perspectives[table * LP_N_PERSPECTIVES + LP_PERSPECTIVE_LIVED];

      measure_table (&hall, table, &quality);
      most = MAX (most, hall.sizes[table]);
      fewest = MIN (fewest, hall.sizes[table]);
      most_lived = MAX (most_lived, lived);
      fewest_lived = MIN (fewest_lived, lived);
    }
  quality.size_difference = most - fewest;
  quality.lived_difference = most_lived - fewest_lived;
  quality.fewest_same_council = fewest_council_pairs (seats, n_seats, n_tables);

  return quality;
}
