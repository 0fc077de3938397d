/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-list.h"
#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_NOTE_VIEW (lp_note_view_get_type ())

/**
 * LpNoteView: a long list of notes, each of which can be edited in its place, deleted, copied, changed and reviewed; all but
 * the first also many at once. Its actions begin with "notes."; whoever holds it has the action "notes.focus", for when nothing in the list is to have the focus.
 */
G_DECLARE_FINAL_TYPE (LpNoteView, lp_note_view, LP, NOTE_VIEW, AdwBin)

GListModel *lp_note_view_set_notes  (LpNoteView *self, LpStore *store, const LpId *meeting, LpList *notes,
                                     GListModel *pending, LpList *themes, GtkWidget *field);
void        lp_note_view_go_to      (LpNoteView *self, const LpId *note);
void        lp_note_view_set_tables (LpNoteView *self, guint n_tables);
void        lp_note_view_set_words  (LpNoteView *self, const char *words);
void        lp_note_view_show_saved (LpNoteView *self, const LpId *note);

G_END_DECLS
