/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-runner.h"

G_BEGIN_DECLS

#define LP_TYPE_REHEARSAL (lp_rehearsal_get_type ())

/** How many times faster than life a rehearsal goes, unless it is told. */
#define LP_REHEARSAL_SPEED 60.0

/**
 * LpRehearsal: a meeting to practise on: the agenda of a real one in a database of its own, a fast clock, and tables that send notes while
 * an item takes them, as they do on the day: most of them steadily, one hardly ever. The notes are those of the sample meeting. Nobody's
 * name, and none of the meeting's own notes, gets into it; lp_rehearsal_close () leaves nothing behind.
 *
 * Lives on the main thread.
 */
G_DECLARE_FINAL_TYPE (LpRehearsal, lp_rehearsal, LP, REHEARSAL, GObject)

LpRehearsal *lp_rehearsal_new         (LpStore *source, const LpId *meeting, double speed, GError **error);
LpStore     *lp_rehearsal_get_store   (LpRehearsal *self);
const LpId  *lp_rehearsal_get_meeting (LpRehearsal *self);
LpRunClock  *lp_rehearsal_get_clock   (LpRehearsal *self);
const char  *lp_rehearsal_get_folder  (LpRehearsal *self);
void         lp_rehearsal_step        (LpRehearsal *self);
gboolean     lp_rehearsal_close       (LpRehearsal *self, GError **error);

G_END_DECLS
