/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-slide.h"

#include <math.h>

/* A line of letters is that much higher than they are. */
#define LINE_HEIGHT 1.45

typedef struct
{
  double text_scale;
} LpSlidePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LpSlide, lp_slide, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_TEXT_SCALE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

int
lp_slide_scale_px (const LpSlideScale *self, double percent)
{
  return (int) lround (percent * self->unit);
}

/** lp_slide_scale_text: the size of letters. */
double
lp_slide_scale_text (const LpSlideScale *self, double percent)
{
  return percent * self->unit * self->text;
}

/** lp_slide_scale_line: the height of a line of such letters. */
int
lp_slide_scale_line (const LpSlideScale *self, double percent)
{
  return (int) ceil (lp_slide_scale_text (self, percent) * LINE_HEIGHT);
}

static void
lp_slide_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
lp_slide_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LpSlidePrivate *priv = lp_slide_get_instance_private (LP_SLIDE (widget));
  LpSlideScale scale = {
    .width = width,
    .height = height,
    .unit = MIN (height, width * 0.75) / 100,
    .text = priv->text_scale,
  };

  if (width > 0 && height > 0)
    LP_SLIDE_GET_CLASS (widget)->place (LP_SLIDE (widget), &scale);
}

static void
lp_slide_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpSlidePrivate *priv = lp_slide_get_instance_private (LP_SLIDE (object));

  switch (prop_id)
    {
    case PROP_TEXT_SCALE:
      g_value_set_double (value, priv->text_scale);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_slide_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpSlidePrivate *priv = lp_slide_get_instance_private (LP_SLIDE (object));

  switch (prop_id)
    {
    case PROP_TEXT_SCALE:
      priv->text_scale = g_value_get_double (value);
      gtk_widget_queue_allocate (GTK_WIDGET (object));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_slide_dispose (GObject *object)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (lp_slide_parent_class)->dispose (object);
}

static void
lp_slide_class_init (LpSlideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_slide_get_property;
  object_class->set_property = lp_slide_set_property;
  object_class->dispose = lp_slide_dispose;
  widget_class->measure = lp_slide_measure;
  widget_class->size_allocate = lp_slide_size_allocate;

  props[PROP_TEXT_SCALE] = g_param_spec_double ("text-scale", NULL, NULL, 0.1, 10, 1,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
lp_slide_init (LpSlide *self)
{
}

/** lp_slide_add_text: transfer none. */
LpSlideText *
lp_slide_add_text (LpSlide *self, LpSlideTextStyle style, const char *css_class)
{
  GtkWidget *text = lp_slide_text_new (style, css_class);

  gtk_widget_set_parent (text, GTK_WIDGET (self));

  return LP_SLIDE_TEXT (text);
}

/** lp_slide_put: gives a part its place, in pixels of the slide. */
void
lp_slide_put (gpointer child, int x, int y, int width, int height)
{
  if (!gtk_widget_get_visible (child))
    return;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, MAX (width, 0), MAX (height, 0) }, -1);
}
