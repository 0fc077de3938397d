/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-story-goal.h"

#include "lp-meeting.h"
#include "lp-story.h"
#include "test-util.h"

#define COUNTS 7

static void
check_text (guint stories, const char *expected)
{
  g_autofree char *text = lp_story_goal_text (stories, 1001);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_text (void)
{
  check_text (0, "1001 to go");
  check_text (962, "39 to go");
  check_text (1000, "1 to go");
  check_text (1001, "The goal is reached");
  check_text (1002, "1 over the goal");
  check_text (1200, "199 over the goal");
}

static LpId
add_panel (LpStore *store, const char *name)
{
  LpChangeSet *changes = lp_change_set_new ("Panel");
  LpId id = lp_id_new ();

  lp_edit_text (lp_change_set_put (changes, LP_PANEL, &id, &id), LP_PANEL_NAME, name);
  test_commit (store, changes);

  return id;
}

static LpId
add_meeting (LpStore *store, const LpId *panel)
{
  LpId id = test_meeting (store, "Story stand");
  LpChangeSet *changes = lp_change_set_new ("Meeting");

  lp_edit_id (lp_change_set_put (changes, LP_MEETING, &id, &id), LP_MEETING_PANEL, panel);
  test_commit (store, changes);

  return id;
}

/* bits: approved, kept, quoted, published, reviewed, may be quoted, a duplicate, deleted: the first three count, the last two
 * must not be. */
static void
add_story (LpStore *store, const LpId *meeting, LpKind kind, guint bits)
{
  static const guint times[] = { LP_NOTE_APPROVED_TIME, LP_NOTE_KEEP_TIME, LP_NOTE_QUOTE_TIME, LP_NOTE_PUBLISH_TIME };
  LpId id = test_note (store, meeting, "Then I got a key");
  LpChangeSet *changes = lp_change_set_new ("Story");
  LpEdit *edit = lp_change_set_put (changes, LP_NOTE, meeting, &id);
  g_autoptr (LpRecord) note = NULL;

  lp_edit_text (edit, LP_NOTE_KIND, lp_kind_id (kind));
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      if (bits & 1 << i)
        lp_edit_int (edit, times[i], 1);
    }
  lp_edit_int (edit, LP_NOTE_REVIEWED, (bits & 1 << 4) != 0);
  lp_edit_int (edit, LP_NOTE_CONSENT, (bits & 1 << 5) != 0);
  if (bits & 1 << 6)
    lp_edit_id (edit, LP_NOTE_DUPLICATE_OF, meeting);
  lp_edit_int (edit, LP_DELETED, (bits & 1 << 7) != 0);
  test_commit (store, changes);

  note = test_load (store, LP_NOTE, &id);
  g_assert_cmpint (lp_story_counts (note), ==, kind == LP_KIND_STORY && (bits & 0xC7) == COUNTS);
}

static void
check_count (LpStore *store, const LpId *meeting, guint stories, guint today, const char *panel)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpStoryGoal) goal = lp_story_goal_load (lp_store_get_reader (store), meeting, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (goal->stories, ==, stories);
  g_assert_cmpuint (goal->today, ==, today);
  g_assert_cmpuint (goal->wanted, ==, 1001);
  g_assert_cmpstr (goal->panel, ==, panel);
}

/* By one rule, in C and in SQL, and of all meetings of the panel. */
static void
test_count (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  LpStore *store = test_store_open (folder->database);
  LpId panel = add_panel (store, "The Good Story");
  LpId first = add_meeting (store, &panel);
  LpId second = add_meeting (store, &panel);
  LpId alone = test_meeting (store, "Of no panel");
  LpChangeSet *changes = NULL;

  for (guint bits = 0; bits < 256; bits++)
    add_story (store, &first, LP_KIND_STORY, bits);
  check_count (store, &first, 8, 8, "The Good Story");
  add_story (store, &first, LP_KIND_DREAM, COUNTS);
  add_story (store, &alone, LP_KIND_STORY, COUNTS);
  check_count (store, &first, 8, 8, "The Good Story");
  check_count (store, &alone, 1, 1, NULL);
  add_story (store, &second, LP_KIND_STORY, COUNTS);
  check_count (store, &first, 9, 8, "The Good Story");
  check_count (store, &second, 9, 1, "The Good Story");

  changes = lp_change_set_new ("Delete");
  lp_change_set_delete (changes, LP_MEETING, &second, &second);
  test_commit (store, changes);
  check_count (store, &first, 8, 8, "The Good Story");
  test_store_close (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/story-goal/text", test_text);
  g_test_add_func ("/story-goal/count", test_count);

  return g_test_run ();
}
