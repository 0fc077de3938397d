/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-workbook-sheets.h"

#include "lp-note-review.h"
#include "lp-story.h"

#include <glib/gi18n-lib.h>

/* From CONSENTS on, for the house alone. */
enum { CODE, TEXT, PROFILE, CONSENTS, APPROVED = CONSENTS + LP_N_CONSENTS, COUNTS, N_COLUMNS };

#define STORIES "SELECT num FROM note n WHERE space = ?1 AND deleted = 0 AND kind = 'story' ORDER BY time, num"

static const guint consent_fields[LP_N_CONSENTS] = {
  [LP_CONSENT_KEEP] = LP_NOTE_KEEP_TIME,
  [LP_CONSENT_QUOTE] = LP_NOTE_QUOTE_TIME,
  [LP_CONSENT_PUBLISH] = LP_NOTE_PUBLISH_TIME,
};

static LpSheetShape
make_shape (LpWorkbookJob *job)
{
  LpSheetShape shape = { .name = _("Stories"), .landscape = TRUE, .filter = TRUE,
                         .n_columns = lp_workbook_job_is_internal (job) ? N_COLUMNS : CONSENTS };

  shape.columns[CODE] = (LpSheetColumn) { lp_schema_heading (LP_NOTE, LP_NOTE_NUMBER), 9, LP_STYLE_CENTER };
  shape.columns[TEXT] = (LpSheetColumn) { lp_kind_label (LP_KIND_STORY), 90, LP_STYLE_TEXT };
  shape.columns[PROFILE] = (LpSheetColumn) { _("Said by"), 30, LP_STYLE_TEXT };
  for (guint i = 0; i < LP_N_CONSENTS; i++)
    shape.columns[CONSENTS + i] = (LpSheetColumn) { lp_schema_heading (LP_NOTE, consent_fields[i]), 17, LP_STYLE_MOMENT };
  shape.columns[APPROVED] = (LpSheetColumn) { lp_schema_heading (LP_NOTE, LP_NOTE_APPROVED_TIME), 17, LP_STYLE_MOMENT };
  shape.columns[COUNTS] = (LpSheetColumn) { _("Counts towards the goal"), 14, LP_STYLE_CENTER };
  return shape;
}

static void
add_story (LpWorkbookJob *job,
           LpSheet       *sheet,
           guint          n_columns,
           gint64         num,
           LpRecord      *note)
{
  gboolean internal = lp_workbook_job_is_internal (job);
  g_autofree char *code = lp_record_note_code (note);
  LpCell cells[N_COLUMNS] = {
    [CODE] = LP_CELL_TEXT (code),
    [TEXT] = LP_CELL_TEXT (internal ? lp_record_text (note, LP_NOTE_TEXT) : lp_note_get_words (note)),
    [PROFILE] = LP_CELL_TEXT (internal || lp_publication_has_quote (job->publication, num) ? lp_record_text (note, LP_NOTE_PROFILE)
                                                                                           : NULL),
    [APPROVED] = lp_workbook_job_moment (job, lp_record_int (note, LP_NOTE_APPROVED_TIME)),
    [COUNTS] = LP_CELL_TEXT (lp_story_counts (note) ? _("Yes") : _("No")),
  };

  for (guint i = 0; i < LP_N_CONSENTS; i++)
    cells[CONSENTS + i] = lp_workbook_job_moment (job, lp_record_int (note, consent_fields[i]));
  lp_sheet_add (sheet, cells, n_columns);
}

/** The stories, whole. */
gboolean
lp_workbook_write_stories (LpWorkbookJob  *job,
                           GError        **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (job->reader, STORIES);
  g_autoptr (GError) failure = NULL;
  LpSheetShape shape = make_shape (job);
  LpSheet *sheet = NULL;

  sheet = lp_workbook_job_sheet (job, LP_SHEET_STORIES, &shape);
  lp_query_bind_id (query, 1, &job->meeting);
  while (!failure && lp_query_next (query, &failure))
    {
      gint64 num = lp_query_int (query, 0);
      g_autoptr (LpRecord) note = NULL;

      if (!lp_publication_has (job->publication, num))
        continue;
      note = lp_reader_load_num (job->reader, LP_NOTE, num, &failure);
      if (note)
        add_story (job, sheet, shape.n_columns, num, note);
    }
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}
