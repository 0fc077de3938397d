/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-list.h"

#include <string.h>

#include "lp-note-review.h"

/*
 * A list is the answer to a query: the num of each row, and a key by which the rows stand in order. When single objects change,
 * only those are asked for again, so that typing the 100,001st note costs what typing the second did.
 */

/* More objects at once than this: ask for all again. */
#define MAX_SINGLE 64

/* So many notes, in microseconds, are found before a filter that was set returns. */
#define AT_ONCE 50
#define AT_ONCE_US 6000

typedef struct {
  LpEntity    entity;
  guint       follows;   /* bits of 1 << LpEntity: whose changes may change the answer */
  gboolean    by_key;    /* sorted by (key, num), newest first: rows can be put in one by one */
  const char *sql;       /* ?1: space or theme, ?2: kind; NULL: the notes that a filter lets through */
  const char *one_sql;   /* where rows can be put in one by one: the same of one num, ?9 */
} Definition;

#define NOTES "SELECT n.num, ifnull (n.time, 0) FROM note n WHERE "
#define NEWEST_FIRST " ORDER BY n.time DESC, n.num DESC"
#define WALL "n.space=?1 AND n.kind=?2 AND" LP_NOTE_MAY_BE_SHOWN
#define UNREVIEWED "n.space=?1 AND" LP_NOTE_IS_UNREVIEWED
#define DELETED "n.space=?1 AND n.deleted=1"
#define ONE "n.num=?9 AND "
#define EVIDENCE(against) \
  "SELECT n.num, 0 FROM evidence e JOIN note n ON n.id=e.note AND n.deleted=0" \
  " WHERE e.recommendation=?1 AND e.deleted=0 AND e.against" against " ORDER BY n.station, n.number, n.id"

static const Definition meetings = {
  LP_MEETING, 1 << LP_MEETING, FALSE,
  "SELECT num, 0 FROM meeting WHERE deleted=0 ORDER BY date DESC, num DESC",
};
static const Definition panels = {
  LP_PANEL, 1 << LP_PANEL, FALSE,
  "SELECT num, 0 FROM panel WHERE deleted=0 ORDER BY name, id",
};
static const Definition agenda = {
  LP_AGENDA_ITEM, 1 << LP_AGENDA_ITEM, FALSE,
  "SELECT num, 0 FROM agenda_item WHERE space=?1 AND deleted=0 ORDER BY rank, id",
};
static const Definition themes = {
  LP_THEME, 1 << LP_THEME, FALSE,
  "SELECT num, 0 FROM theme WHERE space=?1 AND deleted=0 ORDER BY rank, id",
};
static const Definition notes = {
  LP_NOTE, 1 << LP_NOTE | 1 << LP_PLACEMENT | 1 << LP_THEME, TRUE, NULL,
};
static const Definition wall = {
  LP_NOTE, 1 << LP_NOTE, TRUE, NOTES WALL NEWEST_FIRST, NOTES ONE WALL,
};
static const Definition unreviewed = {
  LP_NOTE, 1 << LP_NOTE, TRUE, NOTES UNREVIEWED NEWEST_FIRST, NOTES ONE UNREVIEWED,
};
static const Definition deleted_notes = {
  LP_NOTE, 1 << LP_NOTE, TRUE, NOTES DELETED NEWEST_FIRST, NOTES ONE DELETED,
};
/* Dreams first, each followed by the concerns that belong to it (their key is 1). */
static const Definition theme_notes = {
  LP_NOTE, 1 << LP_NOTE | 1 << LP_PLACEMENT, FALSE,
  "SELECT n.num, m.id IS NOT NULL FROM placement p JOIN note n ON n.id=p.note AND n.deleted=0"
  " LEFT JOIN placement d ON d.note=p.partner AND d.deleted=0 AND d.theme=p.theme"
  " LEFT JOIN note m ON m.id=d.note AND m.deleted=0"
  " WHERE p.theme=?1 AND p.deleted=0"
  " ORDER BY CASE ifnull (m.kind, n.kind) WHEN 'dream' THEN 0 WHEN 'concern' THEN 1 ELSE 2 END,"
  " iif (m.id IS NULL, p.rank, d.rank), ifnull (m.id, n.id), m.id IS NOT NULL, p.rank, p.id",
};
static const Definition recommendations = {
  LP_RECOMMENDATION, 1 << LP_RECOMMENDATION, FALSE,
  "SELECT num, 0 FROM recommendation WHERE space=?1 AND deleted=0 ORDER BY rank, id",
};
static const Definition evidence_for = {
  LP_NOTE, 1 << LP_NOTE | 1 << LP_EVIDENCE, FALSE, EVIDENCE ("=0"),
};
static const Definition evidence_against = {
  LP_NOTE, 1 << LP_NOTE | 1 << LP_EVIDENCE, FALSE, EVIDENCE ("<>0"),
};

