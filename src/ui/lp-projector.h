/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-projection.h"
#include "lp-runner.h"

G_BEGIN_DECLS

#define LP_TYPE_PROJECTOR (lp_projector_get_type ())

/**
 * LpProjector: sees to it that the big screen is there while LpProjection is open, on the screen that it belongs on. It takes a lost
 * monitor and a closed window as they come; the run is not disturbed.
 *
 * Its actions belong into the group "projector" of a widget around the one that shows its menu: "open" and "projector-dark"
 * (booleans), "projector-screen" (string), "larger", "smaller". The menu has "meeting.review", too.
 */
G_DECLARE_FINAL_TYPE (LpProjector, lp_projector, LP, PROJECTOR, GObject)

LpProjector  *lp_projector_new         (LpRunner *runner, LpProjection *projection, GtkWidget *owner);
GMenuModel   *lp_projector_get_menu    (LpProjector *self);
GActionGroup *lp_projector_get_actions (LpProjector *self);
GtkWidget    *lp_projector_get_window  (LpProjector *self);

G_END_DECLS
