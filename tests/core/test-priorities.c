/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-priorities.h"

#include "lp-meeting.h"
#include "lp-participant-actions.h"
#include "lp-vote-actions.h"
#include "test-util.h"

typedef TestMeeting Fixture;

static LpPriorities *
load (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  LpPriorities *priorities = lp_priorities_load (self->reader, &self->meeting, &error);

  g_assert_no_error (error);
  return priorities;
}

static LpVoteRound *
only_round (const LpPriorities *priorities)
{
  g_assert_cmpuint (priorities->rounds->len, ==, 1);
  return g_ptr_array_index (priorities->rounds, 0);
}

static LpId
add_round (Fixture *self, LpVoteMethod method, gint64 amount, LpVoteOn on, LpVoteBy by)
{
  LpChangeSet *changes = lp_change_set_new ("New round");
  LpVoteDraft draft = { (char *) " What matters most? ", method, amount, on, by };
  g_autoptr (GError) error = NULL;
  LpId round = { 0 };

  g_assert_true (lp_vote_round_put (changes, self->reader, &self->meeting, &draft, &round, &error));
  g_assert_no_error (error);
  test_commit (self->store, changes);
  return round;
}

static void
give (Fixture *self, const LpId *round, int voter, const LpId *subject, gint64 amount)
{
  LpChangeSet *changes = lp_change_set_new ("Votes");

  lp_vote_give (changes, &self->meeting, round, voter, subject, amount);
  test_commit (self->store, changes);
}

static void
finish (Fixture *self, const LpId *round, int voter)
{
  g_autoptr (LpPriorities) priorities = load (self);
  LpChangeSet *changes = lp_change_set_new ("Counted");

  lp_vote_set_done (changes, &self->meeting, round, lp_vote_round_voter (lp_priorities_find (priorities, round), voter),
                    TRUE);
  test_commit (self->store, changes);
}

static void
set_tables (Fixture *self, int tables)
{
  LpChangeSet *changes = lp_change_set_new ("Tables");

  lp_edit_int (lp_change_set_put (changes, LP_MEETING, &self->meeting, &self->meeting), LP_MEETING_TABLES, tables);
  test_commit (self->store, changes);
}

static void
add_person (Fixture *self, const char *role, int table, gboolean present)
{
  LpChangeSet *changes = lp_change_set_new ("Participant");
  LpParticipantDraft draft = { .name = "Somebody", .role = (char *) role, .table = table, .present = present };
  LpId id = { 0 };

  g_assert_true (lp_participant_put (changes, &self->meeting, &draft, &id, NULL));
  test_commit (self->store, changes);
}

static void
assert_rank (const LpVoteRound *round, guint place, const char *name, guint rank, gint64 total, gboolean tied)
{
  const LpVoteSubject *subject = g_ptr_array_index (round->ranked, place);

  g_assert_cmpstr (subject->name, ==, name);
  g_assert_cmpuint (subject->rank, ==, rank);
  g_assert_cmpint (subject->total, ==, total);
  g_assert_cmpint (subject->tied, ==, tied);
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  g_autoptr (LpPriorities) priorities = load (self);

  g_assert_cmpuint (priorities->rounds->len, ==, 0);
  g_assert_cmpuint (priorities->n_themes, ==, 0);
  g_assert_null (lp_priorities_last (priorities, FALSE));
}

/* 1, 2, 2, 4: who has as many shares the rank, and the themes' order says who stands first. */
static void
test_ranks (Fixture *self, gconstpointer data)
{
  LpId themes[] = { test_theme (self->store, &self->meeting, "A"), test_theme (self->store, &self->meeting, "B"),
                    test_theme (self->store, &self->meeting, "C"), test_theme (self->store, &self->meeting, "D"),
                    test_theme (self->store, &self->meeting, "E") };
  const gint64 given[] = { 3, 0, 7, 3, 0 };
  g_autoptr (LpPriorities) priorities = NULL;
  LpVoteRound *round = NULL;
  LpId id;

  set_tables (self, 1);
  id = add_round (self, LP_VOTE_DOTS, 3, LP_VOTE_ON_THEMES, LP_VOTE_BY_TABLES);
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    give (self, &id, 1, &themes[i], given[i]);
  finish (self, &id, 1);
  priorities = load (self);
  round = only_round (priorities);

  g_assert_cmpstr (round->question, ==, "What matters most?");
  g_assert_true (round->complete);
  g_assert_cmpint (round->total, ==, 13);
  assert_rank (round, 0, "C", 1, 7, FALSE);
  assert_rank (round, 1, "A", 2, 3, TRUE);
  assert_rank (round, 2, "D", 2, 3, TRUE);
  assert_rank (round, 3, "B", 4, 0, FALSE);
  assert_rank (round, 4, "E", 4, 0, FALSE);
}

