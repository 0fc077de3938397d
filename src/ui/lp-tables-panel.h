/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-people.h"

G_BEGIN_DECLS

#define LP_TYPE_TABLES_PANEL (lp_tables_panel_get_type ())

/**
 * LpTablesPanel: how people sit: the quality in words and numbers, a card for each table, those without one.
 * Its buttons are actions of the page around it: participants.seat and its like.
 *
 * Signals: "table-chosen" (int: 0 for those without a table), "tables-changed" (int: how many).
 */
G_DECLARE_FINAL_TYPE (LpTablesPanel, lp_tables_panel, LP, TABLES_PANEL, AdwBin)

void lp_tables_panel_show_roster (LpTablesPanel *self, const LpRoster *roster);

G_END_DECLS
