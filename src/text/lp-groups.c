/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-groups.h"

#include <math.h>
#include <string.h>

#include "lp-phrase.h"
#include "lp-piles.h"
#include "lp-privacy.h"

/* Set on the part of the sample that was tuned on, see tests/bench/README.md: rather few and right than many. */
static const LpWeights group_weights = { { 0.15, 0.05, 0.6, 0.2 }, 0.7, 0.3, 4 };
#define GROUP_CUT 0.44

/* A name is a phrase of one of the most typical notes; each that is less so must have so much the better one. */
#define NAME_NOTES 8
#define NAME_COST 0.15

/* Of near-duplicates the words must be the same, not what they are about. */
static const LpWeights pair_weights = { { 0.5, 0.5, 0, 0 }, 1, 0, 1 };
#define PAIR_CUT 0.7
#define PAIR_FEATURES 8    /* the rarest of a note, by which others are found */
#define PAIR_CANDIDATES 24 /* with each of them, the latest */

typedef struct {
  const LpLooseNote *notes;
  guint              n;
  const LpNames     *names;    /* or NULL */
  GHashTable        *findings; /* note → GArray of LpFinding: of those that were looked at */
  LpFeaturizer      *featurizer;
  LpVectors         *vectors;
  float             *mean;     /* by dim: of the group at hand; 0 between two */
  GArray            *words;    /* of LpTextWord: of one note */
  GArray            *features; /* of LpFeature: of these */
} Work;

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

