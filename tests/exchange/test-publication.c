/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-publication.h"

#include "lp-note-actions.h"
#include "lp-note-privacy.h"
#include "lp-note-review.h"
#include "lp-note-stream.h"
#include "lp-story.h"
#include "test-util.h"

#include <string.h>

#define CPR "170483-9998"

typedef struct {
  const char    *text;
  LpPerspective  perspective;
  int            table;
  gboolean       consent;
  gboolean       verbatim;
  const char    *profile;
  LpReview       review;
} Said;

static gint64
add (TestMeeting *self, const Said *said)
{
  LpChangeSet *changes = lp_change_set_new (NULL);
  LpNoteDraft draft = {
    .kind = LP_KIND_DREAM,
    .text = said->text,
    .time = 1,
    .table = said->table,
    .perspective = lp_perspective_id (said->perspective),
    .profile = said->profile,
    .consent = said->consent,
    .verbatim = said->verbatim,
  };
  g_autoptr (LpRecord) note = NULL;
  LpId id = { 0 };

  lp_note_create (changes, lp_store_get_reader (self->store), &self->meeting, &draft, &id);
  test_commit (self->store, changes);
  note = test_load (self->store, LP_NOTE, &id);
  if (said->review != LP_REVIEW_NONE)
    {
      changes = lp_change_set_new (NULL);
      lp_note_review (changes, note, said->review);
      test_commit (self->store, changes);
    }
  return lp_record_get_num (note);
}

static LpPublication *
publish (TestMeeting *self, LpVariant variant, guint limit)
{
  g_autoptr (GError) error = NULL;
  LpPublication *publication = lp_publication_load (lp_store_get_reader (self->store), &self->meeting, variant, limit, NULL, &error);

  g_assert_no_error (error);
  return publication;
}

/* Each is left out for its reason, and counted once, under the first that holds. */
static void
test_reasons (TestMeeting *self, gconstpointer data)
{
  static const Said said[LP_N_LEAVES] = {
    [LP_LEAVE_NOT_PERMITTED] = { "Call " CPR, .table = 1, .review = LP_REVIEW_KEEP_OFF },
    [LP_LEAVE_KEPT_BACK] = { "Number " CPR, .consent = TRUE, .table = 1, .review = LP_REVIEW_KEEP_OFF },
    [LP_LEAVE_FLAGGED] = { "She is " CPR, .consent = TRUE, .table = 1, .review = LP_REVIEW_SHOW },
    [LP_LEAVE_UNREVIEWED] = { "A key of my own", .consent = TRUE, .table = 1 },
  };
  static const Said good = { "A home first", .consent = TRUE, .table = 1, .review = LP_REVIEW_SHOW };
  gint64 num = add (self, &good);
  gint64 left[LP_N_LEAVES] = { 0 };
  g_autoptr (LpPublication) public = NULL;
  g_autoptr (LpPublication) internal = NULL;

  for (guint i = 0; i < LP_N_LEAVES; i++)
    {
      if (said[i].text != NULL)
        left[i] = add (self, &said[i]);
    }
  public = publish (self, LP_VARIANT_PUBLIC, 3);
  internal = publish (self, LP_VARIANT_INTERNAL, 3);

  g_assert_true (lp_publication_has (public, num));
  g_assert_cmpuint (lp_publication_get_n_notes (public), ==, 1);
  g_assert_cmpuint (lp_publication_get_total (public), ==, 5);
  g_assert_cmpuint (lp_publication_get_n_notes (internal), ==, 5);
  for (guint i = 0; i < LP_N_LEAVES; i++)
    {
      g_autoptr (GBytes) bytes = lp_publication_list_left (public, i);
      const guint8 *among = g_bytes_get_data (bytes, NULL);

      g_assert_cmpuint (lp_publication_get_left (public, i), ==, left[i] != 0 ? 1 : 0);
      if (left[i] == 0)
        continue;
      g_assert_false (lp_publication_has (public, left[i]));
      g_assert_true (lp_publication_has (internal, left[i]));
      g_assert_cmpuint (among[left[i]], ==, 1);
      g_assert_cmpuint (among[num], ==, 0);
    }
}

