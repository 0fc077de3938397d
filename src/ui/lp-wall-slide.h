/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-slide.h"
#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_WALL_SLIDE (lp_wall_slide_get_type ())

/** LpWallSlide: notes as they come, a column for each kind. Only those that may be shown. */
G_DECLARE_FINAL_TYPE (LpWallSlide, lp_wall_slide, LP, WALL_SLIDE, LpSlide)

GtkWidget *lp_wall_slide_new       (void);
void       lp_wall_slide_set_kinds (LpWallSlide *self, LpStore *store, const LpId *meeting, guint kinds);
void       lp_wall_slide_set_end   (LpWallSlide *self, const char *end);

G_END_DECLS
