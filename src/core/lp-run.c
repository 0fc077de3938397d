/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-run.h"

#include <string.h>

/* What is left of an item that the loss of others is taken from, at the least. */
#define LEAST_MINUTES 5

/* What is left of a long item when it is soon over. */
#define SOON (5 * LP_RUN_MINUTE)

/* A day that is further off its plan when it begins is not late or early: it was planned for another time. */
#define OFF_AT_MOST (3 * 60 * LP_RUN_MINUTE)

static const char *const act_ids[LP_N_RUN_ACTS] = {
  [LP_RUN_GO] = "go",
  [LP_RUN_PAUSE] = "pause",
  [LP_RUN_RESUME] = "resume",
  [LP_RUN_EXTEND] = "extend",
  [LP_RUN_END] = "end",
};

/* As it stands in the database. */
const char *
lp_run_act_id (LpRunAct act)
{
  g_return_val_if_fail (act < LP_N_RUN_ACTS, NULL);

  return act_ids[act];
}

/** lp_run_act_find: FALSE for what this version does not know. */
gboolean
lp_run_act_find (const char *id, LpRunAct *out)
{
  for (guint i = 0; i < LP_N_RUN_ACTS; i++)
    {
      if (g_str_equal (act_ids[i], id))
        {
          *out = i;
          return TRUE;
        }
    }

  return FALSE;
}

static LpRunItem *
get_item (const LpRunState *self, guint i)
{
  return &g_array_index (self->items, LpRunItem, i);
}

static LpRunItem *
get_now (const LpRunState *self)
{
  return self->now >= 0 ? get_item (self, self->now) : NULL;
}

static int
find_item (const LpRunState *self, const LpId *id)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      if (lp_id_equal (&get_item (self, i)->plan.id, id))
        return i;
    }

  return -1;
}

static void
add_plans (LpRunState *self, const LpRunPlan *plans, guint n_plans, gint64 plan_begin)
{
  self->plan_end = plan_begin;
  for (guint i = 0; i < n_plans; i++)
    {
      LpRunItem item = { .plan = plans[i], .given = MAX (plans[i].minutes, 0) * LP_RUN_MINUTE };

      item.plan_begin = self->plan_end;
      item.plan_end = self->plan_end += item.given;
      g_array_append_val (self->items, item);
    }
}

/* --- What was done --- */

/* The item now, from one event to the next. */
static void
spend (LpRunState *self, gint64 from, gint64 until)
{
  LpRunItem *item = get_now (self);

  if (item != NULL && !self->paused)
    item->spent += until - from;
}

static void
leave (LpRunState *self, gint64 time)
{
  LpRunItem *item = get_now (self);

  if (item != NULL)
    item->end = time;
  self->now = -1;
}

static void
go_to (LpRunState *self, const LpId *id, gint64 time)
{
  LpRunItem *item = NULL;

  leave (self, time);
  self->started = TRUE;
  self->over = FALSE;
  self->paused = FALSE;
  self->since = time;
  self->now = find_item (self, id);
  item = get_now (self);
  if (item != NULL && item->begin == 0)
    item->begin = time;
}

static void
extend (LpRunState *self, const LpRunEvent *event)
{
  int i = find_item (self, &event->item);

  if (i >= 0)
    get_item (self, i)->given = MAX (get_item (self, i)->given + event->minutes * LP_RUN_MINUTE, 0);
}

static void
apply (LpRunState *self, const LpRunEvent *event, gint64 time)
{
  switch (event->act)
    {
    case LP_RUN_GO:
      go_to (self, &event->item, time);
      break;
    case LP_RUN_PAUSE:
      self->paused = self->now >= 0;
      break;
    case LP_RUN_RESUME:
      self->paused = FALSE;
      break;
    case LP_RUN_EXTEND:
      extend (self, event);
      break;
    case LP_RUN_END:
      leave (self, time);
      self->over = self->started;
      self->paused = FALSE;
      self->end = time;
      break;
    default:
      break;
    }
}

