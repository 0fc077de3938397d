/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-list.h"

G_BEGIN_DECLS

#define LP_TYPE_NOTE_SELECTION (lp_note_selection_get_type ())

/**
 * LpNoteSelection: which notes of a list are chosen, none or many. Unlike GtkMultiSelection it reads no note for that, so that
 * 100,000 are chosen as fast as two; and a note stays chosen when its row is another, or shows another state of it.
 *
 * Property: "n-selected" (uint).
 */
G_DECLARE_FINAL_TYPE (LpNoteSelection, lp_note_selection, LP, NOTE_SELECTION, GObject)

void    lp_note_selection_set_notes (LpNoteSelection *self, GListModel *all, GListModel *pending, LpList *notes);
guint   lp_note_selection_count     (LpNoteSelection *self);
GArray *lp_note_selection_get_nums  (LpNoteSelection *self);

G_END_DECLS
