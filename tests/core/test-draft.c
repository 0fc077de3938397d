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

static LpDraft *
load (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  LpDraft *draft = lp_draft_load (self->path, &error);

  g_assert_no_error (error);
  return draft;
}

static void
save (Fixture *self, const LpDraft *draft)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lp_draft_save (draft, self->path, &error));
  g_assert_no_error (error);
}

/* What was typed is there as it was, and nobody else may read it; each meeting has its own. */
static void
test_there_and_back (Fixture *self, gconstpointer data)
{
  LpDraft typed = { .note = lp_id_new (), .kind = LP_KIND_CONCERN, .item = lp_id_new (), .theme = lp_id_new (),
                    .text = (char *) "“Æble”\n\n\t🔑 \\ \"", .accepted = (char *) "name Bo\nphone 22 33 44 55" };
  g_autoptr (LpDraft) read = NULL;
  LpId other = lp_id_new ();
  g_autofree char *elsewhere = lp_draft_path (self->folder->database, &other);
  GStatBuf info;

  g_assert_cmpstr (elsewhere, !=, self->path);
  g_assert_null (load (self));
  save (self, &typed);
  read = load (self);
  g_assert_true (lp_id_equal (&read->note, &typed.note) && lp_id_equal (&read->item, &typed.item));
  g_assert_true (lp_id_equal (&read->theme, &typed.theme));
  g_assert_cmpint (read->kind, ==, typed.kind);
  g_assert_cmpstr (read->text, ==, typed.text);
  g_assert_cmpstr (read->accepted, ==, typed.accepted);
  g_assert_cmpint (g_stat (self->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

/* That there is none any more is fine, and no error. */
static void
test_remove (Fixture *self, gconstpointer data)
{
  LpDraft typed = { .note = lp_id_new (), .kind = LP_KIND_DREAM, .text = (char *) "a", .accepted = (char *) "" };
  g_autoptr (GError) error = NULL;

  save (self, &typed);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (lp_draft_remove (self->path, &error));
      g_assert_no_error (error);
      g_assert_null (load (self));
    }
}

/* Whatever is in the file: an error, and the file stays. */
static void
test_rubbish (Fixture *self, gconstpointer data)
{
  static const char *const contents[] = { "", "rubbish", "[]", "{}", "{\"note\":\"x\",\"kind\":\"dream\",\"text\":\"a\"}",
                                          "{\"note\":\"01a215a8-6194-7001-b017-f19f4e1dcc18\",\"kind\":\"ballot\"}" };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", contents[i]);
      g_assert_true (g_file_set_contents (self->path, contents[i], -1, NULL));
      g_assert_null (lp_draft_load (self->path, &error));
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
  ADD ("/draft/remove", test_remove);
  ADD ("/draft/rubbish", test_rubbish);

  return g_test_run ();
}
