/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-store.h"

G_BEGIN_DECLS

/* What becomes of an agenda: asks what is to be known, and does it. "from" is the widget where it was asked for;
 * how: "print", "pdf", "print-guide", "pdf-guide", "template" (among one's own), "export-template" (to a file),
 * as the menus say it. */
void lp_agenda_output (GtkWidget *from, LpStore *store, const LpId *meeting, const char *how);

G_END_DECLS
