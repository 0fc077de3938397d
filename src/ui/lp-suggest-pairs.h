/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-theme-finder.h"

G_BEGIN_DECLS

#define LP_TYPE_SUGGEST_PAIRS (lp_suggest_pairs_get_type ())

/**
 * LpSuggestPairs: notes that say nearly the same, two by two, to be joined or kept as they are. A pair is there as long as neither
 * belongs to the other: so it goes when it is joined, and is back when that is undone.
 *
 * Properties: "narrow" (boolean): the two below each other; "n-left" (uint, read-only): pairs that are neither joined nor kept.
 *
 * Signal: "kept": a pair, as it is.
 */
G_DECLARE_FINAL_TYPE (LpSuggestPairs, lp_suggest_pairs, LP, SUGGEST_PAIRS, AdwBin)

/* Once. pairs: of LpFoundPair */
void  lp_suggest_pairs_show       (LpSuggestPairs *self, LpStore *store, const LpId *meeting, GPtrArray *pairs);
guint lp_suggest_pairs_get_n_left (LpSuggestPairs *self);

/* Brings back the pair that was kept last. */
void  lp_suggest_pairs_restore    (LpSuggestPairs *self);

G_END_DECLS
