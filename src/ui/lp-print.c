/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-print.h"

#include <glib/gi18n.h>

#include "lp-feedback.h"
#include "lp-pdf.h"
#include "lp-save-file.h"

typedef struct {
  GtkWidget *from;
  LpPaper *paper;
} Job;

static Job *
job_new (GtkWidget *from, LpPaper *paper)
{
  Job *job = g_new0 (Job, 1);

  job->from = g_object_ref (from);
  job->paper = paper;
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->from);
  lp_paper_free (job->paper);
  g_free (job);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  lp_paper_draw (job->paper, (guint) page, gtk_print_context_get_cairo_context (context));
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *job)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  lp_feedback_error (job->from, _("Nothing was printed"), error);
}

static GtkPageSetup *
page_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, a4);
  gtk_paper_size_free (a4);
  return setup;
}

void
lp_print_paper (GtkWidget *from, LpPaper *paper)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = page_setup ();
  g_autoptr (GError) error = NULL;
  Job *job = job_new (from, paper);

  /* the operation keeps the job for as long as it lives */
  g_object_set_data_full (G_OBJECT (operation), "job", job, job_free);
  gtk_print_operation_set_job_name (operation, lp_paper_get_title (paper));
  gtk_print_operation_set_n_pages (operation, (int) lp_paper_get_n_sheets (paper));
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), job);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (gtk_widget_get_root (from)), &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    lp_feedback_error (from, _("Nothing was printed"), error);
}

static gboolean
write_pdf (gpointer paper, const char *path, GError **error)
{
  return lp_pdf_write (paper, path, NULL, error);
}

static const LpSaveKind pdf = {
  .title = N_("Save as PDF"),
  .files = N_("PDF files"),
  .ending = ".pdf",
  .failure = N_("The PDF file was not saved"),
  .write = write_pdf,
  .free = (GDestroyNotify) lp_paper_free,
};

void
lp_print_to_pdf (GtkWidget *from, LpPaper *paper, const char *name)
{
  lp_save_file (from, &pdf, name, paper);
}

char *
lp_print_file_name (const char *title, const char *date)
{
  g_autofree char *name = g_strjoin (" ", title, date, NULL);

  g_strdelimit (name, "/", '-');
  return g_strdup (g_strstrip (name));
}
