/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-workbook-sheets.h"

#include "lp-note-pipe.h"

#include <glib/gi18n-lib.h>

static const struct {
  double  width;
  LpStyle style;
} looks[LP_N_NOTE_COLUMNS] = {
  [LP_NOTE_COLUMN_CODE] = { 9, LP_STYLE_CENTER },
  [LP_NOTE_COLUMN_THEME] = { 26, LP_STYLE_TEXT },
  [LP_NOTE_COLUMN_OTHER_THEMES] = { 20, LP_STYLE_TEXT },
  [LP_NOTE_COLUMN_KIND] = { 12, LP_STYLE_TEXT },
  [LP_NOTE_COLUMN_TEXT] = { 60, LP_STYLE_TEXT },
  [LP_NOTE_COLUMN_PERSPECTIVE] = { 15, LP_STYLE_TEXT },
  [LP_NOTE_COLUMN_TABLE] = { 8, LP_STYLE_NUMBER },
  [LP_NOTE_COLUMN_ITEM] = { 24, LP_STYLE_TEXT },
  [LP_NOTE_COLUMN_TIME] = { 16, LP_STYLE_MOMENT },
  [LP_NOTE_COLUMN_VERBATIM] = { 9, LP_STYLE_CENTER },
  [LP_NOTE_COLUMN_CONSENT] = { 9, LP_STYLE_CENTER },
  [LP_NOTE_COLUMN_DOTS] = { 8, LP_STYLE_NUMBER },
  [LP_NOTE_COLUMN_STATUS] = { 16, LP_STYLE_TEXT },
  [LP_NOTE_COLUMN_PROFILE] = { 24, LP_STYLE_TEXT },
  [LP_NOTE_COLUMN_MUNICIPALITY] = { 15, LP_STYLE_TEXT },
  [LP_NOTE_COLUMN_PUBLIC_TEXT] = { 40, LP_STYLE_TEXT },
};

/* The sheet while it is written. */
typedef struct {
  LpWorkbookJob *job;
  LpSheet       *sheet;
  LpNoteColumn   columns[LP_N_NOTE_COLUMNS];
  guint          n_columns;
} Notes;

static LpSheetShape
make_shape (const Notes *self)
{
  LpSheetShape shape = { .name = lp_workbook_notes_name (), .landscape = TRUE, .filter = TRUE,
                         .n_columns = self->n_columns };

  for (guint i = 0; i < self->n_columns; i++)
    {
      LpNoteColumn column = self->columns[i];

      shape.columns[i] = (LpSheetColumn) { lp_note_column_heading (column), looks[column].width, looks[column].style };
    }

  return shape;
}

static gboolean
add_note (Notes            *self,
          const LpNoteLine *note)
{
  LpCell nothing = LP_CELL_TEXT (NULL);
  LpCell all[LP_N_NOTE_COLUMNS] = {
    [LP_NOTE_COLUMN_CODE] = LP_CELL_TEXT (note->code),
    [LP_NOTE_COLUMN_THEME] = LP_CELL_TEXT (note->theme),
    [LP_NOTE_COLUMN_OTHER_THEMES] = LP_CELL_TEXT (note->other_themes),
    [LP_NOTE_COLUMN_KIND] = LP_CELL_TEXT (note->kind),
    [LP_NOTE_COLUMN_TEXT] = LP_CELL_TEXT (note->text),
    [LP_NOTE_COLUMN_PERSPECTIVE] = LP_CELL_TEXT (note->perspective),
    [LP_NOTE_COLUMN_TABLE] = note->table != 0 ? LP_CELL_NUMBER (note->table) : nothing,
    [LP_NOTE_COLUMN_ITEM] = LP_CELL_TEXT (note->item),
    [LP_NOTE_COLUMN_TIME] = lp_workbook_job_moment (self->job, note->time),
    [LP_NOTE_COLUMN_VERBATIM] = LP_CELL_TEXT (note->verbatim),
    [LP_NOTE_COLUMN_CONSENT] = LP_CELL_TEXT (note->consent),
    [LP_NOTE_COLUMN_DOTS] = note->dots != LP_NO_DOTS ? LP_CELL_NUMBER (note->dots) : nothing,
    [LP_NOTE_COLUMN_STATUS] = LP_CELL_TEXT (note->status),
    [LP_NOTE_COLUMN_PROFILE] = LP_CELL_TEXT (note->profile),
    [LP_NOTE_COLUMN_MUNICIPALITY] = LP_CELL_TEXT (note->municipality),
    [LP_NOTE_COLUMN_PUBLIC_TEXT] = LP_CELL_TEXT (note->public_text),
  };
  LpCell cells[LP_N_NOTE_COLUMNS];

  for (guint i = 0; i < self->n_columns; i++)
    cells[i] = all[self->columns[i]];

  return lp_sheet_add (self->sheet, cells, self->n_columns);
}

const char *
lp_workbook_notes_name (void)
{
  return _("Notes");
}

/* What each proposal was given in a vote; NULL where there was none. */
static GHashTable *
collect_dots (LpWorkbookJob *job)
{
  const LpVoteRound *round = lp_workbook_job_find_dots (job, LP_VOTE_ON_PROPOSALS);
  GHashTable *dots = round ? g_hash_table_new (lp_id_hash, lp_id_equal_func) : NULL;

  for (guint i = 0; round && i < round->subjects->len; i++)
    {
      LpVoteSubject *subject = g_ptr_array_index (round->subjects, i);

      g_hash_table_insert (dots, &subject->id, &subject->total);
    }

  return dots;
}

static void
clean_name (LpWorkbookJob *job,
            LpThemeCount  *theme)
{
  g_autofree char *name = g_steal_pointer (&theme->name);

  theme->name = lp_publication_clean (job->publication, name);
}

static LpNotePipe *
open_pipe (LpWorkbookJob  *job,
           GHashTable     *dots,
           GError        **error)
{
  LpNoteStream *stream = NULL;
  LpNoteNeeds needs = { .publication = job->publication, .dots = dots };

  lp_workbook_job_begin (job, lp_publication_get_n_notes (job->publication), LP_SHARE_OF_NOTES);
  needs.counts = job->counts = lp_counts_new (job->reader, &job->meeting, error);
  for (guint i = 0; job->counts && i < job->counts->themes->len; i++)
    clean_name (job, g_ptr_array_index (job->counts->themes, i));
  if (job->counts)
    needs.places = job->places = lp_places_load (job->reader, &job->meeting, job->publication, error);
  if (job->places)
    stream = lp_note_stream_new (job->reader, &job->meeting, &needs, error);

  return stream ? lp_note_pipe_new (stream) : NULL;
}

/** The notes, one a row, in order of capture. Where they lie and how many there are is known after it. */
gboolean
lp_workbook_write_notes (LpWorkbookJob  *job,
                         GError        **error)
{
  g_autoptr (GHashTable) dots = collect_dots (job);
  g_autoptr (LpNotePipe) pipe = open_pipe (job, dots, error);
  g_autoptr (GError) failure = NULL;
  Notes self = { .job = job };
  const LpNoteLine *note = NULL;
  LpSheetShape shape;

  if (!pipe)
    return FALSE;

  self.n_columns = lp_note_columns (lp_publication_get_variant (job->publication), TRUE, self.columns);
  shape = make_shape (&self);
  self.sheet = lp_workbook_job_sheet (job, LP_SHEET_NOTES, &shape);
  while ((note = lp_note_pipe_next (pipe, &failure)))
    {
      job->continued += add_note (&self, note);
      if (!lp_workbook_job_step (job, error))
        return FALSE;
    }

  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}
