/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * make-day DATABASE MEETING STEP…: a day that has run until now, for tests and pictures of the app.
 *
 * STEP is "next"; "pause"; "+MINUTES"; "wait MINUTES", or seconds as "90s"; "note TABLE PERSPECTIVE". The day began as long ago as
 * the steps wait; the meeting is put on that day, and its plan on that minute.
 */
#include <stdlib.h>

#include "lp-meeting.h"
#include "lp-runner.h"

typedef struct {
  LpStore    *store;
  LpRunner   *runner;
  LpRunClock *clock;
} Day;

static gint64
read_length (const char *text)
{
  gint64 n = g_ascii_strtoll (text, NULL, 10);

  return n * (g_str_has_suffix (text, "s") ? 1000 : LP_RUN_MINUTE);
}

static void
commit (LpStore *store, LpChangeSet *changes)
{
  g_autoptr (GError) error = NULL;

  if (changes == NULL || !lp_store_commit (store, changes, &error))
    g_error ("not committed: %s", error != NULL ? error->message : "makes no sense now");
  lp_change_set_unref (changes);
}

static void
put_on_day (LpStore *store, const LpId *meeting, gint64 begin)
{
  LpChangeSet *changes = lp_change_set_new ("Day");
  LpEdit *edit = lp_change_set_put (changes, LP_MEETING, meeting, meeting);
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (begin / 1000);
  g_autofree char *date = g_date_time_format (local, "%Y-%m-%d");

  lp_edit_text (edit, LP_MEETING_DATE, date);
  lp_edit_int (edit, LP_MEETING_START, g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local));
  commit (store, changes);
}

static void
add_note (Day *day, int table, const char *perspective)
{
  const LpRunState *state = lp_runner_get_state (day->runner);
  LpNoteDraft draft = {
    .kind = LP_KIND_EXPERIENCE, .text = "De spurgte, og de lyttede", .table = table, .perspective = perspective,
    .time = lp_runner_get_time (day->runner), .item = *lp_record_get_id (lp_runner_get_item (day->runner, state->now)),
  };
  LpChangeSet *changes = lp_change_set_new ("Note");
  LpId id = { 0 };

  lp_note_create (changes, lp_store_get_reader (day->store), lp_runner_get_meeting (day->runner), &draft, &id);
  commit (day->store, changes);
}

static void
take_step (Day *day, char ***steps)
{
  const char *step = *(*steps)++;

  if (g_str_equal (step, "next"))
    commit (day->store, lp_runner_next (day->runner));
  else if (g_str_equal (step, "pause"))
    commit (day->store, lp_runner_pause (day->runner));
  else if (*step == '+')
    commit (day->store, lp_runner_extend (day->runner, atoi (step)));
  else if (g_str_equal (step, "wait"))
    lp_run_clock_advance (day->clock, read_length (*(*steps)++));
  else if (g_str_equal (step, "note"))
    {
      int table = atoi (*(*steps)++);

      add_note (day, table, *(*steps)++);
    }
  else
    g_error ("no such step: %s", step);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 begin = g_get_real_time () / 1000;
  char **steps = argv + 3;
  Day day = { 0 };
  LpId meeting;

  for (int i = 3; i + 1 < argc; i++)
    begin -= g_str_equal (argv[i], "wait") ? read_length (argv[i + 1]) : 0;
  day.store = lp_store_open (argv[1], LP_STORE_READ_WRITE, &error);
  if (day.store == NULL || !lp_meeting_find (lp_store_get_reader (day.store), argv[2], &meeting, &error))
    g_error ("%s", error->message);

  put_on_day (day.store, &meeting, begin);
  day.clock = lp_run_clock_new_at (begin, 0);
  day.runner = lp_runner_new (day.store, &meeting, day.clock);
  while (*steps != NULL)
    take_step (&day, &steps);
  g_object_unref (day.runner);
  g_object_unref (day.clock);
  if (!lp_store_close (day.store, &error))
    g_error ("%s", error->message);
  g_object_unref (day.store);

  return 0;
}
