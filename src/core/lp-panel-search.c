/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-panel-search.h"

#include "lp-search.h"

/* The meetings of no panel stand together, as on the first page. */
#define OF_PANEL \
  " n.deleted=0 AND (?2 IS NULL OR lp_holds (n.text, ?2)) AND (?5 IS NULL OR n.space=?5) AND (?6 IS NULL OR n.kind=?6)" \
  " AND (?7 IS NULL OR n.perspective=?7) AND n.space IN (SELECT id FROM meeting WHERE deleted=0 AND panel IS ?1)"

/* In the order in which they came in, which the index has them by: no more is looked through than is wanted. */
static const char by_index_sql[] =
  "SELECT n.num FROM note_index CROSS JOIN note n ON n.num=note_index.rowid WHERE note_index MATCH ?3 AND" OF_PANEL
  " ORDER BY note_index.rowid DESC LIMIT ?4";
static const char by_num_sql[] = "SELECT n.num FROM note n WHERE" OF_PANEL " ORDER BY n.num DESC LIMIT ?4";

static void
hit_free (gpointer data)
{
  LpPanelHit *self = data;

  g_clear_object (&self->note);
  g_clear_object (&self->meeting);
  g_free (self);
}

static LpQuery *
ask (LpReader *reader, const LpPanelFilter *filter, LpSearch *search, guint max)
{
  const char *match = search != NULL ? lp_search_get_match (search) : NULL;
  LpQuery *query = lp_reader_query (reader, match != NULL ? by_index_sql : by_num_sql);

  lp_query_bind_id (query, 1, lp_id_is_set (&filter->panel) ? &filter->panel : NULL);
  lp_query_bind_text (query, 2, search != NULL ? lp_search_get_pieces (search) : NULL);
  if (match != NULL)
    lp_query_bind_text (query, 3, match);
  lp_query_bind_int (query, 4, max);
  lp_query_bind_id (query, 5, lp_id_is_set (&filter->meeting) ? &filter->meeting : NULL);
  lp_query_bind_text (query, 6, filter->kind >= 0 ? lp_kind_id (filter->kind) : NULL);
  lp_query_bind_text (query, 7, filter->perspective);

  return query;
}

/* Meetings are few, and have been read before, mostly. */
static LpRecord *
load_meeting (LpReader *reader, GPtrArray *hits, const LpId *id, GError **error)
{
  for (guint i = hits->len; i > 0; i--)
    {
      LpPanelHit *hit = g_ptr_array_index (hits, i - 1);

      if (lp_id_equal (lp_record_get_id (hit->meeting), id))
        return g_object_ref (hit->meeting);
    }

  return lp_reader_load (reader, LP_MEETING, id, error);
}

static gboolean
add_hit (LpReader *reader, GPtrArray *hits, gint64 num, GError **error)
{
  g_autoptr (LpRecord) note = lp_reader_load_num (reader, LP_NOTE, num, error);
  g_autoptr (LpRecord) meeting = note != NULL ? load_meeting (reader, hits, lp_record_get_space (note), error) : NULL;
  LpPanelHit *hit = NULL;

  if (meeting == NULL)
    return FALSE;

  hit = g_new0 (LpPanelHit, 1);
  hit->note = g_steal_pointer (&note);
  hit->meeting = g_steal_pointer (&meeting);
  g_ptr_array_add (hits, hit);

  return TRUE;
}

/**
 * lp_panel_search: the notes of all meetings of a panel that a filter lets through.
 * @max: so many at most
 *
 * Takes some time among many notes: for a thread, with lp_reader_set_limits (). Call it between lp_reader_begin () and lp_reader_end ().
 */
GPtrArray *
lp_panel_search (LpReader *reader, const LpPanelFilter *filter, guint max, GError **error)
{
  g_autoptr (LpSearch) search = *filter->text != '\0' ? lp_search_new (filter->text) : NULL;
  g_autoptr (LpQuery) query = ask (reader, filter, search, max);
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (hit_free);
  g_autoptr (GError) failure = NULL;

  while (lp_query_next (query, &failure))
    if (!add_hit (reader, hits, lp_query_int (query, 0), &failure))
      break;
  if (failure == NULL)
    return g_steal_pointer (&hits);
  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}
