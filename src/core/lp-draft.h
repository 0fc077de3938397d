/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-id.h"
#include "lp-reader.h"
#include "lp-story.h"
#include "lp-terms.h"

G_BEGIN_DECLS

/**
 * LpDraft: words that were typed and are not in the log. They lie in a file of their own beside the database, those of each
 * meeting together: the one that is being typed, and those that were sent and could not be saved. The story that is being told
 * has a file too. Only what is in the log is said.
 */
typedef struct {
  LpId     note;     /* that it will be */
  LpKind   kind;
  LpId     item;     /* of the agenda, during which it was begun; or unset */
  LpId     theme;    /* that it goes to; or unset */
  char    *text;
  char    *accepted; /* see lp_accepted_add() */

  /* of one that was sent: how it was said; the others are NULL, 0 or FALSE */
  gboolean sent;
  gint64   time;
  int      table;
  char    *perspective;
  char    *profile;
  char    *municipality;
  gboolean verbatim;
  gboolean consent;

  /* of a story in parts, which may be a note already */
  gboolean told;
  char    *parts[LP_N_STORY_PARTS];
  char    *base;     /* what the note said as these words were typed; NULL or "" when there was none */
} LpDraft;

LpDraft   *lp_draft_copy       (const LpDraft *self);
void       lp_draft_free       (LpDraft *self);
char      *lp_draft_path       (const char *database, const LpId *meeting);
char      *lp_draft_story_path (const char *database, const LpId *meeting);

/* of LpDraft, oldest first */
GPtrArray *lp_drafts_new       (void);
GPtrArray *lp_drafts_load      (const char *path, GError **error);
gboolean   lp_drafts_save      (GPtrArray *drafts, const char *path, GError **error);
void       lp_drafts_sweep     (const char *database, LpReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpDraft, lp_draft_free)

G_END_DECLS
