/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-util.h"

#include <string.h>

#include "lp-meeting-json.h"
#include "lp-note-actions.h"
#include "lp-note-theme.h"
#include "lp-rank.h"
#include "lp-recommendation-actions.h"
#include "lp-trace.h"
#include "lp-vote-actions.h"

#define RUNS 12
#define MANY 40 /* objects of each entity, at most */

static const char *const bits[] = {
  "\n", "\r\n", "\t", "\"", "\\", "\\u0000", "/", "</script>", "\x01", "\x1f", "\x7f", "\xc2\x85", "\xe2\x80\xa8", "\xef\xbb\xbf",
  "\xef\xbf\xbf", "🙂", "👩‍👧", "é", "e\xcc\x81", "å", "a\xcc\x8a", "ß", "{", "}", "[", "],", "null", "1e5", " ", "ord", "=1+1", "'", "",
};

typedef struct {
  LpStore     *store;
  LpId         meeting;
  LpChangeSet *changes;
  GArray      *ids[LP_N_ENTITIES]; /* of LpId */
} Making;

static char *
random_text (void)
{
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
    g_string_append (text, bits[g_test_rand_int_range (0, G_N_ELEMENTS (bits))]);
  return g_string_free_and_steal (text);
}

static char *
random_rank (void)
{
  g_autofree char *before = g_strdup_printf ("%xU", g_test_rand_int_range (0, 1 << 20));

  return lp_rank_between (before, NULL);
}

static const LpId *
pick (Making *making, LpEntity entity)
{
  GArray *ids = making->ids[entity];

  return ids->len > 0 ? &g_array_index (ids, LpId, g_test_rand_int_range (0, ids->len)) : NULL;
}

static void
put_place (Making *making, LpEdit *edit, guint field)
{
  const LpId *theme = pick (making, LP_THEME);
  g_autofree char *id = theme != NULL ? lp_id_to_string (theme) : NULL;
  g_autofree char *rank = random_rank ();
  g_autofree char *place = g_strjoin (" ", id, rank, NULL);

  if (id != NULL)
    lp_edit_text (edit, field, place);
}

/* What an id names: the entities in the order of what they name, or of a field's name. */
static const LpId *
pick_for (Making *making, const char *name)
{
  LpEntity entity = 0;

  if (g_str_equal (name, "item"))
    return pick (making, LP_AGENDA_ITEM);
  if (g_str_equal (name, "parent"))
    return pick (making, LP_THEME);
  if (g_str_equal (name, "round"))
    return pick (making, LP_VOTE_ROUND);
  if (g_str_equal (name, "subject"))
    return pick (making, g_test_rand_bit () ? LP_NOTE : LP_THEME);
  return pick (making, lp_schema_find_entity (name, &entity) ? entity : LP_NOTE);
}

static gint64
random_number (LpEntity entity, guint field)
{
  if (entity == LP_NOTE && (field == LP_NOTE_NUMBER || field == LP_NOTE_STATION))
    return g_test_rand_int_range (1, 1000);
  return g_test_rand_bit () ? g_test_rand_int_range (-10, 100) : (gint64) 1773478800000 + g_test_rand_int ();
}

static void
put_field (Making *making, LpEdit *edit, LpEntity entity, guint field)
{
  const LpField *info = &lp_schema_entity (entity)->fields[field];
  g_autofree char *text = info->type == LP_TYPE_RANK ? random_rank () : random_text ();

  switch (info->type)
    {
    case LP_TYPE_INT:
    case LP_TYPE_TIME:
      lp_edit_int (edit, field, random_number (entity, field));
      break;
    case LP_TYPE_BOOL:
      lp_edit_int (edit, field, g_test_rand_bit ());
      break;
    case LP_TYPE_ID:
      if (pick_for (making, info->name) != NULL)
        lp_edit_id (edit, field, pick_for (making, info->name));
      break;
    case LP_TYPE_PLACE:
      put_place (making, edit, field);
      break;
    case LP_TYPE_DATE:
      lp_edit_text (edit, field, "2026-11-24");
      break;
    default:
      lp_edit_text (edit, field, entity == LP_NOTE && field == LP_NOTE_KIND
                                   ? lp_kind_id (g_test_rand_int_range (0, LP_N_KINDS)) : text);
      break;
    }
}

