/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-paper.h"

G_BEGIN_DECLS

/* What becomes of sheets. "from" is the widget where it was asked for; "paper" is taken. */

/* Asks for a printer. */
void  lp_print_paper (GtkWidget *from, LpPaper *paper);
/* Asks for a file; name: what it might be called, without its ending. */
void  lp_print_to_pdf (GtkWidget *from, LpPaper *paper, const char *name);

/* "Kick-off 2026-11-24", to call a file by. Transfer full. */
char *lp_print_file_name (const char *title, const char *date);

G_END_DECLS
