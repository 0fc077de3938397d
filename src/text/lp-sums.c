/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-sums.h"

#include <math.h>

/*
 * Nearest centroid: a text is as near to a theme as the cosine of its features and the sum of the theme's examples. That is
 * taken for each kind of feature by itself, so that many runs of letters do not outvote the one word that tells, and the four
 * are added by their weights. A feature counts by how few notes have it (Spärck Jones 1972).
 *
 * The length of a theme's sum changes whenever any feature becomes rarer or less so. Rarity being log (N + 1) - l with
 * l = log (df + ½), the square of the length is L² Σs² - 2L Σs²l + Σs²l²; these three are kept up to date feature by feature.
 *
 * Complement naive Bayes (Rennie et al. 2003), nearest neighbours and mixtures of them gave no more on the part of the
 * sample that was tuned on, see tests/bench/README.md.
 */

#define EXAMPLE_LENGTH 4096.0 /* of one that counts in full, in each kind */
#define LOG_ONE 1024.0        /* logarithms are kept in such parts */
#define FEWEST_SLOTS 4096     /* a power of two */

static const double kind_weights[LP_N_FEATURE_KINDS] = { 0.32, 0.14, 0.32, 0.22 };

typedef struct {
  guint32 theme;
  gint64  sum;
} Share;

/* What is known of a feature; none where nothing was ever counted. */
typedef struct {
  guint32 id;
  guint32 taken;
  guint32 df;       /* notes that have it */
  gint32  l;
  guint32 n_shares;
  Share  *shares;   /* of the themes that have it, in no order */
} Known;

/* Of one theme and one kind. */
typedef struct {
  __int128 s;   /* Σs² */
  __int128 sl;  /* Σs²l */
  __int128 sll; /* Σs²l² */
} Squares;

struct _LpSums {
  Known  *slots;
  guint   n_slots;
  guint   n_taken;
  guint   n_notes;
  GArray *squares; /* of Squares, one for each theme and kind */
};

/** lp_sums_new: Returns: (transfer full): of nothing */
LpSums *
lp_sums_new (void)
{
  LpSums *self = g_new0 (LpSums, 1);

  self->n_slots = FEWEST_SLOTS;
  self->slots = g_new0 (Known, self->n_slots);
  self->squares = g_array_new (FALSE, TRUE, sizeof (Squares));
  return self;
}

/** lp_sums_free: %NULL is passed over. */
void
lp_sums_free (LpSums *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_slots; i++)
    g_free (self->slots[i].shares);
  g_free (self->slots);
  g_array_unref (self->squares);
  g_free (self);
}

static guint
place_of (const LpSums *self, guint32 id)
{
  return (id * 0x9e3779b1u) & (self->n_slots - 1);
}

/* Where the feature is, or where there is room for it. */
static Known *
look_up (const LpSums *self, guint32 id)
{
  guint place = place_of (self, id);

  while (self->slots[place].taken && self->slots[place].id != id)
    place = (place + 1) & (self->n_slots - 1);
  return &self->slots[place];
}

static gint32
log_of (guint32 df)
{
  return lround (log (df + 0.5) * LOG_ONE);
}

static void
grow (LpSums *self)
{
  Known *old = self->slots;
  guint n_old = self->n_slots;

  self->n_slots *= 2;
  self->slots = g_new0 (Known, self->n_slots);
  for (guint i = 0; i < n_old; i++)
    {
      if (old[i].taken)
        *look_up (self, old[i].id) = old[i];
    }
  g_free (old);
}

static Known *
take (LpSums *self, guint32 id)
{
  Known *known = look_up (self, id);

  if (known->taken)
    return known;
  if (self->n_taken * 2 >= self->n_slots)
    {
      grow (self);
      known = look_up (self, id);
    }
  *known = (Known) { .id = id, .taken = TRUE, .l = log_of (0) };
  self->n_taken++;
  return known;
}

static Squares *
squares_of (LpSums *self, guint theme, LpFeatureKind kind)
{
  guint place = theme * LP_N_FEATURE_KINDS + kind;

  if (place >= self->squares->len)
    g_array_set_size (self->squares, (theme + 1) * LP_N_FEATURE_KINDS);
  return &g_array_index (self->squares, Squares, place);
}

/* What a feature adds to the squares of a theme, or takes from them. */
static void
count_square (LpSums *self, const Known *known, const Share *share, int sign)
{
  Squares *squares = squares_of (self, share->theme, lp_feature_kind (known->id));
  __int128 square = (__int128) share->sum * share->sum * sign;

  squares->s += square;
  squares->sl += square * known->l;
  squares->sll += square * known->l * known->l;
}

/* What is known of these features is needed soon. The table is far larger than any cache: asked for all at once, one waits once and not
 * hundreds of times. */
static void
expect (const LpSums *self, const LpFeature *features, guint n)
{
  for (guint i = 0; i < n; i++)
    __builtin_prefetch (&self->slots[place_of (self, features[i].id)]);
  for (guint i = 0; i < n; i++)
    __builtin_prefetch (look_up (self, features[i].id)->shares);
}

/**
 * lp_sums_count: counts a note, or takes it out of the count.
 * @features: of the note, each once
 * @by: 1 or -1
 */
