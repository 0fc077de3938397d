/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-run.h"

G_BEGIN_DECLS

/* How the clock of the day is written, the same everywhere. All transfer full. */

char *lp_run_print_left      (gint64 left);            /* "4:12", "−2:40", "1:04:12" */
char *lp_run_print_time      (gint64 time);            /* "13:35", local */
char *lp_run_print_deviation (gint64 from, gint64 to); /* "+20", "−3", "0": minutes */
char *lp_run_print_behind    (int minutes);            /* "20 min behind", "3 min ahead", "On time" */
char *lp_run_print_numbers   (const int *numbers, guint n); /* "6, 7 and 8" */
int   lp_run_minute_of_day   (gint64 time);            /* after midnight, local */

G_END_DECLS
