/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_SUGGEST_PAGE (lp_suggest_page_get_type ())

/**
 * LpSuggestPage: what the notes of a meeting have in common: themes to be made of those without one, and notes that say nearly the same.
 * Looks for both on a thread; should one of the notes be changed meanwhile, it looks anew, so that it never shows what is not said any more.
 */
G_DECLARE_FINAL_TYPE (LpSuggestPage, lp_suggest_page, LP, SUGGEST_PAGE, AdwNavigationPage)

AdwNavigationPage *lp_suggest_page_new (LpStore *store, const LpId *meeting);

G_END_DECLS
