/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_HOME_PAGE (lp_home_page_get_type ())

/**
 * LpHomePage: the first page: the meeting that matters now as a card, below it all meetings by panel,
 * newest first.
 *
 * Actions: home.delete (a meeting's id).
 */
G_DECLARE_FINAL_TYPE (LpHomePage, lp_home_page, LP, HOME_PAGE, AdwNavigationPage)

GtkWidget *lp_home_page_new          (LpStore *store);
void       lp_home_page_start_search (LpHomePage *self);

G_END_DECLS
