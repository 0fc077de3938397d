/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-story.h"

#include "lp-meeting.h"
#include "lp-note-review.h"
#include "test-util.h"

typedef TestMeeting Fixture;

static const char *const told[LP_N_STORY_PARTS] = { "I slept outside", "Somebody asked my name", "I have a key", "A person who stayed" };

static LpStory *
make_story (void)
{
  LpStory *story = lp_story_new ();

  for (guint i = 0; i < LP_N_STORY_PARTS; i++)
    lp_story_set_part (story, i, told[i]);

  return story;
}

static LpRecord *
load (Fixture *self, const LpId *id)
{
  return test_load (self->store, LP_NOTE, id);
}

static void
put (Fixture *self, const LpId *id, const LpStory *story)
{
  LpChangeSet *changes = lp_change_set_new ("Story");
  g_autoptr (LpRecord) note = load (self, id);

  lp_story_put (story, lp_change_set_put (changes, LP_NOTE, &self->meeting, id), note);
  test_commit (self->store, changes);
}

static LpId
add_story (Fixture *self, const LpStory *story)
{
  LpId id = test_note (self->store, &self->meeting, "typed before");

  put (self, &id, story);

  return id;
}

static void
assert_stored (Fixture *self, const LpId *id, const LpStory *expected)
{
  g_autoptr (LpRecord) note = load (self, id);
  g_autoptr (LpStory) story = lp_story_read (note);

  for (guint i = 0; i < LP_N_STORY_PARTS; i++)
    g_assert_cmpstr (story->parts[i], ==, expected->parts[i]);
  g_assert_true (lp_story_equal (story, expected));
}

/* Everything comes back as it was put, and the note's text is made of the parts. */
static void
test_there_and_back (Fixture *self, gconstpointer data)
{
  g_autoptr (LpStory) story = make_story ();
  LpId id = add_story (self, story);
  g_autoptr (LpRecord) note = load (self, &id);

  assert_stored (self, &id, story);
  g_assert_cmpstr (lp_record_text (note, LP_NOTE_KIND), ==, "story");
  g_assert_cmpstr (lp_record_text (note, LP_NOTE_TEXT), ==,
                   "I slept outside\n\nSomebody asked my name\n\nI have a key\n\nA person who stayed");

  lp_story_agree (story, LP_CONSENT_KEEP, 1000);
  lp_story_agree (story, LP_CONSENT_PUBLISH, 3000);
  story->approved = 4000;
  story->duplicate_of = test_note (self->store, &self->meeting, "The same");
  lp_story_set_part (story, LP_STORY_TODAY, "  ");
  put (self, &id, story);
  assert_stored (self, &id, story);
  g_assert_cmpstr (story->parts[LP_STORY_TODAY], ==, "");

  lp_story_agree (story, LP_CONSENT_KEEP, 0);
  story->approved = 0;
  story->duplicate_of = (LpId) { 0 };
  put (self, &id, story);
  assert_stored (self, &id, story);
}

/* Letters come in two forms. Parts and text have the same one, so that what is sought in one is found in the other; and what
 * a teller agrees to later makes no other words of it. */
static void
test_composed (Fixture *self, gconstpointer data)
{
  g_autoptr (LpStory) story = lp_story_new ();
  g_autoptr (LpRecord) note = NULL;
  LpId id = { 0 };

  lp_story_set_part (story, LP_STORY_BEFORE, "A\xcc\x8ase pa\xcc\x8a gaden");
  g_assert_cmpstr (story->parts[LP_STORY_BEFORE], ==, "Åse på gaden");
  id = add_story (self, story);
  note = load (self, &id);
  g_assert_cmpstr (lp_record_text (note, LP_NOTE_TEXT), ==, "Åse på gaden");
  g_assert_cmpstr (lp_record_text (note, LP_NOTE_BEFORE), ==, "Åse på gaden");
}

static void
test_new_is_off (Fixture *self, gconstpointer data)
{
  g_autoptr (LpStory) story = lp_story_new ();

  g_assert_true (lp_story_is_blank (story));
  g_assert_cmpint (story->approved, ==, 0);
  for (guint i = 0; i < LP_N_CONSENTS; i++)
    {
      g_assert_cmpint (story->agreed[i], ==, 0);
      g_assert_cmpuint (story->wordings[i], ==, 0);
      lp_story_agree (story, i, 5000);
      g_assert_cmpuint (story->wordings[i], ==, LP_STORY_WORDING);
      g_assert_nonnull (lp_consent_wording (i, story->wordings[i]));
      g_assert_nonnull (lp_consent_label (i));
      g_assert_null (lp_consent_wording (i, 0));
      g_assert_null (lp_consent_wording (i, LP_STORY_WORDING + 1));
    }
}

