/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lp-document.h"
#include "lp-publication.h"
#include "lp-reader.h"

G_BEGIN_DECLS

/** LpExportProgress: called on the thread that exports, now and then; fraction 0.0 to 1.0. */
typedef void (*LpExportProgress) (double fraction, gpointer user_data);

/**
 * LpExportResult: what was written. A workbook is read back first, so that every row counted is in the file.
 */
typedef struct {
  guint notes;
  guint themes;
  guint continued;  /* notes longer than a cell takes, continued in further rows */
  guint left_out;   /* notes that the variant leaves out */
  guint hidden;     /* figures hidden, since so few stand behind them */
} LpExportResult;

/** LpExportOptions: what, and for whom. */
typedef struct {
  LpDocument document;
  LpVariant  variant;
  guint      limit;    /* fewer than this in a cell are hidden from the public; LP_PUBLICATION_LIMIT is usual */
} LpExportOptions;

/* Written to a temporary name beside it, renamed when whole: on error or cancellation a former file is as it was. */
gboolean lp_export (LpReader *reader, const LpId *meeting, const char *path, const LpExportOptions *options,
                    GCancellable *cancellable, LpExportProgress progress, gpointer user_data, LpExportResult *result,
                    GError **error);

/* All meetings of a panel in one file: a workbook, or a table of notes. */
gboolean lp_export_panel_has (LpDocument document);
/* Of LpId, the earliest first: those whose words are in it. Transfer full; NULL and an error, also where there are none. */
GArray  *lp_export_panel_meetings (LpReader *reader, const LpId *panel, GError **error);
gboolean lp_export_panel (LpReader *reader, const LpId *panel, const char *path, const LpExportOptions *options,
                          GCancellable *cancellable, LpExportProgress progress, gpointer user_data, LpExportResult *result,
                          GError **error);

G_END_DECLS
