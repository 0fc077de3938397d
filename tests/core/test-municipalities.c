/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-municipalities.h"

#include "lp-meeting.h"
#include "test-util.h"

typedef TestMeeting Fixture;

static void
add_note (Fixture *self, const char *municipality)
{
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpId id = { 0 };

  lp_note_create (changes, self->reader, &self->meeting,
                  &(LpNoteDraft) { .kind = LP_KIND_DREAM, .text = "a", .municipality = municipality }, &id);
  test_commit (self->store, changes);
}

static void
add_participant (Fixture *self, const char *municipality)
{
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpId id = lp_id_new ();
  LpEdit *edit = lp_change_set_put (changes, LP_PARTICIPANT, &self->meeting, &id);

  lp_edit_text (edit, LP_PARTICIPANT_NAME, "Bo");
  lp_edit_text (edit, LP_PARTICIPANT_MUNICIPALITY, municipality);
  test_commit (self->store, changes);
}

static LpMunicipalities *
load (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  LpMunicipalities *municipalities = lp_municipalities_load (self->reader, &self->meeting, &error);

  g_assert_no_error (error);
  return municipalities;
}

static void
assert_suggested (LpMunicipalities *municipalities, const char *typed, const char *expected)
{
  g_autoptr (GPtrArray) found = lp_municipalities_suggest (municipalities, typed, 4);
  g_autofree char *joined = NULL;

  g_ptr_array_add (found, NULL);
  joined = g_strjoinv (", ", (char **) found->pdata);
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_denmark (void)
{
  g_autoptr (LpMunicipalities) denmark = lp_municipalities_new ();
  g_autoptr (GPtrArray) none = lp_municipalities_suggest (denmark, "", 200);

  g_assert_cmpuint (none->len, ==, 0);
  assert_suggested (denmark, "aar", "Aarhus");
  assert_suggested (denmark, "år", "Aarhus");
  assert_suggested (denmark, "TAAS", "Høje-Taastrup");
  assert_suggested (denmark, "fred", "Fredensborg, Fredericia, Frederiksberg, Frederikshavn");
  assert_suggested (denmark, "skj", "Ringkøbing-Skjern");
  assert_suggested (denmark, "Narnia", "");
  g_assert_true (lp_municipalities_know (denmark, "Aarhus"));
  g_assert_true (lp_municipalities_know (denmark, " århus kommune "));
  g_assert_true (lp_municipalities_know (denmark, "Københavns Kommune"));
  g_assert_true (lp_municipalities_know (denmark, "Bornholms Regionskommune"));
  g_assert_true (lp_municipalities_know (denmark, "Nordfyn"));
  g_assert_false (lp_municipalities_know (denmark, "Aar"));
  g_assert_false (lp_municipalities_know (denmark, "Narnia"));
}

/* Each of the 98 is there, once. */
static void
test_all (void)
{
  g_autoptr (LpMunicipalities) denmark = lp_municipalities_new ();
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (const char *letter = "abcdefghijklmnopqrstuvwxyzæøå"; *letter != '\0'; letter = g_utf8_next_char (letter))
    {
      g_autofree char *begin = g_strndup (letter, g_utf8_next_char (letter) - letter);
      g_autoptr (GPtrArray) found = lp_municipalities_suggest (denmark, begin, 200);

      for (guint i = 0; i < found->len; i++)
        g_hash_table_add (names, g_ptr_array_index (found, i));
    }
  g_assert_cmpuint (g_hash_table_size (names), ==, 98);
}

/* Those of the meeting come first; what stands on notes alone may be misspelt. */
static void
test_named (Fixture *self, gconstpointer data)
{
  g_autoptr (LpMunicipalities) municipalities = NULL;

  add_note (self, "Vejle Kommune");
  add_note (self, "Vejle Kommune");
  add_note (self, "Aahrus");
  add_participant (self, "Nuuk");
  municipalities = load (self);
  assert_suggested (municipalities, "", "Vejle Kommune, Aahrus, Nuuk");
  assert_suggested (municipalities, "ve", "Vejle Kommune, Vejen, Vesthimmerlands");
  assert_suggested (municipalities, "aa", "Aahrus, Aabenraa, Aalborg, Aarhus");
  g_assert_true (lp_municipalities_know (municipalities, "nuuk"));
  g_assert_true (lp_municipalities_know (municipalities, "Vejle"));
  g_assert_false (lp_municipalities_know (municipalities, "Aahrus"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/municipalities/denmark", test_denmark);
  g_test_add_func ("/municipalities/all", test_all);
  g_test_add ("/municipalities/named", Fixture, NULL, test_meeting_set_up, test_named, test_meeting_tear_down);
  return g_test_run ();
}
