/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-util.h"

typedef struct {
  TestFolder *folder;
  LpStore    *store;
  LpId        meeting;
  GArray     *changes; /* of LpChange: what the last "changed" said */
} Fixture;

static void
changed_cb (LpStore *store, GArray *changes, Fixture *fixture)
{
  g_array_set_size (fixture->changes, 0);
  g_array_append_vals (fixture->changes, changes->data, changes->len);
}

/* The meeting is made by a run of the program before this one: nothing is left of it to undo. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = test_folder_new ();
  fixture->store = test_store_open (fixture->folder->database);
  fixture->meeting = test_meeting (fixture->store, "Kick-off");
  test_store_close (fixture->store);
  fixture->store = test_store_open (fixture->folder->database);
  fixture->changes = g_array_new (FALSE, FALSE, sizeof (LpChange));
  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_store_close (fixture->store);
  test_check (fixture->folder->database);
  test_folder_free (fixture->folder);
  g_array_unref (fixture->changes);
}

static void
undo (LpStore *store)
{
  g_autoptr (GError) error = NULL;

  lp_store_undo (store, &error);
  g_assert_no_error (error);
}

static void
redo (LpStore *store)
{
  g_autoptr (GError) error = NULL;

  lp_store_redo (store, &error);
  g_assert_no_error (error);
}

static void
assert_text (Fixture *fixture, const LpId *note, const char *text)
{
  g_autoptr (LpRecord) record = test_load (fixture->store, LP_NOTE, note);

  g_assert_nonnull (record);
  g_assert_cmpstr (lp_record_text (record, LP_NOTE_TEXT), ==, text);
}

static gboolean
is_changed (Fixture *fixture, const LpId *object)
{
  for (guint i = 0; i < fixture->changes->len; i++)
    if (lp_id_equal (&g_array_index (fixture->changes, LpChange, i).object, object))
      return TRUE;

  return FALSE;
}

/* data: where the title goes */
static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  char **title = data;
  g_autoptr (GError) error = NULL;

  g_assert_true (lp_store_undo_finish (LP_STORE (source), result, title, &error));
  g_assert_no_error (error);
}

static void
test_undo_one (Fixture *fixture, gconstpointer data)
{
  LpId note = test_note (fixture->store, &fixture->meeting, "Before");

  test_set_text (fixture->store, &fixture->meeting, &note, "After");
  g_assert_cmpstr (lp_store_get_undo_title (fixture->store), ==, "Edit note");
  g_assert_null (lp_store_get_redo_title (fixture->store));

  undo (fixture->store);
  assert_text (fixture, &note, "Before");
  g_assert_cmpstr (lp_store_get_undo_title (fixture->store), ==, "Add note");
  g_assert_cmpstr (lp_store_get_redo_title (fixture->store), ==, "Edit note");
  g_assert_true (is_changed (fixture, &note));

  redo (fixture->store);
  assert_text (fixture, &note, "After");
  g_assert_cmpstr (lp_store_get_undo_title (fixture->store), ==, "Edit note");
  g_assert_null (lp_store_get_redo_title (fixture->store));
}

static void
nothing_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (lp_store_undo_finish (LP_STORE (source), result, &title, &error));
  g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND);
  g_assert_null (title);
  *(gboolean *) data = TRUE;
}

static void
test_undo_nothing_async (Fixture *fixture, gconstpointer data)
{
  gboolean told = FALSE;

  lp_store_undo_async (fixture->store, NULL, nothing_cb, &told);
  while (!told)
    g_main_context_iteration (NULL, TRUE);
}

/* Unsaying what was never said changes nothing: a step of it would be undone in vain, and could not be redone. */
static void
test_undo_no_answer (Fixture *fixture, gconstpointer data)
{
  LpId note = test_note (fixture->store, &fixture->meeting, "Note");
  LpChangeSet *changes = lp_change_set_new ("Unsay");

  g_array_set_size (fixture->changes, 0);
  lp_edit_none (lp_change_set_put (changes, LP_NOTE, &fixture->meeting, &note), LP_NOTE_HIDDEN);
  test_commit (fixture->store, changes);
  g_assert_cmpuint (fixture->changes->len, ==, 0);
  g_assert_cmpstr (lp_store_get_undo_title (fixture->store), ==, "Add note");
}

