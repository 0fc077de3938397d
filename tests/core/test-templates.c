/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-templates.h"

#include "lp-meeting.h"
#include "test-util.h"

#include <glib/gstdio.h>
#include <string.h>

/* One's own templates: kept in files, passed on as files. */

typedef struct {
  TestFolder *folder;
  LpStore    *store;
  char       *templates;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = test_folder_new ();
  self->store = test_store_open (self->folder->database);
  self->templates = lp_templates_folder (self->folder->database);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_free (self->templates);
  test_store_close (self->store);
  test_folder_free (self->folder);
}

static LpId
make_meeting (Fixture *self, LpTemplate *template_, const char *title)
{
  g_autoptr (GError) error = NULL;
  LpMeetingDraft draft = { .title = title, .date = "2026-11-24", .place = "Nyborg", .start = -1 };
  LpId meeting = { 0 };
  LpChangeSet *changes = lp_meeting_create (lp_store_get_reader (self->store), template_, &draft, &meeting, &error);

  g_assert_no_error (error);
  test_commit (self->store, changes);
  return meeting;
}

static LpTemplate *
from_meeting (Fixture *self, const LpId *meeting)
{
  g_autoptr (GError) error = NULL;
  LpTemplate *template_ = lp_template_from_meeting (lp_store_get_reader (self->store), meeting, &error);

  g_assert_no_error (error);
  return template_;
}

static void
assert_same (LpTemplate *a, LpTemplate *b)
{
  g_assert_cmpstr (lp_template_get_purpose (a), ==, lp_template_get_purpose (b));
  g_assert_cmpstr (lp_template_get_panel (a), ==, lp_template_get_panel (b));
  g_assert_cmpint (lp_template_get_start (a), ==, lp_template_get_start (b));
  g_assert_cmpint (lp_template_get_hired (a), ==, lp_template_get_hired (b));
  g_assert_cmpint (lp_template_get_tables (a), ==, lp_template_get_tables (b));
  g_assert_cmpuint (lp_template_get_n_items (a), ==, lp_template_get_n_items (b));
  for (guint i = 0; i < lp_template_get_n_items (a); i++)
    {
      const LpTemplateItem *x = lp_template_get_item (a, i);
      const LpTemplateItem *y = lp_template_get_item (b, i);

      g_assert_cmpstr (x->title, ==, y->title);
      g_assert_cmpstr (x->prompt, ==, y->prompt);
      g_assert_cmpstr (x->guide, ==, y->guide);
      g_assert_cmpstr (x->kinds, ==, y->kinds);
      g_assert_cmpstr (x->fact, ==, y->fact);
      g_assert_cmpstr (x->fact_source, ==, y->fact_source);
      g_assert_cmpint (x->method, ==, y->method);
      g_assert_cmpint (x->minutes, ==, y->minutes);
    }
}

/* A figure with its source, and an hour less of the room than the day takes: both are kept. */
static void
change_meeting (Fixture *self, const LpId *meeting)
{
  LpReader *reader = lp_store_get_reader (self->store);
  g_autoptr (GPtrArray) items = lp_reader_load_all (
      reader, LP_AGENDA_ITEM, "SELECT num FROM agenda_item WHERE space = ?1 ORDER BY rank", meeting, NULL);
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpEdit *edit = lp_change_set_put (changes, LP_AGENDA_ITEM, meeting, lp_record_get_id (items->pdata[1]));

  lp_edit_text (edit, LP_AGENDA_ITEM_FACT, "79 af 98 kommuner har et udsatteråd");
  lp_edit_text (edit, LP_AGENDA_ITEM_FACT_SOURCE, "Rådets \"optælling\", 2026");
  lp_edit_int (lp_change_set_put (changes, LP_MEETING, meeting, meeting), LP_MEETING_LIMIT, 14 * 60 + 30);
  lp_change_set_delete (changes, LP_AGENDA_ITEM, meeting, lp_record_get_id (items->pdata[2]));
  test_commit (self->store, changes);
}

