/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_PANEL_SEARCH_DIALOG (lp_panel_search_dialog_get_type ())

/** LpPanelSearchDialog: finds notes of all meetings of a panel, and leads to them by "win.open-note". */
G_DECLARE_FINAL_TYPE (LpPanelSearchDialog, lp_panel_search_dialog, LP, PANEL_SEARCH_DIALOG, AdwDialog)

AdwDialog *lp_panel_search_dialog_new (LpStore *store, const LpId *meeting);

G_END_DECLS
