/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-id.h"

G_BEGIN_DECLS

/*
 * The clock of the day: a pure function of the agenda, of what the facilitator did, and of the time. Nothing counts along, so that
 * nothing can be lost: after sleep, a crash or a restart the same function says the same. All times are milliseconds since 1970,
 * UTC; all lengths milliseconds, unless they say minutes.
 */

typedef enum {
  LP_RUN_GO,      /* to an item, the first or any other; to one before, too */
  LP_RUN_PAUSE,
  LP_RUN_RESUME,
  LP_RUN_EXTEND,  /* an item by minutes; by fewer than none: shorten it */
  LP_RUN_END,
  LP_N_RUN_ACTS,
} LpRunAct;

/** LpRunEvent: one thing that the facilitator did. */
typedef struct {
  LpRunAct act;
  LpId     item;     /* of LP_RUN_GO and LP_RUN_EXTEND */
  int      minutes;  /* of LP_RUN_EXTEND */
  gint64   time;
} LpRunEvent;

/** LpRunPlan: an item of the agenda. */
typedef struct {
  LpId     id;
  int      minutes;
  gboolean is_break;
} LpRunPlan;

typedef enum {
  LP_RUN_COMING,
  LP_RUN_NOW,
  LP_RUN_DONE,
  LP_RUN_SKIPPED, /* passed over */
} LpRunStatus;

typedef struct {
  LpRunPlan   plan;
  LpRunStatus status;
  gint64      plan_begin;
  gint64      plan_end;
  gint64      given;      /* the length planned, and what it was extended by */
  gint64      spent;      /* on it so far, without pauses */
  gint64      begin;      /* when it began, or will as it looks; 0 when skipped */
  gint64      end;        /* when it was left, or will be */
} LpRunItem;

typedef struct {
  GArray  *items;        /* of LpRunItem, in the agenda's order */
  int      now;          /* which one, or -1 */
  int      next;         /* which one, or -1 */
  gboolean started;
  gboolean paused;
  gboolean over;
  gint64   left;         /* of what the item now was given; below none: over time */
  gint64   since;        /* when it became the item now, for the last time */
  gint64   plan_end;     /* of the day */
  gint64   end;          /* as it looks, or was */
} LpRunState;

/** LpRunPhase: what the clock of the item now says, in a word. */
typedef enum {
  LP_PHASE_NONE,    /* no item is under way */
  LP_PHASE_PAUSED,
  LP_PHASE_RUNNING,
  LP_PHASE_SOON,    /* soon over */
  LP_PHASE_OVER,    /* over time */
} LpRunPhase;

/** LpRunCut: a coming item, and by how much it is to be shortened. */
typedef struct {
  guint item;
  int   minutes;
} LpRunCut;

#define LP_RUN_MINUTE (G_GINT64_CONSTANT (60) * 1000)

LpRunState *lp_run_state_new     (const LpRunPlan *plans, guint n_plans, gint64 plan_begin,
                                  const LpRunEvent *events, guint n_events, gint64 time);
void        lp_run_state_free    (LpRunState *self);
int         lp_run_state_behind  (const LpRunState *self);
LpRunPhase  lp_run_state_phase   (const LpRunState *self);
gboolean    lp_run_state_is_past (const LpRunState *self, gint64 time);
int         lp_run_room          (const LpRunItem *item);
GArray     *lp_run_spread        (const LpRunState *self, int minutes, int *rest);

gint64      lp_run_plan_begin    (const char *date, int start, gint64 time);

const char *lp_run_act_id        (LpRunAct act);
gboolean    lp_run_act_find      (const char *id, LpRunAct *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpRunState, lp_run_state_free)

G_END_DECLS
