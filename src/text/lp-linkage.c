/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-linkage.h"

/* The likest of those that are still there; the first of equal ones, but the one before it in the chain before all others. */
static guint
find_likest (const float *likeness, const guint *sizes, guint n, guint of, guint before, float *best)
{
  guint found = before;

  *best = before != G_MAXUINT ? likeness[lp_linkage_place (of, before)] : -1;
  for (guint i = 0; i < n; i++)
    {
      float here;

      if (sizes[i] == 0 || i == of)
        continue;
      here = likeness[lp_linkage_place (of, i)];
      if (here > *best)
        {
          *best = here;
          found = i;
        }
    }
  return found;
}

/* Both become the first; likeness to a group is the mean of that to its members. */
static void
join (float *likeness, guint *sizes, guint n, guint one, guint other, guint *groups)
{
  float share = (float) sizes[one] / (sizes[one] + sizes[other]);

  for (guint i = 0; i < n; i++)
    {
      if (sizes[i] == 0 || i == one || i == other)
        continue;
      likeness[lp_linkage_place (one, i)] = share * likeness[lp_linkage_place (one, i)]
                                            + (1 - share) * likeness[lp_linkage_place (other, i)];
    }
  sizes[one] += sizes[other];
  sizes[other] = 0;
  groups[other] = one;
}

/**
 * lp_linkage_average: joins things in groups by average linkage (Sokal and Michener 1958), along chains of nearest neighbours
 * (Murtagh 1983), in time that grows with the square of their number.
 * @likeness: see lp_linkage_place (); it is used up
 * @sizes: what each thing counts for, at least 1; used up
 * @cut: groups that are less alike than that, in the mean, are not joined
 * @groups: room for @n: of each thing, the first of its group
 */
void
lp_linkage_average (float *likeness, guint *sizes, guint n, float cut, guint *groups)
{
  g_autofree guint *chain = g_new (guint, n + 1);
  g_autofree gboolean *done = g_new0 (gboolean, n + 1);
  guint length = 0, next = 0;

  for (guint i = 0; i < n; i++)
    groups[i] = i;
  while (TRUE)
    {
      guint tip, before, likest;
      float best;

      while (length == 0 && next < n && (sizes[next] == 0 || done[next]))
        next++;
      if (length == 0 && next == n)
        break;
      if (length == 0)
        chain[length++] = next;
      tip = chain[length - 1];
      before = length > 1 ? chain[length - 2] : G_MAXUINT;
      likest = find_likest (likeness, sizes, n, tip, before, &best);
      if (best < cut)
        {
          /* it will never be likelier: a mean is never above the greater */
          done[tip] = TRUE;
          length = 0;
        }
      else if (likest == before)
        {
          join (likeness, sizes, n, MIN (tip, before), MAX (tip, before), groups);
          length -= 2;
        }
      else
        chain[length++] = likest;
    }
  for (guint i = 0; i < n; i++)
    groups[i] = groups[groups[i]]; /* who was joined points to one before it, of which the first is known already */
}