static void
test_hidden_until_done (Fixture *self, gconstpointer data)
{
  LpId theme = test_theme (self->store, &self->meeting, "A");
  LpId id;

  set_tables (self, 3);
  id = add_round (self, LP_VOTE_DOTS, 3, LP_VOTE_ON_THEMES, LP_VOTE_BY_TABLES);
  for (int table = 1; table <= 3; table++)
    {
      g_autoptr (LpPriorities) before = load (self);

      g_assert_false (only_round (before)->complete);
      g_assert_cmpint (lp_vote_round_next (only_round (before), table - 1), ==, table);
      give (self, &id, table, &theme, 5);
      finish (self, &id, table);
    }
  {
    g_autoptr (LpPriorities) after = load (self);

    g_assert_true (only_round (after)->complete);
    g_assert_cmpint (lp_vote_round_next (only_round (after), 1), ==, 0);
    g_assert_cmpint (only_round (after)->total, ==, 15);
  }
  /* one more table that nobody had thought of: not before it is counted */
  give (self, &id, 4, &theme, 1);
  {
    g_autoptr (LpPriorities) late = load (self);

    g_assert_false (only_round (late)->complete);
    g_assert_cmpint (only_round (late)->total, ==, 15);
  }
}

static void
test_closed (Fixture *self, gconstpointer data)
{
  LpId theme = test_theme (self->store, &self->meeting, "A");
  LpChangeSet *changes = lp_change_set_new ("Close");
  g_autoptr (LpPriorities) priorities = NULL;
  LpId id;

  set_tables (self, 3);
  id = add_round (self, LP_VOTE_DOTS, 3, LP_VOTE_ON_THEMES, LP_VOTE_BY_TABLES);
  give (self, &id, 1, &theme, 5);
  give (self, &id, 2, &theme, 2);
  finish (self, &id, 1);
  lp_vote_round_set_closed (changes, &self->meeting, &id, TRUE);
  test_commit (self->store, changes);
  priorities = load (self);

  g_assert_true (only_round (priorities)->complete);
  g_assert_cmpuint (only_round (priorities)->n_done, ==, 1);
  /* half a table is none */
  g_assert_cmpint (only_round (priorities)->total, ==, 5);
}

static void
test_turnout (Fixture *self, gconstpointer data)
{
  LpId theme = test_theme (self->store, &self->meeting, "A");
  g_autoptr (LpPriorities) priorities = NULL;
  LpVoteRound *round = NULL;
  gint64 left = 0;
  LpId id;

  set_tables (self, 2);
  add_person (self, "Medlem", 1, TRUE);
  add_person (self, "Formand, vært", 1, TRUE);
  add_person (self, "Gæst", 1, TRUE);
  add_person (self, "Note-tager", 1, TRUE);
  add_person (self, "Medlem", 1, FALSE);
  add_person (self, NULL, 2, TRUE);
  id = add_round (self, LP_VOTE_DOTS, 3, LP_VOTE_ON_THEMES, LP_VOTE_BY_TABLES);
  give (self, &id, 1, &theme, 4);
  give (self, &id, 2, &theme, 5);
  priorities = load (self);
  round = only_round (priorities);

  g_assert_cmpint (lp_vote_round_voter (round, 1)->turnout, ==, 2);
  g_assert_false (lp_vote_round_voter (round, 1)->said);
  g_assert_true (lp_vote_round_left (round, lp_vote_round_voter (round, 1), &left));
  g_assert_cmpint (left, ==, 2);
  /* too many are kept, and told */
  g_assert_true (lp_vote_round_left (round, lp_vote_round_voter (round, 2), &left));
  g_assert_cmpint (left, ==, -2);
}

