/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-note-card.h"
#include "lp-text-heights.h"
#include "lp-theme-chips.h"

G_BEGIN_DECLS

#define LP_TYPE_CARD_POOL (lp_card_pool_get_type ())

/**
 * LpCardPool: what the rows of one list of cards share. A list view holds two hundred rows and moves dozens of them in a frame, of which
 * some ten are in sight: those have an LpNoteCard, handed on as the list scrolls. Of the others only the height is known.
 *
 * Signals: "made" (LpNoteCard): a card that no row had before; "advised": likely themes may be others now.
 */
G_DECLARE_FINAL_TYPE (LpCardPool, lp_card_pool, LP, CARD_POOL, GObject)

LpCardPool     *lp_card_pool_new            (GtkListView *list, LpThemeAdviser *adviser, LpRosterNames *names, int lines,
                                             gboolean detailed);
LpNoteCard     *lp_card_pool_take           (LpCardPool *self);
void            lp_card_pool_give           (LpCardPool *self, LpNoteCard *card);
GPtrArray      *lp_card_pool_advise         (LpCardPool *self, LpRecord *note);
LpThemeChips   *lp_card_pool_get_chips      (LpNoteCard *card);
void            lp_card_pool_measure        (LpCardPool *self, GtkWidget *host);
void            lp_card_pool_reset          (LpCardPool *self);
void            lp_card_pool_measure_width  (LpCardPool *self, int *minimum, int *natural);
int             lp_card_pool_measure_height (LpCardPool *self, LpRecord *note, const char *tag, gboolean advised, int width);

G_END_DECLS
