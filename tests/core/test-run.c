/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-runner.h"

#include "lp-rank.h"
#include "lp-terms.h"
#include "test-util.h"

/* Every rule of the clock of the day, told the time by a clock that stands still until it is moved. */

#define MINUTE LP_RUN_MINUTE
#define HOUR (60 * MINUTE)
#define DATE "2026-03-14"
#define START (9 * 60 + 30)

typedef struct {
  const char *title;
  int minutes;
  gboolean is_break;
} Item;

/* 9:30 to 11:15 */
static const Item agenda[] = {
  { "Welcome", 15, FALSE },
  { "Dreams", 30, FALSE },
  { "Coffee", 15, TRUE },
  { "Concerns", 35, FALSE },
  { "Wrap-up", 10, FALSE },
};

#define N_ITEMS G_N_ELEMENTS (agenda)
#define PLANNED (105 * MINUTE)

typedef struct {
  TestFolder *folder;
  LpStore    *store;
  LpId        meeting;
  LpId        items[N_ITEMS];
  LpRunClock *clock;
  LpRunner   *runner;
  gint64      begin;
} Fixture;

static void
add_items (Fixture *self)
{
  LpChangeSet *changes = lp_change_set_new ("Agenda");
  LpEdit *edit = lp_change_set_put (changes, LP_MEETING, &self->meeting, &self->meeting);
  g_autofree char *rank = NULL;

  lp_edit_text (edit, LP_MEETING_DATE, DATE);
  lp_edit_int (edit, LP_MEETING_START, START);
  for (guint i = 0; i < N_ITEMS; i++)
    {
      char *next = lp_rank_between (rank, NULL);

      self->items[i] = lp_id_new ();
      edit = lp_change_set_put (changes, LP_AGENDA_ITEM, &self->meeting, &self->items[i]);
      lp_edit_text (edit, LP_AGENDA_ITEM_TITLE, agenda[i].title);
      lp_edit_int (edit, LP_AGENDA_ITEM_MINUTES, agenda[i].minutes);
      lp_edit_text (edit, LP_AGENDA_ITEM_METHOD, lp_method_id (agenda[i].is_break ? LP_METHOD_BREAK : LP_METHOD_ROUND));
      lp_edit_text (edit, LP_AGENDA_ITEM_RANK, next);
      g_free (rank);
      rank = next;
    }
  test_commit (self->store, changes);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = test_folder_new ();
  self->store = test_store_open (self->folder->database);
  self->meeting = test_meeting (self->store, "Kick-off");
  add_items (self);
  self->begin = lp_run_plan_begin (DATE, START, 0);
  self->clock = lp_run_clock_new_at (self->begin, 0);
  self->runner = lp_runner_new (self->store, &self->meeting, self->clock);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->runner);
  g_assert_finalize_object (self->clock);
  test_store_close (self->store);
  test_check (self->folder->database);
  test_folder_free (self->folder);
}

static const LpRunState *
state (Fixture *self)
{
  return lp_runner_get_state (self->runner);
}

static const LpRunItem *
item (Fixture *self, guint i)
{
  return &g_array_index (state (self)->items, LpRunItem, i);
}

/* The act must be possible. */
static void
act (Fixture *self, LpChangeSet *changes)
{
  g_assert_nonnull (changes);
  test_commit (self->store, changes);
}

static void
next (Fixture *self)
{
  act (self, lp_runner_next (self->runner));
}

static void
wait (Fixture *self, gint64 time)
{
  lp_run_clock_advance (self->clock, time);
}

static void
undo (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lp_store_undo (self->store, &error));
  g_assert_no_error (error);
}

/* What a crash leaves: the file. A new program reads it, by the same clock. */
static void
start_program_again (Fixture *self)
{
  g_assert_finalize_object (self->runner);
  test_store_close (self->store);
  self->store = test_store_open (self->folder->database);
  self->runner = lp_runner_new (self->store, &self->meeting, self->clock);
}

static void
edit_item (Fixture *self, guint i, guint field, int number)
{
  LpChangeSet *changes = lp_change_set_new ("Edit");
  LpEdit *edit = lp_change_set_put (changes, LP_AGENDA_ITEM, &self->meeting, &self->items[i]);

  lp_edit_int (edit, field, number);
  test_commit (self->store, changes);
}

