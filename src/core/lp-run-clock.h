/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define LP_TYPE_RUN_CLOCK (lp_run_clock_get_type ())

/**
 * LpRunClock: what time it is, twice: as the wall clock says, which people set and networks correct, and as milliseconds since the
 * computer was started, which nobody can set and which goes on while it sleeps (CLOCK_BOOTTIME).
 *
 * The one of a rehearsal runs faster; that of a test stands still until it is told.
 */
G_DECLARE_FINAL_TYPE (LpRunClock, lp_run_clock, LP, RUN_CLOCK, GObject)

LpRunClock *lp_run_clock_new        (void);
LpRunClock *lp_run_clock_new_at     (gint64 time, double speed);
gint64      lp_run_clock_get_time   (LpRunClock *self);
gint64      lp_run_clock_get_uptime (LpRunClock *self);
const char *lp_run_clock_get_boot   (LpRunClock *self);
double      lp_run_clock_get_speed  (LpRunClock *self);
gint64      lp_run_clock_place      (LpRunClock *self, gint64 time, const char *boot, gint64 uptime);

void        lp_run_clock_set_speed  (LpRunClock *self, double speed);
void        lp_run_clock_hold       (LpRunClock *self, gboolean hold);
void        lp_run_clock_advance    (LpRunClock *self, gint64 milliseconds);
void        lp_run_clock_change     (LpRunClock *self, gint64 milliseconds);
void        lp_run_clock_reboot     (LpRunClock *self);

G_END_DECLS