struct _LpList {
  GObject           parent_instance;

  LpStore          *store;
  const Definition *definition;
  LpId              bound;
  LpNoteFilter      filter;
  char             *perspective;
  char             *text;
  GBytes           *among;
  GArray           *rows;   /* of LpNoteHit */
  GCancellable     *finding; /* a thread finds the rest; NULL: complete */
  gboolean          stale;   /* and what it finds is out of date */
};

enum {
  PROP_COMPLETE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void lp_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LpList, lp_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, lp_list_model_init))

static GType
lp_list_get_item_type (GListModel *model)
{
  return LP_TYPE_RECORD;
}

static guint
lp_list_get_n_items (GListModel *model)
{
  return LP_LIST (model)->rows->len;
}

static gpointer
lp_list_get_item (GListModel *model, guint position)
{
  LpList *self = LP_LIST (model);
  g_autoptr (GError) error = NULL;
  LpRecord *record;

  if (position >= self->rows->len)
    return NULL;

  record = lp_reader_load_num (lp_store_get_reader (self->store), self->definition->entity,
                               g_array_index (self->rows, LpNoteHit, position).num, &error);
  if (error)
    g_warning ("A row could not be read: %s", error->message);
  if (!record)
    {
      /* Gone between the commit and its signal: an empty one stands in until the signal takes it out. */
      LpValue *values = g_new0 (LpValue, lp_schema_entity (self->definition->entity)->n_fields);

      record = lp_record_new (self->definition->entity, 0, &(LpId) { 0 }, &(LpId) { 0 }, values);
    }

  return record;
}

static void
lp_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = lp_list_get_item_type;
  iface->get_n_items = lp_list_get_n_items;
  iface->get_item = lp_list_get_item;
}

static LpQuery *
ask (LpList *self, const char *sql)
{
  LpQuery *query = lp_reader_query (lp_store_get_reader (self->store), sql);

  if (lp_id_is_set (&self->bound))
    lp_query_bind_id (query, 1, &self->bound);
  if (self->definition == &wall)
    lp_query_bind_text (query, 2, lp_kind_id (self->filter.kind));

  return query;
}

static GArray *
ask_all (LpList *self, GError **error)
{
  g_autoptr (LpQuery) query = ask (self, self->definition->sql);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (LpNoteHit));

  while (lp_query_next (query, error))
    g_array_append_val (rows, ((LpNoteHit) { lp_query_int (query, 0), lp_query_int (query, 1) }));

  return rows;
}

static gboolean
ask_one (LpList *self, gint64 num, LpNoteHit *row)
{
  g_autoptr (LpQuery) query = NULL;
  g_autoptr (GError) error = NULL;
  gboolean found;

  if (self->definition == &notes)
    {
      found = lp_note_search_one (lp_store_get_reader (self->store), &self->bound, &self->filter, num, row, &error);
    }
  else
    {
      query = ask (self, self->definition->one_sql);
      lp_query_bind_int (query, 9, num);
      found = lp_query_next (query, &error);
      if (found)
        *row = (LpNoteHit) { lp_query_int (query, 0), lp_query_int (query, 1) };
    }
  if (error)
    g_warning ("A list could not be read: %s", error->message);

  return found;
}

static gboolean
same_row (LpList *self, GArray *rows, guint i, guint j)
{
  const LpNoteHit *old = &g_array_index (self->rows, LpNoteHit, i), *other = &g_array_index (rows, LpNoteHit, j);

  return old->num == other->num && old->key == other->key;
}

/* Tells views only of the part that changed, so that they keep their place. */
static void
replace_rows (LpList *self, GArray *rows)
{
  guint n_old = self->rows->len, n_new = rows->len;
  guint head = 0, tail = 0;

  while (head < MIN (n_old, n_new) && same_row (self, rows, head, head))
    head++;
  while (tail < MIN (n_old, n_new) - head && same_row (self, rows, n_old - 1 - tail, n_new - 1 - tail))
    tail++;

  g_array_unref (self->rows);
  self->rows = rows;
  if (n_old - head - tail > 0 || n_new - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, n_old - head - tail, n_new - head - tail);
}

/* What the thread is told; it sees nothing of the list. */
typedef struct {
  char         *path;
  LpId          meeting;
  LpNoteFilter  filter;
  char         *perspective;
  char         *text;
  GBytes       *among;
} Job;

