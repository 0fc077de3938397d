/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-list.h"

#include <string.h>

#include "lp-note-review.h"
#include "lp-query.h"

/*
 * A list is the answer to a query: the num of each row, and a key by which the rows stand in order. When single objects change,
 * only those are asked for again, so that typing the 100,001st note costs what typing the second did.
 */

/* More objects at once than this: ask for all again. */
#define MAX_SINGLE 64

typedef struct {
  gint64 num;
  gint64 key;
} Row;

typedef struct {
  LpEntity    entity;
  guint       follows;   /* bits of 1 << LpEntity: whose changes may change the answer */
  gboolean    by_key;    /* sorted by (key, num), newest first: rows can be put in one by one */
  const char *sql;       /* ?1: space or theme; ?2 …: the filter; ?9: one num, or NULL for all */
} Definition;

#define NOTE_FILTER \
  " AND (?2 IS NULL OR n.kind=?2) AND (?3 IS NULL OR n.table_number=?3) AND (?4 IS NULL OR n.perspective=?4)" \
  " AND (?7 IS NULL OR instr (lp_fold (n.text), ?7) > 0)" \
  " AND (?5 IS NULL OR EXISTS (SELECT 1 FROM placement p JOIN theme t ON t.id=p.theme" \
  "      WHERE p.note=n.id AND p.deleted=0 AND t.deleted=0 AND p.theme=?5))" \
  " AND (?6 IS NULL OR NOT EXISTS (SELECT 1 FROM placement p JOIN theme t ON t.id=p.theme" \
  "      WHERE p.note=n.id AND p.deleted=0 AND t.deleted=0))" \
  " AND (?10 IS NULL OR n.verbatim<>0) AND (?11 IS NULL OR" LP_NOTE_IS_UNREVIEWED ") AND (?12 IS NULL OR n.read_back<>0)" \
  " AND (?13 IS NULL OR substr (?13, n.num+1, 1)=x'01')"

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
  LP_NOTE, 1 << LP_NOTE, TRUE,
  "SELECT n.num, ifnull (n.time, 0) FROM note n WHERE n.space=?1 AND n.deleted=0 AND (?9 IS NULL OR n.num=?9)"
  " ORDER BY n.time DESC, n.num DESC",
};
static const Definition filtered_notes = {
  LP_NOTE, 1 << LP_NOTE | 1 << LP_PLACEMENT | 1 << LP_THEME, TRUE,
  "SELECT n.num, ifnull (n.time, 0) FROM note n WHERE n.space=?1 AND n.deleted=0 AND (?9 IS NULL OR n.num=?9)"
  NOTE_FILTER " ORDER BY n.time DESC, n.num DESC",
};
static const Definition wall = {
  LP_NOTE, 1 << LP_NOTE, TRUE,
  "SELECT n.num, ifnull (n.time, 0) FROM note n WHERE n.space=?1 AND n.kind=?2 AND (?9 IS NULL OR n.num=?9)"
  " AND" LP_NOTE_MAY_BE_SHOWN " ORDER BY n.time DESC, n.num DESC",
};
static const Definition unreviewed = {
  LP_NOTE, 1 << LP_NOTE, TRUE,
  "SELECT n.num, ifnull (n.time, 0) FROM note n WHERE n.space=?1 AND (?9 IS NULL OR n.num=?9)"
  " AND" LP_NOTE_IS_UNREVIEWED " ORDER BY n.time DESC, n.num DESC",
};
static const Definition deleted_notes = {
  LP_NOTE, 1 << LP_NOTE, TRUE,
  "SELECT n.num, ifnull (n.time, 0) FROM note n WHERE n.space=?1 AND n.deleted=1 AND (?9 IS NULL OR n.num=?9)"
  " ORDER BY n.time DESC, n.num DESC",
};
static const Definition theme_notes = {
  LP_NOTE, 1 << LP_NOTE | 1 << LP_PLACEMENT, FALSE,
  "SELECT n.num, 0 FROM placement p JOIN note n ON n.id=p.note"
  " WHERE p.theme=?1 AND p.deleted=0 AND n.deleted=0"
  " ORDER BY CASE n.kind WHEN 'dream' THEN 0 WHEN 'concern' THEN 1 ELSE 2 END, p.rank, p.id",
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
  GArray           *rows;   /* of Row */
};

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
                               g_array_index (self->rows, Row, position).num, &error);
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

