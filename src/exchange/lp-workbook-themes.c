/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-workbook-sheets.h"

#include "lp-note-stream.h"

#include <glib/gi18n-lib.h>

enum {
  NUMBER,
  NAME = LP_THEMES_NAME,
  KINDS = LP_THEMES_FIRST_KIND,
  TOTAL = KINDS + LP_N_KINDS,
  PERSPECTIVES,
  UNKNOWN = PERSPECTIVES + LP_N_PERSPECTIVES,
  DOTS,
  DESCRIPTION,
  QUOTE,
  N_COLUMNS,
};

static LpSheetShape
make_shape (void)
{
  LpSheetShape shape = { .name = lp_workbook_themes_name (), .landscape = TRUE, .filter = TRUE,
                         .n_columns = N_COLUMNS };

  shape.columns[NUMBER] = (LpSheetColumn) { lp_schema_heading (LP_NOTE, LP_NOTE_NUMBER), 6, LP_STYLE_NUMBER };
  shape.columns[NAME] = (LpSheetColumn) { lp_schema_heading (LP_THEME, LP_THEME_NAME), 32, LP_STYLE_TEXT };
  for (guint i = 0; i < LP_N_KINDS; i++)
    shape.columns[KINDS + i] = (LpSheetColumn) { lp_kind_plural (i), 12, LP_STYLE_NUMBER };
  shape.columns[TOTAL] = (LpSheetColumn) { _("Total"), 9, LP_STYLE_NUMBER };
  for (guint i = 0; i < LP_N_PERSPECTIVES; i++)
    shape.columns[PERSPECTIVES + i] = (LpSheetColumn) { lp_perspective_label (i), 12, LP_STYLE_NUMBER };
  shape.columns[UNKNOWN] = (LpSheetColumn) { _("Not stated"), 11, LP_STYLE_NUMBER };
  shape.columns[DOTS] = (LpSheetColumn) { lp_schema_heading (LP_VOTE, LP_VOTE_AMOUNT), 9, LP_STYLE_NUMBER };
  shape.columns[DESCRIPTION] = (LpSheetColumn) { lp_schema_heading (LP_THEME, LP_THEME_DESCRIPTION), 28,
                                                 LP_STYLE_TEXT };
  shape.columns[QUOTE] = (LpSheetColumn) { _("Quote"), 40, LP_STYLE_TEXT };
  return shape;
}

/* The first of the theme that may stand as one, in the order in which the theme was arranged; or NULL. */
static char *
find_quote (LpWorkbookJob      *job,
            const LpThemeCount *theme,
            GError            **error)
{
  GArray *places = lp_places_get (job->places, &theme->theme);
  g_autoptr (GArray) nums = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (LpNoteStream) stream = NULL;
  const LpNoteLine *note = NULL;

  for (guint i = 0; i < places->len && nums->len == 0; i++)
    {
      gint64 num = g_array_index (places, LpPlace, i).num;

      if (num != 0 && lp_publication_has_quote (job->publication, num))
        g_array_append_val (nums, num);
    }
  if (nums->len == 0)
    return NULL;

  stream = lp_note_stream_new_by (job->reader, nums, job->publication);
  note = lp_note_stream_next (stream, error);
  /* Translators: what was said, and who said it, without a name: “…” – Woman, 27 years */
  return note ? g_strdup_printf (_("“%s” – %s"), note->text, note->profile) : NULL;
}

static void
fill_counts (LpWorkbookJob      *job,
             const LpThemeCount *theme,
             LpCell             *cells)
{
  guint unknown = theme->total;

  for (guint i = 0; i < LP_N_KINDS; i++)
    cells[KINDS + i] = LP_CELL_NUMBER (theme->kinds[i]);
  cells[TOTAL] = LP_CELL_NUMBER (theme->total);
  for (guint i = 0; i < LP_N_PERSPECTIVES; i++)
    {
      cells[PERSPECTIVES + i] = lp_workbook_job_count (job, &theme->theme, i, theme->perspectives[i]);
      unknown -= theme->perspectives[i];
    }
  cells[UNKNOWN] = lp_workbook_job_count (job, &theme->theme, LP_PERSPECTIVE_UNKNOWN, unknown);
}

static gboolean
add_theme (LpWorkbookJob      *job,
           const LpThemeCount *theme,
           guint               number,
           const LpVoteRound  *dots,
           GError            **error)
{
  const LpVoteSubject *subject = dots != NULL ? lp_vote_round_subject (dots, &theme->theme) : NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (LpRecord) record = NULL;
  g_autofree char *quote = find_quote (job, theme, &failure);
  g_autofree char *description = NULL;
  LpCell cells[N_COLUMNS] = { 0 };

  if (!failure && lp_id_is_set (&theme->theme))
    record = lp_reader_load (job->reader, LP_THEME, &theme->theme, &failure);
  if (failure)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (record)
    {
      cells[NUMBER] = LP_CELL_NUMBER (number);
      description = lp_publication_clean (job->publication, lp_record_text (record, LP_THEME_DESCRIPTION));
      cells[DESCRIPTION] = LP_CELL_TEXT (description);
    }
  cells[NAME] = LP_CELL_TEXT (lp_workbook_theme_label (theme));
  fill_counts (job, theme, cells);
  if (subject)
    cells[DOTS] = LP_CELL_NUMBER (subject->total);
  cells[QUOTE] = LP_CELL_TEXT (quote);
  lp_sheet_add (&job->sheets[LP_SHEET_THEMES], cells, N_COLUMNS);

  return TRUE;
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
  LpSheetShape shape = make_shape ();

  lp_workbook_job_sheet (job, LP_SHEET_THEMES, &shape);
}

/** The themes in their order and how many notes each has. */
gboolean
lp_workbook_write_themes (LpWorkbookJob  *job,
                          GError        **error)
{
  const LpVoteRound *dots = lp_workbook_job_find_dots (job, LP_VOTE_ON_THEMES);

  for (guint i = 0; i < job->counts->themes->len; i++)
    {
      if (!add_theme (job, g_ptr_array_index (job->counts->themes, i), i + 1, dots, error))
        return FALSE;
    }

  return TRUE;
}
