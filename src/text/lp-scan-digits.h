/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-scan.h"

#include <string.h>

G_BEGIN_DECLS

#define LP_MAX_GROUPS 8
#define LP_MAX_DIGITS 40

/** LpDigits: groups of digits, parted by nothing but a space, a dash, a full stop or a slash. */
typedef struct {
  guint    places[LP_MAX_GROUPS];     /* tokens */
  guint    sizes[LP_MAX_GROUPS];      /* digits */
  gunichar separators[LP_MAX_GROUPS]; /* before each; [0] says nothing */
  guint    n;
  gunichar before;                    /* what parts it from a number before it; 'a': a letter; 0: nothing */
  gboolean plus;                      /* a "+" stands before it */
} LpDigits;

void     lp_digits_read    (const LpScan *scan, guint place, LpDigits *run);
gboolean lp_digits_fit     (const LpDigits *run, const guint *sizes, guint *n);
guint    lp_digits_join    (const LpScan *scan, const LpDigits *run, guint n, char *digits);
gboolean lp_digits_goes_on (const LpScan *scan, guint place);
int      lp_digits_number  (const char *digits, guint n);
gboolean lp_digits_is_date (int day, int month, int year);

G_END_DECLS
