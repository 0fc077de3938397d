/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-util.h"

#include <glib/gstdio.h>
#include <string.h>

#include "lp-backup.h"
#include "lp-meeting.h"

/*
 * What is erased or scrubbed is nowhere: not in the tables, the log, free pages, the write-ahead log, nor in backups. Looked for
 * by reading the bytes of every file below the folder.
 */

#define SECRET "Zebraskoven hedder hun"
#define NEW_TEXT "Navnet er fjernet"

typedef TestMeeting Fixture;

#define MARKS "SELECT count(*) FROM sqlite_schema WHERE name='clean_up_owed'"

/* Closed, the database owes no clean-up: else each opening would do it again. */
static void
assert_nothing_owed (const char *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpReader) reader = lp_reader_open (database, &error);

  g_assert_no_error (error);
  g_assert_cmpint (test_number (reader, MARKS), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->store != NULL)
    test_store_close (g_steal_pointer (&fixture->store));
  assert_nothing_owed (fixture->folder->database);
  test_meeting_tear_down (fixture, data);
}

static void
reopen (Fixture *fixture)
{
  test_store_close (fixture->store);
  fixture->store = test_store_open (fixture->folder->database);
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
      else if (g_file_get_contents (path, &bytes, &length, NULL) && memmem (bytes, length, words, strlen (words)))
        g_string_append_printf (found, "%s ", name);
    }
}

static void
assert_in_files (Fixture *fixture, const char *words)
{
  g_autoptr (GString) found = g_string_new (NULL);

  look_for (fixture->folder->path, words, found);
  g_assert_cmpstr (found->str, !=, "");
}

static void
assert_nowhere (Fixture *fixture, const char *words)
{
  g_autoptr (GString) found = g_string_new (NULL);

  look_for (fixture->folder->path, words, found);
  g_assert_cmpstr (found->str, ==, "");
}

static void
erase (Fixture *fixture, const LpId *note)
{
  LpChangeSet *changes = lp_change_set_new ("Erase note");

  lp_change_set_erase (changes, LP_NOTE, &fixture->meeting, note);
  test_commit (fixture->store, changes);
}

/* As the privacy check does it: the field's former values go, and it gets a new one. */
static void
scrub (Fixture *fixture, const LpId *note)
{
  LpChangeSet *changes = lp_change_set_new ("Mask");

  lp_change_set_scrub (changes, LP_NOTE, &fixture->meeting, note, LP_NOTE_TEXT);
  lp_edit_text (lp_change_set_put (changes, LP_NOTE, &fixture->meeting, note), LP_NOTE_TEXT, NEW_TEXT);
  test_commit (fixture->store, changes);
}

static void
make_backup (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lp_backup_make_daily (fixture->folder->database, &error));
  g_assert_no_error (error);
}

static void
test_erase (Fixture *fixture, gconstpointer data)
{
  LpId note = test_note (fixture->store, &fixture->meeting, SECRET " I");
  LpId kept = test_note (fixture->store, &fixture->meeting, "Kept");
  g_autoptr (LpRecord) record = NULL;

  test_set_text (fixture->store, &fixture->meeting, &note, SECRET " II");
  assert_in_files (fixture, SECRET);
  erase (fixture, &note);
  assert_nowhere (fixture, SECRET);

  g_assert_null (test_load (fixture->store, LP_NOTE, &note));
  record = test_load (fixture->store, LP_NOTE, &kept);
  g_assert_cmpstr (lp_record_text (record, LP_NOTE_TEXT), ==, "Kept");
}

static void
test_erase_deleted (Fixture *fixture, gconstpointer data)
{
  LpId note = test_note (fixture->store, &fixture->meeting, SECRET);
  LpChangeSet *changes = lp_change_set_new ("Delete");

  lp_change_set_delete (changes, LP_NOTE, &fixture->meeting, &note);
  test_commit (fixture->store, changes);
  assert_in_files (fixture, SECRET);
  erase (fixture, &note);
  assert_nowhere (fixture, SECRET);
}

static void
test_scrub (Fixture *fixture, gconstpointer data)
{
  LpId note = test_note (fixture->store, &fixture->meeting, SECRET " I");
  LpChangeSet *changes = lp_change_set_new ("Profile");
  g_autoptr (LpRecord) record = NULL;

  lp_edit_text (lp_change_set_put (changes, LP_NOTE, &fixture->meeting, &note), LP_NOTE_PROFILE, "Mother, 41");
  test_commit (fixture->store, changes);
  test_set_text (fixture->store, &fixture->meeting, &note, SECRET " II");
  scrub (fixture, &note);
  assert_nowhere (fixture, SECRET);
  assert_in_files (fixture, NEW_TEXT);

  record = test_load (fixture->store, LP_NOTE, &note);
  g_assert_cmpstr (lp_record_text (record, LP_NOTE_TEXT), ==, NEW_TEXT);
  g_assert_cmpstr (lp_record_text (record, LP_NOTE_PROFILE), ==, "Mother, 41");
  g_assert_cmpstr (lp_record_text (record, LP_NOTE_KIND), ==, "dream");
  g_assert_cmpint (lp_record_int (record, LP_NOTE_NUMBER), ==, 1);
}