static void
delete_item (Fixture *self, guint i)
{
  LpChangeSet *changes = lp_change_set_new ("Delete");

  lp_change_set_delete (changes, LP_AGENDA_ITEM, &self->meeting, &self->items[i]);
  test_commit (self->store, changes);
}

static void
move_item (Fixture *self, guint i, const char *rank)
{
  LpChangeSet *changes = lp_change_set_new ("Move");

  lp_edit_text (lp_change_set_put (changes, LP_AGENDA_ITEM, &self->meeting, &self->items[i]), LP_AGENDA_ITEM_RANK, rank);
  test_commit (self->store, changes);
}

static void
test_before (Fixture *self, gconstpointer data)
{
  g_assert_false (state (self)->started);
  g_assert_false (state (self)->over);
  g_assert_cmpint (state (self)->now, ==, -1);
  g_assert_cmpint (state (self)->next, ==, 0);
  g_assert_cmpint (state (self)->plan_end, ==, self->begin + PLANNED);
  g_assert_cmpint (state (self)->end, ==, self->begin + PLANNED);
  g_assert_cmpint (item (self, 1)->begin, ==, self->begin + 15 * MINUTE);
  g_assert_cmpint (item (self, 1)->status, ==, LP_RUN_COMING);
  g_assert_null (lp_runner_pause (self->runner));
  g_assert_null (lp_runner_resume (self->runner));
  g_assert_null (lp_runner_extend (self->runner, 1));
  g_assert_null (lp_runner_end (self->runner));
  g_assert_null (lp_runner_begin_again (self->runner));
  g_assert_null (lp_runner_go (self->runner, N_ITEMS));
  g_assert_null (lp_runner_go (self->runner, -1));
}

/* Who waits to begin sees the end of the day move; days later nobody is late any more. */
static void
test_late_or_early (Fixture *self, gconstpointer data)
{
  wait (self, 20 * MINUTE);
  g_assert_cmpint (state (self)->end, ==, self->begin + 20 * MINUTE + PLANNED);
  g_assert_cmpint (lp_run_state_behind (state (self)), ==, 20);
  next (self);
  g_assert_cmpint (lp_run_state_behind (state (self)), ==, 20);
  g_assert_cmpint (item (self, 0)->plan_begin, ==, self->begin);
  g_assert_cmpint (item (self, 0)->begin, ==, self->begin + 20 * MINUTE);
  undo (self);
  wait (self, -30 * MINUTE);
  g_assert_cmpint (lp_run_state_behind (state (self)), ==, 0);
  next (self);
  g_assert_cmpint (lp_run_state_behind (state (self)), ==, -10);
  undo (self);
  wait (self, 48 * HOUR);
  g_assert_cmpint (state (self)->end, ==, self->begin + PLANNED);
}

/* On another day the plan is that day's; at quite another hour it begins when it is begun. */
static void
test_another_day (Fixture *self, gconstpointer data)
{
  gint64 days = 3 * 24 * HOUR;

  wait (self, days + 5 * MINUTE);
  g_assert_false (lp_runner_moves_plan (self->runner));
  next (self);
  g_assert_cmpint (item (self, 0)->plan_begin, ==, self->begin + days);
  g_assert_cmpint (lp_run_state_behind (state (self)), ==, 5);
  undo (self);
  wait (self, 10 * HOUR);
  g_assert_true (lp_runner_moves_plan (self->runner));
  next (self);
  g_assert_cmpint (lp_run_state_behind (state (self)), ==, 0);
}

static void
test_next (Fixture *self, gconstpointer data)
{
  next (self);
  g_assert_true (state (self)->started);
  g_assert_cmpint (state (self)->now, ==, 0);
  g_assert_cmpint (state (self)->next, ==, 1);
  g_assert_cmpint (state (self)->left, ==, 15 * MINUTE);
  wait (self, 12 * MINUTE);
  g_assert_cmpint (state (self)->left, ==, 3 * MINUTE);
  g_assert_cmpint (item (self, 0)->end, ==, self->begin + 15 * MINUTE);
  next (self);
  g_assert_cmpint (state (self)->now, ==, 1);
  g_assert_cmpint (item (self, 0)->status, ==, LP_RUN_DONE);
  g_assert_cmpint (item (self, 0)->spent, ==, 12 * MINUTE);
  g_assert_cmpint (item (self, 0)->end, ==, self->begin + 12 * MINUTE);
  g_assert_cmpint (item (self, 1)->status, ==, LP_RUN_NOW);
  g_assert_cmpint (lp_run_state_behind (state (self)), ==, -3);
}

