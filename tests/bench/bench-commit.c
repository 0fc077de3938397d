/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bench-commit DATABASE COUNT: commits notes one by one, as the app does, and prints the microseconds each took until
 * it was on the disk; with count-flushes preloaded also "flushes ALL MAIN", those to the disk meanwhile.
 */
#include "lp-meeting.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

typedef void (*CountFlushes) (unsigned *all, unsigned *main_thread);

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean *done = data;
  g_autoptr (GError) error = NULL;

  if (!lp_store_commit_finish (LP_STORE (source), result, &error))
    g_error ("%s", error->message);
  *done = TRUE;
}

static gint64
commit_note (LpStore *store, const LpId *meeting, guint i)
{
  g_autofree char *text = g_strdup_printf ("A place of my own where nobody asks for the rent before the heating works. %u", i);
  LpNoteDraft draft = { .kind = LP_KIND_DREAM, .text = text, .table = 7, .perspective = "lived", .consent = TRUE };
  g_autoptr (LpChangeSet) changes = lp_change_set_new ("Add note");
  gboolean done = FALSE;
  gint64 begin = g_get_monotonic_time ();
  LpId id = { 0 };

  lp_note_create (changes, lp_store_get_reader (store), meeting, &draft, &id);
  lp_store_commit_async (store, changes, NULL, committed_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);

  return g_get_monotonic_time () - begin;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpStore) store = NULL;
  CountFlushes count_flushes = (CountFlushes) dlsym (RTLD_DEFAULT, "count_flushes");
  unsigned all[2] = { 0 };
  unsigned on_main[2] = { 0 };
  LpId meeting = lp_id_new ();

  if (argc != 3)
    {
      fprintf (stderr, "usage: bench-commit DATABASE COUNT\n");
      return 2;
    }
  store = lp_store_open (argv[1], LP_STORE_READ_WRITE, &error);
  if (store == NULL)
    g_error ("%s", error->message);

  commit_note (store, &meeting, 0);
  if (count_flushes)
    count_flushes (&all[0], &on_main[0]);
  for (guint i = 1; i <= (guint) atoi (argv[2]); i++)
    printf ("%" G_GINT64_FORMAT "\n", commit_note (store, &meeting, i));
  if (count_flushes)
    {
      count_flushes (&all[1], &on_main[1]);
      printf ("flushes %u %u\n", all[1] - all[0], on_main[1] - on_main[0]);
    }

  return lp_store_close (store, &error) ? 0 : 1;
}
