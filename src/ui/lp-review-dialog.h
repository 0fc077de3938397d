/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-list.h"

G_BEGIN_DECLS

#define LP_TYPE_REVIEW_DIALOG (lp_review_dialog_get_type ())

/**
 * LpReviewDialog: goes through the notes of a meeting that nobody has read for the wall yet, or those of a filter, newest first, one at a
 * time. What tells who somebody is can be masked, and words for publication written. The one that is read stays where it is, whatever
 * comes in meanwhile.
 */
G_DECLARE_FINAL_TYPE (LpReviewDialog, lp_review_dialog, LP, REVIEW_DIALOG, AdwDialog)

AdwDialog *lp_review_dialog_new (LpStore *store, const LpId *meeting, const LpNoteFilter *filter);

G_END_DECLS
