/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-store.h"

G_BEGIN_DECLS

/* Asks for a table of notes, takes it in and says what came of it. "busy" is visible while a file is read. The callback, with
 * whether anything was taken (lp_note_import_finish ()), comes when all that is over. */
void     lp_note_import_async  (GtkWidget *from, GtkWidget *busy, LpStore *store, const LpId *meeting,
                                GAsyncReadyCallback callback, gpointer user_data);
gboolean lp_note_import_finish (GAsyncResult *result);

G_END_DECLS
