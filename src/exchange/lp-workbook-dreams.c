/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-workbook-sheets.h"

#include "lp-note-stream.h"

#include <glib/gi18n-lib.h>

enum { CODE, TEXT, PERSPECTIVE, N_COLUMNS };

#define BY_NUM "SELECT station, number, text, perspective FROM note WHERE num = ?1"

static LpSheetShape
make_shape (void)
{
  return (LpSheetShape) {
    .name = _("Dreams and concerns"),
    .n_columns = N_COLUMNS,
    .columns = {
      [CODE] = { lp_schema_heading (LP_NOTE, LP_NOTE_NUMBER), 11, LP_STYLE_CENTER },
      [TEXT] = { lp_schema_heading (LP_NOTE, LP_NOTE_TEXT), 78, LP_STYLE_TEXT },
      [PERSPECTIVE] = { lp_schema_heading (LP_NOTE, LP_NOTE_PERSPECTIVE), 20, LP_STYLE_TEXT },
    },
  };
}

static gboolean
add_note (LpWorkbookJob  *job,
          LpSheet        *sheet,
          gint64          num,
          GError        **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (job->reader, BY_NUM);
  g_autofree char *code = NULL;

  lp_query_bind_int (query, 1, num);
  if (!lp_query_next (query, error))
    return FALSE;

  code = lp_note_code (lp_query_int (query, 0), lp_query_int (query, 1));
  lp_sheet_add (sheet, (LpCell[N_COLUMNS]) {
    [CODE] = LP_CELL_TEXT (code),
    [TEXT] = LP_CELL_TEXT (lp_query_text (query, 2)),
    [PERSPECTIVE] = LP_CELL_TEXT (lp_perspective_word (lp_query_text (query, 3))),
  }, N_COLUMNS);

  return lp_workbook_job_step (job, error);
}

static gboolean
add_notes (LpWorkbookJob       *job,
           LpSheet             *sheet,
           const LpThemeCount  *theme,
           LpKind               kind,
           GError             **error)
{
  GArray *places = lp_places_get (job->places, &theme->theme);

  for (guint i = 0; i < places->len; i++)
    {
      const LpPlace *place = &g_array_index (places, LpPlace, i);

      if (place->num != 0 && place->kind == (int) kind && !add_note (job, sheet, place->num, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_kind (LpWorkbookJob       *job,
          LpSheet             *sheet,
          const LpThemeCount  *theme,
          LpKind               kind,
          GError             **error)
{
  g_autofree char *label = NULL;

  if (theme->kinds[kind] == 0)
    return TRUE;

  label = g_strdup_printf ("%s (%u)", lp_kind_plural (kind), theme->kinds[kind]);
  lp_sheet_add (sheet, &LP_CELL_STYLED (label, LP_STYLE_PART), 1);

  return add_notes (job, sheet, theme, kind, error);
}

static gboolean
add_theme (LpWorkbookJob       *job,
           LpSheet             *sheet,
           const LpThemeCount  *theme,
           GError             **error)
{
  if (theme->kinds[LP_KIND_DREAM] + theme->kinds[LP_KIND_CONCERN] == 0)
    return TRUE;

  lp_sheet_skip (sheet);
  lp_sheet_add (sheet, &LP_CELL_STYLED (lp_workbook_theme_label (theme), LP_STYLE_SECTION), 1);

  return add_kind (job, sheet, theme, LP_KIND_DREAM, error)
         && add_kind (job, sheet, theme, LP_KIND_CONCERN, error);
}

/** Theme by theme the dreams, then the concerns: to be printed and read. */
gboolean
lp_workbook_write_dreams (LpWorkbookJob  *job,
                          GError        **error)
{
  LpSheetShape shape = make_shape ();
  LpSheet sheet;

  lp_sheet_begin (&sheet, job->book, &shape);
  for (guint i = 0; i < job->counts->themes->len; i++)
    {
      if (!add_theme (job, &sheet, g_ptr_array_index (job->counts->themes, i), error))
        return FALSE;
    }
  lp_sheet_end (&sheet);

  return TRUE;
}
