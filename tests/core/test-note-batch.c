/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-note-batch.h"

#include "lp-list.h"
#include "lp-meeting.h"
#include "lp-note-review.h"
#include "lp-note-theme.h"
#include "test-util.h"

/* What is done with many notes is one step: all of it is there, and all of it is taken back. */

#define N_NOTES 150

typedef struct {
  TestMeeting meeting;
  LpList     *notes;
  LpList     *deleted;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  LpChangeSet *changes = lp_change_set_new ("Add");

  test_meeting_set_up (&self->meeting, NULL);
  for (guint i = 0; i < N_NOTES; i++)
    {
      g_autofree char *text = g_strdup_printf ("Note %u", i);
      LpNoteDraft draft = { .kind = LP_KIND_DREAM, .text = text, .table = 1 + i % 3, .time = 1 + i };
      LpId id = { 0 };

      lp_note_create (changes, self->meeting.reader, &self->meeting.meeting, &draft, &id);
    }
  test_commit (self->meeting.store, changes);
  self->notes = lp_list_new_notes (self->meeting.store, &self->meeting.meeting);
  self->deleted = lp_list_new_deleted_notes (self->meeting.store, &self->meeting.meeting);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->notes);
  g_clear_object (&self->deleted);
  test_meeting_tear_down (&self->meeting, NULL);
}

static guint
count (LpList *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static GArray *
read_nums (LpList *list)
{
  GArray *nums = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < count (list); i++)
    {
      g_autoptr (LpRecord) record = g_list_model_get_item (G_LIST_MODEL (list), i);
      gint64 num = lp_list_get_num (list, i);

      g_assert_cmpint (num, ==, lp_record_get_num (record));
      g_array_append_val (nums, num);
    }
  g_assert_cmpint (lp_list_get_num (list, count (list)), ==, 0);

  return nums;
}

static guint
run (Fixture *self, GArray *nums, const LpNoteBatch *batch)
{
  LpChangeSet *changes = lp_change_set_new (batch->deed == LP_BATCH_ERASE ? NULL : "Batch");
  g_autoptr (GError) error = NULL;
  guint n_added = 0;

  g_assert_true (lp_note_batch_add (changes, self->meeting.reader, &self->meeting.meeting, (const gint64 *) nums->data,
                                    nums->len, batch, &n_added, &error));
  g_assert_no_error (error);
  test_commit (self->meeting.store, changes);

  return n_added;
}

/* What was reworded after it was decided stays off the wall; the others are on it. */
static void
test_reworded_meanwhile (Fixture *self, gconstpointer data)
{
  LpStore *store = self->meeting.store;
  g_autoptr (GArray) nums = read_nums (self->notes);
  g_autoptr (GError) error = NULL;
  g_autoptr (LpReader) reader = lp_reader_open (lp_store_get_path (store), &error);
  g_autoptr (LpRecord) first = g_list_model_get_item (G_LIST_MODEL (self->notes), 0);
  g_autoptr (LpRecord) second = g_list_model_get_item (G_LIST_MODEL (self->notes), 1);
  LpChangeSet *reword = lp_change_set_new ("Reword");
  LpChangeSet *show = lp_change_set_new ("Show");
  guint n_added = 0;

  g_assert_true (lp_reader_begin (reader, &error));
  lp_note_reword (lp_change_set_put (reword, LP_NOTE, &self->meeting.meeting, lp_record_get_id (first)), "Karla");
  lp_edit_text (lp_change_set_put (reword, LP_NOTE, &self->meeting.meeting, lp_record_get_id (second)), LP_NOTE_PUBLIC_TEXT,
                "Karla");
  test_commit (store, reword);
  g_assert_true (lp_note_batch_add (show, reader, &self->meeting.meeting, (const gint64 *) nums->data, nums->len,
                                    &(LpNoteBatch) { .deed = LP_BATCH_SHOW }, &n_added, &error));
  g_assert_no_error (error);
  lp_reader_end (reader);
  test_commit (store, show);
  for (guint i = 0; i < count (self->notes); i++)
    {
      g_autoptr (LpRecord) note = g_list_model_get_item (G_LIST_MODEL (self->notes), i);

      g_assert_cmpint (lp_note_get_review (note), ==, i < 2 ? LP_REVIEW_NONE : LP_REVIEW_SHOW);
    }
}

static void
undo (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  lp_store_undo (self->meeting.store, &error);
  g_assert_no_error (error);
}

static gboolean
is_done (Fixture *self, LpRecord *note, const LpNoteBatch *batch)
{
  LpId theme = { 0 };

  switch (batch->deed)
    {
    case LP_BATCH_SHOW:
      return lp_note_get_review (note) == LP_REVIEW_SHOW;
    case LP_BATCH_KEEP_OFF:
      return lp_note_get_review (note) == LP_REVIEW_KEEP_OFF;
    case LP_BATCH_KIND:
      return g_str_equal (lp_record_text (note, LP_NOTE_KIND), lp_kind_id (batch->kind));
    case LP_BATCH_TABLE:
      return lp_record_int (note, LP_NOTE_TABLE) == batch->table;
    case LP_BATCH_PERSPECTIVE:
      return g_str_equal (lp_record_text (note, LP_NOTE_PERSPECTIVE), batch->perspective);
    default:
      return lp_note_get_theme (self->meeting.reader, lp_record_get_id (note), &theme) && lp_id_equal (&theme, &batch->theme);
    }
}