/* A plain note of the kind story is its first part, four paragraphs are four parts. */
static void
test_plain_text (Fixture *self, gconstpointer data)
{
  static const struct {
    const char *text;
    const char *before;
    const char *helped;
  } cases[] = {
    { "Then I got a key", "Then I got a key", "" },
    { "one\n\ntwo\n\nthree", "one\n\ntwo\n\nthree", "" },
    { "one\n\ntwo\n\nthree\n\nfour", "one", "four" },
    { "one\n\ntwo\n\n \n\nfour", "one\n\ntwo\n\n \n\nfour", "" },
    { "1\n\n2\n\n3\n\n4\n\n5", "1\n\n2\n\n3\n\n4\n\n5", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LpId id = test_note (self->store, &self->meeting, cases[i].text);
      g_autoptr (LpRecord) note = load (self, &id);
      g_autoptr (LpStory) story = lp_story_read (note);

      g_assert_false (lp_story_is_told_in_parts (note));
      g_assert_cmpstr (story->parts[LP_STORY_BEFORE], ==, cases[i].before);
      g_assert_cmpstr (story->parts[LP_STORY_HELPED], ==, cases[i].helped);
    }
}

/* "May be quoted" follows from the teller's consent, whatever was pressed while the note was typed. */
static void
test_may_be_quoted (Fixture *self, gconstpointer data)
{
  g_autoptr (LpStory) story = make_story ();
  LpNoteDraft draft = { .kind = LP_KIND_STORY, .text = "typed", .consent = TRUE };
  LpChangeSet *changes = lp_change_set_new ("Add");
  LpId id = { 0 };

  lp_note_create (changes, self->reader, &self->meeting, &draft, &id);
  test_commit (self->store, changes);
  for (guint quoted = 0; quoted < 4; quoted++)
    {
      g_autoptr (LpRecord) note = NULL;

      lp_story_agree (story, LP_CONSENT_QUOTE, quoted % 2 ? 2000 : 0);
      put (self, &id, story);
      note = load (self, &id);
      g_assert_cmpint (lp_record_int (note, LP_NOTE_CONSENT), ==, quoted % 2);
    }
}

/* Other words must be read for the room anew; a consent that is given later changes no word. */
static void
test_review (Fixture *self, gconstpointer data)
{
  g_autoptr (LpStory) story = make_story ();
  LpId id = add_story (self, story);
  LpChangeSet *changes = lp_change_set_new ("Review");
  g_autoptr (LpRecord) note = load (self, &id);

  lp_note_review (changes, note, LP_REVIEW_SHOW);
  test_commit (self->store, changes);
  lp_story_agree (story, LP_CONSENT_KEEP, 1000);
  put (self, &id, story);
  g_clear_object (&note);
  note = load (self, &id);
  g_assert_true (lp_note_may_be_shown (note));

  lp_story_set_part (story, LP_STORY_TODAY, "I have a key and a cat");
  put (self, &id, story);
  g_clear_object (&note);
  note = load (self, &id);
  g_assert_false (lp_note_may_be_shown (note));
  assert_stored (self, &id, story);
}

/* Reworded as a whole the former words are nowhere in the note, and the teller has not approved the new ones. */
static void
test_reword (Fixture *self, gconstpointer data)
{
  g_autoptr (LpStory) story = make_story ();
  g_autoptr (LpRecord) note = NULL;
  g_autoptr (LpStory) reworded = NULL;
  LpChangeSet *changes = lp_change_set_new ("Edit");
  LpId id = { 0 };

  lp_story_agree (story, LP_CONSENT_KEEP, 1000);
  story->approved = 2000;
  id = add_story (self, story);
  lp_note_reword (lp_change_set_put (changes, LP_NOTE, &self->meeting, &id), "Only this");
  test_commit (self->store, changes);
  note = load (self, &id);
  reworded = lp_story_read (note);
  g_assert_cmpstr (reworded->parts[LP_STORY_BEFORE], ==, "Only this");
  g_assert_cmpstr (reworded->parts[LP_STORY_HELPED], ==, "");
  g_assert_cmpint (reworded->approved, ==, 0);
  g_assert_cmpint (reworded->agreed[LP_CONSENT_KEEP], ==, 1000);
}

/* Deleted and imported anew it has the words of the file alone, and nobody's consent. */
static void
test_comes_back (Fixture *self, gconstpointer data)
{
  g_autoptr (LpStory) story = make_story ();
  LpNoteDraft draft = { .kind = LP_KIND_STORY, .text = "From the file" };
  LpChangeSet *changes = lp_change_set_new ("Delete");
  g_autoptr (LpStory) expected = lp_story_new ();
  LpId id = { 0 };

  lp_story_agree (story, LP_CONSENT_PUBLISH, 1000);
  story->approved = 2000;
  id = add_story (self, story);
  lp_change_set_delete (changes, LP_NOTE, &self->meeting, &id);
  test_commit (self->store, changes);
  changes = lp_change_set_new ("Import");
  lp_note_create (changes, self->reader, &self->meeting, &draft, &id);
  test_commit (self->store, changes);
  lp_story_set_part (expected, LP_STORY_BEFORE, "From the file");
  assert_stored (self, &id, expected);
}

static void
test_undo (Fixture *self, gconstpointer data)
{
  g_autoptr (LpStory) story = make_story ();
  g_autoptr (LpStory) other = NULL;
  g_autoptr (GError) error = NULL;
  LpId id = add_story (self, story);

  other = lp_story_copy (story);
  lp_story_set_part (other, LP_STORY_HELPED, "A dog");
  lp_story_agree (other, LP_CONSENT_QUOTE, 1000);
  put (self, &id, other);
  assert_stored (self, &id, other);
  g_assert_true (lp_store_undo (self->store, &error));
  g_assert_no_error (error);
  assert_stored (self, &id, story);
  g_assert_true (lp_store_redo (self->store, &error));
  assert_stored (self, &id, other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, test_meeting_set_up, func, test_meeting_tear_down)
  ADD ("/story/there-and-back", test_there_and_back);
  ADD ("/story/composed", test_composed);
  ADD ("/story/new-is-off", test_new_is_off);
  ADD ("/story/plain-text", test_plain_text);
  ADD ("/story/may-be-quoted", test_may_be_quoted);
  ADD ("/story/review", test_review);
  ADD ("/story/reword", test_reword);
  ADD ("/story/comes-back", test_comes_back);
  ADD ("/story/undo", test_undo);

  return g_test_run ();
}
