/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-slide.h"
#include "lp-story-goal.h"

G_BEGIN_DECLS

#define LP_TYPE_STORIES_SLIDE (lp_stories_slide_get_type ())

/** LpStoriesSlide: how many stories there are, and how many to go. */
G_DECLARE_FINAL_TYPE (LpStoriesSlide, lp_stories_slide, LP, STORIES_SLIDE, LpSlide)

GtkWidget *lp_stories_slide_new  (void);
void       lp_stories_slide_show (LpStoriesSlide *self, const LpStoryGoal *stories);

G_END_DECLS
