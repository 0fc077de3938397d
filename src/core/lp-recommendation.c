/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-recommendation.h"

#include "lp-note-review.h"

#include <string.h>

#define MEETINGS \
  "SELECT id, title FROM meeting WHERE panel=?1 AND deleted=0 ORDER BY date DESC, num DESC"
#define TITLE "SELECT id, title FROM meeting WHERE id=?1"

#define RECOMMENDATIONS "SELECT num FROM recommendation WHERE space=?1 AND deleted=0 ORDER BY rank, id"

/* The words of a quote are as they were said, or as their teller approved them. Keep in step with lp_note_may_be_quoted (). */
#define AGREED "n.consent<>0 AND n.hidden=0 AND (n.verbatim<>0 OR n.approved_time IS NOT NULL)"

#define EVIDENCE \
  "SELECT e.recommendation, e.against, n.table_number, n.municipality, n.perspective," AGREED ", n.reviewed," \
  " n.station, n.number" \
  " FROM evidence e JOIN note n ON n.id=e.note AND n.deleted=0" \
  " WHERE e.recommendation=?1 AND e.deleted=0 ORDER BY n.station, n.number, n.id"

#define THEMES \
  "SELECT t.num FROM evidence e JOIN theme t ON t.id=e.theme AND t.deleted=0" \
  " WHERE e.recommendation=?1 AND e.deleted=0 ORDER BY t.rank, t.id"

#define HEARD \
  "SELECT count (*), perspective FROM note WHERE space=?1 AND deleted=0 GROUP BY perspective"

#define NOTES "SELECT count (*) FROM note WHERE space=?1 AND deleted=0"

#define USED \
  "SELECT count (DISTINCT n.num) FROM recommendation r JOIN evidence e ON e.recommendation=r.id AND e.deleted=0" \
  " JOIN note n ON n.id=e.note AND n.deleted=0 WHERE r.space=?1 AND r.deleted=0 AND n.space=?1"

static void
recommendation_free (gpointer data)
{
  LpRecommendation *self = data;

  g_clear_object (&self->record);
  g_free (self->meeting);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_clear_pointer (&self->opposed, g_ptr_array_unref);
  g_clear_pointer (&self->themes, g_ptr_array_unref);
  g_free (self);
}

/* Nobody reads a table or a municipality twice. */
typedef struct {
  LpGround   *ground;
  GHashTable *tables;
  GHashTable *municipalities;
} Count;

static void
count_note (Count *self, LpQuery *query)
{
  LpGround *ground = self->ground;
  LpPerspective perspective;

  ground->notes++;
  if (lp_query_int (query, 2) > 0)
    g_hash_table_add (self->tables, GINT_TO_POINTER (lp_query_int (query, 2)));
  if (*lp_query_text (query, 3) != '\0')
    g_hash_table_add (self->municipalities, g_strdup (lp_query_text (query, 3)));
  if (lp_perspective_find (lp_query_text (query, 4), &perspective))
    ground->perspectives[perspective]++;
  if (lp_query_int (query, 5) == 0)
    return;
  if (lp_query_int (query, 6) != 0)
    ground->quotes++;
  else
    ground->unread_quotes++;
}

static gboolean
read_evidence (LpRecommendation *self, LpReader *reader, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, EVIDENCE);
  g_autoptr (GHashTable) tables = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) municipalities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Count count = { &self->ground, tables, municipalities };
  g_autoptr (GError) problem = NULL;

  lp_query_bind_id (query, 1, lp_record_get_id (self->record));
  while (lp_query_next (query, &problem))
    {
      gboolean against = lp_query_int (query, 1) != 0;
      char *code = lp_note_code (lp_query_int (query, 7), lp_query_int (query, 8));

      g_ptr_array_add (against ? self->opposed : self->codes, code);
      if (against)
        self->ground.against++;
      else
        count_note (&count, query);
    }
  self->ground.tables = g_hash_table_size (tables);
  self->ground.municipalities = g_hash_table_size (municipalities);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* What the meeting heard and this does not rest on; heard: bits of 1 << LpPerspective. */
static void
judge (LpGround *self, guint heard)
{
  for (guint i = 0; i < LP_N_PERSPECTIVES; i++)
    {
      if (i != LP_PERSPECTIVE_LIVED && (heard & 1u << i) != 0 && self->perspectives[i] == 0)
        self->missing |= 1u << i;
    }
  if (self->notes == 0)
    {
      self->warnings = 1u << LP_GROUND_NO_NOTES;
      return;
    }
  if (self->notes < LP_FEW_NOTES)
    self->warnings |= 1u << LP_GROUND_FEW_NOTES;
  if (self->tables == 1 && self->notes > 1)
    self->warnings |= 1u << LP_GROUND_ONE_TABLE;
  if (self->perspectives[LP_PERSPECTIVE_PROFESSIONAL] == self->notes)
    self->warnings |= 1u << LP_GROUND_ONLY_PROFESSIONAL;
  else if (self->perspectives[LP_PERSPECTIVE_LIVED] == 0)
    self->warnings |= 1u << LP_GROUND_NO_LIVED;
  /* of few notes it goes without saying */
  if (self->missing != 0 && self->notes >= LP_FEW_NOTES)
    self->warnings |= 1u << LP_GROUND_MISSING;
}

