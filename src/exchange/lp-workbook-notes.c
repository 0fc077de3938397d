/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-workbook-sheets.h"

#include "lp-note-pipe.h"

#include <glib/gi18n-lib.h>

/* Answered by the index alone. */
#define N_NOTES "SELECT count (*) FROM note WHERE space = ?1 AND deleted = 0"

static LpSheetShape
make_shape (void)
{
  static const LpSheetColumn columns[LP_N_NOTE_COLUMNS] = {
    [LP_NOTE_COLUMN_CODE] = { NULL, 9, LP_STYLE_CENTER },
    [LP_NOTE_COLUMN_TIME] = { NULL, 16, LP_STYLE_MOMENT },
    [LP_NOTE_COLUMN_KIND] = { NULL, 12, LP_STYLE_TEXT },
    [LP_NOTE_COLUMN_TEXT] = { NULL, 60, LP_STYLE_TEXT },
    [LP_NOTE_COLUMN_TABLE] = { NULL, 8, LP_STYLE_NUMBER },
    [LP_NOTE_COLUMN_PERSPECTIVE] = { NULL, 15, LP_STYLE_TEXT },
    [LP_NOTE_COLUMN_PROFILE] = { NULL, 24, LP_STYLE_TEXT },
    [LP_NOTE_COLUMN_MUNICIPALITY] = { NULL, 15, LP_STYLE_TEXT },
    [LP_NOTE_COLUMN_VERBATIM] = { NULL, 9, LP_STYLE_CENTER },
    [LP_NOTE_COLUMN_CONSENT] = { NULL, 9, LP_STYLE_CENTER },
    [LP_NOTE_COLUMN_THEME] = { NULL, 26, LP_STYLE_TEXT },
    [LP_NOTE_COLUMN_ITEM] = { NULL, 24, LP_STYLE_TEXT },
  };
  LpSheetShape shape = { .name = lp_workbook_notes_name (), .landscape = TRUE, .filter = TRUE,
                         .n_columns = LP_N_NOTE_COLUMNS };

  for (guint i = 0; i < LP_N_NOTE_COLUMNS; i++)
    {
      shape.columns[i] = columns[i];
      shape.columns[i].heading = lp_note_column_heading (i);
    }

  return shape;
}

static gboolean
add_note (LpWorkbookJob    *job,
          LpSheet          *sheet,
          const LpNoteLine *note)
{
  return lp_sheet_add (sheet, (LpCell[LP_N_NOTE_COLUMNS]) {
    [LP_NOTE_COLUMN_CODE] = LP_CELL_TEXT (note->code),
    [LP_NOTE_COLUMN_TIME] = lp_workbook_job_moment (job, note->time),
    [LP_NOTE_COLUMN_KIND] = LP_CELL_TEXT (note->kind),
    [LP_NOTE_COLUMN_TEXT] = LP_CELL_TEXT (note->text),
    [LP_NOTE_COLUMN_TABLE] = note->table != 0 ? LP_CELL_NUMBER (note->table) : LP_CELL_TEXT (NULL),
    [LP_NOTE_COLUMN_PERSPECTIVE] = LP_CELL_TEXT (note->perspective),
    [LP_NOTE_COLUMN_PROFILE] = LP_CELL_TEXT (note->profile),
    [LP_NOTE_COLUMN_MUNICIPALITY] = LP_CELL_TEXT (note->municipality),
    [LP_NOTE_COLUMN_VERBATIM] = LP_CELL_TEXT (note->verbatim),
    [LP_NOTE_COLUMN_CONSENT] = LP_CELL_TEXT (note->consent),
    [LP_NOTE_COLUMN_THEME] = LP_CELL_TEXT (note->theme),
    [LP_NOTE_COLUMN_ITEM] = LP_CELL_TEXT (note->item),
  }, LP_N_NOTE_COLUMNS);
}

const char *
lp_workbook_notes_name (void)
{
  return _("Notes");
}

static gboolean
count_rows (LpWorkbookJob  *job,
            GError        **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (job->reader, N_NOTES);

  lp_query_bind_id (query, 1, &job->meeting);
  if (!lp_query_next (query, error))
    return FALSE;
  lp_workbook_job_begin (job, lp_query_int (query, 0), LP_SHARE_OF_NOTES);

  return TRUE;
}

static LpNotePipe *
open_pipe (LpWorkbookJob  *job,
           GError        **error)
{
  LpNoteStream *stream = NULL;

  if (count_rows (job, error))
    job->counts = lp_counts_new (job->reader, &job->meeting, error);
  if (job->counts)
    job->places = lp_places_load (job->reader, &job->meeting, error);
  if (job->places)
    stream = lp_note_stream_new (job->reader, &job->meeting, job->places, job->counts, error);

  return stream ? lp_note_pipe_new (stream) : NULL;
}

/** All notes, one a row, in order of capture. Where they lie and how many there are is known after it. */
gboolean
lp_workbook_write_notes (LpWorkbookJob  *job,
                         GError        **error)
{
  g_autoptr (LpNotePipe) pipe = open_pipe (job, error);
  g_autoptr (GError) failure = NULL;
  LpSheetShape shape = make_shape ();
  const LpNoteLine *note = NULL;
  LpSheet sheet;

  if (!pipe)
    return FALSE;

  lp_sheet_begin (&sheet, job->book, &shape);
  while ((note = lp_note_pipe_next (pipe, &failure)))
    {
      job->continued += add_note (job, &sheet, note);
      if (!lp_workbook_job_step (job, error))
        return FALSE;
    }
  lp_sheet_end (&sheet);

  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}
