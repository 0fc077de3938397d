/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-export.h"
#include "lp-note-stream.h"
#include "lp-part-file.h"

G_BEGIN_DECLS

gboolean lp_csv_write (LpReader *reader, const LpId *meeting, LpPublication *publication, LpPartFile *part, GCancellable *cancellable,
                       LpExportResult *result, GError **error);

G_END_DECLS
