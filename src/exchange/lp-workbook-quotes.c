/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-workbook-sheets.h"

#include "lp-note-pipe.h"

#include <glib/gi18n-lib.h>

enum { CODE, THEME, TEXT, ATTRIBUTION, N_COLUMNS };

/* The quotes in the themes' order, and below which theme each stands. */
typedef struct {
  GArray    *nums;   /* of gint64 */
  GPtrArray *themes; /* of LpThemeCount */
} Quotes;

static void
quotes_clear (Quotes *self)
{
  g_clear_pointer (&self->nums, g_array_unref);
  g_clear_pointer (&self->themes, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Quotes, quotes_clear)

static LpSheetShape
make_shape (void)
{
  return (LpSheetShape) {
    .name = _("Quotes"),
    .landscape = TRUE,
    .filter = TRUE,
    .n_columns = N_COLUMNS,
    .columns = {
      [CODE] = { lp_schema_heading (LP_NOTE, LP_NOTE_NUMBER), 9, LP_STYLE_CENTER },
      [THEME] = { lp_schema_heading (LP_THEME, LP_THEME_NAME), 30, LP_STYLE_TEXT },
      [TEXT] = { _("Quote"), 76, LP_STYLE_TEXT },
      [ATTRIBUTION] = { _("Said by"), 34, LP_STYLE_TEXT },
    },
  };
}

static void
list_theme (Quotes        *self,
            LpWorkbookJob *job,
            LpThemeCount  *theme)
{
  GArray *places = lp_places_get (job->places, &theme->theme);

  for (guint i = 0; i < places->len; i++)
    {
      gint64 num = g_array_index (places, LpPlace, i).num;

      if (num == 0 || !lp_publication_has_quote (job->publication, num))
        continue;
      g_array_append_val (self->nums, num);
      g_ptr_array_add (self->themes, theme);
    }
}

/** What may stand as a quote: as it was said, permitted, reviewed, and from whom it is without telling who. */
gboolean
lp_workbook_write_quotes (LpWorkbookJob  *job,
                          GError        **error)
{
  g_auto (Quotes) self = { g_array_new (FALSE, FALSE, sizeof (gint64)), g_ptr_array_new () };
  g_autoptr (LpNotePipe) pipe = NULL;
  LpSheetShape shape = make_shape ();
  const LpNoteLine *note = NULL;
  LpSheet *sheet = NULL;

  for (guint i = 0; i < job->counts->themes->len; i++)
    list_theme (&self, job, g_ptr_array_index (job->counts->themes, i));
  lp_workbook_job_begin (job, self.nums->len, LP_SHARE_OF_QUOTES);
  pipe = lp_note_pipe_new (lp_note_stream_new_by (job->reader, self.nums, job->publication));

  sheet = lp_workbook_job_sheet (job, LP_SHEET_QUOTES, &shape);
  for (guint i = 0; i < self.nums->len; i++)
    {
      note = lp_note_pipe_next (pipe, error);
      if (!note)
        return FALSE;
      lp_sheet_add (sheet, (LpCell[N_COLUMNS]) {
        [CODE] = LP_CELL_TEXT (note->code),
        [THEME] = LP_CELL_TEXT (lp_workbook_theme_label (g_ptr_array_index (self.themes, i))),
        [TEXT] = LP_CELL_TEXT (note->text),
        [ATTRIBUTION] = LP_CELL_TEXT (note->profile),
      }, N_COLUMNS);
      if (!lp_workbook_job_step (job, error))
        return FALSE;
    }

  return TRUE;
}