static void
bind_filter (LpList *self, LpQuery *query)
{
  const LpNoteFilter *filter = &self->filter;

  if (filter->kind >= 0)
    lp_query_bind_text (query, 2, lp_kind_id (filter->kind));
  if (filter->table >= 0)
    lp_query_bind_int (query, 3, filter->table);
  lp_query_bind_text (query, 4, self->perspective);
  lp_query_bind_id (query, 5, lp_id_is_set (&filter->theme) ? &filter->theme : NULL);
  if (filter->loose)
    lp_query_bind_int (query, 6, 1);
  lp_query_bind_text (query, 7, self->text);
  if (filter->verbatim)
    lp_query_bind_int (query, 10, 1);
  if (filter->unreviewed)
    lp_query_bind_int (query, 11, 1);
  if (filter->read_back)
    lp_query_bind_int (query, 12, 1);
  /* no bytes are none of the notes, which is not the same as all of them */
  if (self->among && g_bytes_get_size (self->among) == 0)
    lp_query_bind_blob (query, 13, "", 0);
  else if (self->among)
    lp_query_bind_blob (query, 13, g_bytes_get_data (self->among, NULL), g_bytes_get_size (self->among));
}

static LpQuery *
ask (LpList *self)
{
  LpQuery *query = lp_reader_query (lp_store_get_reader (self->store), self->definition->sql);

  if (lp_id_is_set (&self->bound))
    lp_query_bind_id (query, 1, &self->bound);
  if (self->definition == &filtered_notes)
    bind_filter (self, query);
  else if (self->definition == &wall)
    lp_query_bind_text (query, 2, lp_kind_id (self->filter.kind));

  return query;
}

static GArray *
ask_all (LpList *self)
{
  g_autoptr (LpQuery) query = ask (self);
  g_autoptr (GError) error = NULL;
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  while (lp_query_next (query, &error))
    g_array_append_val (rows, ((Row) { lp_query_int (query, 0), lp_query_int (query, 1) }));
  if (error)
    g_warning ("A list could not be read: %s", error->message);

  return rows;
}

static gboolean
ask_one (LpList *self, gint64 num, Row *row)
{
  g_autoptr (LpQuery) query = ask (self);
  g_autoptr (GError) error = NULL;
  gboolean found;

  lp_query_bind_int (query, 9, num);
  found = lp_query_next (query, &error);
  if (error)
    g_warning ("A list could not be read: %s", error->message);
  if (found)
    *row = (Row) { lp_query_int (query, 0), lp_query_int (query, 1) };

  return found;
}

static gboolean
same_num (LpList *self, GArray *rows, guint i, guint j)
{
  return g_array_index (self->rows, Row, i).num == g_array_index (rows, Row, j).num;
}

/* Tells views only of the part that changed, so that they keep their place. */
static void
replace_rows (LpList *self, GArray *rows)
{
  guint n_old = self->rows->len, n_new = rows->len;
  guint head = 0, tail = 0;

  while (head < MIN (n_old, n_new) && same_num (self, rows, head, head))
    head++;
  while (tail < MIN (n_old, n_new) - head && same_num (self, rows, n_old - 1 - tail, n_new - 1 - tail))
    tail++;

  g_array_unref (self->rows);
  self->rows = rows;
  if (n_old - head - tail > 0 || n_new - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, n_old - head - tail, n_new - head - tail);
}

static gboolean
find_num (LpList *self, gint64 num, guint *position)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (g_array_index (self->rows, Row, i).num == num)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
comes_before (const Row *a, const Row *b)
{
  return a->key > b->key || (a->key == b->key && a->num > b->num);
}

static guint
find_place (LpList *self, const Row *row)
{
  guint low = 0, high = self->rows->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (comes_before (&g_array_index (self->rows, Row, middle), row))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
refresh_one (LpList *self, gint64 num)
{
  Row row = { 0 };
  guint position = 0;
  gboolean was_here = find_num (self, num, &position);
  gboolean is_here = ask_one (self, num, &row);

  if (was_here && is_here && g_array_index (self->rows, Row, position).key == row.key)
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

/* Rows that stay where they are, but hold something else now. */
static void
show_changed (LpList *self, GArray *changes)
{
  g_autoptr (GHashTable) nums = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < changes->len; i++)
    {
      const LpChange *change = &g_array_index (changes, LpChange, i);

      if (change->entity == self->definition->entity)
        g_hash_table_add (nums, (gpointer) &change->num);
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
      if (g_hash_table_contains (nums, &g_array_index (self->rows, Row, i).num))
        g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 1);
    }
}

