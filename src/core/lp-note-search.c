/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-search.h"

#include "lp-note-review.h"
#include "lp-query.h"
#include "lp-recommendation.h"
#include "lp-search.h"

/*
 * Notes are listed by the time at which they were said, and the index has them by num, the order in which they came in. The
 * two are one and the same where notes were typed as they were said, but not after an import; so whoever wants the
 * newest alone has to find out. All ways give the same answer.
 */

/* That many are asked of the index before it is decided how to go on. */
#define FEW 64
#define MANY 1024

/* Found in one note of so many, it is faster to look through the newest than to have all from the index. How fast it is
 * depends on it, and never what is found. */
#define COMMON 20

#define COLUMNS "SELECT n.num, ifnull (n.time, 0) FROM "
#define OF_MEETING " n.space=?1 AND n.deleted=0"
#define FILTER \
  " AND (?2 IS NULL OR n.kind=?2) AND (?3 IS NULL OR n.table_number=?3) AND (?4 IS NULL OR n.perspective=?4)" \
  " AND (?7 IS NULL OR lp_holds (n.text, ?7))" \
  " AND (?5 IS NULL OR EXISTS (SELECT 1 FROM placement p JOIN theme t ON t.id=p.theme" \
  "      WHERE p.note=n.id AND p.deleted=0 AND t.deleted=0 AND p.theme=?5))" \
  " AND (?6 IS NULL OR NOT EXISTS (SELECT 1 FROM placement p JOIN theme t ON t.id=p.theme" \
  "      WHERE p.note=n.id AND p.deleted=0 AND t.deleted=0))" \
  " AND (?10 IS NULL OR n.verbatim<>0) AND (?11 IS NULL OR" LP_NOTE_IS_UNREVIEWED ") AND (?12 IS NULL OR n.read_back<>0)" \
  " AND (?13 IS NULL OR substr (?13, n.num+1, 1)=x'01')" \
  " AND (?14 IS NULL OR" LP_NOTE_IS_UNUSED ")" \
  " AND (?15 IS NULL OR NOT EXISTS (SELECT 1 FROM evidence e" \
  "      WHERE e.note=n.id AND e.deleted=0 AND e.recommendation=?15))"
#define NEWEST_FIRST " ORDER BY n.time DESC, n.num DESC"

/* ?16: an LpNoteOrder other than the newest first. */
#define KEY \
  "CASE ?16 WHEN 1 THEN -ifnull (nullif (n.table_number, 0), 0x7fffffff)" \
  " WHEN 2 THEN CASE n.kind WHEN 'dream' THEN 0 WHEN 'concern' THEN -1 WHEN 'experience' THEN -2 WHEN 'proposal' THEN -3 ELSE -4 END" \
  " ELSE ifnull (n.time, 0) END"
#define BY_KEY " ORDER BY 2 DESC, n.num DESC"

static const char all_sql[] = COLUMNS "note n WHERE" OF_MEETING NEWEST_FIRST;
static const char by_time_sql[] = COLUMNS "note n WHERE" OF_MEETING FILTER NEWEST_FIRST;
#define INDEXED "note_index CROSS JOIN note n ON n.num=note_index.rowid WHERE note_index MATCH ?8 AND" OF_MEETING FILTER

static const char by_index_sql[] = COLUMNS INDEXED NEWEST_FIRST;
static const char by_index_and_key_sql[] = "SELECT n.num, " KEY " FROM " INDEXED BY_KEY;
static const char by_key_sql[] = "SELECT n.num, " KEY " FROM note n WHERE" OF_MEETING FILTER BY_KEY;
static const char one_sql[] = "SELECT n.num, " KEY " FROM note n WHERE n.num=?9 AND" OF_MEETING FILTER;

static const char hits_sql[] = "SELECT rowid FROM note_index WHERE note_index MATCH ?8 ORDER BY rowid DESC";
static const char order_sql[] = "SELECT num FROM note_order WHERE space=?1";

typedef struct {
  LpReader           *reader;
  const LpId         *meeting;
  const LpNoteFilter *filter;
  LpSearch           *search;
  guint               n;        /* so many are wanted */
  gint64              deadline;
  GArray             *nums;     /* gint64: hits of the index so far, downwards */
  GArray             *found;    /* LpNoteHit */
  gboolean            complete; /* found is all there are */
} Search;

/** lp_note_filter_is_all: Returns: whether it lets everything through */
gboolean
lp_note_filter_is_all (const LpNoteFilter *filter)
{
  return filter->kind < 0 && filter->table < 0 && !filter->perspective && !lp_id_is_set (&filter->theme) &&
         !filter->loose && !filter->verbatim && !filter->unreviewed && !filter->read_back && !filter->unused &&
         !lp_id_is_set (&filter->not_of) && !filter->among &&
         !(filter->text && *filter->text);
}

static LpSearch *
make_search (const LpNoteFilter *filter)
{
  return filter->text && *filter->text ? lp_search_new (filter->text) : NULL;
}

