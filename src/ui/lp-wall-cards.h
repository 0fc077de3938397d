/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-list.h"
#include "lp-slide.h"

G_BEGIN_DECLS

#define LP_TYPE_WALL_CARDS (lp_wall_cards_get_type ())

/** LpWallCards: the newest notes of a list, as many as fit, one below the other: their words and nothing else. */
G_DECLARE_FINAL_TYPE (LpWallCards, lp_wall_cards, LP, WALL_CARDS, GtkWidget)

GtkWidget *lp_wall_cards_new       (LpList *notes);
void       lp_wall_cards_set_scale (LpWallCards *self, const LpSlideScale *scale);

G_END_DECLS
