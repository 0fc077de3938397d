/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-slide.h"
#include "lp-vote-round.h"

G_BEGIN_DECLS

#define LP_TYPE_RESULT_SLIDE (lp_result_slide_get_type ())

/** LpResultSlide: what came out of a round, as bars in order; before everybody is counted only how many are. */
G_DECLARE_FINAL_TYPE (LpResultSlide, lp_result_slide, LP, RESULT_SLIDE, LpSlide)

GtkWidget *lp_result_slide_new  (void);
/* round: NULL: there is none yet */
void       lp_result_slide_show (LpResultSlide *self, const LpVoteRound *round);

G_END_DECLS
