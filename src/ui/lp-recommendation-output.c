/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-recommendation-output.h"

#include "lp-feedback.h"
#include "lp-pdf.h"
#include "lp-print.h"
#include "lp-recommendation-paper.h"
#include "lp-save-file.h"
#include "lp-trace.h"

#include <glib/gi18n.h>

#define MEETINGS "SELECT id FROM meeting WHERE (id=?1 OR panel=?1) AND deleted=0"

/** Job: a file that is written, and whose words it holds. */
typedef struct {
  LpStore *store;
  LpId     of;
  LpPaper *paper;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->store);
  lp_paper_free (job->paper);
  g_free (job);
}

static void
traced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!lp_store_commit_finish (LP_STORE (source), result, &error))
    g_warning ("That a file was exported could not be noted: %s", error->message);
}

/* Who withdraws what they said is told where it went. */
static void
leave_traces (Job *job, const char *path)
{
  g_autoptr (LpQuery) query = lp_reader_query (lp_store_get_reader (job->store), MEETINGS);

  lp_query_bind_id (query, 1, &job->of);
  while (lp_query_next (query, NULL))
    {
      LpId meeting = { 0 };
      g_autoptr (LpChangeSet) changes = NULL;

      lp_query_id (query, 0, &meeting);
      changes = lp_trace_new (&meeting, path, LP_TRACE_RECOMMENDATIONS);
      lp_store_commit_async (job->store, changes, NULL, traced_cb, NULL);
    }
}

static gboolean
write_pdf (gpointer data, const char *path, GError **error)
{
  Job *job = data;

  if (!lp_pdf_write (job->paper, path, NULL, error))
    return FALSE;
  leave_traces (job, path);
  return TRUE;
}

static const LpSaveKind pdf = {
  .title = N_("Save as PDF"),
  .files = N_("PDF files"),
  .ending = ".pdf",
  .failure = N_("The PDF file was not saved"),
  .write = write_pdf,
  .free = job_free,
};

static void
save (GtkWidget *from, LpStore *store, const LpId *of, LpPaper *paper)
{
  g_autoptr (LpRecord) meeting = lp_reader_load (lp_store_get_reader (store), LP_MEETING, of, NULL);
  g_autofree char *name =
      lp_print_file_name (_("Recommendations"), meeting != NULL ? lp_record_text (meeting, LP_MEETING_DATE) : "");
  Job *job = g_new0 (Job, 1);

  job->store = g_object_ref (store);
  job->of = *of;
  job->paper = paper;
  lp_save_file (from, &pdf, name, job);
}

void
lp_recommendation_output (GtkWidget *from, LpStore *store, LpEntity entity, const LpId *of, const char *how)
{
  LpReader *reader = lp_store_get_reader (store);
  g_autoptr (GError) error = NULL;
  LpPaper *paper = entity == LP_PANEL ? lp_recommendation_paper_new_panel (reader, of, &error)
                                      : lp_recommendation_paper_new (reader, of, &error);

  if (paper == NULL)
    lp_feedback_error (from, _("The recommendations cannot be printed"), error);
  else if (g_str_equal (how, "print"))
    lp_print_paper (from, paper);
  else
    save (from, store, of, paper);
}
