/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-note-review.h"

#include "lp-list.h"
#include "lp-meeting.h"
#include "test-util.h"

typedef struct {
  TestFolder *folder;
  LpStore    *store;
  LpId        meeting;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = test_folder_new ();
  self->store = test_store_open (self->folder->database);
  self->meeting = test_meeting (self->store, "Kick-off");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  test_store_close (self->store);
  test_folder_free (self->folder);
}

static LpId
add_note (Fixture *self, LpKind kind, const char *text, gint64 time)
{
  LpChangeSet *changes = lp_change_set_new ("Add");
  LpNoteDraft draft = { .kind = kind, .text = text, .time = time };
  LpId id = { 0 };

  lp_note_create (changes, lp_store_get_reader (self->store), &self->meeting, &draft, &id);
  test_commit (self->store, changes);

  return id;
}

static void
review (Fixture *self, const LpId *id, LpReview verdict)
{
  g_autoptr (LpRecord) note = test_load (self->store, LP_NOTE, id);
  LpChangeSet *changes = lp_change_set_new ("Review");

  lp_note_review (changes, note, verdict);
  test_commit (self->store, changes);
}

/* What was read is shown, and no other words that came while somebody read. */
static void
test_other_words (Fixture *self, gconstpointer data)
{
  LpId id = add_note (self, LP_KIND_DREAM, "Et hjem", 1);
  g_autoptr (LpRecord) as_read = test_load (self->store, LP_NOTE, &id);
  g_autoptr (LpRecord) after = NULL;
  LpChangeSet *reword = lp_change_set_new ("Reword");
  LpChangeSet *show = lp_change_set_new ("Show");

  lp_note_review (show, as_read, LP_REVIEW_SHOW);
  lp_note_reword (lp_change_set_put (reword, LP_NOTE, &self->meeting, &id), "Karla");
  test_commit (self->store, reword);
  test_commit (self->store, show);
  after = test_load (self->store, LP_NOTE, &id);
  g_assert_cmpint (lp_note_get_review (after), ==, LP_REVIEW_NONE);
}

static void
set_fields (Fixture *self, const LpId *id, gboolean reviewed, gboolean hidden, gboolean deleted)
{
  LpChangeSet *changes = lp_change_set_new ("Set");
  LpEdit *edit = lp_change_set_put (changes, LP_NOTE, &self->meeting, id);

  lp_edit_int (edit, LP_NOTE_REVIEWED, reviewed);
  lp_edit_int (edit, LP_NOTE_HIDDEN, hidden);
  lp_edit_int (edit, LP_NOTE_DELETED, deleted);
  test_commit (self->store, changes);
}

static guint
count (LpList *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static char *
read_texts (LpList *list)
{
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < count (list); i++)
    {
      g_autoptr (LpRecord) note = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_true (lp_note_may_be_shown (note));
      g_string_append_printf (texts, "%s;", lp_record_text (note, LP_NOTE_TEXT));
    }

  return g_string_free_and_steal (texts);
}

/* The function and the condition say the same of every note there can be. */
static void
test_one_rule (Fixture *self, gconstpointer data)
{
  LpId id = add_note (self, LP_KIND_DREAM, "a home", 1);
  g_autoptr (LpList) wall = lp_list_new_wall (self->store, &self->meeting, LP_KIND_DREAM);

  g_assert_cmpuint (count (wall), ==, 0);
  for (guint bits = 0; bits < 8; bits++)
    {
      gboolean reviewed = (bits & 1) != 0, hidden = (bits & 2) != 0, deleted = (bits & 4) != 0;
      g_autoptr (LpRecord) note = NULL;
      g_autoptr (LpList) fresh = NULL;

      set_fields (self, &id, reviewed, hidden, deleted);
      note = test_load (self->store, LP_NOTE, &id);
      fresh = lp_list_new_wall (self->store, &self->meeting, LP_KIND_DREAM);
      g_assert_cmpint (lp_note_may_be_shown (note), ==, reviewed && !hidden && !deleted);
      g_assert_cmpuint (count (wall), ==, lp_note_may_be_shown (note));
      g_assert_cmpuint (count (fresh), ==, lp_note_may_be_shown (note));
    }
}

static void
test_verdicts (Fixture *self, gconstpointer data)
{
  static const LpReview verdicts[] = { LP_REVIEW_SHOW, LP_REVIEW_KEEP_OFF, LP_REVIEW_NONE, LP_REVIEW_KEEP_OFF, LP_REVIEW_SHOW };
  LpId id = add_note (self, LP_KIND_DREAM, "a home", 1);
  g_autoptr (LpList) unreviewed = lp_list_new_unreviewed (self->store, &self->meeting);

  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      g_autoptr (LpRecord) note = NULL;

      review (self, &id, verdicts[i]);
      note = test_load (self->store, LP_NOTE, &id);
      g_assert_cmpint (lp_note_get_review (note), ==, verdicts[i]);
      g_assert_cmpint (lp_note_may_be_shown (note), ==, verdicts[i] == LP_REVIEW_SHOW);
      g_assert_cmpuint (count (unreviewed), ==, verdicts[i] == LP_REVIEW_NONE);
    }
}

