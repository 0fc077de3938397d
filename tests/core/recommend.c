/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * recommend DATABASE MEETING TITLE WORD…: a recommendation for tests and pictures of the app.
 *
 * WORD is "FIELD=WORDS", a field of the schema; "theme=NAME", links a theme and its notes; "+CODE" or "-CODE", a note that speaks
 * for it or against it; "review", somebody has read every note.
 */
#include <stdlib.h>
#include <string.h>

#include "lp-meeting.h"
#include "lp-note-review.h"
#include "lp-recommendation-actions.h"
#include "lp-withdrawal.h"
#include "test-util.h"

typedef struct {
  LpStore  *store;
  LpReader *reader;
  LpId      meeting;
  LpRecord *record;
} Tool;

static void
link_note (Tool *self, LpChangeSet *changes, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpRecord) note = lp_note_find_code (self->reader, &self->meeting, code + 1, &error);

  g_assert_no_error (error);
  lp_evidence_add_note (changes, self->record, lp_record_get_id (note), *code == '-');
}

static void
link_theme (Tool *self, LpChangeSet *changes, const char *name)
{
  g_autoptr (LpQuery) query = lp_reader_query (self->reader, "SELECT id FROM theme WHERE space=?1 AND name=?2 AND deleted=0");
  g_autoptr (GError) error = NULL;
  LpId theme = { 0 };
  guint n_added = 0;

  lp_query_bind_id (query, 1, &self->meeting);
  lp_query_bind_text (query, 2, name);
  if (!lp_query_next (query, &error) || !lp_query_id (query, 0, &theme))
    g_error ("no theme “%s”", name);
  g_clear_pointer (&query, lp_query_free);
  lp_evidence_add_theme (changes, self->reader, self->record, &theme, &n_added, &error);
  g_assert_no_error (error);
}

static void
review_all (Tool *self, LpChangeSet *changes)
{
  g_autoptr (LpQuery) query = lp_reader_query (self->reader, "SELECT id FROM note WHERE space=?1 AND deleted=0");

  lp_query_bind_id (query, 1, &self->meeting);
  while (lp_query_next (query, NULL))
    {
      LpId note = { 0 };

      lp_query_id (query, 0, &note);
      lp_note_put_review (lp_change_set_put (changes, LP_NOTE, &self->meeting, &note), LP_REVIEW_SHOW);
    }
}

static void
say (Tool *self, LpChangeSet *changes, const char *word)
{
  const char *words = strchr (word, '=');
  g_autofree char *name = words != NULL ? g_strndup (word, words - word) : NULL;
  guint field = 0;

  if (*word == '+' || *word == '-')
    link_note (self, changes, word);
  else if (g_str_equal (word, "review"))
    review_all (self, changes);
  else if (name != NULL && g_str_equal (name, "theme"))
    link_theme (self, changes, words + 1);
  else if (name != NULL && lp_schema_find_field (LP_RECOMMENDATION, name, &field))
    lp_recommendation_set_text (changes, self->record, field, words + 1);
  else
    g_error ("what is “%s”?", word);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpChangeSet) changes = lp_change_set_new ("Recommend");
  LpChangeSet *rest = lp_change_set_new ("Recommend");
  Tool self = { 0 };
  LpEdit *edit = NULL;
  LpId id = { 0 };

  g_assert_cmpint (argc, >=, 4);
  self.store = test_store_open (argv[1]);
  self.reader = lp_store_get_reader (self.store);
  if (!lp_meeting_find (self.reader, argv[2], &self.meeting, &error))
    g_error ("%s", error->message);
  edit = lp_recommendation_create (changes, self.reader, &self.meeting, &id, &error);
  g_assert_no_error (error);
  lp_edit_text (edit, LP_RECOMMENDATION_TITLE, argv[3]);
  test_commit (self.store, lp_change_set_ref (changes));
  self.record = test_load (self.store, LP_RECOMMENDATION, &id);
  for (int i = 4; i < argc; i++)
    say (&self, rest, argv[i]);
  test_commit (self.store, rest);
  g_object_unref (self.record);
  test_store_close (self.store);
  return EXIT_SUCCESS;
}
