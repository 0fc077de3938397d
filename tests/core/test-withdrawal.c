/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-withdrawal.h"

#include <string.h>

#include "lp-backup.h"
#include "lp-meeting.h"
#include "lp-story.h"
#include "lp-trace.h"
#include "test-util.h"

#define SECRET "Fjordhesten og jeg"
#define COPY "Skrevet to gange"

typedef TestMeeting Fixture;

static gboolean
is_below (const char *folder, const char *words)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;
  gboolean found = FALSE;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length = 0;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        found |= is_below (path, words);
      else if (g_file_get_contents (path, &bytes, &length, NULL))
        found |= memmem (bytes, length, words, strlen (words)) != NULL;
    }

  return found;
}

static LpId
tell (Fixture *self, const char *words, const LpId *duplicate_of)
{
  g_autoptr (LpStory) story = lp_story_new ();
  LpId id = test_note (self->store, &self->meeting, words);
  LpChangeSet *changes = lp_change_set_new ("Story");

  for (guint i = 0; i < LP_N_STORY_PARTS; i++)
    lp_story_set_part (story, i, words);
  if (duplicate_of != NULL)
    story->duplicate_of = *duplicate_of;
  lp_story_put (story, lp_change_set_put (changes, LP_NOTE, &self->meeting, &id), NULL);
  test_commit (self->store, changes);

  return id;
}

static char *
code_of (Fixture *self, const LpId *id)
{
  g_autoptr (LpRecord) note = test_load (self->store, LP_NOTE, id);

  return lp_record_note_code (note);
}

static LpWithdrawal *
find (Fixture *self, const LpId *id)
{
  g_autofree char *code = code_of (self, id);
  g_autoptr (GError) error = NULL;
  LpWithdrawal *withdrawal = lp_withdrawal_load (self->reader, &self->meeting, code, &error);

  g_assert_no_error (error);
  return withdrawal;
}

static void
withdraw (Fixture *self, LpWithdrawal *withdrawal)
{
  LpChangeSet *changes = lp_change_set_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (lp_withdrawal_erase (withdrawal, self->reader, changes, &error));
  g_assert_no_error (error);
  test_commit (self->store, changes);
}

/* Not in tables, log, write-ahead log, nor in backups; and what else there is stays. */
static void
test_gone (Fixture *self, gconstpointer data)
{
  LpId id = tell (self, SECRET, NULL);
  LpId theme = test_theme (self->store, &self->meeting, "Homes");
  LpId kept = tell (self, "Bliver", NULL);
  LpChangeSet *changes = lp_change_set_new ("Move");
  g_autoptr (LpWithdrawal) withdrawal = NULL;
  g_autoptr (LpRecord) left = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (lp_notes_move (changes, self->reader, &self->meeting, &id, 1, &theme, &error));
  test_commit (self->store, changes);
  g_assert_true (lp_backup_make_daily (self->folder->database, &error));
  g_assert_no_error (error);
  g_assert_true (is_below (self->folder->path, SECRET));

  withdrawal = find (self, &id);
  g_assert_cmpuint (withdrawal->notes->len, ==, 1);
  withdraw (self, withdrawal);
  g_assert_false (is_below (self->folder->path, SECRET));
  g_assert_null (test_load (self->store, LP_NOTE, &id));
  g_assert_cmpint (test_number (self->reader, "SELECT count (*) FROM placement"), ==, 0);
  left = test_load (self->store, LP_NOTE, &kept);
  g_assert_nonnull (left);
  while (lp_store_get_undo_title (self->store) != NULL)
    g_assert_true (lp_store_undo (self->store, NULL));
  g_assert_false (is_below (self->folder->path, SECRET));
}

/* Whichever of the codes is given, all with the same story go. */
static void
test_duplicates (Fixture *self, gconstpointer data)
{
  for (guint given = 0; given < 3; given++)
    {
      LpId ids[3];
      g_autoptr (LpWithdrawal) withdrawal = NULL;
      LpRecord *first = NULL;

      ids[0] = tell (self, COPY, NULL);
      ids[1] = tell (self, COPY, &ids[0]);
      ids[2] = tell (self, COPY, &ids[0]);
      withdrawal = find (self, &ids[given]);
      g_assert_cmpuint (withdrawal->notes->len, ==, 3);
      first = g_ptr_array_index (withdrawal->notes, 0);
      g_assert_true (lp_id_equal (lp_record_get_id (first), &ids[given]));
      withdraw (self, withdrawal);
      g_assert_false (is_below (self->folder->path, COPY));
    }
}

/* A copy of a copy has the same story, too. */
static void
test_copies_of_copies (Fixture *self, gconstpointer data)
{
  for (guint given = 0; given < 4; given++)
    {
      LpId ids[4] = { 0 };
      g_autoptr (LpWithdrawal) withdrawal = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
        ids[i] = tell (self, COPY, i > 0 ? &ids[i - 1] : NULL);
      withdrawal = find (self, &ids[given]);
      g_assert_cmpuint (withdrawal->notes->len, ==, G_N_ELEMENTS (ids));
      withdraw (self, withdrawal);
      g_assert_false (is_below (self->folder->path, COPY));
    }
}

