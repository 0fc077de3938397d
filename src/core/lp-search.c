/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-search.h"

#include "lp-note-index.h"
#include "lp-terms.h"

#include <string.h>

/* More grams hardly narrow it down, and each costs a walk through the index. */
#define MAX_GRAMS 16

struct _LpSearch {
  char *pieces;  /* folded, a blank between them */
  char *match;   /* an expression of FTS5, or NULL */
};

static void
append_gram (GString *match, const char *gram, const char *end, gboolean begins)
{
  if (match->len > 0)
    g_string_append (match, " AND ");
  g_string_append_c (match, '"');
  g_string_append_len (match, gram, end - gram);
  g_string_append (match, begins ? "\" *" : "\"");
}

/* Every other gram, and the last: what is between them the note itself tells. */
static guint
append_word (GString *match, const char *word, gsize length)
{
  glong n_characters = g_utf8_strlen (word, length);
  guint n_grams = 0;

  /* a letter alone is in most notes: asked for only where nothing better is */
  if (n_characters == 1 && match->len > 0)
    return 0;
  if (n_characters < LP_GRAM)
    {
      append_gram (match, word, word + length, TRUE);
      return 1;
    }
  for (glong i = 0; n_grams < MAX_GRAMS; i = MIN (i + 2, n_characters - LP_GRAM))
    {
      const char *gram = g_utf8_offset_to_pointer (word, i);

      append_gram (match, gram, g_utf8_offset_to_pointer (gram, LP_GRAM), FALSE);
      n_grams++;
      if (i == n_characters - LP_GRAM)
        break;
    }

  return n_grams;
}

static char *
make_match (const char *pieces)
{
  g_autoptr (GString) match = g_string_new (NULL);
  const char *word = pieces;
  guint n_grams = 0;
  gsize length;

  for (; n_grams < MAX_GRAMS && lp_note_index_next_word (&word, &length); word += length)
    n_grams += append_word (match, word, length);
  if (n_grams == 0)
    return NULL;

  return g_string_free_and_steal (g_steal_pointer (&match));
}

static char *
fold_pieces (const char *text)
{
  g_autofree char *folded = lp_fold_text (text);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n\v\f\r", -1);
  g_autoptr (GString) pieces = g_string_new (NULL);

  for (guint i = 0; parts[i]; i++)
    {
      if (*parts[i] == '\0')
        continue;
      if (pieces->len > 0)
        g_string_append_c (pieces, ' ');
      g_string_append (pieces, parts[i]);
    }

  return g_string_free_and_steal (g_steal_pointer (&pieces));
}

/**
 * lp_search_new:
 *
 * Returns: (transfer full): never %NULL; a blank @text has no pieces, and all notes hold them
 */
LpSearch *
lp_search_new (const char *text)
{
  LpSearch *self = g_new0 (LpSearch, 1);

  self->pieces = fold_pieces (text);
  self->match = make_match (self->pieces);

  return self;
}

/** lp_search_free: %NULL is passed over. */
void
lp_search_free (LpSearch *self)
{
  if (!self)
    return;
  g_free (self->pieces);
  g_free (self->match);
  g_free (self);
}

/** lp_search_get_match: Returns: (transfer none) (nullable): for MATCH; %NULL when the index cannot help */
const char *
lp_search_get_match (LpSearch *self)
{
  return self->match;
}

/** lp_search_get_pieces: Returns: (transfer none): for lp_holds () */
const char *
lp_search_get_pieces (LpSearch *self)
{
  return self->pieces;
}

/** lp_search_holds: @pieces: as lp_search_get_pieces () has them. Returns: whether @text holds each of them */
gboolean
lp_search_holds (const char *text, const char *pieces, GString *folded)
{
  g_string_truncate (folded, 0);
  lp_fold_append (folded, text);
  while (*pieces != '\0')
    {
      gsize length = strcspn (pieces, " ");

      if (!memmem (folded->str, folded->len, pieces, length))
        return FALSE;
      pieces += length;
      pieces += *pieces == ' ';
    }

  return TRUE;
}
