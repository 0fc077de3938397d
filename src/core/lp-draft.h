/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-id.h"
#include "lp-terms.h"

G_BEGIN_DECLS

/**
 * LpDraft: a note that is being typed and not sent yet. It lies in a file of its own beside the database, one for each
 * meeting, in no log: only what is sent is said.
 */
typedef struct {
  LpId    note;     /* that it will be: once there is a note of this id, the draft has been sent */
  LpKind  kind;
  LpId    item;     /* of the agenda, during which it was begun; or unset */
  LpId    theme;    /* that it goes to; or unset */
  char   *text;
  char   *accepted; /* see lp_accepted_add() */
} LpDraft;

LpDraft *lp_draft_copy   (const LpDraft *self);
void     lp_draft_free   (LpDraft *self);
char    *lp_draft_path   (const char *database, const LpId *meeting);
LpDraft *lp_draft_load   (const char *path, GError **error);
gboolean lp_draft_save   (const LpDraft *self, const char *path, GError **error);
gboolean lp_draft_remove (const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpDraft, lp_draft_free)

G_END_DECLS
