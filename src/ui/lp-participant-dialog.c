/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-participant-dialog.h"

#include <glib/gi18n.h>

#include "lp-participant-edits.h"

struct _LpParticipantDialog
{
  AdwDialog parent_instance;

  AdwEntryRow *name_row;
  AdwEntryRow *organisation_row;
  AdwEntryRow *role_row;
  AdwEntryRow *municipality_row;
  AdwComboRow *perspective_row;
  AdwSpinRow *table_row;
  AdwSwitchRow *fixed_row;
  AdwSwitchRow *present_row;
  AdwSwitchRow *consent_row;
  GtkButton *save_button;

  GtkWidget *from;
  LpStore *store;
  LpId meeting;
  LpId person; /* unset: a new one */
};

G_DEFINE_FINAL_TYPE (LpParticipantDialog, lp_participant_dialog, ADW_TYPE_DIALOG)

static const char *
text_of (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
changed_cb (LpParticipantDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (text_of (self->name_row)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "participant.save", *name != '\0');
  gtk_widget_set_sensitive (GTK_WIDGET (self->fixed_row), adw_spin_row_get_value (self->table_row) > 0);
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LpParticipantDialog *self = LP_PARTICIPANT_DIALOG (widget);
  guint perspective = adw_combo_row_get_selected (self->perspective_row);
  g_autofree char *name = g_strstrip (g_strdup (text_of (self->name_row)));
  LpParticipantDraft draft = {
    .name = name,
    .organisation = text_of (self->organisation_row),
    .role = text_of (self->role_row),
    .municipality = text_of (self->municipality_row),
    .perspective = perspective > 0 ? lp_perspective_id (perspective - 1) : NULL,
    .table = (int) adw_spin_row_get_value (self->table_row),
    .fixed = adw_switch_row_get_active (self->fixed_row),
    .present = adw_switch_row_get_active (self->present_row),
    .consent = adw_switch_row_get_active (self->consent_row),
  };

  lp_participant_edits_put (self->from, self->store, &self->meeting, &draft,
                            lp_id_is_set (&self->person) ? &self->person : NULL);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
lp_participant_dialog_dispose (GObject *object)
{
  LpParticipantDialog *self = LP_PARTICIPANT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_PARTICIPANT_DIALOG);
  g_clear_object (&self->from);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_participant_dialog_parent_class)->dispose (object);
}

static void
lp_participant_dialog_class_init (LpParticipantDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_participant_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/udsatte/Landspanel/ui/lp-participant-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LpParticipantDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, LpParticipantDialog, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, LpParticipantDialog, role_row);
  gtk_widget_class_bind_template_child (widget_class, LpParticipantDialog, municipality_row);
  gtk_widget_class_bind_template_child (widget_class, LpParticipantDialog, perspective_row);
  gtk_widget_class_bind_template_child (widget_class, LpParticipantDialog, table_row);
  gtk_widget_class_bind_template_child (widget_class, LpParticipantDialog, fixed_row);
  gtk_widget_class_bind_template_child (widget_class, LpParticipantDialog, present_row);
  gtk_widget_class_bind_template_child (widget_class, LpParticipantDialog, consent_row);
  gtk_widget_class_bind_template_child (widget_class, LpParticipantDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "participant.save", NULL, save_action);
}

static void
lp_participant_dialog_init (LpParticipantDialog *self)
{
  g_autoptr (GtkStringList) perspectives = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (perspectives, _("Not known"));
  for (guint i = 0; i < LP_N_PERSPECTIVES; i++)
    gtk_string_list_append (perspectives, lp_perspective_label (i));
  adw_combo_row_set_model (self->perspective_row, G_LIST_MODEL (perspectives));
  changed_cb (self);
}

static void
show_text (AdwEntryRow *row, LpRecord *record, guint field)
{
  gtk_editable_set_text (GTK_EDITABLE (row), lp_record_text (record, field));
}

static void
show_person (LpParticipantDialog *self, LpPerson *person)
{
  LpRecord *record = lp_person_get_record (person);
  LpPerspective perspective;

  self->person = *lp_person_get_id (person);
  show_text (self->name_row, record, LP_PARTICIPANT_NAME);
  show_text (self->organisation_row, record, LP_PARTICIPANT_ORGANISATION);
  show_text (self->role_row, record, LP_PARTICIPANT_ROLE);
  show_text (self->municipality_row, record, LP_PARTICIPANT_MUNICIPALITY);
  if (lp_perspective_find (lp_record_text (record, LP_PARTICIPANT_PERSPECTIVE), &perspective))
    adw_combo_row_set_selected (self->perspective_row, perspective + 1);
  adw_spin_row_set_value (self->table_row, lp_person_get_table (person));
  adw_switch_row_set_active (self->fixed_row, lp_person_get_flag (person, LP_PARTICIPANT_FIXED));
  adw_switch_row_set_active (self->present_row, lp_person_get_flag (person, LP_PARTICIPANT_PRESENT));
  adw_switch_row_set_active (self->consent_row, lp_person_get_flag (person, LP_PARTICIPANT_CONSENT));
}

AdwDialog *
lp_participant_dialog_new (GtkWidget *from, LpStore *store, const LpId *meeting, LpPerson *person)
{
  LpParticipantDialog *self = g_object_new (LP_TYPE_PARTICIPANT_DIALOG, NULL);

  self->from = g_object_ref (from);
  self->store = g_object_ref (store);
  self->meeting = *meeting;
  adw_dialog_set_title (ADW_DIALOG (self), person ? _("Edit Participant") : _("Add Participant"));
  gtk_button_set_label (self->save_button, person ? _("_Save") : _("_Add"));
  if (person)
    show_person (self, person);
  return ADW_DIALOG (self);
}
