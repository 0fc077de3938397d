/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-features.h"

#include <libstemmer.h>
#include <string.h>

#include "lp-tokens.h"

/*
 * What two texts on the same have in common: the stems of their words (Porter's Snowball stemmers, one for each language), the
 * parts of compounds, runs of three to five letters, which forgive spelling and know no language, and what the words are about.
 * Words that say nothing by themselves are left out whole, so that what everybody begins with is no likeness.
 */

#define SHORTEST_GRAM 3
#define LONGEST_GRAM 5
#define MAX_BYTES 4000         /* of a text: what comes after tells no more */
#define MAX_LETTERS 40         /* of a word */
#define MAX_KNOWN_WORDS 200000 /* that are remembered */
#define SET_BITS 13
#define COMPOUND_HEAD 3        /* letters, at least */
#define COMPOUND_TAIL 4
#define SHORTEST_COMPOUND 7
#define PARAGRAPH 0xA7         /* § */
#define EVERYDAY (LP_FEATURE_ONE / 4) /* what a word counts that goes with any subject */
#define LONGEST_NUMBER 20      /* digits of it */

/* What a word says in one language. */
typedef struct {
  guint     n;         /* of features; 0 for a word that says nothing */
  gboolean  hidden;
  LpFeature features[];
} Known;

/* A word that was met before. */
typedef struct {
  guint  languages;                /* in which it is one of the small ones */
  Known *known[LP_N_LANGUAGES];    /* NULL as yet */
} Word;

/* Which features a text has, and where. It is emptied by raising the turn. */
typedef struct {
  guint32 id;
  guint32 turn;
  guint32 place;
} Member;

struct _LpFeaturizer {
  LpLexicon         *lexicon;
  struct sb_stemmer *stemmers[LP_N_LANGUAGES];
  GHashTable        *known; /* word → Word */
  GPtrArray         *words; /* of the text at hand, one for each token; NULL where it is no word */
  GArray            *word;  /* of LpFeature: to work in */
  Member             set[1 << SET_BITS];
  guint32            turn;
};

static void
word_free (gpointer data)
{
  Word *word = data;

  for (guint i = 0; i < LP_N_LANGUAGES; i++)
    g_free (word->known[i]);
  g_free (word);
}

/** lp_featurizer_new: Takes a reference to the lexicon. */
LpFeaturizer *
lp_featurizer_new (LpLexicon *lexicon)
{
  static const char *const names[LP_N_LANGUAGES] = { "danish", "norwegian", "swedish", "english" };
  LpFeaturizer *self = g_new0 (LpFeaturizer, 1);

  self->lexicon = lp_lexicon_ref (lexicon);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, word_free);
  self->words = g_ptr_array_new ();
  self->word = g_array_new (FALSE, FALSE, sizeof (LpFeature));
  for (guint i = 0; i < LP_N_LANGUAGES; i++)
    self->stemmers[i] = sb_stemmer_new (names[i], "UTF_8");
  return self;
}

/** lp_featurizer_free: %NULL is passed over. */
void
lp_featurizer_free (LpFeaturizer *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < LP_N_LANGUAGES; i++)
    sb_stemmer_delete (self->stemmers[i]);
  g_hash_table_unref (self->known);
  g_array_unref (self->word);
  g_ptr_array_unref (self->words);
  lp_lexicon_unref (self->lexicon);
  g_free (self);
}

LpLexicon *
lp_featurizer_lexicon (LpFeaturizer *self)
{
  return self->lexicon;
}

