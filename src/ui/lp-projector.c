/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-projector.h"

#include <glib/gi18n.h>
#include <math.h>

#include "lp-projector-window.h"
#include "lp-screens.h"

/* Sizes of the text that are offered; a step is what one sees. */
#define SMALLEST 0.8
#define LARGEST 1.6
#define STEP 0.1

/* settings */
#define SCREEN "projector-screen"
#define DARK "projector-dark"
#define TEXT_SCALE "projector-text-scale"

struct _LpProjector
{
  GObject parent_instance;

  LpRunner *runner;
  LpProjection *projection;
  GtkWidget *owner;  /* weak: says which window and screen are the app's own */
  GtkWidget *window; /* NULL while it is not there */
  GListModel *monitors;
  GSettings *settings;
  GSimpleActionGroup *actions;
  GMenu *menu;
  GMenu *screens;
};

G_DEFINE_FINAL_TYPE (LpProjector, lp_projector, G_TYPE_OBJECT)

/* --- Screens --- */

/* What tells it from others, also tomorrow. */
static const char *
get_name (GdkMonitor *monitor)
{
  const char *name = gdk_monitor_get_connector (monitor);

  return name != NULL ? name : gdk_monitor_get_description (monitor);
}

static const char *
get_label (GdkMonitor *monitor)
{
  const char *label = gdk_monitor_get_description (monitor);

  return label != NULL ? label : get_name (monitor);
}

/* Transfer full; NULL where it has none, or is not on a screen. */
static GdkMonitor *
find_own_monitor (LpProjector *self)
{
  GtkNative *native = self->owner != NULL ? gtk_widget_get_native (self->owner) : NULL;
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  GdkMonitor *monitor = NULL;

  if (surface == NULL)
    return NULL;

  monitor = gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);

  return monitor != NULL ? g_object_ref (monitor) : NULL;
}

/* Transfer full; NULL: none, a window. */
static GdkMonitor *
choose_monitor (LpProjector *self)
{
  guint n_monitors = g_list_model_get_n_items (self->monitors);
  g_autoptr (GdkMonitor) own = find_own_monitor (self);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *wanted = g_settings_get_string (self->settings, SCREEN);
  int own_number = -1;
  int chosen = 0;

  for (guint i = 0; i < n_monitors; i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (self->monitors, i);

      g_ptr_array_add (names, (gpointer) get_name (monitor));
      if (monitor == own)
        own_number = (int) i;
    }
  chosen = lp_screens_choose ((const char *const *) names->pdata, n_monitors, own_number, wanted);

  return chosen >= 0 ? g_list_model_get_item (self->monitors, (guint) chosen) : NULL;
}

static void
place (LpProjector *self)
{
  g_autoptr (GdkMonitor) monitor = NULL;
  GtkRoot *root = self->owner != NULL ? gtk_widget_get_root (self->owner) : NULL;

  if (self->window == NULL)
    return;

  monitor = choose_monitor (self);
  lp_projector_window_set_main (LP_PROJECTOR_WINDOW (self->window), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  lp_projector_window_place (LP_PROJECTOR_WINDOW (self->window), monitor);
}

static void
add_screen (LpProjector *self, const char *label, const char *name)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "projector." SCREEN, "s", name);
  g_menu_append_item (self->screens, item);
}

static void
list_screens (LpProjector *self)
{
  g_menu_remove_all (self->screens);
  add_screen (self, _("Other _Screen"), LP_SCREENS_OTHER);
  add_screen (self, _("As a _Window"), LP_SCREENS_WINDOW);
  for (guint i = 0; i < g_list_model_get_n_items (self->monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (self->monitors, i);
      /* Translators: fill the whole of this screen; its name follows */
      g_autofree char *label = g_strdup_printf (_("Fill %s"), get_label (monitor));

      if (get_name (monitor) != NULL)
        add_screen (self, label, get_name (monitor));
    }
}

static void
monitors_changed_cb (LpProjector *self)
{
  list_screens (self);
  place (self);
}

/* --- Window --- */

static void
open_cb (LpProjector *self)
{
  gboolean open = lp_projection_get_open (self->projection);

  if (open && self->window == NULL)
    {
      self->window = lp_projector_window_new (self->runner, self->projection);
      g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
      place (self);
    }
  else if (!open && self->window != NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self->window));
    }
}

