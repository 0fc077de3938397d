/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-workbook-sheets.h"

#include "lp-agenda.h"
#include "lp-run-load.h"

#include <glib/gi18n-lib.h>

enum { STARTS, TITLE, METHOD, PLANNED, USED, DIFFERENCE, CAPTURES, PROMPT, N_COLUMNS };

#define AGENDA "SELECT num FROM agenda_item WHERE space = ?1 AND deleted = 0 ORDER BY rank, id"

static LpSheetShape
make_shape (void)
{
  return (LpSheetShape) {
    .name = _("Agenda"),
    .landscape = TRUE,
    .n_columns = N_COLUMNS,
    .columns = {
      [STARTS] = { lp_schema_heading (LP_MEETING, LP_MEETING_START), 9, LP_STYLE_CLOCK },
      [TITLE] = { lp_schema_heading (LP_AGENDA_ITEM, LP_AGENDA_ITEM_TITLE), 36, LP_STYLE_TEXT },
      [METHOD] = { lp_schema_heading (LP_AGENDA_ITEM, LP_AGENDA_ITEM_METHOD), 20, LP_STYLE_TEXT },
      [PLANNED] = { _("Minutes planned"), 10, LP_STYLE_NUMBER },
      [USED] = { _("Minutes used"), 10, LP_STYLE_NUMBER },
      [DIFFERENCE] = { _("Difference"), 10, LP_STYLE_NUMBER },
      [CAPTURES] = { lp_schema_heading (LP_AGENDA_ITEM, LP_AGENDA_ITEM_KINDS), 22, LP_STYLE_TEXT },
      [PROMPT] = { lp_schema_heading (LP_AGENDA_ITEM, LP_AGENDA_ITEM_PROMPT), 60, LP_STYLE_TEXT },
    },
  };
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

/* Nothing where the day has not come to it. */
static void
fill_used (LpCell          *cells,
           const LpRunItem *run,
           int              planned)
{
  int used = (int) ((run->spent + LP_RUN_MINUTE / 2) / LP_RUN_MINUTE);

  if (run->status == LP_RUN_COMING || (run->status == LP_RUN_SKIPPED && run->spent == 0))
    return;
  cells[USED] = LP_CELL_NUMBER (used);
  cells[DIFFERENCE] = LP_CELL_NUMBER (used - planned);
}

static void
add_item (LpWorkbookJob   *job,
          LpSheet         *sheet,
          LpRecord        *item,
          const LpRunItem *run,
          LpAgendaTimes   *times)
{
  int starts = lp_agenda_times_add_item (times, item);
  int planned = (int) lp_record_int (item, LP_AGENDA_ITEM_MINUTES);
  g_autofree char *kinds = list_kinds (lp_record_text (item, LP_AGENDA_ITEM_KINDS));
  g_autofree char *title = lp_publication_clean (job->publication, lp_record_text (item, LP_AGENDA_ITEM_TITLE));
  g_autofree char *asked = lp_agenda_prompt_in (job->reader, &job->meeting,
                                                lp_record_text (item, LP_AGENDA_ITEM_PROMPT), times->end);
  g_autofree char *prompt = lp_publication_clean (job->publication, asked);
  const char *id = lp_record_text (item, LP_AGENDA_ITEM_METHOD);
  LpMethod method;
  LpCell cells[N_COLUMNS] = {
    [STARTS] = lp_workbook_clock (starts),
    [TITLE] = LP_CELL_TEXT (title),
    [METHOD] = LP_CELL_TEXT (lp_method_find (id, &method) ? lp_method_label (method) : id),
    [PLANNED] = LP_CELL_NUMBER (planned),
    [CAPTURES] = LP_CELL_TEXT (kinds),
    [PROMPT] = LP_CELL_TEXT (prompt),
  };

  fill_used (cells, run, planned);
  lp_sheet_add (sheet, cells, N_COLUMNS);
}

/** The agenda as it was planned, and how long each item took. */
gboolean
lp_workbook_write_agenda (LpWorkbookJob  *job,
                          GError        **error)
{
  g_autoptr (LpRunClock) clock = lp_run_clock_new ();
  g_autoptr (GPtrArray) items = lp_reader_load_all (job->reader, LP_AGENDA_ITEM, AGENDA, &job->meeting, error);
  g_autoptr (LpRunState) run = items ? lp_run_load (job->reader, &job->meeting, clock, error) : NULL;
  LpAgendaTimes times = lp_agenda_times_begin (lp_record_int (job->record, LP_MEETING_START));
  LpSheetShape shape = make_shape ();
  LpSheet *sheet = NULL;

  if (!run)
    return FALSE;

  sheet = lp_workbook_job_sheet (job, LP_SHEET_AGENDA, &shape);
  for (guint i = 0; i < items->len; i++)
    add_item (job, sheet, g_ptr_array_index (items, i), &g_array_index (run->items, LpRunItem, i), &times);

  return TRUE;
}
