/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bench-suggest quality NOTES.csv: how often the right theme is suggested and how pure groups are, each for the part of the notes
 * that was tuned on, for the third that was held back, and for all. A line each: what, part, figures.
 * bench-suggest piles NOTES.csv: how pure groups are, of all notes.
 * bench-suggest speed NOTES.csv: microseconds for a suggestion and for groups, with floors. A line each: what, ours, floor.
 *
 * Which notes are held back is told by a hash of their words, so that it is the same for ever.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "csv.h"
#include "lp-groups.h"
#include "lp-suggester.h"

#define DRAWS 20
#define TEXT 3
#define THEME 9
#define N_TEXTS 100000

typedef enum { TUNED, HELD_BACK, ALL, N_PARTS } Part;

static const char *const part_names[N_PARTS] = { "tuned", "held-back", "all" };

typedef struct {
  const char *text;
  guint       theme;
  gboolean    held_back;
  gboolean    known; /* in this draw */
} Note;

typedef struct {
  GPtrArray *rows;
  GArray    *notes;  /* of Note */
  GPtrArray *themes; /* names */
  LpLexicon *lexicon;
} Sample;

static guint64 state;

/* Knuth's MMIX; the same numbers everywhere. */
static guint
draw (guint below)
{
  state = state * G_GUINT64_CONSTANT (6364136223846793005) + G_GUINT64_CONSTANT (1442695040888963407);
  return (state >> 33) % below;
}

static gboolean
is_held_back (const char *text)
{
  guint hash = 2166136261u;

  for (; *text != '\0'; text++)
    hash = (hash ^ (guchar) *text) * 16777619u;
  return (hash >> 8) % 3 == 0;
}

static void
load (Sample *sample, const char *path)
{
  sample->rows = test_csv_read (path);
  sample->notes = g_array_new (FALSE, FALSE, sizeof (Note));
  sample->themes = g_ptr_array_new ();
  sample->lexicon = lp_lexicon_new ();
  for (guint i = 1; i < sample->rows->len; i++)
    {
      char **row = g_ptr_array_index (sample->rows, i);
      Note note = { row[TEXT] };

      if (g_strv_length (row) <= THEME || *row[THEME] == '\0')
        continue;
      if (!g_ptr_array_find_with_equal_func (sample->themes, row[THEME], g_str_equal, &note.theme))
        {
          note.theme = sample->themes->len;
          g_ptr_array_add (sample->themes, row[THEME]);
        }
      note.held_back = is_held_back (note.text);
      g_array_append_val (sample->notes, note);
    }
}

static Note *
note_at (Sample *sample, guint i)
{
  return &g_array_index (sample->notes, Note, i);
}

static gboolean
may_be_known (const Note *note, Part part)
{
  return part == ALL || !note->held_back;
}

static gboolean
is_asked (const Note *note, Part part)
{
  return !note->known && (part == ALL || note->held_back == (part == HELD_BACK));
}

/* So many of each theme, but where the others are asked about, two are left. */
static void
draw_known (Sample *sample, Part part, guint n_known, guint seed)
{
  g_autoptr (GArray) those = g_array_new (FALSE, FALSE, sizeof (guint));

  state = seed;
  for (guint theme = 0; theme < sample->themes->len; theme++)
    {
      g_array_set_size (those, 0);
      for (guint i = 0; i < sample->notes->len; i++)
        {
          Note *note = note_at (sample, i);

          if (note->theme != theme)
            continue;
          note->known = FALSE;
          if (may_be_known (note, part))
            g_array_append_val (those, i);
        }
      for (guint i = those->len; i > 1; i--)
        {
          guint j = draw (i);
          guint swapped = g_array_index (those, guint, j);

          g_array_index (those, guint, j) = g_array_index (those, guint, i - 1);
          g_array_index (those, guint, i - 1) = swapped;
        }
      for (guint i = 0; i < MIN (n_known, part == TUNED ? MAX (those->len, 3) - 2 : those->len); i++)
        note_at (sample, g_array_index (those, guint, i))->known = TRUE;
    }
}

/* --- rankings: each gives the place of the right theme, 0 first --- */

