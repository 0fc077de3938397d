/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-roster.h"

G_BEGIN_DECLS

#define LP_TYPE_TABLE_CARD (lp_table_card_get_type ())

/** LpTableCard: a table: who sits there, in words, and what to look at or what is good about it. */
G_DECLARE_FINAL_TYPE (LpTableCard, lp_table_card, LP, TABLE_CARD, GtkFlowBoxChild)

GtkWidget *lp_table_card_new       (void);
void       lp_table_card_set_seats (LpTableCard *self, const LpTableSeats *seats);
int        lp_table_card_get_table (LpTableCard *self);

G_END_DECLS