/* Who presses twice before the first has been saved is one item further, not two. */
static void
test_twice (Fixture *self, gconstpointer data)
{
  LpChangeSet *first = NULL;
  LpChangeSet *second = NULL;

  next (self);
  first = lp_runner_next (self->runner);
  second = lp_runner_next (self->runner);
  act (self, first);
  act (self, second);
  g_assert_cmpint (state (self)->now, ==, 1);
}

static void
test_whole_day (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < N_ITEMS; i++)
    {
      next (self);
      wait (self, 10 * MINUTE);
    }
  g_assert_cmpint (state (self)->next, ==, -1);
  next (self);
  g_assert_true (state (self)->over);
  g_assert_cmpint (state (self)->now, ==, -1);
  g_assert_cmpint (state (self)->end, ==, self->begin + 50 * MINUTE);
  wait (self, HOUR);
  g_assert_cmpint (state (self)->end, ==, self->begin + 50 * MINUTE);
  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_assert_cmpint (item (self, i)->status, ==, LP_RUN_DONE);
      g_assert_cmpint (item (self, i)->spent, ==, 10 * MINUTE);
    }
  g_assert_null (lp_runner_next (self->runner));
  undo (self);
  g_assert_false (state (self)->over);
  g_assert_cmpint (state (self)->left, ==, 10 * MINUTE - 70 * MINUTE);
}

static void
test_end_early (Fixture *self, gconstpointer data)
{
  next (self);
  wait (self, 5 * MINUTE);
  act (self, lp_runner_end (self->runner));
  g_assert_true (state (self)->over);
  g_assert_cmpint (item (self, 0)->status, ==, LP_RUN_DONE);
  g_assert_cmpint (item (self, 4)->status, ==, LP_RUN_SKIPPED);
  act (self, lp_runner_go (self->runner, 1));
  g_assert_false (state (self)->over);
  g_assert_cmpint (state (self)->now, ==, 1);
}

static void
test_overtime (Fixture *self, gconstpointer data)
{
  next (self);
  wait (self, 15 * MINUTE + 160 * 1000);
  g_assert_cmpint (state (self)->left, ==, -160 * 1000);
  g_assert_cmpint (lp_run_state_behind (state (self)), ==, 2);
  wait (self, 30 * HOUR);
  g_assert_cmpint (state (self)->left, ==, -160 * 1000 - 30 * HOUR);
  g_assert_cmpint (state (self)->now, ==, 0);
}

static void
test_phases (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (lp_run_state_phase (state (self)), ==, LP_PHASE_NONE);
  next (self);
  g_assert_cmpint (lp_run_state_phase (state (self)), ==, LP_PHASE_RUNNING);
  wait (self, 9 * MINUTE);
  g_assert_cmpint (lp_run_state_phase (state (self)), ==, LP_PHASE_RUNNING);
  wait (self, MINUTE);
  g_assert_cmpint (lp_run_state_phase (state (self)), ==, LP_PHASE_SOON);
  act (self, lp_runner_pause (self->runner));
  g_assert_cmpint (lp_run_state_phase (state (self)), ==, LP_PHASE_PAUSED);
  act (self, lp_runner_resume (self->runner));
  wait (self, 5 * MINUTE);
  g_assert_cmpint (lp_run_state_phase (state (self)), ==, LP_PHASE_OVER);
  next (self);
  g_assert_cmpint (lp_run_state_phase (state (self)), ==, LP_PHASE_RUNNING);
}

static void
test_pause (Fixture *self, gconstpointer data)
{
  next (self);
  wait (self, 5 * MINUTE);
  act (self, lp_runner_pause (self->runner));
  g_assert_true (state (self)->paused);
  g_assert_null (lp_runner_pause (self->runner));
  wait (self, 7 * MINUTE);
  g_assert_cmpint (state (self)->left, ==, 10 * MINUTE);
  g_assert_cmpint (lp_run_state_behind (state (self)), ==, 7);
  act (self, lp_runner_resume (self->runner));
  g_assert_false (state (self)->paused);
  wait (self, MINUTE);
  g_assert_cmpint (state (self)->left, ==, 9 * MINUTE);
  g_assert_cmpint (item (self, 0)->spent, ==, 6 * MINUTE);
  g_assert_null (lp_runner_resume (self->runner));
}

