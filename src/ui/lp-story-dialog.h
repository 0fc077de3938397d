/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-pending-note.h"
#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_STORY_DIALOG (lp_story_dialog_get_type ())

/**
 * LpStoryDialog: a story in four parts, what its teller agrees to, and whether the teller has approved it. Saves itself, and
 * does not close before all of it is on the disk.
 */
G_DECLARE_FINAL_TYPE (LpStoryDialog, lp_story_dialog, LP, STORY_DIALOG, AdwDialog)

AdwDialog *lp_story_dialog_new      (LpStore *store, LpRecord *note);
AdwDialog *lp_story_dialog_new_told (LpStore *store, const LpId *meeting, LpPendingNote *pending);

G_END_DECLS
