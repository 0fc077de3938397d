/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-names.h"
#include "lp-privacy.h"
#include "lp-store.h"

G_BEGIN_DECLS

/* What the notes of a meeting say that tells who somebody is, and how it is masked. */

LpNames     *lp_note_privacy_load_names (LpReader *reader, const LpId *meeting, GError **error);
gboolean     lp_note_privacy_is_flagged (const char *text, const char *accepted, const LpNames *names);
GArray      *lp_note_privacy_find       (const char *text, const char *accepted, const LpNames *names);
LpChangeSet *lp_note_privacy_mask       (LpRecord *note, const char *match, const LpFinding *finding);

G_END_DECLS
