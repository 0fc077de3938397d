/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-terms.h"

G_BEGIN_DECLS

#define LP_TYPE_THEME_BAR (lp_theme_bar_get_type ())

/** LpThemeBar: how many notes of each kind, as a bar of segments with symbol and number in them. */
G_DECLARE_FINAL_TYPE (LpThemeBar, lp_theme_bar, LP, THEME_BAR, GtkWidget)

GtkWidget *lp_theme_bar_new      (const guint kinds[LP_N_KINDS], guint longest);
char      *lp_theme_bar_describe (const guint kinds[LP_N_KINDS]);

G_END_DECLS
