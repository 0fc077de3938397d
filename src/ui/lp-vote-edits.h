/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-vote-actions.h"

G_BEGIN_DECLS

/* What Priorities does: each commits one change. "from" is the widget that asked: there it is said how it went. */

void lp_vote_edits_put     (GtkWidget *from, LpStore *store, const LpId *meeting, const LpVoteDraft *draft,
                            const LpId *round);
void lp_vote_edits_delete  (GtkWidget *from, LpStore *store, const LpId *meeting, const LpVoteRound *round);
void lp_vote_edits_close   (GtkWidget *from, LpStore *store, const LpId *meeting, const LpVoteRound *round,
                            gboolean closed);
void lp_vote_edits_count   (GtkWidget *from, LpStore *store, const LpId *meeting, const LpVoteRound *round,
                            const LpVoter *voter, gboolean done);
/* Many of them are typed: nothing is said unless they are not saved. */
void lp_vote_edits_typed   (GtkWidget *from, LpStore *store, LpChangeSet *changes);

G_END_DECLS
