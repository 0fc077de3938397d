/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-lexicon.h"

G_BEGIN_DECLS

/** LpLooseNote: a text and what the caller knows it by. */
typedef struct {
  gint64      key;
  const char *text;
} LpLooseNote;

/** LpGroup: notes that are about the same, so it seems. */
typedef struct {
  gint64 *notes;     /* the most typical first; never less than two */
  guint   n_notes;
  double  likeness;  /* from 0 to 1: of the notes to each other, in the mean */
  char   *name;      /* proposed: of the notes' own words */
  char  **words;     /* the most telling, as they stand in the notes; NULL-terminated */
} LpGroup;

/** LpPair: two notes that say nearly the same. */
typedef struct {
  gint64 one; /* the earlier of both in what was given */
  gint64 other;
  double likeness;
} LpPair;

/** Asked now and then, from the calling thread. TRUE: give up. (LpStop) g_cancellable_is_cancelled will do. */
typedef gboolean (*LpStop) (gpointer data);

GPtrArray *lp_groups_find       (LpLexicon *lexicon, const LpLooseNote *notes, guint n, LpStop stop, gpointer data);
GArray    *lp_groups_find_pairs (LpLexicon *lexicon, const LpLooseNote *notes, guint n, LpStop stop, gpointer data);
void       lp_group_free        (LpGroup *self);

G_END_DECLS
