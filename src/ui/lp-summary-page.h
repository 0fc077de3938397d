/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_SUMMARY_PAGE (lp_summary_page_get_type ())

/**
 * LpSummaryPage: the stage that shows what came out of a meeting, and exports it.
 *
 * Property: "as-table" (boolean: the themes as a table). Actions: "summary.export", "summary.as-table".
 */
G_DECLARE_FINAL_TYPE (LpSummaryPage, lp_summary_page, LP, SUMMARY_PAGE, AdwNavigationPage)

GtkWidget *lp_summary_page_new (LpStore *store, const LpId *meeting);

G_END_DECLS
