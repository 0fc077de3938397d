/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-list-focus.h"

#define KEEPER "lp-list-focus"

typedef struct
{
  GtkListView *view;
  guint selected; /* before the change; or GTK_INVALID_LIST_POSITION */
  gboolean focused;
} Keeper;

static GtkSingleSelection *
get_selection (Keeper *self)
{
  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->view));
}

/* On a row, not on something in it. */
static gboolean
has_focus (Keeper *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self->view));

  return child != NULL && gtk_widget_is_focus (child);
}

static void
before_cb (GListModel *model, guint position, guint removed, guint added, GtkListView *view)
{
  Keeper *self = g_object_get_data (G_OBJECT (view), KEEPER);
  guint selected = gtk_single_selection_get_selected (get_selection (self));
  gboolean replaced = removed == added && selected >= position && selected - position < removed;

  self->selected = replaced ? selected : GTK_INVALID_LIST_POSITION;
  self->focused = replaced && has_focus (self);
}

static void
after_cb (GListModel *model, guint position, guint removed, guint added, GtkListView *view)
{
  Keeper *self = g_object_get_data (G_OBJECT (view), KEEPER);

  if (self->selected == GTK_INVALID_LIST_POSITION)
    return;

  gtk_single_selection_set_selected (get_selection (self), self->selected);
  if (self->focused)
    gtk_list_view_scroll_to (view, self->selected, GTK_LIST_SCROLL_FOCUS, NULL);
}

/**
 * lp_list_focus_keep: lets a row stay chosen, and in focus, when what it shows is another state of the same thing: a list model says
 * then that one item has given way to another.
 *
 * @view: with a GtkSingleSelection
 * @model: that of the selection, to which it is given after this
 */
void
lp_list_focus_keep (GtkListView *view, GListModel *model)
{
  Keeper *self = g_new0 (Keeper, 1);

  self->view = view;
  g_object_set_data_full (G_OBJECT (view), KEEPER, self, g_free);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (before_cb), view, G_CONNECT_DEFAULT);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (after_cb), view, G_CONNECT_AFTER);
}
