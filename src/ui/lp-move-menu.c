/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-move-menu.h"

#include <glib/gi18n.h>

#define PLACES "places" /* what a menu was filled with, in its data */

static void
append_place (GMenu      *menu,
              const char *label,
              const char *theme)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

  g_menu_item_set_label (item, label);
  g_menu_item_set_action_and_target (item, "themes.move-to", "s", theme);
  g_menu_append_item (menu, item);
}

static char *
list_places (LpBoard *board)
{
  GString *places = g_string_new (NULL);

  for (guint i = 0; i < board->piles->len; i++)
    {
      const LpPile *pile = g_ptr_array_index (board->piles, i);
      g_autofree char *theme = lp_id_to_string (&pile->theme);

      g_string_append_printf (places, "%s %s\n", theme, pile->name);
    }
  return g_string_free_and_steal (places);
}

/**
 * lp_move_menu_fill: with the themes of a board, for the chosen notes to go to. Every note that moves brings a new board, mostly with the
 * same themes: the menu, and the widgets that show it, are left alone then.
 */
void
lp_move_menu_fill (GMenu   *menu,
                   LpBoard *board)
{
  g_autofree char *places = list_places (board);
  g_autoptr (GMenu) none = g_menu_new ();
  g_autoptr (GMenu) themes = g_menu_new ();
  g_autoptr (GMenu) fresh = g_menu_new ();

  if (g_strcmp0 (g_object_get_data (G_OBJECT (menu), PLACES), places) == 0)
    return;
  g_object_set_data_full (G_OBJECT (menu), PLACES, g_steal_pointer (&places), g_free);
  append_place (none, _("_Ungrouped"), "");
  for (guint i = 0; i < board->piles->len; i++)
    {
      const LpPile *pile = g_ptr_array_index (board->piles, i);
      g_autofree char *theme = lp_id_to_string (&pile->theme);
      g_auto (GStrv) parts = g_strsplit (pile->name, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);

      append_place (themes, label, theme);
    }
  g_menu_append (fresh, _("_New Theme…"), "themes.new");
  g_menu_append (fresh, _("_Also In…"), "themes.also");

  g_menu_remove_all (menu);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (fresh));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (themes));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (none));
}
