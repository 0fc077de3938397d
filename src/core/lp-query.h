/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-reader.h"

G_BEGIN_DECLS

/* The side of LpQuery that only core uses. */

struct _LpDb;
struct sqlite3_stmt;

LpQuery    *lp_query_new        (struct _LpDb *db, struct sqlite3_stmt *statement);
gboolean    lp_query_is_busy    (LpQuery *self);
void        lp_query_take       (LpQuery *self);
void        lp_query_destroy    (LpQuery *self);

void        lp_query_bind_value (LpQuery *self, int index, const LpValue *value);
void        lp_query_bind_blob  (LpQuery *self, int index, const void *bytes, gsize size);
const void *lp_query_blob       (LpQuery *self, int column, gsize *size);
gboolean    lp_query_run        (LpQuery *self, GError **error);

G_END_DECLS
