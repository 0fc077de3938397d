/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-figures.h"
#include "lp-runner.h"

G_BEGIN_DECLS

#define LP_TYPE_MEETING_CARD (lp_meeting_card_get_type ())

/** LpMeetingCard: the one meeting that matters now, large, with the button that opens it. */
G_DECLARE_FINAL_TYPE (LpMeetingCard, lp_meeting_card, LP, MEETING_CARD, AdwBin)

/* when: why this one: “Today”; panel: the name, or NULL */
void lp_meeting_card_set_meeting (LpMeetingCard *self, LpRecord *meeting, const char *when,
                                  const char *panel);
/* runner: of its day while that is under way, or NULL; to be said again when time has passed */
void lp_meeting_card_set_day     (LpMeetingCard *self, LpRunner *runner);
void lp_meeting_card_set_figures (LpMeetingCard *self, const LpFigures *figures);

G_END_DECLS
