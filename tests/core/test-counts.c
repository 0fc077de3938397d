/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-counts.h"

#include "lp-meeting.h"
#include "test-util.h"

typedef TestMeeting Fixture;

static LpCounts *
load (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  LpCounts *counts = lp_counts_load (self->reader, &self->meeting, &error);

  g_assert_no_error (error);

  return counts;
}

static LpId
add_note (Fixture *self, const LpId *meeting, const LpNoteDraft *draft)
{
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpId id = { 0 };

  lp_note_create (changes, self->reader, meeting, draft, &id);
  test_commit (self->store, changes);

  return id;
}

static void
delete (Fixture *self, LpEntity entity, const LpId *id)
{
  LpChangeSet *changes = lp_change_set_new ("Test");

  lp_change_set_delete (changes, entity, &self->meeting, id);
  test_commit (self->store, changes);
}

static void
add_participant (Fixture *self, const char *name, const char *organisation)
{
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpId id = lp_id_new ();
  LpEdit *edit = lp_change_set_put (changes, LP_PARTICIPANT, &self->meeting, &id);

  lp_edit_text (edit, LP_PARTICIPANT_NAME, name);
  if (organisation != NULL)
    lp_edit_text (edit, LP_PARTICIPANT_ORGANISATION, organisation);
  test_commit (self->store, changes);
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  g_autoptr (LpCounts) counts = load (self);

  g_assert_cmpuint (counts->total, ==, 0);
  g_assert_cmpuint (counts->themes->len, ==, 0);
  g_assert_cmpuint (counts->tables->len, ==, 0);
  g_assert_cmpuint (counts->without_theme, ==, 0);
  g_assert_cmpint (counts->first_time, ==, 0);
  g_assert_cmpint (counts->last_time, ==, 0);
}

/* Three notes at two tables, one of them loose, beside what must not be counted. */
static void
add_notes (Fixture *self, const LpId *theme)
{
  LpId other = test_meeting (self->store, "Et andet");
  LpNoteDraft drafts[] = {
    { .kind = LP_KIND_DREAM, .text = "a", .table = 10, .perspective = "lived", .municipality = "Odense",
      .theme = *theme, .time = 3000 },
    { .kind = LP_KIND_STORY, .text = "b", .table = 2, .perspective = "expert", .municipality = "Odense",
      .theme = *theme, .time = 1000 },
    { .kind = LP_KIND_DREAM, .text = "c", .time = 2000 },
  };
  LpNoteDraft thrown = {
    .kind = LP_KIND_DREAM, .text = "d", .table = 3, .municipality = "Faxe", .theme = *theme, .time = 9000,
  };
  LpNoteDraft elsewhere = { .kind = LP_KIND_DREAM, .text = "e", .time = 500 };
  LpId deleted = add_note (self, &self->meeting, &thrown);

  for (guint i = 0; i < G_N_ELEMENTS (drafts); i++)
    add_note (self, &self->meeting, &drafts[i]);
  delete (self, LP_NOTE, &deleted);
  add_note (self, &other, &elsewhere);
}

static void
test_notes (Fixture *self, gconstpointer data)
{
  LpId theme = test_theme (self->store, &self->meeting, "Bolig");

  add_notes (self, &theme);

  g_autoptr (LpCounts) counts = load (self);

  g_assert_cmpuint (counts->total, ==, 3);
  g_assert_cmpuint (counts->kinds[LP_KIND_DREAM], ==, 2);
  g_assert_cmpuint (counts->kinds[LP_KIND_STORY], ==, 1);
  g_assert_cmpuint (counts->kinds[LP_KIND_CONCERN], ==, 0);
  g_assert_cmpuint (counts->perspectives[LP_PERSPECTIVE_LIVED], ==, 1);
  g_assert_cmpuint (counts->perspectives[LP_PERSPECTIVE_EXPERT], ==, 1);
  g_assert_cmpuint (counts->no_perspective, ==, 1);
  g_assert_cmpuint (counts->municipalities, ==, 1);
  g_assert_cmpint (counts->first_time, ==, 1000);
  g_assert_cmpint (counts->last_time, ==, 3000);
}

