/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LP_TYPE_TEXT_HEIGHTS (lp_text_heights_get_type ())

/**
 * LpTextHeights: how high the texts of notes are, broken at one width: laid out once, and before a list comes to them. A list view holds
 * two hundred rows and takes in dozens of them in a frame; laying out their texts then would take longer than the frame has.
 */
G_DECLARE_FINAL_TYPE (LpTextHeights, lp_text_heights, LP, TEXT_HEIGHTS, GObject)

LpTextHeights *lp_text_heights_new        (GtkListView *list);
void           lp_text_heights_set_layout (LpTextHeights *self, PangoLayout *layout);
gboolean       lp_text_heights_is_ready   (LpTextHeights *self);
int            lp_text_heights_measure    (LpTextHeights *self, const char *text, int width);
int            lp_text_heights_get_width  (LpTextHeights *self);
void           lp_text_heights_forget     (LpTextHeights *self);

G_END_DECLS
