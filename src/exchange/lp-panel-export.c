/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-panel-export.h"

#include "lp-meeting-load.h"

#include <glib/gi18n-lib.h>

#define MEETINGS "SELECT id FROM meeting WHERE panel=?1 AND deleted=0 ORDER BY date, start, id"

/* Two meetings of one name are told apart by their day. */
static char *
make_label (LpRecord *meeting, LpPublication *publication)
{
  g_autofree char *title = lp_publication_clean (publication, lp_record_text (meeting, LP_MEETING_TITLE));
  const char *date = lp_record_text (meeting, LP_MEETING_DATE);

  return g_strjoin (" · ", title, *date != '\0' ? date : NULL, NULL);
}

static gboolean
run_meeting (const LpPanelRun *run, guint i, LpPanelFunc func, gpointer data, GError **error)
{
  const LpId *meeting = &g_array_index (run->meetings, LpId, i);
  g_autoptr (LpRecord) record = lp_meeting_load (run->reader, meeting, error);
  g_autoptr (LpPublication) publication = NULL;
  g_autofree char *label = NULL;

  if (!record)
    return FALSE;
  publication = lp_publication_load (run->reader, meeting, run->options->variant, run->options->limit, run->cancellable, error);
  if (!publication)
    return FALSE;
  label = make_label (record, publication);
  if (!func (run, meeting, publication, label, (double) i / run->meetings->len, data, error))
    return FALSE;
  run->result->left_out += lp_publication_get_total (publication) - lp_publication_get_n_notes (publication);
  run->result->hidden += lp_publication_get_n_hidden (publication);
  return TRUE;
}

/** lp_panel_run: calls @func for each meeting with what of it may come along. */
gboolean
lp_panel_run (const LpPanelRun *run, LpPanelFunc func, gpointer data, GError **error)
{
  for (guint i = 0; i < run->meetings->len; i++)
    {
      if (!run_meeting (run, i, func, data, error))
        return FALSE;
      if (run->progress)
        run->progress ((i + 1.0) / run->meetings->len, run->user_data);
    }
  return TRUE;
}

GArray *
lp_export_panel_meetings (LpReader *reader, const LpId *panel, GError **error)
{
  g_autoptr (GArray) meetings = g_array_new (FALSE, FALSE, sizeof (LpId));
  g_autoptr (LpQuery) query = lp_reader_query (reader, MEETINGS);
  g_autoptr (GError) failure = NULL;

  lp_query_bind_id (query, 1, panel);
  while (lp_query_next (query, &failure))
    {
      LpId id = { 0 };

      lp_query_id (query, 0, &id);
      g_array_append_val (meetings, id);
    }
  if (!failure && meetings->len == 0)
    g_set_error_literal (&failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("The panel has no meetings yet."));
  if (!failure)
    return g_steal_pointer (&meetings);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
write_part (LpPanelRun *run, LpPartFile *part, GError **error)
{
  g_autoptr (GArray) meetings = NULL;
  gboolean written = FALSE;

  if (!lp_reader_begin (run->reader, error))
    return FALSE;
  run->meetings = meetings = lp_export_panel_meetings (run->reader, run->panel, error);
  if (meetings)
    written = run->options->document == LP_DOCUMENT_NOTES ? lp_panel_csv_write (run, part, error)
                                                          : lp_panel_workbook_write (run, part, error);
  lp_reader_end (run->reader);
  return written;
}

/** lp_export_panel_has: whether there is such a document of a panel. */
gboolean
lp_export_panel_has (LpDocument document)
{
  return document == LP_DOCUMENT_WORKBOOK || document == LP_DOCUMENT_NOTES;
}

static gboolean
check_document (const LpExportOptions *options, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (lp_export_panel_has (options->document) && lp_document_fits (options->document, path))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME, _("“%s” ends neither in .xlsx nor in .csv"), name);
  return FALSE;
}

/**
 * lp_export_panel: as lp_export (), all meetings of a panel in one file, with a column that says of which each row is.
 * @options: the document is a workbook or a table of notes
 */
gboolean
lp_export_panel (LpReader               *reader,
                 const LpId             *panel,
                 const char             *path,
                 const LpExportOptions  *options,
                 GCancellable           *cancellable,
                 LpExportProgress        progress,
                 gpointer                user_data,
                 LpExportResult         *result,
                 GError                **error)
{
  LpExportResult written = { 0 };
  LpPanelRun run = { reader, panel, options, cancellable, progress, user_data, &written, NULL };
  g_autoptr (LpPartFile) part = NULL;

  if (!check_document (options, path, error))
    return FALSE;

  part = lp_part_file_new (path, error);
  if (!part || !write_part (&run, part, error) || !lp_part_file_finish (part, cancellable, error))
    return FALSE;
  if (result)
    *result = written;
  return TRUE;
}