static gboolean
begin_work (Work *work, LpLexicon *lexicon, const LpLooseNote *notes, guint n, const LpWeights *weights,
            LpStop stop, gpointer data)
{
  g_autofree const char **texts = g_new (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    texts[i] = notes[i].text;
  *work = (Work) { .notes = notes, .n = n, .featurizer = lp_featurizer_new (lexicon) };
  work->vectors = lp_vectors_new (work->featurizer, texts, n, weights, stop, data);
  if (work->vectors == NULL)
    return FALSE;
  work->mean = g_new0 (float, work->vectors->n_dims + 1);
  work->findings = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  work->words = g_array_new (FALSE, FALSE, sizeof (LpTextWord));
  work->features = g_array_new (FALSE, FALSE, sizeof (LpFeature));
  return TRUE;
}

static void
end_work (Work *work)
{
  lp_featurizer_free (work->featurizer);
  lp_vectors_free (work->vectors);
  g_free (work->mean);
  g_clear_pointer (&work->findings, g_hash_table_unref);
  g_clear_pointer (&work->words, g_array_unref);
  g_clear_pointer (&work->features, g_array_unref);
}

typedef struct {
  double typical; /* how near to the mean of its group */
  guint  note;
} Member;

/* --- what a group is called --- */

/* A word of a group's notes, in all its forms. */
typedef struct {
  double  weight;
  guint   notes;    /* that have it */
  guint   last;     /* note + 1 that was counted */
  char   *spelt;    /* as it stands in the first of them, which is… */
  guint   first;
  guint   start;    /* and there, in bytes */
  guint   end;
  guint   order;    /* in which it was met */
  gboolean barred;  /* it may tell who somebody is, or is never to be shown */
  guint    chosen;  /* as one of the most telling, from 1 on */
} Term;

static void
term_free (gpointer data)
{
  Term *term = data;

  g_free (term->spelt);
  g_free (term);
}

static int
compare_terms (gconstpointer a, gconstpointer b)
{
  const Term *one = *(const Term *const *) a, *other = *(const Term *const *) b;
  gboolean shared = one->notes > 1, other_shared = other->notes > 1;

  if (shared != other_shared)
    return shared ? -1 : 1;
  if (one->weight != other->weight)
    return one->weight < other->weight ? 1 : -1;
  return (one->order > other->order) - (one->order < other->order);
}

/* The word's own stem comes after those of its parts; 0: it has none. */
static guint32
stem_of (Work *work, const LpTextWord *word)
{
  for (guint i = word->first + word->n; i-- > word->first;)
    {
      guint32 id = g_array_index (work->features, LpFeature, i).id;

      if (lp_feature_kind (id) == LP_FEATURE_STEM)
        return id;
    }
  return 0;
}

/* What the word has in common with the other notes of the group; less where it goes with any subject. */
static double
weigh_word (Work *work, const LpTextWord *word)
{
  double weight = 0;

  for (guint i = word->first; i < word->first + word->n; i++)
    {
      const LpFeature *feature = &g_array_index (work->features, LpFeature, i);
      guint dim = GPOINTER_TO_UINT (g_hash_table_lookup (work->vectors->dims, GUINT_TO_POINTER (feature->id)));

      if (dim > 0 && lp_feature_kind (feature->id) != LP_FEATURE_GRAM)
        weight += work->mean[dim - 1] * feature->count / LP_FEATURE_ONE;
    }
  return weight;
}

/* A capital that only begins a sentence is none of the word's own. */
static char *
spell_word (const char *text, const LpTextWord *word)
{
  g_autofree char *spelt = g_strndup (text + word->byte_start, word->byte_end - word->byte_start);
  g_autofree char *small = g_utf8_strdown (spelt, -1);
  gboolean one_capital = g_unichar_isupper (g_utf8_get_char (spelt))
                         && g_str_equal (g_utf8_next_char (spelt), g_utf8_next_char (small));

  return g_strdup (one_capital ? small : spelt);
}

/* Takes longer than all else that is done for a name: so only where something is to be shown. Of LpFinding, transfer none. */
static GArray *
find_persons (Work *work, guint note)
{
  GArray *findings = g_hash_table_lookup (work->findings, GUINT_TO_POINTER (note));

  if (findings == NULL)
    {
      findings = lp_privacy_scan (work->notes[note].text, -1, work->names);
      g_hash_table_insert (work->findings, GUINT_TO_POINTER (note), findings);
    }
  return findings;
}

static gboolean
tells_person (Work *work, const Term *term)
{
  GArray *findings = find_persons (work, term->first);

  for (guint i = 0; i < findings->len; i++)
    {
      const LpFinding *finding = &g_array_index (findings, LpFinding, i);

      if (term->start < finding->byte_start + finding->byte_length && term->end > finding->byte_start)
        return TRUE;
    }
  return FALSE;
}

static Term *
term_new (const char *text, guint note, const LpTextWord *word, guint order)
{
  Term *term = g_new0 (Term, 1);

  term->spelt = spell_word (text, word);
  term->first = note;
  term->start = word->byte_start;
  term->end = word->byte_end;
  term->order = order;
  return term;
}

static void
add_terms (Work *work, guint note, GHashTable *terms)
{
  const char *text = work->notes[note].text;

  lp_featurizer_words (work->featurizer, text, work->words, work->features);
  for (guint i = 0; i < work->words->len; i++)
    {
      const LpTextWord *word = &g_array_index (work->words, LpTextWord, i);
      guint32 stem = stem_of (work, word);
      Term *term = g_hash_table_lookup (terms, GUINT_TO_POINTER (stem));

      if (stem == 0 || weigh_word (work, word) <= 0)
        continue;
      if (term == NULL)
        {
          term = term_new (text, note, word, g_hash_table_size (terms));
          g_hash_table_insert (terms, GUINT_TO_POINTER (stem), term);
        }
      term->barred |= word->hidden;
      if (term->last == note + 1)
        continue;
      term->weight += weigh_word (work, word);
      term->notes++;
      term->last = note + 1;
    }
}

static void
choose_words (Work *work, LpGroup *group, GHashTable *terms)
{
  g_autoptr (GPtrArray) sorted = g_hash_table_get_values_as_ptr_array (terms);
  guint n = 0;

  g_ptr_array_sort (sorted, compare_terms);
  group->words = g_new0 (char *, LP_GROUP_WORDS + 1);
  for (guint i = 0; i < sorted->len && n < LP_GROUP_WORDS; i++)
    {
      Term *term = g_ptr_array_index (sorted, i);

      term->barred |= tells_person (work, term);
      if (term->barred)
        continue;
      group->words[n++] = g_strdup (term->spelt);
      term->chosen = n;
    }
}

static void
bar_persons (Work *work, guint note, GArray *words)
{
  GArray *findings = find_persons (work, note);

  for (guint i = 0; i < findings->len; i++)
    {
      const LpFinding *finding = &g_array_index (findings, LpFinding, i);
      LpPhraseWord barred = { finding->byte_start, finding->byte_start + finding->byte_length, 0, TRUE };

      g_array_append_val (words, barred);
    }
}

/* Transfer full; NULL: none that is worth more. */
static char *
find_phrase (Work *work, guint note, GHashTable *terms, double *worth)
{
  const char *text = work->notes[note].text;
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (LpPhraseWord));
  g_autofree char *phrase = NULL;
  double score = 0;

  lp_featurizer_words (work->featurizer, text, work->words, work->features);
  for (guint i = 0; i < work->words->len; i++)
    {
      const LpTextWord *word = &g_array_index (work->words, LpTextWord, i);
      const Term *term = g_hash_table_lookup (terms, GUINT_TO_POINTER (stem_of (work, word)));
      LpPhraseWord known = { word->byte_start, word->byte_end, term != NULL ? term->chosen : 0,
                             word->hidden || (term != NULL && term->barred) };

      g_array_append_val (words, known);
    }
  phrase = lp_phrase_find (text, (LpPhraseWord *) words->data, words->len, &score);
  if (phrase == NULL || score <= *worth)
    return NULL;
  bar_persons (work, note, words);
  g_free (phrase);
  phrase = lp_phrase_find (text, (LpPhraseWord *) words->data, words->len, &score);
  if (phrase == NULL || score <= *worth)
    return NULL;
  *worth = score;
  return g_steal_pointer (&phrase);
}

