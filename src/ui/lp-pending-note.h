/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "lp-draft.h"
#include "lp-note-attributes.h"

G_BEGIN_DECLS

#define LP_TYPE_PENDING_NOTE (lp_pending_note_get_type ())

/**
 * LpPendingNote: a note that was typed and is not on the disk yet.
 *
 * Property: "reason" (string): why it could not be saved; NULL while that is under way.
 */
G_DECLARE_FINAL_TYPE (LpPendingNote, lp_pending_note, LP, PENDING_NOTE, GObject)

LpPendingNote    *lp_pending_note_new            (const LpDraft *draft, LpNoteAttributes *attributes);
LpPendingNote    *lp_pending_note_new_sent       (const LpDraft *draft);
LpDraft          *lp_pending_note_dup_draft      (LpPendingNote *self);
LpKind            lp_pending_note_get_kind       (LpPendingNote *self);
const char       *lp_pending_note_get_text       (LpPendingNote *self);
const char       *lp_pending_note_get_accepted   (LpPendingNote *self);
LpNoteAttributes *lp_pending_note_get_attributes (LpPendingNote *self);
const char       *lp_pending_note_get_reason     (LpPendingNote *self);
void              lp_pending_note_set_reason     (LpPendingNote *self, const char *reason);
LpChangeSet      *lp_pending_note_create         (LpPendingNote *self, LpReader *reader, const LpId *meeting);
const LpId       *lp_pending_note_get_id         (LpPendingNote *self);

G_END_DECLS
