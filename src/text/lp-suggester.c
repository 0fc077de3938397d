/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-suggester.h"

#include <math.h>
#include <string.h>

#include "lp-features.h"
#include "lp-sums.h"

/*
 * Name and description of a theme are its first example. Nothing is suggested where little is known: that would be a guess in
 * front of everybody. The limits were set on the part of the sample that was tuned on, so that three of four times the right theme
 * is among those suggested after three notes in each, and more often later.
 */

#define NAME_WEIGHT 2.0
#define EARLIER_WEIGHT 0.35
#define FEWEST_NOTES 2    /* in a theme that is suggested */
#define LEAST_SCORE 0.12  /* of the best one */
#define GREATEST_NEXT 0.6 /* share of the best score that the first one not suggested has */
#define LEAST_SHARE 0.4   /* of the best score that others have */

typedef struct {
  gint64      key;
  gboolean    used;
  char       *text;  /* name and description */
  GHashTable *notes; /* set of Note */
} Theme;

typedef struct {
  gint64    key;
  LpExample example;
  guint     n_themes;
  gint64   *themes;
  guint     n_ids;
  guint32  *ids;      /* of its features, but for runs of letters */
  char      text[];
} Note;

struct _LpSuggester {
  LpFeaturizer *featurizer;
  LpSums       *sums;
  GArray       *themes; /* of Theme; places are used again */
  GHashTable   *places; /* key → place + 1 */
  GHashTable   *notes;  /* key → Note */
  GArray       *found;  /* of LpFeature: to work in */
};

static void
note_free (gpointer data)
{
  Note *note = data;

  g_free (note->themes);
  g_free (note->ids);
  g_free (note);
}

static void
clear_theme (Theme *theme)
{
  g_clear_pointer (&theme->text, g_free);
  g_clear_pointer (&theme->notes, g_hash_table_unref);
  theme->used = FALSE;
}

/** lp_suggester_new: Takes a reference to the lexicon. */
LpSuggester *
lp_suggester_new (LpLexicon *lexicon)
{
  LpSuggester *self = g_new0 (LpSuggester, 1);

  self->featurizer = lp_featurizer_new (lexicon);
  self->sums = lp_sums_new ();
  self->themes = g_array_new (FALSE, TRUE, sizeof (Theme));
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->notes = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, note_free);
  self->found = g_array_new (FALSE, FALSE, sizeof (LpFeature));
  return self;
}

/** lp_suggester_free: %NULL is passed over. */
void
lp_suggester_free (LpSuggester *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->themes->len; i++)
    clear_theme (&g_array_index (self->themes, Theme, i));
  lp_featurizer_free (self->featurizer);
  lp_sums_free (self->sums);
  g_array_unref (self->themes);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->notes);
  g_array_unref (self->found);
  g_free (self);
}

static Theme *
find_theme (LpSuggester *self, gint64 key, guint *place)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &key));

  if (found == 0)
    return NULL;
  *place = found - 1;
  return &g_array_index (self->themes, Theme, *place);
}

static const LpFeature *
read_text (LpSuggester *self, const char *text)
{
  lp_featurizer_read (self->featurizer, text, self->found);
  return (const LpFeature *) self->found->data;
}

static double
weight_of (const Note *note)
{
  return note->example == LP_EXAMPLE_HERE ? 1 : EARLIER_WEIGHT;
}

static void
change_theme (LpSuggester *self, guint place, const char *text, double weight)
{
  const LpFeature *features = read_text (self, text);

  lp_sums_add (self->sums, place, features, self->found->len, weight);
}

/* Adds the note everywhere, or takes it away. */
static void
change_note (LpSuggester *self, Note *note, int sign)
{
  const LpFeature *features = read_text (self, note->text);

  lp_sums_count (self->sums, features, self->found->len, sign);
  for (guint i = 0; i < note->n_themes; i++)
    {
      guint place = 0;
      Theme *theme = find_theme (self, note->themes[i], &place);

      lp_sums_add (self->sums, place, features, self->found->len, weight_of (note) * sign);
      if (sign > 0)
        g_hash_table_add (theme->notes, note);
      else
        g_hash_table_remove (theme->notes, note);
    }
}

