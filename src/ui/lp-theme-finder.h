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
  GPtrArray *pairs;   /* of LpFoundPair, most alike first */
  guint      n_loose; /* notes among which was looked for groups */
} LpFoundThemes;

void           lp_found_themes_async  (LpStore *store, const LpId *meeting, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
/* Transfer full; NULL and an error: it was cancelled, or the notes could not be read. */
LpFoundThemes *lp_found_themes_finish (GAsyncResult *result, GError **error);
void           lp_found_themes_free   (LpFoundThemes *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpFoundThemes, lp_found_themes_free)

G_END_DECLS
