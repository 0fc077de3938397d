/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_PANEL_PAGE (lp_panel_page_get_type ())

/**
 * LpPanelPage: a panel across its meetings: what it recommends, which themes come again, and who has been heard. Each view is a
 * page of its stack.
 */
G_DECLARE_FINAL_TYPE (LpPanelPage, lp_panel_page, LP, PANEL_PAGE, AdwNavigationPage)

/* NULL and an error when there is no such panel */
GtkWidget *lp_panel_page_new (LpStore *store, const LpId *panel, GError **error);

G_END_DECLS
