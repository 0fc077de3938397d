/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-db.h"
#include "lp-op.h"

G_BEGIN_DECLS

/**
 * LpRow: a row of a folded table as the fold sees it: the values, and per field the operation that won. Inside core only.
 */
typedef struct {
  LpEntity  entity;
  gint64    num;      /* 0: not in the table yet */
  LpId      id;
  LpId      space;
  LpValue  *values;
  GArray   *stamps;   /* of LpStamp, oldest first; the last is the newest operation on the object */
  char     *indexed;  /* the text that the index of notes has of it, or NULL */
  gint64    time;     /* of a note: as it is in the table */
} LpRow;

/** LpStamp: one operation and the fields, a bit each, that it won. */
typedef struct {
  gint64  stamp;
  LpId    stream;
  guint64 fields;
} LpStamp;

LpRow    *lp_row_new          (LpEntity entity, const LpId *id);
LpRow    *lp_row_load         (LpDb *db, LpEntity entity, const LpId *id, GError **error);
gboolean  lp_row_save         (LpRow *self, LpDb *db, GError **error);
gboolean  lp_row_remove       (LpDb *db, LpEntity entity, const LpId *id, GError **error);
gboolean  lp_row_claim        (LpRow *self, guint field, gint64 stamp, const LpId *stream);
void      lp_row_touch        (LpRow *self, gint64 stamp, const LpId *stream);
gint64    lp_row_newest       (LpRow *self);
void      lp_row_free         (LpRow *self);

gboolean  lp_row_create_table (LpDb *db, LpEntity entity, GError **error);
gboolean  lp_row_drop_table   (LpDb *db, LpEntity entity, GError **error);
LpValue   lp_row_read_value   (LpQuery *query, int column, LpType type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpRow, lp_row_free)

G_END_DECLS
