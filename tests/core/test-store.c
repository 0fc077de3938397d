/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-util.h"

#include <glib/gstdio.h>

#include "lp-meeting.h"

typedef struct {
  TestFolder *folder;
  LpStore    *store;
  LpId        meeting;
  GString    *events; /* what happened, a letter each */
  GArray     *changes; /* of LpChange: what the last "changed" said */
} Fixture;

static void
changed_cb (LpStore *store, GArray *changes, Fixture *fixture)
{
  g_string_append_c (fixture->events, 'c');
  g_array_set_size (fixture->changes, 0);
  g_array_append_vals (fixture->changes, changes->data, changes->len);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = test_folder_new ();
  fixture->store = test_store_open (fixture->folder->database);
  fixture->meeting = test_meeting (fixture->store, "Kick-off");
  fixture->events = g_string_new (NULL);
  fixture->changes = g_array_new (FALSE, FALSE, sizeof (LpChange));
  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
reopen (Fixture *fixture)
{
  test_store_close (fixture->store);
  fixture->store = test_store_open (fixture->folder->database);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_store_close (fixture->store);
  test_check (fixture->folder->database);
  test_folder_free (fixture->folder);
  g_string_free (fixture->events, TRUE);
  g_array_unref (fixture->changes);
}

static gint64
note_number (Fixture *fixture, const LpId *note)
{
  g_autoptr (LpRecord) record = test_load (fixture->store, LP_NOTE, note);

  g_assert_nonnull (record);

  return lp_record_int (record, LP_NOTE_NUMBER);
}

static void
assert_text (Fixture *fixture, const LpId *note, const char *text)
{
  g_autoptr (LpRecord) record = test_load (fixture->store, LP_NOTE, note);

  g_assert_nonnull (record);
  g_assert_cmpstr (lp_record_text (record, LP_NOTE_TEXT), ==, text);
}

static void
remove_note (Fixture *fixture, const LpId *note, gboolean for_good)
{
  LpChangeSet *changes = lp_change_set_new ("Delete note");

  if (for_good)
    lp_change_set_erase (changes, LP_NOTE, &fixture->meeting, note);
  else
    lp_change_set_delete (changes, LP_NOTE, &fixture->meeting, note);
  test_commit (fixture->store, changes);
}

static void
undo (LpStore *store)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lp_store_undo (store, &error));
  g_assert_no_error (error);
}

/* --- what is put is read back --- */

static void
test_put_and_read (Fixture *fixture, gconstpointer data)
{
  LpChangeSet *changes = lp_change_set_new ("Put");
  LpId id = lp_id_new ();
  LpId item = lp_id_new ();
  LpEdit *edit = lp_change_set_put (changes, LP_NOTE, &fixture->meeting, &id);
  g_autoptr (LpRecord) note = NULL;

  lp_edit_text (edit, LP_NOTE_TEXT, "=1+1\n“æøå” 'O''Neill' 🙂");
  lp_edit_text (edit, LP_NOTE_PROFILE, "");
  lp_edit_int (edit, LP_NOTE_TIME, 1773478800123);
  lp_edit_int (edit, LP_NOTE_TABLE, -7);
  lp_edit_id (edit, LP_NOTE_ITEM, &item);
  lp_edit_text (edit, LP_NOTE_MUNICIPALITY, "gone again");
  lp_edit_none (edit, LP_NOTE_MUNICIPALITY);
  test_commit (fixture->store, changes);

  reopen (fixture);
  note = test_load (fixture->store, LP_NOTE, &id);
  g_assert_nonnull (note);
  g_assert_cmpint (lp_record_get_entity (note), ==, LP_NOTE);
  g_assert_true (lp_id_equal (lp_record_get_id (note), &id));
  g_assert_true (lp_id_equal (lp_record_get_space (note), &fixture->meeting));
  g_assert_cmpint (lp_record_get_num (note), >, 0);
  g_assert_cmpstr (lp_record_text (note, LP_NOTE_TEXT), ==, "=1+1\n“æøå” 'O''Neill' 🙂");
  g_assert_true (lp_record_has (note, LP_NOTE_PROFILE));
  g_assert_cmpstr (lp_record_text (note, LP_NOTE_PROFILE), ==, "");
  g_assert_cmpint (lp_record_int (note, LP_NOTE_TIME), ==, 1773478800123);
  g_assert_cmpint (lp_record_int (note, LP_NOTE_TABLE), ==, -7);
  g_assert_true (lp_id_equal (lp_record_id (note, LP_NOTE_ITEM), &item));
  g_assert_false (lp_record_has (note, LP_NOTE_MUNICIPALITY));
  g_assert_false (lp_record_has (note, LP_NOTE_PERSPECTIVE));
  g_assert_null (lp_record_id (note, LP_NOTE_PERSPECTIVE));
}

