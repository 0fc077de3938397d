/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-hints.h"

#include "lp-list.h"
#include "lp-meeting.h"
#include "lp-rank.h"
#include "lp-run-words.h"
#include "test-util.h"

/* What comes in from the tables, and what is said about it. */

#define MINUTE LP_RUN_MINUTE
#define N_TABLES 4

typedef struct {
  TestFolder *folder;
  LpStore    *store;
  LpId        meeting;
  LpId        items[3];
  LpRunClock *clock;
  LpRunner   *runner;
  LpHints    *hints;
} Fixture;

static LpId
add_item (Fixture *self, const char *title, const char *rank, int minutes, const char *kinds)
{
  LpChangeSet *changes = lp_change_set_new ("Item");
  LpId id = lp_id_new ();
  LpEdit *edit = lp_change_set_put (changes, LP_AGENDA_ITEM, &self->meeting, &id);

  lp_edit_text (edit, LP_AGENDA_ITEM_TITLE, title);
  lp_edit_text (edit, LP_AGENDA_ITEM_RANK, rank);
  lp_edit_int (edit, LP_AGENDA_ITEM_MINUTES, minutes);
  lp_edit_text (edit, LP_AGENDA_ITEM_KINDS, kinds);
  test_commit (self->store, changes);

  return id;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  LpChangeSet *changes = lp_change_set_new ("Meeting");
  g_autofree char *first = lp_rank_between (NULL, NULL);
  g_autofree char *second = lp_rank_between (first, NULL);
  g_autofree char *third = lp_rank_between (second, NULL);
  LpEdit *edit = NULL;

  self->folder = test_folder_new ();
  self->store = test_store_open (self->folder->database);
  self->meeting = test_meeting (self->store, "Kick-off");
  edit = lp_change_set_put (changes, LP_MEETING, &self->meeting, &self->meeting);
  lp_edit_int (edit, LP_MEETING_START, 9 * 60);
  lp_edit_int (edit, LP_MEETING_TABLES, N_TABLES);
  test_commit (self->store, changes);
  self->items[0] = add_item (self, "Dreams", first, 60, "dream");
  self->items[1] = add_item (self, "Talk", second, 30, NULL);
  self->items[2] = add_item (self, "Proposals", third, 40, "proposal");
  self->clock = lp_run_clock_new_at (lp_run_plan_begin ("2026-03-14", 9 * 60, 0), 0);
  self->runner = lp_runner_new (self->store, &self->meeting, self->clock);
  self->hints = lp_hints_new ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  lp_hints_free (self->hints);
  g_assert_finalize_object (self->runner);
  g_assert_finalize_object (self->clock);
  test_store_close (self->store);
  test_folder_free (self->folder);
}

static void
next (Fixture *self)
{
  test_commit (self->store, lp_runner_next (self->runner));
}

static void
wait (Fixture *self, int minutes)
{
  lp_run_clock_advance (self->clock, minutes * MINUTE);
}

/* item: -1 for none */
static void
send_note (Fixture *self, int table, const char *perspective, int item)
{
  LpChangeSet *changes = lp_change_set_new ("Note");
  LpNoteDraft draft = {
    .kind = LP_KIND_DREAM, .text = "A home", .table = table, .perspective = perspective,
    .time = lp_runner_get_time (self->runner),
  };
  LpId id = { 0 };

  if (item >= 0)
    draft.item = self->items[item];
  lp_note_create (changes, lp_store_get_reader (self->store), &self->meeting, &draft, &id);
  test_commit (self->store, changes);
}

static void
send_from_all (Fixture *self, const char *perspective)
{
  for (int table = 1; table <= N_TABLES; table++)
    send_note (self, table, perspective, 0);
}

static LpRound *
load (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  LpRound *round = lp_round_load (lp_store_get_reader (self->store), &self->meeting, &error);

  g_assert_no_error (error);
  return round;
}

static const LpRoundTable *
table (const LpRound *round, guint i)
{
  return &g_array_index (round->tables, LpRoundTable, i);
}

/* Is said now: the text; NULL for nothing of that kind. */
static char *
say (Fixture *self, LpHintKind kind)
{
  g_autoptr (LpRound) round = load (self);
  g_autoptr (GPtrArray) hints = lp_hints_list (self->hints, self->runner, round);

  for (guint i = 0; i < hints->len; i++)
    {
      const LpHint *hint = g_ptr_array_index (hints, i);

      if (hint->kind == kind)
        return g_strdup (hint->text);
    }

  return NULL;
}

