/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LP_TYPE_THEME_NAME_POPOVER (lp_theme_name_popover_get_type ())

/**
 * LpThemeNamePopover: asks for the name of a theme, new or old.
 *
 * Signal: "named" (string, without space around it): given with Return or the button; the popover then closes.
 */
G_DECLARE_FINAL_TYPE (LpThemeNamePopover, lp_theme_name_popover, LP, THEME_NAME_POPOVER, GtkPopover)

LpThemeNamePopover *lp_theme_name_popover_new (const char *heading, const char *name, const char *button);

G_END_DECLS
