/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-export.h"

#include "lp-csv-writer.h"
#include "lp-meeting-json.h"
#include "lp-part-file.h"
#include "lp-trace.h"
#include "lp-workbook-write.h"

#include <glib/gi18n-lib.h>
#include <xlsxwriter.h>

static gboolean
has_ending (const char *path,
            const char *ending)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, ending);
}

static gboolean
write_part (LpReader               *reader,
            const LpId             *meeting,
            LpPartFile             *part,
            gboolean                as_csv,
            const LpExportOptions  *options,
            GCancellable           *cancellable,
            LpExportProgress        progress,
            gpointer                user_data,
            LpExportResult         *result,
            GError                **error)
{
  g_autoptr (LpPublication) publication = NULL;
  gboolean written = FALSE;

  if (!lp_reader_begin (reader, error))
    return FALSE;

  publication = lp_publication_load (reader, meeting, options->variant, options->limit, cancellable, error);
  if (!publication)
    written = FALSE;
  else if (as_csv)
    written = lp_csv_write (reader, meeting, publication, part, cancellable, result, error);
  else
    written = lp_workbook_write (reader, meeting, publication, part, LXW_ROW_MAX, cancellable, progress, user_data,
                                 result, error);
  if (written)
    {
      result->left_out = lp_publication_get_total (publication) - lp_publication_get_n_notes (publication);
      result->hidden = lp_publication_get_n_hidden (publication);
    }
  lp_reader_end (reader);

  return written;
}

/**
 * lp_export:
 * @reader: one that nobody else uses meanwhile: it is held in one consistent view
 * @path: of the file to write, ending in .xlsx or .csv, or, what is internal, in .json
 * @options: for whom it is
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
  LpExportResult written = { 0 };
  gboolean as_csv = has_ending (path, ".csv");
  g_autoptr (LpPartFile) part = NULL;

  if (has_ending (path, ".json") && options->variant != LP_VARIANT_INTERNAL)
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                   _("“%s” would have the whole meeting in it, names too, so that it can only be exported as internal."), name);
      return FALSE;
    }
  if (has_ending (path, ".json"))
    return lp_meeting_json_write (reader, meeting, path, cancellable, progress, user_data, result, error);
  if (!as_csv && !has_ending (path, ".xlsx"))
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                   _("“%s” must end in .xlsx for a workbook, .csv for a table of notes or .json for the whole meeting."), name);
      return FALSE;
    }

  part = lp_part_file_new (path, error);
  if (!part || !write_part (reader, meeting, part, as_csv, options, cancellable, progress, user_data,
                            &written, error))
    return FALSE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !lp_part_file_finish (part, error))
    return FALSE;

  if (progress)
    progress (1.0, user_data);
  if (result)
    *result = written;
  return TRUE;
}

/** lp_export_variant: of a file that lp_export () has written, by its ending. */
const char *
lp_export_variant (const char *path)
{
  if (has_ending (path, ".json"))
    return LP_TRACE_MEETING;
  return has_ending (path, ".csv") ? LP_TRACE_NOTES : LP_TRACE_WORKBOOK;
}
