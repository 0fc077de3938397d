/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-store.h"

G_BEGIN_DECLS

/* Asks for a workbook or a table that was exported and edited since, and shows what is another in it, to be taken. "busy" is visible
 * while the file is read. */
void lp_note_changes_import (GtkWidget *from, GtkWidget *busy, LpStore *store, const LpId *meeting);

G_END_DECLS
