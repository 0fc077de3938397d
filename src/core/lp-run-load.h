/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-reader.h"
#include "lp-run-clock.h"
#include "lp-run.h"

G_BEGIN_DECLS

/** LpRunRecords: what the clock of a day is made of. */
typedef struct {
  GPtrArray *items;   /* of LpRecord: the agenda, in its order */
  GPtrArray *events;  /* of LpRecord: what was done, in its order */
  LpRecord  *meeting; /* or NULL */
} LpRunRecords;

gboolean    lp_run_records_load    (LpRunRecords *self, LpReader *reader, const LpId *meeting, GError **error);
LpRunState *lp_run_records_compute (const LpRunRecords *self, LpRunClock *clock);
gint64      lp_run_records_plan_begin (const LpRunRecords *self, gint64 begun);
void        lp_run_records_clear   (LpRunRecords *self);

LpRunState *lp_run_load            (LpReader *reader, const LpId *meeting, LpRunClock *clock, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LpRunRecords, lp_run_records_clear)

G_END_DECLS
