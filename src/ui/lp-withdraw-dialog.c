/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-withdraw-dialog.h"

#include <glib/gi18n.h>

#include "lp-feedback.h"
#include "lp-page-title.h"
#include "lp-terms.h"
#include "lp-withdrawal.h"

#define MAX_LINES 6

struct _LpWithdrawDialog
{
  AdwDialog parent_instance;

  AdwEntryRow *code_row;
  GtkLabel *problem_label;
  AdwPreferencesGroup *notes_group;
  AdwPreferencesGroup *traces_group;

  GtkWidget *from;
  LpStore *store;
  LpId meeting;
  LpWithdrawal *withdrawal; /* NULL: the code is none */
  GPtrArray *rows;          /* of GtkWidget, in both groups */
};

G_DEFINE_FINAL_TYPE (LpWithdrawDialog, lp_withdraw_dialog, ADW_TYPE_DIALOG)

/* --- What is shown --- */

static void
add_row (LpWithdrawDialog *self, AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), MAX_LINES);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (LpWithdrawDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_notes (LpWithdrawDialog *self)
{
  for (guint i = 0; i < self->withdrawal->notes->len; i++)
    {
      LpRecord *note = g_ptr_array_index (self->withdrawal->notes, i);
      g_autofree char *code = lp_record_note_code (note);
      LpKind kind = LP_KIND_STORY;
      g_autofree char *title = NULL;

      lp_kind_find (lp_record_text (note, LP_NOTE_KIND), &kind);
      title = g_strdup_printf ("%s · %s", code, lp_kind_label (kind));
      add_row (self, self->notes_group, title, lp_record_text (note, LP_NOTE_TEXT));
    }
}

static void
add_traces (LpWithdrawDialog *self)
{
  GPtrArray *traces = self->withdrawal->traces;

  for (guint i = 0; i < traces->len; i++)
    {
      LpRecord *trace = g_ptr_array_index (traces, i);
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (lp_record_int (trace, LP_EXPORT_TIME) / 1000);
      g_autoptr (GDateTime) local = g_date_time_to_local (utc);
      g_autofree char *when = g_date_time_format (local, "%x %H:%M");

      add_row (self, self->traces_group, lp_record_text (trace, LP_EXPORT_NAME), when);
    }
  adw_preferences_group_set_description (
      self->traces_group, traces->len > 0 ? _("It may be in these files. Ask those who have them to delete it there.")
                                          : _("No file has been exported since it was told."));
}

static void
show_withdrawal (LpWithdrawDialog *self, const char *problem)
{
  gboolean found = self->withdrawal != NULL;

  clear_rows (self);
  if (found)
    {
      add_notes (self);
      add_traces (self);
    }
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->notes_group), found);
  gtk_widget_set_visible (GTK_WIDGET (self->traces_group), found);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "withdraw.erase", found);
}

/* Half a code is no mistake: only a whole one that there is not is told. */
static void
code_cb (LpWithdrawDialog *self)
{
  const char *code = gtk_editable_get_text (GTK_EDITABLE (self->code_row));
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->withdrawal, lp_withdrawal_free);
  self->withdrawal = lp_withdrawal_load (lp_store_get_reader (self->store), &self->meeting, code, &error);
  show_withdrawal (self, error == NULL || g_error_matches (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID)
                             ? NULL
                             : error->message);
  if (self->withdrawal != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self),
                             lp_record_text (g_ptr_array_index (self->withdrawal->notes, 0), LP_NOTE_TEXT),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* --- Erasing --- */

static void
erased_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) from = data;
  g_autoptr (GError) error = NULL;

  if (lp_store_commit_finish (LP_STORE (source), result, &error))
    lp_feedback_say (from, _("The story has been erased"));
  else
    lp_feedback_error (from, _("The story was not erased"), error);
}

static void
erase (LpWithdrawDialog *self)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new (NULL);
  g_autoptr (GtkWidget) from = g_object_ref (self->from);
  g_autoptr (GError) error = NULL;

  if (!lp_withdrawal_erase (self->withdrawal, lp_store_get_reader (self->store), changes, &error))
    {
      lp_feedback_error (GTK_WIDGET (self), _("The story was not erased"), error);
      return;
    }
  lp_feedback_forget_undo (from);
  lp_store_commit_async (self->store, changes, NULL, erased_cb, g_steal_pointer (&from));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpWithdrawDialog) self = data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "erase") && self->withdrawal != NULL)
    erase (self);
}

static void
erase_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpWithdrawDialog *self = LP_WITHDRAW_DIALOG (widget);
  g_autofree char *code = lp_record_note_code (g_ptr_array_index (self->withdrawal->notes, 0));
  g_autofree char *heading = g_strdup_printf (_("Erase %s for Good?"), code);
  AdwDialog *dialog =
      adw_alert_dialog_new (heading, _("Its words disappear from the notes, from their history and from this computer’s backups. "
                                       "It cannot be undone."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "erase", _("_Erase"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), widget, NULL, answered_cb, g_object_ref (self));
}

/* --- Class --- */

/* As a bottom sheet libadwaita 1.7 has by now given the focus to a button, and forgotten what was asked for. */
static gboolean
lp_withdraw_dialog_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LP_WITHDRAW_DIALOG (widget)->code_row));
}

static void
lp_withdraw_dialog_dispose (GObject *object)
{
  LpWithdrawDialog *self = LP_WITHDRAW_DIALOG (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->withdrawal, lp_withdrawal_free);
  g_clear_object (&self->from);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_WITHDRAW_DIALOG);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_withdraw_dialog_parent_class)->dispose (object);
}

static void
lp_withdraw_dialog_class_init (LpWithdrawDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_withdraw_dialog_dispose;
  widget_class->grab_focus = lp_withdraw_dialog_grab_focus;

  gtk_widget_class_install_action (widget_class, "withdraw.erase", NULL, erase_action_cb);
  g_type_ensure (LP_TYPE_PAGE_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-withdraw-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LpWithdrawDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, LpWithdrawDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, LpWithdrawDialog, notes_group);
  gtk_widget_class_bind_template_child (widget_class, LpWithdrawDialog, traces_group);
  gtk_widget_class_bind_template_callback (widget_class, code_cb);
}

static void
lp_withdraw_dialog_init (LpWithdrawDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "withdraw.erase", FALSE);
}

AdwDialog *
lp_withdraw_dialog_new (GtkWidget *from, LpStore *store, const LpId *meeting)
{
  LpWithdrawDialog *self = g_object_new (LP_TYPE_WITHDRAW_DIALOG, NULL);

  self->from = g_object_ref (from);
  self->store = g_object_ref (store);
  self->meeting = *meeting;

  return ADW_DIALOG (self);
}
