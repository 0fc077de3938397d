/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-pending-note.h"
#include "lp-record.h"

G_BEGIN_DECLS

/** LpNoteColumns: what a note takes; the same for all notes of a list. Pixels. */
typedef struct {
  int code;   /* widths */
  int kind;
  int status;
  int failed; /* the status of one that was not saved */
  int text;   /* at the least */
  int line;   /* heights: of code, kind and status, and of who said it */
  int voice;
} LpNoteColumns;

/** Between the columns, and between the lines. */
#define LP_NOTE_GAP 12
#define LP_NOTE_LINE_GAP 3

#define LP_TYPE_NOTE_CONTENT (lp_note_content_get_type ())

/** LpNoteContent: what can be seen of a note in the list. Only rows in sight have one; see LpNotePool. */
G_DECLARE_FINAL_TYPE (LpNoteContent, lp_note_content, LP, NOTE_CONTENT, GtkWidget)

LpNoteContent *lp_note_content_new             (const LpNoteColumns *columns);
void           lp_note_content_measure_columns (LpNoteContent *self, LpNoteColumns *columns);
PangoLayout   *lp_note_content_create_layout   (LpNoteContent *self);
void           lp_note_content_show_note       (LpNoteContent *self, LpRecord *note, const char *voice, gboolean fresh);
void           lp_note_content_show_pending    (LpNoteContent *self, LpPendingNote *pending, const char *voice);
void           lp_note_content_mark            (LpNoteContent *self, const char *words);
void           lp_note_content_mark_label      (GtkLabel *label, const char *words);
void           lp_note_content_set_narrow      (LpNoteContent *self, gboolean narrow);

char          *lp_note_content_describe_note    (LpRecord *note, const char *theme);
char          *lp_note_content_describe_pending (LpPendingNote *pending);

G_END_DECLS
