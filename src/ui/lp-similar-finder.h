/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lp-store.h"

G_BEGIN_DECLS

/** LpSimilarNote: a note of the meeting that says much the same as what is being typed. */
typedef struct {
  LpId  id;
  char *code;
  char *text;
} LpSimilarNote;

/* So many at most. */
#define LP_SIMILAR_MAX 4

void lp_similar_note_free (LpSimilarNote *self);

#define LP_TYPE_SIMILAR_FINDER (lp_similar_finder_get_type ())

/**
 * LpSimilarFinder: looks for notes like the one being typed, on a thread of its own, one search at a time. What it needs to
 * know of a meeting it reads when it is first asked, and from then on it follows the store.
 *
 * Signal: "found" (GPtrArray of LpSimilarNote, nearest first, maybe none): for the text that it was asked last.
 */
G_DECLARE_FINAL_TYPE (LpSimilarFinder, lp_similar_finder, LP, SIMILAR_FINDER, GObject)

LpSimilarFinder *lp_similar_finder_new  (LpStore *store, const LpId *meeting);
void             lp_similar_finder_find (LpSimilarFinder *self, const char *text);

G_END_DECLS
