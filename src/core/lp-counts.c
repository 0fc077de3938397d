/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-counts.h"

#define KINDS \
  "SELECT kind, perspective, count (*), min (time), max (time) FROM note" \
  " WHERE space = ?1 AND deleted = 0 GROUP BY kind, perspective"

#define TABLES \
  "SELECT ifnull (table_number, 0), count (*) FROM note" \
  " WHERE space = ?1 AND deleted = 0 GROUP BY 1 ORDER BY 1"

#define THEMES \
  "SELECT theme.id, theme.name, note.kind, count (note.num), total (note.perspective = 'lived') FROM theme" \
  " LEFT JOIN placement ON placement.theme = theme.id AND placement.deleted = 0" \
  " LEFT JOIN note ON note.id = placement.note AND note.deleted = 0" \
  " WHERE theme.space = ?1 AND theme.deleted = 0" \
  " GROUP BY theme.rank, theme.id, note.kind ORDER BY theme.rank, theme.id"

#define LOOSE \
  "SELECT NULL, NULL, kind, count (*), total (perspective = 'lived') FROM note" \
  " WHERE space = ?1 AND deleted = 0 AND NOT EXISTS (" \
  "  SELECT 1 FROM placement JOIN theme ON theme.id = placement.theme AND theme.deleted = 0" \
  "  WHERE placement.note = note.id AND placement.deleted = 0)" \
  " GROUP BY kind"

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
take_kind (LpCounts *counts, LpQuery *query)
{
  guint n = lp_query_int (query, 2);
  LpKind kind;
  LpPerspective perspective;

  counts->total += n;
  if (lp_kind_find (lp_query_text (query, 0), &kind))
    counts->kinds[kind] += n;
  if (lp_perspective_find (lp_query_text (query, 1), &perspective))
    counts->perspectives[perspective] += n;
  else
    counts->no_perspective += n;
  if (!lp_query_is_none (query, 3))
    {
      gint64 first = lp_query_int (query, 3);

      counts->first_time = counts->first_time == 0 ? first : MIN (counts->first_time, first);
      counts->last_time = MAX (counts->last_time, lp_query_int (query, 4));
    }
}

static void
take_table (LpCounts *counts, LpQuery *query)
{
  LpTableCount table = { .table = lp_query_int (query, 0), .total = lp_query_int (query, 1) };

  g_array_append_val (counts->tables, table);
}

/* A theme comes in one row per kind, one after the other. */
static LpThemeCount *
theme_of_row (LpCounts *counts, LpQuery *query)
{
  LpThemeCount *theme = NULL;
  LpId id = { 0 };

  lp_query_id (query, 0, &id);
  if (counts->themes->len > 0)
    theme = g_ptr_array_index (counts->themes, counts->themes->len - 1);
  if (theme != NULL && lp_id_equal (&theme->theme, &id))
    return theme;

  theme = g_new0 (LpThemeCount, 1);
  theme->theme = id;
  theme->name = g_strdup (lp_query_text (query, 1));
  g_ptr_array_add (counts->themes, theme);
  return theme;
}

static void
take_theme (LpCounts *counts, LpQuery *query)
{
  LpThemeCount *theme = theme_of_row (counts, query);
  guint n = lp_query_int (query, 3);
  LpKind kind;

  if (lp_kind_find (lp_query_text (query, 2), &kind))
    theme->kinds[kind] += n;
  theme->lived += lp_query_int (query, 4);
  theme->total += n;
}

static void
take_loose (LpCounts *counts, LpQuery *query)
{
  counts->without_theme += lp_query_int (query, 3);
  take_theme (counts, query);
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
    { KINDS, take_kind },
    { TABLES, take_table },
    { THEMES, take_theme },
    { LOOSE, take_loose },
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
  return g_steal_pointer (&counts);
}

void
lp_counts_free (LpCounts *counts)
{
  g_ptr_array_unref (counts->themes);
  g_array_unref (counts->tables);
  g_free (counts);
}