void
lp_sums_count (LpSums *self, const LpFeature *features, guint n, int by)
{
  expect (self, features, n);
  self->n_notes += by;
  for (guint i = 0; i < n; i++)
    {
      Known *known = take (self, features[i].id);
      gint32 l = log_of (known->df + by);

      known->df += by;
      /* of what many notes have, one more changes nothing */
      if (l == known->l)
        continue;
      for (guint j = 0; j < known->n_shares; j++)
        count_square (self, known, &known->shares[j], -1);
      known->l = l;
      for (guint j = 0; j < known->n_shares; j++)
        count_square (self, known, &known->shares[j], 1);
    }
}

/* Once is much, twice is not twice as much. */
static double
weigh (const LpFeature *feature)
{
  return sqrt ((double) feature->count / LP_FEATURE_ONE);
}

static void
measure (const LpFeature *features, guint n, double *lengths)
{
  for (guint i = 0; i < LP_N_FEATURE_KINDS; i++)
    lengths[i] = 0;
  for (guint i = 0; i < n; i++)
    lengths[lp_feature_kind (features[i].id)] += (double) features[i].count / LP_FEATURE_ONE;
  for (guint i = 0; i < LP_N_FEATURE_KINDS; i++)
    lengths[i] = sqrt (lengths[i]);
}

static Share *
take_share (Known *known, guint32 theme)
{
  for (guint i = 0; i < known->n_shares; i++)
    {
      if (known->shares[i].theme == theme)
        return &known->shares[i];
    }
  known->shares = g_renew (Share, known->shares, known->n_shares + 1);
  known->shares[known->n_shares] = (Share) { theme, 0 };
  return &known->shares[known->n_shares++];
}

/**
 * lp_sums_add: adds an example to a theme, or takes it away.
 * @features: of the example, each once
 * @weight: what it counts for; less than 0 to take away what was added with as much
 */
void
lp_sums_add (LpSums *self, guint theme, const LpFeature *features, guint n, double weight)
{
  double lengths[LP_N_FEATURE_KINDS];

  expect (self, features, n);
  measure (features, n, lengths);
  for (guint i = 0; i < n; i++)
    {
      double length = lengths[lp_feature_kind (features[i].id)];
      gint64 part = llround (weigh (&features[i]) / length * fabs (weight) * EXAMPLE_LENGTH);
      Known *known = take (self, features[i].id);
      Share *share = take_share (known, theme);

      count_square (self, known, share, -1);
      share->sum += weight > 0 ? part : -part;
      count_square (self, known, share, 1);
      if (share->sum == 0)
        *share = known->shares[--known->n_shares];
    }
}

static double
rarity_of (const LpSums *self, const Known *known)
{
  double l = known->df > 0 ? known->l / LOG_ONE : log (1.5);

  return MAX (log (self->n_notes + 1.0) - l, 0);
}

/** lp_sums_rarity: by what a feature counts; 0 when all notes have it. */
double
lp_sums_rarity (LpSums *self, guint32 id)
{
  return rarity_of (self, look_up (self, id));
}

/** lp_sums_get: how much of a feature a theme has. */
gint64
lp_sums_get (LpSums *self, guint theme, guint32 id)
{
  const Known *known = look_up (self, id);

  for (guint i = 0; i < known->n_shares; i++)
    {
      if (known->shares[i].theme == theme)
        return known->shares[i].sum;
    }
  return 0;
}

static double
length_of (LpSums *self, guint theme, LpFeatureKind kind)
{
  const Squares *squares = squares_of (self, theme, kind);
  double l = log (self->n_notes + 1.0);
  double whole = l * l * (double) squares->s;
  double square = whole - 2 * l * (double) squares->sl / LOG_ONE + (double) squares->sll / (LOG_ONE * LOG_ONE);

  /* what is left of a difference of equals is no length */
  return square > 1e-9 * whole ? sqrt (square) : 0;
}

/**
 * lp_sums_score: how near a text is to each theme.
 * @features: of the text, each once
 * @scores: from 0, nothing in common, to 1
 */
void
lp_sums_score (LpSums *self, const LpFeature *features, guint n, double *scores, guint n_scores)
{
  g_autofree double *products = g_new0 (double, n_scores * LP_N_FEATURE_KINDS + 1);
  double squares[LP_N_FEATURE_KINDS] = { 0 };

  expect (self, features, n);
  for (guint i = 0; i < n; i++)
    {
      const Known *known = look_up (self, features[i].id);
      LpFeatureKind kind = lp_feature_kind (features[i].id);
      double rarity = rarity_of (self, known), weight = weigh (&features[i]) * rarity;

      squares[kind] += weight * weight;
      for (guint j = 0; j < known->n_shares; j++)
        products[known->shares[j].theme * LP_N_FEATURE_KINDS + kind] += weight * rarity * known->shares[j].sum;
    }
  for (guint i = 0; i < n_scores; i++)
    {
      scores[i] = 0;
      for (guint kind = 0; kind < LP_N_FEATURE_KINDS; kind++)
        {
          double product = products[i * LP_N_FEATURE_KINDS + kind];
          double lengths = product > 0 ? length_of (self, i, kind) * sqrt (squares[kind]) : 0;

          if (lengths > 0)
            scores[i] += kind_weights[kind] * MIN (product / lengths, 1);
        }
    }
}
