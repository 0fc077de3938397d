/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-participant-actions.h"

#include <string.h>

#include "lp-backup.h"
#include "lp-figures.h"
#include "lp-roster.h"
#include "test-util.h"

#define SECRET "Zebrasønnen Åkjær"

typedef struct {
  TestFolder *folder;
  LpStore    *store;
  LpReader   *reader;
  LpId        meeting;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = test_folder_new ();
  self->store = test_store_open (self->folder->database);
  self->reader = lp_store_get_reader (self->store);
  self->meeting = test_meeting (self->store, "Kick-off");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->store != NULL)
    test_store_close (self->store);
  test_check (self->folder->database);
  test_folder_free (self->folder);
}

static LpId
add (Fixture *self, const LpParticipantDraft *draft)
{
  LpChangeSet *changes = lp_change_set_new ("Add participant");
  g_autoptr (GError) error = NULL;
  LpId id = { 0 };

  lp_participant_put (changes, &self->meeting, draft, &id, &error);
  g_assert_no_error (error);
  test_commit (self->store, changes);

  return id;
}

/* 24 people of 8 councils, three of each one after the other; two in three have lived experience. */
static void
add_panel (Fixture *self, int n_tables)
{
  for (int i = 0; i < 24; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %02d", i);
      g_autofree char *council = g_strdup_printf ("Council %d", i / 3);
      LpParticipantDraft draft = { .name = name, .organisation = council };

      draft.perspective = i % 3 < 2 ? "lived" : "professional";
      draft.table = n_tables > 0 ? i * n_tables / 24 + 1 : 0;
      add (self, &draft);
    }
}

static void
set_tables (Fixture *self, int n_tables)
{
  LpChangeSet *changes = lp_change_set_new ("Test");

  lp_edit_int (lp_change_set_put (changes, LP_MEETING, &self->meeting, &self->meeting), LP_MEETING_TABLES,
               n_tables);
  test_commit (self->store, changes);
}

static LpRoster *
load (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  LpRoster *roster = lp_roster_load (self->reader, &self->meeting, &error);

  g_assert_no_error (error);

  return roster;
}

static gint64
int_of (Fixture *self, const LpId *id, guint field)
{
  g_autoptr (LpRecord) record = test_load (self->store, LP_PARTICIPANT, id);

  return lp_record_int (record, field);
}

static guint
seat (Fixture *self, LpSeatWho who)
{
  g_autoptr (LpRoster) roster = load (self);
  LpChangeSet *changes = lp_change_set_new ("Seat");
  guint moved = lp_roster_seat (roster, changes, &self->meeting, who, 1);

  if (moved > 0)
    test_commit (self->store, changes);
  else
    lp_change_set_unref (changes);

  return moved;
}

static void
test_put (Fixture *self, gconstpointer data)
{
  LpParticipantDraft draft = { .name = "  Ane Ærlig ", .organisation = " ", .role = "Formand",
                               .municipality = "Skive", .perspective = "lived", .table = 4, .fixed = TRUE };
  LpId id = add (self, &draft);
  g_autoptr (LpRecord) record = test_load (self->store, LP_PARTICIPANT, &id);

  g_assert_cmpstr (lp_record_text (record, LP_PARTICIPANT_NAME), ==, "Ane Ærlig");
  g_assert_false (lp_record_has (record, LP_PARTICIPANT_ORGANISATION));
  g_assert_cmpstr (lp_record_text (record, LP_PARTICIPANT_PERSPECTIVE), ==, "lived");
  g_assert_cmpint (lp_record_int (record, LP_PARTICIPANT_TABLE), ==, 4);
  g_assert_true (lp_record_int (record, LP_PARTICIPANT_FIXED));
  g_assert_false (lp_record_int (record, LP_PARTICIPANT_CONSENT));
}

static void
test_needs_a_name (Fixture *self, gconstpointer data)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new ("Add participant");
  g_autoptr (GError) error = NULL;
  LpId id = { 0 };

  g_assert_false (lp_participant_put (changes, &self->meeting, &(LpParticipantDraft) { .name = " " }, &id,
                                      &error));
  g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID);
  g_assert_true (lp_change_set_is_empty (changes));
}

