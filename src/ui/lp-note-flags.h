/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_NOTE_FLAGS (lp_note_flags_get_type ())

/**
 * LpNoteFlags: which notes of a meeting hold what tells who somebody is, see lp_note_privacy_is_flagged (). The first time it is
 * asked, a thread looks through all of them; from then on only what changes is looked at again.
 *
 * Property: "busy" (boolean): a thread is looking. Signal: "changed".
 */
G_DECLARE_FINAL_TYPE (LpNoteFlags, lp_note_flags, LP, NOTE_FLAGS, GObject)

LpNoteFlags *lp_note_flags_new      (LpStore *store, const LpId *meeting);
GBytes      *lp_note_flags_get      (LpNoteFlags *self);
gboolean     lp_note_flags_get_busy (LpNoteFlags *self);

G_END_DECLS
