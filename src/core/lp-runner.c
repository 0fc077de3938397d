/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-runner.h"

#include <glib/gi18n-lib.h>

#include "lp-run-load.h"

#define SECOND 1000

/* A little after the second has turned, so that it has. */
#define TICK_DELAY 5

/* A clock that runs fast need not be drawn more often than this, in milliseconds. */
#define TICK_LEAST 50

#define LAST_EVENT "SELECT num FROM run_event WHERE deleted = 0 ORDER BY time DESC, num DESC LIMIT 1"
#define HALF_A_DAY (12 * 60 * LP_RUN_MINUTE)

struct _LpRunner
{
  GObject parent_instance;

  LpStore *store;
  LpId meeting;
  LpRunClock *clock;
  LpRunRecords records;
  LpRunState *state;
  GSource *ticker;
};

G_DEFINE_FINAL_TYPE (LpRunner, lp_runner, G_TYPE_OBJECT)

enum {
  CHANGED,
  TICK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Fills the state that is there, so that who holds it sees how it goes on. */
static void
take_state (LpRunner *self, LpRunState *state)
{
  GArray *items = NULL;

  if (self->state == NULL)
    {
      self->state = state;
      return;
    }
  items = self->state->items;
  g_array_set_size (items, 0);
  g_array_append_vals (items, state->items->data, state->items->len);
  g_array_unref (state->items);
  *self->state = *state;
  self->state->items = items;
  g_free (state);
}

static void
compute (LpRunner *self)
{
  take_state (self, lp_run_records_compute (&self->records, self->clock));
}

/* What cannot be read leaves what was known. */
static void
load (LpRunner *self)
{
  g_autoptr (GError) error = NULL;

  if (!lp_run_records_load (&self->records, lp_store_get_reader (self->store), &self->meeting, &error))
    g_warning ("The run could not be read: %s", error->message);
}

/* --- Ticking --- */

static gboolean
ticker_dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  return callback (data);
}

static GSourceFuncs ticker_funcs = { .dispatch = ticker_dispatch };

/* In milliseconds of the clock. */
static gint64
until_next_tick (LpRunner *self)
{
  gint64 rest = self->state->left % SECOND;

  if (!self->state->started)
    return LP_RUN_MINUTE;

  return rest > 0 ? rest : rest + SECOND;
}

/* While paused the end of the day moves, too; before a day that may begin late, by the minute. */
static void
set_ticker (LpRunner *self)
{
  gboolean ticks = !self->state->over && self->records.items->len > 0 &&
                   (self->state->started || !lp_run_state_is_past (self->state, lp_run_clock_get_time (self->clock)));
  double speed = MAX (lp_run_clock_get_speed (self->clock), 1.0);
  gint64 delay = (gint64) ((double) until_next_tick (self) / speed) + TICK_DELAY;

  if (speed > 1.0)
    delay = MAX (delay, TICK_LEAST);
  g_source_set_ready_time (self->ticker, ticks ? g_get_monotonic_time () + delay * 1000 : -1);
}

static gboolean
tick_cb (gpointer data)
{
  LpRunner *self = data;

  compute (self);
  set_ticker (self);
  g_signal_emit (self, signals[TICK], 0);

  return G_SOURCE_CONTINUE;
}

static void
refresh (LpRunner *self)
{
  load (self);
  compute (self);
  set_ticker (self);
}

static void
changed_cb (LpRunner *self, GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const LpChange *change = &g_array_index (changes, LpChange, i);

      if ((change->entity == LP_RUN_EVENT || change->entity == LP_AGENDA_ITEM || change->entity == LP_MEETING) &&
          lp_id_equal (&change->space, &self->meeting))
        {
          refresh (self);
          g_signal_emit (self, signals[CHANGED], 0);
          return;
        }
    }
}

static void
lp_runner_dispose (GObject *object)
{
  LpRunner *self = LP_RUNNER (object);

  if (self->ticker != NULL)
    g_source_destroy (self->ticker);
  g_clear_pointer (&self->ticker, g_source_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_runner_parent_class)->dispose (object);
}