/* A wall clock that was set back between two starts of the computer must not make time run backwards. Returns the time. */
static gint64
apply_all (LpRunState *self, const LpRunEvent *events, guint n_events, gint64 time)
{
  gint64 last = G_MININT64;

  for (guint i = 0; i < n_events; i++)
    {
      gint64 at = MAX (events[i].time, last);

      if (last != G_MININT64)
        spend (self, last, at);
      apply (self, &events[i], at);
      last = at;
    }
  time = MAX (time, last);
  if (n_events > 0)
    spend (self, last, time);

  return time;
}

/* --- What follows --- */

/* How many items lie behind; where the one that was under way has been deleted, all up to the last that was begun. */
static guint
count_passed (LpRunState *self)
{
  guint passed = 0;

  if (self->over)
    return self->items->len;
  if (self->now >= 0)
    return self->now;
  for (guint i = 0; i < self->items->len; i++)
    {
      if (get_item (self, i)->begin != 0)
        passed = i + 1;
    }

  return passed;
}

static void
set_statuses (LpRunState *self, guint passed)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      LpRunItem *item = get_item (self, i);

      if ((int) i == self->now)
        item->status = LP_RUN_NOW;
      else if (i < passed)
        item->status = item->begin != 0 ? LP_RUN_DONE : LP_RUN_SKIPPED;
      else
        item->status = LP_RUN_COMING;
    }
  self->next = self->now >= 0 ? self->now + 1 : (int) passed;
  if (self->next >= (int) self->items->len)
    self->next = -1;
}

/* One after the other, each with what it has left. */
static void
foresee (LpRunState *self, guint passed, gint64 from)
{
  for (guint i = passed; i < self->items->len; i++)
    {
      LpRunItem *item = get_item (self, i);
      gint64 left = MAX (item->given - item->spent, 0);

      if (item->status != LP_RUN_NOW)
        item->begin = from;
      item->end = from += left;
    }
  self->end = from;
}

static gint64
first_begin (LpRunState *self, gint64 plan_begin, gint64 time)
{
  gboolean late = time > plan_begin && time - plan_begin <= OFF_AT_MOST;

  return self->started || late ? time : plan_begin;
}

/**
 * lp_run_state_new:
 * @plans: the agenda
 * @plan_begin: when the first of it was to begin
 * @events: what was done, in that order
 * @time: now
 *
 * Returns: (transfer full): how the day stands
 */
LpRunState *
lp_run_state_new (const LpRunPlan *plans, guint n_plans, gint64 plan_begin,
                  const LpRunEvent *events, guint n_events, gint64 time)
{
  LpRunState *self = g_new0 (LpRunState, 1);
  guint passed = 0;

  self->items = g_array_new (FALSE, TRUE, sizeof (LpRunItem));
  self->now = -1;
  add_plans (self, plans, n_plans, plan_begin);
  time = apply_all (self, events, n_events, time);
  passed = count_passed (self);
  set_statuses (self, passed);
  if (!self->over)
    foresee (self, passed, first_begin (self, plan_begin, time));
  if (self->now >= 0)
    self->left = get_now (self)->given - get_now (self)->spent;

  return self;
}

void
lp_run_state_free (LpRunState *self)
{
  g_array_unref (self->items);
  g_free (self);
}

/** lp_run_state_behind: in whole minutes, as the clocks on the wall show it; below none when ahead of the plan. */
int
lp_run_state_behind (const LpRunState *self)
{
  return (int) ((self->end - self->plan_end) / LP_RUN_MINUTE);
}