/* Going on while paused starts the clock. */
static void
test_next_while_paused (Fixture *self, gconstpointer data)
{
  next (self);
  act (self, lp_runner_pause (self->runner));
  wait (self, 4 * MINUTE);
  next (self);
  wait (self, MINUTE);
  g_assert_false (state (self)->paused);
  g_assert_cmpint (item (self, 0)->spent, ==, 0);
  g_assert_cmpint (state (self)->left, ==, 29 * MINUTE);
}

static void
test_extend (Fixture *self, gconstpointer data)
{
  next (self);
  wait (self, 14 * MINUTE);
  act (self, lp_runner_extend (self->runner, 1));
  act (self, lp_runner_extend (self->runner, 5));
  g_assert_cmpint (state (self)->left, ==, 7 * MINUTE);
  g_assert_cmpint (item (self, 0)->given, ==, 21 * MINUTE);
  g_assert_cmpint (lp_run_state_behind (state (self)), ==, 6);
  undo (self);
  g_assert_cmpint (state (self)->left, ==, 2 * MINUTE);
  wait (self, 10 * MINUTE);
  act (self, lp_runner_extend (self->runner, 5));
  g_assert_cmpint (state (self)->left, ==, -3 * MINUTE);
}

static void
test_sleep (Fixture *self, gconstpointer data)
{
  next (self);
  wait (self, 3 * HOUR);
  g_assert_cmpint (state (self)->left, ==, 15 * MINUTE - 3 * HOUR);
  next (self);
  g_assert_cmpint (item (self, 0)->spent, ==, 3 * HOUR);
}

static void
test_changed_clock (Fixture *self, gconstpointer data)
{
  gint64 offset = GPOINTER_TO_INT (data) * MINUTE;

  next (self);
  wait (self, 5 * MINUTE);
  lp_run_clock_change (self->clock, offset);
  g_assert_cmpint (state (self)->left, ==, 10 * MINUTE);
  /* what people read on the wall */
  g_assert_cmpint (item (self, 0)->end, ==, self->begin + offset + 15 * MINUTE);
  next (self);
  wait (self, 4 * MINUTE);
  g_assert_cmpint (item (self, 0)->spent, ==, 5 * MINUTE);
  g_assert_cmpint (item (self, 1)->spent, ==, 4 * MINUTE);
  start_program_again (self);
  g_assert_cmpint (item (self, 0)->spent, ==, 5 * MINUTE);
  g_assert_cmpint (item (self, 1)->spent, ==, 4 * MINUTE);
}

static void
test_crash (Fixture *self, gconstpointer data)
{
  next (self);
  wait (self, 15 * MINUTE);
  next (self);
  wait (self, 4 * MINUTE);
  act (self, lp_runner_extend (self->runner, 5));
  start_program_again (self);
  wait (self, 2 * MINUTE);
  g_assert_cmpint (state (self)->now, ==, 1);
  g_assert_cmpint (state (self)->left, ==, 29 * MINUTE);
  g_assert_false (state (self)->paused);
}

static void
test_crash_while_paused (Fixture *self, gconstpointer data)
{
  next (self);
  wait (self, 4 * MINUTE);
  act (self, lp_runner_pause (self->runner));
  start_program_again (self);
  wait (self, 9 * MINUTE);
  g_assert_true (state (self)->paused);
  g_assert_cmpint (state (self)->left, ==, 11 * MINUTE);
  act (self, lp_runner_resume (self->runner));
  wait (self, MINUTE);
  g_assert_cmpint (state (self)->left, ==, 10 * MINUTE);
}

/* The computer was started anew meanwhile: the wall clock has to tell. */
static void
test_reboot (Fixture *self, gconstpointer data)
{
  next (self);
  wait (self, 4 * MINUTE);
  lp_run_clock_reboot (self->clock);
  start_program_again (self);
  wait (self, 3 * MINUTE);
  g_assert_cmpint (state (self)->left, ==, 8 * MINUTE);
  next (self);
  g_assert_cmpint (item (self, 0)->spent, ==, 7 * MINUTE);
}

