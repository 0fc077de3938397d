/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-vote-round.h"

G_BEGIN_DECLS

#define LP_TYPE_VOTER_BAR (lp_voter_bar_get_type ())

/**
 * LpVoterBar: the tables of a round, or its people by number, to go to one of them; who is counted has a tick. Tab goes to the chosen
 * one, and ← and → to the one before and after.
 *
 * Signal: "chosen" (int: number), by the user alone.
 */
G_DECLARE_FINAL_TYPE (LpVoterBar, lp_voter_bar, LP, VOTER_BAR, AdwBin)

void  lp_voter_bar_show (LpVoterBar *self, const LpVoteRound *round, int chosen);
char *lp_voter_bar_name (const LpVoteRound *round, int number);

G_END_DECLS
