/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-export.h"
#include "lp-paper.h"

G_BEGIN_DECLS

/* Of the time it takes; the rest is written. */
#define LP_SHARE_OF_LAYING_OUT 0.6

LpPaper *lp_themes_paper_new (LpReader *reader, const LpId *meeting, LpPublication *publication, GCancellable *cancellable,
                              LpExportProgress progress, gpointer user_data, LpExportResult *result, GError **error);

G_END_DECLS
