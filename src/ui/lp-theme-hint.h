/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-note-input.h"
#include "lp-theme-adviser.h"

G_BEGIN_DECLS

#define LP_TYPE_THEME_HINT (lp_theme_hint_get_type ())

/**
 * LpThemeHint: while a note is typed, the theme that it is likely to belong to, in one line. Tab puts the note there once it is saved,
 * Escape takes the line away, or the theme back; where there is no line, both keys do what they always do.
 *
 * Signal: "chosen": it goes to another theme, or none, now.
 */
G_DECLARE_FINAL_TYPE (LpThemeHint, lp_theme_hint, LP, THEME_HINT, AdwBin)

/* Once, in this order; without an adviser it only shows what was chosen. */
void lp_theme_hint_watch     (LpThemeHint *self, LpNoteInput *input, LpStore *store);
void lp_theme_hint_advise    (LpThemeHint *self, LpThemeAdviser *adviser);

/* Unset: none was chosen. With the text the choice goes away too. */
LpId lp_theme_hint_get_theme (LpThemeHint *self);
void lp_theme_hint_set_theme (LpThemeHint *self, const LpId *theme);

G_END_DECLS
