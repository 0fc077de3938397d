/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-priorities.h"
#include "lp-vote-actions.h"

G_BEGIN_DECLS

#define LP_TYPE_VOTE_DIALOG (lp_vote_dialog_get_type ())

/**
 * LpVoteDialog: what a round is about. Where votes are in already, only the question and the amount can be changed.
 *
 * Signal: "save" (LpVoteDraft *): it stays the dialog's.
 */
G_DECLARE_FINAL_TYPE (LpVoteDialog, lp_vote_dialog, LP, VOTE_DIALOG, AdwDialog)

/* round: to edit, or NULL for a new one, which begins as the draft says */
AdwDialog *lp_vote_dialog_new (const LpPriorities *priorities, const LpVoteRound *round, const LpVoteDraft *draft);

G_END_DECLS
