/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-theme-history.h"

#include "lp-meeting.h"
#include "lp-note-theme.h"
#include "lp-theme-actions.h"
#include "test-util.h"

/* What was done to the themes is read from the log, and undone step by step, in any order. */

static GPtrArray *
load (TestMeeting *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *steps = lp_theme_history_load (self->reader, &self->meeting, &error);

  g_assert_no_error (error);
  return steps;
}

static void
move (TestMeeting *self, const LpId *note, const LpId *theme)
{
  LpChangeSet *changes = lp_change_set_new ("Move");

  g_assert_true (lp_notes_move (changes, self->reader, &self->meeting, note, 1, theme, NULL));
  test_commit (self->store, changes);
  /* steps are told apart by the time */
  g_usleep (30000);
}

static guint
undo (TestMeeting *self, guint at)
{
  g_autoptr (GPtrArray) steps = load (self);
  LpChangeSet *changes = lp_change_set_new ("Undo a step");
  guint n_left = 0;

  g_assert_true (lp_theme_history_undo (changes, self->reader, &self->meeting, g_ptr_array_index (steps, at), &n_left, NULL));
  if (lp_change_set_is_empty (changes))
    lp_change_set_unref (changes);
  else
    test_commit (self->store, changes);
  g_usleep (30000);
  return n_left;
}

static void
assert_home (TestMeeting *self, const LpId *note, const LpId *expected)
{
  LpId home = { 0 };
  gboolean has_home = lp_note_get_theme (self->reader, note, &home);

  g_assert_cmpint (has_home, ==, expected != NULL);
  if (expected != NULL)
    g_assert_true (lp_id_equal (&home, expected));
}

static void
assert_step (GPtrArray *steps, guint at, LpGroupingDeed deed, guint n_notes, const char *from, const char *to)
{
  const LpGroupingStep *step = g_ptr_array_index (steps, at);

  g_assert_cmpint (step->deed, ==, deed);
  g_assert_cmpuint (step->n_notes, ==, n_notes);
  g_assert_cmpstr (step->from, ==, from);
  g_assert_cmpstr (step->to, ==, to);
}

static void
test_steps (TestMeeting *self, gconstpointer data)
{
  LpId homes = test_theme (self->store, &self->meeting, "Homes");
  LpId doors = (g_usleep (30000), test_theme (self->store, &self->meeting, "Doors"));
  LpId a = (g_usleep (30000), test_note (self->store, &self->meeting, "a"));
  LpId b = test_note (self->store, &self->meeting, "b");
  LpChangeSet *changes = lp_change_set_new ("Merge");
  g_autoptr (GPtrArray) steps = NULL;

  move (self, &a, &homes);
  move (self, &b, &homes);
  move (self, &b, &doors);
  g_assert_true (lp_theme_merge (changes, self->reader, &self->meeting, &homes, &doors, NULL));
  test_commit (self->store, changes);

  steps = load (self);
  g_assert_cmpuint (steps->len, ==, 6);
  assert_step (steps, 0, LP_GROUPING_MERGED, 1, "Homes", "Doors");
  assert_step (steps, 1, LP_GROUPING_MOVED, 1, "Homes", "Doors");
  assert_step (steps, 2, LP_GROUPING_MOVED, 1, NULL, "Homes");
  assert_step (steps, 3, LP_GROUPING_MOVED, 1, NULL, "Homes");
  assert_step (steps, 4, LP_GROUPING_MADE, 0, NULL, "Doors");
  assert_step (steps, 5, LP_GROUPING_MADE, 0, NULL, "Homes");
  g_assert_nonnull (((LpGroupingStep *) steps->pdata[1])->code);
}

static void
test_undo_any (TestMeeting *self, gconstpointer data)
{
  LpId homes = test_theme (self->store, &self->meeting, "Homes");
  LpId doors = (g_usleep (30000), test_theme (self->store, &self->meeting, "Doors"));
  LpId a = (g_usleep (30000), test_note (self->store, &self->meeting, "a"));
  LpId b = test_note (self->store, &self->meeting, "b");

  move (self, &a, &homes);
  move (self, &b, &homes);
  move (self, &b, &doors);

  /* an older one, while a newer stays */
  g_assert_cmpuint (undo (self, 2), ==, 0);
  assert_home (self, &a, NULL);
  assert_home (self, &b, &doors);
  /* b was moved on since: nothing to put back */
  g_assert_cmpuint (undo (self, 2), ==, 1);
  assert_home (self, &b, &doors);
  /* what was undone is a step, too */
  g_assert_cmpuint (undo (self, 0), ==, 0);
  assert_home (self, &a, &homes);
}

/* A theme to which other notes came meanwhile stays; the step's own notes leave it. */
static void
test_undo_made (TestMeeting *self, gconstpointer data)
{
  LpId a = test_note (self->store, &self->meeting, "a");
  LpId b = test_note (self->store, &self->meeting, "b");
  LpChangeSet *changes = lp_change_set_new ("Two themes");
  LpId homes = { 0 }, doors = { 0 };
  g_autoptr (GPtrArray) steps = NULL;

  g_assert_true (lp_theme_create (changes, self->reader, &self->meeting, "Homes", &homes, NULL));
  g_assert_true (lp_theme_create (changes, self->reader, &self->meeting, "Doors", &doors, NULL));
  g_assert_true (lp_notes_move (changes, self->reader, &self->meeting, &a, 1, &homes, NULL));
  test_commit (self->store, changes);
  g_usleep (30000);
  move (self, &b, &homes);

  g_assert_cmpuint (undo (self, 1), ==, 1);
  assert_home (self, &a, NULL);
  assert_home (self, &b, &homes);
  g_assert_cmpuint (undo (self, 1), ==, 0);
  assert_home (self, &b, NULL);

  /* all that it made, once nothing is in it */
  g_assert_cmpuint (undo (self, 3), ==, 0);
  steps = load (self);
  g_assert_cmpuint (((LpGroupingStep *) steps->pdata[0])->n_themes, ==, 1);
  assert_step (steps, 0, LP_GROUPING_DELETED, 0, "Homes", "Homes");
}

static void
test_undo_merge (TestMeeting *self, gconstpointer data)
{
  LpId homes = test_theme (self->store, &self->meeting, "Homes");
  LpId doors = (g_usleep (30000), test_theme (self->store, &self->meeting, "Doors"));
  LpId a = (g_usleep (30000), test_note (self->store, &self->meeting, "a"));
  LpChangeSet *changes = lp_change_set_new ("Merge");

  move (self, &a, &homes);
  g_assert_true (lp_theme_merge (changes, self->reader, &self->meeting, &homes, &doors, NULL));
  test_commit (self->store, changes);
  g_usleep (30000);
  assert_home (self, &a, &doors);
  g_assert_cmpuint (undo (self, 0), ==, 0);
  assert_home (self, &a, &homes);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/theme-history/steps", TestMeeting, NULL, test_meeting_set_up, test_steps, test_meeting_tear_down);
  g_test_add ("/theme-history/undo-any", TestMeeting, NULL, test_meeting_set_up, test_undo_any, test_meeting_tear_down);
  g_test_add ("/theme-history/undo-made", TestMeeting, NULL, test_meeting_set_up, test_undo_made, test_meeting_tear_down);
  g_test_add ("/theme-history/undo-merge", TestMeeting, NULL, test_meeting_set_up, test_undo_merge, test_meeting_tear_down);

  return g_test_run ();
}
