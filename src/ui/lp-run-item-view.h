/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-runner.h"
#include "lp-story-goal.h"

G_BEGIN_DECLS

#define LP_TYPE_RUN_ITEM_VIEW (lp_run_item_view_get_type ())

/**
 * LpRunItemView: one item of the agenda, to be read from two metres: what it is, its clock, and what to say. The clock runs for the
 * item now; any other tells how long it is and when it will be.
 */
G_DECLARE_FINAL_TYPE (LpRunItemView, lp_run_item_view, LP, RUN_ITEM_VIEW, AdwBin)

void lp_run_item_view_show_item  (LpRunItemView *self, LpRunner *runner, int item,
                                  const LpStoryGoal *stories);
void lp_run_item_view_set_narrow (LpRunItemView *self, gboolean narrow);

G_END_DECLS
