/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-workbook-sheets.h"

#include <glib/gi18n-lib.h>

enum { LABEL, VALUE, BESIDE, N_COLUMNS };

#define N_TOP_THEMES 6

/* In pixels */
#define ROW_HEIGHT 20
#define CHART_DEFAULT_WIDTH 480
#define CHART_DEFAULT_HEIGHT 288
#define CHART_WIDTH 700
#define CHART_MARGIN 110
#define CHART_BAR 36

#define CHART_ROW 3
#define CHART_GAP 40 /* percent of a bar */

static LpSheetShape
make_shape (void)
{
  return (LpSheetShape) {
    .name = _("Overview"),
    .landscape = TRUE,
    .n_columns = N_COLUMNS,
    .columns = {
      [LABEL] = { NULL, 40, LP_STYLE_TEXT },
      [VALUE] = { NULL, 30, LP_STYLE_TEXT },
      [BESIDE] = { NULL, 100, LP_STYLE_TEXT },
    },
  };
}

static void
add_fact (LpSheet    *sheet,
          const char *label,
          LpCell      value)
{
  lp_sheet_add (sheet, (LpCell[]) { LP_CELL_TEXT (label), value }, 2);
}

static void
add_count (LpSheet    *sheet,
           const char *label,
           guint       count)
{
  add_fact (sheet, label, LP_CELL_STYLED_NUMBER (count, LP_STYLE_COUNT));
}

static void
add_section (LpSheet    *sheet,
             const char *title)
{
  lp_sheet_skip (sheet);
  lp_sheet_add (sheet, &LP_CELL_STYLED (title, LP_STYLE_SECTION), 1);
}

/* What somebody wrote of the meeting. */
static void
add_words (LpWorkbookJob *job,
           LpSheet       *sheet,
           guint          field)
{
  g_autofree char *words = lp_publication_clean (job->publication, lp_record_text (job->record, field));

  add_fact (sheet, lp_schema_heading (LP_MEETING, field), LP_CELL_TEXT (words));
}

static void
add_meeting (LpWorkbookJob *job,
             LpSheet       *sheet)
{
  LpRecord *record = job->record;
  g_autofree char *title = lp_publication_clean (job->publication, lp_record_text (record, LP_MEETING_TITLE));

  lp_sheet_add (sheet, &LP_CELL_STYLED (title, LP_STYLE_TITLE), 1);
  lp_sheet_add (sheet, &LP_CELL_STYLED (_("The notes are the participants’ own words. "
                                          "They are not the position of the Council."), LP_STYLE_PART), 1);
  lp_sheet_skip (sheet);
  if (job->panel)
    add_fact (sheet, lp_schema_heading (LP_PANEL, LP_PANEL_NAME), LP_CELL_TEXT (job->panel));
  add_fact (sheet, lp_schema_heading (LP_MEETING, LP_MEETING_DATE),
            lp_workbook_date (lp_record_text (record, LP_MEETING_DATE)));
  add_fact (sheet, lp_schema_heading (LP_MEETING, LP_MEETING_START),
            lp_workbook_clock (lp_record_int (record, LP_MEETING_START)));
  add_words (job, sheet, LP_MEETING_PLACE);
  add_words (job, sheet, LP_MEETING_PURPOSE);
  add_words (job, sheet, LP_MEETING_NEXT_STEPS);
  /* written to be published, and a name as a rule */
  add_fact (sheet, lp_schema_heading (LP_MEETING, LP_MEETING_CONTACT), LP_CELL_TEXT (lp_record_text (record, LP_MEETING_CONTACT)));
  add_count (sheet, lp_schema_heading (LP_MEETING, LP_MEETING_TABLES),
             lp_record_int (record, LP_MEETING_TABLES));
}

static void
add_perspective (LpWorkbookJob *job,
                 LpSheet       *sheet,
                 const char    *label,
                 guint          perspective,
                 guint          count)
{
  LpCell cell = lp_workbook_job_count (job, NULL, perspective, count);

  cell.has_style = TRUE;
  cell.style = LP_STYLE_COUNT;
  add_fact (sheet, label, cell);
}

/* What the variant leaves out, and why. */
static void
add_left_out (LpWorkbookJob *job,
              LpSheet       *sheet)
{
  guint n_hidden = lp_publication_get_n_hidden (job->publication);

  if (lp_workbook_job_is_internal (job))
    return;
  add_section (sheet, _("Notes left out"));
  add_count (sheet, _("Notes of the meeting"), lp_publication_get_total (job->publication));
  for (guint i = 0; i < LP_N_LEAVES; i++)
    {
      if (lp_publication_get_left (job->publication, i) > 0)
        add_count (sheet, lp_leave_reason (i), lp_publication_get_left (job->publication, i));
    }
  if (n_hidden > 0)
    add_count (sheet, _("Figures hidden, since so few stand behind them"), n_hidden);
}

/* Those with most notes. */
static void
add_top_themes (LpWorkbookJob *job,
                LpSheet       *sheet)
{
  g_autoptr (GPtrArray) themes = g_ptr_array_new ();

  for (guint i = 0; i < job->counts->themes->len; i++)
    {
      LpThemeCount *theme = g_ptr_array_index (job->counts->themes, i);

      if (lp_id_is_set (&theme->theme) && theme->total > 0)
        g_ptr_array_add (themes, theme);
    }
  if (themes->len == 0)
    return;

  g_ptr_array_sort (themes, lp_theme_count_compare);
  add_section (sheet, _("Themes with most notes"));
  for (guint i = 0; i < MIN (themes->len, N_TOP_THEMES); i++)
    {
      const LpThemeCount *theme = g_ptr_array_index (themes, i);

      add_count (sheet, theme->name, theme->total);
    }
}

