/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-flow-keys.h"

static GtkWidget *
find_focused (GtkFlowBox *box)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (box));

  return child != NULL && gtk_widget_get_mapped (child) ? child : NULL;
}

static GtkWidget *
step (GtkWidget *child,
      gboolean   forward)
{
  do
    child = forward ? gtk_widget_get_next_sibling (child) : gtk_widget_get_prev_sibling (child);
  while (child != NULL && !gtk_widget_get_visible (child));
  return child;
}

static gboolean
is_below (GtkWidget *child,
          GtkWidget *other)
{
  graphene_rect_t one, two;

  return gtk_widget_compute_bounds (child, gtk_widget_get_parent (child), &one) &&
         gtk_widget_compute_bounds (other, gtk_widget_get_parent (child), &two) && one.origin.x == two.origin.x;
}

/* In the line above or below, or so many lines further. */
static GtkWidget *
step_lines (GtkWidget *child,
            int        n)
{
  for (GtkWidget *other = child; n != 0 && (other = step (other, n > 0)) != NULL;)
    {
      if (is_below (child, other))
        {
          child = other;
          n += n > 0 ? -1 : 1;
        }
    }
  return child;
}

static GtkWidget *
step_to_end (GtkWidget *child,
             gboolean   last)
{
  for (GtkWidget *next = child; next != NULL; next = step (next, last))
    child = next;
  return child;
}

static gboolean
move_cursor_cb (GtkFlowBox      *box,
                GtkMovementStep  movement,
                int              count,
                gboolean         extend,
                gboolean         modify)
{
  GtkWidget *child = find_focused (box);
  gboolean forward = count > 0;

  g_signal_stop_emission_by_name (box, "move-cursor");
  if (child == NULL)
    return FALSE;
  if (movement == GTK_MOVEMENT_VISUAL_POSITIONS && gtk_widget_get_direction (GTK_WIDGET (box)) == GTK_TEXT_DIR_RTL)
    forward = !forward;
  if (movement == GTK_MOVEMENT_VISUAL_POSITIONS)
    child = step (child, forward);
  else if (movement == GTK_MOVEMENT_BUFFER_ENDS)
    child = step_to_end (child, forward);
  else
    child = step_lines (child, movement == GTK_MOVEMENT_PAGES ? 3 * count : count);
  return child != NULL && gtk_widget_grab_focus (child);
}

static void
activate_cb (GtkFlowBox *box)
{
  GtkWidget *child = find_focused (box);

  g_signal_stop_emission_by_name (box, "activate-cursor-child");
  if (child != NULL)
    g_signal_emit_by_name (box, "child-activated", child);
}

static void
toggle_cb (GtkFlowBox *box)
{
  g_signal_stop_emission_by_name (box, "toggle-cursor-child");
}

void
lp_flow_keys_attach (GtkFlowBox *box)
{
  g_signal_connect (box, "move-cursor", G_CALLBACK (move_cursor_cb), NULL);
  g_signal_connect (box, "activate-cursor-child", G_CALLBACK (activate_cb), NULL);
  g_signal_connect (box, "toggle-cursor-child", G_CALLBACK (toggle_cb), NULL);
}
