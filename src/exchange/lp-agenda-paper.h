/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-paper.h"
#include "lp-reader.h"

G_BEGIN_DECLS

typedef enum {
  LP_AGENDA_PAPER_PLAIN = 0,
  LP_AGENDA_PAPER_GUIDE = 1 << 0, /* with what the facilitator should remember: not to be handed out */
} LpAgendaPaperFlags;

/* The agenda with its times, on one sheet if at all it fits. */
LpPaper *lp_agenda_paper_new (LpReader *reader, const LpId *meeting, LpAgendaPaperFlags flags, GError **error);

G_END_DECLS
