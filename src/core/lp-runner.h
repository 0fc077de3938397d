/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-run-clock.h"
#include "lp-run.h"
#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_RUNNER (lp_runner_get_type ())

/**
 * LpRunner: the clock of one meeting, kept up to date. There is one for each open meeting; every view of the run shows what it says.
 *
 * Signals: "changed", when something was done or the agenda is another; "tick", about each second while an item is under way, at the
 * moment when the time left shows another second. Both on the main thread.
 */
G_DECLARE_FINAL_TYPE (LpRunner, lp_runner, LP, RUNNER, GObject)

LpRunner         *lp_runner_new          (LpStore *store, const LpId *meeting, LpRunClock *clock);
gboolean          lp_runner_find_last    (LpReader *reader, LpId *meeting, GError **error);
LpStore          *lp_runner_get_store    (LpRunner *self);
const LpId       *lp_runner_get_meeting  (LpRunner *self);
LpRunClock       *lp_runner_get_clock    (LpRunner *self);
const LpRunState *lp_runner_get_state    (LpRunner *self);
LpRecord         *lp_runner_get_item     (LpRunner *self, int item);
gint64            lp_runner_get_time     (LpRunner *self);
gboolean          lp_runner_is_running   (LpRunner *self);
gboolean          lp_runner_moves_plan   (LpRunner *self);

/* What can be done: a change set to commit, or NULL where it makes no sense now. Transfer full. */
LpChangeSet      *lp_runner_next         (LpRunner *self);
LpChangeSet      *lp_runner_go           (LpRunner *self, int item);
LpChangeSet      *lp_runner_pause        (LpRunner *self);
LpChangeSet      *lp_runner_resume       (LpRunner *self);
LpChangeSet      *lp_runner_extend       (LpRunner *self, int minutes);
LpChangeSet      *lp_runner_shorten      (LpRunner *self, GArray *cuts);
LpChangeSet      *lp_runner_end          (LpRunner *self);
LpChangeSet      *lp_runner_begin_again  (LpRunner *self);

G_END_DECLS
