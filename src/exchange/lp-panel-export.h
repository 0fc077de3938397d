/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-export.h"
#include "lp-part-file.h"

G_BEGIN_DECLS

/** LpPanelRun: the meetings of a panel, one after the other, on their way into one file. */
typedef struct {
  LpReader               *reader;
  const LpId             *panel;
  const LpExportOptions  *options;
  GCancellable           *cancellable;
  LpExportProgress        progress;
  gpointer                user_data;
  LpExportResult         *result;
  GArray                 *meetings; /* of LpId, the earliest first */
} LpPanelRun;

/** LpPanelFunc: one meeting. label: "Kick-off · 2026-11-24"; share: how much of all has been done before it, of 1. */
typedef gboolean (*LpPanelFunc) (const LpPanelRun *run, const LpId *meeting, LpPublication *publication, const char *label,
                                 double share, gpointer data, GError **error);

gboolean lp_panel_run            (const LpPanelRun *run, LpPanelFunc func, gpointer data, GError **error);

/* Into a file of that kind. Between lp_reader_begin () and lp_reader_end (). */
gboolean lp_panel_workbook_write (const LpPanelRun *run, LpPartFile *part, GError **error);
gboolean lp_panel_csv_write      (const LpPanelRun *run, LpPartFile *part, GError **error);

G_END_DECLS
