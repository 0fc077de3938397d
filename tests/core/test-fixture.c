/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-util.h"

#include "lp-db.h"
#include "lp-meeting.h"

/*
 * Databases written by versions that people have, made by make-fixture.c: this version opens them and shows what is in
 * fixtures/NAME.txt, and brings older ones up to date from their log alone.
 */

#define NOW "v5"
#define LOG_SQL "SELECT group_concat (quote (stream) || seq || quote (stamp) || kind || entity || quote (space) ||" \
                " quote (object) || previous || quote (digest) || quote (body), char (10)) FROM (SELECT * FROM op ORDER BY stream, seq)"

static TestFolder *
copy_fixture (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".db", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", file, NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  TestFolder *folder = test_folder_new ();
  gsize length = 0;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (folder->database, bytes, length, &error));
  g_assert_no_error (error);

  return folder;
}

static void
show_field (GString *out, LpRecord *record, const LpEntityInfo *info, guint field)
{
  const LpValue *value = lp_record_value (record, field);
  g_autofree char *id = NULL;

  switch (value->kind)
    {
    case LP_VALUE_INT:
      if (value->number != 0 || info->fields[field].type != LP_TYPE_BOOL)
        g_string_append_printf (out, "  %s: %" G_GINT64_FORMAT "\n", info->fields[field].name, value->number);
      break;
    case LP_VALUE_TEXT:
      g_string_append_printf (out, "  %s: %s\n", info->fields[field].name, value->text);
      break;
    case LP_VALUE_ID:
      id = lp_id_to_string (&value->id);
      g_string_append_printf (out, "  %s: %s\n", info->fields[field].name, id);
      break;
    case LP_VALUE_NONE:
    default:
      break;
    }
}

/* All that is said; what a later version adds is not said in a database of this one. */
static char *
show (LpReader *reader)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (LpEntity entity = 0; entity < LP_N_ENTITIES; entity++)
    {
      const LpEntityInfo *info = lp_schema_entity (entity);
      g_autofree char *sql = g_strdup_printf ("SELECT num FROM \"%s\" ORDER BY id", info->name);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) records = lp_reader_load_all (reader, entity, sql, NULL, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < records->len; i++)
        {
          g_autofree char *id = lp_id_to_string (lp_record_get_id (records->pdata[i]));
          g_autofree char *space = lp_id_to_string (lp_record_get_space (records->pdata[i]));

          g_string_append_printf (out, "%s %s in %s\n", info->name, id, space);
          for (guint field = 0; field < info->n_fields; field++)
            show_field (out, records->pdata[i], info, field);
        }
    }

  return g_string_free_and_steal (g_steal_pointer (&out));
}

static char *
read_log (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpReader) reader = lp_reader_open (path, &error);
  g_autoptr (LpQuery) query = NULL;

  g_assert_no_error (error);
  query = lp_reader_query (reader, LOG_SQL);
  g_assert_true (lp_query_next (query, &error));
  g_assert_no_error (error);

  return g_strdup (lp_query_text (query, 0));
}

static void
assert_shows (LpReader *reader, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", file, NULL);
  g_autofree char *expected = NULL;
  g_autofree char *got = show (reader);
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (got, ==, expected);
}

/* Work goes on in it: the next code of station 3 is the fourth, as the third was given to what is erased. */
static void
assert_goes_on (LpStore *store)
{
  LpReader *reader = lp_store_get_reader (store);
  LpChangeSet *changes = lp_change_set_new ("Add note");
  LpNoteDraft draft = { .kind = LP_KIND_DREAM, .text = "Ny", .table = 3 };
  g_autoptr (LpQuery) query = lp_reader_query (reader, "SELECT id FROM meeting");
  g_autoptr (LpRecord) note = NULL;
  g_autofree char *code = NULL;
  LpId meeting = { 0 };
  LpId id = { 0 };

  g_assert_true (lp_query_next (query, NULL));
  g_assert_true (lp_query_id (query, 0, &meeting));
  g_clear_pointer (&query, lp_query_free);
  lp_note_create (changes, reader, &meeting, &draft, &id);
  test_commit (store, changes);
  note = test_load (store, LP_NOTE, &id);
  code = lp_record_note_code (note);
  g_assert_cmpstr (code, ==, "03-004");
}

static void
test_opens (void)
{
  g_autoptr (TestFolder) folder = copy_fixture (NOW);
  LpStore *store = NULL;

  test_check (folder->database);
  store = test_store_open (folder->database);
  assert_shows (lp_store_get_reader (store), NOW);
  assert_goes_on (store);
  test_store_close (store);
  test_check (folder->database);
}

static void
assert_brought_up_to_date (const char *path, const char *name)
{
  g_autofree char *log_before = read_log (path);
  g_autofree char *log_after = NULL;
  g_autoptr (GError) error = NULL;
  LpStore *store = NULL;

  g_assert_null (lp_store_open (path, LP_STORE_READ_ONLY, &error));
  g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_FAILED);

  store = test_store_open (path);
  assert_shows (lp_store_get_reader (store), name);
  log_after = read_log (path);
  g_assert_cmpstr (log_after, ==, log_before);
  assert_goes_on (store);
  test_store_close (store);
  test_check (path);
}

/* data: its name */
static void
test_older (gconstpointer data)
{
  g_autoptr (TestFolder) folder = copy_fixture (data);

  assert_brought_up_to_date (folder->database, data);
}

static void
change_schema (const char *path, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpDb) db = lp_db_open (path, LP_DB_WRITE, &error);

  g_assert_no_error (error);
  g_assert_true (lp_db_exec (db, sql, &error));
  g_assert_no_error (error);
}

/* data: how the tables of yet another version would differ */
static void
test_other_tables (gconstpointer data)
{
  g_autoptr (TestFolder) folder = copy_fixture (NOW);

  change_schema (folder->database, data);
  assert_brought_up_to_date (folder->database, NOW);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fixture/opens", test_opens);
  g_test_add_data_func ("/fixture/older/v1", "v1", test_older);
  g_test_add_data_func ("/fixture/older/v2", "v2", test_older);
  g_test_add_data_func ("/fixture/older/v3", "v3", test_older);
  g_test_add_data_func ("/fixture/older/v4", "v4", test_older);
  g_test_add_data_func ("/fixture/older/column-missing", "ALTER TABLE note DROP COLUMN profile; PRAGMA user_version=0",
                        test_other_tables);
  g_test_add_data_func ("/fixture/older/table-missing", "DROP TABLE placement; PRAGMA user_version=0", test_other_tables);
  g_test_add_data_func ("/fixture/older/column-too-many",
                        "ALTER TABLE note ADD COLUMN colour TEXT; UPDATE note SET text='stale'; PRAGMA user_version=0",
                        test_other_tables);

  return g_test_run ();
}
