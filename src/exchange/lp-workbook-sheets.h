/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-counts.h"
#include "lp-export.h"
#include "lp-places.h"
#include "lp-priorities.h"
#include "lp-publication.h"
#include "lp-reader.h"
#include "lp-workbook.h"

#include <locale.h>

G_BEGIN_DECLS

typedef enum {
  LP_SHEET_OVERVIEW,
  LP_SHEET_THEMES,
  LP_SHEET_NOTES,
  LP_SHEET_DREAMS,
  LP_SHEET_QUOTES,
  LP_SHEET_RECOMMENDATIONS,
  LP_SHEET_STORIES,
  LP_SHEET_PARTICIPANTS,
  LP_SHEET_AGENDA,
  LP_SHEET_FIELDS,
  LP_SHEET_ABOUT,
  LP_N_SHEETS,
} LpSheetKind;

/** LpWorkbookJob: a meeting on its way into a workbook: what all its sheets need. Of a panel, one meeting after the other. */
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
  LpSheet           sheets[LP_N_SHEETS]; /* those that are begun have a book */
  char             *label;    /* of a panel: which meeting it is; else NULL */
  GTimeZone        *zone;
  GCancellable     *cancellable;
  LpExportProgress  progress;
  gpointer          user_data;
  double            before;   /* of all that is asked for, how much was done before this meeting, */
  double            share;    /* and how much is this one */
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

/* The sheet, begun where it is not yet; further rows are of the meeting at hand. */
LpSheet *lp_workbook_job_sheet  (LpWorkbookJob *job, LpSheetKind kind, const LpSheetShape *shape);

/* One meeting, from reading to its last row; then it can be put away and another one taken. */
gboolean lp_workbook_job_load   (LpWorkbookJob *job, GError **error);
gboolean lp_workbook_job_write  (LpWorkbookJob *job, GError **error);
void     lp_workbook_job_unload (LpWorkbookJob *job);
/* All sheets have all their rows. Reads the file back. */
gboolean lp_workbook_job_finish (LpWorkbookJob *job, LpPartFile *part, GError **error);
void     lp_workbook_job_clear  (LpWorkbookJob *job);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LpWorkbookJob, lp_workbook_job_clear)

/* How many notes come from a perspective, in a theme or with none given in all; or that it is hidden. */
LpCell   lp_workbook_job_count  (LpWorkbookJob *job, const LpId *theme, guint perspective, guint count);

/* On each sheet and page: whom it is for; or NULL. */
const char *lp_workbook_mark    (LpVariant variant);

/* libxlsxwriter prints numbers as the thread's locale does; the file wants points. */
locale_t lp_workbook_use_points (void);
void     lp_workbook_use_former (locale_t former);

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

/** LpKindBars: figures on a sheet, a row for each bar, and a column for each kind. */
typedef struct {
  const char *title;
  const char *sheet;      /* its name */
  guint       first_row;
  guint       n_rows;
  guint       name;       /* column of what a bar is of */
  guint       first_kind; /* column */
} LpKindBars;

/* most_height: pixels */
void     lp_workbook_add_bars       (LpWorkbookJob *job, LpSheet *sheet, guint row, guint column, guint most_height,
                                     const LpKindBars *bars);

/* Their names, in the user's language. */
const char *lp_workbook_themes_name (void);
const char *lp_workbook_notes_name  (void);

/* The last round of dots on themes or proposals that may be seen; or NULL. */
const LpVoteRound *lp_workbook_job_find_dots (const LpWorkbookJob *job, LpVoteOn on);

/* What a theme is called; those without one have a name too. */
const char *lp_workbook_theme_label (const LpThemeCount *theme);

G_END_DECLS