/* Set before the computer was started anew: what was done before that keeps its lengths. */
static void
test_changed_clock_then_reboot (Fixture *self, gconstpointer data)
{
  next (self);
  wait (self, 5 * MINUTE);
  lp_run_clock_change (self->clock, 3 * HOUR);
  next (self);
  wait (self, 6 * MINUTE);
  lp_run_clock_reboot (self->clock);
  start_program_again (self);
  g_assert_cmpint (item (self, 0)->spent, ==, 5 * MINUTE);
  g_assert_cmpint (item (self, 1)->spent, ==, 6 * MINUTE);
}

/* A wall clock that went back while the computer was off cannot tell how long that was; from the next act on time counts. */
static void
test_reboot_with_clock_set_back (Fixture *self, gconstpointer data)
{
  next (self);
  wait (self, 5 * MINUTE);
  next (self);
  lp_run_clock_reboot (self->clock);
  lp_run_clock_change (self->clock, -2 * HOUR);
  start_program_again (self);
  g_assert_cmpint (item (self, 0)->spent, ==, 5 * MINUTE);
  g_assert_cmpint (state (self)->left, ==, 30 * MINUTE);
  act (self, lp_runner_extend (self->runner, 1));
  wait (self, 10 * MINUTE);
  g_assert_cmpint (state (self)->left, ==, 21 * MINUTE);
  g_assert_cmpint (item (self, 0)->spent, ==, 5 * MINUTE);
}

static void
test_back (Fixture *self, gconstpointer data)
{
  next (self);
  wait (self, 10 * MINUTE);
  next (self);
  wait (self, 8 * MINUTE);
  act (self, lp_runner_go (self->runner, 0));
  g_assert_cmpint (state (self)->now, ==, 0);
  g_assert_cmpint (state (self)->left, ==, 5 * MINUTE);
  g_assert_cmpint (item (self, 1)->spent, ==, 8 * MINUTE);
  g_assert_cmpint (item (self, 1)->status, ==, LP_RUN_COMING);
  wait (self, 2 * MINUTE);
  next (self);
  g_assert_cmpint (state (self)->now, ==, 1);
  g_assert_cmpint (state (self)->left, ==, 22 * MINUTE);
  g_assert_cmpint (item (self, 0)->spent, ==, 12 * MINUTE);
  g_assert_cmpint (item (self, 1)->begin, ==, self->begin + 10 * MINUTE);
}

static void
test_jump (Fixture *self, gconstpointer data)
{
  next (self);
  wait (self, 15 * MINUTE);
  act (self, lp_runner_go (self->runner, 3));
  g_assert_cmpint (item (self, 1)->status, ==, LP_RUN_SKIPPED);
  g_assert_cmpint (item (self, 2)->status, ==, LP_RUN_SKIPPED);
  g_assert_cmpint (item (self, 2)->spent, ==, 0);
  g_assert_cmpint (lp_run_state_behind (state (self)), ==, -45);
  act (self, lp_runner_go (self->runner, 1));
  g_assert_cmpint (item (self, 1)->status, ==, LP_RUN_NOW);
  g_assert_cmpint (lp_run_state_behind (state (self)), ==, 0);
}

/* Looking at an item asks for its record and does nothing. */
static void
test_look (Fixture *self, gconstpointer data)
{
  next (self);
  g_assert_cmpstr (lp_record_text (lp_runner_get_item (self->runner, 3), LP_AGENDA_ITEM_TITLE), ==, "Concerns");
  g_assert_null (lp_runner_get_item (self->runner, -1));
  wait (self, MINUTE);
  g_assert_cmpint (state (self)->now, ==, 0);
  g_assert_null (lp_runner_go (self->runner, 0));
}

static void
test_undo (Fixture *self, gconstpointer data)
{
  next (self);
  wait (self, 10 * MINUTE);
  next (self);
  wait (self, 2 * MINUTE);
  undo (self);
  g_assert_cmpint (state (self)->now, ==, 0);
  g_assert_cmpint (state (self)->left, ==, 3 * MINUTE);
  g_assert_cmpint (item (self, 1)->status, ==, LP_RUN_COMING);
  g_assert_cmpint (item (self, 1)->spent, ==, 0);
  undo (self);
  g_assert_false (state (self)->started);
}

