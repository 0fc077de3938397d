/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-story-goal.h"

G_BEGIN_DECLS

gboolean lp_story_count_has_ending (const char *path);
gboolean lp_story_count_write      (const LpStoryGoal *goal, const char *path, GError **error);

G_END_DECLS