static guint
take_place (LpSuggester *self)
{
  guint place = 0;

  while (place < self->themes->len && g_array_index (self->themes, Theme, place).used)
    place++;
  if (place == self->themes->len)
    g_array_set_size (self->themes, place + 1);
  return place;
}

/**
 * lp_suggester_put_theme: A theme that is there already is given the name and the description, and keeps its notes.
 * @theme: yours
 * @description: or %NULL
 */
void
lp_suggester_put_theme (LpSuggester *self, gint64 theme, const char *name, const char *description)
{
  guint place = 0;
  Theme *there = find_theme (self, theme, &place);

  if (there == NULL)
    {
      place = take_place (self);
      there = &g_array_index (self->themes, Theme, place);
      *there = (Theme) { .key = theme, .used = TRUE, .notes = g_hash_table_new (NULL, NULL) };
      g_hash_table_insert (self->places, g_memdup2 (&theme, sizeof theme), GUINT_TO_POINTER (place + 1));
    }
  else
    {
      change_theme (self, place, there->text, -NAME_WEIGHT);
      g_free (there->text);
    }
  there->text = g_strjoin ("\n", name, description, NULL);
  change_theme (self, place, there->text, NAME_WEIGHT);
}

static void
leave_theme (Note *note, gint64 theme)
{
  guint n = 0;

  for (guint i = 0; i < note->n_themes; i++)
    {
      if (note->themes[i] != theme)
        note->themes[n++] = note->themes[i];
    }
  note->n_themes = n;
}

/** lp_suggester_remove_theme: Its notes stay, and are in it no more. Does nothing where there is no such theme. */
void
lp_suggester_remove_theme (LpSuggester *self, gint64 theme)
{
  guint place = 0;
  Theme *there = find_theme (self, theme, &place);
  GHashTableIter iter;
  gpointer key;

  if (there == NULL)
    return;
  g_hash_table_iter_init (&iter, there->notes);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      Note *note = key;

      change_theme (self, place, note->text, -weight_of (note));
      leave_theme (note, theme);
    }
  change_theme (self, place, there->text, -NAME_WEIGHT);
  clear_theme (there);
  g_hash_table_remove (self->places, &theme);
}

static void
keep_ids (Note *note, const LpFeature *features, guint n)
{
  for (guint i = 0; i < n; i++)
    note->n_ids += lp_feature_kind (features[i].id) != LP_FEATURE_GRAM;
  note->ids = g_new (guint32, note->n_ids);
  for (guint i = 0, n_kept = 0; i < n; i++)
    {
      if (lp_feature_kind (features[i].id) != LP_FEATURE_GRAM)
        note->ids[n_kept++] = features[i].id;
    }
}

/* Each theme that is known once. */
static void
keep_themes (LpSuggester *self, Note *note, const gint64 *themes, guint n_themes)
{
  note->themes = g_new (gint64, n_themes);
  for (guint i = 0; i < n_themes; i++)
    {
      guint place = 0;

      leave_theme (note, themes[i]);
      if (find_theme (self, themes[i], &place) != NULL)
        note->themes[note->n_themes++] = themes[i];
    }
}

/**
 * lp_suggester_put_note:
 * @note: yours; what it had before is replaced
 * @text: valid UTF-8; copied
 * @themes: those it is in; such as are not known are passed over
 * @n_themes: 0 for a loose note, which tells how rare words are
 */
void
lp_suggester_put_note (LpSuggester *self, gint64 note, const char *text, const gint64 *themes, guint n_themes,
                       LpExample example)
{
  gsize size = strlen (text) + 1;
  Note *new = g_malloc0 (sizeof (Note) + size);

  lp_suggester_remove_note (self, note);
  new->key = note;
  new->example = example;
  memcpy (new->text, text, size);
  keep_themes (self, new, themes, n_themes);
  g_hash_table_insert (self->notes, &new->key, new);
  change_note (self, new, 1);
  keep_ids (new, (const LpFeature *) self->found->data, self->found->len);
}

