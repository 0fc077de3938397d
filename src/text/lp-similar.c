/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-similar.h"

#include <math.h>
#include <string.h>

/*
 * Texts are compared by the runs of three to five bytes in them (Damashek, "Gauging Similarity with n-Grams", Science 267,
 * 1995): inflections and compounds share them. Each run counts by how few texts have it (Spärck Jones 1972), so that what
 * everybody begins with counts for nothing; the likeness is the cosine of the two.
 *
 * A quarter of the longer runs is indexed, by their hash: the lists of the rarest give candidates, and these are compared
 * in full. Runs are told apart by their hashes alone; two that have the same one count as one, here and there.
 */

#define SHORTEST 3
#define LONGEST 5
#define INDEXED_FROM 4     /* bytes: shorter ones are in too many texts to tell candidates by */
#define SAMPLE 4           /* one in so many is indexed */
#define COUNT_BITS 20      /* of the table that says how many texts have a run */
#define LIST_BITS 18       /* of that with the lists */
#define MAX_WALK 32768     /* entries of lists that are looked at for one text */
#define MAX_CANDIDATES 32  /* that are compared in full */
#define MAX_BYTES 2000     /* what comes after tells no more */
#define SET_BITS 14        /* room for twice the runs of so many bytes */

/* Which runs a text has. It is emptied by raising the turn. */
typedef struct {
  guint32 run;
  guint32 turn;
} Member;

typedef struct {
  Member  members[1 << SET_BITS];
  guint32 turn;
} Set;

typedef struct {
  guint32 *slots;
  guint    n;
  guint    size;
} List;

typedef struct {
  char  *text;  /* normalized; NULL: free */
  gint64 key;
} Slot;

struct _LpSimilar {
  guint32    *counts;
  List       *lists;
  GArray     *slots;      /* of Slot */
  GArray     *free_slots; /* of guint32 */
  GHashTable *by_key;     /* gint64 → slot + 1 */
  GArray     *scores;     /* of float, one per slot: 0 between two searches */
  GArray     *touched;    /* of guint32: those that are not 0 */
  GArray     *runs;       /* of guint32: to work in */
  GArray     *others;
  Set        *run_set;    /* what is in runs */
  Set        *other_set;
};

/** lp_similar_new: Returns: (transfer full): an index of no texts */
LpSimilar *
lp_similar_new (void)
{
  LpSimilar *self = g_new0 (LpSimilar, 1);

  self->counts = g_new0 (guint32, 1 << COUNT_BITS);
  self->lists = g_new0 (List, 1 << LIST_BITS);
  self->slots = g_array_new (FALSE, TRUE, sizeof (Slot));
  self->free_slots = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->by_key = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->scores = g_array_new (FALSE, TRUE, sizeof (float));
  self->touched = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->runs = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->others = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->run_set = g_new0 (Set, 1);
  self->other_set = g_new0 (Set, 1);

  return self;
}

/** lp_similar_free: %NULL is passed over. */
void
lp_similar_free (LpSimilar *self)
{
  if (!self)
    return;
  for (guint i = 0; i < 1 << LIST_BITS; i++)
    g_free (self->lists[i].slots);
  for (guint i = 0; i < self->slots->len; i++)
    g_free (g_array_index (self->slots, Slot, i).text);
  g_free (self->counts);
  g_free (self->lists);
  g_array_unref (self->slots);
  g_array_unref (self->free_slots);
  g_hash_table_unref (self->by_key);
  g_array_unref (self->scores);
  g_array_unref (self->touched);
  g_array_unref (self->runs);
  g_array_unref (self->others);
  g_free (self->run_set);
  g_free (self->other_set);
  g_free (self);
}

/* Words with one blank between, before and behind them: that words begin and end is part of the runs. */
static char *
normalize (const char *text)
{
  gsize length = MIN (strlen (text), MAX_BYTES);
  char *out = g_malloc (length + 3);
  gsize n = 0;

  out[n++] = ' ';
  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isalnum (text[i]) || (guint8) text[i] >= 0x80)
        out[n++] = text[i];
      else if (out[n - 1] != ' ')
        out[n++] = ' ';
    }
  if (out[n - 1] != ' ')
    out[n++] = ' ';
  out[n] = '\0';

  return out;
}

/* The length is in the lowest bits: it says whether a run may be indexed. */
static guint32
hash_run (const char *run, guint length)
{
  guint64 bytes = 0;

  memcpy (&bytes, run, length);
  bytes = (bytes ^ (guint64) length << 56) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  bytes = (bytes ^ bytes >> 32) * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);

  return ((guint32) (bytes >> 32) & ~7u) | length;
}

