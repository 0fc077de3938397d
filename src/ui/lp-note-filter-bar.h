/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-list.h"
#include "lp-note-flags.h"

G_BEGIN_DECLS

#define LP_TYPE_NOTE_FILTER_BAR (lp_note_filter_bar_get_type ())

/**
 * LpNoteFilterBar: which notes are listed: words to find, kind, table, theme, and more.
 *
 * Property: "narrow" (boolean): in two lines.
 * Signals: "changed"; "stopped": Escape in the search.
 */
G_DECLARE_FINAL_TYPE (LpNoteFilterBar, lp_note_filter_bar, LP, NOTE_FILTER_BAR, AdwBin)

void     lp_note_filter_bar_set_tables (LpNoteFilterBar *self, int n_tables);
void     lp_note_filter_bar_set_themes (LpNoteFilterBar *self, LpList *themes);
void     lp_note_filter_bar_set_flags  (LpNoteFilterBar *self, LpNoteFlags *flags);
gboolean lp_note_filter_bar_get_filter (LpNoteFilterBar *self, LpNoteFilter *filter);
void     lp_note_filter_bar_clear      (LpNoteFilterBar *self);
void     lp_note_filter_bar_search     (LpNoteFilterBar *self);
GtkWidget *lp_note_filter_bar_get_entry (LpNoteFilterBar *self);  /* in which one searches */

G_END_DECLS