/* New texts of any length, so that rows move about. */
static void
edit_many (Fixture *fixture, GArray *notes, const char *words)
{
  LpChangeSet *changes = lp_change_set_new ("Edit");

  for (guint i = 0; i < 400; i++)
    {
      const LpId *note = &g_array_index (notes, LpId, g_test_rand_int_range (0, notes->len));
      g_autofree char *text = g_strndup (words, g_test_rand_int_range (strlen (SECRET), strlen (words) / 4));

      lp_edit_text (lp_change_set_put (changes, LP_NOTE, &fixture->meeting, note), LP_NOTE_TEXT, text);
    }
  test_commit (fixture->store, changes);
}

/* Pages are split and joined as notes come and go; no copy may be left in what SQLite holds to be free. */
static void
test_erase_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (LpId));
  LpChangeSet *changes = lp_change_set_new ("Add");
  LpChangeSet *erased = lp_change_set_new ("Erase");
  g_autoptr (GString) long_text = g_string_new (NULL);

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (long_text, "%s %u. ", SECRET, i);
  for (guint i = 0; i < 3000; i++)
    {
      LpNoteDraft draft = { .kind = LP_KIND_DREAM, .text = i % 500 == 0 ? long_text->str : SECRET };
      LpId id = { 0 };

      if (i % 3 == 0)
        draft.text = "Kept among the others";
      lp_note_create (changes, lp_store_get_reader (fixture->store), &fixture->meeting, &draft, &id);
      if (i % 3 != 0)
        g_array_append_val (notes, id);
    }
  test_commit (fixture->store, changes);
  for (guint i = 0; i < 8; i++)
    edit_many (fixture, notes, long_text->str);
  make_backup (fixture);

  for (guint i = 0; i < notes->len; i++)
    lp_change_set_erase (erased, LP_NOTE, &fixture->meeting, &g_array_index (notes, LpId, i));
  test_commit (fixture->store, erased);
  assert_nowhere (fixture, SECRET);
  g_assert_cmpint (test_number (lp_store_get_reader (fixture->store), "SELECT count(*) FROM note"), ==, 1000);
}

/* One after the other, in any order, as people do it; pages are never rewritten as a whole. */
static void
test_scrub_in_between (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (LpId));

  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *filler = g_strnfill (g_test_rand_int_range (1, 900), 'x');
      g_autofree char *text = g_strdup_printf ("%s %u %s", SECRET, i, filler);
      LpId id = test_note (fixture->store, &fixture->meeting, text);

      g_array_append_val (notes, id);
    }
  while (notes->len > 0)
    {
      guint at = g_test_rand_int_range (0, notes->len);

      if (g_test_rand_bit ())
        scrub (fixture, &g_array_index (notes, LpId, at));
      else
        erase (fixture, &g_array_index (notes, LpId, at));
      g_array_remove_index_fast (notes, at);
    }

  assert_nowhere (fixture, SECRET);
}

static void
test_backups_follow (Fixture *fixture, gconstpointer data)
{
  LpId erased = test_note (fixture->store, &fixture->meeting, SECRET " I");
  LpId scrubbed = test_note (fixture->store, &fixture->meeting, SECRET " II");
  g_autofree char *backups = g_build_filename (fixture->folder->path, "backups", NULL);
  g_autofree char *earlier = g_build_filename (backups, "landspanel-2026-01-02.db", NULL);
  g_autoptr (GDir) dir = NULL;
  g_autofree char *bytes = NULL;
  gsize length = 0;
  const char *name = NULL;
  guint n = 0;

  make_backup (fixture);
  dir = g_dir_open (backups, 0, NULL);
  name = g_dir_read_name (dir);
  g_assert_nonnull (name);
  /* an earlier day's as well, found once more by its name */
  {
    g_autofree char *today = g_build_filename (backups, name, NULL);

    g_assert_true (g_file_get_contents (today, &bytes, &length, NULL));
    g_assert_nonnull (memmem (bytes, length, SECRET, strlen (SECRET)));
    g_assert_true (g_file_set_contents (earlier, bytes, length, NULL));
  }

  /* and work goes on, of which the backups know nothing */
  for (guint i = 0; i < 5; i++)
    test_note (fixture->store, &fixture->meeting, "Later");
  erase (fixture, &erased);
  scrub (fixture, &scrubbed);
  assert_nowhere (fixture, SECRET);

  g_dir_rewind (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (backups, name, NULL);

      g_test_message ("%s", name);
      test_check (path);
      n++;
    }
  g_assert_cmpuint (n, ==, 2);
}