/* Meeting → template → file → template → meeting → template: nothing is lost on the way. */
static void
test_round_trip (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpTemplate) shipped = lp_template_load_in ("landspanel-kickoff", "da", &error);
  LpId meeting = make_meeting (self, shipped, "Kick-off i Ærø & \"omegn\"");
  g_autoptr (LpTemplate) first = NULL;
  g_autoptr (LpTemplate) added = NULL;
  g_autoptr (GPtrArray) all = NULL;
  LpTemplate *kept = NULL;

  change_meeting (self, &meeting);
  first = from_meeting (self, &meeting);
  g_assert_cmpuint (lp_template_get_n_items (first), ==, lp_template_get_n_items (shipped) - 1);
  g_assert_cmpint (lp_template_get_hired (first), ==, 5 * 60);

  added = lp_templates_add (self->templates, first, "  Vores dag på Ærø!  ", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (lp_template_get_id (added), ==, "vores-dag-paa-aeroe");
  all = lp_templates_load (self->templates, NULL);
  g_assert_cmpuint (all->len, ==, 1);
  kept = all->pdata[0];
  g_assert_cmpstr (lp_template_get_title (kept), ==, "Vores dag på Ærø!");
  g_assert_cmpstr (lp_template_get_id (kept), ==, "vores-dag-paa-aeroe");
  assert_same (first, kept);

  LpId again = make_meeting (self, kept, "Næste gang");
  g_autoptr (LpTemplate) second = from_meeting (self, &again);

  assert_same (first, second);
}

static guint
count_files (Fixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->templates, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_names (Fixture *self, gconstpointer data)
{
  static const char *const names[][2] = { { "Møde", "moede" },
                                          { "Møde", "moede-2" },
                                          { "¡!", "template" },
                                          { "landspanel-kickoff", "landspanel-kickoff-2" },
                                          { "../../ude", "ude" } };
  g_autoptr (LpTemplate) shipped = lp_template_load_in ("story-stand", "en", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (LpTemplate) added = lp_templates_add (self->templates, shipped, names[i][0], &error);
      g_autoptr (LpTemplate) found = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (lp_template_get_id (added), ==, names[i][1]);
      found = lp_templates_find (self->templates, names[i][1], &error);
      g_assert_no_error (error);
      g_assert_cmpstr (lp_template_get_title (found), ==, names[i][0]);
    }
  g_assert_cmpuint (count_files (self), ==, G_N_ELEMENTS (names));
  g_assert_null (lp_templates_add (self->templates, shipped, " \t", &error));
  g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID);
}

