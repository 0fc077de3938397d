/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_SIMILAR_NOTES (lp_similar_notes_get_type ())

/**
 * LpSimilarNotes: says quietly that something was said before, in a line or two that never take the focus, and is not there
 * when nothing was. Its action "similar.seen" takes the lines away for the note that is being typed; "similar.open" opens one
 * line after the other.
 *
 * Signal: "opened" (LpId): the note of a line is to be shown.
 */
G_DECLARE_FINAL_TYPE (LpSimilarNotes, lp_similar_notes, LP, SIMILAR_NOTES, AdwBin)

void lp_similar_notes_follow (LpSimilarNotes *self, LpStore *store, const LpId *meeting, GtkTextBuffer *buffer);

G_END_DECLS
