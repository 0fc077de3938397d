/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-piles.h"

#include <string.h>

#include "lp-linkage.h"
#include "lp-neighbours.h"

/*
 * Average linkage compares all with all. Where that would be too many, texts are first put in cells by what they are most
 * about, and only those of a cell are compared; then the piles of all cells are, the largest of them. The mean likeness of two
 * piles is the product of their mean vectors, so what is compared then is the same as before.
 */

#define SHARE_OF_NEIGHBOURS 0.2 /* of how alike two texts are */
#define MOST_COMPARED 4000 /* all with all */
#define CELL_SIZE 256
#define MOST_PILES 2000    /* that are compared between cells */
#define MOST_MEANS 40      /* features of a pile by which they are */
#define ASK_EVERY 32

/* Some vectors, texts or the means of piles. */
typedef struct {
  guint         n;
  const guint  *starts;
  const guint  *ends;
  const LpCell *cells;
} Rows;

/* A row that has some dim. */
typedef struct {
  guint row;
  float weight;
} Posting;

typedef struct {
  const LpVectors *vectors;
  double           cut;
  LpStop           stop;
  gpointer         data;
  guint           *begins; /* by dim, 1 + where its postings begin; all 0 between two uses */
  guint           *ends;   /* by dim, where they end so far; likewise */
  guint           *firsts;   /* of each text, the first of its pile */
} Work;

static gboolean
is_stopped (const Work *work)
{
  return work->stop != NULL && work->stop (work->data);
}

/* Room for the postings of each dim, one after the other. */
static Posting *
make_postings (Work *work, const Rows *rows)
{
  guint n = 0;

  for (guint i = 0; i < rows->n; i++)
    {
      for (guint j = rows->starts[i]; j < rows->ends[i]; j++)
        work->ends[rows->cells[j].dim]++;
    }
  for (guint i = 0; i < rows->n; i++)
    {
      for (guint j = rows->starts[i]; j < rows->ends[i]; j++)
        {
          guint dim = rows->cells[j].dim;

          if (work->begins[dim] > 0)
            continue;
          work->begins[dim] = n + 1;
          n += work->ends[dim];
          work->ends[dim] = work->begins[dim] - 1;
        }
    }
  return g_new (Posting, n + 1);
}

static void
forget_postings (Work *work, const Rows *rows)
{
  for (guint i = 0; i < rows->n; i++)
    {
      for (guint j = rows->starts[i]; j < rows->ends[i]; j++)
        work->begins[rows->cells[j].dim] = work->ends[rows->cells[j].dim] = 0;
    }
}

/* Likenesses of all rows to each other; NULL when it was stopped. Only what rows have in common costs anything. */
static float *
compare_rows (Work *work, const Rows *rows)
{
  g_autofree float *likeness = g_new0 (float, lp_linkage_place (rows->n, 0) + 1);
  g_autofree Posting *postings = make_postings (work, rows);
  gboolean stopped = FALSE;

  for (guint i = 0; i < rows->n && !stopped; i++)
    {
      float *mine = likeness + (i > 0 ? lp_linkage_place (i, 0) : 0);

      stopped = i % ASK_EVERY == 0 && is_stopped (work);
      for (guint j = rows->starts[i]; j < rows->ends[i]; j++)
        {
          const LpCell *cell = &rows->cells[j];
          guint end = work->ends[cell->dim]++;

          for (guint at = work->begins[cell->dim] - 1; at < end; at++)
            mine[postings[at].row] += cell->weight * postings[at].weight;
          postings[end] = (Posting) { i, cell->weight };
        }
    }
  forget_postings (work, rows);
  return stopped ? NULL : g_steal_pointer (&likeness);
}

/* Joins rows; groups[i] is the first row of i's group. */
static gboolean
join_rows (Work *work, const Rows *rows, float share, guint *sizes, guint *groups)
{
  g_autofree float *likeness = compare_rows (work, rows);

  if (likeness == NULL)
    return FALSE;
  if (share > 0)
    lp_neighbours_share (likeness, rows->n, share);
  lp_linkage_average (likeness, sizes, rows->n, work->cut, groups);
  return TRUE;
}

static gboolean
join_texts (Work *work, const guint *texts, guint n)
{
  const LpVectors *vectors = work->vectors;
  g_autofree guint *starts = g_new (guint, n + 1);
  g_autofree guint *ends = g_new (guint, n + 1);
  g_autofree guint *sizes = g_new (guint, n + 1);
  g_autofree guint *groups = g_new (guint, n + 1);
  Rows rows = { n, starts, ends, vectors->cells };

  for (guint i = 0; i < n; i++)
    {
      starts[i] = vectors->starts[texts[i]];
      ends[i] = vectors->starts[texts[i] + 1];
      sizes[i] = 1;
    }
  if (!join_rows (work, &rows, SHARE_OF_NEIGHBOURS, sizes, groups))
    return FALSE;
  for (guint i = 0; i < n; i++)
    work->firsts[texts[i]] = texts[groups[i]];
  return TRUE;
}

