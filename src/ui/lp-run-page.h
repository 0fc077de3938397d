/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-projection.h"
#include "lp-runner.h"

G_BEGIN_DECLS

#define LP_TYPE_RUN_PAGE (lp_run_page_get_type ())

/**
 * LpRunPage: runs the day from the lectern: what is now, what to say, how much time is left, what comes in from the tables, and what
 * the big screen shows. Looking at another item is not going to it.
 */
G_DECLARE_FINAL_TYPE (LpRunPage, lp_run_page, LP, RUN_PAGE, AdwNavigationPage)

GtkWidget *lp_run_page_new    (LpStore *store, const LpId *meeting);
/* Once, before it is shown. */
void       lp_run_page_follow (LpRunPage *self, LpRunner *runner, LpProjection *projection);
void       lp_run_page_set_screen_menu (LpRunPage *self, GMenuModel *menu);

G_END_DECLS
