/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LP_TYPE_MENU_BUTTON (lp_menu_button_get_type ())

/** LpMenuButton: the main menu, the same in every header bar; F10 opens it. */
G_DECLARE_FINAL_TYPE (LpMenuButton, lp_menu_button, LP, MENU_BUTTON, AdwBin)

GtkWidget *lp_menu_button_new (void);
/* Of the button, for where there is no room for it. Transfer none. */
GMenuModel *lp_menu_button_get_menu (LpMenuButton *self);

G_END_DECLS
