/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-util.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "lp-export.h"
#include "lp-note-actions.h"
#include "lp-sample.h"
#include "lp-workbook-check.h"

#define FORMER "what was there before"

typedef struct {
  TestFolder *folder;
  LpStore    *store;
  LpId        meeting;
  char       *path;
} Fixture;

/* data: the ending of the file to write */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat ("out", (const char *) data, NULL);

  fixture->folder = test_folder_new ();
  fixture->store = test_store_open (fixture->folder->database);
  fixture->path = g_build_filename (fixture->folder->path, name, NULL);
  g_assert_true (lp_sample_create (fixture->store, &fixture->meeting, &error));
  g_assert_no_error (error);
  g_file_set_contents (fixture->path, FORMER, -1, &error);
  g_assert_no_error (error);
}

/* Nothing passing may stay behind in the folder. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (fixture->folder->path, 0, &error);

  g_assert_no_error (error);
  for (const char *name = g_dir_read_name (dir); name; name = g_dir_read_name (dir))
    g_assert_false (g_str_has_suffix (name, ".part"));

  test_store_close (fixture->store);
  test_folder_free (fixture->folder);
  g_free (fixture->path);
}

/* What the ending says, and a workbook where it says nothing. */
static LpExportOptions
internal_of (const char *path)
{
  LpExportOptions options = { LP_DOCUMENT_WORKBOOK, LP_VARIANT_INTERNAL, 0 };

  lp_document_of_path (path, &options.document);
  return options;
}

static gboolean
export (Fixture           *fixture,
        const char        *path,
        GCancellable      *cancellable,
        LpExportProgress   progress,
        gpointer           user_data,
        GError           **error)
{
  LpExportOptions internal = internal_of (path);

  return lp_export (lp_store_get_reader (fixture->store), &fixture->meeting, path, &internal, cancellable, progress, user_data,
                    NULL, error);
}

