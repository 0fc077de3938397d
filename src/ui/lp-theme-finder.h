/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-note-ids.h"
#include "lp-store.h"

G_BEGIN_DECLS

#define LP_FOUND_FIRSTS 4
#define LP_FOUND_PAIRS_MAX 100

/** LpFoundGroup: loose notes that seem to be about the same. */
typedef struct {
  char      *name;                     /* proposed: out of the notes */
  char     **words;                    /* that tell what they have in common */
  LpNoteIds *notes;                    /* the most typical first */
  LpRecord  *firsts[LP_FOUND_FIRSTS];  /* of different kinds where it has them; NULL: no more */
} LpFoundGroup;

/** LpFoundPair: two notes that say nearly the same, grouped or not. */
typedef struct {
  LpRecord *first;
  LpRecord *other; /* came later */
} LpFoundPair;

typedef struct {
  GPtrArray *groups;  /* of LpFoundGroup, best first */
  guint      n_loose; /* notes among which was looked */
} LpFoundGroups;

/* Pairs take longer, since they are looked for among all notes: so one asks for either. */
void           lp_found_groups_async  (LpStore *store, const LpId *meeting, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
/* Transfer full; NULL and an error: it was cancelled, or the notes could not be read. */
LpFoundGroups *lp_found_groups_finish (GAsyncResult *result, GError **error);
void           lp_found_groups_free   (LpFoundGroups *self);

void           lp_found_pairs_async   (LpStore *store, const LpId *meeting, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
/* Of LpFoundPair, most alike first. Transfer full; NULL and an error as above. */
GPtrArray     *lp_found_pairs_finish  (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpFoundGroups, lp_found_groups_free)

G_END_DECLS
