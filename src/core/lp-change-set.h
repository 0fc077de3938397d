/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-id.h"
#include "lp-schema.h"
#include "lp-value.h"

G_BEGIN_DECLS

/**
 * LpChangeSet: what one action of the user changes, committed as a whole or not at all.
 * Filled by one thread, then given to lp_store_commit_async (), after which it must not be changed.
 */
typedef struct _LpChangeSet LpChangeSet;

/** LpEdit: the fields of one object that a change set puts. Belongs to its change set. */
typedef struct _LpEdit LpEdit;

LpChangeSet *lp_change_set_new       (const char *title);
LpChangeSet *lp_change_set_ref       (LpChangeSet *self);
void         lp_change_set_unref     (LpChangeSet *self);
const char  *lp_change_set_get_title (LpChangeSet *self);
gboolean     lp_change_set_is_empty  (LpChangeSet *self);

LpEdit      *lp_change_set_put       (LpChangeSet *self, LpEntity entity, const LpId *space, const LpId *object);
void         lp_change_set_delete    (LpChangeSet *self, LpEntity entity, const LpId *space, const LpId *object);
void         lp_change_set_restore   (LpChangeSet *self, LpEntity entity, const LpId *space, const LpId *object);
void         lp_change_set_erase     (LpChangeSet *self, LpEntity entity, const LpId *space, const LpId *object);
void         lp_change_set_scrub     (LpChangeSet *self, LpEntity entity, const LpId *space, const LpId *object,
                                      guint field);

void         lp_edit_text            (LpEdit *edit, guint field, const char *text);
void         lp_edit_int             (LpEdit *edit, guint field, gint64 number);
void         lp_edit_id              (LpEdit *edit, guint field, const LpId *id);
void         lp_edit_none            (LpEdit *edit, guint field);
void         lp_edit_value           (LpEdit *edit, guint field, const LpValue *value);
void         lp_edit_want            (LpEdit *edit, guint field, const LpValue *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpChangeSet, lp_change_set_unref)

G_END_DECLS
