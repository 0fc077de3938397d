/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-store.h"

G_BEGIN_DECLS

typedef enum {
  LP_GROUPING_MOVED,    /* notes, from theme to theme */
  LP_GROUPING_PAIRED,   /* notes inside a theme */
  LP_GROUPING_MADE,     /* a theme, perhaps of notes */
  LP_GROUPING_MERGED,
  LP_GROUPING_RENAMED,
  LP_GROUPING_DELETED,
  LP_GROUPING_RESTORED,
  LP_GROUPING_CHANGED,  /* order, colour, description … of a theme */
} LpGroupingDeed;

/** LpGroupingStep: what was done to the themes of a meeting at once, read from the log. */
typedef struct {
  gint64          time;     /* milliseconds since 1970, UTC */
  LpGroupingDeed  deed;
  guint           n_notes;
  guint           n_themes; /* that were made, deleted or brought back, whichever the deed is */
  char           *code;     /* of the note when it is one, else NULL */
  char           *from;     /* the theme that notes came from, NULL: none, or several */
  char           *to;       /* the theme they came to, or that was changed; NULL: none, or several */
  GArray         *ops;      /* inside */
} LpGroupingStep;

GPtrArray *lp_theme_history_load (LpReader *reader, const LpId *meeting, GError **error);
gboolean   lp_theme_history_undo (LpChangeSet *changes, LpReader *reader, const LpId *meeting,
                                  const LpGroupingStep *step, guint *n_left, GError **error);

G_END_DECLS
