/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-theme-names.h"

#include "lp-note-theme.h"

struct _LpThemeNames
{
  GObject parent_instance;

  LpStore *store;
  LpList *themes;
  GHashTable *names; /* LpId → name */
};

G_DEFINE_FINAL_TYPE (LpThemeNames, lp_theme_names, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
load (LpThemeNames *self)
{
  g_hash_table_remove_all (self->names);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->themes)); i++)
    {
      g_autoptr (LpRecord) theme = g_list_model_get_item (G_LIST_MODEL (self->themes), i);

      g_hash_table_replace (self->names, lp_id_copy (lp_record_get_id (theme)),
                            g_strdup (lp_record_text (theme, LP_THEME_NAME)));
    }
}

static void
themes_changed_cb (LpThemeNames *self)
{
  load (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
lp_theme_names_finalize (GObject *object)
{
  LpThemeNames *self = LP_THEME_NAMES (object);

  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_object (&self->themes);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_theme_names_parent_class)->finalize (object);
}

static void
lp_theme_names_class_init (LpThemeNamesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lp_theme_names_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
lp_theme_names_init (LpThemeNames *self)
{
  self->names = g_hash_table_new_full (lp_id_hash, lp_id_equal_func, g_free, g_free);
}

LpThemeNames *
lp_theme_names_new (LpStore *store, LpList *themes)
{
  LpThemeNames *self = g_object_new (LP_TYPE_THEME_NAMES, NULL);

  self->store = g_object_ref (store);
  self->themes = g_object_ref (themes);
  g_signal_connect_object (themes, "items-changed", G_CALLBACK (themes_changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
  return self;
}

/** lp_theme_names_of_note: the name of the theme that a note is in; NULL: in none. */
const char *
lp_theme_names_of_note (LpThemeNames *self, LpRecord *note)
{
  LpId theme = { 0 };

  if (!lp_note_get_theme (lp_store_get_reader (self->store), lp_record_get_id (note), &theme))
    return NULL;

  return g_hash_table_lookup (self->names, &theme);
}
