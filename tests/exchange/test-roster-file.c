/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-roster-file.h"

#include <string.h>

#include "lp-roster.h"
#include "test-util.h"

typedef struct {
  TestFolder *folder;
  LpStore    *store;
  LpReader   *reader;
  LpId        meeting;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = test_folder_new ();
  self->store = test_store_open (self->folder->database);
  self->reader = lp_store_get_reader (self->store);
  self->meeting = test_meeting (self->store, "Kick-off");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  test_store_close (self->store);
  test_check (self->folder->database);
  test_folder_free (self->folder);
}

static LpRosterFile *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  LpRosterFile *file = lp_roster_file_parse (text, &error);

  g_assert_no_error (error);

  return file;
}

/* How many are, or would be, taken; commits when there is something to commit. */
static LpImportResult *
take (Fixture      *self,
      LpRosterFile *file,
      gboolean      keep_going)
{
  g_autoptr (GError) error = NULL;
  LpChangeSet *changes = NULL;
  LpImportResult *result = lp_roster_file_take (file, self->reader, &self->meeting, keep_going, &changes,
                                                &error);

  g_assert_no_error (error);
  if (changes)
    test_commit (self->store, changes);

  return result;
}

static guint
count (Fixture *self)
{
  g_autoptr (LpRoster) roster = lp_roster_load (self->reader, &self->meeting, NULL);

  return roster->people->len;
}

static LpRecord *
person (LpRoster *roster,
        guint     index)
{
  return g_ptr_array_index (roster->people, index);
}

static void
test_headings (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (LpRosterFile) file = parse ("Bord\tNavn\tTelefon\tUdsatteråd\n"
                                         "4\tÅse Øst; \"den ene\"\t12\tUdsatterådet i Odense Kommune\n"
                                         "\tBo\t\t\n");
  g_autoptr (LpImportResult) result = NULL;
  g_autoptr (LpRoster) roster = NULL;

  g_assert_true (lp_roster_file_get_has_heading (file));
  g_assert_cmpuint (lp_roster_file_get_n_columns (file), ==, 4);
  g_assert_cmpuint (lp_roster_file_get_n_rows (file), ==, 2);
  g_assert_cmpint (lp_roster_file_get_column (file, LP_ROSTER_FIELD_NAME), ==, 1);
  g_assert_cmpint (lp_roster_file_get_column (file, LP_ROSTER_FIELD_TABLE), ==, 0);
  g_assert_cmpint (lp_roster_file_get_column (file, LP_ROSTER_FIELD_ORGANISATION), ==, 3);
  g_assert_cmpint (lp_roster_file_get_column (file, LP_ROSTER_FIELD_ROLE), ==, -1);

  result = take (self, file, FALSE);
  g_assert_cmpuint (result->taken, ==, 2);
  roster = lp_roster_load (self->reader, &self->meeting, NULL);
  g_assert_cmpstr (lp_record_text (person (roster, 0), LP_PARTICIPANT_NAME), ==, "Åse Øst; \"den ene\"");
  g_assert_cmpstr (lp_record_text (person (roster, 0), LP_PARTICIPANT_MUNICIPALITY), ==, "Odense");
  g_assert_cmpint (lp_record_int (person (roster, 0), LP_PARTICIPANT_TABLE), ==, 4);
  g_assert_false (lp_record_has (person (roster, 1), LP_PARTICIPANT_TABLE));
}

/* As marked in a spreadsheet without its first line; commas in cells are no columns. */
static void
test_no_headings (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr (LpRosterFile) file = parse ("Anna\tMedlem, kasserer, suppleant\t3\nBo\tFormand\t12\textra\n");
  g_autoptr (LpImportResult) result = NULL;
  g_autoptr (LpRoster) roster = NULL;

  g_assert_false (lp_roster_file_get_has_heading (file));
  g_assert_cmpuint (lp_roster_file_get_n_rows (file), ==, 2);
  g_assert_cmpuint (lp_roster_file_get_n_columns (file), ==, 4);
  g_assert_cmpstr (lp_roster_file_get_heading (file, 2), ==, "Column 3");
  g_assert_cmpstr (lp_roster_file_get_cell (file, 1, 2), ==, "12");
  g_assert_cmpint (lp_roster_file_get_column (file, LP_ROSTER_FIELD_NAME), ==, 0);
  lp_roster_file_set_column (file, LP_ROSTER_FIELD_ROLE, 1);
  lp_roster_file_set_column (file, LP_ROSTER_FIELD_TABLE, 2);

  result = take (self, file, FALSE);
  g_assert_cmpuint (result->taken, ==, 2);
  roster = lp_roster_load (self->reader, &self->meeting, NULL);
  g_assert_cmpstr (lp_record_text (person (roster, 0), LP_PARTICIPANT_ROLE), ==,
                   "Medlem, kasserer, suppleant");
  g_assert_cmpint (lp_record_int (person (roster, 1), LP_PARTICIPANT_TABLE), ==, 12);
}

