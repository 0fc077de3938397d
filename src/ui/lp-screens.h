/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is wanted of the screens; anything else is the name of one. */
#define LP_SCREENS_OTHER ""           /* the first that is not the app's own; where there is none, a window */
#define LP_SCREENS_WINDOW "window"

/* Which of the screens the big screen fills. A pure function. */
int lp_screens_choose (const char *const *names, guint n_names, int own, const char *wanted);

G_END_DECLS
