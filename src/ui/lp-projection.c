/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-projection.h"

struct _LpProjection
{
  GObject parent_instance;

  LpShows shows;
  LpShows before_blank;
  gboolean open;
  double text_scale;
  LpId round;
};

G_DEFINE_FINAL_TYPE (LpProjection, lp_projection, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_SHOWS,
  PROP_OPEN,
  PROP_TEXT_SCALE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

enum {
  ROUND_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
lp_projection_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpProjection *self = LP_PROJECTION (object);

  switch (prop_id)
    {
    case PROP_SHOWS:
      g_value_set_int (value, (int) self->shows);
      break;
    case PROP_OPEN:
      g_value_set_boolean (value, self->open);
      break;
    case PROP_TEXT_SCALE:
      g_value_set_double (value, self->text_scale);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_projection_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpProjection *self = LP_PROJECTION (object);

  switch (prop_id)
    {
    case PROP_SHOWS:
      lp_projection_set_shows (self, (LpShows) g_value_get_int (value));
      break;
    case PROP_OPEN:
      lp_projection_set_open (self, g_value_get_boolean (value));
      break;
    case PROP_TEXT_SCALE:
      lp_projection_set_text_scale (self, g_value_get_double (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_projection_class_init (LpProjectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lp_projection_get_property;
  object_class->set_property = lp_projection_set_property;

  props[PROP_SHOWS] = g_param_spec_int ("shows", NULL, NULL, 0, LP_N_SHOWS - 1, LP_SHOWS_QUESTION, flags);
  props[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE, flags);
  props[PROP_TEXT_SCALE] =
      g_param_spec_double ("text-scale", NULL, NULL, LP_TEXT_SCALE_LEAST, LP_TEXT_SCALE_MOST, 1.0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[ROUND_CHANGED] =
      g_signal_new ("round-changed", LP_TYPE_PROJECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lp_projection_init (LpProjection *self)
{
  self->text_scale = 1.0;
}

LpProjection *
lp_projection_new (void)
{
  return g_object_new (LP_TYPE_PROJECTION, NULL);
}

LpShows
lp_projection_get_shows (LpProjection *self)
{
  return self->shows;
}

gboolean
lp_projection_get_open (LpProjection *self)
{
  return self->open;
}

double
lp_projection_get_text_scale (LpProjection *self)
{
  return self->text_scale;
}

void
lp_projection_set_shows (LpProjection *self, LpShows shows)
{
  g_return_if_fail (shows < LP_N_SHOWS);

  if (self->shows == shows)
    return;

  if (shows == LP_SHOWS_BLANK)
    self->before_blank = self->shows;
  self->shows = shows;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOWS]);
}

/** lp_projection_toggle_blank: blanks the screen, and shows again what it showed before. */
void
lp_projection_toggle_blank (LpProjection *self)
{
  lp_projection_set_shows (self, self->shows == LP_SHOWS_BLANK ? self->before_blank : LP_SHOWS_BLANK);
}

void
lp_projection_set_open (LpProjection *self, gboolean open)
{
  if (self->open == open)
    return;

  self->open = open;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OPEN]);
}

void
lp_projection_set_text_scale (LpProjection *self, double scale)
{
  scale = CLAMP (scale, LP_TEXT_SCALE_LEAST, LP_TEXT_SCALE_MOST);
  if (self->text_scale == scale)
    return;

  self->text_scale = scale;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT_SCALE]);
}

const LpId *
lp_projection_get_round (LpProjection *self)
{
  return &self->round;
}

void
lp_projection_set_round (LpProjection *self, const LpId *round)
{
  if (lp_id_equal (&self->round, round))
    return;

  self->round = *round;
  g_signal_emit (self, signals[ROUND_CHANGED], 0);
}