static Job *
job_new (LpList *self)
{
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (lp_store_get_path (self->store));
  job->meeting = self->bound;
  job->filter = self->filter;
  job->filter.perspective = job->perspective = g_strdup (self->perspective);
  job->filter.text = job->text = g_strdup (self->text);
  job->filter.among = job->among = self->among ? g_bytes_ref (self->among) : NULL;

  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job->perspective);
  g_free (job->text);
  g_clear_pointer (&job->among, g_bytes_unref);
  g_free (job);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LpReader) reader = lp_reader_open (job->path, &error);
  GArray *rows = NULL;

  if (reader)
    {
      lp_reader_set_limits (reader, cancellable, 0);
      rows = lp_note_search_all (reader, &job->meeting, &job->filter, &error);
    }
  if (rows)
    g_task_return_pointer (task, rows, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* The task does not know the list, its callback holds it: a thread may let go of its task last, and a list must not go
 * away there. */
static void
find_rest (LpList *self, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = NULL;

  self->stale = FALSE;
  task = g_task_new (NULL, self->finding, callback, g_object_ref (self));
  g_task_set_source_tag (task, find_rest);
  g_task_set_task_data (task, job_new (self), job_free);
  g_task_run_in_thread (task, find_in_thread);
}

/* finding: (transfer full) (nullable) */
static void
set_finding (LpList *self, GCancellable *finding)
{
  gboolean was_complete = !self->finding;

  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  self->finding = finding;
  if (was_complete != !finding)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPLETE]);
}

/* A change that came meanwhile may be in what was found, or not: it is asked once more. */
static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpList) self = data;
  g_autoptr (GError) error = NULL;
  GArray *rows = NULL;

  /* another filter came meanwhile */
  if (g_task_get_cancellable (G_TASK (result)) != self->finding)
    return;

  rows = g_task_propagate_pointer (G_TASK (result), &error);
  if (rows && self->stale)
    {
      g_array_unref (rows);
      find_rest (self, found_cb);
      return;
    }
  if (rows)
    replace_rows (self, rows);
  else
    g_warning ("A list could not be read: %s", error->message);
  set_finding (self, NULL);
}

/* All there are where that takes no longer than a key may; else the newest, and whether to look for more. */
static GArray *
ask_at_once (LpList *self, gboolean *complete, GError **error)
{
  LpReader *reader = lp_store_get_reader (self->store);
  const gint64 deadline = g_get_monotonic_time () + AT_ONCE_US;
  g_autoptr (GArray) rows = NULL;
  GArray *all = NULL;

  rows = lp_note_search_newest (reader, &self->bound, &self->filter, AT_ONCE, deadline, complete, error);
  if (!rows || *complete)
    return g_steal_pointer (&rows);

  lp_reader_set_limits (reader, NULL, deadline);
  all = lp_note_search_all (reader, &self->bound, &self->filter, NULL);
  lp_reader_set_limits (reader, NULL, 0);
  *complete = all != NULL;

  return all ? all : g_steal_pointer (&rows);
}

/* Where the filter is another, the newest are shown while the others are being found; where notes have changed, what
 * was there stays so long: people are at work in it. */
static void
refresh_notes (LpList *self, gboolean other_filter)
{
  gboolean complete = TRUE;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = ask_at_once (self, &complete, &error);

  if (error)
    g_warning ("A list could not be read: %s", error->message);
  set_finding (self, complete ? NULL : g_cancellable_new ());
  if (self->finding)
    find_rest (self, found_cb);
  if (rows && (complete || (other_filter && rows->len > 0)))
    replace_rows (self, g_steal_pointer (&rows));
}

static void
refresh_all (LpList *self)
{
  g_autoptr (GError) error = NULL;

  if (self->definition == &notes)
    {
      refresh_notes (self, FALSE);
      return;
    }
  replace_rows (self, ask_all (self, &error));
  if (error)
    g_warning ("A list could not be read: %s", error->message);
}

static gboolean
find_num (LpList *self, gint64 num, guint *position)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (g_array_index (self->rows, LpNoteHit, i).num == num)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
comes_before (const LpNoteHit *a, const LpNoteHit *b)
{
  return a->key > b->key || (a->key == b->key && a->num > b->num);
}

static guint
find_place (LpList *self, const LpNoteHit *row)
{
  guint low = 0, high = self->rows->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (comes_before (&g_array_index (self->rows, LpNoteHit, middle), row))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
refresh_one (LpList *self, gint64 num)
{
  LpNoteHit row = { 0 };
  guint position = 0;
  gboolean was_here = find_num (self, num, &position);
  gboolean is_here = ask_one (self, num, &row);

  if (was_here && is_here && g_array_index (self->rows, LpNoteHit, position).key == row.key)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
      return;
    }
  if (was_here)
    {
      g_array_remove_index (self->rows, position);
      g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
    }
  if (is_here)
    {
      position = find_place (self, &row);
      g_array_insert_val (self->rows, position, row);
      g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
    }
}

