/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-edit.h"

G_BEGIN_DECLS

/** LpUndo: two stacks of change sets that take back, or do again, one action of the user each. */
typedef struct _LpUndo LpUndo;

typedef enum {
  LP_UNDO_BACK,
  LP_UNDO_AGAIN,
  LP_UNDO_N_WAYS,
} LpUndoWay;

LpUndo      *lp_undo_new          (void);
void         lp_undo_free         (LpUndo *self);
void         lp_undo_push         (LpUndo *self, LpUndoWay way, LpChangeSet *changes);
LpChangeSet *lp_undo_pop          (LpUndo *self, LpUndoWay way);
void         lp_undo_clear        (LpUndo *self, LpUndoWay way);
const char  *lp_undo_get_title    (LpUndo *self, LpUndoWay way);
gboolean     lp_undo_deletes      (LpUndo *self, LpUndoWay way, const LpId *object);
gboolean     lp_undo_is_of        (LpUndo *self, LpUndoWay way, guint entities);
gboolean     lp_undo_is_in        (LpUndo *self, LpUndoWay way, const LpId *space);
void         lp_undo_forget       (LpUndo *self, GHashTable *gone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpUndo, lp_undo_free)

G_END_DECLS
