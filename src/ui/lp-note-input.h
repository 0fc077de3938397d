/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LP_TYPE_NOTE_INPUT (lp_note_input_get_type ())

/**
 * LpNoteInput: the field a note is typed in. Return says that it is done, Shift+Return breaks the line.
 *
 * Property: "empty" (boolean): whether nothing is typed, nor being composed by an input method.
 * Signal: "done".
 */
G_DECLARE_FINAL_TYPE (LpNoteInput, lp_note_input, LP, NOTE_INPUT, GtkTextView)

char     *lp_note_input_get_text (LpNoteInput *self);
void      lp_note_input_set_text (LpNoteInput *self, const char *text);
gboolean  lp_note_input_is_blank (LpNoteInput *self);

G_END_DECLS
