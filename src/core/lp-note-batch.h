/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-store.h"
#include "lp-terms.h"

G_BEGIN_DECLS

typedef enum {
  LP_BATCH_DELETE,
  LP_BATCH_RESTORE,     /* those that are deleted; so the next */
  LP_BATCH_ERASE,       /* for good */
  LP_BATCH_SHOW,        /* on the wall */
  LP_BATCH_KEEP_OFF,
  LP_BATCH_READ_BACK,   /* confirmed by who said it */
  LP_BATCH_UNCONFIRMED,
  LP_BATCH_KIND,
  LP_BATCH_TABLE,
  LP_BATCH_PERSPECTIVE,
  LP_BATCH_MOVE,
} LpBatchDeed;

/** LpNoteBatch: what is done with many notes at once. */
typedef struct {
  LpBatchDeed deed;
  LpKind      kind;
  int         table;        /* 0: none */
  const char *perspective;  /* id; NULL: none */
  LpId        theme;        /* unset: none */
} LpNoteBatch;

/* nums: of the notes, see lp_record_get_num () */
gboolean lp_note_batch_add        (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const gint64 *nums,
                                   guint n_nums, const LpNoteBatch *batch, guint *n_added, GError **error);
char    *lp_note_batch_copy_texts (LpReader *reader, const gint64 *nums, guint n_nums, GError **error);

G_END_DECLS