/* A backup that cannot be read is told of, and the others follow all the same. */
static void
test_damaged_backup (Fixture *fixture, gconstpointer data)
{
  LpId note = test_note (fixture->store, &fixture->meeting, SECRET);
  g_autofree char *damaged = g_build_filename (fixture->folder->path, "backups", "landspanel-2020-01-01.db", NULL);
  g_autofree char *notice = NULL;

  make_backup (fixture);
  g_assert_true (g_file_set_contents (damaged, "garbage", -1, NULL));
  erase (fixture, &note);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_get (fixture->store, "notice", &notice, NULL);
  g_assert_nonnull (notice);
  g_assert_nonnull (strstr (notice, damaged));
  assert_nowhere (fixture, SECRET);
  g_assert_cmpint (g_unlink (damaged), ==, 0);
}

/* Somebody reads meanwhile, an export for one: it goes at the latest when the reader is through and the store is closed. */
static void
test_while_read (Fixture *fixture, gconstpointer data)
{
  LpId note = test_note (fixture->store, &fixture->meeting, SECRET);
  g_autoptr (GError) error = NULL;
  g_autoptr (LpReader) reader = lp_reader_open (fixture->folder->database, &error);
  g_autofree char *notice = NULL;

  g_assert_no_error (error);
  g_assert_true (lp_reader_begin (reader, &error));
  test_number (reader, "SELECT count(*) FROM note");
  erase (fixture, &note);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_get (fixture->store, "notice", &notice, NULL);
  /* as long as it is still there, that is said */
  g_assert_nonnull (notice);
  assert_in_files (fixture, SECRET);

  lp_reader_end (reader);
  g_clear_object (&reader);
  test_store_close (g_steal_pointer (&fixture->store));
  assert_nowhere (fixture, SECRET);
}

/* Who opens the database next is told as well, for as long as it is so. */
static void
test_told_at_start (Fixture *fixture, gconstpointer data)
{
  LpId note = test_note (fixture->store, &fixture->meeting, SECRET);
  LpId other = test_note (fixture->store, &fixture->meeting, "Another");
  g_autofree char *damaged =
      g_build_filename (fixture->folder->path, "backups", "landspanel-2020-01-01.db", NULL);
  g_autofree char *notice = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  make_backup (fixture);
  g_assert_true (g_file_set_contents (damaged, "garbage", -1, NULL));
  erase (fixture, &note);
  g_assert_false (lp_store_close (fixture->store, &error));
  g_assert_nonnull (error);
  g_clear_object (&fixture->store);

  fixture->store = test_store_open (fixture->folder->database);
  g_object_get (fixture->store, "notice", &notice, NULL);
  while (notice == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (fixture->store, "notice", &notice, NULL);
    }
  g_assert_nonnull (strstr (notice, damaged));

  g_assert_cmpint (g_unlink (damaged), ==, 0);
  erase (fixture, &other);
  g_object_get (fixture->store, "notice", &after, NULL);
  while (after != NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      g_clear_pointer (&after, g_free);
      g_object_get (fixture->store, "notice", &after, NULL);
    }
}

static void
test_undo_cannot (Fixture *fixture, gconstpointer data)
{
  LpId note = test_note (fixture->store, &fixture->meeting, SECRET " I");
  LpId other = test_note (fixture->store, &fixture->meeting, SECRET " II");

  test_set_text (fixture->store, &fixture->meeting, &note, SECRET " III");
  test_set_text (fixture->store, &fixture->meeting, &other, SECRET " IV");
  erase (fixture, &note);
  scrub (fixture, &other);
  while (lp_store_get_undo_title (fixture->store) != NULL)
    g_assert_true (lp_store_undo (fixture->store, NULL));
  assert_nowhere (fixture, SECRET);
  while (lp_store_get_redo_title (fixture->store) != NULL)
    g_assert_true (lp_store_redo (fixture->store, NULL));
  assert_nowhere (fixture, SECRET);
  g_assert_null (test_load (fixture->store, LP_NOTE, &note));
}

/* Nothing brings it back: not a put by somebody who still had it on the screen. */
static void
test_put_after_erase (Fixture *fixture, gconstpointer data)
{
  LpId note = test_note (fixture->store, &fixture->meeting, SECRET);

  erase (fixture, &note);
  test_set_text (fixture->store, &fixture->meeting, &note, SECRET);
  g_assert_null (test_load (fixture->store, LP_NOTE, &note));
  assert_nowhere (fixture, SECRET);
  reopen (fixture);
  g_assert_null (test_load (fixture->store, LP_NOTE, &note));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, test_meeting_set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/erase/erase", test_erase);
  add ("/erase/erase-deleted", test_erase_deleted);
  add ("/erase/scrub", test_scrub);
  add ("/erase/many", test_erase_many);
  add ("/erase/one-by-one", test_scrub_in_between);
  add ("/erase/backups-follow", test_backups_follow);
  add ("/erase/damaged-backup", test_damaged_backup);
  add ("/erase/while-read", test_while_read);
  add ("/erase/told-at-start", test_told_at_start);
  add ("/erase/undo-cannot", test_undo_cannot);
  add ("/erase/put-after-erase", test_put_after_erase);

  return g_test_run ();
}