/* Who is counted stays so, whoever leaves. */
static void
test_turnout_kept (Fixture *self, gconstpointer data)
{
  g_autoptr (LpPriorities) priorities = NULL;
  LpId id;

  test_theme (self->store, &self->meeting, "A");
  set_tables (self, 1);
  add_person (self, "Medlem", 1, TRUE);
  id = add_round (self, LP_VOTE_DOTS, 3, LP_VOTE_ON_THEMES, LP_VOTE_BY_TABLES);
  finish (self, &id, 1);
  add_person (self, "Medlem", 1, TRUE);
  priorities = load (self);

  g_assert_cmpint (only_round (priorities)->turnout, ==, 1);
}

/* Nobody ticked who is there: it has to be written. */
static void
test_turnout_unknown (Fixture *self, gconstpointer data)
{
  LpChangeSet *changes = lp_change_set_new ("Turnout");
  g_autoptr (LpPriorities) priorities = NULL;
  g_autoptr (LpPriorities) written = NULL;
  gint64 left = 0;
  LpId id;

  test_theme (self->store, &self->meeting, "A");
  add_person (self, "Medlem", 1, FALSE);
  id = add_round (self, LP_VOTE_BUDGET, 50000, LP_VOTE_ON_THEMES, LP_VOTE_BY_TABLES);
  priorities = load (self);
  g_assert_false (lp_vote_round_left (only_round (priorities), lp_vote_round_voter (only_round (priorities), 1), &left));

  lp_vote_set_turnout (changes, &self->meeting, &id, 1, 7);
  test_commit (self->store, changes);
  written = load (self);
  g_assert_true (lp_vote_round_left (only_round (written), lp_vote_round_voter (only_round (written), 1), &left));
  g_assert_cmpint (left, ==, 350000);
}

static void
test_tables_unknown (Fixture *self, gconstpointer data)
{
  LpId theme = test_theme (self->store, &self->meeting, "A");
  LpId id = add_round (self, LP_VOTE_DOTS, 3, LP_VOTE_ON_THEMES, LP_VOTE_BY_TABLES);

  for (int table = 1; table <= 3; table++)
    {
      g_autoptr (LpPriorities) priorities = load (self);

      /* there is always one more to go to, and the end has to be said */
      g_assert_cmpuint (only_round (priorities)->voters->len, ==, table);
      g_assert_false (only_round (priorities)->complete);
      give (self, &id, table, &theme, 1);
      finish (self, &id, table);
    }
}

static void
test_people (Fixture *self, gconstpointer data)
{
  LpId theme = test_theme (self->store, &self->meeting, "A");
  LpVoteRound *round = NULL;
  gint64 left = 0;
  LpId id;

  add_person (self, "Medlem", 0, TRUE);
  add_person (self, "Medlem", 4, TRUE);
  add_person (self, "Gæst", 0, TRUE);
  id = add_round (self, LP_VOTE_DOTS, 3, LP_VOTE_ON_THEMES, LP_VOTE_BY_PEOPLE);
  give (self, &id, 1, &theme, 2);
  finish (self, &id, 1);
  give (self, &id, 2, &theme, 3);
  finish (self, &id, 2);
  {
    g_autoptr (LpPriorities) priorities = load (self);

    round = only_round (priorities);
    g_assert_cmpuint (round->expected, ==, 2);
    g_assert_cmpuint (round->voters->len, ==, 3);
    g_assert_true (round->complete);
    g_assert_cmpint (round->turnout, ==, 2);
    g_assert_true (lp_vote_round_left (round, lp_vote_round_voter (round, 1), &left));
    g_assert_cmpint (left, ==, 1);
  }
}

static LpId
add_proposal (Fixture *self, const char *text)
{
  LpChangeSet *changes = lp_change_set_new ("Proposal");
  LpNoteDraft draft = { .kind = LP_KIND_PROPOSAL, .text = text, .table = 3 };
  LpId id = { 0 };

  lp_note_create (changes, self->reader, &self->meeting, &draft, &id);
  test_commit (self->store, changes);
  return id;
}