static void
test_partial_edit (Fixture *fixture, gconstpointer data)
{
  LpId id = test_note (fixture->store, &fixture->meeting, "Before");
  LpChangeSet *changes = lp_change_set_new ("Put");
  g_autoptr (LpRecord) before = test_load (fixture->store, LP_NOTE, &id);
  g_autoptr (LpRecord) after = NULL;

  lp_edit_int (lp_change_set_put (changes, LP_NOTE, &fixture->meeting, &id), LP_NOTE_TABLE, 4);
  test_commit (fixture->store, changes);

  after = test_load (fixture->store, LP_NOTE, &id);
  g_assert_cmpstr (lp_record_text (after, LP_NOTE_TEXT), ==, "Before");
  g_assert_cmpint (lp_record_int (after, LP_NOTE_TABLE), ==, 4);
  g_assert_cmpint (lp_record_get_num (after), ==, lp_record_get_num (before));
  g_assert_cmpint (lp_record_int (before, LP_NOTE_TABLE), ==, 0);
}

static void
test_delete_restore (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *deleted = NULL;
  g_autofree char *restored = NULL;
  LpId id = test_note (fixture->store, &fixture->meeting, "Kept");
  LpReader *reader = lp_store_get_reader (fixture->store);
  LpChangeSet *changes = NULL;

  before = test_dump (reader, TEST_DUMP_VISIBLE);
  remove_note (fixture, &id, FALSE);
  deleted = test_dump (reader, TEST_DUMP_VISIBLE);
  g_assert_cmpstr (deleted, !=, before);
  assert_text (fixture, &id, "Kept");

  changes = lp_change_set_new ("Restore");
  lp_change_set_restore (changes, LP_NOTE, &fixture->meeting, &id);
  test_commit (fixture->store, changes);
  restored = test_dump (reader, TEST_DUMP_VISIBLE);
  g_assert_cmpstr (restored, ==, before);
}

/* --- numbers of notes --- */

static void
test_numbers_ascend (Fixture *fixture, gconstpointer data)
{
  LpId other = test_meeting (fixture->store, "Another");
  LpChangeSet *changes = lp_change_set_new ("Three at once");
  LpNoteDraft draft = { .kind = LP_KIND_CONCERN, .text = "One of three" };
  LpId three[3] = { 0 };

  for (guint i = 1; i <= 5; i++)
    {
      LpId id = test_note (fixture->store, &fixture->meeting, "Note");

      g_assert_cmpint (note_number (fixture, &id), ==, i);
    }

  for (guint i = 0; i < 3; i++)
    lp_note_create (changes, lp_store_get_reader (fixture->store), &fixture->meeting, &draft, &three[i]);
  test_commit (fixture->store, changes);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (note_number (fixture, &three[i]), ==, 6 + i);

  three[0] = test_note (fixture->store, &other, "Elsewhere");
  g_assert_cmpint (note_number (fixture, &three[0]), ==, 1);
}

/* A code once printed never comes to mean another note: not after delete, undo, erase, nor another start. */
static void
test_numbers_never_again (Fixture *fixture, gconstpointer data)
{
  LpId id = { 0 };

  for (guint i = 1; i <= 12; i++)
    {
      id = test_note (fixture->store, &fixture->meeting, "Last of all");
      g_assert_cmpint (note_number (fixture, &id), ==, i);
      if (i % 4 == 0)
        remove_note (fixture, &id, FALSE);
      else if (i % 4 == 1)
        remove_note (fixture, &id, TRUE);
      else if (i % 4 == 2)
        undo (fixture->store);
      if (i % 3 == 0)
        reopen (fixture);
    }
}

static void
test_number_kept (Fixture *fixture, gconstpointer data)
{
  LpId id = test_note (fixture->store, &fixture->meeting, "First");
  g_autoptr (LpRecord) note = test_load (fixture->store, LP_NOTE, &id);
  g_autofree char *code = lp_record_note_code (note);

  g_assert_cmpstr (code, ==, "00-001");
  undo (fixture->store);
  g_assert_true (lp_store_redo (fixture->store, NULL));
  test_set_text (fixture->store, &fixture->meeting, &id, "Edited");
  g_assert_cmpint (note_number (fixture, &id), ==, 1);
}

