/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-theme-name-popover.h"

struct _LpThemeNamePopover {
  GtkPopover  parent_instance;

  GtkLabel   *heading;
  GtkEntry   *entry;
  GtkButton  *button;
};

G_DEFINE_FINAL_TYPE (LpThemeNamePopover, lp_theme_name_popover, GTK_TYPE_POPOVER)

enum {
  NAMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
get_name (LpThemeNamePopover *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
changed_cb (GtkEditable        *editable,
            LpThemeNamePopover *self)
{
  g_autofree char *name = get_name (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->button), *name != '\0');
}

static void
clicked_cb (GtkButton          *button,
            LpThemeNamePopover *self)
{
  g_autofree char *name = get_name (self);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[NAMED], 0, name);
}

static void
lp_theme_name_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LP_TYPE_THEME_NAME_POPOVER);

  G_OBJECT_CLASS (lp_theme_name_popover_parent_class)->dispose (object);
}

static void
lp_theme_name_popover_class_init (LpThemeNamePopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lp_theme_name_popover_dispose;

  signals[NAMED] = g_signal_new ("named", LP_TYPE_THEME_NAME_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-theme-name-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, LpThemeNamePopover, heading);
  gtk_widget_class_bind_template_child (widget_class, LpThemeNamePopover, entry);
  gtk_widget_class_bind_template_child (widget_class, LpThemeNamePopover, button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
lp_theme_name_popover_init (LpThemeNamePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** lp_theme_name_popover_new: name: to begin with, or NULL. */
LpThemeNamePopover *
lp_theme_name_popover_new (const char *heading,
                           const char *name,
                           const char *button)
{
  LpThemeNamePopover *self = g_object_new (LP_TYPE_THEME_NAME_POPOVER, NULL);

  gtk_label_set_label (self->heading, heading);
  gtk_button_set_label (self->button, button);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), name ? name : "");
  return self;
}