static void
test_deleted_item (Fixture *self, gconstpointer data)
{
  next (self);
  wait (self, 10 * MINUTE);
  next (self);
  delete_item (self, 1);
  g_assert_cmpint (state (self)->now, ==, -1);
  g_assert_true (state (self)->started);
  g_assert_cmpint (state (self)->next, ==, 1);
  g_assert_cmpuint (state (self)->items->len, ==, N_ITEMS - 1);
  wait (self, 5 * MINUTE);
  g_assert_cmpint (state (self)->end, ==, self->begin + 15 * MINUTE + 60 * MINUTE);
  next (self);
  g_assert_cmpstr (lp_record_text (lp_runner_get_item (self->runner, state (self)->now), LP_AGENDA_ITEM_TITLE), ==, "Coffee");
  undo (self);
  undo (self);
  g_assert_cmpint (state (self)->now, ==, 1);
  g_assert_cmpint (item (self, 1)->spent, ==, 5 * MINUTE);
}

static void
test_edited_item (Fixture *self, gconstpointer data)
{
  next (self);
  wait (self, 10 * MINUTE);
  act (self, lp_runner_extend (self->runner, 5));
  edit_item (self, 0, LP_AGENDA_ITEM_MINUTES, 25);
  g_assert_cmpint (state (self)->left, ==, 20 * MINUTE);
  edit_item (self, 0, LP_AGENDA_ITEM_MINUTES, 0);
  g_assert_cmpint (state (self)->left, ==, -5 * MINUTE);
  edit_item (self, 3, LP_AGENDA_ITEM_MINUTES, 5);
  g_assert_cmpint (state (self)->plan_end, ==, self->begin + 60 * MINUTE);
}

static void
test_moved_item (Fixture *self, gconstpointer data)
{
  LpRecord *first = lp_runner_get_item (self->runner, 0);
  g_autofree char *front = lp_rank_between (NULL, lp_record_text (first, LP_AGENDA_ITEM_RANK));

  next (self);
  wait (self, 15 * MINUTE);
  next (self);
  wait (self, 3 * MINUTE);
  move_item (self, 4, front); /* the last one */
  g_assert_cmpint (state (self)->now, ==, 2);
  g_assert_cmpint (state (self)->left, ==, 27 * MINUTE);
  g_assert_cmpint (item (self, 0)->status, ==, LP_RUN_SKIPPED);
  g_assert_cmpint (item (self, 1)->status, ==, LP_RUN_DONE);
  g_assert_cmpint (item (self, 1)->spent, ==, 15 * MINUTE);
}

static void
test_begin_again (Fixture *self, gconstpointer data)
{
  next (self);
  wait (self, 5 * MINUTE);
  next (self);
  wait (self, 5 * MINUTE);
  act (self, lp_runner_begin_again (self->runner));
  g_assert_false (state (self)->started);
  g_assert_cmpint (item (self, 0)->spent, ==, 0);
  next (self);
  g_assert_cmpint (state (self)->left, ==, 15 * MINUTE);
  undo (self);
  undo (self);
  g_assert_cmpint (state (self)->now, ==, 1);
  g_assert_cmpint (state (self)->left, ==, 25 * MINUTE);
}

static void
test_spread (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) cuts = NULL;
  int rest = 0;
  int sum = 0;

  next (self);
  wait (self, 33 * MINUTE);
  g_assert_cmpint (lp_run_state_behind (state (self)), ==, 18);
  cuts = lp_run_spread (state (self), 18, &rest);
  g_assert_cmpint (rest, ==, 0);
  for (guint i = 0; i < cuts->len; i++)
    {
      const LpRunCut *cut = &g_array_index (cuts, LpRunCut, i);

      g_assert_false (agenda[cut->item].is_break);
      g_assert_cmpuint (cut->item, >, 0);
      g_assert_cmpint (agenda[cut->item].minutes - cut->minutes, >=, 5);
      sum += cut->minutes;
    }
  g_assert_cmpint (sum, ==, 18);
  act (self, lp_runner_shorten (self->runner, cuts));
  g_assert_cmpint (lp_run_state_behind (state (self)), ==, 0);
  undo (self);
  g_assert_cmpint (lp_run_state_behind (state (self)), ==, 18);
}

