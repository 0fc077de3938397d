/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-publication.h"

#include "lp-note-privacy.h"
#include "lp-note-review.h"
#include "lp-small-cells.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum {
  NUM, KIND, REVIEWED, HIDDEN, VERBATIM, CONSENT, PERSPECTIVE, TABLE, ACCEPTED, PROFILE, WORDS, IN_PARTS, APPROVED, PUBLISH,
  DUPLICATE, REWORDED, THEME,
};

/* Of its themes a note's home alone, in which it counts. */
#define NOTES \
  "SELECT n.num, n.kind, n.reviewed, n.hidden, n.verbatim, n.consent, n.perspective, n.table_number, n.accepted, n.profile," \
  LP_NOTE_WORDS ", coalesce (n.story_before, '') || coalesce (n.story_turning_point, '') || coalesce (n.story_today, '')" \
  " || coalesce (n.story_helped, '') <> '', n.approved_time IS NOT NULL, n.publish_time IS NOT NULL," \
  " n.duplicate_of IS NOT NULL, ifnull (n.public_text, '') <> '', p.theme FROM note n LEFT JOIN placement p ON p.note = n.id AND p.deleted = 0 AND p.also = 0" \
  " AND +p.theme IN (SELECT id FROM theme WHERE space = ?1 AND deleted = 0) WHERE n.space = ?1 AND n.deleted = 0"

/* Of these the internal variant needs to know no more. */
#define QUOTES \
  "SELECT n.num FROM note n WHERE n.space = ?1 AND n.verbatim <> 0 AND n.consent <> 0 AND n.profile <> ''" \
  " AND ifnull (n.public_text, '') = '' AND" LP_NOTE_MAY_BE_SHOWN

#define N_NOTES "SELECT count (*) FROM note WHERE space = ?1 AND deleted = 0"

#define THEMES "SELECT id FROM theme WHERE space = ?1 AND deleted = 0 ORDER BY rank, id"

#define N_COLUMNS (LP_N_PERSPECTIVES + 1)

typedef enum {
  COMES_ALONG = 1 << 0,
  SHOWS_PERSPECTIVE = 1 << 1,
  IS_QUOTE = 1 << 2,
  IS_UNATTRIBUTED = 1 << 3, /* a quote but for want of a profile */
} Flags;

/* Above the flags: why the note is left out, plus one. */
#define LEAVE_SHIFT 4

/* A note that comes along. */
typedef struct {
  gint64 num;
  guint  theme;       /* row of it in the cells */
  guint  perspective; /* column of it */
  int    table;
} Note;

struct _LpPublication {
  LpVariant     variant;
  guint         limit;
  guint         total;
  guint         left[LP_N_LEAVES];
  guint         quotes;
  guint         unattributed;
  GByteArray   *flags;   /* by num */
  /* only of what is public */
  LpNames      *names;   /* of the roster */
  GHashTable   *themes;  /* LpId → row + 1; none is in the last row */
  GArray       *notes;   /* of Note: those that come along */
  LpSmallCells *cells;   /* theme by perspective */
};

/* --- One note --- */

static gboolean
is_flagged (LpQuery *query, const LpNames *names)
{
  g_autofree char *accepted = g_strdup (lp_query_text (query, ACCEPTED));

  return lp_note_privacy_is_flagged (lp_query_text (query, WORDS), accepted, names) ||
         lp_note_privacy_is_flagged (lp_query_text (query, PROFILE), accepted, names);
}

/* A story told in its parts has consents of its own; one that was written down as a note has a note's. */
static gboolean
is_private_story (LpQuery *query)
{
  return strcmp (lp_query_text (query, KIND), lp_kind_id (LP_KIND_STORY)) == 0 && lp_query_int (query, IN_PARTS) != 0 &&
         (lp_query_int (query, APPROVED) == 0 || lp_query_int (query, PUBLISH) == 0 || lp_query_int (query, DUPLICATE) != 0);
}

/* LP_N_LEAVES: it comes along. */
static LpLeave
judge (LpQuery *query, const LpNames *names)
{
  gboolean in_parts = lp_query_int (query, IN_PARTS) != 0;

  if (is_private_story (query))
    return LP_LEAVE_STORY;
  if (!in_parts && lp_query_int (query, CONSENT) == 0)
    return LP_LEAVE_NOT_PERMITTED;
  if (lp_query_int (query, HIDDEN) != 0)
    return LP_LEAVE_KEPT_BACK;
  if (is_flagged (query, names))
    return LP_LEAVE_FLAGGED;
  return lp_query_int (query, REVIEWED) == 0 ? LP_LEAVE_UNREVIEWED : LP_N_LEAVES;
}

