/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-workbook-sheets.h"

#include <glib/gi18n-lib.h>

enum { NAME, KINDS = LP_THEMES_FIRST_KIND, TOTAL = KINDS + LP_N_KINDS, LIVED, DESCRIPTION, DOTS, N_COLUMNS };

/* The last round of dots on themes that may be seen; or NULL, and then there is no column for it. */
static const LpVoteRound *
find_dots (const LpWorkbookJob *job)
{
  for (guint i = job->priorities != NULL ? job->priorities->rounds->len : 0; i > 0; i--)
    {
      const LpVoteRound *round = g_ptr_array_index (job->priorities->rounds, i - 1);

      if (round->complete && round->method == LP_VOTE_DOTS && round->on == LP_VOTE_ON_THEMES)
        return round;
    }

  return NULL;
}

static LpSheetShape
make_shape (const LpVoteRound *dots)
{
  LpSheetShape shape = { .name = lp_workbook_themes_name (), .landscape = TRUE, .filter = TRUE,
                         .n_columns = dots != NULL ? N_COLUMNS : DOTS };

  shape.columns[NAME] = (LpSheetColumn) { lp_schema_heading (LP_THEME, LP_THEME_NAME), 40, LP_STYLE_TEXT };
  for (guint i = 0; i < LP_N_KINDS; i++)
    shape.columns[KINDS + i] = (LpSheetColumn) { lp_kind_plural (i), 13, LP_STYLE_NUMBER };
  shape.columns[TOTAL] = (LpSheetColumn) { _("Total"), 11, LP_STYLE_NUMBER };
  shape.columns[LIVED] = (LpSheetColumn) { lp_perspective_label (LP_PERSPECTIVE_LIVED), 14, LP_STYLE_NUMBER };
  shape.columns[DESCRIPTION] = (LpSheetColumn) { lp_schema_heading (LP_THEME, LP_THEME_DESCRIPTION), 40,
                                                 LP_STYLE_TEXT };
  shape.columns[DOTS] = (LpSheetColumn) { _("Dots"), 11, LP_STYLE_NUMBER };
  return shape;
}

static void
add_theme (LpSheet            *sheet,
           const LpThemeCount *theme,
           LpRecord           *record,
           const LpVoteRound  *dots)
{
  const LpVoteSubject *subject = dots != NULL ? lp_vote_round_subject (dots, &theme->theme) : NULL;
  LpCell cells[N_COLUMNS] = { 0 };

  cells[NAME] = LP_CELL_TEXT (lp_workbook_theme_label (theme));
  for (guint i = 0; i < LP_N_KINDS; i++)
    cells[KINDS + i] = LP_CELL_NUMBER (theme->kinds[i]);
  cells[TOTAL] = LP_CELL_NUMBER (theme->total);
  cells[LIVED] = LP_CELL_NUMBER (theme->lived);
  if (record)
    cells[DESCRIPTION] = LP_CELL_TEXT (lp_record_text (record, LP_THEME_DESCRIPTION));
  if (subject)
    cells[DOTS] = LP_CELL_NUMBER (subject->total);

  lp_sheet_add (sheet, cells, dots != NULL ? N_COLUMNS : DOTS);
}

const char *
lp_workbook_themes_name (void)
{
  return _("Themes");
}

const char *
lp_workbook_theme_label (const LpThemeCount *theme)
{
  return lp_id_is_set (&theme->theme) ? theme->name : _("Without a theme");
}

void
lp_workbook_begin_themes (LpWorkbookJob *job)
{
  LpSheetShape shape = make_shape (find_dots (job));

  lp_sheet_begin (&job->themes, job->book, &shape);
}

/** The themes in their order and how many notes each has. */
gboolean
lp_workbook_write_themes (LpWorkbookJob  *job,
                          GError        **error)
{
  const LpVoteRound *dots = find_dots (job);

  for (guint i = 0; i < job->counts->themes->len; i++)
    {
      const LpThemeCount *theme = g_ptr_array_index (job->counts->themes, i);
      g_autoptr (GError) failure = NULL;
      g_autoptr (LpRecord) record = NULL;

      if (lp_id_is_set (&theme->theme))
        record = lp_reader_load (job->reader, LP_THEME, &theme->theme, &failure);
      if (failure)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      add_theme (&job->themes, theme, record, dots);
    }
  lp_sheet_end (&job->themes);

  return TRUE;
}
