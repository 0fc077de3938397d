/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-change-set.h"
#include "lp-op.h"

G_BEGIN_DECLS

/* What is inside a change set: for the writer and for undo, not for those who fill it. */

typedef struct {
  guint   field;
  LpValue value;
} LpEditField;

struct _LpEdit {
  LpOpKind  kind;
  LpEntity  entity;
  LpId      space;
  LpId      object;
  GArray   *fields; /* of LpEditField */
  GArray   *wanted; /* of LpEditField: what must be so, or nothing is done; NULL for none */
};

GPtrArray     *lp_change_set_get_edits (LpChangeSet *self);
void           lp_change_set_reverse   (LpChangeSet *self);
LpEdit        *lp_change_set_copy_edit (LpChangeSet *self, const LpEdit *from);
const LpValue *lp_edit_find            (const LpEdit *edit, guint field);

G_END_DECLS
