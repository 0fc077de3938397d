/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-lexicon.h"

#include <libstemmer.h>
#include <string.h>

#include "lp-tokens.h"

#define SHORTEST_STEM 4 /* characters that tell a word apart */
#define SHORTEST_SLIP 7 /* in shorter words, one other letter is another word */
#define MAX_LETTERS 40

typedef struct {
  char     *word;
  gsize     size;
  guint     hash;
  guint     languages; /* COMMON: in which it is one */
  LpMeaning meaning;
} Entry;

/* Words by open addressing; the places are a power of two. */
typedef struct {
  Entry *entries; /* empty where the word is NULL */
  guint  size;
  guint  n;
} Table;

/* A word of the lexicon with a letter left out, or whole: two words with one slip between them have one of these in common
 * (Garbe's symmetric deletes). Only hashes are compared here. */
typedef struct {
  guint       hash;
  const char *word; /* of the lexicon, whole; NULL: empty */
} Slip;

struct _LpLexicon {
  gatomicrefcount    references;
  Table              words;
  Table              stems;
  Table              common;
  Table              everyday; /* stems */
  Slip              *slips;
  guint              n_slips; /* places, a power of two */
  guint              n_taken;
  GPtrArray         *added;   /* names of concepts beyond the shipped ones */
  struct sb_stemmer *stemmer;
};

/* FNV-1a. */
static guint
hash_word (const char *word, gsize size)
{
  guint hash = 2166136261u;

  for (gsize i = 0; i < size; i++)
    hash = (hash ^ (guchar) word[i]) * 16777619u;
  return hash ^ hash >> 15;
}

/* Where the word is, or where there is room for it. */
static Entry *
look_up (const Table *table, const char *word, gsize size, guint hash)
{
  guint place = hash & (table->size - 1);

  while (table->entries[place].word != NULL)
    {
      Entry *entry = &table->entries[place];

      if (entry->hash == hash && entry->size == size && memcmp (entry->word, word, size) == 0)
        break;
      place = (place + 1) & (table->size - 1);
    }
  return &table->entries[place];
}

static void
grow (Table *table)
{
  Table wider = { .size = MAX (table->size * 2, 1 << 10), .n = table->n };

  wider.entries = g_new0 (Entry, wider.size);
  for (guint i = 0; i < table->size; i++)
    {
      const Entry *entry = &table->entries[i];

      if (entry->word != NULL)
        *look_up (&wider, entry->word, entry->size, entry->hash) = *entry;
    }
  g_free (table->entries);
  *table = wider;
}

/* The word's entry, made where there is none. */
static Entry *
take_entry (Table *table, const char *word, gsize size)
{
  guint hash = hash_word (word, size);
  Entry *entry = NULL;

  if (table->n * 2 >= table->size)
    grow (table);
  entry = look_up (table, word, size, hash);
  if (entry->word == NULL)
    {
      *entry = (Entry) { .word = g_strndup (word, size), .size = size, .hash = hash };
      table->n++;
    }
  return entry;
}

static void
clear_table (Table *table)
{
  for (guint i = 0; i < table->size; i++)
    g_free (table->entries[i].word);
  g_free (table->entries);
}

static void
add_concept (LpMeaning *meaning, guint16 concept)
{
  for (guint i = 0; i < meaning->n; i++)
    {
      if (meaning->concepts[i] == concept)
        return;
    }
  if (meaning->n < LP_CONCEPTS_OF_WORD)
    meaning->concepts[meaning->n++] = concept;
}

/* All forms of a word lead to what one of them is about, but for short ones, which have the same stem by chance. */
static void
add_stem (LpLexicon *self, const char *word, gsize size, const LpMeaning *meaning)
{
  const sb_symbol *stem = sb_stemmer_stem (self->stemmer, (const sb_symbol *) word, size);
  gsize length = sb_stemmer_length (self->stemmer);
  Entry *entry = NULL;

  if (g_utf8_strlen ((const char *) stem, length) < SHORTEST_STEM)
    return;
  entry = take_entry (&self->stems, (const char *) stem, length);
  for (guint i = 0; i < meaning->n; i++)
    add_concept (&entry->meaning, meaning->concepts[i]);
  entry->meaning.hidden |= meaning->hidden;
}

/* 0 when there are too many. */
static guint
read_letters (const char *word, gsize size, gunichar *letters)
{
  guint n = 0;

  for (const char *p = word; p < word + size; p = g_utf8_next_char (p))
    {
      if (n == MAX_LETTERS)
        return 0;
      letters[n++] = g_utf8_get_char (p);
    }
  return n;
}

/* Of the word whole and with each letter left out; none for a short word. */
static guint
hash_slips (const char *word, gsize size, guint *hashes)
{
  gunichar letters[MAX_LETTERS];
  guint n = read_letters (word, size, letters);

  for (guint out = 0; n >= SHORTEST_SLIP - 1 && out <= n; out++)
    {
      guint hash = 2166136261u;

      for (guint i = 0; i < n; i++)
        {
          if (i != out)
            hash = (hash ^ letters[i]) * 16777619u;
        }
      hashes[out] = hash ^ hash >> 15;
    }
  return n >= SHORTEST_SLIP - 1 ? n + 1 : 0;
}

