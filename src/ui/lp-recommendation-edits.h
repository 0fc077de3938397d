/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-recommendation-actions.h"

G_BEGIN_DECLS

/*
 * What is done with recommendations: each commits one change, says what was done, and offers to undo it. Where nothing would be
 * changed, nothing is said. "from" is the widget that asked: there it is said how it went.
 */

void lp_recommendation_edits_move      (GtkWidget *from, LpStore *store, LpRecord *recommendation, guint position);
void lp_recommendation_edits_delete    (GtkWidget *from, LpStore *store, LpRecord *recommendation);
/* nums: of notes, see lp_record_get_num (); many are read on a thread */
void lp_recommendation_edits_add_notes (GtkWidget *from, LpStore *store, LpRecord *recommendation, GArray *nums,
                                        gboolean against);
void lp_recommendation_edits_add_theme (GtkWidget *from, LpStore *store, LpRecord *recommendation, LpRecord *theme);
/* of: a note or a theme, as record */
void lp_recommendation_edits_remove    (GtkWidget *from, LpStore *store, LpRecord *recommendation, LpRecord *of);
void lp_recommendation_edits_field     (GtkWidget *from, LpStore *store, LpRecord *recommendation, guint field,
                                        const char *text);
void lp_recommendation_edits_status    (GtkWidget *from, LpStore *store, LpRecord *recommendation, LpStatus status,
                                        const char *date);

G_END_DECLS
