/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-panel-export.h"

#include "lp-meeting.h"
#include "lp-workbook-sheets.h"

#include <glib/gi18n-lib.h>

/* Of the overview: a row for each meeting. */
enum { MEETING, DATE, PLACE, NOTES, KINDS, LEFT_OUT = KINDS + LP_N_KINDS, THEMES, PARTICIPANTS, ORGANISATIONS, N_COLUMNS };

typedef struct {
  LpWorkbookJob job;
  LpRecord     *panel;
  guint         sums[N_COLUMNS];
  guint         first_row; /* of the meetings */
} Panel;

static LpSheetShape
make_shape (void)
{
  LpSheetShape shape = { .name = _("Overview"), .landscape = TRUE, .n_columns = N_COLUMNS };

  for (guint i = 0; i < N_COLUMNS; i++)
    shape.columns[i] = (LpSheetColumn) { NULL, i < NOTES ? 30 : 12, i < NOTES ? LP_STYLE_TEXT : LP_STYLE_NUMBER };
  shape.columns[DATE].width = 14;
  return shape;
}

static void
add_headings (LpSheet *sheet)
{
  const char *headings[N_COLUMNS] = {
    [MEETING] = _("Meeting"),
    [DATE] = lp_schema_heading (LP_MEETING, LP_MEETING_DATE),
    [PLACE] = lp_schema_heading (LP_MEETING, LP_MEETING_PLACE),
    [NOTES] = _("Notes"),
    [LEFT_OUT] = _("Notes left out"),
    [THEMES] = _("Themes"),
    [PARTICIPANTS] = _("Participants"),
    [ORGANISATIONS] = _("Organisations"),
  };
  LpCell cells[N_COLUMNS];

  for (guint i = 0; i < LP_N_KINDS; i++)
    headings[KINDS + i] = lp_kind_plural (i);
  for (guint i = 0; i < N_COLUMNS; i++)
    cells[i] = LP_CELL_STYLED (headings[i], i < NOTES ? LP_STYLE_HEADING : LP_STYLE_CENTER_HEADING);
  lp_sheet_add (sheet, cells, N_COLUMNS);
}

static void
begin_overview (Panel *self)
{
  LpSheetShape shape = make_shape ();
  LpSheet *sheet = lp_workbook_job_sheet (&self->job, LP_SHEET_OVERVIEW, &shape);

  lp_sheet_add (sheet, &LP_CELL_STYLED (lp_record_text (self->panel, LP_PANEL_NAME), LP_STYLE_TITLE), 1);
  lp_sheet_add (sheet, &LP_CELL_STYLED (_("The notes are the participants’ own words. "
                                          "They are not the position of the Council."), LP_STYLE_PART), 1);
  lp_sheet_skip (sheet);
  add_headings (sheet);
  self->first_row = sheet->row;
}

/* Of a meeting; people are not summed, for most come again. */
static void
add_meeting (Panel *self)
{
  LpWorkbookJob *job = &self->job;
  const LpCounts *counts = job->counts;
  g_autofree char *title = lp_publication_clean (job->publication, lp_record_text (job->record, LP_MEETING_TITLE));
  g_autofree char *place = lp_publication_clean (job->publication, lp_record_text (job->record, LP_MEETING_PLACE));
  guint figures[N_COLUMNS] = {
    [NOTES] = counts->total,
    [LEFT_OUT] = lp_publication_get_total (job->publication) - lp_publication_get_n_notes (job->publication),
    [THEMES] = counts->themes->len - (counts->without_theme > 0 ? 1 : 0),
    [PARTICIPANTS] = counts->participants,
    [ORGANISATIONS] = counts->organisations,
  };
  LpCell cells[N_COLUMNS] = {
    [MEETING] = LP_CELL_TEXT (title),
    [DATE] = lp_workbook_date (lp_record_text (job->record, LP_MEETING_DATE)),
    [PLACE] = LP_CELL_TEXT (place),
  };

  for (guint i = 0; i < LP_N_KINDS; i++)
    figures[KINDS + i] = counts->kinds[i];
  for (guint i = NOTES; i < N_COLUMNS; i++)
    {
      cells[i] = LP_CELL_NUMBER (figures[i]);
      self->sums[i] += figures[i];
    }
  lp_sheet_add (&job->sheets[LP_SHEET_OVERVIEW], cells, N_COLUMNS);
}

static void
add_sums (Panel *self)
{
  LpCell cells[N_COLUMNS] = { [MEETING] = LP_CELL_STYLED (_("Total"), LP_STYLE_PART) };

  for (guint i = NOTES; i <= THEMES; i++)
    cells[i] = LP_CELL_NUMBER (self->sums[i]);
  lp_sheet_add (&self->job.sheets[LP_SHEET_OVERVIEW], cells, N_COLUMNS);
}

/* Below the figures. */
static void
add_bars (Panel *self, guint n_meetings)
{
  LpSheet *sheet = &self->job.sheets[LP_SHEET_OVERVIEW];
  LpKindBars bars = {
    .title = _("Notes by meeting and kind"),
    .sheet = sheet->shape.name,
    .first_row = self->first_row,
    .n_rows = n_meetings,
    .name = MEETING,
    .first_kind = KINDS,
  };

  lp_workbook_add_bars (&self->job, sheet, sheet->row + 2, MEETING, G_MAXUINT, &bars);
}

static gboolean
write_meeting (const LpPanelRun *run, const LpId *meeting, LpPublication *publication, const char *label, double share, gpointer data,
               GError **error)
{
  Panel *self = data;
  LpWorkbookJob *job = &self->job;

  job->meeting = *meeting;
  job->publication = publication;
  job->label = g_strdup (label);
  job->before = share;
  job->to = 0;
  if (!lp_workbook_job_load (job, error) || !lp_workbook_job_write (job, error))
    return FALSE;
  add_meeting (self);
  run->result->notes += job->counts->total;
  run->result->continued += job->continued;
  job->continued = 0;
  lp_workbook_job_unload (job);
  job->publication = NULL;
  return TRUE;
}

static gboolean
write_panel (const LpPanelRun *run, Panel *self, LpPartFile *part, GError **error)
{
  LpWorkbookJob *job = &self->job;

  self->panel = lp_reader_load (run->reader, LP_PANEL, run->panel, error);
  if (!self->panel)
    return FALSE;
  job->book = lp_workbook_new (part, lp_record_text (self->panel, LP_PANEL_NAME), lp_workbook_mark (run->options->variant), LXW_ROW_MAX,
                               error);
  if (!job->book)
    return FALSE;
  begin_overview (self);
  if (!lp_panel_run (run, write_meeting, self, error))
    return FALSE;
  add_sums (self);
  add_bars (self, run->meetings->len);
  run->result->themes = self->sums[THEMES];
  return lp_workbook_job_finish (job, part, error);
}

/** lp_panel_workbook_write: the sheets of a meeting's workbook, with a column in front that says of which meeting each row is. */
gboolean
lp_panel_workbook_write (const LpPanelRun *run, LpPartFile *part, GError **error)
{
  Panel self = {
    .job = {
      .reader = run->reader,
      .zone = g_time_zone_new_local (),
      .cancellable = run->cancellable,
      .progress = run->progress,
      .user_data = run->user_data,
      .share = 1.0 / run->meetings->len,
    },
  };
  locale_t former = lp_workbook_use_points ();
  gboolean written = write_panel (run, &self, part, error);

  lp_workbook_use_former (former);
  g_clear_object (&self.panel);
  lp_workbook_job_clear (&self.job);
  return written;
}
