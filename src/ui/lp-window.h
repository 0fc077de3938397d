/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-rehearsal.h"

G_BEGIN_DECLS

#define LP_TYPE_WINDOW (lp_window_get_type ())

/**
 * LpWindow: the main window: the first page, and the meeting that is open on top of it.
 *
 * Actions: win.undo, win.redo, win.new-meeting, win.open-meeting (its id), win.open-note (its id), win.open-panel (its
 * id), win.open-recommendation (ids of its meeting and of itself), win.sample, win.rehearse.
 */
G_DECLARE_FINAL_TYPE (LpWindow, lp_window, LP, WINDOW, AdwApplicationWindow)

GtkWidget *lp_window_new          (GtkApplication *application);
GtkWidget *lp_window_new_rehearsal (LpWindow *parent, LpRehearsal *rehearsal);
void       lp_window_set_store    (LpWindow *self, LpStore *store);
void       lp_window_show_failure (LpWindow *self, const GError *error);
GtkWidget *lp_window_get_content  (LpWindow *self);
void       lp_window_open_meeting (LpWindow *self, const LpId *meeting);

G_END_DECLS
