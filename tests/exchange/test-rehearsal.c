/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-rehearsal.h"

#include "lp-sample.h"
#include "lp-terms.h"
#include "test-util.h"

/* A day that is only played: tables speak while somebody listens, and nothing of it is left. */

#define MINUTE_MS (60 * 1000)

typedef struct {
  TestFolder  *folder;
  LpStore     *store;
  LpId         meeting;
  LpRehearsal *rehearsal;
  LpRunner    *runner;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = test_folder_new ();
  fixture->store = test_store_open (fixture->folder->database);
  lp_sample_create (fixture->store, &fixture->meeting, &error);
  g_assert_no_error (error);
  fixture->rehearsal = lp_rehearsal_new (fixture->store, &fixture->meeting, 0, &error);
  g_assert_no_error (error);
  fixture->runner = lp_runner_new (lp_rehearsal_get_store (fixture->rehearsal), &fixture->meeting,
                                   lp_rehearsal_get_clock (fixture->rehearsal));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->runner);
  g_clear_object (&fixture->rehearsal);
  test_store_close (fixture->store);
  test_folder_free (fixture->folder);
}

static gint64
count (Fixture *fixture, const char *sql)
{
  return test_number (lp_store_get_reader (lp_rehearsal_get_store (fixture->rehearsal)), sql);
}

static void
commit (Fixture *fixture, LpChangeSet *changes)
{
  g_assert_nonnull (changes);
  test_commit (lp_rehearsal_get_store (fixture->rehearsal), changes);
}

/* Minute by minute. */
static void
listen (Fixture *fixture, int minutes)
{
  guint pending = 0;

  for (int i = 0; i < minutes; i++)
    {
      lp_run_clock_advance (lp_rehearsal_get_clock (fixture->rehearsal), MINUTE_MS);
      lp_rehearsal_step (fixture->rehearsal);
    }
  do
    {
      g_main_context_iteration (NULL, FALSE);
      pending = lp_store_get_pending (lp_rehearsal_get_store (fixture->rehearsal));
    }
  while (pending > 0);
}

/* To the first item that takes this kind of note. */
static void
go_to (Fixture *fixture, LpKind kind)
{
  const LpRunState *state = lp_runner_get_state (fixture->runner);
  guint i = 0;

  while ((lp_kinds_parse (lp_record_text (lp_runner_get_item (fixture->runner, i), LP_AGENDA_ITEM_KINDS)) & (1u << kind)) == 0)
    g_assert_cmpuint (++i, <, state->items->len);
  commit (fixture, lp_runner_go (fixture->runner, i));
}

static void
test_tables_speak (Fixture *fixture, gconstpointer unused)
{
  gint64 notes = 0;

  listen (fixture, 30);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM note"), ==, 0);
  commit (fixture, lp_runner_next (fixture->runner));
  listen (fixture, 30);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM note"), ==, 0);

  go_to (fixture, LP_KIND_DREAM);
  listen (fixture, 30);
  notes = count (fixture, "SELECT count (*) FROM note");
  g_assert_cmpint (notes, >, 60);
  g_assert_cmpint (notes, <, 200);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM note WHERE kind <> 'dream'"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count (DISTINCT table_number) FROM note"), >=, 9);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM note WHERE table_number = 6"), <,
                   count (fixture, "SELECT count (*) FROM note WHERE table_number = 5"));
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM note WHERE reviewed = 0"), ==, notes / 4);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM note n JOIN agenda_item i ON i.id = n.item WHERE i.kinds LIKE '%dream%'"), ==,
                   notes);

  commit (fixture, lp_runner_pause (fixture->runner));
  listen (fixture, 30);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM note"), ==, notes);
}

/* What the tables say is nobody's action: undo takes back what the one who practises did. */
static void
test_undo (Fixture *fixture, gconstpointer unused)
{
  LpStore *store = lp_rehearsal_get_store (fixture->rehearsal);
  g_autoptr (GError) error = NULL;

  go_to (fixture, LP_KIND_CONCERN);
  listen (fixture, 10);
  g_assert_true (lp_store_undo (store, &error));
  g_assert_no_error (error);
  g_assert_false (lp_runner_get_state (fixture->runner)->started);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM note"), >, 0);
}

static gboolean
holds (const char *folder, const char *text)
{
  g_autofree char *command = g_strdup_printf ("grep -raq '%s' '%s'", text, folder);
  int status = 0;

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, &status, NULL));
  return g_spawn_check_wait_status (status, NULL);
}

static void
test_leaves_nothing (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *before = test_dump (lp_store_get_reader (fixture->store), TEST_DUMP_ALL);
  g_autofree char *folder = g_strdup (lp_rehearsal_get_folder (fixture->rehearsal));
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  go_to (fixture, LP_KIND_DREAM);
  listen (fixture, 20);
  g_assert_true (holds (folder, "Kick-off"));
  g_assert_false (holds (folder, "Karla Kastanjeh"));
  g_clear_object (&fixture->runner);
  g_assert_true (lp_rehearsal_close (fixture->rehearsal, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  after = test_dump (lp_store_get_reader (fixture->store), TEST_DUMP_ALL);
  g_assert_cmpstr (after, ==, before);
}

/* One that was killed is cleaned away by the next; one that goes on is not. */
static void
test_left_over (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *dead = g_build_filename (g_get_user_cache_dir (), "landspanel", "rehearsal-2147483646-abcdef", NULL);
  g_autofree char *file = g_build_filename (dead, "landspanel.db", NULL);
  g_autoptr (LpRehearsal) other = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (dead, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "words", -1, NULL));
  other = lp_rehearsal_new (fixture->store, &fixture->meeting, 0, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (dead, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (lp_rehearsal_get_folder (fixture->rehearsal), G_FILE_TEST_EXISTS));
}

/* However fast it will go, nobody is late before the day has begun; and when it begins again it waits again. */
static void
test_waits (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpRehearsal) fast = lp_rehearsal_new (fixture->store, &fixture->meeting, 600, &error);
  g_autoptr (LpRunner) runner = NULL;
  gint64 begin = 0;

  g_assert_no_error (error);
  runner = lp_runner_new (lp_rehearsal_get_store (fast), &fixture->meeting, lp_rehearsal_get_clock (fast));
  begin = lp_run_clock_get_time (lp_rehearsal_get_clock (fast));
  g_usleep (20000);
  g_assert_cmpint (lp_run_clock_get_time (lp_rehearsal_get_clock (fast)), ==, begin);

  test_commit (lp_rehearsal_get_store (fast), lp_runner_next (runner));
  g_assert_true (lp_runner_get_state (runner)->started);
  g_usleep (20000);
  g_assert_cmpint (lp_run_clock_get_time (lp_rehearsal_get_clock (fast)), >, begin);

  test_commit (lp_rehearsal_get_store (fast), lp_runner_begin_again (runner));
  begin = lp_run_clock_get_time (lp_rehearsal_get_clock (fast));
  g_usleep (20000);
  g_assert_cmpint (lp_run_clock_get_time (lp_rehearsal_get_clock (fast)), ==, begin);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/rehearsal/tables-speak", test_tables_speak);
  ADD ("/rehearsal/undo", test_undo);
  ADD ("/rehearsal/leaves-nothing", test_leaves_nothing);
  ADD ("/rehearsal/left-over", test_left_over);
  ADD ("/rehearsal/waits", test_waits);

  return g_test_run ();
}