/* --- Actions --- */

static void
resize_text (LpProjector *self, double step)
{
  double scale = round ((lp_projection_get_text_scale (self->projection) + step) / STEP) * STEP;

  lp_projection_set_text_scale (self->projection, CLAMP (scale, SMALLEST, LARGEST));
}

static void
larger_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  resize_text (data, STEP);
}

static void
smaller_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  resize_text (data, -STEP);
}

static void
add_open (LpProjector *self)
{
  g_autoptr (GPropertyAction) open = g_property_action_new ("open", self->projection, "open");

  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (open));
}

/* Settings as actions bear the names of their keys. */
static void
add_actions (LpProjector *self)
{
  static const GActionEntry entries[] = {
    { .name = "larger", .activate = larger_cb },
    { .name = "smaller", .activate = smaller_cb },
  };
  g_autoptr (GAction) screen = g_settings_create_action (self->settings, SCREEN);
  g_autoptr (GAction) dark = g_settings_create_action (self->settings, DARK);

  g_action_map_add_action (G_ACTION_MAP (self->actions), screen);
  g_action_map_add_action (G_ACTION_MAP (self->actions), dark);
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

static void
make_menu (LpProjector *self)
{
  g_autoptr (GMenu) looks = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenuItem) open = g_menu_item_new (_("_Big Screen"), "projector.open");

  g_menu_item_set_attribute (open, "accel", "s", "F5");
  g_menu_append_item (first, open);
  g_menu_append (first, _("_Review for the Wall"), "meeting.review");
  g_menu_append (looks, _("_Larger Text"), "projector.larger");
  g_menu_append (looks, _("S_maller Text"), "projector.smaller");
  g_menu_append (looks, _("W_hite on Black"), "projector." DARK);
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (self->menu, _("Show on"), G_MENU_MODEL (self->screens));
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (looks));
}

static void
lp_projector_dispose (GObject *object)
{
  LpProjector *self = LP_PROJECTOR (object);

  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->owner);
  g_clear_object (&self->runner);
  g_clear_object (&self->projection);
  g_clear_object (&self->monitors);
  g_clear_object (&self->actions);
  g_clear_object (&self->settings);
  g_clear_object (&self->menu);
  g_clear_object (&self->screens);

  G_OBJECT_CLASS (lp_projector_parent_class)->dispose (object);
}

static void
lp_projector_class_init (LpProjectorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lp_projector_dispose;
}

static void
lp_projector_init (LpProjector *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  self->actions = g_simple_action_group_new ();
  self->menu = g_menu_new ();
  self->screens = g_menu_new ();
  add_actions (self);
  make_menu (self);
}

/* owner: a widget of the app's own window. */
LpProjector *
lp_projector_new (LpRunner *runner, LpProjection *projection, GtkWidget *owner)
{
  LpProjector *self = g_object_new (LP_TYPE_PROJECTOR, NULL);

  self->runner = g_object_ref (runner);
  self->projection = g_object_ref (projection);
  g_set_weak_pointer (&self->owner, owner);
  self->monitors = g_object_ref (gdk_display_get_monitors (gtk_widget_get_display (owner)));
  g_settings_bind (self->settings, TEXT_SCALE, projection, "text-scale", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->monitors, "items-changed", G_CALLBACK (monitors_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::" SCREEN, G_CALLBACK (place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (projection, "notify::open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  add_open (self);
  list_screens (self);
  open_cb (self);

  return self;
}

/** lp_projector_get_menu: which screen, how it looks. Transfer none. */
GMenuModel *
lp_projector_get_menu (LpProjector *self)
{
  return G_MENU_MODEL (self->menu);
}

/** lp_projector_get_actions: those of the menu. Transfer none. */
GActionGroup *
lp_projector_get_actions (LpProjector *self)
{
  return G_ACTION_GROUP (self->actions);
}

/** lp_projector_get_window: NULL while there is none. Transfer none. */
GtkWidget *
lp_projector_get_window (LpProjector *self)
{
  return self->window;
}
