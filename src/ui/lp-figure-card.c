/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-figure-card.h"

struct _LpFigureCard {
  GtkBox  parent_instance;

  char   *texts[3];
};

G_DEFINE_FINAL_TYPE (LpFigureCard, lp_figure_card, GTK_TYPE_BOX)

enum {
  PROP_0,
  PROP_FIGURE,
  PROP_LABEL,
  PROP_CAPTION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
name_for_reader (LpFigureCard *self)
{
  g_autofree char *name = g_strdup_printf ("%s %s", self->texts[PROP_FIGURE - 1] ? self->texts[PROP_FIGURE - 1] : "",
                                           self->texts[PROP_LABEL - 1] ? self->texts[PROP_LABEL - 1] : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
lp_figure_card_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  LpFigureCard *self = LP_FIGURE_CARD (object);

  switch (id)
    {
    case PROP_FIGURE:
    case PROP_LABEL:
    case PROP_CAPTION:
      g_value_set_string (value, self->texts[id - 1]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lp_figure_card_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  LpFigureCard *self = LP_FIGURE_CARD (object);

  switch (id)
    {
    case PROP_FIGURE:
    case PROP_LABEL:
    case PROP_CAPTION:
      if (g_set_str (&self->texts[id - 1], g_value_get_string (value)))
        {
          name_for_reader (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lp_figure_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LP_TYPE_FIGURE_CARD);

  G_OBJECT_CLASS (lp_figure_card_parent_class)->dispose (object);
}

static void
lp_figure_card_finalize (GObject *object)
{
  LpFigureCard *self = LP_FIGURE_CARD (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (lp_figure_card_parent_class)->finalize (object);
}

static void
lp_figure_card_class_init (LpFigureCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  static const char *const names[] = { "figure", "label", "caption" };

  object_class->get_property = lp_figure_card_get_property;
  object_class->set_property = lp_figure_card_set_property;
  object_class->dispose = lp_figure_card_dispose;
  object_class->finalize = lp_figure_card_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    props[PROP_FIGURE + i] = g_param_spec_string (names[i], NULL, NULL, NULL,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/dk/udsatte/Landspanel/ui/lp-figure-card.ui");
}

static void
lp_figure_card_init (LpFigureCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