static void
prepare_ours (Sample *sample, LpSuggester *suggester)
{
  for (guint i = 0; i < sample->themes->len; i++)
    lp_suggester_put_theme (suggester, i, g_ptr_array_index (sample->themes, i), NULL);
  for (guint i = 0; i < sample->notes->len; i++)
    {
      const Note *note = note_at (sample, i);
      gint64 theme = note->theme;

      lp_suggester_put_note (suggester, i, note->text, &theme, note->known, LP_EXAMPLE_HERE);
    }
}

static guint
rank_ours (LpSuggester *suggester, const Note *note)
{
  LpSuggestion ranked[64];
  guint n = lp_suggester_rank (suggester, note->text, ranked, G_N_ELEMENTS (ranked));

  for (guint i = 0; i < n; i++)
    {
      if (ranked[i].theme == note->theme)
        return i;
    }
  return n;
}

/* The words as they are, between what is no letter. */
static char **
split_words (const char *text)
{
  g_autofree char *small = g_utf8_strdown (text, -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  const char *begin = NULL;

  for (const char *p = small;; p = g_utf8_next_char (p))
    {
      if (*p != '\0' && g_unichar_isalnum (g_utf8_get_char (p)))
        {
          begin = begin != NULL ? begin : p;
          continue;
        }
      if (begin != NULL)
        g_strv_builder_take (words, g_strndup (begin, p - begin));
      begin = NULL;
      if (*p == '\0')
        return g_strv_builder_end (words);
    }
}

/* The plain baseline: words, how rare they are, nearest mean. */
typedef struct {
  GHashTable *dims; /* word → dim + 1 */
  GArray     *df;   /* of double */
  double     *sums; /* dim × theme */
  double     *lengths;
  guint       n_themes;
  double      n;
} Plain;

static void
plain_count (Plain *plain, const char *text)
{
  g_auto (GStrv) words = split_words (text);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  plain->n++;
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint dim = GPOINTER_TO_UINT (g_hash_table_lookup (plain->dims, words[i]));
      double none = 0;

      if (!g_hash_table_add (seen, words[i]))
        continue;
      if (dim == 0)
        {
          g_array_append_val (plain->df, none);
          dim = plain->df->len;
          g_hash_table_insert (plain->dims, g_strdup (words[i]), GUINT_TO_POINTER (dim));
        }
      g_array_index (plain->df, double, dim - 1)++;
    }
}

/* Adds the text to a theme, or, with scores, multiplies it with all. */
static void
plain_use (Plain *plain, const char *text, guint theme, double *scores)
{
  g_auto (GStrv) words = split_words (text);
  double square = 0;

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; words[i] != NULL; i++)
        {
          guint dim = GPOINTER_TO_UINT (g_hash_table_lookup (plain->dims, words[i])) - 1;
          double weight = log ((plain->n + 1) / (g_array_index (plain->df, double, dim) + 0.5));

          if (pass == 0)
            square += weight * weight;
          else if (scores == NULL)
            plain->sums[dim * plain->n_themes + theme] += weight / sqrt (square);
          else
            for (guint t = 0; t < plain->n_themes; t++)
              scores[t] += weight * plain->sums[dim * plain->n_themes + t] / plain->lengths[t];
        }
    }
}

static void
prepare_plain (Sample *sample, Plain *plain)
{
  *plain = (Plain) { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                     g_array_new (FALSE, FALSE, sizeof (double)) };
  plain->n_themes = sample->themes->len;
  plain->lengths = g_new0 (double, plain->n_themes);
  for (guint i = 0; i < sample->notes->len; i++)
    plain_count (plain, note_at (sample, i)->text);
  plain->sums = g_new0 (double, plain->df->len * plain->n_themes);
  for (guint i = 0; i < sample->notes->len; i++)
    {
      if (note_at (sample, i)->known)
        plain_use (plain, note_at (sample, i)->text, note_at (sample, i)->theme, NULL);
    }
  for (guint t = 0; t < plain->n_themes; t++)
    {
      for (guint i = 0; i < plain->df->len; i++)
        plain->lengths[t] += plain->sums[i * plain->n_themes + t] * plain->sums[i * plain->n_themes + t];
      plain->lengths[t] = MAX (sqrt (plain->lengths[t]), 1e-9);
    }
}