/* What was deleted is there until it is erased, and can be withdrawn. */
static void
test_deleted (Fixture *self, gconstpointer data)
{
  LpId id = tell (self, SECRET, NULL);
  LpChangeSet *changes = lp_change_set_new ("Delete");
  g_autoptr (LpWithdrawal) withdrawal = NULL;

  lp_change_set_delete (changes, LP_NOTE, &self->meeting, &id);
  test_commit (self->store, changes);
  g_assert_true (is_below (self->folder->path, SECRET));
  withdrawal = find (self, &id);
  withdraw (self, withdrawal);
  g_assert_false (is_below (self->folder->path, SECRET));
}

static void
check_code (Fixture *self, const char *code, gboolean found, gint expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpRecord) note = lp_note_find_code (self->reader, &self->meeting, code, &error);

  g_test_message ("%s", code);
  g_assert_cmpint (note != NULL, ==, found);
  if (!found)
    g_assert_error (error, LP_STORE_ERROR, expected);
}

/* A code is read as people write it, and is of one meeting. */
static void
test_codes (Fixture *self, gconstpointer data)
{
  LpNoteDraft draft = { .kind = LP_KIND_STORY, .text = "x", .table = 7 };
  LpChangeSet *changes = lp_change_set_new ("Add");
  LpId id = { 0 };

  lp_note_create (changes, self->reader, &self->meeting, &draft, &id);
  test_commit (self->store, changes);
  check_code (self, "07-001", TRUE, 0);
  check_code (self, "7-1", TRUE, 0);
  check_code (self, " 07-001\n", TRUE, 0);
  check_code (self, "07–001", FALSE, LP_STORE_ERROR_INVALID);
  check_code (self, "07-002", FALSE, LP_STORE_ERROR_NOT_FOUND);
  check_code (self, "01-007", FALSE, LP_STORE_ERROR_NOT_FOUND);
  check_code (self, "", FALSE, LP_STORE_ERROR_INVALID);
  check_code (self, "07", FALSE, LP_STORE_ERROR_INVALID);
  check_code (self, "7-1-1", FALSE, LP_STORE_ERROR_INVALID);
  check_code (self, "a-b", FALSE, LP_STORE_ERROR_INVALID);
  self->meeting = test_meeting (self->store, "Another");
  check_code (self, "07-001", FALSE, LP_STORE_ERROR_NOT_FOUND);
}

static void
set_time (Fixture *self, const LpId *note, gint64 time)
{
  LpChangeSet *changes = lp_change_set_new ("Time");

  lp_edit_int (lp_change_set_put (changes, LP_NOTE, &self->meeting, note), LP_NOTE_TIME, time);
  test_commit (self->store, changes);
}

/* The files that may have it: those with words in them that were written after it was told. */
static void
test_traces (Fixture *self, gconstpointer data)
{
  gint64 now = g_get_real_time () / 1000;
  LpId id = tell (self, SECRET, NULL);
  LpId later = tell (self, "Senere", NULL);
  g_autoptr (LpWithdrawal) withdrawal = NULL;
  g_autoptr (LpWithdrawal) none = NULL;
  LpRecord *trace = NULL;
  g_autofree char *text = NULL;

  set_time (self, &id, now - 60000);
  set_time (self, &later, now + 3600000);
  test_commit (self->store, lp_trace_new (&self->meeting, "/home/anna/Møde.xlsx", LP_TRACE_WORKBOOK));
  test_commit (self->store, lp_trace_new (&self->meeting, "/home/anna/count.html", LP_TRACE_STORY_COUNT));
  test_commit (self->store, lp_trace_new (&self->meeting, "/home/anna/Møde.csv", LP_TRACE_NOTES));
  withdrawal = find (self, &id);
  g_assert_cmpuint (withdrawal->traces->len, ==, 2);
  trace = g_ptr_array_index (withdrawal->traces, 0);
  g_assert_cmpstr (lp_record_text (trace, LP_EXPORT_NAME), ==, "Møde.xlsx");
  text = lp_trace_describe (trace);
  g_assert_true (g_str_has_prefix (text, "Møde.xlsx · 20"));
  g_assert_false (is_below (self->folder->path, "/home/anna"));

  none = find (self, &later);
  g_assert_cmpuint (none->traces->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, test_meeting_set_up, func, test_meeting_tear_down)
  ADD ("/withdrawal/gone", test_gone);
  ADD ("/withdrawal/duplicates", test_duplicates);
  ADD ("/withdrawal/copies-of-copies", test_copies_of_copies);
  ADD ("/withdrawal/deleted", test_deleted);
  ADD ("/withdrawal/codes", test_codes);
  ADD ("/withdrawal/traces", test_traces);

  return g_test_run ();
}