/** lp_suggester_remove_note: Does nothing where there is no such note. */
void
lp_suggester_remove_note (LpSuggester *self, gint64 note)
{
  Note *there = g_hash_table_lookup (self->notes, &note);

  if (there == NULL)
    return;
  change_note (self, there, -1);
  g_hash_table_remove (self->notes, &note);
}

/* The likelier before, and of equal ones the one with the lower key. */
static guint
insert_suggestion (LpSuggestion *ranked, guint n_ranked, guint n, LpSuggestion new)
{
  guint place = n_ranked;

  while (place > 0 && (new.score > ranked[place - 1].score
                       || (new.score == ranked[place - 1].score && new.theme < ranked[place - 1].theme)))
    place--;
  if (place == n)
    return n_ranked;
  n_ranked = MIN (n_ranked + 1, n);
  memmove (ranked + place + 1, ranked + place, (n_ranked - place - 1) * sizeof *ranked);
  ranked[place] = new;
  return n_ranked;
}

/**
 * lp_suggester_rank: the likeliest themes of a text, sure or not. Themes that have nothing in common with it are left out.
 * @ranked: room for @n
 *
 * Returns: how many are in @ranked, likeliest first
 */
guint
lp_suggester_rank (LpSuggester *self, const char *text, LpSuggestion *ranked, guint n)
{
  g_autofree double *scores = g_new (double, self->themes->len + 1);
  const LpFeature *features = read_text (self, text);
  guint n_ranked = 0;

  lp_sums_score (self->sums, features, self->found->len, scores, self->themes->len);
  for (guint i = 0; i < self->themes->len; i++)
    {
      const Theme *theme = &g_array_index (self->themes, Theme, i);

      if (theme->used && scores[i] > 0)
        n_ranked = insert_suggestion (ranked, n_ranked, n, (LpSuggestion) { theme->key, scores[i] });
    }
  return n_ranked;
}

/**
 * lp_suggester_suggest: the likeliest themes of a text, or none when that would be a guess: themes with too few notes, a
 * text like none of them, or like many.
 * @suggestions: room for @n, at most LP_SUGGESTIONS
 *
 * Returns: how many are in @suggestions, likeliest first
 */
guint
lp_suggester_suggest (LpSuggester *self, const char *text, LpSuggestion *suggestions, guint n)
{
  LpSuggestion ranked[LP_SUGGESTIONS + 1] = { 0 };
  guint n_ranked = lp_suggester_rank (self, text, ranked, LP_SUGGESTIONS + 1);
  guint n_suggested = 0;

  if (n_ranked == 0 || ranked[0].score < LEAST_SCORE)
    return 0;
  if (ranked[MIN (n_ranked, LP_SUGGESTIONS)].score > GREATEST_NEXT * ranked[0].score)
    return 0;
  for (guint i = 0; i < MIN (n_ranked, MIN (n, LP_SUGGESTIONS)); i++)
    {
      guint place = 0;
      const Theme *theme = find_theme (self, ranked[i].theme, &place);

      if (g_hash_table_size (theme->notes) >= FEWEST_NOTES && ranked[i].score >= LEAST_SHARE * ranked[0].score)
        suggestions[n_suggested++] = ranked[i];
    }
  return n_suggested;
}

typedef struct {
  double likeness;
  gint64 key;
} Near;

static int
compare_near (gconstpointer a, gconstpointer b)
{
  const Near *one = a, *other = b;

  if (one->likeness != other->likeness)
    return one->likeness < other->likeness ? 1 : -1;
  return (one->key > other->key) - (one->key < other->key);
}

/* By the features that tell, each by its rarity. */
static double
compare_note (LpSuggester *self, const Note *note, GHashTable *features)
{
  double common = 0, square = 0;

  for (guint i = 0; i < note->n_ids; i++)
    {
      double rarity = lp_sums_rarity (self->sums, note->ids[i]);

      square += rarity * rarity;
      if (g_hash_table_contains (features, GUINT_TO_POINTER (note->ids[i])))
        common += rarity * rarity;
    }
  return square > 0 ? common / sqrt (square) : 0;
}

