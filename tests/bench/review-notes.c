/* SPDX-License-Identifier: GPL-3.0-or-later */

/* review-notes DATABASE: reviews all notes of the first meeting, so that they come along in what is public. */
#include "lp-note-batch.h"

#include <stdio.h>

static GArray *
list_notes (LpReader *reader, const LpId *meeting)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, "SELECT num FROM note WHERE space = ?1");
  GArray *nums = g_array_new (FALSE, FALSE, sizeof (gint64));

  lp_query_bind_id (query, 1, meeting);
  while (lp_query_next (query, NULL))
    {
      gint64 num = lp_query_int (query, 0);

      g_array_append_val (nums, num);
    }
  return nums;
}

static gboolean
review (LpStore *store, const LpId *meeting, GError **error)
{
  LpReader *reader = lp_store_get_reader (store);
  g_autoptr (GArray) nums = list_notes (reader, meeting);
  g_autoptr (LpChangeSet) changes = lp_change_set_new ("Review");
  LpNoteBatch batch = { .deed = LP_BATCH_SHOW };
  guint n = 0;

  return lp_note_batch_add (changes, reader, meeting, (const gint64 *) nums->data, nums->len, &batch, &n, error) &&
         lp_store_commit (store, changes, error);
}

static gboolean
first_meeting (LpReader *reader, LpId *meeting)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, "SELECT id FROM meeting");

  return lp_query_next (query, NULL) && lp_query_id (query, 0, meeting);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpStore) store = NULL;
  LpId meeting = { 0 };

  if (argc != 2)
    {
      fprintf (stderr, "usage: review-notes DATABASE\n");
      return 2;
    }
  store = lp_store_open (argv[1], LP_STORE_READ_WRITE, &error);
  if (store == NULL || !first_meeting (lp_store_get_reader (store), &meeting) || !review (store, &meeting, &error))
    g_error ("%s", error ? error->message : "no meeting");

  return lp_store_close (store, &error) ? 0 : 1;
}
