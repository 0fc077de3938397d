/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-board.h"

#include "lp-meeting.h"
#include "test-util.h"

typedef TestMeeting Fixture;

static LpBoard *
load (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  LpBoard *board = lp_board_load (self->reader, &self->meeting, &error);

  g_assert_no_error (error);
  return board;
}

static LpId
add_note (Fixture    *self,
          LpKind      kind,
          const char *text,
          int         table,
          const char *perspective,
          const LpId *theme)
{
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpNoteDraft draft = { .kind = kind, .text = text, .table = table, .perspective = perspective };
  LpId id = { 0 };

  if (theme != NULL)
    draft.theme = *theme;
  lp_note_create (changes, self->reader, &self->meeting, &draft, &id);
  test_commit (self->store, changes);
  return id;
}

static void
delete_object (Fixture    *self,
               LpEntity    entity,
               const LpId *id)
{
  LpChangeSet *changes = lp_change_set_new ("Test");

  lp_change_set_delete (changes, entity, &self->meeting, id);
  test_commit (self->store, changes);
}

static const char *
first_text (const LpPile *pile,
            guint         i)
{
  return pile->firsts[i] != NULL ? lp_record_text (pile->firsts[i], LP_NOTE_TEXT) : NULL;
}

static void
test_empty (Fixture       *self,
            gconstpointer  data)
{
  LpId homes = test_theme (self->store, &self->meeting, "Homes");
  g_autoptr (LpBoard) board = load (self);
  const LpPile *pile = lp_board_find (board, &homes, NULL);

  g_assert_cmpuint (board->notes, ==, 0);
  g_assert_cmpuint (board->piles->len, ==, 1);
  g_assert_cmpstr (pile->name, ==, "Homes");
  g_assert_cmpuint (pile->total, ==, 0);
  g_assert_null (pile->firsts[0]);
}

static void
test_spread (Fixture       *self,
             gconstpointer  data)
{
  LpId homes = test_theme (self->store, &self->meeting, "Homes");
  LpId doors = test_theme (self->store, &self->meeting, "Doors");
  g_autoptr (LpBoard) board = NULL;
  const LpPile *pile = NULL;
  guint position = 0;
  LpId gone;

  add_note (self, LP_KIND_DREAM, "loose", 9, "lived", NULL);
  add_note (self, LP_KIND_DREAM, "a", 1, "lived", &homes);
  add_note (self, LP_KIND_CONCERN, "b", 1, "lived", &homes);
  add_note (self, LP_KIND_STORY, "c", 7, "relative", &homes);
  add_note (self, LP_KIND_STORY, "d", 0, NULL, &homes);
  add_note (self, LP_KIND_PROPOSAL, "e", 2, "expert", &doors);
  gone = add_note (self, LP_KIND_DREAM, "gone", 8, "lived", &homes);
  delete_object (self, LP_NOTE, &gone);
  board = load (self);

  g_assert_cmpuint (board->notes, ==, 6);
  pile = lp_board_find (board, &homes, &position);
  g_assert_cmpuint (position, ==, 0);
  g_assert_cmpuint (pile->total, ==, 4);
  g_assert_cmpuint (pile->kinds[LP_KIND_DREAM], ==, 1);
  g_assert_cmpuint (pile->kinds[LP_KIND_CONCERN], ==, 1);
  g_assert_cmpuint (pile->kinds[LP_KIND_STORY], ==, 2);
  g_assert_cmpuint (pile->perspectives[LP_PERSPECTIVE_LIVED], ==, 2);
  g_assert_cmpuint (pile->perspectives[LP_PERSPECTIVE_RELATIVE], ==, 1);
  g_assert_cmpuint (pile->tables, ==, 2);

  pile = lp_board_find (board, &doors, &position);
  g_assert_cmpuint (position, ==, 1);
  g_assert_cmpuint (pile->total, ==, 1);
  g_assert_cmpuint (pile->tables, ==, 1);
  g_assert_cmpuint (pile->perspectives[LP_PERSPECTIVE_EXPERT], ==, 1);
}

static void
test_firsts (Fixture       *self,
             gconstpointer  data)
{
  LpId mixed = test_theme (self->store, &self->meeting, "Mixed");
  LpId dreams = test_theme (self->store, &self->meeting, "Dreams");
  LpId single = test_theme (self->store, &self->meeting, "Single");
  g_autoptr (LpBoard) board = NULL;

  add_note (self, LP_KIND_EXPERIENCE, "experience", 1, NULL, &mixed);
  add_note (self, LP_KIND_CONCERN, "concern", 1, NULL, &mixed);
  add_note (self, LP_KIND_DREAM, "dream", 1, NULL, &mixed);
  add_note (self, LP_KIND_DREAM, "another", 1, NULL, &mixed);
  add_note (self, LP_KIND_DREAM, "one", 1, NULL, &dreams);
  add_note (self, LP_KIND_DREAM, "two", 1, NULL, &dreams);
  add_note (self, LP_KIND_DREAM, "three", 1, NULL, &dreams);
  add_note (self, LP_KIND_STORY, "story", 1, NULL, &single);
  board = load (self);

  g_assert_cmpstr (first_text (lp_board_find (board, &mixed, NULL), 0), ==, "dream");
  g_assert_cmpstr (first_text (lp_board_find (board, &mixed, NULL), 1), ==, "concern");
  g_assert_cmpstr (first_text (lp_board_find (board, &dreams, NULL), 0), ==, "one");
  g_assert_cmpstr (first_text (lp_board_find (board, &dreams, NULL), 1), ==, "two");
  g_assert_cmpstr (first_text (lp_board_find (board, &single, NULL), 0), ==, "story");
  g_assert_null (first_text (lp_board_find (board, &single, NULL), 1));
}

static void
test_deleted_theme (Fixture       *self,
                    gconstpointer  data)
{
  LpId homes = test_theme (self->store, &self->meeting, "Homes");
  g_autoptr (LpBoard) board = NULL;

  add_note (self, LP_KIND_DREAM, "a", 1, "lived", &homes);
  delete_object (self, LP_THEME, &homes);
  board = load (self);

  g_assert_cmpuint (board->piles->len, ==, 0);
  g_assert_cmpuint (board->notes, ==, 1);
  g_assert_null (lp_board_find (board, &homes, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add (name, Fixture, NULL, test_meeting_set_up, function, test_meeting_tear_down)
  ADD ("/board/empty", test_empty);
  ADD ("/board/spread", test_spread);
  ADD ("/board/firsts", test_firsts);
  ADD ("/board/deleted-theme", test_deleted_theme);

  return g_test_run ();
}
