/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "lp-meeting.h"
#include "lp-screens.h"
#include "lp-slide-fit.h"
#include "lp-slide-words.h"
#include "test-util.h"

/* What the big screen says, and how it finds its size: all of it without a screen. */

/* --- Size and lines --- */

static gboolean
fits_cb (double size, gpointer data)
{
  return size <= *(double *) data;
}

static void
test_fit (void)
{
  static const struct {
    double room;
    double expected;
  } cases[] = { { 200, 118 }, { 118, 118 }, { 90, 90 }, { 41, 41 }, { 40, 40 }, { 3, 40 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double room = cases[i].room;
      double size = lp_slide_fit (118, 40, fits_cb, &room);

      g_assert_cmpfloat (size, <=, cases[i].expected);
      g_assert_cmpfloat (size, >, cases[i].expected - 1);
      g_assert_true (size == 40 || fits_cb (size, &room));
    }
}

static void
check_break (const char *question, const char *expected)
{
  g_autofree char *broken = lp_slide_break_question (question);

  g_assert_cmpstr (broken, ==, expected);
}

static void
test_break (void)
{
  check_break ("Hvornår blev du virkelig hørt – og hvad gjorde forskellen?",
               "Hvornår blev du virkelig hørt\u00a0–\nog hvad gjorde forskellen?");
  check_break ("Hvem – og hvornår?", "Hvem – og hvornår?");
  check_break ("Hvad drømmer du om for fremtidens socialpolitik?", "Hvad drømmer du om for fremtidens socialpolitik?");
  check_break ("When were you heard — and what made the difference?",
               "When were you heard\u00a0—\nand what made the difference?");
  check_break ("Hvad gik galt – for hvem – og hvad skal der ske i stedet for?",
               "Hvad gik galt – for hvem\u00a0–\nog hvad skal der ske i stedet for?");
  check_break ("A bruger- og praktikerpanel of well-known people", "A bruger- og praktikerpanel of well-known people");
  check_break ("Its own\nlines – are kept as they are", "Its own\nlines – are kept as they are");
  check_break ("", "");
  check_break ("nothing comes after the last dash –", "nothing comes after the last dash –");
}

/* --- Words --- */

static void
check_clock (gint64 left, const char *expected)
{
  g_autofree char *clock = lp_slide_words_clock (left);

  g_assert_cmpstr (clock, ==, expected);
}

static void
test_clock (void)
{
  check_clock (50 * LP_RUN_MINUTE, "50:00");
  check_clock (50 * LP_RUN_MINUTE - 1, "50:00");
  check_clock (252 * 1000, "4:12");
  check_clock (251 * 1000 + 1, "4:12");
  check_clock (1, "0:01");
  check_clock (0, "0:00");
  check_clock (-1, "0:00");
  check_clock (-999, "0:00");
  check_clock (-1000, "0:01");
  check_clock (-160 * 1000, "2:40");
  check_clock (60 * LP_RUN_MINUTE - 1000, "59:59");
  check_clock (60 * LP_RUN_MINUTE, "1:00:00");
  check_clock (64 * LP_RUN_MINUTE + 12000, "1:04:12");
  check_clock (-150 * LP_RUN_MINUTE, "2:30:00");
}

#define BEGIN (G_GINT64_CONSTANT (1795600800) * 1000)

typedef struct {
  TestFolder *folder;
  LpStore    *store;
  LpId        meeting;
  LpRecord   *record;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = test_folder_new ();
  self->store = test_store_open (self->folder->database);
  self->meeting = test_meeting (self->store, "Kick-off");
  self->record = test_load (self->store, LP_MEETING, &self->meeting);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->record);
  test_store_close (self->store);
  test_folder_free (self->folder);
}