static void
make_object (Making *making, LpEntity entity)
{
  LpId id = entity == LP_MEETING ? making->meeting : lp_id_new ();
  const LpId *space = entity == LP_PANEL ? &id : &making->meeting;
  LpEdit *edit = lp_change_set_put (making->changes, entity, space, &id);

  for (guint i = LP_DELETED + 1; i < lp_schema_entity (entity)->n_fields; i++)
    {
      if (entity <= LP_MEETING || g_test_rand_int_range (0, 4) > 0)
        put_field (making, edit, entity, i);
    }
  if (entity != LP_MEETING && entity != LP_PANEL && g_test_rand_int_range (0, 8) == 0)
    lp_edit_int (edit, LP_DELETED, TRUE);
  g_array_append_val (making->ids[entity], id);
}

/* As the app makes them, with ids that derive from others. */
static void
make_derived (Making *making)
{
  const LpId *note = pick (making, LP_NOTE);
  const LpId *theme = pick (making, LP_THEME);
  const LpId *round = pick (making, LP_VOTE_ROUND);
  g_autofree char *rank = random_rank ();
  g_autofree char *id = NULL;
  g_autofree char *place = NULL;
  LpId also = { 0 };
  LpEdit *edit = NULL;

  if (note == NULL || theme == NULL || round == NULL)
    return;
  also = lp_note_also_id (note, theme);
  id = lp_id_to_string (theme);
  place = g_strjoin (" ", id, rank, NULL);
  lp_note_place (making->changes, &making->meeting, note, theme, rank);
  edit = lp_change_set_put (making->changes, LP_PLACEMENT, &making->meeting, &also);
  lp_edit_id (edit, LP_PLACEMENT_NOTE, note);
  lp_edit_text (edit, LP_PLACEMENT_PLACE, place);
  lp_edit_int (edit, LP_PLACEMENT_ALSO, TRUE);
  lp_vote_set_turnout (making->changes, &making->meeting, round, 3, 7);
  lp_vote_give (making->changes, &making->meeting, round, 3, theme, 2);
}

static LpId
make_meeting (LpStore *store)
{
  Making making = { store, lp_id_new (), lp_change_set_new ("Test") };

  for (guint i = 0; i < LP_N_ENTITIES; i++)
    making.ids[i] = g_array_new (FALSE, FALSE, sizeof (LpId));
  for (guint i = 0; i < LP_N_ENTITIES; i++)
    {
      for (int n = i <= LP_MEETING ? 1 : g_test_rand_int_range (5, MANY); n > 0; n--)
        make_object (&making, i);
    }
  for (guint i = 0; i < MANY; i++)
    make_derived (&making);
  test_commit (store, making.changes);
  for (guint i = 0; i < LP_N_ENTITIES; i++)
    g_array_unref (making.ids[i]);
  return making.meeting;
}

static char *
export_to (LpStore *store, const LpId *meeting, const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_assert_true (lp_export (lp_store_get_reader (store), meeting, path, &(LpExportOptions) { LP_DOCUMENT_MEETING, LP_VARIANT_INTERNAL, 0 }, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, NULL, &error));
  g_assert_no_error (error);
  return content;
}

/* All but when it was exported. */
static char *
without_time (const char *content)
{
  const char *line = strstr (content, "\"exported\":");

  g_assert_nonnull (line);
  return g_strdup_printf ("%.*s%s", (int) (line - content), content, strchr (line, '\n'));
}

static LpMeetingTaken
import_from (LpStore *store, const char *path, gboolean copy)
{
  g_autoptr (GError) error = NULL;
  LpMeetingTaken taken = { 0 };

  lp_meeting_json_import (store, path, copy, NULL, &taken, &error);
  g_assert_no_error (error);
  return taken;
}

