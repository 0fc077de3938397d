/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-export.h"
#include "lp-store.h"

G_BEGIN_DECLS

/*
 * A whole meeting as one file of JSON: to be kept, to be moved to another computer, and for other programs to read. The format is
 * described in HACKING.md.
 */

/** LpMeetingTaken: what was taken in. */
typedef struct {
  LpId  meeting;
  guint counts[LP_N_ENTITIES];
  guint erased;  /* objects left out, since they were erased in this database for good */
  guint kept;    /* objects in which words were erased in this database for good: they stay as they are here */
} LpMeetingTaken;

gboolean lp_meeting_json_write  (LpReader *reader, const LpId *meeting, const char *path, GCancellable *cancellable,
                                 LpExportProgress progress, gpointer user_data, LpExportResult *result, GError **error);

/* A meeting that is in the database already is refused with G_IO_ERROR_EXISTS, unless it comes as a copy. */
gboolean lp_meeting_json_import (LpStore *store, const char *path, gboolean copy, GCancellable *cancellable,
                                 LpMeetingTaken *taken, GError **error);

G_END_DECLS