static void
test_several (Fixture *self, gconstpointer data)
{
  LpId people[] = { add (self, &(LpParticipantDraft) { .name = "A", .table = 1, .fixed = TRUE }),
                    add (self, &(LpParticipantDraft) { .name = "B" }) };
  LpChangeSet *changes = lp_change_set_new ("Test");

  lp_participants_set_table (changes, &self->meeting, people, 2, 7);
  lp_participants_set_flag (changes, &self->meeting, people, 2, LP_PARTICIPANT_PRESENT, TRUE);
  lp_participants_set_perspective (changes, &self->meeting, people, 2, "expert");
  test_commit (self->store, changes);
  for (int i = 0; i < 2; i++)
    {
      g_assert_cmpint (int_of (self, &people[i], LP_PARTICIPANT_TABLE), ==, 7);
      g_assert_true (int_of (self, &people[i], LP_PARTICIPANT_PRESENT));
    }
  g_assert_true (int_of (self, &people[0], LP_PARTICIPANT_FIXED));

  changes = lp_change_set_new ("Test");
  lp_participants_set_table (changes, &self->meeting, people, 2, 0);
  test_commit (self->store, changes);
  g_assert_cmpint (int_of (self, &people[0], LP_PARTICIPANT_TABLE), ==, 0);
  g_assert_false (int_of (self, &people[0], LP_PARTICIPANT_FIXED));
}

static void
test_swap (Fixture *self, gconstpointer data)
{
  LpId a = add (self, &(LpParticipantDraft) { .name = "A", .table = 3 });
  LpId b = add (self, &(LpParticipantDraft) { .name = "B" });
  LpId nobody = lp_id_new ();
  LpChangeSet *changes = lp_change_set_new ("Swap");
  g_autoptr (GError) error = NULL;

  g_assert_true (lp_participants_swap (changes, self->reader, &self->meeting, &a, &b, NULL));
  test_commit (self->store, changes);
  g_assert_cmpint (int_of (self, &a, LP_PARTICIPANT_TABLE), ==, 0);
  g_assert_cmpint (int_of (self, &b, LP_PARTICIPANT_TABLE), ==, 3);

  changes = lp_change_set_new ("Swap");
  g_assert_false (lp_participants_swap (changes, self->reader, &self->meeting, &a, &nobody, &error));
  g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND);
  lp_change_set_unref (changes);
}

static void
test_counts (Fixture *self, gconstpointer data)
{
  g_autofree LpFigures *figures = NULL;

  add (self, &(LpParticipantDraft) { .name = "A", .table = 3, .present = TRUE, .consent = TRUE });
  add (self, &(LpParticipantDraft) { .name = "B", .table = 1, .present = TRUE });
  add (self, &(LpParticipantDraft) { .name = "C" });
  figures = lp_figures_load (self->reader, &self->meeting, NULL);
  g_assert_cmpuint (figures->participants, ==, 3);
  g_assert_cmpuint (figures->seated, ==, 2);
  g_assert_cmpuint (figures->present, ==, 2);
  g_assert_cmpuint (figures->consents, ==, 1);
}

static void
test_roster (Fixture *self, gconstpointer data)
{
  g_autoptr (LpRoster) roster = NULL;
  LpTableSeats *table;

  set_tables (self, 2);
  add (self, &(LpParticipantDraft) { .name = "A", .table = 3, .organisation = "Odense",
                                     .perspective = "lived" });
  add (self, &(LpParticipantDraft) { .name = "B", .table = 3, .municipality = "ODENSE",
                                     .perspective = "lived" });
  add (self, &(LpParticipantDraft) { .name = "C", .table = 1, .consent = TRUE });
  add (self, &(LpParticipantDraft) { .name = "D", .present = TRUE });
  roster = load (self);
  g_assert_cmpuint (roster->people->len, ==, 4);
  g_assert_cmpuint (roster->n_tables, ==, 2);
  g_assert_cmpuint (roster->tables->len, ==, 3);
  g_assert_cmpuint (roster->seated, ==, 3);
  g_assert_cmpuint (roster->present, ==, 1);
  g_assert_cmpuint (roster->consents, ==, 1);
  g_assert_cmpuint (roster->quality.same_council, ==, 1);

  table = &g_array_index (roster->tables, LpTableSeats, 2);
  g_assert_cmpint (table->table, ==, 3);
  g_assert_cmpuint (table->people, ==, 2);
  g_assert_cmpuint (table->perspectives[LP_PERSPECTIVE_LIVED], ==, 2);
  g_assert_cmpuint (table->councils, ==, 1);
  g_assert_cmpuint (table->largest_council, ==, 2);
  g_assert_true (table->one_perspective);
  table = &g_array_index (roster->tables, LpTableSeats, 0);
  g_assert_cmpuint (table->unknown, ==, 1);
  g_assert_cmpuint (table->councils, ==, 0);
  g_assert_false (table->one_perspective);
}

