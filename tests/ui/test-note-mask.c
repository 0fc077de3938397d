/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-note-privacy.h"

#include "test-util.h"

#define DECOMPOSED "A\xcc\x8ase"

typedef TestMeeting Fixture;

static void
put_text (Fixture *self, const LpId *note, guint field, const char *text)
{
  LpChangeSet *changes = lp_change_set_new (NULL);

  lp_edit_text (lp_change_set_put (changes, LP_NOTE, &self->meeting, note), field, text);
  test_commit (self->store, changes);
}

/* A note of old: the letters of a name are apart in one field, and together in another. */
static void
test_decomposed (Fixture *self, gconstpointer data)
{
  LpId id = test_note (self->store, &self->meeting, "x");
  LpFinding finding = { .type = LP_FINDING_NAME };
  g_autoptr (LpRecord) before = NULL;
  g_autoptr (LpRecord) after = NULL;

  put_text (self, &id, LP_NOTE_TEXT, "Det sagde " DECOMPOSED ", og Åse igen");
  put_text (self, &id, LP_NOTE_PUBLIC_TEXT, "Åse");
  put_text (self, &id, LP_NOTE_ACCEPTED, "name " DECOMPOSED "\nphone 20123456");
  before = test_load (self->store, LP_NOTE, &id);
  test_commit (self->store, lp_note_privacy_mask (before, DECOMPOSED, &finding));

  after = test_load (self->store, LP_NOTE, &id);
  g_assert_cmpstr (lp_record_text (after, LP_NOTE_TEXT), ==, "Det sagde [name], og [name] igen");
  g_assert_cmpstr (lp_record_text (after, LP_NOTE_PUBLIC_TEXT), ==, "[name]");
  g_assert_cmpstr (lp_record_text (after, LP_NOTE_ACCEPTED), ==, "phone 20123456");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/note-mask/decomposed", Fixture, NULL, test_meeting_set_up, test_decomposed, test_meeting_tear_down);
  return g_test_run ();
}
