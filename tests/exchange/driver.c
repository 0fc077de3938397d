/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test-util.h"

#include "lp-export.h"
#include "lp-import.h"
#include "lp-sample.h"
#include "lp-workbook-write.h"

#include <libintl.h>
#include <locale.h>

/* For the tests in Python: the library in a language, with translations as they were built.
 *
 *   driver LOCALE sample DATABASE                     prints the meeting's id
 *   driver LOCALE import DATABASE FILE.csv            into a new meeting, with themes; prints its id
 *   driver LOCALE export DATABASE MEETING FILE [ROWS] rows: how many a sheet takes
 */

static LpId
import (LpStore    *store,
        const char *path)
{
  static const LpImportOptions options = { .themes = TRUE };
  g_autoptr (GError) error = NULL;
  LpId meeting = test_meeting (store, "Kick-off & 2");
  g_autoptr (LpImportResult) result = lp_import_notes (store, &meeting, path, &options, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < result->refused->len; i++)
    {
      LpRefusal *refusal = g_ptr_array_index (result->refused, i);

      g_printerr ("%u: %s\n", refusal->line, refusal->reason);
    }
  g_assert_cmpuint (result->refused->len, ==, 0);

  return meeting;
}

static void
export (LpStore    *store,
        const char *id,
        const char *path,
        const char *rows)
{
  g_autoptr (GError) error = NULL;
  LpReader *reader = lp_store_get_reader (store);
  LpExportResult result = { 0 };
  LpId meeting;

  g_assert_true (lp_id_parse (id, &meeting));
  if (rows)
    {
      g_autoptr (LpPartFile) part = lp_part_file_new (path, &error);

      lp_reader_begin (reader, &error);
      lp_workbook_write (reader, &meeting, part, atoi (rows), NULL, NULL, NULL, &result, &error);
      lp_reader_end (reader);
      lp_part_file_finish (part, &error);
    }
  else
    {
      lp_export (reader, &meeting, path, NULL, NULL, NULL, &result, &error);
    }
  g_assert_no_error (error);
  g_print ("{\"notes\": %u, \"themes\": %u, \"continued\": %u}\n", result.notes, result.themes, result.continued);
}

static void
print_id (const LpId *id)
{
  g_autofree char *printed = lp_id_to_string (id);

  g_print ("%s\n", printed);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  LpStore *store = NULL;
  LpId meeting;

  g_assert_cmpint (argc, >=, 4);
  g_assert_nonnull (setlocale (LC_ALL, ""));
  bindtextdomain (GETTEXT_PACKAGE, argv[1]);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  store = test_store_open (argv[3]);
  if (g_str_equal (argv[2], "sample"))
    {
      g_assert_true (lp_sample_create (store, &meeting, &error));
      print_id (&meeting);
    }
  else if (g_str_equal (argv[2], "import"))
    {
      meeting = import (store, argv[4]);
      print_id (&meeting);
    }
  else
    {
      export (store, argv[4], argv[5], argv[6]);
    }
  test_store_close (store);

  return 0;
}
