/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-stage-row.h"

struct _LpStageRow
{
  GtkListBoxRow parent_instance;

  char *icon_name;
  char *title;
  char *caption;
  gboolean reached;
};

G_DEFINE_FINAL_TYPE (LpStageRow, lp_stage_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_ICON_NAME = 1,
  PROP_TITLE,
  PROP_CAPTION,
  PROP_REACHED,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static char **
find_string (LpStageRow *self, guint prop_id)
{
  switch (prop_id)
    {
    case PROP_ICON_NAME:
      return &self->icon_name;
    case PROP_TITLE:
      return &self->title;
    case PROP_CAPTION:
      return &self->caption;
    default:
      g_assert_not_reached ();
    }
}

static void
lp_stage_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_REACHED)
    g_value_set_boolean (value, LP_STAGE_ROW (object)->reached);
  else
    g_value_set_string (value, *find_string (LP_STAGE_ROW (object), prop_id));
}

static void
lp_stage_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_REACHED)
    lp_stage_row_set_reached (LP_STAGE_ROW (object), g_value_get_boolean (value));
  else if (g_set_str (find_string (LP_STAGE_ROW (object), prop_id), g_value_get_string (value)))
    g_object_notify_by_pspec (object, pspec);
}

static void
lp_stage_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LP_TYPE_STAGE_ROW);

  G_OBJECT_CLASS (lp_stage_row_parent_class)->dispose (object);
}

static void
lp_stage_row_finalize (GObject *object)
{
  LpStageRow *self = LP_STAGE_ROW (object);

  g_free (self->icon_name);
  g_free (self->title);
  g_free (self->caption);

  G_OBJECT_CLASS (lp_stage_row_parent_class)->finalize (object);
}

static void
lp_stage_row_class_init (LpStageRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lp_stage_row_get_property;
  object_class->set_property = lp_stage_row_set_property;
  object_class->dispose = lp_stage_row_dispose;
  object_class->finalize = lp_stage_row_finalize;

  props[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, flags);
  props[PROP_REACHED] = g_param_spec_boolean ("reached", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/dk/udsatte/Landspanel/ui/lp-stage-row.ui");
}

static void
lp_stage_row_init (LpStageRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lp_stage_row_set_caption (LpStageRow *self, const char *caption)
{
  g_return_if_fail (LP_IS_STAGE_ROW (self));

  g_object_set (self, "caption", caption, NULL);
}

/* The stage that the day has reached. */
void
lp_stage_row_set_reached (LpStageRow *self, gboolean reached)
{
  g_return_if_fail (LP_IS_STAGE_ROW (self));

  if (self->reached == reached)
    return;

  self->reached = reached;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REACHED]);
}
