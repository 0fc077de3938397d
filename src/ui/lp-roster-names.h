/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-names.h"
#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_ROSTER_NAMES (lp_roster_names_get_type ())

/** LpRosterNames: the names on a meeting's roster, ready for the privacy check. "changed" when they are others. */
G_DECLARE_FINAL_TYPE (LpRosterNames, lp_roster_names, LP, ROSTER_NAMES, GObject)

LpRosterNames *lp_roster_names_new (LpStore *store, const LpId *meeting);
const LpNames *lp_roster_names_get (LpRosterNames *self);

G_END_DECLS
