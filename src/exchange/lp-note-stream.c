/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-stream.h"

#include "lp-note-review.h"
#include "lp-terms.h"

#include <glib/gi18n-lib.h>

#define CODE_SIZE 48

/* One pass over the index on time; theme and item are looked up here. */
#define BY_TIME \
  "SELECT station, number, time, kind," LP_NOTE_WORDS ", table_number, perspective, profile, municipality, verbatim," \
  " consent, item, id, num FROM note n WHERE space = ?1 AND deleted = 0 ORDER BY time, num"

/* What was said and nothing around it. */
#define BY_NUM \
  "SELECT station, number, 0, kind," LP_NOTE_WORDS ", 0, perspective, '', '', 0, 0, NULL, NULL, NULL FROM note n" \
  " WHERE num = ?1"

#define ITEMS "SELECT id, title FROM agenda_item WHERE space = ?1 AND deleted = 0"

struct _LpNoteStream {
  LpReader   *reader; /* not ours */
  LpQuery    *query;
  GArray     *nums;   /* of gint64: the notes to read, NULL for all */
  guint       at;     /* of those */
  LpPlaces   *places; /* not ours, NULL for none; so below */
  LpCounts   *counts;
  GHashTable *items;  /* LpId → title */
  const char *yes;
  const char *no;
  char        code[CODE_SIZE];
  LpNoteLine  line;
};

/** The heading of a column in the user's language. */
const char *
lp_note_column_heading (LpNoteColumn column)
{
  static const struct {
    LpEntity entity;
    guint    field;
  } fields[LP_N_NOTE_COLUMNS] = {
    [LP_NOTE_COLUMN_CODE] = { LP_NOTE, LP_NOTE_NUMBER },
    [LP_NOTE_COLUMN_TIME] = { LP_NOTE, LP_NOTE_TIME },
    [LP_NOTE_COLUMN_KIND] = { LP_NOTE, LP_NOTE_KIND },
    [LP_NOTE_COLUMN_TEXT] = { LP_NOTE, LP_NOTE_TEXT },
    [LP_NOTE_COLUMN_TABLE] = { LP_NOTE, LP_NOTE_TABLE },
    [LP_NOTE_COLUMN_PERSPECTIVE] = { LP_NOTE, LP_NOTE_PERSPECTIVE },
    [LP_NOTE_COLUMN_PROFILE] = { LP_NOTE, LP_NOTE_PROFILE },
    [LP_NOTE_COLUMN_MUNICIPALITY] = { LP_NOTE, LP_NOTE_MUNICIPALITY },
    [LP_NOTE_COLUMN_VERBATIM] = { LP_NOTE, LP_NOTE_VERBATIM },
    [LP_NOTE_COLUMN_CONSENT] = { LP_NOTE, LP_NOTE_CONSENT },
    [LP_NOTE_COLUMN_THEME] = { LP_THEME, LP_THEME_NAME },
    [LP_NOTE_COLUMN_ITEM] = { LP_NOTE, LP_NOTE_ITEM },
  };

  return lp_schema_heading (fields[column].entity, fields[column].field);
}

/* -1 for what is no kind of ours. */
static int
kind_of (const char *id)
{
  for (int kind = 0; kind < LP_N_KINDS; kind++)
    {
      if (g_str_equal (id, lp_kind_id (kind)))
        return kind;
    }

  return -1;
}

const char *
lp_perspective_word (const char *id)
{
  for (guint perspective = 0; perspective < LP_N_PERSPECTIVES; perspective++)
    {
      if (g_str_equal (id, lp_perspective_id (perspective)))
        return lp_perspective_label (perspective);
    }

  return id;
}

