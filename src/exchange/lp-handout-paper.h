/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-paper.h"
#include "lp-summary-facts.h"

G_BEGIN_DECLS

LpPaper *lp_handout_paper_new (const LpSummaryFacts *facts);

G_END_DECLS