typedef enum {
  NOT_PERMITTED = 1 << LP_LEAVE_NOT_PERMITTED,
  STORY = 1 << LP_LEAVE_STORY,
  KEPT_BACK = 1 << LP_LEAVE_KEPT_BACK,
  FLAGGED = 1 << LP_LEAVE_FLAGGED,
  UNREVIEWED = 1 << LP_LEAVE_UNREVIEWED,
  ALL = (1 << LP_N_LEAVES) - 1,
} Reasons;

/* A note that has these reasons and no other. Kept back, it has been reviewed; its parts make it a story. */
static gint64
add_with_reasons (TestMeeting *self, Reasons reasons)
{
  Said said = { reasons & FLAGGED ? "She is " CPR : "A home first", .consent = !(reasons & NOT_PERMITTED), .table = 1 };
  gint64 num = 0;

  if (!(reasons & UNREVIEWED))
    said.review = LP_REVIEW_SHOW;
  if (reasons & KEPT_BACK)
    said.review = LP_REVIEW_KEEP_OFF;
  num = add (self, &said);
  if (reasons & STORY)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LpRecord) note = lp_reader_load_num (lp_store_get_reader (self->store), LP_NOTE, num, &error);
      LpChangeSet *changes = lp_change_set_new (NULL);
      LpEdit *edit = lp_change_set_put (changes, LP_NOTE, &self->meeting, lp_record_get_id (note));

      g_assert_no_error (error);
      lp_edit_text (edit, LP_NOTE_KIND, lp_kind_id (LP_KIND_STORY));
      lp_edit_text (edit, LP_NOTE_TODAY, said.text);
      test_commit (self->store, changes);
    }
  return num;
}

/* Each alone, and whatever else holds: a story has consents of its own, so it comes first; then as they are listed. */
static void
test_order_of_reasons (TestMeeting *self, gconstpointer data)
{
  static const LpLeave order[] = { LP_LEAVE_STORY, LP_LEAVE_NOT_PERMITTED, LP_LEAVE_KEPT_BACK, LP_LEAVE_FLAGGED, LP_LEAVE_UNREVIEWED };
  gint64 nums[ALL + 1] = { 0 };
  guint left[LP_N_LEAVES] = { 0 };
  g_autoptr (LpPublication) public = NULL;

  for (guint reasons = 0; reasons <= ALL; reasons++)
    nums[reasons] = add_with_reasons (self, reasons);
  public = publish (self, LP_VARIANT_PUBLIC, 3);
  g_assert_true (lp_publication_has (public, nums[0]));
  g_assert_cmpuint (lp_publication_get_n_notes (public), ==, 1);
  for (guint reasons = 1; reasons <= ALL; reasons++)
    {
      guint first = 0;
      g_autoptr (GBytes) among = NULL;

      while (!(reasons & (1u << order[first])))
        first++;
      among = lp_publication_list_left (public, order[first]);
      g_assert_cmpuint (((const guint8 *) g_bytes_get_data (among, NULL))[nums[reasons]], ==, 1);
      left[order[first]]++;
    }
  for (guint i = 0; i < LP_N_LEAVES; i++)
    g_assert_cmpuint (lp_publication_get_left (public, i), ==, left[i]);
}

static void
mask (TestMeeting *self, gint64 num)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpRecord) note = lp_reader_load_num (lp_store_get_reader (self->store), LP_NOTE, num, &error);
  g_autoptr (GArray) findings = lp_note_privacy_find (lp_record_text (note, LP_NOTE_TEXT), "", NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 1);
  test_commit (self->store, lp_note_privacy_mask (note, CPR, &g_array_index (findings, LpFinding, 0)));
}

