/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "lp-clock.h"
#include "lp-day.h"
#include "lp-meeting-row.h"

struct _LpMeetingRow
{
  AdwActionRow parent_instance;

  LpRecord *meeting;
  LpFigures figures;
  gboolean has_figures;
  gboolean narrow;

  GtkLabel *notes;
  GtkLabel *themes;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (LpMeetingRow, lp_meeting_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_NARROW = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static gboolean
has_results (LpMeetingRow *self)
{
  return self->figures.notes > 0 || self->figures.themes > 0;
}

static gboolean
is_to_come (LpMeetingRow *self)
{
  g_autofree char *today = lp_date_today ();

  return strcmp (lp_record_text (self->meeting, LP_MEETING_DATE), today) > 0;
}

static char *
describe (LpMeetingRow *self, const char *notes, const char *themes)
{
  g_autofree char *day = lp_day_long (lp_record_text (self->meeting, LP_MEETING_DATE));
  const char *place = lp_record_text (self->meeting, LP_MEETING_PLACE);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (*day)
    g_strv_builder_add (builder, day);
  if (*place)
    g_strv_builder_add (builder, place);
  if (self->narrow && has_results (self))
    g_strv_builder_add_many (builder, notes, themes, NULL);
  else if (self->has_figures && !has_results (self) && is_to_come (self))
    /* Translators: the state of a meeting that is still to come */
    g_strv_builder_add (builder, _("being prepared"));
  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

static void
update (LpMeetingRow *self)
{
  g_autofree char *notes = lp_figures_notes_text (self->figures.notes);
  g_autofree char *themes = lp_figures_themes_text (self->figures.themes);
  g_autofree char *subtitle = describe (self, notes, themes);
  gboolean beside = has_results (self) && !self->narrow;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_label_set_label (self->notes, notes);
  gtk_label_set_label (self->themes, themes);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), beside);
  gtk_widget_set_visible (GTK_WIDGET (self->themes), beside);
}

static void
set_up (LpMeetingRow *self, LpRecord *meeting)
{
  g_autofree char *id = lp_id_to_string (lp_record_get_id (meeting));
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *delete = g_strdup_printf ("home.delete::%s", id);
  /* Translators: %s is the title of a meeting */
  g_autofree char *name = g_strdup_printf (_("Menu of “%s”"), lp_record_text (meeting, LP_MEETING_TITLE));

  self->meeting = g_object_ref (meeting);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu_button), name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), lp_record_text (meeting, LP_MEETING_TITLE));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.open-meeting");
  g_menu_append (menu, _("_Delete Meeting"), delete);
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
  update (self);
}

static void
context_menu_cb (LpMeetingRow *self)
{
  gtk_menu_button_popup (self->menu_button);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  context_menu_cb (LP_MEETING_ROW (widget));
  return GDK_EVENT_STOP;
}

static gboolean
delete_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  LpMeetingRow *self = LP_MEETING_ROW (widget);
  g_autofree char *id = lp_id_to_string (lp_record_get_id (self->meeting));

  return gtk_widget_activate_action (widget, "home.delete", "s", id);
}

static void
lp_meeting_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpMeetingRow *self = LP_MEETING_ROW (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_meeting_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpMeetingRow *self = LP_MEETING_ROW (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      lp_meeting_row_set_narrow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_meeting_row_dispose (GObject *object)
{
  LpMeetingRow *self = LP_MEETING_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_MEETING_ROW);
  g_clear_object (&self->meeting);

  G_OBJECT_CLASS (lp_meeting_row_parent_class)->dispose (object);
}

static void
lp_meeting_row_class_init (LpMeetingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_meeting_row_get_property;
  object_class->set_property = lp_meeting_row_set_property;
  object_class->dispose = lp_meeting_row_dispose;

  props[PROP_NARROW] = g_param_spec_boolean (
      "narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-meeting-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LpMeetingRow, notes);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingRow, themes);
  gtk_widget_class_bind_template_child (widget_class, LpMeetingRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, context_menu_cb);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_key_cb, NULL);
}

static void
lp_meeting_row_init (LpMeetingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lp_meeting_row_new (LpRecord *meeting)
{
  LpMeetingRow *self = g_object_new (LP_TYPE_MEETING_ROW, NULL);

  set_up (self, meeting);
  return GTK_WIDGET (self);
}

void
lp_meeting_row_set_figures (LpMeetingRow *self, const LpFigures *figures)
{
  g_return_if_fail (LP_IS_MEETING_ROW (self));

  self->figures = *figures;
  self->has_figures = TRUE;
  update (self);
}

void
lp_meeting_row_set_narrow (LpMeetingRow *self, gboolean narrow)
{
  g_return_if_fail (LP_IS_MEETING_ROW (self));

  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
}

const LpId *
lp_meeting_row_get_id (LpMeetingRow *self)
{
  return lp_record_get_id (self->meeting);
}

char *
lp_figures_notes_text (guint notes)
{
  if (notes == 0)
    return g_strdup (_("no notes"));
  return g_strdup_printf (ngettext ("%'u note", "%'u notes", notes), notes);
}

char *
lp_figures_themes_text (guint themes)
{
  if (themes == 0)
    return g_strdup (_("no themes"));
  return g_strdup_printf (ngettext ("%u theme", "%u themes", themes), themes);
}
