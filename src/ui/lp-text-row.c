/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-text-row.h"

struct _LpTextRow
{
  AdwPreferencesRow parent_instance;

  GtkWidget *text_view;
  GtkTextBuffer *buffer;
  LpPrivacyNotice *privacy;

  char *text;
};

G_DEFINE_FINAL_TYPE (LpTextRow, lp_text_row, ADW_TYPE_PREFERENCES_ROW)

enum {
  PROP_0,
  PROP_TEXT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
changed_cb (LpTextRow *self)
{
  GtkTextIter start = { 0 };
  GtkTextIter end = { 0 };

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  g_free (self->text);
  self->text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}

/* The whole row looks focused, as an entry row does. */
static void
focus_cb (LpTextRow *self)
{
  if (gtk_widget_has_focus (self->text_view))
    gtk_widget_add_css_class (GTK_WIDGET (self), "focused");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "focused");
}

/* The title and the margin belong to the field. */
static void
pressed_cb (LpTextRow *self)
{
  gtk_widget_grab_focus (self->text_view);
}

static gboolean
lp_text_row_grab_focus (GtkWidget *widget)
{
  LpTextRow *self = LP_TEXT_ROW (widget);

  return gtk_widget_grab_focus (self->text_view);
}

static void
lp_text_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpTextRow *self = LP_TEXT_ROW (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_text_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpTextRow *self = LP_TEXT_ROW (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      lp_text_row_set_text (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_text_row_finalize (GObject *object)
{
  LpTextRow *self = LP_TEXT_ROW (object);

  g_free (self->text);

  G_OBJECT_CLASS (lp_text_row_parent_class)->finalize (object);
}

static void
lp_text_row_class_init (LpTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_text_row_get_property;
  object_class->set_property = lp_text_row_set_property;
  object_class->finalize = lp_text_row_finalize;
  widget_class->grab_focus = lp_text_row_grab_focus;

  props[PROP_TEXT] = g_param_spec_string (
      "text", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (LP_TYPE_PRIVACY_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LpTextRow, text_view);
  gtk_widget_class_bind_template_child (widget_class, LpTextRow, buffer);
  gtk_widget_class_bind_template_child (widget_class, LpTextRow, privacy);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
lp_text_row_init (LpTextRow *self)
{
  self->text = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

const char *
lp_text_row_get_text (LpTextRow *self)
{
  g_return_val_if_fail (LP_IS_TEXT_ROW (self), NULL);

  return self->text;
}

/* Setting what is there already keeps the cursor where it is. */
void
lp_text_row_set_text (LpTextRow *self, const char *text)
{
  g_return_if_fail (LP_IS_TEXT_ROW (self));

  if (g_strcmp0 (self->text, text) != 0)
    gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
}

LpPrivacyNotice *
lp_text_row_watch (LpTextRow *self, LpRosterNames *names)
{
  gtk_widget_set_visible (GTK_WIDGET (self->privacy), TRUE);
  lp_privacy_notice_watch (self->privacy, GTK_TEXT_VIEW (self->text_view), names);

  return self->privacy;
}