static GHashTable *
load_items (LpReader    *reader,
            const LpId  *meeting,
            GError     **error)
{
  g_autoptr (GHashTable) items = g_hash_table_new_full (lp_id_hash, lp_id_equal_func, g_free, g_free);
  g_autoptr (LpQuery) query = lp_reader_query (reader, ITEMS);
  g_autoptr (GError) failure = NULL;
  LpId id;

  lp_query_bind_id (query, 1, meeting);
  while (lp_query_next (query, &failure))
    {
      if (lp_query_id (query, 0, &id))
        g_hash_table_insert (items, lp_id_copy (&id), g_strdup (lp_query_text (query, 1)));
    }
  if (!failure)
    return g_steal_pointer (&items);
  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

static LpNoteStream *
stream_new (LpReader *reader)
{
  LpNoteStream *self = g_new0 (LpNoteStream, 1);

  self->reader = reader;
  self->yes = _("Yes");
  self->no = _("No");

  return self;
}

/**
 * lp_note_stream_new:
 * @places: kept in use; told of every note that goes by
 * @counts: (nullable): kept in use; told of every note that goes by
 *
 * Begins to read all notes in order of capture. Call between lp_reader_begin() and lp_reader_end().
 */
LpNoteStream *
lp_note_stream_new (LpReader    *reader,
                    const LpId  *meeting,
                    LpPlaces    *places,
                    LpCounts    *counts,
                    GError     **error)
{
  g_autoptr (LpNoteStream) self = stream_new (reader);

  self->items = load_items (reader, meeting, error);
  if (!self->items)
    return NULL;

  self->places = places;
  self->counts = counts;
  self->query = lp_reader_query (reader, BY_TIME);
  lp_query_bind_id (self->query, 1, meeting);

  return g_steal_pointer (&self);
}

/**
 * lp_note_stream_new_by:
 * @nums: of gint64: the notes to read, in that order
 *
 * Only their code, kind, text and perspective are read. Call between lp_reader_begin() and lp_reader_end().
 */
LpNoteStream *
lp_note_stream_new_by (LpReader *reader,
                       GArray   *nums)
{
  LpNoteStream *self = stream_new (reader);

  self->nums = g_array_ref (nums);

  return self;
}

static const char *
item_of (LpNoteStream *self)
{
  const char *title = NULL;
  LpId id;

  if (self->items && lp_query_id (self->query, 11, &id))
    title = g_hash_table_lookup (self->items, &id);

  return title ? title : "";
}

static void
count (LpNoteStream *self,
       const LpId   *theme)
{
  LpCountedNote note = {
    .kind = lp_query_text (self->query, 3),
    .perspective = lp_query_text (self->query, 6),
    .municipality = self->line.municipality,
    .table = self->line.table,
    .time = self->line.time,
  };

  lp_counts_add_note (self->counts, &note);
  lp_counts_add_placed (self->counts, &note, theme);
}

/* Tells those who want to know of each note, and learns from them in which theme it is. */
static const char *
tell (LpNoteStream *self,
      int           kind)
{
  const char *name = NULL;
  LpId id, theme;

  if (!self->places)
    return "";

  lp_query_id (self->query, 12, &id);
  name = lp_places_see (self->places, &id, lp_query_int (self->query, 13), kind, &theme);
  if (self->counts)
    count (self, &theme);

  return name;
}

static void
read_code (LpNoteStream *self)
{
  g_autofree char *code = lp_note_code (lp_query_int (self->query, 0), lp_query_int (self->query, 1));

  g_strlcpy (self->code, code, sizeof self->code);
}

static gboolean
step (LpNoteStream  *self,
      GError       **error)
{
  if (self->nums)
    {
      g_clear_pointer (&self->query, lp_query_free);
      if (self->at == self->nums->len)
        return FALSE;
      self->query = lp_reader_query (self->reader, BY_NUM);
      lp_query_bind_int (self->query, 1, g_array_index (self->nums, gint64, self->at++));
    }

  return lp_query_next (self->query, error);
}

/**
 * lp_note_stream_next: Returns: (transfer none): the next note, until the next call; %NULL after the last, or
 * with an error
 */
const LpNoteLine *
lp_note_stream_next (LpNoteStream  *self,
                     GError       **error)
{
  LpQuery *query = NULL;
  const char *id = NULL;
  int kind = 0;

  if (!step (self, error))
    return NULL;

  query = self->query;
  read_code (self);
  id = lp_query_text (query, 3);
  kind = kind_of (id);
  self->line = (LpNoteLine) {
    .code = self->code,
    .time = lp_query_int (query, 2),
    .kind = kind >= 0 ? lp_kind_label (kind) : id,
    .text = lp_query_text (query, 4),
    .table = lp_query_int (query, 5),
    .perspective = lp_perspective_word (lp_query_text (query, 6)),
    .profile = lp_query_text (query, 7),
    .municipality = lp_query_text (query, 8),
    .verbatim = lp_query_int (query, 9) ? self->yes : self->no,
    .consent = lp_query_int (query, 10) ? self->yes : self->no,
    .item = item_of (self),
  };
  self->line.theme = tell (self, kind);

  return &self->line;
}

void
lp_note_stream_free (LpNoteStream *self)
{
  g_clear_pointer (&self->query, lp_query_free);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->nums, g_array_unref);
  g_free (self);
}
