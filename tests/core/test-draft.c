/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-util.h"

#include <glib/gstdio.h>

#include "lp-draft.h"

typedef struct {
  TestFolder *folder;
  char *path;
  LpId meeting;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = test_folder_new ();
  self->meeting = lp_id_new ();
  self->path = lp_draft_path (self->folder->database, &self->meeting);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_free (self->path);
  test_folder_free (self->folder);
}

static GPtrArray *
load (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *drafts = lp_drafts_load (self->path, &error);

  g_assert_no_error (error);
  return drafts;
}

static void
save (Fixture *self, const LpDraft *draft)
{
  g_autoptr (GPtrArray) drafts = lp_drafts_new ();
  g_autoptr (GError) error = NULL;

  if (draft != NULL)
    g_ptr_array_add (drafts, lp_draft_copy (draft));
  g_assert_true (lp_drafts_save (drafts, self->path, &error));
  g_assert_no_error (error);
}

/* What was typed is there as it was, and nobody else may read it; each meeting has its own. */
static void
test_there_and_back (Fixture *self, gconstpointer data)
{
  LpDraft typed = { .note = lp_id_new (), .kind = LP_KIND_CONCERN, .item = lp_id_new (), .theme = lp_id_new (),
                    .text = (char *) "“Æble”\n\n\t🔑 \\ \"", .accepted = (char *) "name Bo\nphone 22 33 44 55" };
  g_autoptr (GPtrArray) drafts = NULL;
  LpDraft *read = NULL;
  LpId other = lp_id_new ();
  g_autofree char *elsewhere = lp_draft_path (self->folder->database, &other);
  GStatBuf info;

  g_assert_cmpstr (elsewhere, !=, self->path);
  g_assert_null (load (self));
  save (self, &typed);
  drafts = load (self);
  g_assert_cmpuint (drafts->len, ==, 1);
  read = g_ptr_array_index (drafts, 0);
  g_assert_true (lp_id_equal (&read->note, &typed.note) && lp_id_equal (&read->item, &typed.item));
  g_assert_true (lp_id_equal (&read->theme, &typed.theme));
  g_assert_cmpint (read->kind, ==, typed.kind);
  g_assert_cmpstr (read->text, ==, typed.text);
  g_assert_cmpstr (read->accepted, ==, typed.accepted);
  g_assert_false (read->sent || read->told);
  g_assert_cmpint (g_stat (self->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

/* Each has its own text, and says how it was said. */
static void
test_several (Fixture *self, gconstpointer data)
{
  LpDraft sent = { .note = lp_id_new (), .kind = LP_KIND_DREAM, .text = (char *) "a", .accepted = (char *) "", .sent = TRUE,
                   .time = 1700000000123, .table = 7, .perspective = (char *) "lived", .profile = (char *) "Mand, 40 år",
                   .municipality = (char *) "Ærø", .verbatim = TRUE };
  LpDraft told = { .note = lp_id_new (), .kind = LP_KIND_STORY, .text = (char *) "", .accepted = (char *) "", .told = TRUE,
                   .parts = { (char *) "før", (char *) "", (char *) "nu", (char *) "" }, .base = (char *) "Før." };
  g_autoptr (GPtrArray) drafts = lp_drafts_new ();
  g_autoptr (GPtrArray) read = NULL;
  LpDraft *first = NULL;
  LpDraft *second = NULL;

  g_ptr_array_add (drafts, lp_draft_copy (&sent));
  g_ptr_array_add (drafts, lp_draft_copy (&told));
  g_assert_true (lp_drafts_save (drafts, self->path, NULL));
  read = load (self);
  g_assert_cmpuint (read->len, ==, 2);
  first = g_ptr_array_index (read, 0);
  second = g_ptr_array_index (read, 1);
  g_assert_true (first->sent && first->verbatim && !first->consent && !first->told);
  g_assert_cmpint (first->time, ==, sent.time);
  g_assert_cmpint (first->table, ==, 7);
  g_assert_cmpstr (first->perspective, ==, "lived");
  g_assert_cmpstr (first->profile, ==, "Mand, 40 år");
  g_assert_cmpstr (first->municipality, ==, "Ærø");
  g_assert_true (second->told && !second->sent);
  g_assert_cmpstr (second->parts[LP_STORY_BEFORE], ==, "før");
  g_assert_cmpstr (second->parts[LP_STORY_TODAY], ==, "nu");
  g_assert_cmpstr (second->base, ==, "Før.");
}

/* A file as the first versions wrote it. */
static void
test_old (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) drafts = NULL;

  g_assert_true (g_file_set_contents (self->path,
                                      "{\"note\":\"01a215a8-6194-7001-b017-f19f4e1dcc18\",\"kind\":\"dream\",\"item\":\"\","
                                      "\"text\":\"a\",\"accepted\":\"\"}", -1, NULL));
  drafts = load (self);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (((LpDraft *) g_ptr_array_index (drafts, 0))->text, ==, "a");
}

/* What was sent is taken out when the database is opened; what was not, and a story that is still there, stays. */
static void
test_sweep (Fixture *self, gconstpointer data)
{
  LpStore *store = test_store_open (self->folder->database);
  LpId meeting = test_meeting (store, "Kick-off");
  g_autofree char *path = lp_draft_path (self->folder->database, &meeting);
  g_autofree char *story_path = lp_draft_story_path (self->folder->database, &meeting);
  LpDraft typed = { .note = lp_id_new (), .kind = LP_KIND_DREAM, .text = (char *) "typed", .accepted = (char *) "" };
  LpDraft sent = { .note = test_note (store, &meeting, "zebra"), .kind = LP_KIND_DREAM, .text = (char *) "zebra",
                   .accepted = (char *) "" };
  LpDraft told = { .note = sent.note, .kind = LP_KIND_STORY, .text = (char *) "", .accepted = (char *) "", .told = TRUE };
  g_autoptr (GPtrArray) both = lp_drafts_new ();
  g_autoptr (GPtrArray) story = lp_drafts_new ();
  g_autoptr (GPtrArray) left = NULL;
  LpChangeSet *erase = lp_change_set_new (NULL);

  g_ptr_array_add (both, lp_draft_copy (&sent));
  g_ptr_array_add (both, lp_draft_copy (&typed));
  g_ptr_array_add (story, lp_draft_copy (&told));
  g_assert_true (lp_drafts_save (both, path, NULL) && lp_drafts_save (story, story_path, NULL));
  test_store_close (store);

  store = test_store_open (self->folder->database);
  left = lp_drafts_load (path, NULL);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpstr (((LpDraft *) g_ptr_array_index (left, 0))->text, ==, "typed");
  g_assert_true (g_file_test (story_path, G_FILE_TEST_EXISTS));
  lp_change_set_erase (erase, LP_NOTE, &meeting, &sent.note);
  test_commit (store, erase);
  test_store_close (store);
  g_assert_false (g_file_test (story_path, G_FILE_TEST_EXISTS));
}

/* That there is none any more is fine, and no error. */
static void
test_remove (Fixture *self, gconstpointer data)
{
  LpDraft typed = { .note = lp_id_new (), .kind = LP_KIND_DREAM, .text = (char *) "a", .accepted = (char *) "" };

  save (self, &typed);
  for (guint i = 0; i < 2; i++)
    {
      save (self, NULL);
      g_assert_null (load (self));
      g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
    }
}

/* Whatever is in the file: an error, and the file stays. */
static void
test_rubbish (Fixture *self, gconstpointer data)
{
  static const char *const contents[] = { "", "rubbish", "[]", "{}", "[1]", "[{}]", "{\"note\":\"x\",\"kind\":\"dream\",\"text\":\"a\"}",
                                          "{\"note\":\"01a215a8-6194-7001-b017-f19f4e1dcc18\",\"kind\":\"ballot\"}" };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", contents[i]);
      g_assert_true (g_file_set_contents (self->path, contents[i], -1, NULL));
      g_assert_null (lp_drafts_load (self->path, &error));
      g_assert_nonnull (error);
      g_assert_true (g_file_test (self->path, G_FILE_TEST_EXISTS));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/draft/there-and-back", test_there_and_back);
  ADD ("/draft/several", test_several);
  ADD ("/draft/old", test_old);
  ADD ("/draft/sweep", test_sweep);
  ADD ("/draft/remove", test_remove);
  ADD ("/draft/rubbish", test_rubbish);

  return g_test_run ();
}