static void
assert_says (Fixture *self, LpHintKind kind, const char *expected)
{
  g_autofree char *text = say (self, kind);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_round (Fixture *self, gconstpointer data)
{
  g_autoptr (LpRound) before = load (self);
  g_autoptr (LpRound) round = NULL;

  g_assert_false (lp_id_is_set (&before->item));
  g_assert_cmpuint (before->tables->len, ==, N_TABLES);
  send_note (self, 1, "lived", -1);
  wait (self, 1);
  next (self);
  wait (self, 2);
  send_note (self, 2, "lived", 0);
  send_note (self, 2, "expert", 0);
  send_note (self, 0, NULL, 0);
  send_note (self, 9, "lived", -1);
  send_note (self, 3, "lived", 1);
  wait (self, 3);

  round = load (self);
  g_assert_true (lp_id_equal (&round->item, &self->items[0]));
  g_assert_cmpuint (round->notes, ==, 4);
  g_assert_cmpuint (round->loose, ==, 1);
  g_assert_cmpuint (round->perspectives[LP_PERSPECTIVE_LIVED], ==, 2);
  g_assert_cmpuint (round->perspectives[LP_PERSPECTIVE_EXPERT], ==, 1);
  g_assert_cmpuint (round->tables->len, ==, N_TABLES + 1);
  g_assert_cmpuint (table (round, 0)->notes, ==, 0);
  g_assert_cmpuint (table (round, 1)->notes, ==, 2);
  g_assert_cmpuint (table (round, 2)->notes, ==, 0);
  g_assert_cmpint (table (round, 4)->table, ==, 9);
  g_assert_cmpint (lp_round_silence (table (round, 1), lp_runner_get_state (self->runner)->since,
                                     lp_runner_get_time (self->runner)), ==, 3);
  g_assert_cmpint (lp_round_silence (table (round, 0), lp_runner_get_state (self->runner)->since,
                                     lp_runner_get_time (self->runner)), ==, 5);
}

static void
test_round_of_another_item (Fixture *self, gconstpointer data)
{
  g_autoptr (LpRound) second = NULL;
  g_autoptr (LpRound) again = NULL;
  g_autoptr (LpRound) over = NULL;

  next (self);
  send_from_all (self, "lived");
  wait (self, 20);
  next (self);
  second = load (self);
  g_assert_cmpuint (second->notes, ==, 0);
  test_commit (self->store, lp_runner_go (self->runner, 0));
  again = load (self);
  g_assert_cmpuint (again->notes, ==, N_TABLES);
  /* back at it, nobody is silent before it has gone on for a while */
  assert_says (self, LP_HINT_SILENT, NULL);
  test_commit (self->store, lp_runner_end (self->runner));
  over = load (self);
  g_assert_false (lp_id_is_set (&over->item));
}

/* Only what was let onto it, in whichever item. */
static void
test_wall (Fixture *self, gconstpointer data)
{
  g_autoptr (LpRound) before = NULL;
  g_autoptr (LpRound) after = NULL;
  g_autoptr (LpChangeSet) changes = lp_change_set_new ("Let onto the wall");
  g_autoptr (LpList) notes = NULL;
  g_autoptr (LpRecord) note = NULL;

  next (self);
  send_from_all (self, "lived");
  before = load (self);
  g_assert_cmpuint (before->wall[LP_KIND_DREAM], ==, 0);
  notes = lp_list_new_notes (self->store, &self->meeting);
  note = g_list_model_get_item (G_LIST_MODEL (notes), 0);
  lp_edit_int (lp_change_set_put (changes, LP_NOTE, &self->meeting, lp_record_get_id (note)), LP_NOTE_REVIEWED, TRUE);
  test_commit (self->store, g_steal_pointer (&changes));
  next (self);
  after = load (self);
  g_assert_cmpuint (after->wall[LP_KIND_DREAM], ==, 1);
  g_assert_cmpuint (after->wall[LP_KIND_CONCERN], ==, 0);
}

/* Which day is under way is known without being told, but not for ever. */
static void
test_running (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LpReader *reader = lp_store_get_reader (self->store);
  LpId meeting = { 0 };

  g_assert_false (lp_runner_find_last (reader, &meeting, &error));
  g_assert_no_error (error);
  g_assert_false (lp_runner_is_running (self->runner));
  next (self);
  g_assert_true (lp_runner_find_last (reader, &meeting, &error));
  g_assert_true (lp_id_equal (&meeting, &self->meeting));
  g_assert_true (lp_runner_is_running (self->runner));
  wait (self, 12 * 60);
  g_assert_false (lp_runner_is_running (self->runner));
  next (self);
  g_assert_true (lp_runner_is_running (self->runner));
  test_commit (self->store, lp_runner_end (self->runner));
  g_assert_false (lp_runner_is_running (self->runner));
}

static void
test_silent (Fixture *self, gconstpointer data)
{
  next (self);
  send_from_all (self, "lived");
  wait (self, 9);
  assert_says (self, LP_HINT_SILENT, NULL);
  send_note (self, 1, "lived", 0);
  send_note (self, 2, "lived", 0);
  wait (self, 1);
  assert_says (self, LP_HINT_SILENT, "Tables 3 and 4 have sent nothing for 10 minutes");
  send_note (self, 3, "lived", 0);
  assert_says (self, LP_HINT_SILENT, "Table 4 has sent nothing for 10 minutes");
  wait (self, 30);
  assert_says (self, LP_HINT_SILENT, "No table has sent anything for 30 minutes");
  test_commit (self->store, lp_runner_pause (self->runner));
  assert_says (self, LP_HINT_SILENT, NULL);
}

/* Who heard it is left alone until it gets worse. */
static void
test_seen (Fixture *self, gconstpointer data)
{
  next (self);
  send_from_all (self, "lived");
  wait (self, 8);
  send_note (self, 1, "lived", 0);
  send_note (self, 2, "lived", 0);
  wait (self, 2);
  assert_says (self, LP_HINT_SILENT, "Tables 3 and 4 have sent nothing for 10 minutes");
  lp_hints_see (self->hints, LP_HINT_SILENT);
  assert_says (self, LP_HINT_SILENT, NULL);
  wait (self, 5);
  assert_says (self, LP_HINT_SILENT, NULL);
  /* another table */
  wait (self, 3);
  assert_says (self, LP_HINT_SILENT, "No table has sent anything for 10 minutes");
  lp_hints_see (self->hints, LP_HINT_SILENT);
  send_note (self, 3, "lived", 0);
  assert_says (self, LP_HINT_SILENT, NULL);
  /* the same table, silent once more */
  wait (self, 10);
  assert_says (self, LP_HINT_SILENT, "No table has sent anything for 10 minutes");
  lp_hints_see (self->hints, LP_HINT_SILENT);
  /* for much longer */
  wait (self, 9);
  assert_says (self, LP_HINT_SILENT, NULL);
  wait (self, 1);
  assert_says (self, LP_HINT_SILENT, "No table has sent anything for 20 minutes");
}

/* Where notes are not told apart by table, none is silent; where none are taken, neither. */
static void
test_not_silent (Fixture *self, gconstpointer data)
{
  next (self);
  send_note (self, 0, "lived", 0);
  wait (self, 20);
  assert_says (self, LP_HINT_SILENT, NULL);
  next (self);
  wait (self, 20);
  assert_says (self, LP_HINT_SILENT, NULL);
}

static void
test_behind (Fixture *self, gconstpointer data)
{
  next (self);
  wait (self, 64);
  assert_says (self, LP_HINT_BEHIND, NULL);
  wait (self, 1);
  assert_says (self, LP_HINT_BEHIND, "You are 5 minutes behind");
  lp_hints_see (self->hints, LP_HINT_BEHIND);
  assert_says (self, LP_HINT_BEHIND, NULL);
  wait (self, 4);
  assert_says (self, LP_HINT_BEHIND, NULL);
  wait (self, 1);
  assert_says (self, LP_HINT_BEHIND, "You are 10 minutes behind");
  test_commit (self->store, lp_runner_end (self->runner));
  assert_says (self, LP_HINT_BEHIND, NULL);
}

static const LpHint *
find_behind (GPtrArray *hints)
{
  for (guint i = 0; i < hints->len; i++)
    {
      const LpHint *hint = g_ptr_array_index (hints, i);

      if (hint->kind == LP_HINT_BEHIND)
        return hint;
    }
  g_assert_not_reached ();
}

static void
test_advice (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) little = NULL;
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (GPtrArray) more = NULL;
  g_autoptr (GPtrArray) none = NULL;

  next (self);
  wait (self, 73);
  little = lp_hints_list (self->hints, self->runner, NULL);
  g_assert_cmpstr (find_behind (little)->advice, ==,
                   "Shorten “Proposals” to 27 min, or end at 11:23. Breaks are left alone.");
  wait (self, 7);
  some = lp_hints_list (self->hints, self->runner, NULL);
  g_assert_cmpstr (find_behind (some)->advice, ==,
                   "Spread it over what is left, or end at 11:30. Breaks are left alone.");
  g_assert_true (find_behind (some)->can_spread);
  wait (self, 30);
  more = lp_hints_list (self->hints, self->runner, NULL);
  g_assert_cmpstr (find_behind (more)->advice, ==,
                   "Spread it over what is left, or end at 12:00. Breaks are left alone.");
  test_commit (self->store, lp_runner_go (self->runner, 2));
  wait (self, 60);
  none = lp_hints_list (self->hints, self->runner, NULL);
  g_assert_cmpstr (find_behind (none)->advice, ==, "As it goes the day ends at 11:50.");
  g_assert_false (find_behind (none)->can_spread);
}

