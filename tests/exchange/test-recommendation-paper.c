/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-recommendation-paper.h"

#include <string.h>

#include "lp-meeting.h"
#include "lp-note-review.h"
#include "lp-pdf.h"
#include "lp-recommendation-actions.h"
#include "test-util.h"

/* The printed recommendations as another program reads them in the PDF file. */

#define SECRET "Bo Hansen ringede tilbage"
#define PUBLIC "Min sagsbehandler ringede tilbage"
#define UNREAD "Ingen har læst mig endnu"
#define PLAIN "Det her er ikke et citat"

typedef TestMeeting Fixture;

static LpId
add_note (Fixture *self, const char *text, const char *public_text, gboolean quote, LpReview review)
{
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpNoteDraft draft = { .text = text, .table = 4, .perspective = "lived", .municipality = "Varde",
                        .verbatim = quote, .consent = quote };
  LpEdit *edit = NULL;
  LpId id = { 0 };

  lp_note_create (changes, self->reader, &self->meeting, &draft, &id);
  edit = lp_change_set_put (changes, LP_NOTE, &self->meeting, &id);
  lp_note_put_review (edit, review);
  if (public_text != NULL)
    lp_edit_text (edit, LP_NOTE_PUBLIC_TEXT, public_text);
  test_commit (self->store, changes);
  return id;
}

static LpRecord *
recommend (Fixture *self, const char *title, const char *text)
{
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpId id = { 0 };
  LpEdit *edit = lp_recommendation_create (changes, self->reader, &self->meeting, &id, NULL);

  lp_edit_text (edit, LP_RECOMMENDATION_TITLE, title);
  lp_edit_text (edit, LP_RECOMMENDATION_TEXT, text);
  lp_edit_text (edit, LP_RECOMMENDATION_REASON, "Tilliden skal bygges op igen.");
  lp_edit_text (edit, LP_RECOMMENDATION_ADDRESSEE, lp_addressee_id (LP_ADDRESSEE_MUNICIPALITIES));
  lp_edit_text (edit, LP_RECOMMENDATION_DUE, "Inden 2028");
  lp_edit_text (edit, LP_RECOMMENDATION_STATUS, lp_status_id (LP_STATUS_SENT));
  lp_edit_text (edit, LP_RECOMMENDATION_ANSWER, "Afventer");
  test_commit (self->store, changes);
  return test_load (self->store, LP_RECOMMENDATION, &id);
}

static void
link_note (Fixture *self, LpRecord *recommendation, const LpId *note, gboolean against)
{
  LpChangeSet *changes = lp_change_set_new ("Test");

  lp_evidence_add_note (changes, recommendation, note, against);
  test_commit (self->store, changes);
}

/* What pdftotext reads, line breaks as spaces. */
static char *
read_back (Fixture *self, LpPaper *paper)
{
  g_autofree char *path = g_build_filename (self->folder->path, "recommendations.pdf", NULL);
  const char *argv[] = { "pdftotext", "-raw", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status = -1;

  g_assert_true (lp_pdf_write (paper, path, NULL, &error));
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return g_strdelimit (text, "\n", ' ');
}

static void
assert_has (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in: %s", words, text);
}

static void
test_whole (Fixture *self, gconstpointer data)
{
  g_autoptr (LpRecord) one = recommend (self, "Fast kontaktperson", "Enhver borger får en fast sagsbehandler.");
  g_autoptr (GError) error = NULL;
  g_autoptr (LpPaper) paper = NULL;
  g_autofree char *text = NULL;
  LpId notes[] = {
    add_note (self, SECRET, PUBLIC, TRUE, LP_REVIEW_SHOW),
    add_note (self, UNREAD, NULL, TRUE, LP_REVIEW_NONE),
    add_note (self, PLAIN, NULL, FALSE, LP_REVIEW_SHOW),
  };
  LpId contrary = add_note (self, "Nej tak", NULL, TRUE, LP_REVIEW_SHOW);

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    link_note (self, one, &notes[i], FALSE);
  link_note (self, one, &contrary, TRUE);
  paper = lp_recommendation_paper_new (self->reader, &self->meeting, &error);
  g_assert_no_error (error);
  text = read_back (self, paper);

  assert_has (text, "1. Fast kontaktperson");
  assert_has (text, "Enhver borger får en fast sagsbehandler.");
  assert_has (text, "Tilliden skal bygges op igen.");
  assert_has (text, "To: The municipalities");
  assert_has (text, "When: Inden 2028");
  assert_has (text, "Status: Sent");
  assert_has (text, "Answer: Afventer");
  assert_has (text, "3 notes · 1 table · 1 municipality");
  assert_has (text, "Notes: 04-001, 04-002, 04-003");
  assert_has (text, "Speaks against it: 04-004");
  assert_has (text, "“" PUBLIC "” (04-001)");
  g_assert_null (strstr (text, SECRET));
  g_assert_null (strstr (text, UNREAD));
  g_assert_null (strstr (text, PLAIN));
  g_assert_null (strstr (text, "Nej tak"));
}

static void
test_panel (Fixture *self, gconstpointer data)
{
  g_autoptr (LpRecord) one = recommend (self, "Fast kontaktperson", "");
  LpChangeSet *changes = lp_change_set_new ("Test");
  g_autoptr (GError) error = NULL;
  g_autoptr (LpPaper) paper = NULL;
  g_autofree char *text = NULL;
  LpId panel = lp_id_new ();

  lp_edit_text (lp_change_set_put (changes, LP_PANEL, &panel, &panel), LP_PANEL_NAME, "Landspanelet");
  lp_edit_id (lp_change_set_put (changes, LP_MEETING, &self->meeting, &self->meeting), LP_MEETING_PANEL, &panel);
  lp_edit_text (lp_change_set_put (changes, LP_MEETING, &self->meeting, &self->meeting), LP_MEETING_TITLE, "Dialog 2");
  test_commit (self->store, changes);
  paper = lp_recommendation_paper_new_panel (self->reader, &panel, &error);
  g_assert_no_error (error);
  text = read_back (self, paper);
  assert_has (text, "Landspanelet");
  assert_has (text, "1. Fast kontaktperson Dialog 2");
}

/* A hundred long ones go on over sheets, and none is lost. */
static void
test_many (Fixture *self, gconstpointer data)
{
  g_autoptr (LpPaper) paper = NULL;
  g_autofree char *text = NULL;

  for (guint i = 1; i <= 60; i++)
    {
      g_autofree char *title = g_strdup_printf ("Anbefaling nummer %u", i);
      g_autoptr (LpRecord) one = recommend (self, title, "Så lang en sætning, at den fylder mere end en linje på arket, "
                                                         "og derfor brydes et sted, som ingen har valgt.");
    }
  paper = lp_recommendation_paper_new (self->reader, &self->meeting, NULL);
  g_assert_cmpuint (lp_paper_get_n_sheets (paper), >, 5);
  text = read_back (self, paper);
  for (guint i = 1; i <= 60; i++)
    {
      g_autofree char *heading = g_strdup_printf ("%u. Anbefaling nummer %u", i, i);

      assert_has (text, heading);
    }
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/recommendation-paper/", name, NULL);

  g_test_add (path, Fixture, NULL, test_meeting_set_up, test, test_meeting_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("whole", test_whole);
  add ("panel", test_panel);
  add ("many", test_many);

  return g_test_run ();
}
