/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-roster-names.h"
#include "lp-store.h"
#include "lp-theme-finder.h"

G_BEGIN_DECLS

#define LP_TYPE_PAIR_ROW (lp_pair_row_get_type ())

/**
 * LpPairRow: two notes that say nearly the same, beside each other, and where they would come if they were joined.
 *
 * Property: "narrow" (boolean): below each other. Activates "pairs.join" and "pairs.keep" (i: where it stands).
 */
G_DECLARE_FINAL_TYPE (LpPairRow, lp_pair_row, LP, PAIR_ROW, GtkListBoxRow)

/* pair: borrowed, lives longer than the row. */
GtkWidget   *lp_pair_row_new      (LpFoundPair *pair, LpRosterNames *names);
LpFoundPair *lp_pair_row_get_pair (LpPairRow *self);
/* theme: NULL: one is made for them. */
void         lp_pair_row_set_goal (LpPairRow *self, const char *theme);

G_END_DECLS
