/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-slide-icon.h"

struct _LpSlideIcon
{
  GtkWidget parent_instance;

  char *name;
};

G_DEFINE_FINAL_TYPE (LpSlideIcon, lp_slide_icon, GTK_TYPE_WIDGET)

static void
lp_slide_icon_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LpSlideIcon *self = LP_SLIDE_ICON (widget);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  int size = MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  g_autoptr (GtkIconPaintable) icon = NULL;
  GdkRGBA color;

  if (self->name == NULL || size <= 0)
    return;

  icon = gtk_icon_theme_lookup_icon (theme, self->name, NULL, size, gtk_widget_get_scale_factor (widget),
                                     gtk_widget_get_direction (widget), 0);
  gtk_widget_get_color (widget, &color);
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, size, size, &color, 1);
}

static void
lp_slide_icon_finalize (GObject *object)
{
  g_free (LP_SLIDE_ICON (object)->name);

  G_OBJECT_CLASS (lp_slide_icon_parent_class)->finalize (object);
}

static void
lp_slide_icon_class_init (LpSlideIconClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lp_slide_icon_finalize;
  widget_class->snapshot = lp_slide_icon_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lp_slide_icon_init (LpSlideIcon *self)
{
}

GtkWidget *
lp_slide_icon_new (void)
{
  return g_object_new (LP_TYPE_SLIDE_ICON, NULL);
}

/* name: of a symbolic icon. */
void
lp_slide_icon_set_name (LpSlideIcon *self, const char *name)
{
  if (g_set_str (&self->name, name))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
