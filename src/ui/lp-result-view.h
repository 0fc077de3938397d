/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-priorities.h"

G_BEGIN_DECLS

#define LP_TYPE_RESULT_VIEW (lp_result_view_get_type ())

/**
 * LpResultView: what came out of a round, as bars; while somebody is missing, who. Where there are several rounds about the same,
 * each says how it came out in the others.
 *
 * It asks for the actions "priorities.voter" (i), "priorities.close" and "priorities.project".
 */
G_DECLARE_FINAL_TYPE (LpResultView, lp_result_view, LP, RESULT_VIEW, AdwBin)

void      lp_result_view_show  (LpResultView *self, const LpPriorities *priorities, const LpVoteRound *round);
gboolean  lp_result_view_focus (LpResultView *self);

G_END_DECLS
