/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-kind-badge.h"

struct _LpKindBadge
{
  GtkWidget parent_instance;

  int kind;
  int count;

  GtkImage *icon;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (LpKindBadge, lp_kind_badge, GTK_TYPE_WIDGET)

enum
{
  PROP_KIND = 1,
  PROP_COUNT,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static const struct
{
  const char *icon;
  const char *css;
} looks[LP_N_KINDS] = {
  [LP_KIND_DREAM] = { "lp-dream-symbolic", "kind-dream" },
  [LP_KIND_CONCERN] = { "lp-concern-symbolic", "kind-concern" },
  [LP_KIND_EXPERIENCE] = { "lp-experience-symbolic", "kind-experience" },
  [LP_KIND_PROPOSAL] = { "lp-proposal-symbolic", "kind-proposal" },
  [LP_KIND_STORY] = { "lp-story-symbolic", "kind-story" },
};

static void
update_text (LpKindBadge *self)
{
  if (self->count < 0)
    {
      gtk_label_set_label (self->label, lp_kind_label (self->kind));
    }
  else
    {
      g_autofree char *text = g_strdup_printf (
          "%'d %s", self->count, self->count == 1 ? lp_kind_label (self->kind) : lp_kind_plural (self->kind));
      gtk_label_set_label (self->label, text);
    }
}

static void
show_kind (LpKindBadge *self)
{
  gtk_image_set_from_icon_name (self->icon, looks[self->kind].icon);
  gtk_widget_add_css_class (GTK_WIDGET (self), looks[self->kind].css);
  update_text (self);
}

static void
lp_kind_badge_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpKindBadge *self = LP_KIND_BADGE (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_int (value, self->kind);
      break;
    case PROP_COUNT:
      g_value_set_int (value, self->count);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_kind_badge_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpKindBadge *self = LP_KIND_BADGE (object);

  switch (prop_id)
    {
    case PROP_KIND:
      lp_kind_badge_set_kind (self, g_value_get_int (value));
      break;
    case PROP_COUNT:
      lp_kind_badge_set_count (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_kind_badge_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LP_TYPE_KIND_BADGE);

  G_OBJECT_CLASS (lp_kind_badge_parent_class)->dispose (object);
}

static void
lp_kind_badge_class_init (LpKindBadgeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_kind_badge_get_property;
  object_class->set_property = lp_kind_badge_set_property;
  object_class->dispose = lp_kind_badge_dispose;

  props[PROP_KIND] = g_param_spec_int ("kind", NULL, NULL, 0, LP_N_KINDS - 1, 0,
                                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_COUNT] = g_param_spec_int ("count", NULL, NULL, -1, G_MAXINT, -1,
                                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-kind-badge.ui");
  gtk_widget_class_bind_template_child (widget_class, LpKindBadge, icon);
  gtk_widget_class_bind_template_child (widget_class, LpKindBadge, label);
}

static void
lp_kind_badge_init (LpKindBadge *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->count = -1;
  show_kind (self);
}

GtkWidget *
lp_kind_badge_new (LpKind kind)
{
  return g_object_new (LP_TYPE_KIND_BADGE, "kind", kind, NULL);
}

void
lp_kind_badge_set_kind (LpKindBadge *self, LpKind kind)
{
  g_return_if_fail (LP_IS_KIND_BADGE (self));
  g_return_if_fail (kind < LP_N_KINDS);

  if (self->kind == (int) kind)
    return;

  gtk_widget_remove_css_class (GTK_WIDGET (self), looks[self->kind].css);
  self->kind = kind;
  show_kind (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KIND]);
}

void
lp_kind_badge_set_count (LpKindBadge *self, int count)
{
  g_return_if_fail (LP_IS_KIND_BADGE (self));

  if (self->count == count)
    return;

  self->count = count;
  update_text (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COUNT]);
}

const char *
lp_kind_icon_name (LpKind kind)
{
  g_return_val_if_fail (kind < LP_N_KINDS, NULL);

  return looks[kind].icon;
}

const char *
lp_kind_css_class (LpKind kind)
{
  g_return_val_if_fail (kind < LP_N_KINDS, NULL);

  return looks[kind].css;
}