static void
round_trip (void)
{
  g_autoptr (TestFolder) here = test_folder_new ();
  g_autoptr (TestFolder) there = test_folder_new ();
  LpStore *from = test_store_open (here->database);
  LpStore *to = test_store_open (there->database);
  LpId meeting = make_meeting (from);
  g_autofree char *path = g_build_filename (here->path, "a.json", NULL);
  g_autofree char *again = g_build_filename (there->path, "b.json", NULL);
  g_autofree char *first = export_to (from, &meeting, path);
  g_autofree char *expected = without_time (first);
  g_autofree char *second = NULL;
  g_autofree char *found = NULL;
  LpMeetingTaken taken = import_from (to, path, FALSE);

  g_assert_true (lp_id_equal (&taken.meeting, &meeting));
  second = export_to (to, &meeting, again);
  found = without_time (second);
  g_assert_cmpstr (found, ==, expected);
  test_store_close (from);
  test_store_close (to);
  test_check (here->database);
  test_check (there->database);
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < RUNS; i++)
    round_trip ();
}

/* What an id of the original is called in a copy, by where it stands: objects come in the same order. */
static GHashTable *
match_ids (const char *original, const char *copy)
{
  g_auto (GStrv) before = g_strsplit (original, "\n", -1);
  g_auto (GStrv) after = g_strsplit (copy, "\n", -1);
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const gsize at = strlen ("{\"id\":\"");

  g_assert_cmpuint (g_strv_length (before), ==, g_strv_length (after));
  for (guint i = 0; before[i] != NULL; i++)
    {
      if (g_str_has_prefix (before[i], "{\"id\":\""))
        g_hash_table_insert (ids, g_strndup (after[i] + at, LP_ID_STRING_SIZE - 1),
                             g_strndup (before[i] + at, LP_ID_STRING_SIZE - 1));
    }
  return ids;
}

/* With the ids of what it was made from; what is deleted, and so not in the file, has none. */
static char *
name_back (const char *copy, GHashTable *ids)
{
  GString *text = g_string_new (NULL);

  while (*copy != '\0')
    {
      g_autofree char *word = g_strndup (copy, LP_ID_STRING_SIZE - 1);
      const char *former = g_hash_table_lookup (ids, word);
      LpId id = { 0 };

      if (lp_id_parse (word, &id))
        {
          g_string_append (text, former != NULL ? former : "gone");
          copy += LP_ID_STRING_SIZE - 1;
        }
      else
        g_string_append_c (text, *copy++);
    }
  return g_string_free_and_steal (text);
}

static void
assert_derived (LpStore *store, const LpId *meeting)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpQuery) query = lp_reader_query (lp_store_get_reader (store),
    "SELECT id, note, theme, also FROM placement WHERE space=?1");

  lp_query_bind_id (query, 1, meeting);
  for (guint derived = 0;;)
    {
      LpId id = { 0 }, note = { 0 }, theme = { 0 }, home = { 0 }, also = { 0 };

      if (!lp_query_next (query, &error))
        {
          g_assert_cmpuint (derived, >, 0);
          break;
        }
      lp_query_id (query, 0, &id);
      lp_query_id (query, 1, &note);
      lp_query_id (query, 2, &theme);
      home = lp_note_home_id (&note);
      also = lp_note_also_id (&note, &theme);
      derived += lp_id_equal (&id, &home) || lp_id_equal (&id, &also);
    }
  g_assert_no_error (error);
}

