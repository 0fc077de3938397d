/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-roster-paper.h"

#include <stdlib.h>
#include <string.h>

#include "lp-participant-actions.h"
#include "lp-pdf.h"
#include "lp-sample.h"
#include "test-util.h"

/* Badges and table lists as another program reads them in the PDF file. */

#define LONG_NAME \
  "Anne-Marie Ærenprisdatter Østergaard-Åkjær, født Blåbærgrød-Sølvstjerne af Nørre Æbelholt É"

typedef struct {
  TestFolder *folder;
  LpStore    *store;
  LpReader   *reader;
  LpId        meeting;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = test_folder_new ();
  self->store = test_store_open (self->folder->database);
  self->reader = lp_store_get_reader (self->store);
  self->meeting = test_meeting (self->store, "Kick-off");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  test_store_close (self->store);
  test_folder_free (self->folder);
}

static void
add (Fixture *self, const LpParticipantDraft *draft)
{
  LpChangeSet *changes = lp_change_set_new ("Add");

  g_assert_true (lp_participant_put (changes, &self->meeting, draft, &(LpId) { 0 }, NULL));
  test_commit (self->store, changes);
}

static char *
run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  int status = -1;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));

  return out;
}

/* What pdftotext reads; NULL option: the words alone, line breaks as spaces. */
static char *
read_back (Fixture *self, LpPaper *paper, const char *option)
{
  g_autofree char *path = g_build_filename (self->folder->path, "roster.pdf", NULL);
  const char *argv[] = { "pdftotext", option ? option : "-raw", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text;

  g_assert_true (lp_pdf_write (paper, path, NULL, &error));
  g_assert_no_error (error);
  text = run (argv);
  if (!option)
    g_strdelimit (text, "\n", ' ');

  return text;
}

static void
add_some (Fixture *self)
{
  add (self, &(LpParticipantDraft) { .name = LONG_NAME, .table = 12,
                                     .organisation = "Udsatterådet i Ringkøbing-Skjern; vest" });
  add (self, &(LpParticipantDraft) { .name = "Bo; “den ene” =1+1", .municipality = "Læsø",
                                     .table = 2 });
  add (self, &(LpParticipantDraft) { .name = "Café-Åse", .role = "Vært" });
}

static void
test_badges (Fixture *self, gconstpointer data)
{
  g_autoptr (LpPaper) paper = NULL;
  g_autofree char *text = NULL;

  add_some (self);
  paper = lp_badges_paper_new (self->reader, &self->meeting, NULL);
  g_assert_cmpuint (lp_paper_get_n_sheets (paper), ==, 1);
  text = read_back (self, paper, NULL);
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, LONG_NAME));
  g_assert_nonnull (strstr (text, "Udsatterådet i Ringkøbing-Skjern; vest"));
  g_assert_nonnull (strstr (text, "Table 12"));
  g_assert_nonnull (strstr (text, "Bo; “den ene” =1+1"));
  g_assert_nonnull (strstr (text, "Café-Åse"));
  g_assert_nonnull (strstr (text, "Vært"));
  g_assert_null (strstr (text, "Table 0"));
}

/* No word stands outside of the badge it is on: none reaches over the middle of the sheet or its edges. */
static void
test_nothing_overflows (Fixture *self, gconstpointer data)
{
  const double middle = LP_PAPER_WIDTH / 2;
  g_autoptr (LpPaper) paper = NULL;
  g_autofree char *text = NULL;
  const char *word;
  guint n_words = 0;

  for (int i = 0; i < 10; i++)
    add (self, &(LpParticipantDraft) { .name = LONG_NAME, .organisation = LONG_NAME " " LONG_NAME,
                                       .table = 999 });
  add (self,
       &(LpParticipantDraft) { .name = "Zwölftausendneunhundertneunundneunzigstelschlüsselbundträger" });
  paper = lp_badges_paper_new (self->reader, &self->meeting, NULL);
  g_assert_cmpuint (lp_paper_get_n_sheets (paper), ==, 2);
  text = read_back (self, paper, "-bbox");
  for (word = strstr (text, "<word xMin=\""); word; word = strstr (word + 1, "<word xMin=\""))
    {
      double left = g_ascii_strtod (word + strlen ("<word xMin=\""), NULL);
      double right = g_ascii_strtod (strstr (word, "xMax=\"") + strlen ("xMax=\""), NULL);

      g_assert_cmpfloat (left, >, 0);
      g_assert_cmpfloat (right, <, LP_PAPER_WIDTH);
      g_assert_true (right < middle || left > middle);
      n_words++;
    }
  g_assert_cmpuint (n_words, >, 100);
}

static void
test_tables (Fixture *self, gconstpointer data)
{
  g_autoptr (LpPaper) paper = NULL;
  g_autofree char *text = NULL;

  add_some (self);
  paper = lp_tables_paper_new (self->reader, &self->meeting, NULL);
  g_assert_cmpuint (lp_paper_get_n_sheets (paper), ==, 3);
  text = read_back (self, paper, NULL);
  g_assert_nonnull (strstr (text, "Table 2"));
  g_assert_true (strstr (text, "Table 2") < strstr (text, "Bo; “den ene” =1+1"));
  g_assert_true (strstr (text, "Bo; “den ene” =1+1") < strstr (text, "Table 12"));
  g_assert_true (strstr (text, "Table 12") < strstr (text, LONG_NAME));
  g_assert_true (strstr (text, LONG_NAME) < strstr (text, "Without a Table"));
  g_assert_true (strstr (text, "Without a Table") < strstr (text, "Café-Åse"));
}

/* More people at one table than a sheet has room for. */
static void
test_long_table (Fixture *self, gconstpointer data)
{
  g_autoptr (LpPaper) paper = NULL;
  g_autofree char *text = NULL;

  for (int i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person-%02d", i);

      add (self, &(LpParticipantDraft) { .name = name, .table = 1 });
    }
  paper = lp_tables_paper_new (self->reader, &self->meeting, NULL);
  g_assert_cmpuint (lp_paper_get_n_sheets (paper), ==, 3);
  text = read_back (self, paper, NULL);
  for (int i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person-%02d", i);

      g_assert_nonnull (strstr (text, name));
    }
}

static void
test_sample (Fixture *self, gconstpointer data)
{
  g_autoptr (LpPaper) paper = NULL;
  g_autofree char *text = NULL;
  LpId sample = { 0 };

  g_assert_true (lp_sample_create (self->store, &sample, NULL));
  paper = lp_badges_paper_new (self->reader, &sample, NULL);
  g_assert_cmpuint (lp_paper_get_n_sheets (paper), ==, 9);
  text = read_back (self, paper, NULL);
  g_assert_nonnull (strstr (text, "Bent Blåbærgaard"));
  g_assert_nonnull (strstr (text, "Minister Morgan Molevitten"));
}

static void
test_nobody (Fixture *self, gconstpointer data)
{
  g_autoptr (LpPaper) badges = lp_badges_paper_new (self->reader, &self->meeting, NULL);
  g_autoptr (LpPaper) tables = lp_tables_paper_new (self->reader, &self->meeting, NULL);

  g_assert_nonnull (badges);
  g_assert_nonnull (tables);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/roster-paper/badges", test_badges);
  ADD ("/roster-paper/nothing-overflows", test_nothing_overflows);
  ADD ("/roster-paper/tables", test_tables);
  ADD ("/roster-paper/long-table", test_long_table);
  ADD ("/roster-paper/sample", test_sample);
  ADD ("/roster-paper/nobody", test_nobody);

  return g_test_run ();
}