static void
lp_runner_finalize (GObject *object)
{
  LpRunner *self = LP_RUNNER (object);

  lp_run_records_clear (&self->records);
  g_clear_pointer (&self->state, lp_run_state_free);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (lp_runner_parent_class)->finalize (object);
}

static void
lp_runner_class_init (LpRunnerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lp_runner_dispose;
  G_OBJECT_CLASS (klass)->finalize = lp_runner_finalize;

  signals[CHANGED] = g_signal_new ("changed", LP_TYPE_RUNNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TICK] = g_signal_new ("tick", LP_TYPE_RUNNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lp_runner_init (LpRunner *self)
{
  self->records.items = g_ptr_array_new_with_free_func (g_object_unref);
  self->records.events = g_ptr_array_new_with_free_func (g_object_unref);
  self->ticker = g_source_new (&ticker_funcs, sizeof (GSource));
  g_source_set_callback (self->ticker, tick_cb, self, NULL);
  g_source_attach (self->ticker, NULL);
}

LpRunner *
lp_runner_new (LpStore *store, const LpId *meeting, LpRunClock *clock)
{
  LpRunner *self = g_object_new (LP_TYPE_RUNNER, NULL);

  self->store = g_object_ref (store);
  self->meeting = *meeting;
  self->clock = g_object_ref (clock);
  refresh (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

LpStore *
lp_runner_get_store (LpRunner *self)
{
  return self->store;
}

const LpId *
lp_runner_get_meeting (LpRunner *self)
{
  return &self->meeting;
}

LpRunClock *
lp_runner_get_clock (LpRunner *self)
{
  return self->clock;
}

/** lp_runner_get_state: as it is now. It stays the runner's, and is brought up to date with each tick, each change and each call. */
const LpRunState *
lp_runner_get_state (LpRunner *self)
{
  compute (self);

  return self->state;
}

/** lp_runner_get_item: what the agenda says of an item of the state; NULL for -1. Transfer none. */
LpRecord *
lp_runner_get_item (LpRunner *self, int item)
{
  return item >= 0 && item < (int) self->records.items->len ? self->records.items->pdata[item] : NULL;
}

/** lp_runner_get_time: milliseconds since 1970, UTC, by the clock of the run. */
gint64
lp_runner_get_time (LpRunner *self)
{
  return lp_run_clock_get_time (self->clock);
}

/** lp_runner_is_running: the day is under way, and not one that was never ended: something was gone to within half a day. */
gboolean
lp_runner_is_running (LpRunner *self)
{
  const LpRunState *state = lp_runner_get_state (self);

  return state->started && !state->over && lp_runner_get_time (self) - state->since < HALF_A_DAY;
}

/** lp_runner_moves_plan: whether the plan would begin now, as lp_run_plan_begin() has it, if the day did. */
gboolean
lp_runner_moves_plan (LpRunner *self)
{
  const LpRunState *state = lp_runner_get_state (self);
  gint64 now = lp_runner_get_time (self);

  return !state->started && state->items->len > 0 && lp_run_records_plan_begin (&self->records, now) == now &&
         g_array_index (state->items, LpRunItem, 0).plan_begin != now;
}

/**
 * lp_runner_find_last:
 * @meeting: (out): in whose day something was done last
 *
 * Returns: FALSE without an error where nothing was done in any
 */
gboolean
lp_runner_find_last (LpReader *reader, LpId *meeting, GError **error)
{
  g_autoptr (GPtrArray) last = lp_reader_load_all (reader, LP_RUN_EVENT, LAST_EVENT, NULL, error);

  if (last == NULL || last->len == 0)
    return FALSE;

  *meeting = *lp_record_get_space (last->pdata[0]);
  return TRUE;
}

/* --- Acting --- */

static gint64
next_step (LpRunner *self)
{
  LpRecord *last = self->records.events->len > 0 ? self->records.events->pdata[self->records.events->len - 1] : NULL;

  return last != NULL ? lp_record_int (last, LP_RUN_EVENT_STEP) + 1 : 1;
}

static void
add_event (LpRunner *self, LpChangeSet *changes, gint64 step, LpRunAct act, int item, int minutes)
{
  LpId id = lp_id_new ();
  LpEdit *edit = lp_change_set_put (changes, LP_RUN_EVENT, &self->meeting, &id);
  const char *boot = lp_run_clock_get_boot (self->clock);

  lp_edit_int (edit, LP_RUN_EVENT_STEP, step);
  lp_edit_text (edit, LP_RUN_EVENT_ACT, lp_run_act_id (act));
  if (item >= 0)
    lp_edit_id (edit, LP_RUN_EVENT_ITEM, lp_record_get_id (self->records.items->pdata[item]));
  if (minutes != 0)
    lp_edit_int (edit, LP_RUN_EVENT_MINUTES, minutes);
  lp_edit_int (edit, LP_RUN_EVENT_TIME, lp_run_clock_get_time (self->clock));
  if (boot != NULL)
    lp_edit_text (edit, LP_RUN_EVENT_BOOT, boot);
  lp_edit_int (edit, LP_RUN_EVENT_UPTIME, lp_run_clock_get_uptime (self->clock));
}

static LpChangeSet *
make_event (LpRunner *self, const char *title, LpRunAct act, int item, int minutes)
{
  LpChangeSet *changes = lp_change_set_new (title);

  add_event (self, changes, next_step (self), act, item, minutes);
  return changes;
}

/** lp_runner_next: begins the day, or goes on to the item that comes next, or after the last ends the day. */
LpChangeSet *
lp_runner_next (LpRunner *self)
{
  if (self->state->over || self->records.items->len == 0)
    return NULL;

  return self->state->next >= 0 ? lp_runner_go (self, self->state->next) : lp_runner_end (self);
}

/** lp_runner_go: to any item; what was spent on it before counts. */
LpChangeSet *
lp_runner_go (LpRunner *self, int item)
{
  LpRecord *record = lp_runner_get_item (self, item);
  g_autofree char *title = NULL;

  if (record == NULL || item == self->state->now)
    return NULL;

  title = g_strdup_printf (_("Go to “%s”"), lp_record_text (record, LP_AGENDA_ITEM_TITLE));
  return make_event (self, title, LP_RUN_GO, item, 0);
}

LpChangeSet *
lp_runner_pause (LpRunner *self)
{
  if (self->state->now < 0 || self->state->paused)
    return NULL;

  return make_event (self, _("Pause the clock"), LP_RUN_PAUSE, -1, 0);
}

LpChangeSet *
lp_runner_resume (LpRunner *self)
{
  if (self->state->now < 0 || !self->state->paused)
    return NULL;

  return make_event (self, _("Resume the clock"), LP_RUN_RESUME, -1, 0);
}

/** lp_runner_extend: the item now, by minutes. */
LpChangeSet *
lp_runner_extend (LpRunner *self, int minutes)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%d minute more", "%d minutes more", minutes), minutes);

  if (self->state->now < 0)
    return NULL;

  return make_event (self, title, LP_RUN_EXTEND, self->state->now, minutes);
}

/** lp_runner_shorten: cuts: of LpRunCut, from lp_run_spread(). */
LpChangeSet *
lp_runner_shorten (LpRunner *self, GArray *cuts)
{
  LpChangeSet *changes = NULL;
  gint64 step = next_step (self);

  if (cuts->len == 0)
    return NULL;

  changes = lp_change_set_new (_("Spread the loss"));
  for (guint i = 0; i < cuts->len; i++)
    {
      const LpRunCut *cut = &g_array_index (cuts, LpRunCut, i);

      add_event (self, changes, step++, LP_RUN_EXTEND, cut->item, -cut->minutes);
    }

  return changes;
}

LpChangeSet *
lp_runner_end (LpRunner *self)
{
  if (!self->state->started || self->state->over)
    return NULL;

  return make_event (self, _("End the day"), LP_RUN_END, -1, 0);
}

/** lp_runner_begin_again: as if the day had not begun yet; its course is deleted. */
LpChangeSet *
lp_runner_begin_again (LpRunner *self)
{
  LpChangeSet *changes = NULL;

  if (self->records.events->len == 0)
    return NULL;

  changes = lp_change_set_new (_("Begin the day again"));
  for (guint i = 0; i < self->records.events->len; i++)
    lp_change_set_delete (changes, LP_RUN_EVENT, &self->meeting, lp_record_get_id (self->records.events->pdata[i]));

  return changes;
}
