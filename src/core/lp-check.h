/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-store.h"

G_BEGIN_DECLS

/**
 * lp_check: proves that a database is sound: SQLite's own check, no gap in any stream, every digest holds, and the
 * log folds to the very tables that are there. Returns the findings, each a sentence; empty when all is well.
 * NULL and an error when it could not be read at all.
 */
GPtrArray *lp_check (const char *path, GError **error);

G_END_DECLS
