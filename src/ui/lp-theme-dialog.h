/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-board.h"
#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_THEME_DIALOG (lp_theme_dialog_get_type ())

/** LpThemeDialog: all that is said of a theme besides its notes; saved as one step. */
G_DECLARE_FINAL_TYPE (LpThemeDialog, lp_theme_dialog, LP, THEME_DIALOG, AdwDialog)

/* from: the widget where it is said how it went; NULL: the theme is not there any more */
AdwDialog *lp_theme_dialog_new (GtkWidget *from, LpStore *store, const LpId *meeting, LpBoard *board, const LpId *theme);

G_END_DECLS
