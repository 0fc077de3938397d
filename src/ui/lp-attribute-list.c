/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-attribute-list.h"

#include <glib/gi18n.h>

#include "lp-municipality-list.h"
#include "lp-terms.h"

struct _LpAttributeList
{
  AdwBin parent_instance;

  AdwSpinRow *table_row;
  AdwComboRow *perspective_row;
  GtkWidget *profile_row;
  GtkWidget *municipality_row;
  LpMunicipalityList *municipality_list;
  GtkWidget *verbatim_row;
  GtkWidget *consent_row;

  LpNoteAttributes *attributes;
};

G_DEFINE_FINAL_TYPE (LpAttributeList, lp_attribute_list, ADW_TYPE_BIN)

/* The row after the perspectives is none. */
static void
perspective_cb (LpAttributeList *self)
{
  guint chosen = adw_combo_row_get_selected (self->perspective_row);

  if (self->attributes != NULL)
    g_object_set (self->attributes, "perspective",
                  chosen < LP_N_PERSPECTIVES ? lp_perspective_id (chosen) : "", NULL);
}

static void
municipality_cb (LpAttributeList *self)
{
  lp_municipality_list_accept (self->municipality_list);
}

static void
show_perspective (LpAttributeList *self)
{
  LpPerspective perspective = LP_PERSPECTIVE_LIVED;
  gboolean known = lp_perspective_find (lp_note_attributes_get_perspective (self->attributes), &perspective);

  adw_combo_row_set_selected (self->perspective_row, known ? perspective : LP_N_PERSPECTIVES);
}

static void
add_perspectives (LpAttributeList *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint perspective = 0; perspective < LP_N_PERSPECTIVES; perspective++)
    gtk_string_list_append (labels, lp_perspective_label (perspective));
  gtk_string_list_append (labels, C_("perspective", "None"));
  adw_combo_row_set_model (self->perspective_row, G_LIST_MODEL (labels));
}

static void
lp_attribute_list_dispose (GObject *object)
{
  LpAttributeList *self = LP_ATTRIBUTE_LIST (object);

  g_clear_object (&self->attributes);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_ATTRIBUTE_LIST);

  G_OBJECT_CLASS (lp_attribute_list_parent_class)->dispose (object);
}

static void
lp_attribute_list_class_init (LpAttributeListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_attribute_list_dispose;

  g_type_ensure (LP_TYPE_MUNICIPALITY_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/udsatte/Landspanel/ui/lp-attribute-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LpAttributeList, table_row);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeList, perspective_row);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeList, profile_row);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeList, municipality_row);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeList, municipality_list);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeList, verbatim_row);
  gtk_widget_class_bind_template_child (widget_class, LpAttributeList, consent_row);
  gtk_widget_class_bind_template_callback (widget_class, municipality_cb);
  gtk_widget_class_bind_template_callback (widget_class, perspective_cb);
}

static void
lp_attribute_list_init (LpAttributeList *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  add_perspectives (self);
  lp_municipality_list_follow (self->municipality_list, GTK_EDITABLE (self->municipality_row));
  g_signal_connect_object (focus, "enter", G_CALLBACK (lp_municipality_list_open), self->municipality_list,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (lp_municipality_list_close), self->municipality_list,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->municipality_row, focus);
}

/* Once. */
void
lp_attribute_list_set_attributes (LpAttributeList *self, LpNoteAttributes *attributes)
{
  GBindingFlags both = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  g_return_if_fail (self->attributes == NULL);

  g_object_bind_property (attributes, "table", self->table_row, "value", both);
  g_object_bind_property (attributes, "profile", self->profile_row, "text", both);
  g_object_bind_property (attributes, "municipality", self->municipality_row, "text", both);
  g_object_bind_property (attributes, "verbatim", self->verbatim_row, "active", both);
  g_object_bind_property (attributes, "consent", self->consent_row, "active", both);
  self->attributes = g_object_ref (attributes);
  g_signal_connect_object (attributes, "notify::perspective", G_CALLBACK (show_perspective), self,
                           G_CONNECT_SWAPPED);
  show_perspective (self);
}

/* Once: whose municipalities are suggested before all others. */
void
lp_attribute_list_set_meeting (LpAttributeList *self, LpStore *store, const LpId *meeting)
{
  lp_municipality_list_set_meeting (self->municipality_list, store, meeting);
}
