/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-lexicon.h"
#include "lp-reader.h"
#include "lp-store.h"

G_BEGIN_DECLS

/* The words that ship, and those that belong together to the panel of a meeting. From any thread. Transfer full; NULL and an error. */
LpLexicon *lp_panel_lexicon_get        (LpReader *reader, const LpId *meeting, GError **error);
gboolean   lp_panel_lexicon_is_changed (GArray *changes); /* of LpChange */

G_END_DECLS