static char *
join_words (char **words)
{
  g_autofree char *joined = g_strjoinv (", ", words);
  g_autofree char *first = g_utf8_substring (joined, 0, *joined != '\0');
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, joined + strlen (first), NULL);
}

/* In what somebody said; else in single words. */
static void
name_group (Work *work, LpGroup *group, const Member *members)
{
  g_autoptr (GHashTable) terms = g_hash_table_new_full (NULL, NULL, NULL, term_free);
  double worth = 0;

  for (guint i = 0; i < group->n_notes; i++)
    add_terms (work, members[i].note, terms);
  choose_words (work, group, terms);
  for (guint i = 0; i < MIN (group->n_notes, NAME_NOTES); i++, worth += NAME_COST)
    {
      char *phrase = find_phrase (work, members[i].note, terms, &worth);

      if (phrase == NULL)
        continue;
      g_free (group->name);
      group->name = phrase;
    }
  if (group->name == NULL)
    group->name = join_words (group->words);
}

/* --- groups --- */

static int
compare_members (gconstpointer a, gconstpointer b)
{
  const Member *one = a, *other = b;

  if (one->typical != other->typical)
    return one->typical < other->typical ? 1 : -1;
  return (one->note > other->note) - (one->note < other->note);
}

static void
change_mean (Work *work, const guint *members, guint n, float share)
{
  const LpVectors *vectors = work->vectors;

  for (guint i = 0; i < n; i++)
    {
      for (guint j = vectors->starts[members[i]]; j < vectors->starts[members[i] + 1]; j++)
        {
          float *mean = &work->mean[vectors->cells[j].dim];

          *mean = share > 0 ? *mean + vectors->cells[j].weight * share : 0;
        }
    }
}

/* The notes by how near they are to the mean of all; the mean of their likenesses to each other. */
static Member *
order_members (Work *work, const guint *members, guint n, double *likeness)
{
  const LpVectors *vectors = work->vectors;
  Member *ordered = g_new (Member, n);
  double sum = 0, own = 0;

  for (guint i = 0; i < n; i++)
    {
      ordered[i] = (Member) { 0, members[i] };
      for (guint j = vectors->starts[members[i]]; j < vectors->starts[members[i] + 1]; j++)
        {
          const LpCell *cell = &vectors->cells[j];

          ordered[i].typical += (double) cell->weight * work->mean[cell->dim];
          own += (double) cell->weight * cell->weight;
        }
      sum += ordered[i].typical * n;
    }
  *likeness = (sum - own) / ((double) n * (n - 1));
  qsort (ordered, n, sizeof *ordered, compare_members);
  return ordered;
}

static LpGroup *
make_group (Work *work, const guint *members, guint n)
{
  LpGroup *group = g_new0 (LpGroup, 1);
  g_autofree Member *ordered = NULL;

  change_mean (work, members, n, 1.0f / n);
  ordered = order_members (work, members, n, &group->likeness);
  group->n_notes = n;
  group->notes = g_new (gint64, n);
  for (guint i = 0; i < n; i++)
    group->notes[i] = work->notes[ordered[i].note].key;
  name_group (work, group, ordered);
  change_mean (work, members, n, 0);
  return group;
}

typedef struct {
  guint n;
  guint pile;
} Size;

/* The larger first. */
static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  const Size *one = a, *other = b;

  if (one->n != other->n)
    return one->n < other->n ? 1 : -1;
  return (one->pile > other->pile) - (one->pile < other->pile);
}

static GPtrArray *
make_groups (Work *work, const LpPiles *piles)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_group_free);
  g_autofree Size *sizes = g_new (Size, piles->n + 1);

  for (guint i = 0; i < piles->n; i++)
    sizes[i] = (Size) { piles->starts[i + 1] - piles->starts[i], i };
  qsort (sizes, piles->n, sizeof *sizes, compare_sizes);
  for (guint i = 0; i < MIN (piles->n, LP_GROUPS_MAX); i++)
    g_ptr_array_add (groups, make_group (work, piles->members + piles->starts[sizes[i].pile], sizes[i].n));
  return groups;
}

/**
 * lp_groups_find: Notes that are like none, or not enough, are in no group; each is in one at most.
 * @names: (nullable): those who are at the meeting; nothing that tells who somebody is comes into the name or the words of a group
 * @notes: those that are in no theme
 * @stop: or %NULL
 *
 * The same notes in the same order give the same groups.
 *
 * Returns: (transfer full) (nullable): of LpGroup, the largest first, LP_GROUPS_MAX at most; %NULL when it was stopped
 */
