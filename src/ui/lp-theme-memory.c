/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-theme-memory.h"

#include "lp-terms.h"
#include "lp-theme-examples.h"

#define THEME "SELECT name, description FROM theme WHERE num = ?1 AND deleted = 0"
#define NOTES_OF_THEME \
  "SELECT n.num FROM theme t JOIN placement p ON p.theme = t.id AND p.deleted = 0 JOIN note n ON n.id = p.note" \
  " WHERE t.num = ?1"
#define NOTE_OF_PLACEMENT "SELECT n.num FROM placement p JOIN note n ON n.id = p.note WHERE p.num = ?1"
#define NAMES_EARLIER \
  "SELECT t.num, t.name FROM meeting here JOIN meeting m ON m.panel = here.panel AND m.id <> here.id AND m.deleted = 0" \
  " JOIN theme t ON t.space = m.id AND t.deleted = 0 WHERE here.id = ?1"

/* A row for each theme of a note, or one without. */
#define NOTE \
  "SELECT n.text, n.space = ?2, t.num, t.name FROM note n" \
  " LEFT JOIN placement p ON p.note = n.id AND p.deleted = 0" \
  " LEFT JOIN theme t ON t.id = p.theme AND t.deleted = 0" \
  " WHERE n.num = ?1 AND n.deleted = 0"

enum { TEXT, HERE, IN_THEME, NAME };

struct _LpThemeMemory {
  LpSuggester *suggester;
  LpId         meeting;
  GHashTable  *names;   /* theme → its folded name: by that the other meetings' notes count */
};

/* --- Changes --- */

static GHashTable *
set_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
set_add (GHashTable *set, gint64 num)
{
  g_hash_table_add (set, g_memdup2 (&num, sizeof num));
}

LpThemeChanges *
lp_theme_changes_new (void)
{
  LpThemeChanges *self = g_new0 (LpThemeChanges, 1);

  self->themes = set_new ();
  self->placements = set_new ();
  self->notes = set_new ();
  return self;
}

void
lp_theme_changes_free (LpThemeChanges *self)
{
  g_hash_table_unref (self->themes);
  g_hash_table_unref (self->placements);
  g_hash_table_unref (self->notes);
  g_free (self);
}

static GHashTable *
set_of (LpThemeChanges *self, LpEntity entity)
{
  return entity == LP_THEME ? self->themes : entity == LP_PLACEMENT ? self->placements : entity == LP_NOTE ? self->notes : NULL;
}

gboolean
lp_theme_changes_add (LpThemeChanges *self, GArray *changes, const LpId *meeting)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const LpChange *change = &g_array_index (changes, LpChange, i);
      GHashTable *set = set_of (self, change->entity);

      if (set != NULL && change->num == 0)
        return FALSE;
      /* the other meetings are at rest while this one is at work */
      if (set != NULL && lp_id_equal (&change->space, meeting))
        set_add (set, change->num);
    }
  return TRUE;
}

gboolean
lp_theme_changes_is_empty (LpThemeChanges *self)
{
  return g_hash_table_size (self->themes) + g_hash_table_size (self->placements) + g_hash_table_size (self->notes) == 0;
}

/* --- Reading all --- */

static void
take_theme (gint64 theme, const char *name, const char *description, gpointer data)
{
  LpThemeMemory *self = data;

  g_hash_table_replace (self->names, g_memdup2 (&theme, sizeof theme), lp_fold_text (name));
  lp_suggester_put_theme (self->suggester, theme, name, description);
}

static void
take_example (const LpThemeExample *example, gpointer data)
{
  LpThemeMemory *self = data;

  lp_suggester_put_note (self->suggester, example->note, example->text, example->themes, example->n_themes,
                         example->earlier ? LP_EXAMPLE_EARLIER : LP_EXAMPLE_HERE);
}

