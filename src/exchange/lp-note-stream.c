/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-stream.h"

#include "lp-terms.h"

#include <glib/gi18n-lib.h>

#define CODE_SIZE 48

enum {
  STATION, NUMBER, TIME, KIND, TEXT, PUBLIC_TEXT, TABLE, PERSPECTIVE, PROFILE, MUNICIPALITY, VERBATIM, CONSENT, REVIEWED, HIDDEN,
  ITEM, ID, NUM,
};

/* One pass over the index on time; theme and item are looked up here. */
#define BY_TIME \
  "SELECT station, number, time, kind, text, public_text, table_number, perspective, profile, municipality, verbatim, consent," \
  " reviewed, hidden, item, id, num FROM note WHERE space = ?1 AND deleted = 0 ORDER BY time, num"

/* What was said, and by whom. */
#define BY_NUM \
  "SELECT station, number, 0, kind, text, public_text, 0, perspective, profile, '', 0, 0, 0, 0, NULL, NULL, num FROM note" \
  " WHERE num = ?1"

#define ITEMS "SELECT id, title FROM agenda_item WHERE space = ?1 AND deleted = 0"

struct _LpNoteStream {
  LpReader   *reader; /* not ours */
  LpQuery    *query;
  GArray     *nums;   /* of gint64: the notes to read, NULL for all */
  guint       at;     /* of those */
  LpNoteNeeds needs;
  gboolean    is_public;
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
    [LP_NOTE_COLUMN_THEME] = { LP_THEME, LP_THEME_NAME },
    [LP_NOTE_COLUMN_OTHER_THEMES] = { LP_PLACEMENT, LP_PLACEMENT_ALSO },
    [LP_NOTE_COLUMN_KIND] = { LP_NOTE, LP_NOTE_KIND },
    [LP_NOTE_COLUMN_TEXT] = { LP_NOTE, LP_NOTE_TEXT },
    [LP_NOTE_COLUMN_PERSPECTIVE] = { LP_NOTE, LP_NOTE_PERSPECTIVE },
    [LP_NOTE_COLUMN_TABLE] = { LP_NOTE, LP_NOTE_TABLE },
    [LP_NOTE_COLUMN_ITEM] = { LP_NOTE, LP_NOTE_ITEM },
    [LP_NOTE_COLUMN_TIME] = { LP_NOTE, LP_NOTE_TIME },
    [LP_NOTE_COLUMN_VERBATIM] = { LP_NOTE, LP_NOTE_VERBATIM },
    [LP_NOTE_COLUMN_CONSENT] = { LP_NOTE, LP_NOTE_CONSENT },
    [LP_NOTE_COLUMN_DOTS] = { LP_VOTE, LP_VOTE_AMOUNT },
    [LP_NOTE_COLUMN_STATUS] = { LP_NOTE, LP_NOTE_REVIEWED },
    [LP_NOTE_COLUMN_PROFILE] = { LP_NOTE, LP_NOTE_PROFILE },
    [LP_NOTE_COLUMN_MUNICIPALITY] = { LP_NOTE, LP_NOTE_MUNICIPALITY },
    [LP_NOTE_COLUMN_PUBLIC_TEXT] = { LP_NOTE, LP_NOTE_PUBLIC_TEXT },
  };

  return lp_schema_heading (fields[column].entity, fields[column].field);
}

static gboolean
is_internal (LpNoteColumn column)
{
  return column == LP_NOTE_COLUMN_TIME || column >= LP_NOTE_COLUMN_STATUS;
}

/**
 * lp_note_columns: which columns a variant has.
 * @columns: (out): these, in their order
 *
 * Returns: how many
 */
