/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-export.h"

#include "lp-csv-writer.h"
#include "lp-handout-paper.h"
#include "lp-meeting-json.h"
#include "lp-part-file.h"
#include "lp-pdf.h"
#include "lp-story-count.h"
#include "lp-summary-paper.h"
#include "lp-themes-paper.h"
#include "lp-workbook-write.h"

#include <glib/gi18n-lib.h>
#include <xlsxwriter.h>

static void
count_hidden (LpPublication  *publication,
              LpExportResult *result)
{
  result->left_out = lp_publication_get_total (publication) - lp_publication_get_n_notes (publication);
  result->hidden = lp_publication_get_n_hidden (publication);
}

/* What a run of lp_export () is told. */
typedef struct {
  LpReader               *reader;
  const LpId             *meeting;
  const LpExportOptions  *options;
  GCancellable           *cancellable;
  LpExportProgress        progress;
  gpointer                user_data;
} Run;

static gboolean
write_part (const Run       *run,
            LpPartFile      *part,
            LpExportResult  *result,
            GError         **error)
{
  g_autoptr (LpPublication) publication = NULL;
  gboolean written = FALSE;

  if (!lp_reader_begin (run->reader, error))
    return FALSE;

  publication = lp_publication_load (run->reader, run->meeting, run->options->variant, run->options->limit, run->cancellable, error);
  if (!publication)
    written = FALSE;
  else if (run->options->document == LP_DOCUMENT_NOTES)
    written = lp_csv_write (run->reader, run->meeting, publication, part, run->cancellable, result, error);
  else
    written = lp_workbook_write (run->reader, run->meeting, publication, part, LXW_ROW_MAX, run->cancellable, run->progress,
                                 run->user_data, result, error);
  if (written)
    count_hidden (publication, result);
  lp_reader_end (run->reader);

  return written;
}

static LpPaper *
make_paper (const Run      *run,
            LpPublication  *publication,
            LpExportResult *result,
            GError        **error)
{
  g_autoptr (LpSummaryFacts) facts = NULL;

  if (run->options->document == LP_DOCUMENT_THEMES)
    return lp_themes_paper_new (run->reader, run->meeting, publication, run->cancellable, run->progress, run->user_data, result, error);
  facts = lp_summary_facts_load (run->reader, run->meeting, publication, run->cancellable, error);
  if (!facts)
    return NULL;
  result->notes = facts->counts->total;
  result->themes = facts->ranked->len;
  return run->options->document == LP_DOCUMENT_HANDOUT ? lp_handout_paper_new (facts) : lp_summary_paper_new (facts);
}

/* A paper is laid out whole, and then written. */
static gboolean
write_paper (const Run      *run,
             const char     *path,
             LpExportResult *result,
             GError        **error)
{
  g_autoptr (LpPublication) publication = NULL;
  g_autoptr (LpPaper) paper = NULL;

  if (!lp_reader_begin (run->reader, error))
    return FALSE;
  publication = lp_publication_load (run->reader, run->meeting, run->options->variant, run->options->limit, run->cancellable, error);
  if (publication)
    paper = make_paper (run, publication, result, error);
  lp_reader_end (run->reader);
  if (paper && run->progress)
    run->progress (LP_SHARE_OF_LAYING_OUT, run->user_data);
  if (!paper || !lp_pdf_write (paper, path, run->cancellable, error))
    return FALSE;
  count_hidden (publication, result);

  return TRUE;
}

static gboolean
write_table (const Run      *run,
             const char     *path,
             LpExportResult *result,
             GError        **error)
{
  g_autoptr (LpPartFile) part = lp_part_file_new (path, error);

  return part
         && write_part (run, part, result, error)
         && lp_part_file_finish (part, run->cancellable, error);
}

static gboolean
write_story_count (const Run  *run,
                   const char *path,
                   GError    **error)
{
  g_autoptr (LpStoryGoal) goal = lp_story_goal_load (run->reader, run->meeting, error);

  return goal && lp_story_count_write (goal, path, error);
}

static gboolean
check_path (const LpExportOptions  *options,
            const char             *path,
            GError                **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (options->document == LP_DOCUMENT_MEETING && options->variant != LP_VARIANT_INTERNAL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                   _("“%s” would have the whole meeting in it, names too, so that it can only be exported as internal."), name);
      return FALSE;
    }
  if (lp_document_fits (options->document, path))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME, _("“%s” must end in %s for that document."), name,
               lp_document_info (options->document)->ending);
  return FALSE;
}

/**
 * lp_export:
 * @reader: one that nobody else uses meanwhile: it is held in one consistent view
 * @path: of the file to write; its ending is that of the document
 * @options: what is written, and for whom
 * @progress: (nullable): told how far it is
 * @result: (out) (nullable): what was written
 *
 * On error or cancellation a former file is as it was.
 */
gboolean
lp_export (LpReader               *reader,
           const LpId             *meeting,
           const char             *path,
           const LpExportOptions  *options,
           GCancellable           *cancellable,
           LpExportProgress        progress,
           gpointer                user_data,
           LpExportResult         *result,
           GError                **error)
{
  Run run = { reader, meeting, options, cancellable, progress, user_data };
  LpExportResult written = { 0 };
  gboolean done = FALSE;

  if (!check_path (options, path, error))
    return FALSE;
  switch (options->document)
    {
    case LP_DOCUMENT_WORKBOOK:
    case LP_DOCUMENT_NOTES:
      done = write_table (&run, path, &written, error);
      break;
    case LP_DOCUMENT_SUMMARY:
    case LP_DOCUMENT_HANDOUT:
    case LP_DOCUMENT_THEMES:
      done = write_paper (&run, path, &written, error);
      break;
    case LP_DOCUMENT_MEETING:
      done = lp_meeting_json_write (reader, meeting, path, cancellable, progress, user_data, &written, error);
      break;
    case LP_DOCUMENT_STORY_COUNT:
      done = write_story_count (&run, path, error);
      break;
    case LP_N_DOCUMENTS:
    default:
      g_return_val_if_reached (FALSE);
    }
  if (!done)
    return FALSE;

  if (progress)
    progress (1.0, user_data);
  if (result)
    *result = written;
  return TRUE;
}