GPtrArray *
lp_groups_find (LpLexicon *lexicon, const LpNames *names, const LpLooseNote *notes, guint n, LpStop stop, gpointer data)
{
  Work work;
  gboolean begun = begin_work (&work, lexicon, notes, n, &group_weights, stop, data);
  g_autoptr (LpPiles) piles = begun ? lp_piles_new (work.vectors, GROUP_CUT, stop, data) : NULL;
  GPtrArray *groups = NULL;

  work.names = names;
  groups = piles != NULL ? make_groups (&work, piles) : NULL;
  end_work (&work);
  return groups;
}

/* --- pairs --- */

/* By dim the notes that have it, the latest of them. */
typedef struct {
  guint notes[PAIR_CANDIDATES];
  guint n;
} Latest;

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const LpPair *one = a, *other = b;

  if (one->likeness != other->likeness)
    return one->likeness < other->likeness ? 1 : -1;
  if (one->one != other->one)
    return one->one < other->one ? -1 : 1;
  return (one->other > other->other) - (one->other < other->other);
}

/* Likeness to the note whose weights stand in the mean. */
static double
multiply (Work *work, guint note)
{
  const LpVectors *vectors = work->vectors;
  double product = 0;

  for (guint i = vectors->starts[note]; i < vectors->starts[note + 1]; i++)
    product += (double) vectors->cells[i].weight * work->mean[vectors->cells[i].dim];
  return product;
}

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  const LpCell *one = a, *other = b;

  if (one->weight != other->weight)
    return one->weight < other->weight ? 1 : -1;
  return (one->dim > other->dim) - (one->dim < other->dim);
}

/* compared: by note, 1 + the last one that it was compared with */
static void
compare_with (Work *work, guint note, const Latest *those, guint *compared, LpPair *pair)
{
  for (guint i = 0; i < MIN (those->n, PAIR_CANDIDATES); i++)
    {
      guint other = those->notes[i];
      double likeness = 0;

      if (compared[other] == note + 1)
        continue;
      compared[other] = note + 1;
      likeness = MIN (multiply (work, other), 1);
      if (likeness > pair->likeness)
        *pair = (LpPair) { work->notes[other].key, work->notes[note].key, likeness };
    }
}

/* The likest of the notes before this one. */
static gboolean
find_pair (Work *work, guint note, GHashTable *latest, guint *compared, LpPair *pair)
{
  const LpVectors *vectors = work->vectors;
  guint first = vectors->starts[note], n = vectors->starts[note + 1] - first;
  g_autofree LpCell *cells = g_memdup2 (vectors->cells + first, n * sizeof (LpCell));

  *pair = (LpPair) { 0 };
  if (n == 0)
    return FALSE;
  qsort (cells, n, sizeof *cells, compare_weights);
  change_mean (work, &note, 1, 1);
  for (guint i = 0; i < MIN (n, PAIR_FEATURES); i++)
    {
      Latest *those = g_hash_table_lookup (latest, GUINT_TO_POINTER (cells[i].dim + 1));

      if (those != NULL)
        compare_with (work, note, those, compared, pair);
      else
        {
          those = g_new0 (Latest, 1);
          g_hash_table_insert (latest, GUINT_TO_POINTER (cells[i].dim + 1), those);
        }
      those->notes[those->n++ % PAIR_CANDIDATES] = note;
    }
  change_mean (work, &note, 1, 0);
  return pair->likeness >= PAIR_CUT;
}

/**
 * lp_groups_find_pairs: notes that say nearly the same in the same words, to be joined. Each note with the one before it that
 * is likest.
 *
 * Returns: (transfer full) (nullable): of LpPair, the likest first; %NULL when it was stopped
 */
GArray *
lp_groups_find_pairs (LpLexicon *lexicon, const LpLooseNote *notes, guint n, LpStop stop, gpointer data)
{
  g_autoptr (GHashTable) latest = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (LpPair));
  g_autofree guint *compared = g_new0 (guint, n + 1);
  Work work;
  gboolean stopped = !begin_work (&work, lexicon, notes, n, &pair_weights, stop, data);

  for (guint i = 0; i < n && !stopped; i++)
    {
      LpPair pair;

      stopped = i % 256 == 0 && stop != NULL && stop (data);
      if (!stopped && find_pair (&work, i, latest, compared, &pair))
        g_array_append_val (pairs, pair);
    }
  end_work (&work);
  g_array_sort (pairs, compare_pairs);
  return stopped ? NULL : g_steal_pointer (&pairs);
}
