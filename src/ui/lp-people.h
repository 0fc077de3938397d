/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-person.h"
#include "lp-roster.h"

G_BEGIN_DECLS

#define LP_TYPE_PEOPLE (lp_people_get_type ())

/**
 * LpPeople: a GListModel of LpPerson: the participants of a meeting, in the order they came in, and how they
 * sit. Follows the store. A roster is some hundred people, so it is read as a whole; rows stay the same
 * objects, which LpList does not do.
 *
 * Signals: "changed", after people or tables changed.
 */
G_DECLARE_FINAL_TYPE (LpPeople, lp_people, LP, PEOPLE, GObject)

LpPeople       *lp_people_new        (LpStore *store, const LpId *meeting);
const LpRoster *lp_people_get_roster (LpPeople *self);

G_END_DECLS
