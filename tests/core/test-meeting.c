/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-meeting.h"

#include "test-util.h"

typedef TestMeeting Fixture;

static LpId
create (Fixture *self, const LpMeetingDraft *draft)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpTemplate) template_ = lp_template_load_in ("landspanel-kickoff", "da", &error);
  LpId id = { 0 };

  test_commit (self->store, lp_meeting_create (self->reader, template_, draft, &id, &error));
  g_assert_no_error (error);

  return id;
}

/* The words of the notes in a theme, in its order, with blanks between; NULL for the ones without. */
static char *
notes_in (Fixture *self, const LpId *theme)
{
  g_autoptr (LpQuery) query = NULL;
  g_autoptr (GError) error = NULL;
  GString *words = g_string_new (NULL);

  query = lp_reader_query (self->reader,
                           "SELECT note.text FROM note LEFT JOIN placement ON placement.note = note.id"
                           " WHERE placement.theme IS ?1 ORDER BY placement.rank, note.num");
  lp_query_bind_id (query, 1, theme);
  while (lp_query_next (query, &error))
    g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", lp_query_text (query, 0));
  g_assert_no_error (error);

  return g_string_free_and_steal (words);
}

static void
move (Fixture *self, const LpId *notes, guint n_notes, const LpId *theme)
{
  g_autoptr (GError) error = NULL;
  LpChangeSet *changes = lp_change_set_new ("Test");

  g_assert_true (lp_notes_move (changes, self->reader, &self->meeting, notes, n_notes, theme, &error));
  g_assert_no_error (error);
  test_commit (self->store, changes);
}

#define assert_notes(self, theme, words) \
  G_STMT_START { \
    g_autofree char *found = notes_in (self, theme); \
    g_assert_cmpstr (found, ==, words); \
  } G_STMT_END

static void
test_create (Fixture *self, gconstpointer data)
{
  LpMeetingDraft draft = {
    .title = " Landspanel i Odense ", .date = "2026-11-24", .place = "Odense", .start = -1,
  };
  LpId id = create (self, &draft);
  g_autoptr (LpRecord) meeting = test_load (self->store, LP_MEETING, &id);
  g_autoptr (GError) error = NULL;
  g_autofree char *panel = lp_meeting_panel_name (self->reader, meeting, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (panel, ==, "Landspanelet");
  g_assert_true (lp_id_equal (lp_record_get_space (meeting), &id));
  g_assert_cmpstr (lp_record_text (meeting, LP_MEETING_TITLE), ==, "Landspanel i Odense");
  g_assert_cmpstr (lp_record_text (meeting, LP_MEETING_DATE), ==, "2026-11-24");
  g_assert_cmpstr (lp_record_text (meeting, LP_MEETING_PLACE), ==, "Odense");
  g_assert_cmpint (lp_record_int (meeting, LP_MEETING_START), ==, 9 * 60 + 30);
  g_assert_cmpint (lp_record_int (meeting, LP_MEETING_LIMIT), ==, 15 * 60 + 30);
  g_assert_cmpint (lp_record_int (meeting, LP_MEETING_TABLES), ==, 10);
  g_assert_cmpint (test_number (self->reader, "SELECT count (*) FROM agenda_item"), ==, 15);
}

static void
test_create_defaults (Fixture *self, gconstpointer data)
{
  LpMeetingDraft draft = { .title = "Kort", .panel = " Brugerpanelet ", .start = 13 * 60 };
  LpId id = create (self, &draft);
  g_autoptr (LpRecord) meeting = test_load (self->store, LP_MEETING, &id);
  g_autofree char *panel = lp_meeting_panel_name (self->reader, meeting, NULL);
  g_autofree char *today = lp_date_today ();

  g_assert_cmpstr (panel, ==, "Brugerpanelet");
  g_assert_cmpstr (lp_record_text (meeting, LP_MEETING_DATE), ==, today);
  g_assert_false (lp_record_has (meeting, LP_MEETING_PLACE));
  g_assert_cmpint (lp_record_int (meeting, LP_MEETING_START), ==, 13 * 60);
  g_assert_cmpint (lp_record_int (meeting, LP_MEETING_LIMIT), ==, 19 * 60);
}

/* A panel is made once; a deleted one does not count. */
static void
test_create_panel (Fixture *self, gconstpointer data)
{
  LpMeetingDraft draft = { .title = "Møde", .start = -1 };
  LpId first = create (self, &draft);
  LpId second = create (self, &draft);
  g_autoptr (LpRecord) one = test_load (self->store, LP_MEETING, &first);
  g_autoptr (LpRecord) two = test_load (self->store, LP_MEETING, &second);
  LpId panel = *lp_record_id (one, LP_MEETING_PANEL);
  LpChangeSet *changes = lp_change_set_new ("Test");

  g_assert_true (lp_id_equal (&panel, lp_record_id (two, LP_MEETING_PANEL)));
  g_assert_cmpint (test_number (self->reader, "SELECT count (*) FROM panel"), ==, 1);

  lp_change_set_delete (changes, LP_PANEL, &panel, &panel);
  test_commit (self->store, changes);

  g_autofree char *gone = lp_meeting_panel_name (self->reader, one, NULL);

  g_assert_null (gone);
  create (self, &draft);
  g_assert_cmpint (test_number (self->reader, "SELECT count (*) FROM panel WHERE deleted = 0"), ==, 1);
}

static void
test_create_refused (Fixture *self, gconstpointer data)
{
  static const LpMeetingDraft drafts[] = {
    { .title = "  ", .start = -1 },
    { .title = "Møde", .date = "24-11-2026", .start = -1 },
    { .title = "Møde", .date = "2026-02-29", .start = -1 },
  };
  g_autoptr (LpTemplate) template_ = lp_template_load_in ("story-stand", "en", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (drafts); i++)
    {
      g_autoptr (GError) error = NULL;
      LpId id = { 0 };

      g_assert_null (lp_meeting_create (self->reader, template_, &drafts[i], &id, &error));
      g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID);
      g_assert_false (lp_id_is_set (&id));
    }
}

