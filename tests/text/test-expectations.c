/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the privacy check says of whole files: of the sample meeting, for which tests/data/privacy-
 * expectations.csv says what it must find, and of tests/data/privacy-traps.csv, a row for each way in which a
 * number or a name is written, and for each that only looks so.
 */
#include "lp-privacy.h"

#include <string.h>

#include "csv.h"

enum { NOTE_TEXT = 3 };
enum { CORPUS, ROW, MATCH, TYPE, EXPECTED };

/* The sample meeting. */
typedef struct {
  LpNames   *names;
  GPtrArray *notes;
} Sample;

static void
sample_set_up (Sample *self, gconstpointer unused)
{
  const char *folder = g_getenv ("LANDSPANEL_SAMPLE");
  g_autofree char *notes = g_build_filename (folder, "notes.csv", NULL);
  g_autofree char *roster = g_build_filename (folder, "roster.csv", NULL);
  g_autoptr (GPtrArray) people = test_csv_read (roster);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  for (guint i = 0; i < people->len; i++)
    g_ptr_array_add (list, ((GStrv) g_ptr_array_index (people, i))[0]);
  g_ptr_array_add (list, NULL);
  self->names = lp_names_new ((const char *const *) list->pdata);
  self->notes = test_csv_read (notes);
}

static void
sample_tear_down (Sample *self, gconstpointer unused)
{
  lp_names_free (self->names);
  g_ptr_array_unref (self->notes);
}

static char *
slice (const char *text, const LpFinding *finding)
{
  return g_utf8_substring (text, finding->start, finding->start + finding->length);
}

/* The offsets in bytes and in characters mean the same, and no finding reaches into the next. */
static void
check_offsets (const char *text, GArray *findings)
{
  guint end = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const LpFinding *finding = &g_array_index (findings, LpFinding, i);
      g_autofree char *characters = slice (text, finding);
      g_autofree char *bytes = g_strndup (text + finding->byte_start, finding->byte_length);

      g_assert_cmpstr (characters, ==, bytes);
      g_assert_cmpuint (finding->length, >, 0);
      g_assert_cmpuint (finding->start, >=, end);
      end = finding->start + finding->length;
    }
}

/* What the table calls a type; a date of birth and a hidden address have other names there. */
static const char *
type_id (const char *expected)
{
  if (strcmp (expected, "health+name") == 0)
    return "health";
  if (strcmp (expected, "protected address") == 0)
    return "hidden_address";
  if (strcmp (expected, "birthdate") == 0)
    return "birth_date";
  return expected;
}

static const LpFinding *
find_at (GArray *findings, gsize start, gsize length)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const LpFinding *finding = &g_array_index (findings, LpFinding, i);

      if (finding->byte_start < start + length && finding->byte_start + finding->byte_length > start)
        return finding;
    }
  return NULL;
}

/* Returns: whether a row that expects a warning got it. The others must be as the table says. */
static gboolean
check_expectation (Sample *self, GStrv row)
{
  guint number = (guint) g_ascii_strtoull (row[ROW], NULL, 10);
  const char *text = ((GStrv) g_ptr_array_index (self->notes, number - 1))[NOTE_TEXT];
  const char *place = strstr (text, row[MATCH]);
  g_autoptr (GArray) findings = lp_privacy_scan (text, -1, self->names);
  const LpFinding *finding = NULL;
  g_autofree char *match = NULL;

  g_assert_nonnull (place);
  check_offsets (text, findings);
  finding = find_at (findings, place - text, strlen (row[MATCH]));
  if (strcmp (row[EXPECTED], "ignore") == 0)
    {
      g_assert_null (finding);
      return FALSE;
    }
  if (strcmp (row[EXPECTED], "warn") == 0)
    return finding != NULL && finding->level == LP_FINDING_WARN
           && strcmp (lp_finding_type_id (finding->type), type_id (row[TYPE])) == 0;
  g_assert_nonnull (finding);
  match = slice (text, finding);
  g_assert_cmpstr (match, ==, row[MATCH]);
  g_assert_cmpstr (lp_finding_type_id (finding->type), ==, type_id (row[TYPE]));
  g_assert_cmpint (finding->level, ==, LP_FINDING_FLAG);
  return FALSE;
}

