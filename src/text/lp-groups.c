/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-groups.h"

#include <math.h>
#include <string.h>

#include "lp-features.h"
#include "lp-linkage.h"
#include "lp-vectors.h"

/*
 * Small tight groups: average linkage on the cosine of features, cut where the notes of a group would no longer be like each
 * other. Better few and right than many: most notes stay where they are.
 */

#define CUT 0.30 /* likeness, in the mean, of two groups that are joined */

/** lp_group_free: %NULL is passed over. */
void
lp_group_free (LpGroup *self)
{
  if (self == NULL)
    return;
  g_free (self->notes);
  g_free (self->name);
  g_strfreev (self->words);
  g_free (self);
}

/* What there is to work with. */
typedef struct {
  const LpLooseNote *notes;
  guint              n;
  LpFeaturizer      *featurizer;
  LpVectors         *vectors;
  LpStop             stop;
  gpointer           data;
} Work;

static gboolean
is_stopped (const Work *work)
{
  return work->stop != NULL && work->stop (work->data);
}

static const double kind_weights[LP_N_FEATURE_KINDS] = { 1.0, 0.25, 1.5, 0.5 };

static void
begin_work (Work *work, LpLexicon *lexicon, const LpLooseNote *notes, guint n, LpStop stop, gpointer data)
{
  g_autofree const char **texts = g_new (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    texts[i] = notes[i].text;
  *work = (Work) { notes, n, lp_featurizer_new (lexicon), NULL, stop, data };
  work->vectors = lp_vectors_new (work->featurizer, texts, n, kind_weights);
}

static void
end_work (Work *work)
{
  lp_vectors_free (work->vectors);
  lp_featurizer_free (work->featurizer);
}

/* Likenesses of some of the notes to each other; NULL when it was stopped. */
static float *
compare_all (const Work *work, const guint *members, guint n)
{
  const LpVectors *vectors = work->vectors;
  g_autofree float *likeness = g_new0 (float, (gsize) n * (n + 1) / 2 + 1);
  g_autofree float *mine = g_new0 (float, vectors->n_dims + 1);

  for (guint i = 1; i < n; i++)
    {
      guint first = vectors->starts[members[i]], end = vectors->starts[members[i] + 1];

      if (i % 64 == 0 && is_stopped (work))
        return NULL;
      for (guint k = first; k < end; k++)
        mine[vectors->dims[k]] = vectors->weights[k];
      for (guint j = 0; j < i; j++)
        {
          float sum = 0;

          for (guint k = vectors->starts[members[j]]; k < vectors->starts[members[j] + 1]; k++)
            sum += mine[vectors->dims[k]] * vectors->weights[k];
          likeness[lp_linkage_place (i, j)] = sum;
        }
      for (guint k = first; k < end; k++)
        mine[vectors->dims[k]] = 0;
    }
  return g_steal_pointer (&likeness);
}

static void
add_group (GPtrArray *groups, const Work *work, const guint *members, guint n)
{
  LpGroup *group = g_new0 (LpGroup, 1);

  group->notes = g_new (gint64, n);
  group->n_notes = n;
  for (guint i = 0; i < n; i++)
    group->notes[i] = work->notes[members[i]].key;
  group->words = g_new0 (char *, 1);
  group->name = g_strdup ("");
  g_ptr_array_add (groups, group);
}

static gboolean
group_some (const Work *work, const guint *members, guint n, GPtrArray *groups)
{
  g_autofree float *likeness = compare_all (work, members, n);
  g_autofree guint *sizes = g_new (guint, n + 1);
  g_autofree guint *firsts = g_new (guint, n + 1);
  g_autofree guint *some = g_new (guint, n + 1);

  if (likeness == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    sizes[i] = 1;
  lp_linkage_average (likeness, sizes, n, CUT, firsts);
  for (guint i = 0; i < n; i++)
    {
      guint n_some = 0;

      for (guint j = i; sizes[i] > 1 && j < n; j++)
        {
          if (firsts[j] == i)
            some[n_some++] = members[j];
        }
      if (n_some > 1)
        add_group (groups, work, some, n_some);
    }
  return TRUE;
}

/**
 * lp_groups_find:
 * @notes: those that are in no theme; texts are valid UTF-8
 * @stop: or %NULL
 *
 * The same notes in the same order give the same groups.
 *
 * Returns: (transfer full) (nullable): of LpGroup, the most telling first; %NULL when it was stopped
 */
GPtrArray *
lp_groups_find (LpLexicon *lexicon, const LpLooseNote *notes, guint n, LpStop stop, gpointer data)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_group_free);
  g_autofree guint *members = g_new (guint, n + 1);
  gboolean done;
  Work work;

  begin_work (&work, lexicon, notes, n, stop, data);
  for (guint i = 0; i < n; i++)
    members[i] = i;
  done = group_some (&work, members, n, groups);
  end_work (&work);
  return done ? g_steal_pointer (&groups) : NULL;
}

/**
 * lp_groups_find_pairs: notes that say nearly the same, to be joined.
 *
 * Returns: (transfer full) (nullable): of LpPair, the likest first; %NULL when it was stopped
 */
GArray *
lp_groups_find_pairs (LpLexicon *lexicon, const LpLooseNote *notes, guint n, LpStop stop, gpointer data)
{
  return g_array_new (FALSE, FALSE, sizeof (LpPair));
}
