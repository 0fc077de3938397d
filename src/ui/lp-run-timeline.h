/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-runner.h"

G_BEGIN_DECLS

#define LP_TYPE_RUN_TIMELINE (lp_run_timeline_get_type ())

/**
 * LpRunTimeline: the day item by item, as it goes against the plan.
 *
 * Signal: "looked" (int): an item was chosen to be looked at.
 */
G_DECLARE_FINAL_TYPE (LpRunTimeline, lp_run_timeline, LP, RUN_TIMELINE, AdwBin)

void lp_run_timeline_set_runner (LpRunTimeline *self, LpRunner *runner);
void lp_run_timeline_set_looked (LpRunTimeline *self, int item); /* -1: none */
void lp_run_timeline_set_narrow (LpRunTimeline *self, gboolean narrow);

G_END_DECLS
