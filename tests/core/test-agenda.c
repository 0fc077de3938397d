/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-agenda.h"

#include "lp-meeting.h"
#include "lp-prompt.h"
#include "lp-shorten.h"
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
add_story (Fixture *self, const LpId *meeting, gboolean consent)
{
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpId note = test_note (self->store, meeting, "En historie");
  LpEdit *edit = lp_change_set_put (changes, LP_NOTE, meeting, &note);

  lp_edit_text (edit, LP_NOTE_KIND, lp_kind_id (LP_KIND_STORY));
  lp_edit_int (edit, LP_NOTE_KEEP_TIME, 1);
  lp_edit_int (edit, LP_NOTE_APPROVED_TIME, 1);
  if (consent)
    lp_edit_int (edit, LP_NOTE_QUOTE_TIME, 1);
  test_commit (self->store, changes);
}

static void
set_panel (Fixture *self, const LpId *meeting, const LpId *panel)
{
  LpChangeSet *changes = lp_change_set_new ("Test");

  lp_edit_id (lp_change_set_put (changes, LP_MEETING, meeting, meeting), LP_MEETING_PANEL, panel);
  test_commit (self->store, changes);
}

#define assert_stories(self, meeting, expected) \
  G_STMT_START { \
    g_autofree char *found = lp_agenda_prompt_in (self->reader, meeting, "{count}, {left}, {today}", 0); \
    g_assert_cmpstr (found, ==, expected); \
  } G_STMT_END

/* Those of the panel count whose tellers agreed; of them, those of this meeting were added today. */
static void
test_stories (Fixture *self, gconstpointer data)
{
  LpId other = test_meeting (self->store, "Stand");
  LpId foreign = test_meeting (self->store, "Another panel");
  LpId panel = lp_id_new ();
  LpId another_panel = lp_id_new ();

  add_story (self, &self->meeting, TRUE);
  add_story (self, &self->meeting, FALSE);
  add_story (self, &other, TRUE);
  add_story (self, &other, TRUE);
  add_story (self, &foreign, TRUE);
  test_note (self->store, &self->meeting, "Ingen historie");
  assert_stories (self, &self->meeting, "1, 1000, 1");

  set_panel (self, &self->meeting, &panel);
  set_panel (self, &other, &panel);
  set_panel (self, &foreign, &another_panel);
  assert_stories (self, &self->meeting, "3, 998, 1");
  assert_stories (self, &other, "3, 998, 2");
  assert_stories (self, &foreign, "1, 1000, 1");
}

static LpRecord *
load_item (Fixture *self, const char *method, int minutes)
{
  LpId id = add_item (self, NULL, "x");
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpEdit *edit = lp_change_set_put (changes, LP_AGENDA_ITEM, &self->meeting, &id);

  lp_edit_text (edit, LP_AGENDA_ITEM_METHOD, method);
  lp_edit_int (edit, LP_AGENDA_ITEM_MINUTES, minutes);
  test_commit (self->store, changes);
  return test_load (self->store, LP_AGENDA_ITEM, &id);
}

static char *
print_cuts (GPtrArray *items, int over)
{
  g_autoptr (GArray) cuts = lp_shorten_suggest (items, over);
  GString *printed = g_string_new (NULL);

  for (guint i = 0; i < cuts->len; i++)
    {
      LpShortening *cut = &g_array_index (cuts, LpShortening, i);

      g_string_append_printf (printed, "%u:%d-%d ", cut->position, cut->minutes, cut->cut);
    }
  return g_string_free_and_steal (printed);
}

#define assert_cuts(items, over, expected) \
  G_STMT_START { \
    g_autofree char *found = print_cuts (items, over); \
    g_assert_cmpstr (found, ==, expected); \
  } G_STMT_END

static void
test_shorten (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (items, load_item (self, "break", 90));
  g_ptr_array_add (items, load_item (self, "agreement", 30));
  g_ptr_array_add (items, load_item (self, "round", 45));
  g_ptr_array_add (items, load_item (self, "plenary", 10));
  g_ptr_array_add (items, load_item (self, "table-work", 60));

  assert_cuts (items, 0, "");
  assert_cuts (items, -10, "");
  assert_cuts (items, 5, "4:60-5 ");
  assert_cuts (items, 10, "2:45-5 4:60-5 ");
  assert_cuts (items, 12, "2:45-5 4:60-7 ");
  assert_cuts (items, 35, "2:45-15 4:60-20 ");
  assert_cuts (items, 500, "2:45-15 4:60-20 ");
}