static void
test_sample (Sample *self, gconstpointer unused)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "privacy-expectations.csv", NULL);
  g_autoptr (GPtrArray) rows = test_csv_read (path);
  guint warnings = 0;
  guint found = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      GStrv row = g_ptr_array_index (rows, i);
      gboolean warned = check_expectation (self, row);

      warnings += strcmp (row[EXPECTED], "warn") == 0;
      found += warned;
      if (strcmp (row[EXPECTED], "warn") == 0 && !warned)
        g_test_message ("no warning: note %s, %s (%s)", row[ROW], row[MATCH], row[TYPE]);
    }
  g_test_message ("%u of %u possible findings", found, warnings);
  g_assert_cmpuint (found, >=, 10);
}

/* In all the notes there is nothing else: who is warned of everything looks at nothing. */
static void
test_sample_has_no_more (Sample *self, gconstpointer unused)
{
  guint n = 0;

  for (guint i = 0; i < self->notes->len; i++)
    {
      const char *text = ((GStrv) g_ptr_array_index (self->notes, i))[NOTE_TEXT];
      g_autoptr (GArray) findings = lp_privacy_scan (text, -1, self->names);

      check_offsets (text, findings);
      n += findings->len;
    }
  g_test_message ("%u findings in %u notes", n, self->notes->len);
  g_assert_cmpuint (n, ==, 20);
}

/* \n, \r and \uXXXX, which would not be seen in the table. */
static char *
unescape (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p != '\\')
        g_string_append_c (plain, *p);
      else if (*++p == 'u')
        {
          char digits[5] = "";

          memcpy (digits, p + 1, 4);
          g_string_append_unichar (plain, (gunichar) g_ascii_strtoull (digits, NULL, 16));
          p += 4;
        }
      else
        g_string_append_c (plain, *p == 'n' ? '\n' : '\r');
    }
  return g_string_free (plain, FALSE);
}

/* "cpr flag 170483-9998|name warn Bodil", sorted, for a text may have them in any order */
static char *
describe (const char *text, GArray *findings)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < findings->len; i++)
    {
      const LpFinding *finding = &g_array_index (findings, LpFinding, i);
      g_autofree char *match = slice (text, finding);

      g_ptr_array_add (parts, g_strdup_printf ("%s %s %s", lp_finding_type_id (finding->type),
                                               lp_finding_level_id (finding->level), match));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("|", (GStrv) parts->pdata);
}

static void
test_traps (Sample *self, gconstpointer unused)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "privacy-traps.csv", NULL);
  g_autoptr (GPtrArray) rows = test_csv_read (path);
  guint wrong = 0;

  g_assert_cmpuint (rows->len, >=, 250);
  for (guint i = 0; i < rows->len; i++)
    {
      GStrv row = g_ptr_array_index (rows, i);
      g_autofree char *text = unescape (row[0]);
      g_autofree char *expected = unescape (row[1]);
      g_autoptr (GArray) findings = lp_privacy_scan (text, -1, self->names);
      g_autofree char *found = describe (text, findings);

      check_offsets (text, findings);
      if (strcmp (found, expected) == 0)
        continue;
      g_test_message ("row %u, “%s”: “%s”, not “%s”", i + 2, row[0], found, expected);
      wrong++;
    }
  g_test_message ("%u of %u as expected", rows->len - wrong, rows->len);
  g_assert_cmpuint (wrong, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/text/expectations/sample", Sample, NULL, sample_set_up, test_sample, sample_tear_down);
  g_test_add ("/text/expectations/sample-has-no-more", Sample, NULL, sample_set_up, test_sample_has_no_more,
              sample_tear_down);
  g_test_add ("/text/expectations/traps", Sample, NULL, sample_set_up, test_traps, sample_tear_down);
  return g_test_run ();
}
