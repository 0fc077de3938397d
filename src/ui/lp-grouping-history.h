/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_GROUPING_HISTORY (lp_grouping_history_get_type ())

/** LpGroupingHistory: what was done to the themes of a meeting, and when; each step can be undone. */
G_DECLARE_FINAL_TYPE (LpGroupingHistory, lp_grouping_history, LP, GROUPING_HISTORY, AdwDialog)

AdwDialog *lp_grouping_history_new (LpStore *store, const LpId *meeting);

G_END_DECLS
