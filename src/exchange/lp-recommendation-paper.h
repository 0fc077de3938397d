/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-paper.h"
#include "lp-reader.h"

G_BEGIN_DECLS

/**
 * The recommendations of a meeting, or of all meetings of a panel, on paper: what is recommended to whom and why, how far it has
 * come, and the codes of the notes behind it. Of words of notes there are quotes alone, see lp_note_may_be_quoted ().
 */
LpPaper *lp_recommendation_paper_new       (LpReader *reader, const LpId *meeting, GError **error);
LpPaper *lp_recommendation_paper_new_panel (LpReader *reader, const LpId *panel, GError **error);

G_END_DECLS
