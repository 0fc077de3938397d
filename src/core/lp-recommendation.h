/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-reader.h"
#include "lp-recommendation-terms.h"
#include "lp-terms.h"

G_BEGIN_DECLS

/* Resting on fewer notes than this is resting on few. */
#define LP_FEW_NOTES 5

/**
 * LpGroundWarning: what is thin or one-sided about the notes that a recommendation rests on. The gravest first. Each is
 * said only where none that says more is: a recommendation without a note has no other.
 */
typedef enum {
  LP_GROUND_NO_NOTES,
  LP_GROUND_FEW_NOTES,
  LP_GROUND_ONE_TABLE,
  LP_GROUND_ONLY_PROFESSIONAL, /* knowledge, so no lived experience */
  LP_GROUND_NO_LIVED,
  LP_GROUND_MISSING,           /* perspectives that the meeting heard, see missing */
  LP_N_GROUND_WARNINGS,
} LpGroundWarning;

/** LpGround: what a recommendation rests on, counted; never typed. */
typedef struct {
  guint notes;
  guint tables;
  guint municipalities;
  guint perspectives[LP_N_PERSPECTIVES];
  guint quotes;         /* that may be used, see lp_note_may_be_quoted () */
  guint unread_quotes;  /* to which somebody agreed, and that nobody has read for private words yet */
  guint against;        /* notes that speak against it */
  guint warnings;       /* bits of 1 << LpGroundWarning */
  guint missing;        /* bits of 1 << LpPerspective: heard at the meeting, and not here; lived experience not among them */
} LpGround;

/** LpRecommendation: one of them, as it was read. */
typedef struct {
  LpRecord  *record;
  char      *meeting;  /* title of its meeting */
  LpGround   ground;
  GPtrArray *codes;    /* of char *: codes of the notes it rests on, in order */
  GPtrArray *opposed;  /* of char *: codes of those that speak against it */
  GPtrArray *themes;   /* of LpRecord: themes it is linked to, in their order */
} LpRecommendation;

/** LpRecommendations: all of a meeting, or of a panel's meetings. */
typedef struct {
  GPtrArray *items;    /* of LpRecommendation, in order; of a panel, the newest meeting first */
  guint      notes;    /* of the meetings */
  guint      unused;   /* notes that no recommendation uses, neither for it nor against it */
} LpRecommendations;

/** LP_NOTE_IS_UNUSED: no recommendation uses the note "n". */
#define LP_NOTE_IS_UNUSED \
  " NOT EXISTS (SELECT 1 FROM evidence e JOIN recommendation r ON r.id=e.recommendation AND r.deleted=0" \
  " WHERE e.note=n.id AND e.deleted=0)"

LpRecommendations *lp_recommendations_load       (LpReader *reader, const LpId *meeting, GError **error);
LpRecommendations *lp_recommendations_load_panel (LpReader *reader, const LpId *panel, GError **error);
LpRecommendation  *lp_recommendations_find       (LpRecommendations *self, const LpId *id, guint *position);
void               lp_recommendations_free       (LpRecommendations *self);

const char        *lp_recommendation_name        (LpRecord *recommendation);
gboolean           lp_note_may_be_quoted         (LpRecord *note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpRecommendations, lp_recommendations_free)

G_END_DECLS
