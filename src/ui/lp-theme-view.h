/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-board.h"
#include "lp-note-list.h"
#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_THEME_VIEW (lp_theme_view_get_type ())

/** LpThemeView: a pile in full: all notes of a theme, dreams first. Its commands are the board's. */
G_DECLARE_FINAL_TYPE (LpThemeView, lp_theme_view, LP, THEME_VIEW, AdwNavigationPage)

LpThemeView *lp_theme_view_new       (LpStore *store, const LpId *meeting, const LpId *theme);
const LpId  *lp_theme_view_get_theme (LpThemeView *self);
LpNoteList  *lp_theme_view_get_notes (LpThemeView *self);
GtkWidget   *lp_theme_view_get_title (LpThemeView *self);
void         lp_theme_view_show      (LpThemeView *self, const LpPile *pile, guint position);

/* The chosen concerns belong to the chosen dream from now on; one that is chosen alone belongs to none. */
void         lp_theme_view_pair      (LpThemeView *self);

G_END_DECLS
