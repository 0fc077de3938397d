/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-recommendation.h"
#include "lp-store.h"

G_BEGIN_DECLS

/* The actions on recommendations only fill a change set: nothing happens until that is committed. */

/* A new one at the end, a draft; the edit is for what it says. */
LpEdit   *lp_recommendation_create     (LpChangeSet *changes, LpReader *reader, const LpId *meeting, LpId *id,
                                        GError **error);
/* Moves it to stand at "position" among the others, 0 first. */
gboolean  lp_recommendation_move       (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const LpId *id,
                                        guint position, GError **error);
void      lp_recommendation_set_text   (LpChangeSet *changes, LpRecord *recommendation, guint field, const char *text);
void      lp_recommendation_set_status (LpChangeSet *changes, LpRecord *recommendation, LpStatus status,
                                        const char *date);

/* What it rests on, or what speaks against it. */
LpId      lp_evidence_id               (const LpId *recommendation, const LpId *of);
void      lp_evidence_add_note         (LpChangeSet *changes, LpRecord *recommendation, const LpId *note,
                                        gboolean against);
void      lp_evidence_remove           (LpChangeSet *changes, LpRecord *recommendation, const LpId *of);
gboolean  lp_evidence_add_nums         (LpChangeSet *changes, LpReader *reader, LpRecord *recommendation,
                                        const gint64 *nums, guint n_nums, gboolean against, guint *n_added,
                                        GError **error);
/* The theme, and each of its notes that is not linked yet. */
gboolean  lp_evidence_add_theme        (LpChangeSet *changes, LpReader *reader, LpRecord *recommendation,
                                        const LpId *theme, guint *n_added, GError **error);

G_END_DECLS
