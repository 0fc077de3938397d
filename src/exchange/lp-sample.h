/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-csv.h"
#include "lp-store.h"

G_BEGIN_DECLS

/* Makes the sample meeting that ships with the program: agenda, 90 participants, 240 notes in 16 themes. All
 * of it invented. One undoable action. Made a second time, it is a second meeting. */
gboolean lp_sample_create     (LpStore *store, LpId *meeting, GError **error);
LpCsv   *lp_sample_load_table (const char *name, GError **error);

G_END_DECLS
