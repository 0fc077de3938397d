/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-slide-text.h"

#include <math.h>
#include <string.h>

#include "lp-slide-fit.h"

/* No words are so many that they would not fit at this size. */
#define LEAST_SIZE 4.0

/* How much smaller words become rather than that a line of theirs is broken. */
#define WHOLE_LINES 0.7

#define LINE_SPACING 1.15f

struct _LpSlideText
{
  GtkWidget parent_instance;

  char *text;
  LpSlideTextStyle style;
  double size;
  float xalign;
  float yalign;
  int padding;
  int lines;           /* at the most; 0: as many as there are */
  PangoLayout *layout; /* as shown; NULL: to be made */
  double shown;        /* its size */
  int width;           /* of the room it was made for */
  int height;
};

G_DEFINE_FINAL_TYPE (LpSlideText, lp_slide_text, GTK_TYPE_WIDGET)

/* --- Laying out --- */

static void
set_layout_size (PangoLayout *layout, double size)
{
  PangoFontDescription *font = pango_font_description_copy (pango_layout_get_font_description (layout));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

/* Thin letters fade on a weak projector; figures that fill a part of the screen do not. */
static PangoWeight
get_weight (LpSlideText *self)
{
  if (self->style & LP_SLIDE_TEXT_BOLD)
    return PANGO_WEIGHT_BOLD;

  return self->style & LP_SLIDE_TEXT_FIGURES ? PANGO_WEIGHT_NORMAL : PANGO_WEIGHT_MEDIUM;
}

static PangoLayout *
create_layout (LpSlideText *self)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoFontDescription *font =
      pango_font_description_copy (pango_context_get_font_description (pango_layout_get_context (layout)));

  pango_font_description_set_weight (font, get_weight (self));
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  if (self->style & LP_SLIDE_TEXT_FIGURES)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_line_spacing (layout, LINE_SPACING);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (self->xalign > 0.9f)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  else if (self->xalign > 0.1f)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  if (self->lines > 0)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, -self->lines);
    }
  set_layout_size (layout, self->size);

  return layout;
}

/* --- Fitting --- */

typedef struct
{
  PangoLayout *layout;
  int width;
  int height;
  gboolean whole_lines;
} Room;

/* A word that is wider than the room is not to be broken either, as long as smaller letters help. */
static gboolean
breaks_a_word (PangoLayout *layout)
{
  const PangoLogAttr *attrs = NULL;
  const char *text = pango_layout_get_text (layout);
  int n_attrs = 0;

  attrs = pango_layout_get_log_attrs_readonly (layout, &n_attrs);
  for (int i = 1; i < pango_layout_get_line_count (layout); i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      int at = (int) g_utf8_pointer_to_offset (text, text + pango_layout_line_get_start_index (line));

      if (at < n_attrs && !attrs[at].is_line_break && !attrs[at].is_mandatory_break)
        return TRUE;
    }

  return FALSE;
}

static gboolean
fits_cb (double size, gpointer data)
{
  Room *room = data;
  int width = 0;
  int height = 0;

  set_layout_size (room->layout, size);
  pango_layout_set_width (room->layout, room->whole_lines ? -1 : room->width * PANGO_SCALE);
  pango_layout_get_pixel_size (room->layout, &width, &height);
  if (width > room->width || height > room->height)
    return FALSE;

  return room->whole_lines || !breaks_a_word (room->layout);
}

static double
fit (LpSlideText *self, Room *room)
{
  double wrapped = lp_slide_fit (self->size, LEAST_SIZE, fits_cb, room);
  double whole = 0;

  if (!(self->style & LP_SLIDE_TEXT_WHOLE_LINES) || strchr (self->text, '\n') == NULL)
    return wrapped;

  room->whole_lines = TRUE;
  whole = lp_slide_fit (self->size, LEAST_SIZE, fits_cb, room);

  return whole >= wrapped * WHOLE_LINES && fits_cb (whole, room) ? whole : wrapped;
}

static void
ensure_layout (LpSlideText *self)
{
  int width = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * self->padding, 1);
  int height = MAX (gtk_widget_get_height (GTK_WIDGET (self)) - 2 * self->padding, 1);
  Room room = { .width = width, .height = height };

  if (self->layout != NULL && self->width == width && self->height == height)
    return;

  g_clear_object (&self->layout);
  self->layout = create_layout (self);
  self->width = width;
  self->height = height;
  self->shown = self->size;
  room.layout = self->layout;
  if (self->lines == 0)
    self->shown = fit (self, &room);
  set_layout_size (self->layout, self->shown);
  pango_layout_set_width (self->layout, width * PANGO_SCALE);
}

