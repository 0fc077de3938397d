/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LP_TYPE_PAGE_TITLE (lp_page_title_get_type ())

/**
 * LpPageTitle: the title in a header bar, as AdwWindowTitle, but gives way before the buttons do: where the
 * text is large and the window narrow, five letters of it would push a button out of the window.
 *
 * Properties: "title", "subtitle" (string).
 */
G_DECLARE_FINAL_TYPE (LpPageTitle, lp_page_title, LP, PAGE_TITLE, GtkBox)

void  lp_page_title_set_title    (LpPageTitle *self, const char *title);
void  lp_page_title_set_subtitle (LpPageTitle *self, const char *subtitle);

G_END_DECLS