/* --- "changed" --- */

static const LpChange *
find_change (Fixture *fixture, const LpId *object)
{
  const LpChange *found = NULL;

  for (guint i = 0; i < fixture->changes->len; i++)
    if (lp_id_equal (&g_array_index (fixture->changes, LpChange, i).object, object))
      {
        g_assert_null (found);
        found = &g_array_index (fixture->changes, LpChange, i);
      }

  return found;
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  LpChangeSet *changes = lp_change_set_new ("Two objects");
  LpNoteDraft draft = { .kind = LP_KIND_DREAM, .text = "A dream" };
  LpId note = { 0 };
  LpId panel = lp_id_new ();
  const LpChange *change = NULL;
  g_autoptr (LpRecord) record = NULL;

  lp_note_create (changes, lp_store_get_reader (fixture->store), &fixture->meeting, &draft, &note);
  lp_edit_text (lp_change_set_put (changes, LP_PANEL, &panel, &panel), LP_PANEL_NAME, "Panel");
  lp_edit_text (lp_change_set_put (changes, LP_PANEL, &panel, &panel), LP_PANEL_DESCRIPTION, "Twice");
  g_string_truncate (fixture->events, 0);
  test_commit (fixture->store, changes);
  g_assert_cmpstr (fixture->events->str, ==, "c");

  record = test_load (fixture->store, LP_NOTE, &note);
  change = find_change (fixture, &note);
  g_assert_nonnull (change);
  g_assert_cmpint (change->entity, ==, LP_NOTE);
  g_assert_true (lp_id_equal (&change->space, &fixture->meeting));
  g_assert_cmpint (change->num, ==, lp_record_get_num (record));

  change = find_change (fixture, &panel);
  g_assert_nonnull (change);
  g_assert_cmpint (change->entity, ==, LP_PANEL);
  g_assert_true (lp_id_equal (&change->space, &panel));
}

static void
test_changed_after_erase (Fixture *fixture, gconstpointer data)
{
  LpId note = test_note (fixture->store, &fixture->meeting, "Gone");
  const LpChange *change = NULL;

  remove_note (fixture, &note, FALSE);
  change = find_change (fixture, &note);
  g_assert_nonnull (change);
  g_assert_cmpint (change->num, >, 0);

  remove_note (fixture, &note, TRUE);
  change = find_change (fixture, &note);
  g_assert_nonnull (change);
  g_assert_cmpint (change->num, ==, 0);
  g_assert_null (test_load (fixture->store, LP_NOTE, &note));
}

/* --- asynchronous commits --- */

typedef struct {
  Fixture *fixture;
  char     letter;
  LpId     note;
  GError  *error;
  gboolean done;
} Wait;

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;
  gboolean ok = lp_store_commit_finish (LP_STORE (source), result, &wait->error);

  g_assert_true (ok == (wait->error == NULL));
  g_assert_true (g_main_context_is_owner (NULL));
  g_string_append_c (wait->fixture->events, wait->letter);
  wait->done = TRUE;
}

static void
start_commit (Fixture *fixture, Wait *wait, char letter, GCancellable *cancellable)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new ("Add note");
  LpNoteDraft draft = { .kind = LP_KIND_STORY };
  char text[] = { letter, '\0' };

  *wait = (Wait) { .fixture = fixture, .letter = letter };
  draft.text = text;
  lp_note_create (changes, lp_store_get_reader (fixture->store), &fixture->meeting, &draft, &wait->note);
  lp_store_commit_async (fixture->store, changes, cancellable, committed_cb, wait);
}

