/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-run-clock.h"
#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_MEETING_PAGE (lp_meeting_page_get_type ())

/**
 * LpMeetingPage: a meeting: its stages in a sidebar, in the order of the day, and the chosen stage beside
 * it. Stages are made when first shown, and kept. Leaves by itself when the meeting is deleted.
 *
 * Actions: meeting.stage (which, as Alt with a digit has it), meeting.next (of the day), meeting.details, meeting.toggle-sidebar.
 */
G_DECLARE_FINAL_TYPE (LpMeetingPage, lp_meeting_page, LP, MEETING_PAGE, AdwNavigationPage)

/* clock: that of the day, NULL for the computer's own. NULL and an error when there is no such meeting */
GtkWidget *lp_meeting_page_new        (LpStore *store, const LpId *meeting, LpRunClock *clock, GError **error);
void       lp_meeting_page_show_stage (LpMeetingPage *self, int number);
void       lp_meeting_page_show_run   (LpMeetingPage *self);
void       lp_meeting_page_show_note  (LpMeetingPage *self, const LpId *note);
void       lp_meeting_page_show_recommendation (LpMeetingPage *self, const LpId *recommendation);
/* What is in focus of its stage, or the stages themselves. */
void       lp_meeting_page_take_focus (LpMeetingPage *self);
/* A key that was pressed outside: the stage's or the meeting's, or nobody's. To be called in "key-pressed". */
gboolean   lp_meeting_page_take_key   (LpMeetingPage *self, GtkEventControllerKey *controller);
const LpId *lp_meeting_page_get_meeting (LpMeetingPage *self);
/* A note that is typed but not sent yet is written down; so it is, too, when the page is left. */
void       lp_meeting_page_save       (LpMeetingPage *self);

G_END_DECLS
