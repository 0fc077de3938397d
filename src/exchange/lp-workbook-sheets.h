/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-counts.h"
#include "lp-export.h"
#include "lp-places.h"
#include "lp-priorities.h"
#include "lp-publication.h"
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
  LpCounts         *counts;   /* of the notes too, from the notes' sheet on */
  LpPriorities     *priorities; /* or NULL: there were no votes */
  LpPublication    *publication; /* not ours */
  LpPlaces         *places;   /* from the notes' sheet on */
  LpSheet           overview;
  LpSheet           themes;
  GTimeZone        *zone;
  GCancellable     *cancellable;
  LpExportProgress  progress;
  gpointer          user_data;
  double            from;     /* the part of the work under way: from which fraction of all */
  double            to;
  guint             rows;     /* in that part */
  guint             done;
  guint             continued;
} LpWorkbookJob;

/* How far each part of the work gets, of 1; the rest goes into packing. */
#define LP_SHARE_OF_NOTES 0.5
#define LP_SHARE_OF_DREAMS 0.62
#define LP_SHARE_OF_QUOTES 0.65

void     lp_workbook_job_begin  (LpWorkbookJob *job, guint rows, double to);
gboolean lp_workbook_job_step   (LpWorkbookJob *job, GError **error);
LpCell   lp_workbook_job_moment (LpWorkbookJob *job, gint64 milliseconds);

gboolean lp_workbook_job_is_internal (LpWorkbookJob *job);

/* How many notes come from a perspective, in a theme or with none given in all; or that it is hidden. */
LpCell   lp_workbook_job_count  (LpWorkbookJob *job, const LpId *theme, guint perspective, guint count);

/* Cells that hold a date, YYYY-MM-DD, and minutes after midnight. */
LpCell   lp_workbook_date       (const char *date);
LpCell   lp_workbook_clock      (int minutes);

/* One sheet each. The first two stand before the notes, but tell what is known only after these. */
void     lp_workbook_begin_overview (LpWorkbookJob *job);
void     lp_workbook_begin_themes   (LpWorkbookJob *job);
gboolean lp_workbook_write_overview (LpWorkbookJob *job, GError **error);
gboolean lp_workbook_write_themes   (LpWorkbookJob *job, GError **error);
gboolean lp_workbook_write_notes    (LpWorkbookJob *job, GError **error);
gboolean lp_workbook_write_dreams   (LpWorkbookJob *job, GError **error);
gboolean lp_workbook_write_quotes   (LpWorkbookJob *job, GError **error);
gboolean lp_workbook_write_recommendations (LpWorkbookJob *job, GError **error);
gboolean lp_workbook_write_stories  (LpWorkbookJob *job, GError **error);
gboolean lp_workbook_write_participants (LpWorkbookJob *job, GError **error);
gboolean lp_workbook_write_agenda   (LpWorkbookJob *job, GError **error);
gboolean lp_workbook_write_fields   (LpWorkbookJob *job, GError **error);
gboolean lp_workbook_write_about    (LpWorkbookJob *job, GError **error);

/* The column of the themes' sheet in which the kinds begin, and that of their names. */
#define LP_THEMES_NAME 1
#define LP_THEMES_FIRST_KIND 2

/* Their names, in the user's language. */
const char *lp_workbook_themes_name (void);
const char *lp_workbook_notes_name  (void);

/* The last round of dots on themes or proposals that may be seen; or NULL. */
const LpVoteRound *lp_workbook_job_find_dots (const LpWorkbookJob *job, LpVoteOn on);

/* What a theme is called; those without one have a name too. */
const char *lp_workbook_theme_label (const LpThemeCount *theme);

G_END_DECLS
