/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-board.h"
#include "lp-loader.h"
#include "lp-note-list.h"

G_BEGIN_DECLS

#define LP_TYPE_THEME_NAMER (lp_theme_namer_get_type ())

/** LpThemeNamer: asks for the name of a theme beside what the name is for, and then makes the theme or renames it. */
G_DECLARE_FINAL_TYPE (LpThemeNamer, lp_theme_namer, LP, THEME_NAMER, GObject)

/* page: on which it asks, not held; board: loads the LpBoard, whose names must not be given twice */
LpThemeNamer *lp_theme_namer_new       (AdwNavigationPage *page, LpStore *store, const LpId *meeting, LpLoader *board);

/* first: of the notes in the list, or GTK_INVALID_LIST_POSITION; open: the theme that they are in, or NULL */
void          lp_theme_namer_ask_new   (LpThemeNamer *self, GtkWidget *at, LpNoteList *list, LpNoteIds *notes, guint first,
                                        const LpId *open);
void          lp_theme_namer_ask_other (LpThemeNamer *self, GtkWidget *at, const LpPile *pile);

G_END_DECLS