static guint32
hash_bytes (const char *bytes, gsize size, LpFeatureKind kind)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325) ^ size;

  for (gsize i = 0; i < size; i++)
    hash = (hash ^ (guchar) bytes[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  hash ^= hash >> 32;
  return (guint32) (hash & 0x3fffffff) | (guint32) kind << 30;
}

static void
add (LpFeaturizer *self, guint32 id, guint32 count)
{
  LpFeature feature = { id, count };

  g_array_append_val (self->word, feature);
}

static void
add_stem (LpFeaturizer *self, LpLanguage language, const char *word, gsize size, guint32 count)
{
  const sb_symbol *stem = sb_stemmer_stem (self->stemmers[language], (const sb_symbol *) word, size);

  add (self, hash_bytes ((const char *) stem, sb_stemmer_length (self->stemmers[language]), LP_FEATURE_STEM), count);
}

/* Runs of letters, the word's beginning and end being letters too. */
static void
add_grams (LpFeaturizer *self, const char *word, gsize size, guint32 count)
{
  g_autofree char *bounded = g_strdup_printf ("^%.*s$", (int) size, word);
  guint places[MAX_LETTERS + 3];
  guint n = 0;

  for (const char *p = bounded; *p != '\0' && n < MAX_LETTERS + 2; p = g_utf8_next_char (p))
    places[n++] = p - bounded;
  places[n] = size + 2;
  for (guint length = SHORTEST_GRAM; length <= LONGEST_GRAM; length++)
    {
      for (guint i = 0; i + length <= n; i++)
        add (self, hash_bytes (bounded + places[i], places[i + length] - places[i], LP_FEATURE_GRAM), count);
    }
}

/* What goes with any subject counts for less. */
static guint32
count_word (LpFeaturizer *self, const char *word, gsize size)
{
  struct sb_stemmer *stemmer = self->stemmers[LP_LANGUAGE_DANISH];
  const sb_symbol *stem = sb_stemmer_stem (stemmer, (const sb_symbol *) word, size);
  gboolean is_everyday = lp_lexicon_is_everyday (self->lexicon, (const char *) stem, sb_stemmer_length (stemmer));

  return is_everyday ? EVERYDAY : LP_FEATURE_ONE;
}

/* Of several things that a word can be about, each counts for less. */
static void
add_meaning (LpFeaturizer *self, const LpMeaning *meaning, guint32 count)
{
  for (guint i = 0; i < meaning->n; i++)
    {
      const int *families = lp_lexicon_families (self->lexicon, meaning->concepts[i]);

      add (self, meaning->concepts[i] | (guint32) LP_FEATURE_CONCEPT << 30, count / meaning->n);
      for (guint j = 0; j < 2 && families[j] >= 0; j++)
        add (self, families[j] | (guint32) LP_FEATURE_FAMILY << 30, count / meaning->n);
    }
}

static gboolean
find_form (LpFeaturizer *self, const char *word, gsize size, LpMeaning *meaning)
{
  struct sb_stemmer *stemmer = self->stemmers[LP_LANGUAGE_DANISH];
  const sb_symbol *stem = NULL;

  if (lp_lexicon_find (self->lexicon, word, size, meaning))
    return TRUE;
  stem = sb_stemmer_stem (stemmer, (const sb_symbol *) word, size);
  return lp_lexicon_find_stem (self->lexicon, (const char *) stem, sb_stemmer_length (stemmer), meaning);
}

/* The first part of a compound, which may have an s or an e between it and the next. */
static gboolean
find_head (LpFeaturizer *self, const char *word, gsize size, LpMeaning *meaning)
{
  if (find_form (self, word, size, meaning))
    return TRUE;
  return size > COMPOUND_HEAD && (word[size - 1] == 's' || word[size - 1] == 'e')
         && find_form (self, word, size - 1, meaning);
}

/* The longest last part that is known says most, the first part the rest. */
static gboolean
add_compound (LpFeaturizer *self, LpLanguage language, const char *word, gsize size)
{
  guint places[MAX_LETTERS + 1];
  guint n = 0;

  for (const char *p = word; p < word + size; p = g_utf8_next_char (p))
    places[n++] = p - word;
  if (n < SHORTEST_COMPOUND)
    return FALSE;
  for (guint i = COMPOUND_HEAD; i + COMPOUND_TAIL <= n; i++)
    {
      LpMeaning tail, head;
      guint at = places[i];
      guint32 count;

      if (!find_form (self, word + at, size - at, &tail))
        continue;
      count = count_word (self, word + at, size - at);
      add_meaning (self, &tail, count);
      add_stem (self, language, word + at, size - at, count);
      count = count_word (self, word, at);
      if (find_head (self, word, at, &head))
        add_meaning (self, &head, count);
      add_stem (self, language, word, at, count);
      return TRUE;
    }
  for (guint i = n - COMPOUND_HEAD; i >= COMPOUND_TAIL; i--)
    {
      LpMeaning head;
      guint32 count;

      if (!find_head (self, word, places[i], &head))
        continue;
      count = count_word (self, word, places[i]);
      add_meaning (self, &head, count);
      add_stem (self, language, word, places[i], count);
      return TRUE;
    }
  return FALSE;
}

/* The stemmer wants Swedish letters. */
static char *
spell_swedish (const char *word)
{
  g_autoptr (GString) spelt = g_string_new (word);

  g_string_replace (spelt, "æ", "ä", 0);
  g_string_replace (spelt, "ø", "ö", 0);
  return g_string_free (g_steal_pointer (&spelt), FALSE);
}

/* As it is, else by its parts, else as somebody meant it. Not in English, which has false friends rather than friends. */
static void
look_up_word (LpFeaturizer *self, LpLanguage language, const char *word, gsize size, guint32 count, LpMeaning *meaning)
{
  if (find_form (self, word, size, meaning))
    add_meaning (self, meaning, count);
  else if (!add_compound (self, language, word, size)
           && lp_lexicon_find_near (self->lexicon, word, size, meaning))
    add_meaning (self, meaning, LP_FEATURE_ONE);
}

static gboolean
analyse_word (LpFeaturizer *self, LpLanguage language, const char *word, gsize size)
{
  g_autofree char *swedish = language == LP_LANGUAGE_SWEDISH ? spell_swedish (word) : NULL;
  LpMeaning meaning = { 0 };
  guint languages = 0;
  guint32 count;

  g_array_set_size (self->word, 0);
  if (lp_lexicon_is_common (self->lexicon, word, size, &languages))
    return FALSE;
  if (g_utf8_strlen (word, size) > MAX_LETTERS)
    size = g_utf8_offset_to_pointer (word, MAX_LETTERS) - word;
  count = count_word (self, word, size);
  if (language != LP_LANGUAGE_ENGLISH)
    look_up_word (self, language, word, size, count, &meaning);
  if (g_utf8_strlen (word, size) < 2)
    return meaning.hidden;
  add_stem (self, language, swedish != NULL ? swedish : word, swedish != NULL ? strlen (swedish) : size, count);
  add_grams (self, word, size, count);
  return meaning.hidden;
}

static const Known *
know_word (LpFeaturizer *self, LpLanguage language, const LpTokens *tokens, guint place)
{
  const LpToken *token = &tokens->tokens[place];
  Word *word = g_ptr_array_index (self->words, place);
  Known *known = NULL;
  gboolean hidden = FALSE;

  if (word->known[language] != NULL)
    return word->known[language];

  hidden = analyse_word (self, language, token->folded, token->folded_size);
  known = g_malloc (sizeof (Known) + self->word->len * sizeof (LpFeature));
  known->n = self->word->len;
  known->hidden = hidden;
  if (known->n > 0)
    memcpy (known->features, self->word->data, known->n * sizeof (LpFeature));
  word->known[language] = known;
  return known;
}

static Word *
meet_word (LpFeaturizer *self, const LpToken *token)
{
  Word *word = g_hash_table_lookup (self->known, token->folded);

  if (word != NULL)
    return word;
  word = g_new0 (Word, 1);
  lp_lexicon_is_common (self->lexicon, token->folded, token->folded_size, &word->languages);
  g_hash_table_insert (self->known, g_strdup (token->folded), word);
  return word;
}

/* Finds the words, and guesses their language by the small ones, which are most of any text; Danish where nothing tells. */
static LpLanguage
meet_words (LpFeaturizer *self, const LpTokens *tokens)
{
  guint counts[LP_N_LANGUAGES] = { 0 };
  LpLanguage best = LP_LANGUAGE_DANISH;

  if (g_hash_table_size (self->known) >= MAX_KNOWN_WORDS)
    g_hash_table_remove_all (self->known);
  g_ptr_array_set_size (self->words, 0);
  for (guint i = 0; i < tokens->n; i++)
    {
      Word *word = tokens->tokens[i].kind == LP_TOKEN_WORD ? meet_word (self, &tokens->tokens[i]) : NULL;

      g_ptr_array_add (self->words, word);
      for (guint j = 0; word != NULL && word->languages != 0 && j < LP_N_LANGUAGES; j++)
        counts[j] += word->languages >> j & 1;
    }
  for (guint i = 1; i < LP_N_LANGUAGES; i++)
    {
      if (counts[i] > counts[best])
        best = i;
    }
  return best;
}

static void
gather (LpFeaturizer *self, GArray *features, const LpFeature *found, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      guint place = (found[i].id * 0x9e3779b1u) >> (32 - SET_BITS);
      Member *member = &self->set[place];

      while (member->turn == self->turn && member->id != found[i].id)
        {
          place = (place + 1) & ((1 << SET_BITS) - 1);
          member = &self->set[place];
        }
      if (member->turn == self->turn)
        {
          g_array_index (features, LpFeature, member->place).count += found[i].count;
          continue;
        }
      if (features->len >= 3 << (SET_BITS - 2))
        return;
      *member = (Member) { found[i].id, self->turn, features->len };
      g_array_append_val (features, found[i]);
    }
}