static void
assert_not_found (Fixture *self, const char *id, LpStoreError code)
{
  g_autoptr (GError) error = NULL;
  LpId found = { 0 };

  g_assert_false (lp_meeting_find (self->reader, id, &found, &error));
  g_assert_error (error, LP_STORE_ERROR, (int) code);
}

static void
test_find (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = lp_id_to_string (&self->meeting);
  g_autofree char *prefix = g_utf8_strup (id, 4);
  LpId other = { .bytes = { 0xff, 0xff, 1 } };
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpId found = { 0 };

  lp_edit_text (lp_change_set_put (changes, LP_MEETING, &other, &other), LP_MEETING_TITLE, "Andet");
  test_commit (self->store, changes);

  g_assert_true (lp_meeting_find (self->reader, id, &found, &error));
  g_assert_true (lp_id_equal (&found, &self->meeting));
  g_assert_true (lp_meeting_find (self->reader, prefix, &found, &error));
  g_assert_true (lp_id_equal (&found, &self->meeting));
  g_assert_true (lp_meeting_find (self->reader, "ffff", &found, &error));
  g_assert_true (lp_id_equal (&found, &other));
  g_assert_no_error (error);

  assert_not_found (self, "fff", LP_STORE_ERROR_INVALID);
  assert_not_found (self, "aaaa", LP_STORE_ERROR_NOT_FOUND);
  assert_not_found (self, "ffff0100-0000-0000-0000-0000000000000", LP_STORE_ERROR_NOT_FOUND);
}

static void
test_find_ambiguous (Fixture *self, gconstpointer data)
{
  g_autofree char *id = lp_id_to_string (&self->meeting);
  g_autofree char *prefix = g_strndup (id, 4);
  LpId twin = test_meeting (self->store, "Straks efter");
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpId found = { 0 };

  assert_not_found (self, prefix, LP_STORE_ERROR_INVALID);
  lp_change_set_delete (changes, LP_MEETING, &twin, &twin);
  test_commit (self->store, changes);
  g_assert_true (lp_meeting_find (self->reader, prefix, &found, NULL));
  g_assert_true (lp_id_equal (&found, &self->meeting));
}

