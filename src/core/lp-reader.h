/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lp-record.h"

G_BEGIN_DECLS

#define LP_TYPE_READER (lp_reader_get_type ())

/**
 * LpReader: a read-only connection. Belongs to one thread: the store's own to the main thread, for short
 * queries; a task that reads for long opens its own with lp_reader_open ().
 */
G_DECLARE_FINAL_TYPE (LpReader, lp_reader, LP, READER, GObject)

/**
 * LpQuery: a statement being stepped. Statements are kept, so that asking again costs no parsing. Free it (autoptr)
 * as soon as the rows are read: an open query holds the log of the database.
 */
typedef struct _LpQuery LpQuery;

LpReader   *lp_reader_open      (const char *path, GError **error);
const char *lp_reader_get_path  (LpReader *self);
gboolean    lp_reader_begin     (LpReader *self, GError **error);  /* one consistent view until lp_reader_end () */
void        lp_reader_end       (LpReader *self);
void        lp_reader_set_limits (LpReader *self, GCancellable *cancellable, gint64 deadline);

LpQuery    *lp_reader_query     (LpReader *self, const char *sql);
void        lp_query_bind_id    (LpQuery *query, int index, const LpId *id);  /* NULL binds NULL; so below */
void        lp_query_bind_int   (LpQuery *query, int index, gint64 number);
void        lp_query_bind_text  (LpQuery *query, int index, const char *text);
gboolean    lp_query_next       (LpQuery *query, GError **error);
gboolean    lp_query_is_none    (LpQuery *query, int column);
gint64      lp_query_int        (LpQuery *query, int column);
const char *lp_query_text       (LpQuery *query, int column);  /* until the next call; "" for NULL */
gboolean    lp_query_id         (LpQuery *query, int column, LpId *out);
void        lp_query_free       (LpQuery *query);

/* NULL without an error when there is no such object. Deleted ones are read too. */
LpRecord   *lp_reader_load      (LpReader *self, LpEntity entity, const LpId *id, GError **error);
LpRecord   *lp_reader_load_num  (LpReader *self, LpEntity entity, gint64 num, GError **error);

/* sql gives column 0: num of each object. Transfer full, of LpRecord. */
GPtrArray  *lp_reader_load_all  (LpReader *self, LpEntity entity, const char *sql, const LpId *bound, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpQuery, lp_query_free)

G_END_DECLS
