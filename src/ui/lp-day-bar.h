/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-runner.h"

G_BEGIN_DECLS

#define LP_TYPE_DAY_BAR (lp_day_bar_get_type ())

/** LpDayBar: the clock of the day in one line, at the bottom of the other stages while the day runs. */
G_DECLARE_FINAL_TYPE (LpDayBar, lp_day_bar, LP, DAY_BAR, AdwBin)

void lp_day_bar_set_runner (LpDayBar *self, LpRunner *runner);
void lp_day_bar_set_narrow (LpDayBar *self, gboolean narrow);

G_END_DECLS