guint
lp_note_columns (LpVariant    variant,
                 gboolean     with_dots,
                 LpNoteColumn columns[LP_N_NOTE_COLUMNS])
{
  guint n = 0;

  for (guint column = 0; column < LP_N_NOTE_COLUMNS; column++)
    {
      if ((variant == LP_VARIANT_INTERNAL || !is_internal (column)) && (with_dots || column != LP_NOTE_COLUMN_DOTS))
        columns[n++] = column;
    }

  return n;
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
stream_new (LpReader          *reader,
            const LpNoteNeeds *needs)
{
  LpNoteStream *self = g_new0 (LpNoteStream, 1);

  self->reader = reader;
  self->needs = *needs;
  self->is_public = lp_publication_get_variant (needs->publication) == LP_VARIANT_PUBLIC;
  self->yes = _("Yes");
  self->no = _("No");

  return self;
}

/**
 * lp_note_stream_new: begins to read the notes that come along, in order of capture. Call between lp_reader_begin() and
 * lp_reader_end().
 */
LpNoteStream *
lp_note_stream_new (LpReader           *reader,
                    const LpId         *meeting,
                    const LpNoteNeeds  *needs,
                    GError            **error)
{
  g_autoptr (LpNoteStream) self = stream_new (reader, needs);

  self->items = load_items (reader, meeting, error);
  if (!self->items)
    return NULL;

  self->query = lp_reader_query (reader, BY_TIME);
  lp_query_bind_id (self->query, 1, meeting);

  return g_steal_pointer (&self);
}

/**
 * lp_note_stream_new_by:
 * @nums: of gint64: the notes to read, in that order
 *
 * Only their code, kind, text, perspective and profile are read. Call between lp_reader_begin() and lp_reader_end().
 */
LpNoteStream *
lp_note_stream_new_by (LpReader      *reader,
                       GArray        *nums,
                       LpPublication *publication)
{
  LpNoteStream *self = stream_new (reader, &(LpNoteNeeds) { .publication = publication });

  self->nums = g_array_ref (nums);

  return self;
}

static const char *
item_of (LpNoteStream *self)
{
  const char *title = NULL;
  LpId id;

  if (self->items && lp_query_id (self->query, ITEM, &id))
    title = g_hash_table_lookup (self->items, &id);

  return title ? title : "";
}

static void
count (LpNoteStream *self,
       const LpId   *theme)
{
  LpCountedNote note = {
    .kind = lp_query_text (self->query, KIND),
    .perspective = lp_query_text (self->query, PERSPECTIVE),
    .municipality = lp_query_text (self->query, MUNICIPALITY),
    .table = self->line.table,
    .time = lp_query_int (self->query, TIME),
  };

  lp_counts_add_note (self->needs.counts, &note);
  lp_counts_add_placed (self->needs.counts, &note, theme);
}

/* Tells those who want to know of each note, and learns from them what they know of it. */
static void
tell (LpNoteStream *self,
      int           kind)
{
  gint64 *dots = NULL;
  LpId id, theme;

  self->line.theme = self->line.other_themes = "";
  self->line.dots = LP_NO_DOTS;
  if (!self->needs.places)
    return;

  lp_query_id (self->query, ID, &id);
  self->line.theme = lp_places_see (self->needs.places, &id, self->line.num, kind, &theme);
  self->line.other_themes = lp_places_get_others (self->needs.places, &id);
  if (self->needs.counts)
    count (self, &theme);
  if (self->needs.dots)
    dots = g_hash_table_lookup (self->needs.dots, &id);
  if (dots)
    self->line.dots = *dots;
}

static void
read_code (LpNoteStream *self)
{
  g_autofree char *code = lp_note_code (lp_query_int (self->query, STATION), lp_query_int (self->query, NUMBER));

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

/* On to the next that comes along. */
static gboolean
step_along (LpNoteStream  *self,
            GError       **error)
{
  while (step (self, error))
    {
      if (lp_publication_has (self->needs.publication, lp_query_int (self->query, NUM)))
        return TRUE;
    }

  return FALSE;
}

static const char *
status_of (LpQuery *query)
{
  if (lp_query_int (query, HIDDEN))
    return _("Kept back");

  return lp_query_int (query, REVIEWED) ? _("Reviewed") : _("Not reviewed");
}

/* Takes away what might tell who said it. */
static void
make_public (LpNoteStream *self)
{
  if (*self->line.public_text)
    {
      /* these are no longer the words that were said */
      self->line.text = self->line.public_text;
      self->line.verbatim = self->no;
    }
  /* that none is known is a figure as well, and hides others */
  if (!lp_publication_shows_perspective (self->needs.publication, self->line.num))
    self->line.perspective = LP_HIDDEN_MARK;
  if (!lp_publication_has_quote (self->needs.publication, self->line.num))
    self->line.profile = "";
  self->line.municipality = self->line.public_text = self->line.status = "";
  self->line.time = 0;
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

  if (!step_along (self, error))
    return NULL;

  query = self->query;
  read_code (self);
  id = lp_query_text (query, KIND);
  kind = kind_of (id);
  self->line = (LpNoteLine) {
    .code = self->code,
    .num = lp_query_int (query, NUM),
    .time = lp_query_int (query, TIME),
    .kind = kind >= 0 ? lp_kind_label (kind) : id,
    .text = lp_query_text (query, TEXT),
    .public_text = lp_query_text (query, PUBLIC_TEXT),
    .table = lp_query_int (query, TABLE),
    .perspective = lp_perspective_word (lp_query_text (query, PERSPECTIVE)),
    .profile = lp_query_text (query, PROFILE),
    .municipality = lp_query_text (query, MUNICIPALITY),
    .verbatim = lp_query_int (query, VERBATIM) ? self->yes : self->no,
    .consent = lp_query_int (query, CONSENT) ? self->yes : self->no,
    .status = status_of (query),
    .item = item_of (self),
  };
  tell (self, kind);
  if (self->is_public)
    make_public (self);

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
