/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-agenda.h"

#include "lp-meeting.h"
#include "test-util.h"

typedef TestMeeting Fixture;

static LpId
add_item (Fixture *self, const LpId *after, const char *title)
{
  g_autoptr (GError) error = NULL;
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpId item = { 0 };
  LpEdit *edit = lp_agenda_add (changes, self->reader, &self->meeting, after, &item, &error);

  g_assert_no_error (error);
  lp_edit_text (edit, LP_AGENDA_ITEM_TITLE, title);
  test_commit (self->store, changes);

  return item;
}

static void
move (Fixture *self, const LpId *item, guint position)
{
  g_autoptr (GError) error = NULL;
  LpChangeSet *changes = lp_change_set_new ("Test");

  g_assert_true (lp_agenda_move (changes, self->reader, &self->meeting, item, position, &error));
  g_assert_no_error (error);
  test_commit (self->store, changes);
}

static char *
titles (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpQuery) query = NULL;
  GString *all = g_string_new (NULL);

  query = lp_reader_query (self->reader,
                           "SELECT title FROM agenda_item WHERE deleted = 0 ORDER BY rank, num");
  while (lp_query_next (query, &error))
    g_string_append (all, lp_query_text (query, 0));
  g_assert_no_error (error);

  return g_string_free_and_steal (all);
}

#define assert_titles(self, expected) \
  G_STMT_START { \
    g_autofree char *found = titles (self); \
    g_assert_cmpstr (found, ==, expected); \
  } G_STMT_END

static void
test_add (Fixture *self, gconstpointer data)
{
  LpId a = add_item (self, NULL, "a");
  LpId c = add_item (self, NULL, "c");

  add_item (self, &a, "b");
  add_item (self, &c, "d");
  assert_titles (self, "abcd");
}

static void
test_move (Fixture *self, gconstpointer data)
{
  LpId a = add_item (self, NULL, "a");
  LpId b = add_item (self, NULL, "b");
  LpId c = add_item (self, NULL, "c");

  move (self, &a, 2);
  assert_titles (self, "bca");
  move (self, &a, 0);
  assert_titles (self, "abc");
  move (self, &a, 1);
  assert_titles (self, "bac");
  move (self, &c, 99);
  assert_titles (self, "bac");
  move (self, &b, 99);
  assert_titles (self, "acb");
}

static void
test_move_nowhere (Fixture *self, gconstpointer data)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new ("Test");
  LpId a = add_item (self, NULL, "a");

  g_assert_true (lp_agenda_move (changes, self->reader, &self->meeting, &a, 0, NULL));
  g_assert_true (lp_change_set_is_empty (changes));
}

/* Two machines gave the same rank: there is a place after both, and before both. */
static void
test_equal_ranks (Fixture *self, gconstpointer data)
{
  LpId a = add_item (self, NULL, "a");
  LpId b = add_item (self, NULL, "b");
  LpId c = add_item (self, NULL, "c");
  LpChangeSet *changes = lp_change_set_new ("Test");
  g_autoptr (LpRecord) record = test_load (self->store, LP_AGENDA_ITEM, &a);

  lp_edit_text (lp_change_set_put (changes, LP_AGENDA_ITEM, &self->meeting, &b), LP_AGENDA_ITEM_RANK,
                lp_record_text (record, LP_AGENDA_ITEM_RANK));
  test_commit (self->store, changes);
  assert_titles (self, "abc");
  add_item (self, &a, "x");
  assert_titles (self, "abxc");
  move (self, &c, 0);
  assert_titles (self, "cabx");
}

static void
test_gone (Fixture *self, gconstpointer data)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new ("Test");
  g_autoptr (GError) add_error = NULL;
  g_autoptr (GError) move_error = NULL;
  LpId nobody = lp_id_new ();
  LpId item = { 0 };

  g_assert_null (lp_agenda_add (changes, self->reader, &self->meeting, &nobody, &item, &add_error));
  g_assert_error (add_error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND);
  g_assert_false (lp_agenda_move (changes, self->reader, &self->meeting, &nobody, 0, &move_error));
  g_assert_error (move_error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND);
  g_assert_true (lp_change_set_is_empty (changes));
}

/* The kick-off as the template has it. */
static void
test_times (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpTemplate) template_ = lp_template_load_in ("landspanel-kickoff", "en", &error);
  g_autoptr (GPtrArray) items = NULL;
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpAgendaTimes times = lp_agenda_times_begin (9 * 60);
  int starts[15] = { 0 };

  g_assert_no_error (error);
  lp_template_fill (template_, changes, &self->meeting);
  test_commit (self->store, changes);
  items = lp_reader_load_all (self->reader, LP_AGENDA_ITEM,
                              "SELECT num FROM agenda_item WHERE space = ?1 ORDER BY rank",
                              &self->meeting, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, G_N_ELEMENTS (starts));
  for (guint i = 0; i < items->len; i++)
    starts[i] = lp_agenda_times_add_item (&times, items->pdata[i]);

  g_assert_cmpint (starts[0], ==, 9 * 60);
  g_assert_cmpint (starts[1], ==, 9 * 60 + 30);
  g_assert_cmpint (starts[14], ==, 14 * 60 + 50);
  g_assert_cmpint (times.end, ==, 15 * 60);
  g_assert_cmpint (times.breaks, ==, 30 + 10 + 45 + 10);
  g_assert_cmpint (times.captures, ==, 45 + 35 + 50 + 30 + 10);
}

static void
test_times_odd (void)
{
  LpAgendaTimes times = lp_agenda_times_begin (23 * 60);

  g_assert_cmpint (times.end, ==, 23 * 60);
  g_assert_cmpint (lp_agenda_times_add (&times, -5, FALSE, FALSE), ==, 23 * 60);
  g_assert_cmpint (lp_agenda_times_add (&times, 90, FALSE, TRUE), ==, 23 * 60);
  g_assert_cmpint (lp_agenda_times_add (&times, 10, TRUE, TRUE), ==, 24 * 60 + 30);
  g_assert_cmpint (times.end, ==, 24 * 60 + 40);
  g_assert_cmpint (times.breaks, ==, 10);
  g_assert_cmpint (times.captures, ==, 100);
}

static void
test_prompt (void)
{
  g_autofree char *filled = lp_agenda_prompt ("Pause til kl. {end}. {end}!", 11 * 60 + 5);
  g_autofree char *plain = lp_agenda_prompt ("Hvad er du bekymret for?", 0);

  g_assert_cmpstr (filled, ==, "Pause til kl. 11:05. 11:05!");
  g_assert_cmpstr (plain, ==, "Hvad er du bekymret for?");
}

#define add(path, function) \
  g_test_add ("/agenda/" path, Fixture, NULL, test_meeting_set_up, function, test_meeting_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("add", test_add);
  add ("move", test_move);
  add ("move-nowhere", test_move_nowhere);
  add ("equal-ranks", test_equal_ranks);
  add ("gone", test_gone);
  add ("times", test_times);
  g_test_add_func ("/agenda/times-odd", test_times_odd);
  g_test_add_func ("/agenda/prompt", test_prompt);

  return g_test_run ();
}
