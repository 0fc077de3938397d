/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-index.h"

#include "lp-terms.h"

#include <string.h>

#define SEEN_BITS 9

/*
 * detail=none: which note, not where in it; who searches looks at the note itself for the rest. The prefix indexes are for
 * words of one and two characters.
 */
static const char create_sql[] =
  "CREATE VIRTUAL TABLE note_index USING fts5 (grams, content='', columnsize=0, detail=none, prefix='1 2',"
  " tokenize='ascii');"
  "CREATE TABLE note_order (space BLOB PRIMARY KEY, num INTEGER NOT NULL) WITHOUT ROWID;";
static const char drop_sql[] = "DROP TABLE IF EXISTS note_index; DROP TABLE IF EXISTS note_order";
static const char is_late_sql[] =
  "SELECT ?2 < (SELECT max (time) FROM note WHERE space=?1 AND deleted=0)"
  " OR ?2 < (SELECT max (time) FROM note WHERE space=?1 AND deleted=1)";
static const char out_of_order_sql[] =
  "INSERT INTO note_order VALUES (?1, (SELECT max (num) FROM note))"
  " ON CONFLICT DO UPDATE SET num=excluded.num";
static const char add_sql[] = "INSERT INTO note_index (rowid, grams) VALUES (?1, ?2)";
static const char remove_sql[] = "INSERT INTO note_index (note_index, rowid, grams) VALUES ('delete', ?1, ?2)";
static const char optimize_sql[] = "INSERT INTO note_index (note_index) VALUES ('optimize')";

/** lp_note_index_create: Makes the empty index. */
gboolean
lp_note_index_create (LpDb *db, GError **error)
{
  return lp_db_exec (db, create_sql, error);
}

gboolean
lp_note_index_drop (LpDb *db, GError **error)
{
  return lp_db_exec (db, drop_sql, error);
}

/* Bytes of the character if it is part of a word: Latin, Greek, Cyrillic, Arabic. Pictures and the scripts that have no
 * words between blanks are not indexed: a note is looked at for them. */
static gsize
length_in_word (const char *p)
{
  if (g_ascii_isalnum (*p))
    return 1;

  return (guint8) *p >= 0xc2 && (guint8) *p <= 0xdf ? 2 : 0;
}

/**
 * lp_note_index_next_word:
 * @at: (inout): where to look; then where the word begins
 * @length: (out): in bytes
 *
 * Returns: whether there is one more word in a folded text
 */
gboolean
lp_note_index_next_word (const char **at, gsize *length)
{
  const char *p = *at;

  while (*p != '\0' && length_in_word (p) == 0)
    p = g_utf8_next_char (p);
  *at = p;
  while (length_in_word (p) > 0)
    p += length_in_word (p);
  *length = p - *at;

  return *length > 0;
}

/* Whether the gram was seen a moment ago: FTS5 would find out for itself, but takes its time. */
static gboolean
is_seen (guint64 *seen, const char *gram, gsize length)
{
  guint64 key = 0;
  guint64 *slot;

  memcpy (&key, gram, MIN (length, sizeof key));
  slot = &seen[key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> (64 - SEEN_BITS)];
  if (*slot == key)
    return TRUE;
  *slot = key;

  return FALSE;
}

/* Every character begins a gram, so that what is shorter than a gram is the beginning of one. */
static void
append_word (GString *grams, const char *word, gsize length, guint64 *seen)
{
  const char *end = word + length;
  const char *last = word; /* end of the gram */

  for (guint i = 0; i < LP_GRAM && last < end; i++)
    last = g_utf8_next_char (last);
  for (; word < end; word = g_utf8_next_char (word))
    {
      if (!is_seen (seen, word, last - word))
        {
          g_string_append_len (grams, word, last - word);
          g_string_append_c (grams, ' ');
        }
      if (last < end)
        last = g_utf8_next_char (last);
    }
}

static char *
make_grams (const char *text)
{
  g_autofree char *folded = lp_fold_text (text);
  GString *grams = g_string_sized_new (5 * strlen (folded) + 64);
  guint64 seen[1 << SEEN_BITS] = { 0 };
  const char *word = folded;
  gsize length;

  for (; lp_note_index_next_word (&word, &length); word += length)
    append_word (grams, word, length, seen);

  return g_string_free_and_steal (grams);
}

