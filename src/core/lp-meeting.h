/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-store.h"
#include "lp-template.h"
#include "lp-terms.h"

G_BEGIN_DECLS

/*
 * The actions on a meeting. Those named lp_*_change* add to or return a change set; nothing happens until it is committed.
 * Transfer full throughout.
 */

typedef struct {
  const char *title;
  const char *date;   /* YYYY-MM-DD, or NULL for today */
  const char *place;  /* or NULL */
  const char *panel;  /* name, or NULL for the first panel of the template's language; made when it is not there */
  int         start;  /* minutes after midnight, or -1 for the template's */
} LpMeetingDraft;

LpChangeSet *lp_meeting_create  (LpReader *reader, LpTemplate *template_, const LpMeetingDraft *draft, LpId *meeting,
                                 GError **error);

typedef struct {
  LpKind      kind;
  const char *text;
  int         table;        /* 0: none */
  const char *perspective;  /* id, or NULL */
  const char *profile;
  const char *municipality;
  gboolean    verbatim;
  gboolean    consent;
  gint64      time;         /* milliseconds since 1970, UTC; 0 for now */
  LpId        item;         /* agenda item, or unset */
  LpId        theme;        /* or unset */
} LpNoteDraft;

/* id: unset for a new one; on return the note's. The writer gives it its number. */
void         lp_note_create     (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const LpNoteDraft *draft, LpId *id);

/* Puts notes at the end of a theme, or (theme NULL or unset) in none. A note has one home theme. */
gboolean     lp_notes_move      (LpChangeSet *changes, LpReader *reader, const LpId *meeting,
                                 const LpId *notes, guint n_notes, const LpId *theme, GError **error);
void         lp_note_place      (LpChangeSet *changes, const LpId *meeting, const LpId *note, const LpId *theme, const char *rank);

/* A new theme at the end. */
gboolean     lp_theme_create    (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const char *name, LpId *theme,
                                 GError **error);
/* Deletes the theme; its notes are loose again. */
gboolean     lp_theme_delete    (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const LpId *theme, GError **error);

/* A new item below "after" (NULL: at the end). */
LpEdit      *lp_agenda_add      (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const LpId *after, LpId *item,
                                 GError **error);
/* Moves an item to stand at "position" among the others, 0 first. */
gboolean     lp_agenda_move     (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const LpId *item, guint position,
                                 GError **error);

/* Reads the ids of the meetings' panels' names; NULL without an error when it has none. */
char        *lp_meeting_panel_name (LpReader *reader, LpRecord *meeting, GError **error);

/* Finds a meeting by its id or by the first characters of it, at least four. */
gboolean     lp_meeting_find    (LpReader *reader, const char *id, LpId *meeting, GError **error);

/* Local clock time ↔ text. "09:30"; FALSE for what is no time. */
gboolean     lp_clock_parse     (const char *text, int *minutes);
char        *lp_clock_print     (int minutes);
gboolean     lp_date_is_valid   (const char *date);

G_END_DECLS