static LpRecord *
make_item (Fixture *self, const char *title, const char *prompt, const char *method, const char *kinds)
{
  LpChangeSet *changes = lp_change_set_new ("Item");
  LpId id = lp_id_new ();
  LpEdit *edit = lp_change_set_put (changes, LP_AGENDA_ITEM, &self->meeting, &id);

  lp_edit_text (edit, LP_AGENDA_ITEM_TITLE, title);
  lp_edit_text (edit, LP_AGENDA_ITEM_PROMPT, prompt);
  lp_edit_text (edit, LP_AGENDA_ITEM_METHOD, method);
  lp_edit_text (edit, LP_AGENDA_ITEM_KINDS, kinds);
  lp_edit_int (edit, LP_AGENDA_ITEM_MINUTES, 50);
  test_commit (self->store, changes);

  return test_load (self->store, LP_AGENDA_ITEM, &id);
}

/* One item, begun at BEGIN, and what was done so many seconds after it; -1: nothing. */
static LpSlideWords *
say (Fixture *self, LpRecord *item, int seconds, LpRunAct act, int act_seconds)
{
  LpRunPlan plan = { .id = *lp_record_get_id (item), .minutes = 50,
                     .is_break = g_str_equal (lp_record_text (item, LP_AGENDA_ITEM_METHOD), "break") };
  LpRunEvent events[] = {
    { .act = LP_RUN_GO, .item = *lp_record_get_id (item), .time = BEGIN },
    { .act = act, .time = BEGIN + act_seconds * 1000 },
  };
  LpStoryGoal stories = { .stories = 962, .today = 4, .wanted = 1001 };
  gint64 time = BEGIN + seconds * 1000;
  g_autoptr (LpRunState) state = lp_run_state_new (&plan, 1, BEGIN, events, seconds < 0 ? 0 : act_seconds < 0 ? 1 : 2, time);

  return lp_slide_words_new (state, self->record, state->now >= 0 ? item : NULL, &stories, time);
}

static char *
print_time (int minutes, const char *format)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (BEGIN / 1000 + minutes * 60);
  g_autofree char *clock = g_date_time_format (time, "%H:%M");
  g_auto (GStrv) parts = g_strsplit (format, "#", 2);

  return g_strjoinv (clock, parts);
}

static void
check_words (LpSlideWords *words, const char *heading, const char *question, const char *clock, const char *left, const char *end)
{
  g_assert_cmpstr (words->heading, ==, heading);
  g_assert_cmpstr (words->question, ==, question);
  g_assert_cmpstr (words->clock, ==, clock);
  g_assert_cmpstr (words->left, ==, left);
  g_assert_cmpstr (words->end, ==, end);
  lp_slide_words_free (words);
}

