/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-note-review.h"
#include "lp-store.h"

G_BEGIN_DECLS

/*
 * What is done with one note of a list: committed, with its step of undo named. "from" is the widget where it was asked for, and where
 * a failure is told.
 */

void lp_note_deeds_delete (GtkWidget *from, LpStore *store, LpRecord *note);
void lp_note_deeds_copy   (GtkWidget *from, LpRecord *note);
/* action: whose name ends with "show", "keep-off" or "toggle-wall" */
void lp_note_deeds_review (GtkWidget *from, LpStore *store, LpRecord *note, const char *action);

/* The change by itself, for who wants to know how it went. Transfer full. */
LpChangeSet *lp_note_deeds_make_review (LpRecord *note, LpReview review);

G_END_DECLS