static guint
row_of_theme (LpPublication *self, const LpId *theme)
{
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (self->themes, theme));

  return row > 0 ? row - 1 : g_hash_table_size (self->themes);
}

static guint
column_of (const char *id)
{
  LpPerspective perspective;

  return lp_perspective_find (id, &perspective) ? perspective : LP_PERSPECTIVE_UNKNOWN;
}

static void
set_flag (LpPublication *self, gint64 num, guint8 flag)
{
  guint length = self->flags->len;

  if (num >= length)
    {
      g_byte_array_set_size (self->flags, num + 1);
      memset (self->flags->data + length, 0, num + 1 - length);
    }
  self->flags->data[num] |= flag;
}

static void
take_along (LpPublication *self, LpQuery *query)
{
  LpId theme = { 0 };
  Note note = {
    .num = lp_query_int (query, NUM),
    .perspective = column_of (lp_query_text (query, PERSPECTIVE)),
    .table = lp_query_int (query, TABLE),
  };

  lp_query_id (query, THEME, &theme);
  note.theme = row_of_theme (self, &theme);
  g_array_append_val (self->notes, note);
  set_flag (self, note.num, COMES_ALONG);
  if (lp_query_int (query, VERBATIM) == 0 || lp_query_int (query, REWORDED) != 0)
    return;
  if (*lp_query_text (query, PROFILE) == '\0')
    {
      self->unattributed++;
      set_flag (self, note.num, IS_UNATTRIBUTED);
      return;
    }
  self->quotes++;
  set_flag (self, note.num, IS_QUOTE);
}

static void
take_note (LpPublication *self, LpQuery *query, const LpNames *names)
{
  LpLeave leave = judge (query, names);

  self->total++;
  if (leave == LP_N_LEAVES)
    {
      take_along (self, query);
      return;
    }
  self->left[leave]++;
  set_flag (self, lp_query_int (query, NUM), (guint8) ((leave + 1) << LEAVE_SHIFT));
}

/* --- Small cells --- */

typedef struct {
  int   table;
  guint perspective;
} Seat;

static guint
seat_hash (gconstpointer data)
{
  const Seat *seat = data;

  return (guint) seat->table * N_COLUMNS + seat->perspective;
}

static gboolean
seat_equal (gconstpointer a, gconstpointer b)
{
  const Seat *one = a, *other = b;

  return one->table == other->table && one->perspective == other->perspective;
}

/* The one politician at a table is easily named: the rows tell the table, so they must not tell who is rare there. */
static void
hide_rare_at_tables (LpPublication *self)
{
  g_autoptr (GHashTable) seats = g_hash_table_new_full (seat_hash, seat_equal, g_free, NULL);

  for (guint i = 0; i < self->notes->len; i++)
    {
      const Note *note = &g_array_index (self->notes, Note, i);
      Seat seat = { note->table, note->perspective };
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (seats, &seat));

      g_hash_table_insert (seats, g_memdup2 (&seat, sizeof seat), GUINT_TO_POINTER (n + 1));
    }
  for (guint i = 0; i < self->notes->len; i++)
    {
      const Note *note = &g_array_index (self->notes, Note, i);
      Seat seat = { note->table, note->perspective };

      if (note->table != 0 && note->perspective != LP_PERSPECTIVE_UNKNOWN &&
          GPOINTER_TO_UINT (g_hash_table_lookup (seats, &seat)) < self->limit)
        lp_small_cells_hide (self->cells, note->theme, note->perspective);
    }
}

static void
hide_small (LpPublication *self)
{
  g_clear_pointer (&self->cells, lp_small_cells_free);
  self->cells = lp_small_cells_new (g_hash_table_size (self->themes) + 1, N_COLUMNS);
  for (guint i = 0; i < self->notes->len; i++)
    {
      const Note *note = &g_array_index (self->notes, Note, i);

      lp_small_cells_add (self->cells, note->theme, note->perspective);
      self->flags->data[note->num] |= SHOWS_PERSPECTIVE;
    }
  hide_rare_at_tables (self);
  lp_small_cells_protect (self->cells, self->limit, LP_N_PERSPECTIVES);
  for (guint i = 0; i < self->notes->len; i++)
    {
      const Note *note = &g_array_index (self->notes, Note, i);

      if (lp_small_cells_is_hidden (self->cells, note->theme, note->perspective))
        self->flags->data[note->num] &= ~SHOWS_PERSPECTIVE;
    }
}

/* --- All of it --- */