/* No bytes are none of the notes, which is not the same as all of them. */
static void
bind_among (LpQuery *query, GBytes *among)
{
  if (!among)
    return;
  if (g_bytes_get_size (among) == 0)
    lp_query_bind_blob (query, 13, "", 0);
  else
    lp_query_bind_blob (query, 13, g_bytes_get_data (among, NULL), g_bytes_get_size (among));
}

static LpQuery *
ask (Search *self, const char *sql)
{
  const LpNoteFilter *filter = self->filter;
  LpQuery *query = lp_reader_query (self->reader, sql);

  lp_query_bind_id (query, 1, self->meeting);
  if (filter->kind >= 0)
    lp_query_bind_text (query, 2, lp_kind_id (filter->kind));
  if (filter->table >= 0)
    lp_query_bind_int (query, 3, filter->table);
  lp_query_bind_text (query, 4, filter->perspective);
  lp_query_bind_id (query, 5, lp_id_is_set (&filter->theme) ? &filter->theme : NULL);
  if (filter->loose)
    lp_query_bind_int (query, 6, 1);
  if (filter->verbatim)
    lp_query_bind_int (query, 10, 1);
  if (filter->unreviewed)
    lp_query_bind_int (query, 11, 1);
  if (filter->read_back)
    lp_query_bind_int (query, 12, 1);
  if (filter->unused)
    lp_query_bind_int (query, 14, 1);
  if (filter->order != LP_NOTES_NEWEST_FIRST)
    lp_query_bind_int (query, 16, filter->order);
  lp_query_bind_id (query, 15, lp_id_is_set (&filter->not_of) ? &filter->not_of : NULL);
  bind_among (query, filter->among);
  if (self->search)
    {
      lp_query_bind_text (query, 7, lp_search_get_pieces (self->search));
      lp_query_bind_text (query, 8, lp_search_get_match (self->search));
    }

  return query;
}

static LpNoteHit
read_hit (LpQuery *query)
{
  return (LpNoteHit) { lp_query_int (query, 0), lp_query_int (query, 1) };
}

static gboolean
is_late (Search *self)
{
  return self->deadline != 0 && g_get_monotonic_time () > self->deadline;
}

/* At most n more. Returns whether there are no others; what is found stays when the time is up. */
static gboolean
read_hits (Search *self, LpQuery *query, guint n, GError **error)
{
  g_autoptr (GError) failure = NULL;

  for (guint i = 0; i < n; i++)
    {
      if (!lp_query_next (query, &failure))
        {
          gboolean late = g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED) && is_late (self);

          if (failure && !late)
            g_propagate_error (error, g_steal_pointer (&failure));
          return !failure && !late;
        }
      g_array_append_val (self->found, ((LpNoteHit) { lp_query_int (query, 0), lp_query_int (query, 1) }));
    }

  return FALSE;
}

static const char *
sql_for (Search *self)
{
  gboolean indexed = self->search && lp_search_get_match (self->search);

  if (self->filter->order != LP_NOTES_NEWEST_FIRST)
    return indexed ? by_index_and_key_sql : by_key_sql;
  if (lp_note_filter_is_all (self->filter))
    return all_sql;

  return indexed ? by_index_sql : by_time_sql;
}

/** lp_note_search_all: Blocks as long as it takes, unless lp_reader_set_limits () says otherwise. */
GArray *
lp_note_search_all (LpReader *reader, const LpId *meeting, const LpNoteFilter *filter, GError **error)
{
  g_autoptr (LpSearch) search = make_search (filter);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (LpNoteHit));
  g_autoptr (GError) failure = NULL;
  g_autoptr (LpQuery) query = NULL;
  Search self = { reader, meeting, filter, search, G_MAXUINT, .found = found };

  query = ask (&self, sql_for (&self));
  read_hits (&self, query, G_MAXUINT, &failure);
  if (failure)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&found);
}

static gboolean
look_at (Search *self, gint64 num, LpNoteHit *hit, GError **error)
{
  g_autoptr (LpQuery) query = ask (self, one_sql);

  lp_query_bind_int (query, 9, num);
  if (!lp_query_next (query, error))
    return FALSE;
  *hit = read_hit (query);

  return TRUE;
}

/** lp_note_search_one: Returns: whether the note is among those of the filter; then @hit is it */
gboolean
lp_note_search_one (LpReader *reader, const LpId *meeting, const LpNoteFilter *filter, gint64 num, LpNoteHit *hit,
                    GError **error)
{
  g_autoptr (LpSearch) search = make_search (filter);
  Search self = { reader, meeting, filter, search };

  return look_at (&self, num, hit, error);
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const LpNoteHit *one = a, *other = b;

  if (one->key != other->key)
    return one->key < other->key ? 1 : -1;

  return (one->num < other->num) - (one->num > other->num);
}

