/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-round.h"

#include "lp-note-review.h"
#include "lp-run.h"

/* The last step that leads to an item or ends the day tells which is under way. */
#define LAST_STEP \
  "SELECT act, item, time FROM run_event WHERE space = ?1 AND deleted = 0 AND act IN ('go', 'end')" \
  " ORDER BY step DESC, id DESC LIMIT 1"

/* Those that were imported, or typed before the program knew the item, belong to it by their time. */
#define NOTES \
  "SELECT ifnull (table_number, 0), perspective, count (*), max (time) FROM note" \
  " WHERE space = ?1 AND deleted = 0 AND time >= ?3 AND (item = ?2 OR (item IS NULL AND time >= ?4))" \
  " GROUP BY 1, 2 ORDER BY 1"

#define WALL "SELECT n.kind, count (*) FROM note n WHERE n.space = ?1 AND" LP_NOTE_MAY_BE_SHOWN " GROUP BY 1"

#define TABLES "SELECT ifnull (tables, 0) FROM meeting WHERE id = ?1"

/* Notes are sought by time; a wall clock that was set during the item is no further off than this. */
#define A_DAY (24 * 60 * LP_RUN_MINUTE)

/* FALSE without an error when none is under way. */
static gboolean
load_item (LpReader *reader, const LpId *meeting, LpId *item, gint64 *since, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, LAST_STEP);

  lp_query_bind_id (query, 1, meeting);
  if (!lp_query_next (query, error) || !g_str_equal (lp_query_text (query, 0), lp_run_act_id (LP_RUN_GO)))
    return FALSE;

  *since = lp_query_int (query, 2);
  return lp_query_id (query, 1, item);
}

static gboolean
add_tables (LpRound *self, LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, TABLES);
  int n_tables = 0;

  lp_query_bind_id (query, 1, meeting);
  if (!lp_query_next (query, error))
    return FALSE;

  n_tables = (int) lp_query_int (query, 0);
  for (int i = 1; i <= n_tables; i++)
    {
      LpRoundTable table = { .table = i };

      g_array_append_val (self->tables, table);
    }

  return TRUE;
}

static LpRoundTable *
find_table (LpRound *self, int number)
{
  LpRoundTable fresh = { .table = number };

  for (guint i = 0; i < self->tables->len; i++)
    {
      LpRoundTable *table = &g_array_index (self->tables, LpRoundTable, i);

      if (table->table == number)
        return table;
    }
  g_array_append_val (self->tables, fresh);

  return &g_array_index (self->tables, LpRoundTable, self->tables->len - 1);
}

static void
take_row (LpRound *self, LpQuery *query)
{
  int number = (int) lp_query_int (query, 0);
  guint n = (guint) lp_query_int (query, 2);
  LpPerspective perspective;

  self->notes += n;
  if (lp_perspective_find (lp_query_text (query, 1), &perspective))
    self->perspectives[perspective] += n;
  if (number > 0)
    {
      LpRoundTable *table = find_table (self, number);

      table->notes += n;
      table->last = MAX (table->last, lp_query_int (query, 3));
    }
  else
    {
      self->loose += n;
    }
}

static gboolean
count_notes (LpRound *self, LpReader *reader, const LpId *meeting, gint64 since, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, NOTES);
  g_autoptr (GError) problem = NULL;

  lp_query_bind_id (query, 1, meeting);
  lp_query_bind_id (query, 2, &self->item);
  lp_query_bind_int (query, 3, since - A_DAY);
  lp_query_bind_int (query, 4, since);
  while (lp_query_next (query, &problem))
    take_row (self, query);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  return TRUE;
}

static gboolean
count_wall (LpRound *self, LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, WALL);
  g_autoptr (GError) problem = NULL;
  LpKind kind;

  lp_query_bind_id (query, 1, meeting);
  while (lp_query_next (query, &problem))
    {
      if (lp_kind_find (lp_query_text (query, 0), &kind))
        self->wall[kind] = (guint) lp_query_int (query, 1);
    }
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  return TRUE;
}

/**
 * lp_round_load: counts what came in since the item now began; what came during it before, when the day went back to it, counts too.
 *
 * Returns: (transfer full): %NULL and an error when it cannot be read
 */
LpRound *
lp_round_load (LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpRound) self = g_new0 (LpRound, 1);
  g_autoptr (GError) problem = NULL;
  gint64 since = 0;
  gboolean under_way = load_item (reader, meeting, &self->item, &since, &problem);

  self->tables = g_array_new (FALSE, TRUE, sizeof (LpRoundTable));
  if (problem == NULL && add_tables (self, reader, meeting, &problem) && count_wall (self, reader, meeting, &problem) &&
      under_way)
    count_notes (self, reader, meeting, since, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
lp_round_free (LpRound *self)
{
  g_clear_pointer (&self->tables, g_array_unref);
  g_free (self);
}

/**
 * lp_round_silence:
 * @since: when the item became the one now
 * @time: now
 *
 * Returns: for how many whole minutes nothing has come from the table; who sent nothing is silent since the item began
 */
gint64
lp_round_silence (const LpRoundTable *table, gint64 since, gint64 time)
{
  return MAX (time - MAX (table->last, since), 0) / LP_RUN_MINUTE;
}
