/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-projection.h"

G_BEGIN_DECLS

#define LP_TYPE_SCREEN_CARD (lp_screen_card_get_type ())

/**
 * LpScreenCard: what the big screen shows, and the choice of that.
 *
 * Property: "words" (boolean): beside the symbols, where there is room for them.
 *
 * Signal: "clicked": chosen by the pointer, so that the focus can go back.
 */
G_DECLARE_FINAL_TYPE (LpScreenCard, lp_screen_card, LP, SCREEN_CARD, AdwBin)

void lp_screen_card_set_projection (LpScreenCard *self, LpProjection *projection);
void lp_screen_card_set_question   (LpScreenCard *self, const char *question);
void lp_screen_card_set_fact       (LpScreenCard *self, const char *fact);
void lp_screen_card_set_wall       (LpScreenCard *self, guint all, guint here);
void lp_screen_card_set_narrow     (LpScreenCard *self, gboolean narrow);

G_END_DECLS
