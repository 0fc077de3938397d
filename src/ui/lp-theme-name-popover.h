/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-id.h"

G_BEGIN_DECLS

#define LP_TYPE_THEME_NAME_POPOVER (lp_theme_name_popover_get_type ())

/**
 * LpThemeNamePopover: asks for the name of a theme, new or old.
 *
 * Signals: "named" (string, without space around it): given with Return or the button; "move" (string, id of a theme):
 * it is to go where the theme of that name is already. The popover then closes.
 */
G_DECLARE_FINAL_TYPE (LpThemeNamePopover, lp_theme_name_popover, LP, THEME_NAME_POPOVER, GtkPopover)

LpThemeNamePopover *lp_theme_name_popover_new        (const char *heading, const char *name, const char *command,
                                                     const char *anyway);
void                lp_theme_name_popover_add_theme  (LpThemeNamePopover *self, const char *name, const LpId *theme);
void                lp_theme_name_popover_offer_move (LpThemeNamePopover *self, const LpId *here);

G_END_DECLS
