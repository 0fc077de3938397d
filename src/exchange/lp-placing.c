/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-placing.h"

#include "lp-note-actions.h"
#include "lp-rank.h"
#include "lp-terms.h"

#define THEMES "SELECT id, name, rank FROM theme WHERE space = ?1 AND deleted = 0 ORDER BY rank, num"
#define LAST_RANK "SELECT max (rank) FROM placement WHERE theme = ?1 AND deleted = 0"

typedef struct {
  LpId      id;
  gboolean  is_read;
  char     *last_rank; /* of its notes; NULL for none */
} Theme;

struct _LpPlacing {
  LpReader   *reader;
  LpId        meeting;
  GHashTable *themes;    /* folded name → Theme */
  char       *last_rank; /* of the themes */
};

static void
theme_free (gpointer data)
{
  Theme *theme = data;

  g_free (theme->last_rank);
  g_free (theme);
}

static char *
fold_name (const char *name)
{
  g_autofree char *folded = lp_fold_text (name);

  return g_strdup (g_strstrip (folded));
}

static gboolean
load_themes (LpPlacing  *self,
             GError    **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (self->reader, THEMES);
  g_autoptr (GError) failure = NULL;

  lp_query_bind_id (query, 1, &self->meeting);
  while (lp_query_next (query, &failure))
    {
      g_autofree char *name = fold_name (lp_query_text (query, 1));
      Theme *theme = NULL;

      g_set_str (&self->last_rank, lp_query_text (query, 2));
      if (g_hash_table_contains (self->themes, name))
        continue; /* two of one name: the first is meant */
      theme = g_new0 (Theme, 1);
      lp_query_id (query, 0, &theme->id);
      g_hash_table_insert (self->themes, g_steal_pointer (&name), theme);
    }
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/** lp_placing_new: reads the themes that are there. The reader is kept in use. */
LpPlacing *
lp_placing_new (LpReader    *reader,
                const LpId  *meeting,
                GError     **error)
{
  g_autoptr (LpPlacing) self = g_new0 (LpPlacing, 1);

  self->reader = g_object_ref (reader);
  self->meeting = *meeting;
  self->themes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, theme_free);

  return load_themes (self, error) ? g_steal_pointer (&self) : NULL;
}

static Theme *
make_theme (LpPlacing   *self,
            LpChangeSet *changes,
            const char  *name)
{
  Theme *theme = g_new0 (Theme, 1);
  g_autofree char *rank = lp_rank_between (self->last_rank, NULL);
  LpEdit *edit = NULL;

  theme->id = lp_id_new ();
  edit = lp_change_set_put (changes, LP_THEME, &self->meeting, &theme->id);
  lp_edit_text (edit, LP_THEME_RANK, rank);
  lp_edit_text (edit, LP_THEME_NAME, name);
  g_set_str (&self->last_rank, rank);

  return theme;
}

static Theme *
find_theme (LpPlacing   *self,
            LpChangeSet *changes,
            const char  *name)
{
  g_autofree char *folded = fold_name (name);
  Theme *theme = g_hash_table_lookup (self->themes, folded);

  if (!theme)
    {
      theme = make_theme (self, changes, name);
      g_hash_table_insert (self->themes, g_steal_pointer (&folded), theme);
    }

  return theme;
}

static gboolean
read_end (LpPlacing  *self,
          Theme      *theme,
          GError    **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (self->reader, LAST_RANK);

  lp_query_bind_id (query, 1, &theme->id);
  if (!lp_query_next (query, error))
    return FALSE;
  if (!lp_query_is_none (query, 0))
    theme->last_rank = g_strdup (lp_query_text (query, 0));
  theme->is_read = TRUE;

  return TRUE;
}

/**
 * lp_placing_put:
 * @theme: its name; case and accents do not matter where there is one already
 *
 * Returns: %FALSE and an error when the theme's end cannot be read
 */
gboolean
lp_placing_put (LpPlacing    *self,
                LpChangeSet  *changes,
                const LpId   *note,
                const char   *theme,
                GError      **error)
{
  Theme *found = find_theme (self, changes, theme);
  g_autofree char *rank = NULL;

  if (!found->is_read && !read_end (self, found, error))
    return FALSE;

  rank = lp_rank_between (found->last_rank, NULL);
  lp_note_place (changes, &self->meeting, note, &found->id, rank);
  g_set_str (&found->last_rank, rank);
  return TRUE;
}

/** lp_placing_free: The change sets that it filled stay. */
void
lp_placing_free (LpPlacing *self)
{
  g_object_unref (self->reader);
  g_hash_table_unref (self->themes);
  g_free (self->last_rank);
  g_free (self);
}
