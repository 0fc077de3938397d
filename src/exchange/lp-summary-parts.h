/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-paper.h"
#include "lp-summary-facts.h"

G_BEGIN_DECLS

/* What several papers about a meeting have in common. */

void     lp_summary_add_figure     (LpPaper *paper, guint column, guint figure, const char *label);
void     lp_summary_add_words      (LpPaper *paper, guint column, GPtrArray *words, guint most);
void     lp_summary_add_next_steps (LpPaper *paper, const LpSummaryFacts *facts);
void     lp_summary_add_about      (LpPaper *paper, const LpSummaryFacts *facts);
LpPaper *lp_summary_begin          (const LpSummaryFacts *facts, const char *title, gboolean tight);

G_END_DECLS