static void
assert_former (Fixture *fixture)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, FORMER);
}

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  LpExportOptions internal = internal_of (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  LpExportResult result = { 0 };
  double last = 0;

  g_assert_true (lp_export (lp_store_get_reader (fixture->store), &fixture->meeting, fixture->path, &internal, NULL, progress_cb,
                            &last, &result, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (last, ==, 1);
  g_assert_cmpuint (result.notes, ==, 240);
  g_assert_cmpuint (result.themes, ==, 16);
  g_assert_cmpuint (result.continued, ==, 0);
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, !=, FORMER);
}

/* What somebody has closed to others stays so, and nobody looks into it while it is written either. */
static void
test_private (Fixture       *fixture,
              gconstpointer  data)
{
  LpExportOptions internal = internal_of (fixture->path);
  g_autoptr (GError) error = NULL;
  GStatBuf status = { 0 };

  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
  g_assert_true (lp_export (lp_store_get_reader (fixture->store), &fixture->meeting, fixture->path, &internal, NULL, NULL, NULL,
                            NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
}

static void
cancel_cb (double   fraction,
           gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GCancellable) before = g_cancellable_new ();
  g_autoptr (GCancellable) meanwhile = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (before);
  g_assert_false (export (fixture, fixture->path, before, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_former (fixture);
  g_clear_error (&error);

  if (g_str_has_suffix (fixture->path, ".csv"))
    return; /* a table of notes is written before one could ask */
  g_assert_false (export (fixture, fixture->path, meanwhile, cancel_cb, meanwhile, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_former (fixture);
}

/* A disk that takes no more than so much is like a full one. */
static void
test_no_room (Fixture       *fixture,
              gconstpointer  data)
{
  struct rlimit former;
  g_autoptr (GError) failure = NULL;
  GStatBuf whole = { 0 };

  g_assert_true (export (fixture, fixture->path, NULL, NULL, NULL, &failure));
  g_assert_cmpint (g_stat (fixture->path, &whole), ==, 0);
  g_assert_true (g_file_set_contents (fixture->path, FORMER, -1, NULL));

  getrlimit (RLIMIT_FSIZE, &former);
  signal (SIGXFSZ, SIG_IGN);
  for (rlim_t room = 0; room < MIN (48 * 1024, (rlim_t) whole.st_size); room += 3 * 1024)
    {
      struct rlimit limit = { .rlim_cur = room, .rlim_max = former.rlim_max };
      g_autoptr (GError) error = NULL;
      gboolean written = FALSE;

      setrlimit (RLIMIT_FSIZE, &limit);
      written = export (fixture, fixture->path, NULL, NULL, NULL, &error);
      setrlimit (RLIMIT_FSIZE, &former);

      g_assert_false (written);
      g_assert_nonnull (error);
      g_test_message ("%lu: %s", (gulong) room, error->message);
      g_assert_null (strstr (error->message, ".part"));
      assert_former (fixture);
    }
}

static void
test_nowhere (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *name = g_strconcat ("out", (const char *) data, NULL);
  g_autofree char *missing = g_build_filename (fixture->folder->path, "no-folder", name, NULL);
  g_autofree char *folder = g_strconcat (fixture->folder->path, "/folder", (const char *) data, NULL);
  g_autofree char *other = g_build_filename (fixture->folder->path, "out.ods", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (export (fixture, missing, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "no-folder"));
  g_clear_error (&error);

  g_mkdir (folder, 0700);
  g_assert_false (export (fixture, folder, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);

  g_assert_false (export (fixture, other, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
}

/* The file behind a link is replaced, the link stays. */
static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *name = g_strconcat ("link", (const char *) data, NULL);
  g_autofree char *link = g_build_filename (fixture->folder->path, name, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  g_assert_true (export (fixture, link, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, !=, FORMER);
}

static void
test_no_meeting (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->meeting = lp_id_new ();
  g_assert_false (export (fixture, fixture->path, NULL, NULL, NULL, &error));
  g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND);
  assert_former (fixture);
}

/* Reading back notices every byte that is missing or changed, in whatever sheet. */
static void
test_read_back (Fixture       *fixture,
            gconstpointer  data)
{
  static const guint sheets[] = { 1, 2, 3, 4, 5, 6 };
  g_autoptr (GArray) wrong = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize length = 0;

  g_array_append_vals (wrong, sheets, G_N_ELEMENTS (sheets));
  g_assert_true (export (fixture, fixture->path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (lp_workbook_check (fixture->path, wrong, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&error);

  g_array_set_size (wrong, 0);
  g_assert_true (lp_workbook_check (fixture->path, wrong, &error));
  g_assert_no_error (error);

  g_assert_true (g_file_get_contents (fixture->path, &content, &length, &error));
  g_assert_no_error (error);
  g_file_set_contents (fixture->path, content, length / 2, &error);
  g_assert_no_error (error);
  g_assert_false (lp_workbook_check (fixture->path, wrong, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

#define MANY 5000 /* more than are read ahead */
#define FAR 4321  /* a note among them, far from both ends */
#define PAGE_SIZE 4096

static char *
text_of (guint i)
{
  return g_strdup_printf ("%u people came by bus", i);
}

static void
add_many (Fixture *fixture)
{
  LpChangeSet *changes = lp_change_set_new (NULL);

  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *text = text_of (i);
      LpNoteDraft draft = { .kind = LP_KIND_DREAM, .text = text, .time = 1 + i };
      LpId id = { 0 };

      lp_note_create (changes, lp_store_get_reader (fixture->store), &fixture->meeting, &draft, &id);
    }
  test_commit (fixture->store, changes);
}

typedef struct {
  GCancellable *cancellable;
  guint         calls;
  guint         cancel_at; /* which of them; 0 for none */
} Progress;

static void
count_cb (double   fraction,
          gpointer user_data)
{
  Progress *progress = user_data;

  if (++progress->calls == progress->cancel_at)
    g_cancellable_cancel (progress->cancellable);
}

/* Wherever it is cancelled, also while notes that were read ahead wait to be written, the former file stays. */
static void
test_cancel_many (Fixture       *fixture,
                  gconstpointer  data)
{
  Progress all = { NULL };
  g_autoptr (GError) error = NULL;

  add_many (fixture);
  g_assert_true (export (fixture, fixture->path, NULL, count_cb, &all, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (all.calls, >=, 2 * MANY / 256);

  g_assert_true (g_file_set_contents (fixture->path, FORMER, -1, NULL));
  for (guint at = 1; at < all.calls; at += 3)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Progress progress = { cancellable, .cancel_at = at };

      g_assert_false (export (fixture, fixture->path, cancellable, count_cb, &progress, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&error);
      assert_former (fixture);
    }
}

/* The page of the database on which a note lies becomes unreadable; also in the log, which is no matter here. */
static void
damage_note (const char *database,
             const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize length = 0;
  guint damaged = 0;

  g_assert_true (g_file_get_contents (database, &content, &length, &error));
  g_assert_no_error (error);
  for (char *at = content; (at = memmem (at, content + length - at, text, strlen (text))); damaged++)
    {
      char *page = content + (at - content) / PAGE_SIZE * PAGE_SIZE;

      memset (page, 0xff, PAGE_SIZE);
      at = page + PAGE_SIZE;
    }
  g_assert_cmpuint (damaged, >, 0);
  g_assert_true (g_file_set_contents (database, content, length, &error));
  g_assert_no_error (error);
}

/* A database that turns out to be damaged in the middle of the notes. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  LpExportOptions internal = internal_of (fixture->path);
  g_autofree char *text = text_of (FAR);
  g_autoptr (GError) error = NULL;
  g_autoptr (LpReader) reader = NULL;

  add_many (fixture);
  test_store_close (fixture->store);
  damage_note (fixture->folder->database, text);

  reader = lp_reader_open (fixture->folder->database, &error);
  g_assert_no_error (error);
  g_assert_false (lp_export (reader, &fixture->meeting, fixture->path, &internal, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_DAMAGED);
  assert_former (fixture);

  g_clear_object (&reader);
  g_assert_cmpint (g_unlink (fixture->folder->database), ==, 0);
  fixture->store = test_store_open (fixture->folder->database);
}

#define ADD(name, data, test) g_test_add ("/export/" name, Fixture, data, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("workbook/replace", ".xlsx", test_replace);
  ADD ("workbook/private", ".xlsx", test_private);
  ADD ("workbook/cancel", ".xlsx", test_cancel);
  ADD ("workbook/cancel-many", ".xlsx", test_cancel_many);
  ADD ("workbook/damaged", ".xlsx", test_damaged);
  ADD ("workbook/no-room", ".xlsx", test_no_room);
  ADD ("workbook/nowhere", ".XLSX", test_nowhere);
  ADD ("workbook/link", ".xlsx", test_link);
  ADD ("workbook/no-meeting", ".xlsx", test_no_meeting);
  ADD ("workbook/read-back", ".xlsx", test_read_back);
  ADD ("table/replace", ".csv", test_replace);
  ADD ("table/private", ".csv", test_private);
  ADD ("table/cancel", ".csv", test_cancel);
  ADD ("table/damaged", ".csv", test_damaged);
  ADD ("table/no-room", ".csv", test_no_room);
  ADD ("table/nowhere", ".csv", test_nowhere);
  ADD ("table/link", ".csv", test_link);
  ADD ("table/no-meeting", ".csv", test_no_meeting);
  ADD ("meeting/replace", ".json", test_replace);
  ADD ("meeting/private", ".json", test_private);
  ADD ("meeting/cancel", ".json", test_cancel);
  ADD ("meeting/cancel-many", ".json", test_cancel_many);
  ADD ("meeting/damaged", ".json", test_damaged);
  ADD ("meeting/no-room", ".json", test_no_room);
  ADD ("meeting/nowhere", ".json", test_nowhere);
  ADD ("meeting/link", ".JSON", test_link);
  ADD ("meeting/no-meeting", ".json", test_no_meeting);
  ADD ("summary/replace", ".pdf", test_replace);
  ADD ("summary/private", ".pdf", test_private);
  ADD ("summary/cancel", ".pdf", test_cancel);
  ADD ("summary/damaged", ".pdf", test_damaged);
  ADD ("summary/no-room", ".pdf", test_no_room);
  ADD ("summary/nowhere", ".PDF", test_nowhere);
  ADD ("summary/link", ".pdf", test_link);
  ADD ("summary/no-meeting", ".pdf", test_no_meeting);

  return g_test_run ();
}
