/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-workbook-sheets.h"

#include "lp-agenda.h"

#include <glib/gi18n-lib.h>

enum { LABEL, VALUE, STARTS, MINUTES, CAPTURES, PROMPT, N_COLUMNS };

#define EXCEL_EPOCH 693594 /* 1899-12-30 as GDate counts days */
#define MINUTES_A_DAY (24 * 60)

/* In pixels */
#define ROW_HEIGHT 20
#define CHART_DEFAULT_WIDTH 480
#define CHART_DEFAULT_HEIGHT 288
#define CHART_WIDTH 700
#define CHART_MARGIN 110
#define CHART_BAR 36

#define CHART_ROW 3
#define CHART_GAP 40 /* percent of a bar */

#define AGENDA "SELECT num FROM agenda_item WHERE space = ?1 AND deleted = 0 ORDER BY rank, num"

static const lxw_color_t kind_colors[LP_N_KINDS] = {
  [LP_KIND_DREAM] = 0x99C1F1,
  [LP_KIND_CONCERN] = 0xF8B37F,
  [LP_KIND_EXPERIENCE] = 0x93CFD6,
  [LP_KIND_PROPOSAL] = 0xCBA3DC,
  [LP_KIND_STORY] = 0xEFB1CF,
};

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
      [STARTS] = { NULL, 9, LP_STYLE_CLOCK },
      [MINUTES] = { NULL, 9, LP_STYLE_NUMBER },
      [CAPTURES] = { NULL, 22, LP_STYLE_TEXT },
      [PROMPT] = { NULL, 60, LP_STYLE_TEXT },
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

static LpCell
clock_cell (int minutes)
{
  return LP_CELL_STYLED_NUMBER ((double) (minutes % MINUTES_A_DAY) / MINUTES_A_DAY, LP_STYLE_CLOCK);
}

static LpCell
date_cell (const char *date)
{
  GDate parsed;

  g_date_clear (&parsed, 1);
  g_date_set_parse (&parsed, date);
  if (!g_date_valid (&parsed))
    return LP_CELL_TEXT (date);

  return LP_CELL_STYLED_NUMBER ((double) g_date_get_julian (&parsed) - EXCEL_EPOCH, LP_STYLE_DATE);
}

static void
add_meeting (LpWorkbookJob *job,
             LpSheet       *sheet)
{
  LpRecord *record = job->record;

  lp_sheet_add (sheet, &LP_CELL_STYLED (lp_record_text (record, LP_MEETING_TITLE), LP_STYLE_TITLE), 1);
  lp_sheet_add (sheet, &LP_CELL_STYLED (_("The notes are the participants’ own words. "
                                          "They are not the position of the Council."), LP_STYLE_PART), 1);
  lp_sheet_skip (sheet);
  if (job->panel)
    add_fact (sheet, lp_schema_heading (LP_PANEL, LP_PANEL_NAME), LP_CELL_TEXT (job->panel));
  add_fact (sheet, lp_schema_heading (LP_MEETING, LP_MEETING_DATE),
            date_cell (lp_record_text (record, LP_MEETING_DATE)));
  add_fact (sheet, lp_schema_heading (LP_MEETING, LP_MEETING_START),
            clock_cell (lp_record_int (record, LP_MEETING_START)));
  add_fact (sheet, lp_schema_heading (LP_MEETING, LP_MEETING_PLACE),
            LP_CELL_TEXT (lp_record_text (record, LP_MEETING_PLACE)));
  add_fact (sheet, lp_schema_heading (LP_MEETING, LP_MEETING_PURPOSE),
            LP_CELL_TEXT (lp_record_text (record, LP_MEETING_PURPOSE)));
  add_count (sheet, lp_schema_heading (LP_MEETING, LP_MEETING_TABLES),
             lp_record_int (record, LP_MEETING_TABLES));
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
    add_count (sheet, lp_perspective_label (i), counts->perspectives[i]);
  add_count (sheet, _("Not stated"), counts->no_perspective);

  add_section (sheet, _("Notes by table"));
  for (guint i = 0; i < counts->tables->len; i++)
    {
      const LpTableCount *table = &g_array_index (counts->tables, LpTableCount, i);
      g_autofree char *label = table->table ? g_strdup_printf (_("Table %d"), table->table)
                                            : g_strdup (_("Not stated"));

      add_count (sheet, label, table->total);
    }
}

static char *
list_kinds (const char *ids)
{
  guint kinds = lp_kinds_parse (ids);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < LP_N_KINDS; i++)
    {
      if (kinds & (1u << i))
        g_string_append_printf (list, list->len ? ", %s" : "%s", lp_kind_plural (i));
    }

  return g_string_free_and_steal (list);
}

static void
add_item (LpWorkbookJob *job,
          LpSheet       *sheet,
          LpRecord      *item,
          LpAgendaTimes *times)
{
  int starts = lp_agenda_times_add_item (times, item);
  g_autofree char *kinds = list_kinds (lp_record_text (item, LP_AGENDA_ITEM_KINDS));
  g_autofree char *prompt = lp_agenda_prompt_in (job->reader, &job->meeting,
                                                lp_record_text (item, LP_AGENDA_ITEM_PROMPT), times->end);
  const char *id = lp_record_text (item, LP_AGENDA_ITEM_METHOD);
  LpMethod method;

  lp_sheet_add (sheet, (LpCell[N_COLUMNS]) {
    [LABEL] = LP_CELL_TEXT (lp_record_text (item, LP_AGENDA_ITEM_TITLE)),
    [VALUE] = LP_CELL_TEXT (lp_method_find (id, &method) ? lp_method_label (method) : id),
    [STARTS] = clock_cell (starts),
    [MINUTES] = LP_CELL_NUMBER (lp_record_int (item, LP_AGENDA_ITEM_MINUTES)),
    [CAPTURES] = LP_CELL_TEXT (kinds),
    [PROMPT] = LP_CELL_TEXT (prompt),
  }, N_COLUMNS);
}

