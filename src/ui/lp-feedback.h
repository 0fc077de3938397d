/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * What the app tells the user about what was just done. "from" is the widget where it was done: the toast
 * appears on the page that its window shows; from inside a dialog, which would cover a toast, it is an alert, unless
 * the dialog has a toast overlay of its own. News stand alone: the newest takes the place of the one before, which is
 * no longer what was done last. A failure stays until it is closed.
 *
 * A page with controls at its lower edge has a toast overlay of its own that ends where they begin: the innermost
 * overlay of what is shown is the one that is used.
 */

/* what: the thing that did not succeed, as a short sentence: “The note was not saved” */
void  lp_feedback_error       (GtkWidget *from, const char *what, const GError *error);
void  lp_feedback_say         (GtkWidget *from, const char *text);

/* News with a button of its own; toast: taken. */
void  lp_feedback_toast       (GtkWidget *from, AdwToast *toast);

/* A window that is about to close asks first. Comes with lp_feedback_error(); for who tells the reason in
 * another way. */
void  lp_feedback_not_saved   (GtkWidget *from);

/* With a button for win.undo, or win.redo. Call it when the commit has finished: the next change takes the toast away,
 * since its button would then undo something else. */
void  lp_feedback_undo        (GtkWidget *from, const char *done);
void  lp_feedback_redo        (GtkWidget *from, const char *undone);
void  lp_feedback_forget_undo (GtkWidget *from);

G_END_DECLS
