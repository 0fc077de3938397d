/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-counts.h"

#define NOTES \
  "SELECT kind, perspective, ifnull (table_number, 0), count (*), min (time), max (time) FROM note" \
  " WHERE space = ?1 AND deleted = 0 GROUP BY 1, 2, 3"

#define THEMES "SELECT id, name FROM theme WHERE space = ?1 AND deleted = 0 ORDER BY rank, id"

/* Walks the notes in the order they lie in: from the themes to their notes would be twice the work. */
#define PLACED \
  "SELECT placement.theme, note.kind, count (*), total (note.perspective = 'lived') FROM note" \
  " LEFT JOIN placement ON placement.note = note.id AND placement.deleted = 0" \
  "  AND +placement.theme IN (SELECT id FROM theme WHERE space = ?1 AND deleted = 0)" \
  " WHERE note.space = ?1 AND note.deleted = 0 GROUP BY 1, 2"

#define PARTICIPANTS \
  "SELECT count (*), count (DISTINCT nullif (organisation, '')) FROM participant" \
  " WHERE space = ?1 AND deleted = 0"

#define MUNICIPALITIES \
  "SELECT count (DISTINCT nullif (municipality, '')) FROM note WHERE space = ?1 AND deleted = 0"

#define ITEMS "SELECT count (*) FROM agenda_item WHERE space = ?1 AND deleted = 0"

typedef void (*TakeRow) (LpCounts *counts, LpQuery *query);

static void
theme_count_free (gpointer data)
{
  LpThemeCount *theme = data;

  g_free (theme->name);
  g_free (theme);
}

static void
count_table (LpCounts *counts, int number, guint n)
{
  LpTableCount fresh = { .table = number, .total = n };

  for (guint i = 0; i < counts->tables->len; i++)
    {
      LpTableCount *table = &g_array_index (counts->tables, LpTableCount, i);

      if (table->table != number)
        continue;
      table->total += n;
      return;
    }
  g_array_append_val (counts->tables, fresh);
}

static void
take_notes (LpCounts *counts, LpQuery *query)
{
  guint n = lp_query_int (query, 3);
  LpKind kind;
  LpPerspective perspective;

  counts->total += n;
  if (lp_kind_find (lp_query_text (query, 0), &kind))
    counts->kinds[kind] += n;
  if (lp_perspective_find (lp_query_text (query, 1), &perspective))
    counts->perspectives[perspective] += n;
  else
    counts->no_perspective += n;
  count_table (counts, lp_query_int (query, 2), n);
  if (!lp_query_is_none (query, 4))
    {
      gint64 first = lp_query_int (query, 4);

      counts->first_time = counts->first_time == 0 ? first : MIN (counts->first_time, first);
      counts->last_time = MAX (counts->last_time, lp_query_int (query, 5));
    }
}

static LpThemeCount *
add_theme (LpCounts *counts, const LpId *id, const char *name)
{
  LpThemeCount *theme = g_new0 (LpThemeCount, 1);

  theme->theme = *id;
  theme->name = g_strdup (name);
  g_ptr_array_add (counts->themes, theme);
  return theme;
}

static void
take_theme (LpCounts *counts, LpQuery *query)
{
  LpId id = { 0 };

  lp_query_id (query, 0, &id);
  add_theme (counts, &id, lp_query_text (query, 1));
}

/* The themes are there by now; the row of those without one comes with the first such note, after them. */
static LpThemeCount *
theme_of_row (LpCounts *counts, LpQuery *query)
{
  LpId id = { 0 };

  lp_query_id (query, 0, &id);
  for (guint i = 0; i < counts->themes->len; i++)
    {
      LpThemeCount *theme = g_ptr_array_index (counts->themes, i);

      if (lp_id_equal (&theme->theme, &id))
        return theme;
    }
  return add_theme (counts, &id, "");
}

static void
take_placed (LpCounts *counts, LpQuery *query)
{
  LpThemeCount *theme = theme_of_row (counts, query);
  guint n = lp_query_int (query, 2);
  LpKind kind;

  if (lp_kind_find (lp_query_text (query, 1), &kind))
    theme->kinds[kind] += n;
  theme->lived += lp_query_int (query, 3);
  theme->total += n;
  if (!lp_id_is_set (&theme->theme))
    counts->without_theme += n;
}

static void
take_participants (LpCounts *counts, LpQuery *query)
{
  counts->participants = lp_query_int (query, 0);
  counts->organisations = lp_query_int (query, 1);
}

static void
take_municipalities (LpCounts *counts, LpQuery *query)
{
  counts->municipalities = lp_query_int (query, 0);
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

static int
compare_tables (gconstpointer a, gconstpointer b)
{
  return ((const LpTableCount *) a)->table - ((const LpTableCount *) b)->table;
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
  static const struct {
    const char *sql;
    TakeRow     take;
  } parts[] = {
    { NOTES, take_notes },
    { THEMES, take_theme },
    { PLACED, take_placed },
    { PARTICIPANTS, take_participants },
    { MUNICIPALITIES, take_municipalities },
    { ITEMS, take_items },
  };
  g_autoptr (LpCounts) counts = g_new0 (LpCounts, 1);

  counts->themes = g_ptr_array_new_with_free_func (theme_count_free);
  counts->tables = g_array_new (FALSE, FALSE, sizeof (LpTableCount));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (!take_all (counts, reader, meeting, parts[i].sql, parts[i].take, error))
        return NULL;
    }
  g_array_sort (counts->tables, compare_tables);
  return g_steal_pointer (&counts);
}

void
lp_counts_free (LpCounts *counts)
{
  g_ptr_array_unref (counts->themes);
  g_array_unref (counts->tables);
  g_free (counts);
}
