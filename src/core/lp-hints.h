/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-round.h"
#include "lp-runner.h"

G_BEGIN_DECLS

typedef enum {
  LP_HINT_SILENT,  /* tables that send nothing */
  LP_HINT_BEHIND,  /* later than planned */
  LP_HINT_UNHEARD, /* nobody with lived experience is heard */
  LP_N_HINTS,
} LpHintKind;

typedef struct {
  LpHintKind kind;
  char      *text;
  char      *advice;
  gboolean   can_spread; /* of LP_HINT_BEHIND: something can be won */
} LpHint;

/** LpHints: what the facilitator may want to know, in words; what was seen stays away until it gets worse. */
typedef struct _LpHints LpHints;

#define LP_HINT_SILENT_MINUTES 10
#define LP_HINT_BEHIND_MINUTES 5

LpHints   *lp_hints_new       (void);
void       lp_hints_free      (LpHints *self);
GPtrArray *lp_hints_list      (LpHints *self, LpRunner *runner, const LpRound *round);
void       lp_hints_see       (LpHints *self, LpHintKind kind);
gboolean   lp_hints_is_silent (LpRunner *runner, const LpRound *round, const LpRoundTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpHints, lp_hints_free)

G_END_DECLS
