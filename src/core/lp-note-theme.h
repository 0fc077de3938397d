/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-reader.h"

G_BEGIN_DECLS

/* The id of the placement of a note in the theme that is its home. */
LpId      lp_note_home_id     (const LpId *note);
/* The home of a note. */
gboolean  lp_note_get_theme   (LpReader *reader, const LpId *note, LpId *theme);
/* The other themes that it is in as well: of LpId, in the order in which it came into them; transfer full. */
GArray   *lp_note_get_also    (LpReader *reader, const LpId *note, GError **error);
/* The id of the placement of a note in a theme besides its home. */
LpId      lp_note_also_id     (const LpId *note, const LpId *theme);
/* The placement of a note in a theme, as its home or besides; FALSE: it is not in it. */
gboolean  lp_note_find_place  (LpReader *reader, const LpId *note, const LpId *theme, LpId *placement);

G_END_DECLS
