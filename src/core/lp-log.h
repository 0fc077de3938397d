/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-db.h"
#include "lp-edit.h"
#include "lp-op.h"
#include "lp-row.h"

G_BEGIN_DECLS

/* The log of operations: the truth that the tables are folded from. */

typedef enum {
  LP_LOG_NEW,
  LP_LOG_DUPLICATE, /* here already */
  LP_LOG_FORK,      /* another operation has this number of this stream; nothing was changed */
  LP_LOG_UNSOUND,   /* damaged, or lacks its body without an erase or scrub that explains it; nothing was changed */
} LpLogOutcome;

typedef gboolean (*LpLogFunc) (const LpOp *op, gpointer user_data, GError **error);

gboolean lp_log_create    (LpDb *db, GError **error);
gboolean lp_log_apply     (LpDb *db, const LpOp *op, LpLogOutcome *outcome, GError **error);
gboolean lp_log_add_own   (LpDb *db, const LpOp *op, LpEdit *edit, LpRow *row, GError **error);
gboolean lp_log_each      (LpDb *db, LpLogFunc each, gpointer user_data, GError **error);
gboolean lp_log_each_final (LpDb *db, LpLogFunc each, gpointer user_data, GError **error);
gboolean lp_log_is_erased (LpDb *db, const char *entity, const LpId *object, gboolean *erased, GError **error);
gboolean lp_log_is_explained (LpDb *db, const LpOp *op, gboolean *explained, GError **error);
void     lp_log_read_op   (LpQuery *query, LpOp *op);

G_END_DECLS
