/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-panel-search.h"

#include "test-util.h"

typedef TestMeeting Fixture;

static LpId
add_meeting (Fixture *self, const char *title, const LpId *panel)
{
  LpId meeting = test_meeting (self->store, title);
  LpChangeSet *changes = lp_change_set_new ("Panel");

  lp_edit_id (lp_change_set_put (changes, LP_MEETING, &meeting, &meeting), LP_MEETING_PANEL, panel);
  test_commit (self->store, changes);

  return meeting;
}

static void
assert_found (Fixture *self, const LpId *meeting, const char *text, guint max, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = lp_panel_search (self->reader, meeting, text, max, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    {
      const LpPanelHit *hit = g_ptr_array_index (hits, i);

      g_string_append_printf (found, "%s%s: %s", i > 0 ? ", " : "", lp_record_text (hit->meeting, LP_MEETING_TITLE),
                              lp_record_text (hit->note, LP_NOTE_TEXT));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
delete (Fixture *self, LpEntity entity, const LpId *space, const LpId *id)
{
  LpChangeSet *changes = lp_change_set_new ("Delete");

  lp_change_set_delete (changes, entity, space, id);
  test_commit (self->store, changes);
}

/* Of the panel's meetings, and of no other; not what was deleted, nor what is in a meeting that was. */
static void
test_panel (Fixture *self, gconstpointer data)
{
  LpId panel = lp_id_new ();
  LpId other = lp_id_new ();
  LpId spring = add_meeting (self, "Spring", &panel);
  LpId autumn = add_meeting (self, "Autumn", &panel);
  LpId gone = add_meeting (self, "Gone", &panel);
  LpId elsewhere = add_meeting (self, "Elsewhere", &other);
  LpId thrown;

  test_note (self->store, &spring, "En bolig");
  test_note (self->store, &autumn, "Egnebolig først");
  thrown = test_note (self->store, &autumn, "Bolig, slettet");
  test_note (self->store, &gone, "Bolig");
  test_note (self->store, &elsewhere, "Bolig");
  test_note (self->store, &self->meeting, "Bolig, uden panel");
  delete (self, LP_NOTE, &autumn, &thrown);
  delete (self, LP_MEETING, &gone, &gone);

  assert_found (self, &spring, "BOLIG", 10, "Autumn: Egnebolig først, Spring: En bolig");
  assert_found (self, &autumn, "bolig", 1, "Autumn: Egnebolig først");
  assert_found (self, &autumn, "bolig en", 10, "Spring: En bolig");
  assert_found (self, &autumn, "!", 10, "");
  assert_found (self, &elsewhere, "bolig", 10, "Elsewhere: Bolig");
  assert_found (self, &self->meeting, "bolig", 10, "Kick-off: Bolig, uden panel");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/panel-search/panel", Fixture, NULL, test_meeting_set_up, test_panel, test_meeting_tear_down);
  return g_test_run ();
}
