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
assert_filtered (Fixture *self, const LpPanelFilter *filter, guint max, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = lp_panel_search (self->reader, filter, max, &error);
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

/* panel: NULL for the meetings of none */
static void
assert_found (Fixture *self, const LpId *panel, const char *text, guint max, const char *expected)
{
  LpPanelFilter filter = { .kind = -1, .text = text };

  if (panel != NULL)
    filter.panel = *panel;
  assert_filtered (self, &filter, max, expected);
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

  assert_found (self, &panel, "BOLIG", 10, "Autumn: Egnebolig først, Spring: En bolig");
  assert_found (self, &panel, "bolig", 1, "Autumn: Egnebolig først");
  assert_found (self, &panel, "bolig en", 10, "Spring: En bolig");
  assert_found (self, &panel, "!", 10, "");
  assert_found (self, &other, "bolig", 10, "Elsewhere: Bolig");
  assert_found (self, NULL, "bolig", 10, "Kick-off: Bolig, uden panel");
}

/* Whatever is set must hold; with nothing set all are listed. */
static void
test_filters (Fixture *self, gconstpointer data)
{
  LpId panel = lp_id_new ();
  LpId spring = add_meeting (self, "Spring", &panel);
  LpId autumn = add_meeting (self, "Autumn", &panel);
  LpId story = test_note (self->store, &spring, "Da jeg fik en nøgle");
  LpChangeSet *changes = lp_change_set_new ("Kind");
  LpEdit *edit = lp_change_set_put (changes, LP_NOTE, &spring, &story);

  test_note (self->store, &autumn, "En nøgle");
  lp_edit_text (edit, LP_NOTE_KIND, lp_kind_id (LP_KIND_STORY));
  lp_edit_text (edit, LP_NOTE_PERSPECTIVE, lp_perspective_id (LP_PERSPECTIVE_LIVED));
  test_commit (self->store, changes);

  assert_filtered (self, &(LpPanelFilter) { .panel = panel, .kind = -1, .text = "" }, 10, "Autumn: En nøgle, Spring: Da jeg fik en nøgle");
  assert_filtered (self, &(LpPanelFilter) { .panel = panel, .kind = LP_KIND_STORY, .text = "" }, 10, "Spring: Da jeg fik en nøgle");
  assert_filtered (self, &(LpPanelFilter) { .panel = panel, .meeting = autumn, .kind = -1, .text = "nøgle" }, 10, "Autumn: En nøgle");
  assert_filtered (self, &(LpPanelFilter) { .panel = panel, .kind = -1, .perspective = "lived", .text = "nøgle" }, 10,
                   "Spring: Da jeg fik en nøgle");
  assert_filtered (self, &(LpPanelFilter) { .panel = panel, .meeting = autumn, .kind = LP_KIND_STORY, .text = "" }, 10, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/panel-search/panel", Fixture, NULL, test_meeting_set_up, test_panel, test_meeting_tear_down);
  g_test_add ("/panel-search/filters", Fixture, NULL, test_meeting_set_up, test_filters, test_meeting_tear_down);
  return g_test_run ();
}