/** lp_theme_memory_read: NULL and an error when it cannot be read, or the reader was told to stop. */
LpThemeMemory *
lp_theme_memory_read (LpReader *reader, const LpId *meeting, LpLexicon *lexicon, GError **error)
{
  g_autoptr (LpThemeMemory) self = g_new0 (LpThemeMemory, 1);

  self->meeting = *meeting;
  self->suggester = lp_suggester_new (lexicon);
  self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if (!lp_theme_examples_load (reader, meeting, take_theme, take_example, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* --- Learning what changed --- */

/* Adds column 0 of the rows to the set. */
static gboolean
add_nums (GHashTable *set, LpReader *reader, const char *sql, gint64 bound, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, sql);
  g_autoptr (GError) problem = NULL;

  lp_query_bind_int (query, 1, bound);
  while (lp_query_next (query, &problem))
    set_add (set, lp_query_int (query, 0));
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* The notes of the other meetings' themes whose name is one of these. */
static gboolean
add_earlier (LpThemeMemory *self, GHashTable *notes, LpReader *reader, GHashTable *names, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, NAMES_EARLIER);
  g_autoptr (GArray) themes = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) problem = NULL;

  lp_query_bind_id (query, 1, &self->meeting);
  while (lp_query_next (query, &problem))
    {
      g_autofree char *name = lp_fold_text (lp_query_text (query, 1));
      gint64 theme = lp_query_int (query, 0);

      if (g_hash_table_contains (names, name))
        g_array_append_val (themes, theme);
    }
  for (guint i = 0; i < themes->len && problem == NULL; i++)
    add_nums (notes, reader, NOTES_OF_THEME, g_array_index (themes, gint64, i), &problem);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* The name that a theme bore, and the one that it bears now: names is given those that came or went. A theme that is new, or is
 * back, has its notes looked at again. */
static gboolean
learn_theme (LpThemeMemory *self, LpReader *reader, gint64 theme, GHashTable *names, GHashTable *notes, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, THEME);
  g_autofree char *before = g_strdup (g_hash_table_lookup (self->names, &theme));
  g_autoptr (GError) problem = NULL;
  const char *now = NULL;

  lp_query_bind_int (query, 1, theme);
  if (lp_query_next (query, &problem))
    {
      take_theme (theme, lp_query_text (query, 0), lp_query_is_none (query, 1) ? NULL : lp_query_text (query, 1), self);
      now = g_hash_table_lookup (self->names, &theme);
    }
  else if (problem == NULL)
    {
      lp_suggester_remove_theme (self->suggester, theme);
      g_hash_table_remove (self->names, &theme);
    }
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (g_strcmp0 (before, now) != 0 && before != NULL)
    g_hash_table_add (names, g_strdup (before));
  if (g_strcmp0 (before, now) != 0 && now != NULL)
    g_hash_table_add (names, g_strdup (now));
  return before != NULL || now == NULL || add_nums (notes, reader, NOTES_OF_THEME, theme, error);
}

static gboolean
learn_themes (LpThemeMemory *self, LpReader *reader, LpThemeChanges *changes, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer theme;

  g_hash_table_iter_init (&iter, changes->themes);
  while (g_hash_table_iter_next (&iter, &theme, NULL))
    {
      if (!learn_theme (self, reader, *(gint64 *) theme, names, changes->notes, error))
        return FALSE;
    }
  return g_hash_table_size (names) == 0 || add_earlier (self, changes->notes, reader, names, error);
}

static gboolean
learn_placements (LpReader *reader, LpThemeChanges *changes, GError **error)
{
  GHashTableIter iter;
  gpointer placement;

  g_hash_table_iter_init (&iter, changes->placements);
  while (g_hash_table_iter_next (&iter, &placement, NULL))
    {
      if (!add_nums (changes->notes, reader, NOTE_OF_PLACEMENT, *(gint64 *) placement, error))
        return FALSE;
    }
  return TRUE;
}

/* The themes of this meeting that have the name of another meeting's. */
static void
add_named (LpThemeMemory *self, GArray *themes, const char *name)
{
  g_autofree char *folded = lp_fold_text (name);
  GHashTableIter iter;
  gpointer theme, own;

  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, &theme, &own))
    {
      if (g_str_equal (own, folded))
        g_array_append_vals (themes, theme, 1);
    }
}

static void
add_theme (LpThemeMemory *self, GArray *themes, LpQuery *query)
{
  gint64 theme = lp_query_int (query, IN_THEME);

  if (lp_query_is_none (query, IN_THEME))
    return;
  if (lp_query_int (query, HERE) != 0)
    g_array_append_val (themes, theme);
  else
    add_named (self, themes, lp_query_text (query, NAME));
}

static gboolean
learn_note (LpThemeMemory *self, LpReader *reader, gint64 note, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, NOTE);
  g_autoptr (GArray) themes = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) problem = NULL;
  g_autofree char *text = NULL;
  gboolean here = FALSE;

  lp_query_bind_int (query, 1, note);
  lp_query_bind_id (query, 2, &self->meeting);
  while (lp_query_next (query, &problem))
    {
      if (text == NULL)
        text = g_strdup (lp_query_text (query, TEXT));
      here = lp_query_int (query, HERE) != 0;
      add_theme (self, themes, query);
    }
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (text != NULL)
    lp_suggester_put_note (self->suggester, note, text, (const gint64 *) themes->data, themes->len,
                           here ? LP_EXAMPLE_HERE : LP_EXAMPLE_EARLIER);
  else
    lp_suggester_remove_note (self->suggester, note);
  return TRUE;
}

/**
 * lp_theme_memory_learn: afterwards it knows what it would know if all were read anew. FALSE and an error: it is of no use any more.
 * @changes: spent
 */
gboolean
lp_theme_memory_learn (LpThemeMemory *self, LpReader *reader, LpThemeChanges *changes, GError **error)
{
  GHashTableIter iter;
  gpointer note;

  if (!learn_themes (self, reader, changes, error) || !learn_placements (reader, changes, error))
    return FALSE;
  g_hash_table_iter_init (&iter, changes->notes);
  while (g_hash_table_iter_next (&iter, &note, NULL))
    {
      if (!learn_note (self, reader, *(gint64 *) note, error))
        return FALSE;
    }
  return TRUE;
}

LpSuggester *
lp_theme_memory_get_suggester (LpThemeMemory *self)
{
  return self->suggester;
}

void
lp_theme_memory_free (LpThemeMemory *self)
{
  lp_suggester_free (self->suggester);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_free (self);
}
