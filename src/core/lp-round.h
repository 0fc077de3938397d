/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-reader.h"
#include "lp-terms.h"

G_BEGIN_DECLS

typedef struct {
  int    table;
  guint  notes;
  gint64 last;  /* when the last note came, milliseconds since 1970, UTC; 0 for none */
} LpRoundTable;

/** LpRound: what has come in from the tables during the item that the day is at, and what is on the wall. */
typedef struct {
  LpId    item;    /* unset while none is under way; then nothing is counted */
  guint   notes;
  guint   loose;   /* of these, the notes of no table */
  guint   perspectives[LP_N_PERSPECTIVES];
  guint   wall[LP_N_KINDS]; /* let onto the wall, in any item */
  GArray *tables;  /* of LpRoundTable, by number: all of the meeting, and others that have sent something */
} LpRound;

LpRound *lp_round_load    (LpReader *reader, const LpId *meeting, GError **error);
void     lp_round_free    (LpRound *self);
gint64   lp_round_silence (const LpRoundTable *table, gint64 since, gint64 time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpRound, lp_round_free)

G_END_DECLS
