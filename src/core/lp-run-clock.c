/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-run-clock.h"

#include <time.h>

#define BOOT_ID "/proc/sys/kernel/random/boot_id"
#define REAL 1.0

struct _LpRunClock
{
  GObject parent_instance;

  gboolean made;  /* not the computer's own */
  gboolean held;
  gint64 time;    /* of one that is made: at "since" */
  gint64 uptime;
  gint64 since;   /* microseconds, monotonic */
  double speed;
  guint boots;
  char *boot;
};

G_DEFINE_FINAL_TYPE (LpRunClock, lp_run_clock, G_TYPE_OBJECT)

static void
lp_run_clock_finalize (GObject *object)
{
  g_clear_pointer (&LP_RUN_CLOCK (object)->boot, g_free);

  G_OBJECT_CLASS (lp_run_clock_parent_class)->finalize (object);
}

static void
lp_run_clock_class_init (LpRunClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lp_run_clock_finalize;
}

static void
lp_run_clock_init (LpRunClock *self)
{
  self->speed = REAL;
}

/** lp_run_clock_new: the computer's own. */
LpRunClock *
lp_run_clock_new (void)
{
  LpRunClock *self = g_object_new (LP_TYPE_RUN_CLOCK, NULL);

  /* where it is not told, the wall clock has to do */
  if (g_file_get_contents (BOOT_ID, &self->boot, NULL, NULL))
    g_strstrip (self->boot);

  return self;
}

/**
 * lp_run_clock_new_at:
 * @time: milliseconds since 1970, UTC, that it begins with
 * @speed: how many times faster than the computer's own it goes; 0 stands still
 */
LpRunClock *
lp_run_clock_new_at (gint64 time, double speed)
{
  LpRunClock *self = g_object_new (LP_TYPE_RUN_CLOCK, NULL);

  self->made = TRUE;
  self->time = time;
  self->speed = speed;
  self->since = g_get_monotonic_time ();
  lp_run_clock_reboot (self);

  return self;
}

static gint64
get_passed (LpRunClock *self)
{
  return self->held ? 0 : (gint64) ((double) (g_get_monotonic_time () - self->since) / 1000 * self->speed);
}

/** lp_run_clock_get_time: milliseconds since 1970, UTC. */
gint64
lp_run_clock_get_time (LpRunClock *self)
{
  return self->made ? self->time + get_passed (self) : g_get_real_time () / 1000;
}

/** lp_run_clock_get_uptime: milliseconds since the computer was started, those it slept included. */
gint64
lp_run_clock_get_uptime (LpRunClock *self)
{
  struct timespec now = { 0 };

  if (self->made)
    return self->uptime + get_passed (self);

  clock_gettime (CLOCK_BOOTTIME, &now);
  return (gint64) now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/** lp_run_clock_get_boot: what tells this start of the computer from others; NULL where that is not known. */
const char *
lp_run_clock_get_boot (LpRunClock *self)
{
  return self->boot;
}

/** lp_run_clock_get_speed: how many times faster than the computer's own. */
double
lp_run_clock_get_speed (LpRunClock *self)
{
  return self->speed;
}

/**
 * lp_run_clock_place:
 * @time: what the wall clock said when something happened
 * @boot: (nullable): which start of the computer that was
 * @uptime: how long after it
 *
 * Returns: when it happened as the wall clock would say it now, in milliseconds since 1970, UTC. As long as the computer was not
 * started anew this is right whatever was done to the wall clock.
 */
gint64
lp_run_clock_place (LpRunClock *self, gint64 time, const char *boot, gint64 uptime)
{
  if (self->boot == NULL || g_strcmp0 (boot, self->boot) != 0)
    return time;

  return lp_run_clock_get_time (self) - (lp_run_clock_get_uptime (self) - uptime);
}

/* What passes from here on may pass in another way. */
static void
keep_passed (LpRunClock *self)
{
  gint64 passed = get_passed (self);

  self->time += passed;
  self->uptime += passed;
  self->since = g_get_monotonic_time ();
}

/** lp_run_clock_set_speed: of one that is not the computer's own. */
void
lp_run_clock_set_speed (LpRunClock *self, double speed)
{
  g_return_if_fail (self->made);

  keep_passed (self);
  self->speed = speed;
}

/** lp_run_clock_hold: one that is not the computer's own stands still, whatever its speed, until it is let go. */
void
lp_run_clock_hold (LpRunClock *self, gboolean hold)
{
  g_return_if_fail (self->made);

  keep_passed (self);
  self->held = hold;
}

/** lp_run_clock_advance: time passes, awake or asleep. */
void
lp_run_clock_advance (LpRunClock *self, gint64 milliseconds)
{
  g_return_if_fail (self->made);

  self->time += milliseconds;
  self->uptime += milliseconds;
}

/** lp_run_clock_change: somebody sets the wall clock. */
void
lp_run_clock_change (LpRunClock *self, gint64 milliseconds)
{
  g_return_if_fail (self->made);

  self->time += milliseconds;
}

/** lp_run_clock_reboot: the computer is started anew. */
void
lp_run_clock_reboot (LpRunClock *self)
{
  g_return_if_fail (self->made);

  g_free (self->boot);
  self->boot = g_strdup_printf ("made %u", ++self->boots);
  self->uptime = -get_passed (self);
}
