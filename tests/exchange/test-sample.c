/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-util.h"

#include "lp-counts.h"
#include "lp-sample.h"

static const guint kinds[LP_N_KINDS] = { 63, 62, 54, 52, 9 };

static void
assert_counts (LpReader   *reader,
               const LpId *meeting)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpCounts) counts = lp_counts_load (reader, meeting, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (counts->total, ==, 240);
  g_assert_cmpmem (counts->kinds, sizeof counts->kinds, kinds, sizeof kinds);
  g_assert_cmpuint (counts->themes->len, ==, 16);
  g_assert_cmpuint (counts->participants, ==, 90);
  g_assert_cmpuint (counts->organisations, ==, 63);
  g_assert_cmpuint (counts->items, ==, 15);
  g_assert_cmpuint (counts->perspectives[LP_PERSPECTIVE_LIVED], ==, 128);
}

static void
test_create (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GError) error = NULL;
  LpStore *store = test_store_open (folder->database);
  LpReader *reader = lp_store_get_reader (store);
  LpRecord *record = NULL;
  LpId meeting = { 0 };
  LpId second = { 0 };

  g_assert_true (lp_sample_create (store, &meeting, &error));
  g_assert_no_error (error);
  assert_counts (reader, &meeting);

  record = test_load (store, LP_MEETING, &meeting);
  g_assert_cmpstr (lp_record_text (record, LP_MEETING_TITLE), ==, "Kick-off-møde");
  g_assert_cmpstr (lp_record_text (record, LP_MEETING_DATE), ==, "2026-11-24");
  g_assert_nonnull (strstr (lp_record_text (record, LP_MEETING_PURPOSE), "opfundne"));
  g_object_unref (record);

  /* every note belongs to the part of the agenda that takes its kind */
  g_assert_cmpint (test_number (reader, "SELECT count (*) FROM note JOIN agenda_item ON agenda_item.id = note.item"
                                        " WHERE instr (agenda_item.kinds, note.kind) > 0"), ==, 240);

  g_assert_true (lp_sample_create (store, &second, &error));
  g_assert_no_error (error);
  g_assert_false (lp_id_equal (&meeting, &second));
  assert_counts (reader, &second);
  g_assert_cmpint (test_number (reader, "SELECT count (*) FROM panel WHERE deleted = 0"), ==, 1);

  g_assert_true (lp_store_undo (store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_number (reader, "SELECT count (*) FROM meeting WHERE deleted = 0"), ==, 1);
  g_assert_cmpint (test_number (reader, "SELECT count (*) FROM note WHERE deleted = 0"), ==, 240);
  assert_counts (reader, &meeting);

  test_store_close (store);
  test_check (folder->database);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/create", test_create);

  return g_test_run ();
}
