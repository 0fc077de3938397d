/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-reader.h"
#include "lp-vote-round.h"

G_BEGIN_DECLS

/** LpPriorities: all rounds of a meeting. */
typedef struct {
  GPtrArray *rounds;         /* of LpVoteRound, in order */
  guint      n_themes;       /* there are now to vote on */
  gboolean   has_proposals;
} LpPriorities;

/* Whether there is a round; found at once, whatever else there is. */
gboolean       lp_priorities_exist     (LpReader *reader, const LpId *meeting);
LpPriorities  *lp_priorities_load      (LpReader *reader, const LpId *meeting, GError **error);
void           lp_priorities_free      (LpPriorities *self);
LpVoteRound   *lp_priorities_find      (const LpPriorities *self, const LpId *round);
LpVoteRound   *lp_priorities_last      (const LpPriorities *self, gboolean complete);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpPriorities, lp_priorities_free)

G_END_DECLS
