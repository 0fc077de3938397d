/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-publication.h"
#include "lp-reader.h"
#include "lp-terms.h"

G_BEGIN_DECLS

/** LpPlace: a note in its theme, or without one. */
typedef struct {
  LpId    note;
  gint64  num;   /* 0 until the note was seen */
  int     kind;  /* LpKind, or -1 */
} LpPlace;

/**
 * LpPlaces: which notes lie in which theme of a meeting, in their order there. Read in one sweep, so that
 * nobody needs to ask note by note; what else is known of the notes is added as they are seen.
 */
typedef struct _LpPlaces LpPlaces;

LpPlaces   *lp_places_load         (LpReader *reader, const LpId *meeting, LpPublication *publication, GError **error);
guint       lp_places_get_n_themes (LpPlaces *self);
const char *lp_places_see          (LpPlaces *self, const LpId *note, gint64 num, int kind, LpId *theme);
const char *lp_places_get_others   (LpPlaces *self, const LpId *note);
GArray     *lp_places_get          (LpPlaces *self, const LpId *theme);
GArray     *lp_places_list         (LpPlaces *self, LpKind kind);
void        lp_places_free         (LpPlaces *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpPlaces, lp_places_free)

G_END_DECLS
