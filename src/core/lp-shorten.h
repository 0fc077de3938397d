/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-record.h"

G_BEGIN_DECLS

/** LpShortening: what one item of the agenda could do with. */
typedef struct {
  guint position; /* of the item, 0 first */
  int   minutes;  /* now */
  int   cut;      /* how many of them to give up */
} LpShortening;

/* items: of LpRecord, in order. Transfer full, of LpShortening, in the order of the agenda. */
GArray *lp_shorten_suggest (GPtrArray *items, int over);

G_END_DECLS
