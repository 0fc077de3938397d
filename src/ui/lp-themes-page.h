/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"
#include "lp-theme-adviser.h"

G_BEGIN_DECLS

#define LP_TYPE_THEMES_PAGE (lp_themes_page_get_type ())

/**
 * LpThemesPage: the stage where notes are grouped: a column of notes without a theme, and the themes as piles beside it.
 *
 * Actions, which its parts share: "themes.new", "themes.open" (s: theme), "themes.rename" (s), "themes.delete" (s),
 * "themes.move-to" (s: theme, or "" for none), "themes.move-to-number" (i: 1 first), "themes.move-previous",
 * "themes.move-next", "themes.move-note" (ss: note, theme), "themes.suggest", "themes.deselect".
 */
G_DECLARE_FINAL_TYPE (LpThemesPage, lp_themes_page, LP, THEMES_PAGE, AdwNavigationPage)

GtkWidget *lp_themes_page_new    (LpStore *store, const LpId *meeting);
/* At once: of the same meeting. */
void       lp_themes_page_advise (LpThemesPage *self, LpThemeAdviser *adviser);

G_END_DECLS
