/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-store.h"

G_BEGIN_DECLS

/* What can be changed in a table of notes and taken back in; not the time, nor the agenda item. */
typedef enum {
  LP_NOTE_CHANGE_TEXT,
  LP_NOTE_CHANGE_KIND,
  LP_NOTE_CHANGE_TABLE,
  LP_NOTE_CHANGE_PERSPECTIVE,
  LP_NOTE_CHANGE_PROFILE,
  LP_NOTE_CHANGE_MUNICIPALITY,
  LP_NOTE_CHANGE_VERBATIM,
  LP_NOTE_CHANGE_CONSENT,
  LP_NOTE_CHANGE_THEME,
  LP_N_NOTE_CHANGES,
} LpNoteChangeField;

/** LpNoteChange: one field of one note that is another in the file. */
typedef struct {
  LpId               note;
  char              *code;
  LpNoteChangeField  field;
  char              *before;    /* in the user's words, as it is in the database; so after */
  char              *after;
  LpValue            was;       /* in the database; of a theme: its id */
  LpValue            becomes;   /* of a theme: its name */
  gboolean           accepted;  /* TRUE at first */
} LpNoteChange;

/** LpNoteProblem: what cannot be taken, and where it stands. */
typedef struct {
  guint  row;      /* 1 is the first of the sheet, or the line of the table */
  char  *column;   /* "D", or in a table its heading; NULL: all of the row */
  char  *reason;   /* what is wrong and how to mend it, in the user's language */
} LpNoteProblem;

/** LpNoteChanges: what somebody edited in a table of notes that was exported. */
typedef struct {
  GPtrArray *changes;   /* of LpNoteChange, in the order of the file */
  GPtrArray *problems;  /* of LpNoteProblem */
  guint      n_notes;   /* that were compared */
  guint      n_missing; /* of the meeting that are not in the file: they stay */
} LpNoteChanges;

LpNoteChanges *lp_note_changes_load (LpReader *reader, const LpId *meeting, const char *path, GError **error);
guint          lp_note_changes_count_accepted (LpNoteChanges *self);
gboolean       lp_note_changes_put  (LpNoteChanges *self, LpReader *reader, const LpId *meeting, LpChangeSet *changes,
                                     GError **error);
void           lp_note_changes_free (LpNoteChanges *self);
char          *lp_note_changes_describe (LpNoteChanges *self); /* what is never taken in; for whoever edited it */
const char    *lp_note_change_label (LpNoteChangeField field);
const char    *lp_note_change_id    (LpNoteChangeField field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpNoteChanges, lp_note_changes_free)

G_END_DECLS
