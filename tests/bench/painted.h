/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Calls back once, on the main thread, when the first window of an application has been drawn. */
typedef void (*PaintedFunc) (GtkWindow *window);

void    painted_watch        (GtkApplication *application, PaintedFunc func);
void    painted_print_start  (void);
void    painted_print_memory (void);

G_END_DECLS
