/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_UNDO_BUTTON (lp_undo_button_get_type ())

/**
 * LpUndoButton: takes back the last action by win.undo, or by what is offered instead; its tooltip names it.
 *
 * Property: "store" (LpStore).
 */
G_DECLARE_FINAL_TYPE (LpUndoButton, lp_undo_button, LP, UNDO_BUTTON, AdwBin)

GtkWidget *lp_undo_button_new       (LpStore *store);
void       lp_undo_button_set_store (LpUndoButton *self, LpStore *store);

/* What was done last on a page and is in no store; title: as of an LpChangeSet. NULL, NULL: the store's again. */
void       lp_undo_button_offer     (LpUndoButton *self, const char *title, const char *action);

G_END_DECLS