/* A note that came into a theme or out of one: by its placement. 0: it is not there. */
#define PLACED_NOTE "SELECT n.num FROM placement p JOIN note n ON n.id=p.note WHERE p.num=?1"

static gint64
find_placed (LpList *self, gint64 placement)
{
  g_autoptr (LpQuery) query = lp_reader_query (lp_store_get_reader (self->store), PLACED_NOTE);
  g_autoptr (GError) error = NULL;

  lp_query_bind_int (query, 1, placement);
  if (lp_query_next (query, &error))
    return lp_query_int (query, 0);
  if (error)
    g_warning ("A list could not be read: %s", error->message);

  return 0;
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

      if (self->definition->follows & 1u << entity)
        {
          any = TRUE;
          *single &= entity == self->definition->entity || entity == LP_PLACEMENT;
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

  if (!self->definition->by_key || !only_own || changes->len > MAX_SINGLE)
    {
      replace_rows (self, ask_all (self));
      show_changed (self, changes);
      return;
    }
  for (guint i = 0; i < changes->len; i++)
    {
      const LpChange *change = &g_array_index (changes, LpChange, i);
      gboolean own = change->entity == self->definition->entity;
      gint64 num = own ? change->num : 0;

      if (!(self->definition->follows & 1u << change->entity))
        continue;
      if (!own)
        num = find_placed (self, change->num);
      if (num != 0)
        refresh_one (self, num);
      else
        replace_rows (self, ask_all (self));
    }
}

static void
lp_list_finalize (GObject *object)
{
  LpList *self = LP_LIST (object);

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
  G_OBJECT_CLASS (klass)->finalize = lp_list_finalize;
}

static void
lp_list_init (LpList *self)
{
}

static LpList *
list_new_of_kind (LpStore *store, const Definition *definition, const LpId *bound, int kind)
{
  LpList *self = g_object_new (LP_TYPE_LIST, NULL);

  self->store = g_object_ref (store);
  self->definition = definition;
  self->filter = LP_NOTE_FILTER_ALL;
  self->filter.kind = kind;
  if (bound)
    self->bound = *bound;
  self->rows = ask_all (self);
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

static gboolean
is_filtered (const LpNoteFilter *filter)
{
  return filter->kind >= 0 || filter->table >= 0 || filter->perspective || lp_id_is_set (&filter->theme) ||
         filter->loose || filter->verbatim || filter->unreviewed || filter->read_back || filter->among ||
         (filter->text && *filter->text);
}

/**
 * lp_list_set_filter:
 * @filter: what it points to is copied
 */
void
lp_list_set_filter (LpList *self, const LpNoteFilter *filter)
{
  g_return_if_fail (self->definition == &notes || self->definition == &filtered_notes);

  self->filter = *filter;
  g_set_str (&self->perspective, filter->perspective);
  g_clear_pointer (&self->among, g_bytes_unref);
  self->among = filter->among ? g_bytes_ref (filter->among) : NULL;
  g_clear_pointer (&self->text, g_free);
  if (filter->text && *filter->text)
    self->text = lp_fold_text (filter->text);
  self->definition = is_filtered (filter) ? &filtered_notes : &notes;
  replace_rows (self, ask_all (self));
}

/** lp_list_find: Returns: whether the object is in the list, and at which @position */
gboolean
lp_list_find (LpList *self, const LpId *id, guint *position)
{
  g_autoptr (LpRecord) record = lp_reader_load (lp_store_get_reader (self->store), self->definition->entity, id, NULL);

  return record && find_num (self, lp_record_get_num (record), position);
}

/** lp_list_get_num: Returns: lp_record_get_num () of the object at @position, found without reading it; 0: there is none */
gint64
lp_list_get_num (LpList *self, guint position)
{
  return position < self->rows->len ? g_array_index (self->rows, Row, position).num : 0;
}
