/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-board.h"
#include "lp-note-ids.h"
#include "lp-store.h"

G_BEGIN_DECLS

/*
 * What the board does: each commits one change, says what was done, and offers to undo it. Where nothing
 * would be changed, nothing is said. "from" is the widget that asked: there it is said how it went.
 */

/* changes: to be committed; failure: what to say when that fails; done: what to say and to offer to undo. */
void lp_theme_edits_commit (GtkWidget *from, LpStore *store, LpChangeSet *changes, const char *failure, const char *done);

void lp_theme_edits_move   (GtkWidget *from, LpStore *store, const LpId *meeting, LpNoteIds *notes,
                            const LpPile *pile);
void lp_theme_edits_create (GtkWidget *from, LpStore *store, const LpId *meeting, LpNoteIds *notes,
                            const char *name);
void lp_theme_edits_rename (GtkWidget *from, LpStore *store, const LpId *meeting, const LpId *theme,
                            const char *name);
void lp_theme_edits_delete (GtkWidget *from, LpStore *store, const LpId *meeting, const LpId *theme,
                            const char *name);

G_END_DECLS
