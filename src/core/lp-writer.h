/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-edit.h"
#include "lp-store.h"

G_BEGIN_DECLS

/**
 * LpCommit: a change set on its way to the disk and what became of it. The writer's thread fills it; who waits for it may look
 * once it is done.
 */
typedef struct {
  LpChangeSet  *changes;
  GCancellable *cancellable; /* or NULL */
  LpChangeSet  *inverse;     /* takes the action back; NULL when nothing was changed or it failed */
  GArray       *changed;     /* of LpChange */
  GError       *error;       /* nothing was changed */
  GError       *warning;     /* done, but what was erased can still be found */
  gboolean      settled;     /* what could be found before cannot any more */
} LpCommit;

LpCommit *lp_commit_new  (LpChangeSet *changes, GCancellable *cancellable);
void      lp_commit_free (LpCommit *self);

/** LpWriter: the one who writes: a thread with the one connection that may. */
typedef struct _LpWriter LpWriter;

typedef void (*LpWriterDone) (LpCommit *commit, gpointer user_data);
typedef void (*LpWriterWarn) (const GError *warning, gpointer user_data);

struct _LpDb;

LpWriter *lp_writer_new  (struct _LpDb *db, LpWriterWarn warn, gpointer user_data);
void      lp_writer_push (LpWriter *self, LpCommit *commit, LpWriterDone done, gpointer user_data);
gboolean  lp_writer_stop (LpWriter *self, GError **error);
void      lp_writer_free (LpWriter *self);

G_END_DECLS