static void
add_totals (LpWorkbookJob *job,
            LpSheet       *sheet)
{
  const LpCounts *counts = job->counts;
  guint loose = counts->without_theme > 0 ? 1 : 0;

  add_section (sheet, _("In figures"));
  add_count (sheet, _("Notes"), counts->total);
  add_count (sheet, _("Themes"), counts->themes->len - loose);
  add_count (sheet, _("Notes without a theme"), counts->without_theme);
  add_count (sheet, _("Participants"), counts->participants);
  add_count (sheet, _("Organisations"), counts->organisations);
  add_count (sheet, _("Municipalities named on notes"), counts->municipalities);

  add_section (sheet, _("Notes by kind"));
  for (guint i = 0; i < LP_N_KINDS; i++)
    add_count (sheet, lp_kind_plural (i), counts->kinds[i]);

  add_section (sheet, _("Notes by perspective"));
  for (guint i = 0; i < LP_N_PERSPECTIVES; i++)
    add_perspective (job, sheet, lp_perspective_label (i), i, counts->perspectives[i]);
  add_perspective (job, sheet, _("Not stated"), LP_PERSPECTIVE_UNKNOWN, counts->no_perspective);

  add_section (sheet, _("Notes by table"));
  for (guint i = 0; i < counts->tables->len; i++)
    {
      const LpTableCount *table = &g_array_index (counts->tables, LpTableCount, i);
      g_autofree char *label = table->table ? g_strdup_printf (_("Table %d"), table->table)
                                            : g_strdup (_("Not stated"));

      add_count (sheet, label, table->total);
    }
}

static void
add_series (lxw_chart         *chart,
            LpKind             kind,
            const LpKindBars  *bars)
{
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_fill fill = { .color = lp_kind_colour (kind) };
  guint column = bars->first_kind + kind;
  guint last = bars->first_row + bars->n_rows - 1;

  chart_series_set_name (series, lp_kind_plural (kind));
  chart_series_set_categories (series, bars->sheet, bars->first_row, bars->name, last, bars->name);
  chart_series_set_values (series, bars->sheet, bars->first_row, column, last, column);
  chart_series_set_fill (series, &fill);
  chart_series_set_labels (series);
  chart_series_set_labels_num_format (series, "0;;;"); /* no noughts */
}

/** lp_workbook_add_bars: a bar for each row, made of the kinds: drawn by the spreadsheet from the figures that are there. */
void
lp_workbook_add_bars (LpWorkbookJob     *job,
                      LpSheet           *sheet,
                      guint              row,
                      guint              column,
                      guint              most_height,
                      const LpKindBars  *bars)
{
  guint height = MIN (CHART_MARGIN + bars->n_rows * CHART_BAR, most_height);
  lxw_chart_options options = {
    .x_scale = (double) CHART_WIDTH / CHART_DEFAULT_WIDTH,
    .y_scale = (double) height / CHART_DEFAULT_HEIGHT,
    .x_offset = ROW_HEIGHT,
    .description = bars->title,
  };
  lxw_chart_font title_font = { .size = 13, .bold = LXW_TRUE };
  lxw_chart_font label_font = { .size = 9 };
  lxw_chart *chart = NULL;

  if (bars->n_rows == 0)
    return;

  chart = workbook_add_chart (lp_workbook_get_book (job->book), LXW_CHART_BAR_STACKED);
  for (guint kind = 0; kind < LP_N_KINDS; kind++)
    add_series (chart, kind, bars);

  chart_set_series_gap (chart, CHART_GAP);
  chart_title_set_name (chart, bars->title);
  chart_title_set_name_font (chart, &title_font);
  chart_axis_set_num_font (chart->y_axis, &label_font);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  chart_axis_set_reverse (chart->y_axis); /* the first on top */
  chart_axis_set_interval_unit (chart->y_axis, 1);
  chart_axis_off (chart->x_axis);
  chart_axis_major_gridlines_set_visible (chart->x_axis, LXW_FALSE);
  worksheet_insert_chart_opt (sheet->sheet, row, column, chart, &options);
}

/* Of the themes. Beside the figures and no lower than they reach. */
static void
insert_chart (LpWorkbookJob *job,
              LpSheet       *sheet)
{
  LpKindBars bars = {
    .title = _("Notes by theme and kind"),
    .sheet = lp_workbook_themes_name (),
    .first_row = lp_workbook_first_row (job->book) + 1,
    .n_rows = job->counts->themes->len,
    .name = LP_THEMES_NAME,
    .first_kind = LP_THEMES_FIRST_KIND,
  };

  lp_workbook_add_bars (job, sheet, CHART_ROW, BESIDE, (sheet->row - CHART_ROW) * ROW_HEIGHT, &bars);
}

void
lp_workbook_begin_overview (LpWorkbookJob *job)
{
  LpSheetShape shape = make_shape ();

  lp_workbook_job_sheet (job, LP_SHEET_OVERVIEW, &shape);
}

/** The meeting on a page: what, when, where, who, how many. */
gboolean
lp_workbook_write_overview (LpWorkbookJob  *job,
                            GError        **error)
{
  LpSheet *sheet = &job->sheets[LP_SHEET_OVERVIEW];

  /* that of a panel is another */
  if (job->label)
    return TRUE;
  add_meeting (job, sheet);
  add_totals (job, sheet);
  add_top_themes (job, sheet);
  add_left_out (job, sheet);
  insert_chart (job, sheet);

  return TRUE;
}