/* When nobody sits yet, all are seated; what was done can be undone in one step. */
static void
test_seat_all (Fixture *self, gconstpointer data)
{
  g_autoptr (LpRoster) before = NULL;
  g_autoptr (LpRoster) after = NULL;

  set_tables (self, 6);
  add_panel (self, 0);
  g_assert_cmpuint (seat (self, LP_SEAT_SEATED), ==, 24);
  after = load (self);
  g_assert_cmpuint (after->seated, ==, 24);
  g_assert_cmpuint (after->quality.same_council, ==, 0);
  g_assert_cmpuint (after->quality.one_perspective, ==, 0);
  g_assert_cmpuint (after->quality.size_difference, ==, 0);
  g_assert_cmpuint (seat (self, LP_SEAT_SEATED), ==, 0);

  g_assert_true (lp_store_undo (self->store, NULL));
  before = load (self);
  g_assert_cmpuint (before->seated, ==, 0);
}

static void
test_seat_again (Fixture *self, gconstpointer data)
{
  g_autoptr (LpRoster) after = NULL;
  LpId guest, fixed;

  set_tables (self, 6);
  add_panel (self, 6);
  guest = add (self, &(LpParticipantDraft) { .name = "Guest" });
  fixed = add (self, &(LpParticipantDraft) { .name = "Host", .table = 5, .fixed = TRUE });
  g_assert_cmpuint (seat (self, LP_SEAT_SEATED), >, 0);
  after = load (self);
  g_assert_cmpuint (after->quality.same_council, ==, 0);
  g_assert_cmpint (int_of (self, &guest, LP_PARTICIPANT_TABLE), ==, 0);
  g_assert_cmpint (int_of (self, &fixed, LP_PARTICIPANT_TABLE), ==, 5);
}

static void
test_seat_loose (Fixture *self, gconstpointer data)
{
  LpId late[3];
  LpId first = { 0 };

  set_tables (self, 6);
  add_panel (self, 6);
  for (int i = 0; i < 3; i++)
    late[i] = add (self, &(LpParticipantDraft) { .name = "Late" });
  {
    g_autoptr (LpRoster) roster = load (self);

    first = *lp_record_get_id (g_ptr_array_index (roster->people, 23));
  }
  g_assert_cmpuint (seat (self, LP_SEAT_LOOSE), ==, 3);
  for (int i = 0; i < 3; i++)
    g_assert_cmpint (int_of (self, &late[i], LP_PARTICIPANT_TABLE), >, 0);
  g_assert_cmpint (int_of (self, &first, LP_PARTICIPANT_TABLE), ==, 6);
}

static guint
count_found (Fixture *self, LpRosterFilter filter)
{
  g_autoptr (LpRoster) roster = load (self);
  guint found = 0;

  for (guint i = 0; i < roster->people->len; i++)
    found += lp_roster_matches (g_ptr_array_index (roster->people, i), &filter);

  return found;
}

static void
test_filter (Fixture *self, gconstpointer data)
{
  add (self, &(LpParticipantDraft) { .name = "Øjvind Åskov", .municipality = "Kolding", .table = 1 });
  add (self, &(LpParticipantDraft) { .name = "Anna", .organisation = "Udsatterådet i Kolding Kommune",
                                     .perspective = "lived" });
  add (self, &(LpParticipantDraft) { .name = "Bo; =1+1", .table = 2, .perspective = "lived" });

  g_assert_cmpuint (count_found (self, LP_ROSTER_FILTER_ALL), ==, 3);
  g_assert_cmpuint (count_found (self, (LpRosterFilter) { .text = "oejvind", .table = -1 }), ==, 1);
  g_assert_cmpuint (count_found (self, (LpRosterFilter) { .text = "oskov", .table = -1 }), ==, 0);
  g_assert_cmpuint (count_found (self, (LpRosterFilter) { .text = "KOLDING", .table = -1 }), ==, 2);
  g_assert_cmpuint (count_found (self, (LpRosterFilter) { .text = "kolding anna", .table = -1 }), ==, 1);
  g_assert_cmpuint (count_found (self, (LpRosterFilter) { .table = 0 }), ==, 1);
  g_assert_cmpuint (count_found (self, (LpRosterFilter) { .table = 2 }), ==, 1);
  g_assert_cmpuint (count_found (self, (LpRosterFilter) { .table = -1, .perspective = "lived" }), ==, 2);
  g_assert_cmpuint (count_found (self, (LpRosterFilter) { .table = -1, .perspective = "" }), ==, 1);
}