static void
test_tables (Fixture *self, gconstpointer data)
{
  static const LpTableCount expected[] = { { 0, 1 }, { 2, 1 }, { 10, 1 } };
  LpId theme = test_theme (self->store, &self->meeting, "Bolig");

  add_notes (self, &theme);

  g_autoptr (LpCounts) counts = load (self);

  g_assert_cmpuint (counts->tables->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < counts->tables->len; i++)
    {
      g_assert_cmpint (g_array_index (counts->tables, LpTableCount, i).table, ==, expected[i].table);
      g_assert_cmpuint (g_array_index (counts->tables, LpTableCount, i).total, ==, expected[i].total);
    }
}

static void
test_themes (Fixture *self, gconstpointer data)
{
  LpId full = test_theme (self->store, &self->meeting, "Bolig");
  LpId empty = test_theme (self->store, &self->meeting, "Tom");

  add_notes (self, &full);

  g_autoptr (LpCounts) counts = load (self);
  const LpThemeCount *first = NULL, *second = NULL, *loose = NULL;

  g_assert_cmpuint (counts->themes->len, ==, 3);
  first = counts->themes->pdata[0];
  second = counts->themes->pdata[1];
  loose = counts->themes->pdata[2];
  g_assert_true (lp_id_equal (&first->theme, &full));
  g_assert_cmpstr (first->name, ==, "Bolig");
  g_assert_cmpuint (first->kinds[LP_KIND_DREAM], ==, 1);
  g_assert_cmpuint (first->kinds[LP_KIND_STORY], ==, 1);
  g_assert_cmpuint (first->perspectives[LP_PERSPECTIVE_LIVED], ==, 1);
  g_assert_cmpuint (first->total, ==, 2);
  g_assert_true (lp_id_equal (&second->theme, &empty));
  g_assert_cmpuint (second->total, ==, 0);
  g_assert_false (lp_id_is_set (&loose->theme));
  g_assert_cmpstr (loose->name, ==, "");
  g_assert_cmpuint (loose->kinds[LP_KIND_DREAM], ==, 1);
  g_assert_cmpuint (loose->total, ==, 1);
  g_assert_cmpuint (counts->without_theme, ==, 1);
}

/* What is in a deleted theme is loose, and back with it. */
static void
test_deleted_theme (Fixture *self, gconstpointer data)
{
  LpId theme = test_theme (self->store, &self->meeting, "Bolig");

  add_notes (self, &theme);
  delete (self, LP_THEME, &theme);

  g_autoptr (LpCounts) without = load (self);

  g_assert_cmpuint (without->themes->len, ==, 1);
  g_assert_cmpuint (without->without_theme, ==, 3);

  g_assert_true (lp_store_undo (self->store, NULL));

  g_autoptr (LpCounts) with = load (self);

  g_assert_cmpuint (with->themes->len, ==, 2);
  g_assert_cmpuint (with->without_theme, ==, 1);
}

static void
test_participants (Fixture *self, gconstpointer data)
{
  add_participant (self, "A", "Udsatterådet i Faxe");
  add_participant (self, "B", "Udsatterådet i Faxe");
  add_participant (self, "C", "Udsatterådet i Vejle");
  add_participant (self, "D", "");
  add_participant (self, "E", NULL);

  g_autoptr (LpCounts) counts = load (self);

  g_assert_cmpuint (counts->participants, ==, 5);
  g_assert_cmpuint (counts->organisations, ==, 2);
}

static void
test_items (Fixture *self, gconstpointer data)
{
  g_autoptr (LpTemplate) template_ = lp_template_load ("local-council", NULL);
  LpChangeSet *changes = lp_change_set_new ("Test");

  lp_template_fill (template_, changes, &self->meeting);
  test_commit (self->store, changes);

  g_autoptr (LpCounts) counts = load (self);

  g_assert_cmpuint (counts->items, ==, 8);
}

#define add(path, function) \
  g_test_add ("/counts/" path, Fixture, NULL, test_meeting_set_up, function, test_meeting_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("empty", test_empty);
  add ("notes", test_notes);
  add ("tables", test_tables);
  add ("themes", test_themes);
  add ("deleted-theme", test_deleted_theme);
  add ("participants", test_participants);
  add ("items", test_items);

  return g_test_run ();
}
