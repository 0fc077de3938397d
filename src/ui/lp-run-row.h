/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-record.h"
#include "lp-run.h"

G_BEGIN_DECLS

#define LP_TYPE_RUN_ROW (lp_run_row_get_type ())

/** LpRunRow: an item of the agenda in the course of the day: done, now, or coming; as it goes against the plan. */
G_DECLARE_FINAL_TYPE (LpRunRow, lp_run_row, LP, RUN_ROW, GtkListBoxRow)

GtkWidget *lp_run_row_new        (void);
void       lp_run_row_show_item  (LpRunRow *self, LpRecord *record, const LpRunItem *item);
void       lp_run_row_set_looked (LpRunRow *self, gboolean looked);

G_END_DECLS
