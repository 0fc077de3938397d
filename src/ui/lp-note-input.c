/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-input.h"

#include "lp-spelling.h"

struct _LpNoteInput
{
  GtkTextView parent_instance;

  gboolean composing;
  gboolean empty;
  int width;
  guint resize_id;
};

G_DEFINE_FINAL_TYPE (LpNoteInput, lp_note_input, GTK_TYPE_TEXT_VIEW)

enum {
  PROP_0,
  PROP_EMPTY,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

enum {
  DONE,
  PASTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update_empty (LpNoteInput *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gboolean empty = gtk_text_buffer_get_char_count (buffer) == 0 && !self->composing;

  if (self->empty == empty)
    return;

  self->empty = empty;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EMPTY]);
}

static void
pasted_cb (LpNoteInput *self)
{
  g_signal_emit (self, signals[PASTED], 0);
}

static void
preedit_changed_cb (LpNoteInput *self, const char *preedit)
{
  self->composing = *preedit != '\0';
  update_empty (self);
}

static gboolean
is_return (guint keyval)
{
  return keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;
}

/* Before the text view, which would break the line; but the input method comes first: it may take the key to
 * end a composition. */
static gboolean
key_pressed_cb (
    LpNoteInput *self, guint keyval, guint keycode, GdkModifierType state, GtkEventController *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);

  if (!is_return (keyval) || (state & (GDK_SHIFT_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (!gtk_text_view_im_context_filter_keypress (GTK_TEXT_VIEW (self), event))
    g_signal_emit (self, signals[DONE], 0);
  return GDK_EVENT_STOP;
}

static int
height_for_width (LpNoteInput *self, int width)
{
  g_autofree char *text = lp_note_input_get_text (self);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int height = 0;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/* A text view knows the height of what it has drawn; this one says what it will need. */
static void
lp_note_input_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  LpNoteInput *self = LP_NOTE_INPUT (widget);
  int width = for_size > 0 ? for_size : self->width;

  GTK_WIDGET_CLASS (lp_note_input_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_VERTICAL && width > 0)
    *minimum = *natural = height_for_width (self, width);
}

static void
resize_cb (gpointer data)
{
  LpNoteInput *self = data;

  self->resize_id = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* What scrolls it does not say for which width it asks; once that is known it is asked again. */
static void
lp_note_input_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LpNoteInput *self = LP_NOTE_INPUT (widget);

  GTK_WIDGET_CLASS (lp_note_input_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->width == width)
    return;

  self->width = width;
  if (self->resize_id == 0)
    self->resize_id = g_idle_add_once (resize_cb, self);
}

static void
lp_note_input_dispose (GObject *object)
{
  LpNoteInput *self = LP_NOTE_INPUT (object);

  g_clear_handle_id (&self->resize_id, g_source_remove);

  G_OBJECT_CLASS (lp_note_input_parent_class)->dispose (object);
}

static void
lp_note_input_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpNoteInput *self = LP_NOTE_INPUT (object);

  switch (prop_id)
    {
    case PROP_EMPTY:
      g_value_set_boolean (value, self->empty);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_note_input_class_init (LpNoteInputClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_note_input_get_property;
  object_class->dispose = lp_note_input_dispose;
  widget_class->measure = lp_note_input_measure;
  widget_class->size_allocate = lp_note_input_size_allocate;

  props[PROP_EMPTY] =
      g_param_spec_boolean ("empty", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[PASTED] = g_signal_new ("pasted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
lp_note_input_init (LpNoteInput *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autoptr (GtkTextBuffer) buffer = lp_spelling_buffer_new ();

  self->empty = TRUE;
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self), buffer);
  lp_spelling_attach (GTK_TEXT_VIEW (self));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "preedit-changed", G_CALLBACK (preedit_changed_cb), NULL);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (update_empty), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "paste-done", G_CALLBACK (pasted_cb), self, G_CONNECT_SWAPPED);
}

/* As typed. Transfer full. */
char *
lp_note_input_get_text (LpNoteInput *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start = { 0 };
  GtkTextIter end = { 0 };

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* The cursor comes to stand at the end. */
void
lp_note_input_set_text (LpNoteInput *self, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter end = { 0 };

  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
}

gboolean
lp_note_input_is_blank (LpNoteInput *self)
{
  g_autofree char *text = lp_note_input_get_text (self);

  return *g_strstrip (text) == '\0';
}
