/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Local clock time ↔ text. "09:30"; FALSE for what is no time. */
gboolean  lp_clock_parse    (const char *text, int *minutes);
char     *lp_clock_print    (int minutes);

/* YYYY-MM-DD, a day of the calendar. */
gboolean  lp_date_is_valid  (const char *date);
char     *lp_date_today     (void);

G_END_DECLS
