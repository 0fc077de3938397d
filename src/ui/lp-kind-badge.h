/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-terms.h"

G_BEGIN_DECLS

#define LP_TYPE_KIND_BADGE (lp_kind_badge_get_type ())

/**
 * LpKindBadge: the kind of a note as symbol and word, "☾ Dream"; with a count, "☾ 63 Dreams".
 *
 * Properties: "kind" (int, LpKind), "count" (int, -1 for none).
 */
G_DECLARE_FINAL_TYPE (LpKindBadge, lp_kind_badge, LP, KIND_BADGE, GtkWidget)

GtkWidget  *lp_kind_badge_new       (LpKind kind);
void        lp_kind_badge_set_kind  (LpKindBadge *self, LpKind kind);
void        lp_kind_badge_set_count (LpKindBadge *self, int count);

const char *lp_kind_icon_name       (LpKind kind);
const char *lp_kind_css_class       (LpKind kind);  /* tints any widget */

G_END_DECLS