static gboolean
load_themes (LpPublication *self, LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, THEMES);
  g_autoptr (GError) failure = NULL;
  LpId id;

  lp_query_bind_id (query, 1, meeting);
  while (lp_query_next (query, &failure))
    {
      if (lp_query_id (query, 0, &id))
        g_hash_table_insert (self->themes, lp_id_copy (&id), GUINT_TO_POINTER (g_hash_table_size (self->themes) + 1));
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return TRUE;
}

static gboolean
load_notes (LpPublication *self, LpReader *reader, const LpId *meeting, GCancellable *cancellable, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, NOTES);
  g_autoptr (GError) failure = NULL;

  lp_query_bind_id (query, 1, meeting);
  while (!g_cancellable_set_error_if_cancelled (cancellable, &failure) && lp_query_next (query, &failure))
    take_note (self, query, self->names);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
load_public (LpPublication *self, LpReader *reader, const LpId *meeting, GCancellable *cancellable, GError **error)
{
  self->themes = g_hash_table_new_full (lp_id_hash, lp_id_equal_func, g_free, NULL);
  self->notes = g_array_new (FALSE, FALSE, sizeof (Note));
  self->names = lp_note_privacy_load_names (reader, meeting, error);
  if (self->names == NULL)
    return FALSE;
  if (!load_themes (self, reader, meeting, error) || !load_notes (self, reader, meeting, cancellable, error))
    return FALSE;
  hide_small (self);
  return TRUE;
}

static gboolean
load_internal (LpPublication *self, LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpQuery) total = lp_reader_query (reader, N_NOTES);
  g_autoptr (LpQuery) quotes = lp_reader_query (reader, QUOTES);
  g_autoptr (GError) failure = NULL;

  lp_query_bind_id (total, 1, meeting);
  if (!lp_query_next (total, error))
    return FALSE;
  self->total = lp_query_int (total, 0);
  lp_query_bind_id (quotes, 1, meeting);
  for (; lp_query_next (quotes, &failure); self->quotes++)
    set_flag (self, lp_query_int (quotes, 0), IS_QUOTE);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * lp_publication_load: judges all notes of a meeting. For what is public it takes its time: every text is looked through for what
 * tells who somebody is.
 * @limit: fewer than this in a cell are hidden from the public; 0 or 1 hides nothing
 *
 * For figures that belong together while somebody writes, call it between lp_reader_begin() and lp_reader_end().
 *
 * Returns: (transfer full): %NULL on error
 */
