/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-store.h"
#include "lp-terms.h"

G_BEGIN_DECLS

typedef struct {
  LpKind      kind;
  const char *text;
  int         table;        /* 0: none */
  const char *perspective;  /* id, or NULL */
  const char *profile;
  const char *municipality;
  gboolean    verbatim;
  gboolean    consent;
  const char *accepted;     /* see lp_accepted_add (), or NULL */
  gint64      time;         /* milliseconds since 1970, UTC; 0 for now */
  LpId        item;         /* agenda item, or unset */
  LpId        theme;        /* or unset */
} LpNoteDraft;

/* id: unset for a new one; on return the note's. The writer gives it its number. */
void      lp_note_create  (LpChangeSet *changes, LpReader *reader, const LpId *meeting,
                           const LpNoteDraft *draft, LpId *id);

/* For good, with its places in themes, its votes and what rests on it; cannot be undone. FALSE with an error when these
 * cannot be read. */
gboolean  lp_note_erase   (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const LpId *note,
                           GError **error);

/* Puts notes at the end of a theme, or (theme NULL or unset) in none. A note has one home theme. */
gboolean  lp_notes_move   (LpChangeSet *changes, LpReader *reader, const LpId *meeting,
                           const LpId *notes, guint n_notes, const LpId *theme, GError **error);
/* Besides their home: those without one get it there. */
gboolean  lp_notes_add    (LpChangeSet *changes, LpReader *reader, const LpId *meeting,
                           const LpId *notes, guint n_notes, const LpId *theme, GError **error);
/* Out of one theme; what is in another as well has its home there then. */
gboolean  lp_notes_remove (LpChangeSet *changes, LpReader *reader, const LpId *meeting,
                           const LpId *notes, guint n_notes, const LpId *theme, GError **error);
/* From one theme to another. */
gboolean  lp_notes_pass   (LpChangeSet *changes, LpReader *reader, const LpId *meeting,
                           const LpId *notes, guint n_notes, const LpId *from, const LpId *to, GError **error);
/* Inside a theme, notes belong to another note, mostly concerns to a dream; partner NULL: to none. */
gboolean  lp_notes_pair   (LpChangeSet *changes, LpReader *reader, const LpId *meeting,
                           const LpId *notes, guint n_notes, const LpId *theme, const LpId *partner, GError **error);
void      lp_note_place   (LpChangeSet *changes, const LpId *meeting, const LpId *note, const LpId *theme,
                           const char *rank);

G_END_DECLS
