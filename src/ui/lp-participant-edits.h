/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-participant-actions.h"
#include "lp-people.h"

G_BEGIN_DECLS

/*
 * What the participants' page does: each commits one change that can be undone. "from" is the widget that
 * asked: there it is said how it went. People: of LpPerson, at least one.
 */

void lp_participant_edits_put             (GtkWidget *from, LpStore *store, const LpId *meeting,
                                           const LpParticipantDraft *draft, const LpId *person);
void lp_participant_edits_set_table       (GtkWidget *from, LpStore *store, const LpId *meeting,
                                           GPtrArray *people, int table);
void lp_participant_edits_set_flag        (GtkWidget *from, LpStore *store, const LpId *meeting,
                                           GPtrArray *people, guint field, gboolean flag);
void lp_participant_edits_set_perspective (GtkWidget *from, LpStore *store, const LpId *meeting,
                                           GPtrArray *people, const char *perspective);
void lp_participant_edits_delete          (GtkWidget *from, LpStore *store, const LpId *meeting,
                                           GPtrArray *people);
void lp_participant_edits_swap            (GtkWidget *from, LpStore *store, const LpId *meeting,
                                           LpPerson *first, LpPerson *second);
void lp_participant_edits_seat            (GtkWidget *from, LpStore *store, const LpId *meeting,
                                           LpSeatWho who);
void lp_participant_edits_set_tables      (GtkWidget *from, LpStore *store, const LpId *meeting,
                                           int n_tables);
void lp_participant_edits_erase           (GtkWidget *from, LpStore *store, const LpId *meeting);

/* done: said with an Undo button; or NULL */
void lp_participant_edits_commit          (GtkWidget *from, LpStore *store, LpChangeSet *changes,
                                           const char *failure, const char *done);

G_END_DECLS