static void
check_deed (Fixture *self, const LpNoteBatch *batch)
{
  g_autoptr (GArray) nums = read_nums (self->notes);
  g_autofree char *before = test_dump (self->meeting.reader, TEST_DUMP_VISIBLE);
  g_autofree char *after = NULL;

  g_array_set_size (nums, N_NOTES / 2);
  g_assert_cmpuint (run (self, nums, batch), ==, N_NOTES / 2);
  for (guint i = 0; i < N_NOTES; i++)
    {
      g_autoptr (LpRecord) note = g_list_model_get_item (G_LIST_MODEL (self->notes), i);

      g_assert_cmpint (is_done (self, note, batch), ==, i < N_NOTES / 2);
    }
  undo (self);
  after = test_dump (self->meeting.reader, TEST_DUMP_VISIBLE);
  g_assert_cmpstr (after, ==, before);
}

static void
test_deeds (Fixture *self, gconstpointer data)
{
  LpId theme = test_theme (self->meeting.store, &self->meeting.meeting, "Homes");
  const LpNoteBatch batches[] = {
    { .deed = LP_BATCH_SHOW },
    { .deed = LP_BATCH_KEEP_OFF },
    { .deed = LP_BATCH_KIND, .kind = LP_KIND_PROPOSAL },
    { .deed = LP_BATCH_TABLE, .table = 12 },
    { .deed = LP_BATCH_PERSPECTIVE, .perspective = "lived" },
    { .deed = LP_BATCH_MOVE, .theme = theme },
  };

  for (guint i = 0; i < G_N_ELEMENTS (batches); i++)
    check_deed (self, &batches[i]);
}

static void
test_delete_and_restore (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) nums = read_nums (self->notes);
  g_autoptr (GArray) deleted = NULL;

  g_array_set_size (nums, 100);
  g_assert_cmpuint (run (self, nums, &(LpNoteBatch) { .deed = LP_BATCH_DELETE }), ==, 100);
  g_assert_cmpuint (count (self->notes), ==, N_NOTES - 100);
  g_assert_cmpuint (count (self->deleted), ==, 100);
  g_assert_cmpuint (run (self, nums, &(LpNoteBatch) { .deed = LP_BATCH_DELETE }), ==, 0);
  undo (self);
  g_assert_cmpuint (count (self->deleted), ==, 0);

  run (self, nums, &(LpNoteBatch) { .deed = LP_BATCH_DELETE });
  deleted = read_nums (self->deleted);
  g_array_set_size (deleted, 40);
  g_assert_cmpuint (run (self, deleted, &(LpNoteBatch) { .deed = LP_BATCH_RESTORE }), ==, 40);
  g_assert_cmpuint (count (self->notes), ==, N_NOTES - 60);
  undo (self);
  g_assert_cmpuint (count (self->notes), ==, N_NOTES - 100);
}

/* Only what is deleted is erased, and no step brings it back. */
static void
test_erase (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) nums = read_nums (self->notes);
  g_autoptr (GArray) some = read_nums (self->notes);
  LpId theme = test_theme (self->meeting.store, &self->meeting.meeting, "Homes");

  g_array_set_size (some, 100);
  run (self, some, &(LpNoteBatch) { .deed = LP_BATCH_KIND, .kind = LP_KIND_CONCERN });
  run (self, some, &(LpNoteBatch) { .deed = LP_BATCH_MOVE, .theme = theme });
  run (self, some, &(LpNoteBatch) { .deed = LP_BATCH_DELETE });
  g_array_set_size (some, 60);
  run (self, some, &(LpNoteBatch) { .deed = LP_BATCH_RESTORE });
  g_assert_cmpuint (run (self, nums, &(LpNoteBatch) { .deed = LP_BATCH_ERASE }), ==, 40);
  g_assert_cmpuint (count (self->notes), ==, N_NOTES - 40);
  g_assert_cmpuint (count (self->deleted), ==, 0);
  g_assert_cmpint (test_number (self->meeting.reader, "SELECT count(*) FROM note"), ==, N_NOTES - 40);
  g_assert_cmpint (test_number (self->meeting.reader, "SELECT count(*) FROM placement"), ==, 60);
  while (lp_store_get_undo_title (self->meeting.store) != NULL)
    undo (self);
  g_assert_cmpint (test_number (self->meeting.reader, "SELECT count(*) FROM note"), ==, N_NOTES - 40);
}

static void
test_copy (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) nums = read_nums (self->notes);
  g_autoptr (GError) error = NULL;
  g_autofree char *texts =
      lp_note_batch_copy_texts (self->meeting.reader, (const gint64 *) nums->data, 3, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (texts, ==, "Note 149\n\nNote 148\n\nNote 147");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/note-batch/deeds", test_deeds);
  ADD ("/note-batch/delete-and-restore", test_delete_and_restore);
  ADD ("/note-batch/erase", test_erase);
  ADD ("/note-batch/copy", test_copy);
  ADD ("/note-batch/reworded-meanwhile", test_reworded_meanwhile);

  return g_test_run ();
}
