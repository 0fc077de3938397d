/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-scan.h"

#include <string.h>

#define MOST_WORDS 4   /* of a phrase */
#define NEAR 120       /* characters between an illness and who can be recognized */
#define SHORTEST 6     /* bytes of a compound */

/* --- hidden addresses --- */

/* The longest phrase that begins with a word; words of a phrase are parted by spaces and dashes. */
static guint
read_phrase (const LpScan *scan, guint place)
{
  char phrase[96];
  gsize size = 0;
  guint last = G_MAXUINT;
  guint words = 0;

  for (; words < MOST_WORDS; place++)
    {
      const LpToken *token = lp_scan_at (scan, place);

      if (token->kind == LP_TOKEN_SPACE || (token->kind == LP_TOKEN_MARK && token->mark == '-'))
        continue;
      if (token->kind != LP_TOKEN_WORD || token->taken || size + token->folded_size + 1 > sizeof phrase)
        break;
      if (words++ > 0)
        phrase[size++] = ' ';
      memcpy (phrase + size, token->folded, token->folded_size);
      size += token->folded_size;
      if (lp_words_find (phrase, size) & LP_WORD_HIDDEN)
        last = place;
    }
  return last;
}

/** lp_scan_hidden: finds words that say that where somebody lives is kept secret. */
void
lp_scan_hidden (LpScan *self)
{
  for (guint i = 0; i < self->tokens.n; i++)
    {
      const LpToken *token = lp_scan_at (self, i);
      guint last = G_MAXUINT;

      if (token->kind == LP_TOKEN_WORD && token->flags & LP_WORD_HIDDEN_START && !token->taken)
        last = read_phrase (self, i);
      if (last != G_MAXUINT)
        lp_scan_add (self, LP_FINDING_HIDDEN_ADDRESS, LP_FINDING_WARN, i, last);
    }
}

/* --- health --- */

static gboolean
tells_who (const LpFinding *finding)
{
  return finding->type != LP_FINDING_WEB && finding->type != LP_FINDING_HEALTH
         && finding->type != LP_FINDING_HIDDEN_ADDRESS;
}

/* Where in the text somebody can be recognized, sorted. */
static GArray *
collect_people (const LpScan *scan)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (LpScanFound *));

  for (guint i = 0; i < scan->found->len; i++)
    {
      LpScanFound *found = &g_array_index (scan->found, LpScanFound, i);

      if (tells_who (&found->finding))
        g_array_append_val (people, found);
    }
  return people;
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  const LpScanFound *one = *(LpScanFound *const *) a;
  const LpScanFound *other = *(LpScanFound *const *) b;

  return (one->finding.start > other->finding.start) - (one->finding.start < other->finding.start);
}

static gboolean
is_near (const LpFinding *person, const LpToken *word)
{
  return person->start <= word->end + NEAR && person->start + person->length + NEAR >= word->start;
}

static gboolean
is_illness (const LpToken *token)
{
  if (token->kind != LP_TOKEN_WORD || token->taken)
    return FALSE;
  return (token->flags & LP_WORD_HEALTH) != 0
         || (token->folded_size >= SHORTEST && !token->flags
             && lp_words_end (token->folded, token->folded_size, lp_health_endings, 2));
}

/* A full name by which an illness stands is a matter to flag, even if nobody knows that person. */
static guint
raise_names (GArray *people, guint from, const LpToken *word)
{
  guint near = 0;

  for (guint i = from; i < people->len; i++)
    {
      LpScanFound *person = g_array_index (people, LpScanFound *, i);

      if (person->finding.start > word->end + NEAR)
        break;
      if (!is_near (&person->finding, word))
        continue;
      near++;
      if (person->full_name)
        person->finding.level = LP_FINDING_FLAG;
    }
  return near;
}

/** lp_scan_health: finds illnesses near to what has been found of people. Call it last. */
void
lp_scan_health (LpScan *self)
{
  g_autoptr (GArray) people = collect_people (self);
  g_autoptr (GArray) illnesses = g_array_new (FALSE, FALSE, sizeof (guint));
  guint from = 0;

  g_array_sort (people, compare_people);
  for (guint i = 0; i < self->tokens.n && from < people->len; i++)
    {
      const LpToken *token = lp_scan_at (self, i);

      if (!is_illness (token))
        continue;
      while (from < people->len)
        {
          const LpFinding *person = &g_array_index (people, LpScanFound *, from)->finding;

          if (person->start + person->length + NEAR >= token->start)
            break;
          from++;
        }
      if (raise_names (people, from, token) > 0)
        g_array_append_val (illnesses, i);
    }
  /* only now: adding moves what "people" points to */
  for (guint i = 0; i < illnesses->len; i++)
    {
      guint place = g_array_index (illnesses, guint, i);

      lp_scan_add (self, LP_FINDING_HEALTH, LP_FINDING_WARN, place, place);
    }
}
