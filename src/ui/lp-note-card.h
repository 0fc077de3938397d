/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lp-note-ids.h"
#include "lp-record.h"
#include "lp-roster-names.h"

G_BEGIN_DECLS

#define LP_TYPE_NOTE_CARD (lp_note_card_get_type ())

/**
 * LpNoteCard: a note as a card that can be dragged.
 *
 * Properties: "note" (LpRecord), "lines" (int, of the text, -1 for all of it; at most so many are shown), "selected" (boolean),
 * "detailed" (boolean: says whose voice it is), "position" (uint, in the list that shows it).
 * Signal: "drag-notes" (returns LpNoteIds): what to drag with it; without an answer the note alone.
 */
G_DECLARE_FINAL_TYPE (LpNoteCard, lp_note_card, LP, NOTE_CARD, GtkBox)

/** LpNoteCardMeasure: how large a card is, so that none is needed to know it. In pixels. */
typedef struct {
  int          minimum, natural; /* width */
  int          frame;            /* width of what is around its parts */
  int          rest;             /* height of all that is always there but the text */
  int          gap;              /* between one part and the next */
  PangoLayout *text;             /* in which it breaks as in the card */
  PangoLayout *caption;
} LpNoteCardMeasure;

GtkWidget *lp_note_card_new          (void);
LpRecord  *lp_note_card_get_note     (LpNoteCard *self);
void       lp_note_card_set_note     (LpNoteCard *self, LpRecord *note);
/* What tells who somebody is is marked from now on; names: those on the roster. */
void       lp_note_card_set_names    (LpNoteCard *self, LpRosterNames *names);
gboolean   lp_note_card_is_marked    (LpNoteCard *self);
void       lp_note_card_set_tag      (LpNoteCard *self, const char *tag);
guint      lp_note_card_get_position (LpNoteCard *self);
char      *lp_note_card_describe     (LpRecord *note);

void       lp_note_card_measure        (LpNoteCard *self, LpNoteCardMeasure *measure);
void       lp_note_card_measure_clear  (LpNoteCardMeasure *measure);
int        lp_note_card_measure_captions (const LpNoteCardMeasure *measure, LpRecord *note, gboolean detailed, const char *tag,
                                          int width);

G_END_DECLS
