/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-people.h"

G_BEGIN_DECLS

#define LP_TYPE_PARTICIPANTS_VIEW (lp_participants_view_get_type ())

/**
 * LpParticipantsView: the participants as a list that can be searched, filtered and sorted. Arrows choose,
 * Space says who is present, digits give a table, two typed quickly one of two digits.
 *
 * Property: "compact" (boolean: name, where from, table and present only, as a narrow screen has room for).
 * Signals: "chosen-changed"; "activated" (LpPerson); "table-typed" (int, for the chosen ones);
 * "flag-toggled" (LpPerson, uint field, boolean). Keys also use actions of the page around it:
 * participants.present, participants.consent and participants.delete.
 */
G_DECLARE_FINAL_TYPE (LpParticipantsView, lp_participants_view, LP, PARTICIPANTS_VIEW, AdwBin)

void       lp_participants_view_set_people (LpParticipantsView *self, LpPeople *people); /* once */
void       lp_participants_view_set_menu   (LpParticipantsView *self, GMenuModel *menu);
GPtrArray *lp_participants_view_get_chosen (LpParticipantsView *self);                   /* of LpPerson */
void       lp_participants_view_show_table (LpParticipantsView *self, int table);
void       lp_participants_view_search     (LpParticipantsView *self);
gboolean   lp_participants_view_popup      (LpParticipantsView *self);

G_END_DECLS