/** lp_run_state_phase: soon over is the last third, of long items the last five minutes. */
LpRunPhase
lp_run_state_phase (const LpRunState *self)
{
  if (self->now < 0)
    return LP_PHASE_NONE;
  if (self->paused)
    return LP_PHASE_PAUSED;
  if (self->left <= 0)
    return LP_PHASE_OVER;

  return self->left <= MIN (get_item (self, self->now)->given / 3, SOON) ? LP_PHASE_SOON : LP_PHASE_RUNNING;
}

/** lp_run_state_is_past: whether a day that has not begun was to begin so long ago that it is not late any more. */
gboolean
lp_run_state_is_past (const LpRunState *self, gint64 time)
{
  return !self->started && self->items->len > 0 && time - get_item (self, 0)->plan_begin > OFF_AT_MOST;
}

/* --- Spreading the loss --- */

static gint64
whole_minutes (gint64 length)
{
  return length / LP_RUN_MINUTE;
}

/** lp_run_room: how many minutes can be taken from an item: nothing from breaks, and nothing from what is under way. */
int
lp_run_room (const LpRunItem *item)
{
  if (item->status != LP_RUN_COMING || item->plan.is_break)
    return 0;

  return MAX ((int) whole_minutes (item->given - item->spent) - LEAST_MINUTES, 0);
}

static int
sum_room (const LpRunState *self)
{
  int room = 0;

  for (guint i = 0; i < self->items->len; i++)
    room += lp_run_room (get_item (self, i));

  return room;
}

/**
 * lp_run_spread:
 * @minutes: to be won
 * @rest: (out): what cannot be
 *
 * Takes from each coming item in proportion to what it can spare; breaks are left alone, and every item keeps five minutes. Shares are
 * rounded so that they add up: what has been taken so far is always the rounded share of all room so far.
 *
 * Returns: (transfer full) (element-type LpRunCut): the items to be shortened, in their order
 */
GArray *
lp_run_spread (const LpRunState *self, int minutes, int *rest)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (LpRunCut));
  int room = sum_room (self);
  int wanted = CLAMP (minutes, 0, room);
  int seen = 0;
  int taken = 0;

  for (guint i = 0; i < self->items->len && room > 0; i++)
    {
      int until = 0;
      LpRunCut cut = { .item = i };

      seen += lp_run_room (get_item (self, i));
      until = (2 * wanted * seen + room) / (2 * room);
      cut.minutes = until - taken;
      taken = until;
      if (cut.minutes > 0)
        g_array_append_val (cuts, cut);
    }
  *rest = MAX (minutes, 0) - wanted;

  return cuts;
}

/**
 * lp_run_plan_begin:
 * @date: (nullable): the meeting's day, YYYY-MM-DD
 * @start: minutes after midnight
 * @time: when it was begun, or 0 while it was not
 *
 * Returns: when the day was to begin. A meeting that is run on another day than its own is measured by that day; one that is run at
 * quite another hour, by when it was begun.
 */
gint64
lp_run_plan_begin (const char *date, int start, gint64 time)
{
  g_autoptr (GDateTime) begun = time != 0 ? g_date_time_new_from_unix_local (time / 1000) : g_date_time_new_now_local ();
  int year = g_date_time_get_year (begun);
  int month = g_date_time_get_month (begun);
  int day = g_date_time_get_day_of_month (begun);
  g_autoptr (GDateTime) begin = NULL;
  GDate planned;

  g_date_clear (&planned, 1);
  if (time == 0 && date != NULL)
    g_date_set_parse (&planned, date);
  if (g_date_valid (&planned))
    {
      year = g_date_get_year (&planned);
      month = g_date_get_month (&planned);
      day = g_date_get_day (&planned);
    }
  begin = g_date_time_new_local (year, month, day, CLAMP (start, 0, 24 * 60 - 1) / 60, CLAMP (start, 0, 24 * 60 - 1) % 60, 0);

  if (begin == NULL || (time != 0 && ABS (g_date_time_to_unix (begin) * 1000 - time) > OFF_AT_MOST))
    return time;

  return g_date_time_to_unix (begin) * 1000;
}
