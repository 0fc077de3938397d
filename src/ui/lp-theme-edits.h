/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-board.h"
#include "lp-note-ids.h"
#include "lp-store.h"

G_BEGIN_DECLS

/** LpThemeDraft: what can be said of a theme; "" for nothing. */
typedef struct {
  const char *name;
  const char *description;
  const char *colour;       /* id of an LpColour */
  const char *shared_name;  /* across meetings */
  LpId        parent;       /* or unset */
} LpThemeDraft;

/*
 * What the board does: each commits one change, says what was done, and offers to undo it. Where nothing
 * would be changed, nothing is said. "from" is the widget that asked: there it is said how it went.
 */

/* changes: to be committed; failure: what to say when that fails; done: what to say and to offer to undo. */
void lp_theme_edits_commit (GtkWidget *from, LpStore *store, LpChangeSet *changes, const char *failure, const char *done);

void lp_theme_edits_move   (GtkWidget *from, LpStore *store, const LpId *meeting, LpNoteIds *notes,
                            const LpPile *pile);
/* from_theme: where they are now; NULL: loose, or each in its home */
void lp_theme_edits_pass   (GtkWidget *from, LpStore *store, const LpId *meeting, LpNoteIds *notes,
                            const LpId *from_theme, const LpPile *pile);
/* besides the theme that they are in */
void lp_theme_edits_add    (GtkWidget *from, LpStore *store, const LpId *meeting, LpNoteIds *notes,
                            const LpPile *pile);
/* partner: the dream to which they belong from now on, or NULL */
void lp_theme_edits_pair   (GtkWidget *from, LpStore *store, const LpId *meeting, LpNoteIds *notes,
                            const LpId *theme, const LpId *partner);
void lp_theme_edits_create (GtkWidget *from, LpStore *store, const LpId *meeting, LpNoteIds *notes,
                            const char *name);
void lp_theme_edits_rename (GtkWidget *from, LpStore *store, const LpId *meeting, const LpId *theme,
                            const char *name);
void lp_theme_edits_save   (GtkWidget *from, LpStore *store, const LpId *meeting, const LpId *theme,
                            const LpThemeDraft *draft);
void lp_theme_edits_merge  (GtkWidget *from, LpStore *store, const LpId *meeting, const LpPile *pile,
                            const LpPile *into);
/* by: places, 1 later, -1 earlier */
void lp_theme_edits_shift  (GtkWidget *from, LpStore *store, const LpId *meeting, const LpId *theme,
                            int by);
void lp_theme_edits_delete (GtkWidget *from, LpStore *store, const LpId *meeting, const LpId *theme,
                            const char *name);

G_END_DECLS
