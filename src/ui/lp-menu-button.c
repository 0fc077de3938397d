/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-menu-button.h"

struct _LpMenuButton
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (LpMenuButton, lp_menu_button, ADW_TYPE_BIN)

static void
lp_menu_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LP_TYPE_MENU_BUTTON);

  G_OBJECT_CLASS (lp_menu_button_parent_class)->dispose (object);
}

static void
lp_menu_button_class_init (LpMenuButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_menu_button_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-menu-button.ui");
}

static void
lp_menu_button_init (LpMenuButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lp_menu_button_new (void)
{
  return g_object_new (LP_TYPE_MENU_BUTTON, NULL);
}

GMenuModel *
lp_menu_button_get_menu (LpMenuButton *self)
{
  return gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (self))));
}
