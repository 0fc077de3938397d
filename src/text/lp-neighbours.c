/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-neighbours.h"

#include "lp-linkage.h"

#define NEIGHBOURS 8 /* of each, itself not counted */

/* The likest of a thing, by falling likeness, 0 where there is none; of equal ones the first. */
typedef struct {
  guint things[NEIGHBOURS];
  float likeness[NEIGHBOURS];
  guint n;
} Nearest;

static void
put (Nearest *nearest, guint thing, float likeness)
{
  guint place = nearest->n;

  if (place == NEIGHBOURS)
    place--;
  else
    nearest->n++;
  for (; place > 0 && nearest->likeness[place - 1] < likeness; place--)
    {
      nearest->things[place] = nearest->things[place - 1];
      nearest->likeness[place] = nearest->likeness[place - 1];
    }
  nearest->things[place] = thing;
  nearest->likeness[place] = likeness;
}

static Nearest *
find_nearest (const float *likeness, guint n)
{
  Nearest *nearest = g_new0 (Nearest, n + 1);

  for (guint i = 1; i < n; i++)
    {
      const float *row = likeness + lp_linkage_place (i, 0);

      for (guint j = 0; j < i; j++)
        {
          if (row[j] > nearest[i].likeness[NEIGHBOURS - 1])
            put (&nearest[i], j, row[j]);
          if (row[j] > nearest[j].likeness[NEIGHBOURS - 1])
            put (&nearest[j], i, row[j]);
        }
    }
  return nearest;
}

/* Of each thing those that it is near to, itself among them: one after the other, each from starts[] on. */
static guint *
turn_round (const Nearest *nearest, guint n, guint *starts)
{
  g_autofree guint *ends = g_new0 (guint, n + 1);
  guint *near = g_new (guint, (gsize) n * (NEIGHBOURS + 1) + 1);

  for (guint i = 0; i < n; i++)
    {
      starts[i + 1]++;
      for (guint j = 0; j < nearest[i].n; j++)
        starts[nearest[i].things[j] + 1]++;
    }
  for (guint i = 0; i < n; i++)
    ends[i + 1] = starts[i + 1] += starts[i];
  for (guint i = 0; i < n; i++)
    {
      near[ends[i]++] = i;
      for (guint j = 0; j < nearest[i].n; j++)
        near[ends[nearest[i].things[j]]++] = i;
    }
  return near;
}

/**
 * lp_neighbours_share: Two things are alike by what they have in common, and by whom both are near to (Jarvis and Patrick
 * 1973). So a likeness by chance counts for less, and one within a crowd for more.
 * @likeness: from 0 to 1, see lp_linkage_place (); changed
 * @share: of the likeness that comes to be the neighbours that both have in common
 */
void
lp_neighbours_share (float *likeness, guint n, float share)
{
  g_autofree Nearest *nearest = find_nearest (likeness, n);
  g_autofree guint *starts = g_new0 (guint, n + 2);
  g_autofree guint *near = turn_round (nearest, n, starts);
  gsize n_pairs = n > 0 ? lp_linkage_place (n, 0) : 0;

  for (gsize i = 0; i < n_pairs; i++)
    likeness[i] *= 1 - share;
  for (guint i = 0; i < n; i++)
    {
      for (guint j = starts[i]; j < starts[i + 1]; j++)
        {
          for (guint k = starts[i]; k < j; k++)
            likeness[lp_linkage_place (near[j], near[k])] += share / (NEIGHBOURS + 1);
        }
    }
}
