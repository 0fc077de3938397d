/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-run-load.h"

#include "lp-terms.h"

#define ITEMS "SELECT num FROM agenda_item WHERE space=?1 AND deleted=0 ORDER BY rank, id"
#define EVENTS "SELECT num FROM run_event WHERE space=?1 AND deleted=0 ORDER BY step, id"

static LpRunPlan
read_plan (LpRecord *item)
{
  LpMethod method;

  return (LpRunPlan) {
    .id = *lp_record_get_id (item),
    .minutes = (int) lp_record_int (item, LP_AGENDA_ITEM_MINUTES),
    .is_break = lp_method_find (lp_record_text (item, LP_AGENDA_ITEM_METHOD), &method) && method == LP_METHOD_BREAK,
  };
}

/* Backwards from now: what was done since the computer was started is as long ago as that says; before, one start of it is taken as
 * a whole, which may not end later than the next begins. So a wall clock that was set meanwhile makes nothing longer or shorter. */
static gint64 *
place_events (const LpRunRecords *self, LpRunClock *clock, gint64 now)
{
  gint64 *times = g_new0 (gint64, self->events->len + 1);
  const char *former_boot = NULL;
  gint64 former_uptime = 0;
  gint64 until = now;

  for (guint i = self->events->len; i-- > 0;)
    {
      LpRecord *event = self->events->pdata[i];
      const char *boot = lp_record_text (event, LP_RUN_EVENT_BOOT);
      gint64 uptime = lp_record_int (event, LP_RUN_EVENT_UPTIME);
      gboolean same = *boot != '\0' && g_strcmp0 (boot, former_boot) == 0;
      gint64 time = same ? until - (former_uptime - uptime)
                         : lp_run_clock_place (clock, lp_record_int (event, LP_RUN_EVENT_TIME), boot, uptime);

      times[i] = until = MIN (time, until);
      former_boot = boot;
      former_uptime = uptime;
    }

  return times;
}

/* FALSE for what a later version can do. */
static gboolean
read_event (LpRecord *record, gint64 time, LpRunEvent *event)
{
  const LpId *item = lp_record_id (record, LP_RUN_EVENT_ITEM);

  *event = (LpRunEvent) { .minutes = (int) lp_record_int (record, LP_RUN_EVENT_MINUTES), .time = time };
  if (item != NULL)
    event->item = *item;

  return lp_run_act_find (lp_record_text (record, LP_RUN_EVENT_ACT), &event->act);
}

/** lp_run_records_plan_begin: lp_run_plan_begin() of the meeting. */
gint64
lp_run_records_plan_begin (const LpRunRecords *self, gint64 begun)
{
  const char *date = self->meeting != NULL ? lp_record_text (self->meeting, LP_MEETING_DATE) : NULL;
  int start = self->meeting != NULL ? (int) lp_record_int (self->meeting, LP_MEETING_START) : 0;

  return lp_run_plan_begin (date, start, begun);
}

/** lp_run_records_load: reads all; on error nothing is changed. */
gboolean
lp_run_records_load (LpRunRecords *self, LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (GPtrArray) items = lp_reader_load_all (reader, LP_AGENDA_ITEM, ITEMS, meeting, error);
  g_autoptr (GPtrArray) events = items != NULL ? lp_reader_load_all (reader, LP_RUN_EVENT, EVENTS, meeting, error) : NULL;

  if (events == NULL)
    return FALSE;
  lp_run_records_clear (self);
  self->meeting = lp_reader_load (reader, LP_MEETING, meeting, NULL);
  self->items = g_steal_pointer (&items);
  self->events = g_steal_pointer (&events);
  return TRUE;
}

/** lp_run_records_compute: Returns: (transfer full): how the day stands now, as the clock says */
LpRunState *
lp_run_records_compute (const LpRunRecords *self, LpRunClock *clock)
{
  g_autofree LpRunPlan *plans = g_new0 (LpRunPlan, self->items->len + 1);
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (LpRunEvent));
  gint64 now = lp_run_clock_get_time (clock);
  g_autofree gint64 *times = place_events (self, clock, now);
  gint64 begun = 0;

  for (guint i = 0; i < self->items->len; i++)
    plans[i] = read_plan (self->items->pdata[i]);
  for (guint i = 0; i < self->events->len; i++)
    {
      LpRunEvent event;

      if (!read_event (self->events->pdata[i], times[i], &event))
        continue;
      if (begun == 0 && event.act == LP_RUN_GO)
        begun = event.time;
      g_array_append_val (events, event);
    }
  return lp_run_state_new (plans, self->items->len, lp_run_records_plan_begin (self, begun), (LpRunEvent *) (void *) events->data,
                           events->len, now);
}

void
lp_run_records_clear (LpRunRecords *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_object (&self->meeting);
}

/** lp_run_load: Returns: (transfer full): how the day stands; %NULL on error */
LpRunState *
lp_run_load (LpReader *reader, const LpId *meeting, LpRunClock *clock, GError **error)
{
  g_auto (LpRunRecords) records = { 0 };

  return lp_run_records_load (&records, reader, meeting, error) ? lp_run_records_compute (&records, clock) : NULL;
}
