/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-theme-bar.h"

#include "lp-kind-badge.h"

#include <adwaita.h>
#include <math.h>
#include <string.h>

#define GAP 2
#define RADIUS 6
#define PADDING 3
#define MIN_WIDTH 120

struct _LpThemeBar {
  GtkWidget  parent_instance;

  guint      kinds[LP_N_KINDS];
  guint      longest;  /* notes in the longest bar of the chart: it takes the whole width */
};

G_DEFINE_FINAL_TYPE (LpThemeBar, lp_theme_bar, GTK_TYPE_WIDGET)

static const AdwAccentColor accents[LP_N_KINDS] = {
  [LP_KIND_DREAM] = ADW_ACCENT_COLOR_BLUE,
  [LP_KIND_CONCERN] = ADW_ACCENT_COLOR_ORANGE,
  [LP_KIND_EXPERIENCE] = ADW_ACCENT_COLOR_TEAL,
  [LP_KIND_PROPOSAL] = ADW_ACCENT_COLOR_PURPLE,
  [LP_KIND_STORY] = ADW_ACCENT_COLOR_PINK,
};

static guint
count_all (LpThemeBar *self)
{
  guint n = 0;

  for (guint i = 0; i < LP_N_KINDS; i++)
    n += self->kinds[i];
  return n;
}

static GdkRGBA
mix (const GdkRGBA *a,
     const GdkRGBA *b,
     float          share)
{
  return (GdkRGBA) {
    a->red * share + b->red * (1 - share),
    a->green * share + b->green * (1 - share),
    a->blue * share + b->blue * (1 - share),
    a->alpha * share + b->alpha * (1 - share),
  };
}

/* Whole pixels, so that the edges are sharp and segments of equal numbers look equal. */
static double
get_edge (LpThemeBar *self,
          guint       n_notes)
{
  return self->longest > 0 ? round ((double) gtk_widget_get_width (GTK_WIDGET (self)) * n_notes / self->longest) : 0;
}

static gboolean
is_rtl (LpThemeBar *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* Where the segment of a kind lies: FALSE when it has none. */
static gboolean
get_segment (LpThemeBar      *self,
             LpKind           kind,
             graphene_rect_t *out)
{
  guint before = 0;
  double start, end;

  if (self->kinds[kind] == 0)
    return FALSE;
  for (guint i = 0; i < kind; i++)
    before += self->kinds[i];
  start = get_edge (self, before);
  end = get_edge (self, before + self->kinds[kind]);
  if (before + self->kinds[kind] < count_all (self))
    end -= GAP;
  if (is_rtl (self))
    graphene_rect_init (out, gtk_widget_get_width (GTK_WIDGET (self)) - end, 0, MAX (end - start, 1),
                        gtk_widget_get_height (GTK_WIDGET (self)));
  else
    graphene_rect_init (out, start, 0, MAX (end - start, 1), gtk_widget_get_height (GTK_WIDGET (self)));
  return TRUE;
}

static void
draw_icon (LpThemeBar    *self,
           GtkSnapshot   *snapshot,
           LpKind         kind,
           double         x,
           int            size,
           const GdkRGBA *color)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon =
    gtk_icon_theme_lookup_icon (theme, lp_kind_icon_name (kind), NULL, size, gtk_widget_get_scale_factor (widget),
                                gtk_widget_get_direction (widget), 0);
  const GdkRGBA colors[4] = { *color, *color, *color, *color };

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, round ((gtk_widget_get_height (widget) - size) / 2.0)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, size, size, colors, G_N_ELEMENTS (colors));
  gtk_snapshot_restore (snapshot);
}