/* What told who it is has been masked: it comes along, with the words that are left, as they are. */
static void
test_masked (TestMeeting *self, gconstpointer data)
{
  gint64 num = add_with_reasons (self, FLAGGED);
  g_autoptr (GArray) nums = g_array_new (FALSE, FALSE, sizeof num);
  g_autoptr (LpNoteStream) stream = NULL;
  g_autoptr (LpPublication) public = NULL;
  g_autoptr (GError) error = NULL;
  const LpNoteLine *line = NULL;

  g_array_append_val (nums, num);
  mask (self, num);
  public = publish (self, LP_VARIANT_PUBLIC, 3);
  g_assert_true (lp_publication_has (public, num));
  stream = lp_note_stream_new_by (lp_store_get_reader (self->store), nums, public);
  line = lp_note_stream_next (stream, &error);
  g_assert_no_error (error);
  g_assert_nonnull (line);
  g_assert_null (strstr (line->text, CPR));
  g_assert_true (g_str_has_prefix (line->text, "She is "));
}

/* As it was said, permitted, reviewed, and from whom it is without a name: all of it. */
static void
test_quotes (TestMeeting *self, gconstpointer data)
{
  static const Said quote = { "I was nobody", .consent = TRUE, .verbatim = TRUE, .profile = "Woman, 44", .review = LP_REVIEW_SHOW };
  static const Said others[] = {
    { "I was a number", .consent = FALSE, .verbatim = TRUE, .profile = "Woman, 44", .review = LP_REVIEW_SHOW },
    { "I was a case", .consent = TRUE, .verbatim = FALSE, .profile = "Woman, 44", .review = LP_REVIEW_SHOW },
    { "I was a file", .consent = TRUE, .verbatim = TRUE, .profile = "Woman, 44" },
    { "I was a cost", .consent = TRUE, .verbatim = TRUE, .profile = "", .review = LP_REVIEW_SHOW },
  };
  gint64 num = add (self, &quote);

  for (LpVariant variant = 0; variant < LP_N_VARIANTS; variant++)
    {
      g_autoptr (LpPublication) before = publish (self, variant, 3);

      g_assert_true (lp_publication_has_quote (before, num));
      g_assert_cmpuint (lp_publication_get_n_quotes (before), ==, 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      gint64 other = add (self, &others[i]);

      for (LpVariant variant = 0; variant < LP_N_VARIANTS; variant++)
        {
          g_autoptr (LpPublication) after = publish (self, variant, 3);

          g_assert_false (lp_publication_has_quote (after, other));
          g_assert_cmpuint (lp_publication_get_n_quotes (after), ==, 1);
        }
    }
}

/* Other words for publication are not what was said. */
static void
test_reworded (TestMeeting *self, gconstpointer data)
{
  static const Said said = { "I was nobody", .consent = TRUE, .verbatim = TRUE, .profile = "Woman, 44", .review = LP_REVIEW_SHOW };
  gint64 num = add (self, &said);
  g_autoptr (LpRecord) note = lp_reader_load_num (self->reader, LP_NOTE, num, NULL);
  LpChangeSet *changes = lp_change_set_new (NULL);
  LpEdit *edit = lp_change_set_put (changes, LP_NOTE, &self->meeting, lp_record_get_id (note));

  lp_edit_text (edit, LP_NOTE_PUBLIC_TEXT, "Somebody felt overlooked");
  lp_note_put_review (edit, LP_REVIEW_SHOW);
  test_commit (self->store, changes);
  for (LpVariant variant = 0; variant < LP_N_VARIANTS; variant++)
    {
      g_autoptr (LpPublication) publication = publish (self, variant, 3);

      g_assert_true (lp_publication_has (publication, num));
      g_assert_false (lp_publication_has_quote (publication, num));
      g_assert_cmpuint (lp_publication_get_n_quotes (publication), ==, 0);
    }
}

/* A story that was told in its parts has consents of its own. */
static void
test_story (TestMeeting *self, gconstpointer data)
{
  static const Said said = { "Then I got a key", .consent = TRUE, .review = LP_REVIEW_NONE };
  gint64 num = add (self, &said);
  g_autoptr (GError) error = NULL;

  for (guint agreed = 0; agreed < 4; agreed++)
    {
      g_autoptr (LpRecord) note = lp_reader_load_num (lp_store_get_reader (self->store), LP_NOTE, num, &error);
      g_autoptr (LpStory) story = lp_story_new ();
      g_autoptr (LpPublication) publication = NULL;
      LpChangeSet *changes = lp_change_set_new (NULL);
      LpEdit *edit = lp_change_set_put (changes, LP_NOTE, &self->meeting, lp_record_get_id (note));

      g_assert_no_error (error);
      lp_story_set_part (story, LP_STORY_TODAY, "I have a home");
      story->approved = agreed & 1 ? 1000 : 0;
      lp_story_agree (story, LP_CONSENT_PUBLISH, agreed & 2 ? 1000 : 0);
      lp_edit_text (edit, LP_NOTE_KIND, lp_kind_id (LP_KIND_STORY));
      lp_story_put (story, edit, note);
      lp_note_put_review (edit, LP_REVIEW_SHOW);
      test_commit (self->store, changes);

      publication = publish (self, LP_VARIANT_PUBLIC, 3);
      g_assert_true (lp_publication_has (publication, num) == (agreed == 3));
      g_assert_cmpuint (lp_publication_get_left (publication, LP_LEAVE_STORY), ==, agreed == 3 ? 0 : 1);
    }
}

/* The one politician at a table, though there are enough of them in the theme. */
static void
test_rare_at_a_table (TestMeeting *self, gconstpointer data)
{
  Said said = { "A note", .consent = TRUE, .review = LP_REVIEW_SHOW };
  gint64 lone = 0, common = 0;
  g_autoptr (LpPublication) hidden = NULL;
  g_autoptr (LpPublication) all = NULL;

  for (guint i = 0; i < 12; i++)
    {
      said.table = 1 + i % 2;
      said.perspective = LP_PERSPECTIVE_LIVED;
      common = add (self, &said);
    }
  said.perspective = LP_PERSPECTIVE_POLITICAL;
  said.table = 2;
  for (guint i = 0; i < 4; i++)
    add (self, &said);
  said.table = 1;
  lone = add (self, &said);

  hidden = publish (self, LP_VARIANT_PUBLIC, 3);
  g_assert_false (lp_publication_shows_perspective (hidden, lone));
  g_assert_false (lp_publication_shows_count (hidden, &(LpId) { 0 }, LP_PERSPECTIVE_POLITICAL));
  g_assert_cmpuint (lp_publication_get_n_hidden (hidden), >, 0);
  lp_publication_set_limit (hidden, 0);
  g_assert_cmpuint (lp_publication_get_n_hidden (hidden), ==, 0);
  g_assert_true (lp_publication_shows_perspective (hidden, lone));
  all = publish (self, LP_VARIANT_PUBLIC, 1);
  g_assert_true (lp_publication_shows_perspective (all, lone));
  g_assert_true (lp_publication_shows_perspective (all, common));
  g_assert_cmpuint (lp_publication_get_n_hidden (all), ==, 0);
  lp_publication_set_limit (all, 3);
  g_assert_false (lp_publication_shows_perspective (all, lone));
}

static void
test_cancel (TestMeeting *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (lp_publication_load (lp_store_get_reader (self->store), &self->meeting, LP_VARIANT_PUBLIC, 3, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(name, test) g_test_add ("/publication/" name, TestMeeting, NULL, test_meeting_set_up, test, test_meeting_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("reasons", test_reasons);
  ADD ("order-of-reasons", test_order_of_reasons);
  ADD ("masked", test_masked);
  ADD ("quotes", test_quotes);
  ADD ("reworded", test_reworded);
  ADD ("story", test_story);
  ADD ("rare-at-a-table", test_rare_at_a_table);
  ADD ("cancel", test_cancel);

  return g_test_run ();
}
