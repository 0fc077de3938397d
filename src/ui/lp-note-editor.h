/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_NOTE_EDITOR (lp_note_editor_get_type ())

/**
 * LpNoteEditor: edits a note where it stands. Return, Ctrl+Return or Done save it, Escape leaves it as it was; it stays open
 * with all that was typed until it is saved.
 *
 * Property: "detail" (int, LpKindDetail): of the kinds.
 * Signal: "closed": saved or cancelled.
 */
G_DECLARE_FINAL_TYPE (LpNoteEditor, lp_note_editor, LP, NOTE_EDITOR, AdwBin)

GtkWidget *lp_note_editor_new      (LpStore *store, LpRecord *note);
LpRecord  *lp_note_editor_get_note (LpNoteEditor *self);
void       lp_note_editor_save     (LpNoteEditor *self);
void       lp_note_editor_focus    (LpNoteEditor *self);

G_END_DECLS
