/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-board.h"
#include "lp-slide.h"

G_BEGIN_DECLS

#define LP_TYPE_THEMES_SLIDE (lp_themes_slide_get_type ())

/** LpThemesSlide: what the room has talked about: the themes, each with its dreams and concerns. */
G_DECLARE_FINAL_TYPE (LpThemesSlide, lp_themes_slide, LP, THEMES_SLIDE, LpSlide)

GtkWidget *lp_themes_slide_new  (void);
void       lp_themes_slide_show (LpThemesSlide *self, const LpBoard *board);

G_END_DECLS
