/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-workbook-write.h"

#include "lp-meeting-load.h"
#include "lp-meeting.h"
#include "lp-workbook-check.h"
#include "lp-workbook-sheets.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#define STEPS 256 /* rows between two looks at the clock */
#define EXCEL_UNIX_EPOCH 25569
#define EXCEL_EPOCH 693594 /* 1899-12-30 as GDate counts days */
#define MINUTES_A_DAY (24 * 60)
#define SECONDS_A_DAY 86400.0

void
lp_workbook_job_unload (LpWorkbookJob *job)
{
  g_clear_pointer (&job->counts, lp_counts_free);
  g_clear_pointer (&job->places, lp_places_free);
  g_clear_pointer (&job->priorities, lp_priorities_free);
  g_clear_pointer (&job->panel, g_free);
  g_clear_pointer (&job->label, g_free);
  g_clear_object (&job->record);
}

void
lp_workbook_job_clear (LpWorkbookJob *job)
{
  lp_workbook_job_unload (job);
  g_clear_pointer (&job->book, lp_workbook_free);
  g_clear_pointer (&job->zone, g_time_zone_unref);
}

LpSheet *
lp_workbook_job_sheet (LpWorkbookJob      *job,
                       LpSheetKind         kind,
                       const LpSheetShape *shape)
{
  LpSheet *sheet = &job->sheets[kind];

  if (!sheet->book)
    lp_sheet_begin_of (sheet, job->book, shape, job->label && shape->columns[0].heading ? _("Meeting") : NULL);
  sheet->label = job->label;
  return sheet;
}

/** lp_workbook_job_begin: the next part of the work has so many rows, and after them so much of all is done. */
void
lp_workbook_job_begin (LpWorkbookJob *job,
                       guint          rows,
                       double         to)
{
  job->from = job->to;
  job->to = to;
  job->rows = rows;
  job->done = 0;
}

/** lp_workbook_job_step: to be called for each row. Returns: %FALSE and an error when it was cancelled */
gboolean
lp_workbook_job_step (LpWorkbookJob  *job,
                      GError        **error)
{
  if (job->done++ % STEPS != 0)
    return TRUE;
  if (job->progress)
    job->progress (job->before + job->share * (job->from + (job->to - job->from) * job->done / job->rows), job->user_data);

  return !g_cancellable_set_error_if_cancelled (job->cancellable, error);
}

/** A point in time as a spreadsheet counts it, in days of local time; an empty cell for 0. Whole seconds. */
LpCell
lp_workbook_job_moment (LpWorkbookJob *job,
                        gint64         milliseconds)
{
  gint64 seconds = milliseconds / 1000;
  int interval = 0;

  if (milliseconds == 0)
    return LP_CELL_TEXT (NULL);

  interval = g_time_zone_find_interval (job->zone, G_TIME_TYPE_UNIVERSAL, seconds);
  seconds += g_time_zone_get_offset (job->zone, interval);

  return LP_CELL_STYLED_NUMBER (EXCEL_UNIX_EPOCH + (double) seconds / SECONDS_A_DAY, LP_STYLE_MOMENT);
}

LpCell
lp_workbook_clock (int minutes)
{
  return LP_CELL_STYLED_NUMBER ((double) (minutes % MINUTES_A_DAY) / MINUTES_A_DAY, LP_STYLE_CLOCK);
}

LpCell
lp_workbook_date (const char *date)
{
  GDate parsed;

  g_date_clear (&parsed, 1);
  g_date_set_parse (&parsed, date);
  if (!g_date_valid (&parsed))
    return LP_CELL_TEXT (date);

  return LP_CELL_STYLED_NUMBER ((double) g_date_get_julian (&parsed) - EXCEL_EPOCH, LP_STYLE_DATE);
}

gboolean
lp_workbook_job_is_internal (LpWorkbookJob *job)
{
  return lp_publication_get_variant (job->publication) == LP_VARIANT_INTERNAL;
}

LpCell
lp_workbook_job_count (LpWorkbookJob *job,
                       const LpId    *theme,
                       guint          perspective,
                       guint          count)
{
  if (!lp_publication_shows_count (job->publication, theme, perspective))
    return LP_CELL_TEXT (LP_HIDDEN_MARK);

  return LP_CELL_NUMBER (count);
}