/* --- cells --- */

/* What a text is most about, and next. */
typedef struct {
  guint32 dims[2];
  guint   text;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a, *other = b;

  for (guint i = 0; i < 2; i++)
    {
      if (one->dims[i] != other->dims[i])
        return one->dims[i] < other->dims[i] ? -1 : 1;
    }
  return (one->text > other->text) - (one->text < other->text);
}

/* Concepts before words, since these are too many to meet in; the heaviest before others. */
static Place
find_place (const LpVectors *vectors, guint text)
{
  Place place = { { G_MAXUINT32, G_MAXUINT32 }, text };
  float weights[2] = { 0, 0 };

  for (guint i = vectors->starts[text]; i < vectors->starts[text + 1]; i++)
    {
      const LpCell *cell = &vectors->cells[i];
      LpFeatureKind kind = lp_feature_kind (vectors->ids[cell->dim]);
      float weight = kind == LP_FEATURE_CONCEPT ? cell->weight + 1 : kind == LP_FEATURE_STEM ? cell->weight : 0;

      if (weight > weights[0])
        {
          weights[1] = weights[0];
          place.dims[1] = place.dims[0];
          weights[0] = weight;
          place.dims[0] = cell->dim;
        }
      else if (weight > weights[1])
        {
          weights[1] = weight;
          place.dims[1] = cell->dim;
        }
    }
  return place;
}

/* In order of what they are about, so many at a time. */
static gboolean
join_in_cells (Work *work)
{
  guint n = work->vectors->n;
  g_autofree Place *places = g_new (Place, n);
  guint texts[CELL_SIZE];

  for (guint i = 0; i < n; i++)
    places[i] = find_place (work->vectors, i);
  qsort (places, n, sizeof *places, compare_places);
  for (guint first = 0, end = 0; first < n; first = end)
    {
      while (end < n && end - first < CELL_SIZE && places[end].dims[0] == places[first].dims[0])
        {
          texts[end - first] = places[end].text;
          end++;
        }
      if (!join_texts (work, texts, end - first))
        return FALSE;
    }
  return TRUE;
}

/* --- piles of piles --- */

typedef struct {
  guint first;
  guint size;
} Pile;

static int
compare_piles (gconstpointer a, gconstpointer b)
{
  const Pile *one = a, *other = b;

  if (one->size != other->size)
    return one->size < other->size ? 1 : -1;
  return (one->first > other->first) - (one->first < other->first);
}

/* The largest piles, and for each text in which of them it is; G_MAXUINT for none. */
static GArray *
list_piles (Work *work, guint *numbers)
{
  guint n = work->vectors->n;
  GArray *piles = g_array_new (FALSE, FALSE, sizeof (Pile));
  g_autofree guint *sizes = g_new0 (guint, n + 1);

  for (guint i = 0; i < n; i++)
    sizes[work->firsts[i]]++;
  for (guint i = 0; i < n; i++)
    {
      Pile pile = { i, sizes[i] };

      if (sizes[i] > 1)
        g_array_append_val (piles, pile);
    }
  g_array_sort (piles, compare_piles);
  if (piles->len > MOST_PILES)
    g_array_set_size (piles, MOST_PILES);
  memset (numbers, 0xff, n * sizeof *numbers);
  for (guint i = 0; i < piles->len; i++)
    numbers[g_array_index (piles, Pile, i).first] = i;
  for (guint i = 0; i < n; i++)
    numbers[i] = numbers[work->firsts[i]];
  return piles;
}

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  const LpCell *one = a, *other = b;

  if (one->weight != other->weight)
    return one->weight < other->weight ? 1 : -1;
  return (one->dim > other->dim) - (one->dim < other->dim);
}

/* The mean vector of a pile, at the end of the cells: what is heaviest in it, the rest would only be slow. */
static void
add_mean (Work *work, const guint *texts, guint n, float *sum, GArray *cells)
{
  const LpVectors *vectors = work->vectors;
  guint first = cells->len;

  for (guint i = 0; i < n; i++)
    {
      for (guint j = vectors->starts[texts[i]]; j < vectors->starts[texts[i] + 1]; j++)
        {
          LpCell cell = { vectors->cells[j].dim, 0 };

          if (sum[cell.dim] == 0)
            g_array_append_val (cells, cell);
          sum[cell.dim] += vectors->cells[j].weight / n;
        }
    }
  for (guint i = first; i < cells->len; i++)
    {
      LpCell *cell = &g_array_index (cells, LpCell, i);

      cell->weight = sum[cell->dim];
      sum[cell->dim] = 0;
    }
  if (cells->len > first + MOST_MEANS)
    {
      qsort (&g_array_index (cells, LpCell, first), cells->len - first, sizeof (LpCell), compare_weights);
      g_array_set_size (cells, first + MOST_MEANS);
    }
}

