/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-runner.h"

G_BEGIN_DECLS

#define LP_TYPE_RUN_WATCH (lp_run_watch_get_type ())

/**
 * LpRunWatch: what goes on beside the views while the day runs: the screen stays awake, a screen reader is told politely how much
 * time is left and, where that is asked for, a sound tells that an item is at its end. Only while its widget is on the screen.
 */
G_DECLARE_FINAL_TYPE (LpRunWatch, lp_run_watch, LP, RUN_WATCH, GObject)

LpRunWatch *lp_run_watch_new (LpRunner *runner, GtkWidget *widget);

G_END_DECLS