static void
put_slip (LpLexicon *self, Slip slip)
{
  guint place = slip.hash & (self->n_slips - 1);

  while (self->slips[place].word != NULL)
    place = (place + 1) & (self->n_slips - 1);
  self->slips[place] = slip;
}

static void
add_slips (LpLexicon *self, const char *word)
{
  guint hashes[MAX_LETTERS + 1];
  guint n = hash_slips (word, strlen (word), hashes);

  if (g_utf8_strlen (word, -1) < SHORTEST_SLIP)
    return;
  if ((self->n_taken + n) * 2 > self->n_slips)
    {
      Slip *old = self->slips;
      guint n_old = self->n_slips;

      self->n_slips = MAX (n_old * 2, 1 << 18);
      self->slips = g_new0 (Slip, self->n_slips);
      for (guint i = 0; i < n_old; i++)
        {
          if (old[i].word != NULL)
            put_slip (self, old[i]);
        }
      g_free (old);
    }
  for (guint i = 0; i < n; i++)
    put_slip (self, (Slip) { hashes[i], word });
  self->n_taken += n;
}

/* Only their stems: any form is as plain. */
static void
add_everyday (LpLexicon *self)
{
  for (guint i = 0; i < lp_n_everyday_words; i++)
    {
      const char *word = lp_everyday_words[i];
      const sb_symbol *stem = sb_stemmer_stem (self->stemmer, (const sb_symbol *) word, strlen (word));

      take_entry (&self->everyday, (const char *) stem, sb_stemmer_length (self->stemmer));
    }
}

/** lp_lexicon_new: the words that ship. */
LpLexicon *
lp_lexicon_new (void)
{
  LpLexicon *self = g_new0 (LpLexicon, 1);

  g_atomic_ref_count_init (&self->references);
  self->added = g_ptr_array_new_with_free_func (g_free);
  self->stemmer = sb_stemmer_new ("danish", "UTF_8");
  grow (&self->words);
  grow (&self->stems);
  grow (&self->common);
  grow (&self->everyday);
  for (guint i = 0; i < lp_n_concept_words; i++)
    {
      const LpConceptWord *word = &lp_concept_words[i];
      gsize size = strlen (word->word);
      LpMeaning meaning = { .n = word->n, .hidden = word->hidden };

      memcpy (meaning.concepts, word->concepts, sizeof meaning.concepts);
      take_entry (&self->words, word->word, size)->meaning = meaning;
      add_slips (self, word->word);
      add_stem (self, word->word, size, &meaning);
    }
  for (guint i = 0; i < lp_n_common_words; i++)
    take_entry (&self->common, lp_common_words[i].word, strlen (lp_common_words[i].word))->languages
      = lp_common_words[i].languages;
  add_everyday (self);
  return self;
}

LpLexicon *
lp_lexicon_ref (LpLexicon *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
lp_lexicon_unref (LpLexicon *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  clear_table (&self->words);
  clear_table (&self->stems);
  clear_table (&self->common);
  clear_table (&self->everyday);
  g_free (self->slips);
  g_ptr_array_unref (self->added);
  sb_stemmer_delete (self->stemmer);
  g_free (self);
}

static guint16
find_concept (LpLexicon *self, const char *name)
{
  guint found = 0;

  for (guint i = 0; i < lp_n_concepts; i++)
    {
      if (g_str_equal (lp_concepts[i].name, name))
        return i;
    }
  if (!g_ptr_array_find_with_equal_func (self->added, name, g_str_equal, &found))
    {
      found = self->added->len;
      g_ptr_array_add (self->added, g_strdup (name));
    }
  return lp_n_concepts + found;
}

/* As it stands in the tables: folded, and several words that stand together as one. "" where there is no letter. */
static char *
join_words (const char *text)
{
  GString *joined = g_string_new (NULL);
  g_auto (LpTokens) tokens;

  lp_tokens_init (&tokens, text, strlen (text));
  for (guint i = 0; i < tokens.n; i++)
    {
      if (tokens.tokens[i].kind == LP_TOKEN_WORD || tokens.tokens[i].kind == LP_TOKEN_NUMBER)
        g_string_append (joined, tokens.tokens[i].folded);
    }
  return g_string_free_and_steal (joined);
}

static void
add_joined (LpLexicon *self, const char *word, const LpMeaning *meaning)
{
  gsize size = strlen (word);
  Entry *entry = NULL;
  gboolean is_new = FALSE;

  if (size == 0)
    return;
  entry = take_entry (&self->words, word, size);
  is_new = entry->meaning.n == 0;
  for (guint i = 0; i < meaning->n; i++)
    add_concept (&entry->meaning, meaning->concepts[i]);
  if (is_new)
    add_slips (self, entry->word);
  add_stem (self, word, size, &entry->meaning);
}

/**
 * lp_lexicon_add: a word of a panel's own.
 * @concept: one that ships, or any other name
 * @word: as it is written, in any form; one word, or several that stand together
 */
void
lp_lexicon_add (LpLexicon *self, const char *concept, const char *word)
{
  g_autofree char *joined = join_words (word);
  LpMeaning meaning = { .n = 1, .concepts = { find_concept (self, concept) } };

  add_joined (self, joined, &meaning);
}

/* What the word is about, in this form or another. */
static gboolean
find_meaning (const LpLexicon *self, const char *word, LpMeaning *meaning)
{
  const sb_symbol *stem = NULL;

  if (lp_lexicon_find (self, word, strlen (word), meaning))
    return TRUE;
  stem = sb_stemmer_stem (self->stemmer, (const sb_symbol *) word, strlen (word));
  return lp_lexicon_find_stem (self, (const char *) stem, sb_stemmer_length (self->stemmer), meaning);
}

/**
 * lp_lexicon_add_group: words that belong together to a panel. They are all about what any of them is known to be about, and have
 * something in common where none of them is known.
 * @words: with commas between them; each may be several that stand together
 */
void
lp_lexicon_add_group (LpLexicon *self, const char *words)
{
  g_auto (GStrv) parts = g_strsplit_set (words, ",;\n", -1);
  LpMeaning common = { .n = 1, .concepts = { find_concept (self, words) } };

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *word = g_steal_pointer (&parts[i]);
      LpMeaning known = { 0 };

      parts[i] = join_words (word);
      if (!find_meaning (self, parts[i], &known) || known.hidden)
        continue;
      for (guint k = 0; k < known.n; k++)
        add_concept (&common, known.concepts[k]);
    }
  for (guint i = 0; parts[i] != NULL; i++)
    add_joined (self, parts[i], &common);
}

