/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-change-set.h"
#include "lp-record.h"

G_BEGIN_DECLS

typedef enum {
  LP_STORY_BEFORE,
  LP_STORY_TURNING_POINT,
  LP_STORY_TODAY,
  LP_STORY_HELPED,
  LP_N_STORY_PARTS,
} LpStoryPart;

typedef enum {
  LP_CONSENT_KEEP,
  LP_CONSENT_QUOTE,   /* without saying who told it */
  LP_CONSENT_PUBLISH, /* whole */
  LP_N_CONSENTS,
} LpConsent;

/* Version of the words that a teller is asked with now. */
#define LP_STORY_WORDING 1

/** LpStory: what a note of the kind "story" holds beside what every note holds. */
typedef struct {
  char   *parts[LP_N_STORY_PARTS];  /* never NULL */
  gint64  agreed[LP_N_CONSENTS];    /* milliseconds since 1970, UTC; 0: not agreed */
  guint   wordings[LP_N_CONSENTS];  /* version of the words agreed to; 0 with none */
  gint64  approved;                 /* when the teller heard it and said yes; 0: not yet */
  LpId    duplicate_of;             /* the note that has the same story; unset: none */
  char   *accepted;                 /* see lp_accepted_add (); never NULL */
} LpStory;

/**
 * LP_STORY_COUNTS: the condition that lp_story_counts () is, in SQL, on a note "n". There is no other rule for what is
 * counted towards a goal.
 */
#define LP_STORY_COUNTS \
  " n.deleted=0 AND n.kind='story' AND n.approved_time IS NOT NULL AND n.keep_time IS NOT NULL" \
  " AND n.quote_time IS NOT NULL AND n.duplicate_of IS NULL"

LpStory    *lp_story_new        (void);
LpStory    *lp_story_read       (LpRecord *note);
LpStory    *lp_story_copy       (const LpStory *self);
void        lp_story_free       (LpStory *self);

void        lp_story_set_part   (LpStory *self, LpStoryPart part, const char *text);
void        lp_story_agree      (LpStory *self, LpConsent consent, gint64 time);
gboolean    lp_story_equal      (const LpStory *self, const LpStory *other);
gboolean    lp_story_is_blank   (const LpStory *self);
gboolean    lp_story_same_words (const LpStory *self, const LpStory *other);
char       *lp_story_join       (const LpStory *self);
void        lp_story_put        (const LpStory *self, LpEdit *edit, LpRecord *note);

gboolean    lp_story_counts     (LpRecord *note);
gboolean    lp_story_is_told_in_parts (LpRecord *note);

const char *lp_story_part_label (LpStoryPart part);
const char *lp_consent_label    (LpConsent consent);
const char *lp_consent_wording  (LpConsent consent, guint version);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpStory, lp_story_free)

G_END_DECLS