static void
wait_for (Wait *wait)
{
  while (!wait->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_async_in_order (Fixture *fixture, gconstpointer data)
{
  Wait waits[20] = { 0 };

  g_string_truncate (fixture->events, 0);
  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    start_commit (fixture, &waits[i], 'A' + i, NULL);
  g_assert_cmpstr (fixture->events->str, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      wait_for (&waits[i]);
      g_assert_no_error (waits[i].error);
      g_assert_cmpint (note_number (fixture, &waits[i].note), ==, i + 1);
    }

  g_assert_cmpstr (fixture->events->str, ==, "cAcBcCcDcEcFcGcHcIcJcKcLcMcNcOcPcQcRcScT");
}

/* A synchronous commit does not overtake: not on the disk, not in the telling, and not in what undo takes back first. */
static void
test_async_then_sync (Fixture *fixture, gconstpointer data)
{
  Wait first = { 0 };
  LpId second = { 0 };

  start_commit (fixture, &first, 'A', NULL);
  second = test_note (fixture->store, &fixture->meeting, "Second");
  wait_for (&first);

  g_assert_no_error (first.error);
  g_assert_cmpint (note_number (fixture, &first.note), ==, 1);
  g_assert_cmpint (note_number (fixture, &second), ==, 2);
  g_assert_nonnull (find_change (fixture, &second));
  g_assert_null (find_change (fixture, &first.note));

  undo (fixture->store);
  g_assert_nonnull (find_change (fixture, &second));
}

static void
pending_cb (LpStore *store, GParamSpec *pspec, GString *seen)
{
  g_string_append_printf (seen, "%u ", lp_store_get_pending (store));
}

static void
test_pending (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  Wait waits[3] = { 0 };
  guint value = G_MAXUINT;

  g_signal_connect (fixture->store, "notify::pending", G_CALLBACK (pending_cb), seen);
  g_assert_cmpuint (lp_store_get_pending (fixture->store), ==, 0);
  for (guint i = 0; i < 3; i++)
    start_commit (fixture, &waits[i], 'A' + i, NULL);
  g_assert_cmpuint (lp_store_get_pending (fixture->store), ==, 3);
  g_object_get (fixture->store, "pending", &value, NULL);
  g_assert_cmpuint (value, ==, 3);
  for (guint i = 0; i < 3; i++)
    wait_for (&waits[i]);

  g_assert_cmpuint (lp_store_get_pending (fixture->store), ==, 0);
  g_assert_cmpstr (seen->str, ==, "1 2 3 2 1 0 ");
}

static void
test_cancelled_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = test_dump (lp_store_get_reader (fixture->store), TEST_DUMP_ALL);
  g_autofree char *after = NULL;
  Wait wait = { 0 };

  g_cancellable_cancel (cancellable);
  start_commit (fixture, &wait, 'A', cancellable);
  wait_for (&wait);
  after = test_dump (lp_store_get_reader (fixture->store), TEST_DUMP_ALL);

  g_assert_error (wait.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (lp_store_get_pending (fixture->store), ==, 0);
  g_clear_error (&wait.error);
}

static gpointer
cancel_cb (gpointer data)
{
  g_usleep (g_random_int_range (0, 1500));
  g_cancellable_cancel (data);

  return NULL;
}

/* Whenever it comes, cancelling tells the truth: "cancelled" means not written, all else means written. */
static void
test_cancelled_meanwhile (Fixture *fixture, gconstpointer data)
{
  guint n_cancelled = 0;

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (LpRecord) record = NULL;
      Wait before[8] = { 0 };
      Wait wait = { 0 };
      GThread *thread = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (before); j++)
        start_commit (fixture, &before[j], 'B', NULL);
      start_commit (fixture, &wait, 'A', cancellable);
      thread = g_thread_new ("cancel", cancel_cb, cancellable);
      wait_for (&wait);
      g_thread_join (thread);
      record = test_load (fixture->store, LP_NOTE, &wait.note);

      g_assert_true ((record == NULL) == (wait.error != NULL));
      if (wait.error != NULL)
        g_assert_error (wait.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      n_cancelled += wait.error != NULL;
      g_clear_error (&wait.error);
    }
  g_test_message ("%u of 60 cancelled", n_cancelled);
}

/* --- opening --- */

static void
test_new_is_private (Fixture *fixture, gconstpointer data)
{
  GStatBuf status = { 0 };

  g_assert_cmpint (g_stat (fixture->folder->database, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpstr (lp_store_get_path (fixture->store), ==, fixture->folder->database);
}

static void
test_read_beside_writer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpStore) second = NULL;
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;

  test_note (fixture->store, &fixture->meeting, "Seen by both");
  second = lp_store_open (fixture->folder->database, LP_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  test_note (fixture->store, &fixture->meeting, "Written later");
  mine = test_dump (lp_store_get_reader (fixture->store), TEST_DUMP_ALL);
  theirs = test_dump (lp_store_get_reader (second), TEST_DUMP_ALL);
  g_assert_cmpstr (theirs, ==, mine);
  test_store_close (g_steal_pointer (&second));
}

static void
test_read_only_refuses (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpStore) second = lp_store_open (fixture->folder->database, LP_STORE_READ_ONLY, &error);
  g_autoptr (LpChangeSet) changes = lp_change_set_new ("Refused");

  g_assert_no_error (error);
  lp_change_set_delete (changes, LP_MEETING, &fixture->meeting, &fixture->meeting);
  g_assert_false (lp_store_commit (second, changes, &error));
  g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_READ_ONLY);
  test_store_close (g_steal_pointer (&second));
}

