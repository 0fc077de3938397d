/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-util.h"

#include <string.h>

#include "lp-paper.h"
#include "lp-pdf.h"

/* What another program reads in the file. */
static char *
read_with (const char *program, const char *option, const char *path)
{
  const char *argv[] = { program, option, path, g_str_equal (program, "pdftotext") ? "-" : NULL, NULL };
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  g_autofree char *complaints = NULL;
  int status = -1;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &complaints, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_assert_cmpstr (complaints, ==, "");
  return out;
}

static char *
write_pdf (TestFolder *folder, LpPaper *paper)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder->path, "paper.pdf", NULL);

  g_assert_true (lp_pdf_write (paper, path, NULL, &error));
  g_assert_no_error (error);
  return path;
}

static guint
count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *found = strstr (text, word); found != NULL; found = strstr (found + 1, word))
    n++;
  return n;
}

/* Letters, order, and what a screen reader needs: title, language, structure. */
static void
test_readable (void)
{
  static const LpPaperColumn columns[] = { { "Time", 60, LP_PAPER_START }, { NULL, 0, LP_PAPER_START },
                                           { "Min.", 40, LP_PAPER_END } };
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (LpPaper) paper = lp_paper_new ("Dagsorden – Ærø", "da");
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *info = NULL;
  g_autofree char *structure = NULL;
  g_autofree char *bytes = NULL;
  gsize length = 0;

  lp_paper_add (paper, LP_PAPER_TITLE, "Drømme & <bekymringer>");
  lp_paper_add (paper, LP_PAPER_BODY, "Blåbærgrød på Ærø; ÆØÅ og fisk.");
  lp_paper_add (paper, LP_PAPER_BODY, "");
  lp_paper_begin_table (paper, columns, G_N_ELEMENTS (columns));
  lp_paper_begin_row (paper);
  lp_paper_add_cell (paper, 0, LP_PAPER_BODY, "09:30");
  lp_paper_add_cell (paper, 1, LP_PAPER_STRONG, "Velkomst");
  lp_paper_add_cell (paper, 1, LP_PAPER_CAPTION, "Plenum");
  lp_paper_add_cell (paper, 2, LP_PAPER_BODY, "15");
  lp_paper_end_row (paper);
  lp_paper_end_table (paper);
  path = write_pdf (folder, paper);

  text = read_with ("pdftotext", "-layout", path);
  g_assert_nonnull (strstr (text, "Drømme & <bekymringer>"));
  g_assert_nonnull (strstr (text, "Blåbærgrød på Ærø; ÆØÅ og fisk."));
  g_assert_true (g_regex_match_simple ("09:30 +Velkomst +15\n +Plenum", text, 0, 0));
  g_assert_null (strstr (text, "1 of 1"));

  info = read_with ("pdfinfo", "-isodates", path);
  g_assert_true (g_regex_match_simple ("Title: +Dagsorden – Ærø\n", info, 0, 0));
  g_assert_true (g_regex_match_simple ("Tagged: +yes\n", info, 0, 0));
  g_assert_true (g_regex_match_simple ("Pages: +1\n", info, 0, 0));
  g_assert_true (g_regex_match_simple ("Page size: +595\\.\\d+ x 841\\.\\d+ pts \\(A4\\)", info, 0, 0));
  structure = read_with ("pdfinfo", "-struct", path);
  g_assert_true (g_regex_match_simple ("Document.*\n *H1.*\n *P.*\n *Table.*\n *TR\n *TH", structure, 0, 0));
  g_assert_cmpuint (count (structure, "TD"), ==, 3);

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize i = 0; i < length; i++)
    bytes[i] = bytes[i] == '\0' ? ' ' : bytes[i];
  g_assert_nonnull (strstr (bytes, "/Lang (da)"));
}

