/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-batch.h"

#include "lp-note-actions.h"
#include "lp-note-review.h"

#define FIND "SELECT id FROM note WHERE num=?1 AND space=?2 AND deleted=?3"
#define WORDS "SELECT text, public_text FROM note WHERE id=?1"
#define TEXT "SELECT text FROM note WHERE num=?1"

static gboolean
is_of_deleted (LpBatchDeed deed)
{
  return deed == LP_BATCH_RESTORE || deed == LP_BATCH_ERASE;
}

/* Those that are still there, and as the deed expects them. NULL with an error when that could not be read. */
static GArray *
find_notes (LpReader *reader,
            const LpId *meeting,
            const gint64 *nums,
            guint n_nums,
            gboolean deleted,
            GError **error)
{
  g_autoptr (GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (LpId), n_nums);
  g_autoptr (GError) problem = NULL;

  for (guint i = 0; i < n_nums && problem == NULL; i++)
    {
      g_autoptr (LpQuery) query = lp_reader_query (reader, FIND);
      LpId id = { 0 };

      lp_query_bind_int (query, 1, nums[i]);
      lp_query_bind_id (query, 2, meeting);
      lp_query_bind_int (query, 3, deleted);
      if (lp_query_next (query, &problem) && lp_query_id (query, 0, &id))
        g_array_append_val (ids, id);
    }
  if (problem == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

static void
put_table (LpEdit *edit, int table)
{
  if (table != 0)
    lp_edit_int (edit, LP_NOTE_TABLE, table);
  else
    lp_edit_none (edit, LP_NOTE_TABLE);
}

static LpValue
read_text (LpQuery *query, int column)
{
  if (lp_query_is_none (query, column))
    return (LpValue) { 0 };

  return (LpValue) { .kind = LP_VALUE_TEXT, .text = (char *) lp_query_text (query, column) };
}

/* Those that the reader sees, whatever they are when the change is written. */
static gboolean
want_words (LpEdit *edit, LpReader *reader, const LpId *note, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, WORDS);
  LpValue text = { 0 };
  LpValue public_text = { 0 };

  lp_query_bind_id (query, 1, note);
  if (!lp_query_next (query, error))
    return FALSE;
  text = read_text (query, 0);
  public_text = read_text (query, 1);
  lp_note_want_words (edit, &text, &public_text);

  return TRUE;
}

static LpEdit *
put (LpChangeSet *changes, const LpId *meeting, const LpId *note, const LpNoteBatch *batch)
{
  LpEdit *edit = lp_change_set_put (changes, LP_NOTE, meeting, note);

  switch (batch->deed)
    {
    case LP_BATCH_DELETE:
    case LP_BATCH_RESTORE:
      lp_edit_int (edit, LP_DELETED, batch->deed == LP_BATCH_DELETE);
      break;
    case LP_BATCH_SHOW:
    case LP_BATCH_KEEP_OFF:
      lp_note_put_review (edit, batch->deed == LP_BATCH_SHOW ? LP_REVIEW_SHOW : LP_REVIEW_KEEP_OFF);
      break;
    case LP_BATCH_READ_BACK:
    case LP_BATCH_UNCONFIRMED:
      lp_edit_int (edit, LP_NOTE_READ_BACK, batch->deed == LP_BATCH_READ_BACK);
      break;
    case LP_BATCH_KIND:
      lp_edit_text (edit, LP_NOTE_KIND, lp_kind_id (batch->kind));
      break;
    case LP_BATCH_TABLE:
      put_table (edit, batch->table);
      break;
    case LP_BATCH_PERSPECTIVE:
      lp_edit_text (edit, LP_NOTE_PERSPECTIVE, batch->perspective);
      break;
    case LP_BATCH_ERASE:
    case LP_BATCH_MOVE:
    default:
      g_return_val_if_reached (NULL);
    }

  return edit;
}

/* What is shown is what was there when it was decided. */
static gboolean
add_note (LpChangeSet *changes,
          LpReader *reader,
          const LpId *meeting,
          const LpId *note,
          const LpNoteBatch *batch,
          GError **error)
{
  LpEdit *edit = NULL;

  if (batch->deed == LP_BATCH_ERASE)
    return lp_note_erase (changes, reader, meeting, note, error);

  edit = put (changes, meeting, note, batch);
  return batch->deed != LP_BATCH_SHOW || want_words (edit, reader, note, error);
}

/**
 * lp_note_batch_add: adds to a change set what is done with each of many notes of a meeting. Notes that are not there any more
 * are passed over, and none is shown with other words than @reader sees. With 100,000 notes it takes a second or so: then call
 * it on a thread, with a reader of its own that lp_reader_begin () was called for when it was decided.
 * @n_added: (out): how many notes it is done with
 *
 * Returns: %FALSE with @error when the notes cannot be read
 */
gboolean
lp_note_batch_add (LpChangeSet *changes,
                   LpReader *reader,
                   const LpId *meeting,
                   const gint64 *nums,
                   guint n_nums,
                   const LpNoteBatch *batch,
                   guint *n_added,
                   GError **error)
{
  g_autoptr (GArray) ids = find_notes (reader, meeting, nums, n_nums, is_of_deleted (batch->deed), error);

  if (ids == NULL)
    return FALSE;

  *n_added = ids->len;
  if (batch->deed == LP_BATCH_MOVE)
    return lp_notes_move (changes, reader, meeting, (const LpId *) ids->data, ids->len, &batch->theme, error);

  for (guint i = 0; i < ids->len; i++)
    {
      if (!add_note (changes, reader, meeting, &g_array_index (ids, LpId, i), batch, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * lp_note_batch_copy_texts: the words of many notes, in the order given, with an empty line between them.
 *
 * Returns: (transfer full): %NULL with @error when they cannot be read
 */
char *
lp_note_batch_copy_texts (LpReader *reader, const gint64 *nums, guint n_nums, GError **error)
{
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autoptr (GError) problem = NULL;

  for (guint i = 0; i < n_nums && problem == NULL; i++)
    {
      g_autoptr (LpQuery) query = lp_reader_query (reader, TEXT);

      lp_query_bind_int (query, 1, nums[i]);
      if (!lp_query_next (query, &problem))
        continue;
      if (texts->len > 0)
        g_string_append (texts, "\n\n");
      g_string_append (texts, lp_query_text (query, 0));
    }
  if (problem == NULL)
    return g_string_free_and_steal (g_steal_pointer (&texts));
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}
