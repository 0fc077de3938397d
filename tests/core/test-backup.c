/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-util.h"

#include <glib/gstdio.h>

#include "lp-backup.h"

typedef struct {
  TestFolder *folder;
  char       *backups; /* the folder */
  char       *today;   /* the path of today's */
  LpId        meeting;
} Fixture;

/* A store that was used and closed. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = g_date_time_format (now, "landspanel-%Y-%m-%d.db");
  LpStore *store = NULL;

  fixture->folder = test_folder_new ();
  fixture->backups = g_build_filename (fixture->folder->path, "backups", NULL);
  fixture->today = g_build_filename (fixture->backups, name, NULL);
  store = test_store_open (fixture->folder->database);
  fixture->meeting = test_meeting (store, "Kick-off");
  for (guint i = 0; i < 30; i++)
    test_note (store, &fixture->meeting, "En drøm");
  test_store_close (store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_folder_free (fixture->folder);
  g_free (fixture->backups);
  g_free (fixture->today);
}

static void
make (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lp_backup_make_daily (fixture->folder->database, &error));
  g_assert_no_error (error);
}

static void
remove_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->backups, name, NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
put_file (Fixture *fixture, const char *name, const char *bytes, gssize length)
{
  g_autofree char *path = g_build_filename (fixture->backups, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, bytes, length, &error));
  g_assert_no_error (error);
}

/* A good backup of each of the first days of a month long ago. */
static void
put_earlier (Fixture *fixture, guint n)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (fixture->today, &bytes, &length, NULL));
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *name = g_strdup_printf ("landspanel-2020-01-%02u.db", i);

      put_file (fixture, name, bytes, length);
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* All names, sorted, in one string. */
static char *
list (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->backups, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (" ", (char **) names->pdata);
}

static void
assert_list (Fixture *fixture, const char *before_today)
{
  g_autofree char *names = list (fixture);
  g_autofree char *today = g_path_get_basename (fixture->today);
  g_autofree char *expected = g_strconcat (before_today, today, NULL);

  g_assert_cmpstr (names, ==, expected);
}

static void
assert_mode (const char *path, guint mode)
{
  GStatBuf status = { 0 };

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, mode);
}

static void
assert_same_rows (const char *a, const char *b)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpReader) reader_a = lp_reader_open (a, &error);
  g_autoptr (LpReader) reader_b = lp_reader_open (b, &error);
  g_autofree char *dump_a = NULL;
  g_autofree char *dump_b = NULL;

  g_assert_no_error (error);
  dump_a = test_dump (reader_a, TEST_DUMP_ALL);
  dump_b = test_dump (reader_b, TEST_DUMP_ALL);
  g_assert_cmpstr (dump_a, ==, dump_b);
  g_assert_cmpint (test_number (reader_a, "SELECT count(*) FROM op"), ==, 31);
  g_assert_cmpint (test_number (reader_b, "SELECT count(*) FROM op"), ==, 31);
}

static void
test_made_on_close (Fixture *fixture, gconstpointer data)
{
  assert_list (fixture, "");
  assert_mode (fixture->backups, 0700);
  assert_mode (fixture->today, 0600);
  test_check (fixture->today);
  assert_same_rows (fixture->folder->database, fixture->today);
}

/* It is a database like any other: put in the place of a lost one, work goes on. */
static void
test_opens (Fixture *fixture, gconstpointer data)
{
  LpStore *store = NULL;

  g_assert_cmpint (g_rename (fixture->today, fixture->folder->database), ==, 0);
  store = test_store_open (fixture->folder->database);
  test_note (store, &fixture->meeting, "The 31st");
  g_assert_cmpint (test_number (lp_store_get_reader (store), "SELECT max (number) FROM note"), ==, 31);
  test_store_close (store);
  test_check (fixture->folder->database);
}

static void
test_once_a_day (Fixture *fixture, gconstpointer data)
{
  GStatBuf before = { 0 };
  GStatBuf after = { 0 };
  LpStore *store = NULL;

  g_assert_cmpint (g_stat (fixture->today, &before), ==, 0);
  store = test_store_open (fixture->folder->database);
  test_note (store, &fixture->meeting, "Later the same day");
  test_store_close (store);
  g_assert_cmpint (g_stat (fixture->today, &after), ==, 0);

  assert_list (fixture, "");
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
  g_assert_cmpint (before.st_size, ==, after.st_size);
}