/* What is parted by a blank or a hyphen by who wrote it, and is one word: "vare sted", "hus-forbi", "§ 82". How many features. */
static guint
find_joined (LpFeaturizer *self, const LpTokens *tokens, guint first)
{
  const LpToken *one = lp_tokens_at (tokens, first), *between = lp_tokens_at (tokens, first + 1);
  const LpToken *other = lp_tokens_at (tokens, first + 2);
  char joined[128];
  gsize size = one->folded_size + other->folded_size;
  LpMeaning meaning = { 0 };

  g_array_set_size (self->word, 0);
  if (one->kind == LP_TOKEN_MARK && one->mark == PARAGRAPH)
    {
      const LpToken *number = between->kind == LP_TOKEN_SPACE ? other : between;

      if (number->kind != LP_TOKEN_NUMBER || number->folded_size > LONGEST_NUMBER)
        return 0;
      size = g_snprintf (joined, sizeof joined, "§%.*s", (int) number->folded_size, number->folded);
    }
  else
    {
      gboolean parted = between->kind == LP_TOKEN_SPACE || (between->kind == LP_TOKEN_MARK && between->mark == '-');

      if (one->kind != LP_TOKEN_WORD || other->kind != LP_TOKEN_WORD || !parted || size >= sizeof joined || size < 5)
        return 0;
      memcpy (joined, one->folded, one->folded_size);
      memcpy (joined + one->folded_size, other->folded, other->folded_size);
    }
  if (!lp_lexicon_find (self->lexicon, joined, size, &meaning))
    return 0;
  add_meaning (self, &meaning, LP_FEATURE_ONE);
  add_stem (self, LP_LANGUAGE_DANISH, joined, size, LP_FEATURE_ONE);
  return self->word->len;
}

