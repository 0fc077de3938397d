/* SPDX-License-Identifier: GPL-3.0-or-later */

/* hello start|memory: the floor for bench-app: the smallest libadwaita window. */
#include "painted.h"

#include <adwaita.h>
#include <stdio.h>
#include <unistd.h>

#define SETTLE_MS 2000

static gboolean memory;

static gboolean
settled_cb (gpointer data)
{
  painted_print_memory ();
  _exit (0);
}

static void
painted_cb (GtkWindow *window)
{
  if (memory)
    {
      g_timeout_add (SETTLE_MS, settled_cb, NULL);
      return;
    }
  painted_print_start ();
  _exit (0);
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), gtk_label_new ("Hello"));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 720);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application = NULL;

  memory = argc > 1 && g_str_equal (argv[1], "memory");
  application = adw_application_new ("org.example.Hello", G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  painted_watch (GTK_APPLICATION (application), painted_cb);

  return g_application_run (G_APPLICATION (application), 1, argv);
}
