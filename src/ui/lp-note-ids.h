/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "lp-id.h"

G_BEGIN_DECLS

#define LP_TYPE_NOTE_IDS (lp_note_ids_get_type ())

/** LpNoteIds: notes that are dragged or moved together: a GArray of LpId. */
typedef GArray LpNoteIds;

GType      lp_note_ids_get_type (void) G_GNUC_CONST;
LpNoteIds *lp_note_ids_new      (void);
LpNoteIds *lp_note_ids_ref      (LpNoteIds *self);
void       lp_note_ids_unref    (LpNoteIds *self);
void       lp_note_ids_add      (LpNoteIds *self, const LpId *note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpNoteIds, lp_note_ids_unref)

G_END_DECLS