static LpRecommendation *
read_one (LpReader *reader, LpRecord *record, const char *meeting, guint heard, GError **error)
{
  LpRecommendation *self = g_new0 (LpRecommendation, 1);

  self->record = g_object_ref (record);
  self->meeting = g_strdup (meeting);
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->opposed = g_ptr_array_new_with_free_func (g_free);
  self->themes = lp_reader_load_all (reader, LP_THEME, THEMES, lp_record_get_id (record), error);
  if (self->themes == NULL || !read_evidence (self, reader, error))
    {
      recommendation_free (self);
      return NULL;
    }
  judge (&self->ground, heard);
  return self;
}

/* How many notes there are, and of which perspectives. */
static gboolean
read_heard (LpReader *reader, const LpId *meeting, guint *notes, guint *heard, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, HEARD);
  g_autoptr (GError) problem = NULL;

  lp_query_bind_id (query, 1, meeting);
  while (lp_query_next (query, &problem))
    {
      LpPerspective perspective;

      *notes += lp_query_int (query, 0);
      if (lp_perspective_find (lp_query_text (query, 1), &perspective))
        *heard |= 1u << perspective;
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
read_count (LpReader *reader, const char *sql, const LpId *meeting, guint *count, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, sql);

  lp_query_bind_id (query, 1, meeting);
  if (!lp_query_next (query, error))
    return FALSE;
  *count = lp_query_int (query, 0);
  return TRUE;
}

static gboolean
add_meeting (LpRecommendations *self, LpReader *reader, const LpId *meeting, const char *title, GError **error)
{
  g_autoptr (GPtrArray) records = lp_reader_load_all (reader, LP_RECOMMENDATION, RECOMMENDATIONS, meeting, error);
  guint notes = 0;
  guint used = 0;
  guint heard = 0;

  if (records == NULL)
    return FALSE;
  /* where there are none, it is enough to know how many notes there are: an index tells that */
  if (records->len == 0 && !read_count (reader, NOTES, meeting, &notes, error))
    return FALSE;
  if (records->len > 0 &&
      (!read_heard (reader, meeting, &notes, &heard, error) || !read_count (reader, USED, meeting, &used, error)))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      LpRecommendation *one = read_one (reader, g_ptr_array_index (records, i), title, heard, error);

      if (one == NULL)
        return FALSE;
      g_ptr_array_add (self->items, one);
    }
  self->notes += notes;
  self->unused += notes - used;
  return TRUE;
}

static LpRecommendations *
load (LpReader *reader, const char *sql, const LpId *bound, GError **error)
{
  g_autoptr (LpRecommendations) self = g_new0 (LpRecommendations, 1);
  g_autoptr (LpQuery) query = lp_reader_query (reader, sql);
  g_autoptr (GError) problem = NULL;

  self->items = g_ptr_array_new_with_free_func (recommendation_free);
  lp_query_bind_id (query, 1, bound);
  while (lp_query_next (query, &problem))
    {
      LpId meeting = { 0 };

      lp_query_id (query, 0, &meeting);
      if (!add_meeting (self, reader, &meeting, lp_query_text (query, 1), &problem))
        break;
    }
  if (problem == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

/**
 * lp_recommendations_load: the recommendations of a meeting and what they rest on. A note that is deleted or erased counts
 * nowhere. With many notes it takes its time: then call it on a thread, between lp_reader_begin() and lp_reader_end(), so that
 * all of it is of one moment. Transfer full.
 */
LpRecommendations *
lp_recommendations_load (LpReader *reader, const LpId *meeting, GError **error)
{
  return load (reader, TITLE, meeting, error);
}

/** lp_recommendations_load_panel: those of all meetings of a panel, the newest meeting first. Transfer full. */
LpRecommendations *
lp_recommendations_load_panel (LpReader *reader, const LpId *panel, GError **error)
{
  return load (reader, MEETINGS, panel, error);
}

/** lp_recommendations_find: Returns: (transfer none) (nullable): the one with that id, and where it stands; position may be %NULL */
LpRecommendation *
lp_recommendations_find (LpRecommendations *self, const LpId *id, guint *position)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      LpRecommendation *one = g_ptr_array_index (self->items, i);

      if (!lp_id_equal (lp_record_get_id (one->record), id))
        continue;
      if (position != NULL)
        *position = i;
      return one;
    }
  return NULL;
}

/** lp_recommendations_free: Frees the recommendations in it as well */
void
lp_recommendations_free (LpRecommendations *self)
{
  g_ptr_array_unref (self->items);
  g_free (self);
}

/** lp_recommendation_name: Returns: (transfer none): its title, else its text; "" for one in which nothing stands yet */
const char *
lp_recommendation_name (LpRecord *recommendation)
{
  const char *title = lp_record_text (recommendation, LP_RECOMMENDATION_TITLE);

  return *title != '\0' ? title : lp_record_text (recommendation, LP_RECOMMENDATION_TEXT);
}

/**
 * lp_note_may_be_quoted: whether the words of a note, see lp_note_get_words(), may stand as a quote in what leaves the house:
 * who said them agreed, they are as they were said or approved, and somebody has read them for what is private.
 */
gboolean
lp_note_may_be_quoted (LpRecord *note)
{
  return lp_note_may_be_shown (note) && lp_record_int (note, LP_NOTE_CONSENT) != 0 &&
         (lp_record_int (note, LP_NOTE_VERBATIM) != 0 || lp_record_has (note, LP_NOTE_APPROVED_TIME));
}
