/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-counts.h"

/* A note counts in its home alone, so that the themes add up to all notes. */
#define NOTES \
  "SELECT note.num, note.kind, note.perspective, note.municipality, note.table_number, note.time," \
  "  placement.theme FROM note LEFT JOIN placement ON placement.note = note.id AND placement.deleted = 0 AND placement.also = 0" \
  "  AND +placement.theme IN (SELECT id FROM theme WHERE space = ?1 AND deleted = 0)" \
  " WHERE note.space = ?1 AND note.deleted = 0"

#define THEMES "SELECT id, name FROM theme WHERE space = ?1 AND deleted = 0 ORDER BY rank, id"

#define PARTICIPANTS \
  "SELECT count (*), count (DISTINCT nullif (organisation, '')) FROM participant" \
  " WHERE space = ?1 AND deleted = 0"

#define ITEMS "SELECT count (*) FROM agenda_item WHERE space = ?1 AND deleted = 0"

typedef void (*TakeRow) (LpCounts *counts, LpQuery *query);

static void
theme_count_free (gpointer data)
{
  LpThemeCount *theme = data;

  g_free (theme->name);
  g_free (theme);
}

/* The tables stand in their order. */
static void
count_table (LpCounts *counts, int number)
{
  guint at = 0;

  while (at < counts->tables->len && g_array_index (counts->tables, LpTableCount, at).table < number)
    at++;
  if (at == counts->tables->len || g_array_index (counts->tables, LpTableCount, at).table != number)
    g_array_insert_val (counts->tables, at, ((LpTableCount) { .table = number }));
  g_array_index (counts->tables, LpTableCount, at).total++;
}

static LpThemeCount *
add_theme (LpCounts *counts, const LpId *id, const char *name)
{
  LpThemeCount *theme = g_new0 (LpThemeCount, 1);

  theme->theme = *id;
  theme->name = g_strdup (name);
  g_ptr_array_add (counts->themes, theme);
  g_hash_table_insert (counts->by_theme, &theme->theme, theme);
  return theme;
}

static void
take_theme (LpCounts *counts, LpQuery *query)
{
  LpId id = { 0 };

  lp_query_id (query, 0, &id);
  add_theme (counts, &id, lp_query_text (query, 1));
}

static void
take_participants (LpCounts *counts, LpQuery *query)
{
  counts->participants = lp_query_int (query, 0);
  counts->organisations = lp_query_int (query, 1);
}

static void
take_items (LpCounts *counts, LpQuery *query)
{
  counts->items = lp_query_int (query, 0);
}

static gboolean
take_all (LpCounts *counts,
          LpReader *reader,
          const LpId *meeting,
          const char *sql,
          TakeRow take,
          GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, sql);
  g_autoptr (GError) problem = NULL;

  lp_query_bind_id (query, 1, meeting);
  while (lp_query_next (query, &problem))
    take (counts, query);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  return TRUE;
}

/**
 * lp_counts_new: counts all but the notes, which are then added one by one by who reads them anyway. Transfer
 * full.
 */
LpCounts *
lp_counts_new (LpReader *reader, const LpId *meeting, GError **error)
{
  static const struct {
    const char *sql;
    TakeRow     take;
  } parts[] = {
    { THEMES, take_theme },
    { PARTICIPANTS, take_participants },
    { ITEMS, take_items },
  };
  g_autoptr (LpCounts) counts = g_new0 (LpCounts, 1);

  counts->themes = g_ptr_array_new_with_free_func (theme_count_free);
  counts->by_theme = g_hash_table_new (lp_id_hash, lp_id_equal_func);
  counts->tables = g_array_new (FALSE, FALSE, sizeof (LpTableCount));
  counts->named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (!take_all (counts, reader, meeting, parts[i].sql, parts[i].take, error))
        return NULL;
    }
  return g_steal_pointer (&counts);
}

/** lp_counts_add_note: counts a note that is not deleted; in which theme, lp_counts_add_placed() does. */
void
lp_counts_add_note (LpCounts *counts, const LpCountedNote *note)
{
  LpKind kind;
  LpPerspective perspective;

  counts->total++;
  if (lp_kind_find (note->kind, &kind))
    counts->kinds[kind]++;
  if (lp_perspective_find (note->perspective, &perspective))
    counts->perspectives[perspective]++;
  else
    counts->no_perspective++;
  count_table (counts, note->table);
  if (*note->municipality != '\0' && !g_hash_table_contains (counts->named, note->municipality))
    g_hash_table_add (counts->named, g_strdup (note->municipality));
  counts->municipalities = g_hash_table_size (counts->named);
  if (note->time != 0)
    {
      counts->first_time = counts->first_time == 0 ? note->time : MIN (counts->first_time, note->time);
      counts->last_time = MAX (counts->last_time, note->time);
    }
}

/** lp_counts_add_placed: counts a note in a theme of the meeting, or, with the theme unset, as in none. */
void
lp_counts_add_placed (LpCounts *counts, const LpCountedNote *note, const LpId *theme)
{
  LpThemeCount *found = g_hash_table_lookup (counts->by_theme, theme);
  LpPerspective perspective;
  LpKind kind;

  if (found == NULL) /* the row of those in none, behind the themes */
    found = add_theme (counts, theme, "");
  if (lp_kind_find (note->kind, &kind))
    found->kinds[kind]++;
  if (lp_perspective_find (note->perspective, &perspective))
    found->perspectives[perspective]++;
  found->total++;
  if (!lp_id_is_set (theme))
    counts->without_theme++;
}

static void
take_note (LpCounts *counts, LpQuery *query)
{
  LpCountedNote note = {
    .kind = lp_query_text (query, 1),
    .perspective = lp_query_text (query, 2),
    .municipality = lp_query_text (query, 3),
    .table = lp_query_int (query, 4),
    .time = lp_query_int (query, 5),
  };
  LpId theme;

  if (counts->last_num != lp_query_int (query, 0))
    lp_counts_add_note (counts, &note);
  counts->last_num = lp_query_int (query, 0);
  lp_query_id (query, 6, &theme);
  lp_counts_add_placed (counts, &note, &theme);
}

/**
 * lp_counts_load: counts what came out of a meeting. The themes stand in their order; when there are notes
 * without one, a last row counts those, with the theme unset and the name empty. A note in two themes
 * counts in both. For figures that belong together while somebody writes, call it between lp_reader_begin()
 * and lp_reader_end(). Transfer full.
 */
LpCounts *
lp_counts_load (LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpCounts) counts = lp_counts_new (reader, meeting, error);

  if (counts == NULL || !take_all (counts, reader, meeting, NOTES, take_note, error))
    return NULL;
  return g_steal_pointer (&counts);
}

/** lp_counts_free: Frees the lists in it as well. */
void
lp_counts_free (LpCounts *counts)
{
  g_hash_table_unref (counts->by_theme);
  g_ptr_array_unref (counts->themes);
  g_array_unref (counts->tables);
  g_hash_table_unref (counts->named);
  g_free (counts);
}

guint
lp_counts_n_tables (const LpCounts *counts)
{
  guint n_tables = 0;

  for (guint i = 0; i < counts->tables->len; i++)
    n_tables += g_array_index (counts->tables, LpTableCount, i).table > 0;
  return n_tables;
}

int
lp_theme_count_compare (gconstpointer a, gconstpointer b)
{
  const LpThemeCount *one = *(LpThemeCount *const *) a;
  const LpThemeCount *other = *(LpThemeCount *const *) b;

  return (one->total < other->total) - (one->total > other->total);
}