static void
test_order (Fixture *self, gconstpointer data)
{
  LpId a = add (self, &(LpParticipantDraft) { .name = "Anna", .perspective = "expert", .present = TRUE });
  LpId b = add (self, &(LpParticipantDraft) { .name = "Bo", .table = 10, .municipality = "Aarhus" });
  LpId c = add (self, &(LpParticipantDraft) { .name = "Carl", .table = 2, .perspective = "lived" });
  g_autoptr (LpRecord) anna = test_load (self->store, LP_PARTICIPANT, &a);
  g_autoptr (LpRecord) bo = test_load (self->store, LP_PARTICIPANT, &b);
  g_autoptr (LpRecord) carl = test_load (self->store, LP_PARTICIPANT, &c);

  g_assert_cmpint (lp_roster_compare (anna, bo, LP_ROSTER_BY_NAME), <, 0);
  g_assert_cmpint (lp_roster_compare (bo, bo, LP_ROSTER_BY_NAME), ==, 0);
  g_assert_cmpint (lp_roster_compare (carl, bo, LP_ROSTER_BY_TABLE), <, 0);
  g_assert_cmpint (lp_roster_compare (anna, bo, LP_ROSTER_BY_TABLE), >, 0);
  g_assert_cmpint (lp_roster_compare (bo, anna, LP_ROSTER_BY_MUNICIPALITY), <, 0);
  g_assert_cmpint (lp_roster_compare (anna, carl, LP_ROSTER_BY_MUNICIPALITY), <, 0);
  g_assert_cmpint (lp_roster_compare (carl, anna, LP_ROSTER_BY_PERSPECTIVE), <, 0);
  g_assert_cmpint (lp_roster_compare (anna, carl, LP_ROSTER_BY_PRESENT), <, 0);
}

/* Adds to found the name of each file below the folder that holds the words. */
static void
look_for (const char *folder, const char *words, GString *found)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length = 0;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        look_for (path, words, found);
      else if (g_file_get_contents (path, &bytes, &length, NULL) &&
               memmem (bytes, length, words, strlen (words)))
        g_string_append_printf (found, "%s ", name);
    }
}

static void
test_erase_all (Fixture *self, gconstpointer data)
{
  LpId id = add (self, &(LpParticipantDraft) { .name = SECRET, .municipality = SECRET });
  LpId deleted = add (self, &(LpParticipantDraft) { .name = SECRET " den anden" });
  LpId other = test_meeting (self->store, "Another");
  LpChangeSet *changes = lp_change_set_new ("Delete");
  g_autoptr (GString) found = g_string_new (NULL);
  LpId note = test_note (self->store, &self->meeting, "A note stays");
  g_autoptr (LpRecord) kept = NULL;

  lp_participants_delete (changes, &self->meeting, &deleted, 1);
  lp_participant_put (changes, &other, &(LpParticipantDraft) { .name = "Of another meeting" },
                      &(LpId) { 0 }, NULL);
  test_commit (self->store, changes);
  g_assert_true (lp_backup_make_daily (self->folder->database, NULL));
  look_for (self->folder->path, SECRET, found);
  g_assert_cmpstr (found->str, !=, "");

  changes = lp_change_set_new (NULL);
  g_assert_true (lp_participants_erase_all (changes, self->reader, &self->meeting, NULL));
  test_commit (self->store, changes);
  g_string_truncate (found, 0);
  look_for (self->folder->path, SECRET, found);
  g_assert_cmpstr (found->str, ==, "");
  g_assert_null (lp_reader_load (self->reader, LP_PARTICIPANT, &id, NULL));
  g_assert_cmpint (test_number (self->reader, "SELECT count (*) FROM participant"), ==, 1);
  kept = test_load (self->store, LP_NOTE, &note);
  g_assert_cmpstr (lp_record_text (kept, LP_NOTE_TEXT), ==, "A note stays");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/participants/put", test_put);
  ADD ("/participants/needs-a-name", test_needs_a_name);
  ADD ("/participants/several", test_several);
  ADD ("/participants/swap", test_swap);
  ADD ("/participants/counts", test_counts);
  ADD ("/participants/roster", test_roster);
  ADD ("/participants/seat-all", test_seat_all);
  ADD ("/participants/seat-again", test_seat_again);
  ADD ("/participants/seat-loose", test_seat_loose);
  ADD ("/participants/filter", test_filter);
  ADD ("/participants/order", test_order);
  ADD ("/participants/erase-all", test_erase_all);

  return g_test_run ();
}
