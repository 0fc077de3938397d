/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-reader.h"

G_BEGIN_DECLS

/** LpStoryGoal: how far a panel is with its stories. Whoever tells it asks here, so that all say the same. */
typedef struct {
  char *panel;    /* its name; NULL for a meeting of none */
  guint stories;  /* that count, see lp-story.h, in all meetings of the panel */
  guint today;    /* of these, those of the meeting asked for */
  guint wanted;   /* how many the panel wants to collect */
} LpStoryGoal;

LpStoryGoal *lp_story_goal_load (LpReader *reader, const LpId *meeting, GError **error);
void         lp_story_goal_free (LpStoryGoal *self);
char        *lp_story_goal_text (guint stories, guint goal);
char        *lp_story_goal_to_json (const LpStoryGoal *self, GDateTime *when);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpStoryGoal, lp_story_goal_free)

G_END_DECLS
