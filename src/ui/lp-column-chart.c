/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-column-chart.h"

#include <adwaita.h>
#include <math.h>

#define GAP 8
#define RADIUS 4
#define MIN_COLUMN 6
#define MIN_HEIGHT 90
#define SPACING 4

struct _LpColumnChart {
  GtkWidget  parent_instance;

  GArray    *columns;  /* of Column */
};

typedef struct {
  char  *label;
  guint  value;
} Column;

G_DEFINE_FINAL_TYPE (LpColumnChart, lp_column_chart, GTK_TYPE_WIDGET)

static void
column_clear (gpointer data)
{
  g_free (((Column *) data)->label);
}

static guint
find_highest (LpColumnChart *self)
{
  guint highest = 1;

  for (guint i = 0; i < self->columns->len; i++)
    highest = MAX (highest, g_array_index (self->columns, Column, i).value);
  return highest;
}

static int
get_line_height (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static int
get_text_width (GtkWidget  *widget,
                const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width = 0;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* Every label, or every second or third, so that the widest does not run into its neighbours. */
static guint
find_step (LpColumnChart *self,
           double         pitch)
{
  int widest = 0;

  for (guint i = 0; i < self->columns->len; i++)
    widest = MAX (widest, get_text_width (GTK_WIDGET (self), g_array_index (self->columns, Column, i).label));
  return pitch > 0 ? (guint) MAX (1, ceil ((widest + SPACING) / pitch)) : 1;
}

/* Above all columns or above none. */
static gboolean
has_room_for_values (LpColumnChart *self,
                     double         pitch)
{
  g_autofree char *highest = g_strdup_printf ("%'u", find_highest (self));

  return get_text_width (GTK_WIDGET (self), highest) + SPACING <= pitch;
}

/* Centred on x. */
static void
draw_text (LpColumnChart *self,
           GtkSnapshot   *snapshot,
           const char    *text,
           double         x,
           double         y,
           double         opacity)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  GdkRGBA color;
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_widget_get_color (GTK_WIDGET (self), &color);
  color.alpha *= opacity;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round (x - width / 2.0), y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_column (LpColumnChart *self,
             GtkSnapshot   *snapshot,
             guint          i,
             double         pitch,
             const GdkRGBA *accent)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const Column *column = &g_array_index (self->columns, Column, i);
  int line = get_line_height (widget);
  double room = gtk_widget_get_height (widget) - 2 * (line + SPACING);
  double height = MAX (1, round (room * column->value / find_highest (self)));
  double gap = MIN (GAP, pitch / 4);
  guint place = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? self->columns->len - 1 - i : i;
  double x = round (place * pitch + gap / 2);
  double y = line + SPACING + room - height;
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (x, y, round (pitch - gap), height), RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, accent, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_words (LpColumnChart *self,
            GtkSnapshot   *snapshot,
            guint          i,
            double         pitch,
            gboolean       label,
            gboolean       value)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const Column *column = &g_array_index (self->columns, Column, i);
  g_autofree char *number = g_strdup_printf ("%'u", column->value);
  int line = get_line_height (widget);
  double room = gtk_widget_get_height (widget) - 2 * (line + SPACING);
  guint place = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? self->columns->len - 1 - i : i;
  double x = (place + 0.5) * pitch;

  if (value)
    draw_text (self, snapshot, number, x, room - MAX (1, round (room * column->value / find_highest (self))), 1);
  if (label)
    draw_text (self, snapshot, column->label, x, gtk_widget_get_height (widget) - line, 0.7);
}

static void
lp_column_chart_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  LpColumnChart *self = LP_COLUMN_CHART (widget);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);

  double pitch = (double) gtk_widget_get_width (widget) / MAX (1, self->columns->len);
  guint step = find_step (self, pitch);
  gboolean values = has_room_for_values (self, pitch);

  accent->alpha = 0.6;
  for (guint i = 0; i < self->columns->len; i++)
    {
      draw_column (self, snapshot, i, pitch, accent);
      draw_words (self, snapshot, i, pitch, i % step == 0, values);
    }
}

static void
lp_column_chart_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  LpColumnChart *self = LP_COLUMN_CHART (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN_COLUMN * self->columns->len;
  else
    *minimum = MIN_HEIGHT + 2 * (get_line_height (widget) + SPACING);
  *natural = *minimum;
}

static void
lp_column_chart_finalize (GObject *object)
{
  LpColumnChart *self = LP_COLUMN_CHART (object);

  g_array_unref (self->columns);

  G_OBJECT_CLASS (lp_column_chart_parent_class)->finalize (object);
}

static void
lp_column_chart_class_init (LpColumnChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lp_column_chart_finalize;

  widget_class->snapshot = lp_column_chart_snapshot;
  widget_class->measure = lp_column_chart_measure;
  gtk_widget_class_set_css_name (widget_class, "columnchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
lp_column_chart_init (LpColumnChart *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
}

void
lp_column_chart_clear (LpColumnChart *self)
{
  g_array_set_size (self->columns, 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
lp_column_chart_add (LpColumnChart *self,
                     const char    *label,
                     guint          value)
{
  Column column = { .label = g_strdup (label), .value = value };

  g_array_append_val (self->columns, column);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
