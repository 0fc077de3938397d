/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-row.h"

/* What a text would like, in the least that it gets. */
#define NATURAL_TEXT 3

struct _LpNoteRow
{
  GtkWidget parent_instance;

  LpNotePool *pool;
  LpNoteContent *content; /* NULL while out of sight */
  GtkWidget *editor;      /* in the place of it all; or NULL */

  LpRecord *note;
  LpPendingNote *pending;
  char *voice; /* who said it; "" for nobody */
  gboolean fresh;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (LpNoteRow, lp_note_row, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* --- What can be seen --- */

static void
fill_content (LpNoteRow *self)
{
  if (self->content == NULL)
    return;

  lp_note_content_set_narrow (self->content, self->narrow);
  if (self->pending != NULL)
    lp_note_content_show_pending (self->content, self->pending, self->voice);
  else if (self->note != NULL)
    lp_note_content_show_note (self->content, self->note, self->voice, self->fresh);
  lp_note_content_mark (self->content, lp_note_pool_get_words (self->pool));
}

static void
take_content (LpNoteRow *self)
{
  if (self->content != NULL || self->editor != NULL)
    return;

  self->content = lp_note_pool_take (self->pool);
  fill_content (self);
  gtk_widget_set_parent (GTK_WIDGET (self->content), GTK_WIDGET (self));
}

static void
give_content (LpNoteRow *self)
{
  g_autoptr (LpNoteContent) content = g_steal_pointer (&self->content);

  if (content == NULL)
    return;
  gtk_widget_unparent (GTK_WIDGET (content));
  lp_note_pool_give (self->pool, content);
}

static void
show (LpNoteRow *self)
{
  fill_content (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* --- Size: known without laying out more than the text --- */

static const char *
get_text (LpNoteRow *self)
{
  if (self->pending != NULL)
    return lp_pending_note_get_text (self->pending);

  return self->note != NULL ? lp_record_text (self->note, LP_NOTE_TEXT) : "";
}

/* What stands beside the text. */
static int
width_of_rest (LpNoteRow *self)
{
  const LpNoteColumns *columns = lp_note_pool_get_columns (self->pool);
  gboolean failed = self->pending != NULL && lp_pending_note_get_reason (self->pending) != NULL;

  return columns->code + columns->kind + (failed ? columns->failed : columns->status) + 3 * LP_NOTE_GAP;
}

static void
measure_width (LpNoteRow *self, int *minimum, int *natural)
{
  int rest = width_of_rest (self);
  int text = lp_note_pool_get_columns (self->pool)->text;

  *minimum = text + (self->narrow ? 0 : rest);
  *natural = NATURAL_TEXT * text + rest;
}

/* Where no width is given: that of the other rows, so that nothing is laid out for two. */
static int
usual_width (LpNoteRow *self)
{
  int text = lp_text_heights_get_width (lp_note_pool_get_heights (self->pool));
  int minimum = 0;
  int natural = 0;

  if (text > 0)
    return self->narrow ? text : text + width_of_rest (self);

  measure_width (self, &minimum, &natural);
  return natural;
}

static int
height_for_width (LpNoteRow *self, int width)
{
  const LpNoteColumns *columns = lp_note_pool_get_columns (self->pool);
  int text_width = self->narrow ? width : width - width_of_rest (self);
  int text = lp_text_heights_measure (lp_note_pool_get_heights (self->pool), get_text (self), text_width);

  if (self->voice != NULL && *self->voice != '\0')
    text += LP_NOTE_LINE_GAP + columns->voice;

  return self->narrow ? columns->line + LP_NOTE_LINE_GAP + text : MAX (columns->line, text);
}

static void
lp_note_row_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  LpNoteRow *self = LP_NOTE_ROW (widget);

  if (self->editor != NULL)
    {
      gtk_widget_measure (self->editor, orientation, for_size, minimum, natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        *minimum = *natural; /* all that a list gives a row */
    }
  else if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
    }
  else
    {
      if (for_size < 0)
        for_size = usual_width (self);
      *minimum = *natural = height_for_width (self, for_size);
    }
}

static void
lp_note_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LpNoteRow *self = LP_NOTE_ROW (widget);
  GtkWidget *child = NULL;

  if (gtk_widget_get_mapped (widget))
    take_content (self);
  child = self->editor != NULL ? self->editor : GTK_WIDGET (self->content);
  if (child == NULL)
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (child, width, height, baseline, NULL);
}

static GtkSizeRequestMode
lp_note_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The list view maps those in sight alone, but at first all that it holds: until it has given each its place. */
static void
lp_note_row_map (GtkWidget *widget)
{
  if (gtk_widget_get_height (widget) > 0)
    take_content (LP_NOTE_ROW (widget));

  GTK_WIDGET_CLASS (lp_note_row_parent_class)->map (widget);
}

static void
lp_note_row_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lp_note_row_parent_class)->unmap (widget);

  give_content (LP_NOTE_ROW (widget));
}

/* Before anything asks for its size. */
static void
lp_note_row_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lp_note_row_parent_class)->root (widget);

  lp_note_pool_measure (LP_NOTE_ROW (widget)->pool, widget);
}

