/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-workbook-sheets.h"

#include "lp-note-stream.h"

#include <glib/gi18n-lib.h>

enum { CODE, TEXT, PERSPECTIVE, N_COLUMNS };

#define IN_THEME \
  "SELECT note.station, note.number, note.text, note.perspective" \
  " FROM placement JOIN note ON note.id = placement.note AND note.deleted = 0" \
  " WHERE placement.theme = ?1 AND placement.deleted = 0 AND note.kind = ?2" \
  " ORDER BY placement.rank, placement.note"

#define WITHOUT_THEME \
  "SELECT station, number, text, perspective FROM note WHERE space = ?1 AND deleted = 0 AND kind = ?2" \
  " AND NOT EXISTS (SELECT 1 FROM placement JOIN theme ON theme.id = placement.theme AND theme.deleted = 0" \
  "  WHERE placement.note = note.id AND placement.deleted = 0)" \
  " ORDER BY time, num"

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

static void
add_note (LpSheet *sheet,
          LpQuery *query)
{
  g_autofree char *code = lp_note_code (lp_query_int (query, 0), lp_query_int (query, 1));

  lp_sheet_add (sheet, (LpCell[N_COLUMNS]) {
    [CODE] = LP_CELL_TEXT (code),
    [TEXT] = LP_CELL_TEXT (lp_query_text (query, 2)),
    [PERSPECTIVE] = LP_CELL_TEXT (lp_perspective_word (lp_query_text (query, 3))),
  }, N_COLUMNS);
}

static gboolean
add_notes (LpWorkbookJob       *job,
           LpSheet             *sheet,
           const LpThemeCount  *theme,
           LpKind               kind,
           GError             **error)
{
  gboolean named = lp_id_is_set (&theme->theme);
  g_autoptr (LpQuery) query = lp_reader_query (job->reader, named ? IN_THEME : WITHOUT_THEME);
  g_autoptr (GError) failure = NULL;

  lp_query_bind_id (query, 1, named ? &theme->theme : &job->meeting);
  lp_query_bind_text (query, 2, lp_kind_id (kind));
  while (lp_query_next (query, &failure))
    {
      add_note (sheet, query);
      if (!lp_workbook_job_step (job, error))
        return FALSE;
    }
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
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