/* A note that came into a theme or out of one, or that a recommendation came to use. 0: it is not there. */
#define PLACED_NOTE "SELECT n.num FROM placement p JOIN note n ON n.id=p.note WHERE p.num=?1"
#define USED_NOTE "SELECT n.num FROM evidence e JOIN note n ON n.id=e.note WHERE e.num=?1"

static gint64
find_note (LpList *self, const LpChange *change)
{
  const char *sql = change->entity == LP_EVIDENCE ? USED_NOTE : PLACED_NOTE;
  g_autoptr (LpQuery) query = lp_reader_query (lp_store_get_reader (self->store), sql);
  g_autoptr (GError) error = NULL;

  lp_query_bind_int (query, 1, change->num);
  if (lp_query_next (query, &error))
    return lp_query_int (query, 0);
  if (error)
    g_warning ("A list could not be read: %s", error->message);

  return 0;
}

/* Rows that stay where they are, but hold something else now. */
static void
show_changed (LpList *self, GArray *changes)
{
  g_autoptr (GHashTable) nums = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const LpChange *change = &g_array_index (changes, LpChange, i);
      gint64 num = change->num;

      if (change->entity == LP_PLACEMENT && self->definition == &theme_notes && changes->len <= MAX_SINGLE)
        num = find_note (self, change); /* it may be in other themes now */
      else if (change->entity != self->definition->entity)
        continue;
      g_hash_table_add (nums, g_memdup2 (&num, sizeof num));
    }
  if (g_hash_table_size (nums) == 0)
    return;
  if (g_hash_table_size (nums) > MAX_SINGLE)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), 0, self->rows->len, self->rows->len);
      return;
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (g_hash_table_contains (nums, &g_array_index (self->rows, LpNoteHit, i).num))
        g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 1);
    }
}

static gboolean
follows (LpList *self, LpEntity entity)
{
  if (self->definition == &notes && lp_note_filter_is_all (&self->filter))
    return entity == LP_NOTE;
  if (self->filter.unused && entity == LP_RECOMMENDATION)
    return TRUE;
  if ((self->filter.unused || lp_id_is_set (&self->filter.not_of)) && entity == LP_EVIDENCE)
    return TRUE;

  return (self->definition->follows & 1u << entity) != 0;
}

/* single: whether each change is of one row, so that the others need not be asked for again. */
static gboolean
concerns (LpList *self, GArray *changes, gboolean *single)
{
  gboolean any = FALSE;

  *single = self->definition->by_key && changes->len <= MAX_SINGLE;
  for (guint i = 0; i < changes->len; i++)
    {
      LpEntity entity = g_array_index (changes, LpChange, i).entity;

      if (follows (self, entity))
        {
          any = TRUE;
          *single &= entity == self->definition->entity || entity == LP_PLACEMENT || entity == LP_EVIDENCE;
        }
    }

  return any;
}

static void
changed_cb (LpStore *store, GArray *changes, LpList *self)
{
  gboolean only_own;

  if (!lp_store_get_reader (store) || !concerns (self, changes, &only_own))
    return;

  self->stale = TRUE;
  if (!self->definition->by_key || !only_own || changes->len > MAX_SINGLE)
    {
      refresh_all (self);
      show_changed (self, changes);
      return;
    }
  for (guint i = 0; i < changes->len; i++)
    {
      const LpChange *change = &g_array_index (changes, LpChange, i);
      gboolean own = change->entity == self->definition->entity;
      gint64 num = own ? change->num : 0;

      if (!follows (self, change->entity))
        continue;
      if (!own)
        num = find_note (self, change);
      if (num != 0)
        refresh_one (self, num);
      else
        refresh_all (self);
    }
}

