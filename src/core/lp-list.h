/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lp-note-search.h"
#include "lp-store.h"
#include "lp-terms.h"

G_BEGIN_DECLS

#define LP_TYPE_LIST (lp_list_get_type ())

/**
 * LpList: a GListModel of LpRecord that is the answer to a query. Holds a number per row and makes records on demand;
 * follows the store's "changed".
 *
 * Property: "complete" (gboolean): FALSE while the list of notes has but the newest that its filter lets through, and a
 * thread finds the others.
 */
G_DECLARE_FINAL_TYPE (LpList, lp_list, LP, LIST, GObject)

LpList   *lp_list_new_meetings    (LpStore *store);                          /* newest date first */
LpList   *lp_list_new_panels      (LpStore *store);                          /* by name */
LpList   *lp_list_new_agenda      (LpStore *store, const LpId *meeting);     /* in order */
LpList   *lp_list_new_themes      (LpStore *store, const LpId *meeting);     /* in order */
LpList   *lp_list_new_notes       (LpStore *store, const LpId *meeting);     /* newest first */
/* dreams, concerns, others, each in order */
LpList   *lp_list_new_theme_notes (LpStore *store, const LpId *theme);
LpList   *lp_list_new_recommendations (LpStore *store, const LpId *meeting); /* in order */
/* of a recommendation: notes, by their codes */
LpList   *lp_list_new_evidence    (LpStore *store, const LpId *recommendation, gboolean against);
/* that may be shown, newest first */
LpList   *lp_list_new_wall        (LpStore *store, const LpId *meeting, LpKind kind);
LpList   *lp_list_new_unreviewed  (LpStore *store, const LpId *meeting);     /* notes, newest first */
LpList   *lp_list_new_deleted_notes (LpStore *store, const LpId *meeting);   /* that can be restored, newest first */
void      lp_list_set_filter      (LpList *self, const LpNoteFilter *filter); /* for lp_list_new_notes () */
gboolean  lp_list_is_complete     (LpList *self);
gint64    lp_list_get_num         (LpList *self, guint position);
gint64    lp_list_get_key         (LpList *self, guint position);
gboolean  lp_list_find            (LpList *self, const LpId *id, guint *position);

G_END_DECLS
