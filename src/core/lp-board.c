/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-board.h"

#define NOTES "SELECT count (*) FROM note WHERE space = ?1 AND deleted = 0"

#define THEMES "SELECT id, name FROM theme WHERE space = ?1 AND deleted = 0 ORDER BY rank, num"

#define PLACED \
  " FROM theme JOIN placement ON placement.theme = theme.id AND placement.deleted = 0" \
  " JOIN note ON note.id = placement.note AND note.deleted = 0" \
  " WHERE theme.space = ?1 AND theme.deleted = 0"

#define SPREAD "SELECT theme.id, note.kind, note.perspective, count (*)" PLACED " GROUP BY 1, 2, 3"

#define TABLES "SELECT theme.id, count (DISTINCT nullif (note.table_number, 0))" PLACED " GROUP BY 1"

/* Of every theme the first notes of each kind, so that the few that are shown differ. */
#define KIND_ORDER \
  "CASE kind WHEN 'dream' THEN 0 WHEN 'concern' THEN 1 WHEN 'experience' THEN 2 WHEN 'proposal' THEN 3 ELSE 4 END"
#define FIRSTS \
  "SELECT theme, num FROM (SELECT theme.id AS theme, note.num AS num, note.kind AS kind," \
  "  row_number () OVER (PARTITION BY theme.id, note.kind ORDER BY placement.rank, placement.num) AS nth" \
  PLACED ") WHERE nth <= 2 ORDER BY nth, " KIND_ORDER

typedef gboolean (*TakeRow) (LpBoard *board, LpReader *reader, LpQuery *query, GError **error);

static void
pile_free (gpointer data)
{
  LpPile *pile = data;

  for (guint i = 0; i < LP_PILE_FIRSTS; i++)
    g_clear_object (&pile->firsts[i]);
  g_free (pile->name);
  g_free (pile);
}

static LpPile *
pile_of_row (LpBoard *board,
             LpQuery *query)
{
  LpId theme = { 0 };

  lp_query_id (query, 0, &theme);
  return lp_board_find (board, &theme, NULL);
}

static gboolean
take_notes (LpBoard   *board,
            LpReader  *reader,
            LpQuery   *query,
            GError   **error)
{
  board->notes = lp_query_int (query, 0);
  return TRUE;
}

static gboolean
take_theme (LpBoard   *board,
            LpReader  *reader,
            LpQuery   *query,
            GError   **error)
{
  LpPile *pile = g_new0 (LpPile, 1);

  lp_query_id (query, 0, &pile->theme);
  pile->name = g_strdup (lp_query_text (query, 1));
  g_ptr_array_add (board->piles, pile);
  return TRUE;
}

static gboolean
take_spread (LpBoard   *board,
             LpReader  *reader,
             LpQuery   *query,
             GError   **error)
{
  LpPile *pile = pile_of_row (board, query);
  guint n = lp_query_int (query, 3);
  LpKind kind;
  LpPerspective perspective;

  pile->total += n;
  if (lp_kind_find (lp_query_text (query, 1), &kind))
    pile->kinds[kind] += n;
  if (lp_perspective_find (lp_query_text (query, 2), &perspective))
    pile->perspectives[perspective] += n;
  return TRUE;
}

static gboolean
take_tables (LpBoard   *board,
             LpReader  *reader,
             LpQuery   *query,
             GError   **error)
{
  pile_of_row (board, query)->tables = lp_query_int (query, 1);
  return TRUE;
}

static gboolean
take_first (LpBoard   *board,
            LpReader  *reader,
            LpQuery   *query,
            GError   **error)
{
  LpPile *pile = pile_of_row (board, query);
  guint i = 0;

  while (i < LP_PILE_FIRSTS && pile->firsts[i] != NULL)
    i++;
  if (i == LP_PILE_FIRSTS)
    return TRUE;
  pile->firsts[i] = lp_reader_load_num (reader, LP_NOTE, lp_query_int (query, 1), error);
  return pile->firsts[i] != NULL;
}

static gboolean
take_all (LpBoard     *board,
          LpReader    *reader,
          const LpId  *meeting,
          const char  *sql,
          TakeRow      take,
          GError     **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, sql);
  g_autoptr (GError) problem = NULL;

  lp_query_bind_id (query, 1, meeting);
  while (problem == NULL && lp_query_next (query, &problem))
    take (board, reader, query, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  return TRUE;
}

/**
 * lp_board_load: reads all piles of a meeting with a handful of queries, however many themes it has. With many notes it takes its
 * time: call it on a thread of its own, between lp_reader_begin() and lp_reader_end(). Transfer full.
 */
LpBoard *
lp_board_load (LpReader    *reader,
               const LpId  *meeting,
               GError     **error)
{
  static const struct {
    const char *sql;
    TakeRow     take;
  } parts[] = {
    { NOTES, take_notes },
    { THEMES, take_theme },
    { SPREAD, take_spread },
    { TABLES, take_tables },
    { FIRSTS, take_first },
  };
  g_autoptr (LpBoard) board = g_new0 (LpBoard, 1);

  board->piles = g_ptr_array_new_with_free_func (pile_free);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (!take_all (board, reader, meeting, parts[i].sql, parts[i].take, error))
        return NULL;
    }
  return g_steal_pointer (&board);
}

void
lp_board_free (LpBoard *board)
{
  g_ptr_array_unref (board->piles);
  g_free (board);
}

/** lp_board_find: the pile of a theme and where it stands, or NULL. position may be NULL. Transfer none. */
LpPile *
lp_board_find (LpBoard     *board,
               const LpId  *theme,
               guint       *position)
{
  for (guint i = 0; i < board->piles->len; i++)
    {
      LpPile *pile = g_ptr_array_index (board->piles, i);

      if (lp_id_equal (&pile->theme, theme))
        {
          if (position != NULL)
            *position = i;
          return pile;
        }
    }
  return NULL;
}
