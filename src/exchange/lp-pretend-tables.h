/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-store.h"

G_BEGIN_DECLS

/** LpPretendTables: tables of a rehearsal, each of which says something now and then. The same each time. */
typedef struct _LpPretendTables LpPretendTables;

LpPretendTables *lp_pretend_tables_new   (guint n_tables, GError **error);
void             lp_pretend_tables_free  (LpPretendTables *self);
LpChangeSet     *lp_pretend_tables_speak (LpPretendTables *self, LpReader *reader, const LpId *meeting, LpRecord *item,
                                          gint64 time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpPretendTables, lp_pretend_tables_free)

G_END_DECLS