/* Ctrl+Z right after Enter means the note just typed, though it is not on the disk yet. */
static void
test_undo_pending (Fixture *fixture, gconstpointer data)
{
  LpId first = test_note (fixture->store, &fixture->meeting, "First");
  LpId second = lp_id_new ();
  g_autoptr (LpChangeSet) changes = lp_change_set_new ("Add the second");
  g_autoptr (LpRecord) kept = NULL;
  g_autoptr (LpRecord) undone = NULL;
  char *title = NULL;

  lp_edit_text (lp_change_set_put (changes, LP_NOTE, &fixture->meeting, &second), LP_NOTE_TEXT, "Second");
  lp_store_commit_async (fixture->store, changes, NULL, NULL, NULL);
  lp_store_undo_async (fixture->store, NULL, undone_cb, &title);
  while (title == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (title, ==, "Add the second");
  g_free (title);

  kept = test_load (fixture->store, LP_NOTE, &first);
  undone = test_load (fixture->store, LP_NOTE, &second);
  g_assert_false (lp_record_int (kept, LP_DELETED));
  g_assert_true (lp_record_int (undone, LP_DELETED));
}

static void
test_undo_async (Fixture *fixture, gconstpointer data)
{
  LpId note = test_note (fixture->store, &fixture->meeting, "Note");
  char *title = NULL;
  g_autoptr (LpRecord) record = NULL;

  lp_store_undo_async (fixture->store, NULL, undone_cb, &title);
  while (title == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (title, ==, "Add note");
  g_clear_pointer (&title, g_free);
  record = test_load (fixture->store, LP_NOTE, &note);
  g_assert_true (lp_record_int (record, LP_DELETED));

  lp_store_redo_async (fixture->store, NULL, undone_cb, &title);
  while (title == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (title, ==, "Add note");
  g_clear_pointer (&title, g_free);
  g_clear_object (&record);
  record = test_load (fixture->store, LP_NOTE, &note);
  g_assert_false (lp_record_int (record, LP_DELETED));
}

static void
test_undo_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (lp_store_get_undo_title (fixture->store));
  g_assert_false (lp_store_undo (fixture->store, &error));
  g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (lp_store_redo (fixture->store, &error));
  g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND);
}

static void
test_undo_then_new (Fixture *fixture, gconstpointer data)
{
  LpId note = test_note (fixture->store, &fixture->meeting, "One");

  test_set_text (fixture->store, &fixture->meeting, &note, "Two");
  undo (fixture->store);
  test_set_text (fixture->store, &fixture->meeting, &note, "Three");
  g_assert_null (lp_store_get_redo_title (fixture->store));
  undo (fixture->store);
  assert_text (fixture, &note, "One");
}

/* --- anything, in any order --- */

typedef struct {
  LpEntity entity;
  LpId     id;
  gboolean deleted;
} Object;

static void
fill_field (LpEdit *edit, LpEntity entity, guint field)
{
  LpId id = lp_id_new ();
  g_autofree char *text = g_strdup_printf ("text %d", g_test_rand_int_range (0, 1000));

  if (g_test_rand_int_range (0, 6) == 0)
    {
      lp_edit_none (edit, field);
      return;
    }

  switch (lp_schema_entity (entity)->fields[field].type)
    {
    case LP_TYPE_INT:
    case LP_TYPE_BOOL:
    case LP_TYPE_TIME:
      lp_edit_int (edit, field, g_test_rand_int_range (0, 2));
      break;
    case LP_TYPE_ID:
      lp_edit_id (edit, field, &id);
      break;
    case LP_TYPE_TEXT:
    case LP_TYPE_DATE:
    case LP_TYPE_RANK:
    case LP_TYPE_PLACE:
    default:
      lp_edit_text (edit, field, text);
      break;
    }
}

/* Some fields other than "deleted", and not those that the writer fills in, nor those that undo lets be. */
static void
fill (LpEdit *edit, LpEntity entity)
{
  guint n = g_test_rand_int_range (1, 4);

  for (guint i = 0; i < n; i++)
    {
      guint field = g_test_rand_int_range (1, lp_schema_entity (entity)->n_fields);

      if (lp_schema_entity (entity)->fields[field].flags & LP_FIELD_LASTING)
        continue;
      if (entity != LP_NOTE || (field != LP_NOTE_STATION && field != LP_NOTE_NUMBER))
        fill_field (edit, entity, field);
    }
}

static void
act_create (LpChangeSet *changes, const LpId *space, GArray *objects)
{
  Object object = { .entity = g_test_rand_int_range (0, LP_N_ENTITIES), .id = lp_id_new () };
  LpEdit *edit = lp_change_set_put (changes, object.entity, space, &object.id);

  fill_field (edit, object.entity, 1 + (object.entity == LP_NOTE ? LP_NOTE_KIND : 0));
  fill (edit, object.entity);
  g_array_append_val (objects, object);
}

static void
act (LpChangeSet *changes, const LpId *space, GArray *objects)
{
  Object *object = NULL;
  int what = g_test_rand_int_range (0, 10);

  if (objects->len == 0 || what < 3)
    {
      act_create (changes, space, objects);
      return;
    }

  object = &g_array_index (objects, Object, g_test_rand_int_range (0, objects->len));
  if (what < 7)
    fill (lp_change_set_put (changes, object->entity, space, &object->id), object->entity);
  else if (object->deleted)
    lp_change_set_restore (changes, object->entity, space, &object->id);
  else
    lp_change_set_delete (changes, object->entity, space, &object->id);
  if (what >= 7)
    object->deleted = !object->deleted;
}

/* Commits n random actions, each of one or several changes. Returns what was to be seen before, between and after. */
static GPtrArray *
act_randomly (Fixture *fixture, guint n)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) objects = g_array_new (FALSE, FALSE, sizeof (Object));
  LpReader *reader = lp_store_get_reader (fixture->store);

  g_ptr_array_add (seen, test_dump (reader, TEST_DUMP_VISIBLE));
  while (seen->len <= n)
    {
      g_autofree char *title = g_strdup_printf ("Action %u", seen->len);
      LpChangeSet *changes = lp_change_set_new (title);
      guint n_changes = g_test_rand_int_range (1, 5);

      for (guint j = 0; j < n_changes; j++)
        act (changes, &fixture->meeting, objects);
      g_array_set_size (fixture->changes, 0);
      test_commit (fixture->store, changes);
      /* setting things to what they are is no step */
      if (fixture->changes->len > 0)
        g_ptr_array_add (seen, test_dump (reader, TEST_DUMP_VISIBLE));
    }

  return g_steal_pointer (&seen);
}