static gboolean
write_grams (LpDb *db, const char *sql, gint64 num, const char *text, GError **error)
{
  g_autofree char *grams = make_grams (text);
  g_autoptr (LpQuery) query = lp_db_query (db, sql);

  lp_query_bind_int (query, 1, num);
  lp_query_bind_text (query, 2, grams);

  return lp_query_run (query, error);
}

/** lp_note_index_add: Takes in a note that is not in the index. */
gboolean
lp_note_index_add (LpDb *db, gint64 num, const char *text, GError **error)
{
  return write_grams (db, add_sql, num, text, error);
}

/** lp_note_index_remove: @text: what the note was added with; with anything else the index is spoilt */
gboolean
lp_note_index_remove (LpDb *db, gint64 num, const char *text, GError **error)
{
  return write_grams (db, remove_sql, num, text, error);
}

/**
 * lp_note_index_set_time:
 * @is_new: whether the note was just written for the first time
 *
 * The index has notes in the order in which they came in. This keeps, per meeting, up to which num that may not be the
 * order of their times; those after it are all newer than those before, and in order.
 */
gboolean
lp_note_index_set_time (LpDb *db, const LpId *space, gint64 time, gboolean is_new, GError **error)
{
  g_autoptr (LpQuery) is_late = lp_db_query (db, is_late_sql);
  g_autoptr (LpQuery) query = NULL;

  lp_query_bind_id (is_late, 1, space);
  lp_query_bind_int (is_late, 2, time);
  if (is_new && !lp_query_next (is_late, error))
    return FALSE;
  if (is_new && !lp_query_int (is_late, 0))
    return TRUE;
  query = lp_db_query (db, out_of_order_sql);
  lp_query_bind_id (query, 1, space);

  return lp_query_run (query, error);
}

/**
 * lp_note_index_clean_up:
 *
 * Makes one segment of all. FTS5 notes down what is removed, and forgets the grams themselves when it merges segments:
 * until then it could be told from them what an erased note said. Taking each gram out at once (its option
 * "secure-delete") would cost every edit a hundred pages. What it frees is for VACUUM.
 */
gboolean
lp_note_index_clean_up (LpDb *db, GError **error)
{
  return lp_db_exec (db, optimize_sql, error);
}

/* What a gram of a note adds to the sum by which two ways of making the index are compared. */
static guint64
mix (const char *gram, gint64 num)
{
  guint64 sum = 14695981039346656037u ^ (guint64) num; /* FNV-1a */

  for (const char *p = gram; *p != '\0'; p++)
    sum = (sum ^ (guint8) *p) * 1099511628211u;

  return sum ^ sum >> 29;
}

static gboolean
sum_index (LpDb *db, guint64 *sum, GError **error)
{
  g_autoptr (LpQuery) query = NULL;
  g_autoptr (GError) failure = NULL;

  if (!lp_db_exec (db, "CREATE VIRTUAL TABLE IF NOT EXISTS temp.note_grams"
                       " USING fts5vocab (main, note_index, instance)", error))
    return FALSE;
  query = lp_db_query (db, "SELECT term, doc FROM temp.note_grams");
  for (*sum = 0; lp_query_next (query, &failure);)
    *sum += mix (lp_query_text (query, 0), lp_query_int (query, 1));
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static guint64
sum_note (LpQuery *query)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *grams = NULL;
  g_auto (GStrv) each = NULL;
  guint64 sum = 0;

  grams = make_grams (lp_query_text (query, 1));
  each = g_strsplit (grams, " ", -1);
  for (guint i = 0; each[i]; i++)
    {
      if (*each[i] != '\0' && g_hash_table_add (seen, each[i]))
        sum += mix (each[i], lp_query_int (query, 0));
    }

  return sum;
}

static gboolean
sum_notes (LpDb *db, guint64 *sum, GError **error)
{
  g_autoptr (LpQuery) query =
    lp_db_query (db, "SELECT num, text FROM note WHERE deleted=0 AND text IS NOT NULL");
  g_autoptr (GError) failure = NULL;

  for (*sum = 0; lp_query_next (query, &failure);)
    *sum += sum_note (query);
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/** lp_note_index_check: Says in @right whether the index has of each note what it should have, and nothing else. */
gboolean
lp_note_index_check (LpDb *db, gboolean *right, GError **error)
{
  guint64 of_index, of_notes;

  if (!sum_index (db, &of_index, error) || !sum_notes (db, &of_notes, error))
    return FALSE;
  *right = of_index == of_notes;

  return TRUE;
}