/* 25 + 30 + 5 minutes can be won, no more. */
static void
test_spread_impossible (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) cuts = NULL;
  int rest = 0;

  next (self);
  cuts = lp_run_spread (state (self), 70, &rest);
  g_assert_cmpint (rest, ==, 10);
  act (self, lp_runner_shorten (self->runner, cuts));
  g_assert_cmpint (item (self, 1)->given, ==, 5 * MINUTE);
  g_assert_cmpint (item (self, 2)->given, ==, 15 * MINUTE);
  g_assert_cmpint (item (self, 3)->given, ==, 5 * MINUTE);
  g_assert_cmpint (item (self, 4)->given, ==, 5 * MINUTE);
  g_array_set_size (cuts, 0);
  g_assert_null (lp_runner_shorten (self->runner, cuts));
}

static void
test_spread_any (Fixture *self, gconstpointer data)
{
  next (self);
  for (int minutes = -5; minutes <= 80; minutes++)
    {
      int rest = 0;
      int sum = 0;
      g_autoptr (GArray) cuts = lp_run_spread (state (self), minutes, &rest);

      for (guint i = 0; i < cuts->len; i++)
        {
          const LpRunCut *cut = &g_array_index (cuts, LpRunCut, i);

          g_assert_cmpint (cut->minutes, >, 0);
          g_assert_cmpint (agenda[cut->item].minutes - cut->minutes, >=, 5);
          sum += cut->minutes;
        }
      g_assert_cmpint (sum + rest, ==, MAX (minutes, 0));
    }
}

static void
test_empty (void)
{
  g_autoptr (LpRunState) empty = lp_run_state_new (NULL, 0, 1000, NULL, 0, 2000);
  g_autoptr (GArray) cuts = NULL;
  int rest = 0;

  g_assert_cmpint (empty->now, ==, -1);
  g_assert_cmpint (empty->next, ==, -1);
  cuts = lp_run_spread (empty, 5, &rest);
  g_assert_cmpuint (cuts->len, ==, 0);
  g_assert_cmpint (rest, ==, 5);
}

/* Who holds the state sees it go on. */
static void
test_one_state (Fixture *self, gconstpointer data)
{
  const LpRunState *held = state (self);

  next (self);
  wait (self, MINUTE);
  g_assert_true (state (self) == held);
  g_assert_cmpint (held->left, ==, 14 * MINUTE);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* The clock of a rehearsal runs: it ticks and comes to overtime by itself. */
static void
test_ticks (Fixture *self, gconstpointer data)
{
  guint n_ticks = 0;

  g_signal_connect_swapped (self->runner, "tick", G_CALLBACK (count_cb), &n_ticks);
  next (self);
  lp_run_clock_set_speed (self->clock, 60 * 60);
  act (self, lp_runner_extend (self->runner, -10));
  while (state (self)->left > -MINUTE)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_ticks, >, 0);
  lp_run_clock_set_speed (self->clock, 0);
}

/* --- Anything, in any order --- */

static LpChangeSet *
random_act (Fixture *self, GRand *rand)
{
  switch (g_rand_int_range (rand, 0, 9))
    {
    case 0:
    case 1:
      return lp_runner_next (self->runner);
    case 2:
      return lp_runner_go (self->runner, g_rand_int_range (rand, 0, N_ITEMS));
    case 3:
      return lp_runner_pause (self->runner);
    case 4:
      return lp_runner_resume (self->runner);
    case 5:
      return lp_runner_extend (self->runner, g_rand_int_range (rand, -20, 21));
    case 6:
      return g_rand_int_range (rand, 0, 6) == 0 ? lp_runner_end (self->runner) : NULL;
    case 7:
      return g_rand_int_range (rand, 0, 9) == 0 ? lp_runner_begin_again (self->runner) : NULL;
    default:
      {
        int rest = 0;
        g_autoptr (GArray) cuts = lp_run_spread (state (self), g_rand_int_range (rand, 0, 40), &rest);

        return lp_runner_shorten (self->runner, cuts);
      }
    }
}

static gint64
sum_spent (Fixture *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < state (self)->items->len; i++)
    {
      g_assert_cmpint (item (self, i)->spent, >=, 0);
      g_assert_cmpint (item (self, i)->given, >=, 0);
      sum += item (self, i)->spent;
    }

  return sum;
}

static void
check_state (Fixture *self, gint64 passed)
{
  int n_now = 0;

  g_assert_cmpuint (state (self)->items->len, ==, N_ITEMS);
  for (guint i = 0; i < N_ITEMS; i++)
    {
      n_now += item (self, i)->status == LP_RUN_NOW;
      g_assert_cmpint (item (self, i)->end, >=, item (self, i)->begin);
    }
  g_assert_cmpint (n_now, ==, state (self)->now >= 0);
  g_assert_cmpint (sum_spent (self), <=, passed);
  if (state (self)->started && !state (self)->over)
    g_assert_cmpint (state (self)->end, >=, lp_runner_get_time (self->runner));
}