static void
test_hours (Fixture *self, gconstpointer data)
{
  g_autoptr (LpRecord) item = make_item (self, "A talk", NULL, "talk", NULL);
  LpRunPlan plan = { .id = *lp_record_get_id (item), .minutes = 90 };
  LpRunEvent event = { .act = LP_RUN_GO, .item = plan.id, .time = BEGIN };
  static const struct {
    int         seconds;
    const char *clock, *left;
  } cases[] = { { 0, "1:30:00", "hours left" }, { 30 * 60, "1:00:00", "hours left" },
                { 30 * 60 + 1, "59:59", "minutes left" }, { 90 * 60, "0:00", "minutes left" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 time = BEGIN + cases[i].seconds * 1000;
      g_autoptr (LpRunState) state = lp_run_state_new (&plan, 1, BEGIN, &event, 1, time);
      g_autoptr (LpSlideWords) words = lp_slide_words_new (state, self->record, item, NULL, time);

      g_assert_cmpstr (words->clock, ==, cases[i].clock);
      g_assert_cmpstr (words->left, ==, cases[i].left);
    }
}

static void
test_item (Fixture *self, gconstpointer data)
{
  g_autoptr (LpRecord) item = make_item (self, "Café", "When were you heard?", "world-cafe", "experience story");
  g_autofree char *finish = print_time (50, "We finish at #");
  LpSlideWords *words = say (self, item, 45 * 60 + 48, LP_RUN_GO, -1);

  g_assert_cmpstr (words->invitation, ==, "Write, draw or say it out loud");
  check_words (words, "Café", "When were you heard?", "4:12", "minutes left", finish);
  check_words (say (self, item, 52 * 60 + 40, LP_RUN_GO, -1), "Café", "When were you heard?", "2:40", "over time", NULL);
  check_words (say (self, item, 600, LP_RUN_PAUSE, 300), "Café", "When were you heard?", "45:00", "minutes left",
               "The clock is paused");
}

static void
set_fact (Fixture *self, LpRecord **item, const char *fact, const char *source)
{
  LpChangeSet *changes = lp_change_set_new ("Fact");
  LpEdit *edit = lp_change_set_put (changes, LP_AGENDA_ITEM, &self->meeting, lp_record_get_id (*item));
  LpId id = *lp_record_get_id (*item);

  lp_edit_text (edit, LP_AGENDA_ITEM_FACT, fact);
  lp_edit_text (edit, LP_AGENDA_ITEM_FACT_SOURCE, source);
  test_commit (self->store, changes);
  g_object_unref (*item);
  *item = test_load (self->store, LP_AGENDA_ITEM, &id);
}

static void
check_fact (Fixture *self, LpRecord *item, int seconds, const char *fact, const char *source)
{
  g_autoptr (LpSlideWords) words = say (self, item, seconds, LP_RUN_GO, -1);

  g_assert_cmpstr (words->fact, ==, fact);
  g_assert_cmpstr (words->source, ==, source);
}

/* While the item is under way, and never without saying where it comes from. */
static void
test_fact (Fixture *self, gconstpointer data)
{
  g_autoptr (LpRecord) item = make_item (self, "Café", "When were you heard?", "world-cafe", "experience");

  check_fact (self, item, 60, NULL, NULL);
  set_fact (self, &item, "79 of 98 municipalities have a council", "The council, 2026");
  check_fact (self, item, 60, "79 of 98 municipalities have a council", "Source: The council, 2026");
  check_fact (self, item, 51 * 60, "79 of 98 municipalities have a council", "Source: The council, 2026");
  check_fact (self, item, -60, NULL, NULL);
  set_fact (self, &item, "79 of 98 municipalities have a council", "");
  check_fact (self, item, 60, "79 of 98 municipalities have a council", "Source missing");
  set_fact (self, &item, "", "The council, 2026");
  check_fact (self, item, 60, NULL, NULL);
}

/* As the slide of the stories says it. */
static void
test_stories (Fixture *self, gconstpointer data)
{
  g_autoptr (LpRecord) item =
      make_item (self, "Stories", "{today} today, {count} in all, {left} to go", "round", NULL);
  g_autofree char *finish = print_time (50, "We finish at #");

  check_words (say (self, item, 0, LP_RUN_GO, -1), "Stories", "4 today, 962 in all, 39 to go", "50:00",
               "minutes left", finish);
}

/* What has no question of its own says what it is. */
static void
test_no_question (Fixture *self, gconstpointer data)
{
  g_autoptr (LpRecord) item = make_item (self, "A talk", NULL, "talk", NULL);
  g_autofree char *finish = print_time (50, "We finish at #");
  LpSlideWords *words = say (self, item, 0, LP_RUN_GO, -1);

  g_assert_null (words->invitation);
  check_words (words, NULL, "A talk", "50:00", "minutes left", finish);
}

static void
test_break_words (Fixture *self, gconstpointer data)
{
  g_autoptr (LpRecord) plain = make_item (self, "Coffee", NULL, "break", NULL);
  g_autoptr (LpRecord) asked = make_item (self, "Coffee", "Coffee until {end}", "break", NULL);
  g_autofree char *question = print_time (50, "Break – we go on at #");
  g_autofree char *prompt = print_time (50, "Coffee until #");
  g_autofree char *end = print_time (50, "We go on at #");

  check_words (say (self, plain, 0, LP_RUN_GO, -1), NULL, question, "50:00", "minutes left", end);
  check_words (say (self, plain, 51 * 60, LP_RUN_GO, -1), NULL, "Break – we go on in a moment", "1:00", "over time", NULL);
  check_words (say (self, asked, 0, LP_RUN_GO, -1), "Coffee", prompt, "50:00", "minutes left", end);
  check_words (say (self, asked, 51 * 60, LP_RUN_GO, -1), "Coffee", prompt, "1:00", "over time", NULL);
}

static void
test_before_and_after (Fixture *self, gconstpointer data)
{
  g_autoptr (LpRecord) item = make_item (self, "Welcome", NULL, "talk", NULL);
  g_autofree char *begin = print_time (0, "We begin at #");

  check_words (say (self, item, -60, LP_RUN_GO, -1), NULL, "Kick-off", NULL, NULL, begin);
  check_words (say (self, item, 600, LP_RUN_END, 300), NULL, "Thank you for today", NULL, NULL, NULL);
}

static guint
bits (LpKind one, LpKind other)
{
  return 1u << one | 1u << other;
}

static void
test_kinds (Fixture *self, gconstpointer data)
{
  static const struct {
    const char *kinds;
    LpKind      one, other;
  } cases[] = {
    { NULL, LP_KIND_DREAM, LP_KIND_CONCERN },
    { "dream", LP_KIND_DREAM, LP_KIND_CONCERN },
    { "concern", LP_KIND_DREAM, LP_KIND_CONCERN },
    { "experience story", LP_KIND_EXPERIENCE, LP_KIND_STORY },
    { "proposal", LP_KIND_PROPOSAL, LP_KIND_PROPOSAL },
    { "dream concern experience proposal story", LP_KIND_DREAM, LP_KIND_CONCERN },
  };

  g_assert_cmpuint (lp_slide_words_kinds (NULL), ==, bits (LP_KIND_DREAM, LP_KIND_CONCERN));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LpRecord) item = make_item (self, "Round", NULL, "round", cases[i].kinds);

      g_assert_cmpuint (lp_slide_words_kinds (item), ==, bits (cases[i].one, cases[i].other));
    }
}

