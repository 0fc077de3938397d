/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-pair-row.h"

#include "lp-note-card.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _LpPairRow {
  GtkListBoxRow  parent_instance;

  GtkBox        *notes;
  LpNoteCard    *first;
  LpNoteCard    *other;
  GtkLabel      *goal;
  GtkWidget     *join_button;

  LpFoundPair   *pair;
  gboolean       narrow;
};

G_DEFINE_FINAL_TYPE (LpPairRow, lp_pair_row, GTK_TYPE_LIST_BOX_ROW)

enum {
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
activate (LpPairRow  *self,
          const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action, "i", gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)));
}

static void
join_cb (LpPairRow *self)
{
  activate (self, "pairs.join");
}

static void
keep_cb (LpPairRow *self)
{
  activate (self, "pairs.keep");
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *action,
        gpointer   unused)
{
  activate (LP_PAIR_ROW (widget), g_variant_get_string (action, NULL));
  return TRUE;
}

/* One blue button: of the pair at hand. */
static void
focus_cb (GtkEventControllerFocus *controller,
          GParamSpec              *pspec,
          LpPairRow               *self)
{
  if (gtk_event_controller_focus_contains_focus (controller))
    gtk_widget_add_css_class (self->join_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->join_button, "suggested-action");
}

static void
set_narrow (LpPairRow *self,
            gboolean   narrow)
{
  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->notes), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->notes, !narrow);
}

static void
lp_pair_row_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, LP_PAIR_ROW (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lp_pair_row_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      set_narrow (LP_PAIR_ROW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lp_pair_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LP_TYPE_PAIR_ROW);

  G_OBJECT_CLASS (lp_pair_row_parent_class)->dispose (object);
}

static void
lp_pair_row_class_init (LpPairRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_pair_row_get_property;
  object_class->set_property = lp_pair_row_set_property;
  object_class->dispose = lp_pair_row_dispose;

  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (LP_TYPE_NOTE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-pair-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LpPairRow, notes);
  gtk_widget_class_bind_template_child (widget_class, LpPairRow, first);
  gtk_widget_class_bind_template_child (widget_class, LpPairRow, other);
  gtk_widget_class_bind_template_child (widget_class, LpPairRow, goal);
  gtk_widget_class_bind_template_child (widget_class, LpPairRow, join_button);
  gtk_widget_class_bind_template_callback (widget_class, focus_cb);
  gtk_widget_class_bind_template_callback (widget_class, join_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, key_cb, "s", "pairs.join");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_ISO_Enter, 0, key_cb, "s", "pairs.join");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, key_cb, "s", "pairs.join");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, key_cb, "s", "pairs.keep");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, key_cb, "s", "pairs.keep");
}

static void
lp_pair_row_init (LpPairRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lp_pair_row_new (LpFoundPair   *pair,
                 LpRosterNames *names)
{
  LpPairRow *self = g_object_new (LP_TYPE_PAIR_ROW, NULL);
  g_autofree char *first = lp_note_card_describe (pair->first);
  g_autofree char *other = lp_note_card_describe (pair->other);
  /* Translators: for a screen reader: two notes that say nearly the same */
  g_autofree char *label = g_strdup_printf (_("%s; and %s"), first, other);

  self->pair = pair;
  lp_note_card_set_names (self->first, names);
  lp_note_card_set_names (self->other, names);
  lp_note_card_set_note (self->first, pair->first);
  lp_note_card_set_note (self->other, pair->other);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

LpFoundPair *
lp_pair_row_get_pair (LpPairRow *self)
{
  return self->pair;
}

void
lp_pair_row_set_goal (LpPairRow  *self,
                      const char *theme)
{
  /* Translators: of two notes; %s is the name of a theme */
  g_autofree char *there = theme != NULL ? g_strdup_printf (_("Joined, they stand together in “%s”."), theme) : NULL;
  const char *goal = there != NULL ? there : _("Joined, they make a theme of their own: neither has one.");

  gtk_label_set_label (self->goal, goal);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, goal, -1);
}
