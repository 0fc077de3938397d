/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-roster-names.h"
#include "lp-theme-finder.h"

G_BEGIN_DECLS

#define LP_TYPE_SUGGEST_CARD (lp_suggest_card_get_type ())

/**
 * LpSuggestCard: a suggested theme: its name, which can be changed where it stands, what its notes have in common, and some of them.
 *
 * Property: "name" (string). Activates "suggestions.keep" and "suggestions.drop" (i: where it stands).
 */
G_DECLARE_FINAL_TYPE (LpSuggestCard, lp_suggest_card, LP, SUGGEST_CARD, GtkFlowBoxChild)

/* group: borrowed, lives longer than the card. */
GtkWidget    *lp_suggest_card_new       (LpFoundGroup *group, const char *name, LpRosterNames *names);
LpFoundGroup *lp_suggest_card_get_group (LpSuggestCard *self);
const char   *lp_suggest_card_get_name  (LpSuggestCard *self);
void          lp_suggest_card_set_count (LpSuggestCard *self, guint n_notes);
/* There is a theme of that name: the notes would go there. */
void          lp_suggest_card_set_taken (LpSuggestCard *self, gboolean taken);

G_END_DECLS