static void
assert_seen (Fixture *fixture, GPtrArray *seen, guint position)
{
  g_autofree char *now = test_dump (lp_store_get_reader (fixture->store), TEST_DUMP_VISIBLE);

  if (g_strcmp0 (now, seen->pdata[position]) != 0)
    g_test_message ("at %u, expected:\n%s\nbut there is:\n%s", position, (char *) seen->pdata[position], now);
  g_assert_true (g_strcmp0 (now, seen->pdata[position]) == 0);
}

static void
test_undo_all_redo_all (Fixture *fixture, gconstpointer data)
{
  const guint n = 40;
  g_autoptr (GPtrArray) seen = act_randomly (fixture, n);

  for (guint i = 0; i < n; i++)
    undo (fixture->store);
  g_assert_null (lp_store_get_undo_title (fixture->store));
  assert_seen (fixture, seen, 0);
  for (guint i = 0; i < n; i++)
    redo (fixture->store);
  g_assert_null (lp_store_get_redo_title (fixture->store));
  assert_seen (fixture, seen, n);
}

/* Back and forth at random: each step lands on what was to be seen at that step. */
static void
test_undo_walk (Fixture *fixture, gconstpointer data)
{
  const guint n = 25;
  guint position = n;
  g_autoptr (GPtrArray) seen = act_randomly (fixture, n);

  for (guint i = 0; i < 120; i++)
    {
      gboolean back = position == n || (position > 0 && g_test_rand_bit ());
      g_autofree char *title = g_strdup_printf ("Action %u", back ? position : position + 1);

      g_assert_cmpstr (back ? lp_store_get_undo_title (fixture->store) : lp_store_get_redo_title (fixture->store),
                       ==, title);
      if (back)
        undo (fixture->store);
      else
        redo (fixture->store);
      position += back ? -1 : 1;
      assert_seen (fixture, seen, position);
    }
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/undo/one", test_undo_one);
  add ("/undo/async", test_undo_async);
  add ("/undo/nothing", test_undo_nothing);
  add ("/undo/nothing-async", test_undo_nothing_async);
  add ("/undo/no-answer", test_undo_no_answer);
  add ("/undo/pending", test_undo_pending);
  add ("/undo/then-new", test_undo_then_new);
  add ("/undo/all-and-redo-all", test_undo_all_redo_all);
  add ("/undo/walk", test_undo_walk);

  return g_test_run ();
}
