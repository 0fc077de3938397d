/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-reveal.h"

#define TICK "lp-reveal-tick"

typedef struct {
  LpList *notes;
  GListModel *pending;
  LpId note;
  GtkListScrollFlags flags;
  guint frames;
} Reveal;

static void
reveal_free (gpointer data)
{
  Reveal *reveal = data;

  g_object_unref (reveal->notes);
  g_object_unref (reveal->pending);
  g_free (reveal);
}

/* The first row of a list that is at its top is in sight; scrolling to it would make all its rows anew. */
static gboolean
is_in_sight (GtkListView *view, guint position)
{
  return position == 0 && gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view))) < 1;
}

/* The flag alone moves the focus inside the list, but not into it. */
static void
scroll_to (GtkListView *view, guint position, GtkListScrollFlags flags)
{
  if (flags == GTK_LIST_SCROLL_NONE && is_in_sight (view, position))
    return;
  gtk_list_view_scroll_to (view, position, flags, NULL);
  if ((flags & GTK_LIST_SCROLL_FOCUS) != 0)
    gtk_widget_grab_focus (GTK_WIDGET (view));
}

/* A row that was put in, or grew, has its height from its next frame on; only then can it be scrolled to. The list may be finding
 * its notes still. */
static gboolean
tick_cb (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  Reveal *reveal = data;
  guint position = 0;

  if (reveal->frames++ == 0)
    return G_SOURCE_CONTINUE;

  if (lp_list_find (reveal->notes, &reveal->note, &position))
    scroll_to (GTK_LIST_VIEW (view), position + g_list_model_get_n_items (reveal->pending), reveal->flags);
  else if (!lp_list_is_complete (reveal->notes))
    return G_SOURCE_CONTINUE;
  g_object_set_data (G_OBJECT (view), TICK, NULL);
  return G_SOURCE_REMOVE;
}

/**
 * lp_note_reveal: brings a note into sight, wherever the list was scrolled to.
 *
 * @view: shows what is pending and below it the notes
 * @flags: what to do with it beside that
 */
void
lp_note_reveal (GtkListView *view, LpList *notes, GListModel *pending, const LpId *note,
                GtkListScrollFlags flags)
{
  guint before = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (view), TICK));
  Reveal *reveal = g_new0 (Reveal, 1);
  guint tick = 0;

  if (before != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (view), before);
  reveal->notes = g_object_ref (notes);
  reveal->pending = g_object_ref (pending);
  reveal->note = *note;
  reveal->flags = flags;
  tick = gtk_widget_add_tick_callback (GTK_WIDGET (view), tick_cb, reveal, reveal_free);
  g_object_set_data (G_OBJECT (view), TICK, GUINT_TO_POINTER (tick));
}
