/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-export DATABASE FILE: exports the first meeting; prints what it took as print_usage () does. */
#include "lp-export.h"

#include <stdio.h>

#include "usage.h"

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
  g_autoptr (LpReader) reader = NULL;
  LpExportOptions options = { LP_DOCUMENT_WORKBOOK, LP_VARIANT_INTERNAL, LP_PUBLICATION_LIMIT };
  LpExportResult result = { 0 };
  gint64 begin = 0;
  LpId meeting = { 0 };

  if (argc < 3)
    {
      fprintf (stderr, "usage: bench-export DATABASE FILE [public|internal [DOCUMENT]]\n");
      return 2;
    }
  if (argc > 3 && g_str_equal (argv[3], "public"))
    options.variant = LP_VARIANT_PUBLIC;
  lp_document_of_path (argv[2], &options.document);
  if (argc > 4)
    lp_document_find (argv[4], &options.document);
  reader = lp_reader_open (argv[1], &error);
  if (reader == NULL || !first_meeting (reader, &meeting))
    g_error ("%s", error ? error->message : "no meeting");

  begin = g_get_monotonic_time ();
  if (!lp_export (reader, &meeting, argv[2], &options, NULL, NULL, NULL, &result, &error))
    g_error ("%s", error->message);
  begin = g_get_monotonic_time () - begin;
  print_usage (begin);

  return 0;
}
