/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "lp-id.h"
#include "lp-schema.h"
#include "lp-value.h"

G_BEGIN_DECLS

#define LP_TYPE_RECORD (lp_record_get_type ())

/** LpRecord: one object (a note, a theme …) as the tables held it when it was read. Never changes. */
G_DECLARE_FINAL_TYPE (LpRecord, lp_record, LP, RECORD, GObject)

LpEntity       lp_record_get_entity (LpRecord *self);
const LpId    *lp_record_get_id     (LpRecord *self);
const LpId    *lp_record_get_space  (LpRecord *self);
gint64         lp_record_get_num    (LpRecord *self);
gboolean       lp_record_has        (LpRecord *self, guint field);
const char    *lp_record_text       (LpRecord *self, guint field);  /* "" when unset */
gint64         lp_record_int        (LpRecord *self, guint field);  /* 0 when unset */
const LpId    *lp_record_id         (LpRecord *self, guint field);  /* NULL when unset */
const LpValue *lp_record_value      (LpRecord *self, guint field);
char          *lp_record_note_code  (LpRecord *self);

LpRecord      *lp_record_new        (LpEntity entity, gint64 num, const LpId *id, const LpId *space, LpValue *values);

G_END_DECLS