/* What nobody has reviewed is not shown in the room; what was deleted keeps its votes, but says nothing any more. */
static void
test_proposals (Fixture *self, gconstpointer data)
{
  LpId door = add_proposal (self, "One door");
  LpId key = add_proposal (self, "One key");
  LpChangeSet *changes = lp_change_set_new ("Delete");
  g_autoptr (LpPriorities) priorities = NULL;
  LpVoteRound *round = NULL;
  LpId id;

  set_tables (self, 1);
  test_note (self->store, &self->meeting, "A dream");
  id = add_round (self, LP_VOTE_BUDGET, 50000, LP_VOTE_ON_PROPOSALS, LP_VOTE_BY_TABLES);
  give (self, &id, 1, &door, 20000);
  give (self, &id, 1, &key, 30000);
  finish (self, &id, 1);
  lp_change_set_delete (changes, LP_NOTE, &self->meeting, &key);
  test_commit (self->store, changes);
  priorities = load (self);
  round = only_round (priorities);

  g_assert_cmpuint (round->subjects->len, ==, 2);
  assert_rank (round, 0, "Deleted proposal", 1, 30000, FALSE);
  assert_rank (round, 1, "One door", 2, 20000, FALSE);
  g_assert_cmpstr (lp_vote_round_subject (round, &key)->code, ==, "03-002");
  g_assert_true (lp_vote_round_subject (round, &key)->gone);
  g_assert_false (lp_vote_round_subject (round, &door)->may_show);
}

static void
test_parts (Fixture *self, gconstpointer data)
{
  LpId whole = test_theme (self->store, &self->meeting, "Whole");
  LpId part = test_theme (self->store, &self->meeting, "Part");
  LpChangeSet *changes = lp_change_set_new ("Part");
  g_autoptr (LpPriorities) priorities = NULL;

  lp_edit_id (lp_change_set_put (changes, LP_THEME, &self->meeting, &part), LP_THEME_PARENT, &whole);
  test_commit (self->store, changes);
  add_round (self, LP_VOTE_DOTS, 3, LP_VOTE_ON_THEMES, LP_VOTE_BY_TABLES);
  priorities = load (self);

  g_assert_cmpuint (priorities->n_themes, ==, 1);
  g_assert_cmpuint (only_round (priorities)->subjects->len, ==, 1);
}

/* Two laptops that count one table write the same votes: the last one counts, not both. */
static void
test_twice (Fixture *self, gconstpointer data)
{
  LpId theme = test_theme (self->store, &self->meeting, "A");
  g_autoptr (LpPriorities) priorities = NULL;
  LpId id;

  set_tables (self, 1);
  id = add_round (self, LP_VOTE_DOTS, 3, LP_VOTE_ON_THEMES, LP_VOTE_BY_TABLES);
  give (self, &id, 1, &theme, 4);
  give (self, &id, 1, &theme, 6);
  priorities = load (self);
  g_assert_cmpint (lp_vote_round_voter (only_round (priorities), 1)->sum, ==, 6);
  g_assert_cmpint (test_number (self->reader, "SELECT count (*) FROM vote"), ==, 1);
}

/* All of it is taken back step by step, and done again. */
static void
test_undo (Fixture *self, gconstpointer data)
{
  LpId theme = test_theme (self->store, &self->meeting, "A");
  g_autofree char *begin = test_dump (self->reader, TEST_DUMP_VISIBLE);
  g_autofree char *end = NULL;
  g_autofree char *back = NULL;
  g_autofree char *again = NULL;
  LpChangeSet *changes = lp_change_set_new ("Delete round");
  LpId id = add_round (self, LP_VOTE_DOTS, 3, LP_VOTE_ON_THEMES, LP_VOTE_BY_TABLES);

  give (self, &id, 1, &theme, 4);
  give (self, &id, 1, &theme, 2);
  finish (self, &id, 1);
  lp_vote_round_delete (changes, &self->meeting, &id);
  test_commit (self->store, changes);
  end = test_dump (self->reader, TEST_DUMP_VISIBLE);
  for (int i = 0; i < 5; i++)
    g_assert_true (lp_store_undo (self->store, NULL));
  back = test_dump (self->reader, TEST_DUMP_VISIBLE);
  g_assert_cmpstr (back, ==, begin);
  for (int i = 0; i < 5; i++)
    g_assert_true (lp_store_redo (self->store, NULL));
  again = test_dump (self->reader, TEST_DUMP_VISIBLE);
  g_assert_cmpstr (again, ==, end);
}

static void
add_item (Fixture *self, const char *rank, LpMethod method, const char *prompt)
{
  LpChangeSet *changes = lp_change_set_new ("Item");
  LpId id = lp_id_new ();
  LpEdit *edit = lp_change_set_put (changes, LP_AGENDA_ITEM, &self->meeting, &id);

  lp_edit_text (edit, LP_AGENDA_ITEM_RANK, rank);
  lp_edit_text (edit, LP_AGENDA_ITEM_METHOD, lp_method_id (method));
  lp_edit_text (edit, LP_AGENDA_ITEM_PROMPT, prompt);
  test_commit (self->store, changes);
}

