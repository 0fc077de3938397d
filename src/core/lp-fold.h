/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-edit.h"
#include "lp-op.h"
#include "lp-row.h"

G_BEGIN_DECLS

/* The tables as a function of the log. Applying an operation twice, or in another order, gives the same tables. */

gboolean lp_fold_create_tables (LpDb *db, GError **error);
gboolean lp_fold_apply         (LpDb *db, const LpOp *op, gint64 *num, GError **error);
gboolean lp_fold_own           (LpDb *db, const LpOp *op, LpEdit *edit, LpRow *row, GError **error);
gboolean lp_fold_rebuild       (LpDb *tables, LpDb *log, GError **error);

G_END_DECLS
