/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-import.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "lp-feedback.h"
#include "lp-import.h"

/* So many of the refused rows are listed. */
#define MAX_LISTED 200

typedef struct {
  GtkWidget *from;
  GtkWidget *busy;
  LpStore *store;
  LpId meeting;
  char *path;
  gboolean keep_going;
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

/* On a thread of its own: a large file takes seconds. */
static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Import *import = data;
  LpImportOptions options = { .themes = TRUE, .keep_going = import->keep_going };
  g_autoptr (GError) error = NULL;
  LpImportResult *result = lp_import_notes (import->store, &import->meeting, import->path, &options, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) lp_import_result_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
say_taken (Import *import, LpImportResult *result)
{
  g_autofree char *taken =
      g_strdup_printf (ngettext ("%'u note imported", "%'u notes imported", result->taken), result->taken);
  g_autofree char *there =
      g_strdup_printf (ngettext ("%'u was there already", "%'u were there already", result->already_there),
                       result->already_there);
  g_autofree char *both = g_strdup_printf ("%s · %s", taken, there);

  if (result->taken > 0)
    lp_feedback_undo (import->from, result->already_there > 0 ? both : taken);
  else
    lp_feedback_say (import->from, result->already_there > 0 ? _("All these notes were there already")
                                                             : _("There are no notes in this file"));
}

static GtkWidget *
list_refused (GPtrArray *refused)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < MIN (refused->len, MAX_LISTED); i++)
    {
      LpRefusal *refusal = g_ptr_array_index (refused, i);

      g_string_append_printf (text, i > 0 ? "\n" : "");
      g_string_append_printf (text, _("Line %u: %s"), refusal->line, refusal->reason);
    }
  if (refused->len > MAX_LISTED)
    g_string_append_printf (text, ngettext ("\nand %u more", "\nand %u more", refused->len - MAX_LISTED),
                            refused->len - MAX_LISTED);
  gtk_label_set_label (GTK_LABEL (label), text->str);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), label);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 240);
  return scrolled;
}

static void
read_file (GTask *task, gboolean keep_going, GAsyncReadyCallback callback)
{
  Import *import = g_task_get_task_data (task);
  g_autoptr (GTask) reading = g_task_new (import->from, NULL, callback, task);

  import->keep_going = keep_going;
  gtk_widget_set_visible (import->busy, TRUE);
  g_task_set_task_data (reading, import, NULL);
  g_task_run_in_thread (reading, read_in_thread);
}

static void
conclude (GTask *task, LpImportResult *result, const GError *error)
{
  Import *import = g_task_get_task_data (task);

  if (result != NULL)
    say_taken (import, result);
  else
    lp_feedback_error (import->from, _("The notes were not imported"), error);
  g_task_return_boolean (task, result != NULL && result->taken > 0);
}

/* What came of reading; NULL and an error when it failed. */
static LpImportResult *
finish_reading (GTask *task, GAsyncResult *result, GError **error)
{
  Import *import = g_task_get_task_data (task);

  gtk_widget_set_visible (import->busy, FALSE);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
rest_taken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LpImportResult) imported = finish_reading (task, result, &error);

  conclude (task, imported, error);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "take"))
    read_file (g_steal_pointer (&task), TRUE, rest_taken_cb);
  else
    g_task_return_boolean (task, FALSE);
}

/* Takes the task. */
static void
ask (GTask *task, GPtrArray *refused)
{
  Import *import = g_task_get_task_data (task);
  g_autofree char *heading = g_strdup_printf (
      ngettext ("%'u Row Cannot Be Taken", "%'u Rows Cannot Be Taken", refused->len), refused->len);
  AdwDialog *dialog =
      adw_alert_dialog_new (heading, _("Nothing is imported yet. Mend the file and import it again, "
                                        "or take the other rows now."));

  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), list_refused (refused));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "take",
                                  _("_Take the Other Rows"), NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), import->from, NULL, answered_cb, task);
}

static void
taken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LpImportResult) imported = finish_reading (task, result, &error);

  if (imported != NULL && imported->refused->len > 0)
    ask (g_steal_pointer (&task), imported->refused);
  else
    conclude (task, imported, error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Import *import = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        lp_feedback_error (import->from, _("The file cannot be opened"), error);
      g_task_return_boolean (task, FALSE);
      return;
    }
  import->path = g_file_get_path (file);
  read_file (g_steal_pointer (&task), FALSE, taken_cb);
}

static GListModel *
list_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, _("Tables (CSV)"));
  gtk_file_filter_add_suffix (tables, "csv");
  gtk_file_filter_add_suffix (tables, "tsv");
  gtk_file_filter_add_suffix (tables, "txt");
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, tables);
  g_list_store_append (filters, all);
  return G_LIST_MODEL (filters);
}

void
lp_note_import_async (GtkWidget *from,
                      GtkWidget *busy,
                      LpStore *store,
                      const LpId *meeting,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task = g_task_new (from, NULL, callback, user_data);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = list_filters ();
  Import *import = g_new0 (Import, 1);

  import->from = g_object_ref (from);
  import->busy = g_object_ref (busy);
  import->store = g_object_ref (store);
  import->meeting = *meeting;
  g_task_set_task_data (task, import, import_free);
  gtk_file_dialog_set_title (dialog, _("Import Notes"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (from)), NULL, opened_cb, task);
}

/* Returns: whether anything was taken. What went wrong was said already. */
gboolean
lp_note_import_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