static void
lp_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COMPLETE:
      g_value_set_boolean (value, lp_list_is_complete (LP_LIST (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_list_finalize (GObject *object)
{
  LpList *self = LP_LIST (object);

  g_clear_object (&self->finding);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->perspective, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->among, g_bytes_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_list_parent_class)->finalize (object);
}

static void
lp_list_class_init (LpListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lp_list_get_property;
  object_class->finalize = lp_list_finalize;

  props[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
lp_list_init (LpList *self)
{
}

static LpList *
list_new_of_kind (LpStore *store, const Definition *definition, const LpId *bound, int kind)
{
  LpList *self = g_object_new (LP_TYPE_LIST, NULL);
  g_autoptr (GError) error = NULL;

  self->store = g_object_ref (store);
  self->definition = definition;
  self->filter = LP_NOTE_FILTER_ALL;
  self->filter.kind = kind;
  if (bound)
    self->bound = *bound;
  if (definition == &notes)
    self->rows = lp_note_search_all (lp_store_get_reader (store), bound, &self->filter, &error);
  else
    self->rows = ask_all (self, &error);
  if (error)
    g_warning ("A list could not be read: %s", error->message);
  if (!self->rows)
    self->rows = g_array_new (FALSE, FALSE, sizeof (LpNoteHit));
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);

  return self;
}

static LpList *
list_new (LpStore *store, const Definition *definition, const LpId *bound)
{
  return list_new_of_kind (store, definition, bound, -1);
}

LpList *
lp_list_new_meetings (LpStore *store)
{
  return list_new (store, &meetings, NULL);
}

LpList *
lp_list_new_panels (LpStore *store)
{
  return list_new (store, &panels, NULL);
}

LpList *
lp_list_new_agenda (LpStore *store, const LpId *meeting)
{
  return list_new (store, &agenda, meeting);
}

LpList *
lp_list_new_themes (LpStore *store, const LpId *meeting)
{
  return list_new (store, &themes, meeting);
}

LpList *
lp_list_new_notes (LpStore *store, const LpId *meeting)
{
  return list_new (store, &notes, meeting);
}

LpList *
lp_list_new_recommendations (LpStore *store, const LpId *meeting)
{
  return list_new (store, &recommendations, meeting);
}

/** lp_list_new_evidence: the notes that a recommendation rests on, or those that speak against it; by their codes. */
LpList *
lp_list_new_evidence (LpStore *store, const LpId *recommendation, gboolean against)
{
  return list_new (store, against ? &evidence_against : &evidence_for, recommendation);
}

LpList *
lp_list_new_theme_notes (LpStore *store, const LpId *theme)
{
  return list_new (store, &theme_notes, theme);
}

/** lp_list_new_wall: of one kind. There is nothing in it that lp_note_may_be_shown() denies. */
LpList *
lp_list_new_wall (LpStore *store, const LpId *meeting, LpKind kind)
{
  return list_new_of_kind (store, &wall, meeting, kind);
}

LpList *
lp_list_new_unreviewed (LpStore *store, const LpId *meeting)
{
  return list_new (store, &unreviewed, meeting);
}

LpList *
lp_list_new_deleted_notes (LpStore *store, const LpId *meeting)
{
  return list_new (store, &deleted_notes, meeting);
}

/**
 * lp_list_set_filter:
 * @filter: what it points to is copied
 *
 * The list has at least the newest notes of the filter when this returns, in a few milliseconds; where there are more,
 * they come later, and the list is complete then. Should not even the newest be found in that time, it stays as it was.
 */
void
lp_list_set_filter (LpList *self, const LpNoteFilter *filter)
{
  GBytes *among = filter->among ? g_bytes_ref (filter->among) : NULL;

  g_return_if_fail (self->definition == &notes);

  self->filter = *filter;
  g_set_str (&self->perspective, filter->perspective);
  g_set_str (&self->text, filter->text);
  self->filter.perspective = self->perspective;
  self->filter.text = self->text;
  g_clear_pointer (&self->among, g_bytes_unref);
  self->filter.among = self->among = among;
  refresh_notes (self, TRUE);
}

/** lp_list_get_num: Returns: lp_record_get_num () of the object at @position, found without reading it; 0: there is none */
gint64
lp_list_get_num (LpList *self, guint position)
{
  return position < self->rows->len ? g_array_index (self->rows, LpNoteHit, position).num : 0;
}

/** lp_list_get_key: Returns: by what the row stands where it stands; in a theme's notes 1 for one that belongs to the note above */
gint64
lp_list_get_key (LpList *self, guint position)
{
  return position < self->rows->len ? g_array_index (self->rows, LpNoteHit, position).key : 0;
}

/** lp_list_is_complete: Returns: whether the list has all that it should have, and their number is final */
gboolean
lp_list_is_complete (LpList *self)
{
  return self->finding == NULL;
}

/** lp_list_find: Returns: whether the object is in the list, and at which @position */
gboolean
lp_list_find (LpList *self, const LpId *id, guint *position)
{
  g_autoptr (LpRecord) record = lp_reader_load (lp_store_get_reader (self->store), self->definition->entity, id, NULL);

  return record && find_num (self, lp_record_get_num (record), position);
}
