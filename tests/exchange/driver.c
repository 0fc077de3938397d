/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test-util.h"

#include "lp-agenda-paper.h"
#include "lp-export.h"
#include "lp-import.h"
#include "lp-list.h"
#include "lp-note-privacy.h"
#include "lp-note-review.h"
#include "lp-panel-export.h"
#include "lp-pdf.h"
#include "lp-sample.h"
#include "lp-workbook-write.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

/* For the tests in Python: the library in a language, with translations as they were built.
 *
 *   driver LOCALE sample DATABASE                     prints the meeting's id
 *   driver LOCALE import DATABASE FILE.csv            into a new meeting, with themes; prints its id
 *   driver LOCALE roster DATABASE MEETING FILE.csv
 *   driver LOCALE review DATABASE MEETING            all notes but those with "UNREAD" in them; keeps back those with "BACK";
 *                                                    masks what is found in those with "MASK", and writes "REWORDED" to be
 *                                                    published in place of those with "REWORD"
 *   driver LOCALE export DATABASE MEETING FILE [ROWS] the internal variant; rows: how many a sheet takes
 *   driver LOCALE publish DATABASE MEETING FILE      the public variant
 *   driver LOCALE panel DATABASE MEETING MEETING     makes a panel of both; prints its id
 *   driver LOCALE publish-panel DATABASE PANEL FILE  the public variant of all its meetings
 *   driver LOCALE agenda DATABASE MEETING FILE [guide] the agenda as PDF; prints how many sheets it has
 *   driver LOCALE limit DATABASE MEETING MINUTES until when the room is hired
 *   driver LOCALE fact DATABASE MEETING ITEM FACT [SOURCE] item: 0 is the first
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
roster (LpStore *store, const LpId *meeting, const char *path)
{
  static const LpImportOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (LpImportResult) result = lp_import_roster (store, meeting, path, &options, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (result->refused->len, ==, 0);
}

static GPtrArray *
load_notes (LpStore *store, const LpId *meeting)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *notes = lp_reader_load_all (lp_store_get_reader (store), LP_NOTE, "SELECT num FROM note WHERE space = ?1", meeting, &error);

  g_assert_no_error (error);
  return notes;
}

/* One after the other, each in what the one before has left. */
static void
mask (LpStore *store, const LpId *id, const LpNames *names)
{
  for (gboolean found = TRUE; found;)
    {
      g_autoptr (LpRecord) note = test_load (store, LP_NOTE, id);
      const char *text = lp_record_text (note, LP_NOTE_TEXT);
      g_autoptr (GArray) findings = lp_note_privacy_find (text, "", names);
      const LpFinding *finding = (const LpFinding *) findings->data;

      found = findings->len > 0;
      if (found)
        {
          g_autofree char *match = g_strndup (text + finding->byte_start, finding->byte_length);

          test_commit (store, lp_note_privacy_mask (note, match, finding));
        }
    }
}

static void
mask_all (LpStore *store, const LpId *meeting)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = load_notes (store, meeting);
  g_autoptr (LpNames) names = lp_note_privacy_load_names (lp_store_get_reader (store), meeting, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < notes->len; i++)
    {
      if (strstr (lp_record_text (notes->pdata[i], LP_NOTE_TEXT), "MASK") != NULL)
        mask (store, lp_record_get_id (notes->pdata[i]), names);
    }
}

static void
reword_all (LpStore *store, const LpId *meeting)
{
  g_autoptr (GPtrArray) notes = load_notes (store, meeting);
  LpChangeSet *changes = lp_change_set_new ("Test");

  for (guint i = 0; i < notes->len; i++)
    {
      LpEdit *edit = lp_change_set_put (changes, LP_NOTE, meeting, lp_record_get_id (notes->pdata[i]));

      if (strstr (lp_record_text (notes->pdata[i], LP_NOTE_TEXT), "REWORD") != NULL)
        lp_edit_text (edit, LP_NOTE_PUBLIC_TEXT, "REWORDED");
    }
  test_commit (store, changes);
}

static void
review (LpStore *store, const LpId *meeting)
{
  LpChangeSet *changes = lp_change_set_new ("Test");
  g_autoptr (GPtrArray) notes = NULL;

  mask_all (store, meeting);
  reword_all (store, meeting);
  notes = load_notes (store, meeting);
  for (guint i = 0; i < notes->len; i++)
    {
      const char *text = lp_record_text (notes->pdata[i], LP_NOTE_TEXT);

      if (strstr (text, "UNREAD") == NULL)
        lp_note_review (changes, notes->pdata[i], strstr (text, "BACK") != NULL ? LP_REVIEW_KEEP_OFF : LP_REVIEW_SHOW);
    }
  test_commit (store, changes);
}

static LpId
panel (LpStore *store, char **meetings)
{
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpId id = lp_id_new ();

  lp_edit_text (lp_change_set_put (changes, LP_PANEL, &id, &id), LP_PANEL_NAME, "Panelet");
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *title = g_strdup_printf ("Møde %u", i);
      LpId meeting = { 0 };
      LpEdit *edit = NULL;

      g_assert_true (lp_id_parse (meetings[i], &meeting));
      edit = lp_change_set_put (changes, LP_MEETING, &meeting, &meeting);
      lp_edit_id (edit, LP_MEETING_PANEL, &id);
      lp_edit_text (edit, LP_MEETING_TITLE, title);
    }
  test_commit (store, changes);

  return id;
}

