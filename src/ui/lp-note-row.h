/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-note-pool.h"

G_BEGIN_DECLS

#define LP_TYPE_NOTE_ROW (lp_note_row_get_type ())

/**
 * LpNoteRow: a note in the list, or one that is not on the disk yet. Rows are used again for other notes as the list scrolls; what can be
 * seen of the note is there only while the row is in sight.
 *
 * Property: "narrow" (boolean).
 */
G_DECLARE_FINAL_TYPE (LpNoteRow, lp_note_row, LP, NOTE_ROW, GtkWidget)

GtkWidget *lp_note_row_new          (LpNotePool *pool);
void       lp_note_row_show_note    (LpNoteRow *self, LpRecord *note, const char *theme, gboolean fresh);
void       lp_note_row_show_pending (LpNoteRow *self, LpPendingNote *note);
void       lp_note_row_show_theme   (LpNoteRow *self, const char *theme);
void       lp_note_row_show_fresh   (LpNoteRow *self, gboolean fresh);
void       lp_note_row_mark         (LpNoteRow *self);
void       lp_note_row_set_editor   (LpNoteRow *self, GtkWidget *editor);
LpRecord  *lp_note_row_get_note     (LpNoteRow *self);
void       lp_note_row_clear        (LpNoteRow *self);
LpNoteRow *lp_note_row_pick         (GtkWidget *list, double x, double y);

G_END_DECLS
