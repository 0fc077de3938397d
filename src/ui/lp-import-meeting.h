/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-store.h"

G_BEGIN_DECLS

/*
 * Asks for the file of a whole meeting and takes it in; where the meeting is here already, it offers a copy. What went wrong is said
 * where it was asked for, what was left out too.
 */

/* from: where it was asked for */
void      lp_import_meeting_async  (GtkWidget *from, LpStore *store, GAsyncReadyCallback callback, gpointer user_data);

/* The meeting, to be freed with g_free (); NULL: nothing was taken in. said: what to tell, transfer full. */
LpId     *lp_import_meeting_finish (GAsyncResult *result, char **said);

G_END_DECLS