/* Cut where a letter ends. */
static gsize
bound_text (const char *text)
{
  gsize size = strnlen (text, MAX_BYTES);

  while (size > 0 && ((guchar) text[size] & 0xC0) == 0x80)
    size--;
  return size;
}

/**
 * lp_featurizer_read:
 * @text: valid UTF-8
 * @features: of LpFeature; emptied first. Each once, in the order in which they are met
 *
 * Returns: the language that it seems to be
 */
LpLanguage
lp_featurizer_read (LpFeaturizer *self, const char *text, GArray *features)
{
  g_auto (LpTokens) tokens;
  LpLanguage language;

  lp_tokens_init (&tokens, text, bound_text (text));
  language = meet_words (self, &tokens);
  g_array_set_size (features, 0);
  self->turn++;
  for (guint i = 0; i < tokens.n; i++)
    {
      const Known *known = NULL;

      if (language != LP_LANGUAGE_ENGLISH && find_joined (self, &tokens, i) > 0)
        gather (self, features, (const LpFeature *) self->word->data, self->word->len);
      if (tokens.tokens[i].kind != LP_TOKEN_WORD)
        continue;
      known = know_word (self, language, &tokens, i);
      gather (self, features, known->features, known->n);
    }
  return language;
}

/**
 * lp_featurizer_words: the words of a text one by one, those left out that say nothing.
 * @words: of LpTextWord; emptied first
 * @features: of LpFeature; those of each word together, so one can be there more than once
 */
void
lp_featurizer_words (LpFeaturizer *self, const char *text, GArray *words, GArray *features)
{
  g_auto (LpTokens) tokens;
  LpLanguage language;

  lp_tokens_init (&tokens, text, bound_text (text));
  language = meet_words (self, &tokens);
  g_array_set_size (words, 0);
  g_array_set_size (features, 0);
  for (guint i = 0; i < tokens.n; i++)
    {
      const LpToken *token = &tokens.tokens[i];
      const Known *known = token->kind == LP_TOKEN_WORD ? know_word (self, language, &tokens, i) : NULL;
      LpTextWord word = { token->byte_start, token->byte_end, FALSE, features->len, 0 };

      if (known == NULL || known->n == 0)
        continue;
      word.hidden = known->hidden;
      word.n = known->n;
      g_array_append_vals (features, known->features, known->n);
      g_array_append_val (words, word);
    }
}
