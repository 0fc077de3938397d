/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-save-file.h"

#include <glib/gi18n.h>

#include "lp-feedback.h"

typedef struct {
  GtkWidget        *from;
  const LpSaveKind *kind;
  gpointer          what;
  char             *path;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->from);
  job->kind->free (job->what);
  g_free (job->path);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
say_failure (Job *job, const GError *error)
{
  lp_feedback_error (job->from, _(job->kind->failure), error);
}

static void
write_file (Job *job)
{
  g_autofree char *name = g_filename_display_basename (job->path);
  g_autofree char *said = g_strdup_printf (_("Saved as “%s”"), name);
  g_autoptr (GError) error = NULL;

  if (job->kind->write (job->what, job->path, &error))
    lp_feedback_say (job->from, said);
  else
    say_failure (job, error);
}

AdwAlertDialog *
lp_save_file_question_new (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: the name of a file */
  g_autofree char *heading = g_strdup_printf (_("Replace “%s”?"), name);
  AdwAlertDialog *question = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, _("There is already a file of that name.")));

  adw_alert_dialog_add_responses (question, "cancel", _("_Cancel"), "replace", _("_Replace"), NULL);
  adw_alert_dialog_set_response_appearance (question, "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (question, "cancel");
  adw_alert_dialog_set_default_response (question, "cancel");
  return question;
}

static void
replace_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;

  if (g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result), "replace"))
    write_file (job);
}

/* A name that gets its ending here was not asked about by who chose it: it must not replace a file unasked. */
static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;
  gboolean complete = path != NULL && g_str_has_suffix (path, job->kind->ending);

  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  if (file != NULL && path == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("Choose a folder on this computer."));
  if (path == NULL)
    {
      say_failure (job, error);
      return;
    }
  job->path = g_strconcat (path, complete ? NULL : job->kind->ending, NULL);
  if (complete || !g_file_test (job->path, G_FILE_TEST_EXISTS))
    write_file (job);
  else
    {
      AdwAlertDialog *question = lp_save_file_question_new (job->path);
      GtkWidget *from = job->from;

      adw_alert_dialog_choose (question, from, NULL, replace_cb, g_steal_pointer (&job));
    }
}

static GListModel *
list_filters (const LpSaveKind *kind)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _(kind->files));
  gtk_file_filter_add_suffix (filter, kind->ending + 1);
  g_list_store_append (filters, filter);
  return G_LIST_MODEL (filters);
}

/**
 * lp_save_file: asks where to, writes there, and says how it went.
 *
 * @name: suggested, without its ending
 * @what: (transfer full)
 */
void
lp_save_file (GtkWidget *from, const LpSaveKind *kind, const char *name, gpointer what)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *suggestion = g_strconcat (name, kind->ending, NULL);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
  Job *job = g_new0 (Job, 1);

  job->from = g_object_ref (from);
  job->kind = kind;
  job->what = what;
  g_strdelimit (suggestion, "/", '-');
  gtk_file_dialog_set_title (dialog, _(kind->title));
  if (kind->accept != NULL)
    gtk_file_dialog_set_accept_label (dialog, _(kind->accept));
  gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_set_initial_name (dialog, suggestion);
  if (kind->files != NULL)
    {
      g_autoptr (GListModel) filters = list_filters (kind);

      gtk_file_dialog_set_filters (dialog, filters);
    }
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (from)), NULL, chosen_cb, job);
}
