/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-template-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "lp-save-file.h"
#include "lp-template-file.h"

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

static gboolean
write_template (gpointer template_, const char *path, GError **error)
{
  return lp_template_write_file (template_, path, error);
}

static const LpSaveKind exported = {
  .title = N_("Export Template"),
  .accept = N_("_Export"),
  .ending = ".json",
  .failure = N_("The template was not exported"),
  .write = write_template,
  .free = (GDestroyNotify) lp_template_unref,
};

void
lp_template_dialogs_export (GtkWidget *from, LpTemplate *template_)
{
  lp_save_file (from, &exported, lp_template_get_title (template_), lp_template_ref (template_));
}