/* Where the run is in the set, or where there is room for it. */
static Member *
look_up (Set *set, guint32 run)
{
  guint i = run >> (32 - SET_BITS);

  while (set->members[i].turn == set->turn && set->members[i].run != run)
    i = (i + 1) % (1 << SET_BITS);

  return &set->members[i];
}

/* Each once. */
static void
find_runs (const char *normalized, GArray *runs, Set *set)
{
  gsize n = strlen (normalized);

  g_array_set_size (runs, 0);
  set->turn++;
  for (gsize i = 0; i < n; i++)
    {
      for (guint length = SHORTEST; length <= LONGEST && i + length <= n; length++)
        {
          guint32 run = hash_run (normalized + i, length);
          Member *member = look_up (set, run);

          if (member->turn == set->turn)
            continue;
          *member = (Member) { run, set->turn };
          g_array_append_val (runs, run);
        }
    }
}

static gboolean
is_indexed (guint32 run)
{
  return (run & 7) >= INDEXED_FROM && (run >> 3) % SAMPLE == 0;
}

static List *
list_of (LpSimilar *self, guint32 run)
{
  return &self->lists[run >> (32 - LIST_BITS)];
}

static guint32 *
count_of (LpSimilar *self, guint32 run)
{
  return &self->counts[(run * 0x9e3779b1u) >> (32 - COUNT_BITS)];
}

/* By what a run counts: 0 when all texts have it. One that no text has is as rare as one that a single text has, so that
 * what was typed beyond the others does not make it all the more unlike them. */
static double
weight_of (LpSimilar *self, guint32 run)
{
  double n = g_hash_table_size (self->by_key);
  double weight = log ((n + 1) / (MAX (*count_of (self, run), 1) + 0.5));

  return MAX (weight, 0);
}

static void
list_add (List *list, guint32 slot)
{
  if (list->n > 0 && list->slots[list->n - 1] == slot)
    return; /* two runs of a text that share a list */
  if (list->n == list->size)
    {
      list->size = list->size + list->size / 2 + 2;
      list->slots = g_renew (guint32, list->slots, list->size);
    }
  list->slots[list->n++] = slot;
}

static void
list_remove (List *list, guint32 slot)
{
  for (guint i = 0; i < list->n; i++)
    {
      if (list->slots[i] != slot)
        continue;
      memmove (list->slots + i, list->slots + i + 1, (list->n - i - 1) * sizeof (guint32));
      list->n--;
      return;
    }
}

static guint32
take_slot (LpSimilar *self)
{
  guint32 slot = self->slots->len;

  if (self->free_slots->len > 0)
    {
      slot = g_array_index (self->free_slots, guint32, self->free_slots->len - 1);
      g_array_set_size (self->free_slots, self->free_slots->len - 1);
      return slot;
    }
  g_array_set_size (self->slots, slot + 1);
  g_array_set_size (self->scores, slot + 1);

  return slot;
}

/**
 * lp_similar_put:
 * @key: yours; what it had before is replaced
 * @text: folded, as lp_fold_text () does: what is not the same here is not similar; copied
 */
void
lp_similar_put (LpSimilar *self, gint64 key, const char *text)
{
  guint32 index;
  Slot *slot;

  lp_similar_remove (self, key);
  index = take_slot (self);
  slot = &g_array_index (self->slots, Slot, index);
  slot->text = normalize (text);
  slot->key = key;
  g_hash_table_insert (self->by_key, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (index + 1));

  find_runs (slot->text, self->runs, self->run_set);
  for (guint i = 0; i < self->runs->len; i++)
    {
      guint32 run = g_array_index (self->runs, guint32, i);

      ++*count_of (self, run);
      if (is_indexed (run))
        list_add (list_of (self, run), index);
    }
}

/** lp_similar_remove: Does nothing where there is no such text. */
void
lp_similar_remove (LpSimilar *self, gint64 key)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_key, &key));
  Slot *slot;

  if (index == 0)
    return;
  index--;
  slot = &g_array_index (self->slots, Slot, index);
  find_runs (slot->text, self->runs, self->run_set);
  for (guint i = 0; i < self->runs->len; i++)
    {
      guint32 run = g_array_index (self->runs, guint32, i);

      --*count_of (self, run);
      if (is_indexed (run))
        list_remove (list_of (self, run), index);
    }
  g_clear_pointer (&slot->text, g_free);
  g_array_append_val (self->free_slots, index);
  g_hash_table_remove (self->by_key, &key);
}

/** lp_similar_size: Returns: how many texts there are */
guint
lp_similar_size (LpSimilar *self)
{
  return g_hash_table_size (self->by_key);
}

