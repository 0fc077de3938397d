/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-projection.h"
#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_PRIORITIES_PAGE (lp_priorities_page_get_type ())

/**
 * LpPrioritiesPage: the stage where the panel says what matters most: rounds of dots or of a budget, counted table by table, and the
 * result beside.
 *
 * Actions: "priorities.new", "priorities.edit", "priorities.delete", "priorities.close", "priorities.reopen", "priorities.round" (s:
 * which one), "priorities.voter" (i: whose votes), "priorities.project", "stage.keep".
 */
G_DECLARE_FINAL_TYPE (LpPrioritiesPage, lp_priorities_page, LP, PRIORITIES_PAGE, AdwNavigationPage)

GtkWidget *lp_priorities_page_new    (LpStore *store, const LpId *meeting);
void       lp_priorities_page_follow (LpPrioritiesPage *self, LpProjection *projection);

G_END_DECLS
