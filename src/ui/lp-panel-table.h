/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-panel.h"

G_BEGIN_DECLS

#define LP_TYPE_PANEL_TABLE (lp_panel_table_get_type ())

/**
 * LpPanelTable: what was counted in each meeting of a panel: a row for each thing, a column for each meeting. Scrolls sideways
 * when there are many.
 *
 * Property: "tickable" (boolean): rows can be chosen. Signal: "ticked".
 */
G_DECLARE_FINAL_TYPE (LpPanelTable, lp_panel_table, LP, PANEL_TABLE, AdwBin)

/* parts: NULL-terminated, each of LpPanelRow: shown one below the other */
void       lp_panel_table_show       (LpPanelTable *self, const LpPanel *panel, GPtrArray *const *parts);
GPtrArray *lp_panel_table_get_ticked (LpPanelTable *self);  /* names of the rows, of char *; transfer full */

G_END_DECLS
