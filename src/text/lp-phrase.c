/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-phrase.h"

#include <string.h>

#define SHORTEST 10
#define LONGEST 48
#define FEWEST_WORDS 3

/* What a phrase is worth: it says what it is to be about, it is whole, and it is neither very short nor very long. */
#define MOST_TELLING 3
#define WHOLE_SIDE 0.5
#define LENGTH_WANTED 24
#define LENGTH_COST 0.02

/* A dot after so few letters is one of an abbreviation: "640 kr v. arbejdet". */
#define SHORTEST_LAST 4

/* How a text is parted at a place. */
typedef enum {
  PART_NOT,
  PART_COMMA,
  PART_WITHIN, /* a sentence, where something new begins */
  PART_SENTENCE,
} Part;

/* A part of a text, in bytes. */
typedef struct {
  gsize start;
  gsize end;
  Part  before;
  Part  after;
} Piece;

typedef struct {
  const char         *text;
  const LpPhraseWord *words;
  guint               n_words;
  Piece               best;
  double              score; /* 0: none yet */
} Search;

static guint
count_letters_before (const char *text, const char *at)
{
  guint n = 0;

  while (at > text)
    {
      at = g_utf8_prev_char (at);
      if (!g_unichar_isalpha (g_utf8_get_char (at)))
        return n;
      n++;
    }
  return n;
}

static gboolean
is_blank_or_end (const char *at)
{
  return *at == '\0' || g_ascii_isspace (*at);
}

/* A small letter goes on: "lavet af tidl. brugere". */
static gboolean
ends_sentence (const char *text, const char *dot)
{
  const char *next = dot + 1;

  if (!is_blank_or_end (next) || count_letters_before (text, dot) < SHORTEST_LAST)
    return FALSE;
  while (g_ascii_isspace (*next))
    next++;
  return !g_unichar_islower (g_utf8_get_char (next));
}

/* Of the character at a place, which may be the end. */
static Part
part_at (const char *text, const char *at)
{
  gunichar c = g_utf8_get_char (at);

  if (c == '\0' || c == '!' || c == '?' || c == '\n' || c == '\r')
    return PART_SENTENCE;
  if (c == '.')
    return ends_sentence (text, at) ? PART_SENTENCE : PART_NOT;
  if (c == ',')
    return PART_COMMA;
  if (c == '-')
    return is_blank_or_end (at + 1) && (at == text || g_ascii_isspace (at[-1])) ? PART_WITHIN : PART_NOT;
  return g_utf8_strchr (";:()\"/=+–—“”»«…", -1, c) != NULL ? PART_WITHIN : PART_NOT;
}

static void
trim (const char *text, Piece *piece)
{
  while (piece->start < piece->end && g_ascii_isspace (text[piece->start]))
    piece->start++;
  while (piece->end > piece->start && g_ascii_isspace (text[piece->end - 1]))
    piece->end--;
}

/* Numbers and signs are of one case alone. A dot may stand within, of an abbreviation. */
static gboolean
is_plain (const char *from, const char *to)
{
  for (; from < to; from = g_utf8_next_char (from))
    {
      gunichar c = g_utf8_get_char (from);

      if (!g_unichar_isalpha (c) && !g_unichar_ismark (c) && c != ' ' && c != ',' && c != '-' && c != '\'' && c != 0x2019)
        return FALSE;
    }
  return TRUE;
}

/* A phrase that goes on from something is none by itself. */
static gboolean
goes_on (const char *from)
{
  static const char *const words[] = { "og ", "men ", "eller ", "samt ", "så ", "og, ", "och ", "eller ", "and ", "but ", "or " };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_ascii_strncasecmp (from, words[i], strlen (words[i])) == 0)
        return TRUE;
    }
  return FALSE;
}

static guint
count_words (const char *from, const char *to)
{
  guint n = 1;

  for (; from < to; from++)
    n += *from == ' ' && from[1] != ' ';
  return n;
}

/* How many of the telling words are in a piece; 0 where one is barred, or where it does not end with a word that says something. */
static guint
count_telling (const Search *search, const Piece *piece)
{
  guint seen = 0, last = 0;

  for (guint i = 0; i < search->n_words; i++)
    {
      const LpPhraseWord *word = &search->words[i];

      if (word->end <= piece->start || word->start >= piece->end)
        continue;
      if (word->barred)
        return 0;
      seen |= word->telling > 0 ? 1u << word->telling : 0;
      last = word->end;
    }
  return last == piece->end ? __builtin_popcount (seen) : 0;
}

static void
try (Search *search, Piece piece)
{
  const char *from, *to;
  glong length;
  guint telling;
  double score;

  trim (search->text, &piece);
  from = search->text + piece.start;
  to = search->text + piece.end;
  length = g_utf8_pointer_to_offset (from, to);
  if (length < SHORTEST || length > LONGEST || count_words (from, to) < FEWEST_WORDS || !is_plain (from, to) || goes_on (from))
    return;
  telling = count_telling (search, &piece);
  if (telling == 0)
    return;
  score = MIN (telling, MOST_TELLING) + (piece.before == PART_SENTENCE ? WHOLE_SIDE : 0) +
          (piece.after == PART_SENTENCE ? WHOLE_SIDE : 0) - LENGTH_COST * ABS (length - LENGTH_WANTED);
  if (score <= search->score)
    return;
  search->score = score;
  search->best = piece;
}

/**
 * lp_phrase_find: words of a text, as they stand, that would do as a name for what it is about: of some length, without numbers or
 * signs, rather a whole sentence than a part of one.
 * @text: valid UTF-8
 * @words: those that say something, in the order of the text
 * @score: what it is worth, to be compared with that of other texts; over 0
 *
 * Returns: (transfer full) (nullable): %NULL: no part of the text would do
 */
char *
lp_phrase_find (const char *text, const LpPhraseWord *words, guint n_words, double *score)
{
  Search search = { text, words, n_words };
  Piece whole = { .before = PART_SENTENCE }; /* from what is no comma to what is none */
  Piece part = { .before = PART_SENTENCE };

  for (const char *at = text;; at = g_utf8_next_char (at))
    {
      Part found = part_at (text, at);
      gsize next = *at != '\0' ? g_utf8_next_char (at) - text : 0;

      if (found != PART_NOT)
        {
          part.end = whole.end = at - text;
          part.after = whole.after = found;
          try (&search, part);
          part = (Piece) { .start = next, .before = found };
        }
      if (found > PART_COMMA)
        {
          try (&search, whole);
          whole = part;
        }
      if (*at == '\0')
        break;
    }
  *score = search.score;
  return search.score > 0 ? g_strndup (text + search.best.start, search.best.end - search.best.start) : NULL;
}