/** lp_lexicon_n_concepts: those that ship and those that were added. */
guint
lp_lexicon_n_concepts (const LpLexicon *self)
{
  return lp_n_concepts + self->added->len;
}

/** lp_lexicon_families: two numbers, -1 where there is no more. */
const int *
lp_lexicon_families (const LpLexicon *self, guint concept)
{
  static const int none[2] = { -1, -1 };

  return concept < lp_n_concepts ? lp_concepts[concept].families : none;
}

static gboolean
find_in (const Table *table, const char *word, gsize size, LpMeaning *meaning)
{
  const Entry *entry = look_up (table, word, size, hash_word (word, size));

  if (entry->word == NULL)
    return FALSE;
  *meaning = entry->meaning;
  return TRUE;
}

/** lp_lexicon_find: the word in just this form. */
gboolean
lp_lexicon_find (const LpLexicon *self, const char *word, gsize size, LpMeaning *meaning)
{
  return find_in (&self->words, word, size, meaning);
}

/** lp_lexicon_find_stem: any word with this Danish stem. */
gboolean
lp_lexicon_find_stem (const LpLexicon *self, const char *stem, gsize size, LpMeaning *meaning)
{
  return find_in (&self->stems, stem, size, meaning);
}

/** lp_lexicon_is_everyday: words with this Danish stem go with any subject, so that they tell little of one. */
gboolean
lp_lexicon_is_everyday (const LpLexicon *self, const char *stem, gsize size)
{
  return look_up (&self->everyday, stem, size, hash_word (stem, size))->word != NULL;
}

/** lp_lexicon_is_common: words that tell nothing but, some of them, the language of a text. */
gboolean
lp_lexicon_is_common (const LpLexicon *self, const char *word, gsize size, guint *languages)
{
  const Entry *entry = look_up (&self->common, word, size, hash_word (word, size));

  *languages = entry->languages;
  return entry->word != NULL;
}

/* Whether both are the same but for one slip: a letter missing, too many, another, or two changed about. */
static gboolean
is_one_slip (const char *one, const char *other, gsize size)
{
  gunichar a[MAX_LETTERS + 1], b[MAX_LETTERS + 1];
  guint n = read_letters (one, strlen (one), a), m = read_letters (other, size, b);
  guint begin = 0, end = 0;

  while (begin < MIN (n, m) && a[begin] == b[begin])
    begin++;
  while (end < MIN (n, m) - begin && a[n - 1 - end] == b[m - 1 - end])
    end++;
  n -= begin + end;
  m -= begin + end;
  return (n <= 1 && m <= 1)
         || (n == 2 && m == 2 && a[begin] == b[begin + 1] && a[begin + 1] == b[begin]);
}

/** lp_lexicon_find_near: a long word with one slip of the keys in it; the first of the lexicon where it could be several. */
gboolean
lp_lexicon_find_near (const LpLexicon *self, const char *word, gsize size, LpMeaning *meaning)
{
  guint hashes[MAX_LETTERS + 1];
  guint n = hash_slips (word, size, hashes);
  const char *found = NULL;

  for (guint i = 0; i < n; i++)
    {
      guint place = hashes[i] & (self->n_slips - 1);

      for (; self->slips[place].word != NULL; place = (place + 1) & (self->n_slips - 1))
        {
          const Slip *slip = &self->slips[place];

          if (slip->hash == hashes[i] && (found == NULL || strcmp (slip->word, found) < 0)
              && is_one_slip (slip->word, word, size))
            found = slip->word;
        }
    }
  return found != NULL && find_in (&self->words, found, strlen (found), meaning);
}