static void
test_note_create (Fixture *self, gconstpointer data)
{
  LpId theme = test_theme (self->store, &self->meeting, "Bolig");
  LpNoteDraft draft = {
    .kind = LP_KIND_CONCERN, .text = "=At blive\nglemt", .table = 7, .perspective = "lived",
    .profile = "Kvinde, 27 år", .municipality = "Odense", .verbatim = TRUE, .consent = TRUE,
    .time = 1795512480000, .item = lp_id_new (), .theme = theme,
  };
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpId id = { 0 };

  lp_note_create (changes, self->reader, &self->meeting, &draft, &id);
  test_commit (self->store, changes);

  g_autoptr (LpRecord) note = test_load (self->store, LP_NOTE, &id);
  g_autofree char *code = lp_record_note_code (note);

  g_assert_cmpstr (code, ==, "07-001");
  g_assert_cmpstr (lp_record_text (note, LP_NOTE_KIND), ==, "concern");
  g_assert_cmpstr (lp_record_text (note, LP_NOTE_TEXT), ==, "=At blive\nglemt");
  g_assert_cmpint (lp_record_int (note, LP_NOTE_TABLE), ==, 7);
  g_assert_cmpstr (lp_record_text (note, LP_NOTE_PERSPECTIVE), ==, "lived");
  g_assert_cmpstr (lp_record_text (note, LP_NOTE_PROFILE), ==, "Kvinde, 27 år");
  g_assert_cmpstr (lp_record_text (note, LP_NOTE_MUNICIPALITY), ==, "Odense");
  g_assert_cmpint (lp_record_int (note, LP_NOTE_VERBATIM), ==, 1);
  g_assert_cmpint (lp_record_int (note, LP_NOTE_CONSENT), ==, 1);
  g_assert_cmpint (lp_record_int (note, LP_NOTE_TIME), ==, 1795512480000);
  g_assert_true (lp_id_equal (lp_record_id (note, LP_NOTE_ITEM), &draft.item));
  assert_notes (self, &theme, "=At blive\nglemt");
}

static void
test_note_create_bare (Fixture *self, gconstpointer data)
{
  gint64 before = g_get_real_time () / 1000;
  LpId id = test_note (self->store, &self->meeting, "kort");
  g_autoptr (LpRecord) note = test_load (self->store, LP_NOTE, &id);
  g_autofree char *code = lp_record_note_code (note);

  g_assert_cmpstr (code, ==, "00-001");
  g_assert_false (lp_record_has (note, LP_NOTE_TABLE));
  g_assert_false (lp_record_has (note, LP_NOTE_PERSPECTIVE));
  g_assert_cmpint (lp_record_int (note, LP_NOTE_CONSENT), ==, 0);
  g_assert_cmpint (lp_record_int (note, LP_NOTE_TIME), >=, before);
  g_assert_cmpint (lp_record_int (note, LP_NOTE_TIME), <=, g_get_real_time () / 1000);
  assert_notes (self, NULL, "kort");
}

static void
test_notes_move (Fixture *self, gconstpointer data)
{
  LpId bolig = test_theme (self->store, &self->meeting, "Bolig");
  LpId arbejde = test_theme (self->store, &self->meeting, "Arbejde");
  LpId notes[] = {
    test_note (self->store, &self->meeting, "a"),
    test_note (self->store, &self->meeting, "b"),
    test_note (self->store, &self->meeting, "c"),
  };
  LpId backwards[] = { notes[2], notes[1] };

  move (self, backwards, 2, &bolig);
  assert_notes (self, &bolig, "c b");
  move (self, &notes[0], 1, &bolig);
  assert_notes (self, &bolig, "c b a");
  move (self, &notes[1], 1, &arbejde);
  assert_notes (self, &bolig, "c a");
  assert_notes (self, &arbejde, "b");
  move (self, &notes[2], 1, NULL);
  move (self, &notes[1], 1, &(LpId) { 0 });
  assert_notes (self, &bolig, "a");
  assert_notes (self, &arbejde, "");
  assert_notes (self, NULL, "b c");
  g_assert_cmpint (test_number (self->reader, "SELECT count (*) FROM placement"), ==, 3);
}

/* Else there would be a step of undo, and taking it back would take back what the user did before. */
static void
test_notes_move_nowhere (Fixture *self, gconstpointer data)
{
  LpId theme = test_theme (self->store, &self->meeting, "Bolig");
  LpId notes[] = {
    test_note (self->store, &self->meeting, "never placed"),
    test_note (self->store, &self->meeting, "taken out"),
  };
  g_autoptr (LpChangeSet) changes = lp_change_set_new ("Test");
  g_autoptr (GError) error = NULL;

  move (self, &notes[1], 1, &theme);
  move (self, &notes[1], 1, NULL);
  g_assert_true (lp_notes_move (changes, self->reader, &self->meeting, notes, 2, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (lp_change_set_is_empty (changes));
}

static void
test_theme_create (Fixture *self, gconstpointer data)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new ("Test");
  g_autoptr (GError) error = NULL;
  LpId first = test_theme (self->store, &self->meeting, "  Et hjem \n");
  LpId second = test_theme (self->store, &self->meeting, "Et hjem");
  g_autoptr (LpRecord) one = test_load (self->store, LP_THEME, &first);
  g_autoptr (LpRecord) two = test_load (self->store, LP_THEME, &second);
  LpId none = { 0 };

  g_assert_cmpstr (lp_record_text (one, LP_THEME_NAME), ==, "Et hjem");
  g_assert_cmpstr (lp_record_text (one, LP_THEME_RANK), <, lp_record_text (two, LP_THEME_RANK));
  g_assert_false (lp_theme_create (changes, self->reader, &self->meeting, " \t", &none, &error));
  g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID);
  g_assert_true (lp_change_set_is_empty (changes));
}