static void
clear_plain (Plain *plain)
{
  g_hash_table_unref (plain->dims);
  g_array_unref (plain->df);
  g_free (plain->sums);
  g_free (plain->lengths);
}

static guint
rank_of (const double *scores, guint n, guint theme)
{
  guint rank = 0;

  for (guint t = 0; t < n; t++)
    rank += scores[t] > scores[theme] || (scores[t] == scores[theme] && t < theme);
  return rank;
}

static guint
rank_plain (Plain *plain, const Note *note)
{
  g_autofree double *scores = g_new0 (double, plain->n_themes);

  plain_use (plain, note->text, 0, scores);
  return rank_of (scores, plain->n_themes, note->theme);
}

static guint
rank_frequent (Sample *sample, const Note *note)
{
  g_autofree double *scores = g_new0 (double, sample->themes->len);

  for (guint i = 0; i < sample->notes->len; i++)
    scores[note_at (sample, i)->theme]++;
  return rank_of (scores, sample->themes->len, note->theme);
}

/* How often, of those asked, the right theme is first and among three: ours, plain words, the most frequent. */
static void
measure_draw (Sample *sample, Part part, double hits[3][2], double *n_asked, double *silent)
{
  g_autoptr (LpSuggester) suggester = lp_suggester_new (sample->lexicon);
  Plain plain;

  prepare_ours (sample, suggester);
  prepare_plain (sample, &plain);
  for (guint i = 0; i < sample->notes->len; i++)
    {
      const Note *note = note_at (sample, i);
      LpSuggestion suggestions[LP_SUGGESTIONS];
      guint ranks[3], n_suggested;

      if (!is_asked (note, part))
        continue;
      ranks[0] = rank_ours (suggester, note);
      ranks[1] = rank_plain (&plain, note);
      ranks[2] = rank_frequent (sample, note);
      for (guint j = 0; j < 3; j++)
        {
          hits[j][0] += ranks[j] < 1;
          hits[j][1] += ranks[j] < 3;
        }
      n_suggested = lp_suggester_suggest (suggester, note->text, suggestions, LP_SUGGESTIONS);
      silent[0] += n_suggested == 0;
      for (guint j = 0; j < n_suggested; j++)
        silent[1] += suggestions[j].theme == note->theme;
      (*n_asked)++;
    }
  clear_plain (&plain);
}

static void
measure_suggestions (Sample *sample, Part part, guint n_known)
{
  double hits[3][2] = { { 0 } }, n = 0, silent[2] = { 0 };

  for (guint i = 0; i < DRAWS; i++)
    {
      draw_known (sample, part, n_known, i * 7919 + n_known * 31 + 5);
      measure_draw (sample, part, hits, &n, silent);
    }
  printf ("suggest %s %u", part_names[part], n_known);
  for (guint j = 0; j < 3; j++)
    printf (" %.4f %.4f", hits[j][0] / n, hits[j][1] / n);
  printf (" %.4f %.4f\n", silent[0] / n, silent[1] / MAX (n - silent[0], 1));
}

/* --- groups --- */

typedef struct {
  double *counts; /* group × theme */
  guint   n_groups;
  guint   n_themes;
  double  n;      /* notes in groups */
} Table;

static double
choose_two (double n)
{
  return n * (n - 1) / 2;
}

/* Σ over cells, rows and columns of some function. */
static void
sum_table (const Table *table, double (*function) (double), double sums[3])
{
  sums[0] = sums[1] = sums[2] = 0;
  for (guint i = 0; i < table->n_groups; i++)
    {
      double row = 0;

      for (guint t = 0; t < table->n_themes; t++)
        {
          sums[0] += function (table->counts[i * table->n_themes + t]);
          row += table->counts[i * table->n_themes + t];
        }
      sums[1] += function (row);
    }
  for (guint t = 0; t < table->n_themes; t++)
    {
      double column = 0;

      for (guint i = 0; i < table->n_groups; i++)
        column += table->counts[i * table->n_themes + t];
      sums[2] += function (column);
    }
}

