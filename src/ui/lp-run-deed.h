/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-runner.h"

G_BEGIN_DECLS

/* What is done to the day from a view: committed, and said by a toast. "from" is the widget where it was done. */

/* changes: taken; NULL does nothing. done: said with a button that takes it back, or NULL. */
void lp_run_deed      (GtkWidget *from, LpRunner *runner, LpChangeSet *changes, const char *done);
void lp_run_deed_next (GtkWidget *from, LpRunner *runner);
void lp_run_deed_go   (GtkWidget *from, LpRunner *runner, int item);

G_END_DECLS
