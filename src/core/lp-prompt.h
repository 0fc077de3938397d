/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-reader.h"

G_BEGIN_DECLS

/*
 * The question that participants are shown may say things that are known on the day only. In the database
 * they stand as {end}, {count}, {left} and {today}; nobody sees them so.
 */

/* How many stories the panel wants to collect. */
#define LP_STORY_GOAL 1001

/** LpPromptValues: what is known on the day. */
typedef struct {
  int end;     /* when the item ends, minutes after midnight */
  int stories; /* of the panel, whose tellers agreed that they be used; -1: not known, an ellipsis stands for it */
  int today;   /* of these, those of this meeting; or -1 */
} LpPromptValues;

gboolean  lp_prompt_values_load (LpReader *reader, const LpId *meeting, LpPromptValues *values, GError **error);
char     *lp_prompt_fill        (const char *prompt, const LpPromptValues *values);

/* With words of the user's language for what is not known yet, ‹end time›, to be edited; and back again. */
char     *lp_prompt_to_words    (const char *prompt);
char     *lp_prompt_from_words  (const char *words);

G_END_DECLS
