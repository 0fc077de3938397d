/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lp-change-set.h"
#include "lp-reader.h"

G_BEGIN_DECLS

#define LP_STORE_ERROR (lp_store_error_quark ())

typedef enum {
  LP_STORE_ERROR_FAILED,
  LP_STORE_ERROR_FOREIGN,   /* not a Landspanel database */
  LP_STORE_ERROR_DAMAGED,
  LP_STORE_ERROR_NEWER,     /* written by a newer version */
  LP_STORE_ERROR_READ_ONLY,
  LP_STORE_ERROR_LOCKED,    /* another program writes to it */
  LP_STORE_ERROR_FULL,      /* no room on the disk */
  LP_STORE_ERROR_NOT_FOUND,
  LP_STORE_ERROR_INVALID,   /* what was asked for makes no sense */
} LpStoreError;

typedef enum {
  LP_STORE_READ_WRITE, /* made when it is not there; holds the lock beside it */
  LP_STORE_READ_ONLY,
} LpStoreMode;

/** LpChange: one object that a commit touched. */
typedef struct {
  LpEntity entity;
  LpId     object;
  LpId     space;
  gint64   num;     /* 0 when it was erased */
} LpChange;

#define LP_TYPE_STORE (lp_store_get_type ())

/**
 * LpStore: the database of all meetings; the one way in for changes.
 *
 * Properties: "undo-title", "redo-title" (string, NULL when there is nothing), "pending" (uint, commits not yet on the disk),
 * "notice" (string, NULL when all is well; something to tell the user, such as a backup that failed, or that
 * what was erased can still be found: this one stays until it cannot).
 * Signal: "changed" (GArray of LpChange), on the main thread, after each commit, before its callback.
 */
G_DECLARE_FINAL_TYPE (LpStore, lp_store, LP, STORE, GObject)

GQuark       lp_store_error_quark   (void);
char        *lp_store_default_path  (void);

LpStore     *lp_store_open          (const char *path, LpStoreMode mode, GError **error);
gboolean     lp_store_close         (LpStore *self, GError **error);
const char  *lp_store_get_path      (LpStore *self);
LpReader    *lp_store_get_reader    (LpStore *self);

void         lp_store_commit_async  (LpStore *self, LpChangeSet *changes, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
gboolean     lp_store_commit_finish (LpStore *self, GAsyncResult *result, GError **error);
gboolean     lp_store_commit        (LpStore *self, LpChangeSet *changes, GError **error);

void         lp_store_undo_async    (LpStore *self, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
void         lp_store_redo_async    (LpStore *self, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
/* for both of the above; title: what was undone or redone, transfer full, may be NULL */
gboolean     lp_store_undo_finish   (LpStore *self, GAsyncResult *result, char **title, GError **error);
gboolean     lp_store_undo          (LpStore *self, GError **error);
gboolean     lp_store_redo          (LpStore *self, GError **error);

const char  *lp_store_get_undo_title (LpStore *self);
const char  *lp_store_get_redo_title (LpStore *self);
gboolean     lp_store_undo_deletes   (LpStore *self, const LpId *object);

/* what the next step is about: redo: of redo, else of undo; entities: bits of 1 << LpEntity */
gboolean     lp_store_step_is_of     (LpStore *self, gboolean redo, guint entities);
gboolean     lp_store_step_is_in     (LpStore *self, gboolean redo, const LpId *space);
guint        lp_store_get_pending    (LpStore *self);

G_END_DECLS
