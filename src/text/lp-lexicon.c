/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-lexicon.h"

#include <libstemmer.h>
#include <string.h>

#include "lp-tokens.h"

#define SHORTEST_STEM 4 /* characters that tell a word apart */

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

struct _LpLexicon {
  gatomicrefcount    references;
  Table              words;
  Table              stems;
  Table              common;
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
  for (guint i = 0; i < lp_n_concept_words; i++)
    {
      const LpConceptWord *word = &lp_concept_words[i];
      gsize size = strlen (word->word);
      LpMeaning meaning = { .n = word->n, .hidden = word->hidden };

      memcpy (meaning.concepts, word->concepts, sizeof meaning.concepts);
      take_entry (&self->words, word->word, size)->meaning = meaning;
      add_stem (self, word->word, size, &meaning);
    }
  for (guint i = 0; i < lp_n_common_words; i++)
    take_entry (&self->common, lp_common_words[i].word, strlen (lp_common_words[i].word))->languages
      = lp_common_words[i].languages;
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

/**
 * lp_lexicon_add: a word of a panel's own.
 * @concept: one that ships, or any other name
 * @word: as it is written, in any form; one word, or several that stand together
 */
void
lp_lexicon_add (LpLexicon *self, const char *concept, const char *word)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  g_auto (LpTokens) tokens;
  Entry *entry = NULL;

  lp_tokens_init (&tokens, word, strlen (word));
  for (guint i = 0; i < tokens.n; i++)
    {
      if (tokens.tokens[i].kind == LP_TOKEN_WORD || tokens.tokens[i].kind == LP_TOKEN_NUMBER)
        g_string_append (joined, tokens.tokens[i].folded);
    }
  if (joined->len == 0)
    return;
  entry = take_entry (&self->words, joined->str, joined->len);
  add_concept (&entry->meaning, find_concept (self, concept));
  add_stem (self, joined->str, joined->len, &entry->meaning);
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

/** lp_lexicon_is_common: words that tell nothing but, some of them, the language of a text. */
gboolean
lp_lexicon_is_common (const LpLexicon *self, const char *word, gsize size, guint *languages)
{
  const Entry *entry = look_up (&self->common, word, size, hash_word (word, size));

  *languages = entry->languages;
  return entry->word != NULL;
}

/* A word of the lexicon that is at one slip of the keys: a letter missing, too many, another, or two changed about. The first
 * in the order of tries, so always the same one. */
static gboolean
try_slips (const LpLexicon *self, const gunichar *letters, guint n, LpMeaning *meaning)
{
  static const gunichar alphabet[] = { 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'r',
                                       's', 't', 'u', 'v', 'x', 'y', 'z', 0xE6, 0xF8, 0xE5 };
  gunichar tried[64];
  char word[64 * 4];

  /* kinds of slips: left out, changed about, another letter, one too few. The first letter is seldom the wrong one. */
  for (guint kind = 0; kind < 4; kind++)
    {
      for (guint i = 1; i < n + (kind == 3); i++)
        {
          guint choices = kind < 2 ? 1 : G_N_ELEMENTS (alphabet);

          if (kind == 1 && i + 1 == n)
            continue;
          for (guint j = 0; j < choices; j++)
            {
              guint length = kind == 0 ? n - 1 : kind == 3 ? n + 1 : n;
              gsize size = 0;

              memcpy (tried, letters, i * sizeof *tried);
              if (kind == 0)
                memcpy (tried + i, letters + i + 1, (n - i - 1) * sizeof *tried);
              else if (kind == 3)
                memcpy (tried + i + 1, letters + i, (n - i) * sizeof *tried);
              else
                memcpy (tried + i, letters + i, (n - i) * sizeof *tried);
              if (kind == 1)
                {
                  tried[i] = letters[i + 1];
                  tried[i + 1] = letters[i];
                }
              else if (kind >= 2)
                tried[i] = alphabet[j];
              for (guint k = 0; k < length; k++)
                size += g_unichar_to_utf8 (tried[k], word + size);
              if (find_in (&self->words, word, size, meaning))
                return TRUE;
            }
        }
    }
  return FALSE;
}

/** lp_lexicon_find_near: a long word with one slip of the keys in it. */
gboolean
lp_lexicon_find_near (const LpLexicon *self, const char *word, gsize size, LpMeaning *meaning)
{
  gunichar letters[40];
  guint n = 0;

  for (const char *p = word; p < word + size; p = g_utf8_next_char (p))
    {
      if (n == G_N_ELEMENTS (letters))
        return FALSE;
      letters[n++] = g_utf8_get_char (p);
    }
  return n >= 7 && try_slips (self, letters, n, meaning);
}
