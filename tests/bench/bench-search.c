/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bench-search DATABASE: searches the notes of the first meeting as somebody types: each word once per letter. Prints a line per
 * search: how many there are, microseconds until the newest 50 were there, and until all were.
 */
#include "lp-note-search.h"

#include <stdio.h>

#define NEWEST 50

static const char *const typed[] = {
  "kommune", "bolig", "Ensomhed", "værested", "hjemløshed", "psykiatri", "jeg vil", "sagsbehandler", "nøgle", "ø",
  "kontanthjælp", "udsatteråd", "børn og familie", "behandling", "medicin", "357", "99999", "xylofon", "ikke", "skal være",
};

static gint64
measure (LpReader *reader, const LpId *meeting, const LpNoteFilter *filter, gboolean newest, guint *n)
{
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GArray) found = NULL;
      g_autoptr (GError) error = NULL;
      gint64 begin = g_get_monotonic_time ();
      gboolean complete = TRUE;

      found = newest ? lp_note_search_newest (reader, meeting, filter, NEWEST, 0, &complete, &error)
                     : lp_note_search_all (reader, meeting, filter, &error);
      if (found == NULL)
        g_error ("%s", error->message);
      best = MIN (best, g_get_monotonic_time () - begin);
      *n = found->len;
    }
  return best;
}

static void
search (LpReader *reader, const LpId *meeting, const char *text)
{
  LpNoteFilter filter = LP_NOTE_FILTER_ALL;
  guint n = 0;
  gint64 newest, all;

  filter.text = text;
  newest = measure (reader, meeting, &filter, TRUE, &n);
  all = measure (reader, meeting, &filter, FALSE, &n);
  printf ("%u %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s\n", n, newest, all, text);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpReader) reader = argc == 2 ? lp_reader_open (argv[1], &error) : NULL;
  g_autoptr (LpQuery) query = NULL;
  LpId meeting = { 0 };

  if (reader == NULL)
    return 2;
  query = lp_reader_query (reader, "SELECT id FROM meeting");
  if (!lp_query_next (query, NULL) || !lp_query_id (query, 0, &meeting))
    return 2;
  g_clear_pointer (&query, lp_query_free);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      for (const char *end = typed[i]; *end != '\0';)
        {
          g_autofree char *text = NULL;

          end = g_utf8_next_char (end);
          text = g_strndup (typed[i], end - typed[i]);
          search (reader, &meeting, text);
        }
    }
  return 0;
}
