/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-note-join.h"

#include "lp-list.h"
#include "lp-meeting.h"
#include "lp-note-theme.h"
#include "test-util.h"

typedef TestMeeting Fixture;

static void
join (Fixture *self, const LpId *first, const LpId *other)
{
  LpChangeSet *changes = lp_change_set_new ("Test");
  g_autoptr (GError) error = NULL;

  g_assert_true (lp_note_join (changes, self->reader, &self->meeting, first, other, "Made", &error));
  g_assert_no_error (error);
  test_commit (self->store, changes);
}

static void
move (Fixture *self, const LpId *note, const LpId *theme)
{
  LpChangeSet *changes = lp_change_set_new ("Test");

  g_assert_true (lp_notes_move (changes, self->reader, &self->meeting, note, 1, theme, NULL));
  test_commit (self->store, changes);
}

static LpId
get_home (Fixture *self, const LpId *note)
{
  LpId theme = { 0 };

  g_assert_true (lp_note_get_theme (self->reader, note, &theme));
  return theme;
}

/* "one, two+": as they stand in the theme; + belongs to what is above. */
static void
assert_theme (Fixture *self, const LpId *theme, const char *expected)
{
  g_autoptr (LpList) list = lp_list_new_theme_notes (self->store, theme);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (LpRecord) note = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_string_append_printf (found, "%s%s%s", i > 0 ? ", " : "", lp_record_text (note, LP_NOTE_TEXT),
                              lp_list_get_key (list, i) != 0 ? "+" : "");
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_loose (Fixture *self, gconstpointer data)
{
  LpId one = test_note (self->store, &self->meeting, "one");
  LpId two = test_note (self->store, &self->meeting, "two");
  LpId theme = { 0 };

  g_assert_cmpint (lp_note_join_find (self->reader, &one, &two, &theme), ==, LP_JOIN_NEW);
  join (self, &one, &two);
  theme = get_home (self, &one);
  assert_theme (self, &theme, "one, two+");
  g_assert_cmpint (lp_note_join_find (self->reader, &one, &two, &theme), ==, LP_JOIN_DONE);
  g_assert_cmpint (lp_note_join_find (self->reader, &two, &one, &theme), ==, LP_JOIN_DONE);

  g_assert_true (lp_store_undo (self->store, NULL));
  g_assert_cmpint (lp_note_join_find (self->reader, &one, &two, &theme), ==, LP_JOIN_NEW);
  g_assert_false (lp_note_get_theme (self->reader, &one, &theme));
  g_assert_true (lp_store_redo (self->store, NULL));
  assert_theme (self, &theme, "one, two+");
}

static void
test_one_grouped (Fixture *self, gconstpointer data)
{
  LpId homes = test_theme (self->store, &self->meeting, "Homes");
  LpId one = test_note (self->store, &self->meeting, "one");
  LpId two = test_note (self->store, &self->meeting, "two");
  LpId theme = { 0 };

  move (self, &two, &homes);
  g_assert_cmpint (lp_note_join_find (self->reader, &one, &two, &theme), ==, LP_JOIN_THEME);
  g_assert_true (lp_id_equal (&theme, &homes));
  join (self, &one, &two);
  assert_theme (self, &homes, "one, two+");
}

/* Who is elsewhere stays there as well. */
static void
test_two_themes (Fixture *self, gconstpointer data)
{
  LpId homes = test_theme (self->store, &self->meeting, "Homes");
  LpId doors = test_theme (self->store, &self->meeting, "Doors");
  LpId one = test_note (self->store, &self->meeting, "one");
  LpId two = test_note (self->store, &self->meeting, "two");
  LpId theme = { 0 };

  move (self, &one, &homes);
  move (self, &two, &doors);
  join (self, &one, &two);
  assert_theme (self, &homes, "one, two+");
  assert_theme (self, &doors, "two");
  theme = get_home (self, &two);
  g_assert_true (lp_id_equal (&theme, &doors));
  g_assert_true (lp_store_undo (self->store, NULL));
  assert_theme (self, &homes, "one");
}

/* Of several that say the same, all belong to one. */
static void
test_several (Fixture *self, gconstpointer data)
{
  LpId homes = test_theme (self->store, &self->meeting, "Homes");
  LpId notes[4];

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      notes[i] = test_note (self->store, &self->meeting, text);
      move (self, &notes[i], &homes);
    }
  join (self, &notes[0], &notes[1]);
  join (self, &notes[1], &notes[2]);
  assert_theme (self, &homes, "0, 1+, 2+, 3");
  join (self, &notes[3], &notes[0]);
  assert_theme (self, &homes, "3, 0+, 1+, 2+");
  /* said once more, nothing happens */
  join (self, &notes[0], &notes[2]);
  assert_theme (self, &homes, "3, 0+, 1+, 2+");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, test_meeting_set_up, func, test_meeting_tear_down)
  ADD ("/note-join/loose", test_loose);
  ADD ("/note-join/one-grouped", test_one_grouped);
  ADD ("/note-join/two-themes", test_two_themes);
  ADD ("/note-join/several", test_several);
#undef ADD
  return g_test_run ();
}
