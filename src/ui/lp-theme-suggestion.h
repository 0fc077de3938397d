/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-theme-finder.h"

G_BEGIN_DECLS

/*
 * What is done with suggestions: each is one step of undo, said and offered to be undone where "from" is. Notes that were given a theme or
 * deleted since they were looked at stay as they are.
 */

/** LpKept: a suggested theme that is to be. */
typedef struct {
  const char *name;
  LpNoteIds  *notes;
  LpId        theme; /* out: that they are in then; there may have been one of that name */
} LpKept;

/* notes: of these, those that are there and in no theme. Transfer full. */
LpNoteIds *lp_theme_suggestion_loose (LpStore *store, LpNoteIds *notes);

gboolean   lp_theme_suggestion_keep  (GtkWidget *from, LpStore *store, const LpId *meeting, LpKept *kept, guint n);
gboolean   lp_theme_suggestion_join  (GtkWidget *from, LpStore *store, const LpId *meeting, const LpFoundPair *pair);

/* The theme of the meeting that bears the name, however it is spelt. */
gboolean   lp_theme_suggestion_find  (LpStore *store, const LpId *meeting, const char *name, LpId *theme);

G_END_DECLS