/* Texts by the pile they are in. */
static guint *
sort_texts (Work *work, const guint *numbers, guint n_piles, guint *starts)
{
  guint n = work->vectors->n;
  guint *texts = g_new (guint, n + 1);
  g_autofree guint *ends = g_new0 (guint, n_piles + 1);

  memset (starts, 0, (n_piles + 1) * sizeof *starts);
  for (guint i = 0; i < n; i++)
    {
      if (numbers[i] != G_MAXUINT)
        starts[numbers[i] + 1]++;
    }
  for (guint i = 0; i < n_piles; i++)
    ends[i] = starts[i + 1] += starts[i];
  for (guint i = n; i-- > 0;)
    {
      if (numbers[i] != G_MAXUINT)
        texts[--ends[numbers[i]]] = i;
    }
  return texts;
}

static gboolean
join_piles (Work *work)
{
  g_autofree guint *numbers = g_new (guint, work->vectors->n + 1);
  g_autoptr (GArray) piles = list_piles (work, numbers);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (LpCell));
  g_autofree guint *places = g_new0 (guint, piles->len + 2);
  g_autofree guint *texts = sort_texts (work, numbers, piles->len, places);
  g_autofree guint *starts = g_new0 (guint, piles->len + 2);
  g_autofree guint *sizes = g_new0 (guint, piles->len + 1);
  g_autofree guint *groups = g_new0 (guint, piles->len + 1);
  g_autofree float *sum = g_new0 (float, work->vectors->n_dims + 1);
  Rows rows;

  for (guint i = 0; i < piles->len; i++)
    {
      sizes[i] = places[i + 1] - places[i];
      add_mean (work, texts + places[i], sizes[i], sum, cells);
      starts[i + 1] = cells->len;
    }
  rows = (Rows) { piles->len, starts, starts + 1, (const LpCell *) cells->data };
  if (!join_rows (work, &rows, 0, sizes, groups))
    return FALSE;
  for (guint i = 0; i < work->vectors->n; i++)
    {
      if (numbers[i] != G_MAXUINT)
        work->firsts[i] = g_array_index (piles, Pile, groups[numbers[i]]).first;
    }
  return TRUE;
}

static gboolean
join_all (Work *work)
{
  guint n = work->vectors->n;
  g_autofree guint *texts = NULL;

  if (n > MOST_COMPARED)
    return join_in_cells (work) && join_piles (work);
  texts = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    texts[i] = i;
  return join_texts (work, texts, n);
}

static LpPiles *
gather_piles (Work *work)
{
  guint n = work->vectors->n;
  LpPiles *piles = g_new0 (LpPiles, 1);
  g_autofree guint *sizes = g_new0 (guint, n + 1);
  g_autofree guint *numbers = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    sizes[work->firsts[i]]++;
  memset (numbers, 0xff, (n + 1) * sizeof *numbers);
  for (guint i = 0; i < n; i++)
    {
      guint first = work->firsts[i];

      if (sizes[first] > 1 && numbers[first] == G_MAXUINT)
        numbers[first] = piles->n++;
      numbers[i] = sizes[first] > 1 ? numbers[first] : G_MAXUINT;
    }
  piles->starts = g_new0 (guint, piles->n + 1);
  piles->members = sort_texts (work, numbers, piles->n, piles->starts);
  return piles;
}

/**
 * lp_piles_new: small tight piles by average linkage; most texts are in none.
 * @cut: piles that are less alike, in the mean of all pairs, are not joined
 * @stop: or %NULL
 *
 * Returns: (transfer full) (nullable): each pile with two texts or more, in the order of their first; %NULL when it was stopped
 */
LpPiles *
lp_piles_new (const LpVectors *vectors, double cut, LpStop stop, gpointer data)
{
  g_autofree guint *begins = g_new0 (guint, vectors->n_dims + 1);
  g_autofree guint *ends = g_new0 (guint, vectors->n_dims + 1);
  g_autofree guint *firsts = g_new0 (guint, vectors->n + 1);
  Work work = { vectors, cut, stop, data, begins, ends, firsts };

  return join_all (&work) ? gather_piles (&work) : NULL;
}

/** lp_piles_free: %NULL is passed over. */
void
lp_piles_free (LpPiles *self)
{
  if (self == NULL)
    return;
  g_free (self->starts);
  g_free (self->members);
  g_free (self);
}