static void
check_same_after_restart (Fixture *self)
{
  LpRunState before = *state (self);
  g_autoptr (GArray) items = g_array_copy (before.items);

  start_program_again (self);
  g_assert_cmpint (state (self)->now, ==, before.now);
  g_assert_cmpint (state (self)->next, ==, before.next);
  g_assert_cmpint (state (self)->left, ==, before.left);
  g_assert_cmpint (state (self)->end, ==, before.end);
  g_assert_cmpint (state (self)->paused, ==, before.paused);
  g_assert_cmpint (state (self)->over, ==, before.over);
  for (guint i = 0; i < N_ITEMS; i++)
    {
      const LpRunItem *was = &g_array_index (items, LpRunItem, i);

      g_assert_cmpint (item (self, i)->status, ==, was->status);
      g_assert_cmpint (item (self, i)->given, ==, was->given);
      g_assert_cmpint (item (self, i)->spent, ==, was->spent);
      g_assert_cmpint (item (self, i)->begin, ==, was->begin);
      g_assert_cmpint (item (self, i)->end, ==, was->end);
    }
}

static void
test_anything (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260314);
  gint64 passed = 0;

  for (guint i = 0; i < 400; i++)
    {
      LpChangeSet *changes = random_act (self, rand);
      gint64 time = g_rand_int_range (rand, 0, 12 * 60) * 1000;

      if (changes != NULL)
        act (self, changes);
      if (g_rand_int_range (rand, 0, 12) == 0 && lp_store_get_undo_title (self->store) != NULL)
        undo (self);
      wait (self, time);
      passed += time;
      if (g_rand_int_range (rand, 0, 10) == 0)
        lp_run_clock_change (self->clock, g_rand_int_range (rand, -120, 121) * MINUTE);
      check_state (self, passed);
      if (i % 40 == 39)
        check_same_after_restart (self);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, data, func) g_test_add ("/run/" path, Fixture, data, set_up, func, tear_down)
  ADD ("before", NULL, test_before);
  ADD ("late-or-early", NULL, test_late_or_early);
  ADD ("another-day", NULL, test_another_day);
  ADD ("next", NULL, test_next);
  ADD ("twice", NULL, test_twice);
  ADD ("whole-day", NULL, test_whole_day);
  ADD ("end-early", NULL, test_end_early);
  ADD ("overtime", NULL, test_overtime);
  ADD ("phases", NULL, test_phases);
  ADD ("pause", NULL, test_pause);
  ADD ("next-while-paused", NULL, test_next_while_paused);
  ADD ("extend", NULL, test_extend);
  ADD ("sleep", NULL, test_sleep);
  ADD ("clock-set-forward", GINT_TO_POINTER (90), test_changed_clock);
  ADD ("clock-set-back", GINT_TO_POINTER (-90), test_changed_clock);
  ADD ("crash", NULL, test_crash);
  ADD ("crash-while-paused", NULL, test_crash_while_paused);
  ADD ("reboot", NULL, test_reboot);
  ADD ("changed-clock-then-reboot", NULL, test_changed_clock_then_reboot);
  ADD ("reboot-with-clock-set-back", NULL, test_reboot_with_clock_set_back);
  ADD ("back", NULL, test_back);
  ADD ("jump", NULL, test_jump);
  ADD ("look", NULL, test_look);
  ADD ("undo", NULL, test_undo);
  ADD ("deleted-item", NULL, test_deleted_item);
  ADD ("edited-item", NULL, test_edited_item);
  ADD ("moved-item", NULL, test_moved_item);
  ADD ("begin-again", NULL, test_begin_again);
  ADD ("spread", NULL, test_spread);
  ADD ("spread-impossible", NULL, test_spread_impossible);
  ADD ("spread-any", NULL, test_spread_any);
  ADD ("one-state", NULL, test_one_state);
  ADD ("ticks", NULL, test_ticks);
  ADD ("anything", NULL, test_anything);
#undef ADD
  g_test_add_func ("/run/empty", test_empty);

  return g_test_run ();
}
