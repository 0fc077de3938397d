/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-note-content.h"
#include "lp-text-heights.h"

G_BEGIN_DECLS

#define LP_TYPE_NOTE_POOL (lp_note_pool_get_type ())

/**
 * LpNotePool: what the rows of one list share. A list view holds two hundred rows and moves dozens of them in a frame, of which some ten
 * are in sight: those have an LpNoteContent, handed on as the list scrolls. Of the others only the height is known.
 */
G_DECLARE_FINAL_TYPE (LpNotePool, lp_note_pool, LP, NOTE_POOL, GObject)

LpNotePool          *lp_note_pool_new          (GtkListView *list);
LpNoteContent       *lp_note_pool_take         (LpNotePool *self);
void                 lp_note_pool_give         (LpNotePool *self, LpNoteContent *content);
void                 lp_note_pool_measure      (LpNotePool *self, GtkWidget *host);
void                 lp_note_pool_reset        (LpNotePool *self);
void                 lp_note_pool_forget       (LpNotePool *self);
const LpNoteColumns *lp_note_pool_get_columns  (LpNotePool *self);
LpTextHeights       *lp_note_pool_get_heights  (LpNotePool *self);
gboolean             lp_note_pool_set_words      (LpNotePool *self, const char *words);
const char          *lp_note_pool_get_words      (LpNotePool *self);

G_END_DECLS