static void
test_rename_and_remove (Fixture *self, gconstpointer data)
{
  g_autoptr (LpTemplate) shipped = lp_template_load_in ("story-stand", "da", NULL);
  g_autoptr (LpTemplate) added = lp_templates_add (self->templates, shipped, "Stand", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LpTemplate) renamed = NULL;
  g_autoptr (LpTemplate) restored = NULL;

  g_assert_false (lp_templates_rename (added, "", &error));
  g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (lp_templates_rename (added, "Boden", &error));
  renamed = lp_templates_find (self->templates, "stand", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (lp_template_get_title (renamed), ==, "Boden");
  assert_same (renamed, shipped);

  g_assert_true (lp_templates_remove (renamed, &error));
  g_assert_true (lp_templates_remove (renamed, &error));
  g_assert_cmpuint (count_files (self), ==, 0);
  g_assert_true (lp_templates_restore (renamed, &error));
  restored = lp_templates_find (self->templates, "stand", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (lp_template_get_title (restored), ==, "Boden");
}

#define HEAD "{\"format\": \"landspanel-templates\", \"version\": 1, \"templates\": ["
#define ITEM(text) HEAD "{\"title\": \"Dag\", \"items\": [{\"title\": \"A\", \"method\": \"talk\", \"minutes\": 5}, " text "]}]}"

static const struct {
  const char *content;
  const char *says; /* what of the message tells the user where to look */
} bad[] = {
  { "", "empty" },
  { "Hej", "not JSON" },
  { "\xff\xfe{}", "UTF-8" },
  { "{\"a\":\n [1, 2", "In line 2: it is not JSON" },
  { "[]", "not a template" },
  { "{\"format\": \"landspanel-notes\", \"version\": 1}", "not a template" },
  { "{\"format\": \"landspanel-templates\", \"templates\": [{}]}", "version" },
  { "{\"format\": \"landspanel-templates\", \"version\": 2, \"templates\": [{}]}", "newer" },
  { HEAD "]}", "no template" },
  { HEAD "7]}", "template 1" },
  { HEAD "{\"items\": []}]}", "In template 1: “title” is missing" },
  { HEAD "{\"title\": \" \", \"items\": []}]}", "“title” is empty" },
  { HEAD "{\"title\": \"Dag\"}]}", "“items” is not a list" },
  { HEAD "{\"title\": \"Dag\", \"start\": \"25:00\", \"items\": []}]}", "“start” is not a time" },
  { HEAD "{\"title\": \"Dag\", \"participants\": {\"tables\": -1}, \"items\": []}]}", "“tables” is not" },
  { ITEM ("3"), "item 2 of “Dag”" },
  { ITEM ("{\"title\": \"B\", \"minutes\": 5}"), "In agenda item 2 of “Dag”: “method” is missing" },
  { ITEM ("{\"title\": \"B\", \"method\": \"dance\", \"minutes\": 5}"), "no method “dance”" },
  { ITEM ("{\"title\": \"B\", \"method\": \"talk\"}"), "“minutes” is missing" },
  { ITEM ("{\"title\": \"B\", \"method\": \"talk\", \"minutes\": \"5\"}"), "“minutes” is not a whole number" },
  { ITEM ("{\"title\": \"B\", \"method\": \"talk\", \"minutes\": 99999}"), "from 0 to 720" },
  { ITEM ("{\"title\": 7, \"method\": \"talk\", \"minutes\": 5}"), "“title” is not a text" },
  { ITEM ("{\"title\": {}, \"method\": \"talk\", \"minutes\": 5}"), "“title” is not a text" },
  { ITEM ("{\"title\": \"B\", \"method\": \"talk\", \"minutes\": 5, \"notes\": \"dream\"}"), "“notes” is not" },
  { ITEM ("{\"title\": \"B\", \"method\": \"talk\", \"minutes\": 5, \"notes\": [\"joke\"]}"), "“joke”" },
};

/* What is wrong and where; nothing is taken over, not even the good half. */
static void
test_bad_files (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder->path, "daarlig.json", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i].content);
      g_assert_true (g_file_set_contents (path, bad[i].content, -1, NULL));
      g_assert_null (lp_templates_import (self->templates, path, &error));
      g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, "“daarlig.json”"));
      g_assert_nonnull (strstr (error->message, bad[i].says));
      g_assert_cmpuint (count_files (self), ==, 0);
    }
}

static void
test_missing_file (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder->path, "none.json", NULL);

  g_assert_null (lp_templates_import (self->templates, path, &error));
  g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (lp_templates_import (self->templates, self->folder->path, &error));
  g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (lp_templates_find (self->templates, "none", &error));
  g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND);
}