/* Of the same order: a note placed again stays where it came in first. */
static void
test_copy (TestMeeting *fixture, gconstpointer data)
{
  LpId meeting = make_meeting (fixture->store);
  g_autofree char *path = g_build_filename (fixture->folder->path, "a.json", NULL);
  g_autofree char *first = export_to (fixture->store, &meeting, path);
  g_autofree char *original = without_time (first);
  LpMeetingTaken taken = import_from (fixture->store, path, TRUE);
  LpMeetingTaken second = import_from (fixture->store, path, TRUE);
  g_autofree char *content = export_to (fixture->store, &taken.meeting, path);
  g_autofree char *copy = without_time (content);
  g_autoptr (GHashTable) same = match_ids (original, original);
  g_autoptr (GHashTable) ids = match_ids (original, copy);
  g_autofree char *expected = name_back (original, same);
  g_autofree char *named = name_back (copy, ids);
  g_autofree char *untitled = NULL;
  char *title = strstr (named, " (copy)");

  g_assert_false (lp_id_equal (&taken.meeting, &meeting));
  g_assert_false (lp_id_equal (&taken.meeting, &second.meeting));
  g_assert_nonnull (title);
  *title = '\0';
  untitled = g_strconcat (named, title + strlen (" (copy)"), NULL);
  g_assert_cmpstr (untitled, ==, expected);
  assert_derived (fixture->store, &taken.meeting);
}

static void
assert_refused (LpStore *store, const char *path, gboolean copy, const char *says)
{
  g_autoptr (GError) error = NULL;
  LpMeetingTaken taken = { 0 };
  g_autofree char *before = test_dump (lp_store_get_reader (store), TEST_DUMP_ALL);
  g_autofree char *after = NULL;

  g_assert_false (lp_meeting_json_import (store, path, copy, NULL, &taken, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
  after = test_dump (lp_store_get_reader (store), TEST_DUMP_ALL);
  g_assert_cmpstr (after, ==, before);
}

static void
test_there_already (TestMeeting *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder->path, "a.json", NULL);

  g_free (export_to (fixture->store, &fixture->meeting, path));
  assert_refused (fixture->store, path, FALSE, "is here already");
}

/* Each spoils a good file: what is replaced, and by what; and what is said. */
static const struct {
  const char *from;
  const char *to;
  const char *says;
} spoilt[] = {
  { "landspanel-meeting", "landspanel-template", "no whole meeting" },
  { "\"version\":1", "\"version\":2", "newer version" },
  { "\"version\":1", "\"version\":\"1\"", "newer version" },
  { "\"text\":\"En drøm\"", "\"text\":\"En \\u0000drøm\"", "no character" },
  { "\"text\":\"En drøm\"", "\"text\":\"En \\ud83ddrøm\"", "no character" },
  { "\"text\":\"En drøm\"", "\"text\":\"En \\udd83drøm\"", "no character" },
  { "\"text\":\"En drøm\"", "\"text\":\"En dr\xf8m\"", "UTF-8" },
  { "\"text\":\"En drøm\"", "\"text\":\"En\ndrøm\"", "JSON" },
  { "\"text\":\"En drøm\"", "\"text\":7", "“text” of “note” should be a text in quotes" },
  { "\"text\":\"En drøm\"", "\"text\":[]", "“text” of “note” should be a text in quotes" },
  { "\"text\":\"En drøm\"", "\"text\":\"En drøm\",\"mood\":\"glad\"", "does not know “mood” of “note”" },
  { "\"text\":\"En drøm\"", "\"text\":\"En drøm\",", "JSON" },
  { "\"text\":\"En drøm\"", "text:\"En drøm\"", "JSON" },
  { "\"text\":\"En drøm\"", "\"text\":'En drøm'", "JSON" },
  { "\"text\":\"En drøm\"", "\"text\":\"En drøm\",\"deleted\":true", "does not know “deleted”" },
  { "\"kind\":\"dream\"", "\"kind\":\"nightmare\"", "“kind” of “note” should be one of" },
  { "\"number\":1,", "\"number\":1.5,", "“number” of “note” should be a whole number" },
  { "\"number\":1,", "\"number\":0,", "“number” of “note” should be a number that a code can have" },
  { "\"date\":\"2026-03-14\"", "\"date\":\"14/3\"", "“date” of “meeting” should be a date" },
  { "\"date\":\"2026-03-14\"", "\"roster_key\":\"secret\"", "does not know “roster_key”" },
  { "\"note\":[\n", "\"notat\":[\n", "does not know “notat”" },
  { "\"note\":[\n", "\"talk\":[\n", "does not know “talk”" },
  { "\"note\":[\n", "\"note\":[\nnull,", "JSON" },
  { "\"note\":[\n", "\"note\":[\n{\"text\":\"x\"},", "“id” of “note” should be an id" },
  { "\"note\":[\n", "\"note\":[\n{\"id\":\"7\"},", "“id” of “note” should be an id" },
  { "\"meeting\":[\n", "\"meeting\":[\n{\"id\":\"01a216f9-31e5-7000-baa7-e02bc9707cf1\"},", "one “meeting”" },
  { "\"counts\":", "\"note\":[],\"counts\":", "“note” stands there twice" },
  { "\"note\":1,", "\"note\":2,", "says that it has 2 of “note”, and has 1" },
  { "\"evidence\":0}\n}\n", "\"evidence\":0}\n}\n}", "JSON" },
  { "\"evidence\":0}\n}\n", "\"evidence\":0}\n", "ends in the middle" },
};

static char *
replace (const char *text, const char *from, const char *to)
{
  const char *at = strstr (text, from);

  if (at == NULL)
    g_error ("“%s” is not in the file", from);
  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, to, at + strlen (from));
}