/* --- Screens --- */

static void
test_screens (void)
{
  static const char *const names[] = { "eDP-1", "HDMI-1", "DP-2" };

  g_assert_cmpint (lp_screens_choose (names, 1, 0, LP_SCREENS_OTHER), ==, -1);
  g_assert_cmpint (lp_screens_choose (names, 2, 0, LP_SCREENS_OTHER), ==, 1);
  g_assert_cmpint (lp_screens_choose (names, 2, 1, LP_SCREENS_OTHER), ==, 0);
  g_assert_cmpint (lp_screens_choose (names, 2, -1, LP_SCREENS_OTHER), ==, 1);
  g_assert_cmpint (lp_screens_choose (names, 3, 0, "DP-2"), ==, 2);
  g_assert_cmpint (lp_screens_choose (names, 3, 0, LP_SCREENS_WINDOW), ==, -1);
  g_assert_cmpint (lp_screens_choose (names, 3, 0, "eDP-1"), ==, 0);
  g_assert_cmpint (lp_screens_choose (names, 1, 0, "eDP-1"), ==, 0);
  /* unplugged */
  g_assert_cmpint (lp_screens_choose (names, 2, 0, "DP-2"), ==, 1);
  g_assert_cmpint (lp_screens_choose (names, 1, 0, "DP-2"), ==, -1);
  g_assert_cmpint (lp_screens_choose (names, 0, -1, "DP-2"), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  g_test_add_func ("/slide/fit", test_fit);
  g_test_add_func ("/slide/break", test_break);
  g_test_add_func ("/slide/clock", test_clock);
  g_test_add_func ("/slide/screens", test_screens);
  ADD ("/slide/item", test_item);
  ADD ("/slide/hours", test_hours);
  ADD ("/slide/fact", test_fact);
  ADD ("/slide/stories", test_stories);
  ADD ("/slide/no-question", test_no_question);
  ADD ("/slide/break-words", test_break_words);
  ADD ("/slide/before-and-after", test_before_and_after);
  ADD ("/slide/kinds", test_kinds);

  return g_test_run ();
}
