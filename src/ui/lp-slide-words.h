/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-record.h"
#include "lp-run.h"
#include "lp-story-goal.h"

G_BEGIN_DECLS

/** LpSlideWords: what the room is told of the day just now. Parts that have nothing to say are NULL. */
typedef struct {
  char *heading;     /* the item */
  char *invitation;  /* how one takes part */
  char *question;
  char *fact;        /* a figure to think of */
  char *source;      /* "Source: …": stands with the fact */
  char *clock;       /* "4:12" */
  char *left;        /* "minutes left": goes with the clock */
  char *end;         /* "We finish at 13:35" */
} LpSlideWords;

char         *lp_slide_words_clock (gint64 left);
char         *lp_slide_words_source (LpRecord *item);
LpSlideWords *lp_slide_words_new   (const LpRunState *state, LpRecord *meeting, LpRecord *item,
                                    const LpStoryGoal *stories, gint64 time);
void          lp_slide_words_free  (LpSlideWords *self);
guint         lp_slide_words_kinds (LpRecord *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpSlideWords, lp_slide_words_free)

G_END_DECLS