static void
test_refusals (TestMeeting *fixture, gconstpointer data)
{
  g_autoptr (TestFolder) there = test_folder_new ();
  g_autofree char *path = g_build_filename (there->path, "a.json", NULL);
  LpStore *other = test_store_open (there->database);
  g_autofree char *good = NULL;

  test_note (fixture->store, &fixture->meeting, "En drøm");
  good = export_to (fixture->store, &fixture->meeting, path);
  for (guint i = 0; i < G_N_ELEMENTS (spoilt); i++)
    {
      g_autofree char *bad = replace (good, spoilt[i].from, spoilt[i].to);

      g_assert_true (g_file_set_contents (path, bad, -1, NULL));
      assert_refused (other, path, FALSE, spoilt[i].says);
      assert_refused (other, path, TRUE, spoilt[i].says);
    }
  /* cut off anywhere it is refused as well */
  for (gsize length = 0; length < strlen (good) - 1; length += 7)
    {
      g_assert_true (g_file_set_contents (path, good, length, NULL));
      assert_refused (other, path, FALSE, "");
    }
  g_assert_true (g_file_set_contents (path, good, -1, NULL));
  import_from (other, path, FALSE);
  test_store_close (other);
}

static void
delete_meeting (LpStore *store, const LpId *meeting)
{
  LpChangeSet *changes = lp_change_set_new ("Delete");

  lp_change_set_delete (changes, LP_MEETING, meeting, meeting);
  test_commit (store, changes);
}