static void
print_result (const LpExportResult *result)
{
  g_print ("{\"notes\": %u, \"themes\": %u, \"continued\": %u, \"left_out\": %u, \"hidden\": %u}\n", result->notes,
           result->themes, result->continued, result->left_out, result->hidden);
}

static void
publish_panel (LpStore *store, const char *id, const char *path)
{
  g_autoptr (GError) error = NULL;
  LpExportOptions options = { LP_DOCUMENT_WORKBOOK, LP_VARIANT_PUBLIC, LP_PUBLICATION_LIMIT };
  LpExportResult result = { 0 };
  LpId of = { 0 };

  g_assert_true (lp_id_parse (id, &of));
  lp_document_of_path (path, &options.document);
  lp_export_panel (lp_store_get_reader (store), &of, path, &options, NULL, NULL, NULL, &result, &error);
  g_assert_no_error (error);
  print_result (&result);
}

static void
export (LpStore    *store,
        const char *id,
        const char *path,
        LpVariant   variant,
        const char *rows)
{
  g_autoptr (GError) error = NULL;
  LpReader *reader = lp_store_get_reader (store);
  LpExportOptions options = { LP_DOCUMENT_WORKBOOK, variant, LP_PUBLICATION_LIMIT };
  LpExportResult result = { 0 };
  LpId meeting;

  g_assert_true (lp_id_parse (id, &meeting));
  lp_document_of_path (path, &options.document);
  if (rows && !lp_document_find (rows, &options.document))
    {
      g_autoptr (LpPartFile) part = lp_part_file_new (path, &error);

      g_autoptr (LpPublication) publication = NULL;

      lp_reader_begin (reader, &error);
      publication = lp_publication_load (reader, &meeting, variant, LP_PUBLICATION_LIMIT, NULL, &error);
      lp_workbook_write (reader, &meeting, publication, part, atoi (rows), NULL, NULL, NULL, &result, &error);
      lp_reader_end (reader);
      lp_part_file_finish (part, NULL, &error);
    }
  else
    {
      lp_export (reader, &meeting, path, &options, NULL, NULL, NULL, &result, &error);
    }
  g_assert_no_error (error);
  print_result (&result);
}

static void
agenda (LpStore *store, const LpId *meeting, const char *path, gboolean guide)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpPaper) paper =
      lp_agenda_paper_new (lp_store_get_reader (store), meeting,
                           guide ? LP_AGENDA_PAPER_GUIDE : LP_AGENDA_PAPER_PLAIN, &error);

  g_assert_no_error (error);
  g_assert_true (lp_pdf_write (paper, path, NULL, &error));
  g_assert_no_error (error);
  g_print ("%u\n", lp_paper_get_n_sheets (paper));
}

static void
add_fact (LpStore *store, const LpId *meeting, guint position, const char *fact, const char *source)
{
  g_autoptr (LpList) items = lp_list_new_agenda (store, meeting);
  g_autoptr (LpRecord) item = g_list_model_get_item (G_LIST_MODEL (items), position);
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpEdit *edit = lp_change_set_put (changes, LP_AGENDA_ITEM, meeting, lp_record_get_id (item));

  lp_edit_text (edit, LP_AGENDA_ITEM_FACT, fact);
  if (source != NULL)
    lp_edit_text (edit, LP_AGENDA_ITEM_FACT_SOURCE, source);
  test_commit (store, changes);
}

static void
set_limit (LpStore *store, const LpId *meeting, int minutes)
{
  LpChangeSet *changes = lp_change_set_new ("Test");

  lp_edit_int (lp_change_set_put (changes, LP_MEETING, meeting, meeting), LP_MEETING_LIMIT, minutes);
  test_commit (store, changes);
}

static void
print_id (const LpId *id)
{
  g_autofree char *printed = lp_id_to_string (id);

  g_print ("%s\n", printed);
}

static void
do_panel (LpStore *store, char **argv)
{
  LpId id = { 0 };

  if (g_str_equal (argv[2], "publish-panel"))
    {
      publish_panel (store, argv[4], argv[5]);
      return;
    }
  id = panel (store, argv + 4);
  print_id (&id);
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
  else if (g_str_equal (argv[2], "roster"))
    {
      g_assert_true (lp_id_parse (argv[4], &meeting));
      roster (store, &meeting, argv[5]);
    }
  else if (g_str_equal (argv[2], "review"))
    {
      g_assert_true (lp_id_parse (argv[4], &meeting));
      review (store, &meeting);
    }
  else if (strstr (argv[2], "panel") != NULL)
    {
      do_panel (store, argv);
    }
  else if (g_str_equal (argv[2], "agenda"))
    {
      g_assert_true (lp_id_parse (argv[4], &meeting));
      agenda (store, &meeting, argv[5], argv[6] != NULL);
    }
  else if (g_str_equal (argv[2], "limit"))
    {
      g_assert_true (lp_id_parse (argv[4], &meeting));
      set_limit (store, &meeting, atoi (argv[5]));
    }
  else if (g_str_equal (argv[2], "fact"))
    {
      g_assert_true (lp_id_parse (argv[4], &meeting));
      add_fact (store, &meeting, (guint) atoi (argv[5]), argv[6], argv[7]);
    }
  else
    {
      export (store, argv[4], argv[5], g_str_equal (argv[2], "publish") ? LP_VARIANT_PUBLIC : LP_VARIANT_INTERNAL, argv[6]);
    }
  test_store_close (store);

  return 0;
}
