/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-page-title.h"

struct _LpPageTitle
{
  GtkBox parent_instance;

  char *title;
  char *subtitle;
};

G_DEFINE_FINAL_TYPE (LpPageTitle, lp_page_title, GTK_TYPE_BOX)

enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static gboolean
has_text (gpointer unused, const char *text)
{
  return text && *text;
}

static void
lp_page_title_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpPageTitle *self = LP_PAGE_TITLE (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_page_title_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpPageTitle *self = LP_PAGE_TITLE (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      lp_page_title_set_title (self, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      lp_page_title_set_subtitle (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_page_title_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LP_TYPE_PAGE_TITLE);

  G_OBJECT_CLASS (lp_page_title_parent_class)->dispose (object);
}

static void
lp_page_title_finalize (GObject *object)
{
  LpPageTitle *self = LP_PAGE_TITLE (object);

  g_free (self->title);
  g_free (self->subtitle);

  G_OBJECT_CLASS (lp_page_title_parent_class)->finalize (object);
}

static void
lp_page_title_class_init (LpPageTitleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_page_title_get_property;
  object_class->set_property = lp_page_title_set_property;
  object_class->dispose = lp_page_title_dispose;
  object_class->finalize = lp_page_title_finalize;

  props[PROP_TITLE] = g_param_spec_string (
      "title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_SUBTITLE] = g_param_spec_string (
      "subtitle", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-page-title.ui");
  gtk_widget_class_bind_template_callback (widget_class, has_text);
}

static void
lp_page_title_init (LpPageTitle *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lp_page_title_set_title (LpPageTitle *self, const char *title)
{
  g_return_if_fail (LP_IS_PAGE_TITLE (self));

  if (g_set_str (&self->title, title))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

void
lp_page_title_set_subtitle (LpPageTitle *self, const char *subtitle)
{
  g_return_if_fail (LP_IS_PAGE_TITLE (self));

  if (g_set_str (&self->subtitle, subtitle))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}