static int
compare_rarity (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const guint32 *one = a, *other = b;
  guint n = list_of (user_data, *one)->n, m = list_of (user_data, *other)->n;

  return n != m ? (n > m) - (n < m) : (*one > *other) - (*one < *other);
}

/* The lists of the rarest runs, whole lists only: so the order in which texts came does not matter. */
static void
score_candidates (LpSimilar *self)
{
  g_autoptr (GArray) indexed = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint walked = 0;

  for (guint i = 0; i < self->runs->len; i++)
    {
      if (is_indexed (g_array_index (self->runs, guint32, i)))
        g_array_append_val (indexed, g_array_index (self->runs, guint32, i));
    }
  g_array_sort_with_data (indexed, compare_rarity, self);
  for (guint i = 0; i < indexed->len; i++)
    {
      guint32 run = g_array_index (indexed, guint32, i);
      const List *list = list_of (self, run);
      float weight = weight_of (self, run);

      walked += list->n;
      if (walked > MAX_WALK || weight <= 0)
        break;
      for (guint j = 0; j < list->n; j++)
        {
          float *score = &g_array_index (self->scores, float, list->slots[j]);

          if (*score == 0)
            g_array_append_val (self->touched, list->slots[j]);
          *score += weight * weight;
        }
    }
}

/* Whether the first goes before the second: the likelier one, and of two the same the one with the greater key. */
static gboolean
goes_before (double likeness, gint64 key, double other_likeness, gint64 other_key)
{
  return likeness != other_likeness ? likeness > other_likeness : key > other_key;
}

/* Puts it in its place among the n best; the last falls out. */
static guint
insert_hit (LpSimilarHit *hits, guint n_hits, guint n, LpSimilarHit hit)
{
  guint place = n_hits;

  while (place > 0 && goes_before (hit.likeness, hit.key, hits[place - 1].likeness, hits[place - 1].key))
    place--;
  if (place == n)
    return n_hits;
  n_hits = MIN (n_hits + 1, n);
  memmove (hits + place + 1, hits + place, (n_hits - place - 1) * sizeof *hits);
  hits[place] = hit;

  return n_hits;
}

/* In likeness what lists alone tell; scores are all 0 again. */
static guint
choose_candidates (LpSimilar *self, LpSimilarHit *candidates)
{
  guint n = 0;

  for (guint i = 0; i < self->touched->len; i++)
    {
      guint32 slot = g_array_index (self->touched, guint32, i);
      float *score = &g_array_index (self->scores, float, slot);

      n = insert_hit (candidates, n, MAX_CANDIDATES,
                      (LpSimilarHit) { g_array_index (self->slots, Slot, slot).key, *score });
      *score = 0;
    }
  g_array_set_size (self->touched, 0);

  return n;
}

static double
square_of (LpSimilar *self, GArray *runs)
{
  double sum = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      double weight = weight_of (self, g_array_index (runs, guint32, i));

      sum += weight * weight;
    }

  return sum;
}

static double
compare_texts (LpSimilar *self, double square, gint64 key)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_key, &key)) - 1;
  double common = 0, other;

  find_runs (g_array_index (self->slots, Slot, index).text, self->others, self->other_set);
  other = square_of (self, self->others);
  for (guint i = 0; i < self->others->len; i++)
    {
      guint32 run = g_array_index (self->others, guint32, i);
      double weight = look_up (self->run_set, run)->turn == self->run_set->turn ? weight_of (self, run) : 0;

      common += weight * weight;
    }

  return square > 0 && other > 0 ? MIN (common / sqrt (square * other), 1) : 0;
}

/**
 * lp_similar_find:
 * @text: folded as those of lp_similar_put ()
 * @hits: room for @n
 *
 * The same texts give the same answer, in whatever order they were put in.
 *
 * Returns: how many are in @hits, nearest first
 */
guint
lp_similar_find (LpSimilar *self, const char *text, LpSimilarHit *hits, guint n)
{
  g_autofree char *normalized = normalize (text);
  LpSimilarHit candidates[MAX_CANDIDATES];
  guint n_candidates, n_hits = 0;
  double square;

  find_runs (normalized, self->runs, self->run_set);
  score_candidates (self);
  n_candidates = choose_candidates (self, candidates);
  square = square_of (self, self->runs);
  for (guint i = 0; i < n_candidates; i++)
    {
      LpSimilarHit hit = { candidates[i].key, compare_texts (self, square, candidates[i].key) };

      n_hits = insert_hit (hits, n_hits, n, hit);
    }

  return n_hits;
}
