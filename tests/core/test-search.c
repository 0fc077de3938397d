/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <string.h>

#include "lp-list.h"
#include "lp-meeting.h"
#include "lp-note-search.h"
#include "lp-search.h"
#include "test-util.h"

/* A search finds by its index just what is found by looking at each note. */

typedef TestMeeting Fixture;

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_store_close (g_steal_pointer (&fixture->store));
  test_check (fixture->folder->database);
  test_meeting_tear_down (fixture, data);
}

static GArray *
search_all (Fixture *fixture, const char *text)
{
  LpNoteFilter filter = LP_NOTE_FILTER_ALL;
  g_autoptr (GError) error = NULL;
  GArray *found = NULL;

  filter.text = text;
  found = lp_note_search_all (lp_store_get_reader (fixture->store), &fixture->meeting, &filter, &error);
  g_assert_no_error (error);

  return found;
}

static guint
count (Fixture *fixture, const char *text)
{
  g_autoptr (GArray) found = search_all (fixture, text);

  return found->len;
}

static void
set_deleted (Fixture *fixture, const LpId *note, gboolean deleted)
{
  LpChangeSet *changes = lp_change_set_new ("Delete");

  if (deleted)
    lp_change_set_delete (changes, LP_NOTE, &fixture->meeting, note);
  else
    lp_change_set_restore (changes, LP_NOTE, &fixture->meeting, note);
  test_commit (fixture->store, changes);
}

static void
test_finds (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *sought;
    guint       n;
  } cases[] = {
    { "egen bolig", 1 }, { "bolig", 2 }, { "BOLIG", 2 }, { "bol", 2 }, { "bo", 2 }, { "b", 3 }, { "olig", 2 },
    { "ligs", 1 }, { "g", 3 }, { "ig", 2 }, { "åben", 1 }, { "aaben", 1 }, { "kobe", 0 }, { "ÆBLE", 1 }, { "aeble", 1 },
    { "koe", 1 }, { "kø", 1 }, { "cafe", 1 }, { "café", 1 }, { "bolig egen", 1 }, { "bolig café", 0 }, { "?", 1 },
    { "“", 1 }, { "🔑", 1 }, { "365", 1 }, { "  bolig  ", 2 }, { "bolig?", 1 }, { "\"bolig\"", 0 }, { "bolig*", 0 },
    { "boligboliger", 0 }, { "АБВ", 1 }, { "бв", 1 }, { "_", 0 }, { "OR", 1 }, { "%", 0 }, { " ", 4 }, { "", 4 },
    { "ligegen", 0 },
  };

  test_note (fixture->store, &fixture->meeting, "Egen bolig? Ikke et værelse");
  test_note (fixture->store, &fixture->meeting, "Boligsocial kø, “nøgle” 🔑 på bordet абв");
  test_note (fixture->store, &fixture->meeting, "Åben café alle 365 dage, også jul og æblekage");
  test_note (fixture->store, &fixture->meeting, "Mit hjem");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].sought);
      g_assert_cmpuint (count (fixture, cases[i].sought), ==, cases[i].n);
    }
}

static void
test_follows (Fixture *fixture, gconstpointer data)
{
  LpId note = test_note (fixture->store, &fixture->meeting, "Zebraskoven");

  g_assert_cmpuint (count (fixture, "brask"), ==, 1);
  test_set_text (fixture->store, &fixture->meeting, &note, "Æbleskoven");
  g_assert_cmpuint (count (fixture, "brask"), ==, 0);
  g_assert_cmpuint (count (fixture, "bleskov"), ==, 1);
  set_deleted (fixture, &note, TRUE);
  g_assert_cmpuint (count (fixture, "bleskov"), ==, 0);
  test_set_text (fixture->store, &fixture->meeting, &note, "Hesteskoven");
  set_deleted (fixture, &note, FALSE);
  g_assert_cmpuint (count (fixture, "hesteskov"), ==, 1);
  g_assert_true (lp_store_undo (fixture->store, NULL));
  g_assert_cmpuint (count (fixture, "hesteskov"), ==, 0);
}

/* Other meetings are not searched. */
static void
test_one_meeting (Fixture *fixture, gconstpointer data)
{
  LpId other = test_meeting (fixture->store, "Another");

  test_note (fixture->store, &other, "Zebraskoven");
  g_assert_cmpuint (count (fixture, "zebraskoven"), ==, 0);
  test_note (fixture->store, &fixture->meeting, "Zebraskoven");
  g_assert_cmpuint (count (fixture, "zebraskoven"), ==, 1);
}

static const char *const syllables[] = { "bo", "lig", "e", "gen", "hjem", "kom", "mu", "ne", "å", "ø", " ", " ", " ", "?" };

static char *
make_text (guint n_syllables)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_syllables; i++)
    g_string_append (text, syllables[g_test_rand_int_range (0, G_N_ELEMENTS (syllables))]);

  return g_string_free_and_steal (text);
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const LpNoteHit *one = a, *other = b;

  if (one->key != other->key)
    return one->key < other->key ? 1 : -1;

  return one->num < other->num ? 1 : -1;
}

/* Looks at every note. */
static GArray *
look_through (LpReader *reader, const char *text)
{
  g_autoptr (LpSearch) search = lp_search_new (text);
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (LpQuery) query = lp_reader_query (reader, "SELECT num, time, text FROM note WHERE deleted=0");
  GArray *found = g_array_new (FALSE, FALSE, sizeof (LpNoteHit));

  while (lp_query_next (query, NULL))
    {
      if (lp_search_holds (lp_query_text (query, 2), lp_search_get_pieces (search), folded))
        g_array_append_val (found, ((LpNoteHit) { lp_query_int (query, 0), lp_query_int (query, 1) }));
    }
  g_array_sort (found, compare_hits);

  return found;
}

