/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bench-similar NOTES.csv: looks for what is similar to each of many beginnings of notes among those of the file. Prints
 * microseconds: the median and the 99th percentile of a search, and the floor, one pass of a hash over all texts; then
 * milliseconds for making the index, and the bytes it takes.
 */
#include "lp-similar.h"
#include "lp-terms.h"

#include <malloc.h>
#include <stdio.h>
#include <string.h>

#define SEARCHES 1000

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

/* A line is what is compared: all its fields, folded. */
static GPtrArray *
load (const char *path)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &all, NULL, NULL))
    return NULL;
  lines = g_strsplit (all, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ";", -1);

      g_ptr_array_add (texts, lp_fold_text (g_strv_length (fields) > 3 ? fields[3] : lines[i]));
    }
  return texts;
}

static gsize
count_bytes (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return info.uordblks + info.hblkhd;
}

static gint64
pass (GPtrArray *texts)
{
  gint64 begin = g_get_monotonic_time ();
  guint sum = 0;

  for (guint i = 0; i < texts->len; i++)
    sum += g_str_hash (g_ptr_array_index (texts, i));
  return sum == 1 ? 0 : g_get_monotonic_time () - begin;
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) texts = argc == 2 ? load (argv[1]) : NULL;
  gsize bytes = count_bytes ();
  g_autoptr (LpSimilar) index = lp_similar_new ();
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 begin = g_get_monotonic_time (), floor = G_MAXINT64, made;
  LpSimilarHit hits[3];

  if (texts == NULL || texts->len == 0)
    return 1;
  for (guint i = 0; i < texts->len; i++)
    lp_similar_put (index, i, g_ptr_array_index (texts, i));
  made = g_get_monotonic_time () - begin;
  bytes = count_bytes () - bytes;
  for (guint i = 0; i < SEARCHES; i++)
    {
      const char *text = g_ptr_array_index (texts, (guint64) i * 7919 % texts->len);
      g_autofree char *typed = g_strndup (text, 10 + i % 110);
      gint64 took;

      begin = g_get_monotonic_time ();
      lp_similar_find (index, typed, hits, G_N_ELEMENTS (hits));
      took = g_get_monotonic_time () - begin;
      g_array_append_val (times, took);
    }
  for (guint i = 0; i < 5; i++)
    floor = MIN (floor, pass (texts));
  g_array_sort (times, compare);
  printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
          " %" G_GSIZE_FORMAT "\n",
          g_array_index (times, gint64, SEARCHES / 2), g_array_index (times, gint64, SEARCHES * 99 / 100), floor,
          made / 1000, bytes);
  return 0;
}