/* Words torn over sheets are all there, in their order; a row that fits on a sheet is whole. */
static void
test_sheets (void)
{
  static const LpPaperColumn columns[] = { { "No.", 60, LP_PAPER_START }, { "Text", 0, LP_PAPER_START } };
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (LpPaper) paper = lp_paper_new ("Long", "en");
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (words, "w%04u ", i);
  lp_paper_set_footer (paper, "The foot");
  lp_paper_add (paper, LP_PAPER_BODY, words->str);
  lp_paper_begin_table (paper, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *number = g_strdup_printf ("row%02u", i);

      lp_paper_begin_row (paper);
      lp_paper_add_cell (paper, 0, LP_PAPER_BODY, number);
      lp_paper_add_cell (paper, 1, LP_PAPER_BODY, i == 30 ? words->str : "one\ntwo\nthree");
      lp_paper_end_row (paper);
    }
  lp_paper_end_table (paper);
  g_assert_cmpuint (lp_paper_get_n_sheets (paper), >, 8);

  path = write_pdf (folder, paper);
  text = read_with ("pdftotext", "-raw", path);
  g_assert_cmpuint (count (text, "The foot"), ==, lp_paper_get_n_sheets (paper));
  g_assert_nonnull (strstr (text, "Page 2 of "));
  for (guint i = 0; i < 3000; i += 7)
    {
      g_autofree char *word = g_strdup_printf ("w%04u", i);

      g_assert_cmpuint (count (text, word), ==, 2);
    }
  for (const char *found = text; (found = strstr (found, "row")) != NULL; found++)
    {
      guint number = (guint) g_ascii_strtoull (found + 3, NULL, 10);

      g_assert_cmpuint (number, ==, n++);
      if (number != 30)
        g_assert_true (g_str_has_prefix (found + 5, " one\ntwo\nthree\n"));
    }
  g_assert_cmpuint (n, ==, 60);
}

/* A heading goes with what it heads. */
static void
test_heading_not_alone (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (LpPaper) paper = lp_paper_new ("Heading", "en");
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  const char *break_ = NULL;

  lp_paper_add (paper, LP_PAPER_BODY, "above");
  lp_paper_skip (paper, LP_PAPER_HEIGHT - 2 * 54 - 50);
  lp_paper_add (paper, LP_PAPER_HEADING, "The heading");
  lp_paper_add (paper, LP_PAPER_BODY, "below");
  g_assert_cmpuint (lp_paper_get_n_sheets (paper), ==, 2);
  path = write_pdf (folder, paper);
  text = read_with ("pdftotext", "-raw", path);
  break_ = strchr (text, '\f');
  g_assert_nonnull (break_);
  g_assert_nonnull (strstr (break_, "The heading"));
}

/* What is placed does not flow; a long name gets smaller letters, and is whole. */
static void
test_place (void)
{
  const LpPaperBox box = { 60, 60, 200, 80 };
  const LpPaperBox tiny = { 60, 200, 60, 12 };
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (LpPaper) paper = lp_paper_new ("Badges", "da");
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  lp_paper_place_frame (paper, &box);
  lp_paper_place (paper, LP_PAPER_NAME, LP_PAPER_CENTER, "Maximiliane Østergaard-Kristoffersen", &box);
  lp_paper_place (paper, LP_PAPER_BODY, LP_PAPER_START, "far too much for so little room as this is", &tiny);
  lp_paper_break (paper);
  lp_paper_place (paper, LP_PAPER_NAME, LP_PAPER_CENTER, "Bo", &box);
  g_assert_cmpuint (lp_paper_get_n_sheets (paper), ==, 2);
  path = write_pdf (folder, paper);
  text = read_with ("pdftotext", "-raw", path);
  g_assert_nonnull (strstr (text, "Maximiliane"));
  g_assert_nonnull (strstr (text, "Østergaard-"));
  g_assert_nonnull (strstr (text, "Kristoffersen"));
  g_assert_nonnull (strstr (text, "…"));
  g_assert_nonnull (strstr (text, "\fBo\n"));
}

static void
test_not_written (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (LpPaper) paper = lp_paper_new ("Nothing", "en");
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder->path, "none", "paper.pdf", NULL);

  g_assert_false (lp_pdf_write (paper, path, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "paper.pdf"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/readable", test_readable);
  g_test_add_func ("/paper/sheets", test_sheets);
  g_test_add_func ("/paper/heading-not-alone", test_heading_not_alone);
  g_test_add_func ("/paper/place", test_place);
  g_test_add_func ("/paper/not-written", test_not_written);

  return g_test_run ();
}