/* A meeting that was deleted comes back as the file has it, without what was erased, whatever way it comes. */
static void
test_withdrawn (TestMeeting *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder->path, "a.json", NULL);
  LpChangeSet *changes = lp_change_set_new ("Erase");
  LpId note = test_note (fixture->store, &fixture->meeting, "Det her trækkes tilbage");
  LpId masked = test_note (fixture->store, &fixture->meeting, "Jeg hedder Navn Navnesen");
  LpId kept = test_note (fixture->store, &fixture->meeting, "Det her bliver");
  LpId theme = test_theme (fixture->store, &fixture->meeting, "Et tema");
  LpMeetingTaken taken = { 0 };
  LpId later = { 0 };
  g_autofree char *dump = NULL;
  g_autoptr (LpRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (lp_notes_move (changes, fixture->reader, &fixture->meeting, &note, 1, &theme, &error));
  test_commit (fixture->store, changes);
  g_free (export_to (fixture->store, &fixture->meeting, path));

  changes = lp_change_set_new ("Erase");
  g_assert_true (lp_note_erase (changes, fixture->reader, &fixture->meeting, &note, &error));
  lp_change_set_scrub (changes, LP_NOTE, &fixture->meeting, &masked, LP_NOTE_TEXT);
  lp_edit_text (lp_change_set_put (changes, LP_NOTE, &fixture->meeting, &masked), LP_NOTE_TEXT, "Jeg hedder …");
  test_commit (fixture->store, changes);

  taken = import_from (fixture->store, path, TRUE);
  g_assert_cmpuint (taken.erased, ==, 2); /* and its place in the theme */
  g_assert_cmpuint (taken.kept, ==, 1);
  g_assert_cmpuint (taken.counts[LP_NOTE], ==, 2);
  test_set_text (fixture->store, &fixture->meeting, &kept, "Ændret siden");
  later = test_note (fixture->store, &fixture->meeting, "Skrevet siden");
  delete_meeting (fixture->store, &fixture->meeting);
  taken = import_from (fixture->store, path, FALSE);
  g_assert_cmpuint (taken.erased, ==, 2);

  dump = test_dump (fixture->reader, TEST_DUMP_ALL);
  g_assert_null (strstr (dump, "trækkes"));
  g_assert_null (strstr (dump, "Navnesen"));
  record = test_load (fixture->store, LP_NOTE, &kept);
  g_assert_cmpstr (lp_record_text (record, LP_NOTE_TEXT), ==, "Det her bliver");
  g_clear_object (&record);
  record = test_load (fixture->store, LP_NOTE, &later);
  g_assert_cmpint (lp_record_int (record, LP_DELETED), ==, TRUE);
  g_clear_object (&record);
  record = test_load (fixture->store, LP_MEETING, &fixture->meeting);
  g_assert_cmpint (lp_record_int (record, LP_DELETED), ==, FALSE);
}

/* A code says the same note for ever, on whatever machine. */
static void
test_numbers (TestMeeting *fixture, gconstpointer data)
{
  g_autoptr (TestFolder) there = test_folder_new ();
  g_autofree char *path = g_build_filename (there->path, "a.json", NULL);
  LpStore *other = test_store_open (there->database);
  LpChangeSet *changes = lp_change_set_new ("Erase");
  LpId last = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (LpRecord) record = NULL;

  test_note (fixture->store, &fixture->meeting, "første");
  test_note (fixture->store, &fixture->meeting, "anden");
  last = test_note (fixture->store, &fixture->meeting, "tredje");
  g_assert_true (lp_note_erase (changes, fixture->reader, &fixture->meeting, &last, &error));
  test_commit (fixture->store, changes);
  g_free (export_to (fixture->store, &fixture->meeting, path));
  import_from (other, path, FALSE);
  last = test_note (other, &fixture->meeting, "fjerde");
  record = test_load (other, LP_NOTE, &last);
  g_assert_cmpint (lp_record_int (record, LP_NOTE_NUMBER), ==, 4);
  g_assert_cmpint (test_number (lp_store_get_reader (other), "SELECT count (*) FROM note"), ==, 3);
  test_store_close (other);
  test_check (there->database);
}

static void
test_undo (TestMeeting *fixture, gconstpointer data)
{
  g_autoptr (TestFolder) there = test_folder_new ();
  g_autofree char *path = g_build_filename (there->path, "a.json", NULL);
  LpStore *other = test_store_open (there->database);
  LpId meeting = make_meeting (fixture->store);
  g_autofree char *first = export_to (fixture->store, &meeting, path);
  g_autofree char *before = without_time (first);
  g_autofree char *second = NULL;
  g_autofree char *after = NULL;
  g_autofree char *visible = NULL;
  g_autoptr (GError) error = NULL;

  import_from (other, path, FALSE);
  g_assert_true (lp_store_undo (other, &error));
  visible = test_dump (lp_store_get_reader (other), TEST_DUMP_VISIBLE);
  g_assert_cmpstr (visible, ==, "");
  import_from (other, path, FALSE);
  second = export_to (other, &meeting, path);
  after = without_time (second);
  g_assert_cmpstr (after, ==, before);
  test_store_close (other);
  test_check (there->database);
}

