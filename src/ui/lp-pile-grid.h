/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-board.h"
#include "lp-note-ids.h"
#include "lp-roster-names.h"

G_BEGIN_DECLS

#define LP_TYPE_PILE_GRID (lp_pile_grid_get_type ())

/**
 * LpPileGrid: the themes of the board as piles, and a cell for a new one. Activating a pile is the action "themes.open",
 * activating the cell "themes.new".
 *
 * Properties: "narrow" (boolean: there is no keyboard to speak of), "collapsed" (boolean: piles without their cards).
 * Signal: "dropped" (LpNoteIds, theme: its id as a string, NULL for the cell of a new one).
 */
G_DECLARE_FINAL_TYPE (LpPileGrid, lp_pile_grid, LP, PILE_GRID, AdwBin)

void       lp_pile_grid_set_names      (LpPileGrid *self, LpRosterNames *names);
void       lp_pile_grid_show           (LpPileGrid *self, LpBoard *board);
GtkWidget *lp_pile_grid_find           (LpPileGrid *self, const LpId *theme);  /* NULL: not there */
GtkWidget *lp_pile_grid_get_new        (LpPileGrid *self);
void       lp_pile_grid_set_n_selected (LpPileGrid *self, guint n_selected);
void       lp_pile_grid_keep_focus     (LpPileGrid *self, const LpId *theme);

G_END_DECLS
