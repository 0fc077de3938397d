/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-counts.h"
#include "lp-export.h"
#include "lp-places.h"
#include "lp-reader.h"
#include "lp-workbook.h"

G_BEGIN_DECLS

/** LpWorkbookJob: a meeting on its way into a workbook: what all its sheets need. */
typedef struct {
  LpWorkbook       *book;
  LpReader         *reader;
  LpId              meeting;
  LpRecord         *record;
  char             *panel;    /* NULL for none */
  LpCounts         *counts;
  LpPlaces         *places;   /* from the notes' sheet on */
  GTimeZone        *zone;
  GCancellable     *cancellable;
  LpExportProgress  progress;
  gpointer          user_data;
  guint             done;     /* rows */
  guint             continued;
} LpWorkbookJob;

gboolean lp_workbook_job_step (LpWorkbookJob *job, GError **error);
LpCell   lp_workbook_job_moment (LpWorkbookJob *job, gint64 milliseconds);

/* One sheet each, in this order. */
gboolean lp_workbook_write_overview (LpWorkbookJob *job, GError **error);
gboolean lp_workbook_write_themes   (LpWorkbookJob *job, GError **error);
gboolean lp_workbook_write_notes    (LpWorkbookJob *job, GError **error);
gboolean lp_workbook_write_dreams   (LpWorkbookJob *job, GError **error);
gboolean lp_workbook_write_about    (LpWorkbookJob *job, GError **error);

/* The column of the themes' sheet in which the kinds begin. */
#define LP_THEMES_FIRST_KIND 1

/* Their names, in the user's language. */
const char *lp_workbook_themes_name (void);
const char *lp_workbook_notes_name  (void);

/* What a theme is called; those without one have a name too. */
const char *lp_workbook_theme_label (const LpThemeCount *theme);

G_END_DECLS
