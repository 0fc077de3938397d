/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-theme-finder.h"

G_BEGIN_DECLS

#define LP_TYPE_SUGGEST_GROUPS (lp_suggest_groups_get_type ())

/**
 * LpSuggestGroups: suggested themes as cards, to be kept or dropped one by one, or all. A card is there as long as two of its notes are
 * without a theme: so it goes when it is kept, and is back when that is undone.
 *
 * Properties: "narrow" (boolean): one card at a time; "n-left" (uint, read-only): suggestions that are neither kept nor dropped.
 *
 * Signal: "dropped" (n: uint): so many suggestions at once.
 */
G_DECLARE_FINAL_TYPE (LpSuggestGroups, lp_suggest_groups, LP, SUGGEST_GROUPS, AdwBin)

/* Once. groups: of LpFoundGroup */
void  lp_suggest_groups_show       (LpSuggestGroups *self, LpStore *store, const LpId *meeting, GPtrArray *groups);
guint lp_suggest_groups_get_n_left (LpSuggestGroups *self);
guint lp_suggest_groups_get_n_notes (LpSuggestGroups *self);

/* Brings back what was dropped at once the last time. */
void  lp_suggest_groups_restore     (LpSuggestGroups *self);

G_END_DECLS
