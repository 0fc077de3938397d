/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-shorten.h"

#include "lp-terms.h"

/* Minutes of an agenda come in fives. */
#define STEP 5

/* Nobody gives up his coffee, and consent is not hurried. */
static gboolean
is_protected (LpRecord *item)
{
  LpMethod method;

  return lp_method_find (lp_record_text (item, LP_AGENDA_ITEM_METHOD), &method)
         && (method == LP_METHOD_BREAK || method == LP_METHOD_AGREEMENT);
}

/* At least two thirds stay, rounded up to a step. */
static int
most_to_give (LpRecord *item)
{
  int minutes = (int) lp_record_int (item, LP_AGENDA_ITEM_MINUTES);
  int least = (2 * minutes + 3 * STEP - 1) / (3 * STEP) * STEP;

  return is_protected (item) ? 0 : MAX (0, minutes - MAX (least, STEP));
}

/* The one whom the next step would hurt least: by its share of what the item has. NULL: none has any to give. */
static LpShortening *
find_next (GArray *all, GPtrArray *items)
{
  LpShortening *best = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      LpShortening *one = &g_array_index (all, LpShortening, i);

      if (one->cut >= most_to_give (g_ptr_array_index (items, i)))
        continue;
      /* (one->cut + STEP) / one->minutes < (best->cut + STEP) / best->minutes */
      if (best == NULL || (one->cut + STEP) * best->minutes < (best->cut + STEP) * one->minutes)
        best = one;
    }
  return best;
}

/**
 * lp_shorten_suggest:
 * @over: how many minutes the day is too long
 *
 * In steps of five minutes, the last one shorter when that is enough. Each step is taken where it is the
 * smallest part of what the item has; a third of an item is the most, breaks and consent give nothing. The sum may be
 * less than what is needed.
 */
GArray *
lp_shorten_suggest (GPtrArray *items, int over)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (LpShortening));
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (LpShortening));
  LpShortening *next = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      LpShortening one = { i, (int) lp_record_int (g_ptr_array_index (items, i), LP_AGENDA_ITEM_MINUTES), 0 };

      g_array_append_val (all, one);
    }
  while (over > 0 && (next = find_next (all, items)) != NULL)
    {
      int left = most_to_give (g_ptr_array_index (items, next->position)) - next->cut;
      int step = MIN (MIN (STEP, over), left);

      next->cut += step;
      over -= step;
    }
  for (guint i = 0; i < all->len; i++)
    {
      if (g_array_index (all, LpShortening, i).cut > 0)
        g_array_append_val (cuts, g_array_index (all, LpShortening, i));
    }
  return cuts;
}