/* Several in a file, texts in one language or none: all come. A bad one beside them does not stop them. */
static void
test_import (Fixture *self, gconstpointer data)
{
  static const char *const content =
      HEAD "{\"title\": {\"da\": \"Åben dag\"}, \"items\": [], \"later\": true},"
           "{\"title\": {\"da\": \"Dag\", \"en\": \"Day\"}, \"start\": \"10:30\", \"room_until\": \"12:00\","
           " \"items\": [{\"title\": \"Kaffe\", \"method\": \"break\", \"minutes\": 15,"
           " \"prompt\": \"Til {end}\", \"notes\": [\"dream\", \"story\"]}]}]}";
  g_autofree char *path = g_build_filename (self->folder->path, "to.json", NULL);
  g_autofree char *bad_path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  added = lp_templates_import (self->templates, path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (added->len, ==, 2);
  g_assert_null (lp_templates_find (self->templates, path, &error));
  g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID);

  bad_path = g_build_filename (self->templates, "gammel.json", NULL);
  g_assert_true (g_file_set_contents (bad_path, "nej", -1, NULL));
  all = lp_templates_load (self->templates, &problems);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (problems->pdata[0], "gammel.json"));
  for (guint i = 0; i < 2; i++)
    {
      LpTemplate *template_ = all->pdata[i];

      if (lp_template_get_n_items (template_) == 0)
        {
          g_assert_cmpstr (lp_template_get_title (template_), ==, "Åben dag");
          continue;
        }
      g_assert_cmpstr (lp_template_get_title (template_), ==, "Day");
      g_assert_cmpint (lp_template_get_start (template_), ==, 10 * 60 + 30);
      g_assert_cmpint (lp_template_get_hired (template_), ==, 90);
      g_assert_cmpstr (lp_template_get_item (template_, 0)->prompt, ==, "Til {end}");
      g_assert_cmpstr (lp_template_get_item (template_, 0)->kinds, ==, "dream story");
    }
}

/* The people come along to a new meeting; that they are there and what they agreed to does not. */
static void
test_roster (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LpReader *reader = lp_store_get_reader (self->store);
  LpId from = test_meeting (self->store, "Sidst");
  LpId to = test_meeting (self->store, "Nu");
  LpId bo = lp_id_new ();
  LpId gone = lp_id_new ();
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpEdit *edit = lp_change_set_put (changes, LP_PARTICIPANT, &from, &bo);
  g_autoptr (GPtrArray) people = NULL;

  lp_edit_text (edit, LP_PARTICIPANT_NAME, "Bo");
  lp_edit_text (edit, LP_PARTICIPANT_MUNICIPALITY, "Nyborg");
  lp_edit_int (edit, LP_PARTICIPANT_TABLE, 4);
  lp_edit_int (edit, LP_PARTICIPANT_FIXED, 1);
  lp_edit_int (edit, LP_PARTICIPANT_PRESENT, 1);
  lp_edit_int (edit, LP_PARTICIPANT_CONSENT, 1);
  lp_edit_text (lp_change_set_put (changes, LP_PARTICIPANT, &from, &gone), LP_PARTICIPANT_NAME, "Gitte");
  test_commit (self->store, changes);
  changes = lp_change_set_new ("Test");
  lp_change_set_delete (changes, LP_PARTICIPANT, &from, &gone);
  test_commit (self->store, changes);

  changes = lp_change_set_new ("Test");
  g_assert_true (lp_meeting_copy_roster (reader, changes, &from, &to, &error));
  test_commit (self->store, changes);
  people = lp_reader_load_all (reader, LP_PARTICIPANT, "SELECT num FROM participant WHERE space = ?1", &to, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, ==, 1);
  g_assert_cmpstr (lp_record_text (people->pdata[0], LP_PARTICIPANT_NAME), ==, "Bo");
  g_assert_cmpstr (lp_record_text (people->pdata[0], LP_PARTICIPANT_MUNICIPALITY), ==, "Nyborg");
  g_assert_cmpint (lp_record_int (people->pdata[0], LP_PARTICIPANT_TABLE), ==, 4);
  g_assert_cmpint (lp_record_int (people->pdata[0], LP_PARTICIPANT_FIXED), ==, 1);
  g_assert_cmpint (lp_record_int (people->pdata[0], LP_PARTICIPANT_PRESENT), ==, 0);
  g_assert_cmpint (lp_record_int (people->pdata[0], LP_PARTICIPANT_CONSENT), ==, 0);
}

#define add(path, function) g_test_add ("/templates/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("round-trip", test_round_trip);
  add ("names", test_names);
  add ("rename-and-remove", test_rename_and_remove);
  add ("bad-files", test_bad_files);
  add ("missing-file", test_missing_file);
  add ("import", test_import);
  add ("roster", test_roster);

  return g_test_run ();
}
