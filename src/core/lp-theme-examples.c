/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-theme-examples.h"

#include "lp-terms.h"

#define THEMES "SELECT num, name, description FROM theme WHERE space = ?1 AND deleted = 0 ORDER BY rank, num"

/* A row for each theme of a note, or one without. */
#define PLACED \
  " LEFT JOIN placement p ON p.note = n.id AND p.deleted = 0" \
  " LEFT JOIN theme t ON t.id = p.theme AND t.deleted = 0"
#define NOTES \
  "SELECT n.num, n.text, t.num, t.name FROM note n" PLACED \
  " WHERE n.space = ?1 AND n.deleted = 0 ORDER BY n.num, t.num"
#define EARLIER \
  "SELECT n.num, n.text, t.num, t.name FROM meeting here" \
  " JOIN meeting m ON m.panel = here.panel AND m.id <> here.id AND m.deleted = 0" \
  " JOIN note n ON n.space = m.id AND n.deleted = 0" PLACED \
  " WHERE here.id = ?1 ORDER BY n.num, t.num"

enum { NUM, TEXT, THEME, NAME };

typedef struct {
  GHashTable    *by_name;      /* folded → gint64 */
  LpThemeFunc    take_theme;
  LpExampleFunc  take_example;
  gpointer       data;
  GArray        *themes;       /* of gint64: of the note at hand */
  gint64         note;         /* 0: none yet */
  char          *text;
} Loading;

static gboolean
load_themes (Loading *self, LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, THEMES);
  g_autoptr (GError) problem = NULL;

  lp_query_bind_id (query, 1, meeting);
  while (lp_query_next (query, &problem))
    {
      gint64 theme = lp_query_int (query, 0);
      char *name = lp_fold_text (lp_query_text (query, 1));

      g_hash_table_insert (self->by_name, name, g_memdup2 (&theme, sizeof theme));
      self->take_theme (theme, lp_query_text (query, 1),
                        lp_query_is_none (query, 2) ? NULL : lp_query_text (query, 2), self->data);
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static void
finish_note (Loading *self, gboolean earlier)
{
  LpThemeExample example = {
    self->note, self->text, (const gint64 *) self->themes->data, self->themes->len, earlier,
  };

  if (self->note != 0)
    self->take_example (&example, self->data);
  g_array_set_size (self->themes, 0);
  g_clear_pointer (&self->text, g_free);
  self->note = 0;
}

static void
take_row (Loading *self, LpQuery *query, gboolean earlier)
{
  gint64 theme = lp_query_is_none (query, THEME) ? 0 : lp_query_int (query, THEME);

  if (self->note != lp_query_int (query, NUM))
    {
      finish_note (self, earlier);
      self->note = lp_query_int (query, NUM);
      self->text = g_strdup (lp_query_text (query, TEXT));
    }
  if (theme != 0 && earlier)
    {
      g_autofree char *name = lp_fold_text (lp_query_text (query, NAME));
      const gint64 *same = g_hash_table_lookup (self->by_name, name);

      theme = same != NULL ? *same : 0;
    }
  if (theme != 0)
    g_array_append_val (self->themes, theme);
}

static gboolean
load_notes (Loading *self, LpReader *reader, const LpId *meeting, const char *sql, gboolean earlier, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, sql);
  g_autoptr (GError) problem = NULL;

  lp_query_bind_id (query, 1, meeting);
  while (lp_query_next (query, &problem))
    take_row (self, query, earlier);
  finish_note (self, earlier);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * lp_theme_examples_load: what is known of a meeting's themes: first each of them, then its notes, then those of the other meetings
 * of its panel. With many notes it takes its time: call it on a thread, with a reader of its own.
 */
gboolean
lp_theme_examples_load (LpReader *reader, const LpId *meeting, LpThemeFunc take_theme, LpExampleFunc take_example,
                        gpointer data, GError **error)
{
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GArray) themes = g_array_new (FALSE, FALSE, sizeof (gint64));
  Loading self = { by_name, take_theme, take_example, data, themes };

  return load_themes (&self, reader, meeting, error)
         && load_notes (&self, reader, meeting, NOTES, FALSE, error)
         && load_notes (&self, reader, meeting, EARLIER, TRUE, error);
}
