/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Spelling while a note is typed; "check-spelling" and "spelling-language" of the settings say whether, and in which language. */

GtkTextBuffer *lp_spelling_buffer_new (void);
void           lp_spelling_attach     (GtkTextView *view);

G_END_DECLS
