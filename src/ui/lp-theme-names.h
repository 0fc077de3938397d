/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-list.h"

G_BEGIN_DECLS

#define LP_TYPE_THEME_NAMES (lp_theme_names_get_type ())

/** LpThemeNames: what the themes of a meeting are called, for who asks for each row of a list. Signal: "changed". */
G_DECLARE_FINAL_TYPE (LpThemeNames, lp_theme_names, LP, THEME_NAMES, GObject)

LpThemeNames *lp_theme_names_new     (LpStore *store, LpList *themes);
const char   *lp_theme_names_of_note (LpThemeNames *self, LpRecord *note);

G_END_DECLS
