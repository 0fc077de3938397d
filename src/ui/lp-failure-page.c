/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "lp-failure-page.h"
#include "lp-menu-button.h"
#include "lp-store.h"

struct _LpFailurePage
{
  AdwNavigationPage parent_instance;

  AdwStatusPage *status;
};

G_DEFINE_FINAL_TYPE (LpFailurePage, lp_failure_page, ADW_TYPE_NAVIGATION_PAGE)

static const char *
heading_for (const GError *error)
{
  if (error->domain != LP_STORE_ERROR)
    return _("The Meetings Cannot Be Opened");

  switch ((LpStoreError) error->code)
    {
    case LP_STORE_ERROR_FOREIGN:
      return _("This Is Not a Landspanel File");
    case LP_STORE_ERROR_DAMAGED:
      return _("The Meetings’ File Is Damaged");
    case LP_STORE_ERROR_NEWER:
      return _("The Meetings Are From a Newer Landspanel");
    case LP_STORE_ERROR_LOCKED:
      return _("The Meetings Are Open Elsewhere");
    case LP_STORE_ERROR_FULL:
      return _("The Disk Is Full");
    case LP_STORE_ERROR_READ_ONLY:
      return _("The Meetings Cannot Be Written");
    case LP_STORE_ERROR_FAILED:
    case LP_STORE_ERROR_NOT_FOUND:
    case LP_STORE_ERROR_INVALID:
    default:
      return _("The Meetings Cannot Be Opened");
    }
}

static void
lp_failure_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LP_TYPE_FAILURE_PAGE);

  G_OBJECT_CLASS (lp_failure_page_parent_class)->dispose (object);
}

static void
lp_failure_page_class_init (LpFailurePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_failure_page_dispose;

  g_type_ensure (LP_TYPE_MENU_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-failure-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LpFailurePage, status);
}

static void
lp_failure_page_init (LpFailurePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lp_failure_page_new (const GError *error)
{
  LpFailurePage *self = g_object_new (LP_TYPE_FAILURE_PAGE, NULL);
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_title (self->status, heading_for (error));
  adw_status_page_set_description (self->status, escaped);
  return GTK_WIDGET (self);
}
