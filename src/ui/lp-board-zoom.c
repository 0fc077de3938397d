/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-board-zoom.h"

/* The sizes are the style sheet's. */
static const char *const classes[] = { "zoom-0", "zoom-1", "zoom-2", "zoom-3", "zoom-4" };

void
lp_board_zoom (GtkWidget *board,
               int        step,
               guint     *zoom)
{
  gtk_widget_remove_css_class (board, classes[*zoom]);
  *zoom = step == 0 ? 0 : CLAMP ((int) *zoom + step, 0, (int) G_N_ELEMENTS (classes) - 1);
  gtk_widget_add_css_class (board, classes[*zoom]);
}
