/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-board.h"

G_BEGIN_DECLS

#define LP_TYPE_THEME_CHOOSER (lp_theme_chooser_get_type ())

/** LpThemeChooser: asks for one of the themes. Signal: "chosen" (its id as a string), after which it closes. */
G_DECLARE_FINAL_TYPE (LpThemeChooser, lp_theme_chooser, LP, THEME_CHOOSER, AdwDialog)

/* except: is not offered; or NULL */
AdwDialog *lp_theme_chooser_new (const char *title, LpBoard *board, const LpId *except);

G_END_DECLS
