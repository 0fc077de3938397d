/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bench-list DATABASE: what the pages wait for, in the database's first meeting. Prints a name and milliseconds a line.
 */
#include "lp-list.h"
#include "lp-meeting.h"

#include <stdio.h>

#define SCREEN 30

static gint64 begin;

static void
lap (const char *name)
{
  printf ("%s %.2f\n", name, (g_get_monotonic_time () - begin) / 1e3);
  begin = g_get_monotonic_time ();
}

static void
read_screen (LpList *list, guint from)
{
  for (guint i = from; i < from + SCREEN; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), i);
    }
}

static void
filter (LpList *list, const LpNoteFilter *by, const char *name)
{
  begin = g_get_monotonic_time ();
  lp_list_set_filter (list, by);
  read_screen (list, 0);
  lap (name);
  printf ("%s-found %u\n", name, g_list_model_get_n_items (G_LIST_MODEL (list)));
}

static void
add_note (LpStore *store, const LpId *meeting, LpList *list)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new ("Add note");
  LpNoteDraft draft = { .kind = LP_KIND_DREAM, .text = "One more" };
  g_autoptr (GError) error = NULL;
  LpId id = { 0 };

  lp_note_create (changes, lp_store_get_reader (store), meeting, &draft, &id);
  begin = g_get_monotonic_time ();
  if (!lp_store_commit (store, changes, &error))
    g_error ("%s", error->message);
  read_screen (list, 0);
  lap ("commit-and-refresh");
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
  g_autoptr (LpList) list = NULL;
  LpNoteFilter text = LP_NOTE_FILTER_ALL;
  LpNoteFilter kind = LP_NOTE_FILTER_ALL;
  LpId meeting = { 0 };

  if (argc != 2)
    {
      fprintf (stderr, "usage: bench-list DATABASE\n");
      return 2;
    }
  begin = g_get_monotonic_time ();
  store = lp_store_open (argv[1], LP_STORE_READ_WRITE, &error);
  if (store == NULL || !first_meeting (lp_store_get_reader (store), &meeting))
    g_error ("%s", error ? error->message : "no meeting");
  lap ("open-store");

  list = lp_list_new_notes (store, &meeting);
  read_screen (list, 0);
  lap ("open-list");
  printf ("open-list-found %u\n", g_list_model_get_n_items (G_LIST_MODEL (list)));
  read_screen (list, g_list_model_get_n_items (G_LIST_MODEL (list)) - SCREEN);
  lap ("to-the-end");

  text.text = "kommune";
  kind.kind = LP_KIND_DREAM;
  filter (list, &text, "search-text");
  filter (list, &kind, "filter-kind");
  filter (list, &LP_NOTE_FILTER_ALL, "filter-none");
  add_note (store, &meeting, list);
  g_clear_object (&list);

  return lp_store_close (store, &error) ? 0 : 1;
}
