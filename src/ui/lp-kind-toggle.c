/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-kind-toggle.h"

#include "lp-kind-badge.h"

struct _LpKindToggle
{
  AdwBin parent_instance;

  AdwToggleGroup *group;
  GtkWidget *words[LP_N_KINDS];
  GtkWidget *keys[LP_N_KINDS];

  LpKindDetail detail;
};

G_DEFINE_FINAL_TYPE (LpKindToggle, lp_kind_toggle, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_KIND,
  PROP_DETAIL,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

enum {
  CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
active_cb (LpKindToggle *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KIND]);
}

static void
released_cb (LpKindToggle *self)
{
  g_signal_emit (self, signals[CLICKED], 0);
}

static void
set_detail (LpKindToggle *self, LpKindDetail detail)
{
  if (self->detail == detail)
    return;

  self->detail = detail;
  for (guint kind = 0; kind < LP_N_KINDS; kind++)
    {
      AdwToggle *toggle = adw_toggle_group_get_toggle (self->group, kind);

      gtk_widget_set_visible (self->words[kind], detail >= LP_KIND_DETAIL_WORD);
      gtk_widget_set_visible (self->keys[kind], detail >= LP_KIND_DETAIL_KEY);
      adw_toggle_set_tooltip (toggle, detail == LP_KIND_DETAIL_SYMBOL ? lp_kind_label (kind) : "");
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DETAIL]);
}

static void
add_toggle (LpKindToggle *self, LpKind kind)
{
  AdwToggle *toggle = adw_toggle_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *key = gtk_accelerator_get_label (GDK_KEY_1 + kind, GDK_CONTROL_MASK);

  self->words[kind] = gtk_label_new (lp_kind_label (kind));
  self->keys[kind] = gtk_label_new (key);
  gtk_widget_add_css_class (self->keys[kind], "keycap");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (lp_kind_icon_name (kind)));
  gtk_box_append (GTK_BOX (box), self->words[kind]);
  gtk_box_append (GTK_BOX (box), self->keys[kind]);

  adw_toggle_set_name (toggle, lp_kind_id (kind));
  adw_toggle_set_label (toggle, lp_kind_label (kind));
  adw_toggle_set_child (toggle, box);
  adw_toggle_group_add (self->group, toggle);
}

static void
lp_kind_toggle_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpKindToggle *self = LP_KIND_TOGGLE (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_int (value, lp_kind_toggle_get_kind (self));
      break;
    case PROP_DETAIL:
      g_value_set_int (value, self->detail);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_kind_toggle_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpKindToggle *self = LP_KIND_TOGGLE (object);

  switch (prop_id)
    {
    case PROP_KIND:
      lp_kind_toggle_set_kind (self, g_value_get_int (value));
      break;
    case PROP_DETAIL:
      set_detail (self, g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_kind_toggle_dispose (GObject *object)
{
  /* The child is bound too: unparented by the template alone, the bin would do it once more. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LP_TYPE_KIND_TOGGLE);

  G_OBJECT_CLASS (lp_kind_toggle_parent_class)->dispose (object);
}

static void
lp_kind_toggle_class_init (LpKindToggleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lp_kind_toggle_get_property;
  object_class->set_property = lp_kind_toggle_set_property;
  object_class->dispose = lp_kind_toggle_dispose;

  props[PROP_KIND] = g_param_spec_int ("kind", NULL, NULL, 0, LP_N_KINDS - 1, 0, flags);
  props[PROP_DETAIL] = g_param_spec_int ("detail", NULL, NULL, LP_KIND_DETAIL_SYMBOL, LP_KIND_DETAIL_KEY,
                                         LP_KIND_DETAIL_KEY, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CLICKED] = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-kind-toggle.ui");
  gtk_widget_class_bind_template_callback (widget_class, active_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
}

static void
lp_kind_toggle_init (LpKindToggle *self)
{
  self->detail = LP_KIND_DETAIL_KEY;
  gtk_widget_init_template (GTK_WIDGET (self));
  /* not bound: template and bin would both let go of it */
  self->group = ADW_TOGGLE_GROUP (adw_bin_get_child (ADW_BIN (self)));
  for (guint kind = 0; kind < LP_N_KINDS; kind++)
    add_toggle (self, kind);
  adw_toggle_group_set_active (self->group, LP_KIND_DREAM);
}

LpKind
lp_kind_toggle_get_kind (LpKindToggle *self)
{
  guint active = adw_toggle_group_get_active (self->group);

  return active < LP_N_KINDS ? (LpKind) active : LP_KIND_DREAM;
}

void
lp_kind_toggle_set_kind (LpKindToggle *self, LpKind kind)
{
  adw_toggle_group_set_active (self->group, kind);
}

static gboolean
key_cb (GtkWidget *within, GVariant *kind, gpointer self)
{
  lp_kind_toggle_set_kind (self, g_variant_get_uint32 (kind));
  return GDK_EVENT_STOP;
}

/* Ctrl+1 to Ctrl+5, while the focus is within. */
void
lp_kind_toggle_add_keys (LpKindToggle *self, GtkWidget *within)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint kind = 0; kind < LP_N_KINDS; kind++)
    {
      GtkShortcutTrigger *trigger =
          gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_1 + kind, GDK_CONTROL_MASK),
                                       gtk_keyval_trigger_new (GDK_KEY_KP_1 + kind, GDK_CONTROL_MASK));
      GtkShortcut *shortcut = gtk_shortcut_new (trigger, gtk_callback_action_new (key_cb, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_uint32 (kind));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (within, controller);
}