static void
lp_note_row_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (lp_note_row_parent_class)->system_setting_changed (widget, setting);

  lp_note_pool_measure (LP_NOTE_ROW (widget)->pool, widget);
  gtk_widget_queue_resize (widget);
}

static void
set_narrow (LpNoteRow *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
}

static void
lp_note_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpNoteRow *self = LP_NOTE_ROW (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_note_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpNoteRow *self = LP_NOTE_ROW (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_note_row_dispose (GObject *object)
{
  LpNoteRow *self = LP_NOTE_ROW (object);

  lp_note_row_clear (self);
  give_content (self);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_clear_pointer (&self->voice, g_free);

  G_OBJECT_CLASS (lp_note_row_parent_class)->dispose (object);
}

static void
lp_note_row_finalize (GObject *object)
{
  g_clear_object (&LP_NOTE_ROW (object)->pool);

  G_OBJECT_CLASS (lp_note_row_parent_class)->finalize (object);
}

static void
lp_note_row_class_init (LpNoteRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_note_row_get_property;
  object_class->set_property = lp_note_row_set_property;
  object_class->dispose = lp_note_row_dispose;
  object_class->finalize = lp_note_row_finalize;
  widget_class->get_request_mode = lp_note_row_get_request_mode;
  widget_class->measure = lp_note_row_measure;
  widget_class->size_allocate = lp_note_row_size_allocate;
  widget_class->root = lp_note_row_root;
  widget_class->map = lp_note_row_map;
  widget_class->unmap = lp_note_row_unmap;
  widget_class->system_setting_changed = lp_note_row_system_setting_changed;

  props[PROP_NARROW] = g_param_spec_boolean (
      "narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
lp_note_row_init (LpNoteRow *self)
{
}

GtkWidget *
lp_note_row_new (LpNotePool *pool)
{
  LpNoteRow *self = g_object_new (LP_TYPE_NOTE_ROW, NULL);

  self->pool = g_object_ref (pool);
  return GTK_WIDGET (self);
}

/**
 * lp_note_row_show_note:
 * @theme: (nullable): the name of the one it is in
 * @fresh: whether it was saved just now
 */
void
lp_note_row_show_note (LpNoteRow *self, LpRecord *note, const char *theme, gboolean fresh)
{
  lp_note_row_clear (self);
  self->note = g_object_ref (note);
  self->fresh = fresh;
  self->voice = lp_note_content_describe_note (note, theme);
  show (self);
}

void
lp_note_row_show_pending (LpNoteRow *self, LpPendingNote *note)
{
  lp_note_row_clear (self);
  self->pending = g_object_ref (note);
  self->voice = lp_note_content_describe_pending (note);
  g_signal_connect_swapped (note, "notify::reason", G_CALLBACK (show), self);
  show (self);
}

/* theme: its name, or NULL. */
void
lp_note_row_show_theme (LpNoteRow *self, const char *theme)
{
  g_autofree char *voice = self->note != NULL ? lp_note_content_describe_note (self->note, theme) : NULL;

  if (voice == NULL || !g_set_str (&self->voice, voice))
    return;

  show (self);
}

/* fresh: whether it was saved just now. */
void
lp_note_row_show_fresh (LpNoteRow *self, gboolean fresh)
{
  if (self->fresh == fresh)
    return;

  self->fresh = fresh;
  fill_content (self);
}

/** lp_note_row_mark: other words are looked for now. */
void
lp_note_row_mark (LpNoteRow *self)
{
  if (self->content != NULL)
    lp_note_content_mark (self->content, lp_note_pool_get_words (self->pool));
}

/* editor: takes the place of the note; or NULL. */
void
lp_note_row_set_editor (LpNoteRow *self, GtkWidget *editor)
{
  if (self->editor == editor)
    return;

  g_clear_pointer (&self->editor, gtk_widget_unparent);
  if (editor != NULL)
    {
      give_content (self);
      gtk_widget_set_parent (editor, GTK_WIDGET (self));
    }
  self->editor = editor;
  if (editor == NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    take_content (self);
}

/* NULL while it shows one that is not on the disk yet, or nothing. */
LpRecord *
lp_note_row_get_note (LpNoteRow *self)
{
  return self->note;
}

void
lp_note_row_clear (LpNoteRow *self)
{
  if (self->pending != NULL)
    g_signal_handlers_disconnect_by_data (self->pending, self);
  g_clear_object (&self->pending);
  g_clear_object (&self->note);
  g_clear_pointer (&self->voice, g_free);
  self->fresh = FALSE;
}

/** lp_note_row_pick: Returns: (transfer none) (nullable): the row at a point of a list of such rows */
LpNoteRow *
lp_note_row_pick (GtkWidget *list, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, LP_TYPE_NOTE_ROW) : NULL;

  /* a point beside the row's text hits what lies around the row */
  if (row == NULL && picked != NULL && LP_IS_NOTE_ROW (gtk_widget_get_first_child (picked)))
    row = gtk_widget_get_first_child (picked);

  return row != NULL ? LP_NOTE_ROW (row) : NULL;
}
