/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "painted.h"

#include <stdio.h>
#include <string.h>

static PaintedFunc painted_func;

static gboolean
call_cb (gpointer data)
{
  painted_func (data);

  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock, GtkWindow *window)
{
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, window);
  /* before anything else gets its turn, but not from within the frame */
  g_idle_add_full (G_MAXINT, call_cb, window, NULL);
}

static void
map_cb (GtkWidget *window)
{
  g_signal_handlers_disconnect_by_func (window, map_cb, NULL);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), window);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  g_signal_handlers_disconnect_by_func (application, window_added_cb, NULL);
  g_signal_connect (window, "map", G_CALLBACK (map_cb), NULL);
}

void
painted_watch (GtkApplication *application, PaintedFunc func)
{
  painted_func = func;
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
}

/* Milliseconds since the process was started, at the monotonic time in BENCH_START. */
void
painted_print_start (void)
{
  const char *start = g_getenv ("BENCH_START");

  printf ("%.2f\n", (g_get_monotonic_time () - (start ? g_ascii_strtoll (start, NULL, 10) : 0)) / 1e3);
  fflush (stdout);
}

/* KiB: what is this process's own, and its share of what is shared; and all that is resident. */
void
painted_print_memory (void)
{
  g_autofree char *rollup = NULL;
  g_auto (GStrv) lines = NULL;
  glong pss = 0;
  glong rss = 0;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &rollup, NULL, NULL))
    g_error ("no /proc/self/smaps_rollup");
  lines = g_strsplit (rollup, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      sscanf (lines[i], "Pss: %ld kB", &pss);
      sscanf (lines[i], "Rss: %ld kB", &rss);
    }
  printf ("%ld %ld\n", pss, rss);
  fflush (stdout);
}
