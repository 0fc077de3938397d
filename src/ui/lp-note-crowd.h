/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-note-batch.h"

G_BEGIN_DECLS

/*
 * What is done with many notes of a list at once: one step of undo, with its name; how it went is told, and undo offered, at "from".
 * With very many notes it is prepared on a thread, so that nothing waits. nums: of the notes, an array of gint64; kept in use.
 */

void lp_note_crowd_do   (GtkWidget *from, LpStore *store, const LpId *meeting, GArray *nums, const LpNoteBatch *batch);
void lp_note_crowd_copy (GtkWidget *from, LpStore *store, GArray *nums);

G_END_DECLS
