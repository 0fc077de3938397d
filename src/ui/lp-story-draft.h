/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-pending-note.h"
#include "lp-store.h"
#include "lp-story.h"

G_BEGIN_DECLS

/* What of a story is told and not on the disk yet, should the computer stop just then: see lp_draft_story_path (). */

LpDraft *lp_story_draft_new     (const LpStory *story, LpRecord *note, LpPendingNote *pending);
gboolean lp_story_draft_restore (LpStore *store, const LpId *meeting, GError **error);

G_END_DECLS
