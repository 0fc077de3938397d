/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-panel.h"

#include "lp-meeting.h"
#include "test-util.h"

typedef struct {
  TestMeeting base;
  LpId        panel;
  LpId        later; /* a second meeting */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  LpChangeSet *changes = lp_change_set_new ("Test");

  test_meeting_set_up (&self->base, data);
  self->later = test_meeting (self->base.store, "Later");
  self->panel = lp_id_new ();
  lp_edit_text (lp_change_set_put (changes, LP_PANEL, &self->panel, &self->panel), LP_PANEL_NAME, "Panel");
  for (guint i = 0; i < 2; i++)
    {
      const LpId *meeting = i == 0 ? &self->base.meeting : &self->later;
      LpEdit *edit = lp_change_set_put (changes, LP_MEETING, meeting, meeting);

      lp_edit_id (edit, LP_MEETING_PANEL, &self->panel);
      lp_edit_text (edit, LP_MEETING_DATE, i == 0 ? "2026-01-01" : "2026-05-01");
    }
  test_commit (self->base.store, changes);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  test_meeting_tear_down (&self->base, data);
}

static LpId
say (Fixture *self, const LpId *meeting, const LpId *theme, int table, const char *municipality)
{
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpNoteDraft draft = { .text = "x", .table = table, .perspective = "lived", .municipality = municipality,
                        .theme = *theme };
  LpId id = { 0 };

  lp_note_create (changes, self->base.reader, meeting, &draft, &id);
  test_commit (self->base.store, changes);
  return id;
}

static LpPanel *
load (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  LpPanel *panel = lp_panel_load (self->base.reader, &self->panel, &error);

  g_assert_no_error (error);
  return panel;
}

static void
assert_row (GPtrArray *rows, guint position, const char *name, guint later, guint first)
{
  LpPanelRow *row = g_ptr_array_index (rows, position);

  g_assert_cmpstr (row->name, ==, name);
  g_assert_cmpuint (row->counts[0], ==, later);
  g_assert_cmpuint (row->counts[1], ==, first);
}

static void
test_tables (Fixture *self, gconstpointer data)
{
  LpId home = test_theme (self->base.store, &self->base.meeting, "Et hjem først");
  LpId again = test_theme (self->base.store, &self->later, "ET HJEM FØRST ");
  LpId alone = test_theme (self->base.store, &self->later, "Ensomhed");
  g_autoptr (LpPanel) panel = NULL;
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpId gone = say (self, &self->base.meeting, &home, 9, "Ribe");

  say (self, &self->base.meeting, &home, 1, "Odense");
  say (self, &self->base.meeting, &home, 2, "odense");
  say (self, &self->later, &again, 1, "Odense");
  say (self, &self->later, &alone, 1, "");
  lp_change_set_delete (changes, LP_NOTE, &self->base.meeting, &gone);
  test_commit (self->base.store, changes);

  panel = load (self);
  g_assert_cmpuint (panel->meetings->len, ==, 2);
  g_assert_cmpstr (((LpPanelMeeting *) g_ptr_array_index (panel->meetings, 0))->title, ==, "Later");
  g_assert_cmpuint (panel->themes->len, ==, 2);
  assert_row (panel->themes, 0, "ET HJEM FØRST", 1, 2);
  assert_row (panel->themes, 1, "Ensomhed", 1, 0);
  g_assert_cmpuint (panel->municipalities->len, ==, 1);
  assert_row (panel->municipalities, 0, "Odense", 1, 2);
  assert_row (panel->perspectives, LP_PERSPECTIVE_LIVED, "Lived experience", 2, 2);
  assert_row (panel->perspectives, LP_PERSPECTIVE_POLITICAL, "Political", 0, 0);
  assert_row (panel->tables, 0, "Tables that gave notes", 1, 2);
}

static void
test_share (Fixture *self, gconstpointer data)
{
  LpId themes[] = {
    test_theme (self->base.store, &self->base.meeting, "Nøglen først"),
    test_theme (self->base.store, &self->later, "Et sted at bo"),
  };
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpChangeSet *again = lp_change_set_new ("Test");
  LpChangeSet *own = lp_change_set_new ("Test");
  g_autoptr (LpPanel) panel = NULL;
  LpPanelRow *row = NULL;

  say (self, &self->base.meeting, &themes[0], 1, "");
  say (self, &self->later, &themes[1], 1, "");
  g_assert_true (lp_themes_share_name (changes, self->base.reader, themes, 2, " Bolig ", NULL));
  test_commit (self->base.store, changes);
  panel = load (self);
  g_assert_cmpuint (panel->themes->len, ==, 1);
  assert_row (panel->themes, 0, "Bolig", 1, 1);
  row = g_ptr_array_index (panel->themes, 0);
  g_assert_true (row->shared);
  g_assert_cmpuint (row->themes->len, ==, 2);

  g_assert_true (lp_themes_share_name (again, self->base.reader, themes, 2, "Bolig", NULL));
  g_assert_true (lp_change_set_is_empty (again));
  lp_change_set_unref (again);
  g_assert_true (lp_themes_share_name (own, self->base.reader, themes, 2, NULL, NULL));
  test_commit (self->base.store, own);
  g_clear_pointer (&panel, lp_panel_free);
  panel = load (self);
  g_assert_cmpuint (panel->themes->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/panel/tables", Fixture, NULL, set_up, test_tables, tear_down);
  g_test_add ("/panel/share", Fixture, NULL, set_up, test_share, tear_down);

  return g_test_run ();
}
