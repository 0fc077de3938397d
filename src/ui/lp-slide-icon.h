/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LP_TYPE_SLIDE_ICON (lp_slide_icon_get_type ())

/** LpSlideIcon: a symbol on the big screen, as large as the room that it is given. The word beside it says what it means. */
G_DECLARE_FINAL_TYPE (LpSlideIcon, lp_slide_icon, LP, SLIDE_ICON, GtkWidget)

GtkWidget *lp_slide_icon_new      (void);
void       lp_slide_icon_set_name (LpSlideIcon *self, const char *name);

G_END_DECLS
