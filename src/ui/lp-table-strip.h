/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-round.h"
#include "lp-runner.h"

G_BEGIN_DECLS

#define LP_TYPE_TABLE_STRIP (lp_table_strip_get_type ())

/** LpTableStrip: what has come in from the tables in this round, table by table. */
G_DECLARE_FINAL_TYPE (LpTableStrip, lp_table_strip, LP, TABLE_STRIP, AdwBin)

void lp_table_strip_show_round (LpTableStrip *self, LpRunner *runner, const LpRound *round);

G_END_DECLS
