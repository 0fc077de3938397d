/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LpSmallCells: a table of counts with the sums of its rows and columns, in which cells that are small enough to point to
 * somebody are hidden, and others with them, so that none of the small ones can be computed from what is still shown.
 *
 * The sums of the rows are always shown. Those of the columns stand in a last row, number n_rows, and may be hidden too.
 */
typedef struct _LpSmallCells LpSmallCells;

LpSmallCells *lp_small_cells_new       (guint n_rows, guint n_columns);
void          lp_small_cells_add       (LpSmallCells *self, guint row, guint column);
guint         lp_small_cells_get       (LpSmallCells *self, guint row, guint column);
void          lp_small_cells_hide      (LpSmallCells *self, guint row, guint column);
void          lp_small_cells_protect   (LpSmallCells *self, guint limit, guint n_judged);
gboolean      lp_small_cells_is_hidden (LpSmallCells *self, guint row, guint column);
guint         lp_small_cells_count     (LpSmallCells *self);
void          lp_small_cells_free      (LpSmallCells *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpSmallCells, lp_small_cells_free)

G_END_DECLS