/* Newest first, of its kind, and of this meeting alone. */
static void
test_wall (Fixture *self, gconstpointer data)
{
  g_autoptr (LpList) wall = lp_list_new_wall (self->store, &self->meeting, LP_KIND_DREAM);
  g_autofree char *texts = NULL;
  Fixture other = *self;
  LpId ids[4];

  ids[0] = add_note (self, LP_KIND_DREAM, "second", 20);
  ids[1] = add_note (self, LP_KIND_DREAM, "first", 10);
  ids[2] = add_note (self, LP_KIND_CONCERN, "a concern", 30);
  other.meeting = test_meeting (self->store, "Another");
  ids[3] = add_note (&other, LP_KIND_DREAM, "elsewhere", 40);
  add_note (self, LP_KIND_DREAM, "not read yet", 50);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    review (self, &ids[i], LP_REVIEW_SHOW);
  texts = read_texts (wall);
  g_assert_cmpstr (texts, ==, "second;first;");
}

static void
test_undo (Fixture *self, gconstpointer data)
{
  LpId id = add_note (self, LP_KIND_DREAM, "a home", 1);
  g_autoptr (LpList) wall = lp_list_new_wall (self->store, &self->meeting, LP_KIND_DREAM);
  g_autoptr (GError) error = NULL;

  review (self, &id, LP_REVIEW_SHOW);
  g_assert_cmpuint (count (wall), ==, 1);
  lp_store_undo (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (wall), ==, 0);
}

/* What was read for the room were other words. */
static void
test_reword (Fixture *self, gconstpointer data)
{
  static const LpReview after[] = {
    [LP_REVIEW_NONE] = LP_REVIEW_NONE, [LP_REVIEW_SHOW] = LP_REVIEW_NONE, [LP_REVIEW_KEEP_OFF] = LP_REVIEW_KEEP_OFF
  };

  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    {
      LpId id = add_note (self, LP_KIND_DREAM, "a home", 1);
      LpChangeSet *changes = lp_change_set_new ("Edit");
      g_autoptr (LpRecord) note = NULL;

      review (self, &id, i);
      lp_note_reword (lp_change_set_put (changes, LP_NOTE, &self->meeting, &id), "Anna's home");
      test_commit (self->store, changes);
      note = test_load (self->store, LP_NOTE, &id);
      g_assert_cmpstr (lp_record_text (note, LP_NOTE_TEXT), ==, "Anna's home");
      g_assert_cmpint (lp_note_get_review (note), ==, after[i]);
    }
}

/* As an import does: the note with this id, which was deleted, is there again in its first words. */
static void
test_comes_back (Fixture *self, gconstpointer data)
{
  static const LpReview after[] = {
    [LP_REVIEW_NONE] = LP_REVIEW_NONE, [LP_REVIEW_SHOW] = LP_REVIEW_NONE, [LP_REVIEW_KEEP_OFF] = LP_REVIEW_KEEP_OFF
  };
  LpNoteDraft draft = { .kind = LP_KIND_STORY, .text = "Anna's home" };

  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    {
      LpId id = add_note (self, LP_KIND_STORY, "a home", 1);
      LpChangeSet *changes = lp_change_set_new ("Delete");
      g_autoptr (LpRecord) note = NULL;

      review (self, &id, i);
      lp_change_set_delete (changes, LP_NOTE, &self->meeting, &id);
      test_commit (self->store, changes);
      changes = lp_change_set_new ("Import");
      lp_note_create (changes, lp_store_get_reader (self->store), &self->meeting, &draft, &id);
      test_commit (self->store, changes);
      note = test_load (self->store, LP_NOTE, &id);
      g_assert_cmpstr (lp_record_text (note, LP_NOTE_TEXT), ==, "Anna's home");
      g_assert_cmpint (lp_note_get_review (note), ==, after[i]);
    }
}

/* The editor has its note from before it was approved. */
static void
test_reword_unseen_review (Fixture *self, gconstpointer data)
{
  LpId id = add_note (self, LP_KIND_DREAM, "a home", 1);
  LpChangeSet *changes = lp_change_set_new ("Edit");
  g_autoptr (LpRecord) note = NULL;

  lp_note_reword (lp_change_set_put (changes, LP_NOTE, &self->meeting, &id), "Anna's home");
  review (self, &id, LP_REVIEW_SHOW);
  test_commit (self->store, changes);
  note = test_load (self->store, LP_NOTE, &id);
  g_assert_cmpint (lp_note_get_review (note), ==, LP_REVIEW_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/note-review/one-rule", test_one_rule);
  ADD ("/note-review/verdicts", test_verdicts);
  ADD ("/note-review/wall", test_wall);
  ADD ("/note-review/undo", test_undo);
  ADD ("/note-review/reword", test_reword);
  ADD ("/note-review/reword-unseen-review", test_reword_unseen_review);
  ADD ("/note-review/comes-back", test_comes_back);
  ADD ("/note-review/other-words", test_other_words);

  return g_test_run ();
}