static void
forget_layout (LpSlideText *self)
{
  g_clear_object (&self->layout);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- Widget --- */

static void
lp_slide_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LpSlideText *self = LP_SLIDE_TEXT (widget);
  GdkRGBA color;
  int height = 0;

  ensure_layout (self);
  gtk_widget_get_color (widget, &color);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) self->padding,
                                                          (float) self->padding +
                                                              roundf ((float) (self->height - height) * self->yalign)));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
}

static void
lp_slide_text_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (lp_slide_text_parent_class)->css_changed (widget, change);

  forget_layout (LP_SLIDE_TEXT (widget));
}

static void
lp_slide_text_dispose (GObject *object)
{
  g_clear_object (&LP_SLIDE_TEXT (object)->layout);

  G_OBJECT_CLASS (lp_slide_text_parent_class)->dispose (object);
}

static void
lp_slide_text_finalize (GObject *object)
{
  g_free (LP_SLIDE_TEXT (object)->text);

  G_OBJECT_CLASS (lp_slide_text_parent_class)->finalize (object);
}

static void
lp_slide_text_class_init (LpSlideTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_slide_text_dispose;
  G_OBJECT_CLASS (klass)->finalize = lp_slide_text_finalize;
  widget_class->snapshot = lp_slide_text_snapshot;
  widget_class->css_changed = lp_slide_text_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
lp_slide_text_init (LpSlideText *self)
{
  self->text = g_strdup ("");
  self->size = LEAST_SIZE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* css_class: or NULL. */
GtkWidget *
lp_slide_text_new (LpSlideTextStyle style, const char *css_class)
{
  LpSlideText *self = g_object_new (LP_TYPE_SLIDE_TEXT, NULL);

  self->style = style;
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);

  return GTK_WIDGET (self);
}

const char *
lp_slide_text_get_text (LpSlideText *self)
{
  return self->text;
}

/* text: NULL for none, which hides it. */
void
lp_slide_text_set_text (LpSlideText *self, const char *text)
{
  if (!g_set_str (&self->text, text != NULL ? text : ""))
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), *self->text != '\0');
  gtk_widget_queue_resize (GTK_WIDGET (self));
  forget_layout (self);
}

/** lp_slide_text_set_size: of the letters, in pixels, where there is room for it. */
void
lp_slide_text_set_size (LpSlideText *self, double size)
{
  if (self->size == size)
    return;

  self->size = size;
  forget_layout (self);
}

/* 0: left or top, 1: right or bottom. */
void
lp_slide_text_set_align (LpSlideText *self, float x, float y)
{
  self->xalign = x;
  self->yalign = y;
  forget_layout (self);
}

/** lp_slide_text_set_box: padding: in pixels; lines: at the most, 0 for as many as there are. */
void
lp_slide_text_set_box (LpSlideText *self, int padding, int lines)
{
  if (self->padding == padding && self->lines == lines)
    return;

  self->padding = padding;
  self->lines = lines;
  forget_layout (self);
}

/** lp_slide_text_get_height: what it would take at its size and this width, in pixels. */
int
lp_slide_text_get_height (LpSlideText *self, int width)
{
  g_autoptr (PangoLayout) layout = create_layout (self);
  int height = 0;

  pango_layout_set_width (layout, MAX (width - 2 * self->padding, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height + 2 * self->padding;
}

/** lp_slide_text_get_width: what it would take at its size in one line, in pixels. */
int
lp_slide_text_get_width (LpSlideText *self)
{
  g_autoptr (PangoLayout) layout = create_layout (self);
  int width = 0;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width + 2 * self->padding;
}

/** lp_slide_text_get_shown: the size that the letters have, in pixels. */
double
lp_slide_text_get_shown (LpSlideText *self)
{
  ensure_layout (self);

  return self->shown;
}

/** lp_slide_text_is_whole: whether all of the words can be seen, in the room they have. */
gboolean
lp_slide_text_is_whole (LpSlideText *self)
{
  PangoRectangle ink;
  int width = 0;
  int height = 0;

  ensure_layout (self);
  pango_layout_get_pixel_size (self->layout, &width, &height);
  pango_layout_get_pixel_extents (self->layout, &ink, NULL);

  return !pango_layout_is_ellipsized (self->layout) && width <= self->width && height <= self->height &&
         ink.height <= self->height;
}
