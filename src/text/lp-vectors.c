/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-vectors.h"

#include <math.h>

/* What one text alone has tells nothing of likeness, nor does what more than one in so many have. */
#define RAREST 2
#define COMMONEST 4

typedef struct {
  guint32 dim;
  float   weight;
} Cell;

/* While the texts are read. */
typedef struct {
  LpVectors  *vectors;
  GHashTable *dims;   /* id → dim + 1 */
  GArray     *ids;    /* by dim */
  GArray     *counts; /* by dim: texts that have it */
  GArray     *cells;  /* of all texts */
} Reading;

static void
read_text (Reading *self, LpFeaturizer *featurizer, const char *text, GArray *features)
{
  lp_featurizer_read (featurizer, text, features);
  for (guint i = 0; i < features->len; i++)
    {
      const LpFeature *feature = &g_array_index (features, LpFeature, i);
      guint dim = GPOINTER_TO_UINT (g_hash_table_lookup (self->dims, GUINT_TO_POINTER (feature->id)));
      Cell cell = { .weight = feature->count };
      guint none = 0;

      if (dim == 0)
        {
          g_array_append_val (self->ids, feature->id);
          g_array_append_val (self->counts, none);
          dim = self->ids->len;
          g_hash_table_insert (self->dims, GUINT_TO_POINTER (feature->id), GUINT_TO_POINTER (dim));
        }
      g_array_index (self->counts, guint, dim - 1)++;
      cell.dim = dim - 1;
      g_array_append_val (self->cells, cell);
    }
}

static int
compare_dims (gconstpointer a, gconstpointer b)
{
  const Cell *one = a, *other = b;

  return (one->dim > other->dim) - (one->dim < other->dim);
}

/* The weight of each dimension for each count. */
static float *
weigh_dims (Reading *self, const double *kind_weights)
{
  float *weights = g_new0 (float, self->ids->len + 1);
  guint n = self->vectors->n;

  for (guint i = 0; i < self->ids->len; i++)
    {
      guint count = g_array_index (self->counts, guint, i);
      LpFeatureKind kind = lp_feature_kind (g_array_index (self->ids, guint32, i));

      if (count >= RAREST && (count <= n / COMMONEST || count <= 4))
        weights[i] = kind_weights[kind] * log ((n + 1.0) / (count + 0.5)) / LP_FEATURE_ONE;
    }
  return weights;
}

static void
keep_text (Reading *self, guint text, guint first, const float *weights)
{
  LpVectors *vectors = self->vectors;
  guint n = vectors->starts[text + 1] - first, to = vectors->starts[text];
  Cell *cells = &g_array_index (self->cells, Cell, first);
  double square = 0;

  qsort (cells, n, sizeof *cells, compare_dims);
  for (guint i = 0; i < n; i++)
    {
      float weight = cells[i].weight * weights[cells[i].dim];

      if (weight <= 0)
        continue;
      vectors->dims[to] = cells[i].dim;
      vectors->weights[to++] = weight;
      square += weight * weight;
    }
  for (guint i = vectors->starts[text]; i < to; i++)
    vectors->weights[i] /= sqrt (square);
  vectors->starts[text + 1] = to;
}

/** lp_vectors_new: Returns: (transfer full): of texts, which are valid UTF-8 */
LpVectors *
lp_vectors_new (LpFeaturizer *featurizer, const char *const *texts, guint n,
                const double kind_weights[LP_N_FEATURE_KINDS])
{
  LpVectors *vectors = g_new0 (LpVectors, 1);
  g_autoptr (GHashTable) dims = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (LpFeature));
  Reading reading = { vectors, dims, ids, counts, cells };
  g_autofree float *weights = NULL;
  guint first = 0;

  vectors->n = n;
  vectors->starts = g_new0 (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      read_text (&reading, featurizer, texts[i], features);
      vectors->starts[i + 1] = cells->len;
    }
  weights = weigh_dims (&reading, kind_weights);
  vectors->n_dims = ids->len;
  vectors->dims = g_new (guint32, cells->len + 1);
  vectors->weights = g_new (float, cells->len + 1);
  for (guint i = 0; i < n; i++)
    {
      guint next = vectors->starts[i + 1];

      keep_text (&reading, i, first, weights);
      first = next;
    }
  return vectors;
}

/** lp_vectors_free: %NULL is passed over. */
void
lp_vectors_free (LpVectors *self)
{
  if (self == NULL)
    return;
  g_free (self->starts);
  g_free (self->dims);
  g_free (self->weights);
  g_free (self);
}