static void
assert_draft (Fixture *self, LpVoteMethod method, gint64 amount, const char *question)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpVoteDraft) draft = lp_vote_draft_new (self->reader, &self->meeting, &error);

  g_assert_no_error (error);
  g_assert_cmpint (draft->method, ==, method);
  g_assert_cmpint (draft->amount, ==, amount);
  g_assert_cmpstr (draft->question, ==, question);
}

static void
test_draft (Fixture *self, gconstpointer data)
{
  assert_draft (self, LP_VOTE_DOTS, 3, "What matters most?");
  add_item (self, "B", LP_METHOD_TALK, "You have 9 lives");
  add_item (self, "C", LP_METHOD_DOT_VOTE, "You have 5 dots. Where?");
  add_item (self, "D", LP_METHOD_BUDGET, "You have 20.000 kr.");
  assert_draft (self, LP_VOTE_DOTS, 5, "You have 5 dots. Where?");
  for (int i = 0; i < 2; i++)
    {
      add_round (self, LP_VOTE_DOTS, 5, LP_VOTE_ON_THEMES, LP_VOTE_BY_TABLES);
      assert_draft (self, LP_VOTE_BUDGET, 20000, "You have 20.000 kr.");
    }
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new ("New round");
  LpVoteDraft draft = { (char *) "  ", LP_VOTE_DOTS, 3, LP_VOTE_ON_THEMES, LP_VOTE_BY_TABLES };
  g_autoptr (GError) error = NULL;
  LpId round = { 0 };

  g_assert_false (lp_vote_round_put (changes, self->reader, &self->meeting, &draft, &round, &error));
  g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID);
  g_assert_true (lp_change_set_is_empty (changes));
}

static void
test_words (void)
{
  g_autofree char *one = lp_vote_print (LP_VOTE_DOTS, 1);
  g_autofree char *kroner = lp_vote_print (LP_VOTE_BUDGET, 500);
  g_autofree char *left = lp_vote_print_left (LP_VOTE_DOTS, 2);
  g_autofree char *none = lp_vote_print_left (LP_VOTE_DOTS, 0);
  g_autofree char *over = lp_vote_print_left (LP_VOTE_BUDGET, -500);

  g_assert_cmpstr (one, ==, "1 dot");
  g_assert_cmpstr (kroner, ==, "500 kr.");
  g_assert_cmpstr (left, ==, "2 dots left");
  g_assert_cmpstr (none, ==, "All given");
  g_assert_cmpstr (over, ==, "500 kr. too much");
}

static void
test_roles (void)
{
  const char *votes[] = { "", "Medlem", "Formand, vært", "Politiker", "Medlem, pårørende" };
  const char *not[] = { "Gæst", "gæst, minister", "Note-tager", "note-taker", "Facilitator", " Guest " };

  for (guint i = 0; i < G_N_ELEMENTS (votes); i++)
    g_assert_true (lp_vote_role_votes (votes[i]));
  for (guint i = 0; i < G_N_ELEMENTS (not); i++)
    g_assert_false (lp_vote_role_votes (not[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, test_meeting_set_up, func, test_meeting_tear_down)
  ADD ("/priorities/empty", test_empty);
  ADD ("/priorities/ranks", test_ranks);
  ADD ("/priorities/hidden-until-done", test_hidden_until_done);
  ADD ("/priorities/closed", test_closed);
  ADD ("/priorities/turnout", test_turnout);
  ADD ("/priorities/turnout-kept", test_turnout_kept);
  ADD ("/priorities/turnout-unknown", test_turnout_unknown);
  ADD ("/priorities/tables-unknown", test_tables_unknown);
  ADD ("/priorities/people", test_people);
  ADD ("/priorities/proposals", test_proposals);
  ADD ("/priorities/parts", test_parts);
  ADD ("/priorities/twice", test_twice);
  ADD ("/priorities/undo", test_undo);
  ADD ("/priorities/draft", test_draft);
  ADD ("/priorities/refused", test_refused);
  g_test_add_func ("/priorities/words", test_words);
  g_test_add_func ("/priorities/roles", test_roles);

  return g_test_run ();
}
