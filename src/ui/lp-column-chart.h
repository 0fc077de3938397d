/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LP_TYPE_COLUMN_CHART (lp_column_chart_get_type ())

/** LpColumnChart: a few figures side by side, as columns with the figure above and the label below. */
G_DECLARE_FINAL_TYPE (LpColumnChart, lp_column_chart, LP, COLUMN_CHART, GtkWidget)

void lp_column_chart_clear (LpColumnChart *self);
void lp_column_chart_add   (LpColumnChart *self, const char *label, guint value);

G_END_DECLS
