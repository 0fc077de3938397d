/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-changes-import.h"

#include <glib/gi18n.h>

#include "lp-changes-dialog.h"
#include "lp-feedback.h"

typedef struct {
  GtkWidget *from;
  GtkWidget *busy;
  LpStore   *store;
  LpId       meeting;
  char      *path;
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  g_object_unref (import->from);
  g_object_unref (import->busy);
  g_object_unref (import->store);
  g_free (import->path);
  g_free (import);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Import *import = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LpReader) reader = lp_reader_open (lp_store_get_path (import->store), &error);
  LpNoteChanges *changes = reader != NULL ? lp_note_changes_load (reader, &import->meeting, import->path, &error) : NULL;

  if (changes != NULL)
    g_task_return_pointer (task, changes, (GDestroyNotify) lp_note_changes_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
taken_cb (GtkWidget *from, guint n)
{
  g_autofree char *said = g_strdup_printf (ngettext ("%'u change taken", "%'u changes taken", n), n);

  lp_feedback_undo (from, said);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Import *import = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (LpNoteChanges) changes = g_task_propagate_pointer (G_TASK (result), &error);
  AdwDialog *dialog = NULL;

  gtk_widget_set_visible (import->busy, FALSE);
  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  if (changes == NULL)
    {
      dialog = adw_alert_dialog_new (_("The File Cannot Be Read"), error->message);
      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
      adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
    }
  else if (changes->changes->len == 0 && changes->problems->len == 0)
    {
      lp_feedback_say (GTK_WIDGET (object), _("Nothing was changed in this file"));
      return;
    }
  else
    {
      dialog = lp_changes_dialog_new (import->store, &import->meeting, g_steal_pointer (&changes));
      g_signal_connect_object (dialog, "taken", G_CALLBACK (taken_cb), object, G_CONNECT_SWAPPED);
    }
  adw_dialog_present (dialog, GTK_WIDGET (object));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Import *import = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GTask) task = g_task_new (import->from, NULL, read_cb, NULL);

  /* as it goes with the task, also when there is nothing to read */
  g_task_set_task_data (task, import, import_free);
  import->path = file != NULL ? g_file_get_path (file) : NULL;
  if (import->path != NULL)
    {
      gtk_widget_set_visible (import->busy, TRUE);
      g_task_run_in_thread (task, read_in_thread);
    }
  else
    {
      g_task_return_error (task, error != NULL ? g_steal_pointer (&error)
                                               : g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                                                                      _("Choose a file on this computer.")));
    }
}

void
lp_note_changes_import (GtkWidget *from, GtkWidget *busy, LpStore *store, const LpId *meeting)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  Import *import = g_new0 (Import, 1);

  import->from = g_object_ref (from);
  import->busy = g_object_ref (busy);
  import->store = g_object_ref (store);
  import->meeting = *meeting;
  gtk_file_filter_set_name (filter, _("Workbooks and tables (.xlsx, .csv)"));
  gtk_file_filter_add_suffix (filter, "xlsx");
  gtk_file_filter_add_suffix (filter, "csv");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _("Import Changes"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (from)), NULL, opened_cb, import);
}
