/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LP_TYPE_STAGE_ROW (lp_stage_row_get_type ())

/**
 * LpStageRow: a stage of a meeting in the sidebar, with how far it is as a caption.
 *
 * Properties: "icon-name", "title", "caption" (string), "reached" (boolean): the day is at this stage now.
 */
G_DECLARE_FINAL_TYPE (LpStageRow, lp_stage_row, LP, STAGE_ROW, GtkListBoxRow)

void lp_stage_row_set_caption (LpStageRow *self, const char *caption);
void lp_stage_row_set_reached (LpStageRow *self, gboolean reached);

G_END_DECLS
