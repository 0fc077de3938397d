/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-record.h"
#include "lp-theme-adviser.h"

G_BEGIN_DECLS

#define LP_TYPE_THEME_CHIPS (lp_theme_chips_get_type ())

/**
 * LpThemeChips: the likeliest themes of a loose note, by digit and name; not there where none is likely. A click moves the note by
 * "themes.move-note"; the keyboard has the digits, so that Tab passes them by.
 */
G_DECLARE_FINAL_TYPE (LpThemeChips, lp_theme_chips, LP, THEME_CHIPS, AdwBin)

GtkWidget *lp_theme_chips_new      (LpThemeAdviser *adviser);
void       lp_theme_chips_show     (LpThemeChips *self, LpRecord *note, GPtrArray *advice);
int        lp_theme_chips_measure  (LpThemeChips *self);
char      *lp_theme_chips_describe (LpThemeChips *self, gboolean with_reason);

/* What is left of the name of a theme where there is little room: its words up to the first pause. Transfer full. */
char      *lp_theme_short_name     (const char *name);

G_END_DECLS
