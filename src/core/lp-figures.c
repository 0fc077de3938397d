/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-figures.h"

#define FIGURES                                                                                              \
  "SELECT"                                                                                                   \
  " (SELECT count (*) FROM note WHERE space = ?1 AND deleted = 0),"                                          \
  " (SELECT count (DISTINCT table_number) FROM note WHERE space = ?1 AND deleted = 0 AND table_number > 0)," \
  " (SELECT count (*) FROM theme WHERE space = ?1 AND deleted = 0),"                                         \
  " (SELECT count (*) FROM note WHERE space = ?1 AND deleted = 0 AND NOT EXISTS ("                           \
  "   SELECT 1 FROM placement JOIN theme ON theme.id = placement.theme AND theme.deleted = 0"                \
  "   WHERE placement.note = note.id AND placement.deleted = 0)),"                                           \
  " (SELECT count (*) FROM agenda_item WHERE space = ?1 AND deleted = 0),"                                   \
  " (SELECT ifnull (sum (minutes), 0) FROM agenda_item WHERE space = ?1 AND deleted = 0),"                   \
  " count (*), total (table_number > 0), total (present), total (consent),"                                  \
  " (SELECT count (*) FROM recommendation WHERE space = ?1 AND deleted = 0),"                                \
  " (SELECT count (DISTINCT note.num) FROM recommendation"                                                   \
  "   JOIN evidence ON evidence.recommendation = recommendation.id AND evidence.deleted = 0"                 \
  "   JOIN note ON note.id = evidence.note AND note.space = ?1 AND note.deleted = 0"                         \
  "   WHERE recommendation.space = ?1 AND recommendation.deleted = 0)"                                       \
  " FROM participant WHERE space = ?1 AND deleted = 0"

#define MEETINGS "SELECT id FROM meeting WHERE deleted = 0"

/**
 * lp_figures_load: counts what a meeting has. A meeting that is not there has nothing. Free with g_free ().
 */
LpFigures *
lp_figures_load (LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, FIGURES);
  g_autofree LpFigures *figures = g_new0 (LpFigures, 1);

  lp_query_bind_id (query, 1, meeting);
  if (!lp_query_next (query, error))
    return NULL;

  figures->notes = lp_query_int (query, 0);
  figures->tables = lp_query_int (query, 1);
  figures->themes = lp_query_int (query, 2);
  figures->loose = lp_query_int (query, 3);
  figures->items = lp_query_int (query, 4);
  figures->minutes = lp_query_int (query, 5);
  figures->participants = lp_query_int (query, 6);
  figures->seated = lp_query_int (query, 7);
  figures->present = lp_query_int (query, 8);
  figures->consents = lp_query_int (query, 9);
  figures->recommendations = lp_query_int (query, 10);
  figures->used = lp_query_int (query, 11);
  return g_steal_pointer (&figures);
}

static gboolean
load_ids (LpReader *reader, GArray *ids, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, MEETINGS);
  g_autoptr (GError) problem = NULL;

  while (lp_query_next (query, &problem))
    {
      LpId id;

      lp_query_id (query, 0, &id);
      g_array_append_val (ids, id);
    }
  if (problem)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  return TRUE;
}

/**
 * lp_figures_load_all: the figures of every meeting that is not deleted, by its id. Transfer full.
 */
GHashTable *
lp_figures_load_all (LpReader *reader, GError **error)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (lp_id_hash, lp_id_equal_func, g_free, g_free);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (LpId));

  if (!load_ids (reader, ids, error))
    return NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      const LpId *id = &g_array_index (ids, LpId, i);
      LpFigures *figures = lp_figures_load (reader, id, error);

      if (!figures)
        return NULL;
      g_hash_table_insert (all, lp_id_copy (id), figures);
    }
  return g_steal_pointer (&all);
}
