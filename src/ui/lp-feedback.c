/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "lp-feedback.h"
#include "lp-window.h"

/* Seconds: for who reads slowly, and goes to the button by the keyboard. Newer news take it away before. */
#define LONG_ENOUGH 10

#define NEWS "lp-news"
#define FAILURE "lp-failure"
#define OFFERS_UNDO "lp-offers-undo"

/* Who comes late, when his page is no longer shown, speaks through the window. */
static GtkWidget *
find_shown (GtkWidget *from)
{
  GApplication *application = g_application_get_default ();
  GtkWindow *window;

  if (gtk_widget_get_root (from) || !application)
    return from;

  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  return LP_IS_WINDOW (window) ? lp_window_get_content (LP_WINDOW (window)) : from;
}

/* Of the page that is shown: the innermost, which ends where the controls of the page begin. */
static AdwToastOverlay *
find_innermost (GtkWidget *widget)
{
  AdwToastOverlay *found = NULL;

  if (!gtk_widget_get_mapped (widget) || ADW_IS_DIALOG (widget))
    return NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_innermost (child);

  return found ? found : ADW_IS_TOAST_OVERLAY (widget) ? ADW_TOAST_OVERLAY (widget) : NULL;
}

static AdwToastOverlay *
find_overlay (GtkWidget *from)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (from, ADW_TYPE_DIALOG);
  GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);
  GtkRoot *root = gtk_widget_get_root (from);
  AdwToastOverlay *shown = NULL;

  /* a dialog covers what lies behind it, and may have an overlay of its own */
  if (dialog)
    return overlay && gtk_widget_is_ancestor (overlay, dialog) ? ADW_TOAST_OVERLAY (overlay) : NULL;

  shown = LP_IS_WINDOW (root) ? find_innermost (GTK_WIDGET (root)) : NULL;
  return shown ? shown : (AdwToastOverlay *) overlay;
}

/* What was said last is remembered by the window, whichever page said it; in a dialog, by its overlay. */
static GObject *
find_memory (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (gtk_widget_get_ancestor (widget, ADW_TYPE_DIALOG) || !LP_IS_WINDOW (root))
    return G_OBJECT (find_overlay (widget));

  return G_OBJECT (root);
}

static void
show_alert (GtkWidget *from, const char *heading, const char *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, from);
}

static AdwToast *
plain_toast (const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  return toast;
}

/* At once: what it says is true now, what waits in line is perhaps no longer. */
static void
add_toast (AdwToastOverlay *overlay, const char *sort, AdwToast *toast)
{
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_object_set_data_full (find_memory (GTK_WIDGET (overlay)), sort, g_object_ref (toast), g_object_unref);
  adw_toast_overlay_add_toast (overlay, toast);
}

static void
forget (GObject *memory, const char *sort)
{
  g_autoptr (AdwToast) toast = g_object_steal_data (memory, sort);

  if (toast)
    adw_toast_dismiss (toast);
}

/* What fails once more is said once. */
static void
forget_failure (GObject *memory, const char *what)
{
  AdwToast *toast = g_object_get_data (memory, FAILURE);

  if (toast && g_strcmp0 (adw_toast_get_title (toast), what) == 0)
    forget (memory, FAILURE);
}

static void
details_cb (AdwToast *toast, GtkWidget *overlay)
{
  show_alert (overlay, adw_toast_get_title (toast), g_object_get_data (G_OBJECT (toast), "details"));
}

void
lp_feedback_not_saved (GtkWidget *from)
{
  gtk_widget_activate_action (find_shown (from), "win.not-saved", NULL);
}

void
lp_feedback_error (GtkWidget *from, const char *what, const GError *error)
{
  GtkWidget *shown = find_shown (from);
  AdwToastOverlay *overlay = find_overlay (shown);
  AdwToast *toast;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  lp_feedback_not_saved (shown);
  if (!overlay)
    {
      show_alert (shown, what, error ? error->message : NULL);
      return;
    }

  toast = plain_toast (what);
  adw_toast_set_timeout (toast, 0);
  if (error)
    {
      g_object_set_data_full (G_OBJECT (toast), "details", g_strdup (error->message), g_free);
      adw_toast_set_button_label (toast, _("_Why?"));
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (details_cb), overlay, G_CONNECT_DEFAULT);
    }
  forget_failure (find_memory (GTK_WIDGET (overlay)), what);
  add_toast (overlay, FAILURE, toast);
}

void
lp_feedback_say (GtkWidget *from, const char *text)
{
  GtkWidget *shown = find_shown (from);

  if (find_overlay (shown))
    lp_feedback_toast (shown, plain_toast (text));
  else
    show_alert (shown, text, NULL);
}

void
lp_feedback_toast (GtkWidget *from, AdwToast *toast)
{
  AdwToastOverlay *overlay = find_overlay (find_shown (from));

  if (overlay)
    {
      forget (find_memory (GTK_WIDGET (overlay)), NEWS);
      adw_toast_set_timeout (toast, LONG_ENOUGH);
      add_toast (overlay, NEWS, toast);
    }
  else
    {
      g_object_unref (toast);
    }
}

static void
offer (GtkWidget *from, const char *text, const char *label, const char *action)
{
  AdwToast *toast = plain_toast (text);

  adw_toast_set_button_label (toast, label);
  adw_toast_set_action_name (toast, action);
  g_object_set_data (G_OBJECT (toast), OFFERS_UNDO, GINT_TO_POINTER (TRUE));
  lp_feedback_toast (from, toast);
}

void
lp_feedback_undo (GtkWidget *from, const char *done)
{
  offer (from, done, _("_Undo"), "win.undo");
}

void
lp_feedback_redo (GtkWidget *from, const char *undone)
{
  offer (from, undone, _("_Redo"), "win.redo");
}

void
lp_feedback_forget_undo (GtkWidget *from)
{
  GObject *memory = find_memory (from);
  AdwToast *news = memory ? g_object_get_data (memory, NEWS) : NULL;

  if (news && g_object_get_data (G_OBJECT (news), OFFERS_UNDO))
    forget (memory, NEWS);
}
