/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-export.h"
#include "lp-part-file.h"

G_BEGIN_DECLS

gboolean lp_workbook_write (LpReader *reader, const LpId *meeting, LpPublication *publication,
                            LpPartFile *part, guint max_rows, GCancellable *cancellable, LpExportProgress progress, gpointer user_data,
                            LpExportResult *result, GError **error);

G_END_DECLS
