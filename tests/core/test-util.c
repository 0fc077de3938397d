/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-util.h"

#include <glib/gstdio.h>

#include "lp-check.h"
#include "lp-meeting.h"

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }

  g_remove (path);
}

/* The columns of a table as one SQL expression, each value quoted, so that a row is one line of text. */
static char *
row_expression (LpReader *reader, const LpEntityInfo *info, TestDump what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpQuery) query = NULL;
  g_autoptr (GString) sql = g_string_new ("''");
  guint unused = 0;

  query = lp_reader_query (reader, "SELECT name FROM pragma_table_info (?1) ORDER BY name");
  lp_query_bind_text (query, 1, info->name);
  while (lp_query_next (query, &error))
    {
      const char *name = lp_query_text (query, 0);
      LpEntity entity = LP_N_ENTITIES;
      gboolean field = FALSE;

      g_assert_true (lp_schema_find_entity (info->name, &entity));
      field = lp_schema_find_field (entity, name, &unused);
      if (g_str_equal (name, "num"))
        continue;
      if (what == TEST_DUMP_VISIBLE && !field && !g_str_equal (name, "id") && !g_str_equal (name, "space"))
        continue;
      g_string_append_printf (sql, " || '%s=' || quote (\"%s\") || ' '", name, name);
    }
  g_assert_no_error (error);

  return g_string_free_and_steal (g_steal_pointer (&sql));
}

static void
dump_entity (GString *out, LpReader *reader, const LpEntityInfo *info, TestDump what)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *row = row_expression (reader, info, what);
  g_autofree char *sql = NULL;
  g_autoptr (LpQuery) query = NULL;

  sql = g_strdup_printf ("SELECT %s FROM \"%s\" %s ORDER BY id", row, info->name,
                         what == TEST_DUMP_VISIBLE ? "WHERE deleted IS NOT 1" : "");
  query = lp_reader_query (reader, sql);
  while (lp_query_next (query, &error))
    g_string_append_printf (out, "%s: %s\n", info->name, lp_query_text (query, 0));
  g_assert_no_error (error);
}

TestFolder *
test_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  TestFolder *folder = g_new0 (TestFolder, 1);

  folder->path = g_dir_make_tmp ("landspanel-test-XXXXXX", &error);
  g_assert_no_error (error);
  folder->database = g_build_filename (folder->path, "landspanel.db", NULL);

  return folder;
}

void
test_folder_free (TestFolder *folder)
{
  remove_tree (folder->path);
  g_free (folder->path);
  g_free (folder->database);
  g_free (folder);
}

LpStore *
test_store_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpStore) store = lp_store_open (path, LP_STORE_READ_WRITE, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);

  return g_steal_pointer (&store);
}

void
test_store_close (LpStore *store)
{
  g_autoptr (GError) error = NULL;

  lp_store_close (store, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (store);
}

/* Takes the change set. */
void
test_commit (LpStore *store, LpChangeSet *changes)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lp_store_commit (store, changes, &error));
  g_assert_no_error (error);
  lp_change_set_unref (changes);
}

LpId
test_meeting (LpStore *store, const char *title)
{
  LpChangeSet *changes = lp_change_set_new ("New meeting");
  LpId id = lp_id_new ();
  LpEdit *edit = lp_change_set_put (changes, LP_MEETING, &id, &id);

  lp_edit_text (edit, LP_MEETING_TITLE, title);
  lp_edit_text (edit, LP_MEETING_DATE, "2026-03-14");
  test_commit (store, changes);

  return id;
}

LpId
test_note (LpStore *store, const LpId *meeting, const char *text)
{
  LpChangeSet *changes = lp_change_set_new ("Add note");
  LpNoteDraft draft = { .kind = LP_KIND_DREAM, .text = text };
  LpId id = { 0 };

  lp_note_create (changes, lp_store_get_reader (store), meeting, &draft, &id);
  test_commit (store, changes);
  g_assert_true (lp_id_is_set (&id));

  return id;
}

void
test_set_text (LpStore *store, const LpId *meeting, const LpId *note, const char *text)
{
  LpChangeSet *changes = lp_change_set_new ("Edit note");

  lp_edit_text (lp_change_set_put (changes, LP_NOTE, meeting, note), LP_NOTE_TEXT, text);
  test_commit (store, changes);
}

LpId
test_theme (LpStore *store, const LpId *meeting, const char *name)
{
  g_autoptr (GError) error = NULL;
  LpChangeSet *changes = lp_change_set_new ("Add theme");
  LpId id = { 0 };

  g_assert_true (lp_theme_create (changes, lp_store_get_reader (store), meeting, name, &id, &error));
  g_assert_no_error (error);
  test_commit (store, changes);

  return id;
}

LpRecord *
test_load (LpStore *store, LpEntity entity, const LpId *id)
{
  g_autoptr (GError) error = NULL;
  LpRecord *record = lp_reader_load (lp_store_get_reader (store), entity, id, &error);

  g_assert_no_error (error);

  return record;
}

gint64
test_number (LpReader *reader, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpQuery) query = lp_reader_query (reader, sql);

  g_assert_true (lp_query_next (query, &error));
  g_assert_no_error (error);

  return lp_query_int (query, 0);
}

char *
test_dump (LpReader *reader, TestDump what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  g_assert_true (lp_reader_begin (reader, &error));
  g_assert_no_error (error);
  for (LpEntity entity = 0; entity < LP_N_ENTITIES; entity++)
    dump_entity (out, reader, lp_schema_entity (entity), what);
  lp_reader_end (reader);

  return g_string_free_and_steal (g_steal_pointer (&out));
}

/* Fails with the findings, if there are any. */
void
test_check (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = lp_check (path, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("check: %s", (const char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

void
test_meeting_set_up (TestMeeting *self, gconstpointer data)
{
  self->folder = test_folder_new ();
  self->store = test_store_open (self->folder->database);
  self->reader = lp_store_get_reader (self->store);
  self->meeting = test_meeting (self->store, "Kick-off");
}

/* Proves on the way that the log and the tables agree, whatever the test did. */
void
test_meeting_tear_down (TestMeeting *self, gconstpointer data)
{
  if (self->store != NULL)
    test_store_close (self->store);
  test_check (self->folder->database);
  test_folder_free (self->folder);
}
