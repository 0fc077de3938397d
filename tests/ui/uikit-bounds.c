/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <gtk/gtk.h>

/*
 * A module for GIO, loaded into the program by uikit, that makes it tell where its widgets are.
 *
 * GTK 4.18 gives an accessible's place in its parent from the parent's content box, and AT-SPI adds these
 * places up to the window as if they began at the border box: what a style sheet says of padding and border is
 * left out. Here the place is given from the border box.
 */

static gboolean (*former) (GtkAccessible *, int *, int *, int *, int *);

/* How far the content of a widget begins from its border box. */
static graphene_point_t
get_inset (GtkWidget *widget)
{
  graphene_rect_t own;

  if (!gtk_widget_compute_bounds (widget, widget, &own))
    return GRAPHENE_POINT_INIT (0, 0);
  return GRAPHENE_POINT_INIT (-own.origin.x, -own.origin.y);
}

static gboolean
get_bounds (GtkAccessible *accessible, int *x, int *y, int *width, int *height)
{
  GtkWidget *widget = GTK_WIDGET (accessible);
  GtkWidget *parent = gtk_widget_get_parent (widget);
  graphene_point_t inset = get_inset (parent ? parent : widget);

  if (!former (accessible, x, y, width, height))
    return FALSE;
  *x += inset.x;
  *y += inset.y;
  return TRUE;
}

/* Each class has a copy of what it implements, made when it was first used. */
static void
patch (GType type)
{
  g_autofree GType *children = NULL;
  gpointer klass = g_type_class_peek (type);
  GtkAccessibleInterface *accessible = klass ? g_type_interface_peek (klass, GTK_TYPE_ACCESSIBLE) : NULL;
  guint n_children = 0;

  if (accessible && accessible->get_bounds == former)
    accessible->get_bounds = get_bounds;
  children = g_type_children (type, &n_children);
  for (guint i = 0; i < n_children; i++)
    patch (children[i]);
}

G_MODULE_EXPORT void
g_io_module_load (GIOModule *module)
{
  GtkAccessibleInterface *accessible = NULL;

  if (former)
    return;
  g_type_module_use (G_TYPE_MODULE (module));
  accessible = g_type_interface_peek (g_type_class_ref (GTK_TYPE_WIDGET), GTK_TYPE_ACCESSIBLE);
  former = accessible->get_bounds;
  patch (GTK_TYPE_WIDGET);
}

G_MODULE_EXPORT void
g_io_module_unload (GIOModule *module)
{
}
