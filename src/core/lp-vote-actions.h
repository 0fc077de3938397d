/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-store.h"
#include "lp-vote-round.h"

G_BEGIN_DECLS

/** LpVoteDraft: what a round is to be. */
typedef struct {
  char         *question;
  LpVoteMethod  method;
  gint64        amount;  /* dots or kroner that each person has */
  LpVoteOn      on;
  LpVoteBy      by;
} LpVoteDraft;

/* As the agenda asks for it, for the round that comes next. Transfer full. */
LpVoteDraft *lp_vote_draft_new        (LpReader *reader, const LpId *meeting, GError **error);
void         lp_vote_draft_free       (LpVoteDraft *self);

/* Adds a round at the end, or makes the one with that id as the draft says. */
gboolean     lp_vote_round_put        (LpChangeSet *changes, LpReader *reader, const LpId *meeting,
                                       const LpVoteDraft *draft, LpId *round, GError **error);
void         lp_vote_round_delete     (LpChangeSet *changes, const LpId *meeting, const LpId *round);
/* Closed: the result is shown, although not everybody is counted. */
void         lp_vote_round_set_closed (LpChangeSet *changes, const LpId *meeting, const LpId *round, gboolean closed);

/* The same on every laptop: who counts one table twice writes one tally. */
LpId         lp_tally_id              (const LpId *round, int voter);
LpId         lp_vote_id               (const LpId *round, int voter, const LpId *subject);

void         lp_vote_give             (LpChangeSet *changes, const LpId *meeting, const LpId *round, int voter,
                                       const LpId *subject, gint64 amount);
void         lp_vote_set_turnout      (LpChangeSet *changes, const LpId *meeting, const LpId *round, int voter,
                                       int turnout);
void         lp_vote_set_done         (LpChangeSet *changes, const LpId *meeting, const LpId *round,
                                       const LpVoter *voter, gboolean done);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpVoteDraft, lp_vote_draft_free)

G_END_DECLS