static double
times_log (double n)
{
  return n > 0 ? n * log (n) : 0;
}

/* V-measure (Rosenberg and Hirschberg 2007), adjusted Rand index (Hubert and Arabie 1985): of the notes in groups. */
static void
print_table (const Table *table, const char *name, guint n_asked)
{
  double pairs[3], logs[3], whole = times_log (table->n), expected, themes, groups, given, homogeneity, completeness;

  sum_table (table, choose_two, pairs);
  sum_table (table, times_log, logs);
  expected = pairs[1] * pairs[2] / MAX (choose_two (table->n), 1);
  themes = whole - logs[2];
  groups = whole - logs[1];
  given = logs[1] - logs[0];
  homogeneity = themes > 0 ? 1 - given / themes : 1;
  completeness = groups > 0 ? 1 - (logs[2] - logs[0]) / groups : 1;
  printf ("groups %s %.4f %.4f %u %.4f %.4f\n", name, pairs[0] / MAX (pairs[1], 1), table->n / n_asked, table->n_groups,
          2 * homogeneity * completeness / MAX (homogeneity + completeness, 1e-9),
          (pairs[0] - expected) / MAX ((pairs[1] + pairs[2]) / 2 - expected, 1e-9));
}

static void
measure_groups (Sample *sample, Part part)
{
  g_autoptr (GArray) loose = g_array_new (FALSE, FALSE, sizeof (LpLooseNote));
  g_autoptr (GPtrArray) groups = NULL;
  Table table = { .n_themes = sample->themes->len };

  for (guint i = 0; i < sample->notes->len; i++)
    {
      const Note *note = note_at (sample, i);
      LpLooseNote one = { i, note->text };

      if (part == ALL || note->held_back == (part == HELD_BACK))
        g_array_append_val (loose, one);
    }
  groups = lp_groups_find (sample->lexicon, NULL, (const LpLooseNote *) loose->data, loose->len, NULL, NULL);
  table.n_groups = groups->len;
  table.counts = g_new0 (double, groups->len * table.n_themes + 1);
  for (guint i = 0; i < groups->len; i++)
    {
      const LpGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->n_notes; j++)
        table.counts[i * table.n_themes + note_at (sample, group->notes[j])->theme]++;
      table.n += group->n_notes;
    }
  print_table (&table, part_names[part], loose->len);
  g_free (table.counts);
}

/* --- speed --- */

/* Notes of the words of two of the sample's, and one word more, so that there are ever more words. */
static GPtrArray *
make_texts (Sample *sample, guint n)
{
  static const char *const syllables[] = { "ba", "der", "fu", "gle", "hov", "kin", "lø", "mas", "ne", "pri", "rø", "stå" };
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  state = 1;
  for (guint i = 0; i < n; i++)
    {
      GString *text = g_string_new (NULL);

      for (guint half = 0; half < 2; half++)
        {
          g_auto (GStrv) words = g_strsplit (note_at (sample, draw (sample->notes->len))->text, " ", -1);
          guint n_words = g_strv_length (words);

          for (guint j = 0; j < (n_words + 1) / 2; j++)
            g_string_append_printf (text, "%s ", words[half * (n_words / 2) + j]);
        }
      for (guint j = 0; j < 4; j++)
        g_string_append (text, syllables[draw (G_N_ELEMENTS (syllables))]);
      g_ptr_array_add (texts, g_string_free (text, FALSE));
    }
  return texts;
}