/* Symbol and number where there is room for both, else the symbol, else nothing: order and tooltip then tell. */
static void
draw_content (LpThemeBar            *self,
              GtkSnapshot           *snapshot,
              LpKind                 kind,
              const graphene_rect_t *segment,
              const GdkRGBA         *color)
{
  g_autofree char *number = g_strdup_printf ("%'u", self->kinds[kind]);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), number);
  int text_width, text_height, size;
  double x, room = segment->size.width - 2;

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  size = MIN (round (text_height * 0.75), gtk_widget_get_height (GTK_WIDGET (self)) - 2);
  if (room < size)
    return;
  if (room < size + 3 + text_width + 2)
    {
      draw_icon (self, snapshot, kind, round (segment->origin.x + (segment->size.width - size) / 2), size, color);
      return;
    }
  x = round (segment->origin.x + (segment->size.width - size - 3 - text_width) / 2);
  draw_icon (self, snapshot, kind, x, size, color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + size + 3, round ((segment->size.height - text_height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_segment (LpThemeBar  *self,
              GtkSnapshot *snapshot,
              LpKind       kind)
{
  graphene_rect_t segment;
  GdkRGBA accent, foreground, fill, ink;

  if (!get_segment (self, kind, &segment))
    return;
  adw_accent_color_to_rgba (accents[kind], &accent);
  gtk_widget_get_color (GTK_WIDGET (self), &foreground);
  fill = accent;
  fill.alpha = 0.36;
  ink = mix (&accent, &foreground, 0.3);
  gtk_snapshot_append_color (snapshot, &fill, &segment);
  draw_content (self, snapshot, kind, &segment, &ink);
}

static void
lp_theme_bar_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  LpThemeBar *self = LP_THEME_BAR (widget);
  double length = get_edge (self, count_all (self));
  double x = is_rtl (self) ? gtk_widget_get_width (widget) - length : 0;
  GskRoundedRect outline;

  if (length <= 0)
    return;
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (x, 0, length, gtk_widget_get_height (widget)), RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  for (LpKind kind = 0; kind < LP_N_KINDS; kind++)
    draw_segment (self, snapshot, kind);
  gtk_snapshot_pop (snapshot);
}

static void
lp_theme_bar_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : height + 2 * PADDING;
  *natural = *minimum;
}

static gboolean
lp_theme_bar_query_tooltip (GtkWidget  *widget,
                            int         x,
                            int         y,
                            gboolean    keyboard,
                            GtkTooltip *tooltip)
{
  LpThemeBar *self = LP_THEME_BAR (widget);

  for (LpKind kind = 0; kind < LP_N_KINDS; kind++)
    {
      graphene_rect_t segment;

      if (get_segment (self, kind, &segment) && x >= segment.origin.x && x < segment.origin.x + segment.size.width + GAP)
        {
          guint only[LP_N_KINDS] = { 0 };
          g_autofree char *words = NULL;

          only[kind] = self->kinds[kind];
          words = lp_theme_bar_describe (only);
          gtk_tooltip_set_text (tooltip, words);
          return TRUE;
        }
    }
  return FALSE;
}

static void
lp_theme_bar_class_init (LpThemeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = lp_theme_bar_snapshot;
  widget_class->measure = lp_theme_bar_measure;
  widget_class->query_tooltip = lp_theme_bar_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "themebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
lp_theme_bar_init (LpThemeBar *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/** lp_theme_bar_new: longest: the notes that fill the whole width, the same for all bars of a chart. */
GtkWidget *
lp_theme_bar_new (const guint kinds[LP_N_KINDS],
                  guint       longest)
{
  LpThemeBar *self = g_object_new (LP_TYPE_THEME_BAR, NULL);
  g_autofree char *words = lp_theme_bar_describe (kinds);

  memcpy (self->kinds, kinds, sizeof self->kinds);
  self->longest = longest;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return GTK_WIDGET (self);
}

/** lp_theme_bar_describe: "5 Dreams, 1 Concern", of the kinds that there are. */
char *
lp_theme_bar_describe (const guint kinds[LP_N_KINDS])
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  for (LpKind kind = 0; kind < LP_N_KINDS; kind++)
    {
      if (kinds[kind] > 0)
        g_strv_builder_take (parts, g_strdup_printf ("%'u %s", kinds[kind],
                                                     kinds[kind] == 1 ? lp_kind_label (kind) : lp_kind_plural (kind)));
    }
  strv = g_strv_builder_end (parts);
  return g_strjoinv (", ", strv);
}
