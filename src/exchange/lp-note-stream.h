/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-counts.h"
#include "lp-places.h"
#include "lp-publication.h"

G_BEGIN_DECLS

/* The columns in which notes are exported, in their order. */
typedef enum {
  LP_NOTE_COLUMN_CODE,
  LP_NOTE_COLUMN_THEME,
  LP_NOTE_COLUMN_OTHER_THEMES,
  LP_NOTE_COLUMN_KIND,
  LP_NOTE_COLUMN_TEXT,
  LP_NOTE_COLUMN_PERSPECTIVE,
  LP_NOTE_COLUMN_TABLE,
  LP_NOTE_COLUMN_ITEM,
  LP_NOTE_COLUMN_TIME,         /* internal */
  LP_NOTE_COLUMN_VERBATIM,
  LP_NOTE_COLUMN_CONSENT,
  LP_NOTE_COLUMN_DOTS,         /* where there was a round on proposals */
  LP_NOTE_COLUMN_STATUS,       /* internal; so below */
  LP_NOTE_COLUMN_PROFILE,
  LP_NOTE_COLUMN_MUNICIPALITY,
  LP_NOTE_COLUMN_PUBLIC_TEXT,
  LP_N_NOTE_COLUMNS,
} LpNoteColumn;

const char *lp_note_column_heading (LpNoteColumn column);
guint       lp_note_columns        (LpVariant variant, gboolean with_dots, LpNoteColumn columns[LP_N_NOTE_COLUMNS]);

/** LpNoteLine: a note as it is exported: words in the user's language, "" for what is unset. */
typedef struct {
  const char *code;
  gint64      time;         /* milliseconds since 1970, 0 when unset */
  const char *kind;
  const char *text;         /* in what is public, the words that may leave the house */
  const char *public_text;  /* in place of the text, where somebody has written one */
  int         table;        /* 0 when unset */
  const char *perspective;
  const char *profile;
  const char *municipality;
  const char *verbatim;
  const char *consent;
  const char *status;
  const char *theme;
  const char *other_themes;
  const char *item;
  gint64      dots;         /* LP_NO_DOTS when there was no vote on it */
  gint64      num;          /* in the database */
} LpNoteLine;

#define LP_NO_DOTS -1

/** LpNoteNeeds: what a stream tells of each note that goes by, and what it is told. All are kept in use. */
typedef struct {
  LpPublication *publication;  /* which notes come along, and what is shown of them */
  LpPlaces      *places;       /* or NULL, so below */
  LpCounts      *counts;
  GHashTable    *dots;         /* LpId of a proposal → gint64 */
} LpNoteNeeds;

/** LpNoteStream: the notes of a meeting, one after the other. */
typedef struct _LpNoteStream LpNoteStream;

LpNoteStream     *lp_note_stream_new    (LpReader *reader, const LpId *meeting, const LpNoteNeeds *needs,
                                         GError **error);
LpNoteStream     *lp_note_stream_new_by (LpReader *reader, GArray *nums, LpPublication *publication);
const LpNoteLine *lp_note_stream_next   (LpNoteStream *self, GError **error);
void              lp_note_stream_free   (LpNoteStream *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpNoteStream, lp_note_stream_free)

/* The label of an id as it stands in the database; what is no id of ours stands as it is. */
const char *lp_perspective_word (const char *id);

G_END_DECLS