static void
add_agenda_headings (LpSheet *sheet)
{
  lp_sheet_add (sheet, (LpCell[N_COLUMNS]) {
    [LABEL] = LP_CELL_STYLED (lp_schema_heading (LP_AGENDA_ITEM, LP_AGENDA_ITEM_TITLE), LP_STYLE_HEADING),
    [VALUE] = LP_CELL_STYLED (lp_schema_heading (LP_AGENDA_ITEM, LP_AGENDA_ITEM_METHOD), LP_STYLE_HEADING),
    [STARTS] = LP_CELL_STYLED (lp_schema_heading (LP_MEETING, LP_MEETING_START), LP_STYLE_HEADING),
    [MINUTES] = LP_CELL_STYLED (lp_schema_heading (LP_AGENDA_ITEM, LP_AGENDA_ITEM_MINUTES),
                                 LP_STYLE_CENTER_HEADING),
    [CAPTURES] = LP_CELL_STYLED (lp_schema_heading (LP_AGENDA_ITEM, LP_AGENDA_ITEM_KINDS), LP_STYLE_HEADING),
    [PROMPT] = LP_CELL_STYLED (lp_schema_heading (LP_AGENDA_ITEM, LP_AGENDA_ITEM_PROMPT), LP_STYLE_HEADING),
  }, N_COLUMNS);
}

static gboolean
add_agenda (LpWorkbookJob  *job,
            LpSheet        *sheet,
            GError        **error)
{
  g_autoptr (GPtrArray) items = lp_reader_load_all (job->reader, LP_AGENDA_ITEM, AGENDA, &job->meeting,
                                                    error);
  LpAgendaTimes times = lp_agenda_times_begin (lp_record_int (job->record, LP_MEETING_START));

  if (!items)
    return FALSE;

  add_section (sheet, _("Agenda"));
  add_agenda_headings (sheet);
  for (guint i = 0; i < items->len; i++)
    add_item (job, sheet, g_ptr_array_index (items, i), &times);

  return TRUE;
}

static void
add_series (lxw_chart *chart,
            LpKind     kind,
            guint      n_themes)
{
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_fill fill = { .color = kind_colors[kind] };
  guint column = LP_THEMES_FIRST_KIND + kind;

  chart_series_set_name (series, lp_kind_plural (kind));
  chart_series_set_categories (series, lp_workbook_themes_name (), 1, 0, n_themes, 0);
  chart_series_set_values (series, lp_workbook_themes_name (), 1, column, n_themes, column);
  chart_series_set_fill (series, &fill);
  chart_series_set_labels (series);
  chart_series_set_labels_num_format (series, "0;;;"); /* no noughts */
}

/* Bars of the themes, made of the kinds: drawn by the spreadsheet from the figures on the sheet of themes.
 * Beside the figures and no lower than they reach. */
static void
insert_chart (LpWorkbookJob *job,
              LpSheet       *sheet)
{
  guint n_themes = job->counts->themes->len;
  guint height = MIN (CHART_MARGIN + n_themes * CHART_BAR, (sheet->row - CHART_ROW) * ROW_HEIGHT);
  lxw_chart_options options = {
    .x_scale = (double) CHART_WIDTH / CHART_DEFAULT_WIDTH,
    .y_scale = (double) height / CHART_DEFAULT_HEIGHT,
    .x_offset = ROW_HEIGHT,
    .description = _("Notes by theme and kind"),
  };
  lxw_chart_font title_font = { .size = 13, .bold = LXW_TRUE };
  lxw_chart_font label_font = { .size = 9 };
  lxw_chart *chart = NULL;

  if (n_themes == 0)
    return;

  chart = workbook_add_chart (lp_workbook_get_book (job->book), LXW_CHART_BAR_STACKED);
  for (guint kind = 0; kind < LP_N_KINDS; kind++)
    add_series (chart, kind, n_themes);

  chart_set_series_gap (chart, CHART_GAP);
  chart_title_set_name (chart, options.description);
  chart_title_set_name_font (chart, &title_font);
  chart_axis_set_num_font (chart->y_axis, &label_font);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  chart_axis_set_reverse (chart->y_axis); /* the first theme on top */
  chart_axis_set_interval_unit (chart->y_axis, 1);
  chart_axis_off (chart->x_axis);
  chart_axis_major_gridlines_set_visible (chart->x_axis, LXW_FALSE);
  worksheet_insert_chart_opt (sheet->sheet, CHART_ROW, STARTS, chart, &options);
}

void
lp_workbook_begin_overview (LpWorkbookJob *job)
{
  LpSheetShape shape = make_shape ();

  lp_sheet_begin (&job->overview, job->book, &shape);
}

/** The meeting on a page: what, when, where, who, how many; then the agenda. */
gboolean
lp_workbook_write_overview (LpWorkbookJob  *job,
                            GError        **error)
{
  LpSheet *sheet = &job->overview;

  add_meeting (job, sheet);
  add_totals (job, sheet);
  insert_chart (job, sheet);
  if (!add_agenda (job, sheet, error))
    return FALSE;
  lp_sheet_end (sheet);

  return TRUE;
}
