/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LpSearch: what somebody looks for in the words of notes: pieces parted by blanks, each of which a note must hold, in
 * any order and inside longer words too, with Danish spelling folded as lp_fold_text() does.
 *
 * SQL finds such notes by
 *
 *   FROM note_index CROSS JOIN note n ON n.num = note_index.rowid
 *   WHERE note_index MATCH (lp_search_get_match ()) AND lp_holds (n.text, (lp_search_get_pieces ()))
 *
 * The index alone finds some too many. Where it can tell nothing (no letter or digit is looked for) there is no match.
 */
typedef struct _LpSearch LpSearch;

LpSearch   *lp_search_new        (const char *text);
void        lp_search_free       (LpSearch *self);
const char *lp_search_get_match  (LpSearch *self);
const char *lp_search_get_pieces (LpSearch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpSearch, lp_search_free)

/* Whether a text holds all pieces; folded is room to work in. */
gboolean    lp_search_holds      (const char *text, const char *pieces, GString *folded);

G_END_DECLS
