/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bench-privacy NOTES.csv NAMES.csv: scans notes of 300 characters, made of the lines of the first file, with the names
 * that begin the lines of the second. Prints microseconds a note: of the scan, and of what nothing that looks at each
 * character can do without: g_utf8_validate() and what GLib knows of each character. Then the same of 20,000 characters.
 */
#include "lp-privacy.h"

#include <stdio.h>
#include <string.h>

#define NOTE 300
#define DRAFT 20000
#define ROUNDS 2000

typedef guint (*Work) (const char *text, const LpNames *names);

static guint
scan (const char *text, const LpNames *names)
{
  g_autoptr (GArray) findings = lp_privacy_scan (text, -1, names);

  return findings->len;
}

static guint
look (const char *text, const LpNames *names)
{
  guint letters = 0;

  if (!g_utf8_validate (text, -1, NULL))
    return 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    letters += g_unichar_isalpha (g_utf8_get_char (p)) + g_unichar_isupper (g_utf8_get_char (p));
  return letters;
}

static GPtrArray *
cut (const char *text, glong length)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  const char *p = text;

  for (glong left = g_utf8_strlen (text, -1); left >= length; left -= length)
    {
      const char *end = g_utf8_offset_to_pointer (p, length);

      g_ptr_array_add (notes, g_strndup (p, end - p));
      p = end;
    }
  return notes;
}

/* The fastest of a few turns: what else the machine does only ever makes it slower. */
static double
measure (Work work, GPtrArray *notes, const LpNames *names, guint rounds)
{
  double best = G_MAXDOUBLE;
  guint sum = 0;

  for (guint turn = 0; turn < 7; turn++)
    {
      gint64 begin = g_get_monotonic_time ();

      for (guint i = 0; i < rounds; i++)
        sum += work (g_ptr_array_index (notes, i % notes->len), names);
      best = MIN (best, (double) (g_get_monotonic_time () - begin) / rounds);
    }
  return sum == 0 ? -1 : best;
}

static LpNames *
load_names (const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    lines[i][strcspn (lines[i], ";")] = '\0';
  return lp_names_new ((const char *const *) lines);
}

int
main (int argc, char **argv)
{
  g_autofree char *text = NULL;
  g_autofree char *long_text = NULL;
  g_autoptr (LpNames) names = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  if (argc != 3 || !g_file_get_contents (argv[1], &text, NULL, NULL) || (names = load_names (argv[2])) == NULL)
    return 1;
  long_text = g_strconcat (text, text, NULL);
  notes = cut (text, NOTE);
  drafts = cut (long_text, DRAFT);
  printf ("note %.3f %.3f\n", measure (scan, notes, names, ROUNDS), measure (look, notes, names, ROUNDS));
  printf ("draft %.3f %.3f\n", measure (scan, drafts, names, ROUNDS / 50), measure (look, drafts, names, ROUNDS / 50));
  return 0;
}
