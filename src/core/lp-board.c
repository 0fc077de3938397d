/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-board.h"

#include <string.h>

#define NOTES "SELECT count (*) FROM note WHERE space = ?1 AND deleted = 0"

#define THEMES "SELECT id, name, description, colour, parent FROM theme WHERE space = ?1 AND deleted = 0 ORDER BY rank, num"

/* Every placed note, in the order of the indexes: one pass however many themes, and nothing to sort. */
#define PLACED \
  "SELECT theme.id, note.num, note.kind, note.perspective, note.table_number" \
  " FROM theme JOIN placement ON placement.theme = theme.id AND placement.deleted = 0" \
  " JOIN note ON note.id = placement.note AND note.deleted = 0" \
  " WHERE theme.space = ?1 AND theme.deleted = 0" \
  " ORDER BY theme.rank, theme.num, placement.rank, placement.note"

/** Pass: where the pass over the notes is. */
typedef struct {
  LpBoard    *board;
  LpReader   *reader;
  LpPile     *pile;                                /* of the row before; NULL at first */
  GHashTable *tables;                              /* seen in it */
  gint64      firsts[LP_PILE_FIRSTS][LP_N_KINDS];  /* num of the first of each kind, of the second …; 0: there is none */
} Pass;

typedef gboolean (*TakeRow) (Pass *pass, LpQuery *query, GError **error);

static void
pile_free (gpointer data)
{
  LpPile *pile = data;

  for (guint i = 0; i < LP_PILE_FIRSTS; i++)
    g_clear_object (&pile->firsts[i]);
  g_free (pile->name);
  g_free (pile->description);
  g_free (pile->colour);
  g_free (pile);
}

static gboolean
take_notes (Pass     *pass,
            LpQuery  *query,
            GError  **error)
{
  pass->board->notes = lp_query_int (query, 0);
  return TRUE;
}

static gboolean
take_theme (Pass     *pass,
            LpQuery  *query,
            GError  **error)
{
  LpPile *pile = g_new0 (LpPile, 1);

  lp_query_id (query, 0, &pile->theme);
  pile->name = g_strdup (lp_query_text (query, 1));
  pile->description = g_strdup (lp_query_text (query, 2));
  pile->colour = g_strdup (lp_query_text (query, 3));
  lp_query_id (query, 4, &pile->parent);
  g_ptr_array_add (pass->board->piles, pile);
  return TRUE;
}

/* Of the notes met, those that differ most: one of each kind before a second of any. */
static gboolean
finish_pile (Pass    *pass,
             GError **error)
{
  guint n_firsts = 0;

  if (pass->pile == NULL)
    return TRUE;
  for (guint i = 0; i < LP_PILE_FIRSTS * LP_N_KINDS && n_firsts < LP_PILE_FIRSTS; i++)
    {
      gint64 num = pass->firsts[i / LP_N_KINDS][i % LP_N_KINDS];
      g_autoptr (LpRecord) note = num != 0 ? lp_reader_load_num (pass->reader, LP_NOTE, num, error) : NULL;

      if (num != 0 && note == NULL)
        return FALSE;
      if (note != NULL)
        pass->pile->firsts[n_firsts++] = g_steal_pointer (&note);
    }
  pass->pile->tables = g_hash_table_size (pass->tables);
  g_hash_table_remove_all (pass->tables);
  memset (pass->firsts, 0, sizeof pass->firsts);
  return TRUE;
}

static gboolean
find_pile (Pass     *pass,
           LpQuery  *query,
           GError  **error)
{
  LpId theme = { 0 };

  lp_query_id (query, 0, &theme);
  if (pass->pile != NULL && lp_id_equal (&pass->pile->theme, &theme))
    return TRUE;
  if (!finish_pile (pass, error))
    return FALSE;
  pass->pile = lp_board_find (pass->board, &theme, NULL);
  return TRUE;
}

static void
keep_first (Pass   *pass,
            LpKind  kind,
            gint64  num)
{
  for (guint i = 0; i < LP_PILE_FIRSTS; i++)
    {
      if (pass->firsts[i][kind] == 0)
        {
          pass->firsts[i][kind] = num;
          return;
        }
    }
}

/* The database holds ids alone; lp_kind_find() would look for words too, for every note. */
static guint
find_id (const char  *id,
         const char *(*get_id) (guint),
         guint        n_ids)
{
  guint i = 0;

  while (i < n_ids && strcmp (id, get_id (i)) != 0)
    i++;
  return i;
}

static const char *
get_kind_id (guint kind)
{
  return lp_kind_id (kind);
}

static const char *
get_perspective_id (guint perspective)
{
  return lp_perspective_id (perspective);
}

static gboolean
take_placed (Pass     *pass,
             LpQuery  *query,
             GError  **error)
{
  guint kind = find_id (lp_query_text (query, 2), get_kind_id, LP_N_KINDS);
  guint perspective = find_id (lp_query_text (query, 3), get_perspective_id, LP_N_PERSPECTIVES);

  if (!find_pile (pass, query, error))
    return FALSE;
  pass->pile->total++;
  if (kind < LP_N_KINDS)
    {
      pass->pile->kinds[kind]++;
      keep_first (pass, kind, lp_query_int (query, 1));
    }
  if (perspective < LP_N_PERSPECTIVES)
    pass->pile->perspectives[perspective]++;
  if (lp_query_int (query, 4) > 0)
    g_hash_table_add (pass->tables, GINT_TO_POINTER (lp_query_int (query, 4)));
  return TRUE;
}

static gboolean
take_all (Pass        *pass,
          const LpId  *meeting,
          const char  *sql,
          TakeRow      take,
          GError     **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (pass->reader, sql);
  g_autoptr (GError) problem = NULL;

  lp_query_bind_id (query, 1, meeting);
  while (lp_query_next (query, &problem) && take (pass, query, &problem))
    continue;
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  return TRUE;
}

/**
 * lp_board_load: reads all piles of a meeting in one pass over its notes. With many notes it takes its time: call it on a thread of
 * its own, between lp_reader_begin() and lp_reader_end(), so that all of it is of one moment. Transfer full.
 */
LpBoard *
lp_board_load (LpReader    *reader,
               const LpId  *meeting,
               GError     **error)
{
  g_autoptr (LpBoard) board = g_new0 (LpBoard, 1);
  g_autoptr (GHashTable) tables = g_hash_table_new (NULL, NULL);
  Pass pass = { .board = board, .reader = reader, .tables = tables };

  board->piles = g_ptr_array_new_with_free_func (pile_free);
  if (!take_all (&pass, meeting, NOTES, take_notes, error) ||
      !take_all (&pass, meeting, THEMES, take_theme, error) ||
      !take_all (&pass, meeting, PLACED, take_placed, error) ||
      !finish_pile (&pass, error))
    return NULL;
  return g_steal_pointer (&board);
}

/** lp_board_free: Frees the piles and lets go of their first notes */
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
