/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_MEETING_DIALOG (lp_meeting_dialog_get_type ())

/**
 * LpMeetingDialog: what a meeting is called, when and where it is: of a new one, made from a template, or
 * of one that is there.
 *
 * Signal: "created" (string: the new meeting's id).
 */
G_DECLARE_FINAL_TYPE (LpMeetingDialog, lp_meeting_dialog, LP, MEETING_DIALOG, AdwDialog)

AdwDialog *lp_meeting_dialog_new         (LpStore *store);
AdwDialog *lp_meeting_dialog_new_details (LpStore *store, LpRecord *meeting);

G_END_DECLS