static void
test_theme_rename (Fixture *self, gconstpointer data)
{
  LpChangeSet *changes = lp_change_set_new ("Test");
  g_autoptr (LpChangeSet) nothing = lp_change_set_new ("Test");
  g_autoptr (GError) error = NULL;
  g_autoptr (LpRecord) record = NULL;
  LpId theme = test_theme (self->store, &self->meeting, "Bolig");
  LpId none = lp_id_new ();

  g_assert_true (lp_theme_rename (changes, self->reader, &self->meeting, &theme, " Et hjem ", &error));
  g_assert_no_error (error);
  test_commit (self->store, changes);
  record = test_load (self->store, LP_THEME, &theme);
  g_assert_cmpstr (lp_record_text (record, LP_THEME_NAME), ==, "Et hjem");

  g_assert_true (lp_theme_rename (nothing, self->reader, &self->meeting, &theme, "Et hjem", &error));
  g_assert_no_error (error);
  g_assert_false (lp_theme_rename (nothing, self->reader, &self->meeting, &theme, " ", &error));
  g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (lp_theme_rename (nothing, self->reader, &self->meeting, &none, "Hjem", &error));
  g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND);
  g_assert_true (lp_change_set_is_empty (nothing));
}

static void
test_theme_delete (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LpChangeSet *changes = lp_change_set_new ("Test");
  g_autoptr (LpChangeSet) again = lp_change_set_new ("Test");
  LpId theme = test_theme (self->store, &self->meeting, "Bolig");

  g_assert_true (lp_theme_delete (changes, self->reader, &self->meeting, &theme, &error));
  g_assert_no_error (error);
  test_commit (self->store, changes);
  g_assert_cmpint (test_number (self->reader, "SELECT count (*) FROM theme WHERE deleted = 0"), ==, 0);
  g_assert_false (lp_theme_delete (again, self->reader, &self->meeting, &theme, &error));
  g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND);
}

static void
test_clock (void)
{
  static const char *const bad[] = {
    "", "9", "24:00", "09:60", "09:5", "09:300", "9:30 ", " 9:30", "-1:00", "kl 9:30",
  };
  g_autofree char *morning = lp_clock_print (9 * 60 + 5);
  g_autofree char *next_day = lp_clock_print (24 * 60 + 30);
  int minutes = 0;

  g_assert_cmpstr (morning, ==, "09:05");
  g_assert_cmpstr (next_day, ==, "00:30");
  g_assert_true (lp_clock_parse ("9:30", &minutes));
  g_assert_cmpint (minutes, ==, 570);
  g_assert_true (lp_clock_parse ("23.59", &minutes));
  g_assert_cmpint (minutes, ==, 1439);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (lp_clock_parse (bad[i], &minutes));
}

static void
test_date (void)
{
  static const char *const bad[] = {
    "", "2026", "2026-1-1", "2026-13-01", "2026-02-29", "2026-11-24 ", "24/11/2026",
  };

  g_assert_true (lp_date_is_valid ("2026-11-24"));
  g_assert_true (lp_date_is_valid ("2028-02-29"));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (lp_date_is_valid (bad[i]));
}

#define add(path, function) \
  g_test_add ("/meeting/" path, Fixture, NULL, test_meeting_set_up, function, test_meeting_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("create", test_create);
  add ("create-defaults", test_create_defaults);
  add ("create-panel", test_create_panel);
  add ("create-refused", test_create_refused);
  add ("find", test_find);
  add ("find-ambiguous", test_find_ambiguous);
  add ("note-create", test_note_create);
  add ("note-create-bare", test_note_create_bare);
  add ("notes-move", test_notes_move);
  add ("notes-move-nowhere", test_notes_move_nowhere);
  add ("theme-create", test_theme_create);
  add ("theme-rename", test_theme_rename);
  add ("theme-delete", test_theme_delete);
  g_test_add_func ("/meeting/clock", test_clock);
  g_test_add_func ("/meeting/date", test_date);

  return g_test_run ();
}
