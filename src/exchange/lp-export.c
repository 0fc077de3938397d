/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-export.h"

#include "lp-csv-writer.h"
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
write_part (LpReader          *reader,
            const LpId        *meeting,
            LpPartFile        *part,
            gboolean           as_csv,
            GCancellable      *cancellable,
            LpExportProgress   progress,
            gpointer           user_data,
            LpExportResult    *result,
            GError           **error)
{
  gboolean written = FALSE;

  if (!lp_reader_begin (reader, error))
    return FALSE;

  if (as_csv)
    written = lp_csv_write (reader, meeting, part, cancellable, result, error);
  else
    written = lp_workbook_write (reader, meeting, part, LXW_ROW_MAX, cancellable, progress, user_data,
                                 result, error);
  lp_reader_end (reader);

  return written;
}

/**
 * lp_export:
 * @reader: one that nobody else uses meanwhile: it is held in one consistent view
 * @path: of the file to write, ending in .xlsx or .csv
 * @progress: (nullable): told how far it is
 * @result: (out) (nullable): what was written
 *
 * The notes as they were said, nothing left out or masked. On error or cancellation a former file is as it
 * was.
 */
gboolean
lp_export (LpReader          *reader,
           const LpId        *meeting,
           const char        *path,
           GCancellable      *cancellable,
           LpExportProgress   progress,
           gpointer           user_data,
           LpExportResult    *result,
           GError           **error)
{
  LpExportResult written = { 0 };
  gboolean as_csv = has_ending (path, ".csv");
  g_autoptr (LpPartFile) part = NULL;

  if (!as_csv && !has_ending (path, ".xlsx"))
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                   _("“%s” must end in .xlsx for a workbook or .csv for a table of notes."), name);
      return FALSE;
    }

  part = lp_part_file_new (path, error);
  if (!part || !write_part (reader, meeting, part, as_csv, cancellable, progress, user_data,
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
  return has_ending (path, ".csv") ? LP_TRACE_NOTES : LP_TRACE_WORKBOOK;
}
