/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-template-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "lp-feedback.h"
#include "lp-template-file.h"

#define ENDING ".json"

typedef struct {
  GtkWidget *from;
  LpTemplate *template_;
  GtkEditable *row;
  LpTemplateNamed named;
} Question;

static Question *
question_new (GtkWidget *from, LpTemplate *template_)
{
  Question *question = g_new0 (Question, 1);

  question->from = g_object_ref (from);
  question->template_ = lp_template_ref (template_);
  return question;
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->from);
  lp_template_unref (question->template_);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
typed_cb (AdwAlertDialog *dialog, GtkEditable *row)
{
  const char *text = gtk_editable_get_text (row);

  adw_alert_dialog_set_response_enabled (dialog, "accept", text[strspn (text, " \t")] != '\0');
}

static void
named_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) question = data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  g_autofree char *name = g_strdup (gtk_editable_get_text (question->row));

  if (g_str_equal (response, "accept"))
    question->named (question->from, question->template_, name);
}

static GtkWidget *
name_row_new (const char *name)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Name of the template"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (row), name);
  return row;
}

void
lp_template_dialogs_ask_name (GtkWidget *from,
                              LpTemplate *template_,
                              const char *heading,
                              const char *accept,
                              LpTemplateNamed named)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, NULL);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = name_row_new (lp_template_get_title (template_));
  Question *question = question_new (from, template_);

  question->row = GTK_EDITABLE (row);
  question->named = named;
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), list);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "accept", accept, NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "accept", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "accept");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_dialog_set_focus (dialog, row);
  g_signal_connect_object (row, "changed", G_CALLBACK (typed_cb), dialog, G_CONNECT_SWAPPED);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), from, NULL, named_cb, question);
  gtk_editable_select_region (GTK_EDITABLE (row), 0, -1);
}

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
  if (g_str_has_suffix (path, ENDING))
    return g_strdup (path);
  complete = g_strconcat (path, ENDING, NULL);
  if (!g_file_test (complete, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&complete);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                       _("There is already a file of that name. Choose another name."));
  return NULL;
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *path = file != NULL ? complete_path (file, &error) : NULL;
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autofree char *said = g_strdup_printf (_("Saved as “%s”"), name != NULL ? name : "");

  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  if (path != NULL && lp_template_write_file (question->template_, path, &error))
    lp_feedback_say (question->from, said);
  else
    lp_feedback_error (question->from, _("The template was not exported"), error);
}

void
lp_template_dialogs_export (GtkWidget *from, LpTemplate *template_)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *suggestion = g_strconcat (lp_template_get_title (template_), ENDING, NULL);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());

  g_strdelimit (suggestion, "/", '-');
  gtk_file_dialog_set_title (dialog, _("Export Template"));
  gtk_file_dialog_set_accept_label (dialog, _("_Export"));
  gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_set_initial_name (dialog, suggestion);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (from)), NULL, chosen_cb,
                        question_new (from, template_));
}