/* Those of the index that the filter lets through, from one on; newest first. */
static gboolean
look_at_all (Search *self, guint from, GError **error)
{
  for (guint i = from; i < self->nums->len; i++)
    {
      g_autoptr (GError) failure = NULL;
      LpNoteHit hit;

      if (look_at (self, g_array_index (self->nums, gint64, i), &hit, &failure))
        g_array_append_val (self->found, hit);
      else if (failure)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }
  g_array_sort (self->found, compare_hits);

  return TRUE;
}

/* Reads on until there are so many. Returns whether there are no others. */
static gboolean
read_nums (Search *self, LpQuery *hits, guint n, GError **error)
{
  while (self->nums->len < n && !(self->nums->len % FEW == 0 && is_late (self)))
    {
      gint64 num;

      if (!lp_query_next (hits, error))
        return TRUE;
      num = lp_query_int (hits, 0);
      g_array_append_val (self->nums, num);
    }

  return FALSE;
}

/* Whether none of the notes that the index would give next is newer. See lp_note_index_set_time (). */
static gboolean
are_in_order (Search *self, GError **error)
{
  g_autoptr (LpQuery) query = ask (self, order_sql);

  return !lp_query_next (query, error) ||
         lp_query_int (query, 0) < g_array_index (self->nums, gint64, self->nums->len - 1);
}

static gboolean
find_by_time (Search *self, GError **error)
{
  g_autoptr (LpQuery) query = ask (self, by_time_sql);

  g_array_set_size (self->found, 0);
  self->complete = read_hits (self, query, self->n, error);

  return TRUE;
}

static gboolean
find_all (Search *self, GError **error)
{
  g_autoptr (LpQuery) query = ask (self, sql_for (self));

  g_array_set_size (self->found, 0);
  self->complete = read_hits (self, query, G_MAXUINT, error);
  if (!self->complete)
    g_array_set_size (self->found, 0);

  return TRUE;
}

/* Among the notes that came in since the oldest of the hits so far. */
static gboolean
are_common (Search *self, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (self->reader, "SELECT max (num) FROM note");
  gint64 oldest = g_array_index (self->nums, gint64, self->nums->len - 1);

  return lp_query_next (query, error) && (lp_query_int (query, 0) - oldest) / self->nums->len < COMMON;
}

/* The order of the index first, as long as it is that of the times. Returns whether that was enough. */
static gboolean
find_in_order (Search *self, LpQuery *hits, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean in_order = TRUE;

  while (in_order && !self->complete && self->found->len < self->n && self->nums->len < MANY && !is_late (self))
    {
      guint looked_at = self->nums->len;

      self->complete = read_nums (self, hits, looked_at + FEW, &failure);
      if (failure || !look_at_all (self, looked_at, &failure))
        break;
      in_order = self->complete || are_in_order (self, &failure);
    }
  if (failure)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (!self->complete && self->found->len >= self->n && in_order)
    g_array_set_size (self->found, self->n);
  else if (!self->complete)
    return FALSE;

  return TRUE;
}

static gboolean
find_by_index (Search *self, GError **error)
{
  g_autoptr (LpQuery) hits = ask (self, hits_sql);
  g_autoptr (GError) failure = NULL;
  gboolean all = FALSE;

  if (find_in_order (self, hits, &failure))
    return TRUE;
  if (!failure && self->nums->len < MANY)
    all = read_nums (self, hits, MANY, &failure);
  g_array_set_size (self->found, 0);
  if (!failure && !is_late (self))
    return !all && are_common (self, error) ? find_by_time (self, error) : find_all (self, error);
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/**
 * lp_note_search_newest:
 * @n: how many are wanted; there may be more of them when that costs nothing
 * @deadline: of g_get_monotonic_time (), or 0: then there may be fewer, or none
 * @complete: (out): whether these are all there are
 *
 * The first notes of the filter in its order, without finding all of them where that can be avoided.
 */
GArray *
lp_note_search_newest (LpReader *reader, const LpId *meeting, const LpNoteFilter *filter, guint n, gint64 deadline,
                       gboolean *complete, GError **error)
{
  g_autoptr (LpSearch) search = make_search (filter);
  g_autoptr (GArray) nums = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (LpNoteHit));
  g_autoptr (GError) failure = NULL;
  Search self = { reader, meeting, filter, search, n, deadline, nums, found, FALSE };

  lp_reader_set_limits (reader, NULL, deadline);
  if (filter->order != LP_NOTES_NEWEST_FIRST)
    find_all (&self, &failure); /* which are the first is known when all are */
  else if (search && lp_search_get_match (search))
    find_by_index (&self, &failure);
  else
    find_by_time (&self, &failure);
  lp_reader_set_limits (reader, NULL, 0);

  /* the time was up: others may have begun with it, and what is there is not in order */
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_array_set_size (found, 0);
      g_clear_error (&failure);
      self.complete = FALSE;
    }
  *complete = self.complete;
  if (failure)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&found);
}