const LpVoteRound *
lp_workbook_job_find_dots (const LpWorkbookJob *job,
                           LpVoteOn             on)
{
  for (guint i = job->priorities != NULL ? job->priorities->rounds->len : 0; i > 0; i--)
    {
      const LpVoteRound *round = g_ptr_array_index (job->priorities->rounds, i - 1);

      if (round->complete && round->method == LP_VOTE_DOTS && round->on == on)
        return round;
    }

  return NULL;
}

gboolean
lp_workbook_job_load (LpWorkbookJob  *job,
                      GError        **error)
{
  g_autoptr (GError) failure = NULL;

  job->record = lp_meeting_load (job->reader, &job->meeting, &failure);
  if (!failure)
    job->panel = lp_meeting_panel_name (job->reader, job->record, &failure);
  /* its proposals are all read, which takes its time */
  if (!failure && lp_priorities_exist (job->reader, &job->meeting))
    job->priorities = lp_priorities_load (job->reader, &job->meeting, &failure);
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

gboolean
lp_workbook_job_write (LpWorkbookJob  *job,
                       GError        **error)
{
  lp_workbook_begin_overview (job);
  lp_workbook_begin_themes (job);

  return lp_workbook_write_notes (job, error)
         && lp_workbook_write_overview (job, error)
         && lp_workbook_write_themes (job, error)
         && lp_workbook_write_dreams (job, error)
         && lp_workbook_write_quotes (job, error)
         && lp_workbook_write_recommendations (job, error)
         && lp_workbook_write_stories (job, error)
         && lp_workbook_write_participants (job, error)
         && lp_workbook_write_agenda (job, error)
         && lp_workbook_write_fields (job, error)
         && lp_workbook_write_about (job, error);
}

gboolean
lp_workbook_job_finish (LpWorkbookJob  *job,
                        LpPartFile     *part,
                        GError        **error)
{
  g_autoptr (GArray) row_counts = NULL;

  for (guint i = 0; i < LP_N_SHEETS; i++)
    lp_sheet_end (&job->sheets[i]);
  row_counts = g_array_ref (lp_workbook_get_row_counts (job->book));
  return lp_workbook_close (job->book, error)
         && lp_workbook_check (lp_part_file_get_path (part), row_counts, error);
}

const char *
lp_workbook_mark (LpVariant variant)
{
  return variant == LP_VARIANT_INTERNAL ? _("CONFIDENTIAL – for internal use only") : NULL;
}

static gboolean
write_job (LpWorkbookJob   *job,
           LpPartFile      *part,
           guint            max_rows,
           LpExportResult  *result,
           GError         **error)
{
  g_autofree char *title = NULL;

  if (!lp_workbook_job_load (job, error))
    return FALSE;
  title = lp_publication_clean (job->publication, lp_record_text (job->record, LP_MEETING_TITLE));
  job->book = lp_workbook_new (part, title, lp_workbook_mark (lp_publication_get_variant (job->publication)), max_rows, error);
  if (!job->book || !lp_workbook_job_write (job, error) || !lp_workbook_job_finish (job, part, error))
    return FALSE;

  result->notes = job->counts->total;
  result->themes = job->counts->themes->len - (job->counts->without_theme > 0 ? 1 : 0);
  result->continued = job->continued;
  return TRUE;
}

/* libxlsxwriter prints numbers as the locale does; the file wants points. */
locale_t
lp_workbook_use_points (void)
{
  return uselocale (newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t) 0))));
}

void
lp_workbook_use_former (locale_t former)
{
  freelocale (uselocale (former));
}

/**
 * lp_workbook_write:
 * @publication: for whom it is, and so what comes along
 * @max_rows: of a sheet
 *
 * Writes the meeting as a workbook and reads it back to see that every row arrived. Call between
 * lp_reader_begin() and lp_reader_end().
 */
gboolean
lp_workbook_write (LpReader          *reader,
                   const LpId        *meeting,
                   LpPublication     *publication,
                   LpPartFile        *part,
                   guint              max_rows,
                   GCancellable      *cancellable,
                   LpExportProgress   progress,
                   gpointer           user_data,
                   LpExportResult    *result,
                   GError           **error)
{
  g_auto (LpWorkbookJob) job = {
    .reader = reader,
    .meeting = *meeting,
    .publication = publication,
    .zone = g_time_zone_new_local (),
    .cancellable = cancellable,
    .progress = progress,
    .user_data = user_data,
    .share = 1,
  };
  locale_t former = lp_workbook_use_points ();
  gboolean written = write_job (&job, part, max_rows, result, error);

  lp_workbook_use_former (former);
  return written;
}