/* The floor: a hash of each run of three to five letters, which is the least that features cost. */
static guint
hash_runs (const char *text)
{
  gsize size = strlen (text);
  guint sum = 0;

  for (gsize i = 0; i < size; i++)
    {
      guint hash = 2166136261u;

      for (gsize j = i; j < MIN (i + 5, size); j++)
        {
          hash = (hash ^ (guchar) text[j]) * 16777619u;
          if (j >= i + 2)
            sum ^= hash;
        }
    }
  return sum;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

static gint64
nanoseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

static void
measure_asking (Sample *sample, GPtrArray *texts)
{
  g_autoptr (LpSuggester) suggester = lp_suggester_new (sample->lexicon);
  g_autofree gint64 *times = g_new (gint64, 2000), *floors = g_new (gint64, 2000), *learned = g_new (gint64, 2000);
  volatile guint sink = 0;
  gint64 begin = nanoseconds ();

  for (guint i = 0; i < sample->themes->len; i++)
    lp_suggester_put_theme (suggester, i, g_ptr_array_index (sample->themes, i), NULL);
  for (guint i = 0; i < texts->len; i++)
    {
      gint64 theme = draw (sample->themes->len);

      lp_suggester_put_note (suggester, i, g_ptr_array_index (texts, i), &theme, 1, LP_EXAMPLE_HERE);
    }
  printf ("learn-all %.1f 0\n", (nanoseconds () - begin) / 1e3);
  for (guint i = 0; i < 2000; i++)
    {
      const char *text = g_ptr_array_index (texts, (guint64) i * 7919 % texts->len);
      LpSuggestion suggestions[LP_SUGGESTIONS];
      gint64 theme = i % sample->themes->len;

      begin = nanoseconds ();
      sink += lp_suggester_suggest (suggester, text, suggestions, LP_SUGGESTIONS);
      times[i] = nanoseconds () - begin;
      begin = nanoseconds ();
      sink += hash_runs (text);
      floors[i] = nanoseconds () - begin;
      begin = nanoseconds ();
      lp_suggester_put_note (suggester, (guint64) i * 7919 % texts->len, text, &theme, 1, LP_EXAMPLE_HERE);
      learned[i] = nanoseconds () - begin;
    }
  qsort (times, 2000, sizeof *times, compare_times);
  qsort (floors, 2000, sizeof *floors, compare_times);
  qsort (learned, 2000, sizeof *learned, compare_times);
  printf ("suggest-median %.3f %.3f\n", times[1000] / 1e3, floors[1000] / 1e3);
  printf ("suggest-99 %.3f %.3f\n", times[1980] / 1e3, floors[1980] / 1e3);
  printf ("move-99 %.3f %.3f\n", learned[1980] / 1e3, floors[1980] / 1e3);
}

static void
measure_grouping (Sample *sample, GPtrArray *texts, guint n)
{
  g_autofree LpLooseNote *loose = g_new (LpLooseNote, n);
  gint64 best = G_MAXINT64, floor = G_MAXINT64;
  volatile guint sink = 0;

  for (guint i = 0; i < n; i++)
    loose[i] = (LpLooseNote) { i, g_ptr_array_index (texts, i) };
  for (guint round = 0; round < 3; round++)
    {
      gint64 begin = nanoseconds ();
      g_autoptr (GPtrArray) groups = lp_groups_find (sample->lexicon, NULL, loose, n, NULL, NULL);

      best = MIN (best, nanoseconds () - begin);
      begin = nanoseconds ();
      for (guint i = 0; i < n; i++)
        sink += hash_runs (loose[i].text);
      floor = MIN (floor, nanoseconds () - begin);
    }
  printf ("groups-%u %.1f %.1f\n", n, best / 1e3, floor / 1e3);
}

int
main (int argc, char **argv)
{
  Sample sample;

  if (argc != 3)
    return 2;
  load (&sample, argv[2]);
  if (g_str_equal (argv[1], "quality"))
    {
      static const guint known[] = { 3, 5, 10 };

      for (Part part = 0; part < N_PARTS; part++)
        {
          for (guint i = 0; i < G_N_ELEMENTS (known); i++)
            measure_suggestions (&sample, part, known[i]);
          measure_groups (&sample, part);
        }
    }
  else if (g_str_equal (argv[1], "piles"))
    measure_groups (&sample, ALL);
  else
    {
      g_autoptr (GPtrArray) texts = make_texts (&sample, N_TEXTS);

      measure_asking (&sample, texts);
      measure_grouping (&sample, texts, 1000);
      measure_grouping (&sample, texts, 10000);
      measure_grouping (&sample, texts, 100000);
    }
  return 0;
}