static void
test_read_only_not_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder->path, "none.db", NULL);

  g_assert_null (lp_store_open (path, LP_STORE_READ_ONLY, &error));
  g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* The folder is made with the database: that is the first start of all. */
static void
test_new_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder->path, "a", "b", "landspanel.db", NULL);
  LpStore *store = test_store_open (path);

  test_meeting (store, "In a new folder");
  test_store_close (store);
  test_check (path);
}

#define PLANE 0x10000

/* What is folded when it is written and what is folded from the log later, which tear_down () compares, are the same
 * to the last character. */
static void
test_every_character (Fixture *fixture, gconstpointer data)
{
  for (guint plane = 0; plane < 17; plane++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *composed = NULL;
      LpId note = { 0 };

      for (gunichar c = MAX (1, plane * PLANE); c < (plane + 1) * PLANE; c++)
        {
          if (g_unichar_validate (c))
            g_string_append_unichar (text, c);
        }
      note = test_note (fixture->store, &fixture->meeting, text->str);
      composed = g_utf8_normalize (text->str, -1, G_NORMALIZE_NFC);
      assert_text (fixture, &note, composed);
    }
}

/* A field takes what the log would give it: nothing, when it is of another type. */
static void
test_other_types (Fixture *fixture, gconstpointer data)
{
  LpId item = lp_id_new ();
  LpId note = test_note (fixture->store, &fixture->meeting, "a");
  g_autofree char *printed = lp_id_to_string (&item);
  LpChangeSet *changes = lp_change_set_new ("Edit note");
  LpEdit *edit = lp_change_set_put (changes, LP_NOTE, &fixture->meeting, &note);
  g_autoptr (LpRecord) record = NULL;

  lp_edit_text (edit, LP_NOTE_TIME, "noon");
  lp_edit_int (edit, LP_NOTE_PROFILE, 7);
  lp_edit_id (edit, LP_NOTE_MUNICIPALITY, &item);
  lp_edit_text (edit, LP_NOTE_ITEM, printed);
  test_commit (fixture->store, changes);

  record = test_load (fixture->store, LP_NOTE, &note);
  g_assert_cmpint (lp_record_int (record, LP_NOTE_TIME), ==, 0);
  g_assert_cmpstr (lp_record_text (record, LP_NOTE_PROFILE), ==, "");
  g_assert_cmpstr (lp_record_text (record, LP_NOTE_MUNICIPALITY), ==, printed);
  g_assert_true (lp_id_equal (lp_record_id (record, LP_NOTE_ITEM), &item));
}

/* A close that comes while commits are under way waits for them. */
static void
test_close_with_pending (Fixture *fixture, gconstpointer data)
{
  Wait waits[10] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    start_commit (fixture, &waits[i], 'A' + i, NULL);
  g_assert_true (lp_store_close (fixture->store, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      wait_for (&waits[i]);
      g_assert_no_error (waits[i].error);
    }
  reopen (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    g_assert_cmpint (note_number (fixture, &waits[i].note), ==, i + 1);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/store/put-and-read", test_put_and_read);
  add ("/store/partial-edit", test_partial_edit);
  add ("/store/delete-restore", test_delete_restore);
  add ("/store/numbers/ascend", test_numbers_ascend);
  add ("/store/numbers/never-again", test_numbers_never_again);
  add ("/store/numbers/kept", test_number_kept);
  add ("/store/changed/content", test_changed);
  add ("/store/changed/after-erase", test_changed_after_erase);
  add ("/store/async/in-order", test_async_in_order);
  add ("/store/async/then-sync", test_async_then_sync);
  add ("/store/async/pending", test_pending);
  add ("/store/async/cancelled-before", test_cancelled_before);
  add ("/store/async/cancelled-meanwhile", test_cancelled_meanwhile);
  add ("/store/open/new-is-private", test_new_is_private);
  add ("/store/open/read-beside-writer", test_read_beside_writer);
  add ("/store/open/read-only-refuses", test_read_only_refuses);
  add ("/store/open/read-only-not-there", test_read_only_not_there);
  add ("/store/open/new-folder", test_new_folder);
  add ("/store/every-character", test_every_character);
  add ("/store/other-types", test_other_types);
  add ("/store/close-with-pending", test_close_with_pending);

  return g_test_run ();
}
