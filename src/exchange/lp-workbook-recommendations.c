/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-workbook-sheets.h"

#include "lp-recommendation-words.h"
#include "lp-recommendation.h"

#include <glib/gi18n-lib.h>

enum {
  NUMBER, TITLE, TEXT, REASON, ADDRESSEE, DUE, STATUS, ANSWER, THEMES, N_NOTES, N_TABLES, N_MUNICIPALITIES, NOTES, AGAINST,
  N_COLUMNS,
};

#define EVIDENCE \
  "SELECT n.num, n.station, n.number, e.against FROM evidence e JOIN note n ON n.id = e.note AND n.deleted = 0" \
  " WHERE e.recommendation = ?1 AND e.deleted = 0 ORDER BY n.station, n.number, n.id"

/* The codes of the notes that speak for it, and against it; and how many of them do not come along. */
typedef struct {
  GString *codes[2];
  guint    left_out[2];
} Evidence;

static void
evidence_clear (Evidence *self)
{
  g_string_free (self->codes[0], TRUE);
  g_string_free (self->codes[1], TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Evidence, evidence_clear)

static LpSheetShape
make_shape (void)
{
  return (LpSheetShape) {
    .name = _("Recommendations"),
    .landscape = TRUE,
    .filter = TRUE,
    .n_columns = N_COLUMNS,
    .columns = {
      [NUMBER] = { lp_schema_heading (LP_NOTE, LP_NOTE_NUMBER), 6, LP_STYLE_NUMBER },
      [TITLE] = { lp_schema_heading (LP_RECOMMENDATION, LP_RECOMMENDATION_TITLE), 24, LP_STYLE_TEXT },
      [TEXT] = { lp_schema_heading (LP_RECOMMENDATION, LP_RECOMMENDATION_TEXT), 50, LP_STYLE_TEXT },
      [REASON] = { lp_schema_heading (LP_RECOMMENDATION, LP_RECOMMENDATION_REASON), 40, LP_STYLE_TEXT },
      [ADDRESSEE] = { lp_schema_heading (LP_RECOMMENDATION, LP_RECOMMENDATION_ADDRESSEE), 18, LP_STYLE_TEXT },
      [DUE] = { lp_schema_heading (LP_RECOMMENDATION, LP_RECOMMENDATION_DUE), 16, LP_STYLE_TEXT },
      [STATUS] = { lp_schema_heading (LP_RECOMMENDATION, LP_RECOMMENDATION_STATUS), 18, LP_STYLE_TEXT },
      [ANSWER] = { lp_schema_heading (LP_RECOMMENDATION, LP_RECOMMENDATION_ANSWER), 30, LP_STYLE_TEXT },
      [THEMES] = { lp_schema_heading (LP_EVIDENCE, LP_EVIDENCE_THEME), 30, LP_STYLE_TEXT },
      [N_NOTES] = { _("Notes behind it"), 9, LP_STYLE_NUMBER },
      [N_TABLES] = { lp_schema_heading (LP_MEETING, LP_MEETING_TABLES), 9, LP_STYLE_NUMBER },
      [N_MUNICIPALITIES] = { _("Municipalities"), 14, LP_STYLE_NUMBER },
      [NOTES] = { lp_schema_heading (LP_EVIDENCE, LP_EVIDENCE_NOTE), 40, LP_STYLE_TEXT },
      [AGAINST] = { lp_schema_heading (LP_EVIDENCE, LP_EVIDENCE_AGAINST), 20, LP_STYLE_TEXT },
    },
  };
}

static void
take_evidence (Evidence      *self,
               LpWorkbookJob *job,
               LpQuery       *query)
{
  guint side = lp_query_int (query, 3) ? 1 : 0;
  g_autofree char *code = lp_note_code (lp_query_int (query, 1), lp_query_int (query, 2));

  if (lp_publication_has (job->publication, lp_query_int (query, 0)))
    g_string_append_printf (self->codes[side], self->codes[side]->len > 0 ? ", %s" : "%s", code);
  else
    self->left_out[side]++;
}

/* That there are more than are told. */
static void
tell_left_out (Evidence *self)
{
  for (guint i = 0; i < 2; i++)
    {
      if (self->left_out[i] == 0)
        continue;
      if (self->codes[i]->len > 0)
        g_string_append (self->codes[i], "; ");
      g_string_append_printf (self->codes[i], ngettext ("%u that is not in this file", "%u that are not in this file",
                                                        self->left_out[i]), self->left_out[i]);
    }
}

static gboolean
read_evidence (Evidence       *self,
               LpWorkbookJob  *job,
               const LpId     *recommendation,
               GError        **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (job->reader, EVIDENCE);
  g_autoptr (GError) failure = NULL;

  lp_query_bind_id (query, 1, recommendation);
  while (lp_query_next (query, &failure))
    take_evidence (self, job, query);
  tell_left_out (self);
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* The fields that somebody writes freely. */
static const guint written[] = {
  [TITLE] = LP_RECOMMENDATION_TITLE, [TEXT] = LP_RECOMMENDATION_TEXT, [REASON] = LP_RECOMMENDATION_REASON,
  [ADDRESSEE] = 0,                   [DUE] = LP_RECOMMENDATION_DUE,   [STATUS] = 0,
  [ANSWER] = LP_RECOMMENDATION_ANSWER,
};

static gboolean
add_recommendation (LpWorkbookJob           *job,
                    LpSheet                 *sheet,
                    const LpRecommendation  *one,
                    guint                    number,
                    GError                 **error)
{
  g_auto (Evidence) evidence = { { g_string_new (NULL), g_string_new (NULL) }, { 0, 0 } };
  g_autofree char *status = lp_recommendation_print_status (one->record);
  g_autofree char *joined = lp_recommendation_print_themes (one);
  g_autofree char *themes = lp_publication_clean (job->publication, joined);
  g_autoptr (GPtrArray) clean = g_ptr_array_new_with_free_func (g_free);
  LpCell cells[N_COLUMNS] = { 0 };

  if (!read_evidence (&evidence, job, lp_record_get_id (one->record), error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      if (written[i] == 0)
        continue;
      g_ptr_array_add (clean, lp_publication_clean (job->publication, lp_record_text (one->record, written[i])));
      cells[i] = LP_CELL_TEXT (g_ptr_array_index (clean, clean->len - 1));
    }
  cells[NUMBER] = LP_CELL_NUMBER (number);
  cells[ADDRESSEE] = LP_CELL_TEXT (lp_recommendation_addressee (one->record));
  cells[STATUS] = LP_CELL_TEXT (status);
  cells[THEMES] = LP_CELL_TEXT (themes);
  cells[N_NOTES] = LP_CELL_NUMBER (one->ground.notes);
  cells[N_TABLES] = LP_CELL_NUMBER (one->ground.tables);
  cells[N_MUNICIPALITIES] = LP_CELL_NUMBER (one->ground.municipalities);
  cells[NOTES] = LP_CELL_TEXT (evidence.codes[0]->str);
  cells[AGAINST] = LP_CELL_TEXT (evidence.codes[1]->str);
  lp_sheet_add (sheet, cells, N_COLUMNS);

  return TRUE;
}

/** What is recommended, and the codes of the notes that carry it. */
gboolean
lp_workbook_write_recommendations (LpWorkbookJob  *job,
                                   GError        **error)
{
  g_autoptr (LpRecommendations) all = lp_recommendations_load (job->reader, &job->meeting, error);
  LpSheetShape shape = make_shape ();
  LpSheet *sheet = NULL;

  if (!all)
    return FALSE;

  sheet = lp_workbook_job_sheet (job, LP_SHEET_RECOMMENDATIONS, &shape);
  for (guint i = 0; i < all->items->len; i++)
    {
      if (!add_recommendation (job, sheet, g_ptr_array_index (all->items, i), i + 1, error))
        return FALSE;
    }

  return TRUE;
}
