/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-vectors.h"

#include <math.h>

#define COMMONEST 2       /* what more than one in so many texts are about tells nothing */
#define COMMONEST_WORD 12 /* and words do sooner: so many have them that all begin or end alike */
#define FEWEST 4          /* but not so few */
#define MISSING 0.15      /* of its share that a kind keeps where a text has none of it, as in a language that the lexicon has not */
#define ASK_EVERY 256     /* texts */

/* While the texts are read. */
typedef struct {
  LpVectors    *vectors;
  LpFeaturizer *featurizer;
  guint         sample;
  GArray       *features; /* of LpFeature: of one text */
  GArray       *ids;
  GArray       *counts;
  GArray       *cells;    /* of all texts; the weights are counts as yet */
} Reading;

static guint32
take_dim (Reading *self, guint32 id)
{
  guint dim = GPOINTER_TO_UINT (g_hash_table_lookup (self->vectors->dims, GUINT_TO_POINTER (id)));
  guint none = 0;

  if (dim > 0)
    return dim - 1;
  g_array_append_val (self->ids, id);
  g_array_append_val (self->counts, none);
  g_hash_table_insert (self->vectors->dims, GUINT_TO_POINTER (id), GUINT_TO_POINTER (self->ids->len));
  return self->ids->len - 1;
}

static void
read_text (Reading *self, const char *text)
{
  lp_featurizer_read (self->featurizer, text, self->features);
  for (guint i = 0; i < self->features->len; i++)
    {
      const LpFeature *feature = &g_array_index (self->features, LpFeature, i);
      LpCell cell = { .weight = feature->count };

      if (lp_feature_kind (feature->id) == LP_FEATURE_GRAM && feature->id % self->sample != 0)
        continue;
      cell.dim = take_dim (self, feature->id);
      g_array_index (self->counts, guint, cell.dim)++;
      g_array_append_val (self->cells, cell);
    }
}

/* By dim: its rarity, 0 where it tells nothing. */
static float *
weigh_dims (LpVectors *self, double power)
{
  float *weights = g_new0 (float, self->n_dims + 1);

  for (guint i = 0; i < self->n_dims; i++)
    {
      guint count = self->counts[i];
      gboolean is_word = lp_feature_kind (self->ids[i]) <= LP_FEATURE_GRAM;

      if (count <= MAX (self->n / (is_word ? COMMONEST_WORD : COMMONEST), FEWEST))
        weights[i] = pow (MAX (log ((self->n + 1.0) / (count + 0.5)), 0), power);
    }
  return weights;
}

static int
compare_dims (gconstpointer a, gconstpointer b)
{
  const LpCell *one = a, *other = b;

  return (one->dim > other->dim) - (one->dim < other->dim);
}

/* Turns counts into weights, and moves what is kept to where it stays. */
static void
keep_text (LpVectors *self, guint text, guint first, guint end, const float *rarities, const LpWeights *weights)
{
  guint to = self->starts[text];
  double alone = weights->slack * pow (log (self->n + 1), weights->power);
  double squares[LP_N_FEATURE_KINDS] = { 0 }, whole = 0;

  for (guint i = first; i < end; i++)
    {
      LpCell *cell = &self->cells[i];

      cell->weight = sqrtf (cell->weight / LP_FEATURE_ONE) * rarities[cell->dim];
      squares[lp_feature_kind (self->ids[cell->dim])] += (double) cell->weight * cell->weight;
    }
  for (guint kind = 0; kind < LP_N_FEATURE_KINDS; kind++)
    {
      whole += weights->kinds[kind] * (squares[kind] > 0 ? 1 : MISSING);
      squares[kind] += alone * alone;
    }
  for (guint i = first; i < end; i++)
    {
      LpCell cell = self->cells[i];
      LpFeatureKind kind = lp_feature_kind (self->ids[cell.dim]);

      if (cell.weight > 0 && weights->kinds[kind] > 0 && self->counts[cell.dim] > 1)
        self->cells[to++] = (LpCell) { cell.dim, cell.weight * sqrt (weights->kinds[kind] / squares[kind] / whole) };
    }
  /* where no text has a feature there is nothing to sort, not even the place of it */
  if (to > self->starts[text])
    qsort (self->cells + self->starts[text], to - self->starts[text], sizeof *self->cells, compare_dims);
  self->starts[text + 1] = to;
}

static void
keep_texts (Reading *reading, const LpWeights *weights)
{
  LpVectors *self = reading->vectors;
  g_autofree float *rarities = NULL;
  guint first = 0;

  self->n_dims = reading->ids->len;
  self->ids = (guint32 *) g_array_free (g_steal_pointer (&reading->ids), FALSE);
  self->counts = (guint *) g_array_free (g_steal_pointer (&reading->counts), FALSE);
  self->cells = (LpCell *) g_array_free (g_steal_pointer (&reading->cells), FALSE);
  rarities = weigh_dims (self, weights->power);
  for (guint i = 0; i < self->n; i++)
    {
      guint end = self->starts[i + 1];

      keep_text (self, i, first, end, rarities, weights);
      first = end;
    }
}

/**
 * lp_vectors_new:
 * @texts: valid UTF-8
 * @stop: or %NULL
 *
 * Returns: (transfer full) (nullable): %NULL when it was stopped
 */
LpVectors *
lp_vectors_new (LpFeaturizer *featurizer, const char *const *texts, guint n, const LpWeights *weights,
                LpStop stop, gpointer data)
{
  g_autoptr (LpVectors) self = g_new0 (LpVectors, 1);
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (LpFeature));
  Reading reading = { .vectors = self, .featurizer = featurizer, .sample = weights->sample, .features = features };

  self->n = n;
  self->starts = g_new0 (guint, n + 1);
  self->dims = g_hash_table_new (NULL, NULL);
  reading.ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  reading.counts = g_array_new (FALSE, FALSE, sizeof (guint));
  reading.cells = g_array_new (FALSE, FALSE, sizeof (LpCell));
  for (guint i = 0; i < n; i++)
    {
      if (i % ASK_EVERY == 0 && stop != NULL && stop (data))
        {
          g_array_unref (reading.ids);
          g_array_unref (reading.counts);
          g_array_unref (reading.cells);
          return NULL;
        }
      read_text (&reading, texts[i]);
      self->starts[i + 1] = reading.cells->len;
    }
  keep_texts (&reading, weights);
  return g_steal_pointer (&self);
}

/** lp_vectors_free: %NULL is passed over. */
void
lp_vectors_free (LpVectors *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->dims, g_hash_table_unref);
  g_free (self->starts);
  g_free (self->cells);
  g_free (self->ids);
  g_free (self->counts);
  g_free (self);
}
