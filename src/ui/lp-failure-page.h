/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LP_TYPE_FAILURE_PAGE (lp_failure_page_get_type ())

/**
 * LpFailurePage: shown instead of everything when the database cannot be opened: says why, and offers to
 * try again (app.try-again) and to look at the folder (app.show-folder). The file is left as it is.
 */
G_DECLARE_FINAL_TYPE (LpFailurePage, lp_failure_page, LP, FAILURE_PAGE, AdwNavigationPage)

GtkWidget *lp_failure_page_new (const GError *error);

G_END_DECLS
