/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-counts.h"

G_BEGIN_DECLS

#define LP_TYPE_THEME_CHART (lp_theme_chart_get_type ())

/**
 * LpThemeChart: the notes by theme and kind, as bars or as a table of the same figures.
 *
 * Properties: "as-table" (boolean), "narrow" (boolean: names stand above their bars).
 */
G_DECLARE_FINAL_TYPE (LpThemeChart, lp_theme_chart, LP, THEME_CHART, GtkWidget)

void lp_theme_chart_show (LpThemeChart *self, const LpCounts *counts);

G_END_DECLS
