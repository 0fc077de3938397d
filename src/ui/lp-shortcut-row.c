/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-shortcut-row.h"

struct _LpShortcutRow
{
  AdwActionRow parent_instance;

  char *keys;

  GtkBox *caps;
};

G_DEFINE_FINAL_TYPE (LpShortcutRow, lp_shortcut_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_KEYS = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
add_cap (LpShortcutRow *self, const char *key)
{
  GdkModifierType modifiers;
  guint value;
  g_autofree char *text = NULL;
  GtkWidget *cap;
  gboolean is_key = gtk_accelerator_parse (key, &value, &modifiers);

  text = is_key ? gtk_accelerator_get_label (value, modifiers) : g_strdup (key);
  cap = gtk_label_new (text);
  gtk_widget_add_css_class (cap, is_key ? "keycap" : "dimmed");
  gtk_box_append (self->caps, cap);
}

static void
show_keys (LpShortcutRow *self)
{
  g_auto (GStrv) keys = g_strsplit (self->keys, " ", 0);

  for (guint i = 0; keys[i]; i++)
    add_cap (self, keys[i]);
}

static void
lp_shortcut_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpShortcutRow *self = LP_SHORTCUT_ROW (object);

  switch (prop_id)
    {
    case PROP_KEYS:
      g_value_set_string (value, self->keys);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_shortcut_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpShortcutRow *self = LP_SHORTCUT_ROW (object);

  switch (prop_id)
    {
    case PROP_KEYS:
      self->keys = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_shortcut_row_constructed (GObject *object)
{
  LpShortcutRow *self = LP_SHORTCUT_ROW (object);

  G_OBJECT_CLASS (lp_shortcut_row_parent_class)->constructed (object);

  if (self->keys)
    show_keys (self);
}

static void
lp_shortcut_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LP_TYPE_SHORTCUT_ROW);

  G_OBJECT_CLASS (lp_shortcut_row_parent_class)->dispose (object);
}

static void
lp_shortcut_row_finalize (GObject *object)
{
  LpShortcutRow *self = LP_SHORTCUT_ROW (object);

  g_free (self->keys);

  G_OBJECT_CLASS (lp_shortcut_row_parent_class)->finalize (object);
}

static void
lp_shortcut_row_class_init (LpShortcutRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_shortcut_row_get_property;
  object_class->set_property = lp_shortcut_row_set_property;
  object_class->constructed = lp_shortcut_row_constructed;
  object_class->dispose = lp_shortcut_row_dispose;
  object_class->finalize = lp_shortcut_row_finalize;

  props[PROP_KEYS] = g_param_spec_string (
      "keys", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-shortcut-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LpShortcutRow, caps);
}

static void
lp_shortcut_row_init (LpShortcutRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
