/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-story-goal.h"

G_BEGIN_DECLS

/*
 * The question that participants are shown may say things that are known on the day only. In the database they
 * stand as {end}, {count}, {left} and {today}; nobody sees them so. {dots} and {budget} are filled in from the
 * template as the meeting is made; where they are met all the same, an ellipsis stands for them.
 */

gboolean  lp_prompt_tells_stories (const char *prompt);
char     *lp_prompt_fill          (const char *prompt, int end, const LpStoryGoal *stories);

/* With words of the user's language for what is not known yet, ‹end time›, to be edited; and back again. */
char     *lp_prompt_to_words      (const char *prompt);
char     *lp_prompt_from_words    (const char *words);

G_END_DECLS
