/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days as people of the user's language read and write them. A day is a string, YYYY-MM-DD; others come
 * out as they are. */
char     *lp_day_long    (const char *day);  /* "Tuesday 24 November 2026" */
char     *lp_day_weekday (const char *day);  /* "Tuesday"; NULL for what is no day */
char     *lp_day_written (const char *day);  /* "24/11/2026" */
/* NULL for what is no day */
char     *lp_day_parse   (const char *written);
/* Why it is no day, in a sentence or two for the user; NULL for what is one. */
char     *lp_day_explain (const char *written);
char     *lp_day_example (void);             /* "31/12/2026", to show how it is written */

G_END_DECLS
