/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-lexicon.h"
#include "lp-names.h"
#include "lp-vectors.h"

G_BEGIN_DECLS

/** LpLooseNote: a text and what the caller knows it by. */
typedef struct {
  gint64      key;
  const char *text; /* valid UTF-8 */
} LpLooseNote;

/** LpGroup: notes that are about the same, so it seems. */
typedef struct {
  gint64 *notes;    /* the most typical first; never less than two */
  guint   n_notes;
  double  likeness; /* from 0 to 1: of the notes to each other, in the mean */
  char   *name;     /* proposed: what one of the notes says, or some of their words; maybe "" */
  char  **words;    /* the most telling, as they stand in the notes; NULL-terminated, maybe empty */
} LpGroup;

/** LpPair: two notes that say nearly the same. */
typedef struct {
  gint64 one;      /* the one that came before the other in what was given */
  gint64 other;
  double likeness; /* to 1, the same words */
} LpPair;

#define LP_GROUPS_MAX 400
#define LP_GROUP_WORDS 4

GPtrArray *lp_groups_find       (LpLexicon *lexicon, const LpNames *names, const LpLooseNote *notes, guint n,
                                 LpStop stop, gpointer data);
GArray    *lp_groups_find_pairs (LpLexicon *lexicon, const LpLooseNote *notes, guint n, LpStop stop, gpointer data);
void       lp_group_free        (LpGroup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpGroup, lp_group_free)

G_END_DECLS