/* A panel of the same name is that panel, as when a meeting is made. */
static void
test_panel (TestMeeting *fixture, gconstpointer data)
{
  g_autoptr (TestFolder) there = test_folder_new ();
  g_autofree char *path = g_build_filename (there->path, "a.json", NULL);
  LpStore *other = test_store_open (there->database);
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpId panel = lp_id_new ();
  LpId own = lp_id_new ();
  g_autoptr (LpRecord) record = NULL;

  lp_edit_text (lp_change_set_put (changes, LP_PANEL, &panel, &panel), LP_PANEL_NAME, "Panelet");
  lp_edit_id (lp_change_set_put (changes, LP_MEETING, &fixture->meeting, &fixture->meeting), LP_MEETING_PANEL, &panel);
  test_commit (fixture->store, changes);
  changes = lp_change_set_new ("Test");
  lp_edit_text (lp_change_set_put (changes, LP_PANEL, &own, &own), LP_PANEL_NAME, "Panelet");
  test_commit (other, changes);
  g_free (export_to (fixture->store, &fixture->meeting, path));
  import_from (other, path, FALSE);
  record = test_load (other, LP_MEETING, &fixture->meeting);
  g_assert_true (lp_id_equal (lp_record_id (record, LP_MEETING_PANEL), &own));
  g_assert_cmpint (test_number (lp_store_get_reader (other), "SELECT count (*) FROM panel"), ==, 1);
  test_store_close (other);
}

/* What lies in one meeting cannot be in another too. */
static void
test_elsewhere (TestMeeting *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder->path, "a.json", NULL);
  g_autofree char *id = lp_id_to_string (&fixture->meeting);
  g_autofree char *good = NULL;
  g_autofree char *bad = NULL;

  test_note (fixture->store, &fixture->meeting, "En drøm");
  good = export_to (fixture->store, &fixture->meeting, path);
  bad = replace (good, id, "01a216f9-31e5-7000-baa7-e02bc9707cf1");
  g_assert_true (g_file_set_contents (path, bad, -1, NULL));
  assert_refused (fixture->store, path, FALSE, "in another meeting here already");
  import_from (fixture->store, path, TRUE);
}

/* Who takes a note out by hand is told what belongs to it. */
static void
test_part (TestMeeting *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder->path, "a.json", NULL);
  g_autofree char *good = export_to (fixture->store, &fixture->meeting, path);
  g_autofree char *counted = replace (good, "\"evidence\":0", "\"evidence\":1");
  g_autofree char *bad = replace (counted, "\"evidence\":[\n", "\"evidence\":[\n{\"id\":\"01a216f9-31e5-7000-baa7-e02bc9707cf1\","
                                  "\"note\":\"01a216f9-31e5-7000-baa7-e02bc9707cf2\"}");

  g_assert_true (g_file_set_contents (path, bad, -1, NULL));
  assert_refused (fixture->store, path, TRUE, "“note” of “evidence” names 01a216f9-31e5-7000-baa7-e02bc9707cf2, which is not in the file");
}

static void
test_cancel (TestMeeting *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder->path, "a.json", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  LpMeetingTaken taken = { 0 };

  g_free (export_to (fixture->store, &fixture->meeting, path));
  g_cancellable_cancel (cancellable);
  g_assert_false (lp_meeting_json_import (fixture->store, path, TRUE, cancellable, &taken, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (test_number (fixture->reader, "SELECT count (*) FROM meeting"), ==, 1);
}

#define ADD(name, test) g_test_add ("/meeting-json/" name, TestMeeting, NULL, test_meeting_set_up, test, test_meeting_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meeting-json/round-trip", test_round_trip);
  ADD ("copy", test_copy);
  ADD ("there-already", test_there_already);
  ADD ("refusals", test_refusals);
  ADD ("withdrawn", test_withdrawn);
  ADD ("numbers", test_numbers);
  ADD ("undo", test_undo);
  ADD ("panel", test_panel);
  ADD ("elsewhere", test_elsewhere);
  ADD ("part", test_part);
  ADD ("cancel", test_cancel);

  return g_test_run ();
}