/* In steps, so that two thirds stay at the least. */
static int
most_to_give (LpRecord *item)
{
  const char *method = lp_record_text (item, LP_AGENDA_ITEM_METHOD);
  int minutes = (int) lp_record_int (item, LP_AGENDA_ITEM_MINUTES);
  int stays = 5;

  while (stays * 3 < minutes * 2)
    stays += 5;
  return g_str_equal (method, "break") || g_str_equal (method, "agreement") ? 0 : MAX (0, minutes - stays);
}

static void
test_shorten_third (Fixture *self, gconstpointer data)
{
  for (int minutes = 0; minutes <= 120; minutes++)
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GArray) cuts = NULL;

      g_ptr_array_add (items, load_item (self, "round", minutes));
      cuts = lp_shorten_suggest (items, 500);
      if (cuts->len > 0)
        g_assert_cmpint (g_array_index (cuts, LpShortening, 0).cut * 3, <=, minutes);
      g_assert_cmpint (cuts->len > 0 ? g_array_index (cuts, LpShortening, 0).cut : 0, ==,
                       most_to_give (items->pdata[0]));
    }
}

/* Never a break, never more than a third, never more than is needed; and nothing is left that could be given. */
static void
test_shorten_always (Fixture *self, gconstpointer data)
{
  static const char *const methods[] = { "break", "agreement", "round", "talk" };
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  int most = 0;

  for (guint i = 0; i < 12; i++)
    g_ptr_array_add (items, load_item (self, methods[g_test_rand_int_range (0, 4)],
                                       g_test_rand_int_range (0, 120)));
  for (guint i = 0; i < items->len; i++)
    most += most_to_give (items->pdata[i]);
  for (int over = 0; over < 300; over += 7)
    {
      g_autoptr (GArray) cuts = lp_shorten_suggest (items, over);
      int sum = 0;

      for (guint i = 0; i < cuts->len; i++)
        {
          LpShortening *cut = &g_array_index (cuts, LpShortening, i);
          const char *method = lp_record_text (items->pdata[cut->position], LP_AGENDA_ITEM_METHOD);

          g_assert_true (g_str_equal (method, "round") || g_str_equal (method, "talk"));
          g_assert_cmpint (cut->cut, >, 0);
          g_assert_cmpint (cut->cut * 3, <=, cut->minutes);
          sum += cut->cut;
        }
      g_assert_cmpint (sum, ==, MIN (over, most));
    }
}

static void
test_prompt (void)
{
  LpStoryGoal stories = { .stories = 962, .today = 4, .wanted = 1001 };
  LpStoryGoal past = { .stories = 1002, .wanted = 1001 };
  g_autofree char *filled = lp_prompt_fill ("Pause til kl. {end}. {end}!", 11 * 60 + 5, NULL);
  g_autofree char *plain = lp_prompt_fill ("Hvad er du bekymret for?", 0, NULL);
  g_autofree char *unknown = lp_prompt_fill ("{count} og {left}", 0, NULL);
  g_autofree char *known = lp_prompt_fill ("{count}, {left}, {today}", 0, &stories);
  g_autofree char *reached = lp_prompt_fill ("{left}", 0, &past);

  g_assert_cmpstr (filled, ==, "Pause til kl. 11:05. 11:05!");
  g_assert_cmpstr (plain, ==, "Hvad er du bekymret for?");
  g_assert_cmpstr (unknown, ==, "… og …");
  g_assert_cmpstr (known, ==, "962, 39, 4");
  g_assert_cmpstr (reached, ==, "0");
}

/* Stories are counted only for a question that tells how many there are. */
static void
test_prompt_tells_stories (void)
{
  g_assert_true (lp_prompt_tells_stories ("Vi er nået til nr. {count}"));
  g_assert_true (lp_prompt_tells_stories ("{left} tilbage"));
  g_assert_true (lp_prompt_tells_stories ("{today} i dag"));
  g_assert_false (lp_prompt_tells_stories ("Pause til {end}"));
  g_assert_false (lp_prompt_tells_stories ("Hvad {drømmer} du om?"));
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
  add ("stories", test_stories);
  add ("shorten", test_shorten);
  add ("shorten-third", test_shorten_third);
  add ("shorten-always", test_shorten_always);
  g_test_add_func ("/agenda/times-odd", test_times_odd);
  g_test_add_func ("/agenda/prompt", test_prompt);
  g_test_add_func ("/agenda/prompt-tells-stories", test_prompt_tells_stories);

  return g_test_run ();
}
