/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"
#include "lp-vote-round.h"

G_BEGIN_DECLS

#define LP_TYPE_TALLY_VIEW (lp_tally_view_get_type ())

/**
 * LpTallyView: where the votes of one table, or of one person, are typed. They are saved by themselves, shortly after the last digit.
 *
 * Signal: "finished": the last one is counted.
 */
G_DECLARE_FINAL_TYPE (LpTallyView, lp_tally_view, LP, TALLY_VIEW, AdwBin)

void      lp_tally_view_set_store (LpTallyView *self, LpStore *store, const LpId *meeting);
/* round: NULL before there is one; else it stays the caller's, until the next is shown */
void      lp_tally_view_show      (LpTallyView *self, const LpVoteRound *round, gboolean stale);
void      lp_tally_view_go        (LpTallyView *self, int voter);
void      lp_tally_view_step      (LpTallyView *self, int step);
gboolean  lp_tally_view_focus     (LpTallyView *self);
/* Saves what is typed and not saved yet. */
void      lp_tally_view_keep      (LpTallyView *self);

G_END_DECLS
