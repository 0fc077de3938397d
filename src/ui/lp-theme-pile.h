/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-board.h"
#include "lp-note-ids.h"
#include "lp-roster-names.h"

G_BEGIN_DECLS

#define LP_TYPE_THEME_PILE (lp_theme_pile_get_type ())

/**
 * LpThemePile: a theme on the board: its name, the key that sends notes to it, how its notes are spread, and the first of them.
 *
 * Property: "collapsed" (boolean: without the notes).
 * Signal: "notes-dropped" (LpNoteIds).
 */
G_DECLARE_FINAL_TYPE (LpThemePile, lp_theme_pile, LP, THEME_PILE, GtkFlowBoxChild)

GtkWidget   *lp_theme_pile_new       (const LpId *theme, LpRosterNames *names); /* NULL: nothing is marked */
const LpId  *lp_theme_pile_get_theme (LpThemePile *self);
void         lp_theme_pile_show      (LpThemePile *self, const LpPile *pile, guint position,
                                      const LpPile *parent);

char        *lp_theme_pile_describe  (const LpPile *pile);
GMenuModel  *lp_theme_pile_make_menu (const LpId *theme, gboolean with_open);

G_END_DECLS
