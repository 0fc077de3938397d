/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-card-pool.h"

G_BEGIN_DECLS

#define LP_TYPE_CARD_ROW (lp_card_row_get_type ())

/**
 * LpCardRow: a note as a card in a list. Has an LpNoteCard only while it is in sight (LpCardPool).
 *
 * Properties: "selected" (boolean), "position" (uint, in the list), "description" (string: its likely themes in words, with the reason while
 * it has the focus).
 */
G_DECLARE_FINAL_TYPE (LpCardRow, lp_card_row, LP, CARD_ROW, GtkWidget)

GtkWidget *lp_card_row_new          (LpCardPool *pool);
void       lp_card_row_show         (LpCardRow *self, LpRecord *note, const char *tag);
void       lp_card_row_clear        (LpCardRow *self);
guint      lp_card_row_get_position (LpCardRow *self);

G_END_DECLS
