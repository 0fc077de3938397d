/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-print.h"

#include <glib/gi18n.h>

#include "lp-feedback.h"
#include "lp-pdf.h"

#define PDF ".pdf"

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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

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

/* A name that gets its ending here has not been asked about: it must not replace a file. */
static char *
complete_path (GFile *file, GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *complete = NULL;

  if (path == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("Choose a folder on this computer."));
      return NULL;
    }
  if (g_str_has_suffix (path, PDF))
    return g_strdup (path);
  complete = g_strconcat (path, PDF, NULL);
  if (!g_file_test (complete, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&complete);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                       _("There is already a file of that name. Choose another name."));
  return NULL;
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *path = file != NULL ? complete_path (file, &error) : NULL;
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autofree char *said = g_strdup_printf (_("Saved as “%s”"), name != NULL ? name : "");

  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  if (path != NULL && lp_pdf_write (job->paper, path, &error))
    lp_feedback_say (job->from, said);
  else
    lp_feedback_error (job->from, _("The PDF file was not saved"), error);
}

static GListModel *
list_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) pdf = gtk_file_filter_new ();

  gtk_file_filter_set_name (pdf, _("PDF files"));
  gtk_file_filter_add_suffix (pdf, "pdf");
  g_list_store_append (filters, pdf);
  return G_LIST_MODEL (filters);
}

void
lp_print_to_pdf (GtkWidget *from, LpPaper *paper, const char *name)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = list_filters ();
  g_autofree char *suggestion = g_strconcat (name, PDF, NULL);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());

  gtk_file_dialog_set_title (dialog, _("Save as PDF"));
  gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_set_initial_name (dialog, suggestion);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (from)), NULL, chosen_cb,
                        job_new (from, paper));
}

char *
lp_print_file_name (const char *title, const char *date)
{
  g_autofree char *name = g_strjoin (" ", title, date, NULL);

  g_strdelimit (name, "/", '-');
  return g_strdup (g_strstrip (name));
}