/* All or nothing, unless the good rows alone are asked for; and nothing twice. */
static void
test_nothing_half (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr (LpRosterFile) file = parse ("name\ttable\nAnna\t1\n\t2\nBo\tthree\nCarl\t\n");
  g_autoptr (LpImportResult) refused = take (self, file, FALSE);
  g_autoptr (LpImportResult) taken = NULL;
  g_autoptr (LpImportResult) again = NULL;

  g_assert_cmpuint (refused->taken, ==, 2);
  g_assert_cmpuint (refused->refused->len, ==, 2);
  g_assert_cmpuint (((LpRefusal *) g_ptr_array_index (refused->refused, 0))->line, ==, 3);
  g_assert_cmpuint (((LpRefusal *) g_ptr_array_index (refused->refused, 1))->line, ==, 4);
  g_assert_cmpuint (count (self), ==, 0);

  taken = take (self, file, TRUE);
  g_assert_cmpuint (taken->taken, ==, 2);
  g_assert_cmpuint (count (self), ==, 2);

  again = take (self, file, TRUE);
  g_assert_cmpuint (again->taken, ==, 0);
  g_assert_cmpuint (again->already_there, ==, 2);
  g_assert_cmpuint (count (self), ==, 2);
}

static void
test_columns_change (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr (LpRosterFile) file = parse ("Navn\tKommune\nOdense\tAnna\n");

  lp_roster_file_set_column (file, LP_ROSTER_FIELD_NAME, 1);
  g_assert_cmpint (lp_roster_file_get_column (file, LP_ROSTER_FIELD_MUNICIPALITY), ==, -1);
  lp_roster_file_set_column (file, LP_ROSTER_FIELD_MUNICIPALITY, 0);
  g_assert_cmpint (lp_roster_file_get_column (file, LP_ROSTER_FIELD_NAME), ==, 1);

  lp_roster_file_set_has_heading (file, FALSE);
  g_assert_cmpuint (lp_roster_file_get_n_rows (file), ==, 2);
  g_assert_cmpint (lp_roster_file_get_column (file, LP_ROSTER_FIELD_NAME), ==, 0);
  g_assert_cmpint (lp_roster_file_get_column (file, LP_ROSTER_FIELD_MUNICIPALITY), ==, -1);
  lp_roster_file_set_has_heading (file, TRUE);
  g_assert_cmpint (lp_roster_file_get_column (file, LP_ROSTER_FIELD_MUNICIPALITY), ==, 1);
}

/* "Who" is no heading that is known; somebody must be in it all the same. */
static void
test_name_is_guessed (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr (LpRosterFile) file = parse ("Bord\tHvem\tKommune\n3\tAnna\tOdense\n");

  g_assert_true (lp_roster_file_get_has_heading (file));
  g_assert_cmpint (lp_roster_file_get_column (file, LP_ROSTER_FIELD_NAME), ==, 1);
  g_assert_cmpint (lp_roster_file_get_column (file, LP_ROSTER_FIELD_MUNICIPALITY), ==, 2);
}

static void
test_nothing_there (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (lp_roster_file_parse ("\n\n", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/roster-file/headings", test_headings);
  ADD ("/roster-file/no-headings", test_no_headings);
  ADD ("/roster-file/nothing-half", test_nothing_half);
  ADD ("/roster-file/columns-change", test_columns_change);
  ADD ("/roster-file/name-is-guessed", test_name_is_guessed);
  ADD ("/roster-file/nothing-there", test_nothing_there);

  return g_test_run ();
}
