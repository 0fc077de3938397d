/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-projection.h"
#include "lp-runner.h"

G_BEGIN_DECLS

#define LP_TYPE_PROJECTOR_WINDOW (lp_projector_window_get_type ())

/**
 * LpProjectorWindow: the big screen that the room looks at. It shows what LpProjection asks for and what LpRunner says, and is never
 * needed for anything: keys that it gets go to the app's own window.
 *
 * Properties: "dark" (boolean): light words on black.
 */
G_DECLARE_FINAL_TYPE (LpProjectorWindow, lp_projector_window, LP, PROJECTOR_WINDOW, AdwWindow)

GtkWidget *lp_projector_window_new      (LpRunner *runner, LpProjection *projection);
void       lp_projector_window_set_main (LpProjectorWindow *self, GtkWindow *window);
void       lp_projector_window_place    (LpProjectorWindow *self, GdkMonitor *monitor);

G_END_DECLS
