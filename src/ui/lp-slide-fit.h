/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How words find their size and their lines on the big screen. Pure functions. */

/** LpSlideFits: whether something fits at a size. What fits at one size fits at any smaller one. */
typedef gboolean (*LpSlideFits) (double size, gpointer data);

double  lp_slide_fit            (double most, double least, LpSlideFits fits, gpointer data);
char   *lp_slide_break_question (const char *question);

G_END_DECLS