static void
test_seven_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;

  put_earlier (fixture, 9);
  g_assert_cmpint (g_unlink (fixture->today), ==, 0);
  put_file (fixture, "other-2019-01-01.db", "not ours to remove", -1);
  put_file (fixture, "landspanel-mine.db", "nor this", -1);
  g_assert_true (g_file_get_contents (fixture->folder->database, &bytes, &length, NULL));
  put_file (fixture, "landspanel-of-the-day.db", bytes, length);
  make (fixture);

  remove_file (fixture, "other-2019-01-01.db");
  remove_file (fixture, "landspanel-mine.db");
  remove_file (fixture, "landspanel-of-the-day.db");
  assert_list (fixture, "landspanel-2020-01-04.db landspanel-2020-01-05.db landspanel-2020-01-06.db "
                        "landspanel-2020-01-07.db landspanel-2020-01-08.db landspanel-2020-01-09.db ");
}

/* Seven kept means seven that help: what a failing disk has left half is none of them. */
static void
test_damaged_not_counted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *names = NULL;
  g_autofree char *half = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (fixture->today, &half, &length, NULL));
  put_earlier (fixture, 6);
  for (guint i = 10; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("landspanel-2020-01-%u.db", i);

      put_file (fixture, name, i % 2 ? half : "garbage", i % 2 ? (gssize) length / 2 : -1);
    }
  g_assert_cmpint (g_unlink (fixture->today), ==, 0);
  make (fixture);

  names = list (fixture);
  for (guint i = 1; i <= 6; i++)
    {
      g_autofree char *name = g_strdup_printf ("landspanel-2020-01-%02u.db", i);

      g_assert_nonnull (strstr (names, name));
    }
}

static void
test_damaged_made_again (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->today, "garbage", -1, NULL));
  make (fixture);
  assert_list (fixture, "");
  test_check (fixture->today);
}

/* What was cut off in the middle is no backup, and does not hinder the next. */
static void
test_cut_off (Fixture *fixture, gconstpointer data)
{
  g_autofree char *part = g_strconcat (fixture->today, ".part", NULL);

  g_assert_cmpint (g_rename (fixture->today, part), ==, 0);
  g_assert_true (g_file_set_contents (part, "cut off", -1, NULL));
  make (fixture);
  assert_list (fixture, "");
  test_check (fixture->today);
}

/* Nor does it stay: it holds words that may be erased later. Also that of a day whose backup never was made. */
static void
test_cut_off_long_ago (Fixture *fixture, gconstpointer data)
{
  put_file (fixture, "landspanel-2020-01-01.db.part", "cut off", -1);
  put_file (fixture, "other-2020-01-01.db.part", "not ours to remove", -1);
  make (fixture);

  remove_file (fixture, "other-2020-01-01.db.part");
  assert_list (fixture, "");
}

/* A damaged database is not copied over good copies. */
static void
test_source_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *names = NULL;
  gsize length = 0;

  put_earlier (fixture, 7);
  g_assert_cmpint (g_unlink (fixture->today), ==, 0);
  g_assert_true (g_file_get_contents (fixture->folder->database, &bytes, &length, NULL));
  for (gsize at = 4096; at < length; at += 4096)
    memset (bytes + at, 0xee, 50);
  g_assert_true (g_file_set_contents (fixture->folder->database, bytes, length, NULL));

  g_assert_false (lp_backup_make_daily (fixture->folder->database, &error));
  g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_DAMAGED);
  names = list (fixture);
  g_assert_cmpstr (names, ==, "landspanel-2020-01-01.db landspanel-2020-01-02.db landspanel-2020-01-03.db "
                              "landspanel-2020-01-04.db landspanel-2020-01-05.db landspanel-2020-01-06.db "
                              "landspanel-2020-01-07.db");
}

/* That no backup could be made is no reason not to work, but the user is told. */
static void
test_notice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *notice = NULL;
  LpStore *store = NULL;

  g_assert_cmpint (g_unlink (fixture->today), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->backups), ==, 0);
  g_assert_true (g_file_set_contents (fixture->backups, "in the way", -1, NULL));
  store = test_store_open (fixture->folder->database);
  while (notice == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (store, "notice", &notice, NULL);
    }
  g_assert_nonnull (strstr (notice, "backups"));
  test_note (store, &fixture->meeting, "Work goes on");
  g_assert_false (lp_store_close (store, NULL));
  g_assert_finalize_object (store);
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

  add ("/backup/made-on-close", test_made_on_close);
  add ("/backup/opens", test_opens);
  add ("/backup/once-a-day", test_once_a_day);
  add ("/backup/seven-kept", test_seven_kept);
  add ("/backup/damaged-not-counted", test_damaged_not_counted);
  add ("/backup/damaged-made-again", test_damaged_made_again);
  add ("/backup/cut-off", test_cut_off);
  add ("/backup/cut-off-long-ago", test_cut_off_long_ago);
  add ("/backup/source-damaged", test_source_damaged);
  add ("/backup/notice", test_notice);

  return g_test_run ();
}
