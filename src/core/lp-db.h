/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "lp-query.h"

G_BEGIN_DECLS

/** LpDb: one SQLite connection with its prepared statements; inside core only. Belongs to one thread at a time. */
typedef struct _LpDb LpDb;

#define LP_APPLICATION_ID 0x4c506e6c /* "LPnl" */
#define LP_SCHEMA_VERSION 5

typedef enum {
  LP_DB_CREATE,     /* read and write, made when it is not there */
  LP_DB_WRITE,      /* read and write, must be there */
  LP_DB_READ,
} LpDbMode;

LpDb       *lp_db_open          (const char *path, LpDbMode mode, GError **error);
void        lp_db_free          (LpDb *self);
const char *lp_db_get_path      (LpDb *self);
sqlite3    *lp_db_get_handle    (LpDb *self);
LpQuery    *lp_db_query         (LpDb *self, const char *sql);
gboolean    lp_db_exec          (LpDb *self, const char *sql, GError **error);
gboolean    lp_db_begin         (LpDb *self, GError **error);
gboolean    lp_db_commit        (LpDb *self, GError **error);
void        lp_db_rollback      (LpDb *self);
gboolean    lp_db_number        (LpDb *self, const char *sql, gint64 *out, GError **error);
void        lp_db_set_limits    (LpDb *self, GCancellable *cancellable, gint64 deadline);
void        lp_db_set_error     (LpDb *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpDb, lp_db_free)

G_END_DECLS
