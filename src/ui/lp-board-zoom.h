/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes the text of a board larger or smaller. step: 1, -1, or 0 for the size it has by itself; zoom: what it is, and is then. */
void lp_board_zoom (GtkWidget *board, int step, guint *zoom);

G_END_DECLS