static void
find_notes (LpSuggester *self, const char *text, const Theme *theme, LpReasons *reasons)
{
  g_autoptr (GHashTable) features = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (Near));
  GHashTableIter iter;
  gpointer key;

  read_text (self, text);
  for (guint i = 0; i < self->found->len; i++)
    g_hash_table_add (features, GUINT_TO_POINTER (g_array_index (self->found, LpFeature, i).id));
  g_hash_table_iter_init (&iter, theme->notes);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const Note *note = key;
      Near found = { compare_note (self, note, features), note->key };

      if (found.likeness > 0 && !g_str_equal (note->text, ""))
        g_array_append_val (near, found);
    }
  g_array_sort (near, compare_near);
  reasons->n_notes = MIN (near->len, LP_REASON_NOTES);
  reasons->notes = g_new (gint64, LP_REASON_NOTES);
  for (guint i = 0; i < reasons->n_notes; i++)
    reasons->notes[i] = g_array_index (near, Near, i).key;
}

/* What a word of the text has in common with the theme. */
static double
weigh_word (LpSuggester *self, guint place, const LpTextWord *word, GArray *features)
{
  double weight = 0;

  for (guint i = word->first; i < word->first + word->n; i++)
    {
      guint32 id = g_array_index (features, LpFeature, i).id;
      double rarity = lp_sums_rarity (self->sums, id);

      if (lp_feature_kind (id) != LP_FEATURE_GRAM)
        weight += rarity * rarity * lp_sums_get (self->sums, place, id);
    }
  return weight;
}

static gboolean
has_word (GPtrArray *words, const char *word)
{
  for (guint i = 0; i < words->len; i++)
    {
      if (g_ascii_strcasecmp (g_ptr_array_index (words, i), word) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
find_words (LpSuggester *self, const char *text, guint place, LpReasons *reasons)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (LpTextWord));
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (LpFeature));
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (Near));
  g_autoptr (GPtrArray) told = g_ptr_array_new_null_terminated (LP_REASON_WORDS, g_free, TRUE);

  lp_featurizer_words (self->featurizer, text, words, features);
  for (guint i = 0; i < words->len; i++)
    {
      const LpTextWord *word = &g_array_index (words, LpTextWord, i);
      Near found = { word->hidden ? 0 : weigh_word (self, place, word, features), i };

      if (found.likeness > 0)
        g_array_append_val (near, found);
    }
  g_array_sort (near, compare_near);
  for (guint i = 0; i < near->len && told->len < LP_REASON_WORDS; i++)
    {
      const LpTextWord *word = &g_array_index (words, LpTextWord, g_array_index (near, Near, i).key);
      g_autofree char *spelt = g_strndup (text + word->byte_start, word->byte_end - word->byte_start);

      if (!has_word (told, spelt))
        g_ptr_array_add (told, g_steal_pointer (&spelt));
    }
  reasons->words = (char **) g_ptr_array_free (g_steal_pointer (&told), FALSE);
}

/**
 * lp_suggester_explain: why a text may belong to a theme. In time that grows with the theme's notes.
 *
 * Returns: (transfer full): notes and words, none where there is no such theme
 */
LpReasons *
lp_suggester_explain (LpSuggester *self, const char *text, gint64 theme)
{
  LpReasons *reasons = g_new0 (LpReasons, 1);
  guint place = 0;
  const Theme *there = find_theme (self, theme, &place);

  if (there == NULL)
    {
      reasons->words = g_new0 (char *, 1);
      return reasons;
    }
  find_notes (self, text, there, reasons);
  find_words (self, text, place, reasons);
  return reasons;
}

/** lp_reasons_free: %NULL is passed over. */
void
lp_reasons_free (LpReasons *self)
{
  if (self == NULL)
    return;
  g_free (self->notes);
  g_strfreev (self->words);
  g_free (self);
}
