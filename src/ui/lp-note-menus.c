/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-menus.h"

#include <glib/gi18n.h>

/* A theme may be called “Food_and drink”. */
static char *
escape (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static GMenu *
make_kinds (void)
{
  GMenu *menu = g_menu_new ();

  for (LpKind kind = 0; kind < LP_N_KINDS; kind++)
    append (menu, lp_kind_label (kind), "notes.set-kind", g_variant_new_string (lp_kind_id (kind)));
  return menu;
}

static GMenu *
make_perspectives (void)
{
  GMenu *menu = g_menu_new ();

  for (LpPerspective perspective = 0; perspective < LP_N_PERSPECTIVES; perspective++)
    append (menu, lp_perspective_label (perspective), "notes.set-perspective",
            g_variant_new_string (lp_perspective_id (perspective)));
  append (menu, C_("perspective", "None"), "notes.set-perspective", g_variant_new_string (""));
  return menu;
}

static GMenu *
make_tables (guint n_tables)
{
  GMenu *menu = g_menu_new ();

  for (guint table = 1; table <= n_tables; table++)
    {
      g_autofree char *label = g_strdup_printf (_("Table %d"), (int) table);

      append (menu, label, "notes.set-table", g_variant_new_int32 ((int) table));
    }
  append (menu, _("No Table"), "notes.set-table", g_variant_new_int32 (0));
  return menu;
}

void
lp_note_menus_fill_change (GMenu *menu, guint n_tables)
{
  g_autoptr (GMenu) kinds = make_kinds ();
  g_autoptr (GMenu) tables = make_tables (n_tables);
  g_autoptr (GMenu) perspectives = make_perspectives ();

  g_menu_remove_all (menu);
  g_menu_append_submenu (menu, _("_Kind"), G_MENU_MODEL (kinds));
  g_menu_append_submenu (menu, _("_Table"), G_MENU_MODEL (tables));
  g_menu_append_submenu (menu, _("_Perspective"), G_MENU_MODEL (perspectives));
  g_menu_append (menu, _("Read _Back"), "notes.read-back");
}

void
lp_note_menus_fill_themes (GMenu *menu, LpList *themes)
{
  g_autoptr (GMenu) none = g_menu_new ();
  g_autoptr (GMenu) names = g_menu_new ();

  append (none, _("_Ungrouped"), "notes.move-to", g_variant_new_string (""));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (themes)); i++)
    {
      g_autoptr (LpRecord) theme = g_list_model_get_item (G_LIST_MODEL (themes), i);
      g_autofree char *label = escape (lp_record_text (theme, LP_THEME_NAME));
      g_autofree char *id = lp_id_to_string (lp_record_get_id (theme));

      append (names, label, "notes.move-to", g_variant_new_string (id));
    }

  g_menu_remove_all (menu);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (none));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (names));
}