LpPublication *
lp_publication_load (LpReader *reader, const LpId *meeting, LpVariant variant, guint limit, GCancellable *cancellable, GError **error)
{
  g_autoptr (LpPublication) self = g_new0 (LpPublication, 1);

  self->variant = variant;
  self->limit = limit;
  self->flags = g_byte_array_new ();
  if (variant == LP_VARIANT_INTERNAL ? !load_internal (self, reader, meeting, error)
                                     : !load_public (self, reader, meeting, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

LpVariant
lp_publication_get_variant (LpPublication *self)
{
  return self->variant;
}

static guint8
flags_of (LpPublication *self, gint64 num)
{
  return num >= 0 && num < self->flags->len ? self->flags->data[num] : 0;
}

/** lp_publication_has: whether a note comes along. */
gboolean
lp_publication_has (LpPublication *self, gint64 num)
{
  return self->variant == LP_VARIANT_INTERNAL || (flags_of (self, num) & COMES_ALONG) != 0;
}

/**
 * lp_publication_has_quote: whether a note may stand as a quote: it is as it was said, with no other words for publication,
 * permitted, reviewed, and has a profile that says from whom it is without telling who that is.
 */
gboolean
lp_publication_has_quote (LpPublication *self, gint64 num)
{
  return (flags_of (self, num) & IS_QUOTE) != 0;
}

/** lp_publication_shows_perspective: whether it may be told from which perspective a note was said. */
gboolean
lp_publication_shows_perspective (LpPublication *self, gint64 num)
{
  return self->variant == LP_VARIANT_INTERNAL || (flags_of (self, num) & SHOWS_PERSPECTIVE) != 0;
}

/**
 * lp_publication_shows_count: whether it may be told how many notes come from a perspective
 * @theme: in that theme, or with it unset in none; %NULL: in all
 */
gboolean
lp_publication_shows_count (LpPublication *self, const LpId *theme, guint perspective)
{
  guint row = 0;

  if (self->variant == LP_VARIANT_INTERNAL)
    return TRUE;
  row = theme != NULL ? row_of_theme (self, theme) : g_hash_table_size (self->themes) + 1;
  return !lp_small_cells_is_hidden (self->cells, row, perspective);
}

/**
 * lp_publication_clean: what may stand of words that are no note's: the name of a theme, a recommendation. What surely tells who
 * somebody is gives its place to a mask.
 *
 * Returns: (transfer full):
 */
char *
lp_publication_clean (LpPublication *self, const char *text)
{
  g_autoptr (GArray) findings = NULL;
  char *clean = g_strdup (text);

  if (self->variant == LP_VARIANT_INTERNAL)
    return clean;
  findings = lp_note_privacy_find (text, NULL, self->names);
  for (guint i = findings->len; i > 0; i--)
    {
      const LpFinding *finding = &g_array_index (findings, LpFinding, i - 1);
      g_autofree char *before = clean;

      clean = finding->level == LP_FINDING_FLAG ? lp_privacy_mask (before, finding) : g_strdup (before);
    }
  return clean;
}

/** lp_publication_set_limit: hides anew, fewer than that. */
void
lp_publication_set_limit (LpPublication *self, guint limit)
{
  self->limit = limit;
  if (self->variant == LP_VARIANT_PUBLIC)
    hide_small (self);
}

static GBytes *
list (LpPublication *self, guint8 mask, guint8 wanted)
{
  guint8 *bytes = g_malloc0 (self->flags->len);

  for (guint i = 0; i < self->flags->len; i++)
    bytes[i] = (self->flags->data[i] & mask) == wanted;
  return g_bytes_new_take (bytes, self->flags->len);
}

/** lp_publication_list_left: Returns: (transfer full): the notes that are left out for that reason, for LpNoteFilter.among */
GBytes *
lp_publication_list_left (LpPublication *self, LpLeave leave)
{
  return list (self, (guint8) (0xff << LEAVE_SHIFT), (guint8) ((leave + 1) << LEAVE_SHIFT));
}

/** lp_publication_list_unattributed: Returns: (transfer full): the same of the quotes that have no profile */
GBytes *
lp_publication_list_unattributed (LpPublication *self)
{
  return list (self, IS_UNATTRIBUTED, IS_UNATTRIBUTED);
}

guint
lp_publication_get_limit (LpPublication *self)
{
  return self->limit;
}

/** lp_publication_get_total: Returns: how many notes the meeting has */
guint
lp_publication_get_total (LpPublication *self)
{
  return self->total;
}

/** lp_publication_get_left: Returns: how many are left out for that reason */
guint
lp_publication_get_left (LpPublication *self, LpLeave leave)
{
  return self->left[leave];
}

/** lp_publication_get_n_notes: Returns: how many come along */
guint
lp_publication_get_n_notes (LpPublication *self)
{
  return self->variant == LP_VARIANT_INTERNAL ? self->total : self->notes->len;
}

/** lp_publication_get_n_quotes: Returns: how many of them may stand as quotes */
guint
lp_publication_get_n_quotes (LpPublication *self)
{
  return self->quotes;
}

/** lp_publication_get_n_unattributed: Returns: how many would, but for want of a profile to say who said it */
guint
lp_publication_get_n_unattributed (LpPublication *self)
{
  return self->unattributed;
}

/** lp_publication_get_n_hidden: Returns: how many figures are hidden */
guint
lp_publication_get_n_hidden (LpPublication *self)
{
  return self->variant == LP_VARIANT_INTERNAL ? 0 : lp_small_cells_count (self->cells);
}

void
lp_publication_free (LpPublication *self)
{
  g_clear_pointer (&self->cells, lp_small_cells_free);
  g_clear_pointer (&self->names, lp_names_free);
  g_clear_pointer (&self->notes, g_array_unref);
  g_clear_pointer (&self->themes, g_hash_table_unref);
  g_clear_pointer (&self->flags, g_byte_array_unref);
  g_free (self);
}

/** lp_leave_reason: Returns: (transfer none): why such a note is left out, in the user's language, for a line of its own */
const char *
lp_leave_reason (LpLeave leave)
{
  static const char *const reasons[LP_N_LEAVES] = {
    [LP_LEAVE_NOT_PERMITTED] = N_("Without consent to be quoted"),
    [LP_LEAVE_STORY] = N_("The story is not approved, or not agreed to be published"),
    [LP_LEAVE_KEPT_BACK] = N_("Kept back in the review"),
    [LP_LEAVE_FLAGGED] = N_("May tell who somebody is"),
    [LP_LEAVE_UNREVIEWED] = N_("Not reviewed yet"),
  };

  return _(reasons[leave]);
}
