/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-workbook-sheets.h"

#include "lp-note-review.h"
#include "lp-story.h"

#include <glib/gi18n-lib.h>

/* From CONSENTS on, for the house alone. */
enum { CODE, TEXT, PROFILE, CONSENTS, APPROVED = CONSENTS + LP_N_CONSENTS, COUNTS, N_COLUMNS };

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
           LpRecord      *note)
{
  gboolean internal = lp_workbook_job_is_internal (job);
  gboolean quote = lp_publication_has_quote (job->publication, lp_record_get_num (note));
  g_autofree char *code = lp_record_note_code (note);
  LpCell cells[N_COLUMNS] = {
    [CODE] = LP_CELL_TEXT (code),
    [TEXT] = LP_CELL_TEXT (internal ? lp_record_text (note, LP_NOTE_TEXT) : lp_note_get_words (note)),
    [PROFILE] = LP_CELL_TEXT (internal || quote ? lp_record_text (note, LP_NOTE_PROFILE) : NULL),
    [APPROVED] = lp_workbook_job_moment (job, lp_record_int (note, LP_NOTE_APPROVED_TIME)),
    [COUNTS] = LP_CELL_TEXT (lp_story_counts (note) ? _("Yes") : _("No")),
  };

  for (guint i = 0; i < LP_N_CONSENTS; i++)
    cells[CONSENTS + i] = lp_workbook_job_moment (job, lp_record_int (note, consent_fields[i]));
  lp_sheet_add (sheet, cells, n_columns);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  LpRecord *one = *(LpRecord *const *) a;
  LpRecord *other = *(LpRecord *const *) b;
  gint64 time = lp_record_int (one, LP_NOTE_TIME), other_time = lp_record_int (other, LP_NOTE_TIME);
  gint64 num = lp_record_get_num (one), other_num = lp_record_get_num (other);

  return time != other_time ? (time > other_time) - (time < other_time) : (num > other_num) - (num < other_num);
}

/* As they were told, one after the other. */
static GPtrArray *
load_stories (LpWorkbookJob  *job,
              GError        **error)
{
  g_autoptr (GArray) nums = lp_places_list (job->places, LP_KIND_STORY);
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) failure = NULL;

  for (guint i = 0; i < nums->len && !failure; i++)
    {
      LpRecord *note = lp_reader_load_num (job->reader, LP_NOTE, g_array_index (nums, gint64, i), &failure);

      if (note)
        g_ptr_array_add (stories, note);
    }
  if (failure)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  g_ptr_array_sort (stories, compare_times);
  return g_steal_pointer (&stories);
}

/** The stories, whole. */
gboolean
lp_workbook_write_stories (LpWorkbookJob  *job,
                           GError        **error)
{
  g_autoptr (GPtrArray) stories = load_stories (job, error);
  LpSheetShape shape = make_shape (job);
  LpSheet *sheet = NULL;

  if (!stories)
    return FALSE;
  sheet = lp_workbook_job_sheet (job, LP_SHEET_STORIES, &shape);
  for (guint i = 0; i < stories->len; i++)
    add_story (job, sheet, shape.n_columns, g_ptr_array_index (stories, i));

  return TRUE;
}
