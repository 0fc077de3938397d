/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-round.h"

G_BEGIN_DECLS

#define LP_TYPE_TABLE_CELL (lp_table_cell_get_type ())

/** LpTableCell: what has come in from one table in this round, and when the last of it. */
G_DECLARE_FINAL_TYPE (LpTableCell, lp_table_cell, LP, TABLE_CELL, GtkWidget)

GtkWidget *lp_table_cell_new        (void);
void       lp_table_cell_show_table (LpTableCell *self, const LpRoundTable *table, int minutes, gboolean silent);

G_END_DECLS
