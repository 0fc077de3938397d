/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LP_TYPE_FIGURE_CARD (lp_figure_card_get_type ())

/** LpFigureCard: one figure, what it counts, and what it is out of. Properties: "figure", "label", "caption" (strings). */
G_DECLARE_FINAL_TYPE (LpFigureCard, lp_figure_card, LP, FIGURE_CARD, GtkBox)

G_END_DECLS