static void
test_unheard (Fixture *self, gconstpointer data)
{
  next (self);
  send_from_all (self, "professional");
  wait (self, 10);
  assert_says (self, LP_HINT_UNHEARD, NULL);
  send_note (self, 1, "relative", 0);
  assert_says (self, LP_HINT_UNHEARD, "Nobody with lived experience is heard in this round yet");
  lp_hints_see (self->hints, LP_HINT_UNHEARD);
  wait (self, 30);
  assert_says (self, LP_HINT_UNHEARD, NULL);
  test_commit (self->store, lp_runner_go (self->runner, 1));
  assert_says (self, LP_HINT_UNHEARD, NULL);
  test_commit (self->store, lp_runner_go (self->runner, 0));
  wait (self, 10);
  assert_says (self, LP_HINT_UNHEARD, "Nobody with lived experience is heard in this round yet");
  send_note (self, 1, "lived", 0);
  assert_says (self, LP_HINT_UNHEARD, NULL);
}

static void
assert_left (gint64 left, const char *expected)
{
  g_autofree char *text = lp_run_print_left (left);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_words (void)
{
  g_autofree char *behind = lp_run_print_behind (20);
  g_autofree char *ahead = lp_run_print_behind (-3);
  g_autofree char *on_time = lp_run_print_behind (0);
  g_autofree char *later = lp_run_print_deviation (0, 20 * MINUTE + 59000);
  g_autofree char *earlier = lp_run_print_deviation (3 * MINUTE, 0);
  g_autofree char *one = lp_run_print_numbers ((const int[]) { 6 }, 1);
  g_autofree char *three = lp_run_print_numbers ((const int[]) { 6, 7, 8 }, 3);

  assert_left (10 * MINUTE, "10:00");
  assert_left (10 * MINUTE - 1, "10:00");
  assert_left (252000, "4:12");
  assert_left (1, "0:01");
  assert_left (0, "0:00");
  assert_left (-999, "0:00");
  assert_left (-1000, "−0:01");
  assert_left (-160000, "−2:40");
  assert_left (64 * MINUTE + 12000, "1:04:12");
  assert_left (-100 * 60 * MINUTE, "−100:00:00");
  g_assert_cmpstr (behind, ==, "20 min behind");
  g_assert_cmpstr (ahead, ==, "3 min ahead");
  g_assert_cmpstr (on_time, ==, "On time");
  g_assert_cmpstr (later, ==, "+20");
  g_assert_cmpstr (earlier, ==, "−3");
  g_assert_cmpstr (one, ==, "6");
  g_assert_cmpstr (three, ==, "6, 7 and 8");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/hints/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("round", test_round);
  ADD ("round-of-another-item", test_round_of_another_item);
  ADD ("wall", test_wall);
  ADD ("running", test_running);
  ADD ("silent", test_silent);
  ADD ("seen", test_seen);
  ADD ("not-silent", test_not_silent);
  ADD ("behind", test_behind);
  ADD ("advice", test_advice);
  ADD ("unheard", test_unheard);
#undef ADD
  g_test_add_func ("/hints/words", test_words);

  return g_test_run ();
}