static void
assert_begins (GArray *found, GArray *expected)
{
  g_assert_cmpuint (found->len, <=, expected->len);
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpint (g_array_index (found, LpNoteHit, i).num, ==, g_array_index (expected, LpNoteHit, i).num);
}

static void
check_search (Fixture *fixture, const char *text)
{
  LpReader *reader = lp_store_get_reader (fixture->store);
  LpNoteFilter filter = LP_NOTE_FILTER_ALL;
  g_autoptr (GArray) expected = look_through (reader, text);
  g_autoptr (GArray) all = search_all (fixture, text);
  g_autoptr (GArray) newest = NULL;
  g_autoptr (GError) error = NULL;
  gboolean complete = FALSE;

  g_test_message ("“%s”: %u", text, expected->len);
  assert_begins (all, expected);
  g_assert_cmpuint (all->len, ==, expected->len);
  filter.text = text;
  newest = lp_note_search_newest (reader, &fixture->meeting, &filter, 10, 0, &complete, &error);
  g_assert_no_error (error);
  assert_begins (newest, expected);
  g_assert_cmpuint (newest->len, >=, MIN (10, expected->len));
  if (complete)
    g_assert_cmpuint (newest->len, ==, expected->len);
}

/* data: how many notes have the same time; or 0: their times come in any order */
static void
test_any_words (Fixture *fixture, gconstpointer data)
{
  LpChangeSet *changes = lp_change_set_new ("Add");
  guint same = GPOINTER_TO_UINT (data);

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *text = make_text (g_test_rand_int_range (1, 12));
      LpNoteDraft draft = { .kind = LP_KIND_DREAM, .text = text };

      draft.time = same > 0 ? 1 + i / same : (guint) g_test_rand_int_range (1, 500);
      lp_note_create (changes, lp_store_get_reader (fixture->store), &fixture->meeting, &draft, &(LpId) { 0 });
    }
  test_commit (fixture->store, changes);
  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *text = make_text (g_test_rand_int_range (1, 6));

      check_search (fixture, text);
    }
}

/* A list that searches on a thread shows in the end what there is, though notes change meanwhile. */
static void
test_list_completes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LpList) list = lp_list_new_notes (fixture->store, &fixture->meeting);
  LpNoteFilter filter = LP_NOTE_FILTER_ALL;

  filter.text = "hjem";
  for (guint i = 0; i < 20; i++)
    {
      test_note (fixture->store, &fixture->meeting, i % 2 == 0 ? "Et hjem" : "Et hus");
      lp_list_set_filter (list, i % 3 == 0 ? &LP_NOTE_FILTER_ALL : &filter);
      while (!lp_list_is_complete (list))
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, i % 3 == 0 ? i + 1 : i / 2 + 1);
    }
}

/* The pages of the index as SQLite keeps them. */
static gboolean
is_in_pages (const char *path, const char *gram)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  gboolean found = FALSE;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, "SELECT block FROM note_index_data UNION ALL SELECT term FROM note_index_idx", -1, &statement,
                      NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const void *bytes = sqlite3_column_blob (statement, 0); /* NULL where there are none */

      found |= bytes != NULL && memmem (bytes, sqlite3_column_bytes (statement, 0), gram, strlen (gram)) != NULL;
    }
  sqlite3_finalize (statement);
  sqlite3_close (db);

  return found;
}

/* Nobody can tell from the index what was erased, or scrubbed: no gram of it is left. (The notes beside it have no
 * other gram with these letters: else only the end of one would stand in the index.) */
static void
test_erased (Fixture *fixture, gconstpointer data)
{
  const gboolean scrubbed = GPOINTER_TO_INT (data);
  LpId note = test_note (fixture->store, &fixture->meeting, "Hun hedder Qvxwz");
  LpChangeSet *changes = lp_change_set_new ("Erase");

  for (guint i = 0; i < 40; i++)
    test_note (fixture->store, &fixture->meeting, "Et hjem");
  g_assert_true (is_in_pages (fixture->folder->database, "qvx"));
  g_assert_true (is_in_pages (fixture->folder->database, "vxw"));
  if (scrubbed)
    lp_change_set_scrub (changes, LP_NOTE, &fixture->meeting, &note, LP_NOTE_TEXT);
  else
    lp_change_set_erase (changes, LP_NOTE, &fixture->meeting, &note);
  test_commit (fixture->store, changes);
  test_store_close (fixture->store);

  g_assert_false (is_in_pages (fixture->folder->database, "qvx"));
  g_assert_false (is_in_pages (fixture->folder->database, "vx"));
  g_assert_false (is_in_pages (fixture->folder->database, "xwz"));
  fixture->store = test_store_open (fixture->folder->database);
  g_assert_cmpuint (count (fixture, "hjem"), ==, 40);
}

static void
add (const char *path, gpointer data, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, data, test_meeting_set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/search/finds", NULL, test_finds);
  add ("/search/follows", NULL, test_follows);
  add ("/search/one-meeting", NULL, test_one_meeting);
  add ("/search/any-words/in-order", GUINT_TO_POINTER (1), test_any_words);
  add ("/search/any-words/same-time", GUINT_TO_POINTER (100), test_any_words);
  add ("/search/any-words/out-of-order", NULL, test_any_words);
  add ("/search/list-completes", NULL, test_list_completes);
  add ("/search/erased", GINT_TO_POINTER (FALSE), test_erased);
  add ("/search/scrubbed", GINT_TO_POINTER (TRUE), test_erased);

  return g_test_run ();
}
