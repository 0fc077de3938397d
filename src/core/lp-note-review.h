/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-change-set.h"
#include "lp-record.h"

G_BEGIN_DECLS

/**
 * LP_NOTE_MAY_BE_SHOWN: the condition that lp_note_may_be_shown () is, in SQL, on a note "n". There is no
 * other way onto the wall.
 */
#define LP_NOTE_MAY_BE_SHOWN " n.deleted=0 AND n.reviewed<>0 AND n.hidden=0"

/** LP_NOTE_WORDS: lp_note_get_words () in SQL. */
#define LP_NOTE_WORDS " ifnull (nullif (n.public_text, ''), n.text)"

/** LP_NOTE_IS_UNREVIEWED: nobody has said yet whether the note may be shown. */
#define LP_NOTE_IS_UNREVIEWED " n.deleted=0 AND n.reviewed=0 AND n.hidden=0"

typedef enum {
  LP_REVIEW_NONE, /* as if nobody had looked at it yet */
  LP_REVIEW_SHOW,
  LP_REVIEW_KEEP_OFF,
} LpReview;

gboolean lp_note_may_be_shown (LpRecord *note);
const char *lp_note_get_words (LpRecord *note);
LpReview lp_note_get_review   (LpRecord *note);
void     lp_note_review       (LpChangeSet *changes, LpRecord *note, LpReview review);
void     lp_note_want_words   (LpEdit *edit, const LpValue *text, const LpValue *public_text);
void     lp_note_put_text     (LpEdit *edit, const char *text);
void     lp_note_put_review   (LpEdit *edit, LpReview review);
void     lp_note_reword       (LpEdit *edit, const char *text);

G_END_DECLS
