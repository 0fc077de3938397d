/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-review.h"

/**
 * lp_note_may_be_shown: whether the words of a note may be shown to everybody in the room: somebody has read
 * it with that in mind, and has not kept it off. LP_NOTE_MAY_BE_SHOWN says the same in SQL.
 */
gboolean
lp_note_may_be_shown (LpRecord *note)
{
  return lp_record_int (note, LP_NOTE_DELETED) == 0 && lp_record_int (note, LP_NOTE_REVIEWED) != 0 &&
         lp_record_int (note, LP_NOTE_HIDDEN) == 0;
}

/**
 * lp_note_get_words: Returns: (transfer none): what may leave the house: the public text where somebody has written
 * one, else the note's own words. LP_NOTE_WORDS says the same in SQL.
 */
const char *
lp_note_get_words (LpRecord *note)
{
  const char *words = lp_record_text (note, LP_NOTE_PUBLIC_TEXT);

  return *words != '\0' ? words : lp_record_text (note, LP_NOTE_TEXT);
}

/** lp_note_get_review: what was decided about it. */
LpReview
lp_note_get_review (LpRecord *note)
{
  if (lp_record_int (note, LP_NOTE_HIDDEN) != 0)
    return LP_REVIEW_KEEP_OFF;

  return lp_record_int (note, LP_NOTE_REVIEWED) != 0 ? LP_REVIEW_SHOW : LP_REVIEW_NONE;
}

/** lp_note_review: decides whether a note may be shown in the room: its words as they are in @note, and no others. */
void
lp_note_review (LpChangeSet *changes, LpRecord *note, LpReview review)
{
  LpEdit *edit = lp_change_set_put (changes, LP_NOTE, lp_record_get_space (note), lp_record_get_id (note));

  lp_note_put_review (edit, review);
  if (review == LP_REVIEW_SHOW)
    lp_note_want_words (edit, lp_record_value (note, LP_NOTE_TEXT), lp_record_value (note, LP_NOTE_PUBLIC_TEXT));
}

/** lp_note_want_words: the edit is passed over when the note has got other words by then: nobody has read those. */
void
lp_note_want_words (LpEdit *edit, const LpValue *text, const LpValue *public_text)
{
  lp_edit_want (edit, LP_NOTE_TEXT, text);
  lp_edit_want (edit, LP_NOTE_PUBLIC_TEXT, public_text);
}

/** lp_note_put_review: the same, in an edit of the note. */
void
lp_note_put_review (LpEdit *edit, LpReview review)
{
  lp_edit_int (edit, LP_NOTE_REVIEWED, review != LP_REVIEW_NONE);
  lp_edit_int (edit, LP_NOTE_HIDDEN, review == LP_REVIEW_KEEP_OFF);
}

/**
 * lp_note_put_text: the words of a note, as they are kept: composed (NFC), so that å is å however it was typed.
 * @edit: of this note
 */
void
lp_note_put_text (LpEdit *edit, const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);

  lp_edit_text (edit, LP_NOTE_TEXT, composed != NULL ? composed : text);
}

/**
 * lp_note_reword: gives a note other words.
 * @edit: of this note
 *
 * What was read for the room were the words as they stood: the new ones are off the wall until somebody has
 * read them, and no public text of the former ones stands for them. A note that was kept off stays so. Nor do the former words
 * live on as the parts of a story, whose teller has not heard the new ones: see lp-story.h. No record is asked: the note may
 * have been read since it was loaded.
 */
void
lp_note_reword (LpEdit *edit, const char *text)
{
  lp_note_put_text (edit, text);
  lp_edit_none (edit, LP_NOTE_PUBLIC_TEXT);
  lp_edit_int (edit, LP_NOTE_REVIEWED, FALSE);
  lp_edit_none (edit, LP_NOTE_BEFORE);
  lp_edit_none (edit, LP_NOTE_TURNING_POINT);
  lp_edit_none (edit, LP_NOTE_TODAY);
  lp_edit_none (edit, LP_NOTE_HELPED);
  lp_edit_none (edit, LP_NOTE_APPROVED_TIME);
}
