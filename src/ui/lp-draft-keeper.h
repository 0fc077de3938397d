/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "lp-draft.h"

G_BEGIN_DECLS

#define LP_TYPE_DRAFT_KEEPER (lp_draft_keeper_get_type ())

/** LpDraftKeeper: writes down what is being typed, soon after it was typed, in a thread of its own. */
G_DECLARE_FINAL_TYPE (LpDraftKeeper, lp_draft_keeper, LP, DRAFT_KEEPER, GObject)

LpDraftKeeper *lp_draft_keeper_new   (const char *path);
GPtrArray     *lp_draft_keeper_load  (LpDraftKeeper *self, GError **error);
void           lp_draft_keeper_keep  (LpDraftKeeper *self, GPtrArray *drafts);
gboolean       lp_draft_keeper_flush (LpDraftKeeper *self, GError **error);
gboolean       lp_draft_keeper_flush_left_behind (GError **error);

G_END_DECLS
