/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bench-seating PEOPLE TABLES: seats that many people of a panel meeting: most councils send one or two, six
 * in ten have lived experience. Prints milliseconds, and what is counted of the seating in turn and of the
 * one found.
 */
#include "lp-seating.h"

#include <stdio.h>
#include <stdlib.h>

#include "lp-terms.h"

static LpSeat *
make_people (guint n_people)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (1);
  LpSeat *seats = g_new0 (LpSeat, n_people);
  int council = 0;

  for (guint i = 0; i < n_people; i++)
    {
      gboolean lived = g_rand_double (dice) < 0.6;

      seats[i].council = council;
      seats[i].perspective = lived ? LP_PERSPECTIVE_LIVED : g_rand_int_range (dice, 1, LP_N_PERSPECTIVES);
      council += g_rand_double (dice) < 0.67;
    }

  return seats;
}

static void
print_quality (const char *name, const LpSeat *seats, guint n_people, guint n_tables)
{
  LpSeatingQuality quality = lp_seating_measure (seats, n_people, n_tables);

  printf ("%s %u %u %u %u %u\n", name, quality.same_council, quality.fewest_same_council,
          quality.one_perspective, quality.size_difference, quality.lived_difference);
}

int
main (int argc, char **argv)
{
  guint n_people = argc > 2 ? atoi (argv[1]) : 150;
  guint n_tables = argc > 2 ? atoi (argv[2]) : 20;
  g_autofree LpSeat *seats = make_people (n_people);
  gint64 begin = 0;

  for (guint i = 0; i < n_people; i++)
    seats[i].table = (int) (i * n_tables / n_people) + 1;
  print_quality ("in-turn", seats, n_people, n_tables);
  begin = g_get_monotonic_time ();
  lp_seating_arrange (seats, n_people, n_tables, 1);
  printf ("milliseconds %.2f\n", (g_get_monotonic_time () - begin) / 1e3);
  print_quality ("seated", seats, n_people, n_tables);

  return 0;
}
