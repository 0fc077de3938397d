/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-import-meeting.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "lp-feedback.h"
#include "lp-meeting-json.h"

/* What takes no longer needs no word. */
#define PATIENCE_MS 500

typedef struct {
  GtkWidget      *from;
  LpStore        *store;
  char           *path;
  gboolean        copy;
  LpMeetingTaken  taken;
  GCancellable   *cancellable;
  AdwDialog      *waiting;   /* while it takes long; or NULL */
  guint           patience;
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  g_object_unref (import->from);
  g_object_unref (import->store);
  g_object_unref (import->cancellable);
  g_free (import->path);
  g_free (import);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Import *import = data;
  g_autoptr (GError) error = NULL;

  if (lp_meeting_json_import (import->store, import->path, import->copy, cancellable, &import->taken, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
cancel_cb (AdwAlertDialog *dialog, const char *response, Import *import)
{
  import->waiting = NULL;
  g_cancellable_cancel (import->cancellable);
}

static gboolean
wait_cb (gpointer data)
{
  Import *import = data;
  AdwDialog *dialog = adw_alert_dialog_new (_("Importing the Meeting"), NULL);
  GtkWidget *spinner = adw_spinner_new ();

  import->patience = 0;
  gtk_widget_set_size_request (spinner, 32, 32);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), spinner);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"));
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (cancel_cb), import);
  import->waiting = dialog;
  adw_dialog_present (dialog, import->from);
  return G_SOURCE_REMOVE;
}

static void
stop_waiting (Import *import)
{
  g_clear_handle_id (&import->patience, g_source_remove);
  if (import->waiting == NULL)
    return;
  g_signal_handlers_disconnect_by_func (import->waiting, cancel_cb, import);
  adw_dialog_force_close (g_steal_pointer (&import->waiting));
}

static void
read_file (GTask *task, gboolean copy, GAsyncReadyCallback callback)
{
  Import *import = g_task_get_task_data (task);
  g_autoptr (GTask) reading = g_task_new (import->from, import->cancellable, callback, task);

  import->copy = copy;
  import->patience = g_timeout_add (PATIENCE_MS, wait_cb, import);
  /* what was committed is there, whether it was cancelled since or not */
  g_task_set_check_cancellable (reading, FALSE);
  g_task_set_task_data (reading, import, NULL);
  g_task_run_in_thread (reading, read_in_thread);
}

static gboolean
finish_reading (GTask *task, GAsyncResult *result, GError **error)
{
  stop_waiting (g_task_get_task_data (task));
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Where the file is wrong, and how to mend it: more than a toast holds. */
static void
show_failure (Import *import, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("The Meeting Was Not Imported"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_dialog_present (dialog, import->from);
}

static void
conclude (GTask *task, gboolean taken, const GError *error)
{
  if (!taken && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_failure (g_task_get_task_data (task), error);
  g_task_return_boolean (task, taken);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  gboolean taken = finish_reading (task, result, &error);

  conclude (task, taken, error);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "copy"))
    read_file (g_steal_pointer (&task), TRUE, copied_cb);
  else
    g_task_return_boolean (task, FALSE);
}

/* Takes the task. */
static void
offer_copy (GTask *task, const GError *error)
{
  Import *import = g_task_get_task_data (task);
  AdwDialog *dialog = adw_alert_dialog_new (_("Import as a Copy?"), error->message);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "copy", _("_Import as a Copy"), NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), import->from, NULL, answered_cb, task);
}

static void
taken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  gboolean taken = finish_reading (task, result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    offer_copy (g_steal_pointer (&task), error);
  else
    conclude (task, taken, error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Import *import = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL && g_file_peek_path (file) == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("Choose a file on this computer."));
  if (error != NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        lp_feedback_error (import->from, _("The file cannot be opened"), error);
      g_task_return_boolean (task, FALSE);
      return;
    }
  import->path = g_file_get_path (file);
  read_file (g_steal_pointer (&task), FALSE, taken_cb);
}

void
lp_import_meeting_async (GtkWidget *from, LpStore *store, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (from, NULL, callback, user_data);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  Import *import = g_new0 (Import, 1);

  import->from = g_object_ref (from);
  import->store = g_object_ref (store);
  import->cancellable = g_cancellable_new ();
  g_task_set_task_data (task, import, import_free);
  gtk_file_filter_set_name (filter, _("Whole meetings (.json)"));
  gtk_file_filter_add_suffix (filter, "json");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _("Import Meeting"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (from)), NULL, opened_cb, task);
}

static char *
tell (const LpMeetingTaken *taken)
{
  guint n = taken->erased + taken->kept;
  g_autofree char *held = g_strdup_printf (ngettext ("%'u thing that was erased here for good stays so",
                                                     "%'u things that were erased here for good stay so", n), n);

  return n > 0 ? g_strdup_printf ("%s · %s", _("Meeting imported"), held) : g_strdup (_("Meeting imported"));
}

LpId *
lp_import_meeting_finish (GAsyncResult *result, char **said)
{
  Import *import = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return NULL;
  *said = tell (&import->taken);
  return lp_id_copy (&import->taken.meeting);
}
