/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-names.h"

#include <string.h>

#include "lp-tokens.h"

struct _LpNames {
  GHashTable *parts; /* folded word → LpNameParts */
};

/** lp_names_compare: the order of LpNameParts.people. */
int
lp_names_compare (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *) a;
  guint other = *(const guint *) b;

  return (one > other) - (one < other);
}

/* What of a name is being read. */
typedef struct {
  guint    person;
  gboolean given;    /* the next word is a given name */
  gboolean any;      /* there was one */
  gboolean reversed; /* "Hansen, Karla" */
} Reading;

static void
parts_free (gpointer data)
{
  LpNameParts *parts = data;

  g_array_unref (parts->people);
  g_free (parts);
}

static void
sort_parts (gpointer word, gpointer data, gpointer unused)
{
  LpNameParts *parts = data;

  g_array_sort (parts->people, lp_names_compare);
}

static void
add_word (LpNames *self, const LpToken *word, guint person, gboolean given)
{
  LpNameParts *parts = g_hash_table_lookup (self->parts, word->folded);
  guint entry = 2 * person + !given;

  if (parts == NULL)
    {
      parts = g_new0 (LpNameParts, 1);
      parts->people = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->parts, g_strndup (word->folded, word->folded_size), parts);
    }
  g_array_append_val (parts->people, entry);
  parts->given |= given;
  parts->surname |= !given;
}

/* One word, a comma, and only names after it. */
static gboolean
is_reversed (const LpTokens *tokens)
{
  guint before = 0;
  guint after = 0;
  gboolean comma = FALSE;

  for (guint i = 0; i < tokens->n; i++)
    {
      const LpToken *token = &tokens->tokens[i];

      if (token->kind == LP_TOKEN_MARK && token->mark == ',' && comma)
        return FALSE;
      comma |= token->kind == LP_TOKEN_MARK && token->mark == ',';
      if (token->kind != LP_TOKEN_WORD)
        continue;
      if (comma && (!token->capital || token->flags & LP_WORD_TITLE))
        return FALSE;
      before += !comma;
      after += comma;
    }
  return before == 1 && after > 0;
}

/* Titles, particles and "kaldet" are words that anybody uses. */
static gboolean
is_name (const LpTokens *tokens, guint place, const Reading *reading)
{
  const LpToken *word = &tokens->tokens[place];
  gboolean last = place + 1 >= tokens->n;

  if (word->kind != LP_TOKEN_WORD)
    return FALSE;
  if (word->flags & (LP_WORD_PARTICLE | LP_WORD_NAME_CUE) && !word->capital)
    return FALSE;
  return !(word->flags & LP_WORD_TITLE) || (word->flags & LP_WORD_GIVEN) || (last && !reading->any);
}

static gboolean
is_next_given (const LpTokens *tokens, guint place)
{
  const LpToken *joint = lp_tokens_at (tokens, place + 1);
  const LpToken *next = lp_tokens_at (tokens, place + 2);

  if (next->kind != LP_TOKEN_WORD)
    return FALSE;
  if (joint->kind == LP_TOKEN_MARK && joint->mark == '-')
    return TRUE;
  return (next->flags & LP_WORD_GIVEN) && !(next->flags & LP_WORD_SURNAME)
         && lp_tokens_at (tokens, place + 4)->kind == LP_TOKEN_WORD;
}

/* Returns: whether the name goes on after a mark. */
static gboolean
read_mark (gunichar mark, Reading *reading)
{
  if (mark == ',' && reading->reversed)
    {
      reading->given = TRUE;
      return TRUE;
    }
  return !reading->any || !(mark == ',' || mark == ';' || mark == '(' || mark == '/');
}

static void
add_name (LpNames *self, const char *name, guint person)
{
  g_auto (LpTokens) tokens = { 0 };
  Reading reading = { .person = person, .given = TRUE };
  gboolean quoted = FALSE;

  lp_tokens_init (&tokens, name, strlen (name));
  reading.reversed = is_reversed (&tokens);
  reading.given = !reading.reversed;
  for (guint i = 0; i < tokens.n; i++)
    {
      const LpToken *token = &tokens.tokens[i];

      if (token->kind == LP_TOKEN_MARK && !read_mark (token->mark, &reading))
        break;
      quoted ^= token->kind == LP_TOKEN_MARK
                && (token->mark == '"' || token->mark == 0x201C || token->mark == 0x201D);
      if (!is_name (&tokens, i, &reading))
        continue;
      add_word (self, token, person, reading.given || quoted);
      reading.given = reading.given && is_next_given (&tokens, i);
      reading.any = TRUE;
    }
}

/**
 * lp_names_new: an index of full names, "Karla Kastanjehøj" or "Kastanjehøj, Karla". Titles before a name do
 * not count, nor what stands after a semicolon or a bracket.
 * @names: UTF-8, ended by NULL
 *
 * Returns: (transfer full)
 */
LpNames *
lp_names_new (const char *const *names)
{
  LpNames *self = g_new0 (LpNames, 1);

  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, parts_free);
  for (guint i = 0; names[i] != NULL; i++)
    if (g_utf8_validate (names[i], -1, NULL))
      add_name (self, names[i], i);
  g_hash_table_foreach (self->parts, sort_parts, NULL);
  return self;
}

void
lp_names_free (LpNames *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->parts);
  g_free (self);
}

/** lp_names_lookup: who has a folded word (lp-tokens.h) in their name. NULL when nobody has. */
const LpNameParts *
lp_names_lookup (const LpNames *self, const char *folded)
{
  return g_hash_table_lookup (self->parts, folded);
}
