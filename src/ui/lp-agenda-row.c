/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-agenda-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "lp-agenda.h"
#include "lp-clock.h"
#include "lp-kind-badge.h"
#include "lp-terms.h"

/* In characters: the minutes and, to the left, the methods stand below each other. */
#define MINUTES_WIDTH 8

struct _LpAgendaRow
{
  GtkListBoxRow parent_instance;

  AdwMultiLayoutView *layout_view;
  GtkWidget *handle;
  GtkLabel *time_label;
  GtkWidget *break_image;
  GtkLabel *title_label;
  AdwWrapBox *kinds_box;
  GtkWidget *missing_box;
  GtkLabel *method_label;
  GtkLabel *minutes_label;

  LpRecord *item;
  int begins;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (LpAgendaRow, lp_agenda_row, GTK_TYPE_LIST_BOX_ROW)

enum {
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* Where it has a line of its own, none is spent on nothing; where it has not, a warning needs the room. */
static void
show_method_label (LpAgendaRow *self)
{
  gboolean empty = *gtk_label_get_label (self->method_label) == '\0';
  gboolean warned = gtk_widget_get_visible (self->missing_box);

  gtk_widget_set_visible (GTK_WIDGET (self->method_label), self->narrow ? !empty : !warned);
}

static void
set_narrow (LpAgendaRow *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  adw_multi_layout_view_set_layout_name (self->layout_view, narrow ? "narrow" : "wide");
  gtk_label_set_xalign (self->method_label, narrow ? 0 : 1);
  gtk_label_set_width_chars (self->minutes_label, narrow ? -1 : MINUTES_WIDTH);
  show_method_label (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
}

static void
show_kinds (LpAgendaRow *self, guint kinds)
{
  GtkWidget *badge = NULL;

  while ((badge = gtk_widget_get_first_child (GTK_WIDGET (self->kinds_box))) != NULL)
    adw_wrap_box_remove (self->kinds_box, badge);

  for (guint kind = 0; kind < LP_N_KINDS; kind++)
    {
      if ((kinds & (1u << kind)) != 0)
        adw_wrap_box_append (self->kinds_box, lp_kind_badge_new (kind));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->kinds_box), kinds != 0);
}

/* A break says so by its cup; the method's name would say it twice. */
static void
show_method (LpAgendaRow *self, const char *id)
{
  LpMethod method = LP_METHOD_PLENARY;
  gboolean known = lp_method_find (id, &method);
  gboolean pause = known && method == LP_METHOD_BREAK;

  gtk_widget_set_visible (self->break_image, pause);
  gtk_label_set_label (self->method_label, known && !pause ? lp_method_label (method) : "");
  show_method_label (self);
  if (pause)
    gtk_widget_add_css_class (GTK_WIDGET (self), "break");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "break");
}

static GdkContentProvider *
drag_prepare_cb (LpAgendaRow *self)
{
  return gdk_content_provider_new_typed (LP_TYPE_AGENDA_ROW, self);
}

static void
drag_begin_cb (LpAgendaRow *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));
  graphene_point_t grip = GRAPHENE_POINT_INIT (0, 0);

  if (!gtk_widget_compute_point (self->handle, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (0, 0), &grip))
    grip = GRAPHENE_POINT_INIT (0, 0);
  gtk_drag_source_set_icon (source, picture, (int) grip.x, (int) grip.y);
  gtk_widget_add_css_class (GTK_WIDGET (self), "dragged");
}

static void
drag_end_cb (LpAgendaRow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "dragged");
}

static void
lp_agenda_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpAgendaRow *self = LP_AGENDA_ROW (object);

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
lp_agenda_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpAgendaRow *self = LP_AGENDA_ROW (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_agenda_row_dispose (GObject *object)
{
  LpAgendaRow *self = LP_AGENDA_ROW (object);

  /* The template's child is the row's own, which disposes of it. */
  g_clear_object (&self->item);

  G_OBJECT_CLASS (lp_agenda_row_parent_class)->dispose (object);
}

static void
lp_agenda_row_class_init (LpAgendaRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_agenda_row_get_property;
  object_class->set_property = lp_agenda_row_set_property;
  object_class->dispose = lp_agenda_row_dispose;

  props[PROP_NARROW] = g_param_spec_boolean (
      "narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-agenda-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LpAgendaRow, layout_view);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaRow, handle);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaRow, time_label);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaRow, break_image);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaRow, kinds_box);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaRow, missing_box);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaRow, method_label);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaRow, minutes_label);
}

static void
lp_agenda_row_init (LpAgendaRow *self)
{
  GtkDragSource *source = NULL;

  g_type_ensure (LP_TYPE_KIND_BADGE);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_width_chars (self->minutes_label, MINUTES_WIDTH);
  gtk_widget_set_cursor_from_name (self->handle, "grab");

  source = gtk_drag_source_new ();
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (source, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));
}

GtkWidget *
lp_agenda_row_new (void)
{
  return g_object_new (LP_TYPE_AGENDA_ROW, NULL);
}

void
lp_agenda_row_set_item (LpAgendaRow *self, LpRecord *item, int begins)
{
  const char *title = lp_record_text (item, LP_AGENDA_ITEM_TITLE);
  gboolean missing = lp_agenda_lacks_source (item);
  g_autofree char *time = lp_clock_print (begins);
  g_autofree char *minutes = NULL;
  g_autofree char *name = NULL;

  g_set_object (&self->item, item);
  self->begins = begins;
  /* Translators: short for minutes */
  minutes = g_strdup_printf (_("%d min."), (int) lp_record_int (item, LP_AGENDA_ITEM_MINUTES));

  gtk_label_set_label (self->time_label, time);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->minutes_label, minutes);
  gtk_widget_set_visible (self->missing_box, missing);
  show_kinds (self, lp_kinds_parse (lp_record_text (item, LP_AGENDA_ITEM_KINDS)));
  show_method (self, lp_record_text (item, LP_AGENDA_ITEM_METHOD));

  /* Translators: an item of the agenda as a screen reader says it: time, title, duration */
  name = g_strdup_printf (_("%s %s, %s"), time, title, minutes);
  if (missing)
    {
      g_autofree char *plain = g_steal_pointer (&name);

      name = g_strjoin (", ", plain, _("Source missing"), NULL);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

LpRecord *
lp_agenda_row_get_item (LpAgendaRow *self)
{
  return self->item;
}

/* In minutes after midnight. */
int
lp_agenda_row_get_begins (LpAgendaRow *self)
{
  return self->begins;
}
