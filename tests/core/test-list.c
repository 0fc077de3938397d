/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-list.h"

#include "lp-meeting.h"
#include "test-util.h"

#define N_NOTES 30
#define N_THEMES 4
#define N_STEPS 200

typedef struct {
  TestFolder *folder;
  LpStore    *store;
  LpId        meeting;
  LpId        notes[N_NOTES];
  LpId        themes[N_THEMES];
} Fixture;

/* A list, and what one knows who only listens to it. */
typedef struct {
  LpList    *list;
  GPtrArray *mirror;  /* of LpRecord */
} Watch;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = test_folder_new ();
  self->store = test_store_open (self->folder->database);
  self->meeting = test_meeting (self->store, "Kick-off");
  for (guint i = 0; i < N_THEMES; i++)
    self->themes[i] = test_theme (self->store, &self->meeting, "A theme");
  for (guint i = 0; i < N_NOTES; i++)
    {
      LpChangeSet *changes = lp_change_set_new ("Test");
      LpNoteDraft draft = { .kind = i % LP_N_KINDS, .text = "A note", .table = i % 3, .time = 1 + i / 2 };

      lp_note_create (changes, lp_store_get_reader (self->store), &self->meeting, &draft, &self->notes[i]);
      test_commit (self->store, changes);
    }
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  test_store_close (self->store);
  test_folder_free (self->folder);
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  Watch      *watch)
{
  g_ptr_array_remove_range (watch->mirror, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (watch->mirror, position + i, g_list_model_get_item (model, position + i));
}

static Watch *
watch_new (LpList *list)
{
  Watch *watch = g_new0 (Watch, 1);

  watch->list = list;
  watch->mirror = g_ptr_array_new_with_free_func (g_object_unref);
  items_changed_cb (G_LIST_MODEL (list), 0, 0, g_list_model_get_n_items (G_LIST_MODEL (list)), watch);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), watch);
  return watch;
}

static void
watch_free (Watch *watch)
{
  g_object_unref (watch->list);
  g_ptr_array_unref (watch->mirror);
  g_free (watch);
}

/* What was heard is what a list made just now says. */
static void
check (Watch  *watch,
       LpList *fresh)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (fresh));

  g_assert_cmpuint (watch->mirror->len, ==, n_items);
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (LpRecord) record = g_list_model_get_item (G_LIST_MODEL (fresh), i);

      g_assert_cmpint (lp_record_get_num (g_ptr_array_index (watch->mirror, i)), ==, lp_record_get_num (record));
    }
}

static LpList *
new_filtered (Fixture            *self,
              const LpNoteFilter *filter)
{
  LpList *list = lp_list_new_notes (self->store, &self->meeting);

  lp_list_set_filter (list, filter);
  return list;
}

static LpChangeSet *
make_step (Fixture *self)
{
  LpChangeSet *changes = lp_change_set_new ("Step");
  const LpId *theme = &self->themes[g_test_rand_int_range (0, N_THEMES)];
  guint first = g_test_rand_int_range (0, N_NOTES);
  guint n_notes = g_test_rand_int_range (1, MIN (5, N_NOTES - first + 1));

  switch (g_test_rand_int_range (0, 10))
    {
    case 0:
      lp_change_set_delete (changes, LP_THEME, &self->meeting, theme);
      break;
    case 1:
      lp_change_set_restore (changes, LP_THEME, &self->meeting, theme);
      break;
    case 2:
      lp_change_set_delete (changes, LP_NOTE, &self->meeting, &self->notes[first]);
      break;
    case 3:
      lp_change_set_restore (changes, LP_NOTE, &self->meeting, &self->notes[first]);
      break;
    default:
      lp_notes_move (changes, lp_store_get_reader (self->store), &self->meeting, &self->notes[first], n_notes,
                     g_test_rand_int_range (0, 3) == 0 ? NULL : theme, NULL);
      break;
    }
  return changes;
}

/* However notes are moved, deleted and brought back: a list that heard of it is as one that asks anew. */
static void
test_follows (Fixture       *self,
              gconstpointer  data)
{
  LpNoteFilter loose = LP_NOTE_FILTER_ALL;
  LpNoteFilter themed = LP_NOTE_FILTER_ALL;
  LpNoteFilter by_kind = LP_NOTE_FILTER_ALL;
  Watch *watches[4];

  loose.loose = by_kind.loose = TRUE;
  by_kind.order = LP_NOTES_BY_KIND;
  themed.theme = self->themes[0];
  themed.kind = LP_KIND_DREAM;
  watches[0] = watch_new (new_filtered (self, &loose));
  watches[1] = watch_new (new_filtered (self, &themed));
  watches[2] = watch_new (lp_list_new_theme_notes (self->store, &self->themes[0]));
  watches[3] = watch_new (new_filtered (self, &by_kind));

  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autoptr (LpList) fresh_loose = NULL;
      g_autoptr (LpList) fresh_themed = NULL;
      g_autoptr (LpList) fresh_theme = NULL;
      g_autoptr (LpList) fresh_by_kind = NULL;

      test_commit (self->store, make_step (self));
      fresh_loose = new_filtered (self, &loose);
      fresh_themed = new_filtered (self, &themed);
      fresh_theme = lp_list_new_theme_notes (self->store, &self->themes[0]);
      check (watches[0], fresh_loose);
      check (watches[1], fresh_themed);
      check (watches[2], fresh_theme);
      fresh_by_kind = new_filtered (self, &by_kind);
      check (watches[3], fresh_by_kind);
    }
  for (guint i = 0; i < G_N_ELEMENTS (watches); i++)
    watch_free (watches[i]);
}

/* One note moved is one row told of: what is selected and in focus beside it stays. */
static void
test_tells_only_what_changed (Fixture       *self,
                              gconstpointer  data)
{
  LpNoteFilter loose = LP_NOTE_FILTER_ALL;
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpId two[] = { self->notes[3], self->notes[20] };
  Watch *watch = NULL;
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  guint n_kept = 0;

  loose.loose = TRUE;
  watch = watch_new (new_filtered (self, &loose));
  for (guint i = 0; i < watch->mirror->len; i++)
    g_ptr_array_add (before, g_ptr_array_index (watch->mirror, i));
  g_assert_true (lp_notes_move (changes, lp_store_get_reader (self->store), &self->meeting, two, 2, &self->themes[1],
                                NULL));
  test_commit (self->store, changes);

  g_assert_cmpuint (watch->mirror->len, ==, N_NOTES - 2);
  for (guint i = 0; i < watch->mirror->len; i++)
    n_kept += g_ptr_array_find (before, g_ptr_array_index (watch->mirror, i), NULL);
  g_assert_cmpuint (n_kept, ==, N_NOTES - 2);
  watch_free (watch);
}

static void
test_dreams_first (Fixture       *self,
                   gconstpointer  data)
{
  LpChangeSet *changes = lp_change_set_new ("Test");
  g_autoptr (LpList) list = NULL;
  static const char *const kinds[] = { "dream", "concern", "experience", "proposal", "story" };

  /* notes[4] … [0] are a story, a proposal, an experience, a concern, a dream */
  g_assert_true (lp_notes_move (changes, lp_store_get_reader (self->store), &self->meeting,
                                (const LpId[]) { self->notes[2], self->notes[3], self->notes[4], self->notes[1],
                                                 self->notes[0] },
                                5, &self->themes[0], NULL));
  test_commit (self->store, changes);
  list = lp_list_new_theme_notes (self->store, &self->themes[0]);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (LpRecord) note = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_cmpstr (lp_record_text (note, LP_NOTE_KIND), ==, kinds[i]);
    }
}

static void
set_flag (Fixture *self,
          guint    note,
          guint    field)
{
  LpChangeSet *changes = lp_change_set_new ("Test");

  lp_edit_int (lp_change_set_put (changes, LP_NOTE, &self->meeting, &self->notes[note]), field, TRUE);
  test_commit (self->store, changes);
}

static guint
count_filtered (Fixture            *self,
                const LpNoteFilter *filter)
{
  g_autoptr (LpList) list = new_filtered (self, filter);

  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

/* Each condition narrows down what the others leave, and a list that is there already hears of it. */
static void
test_conditions (Fixture       *self,
                 gconstpointer  data)
{
  LpNoteFilter filter = LP_NOTE_FILTER_ALL;
  guint8 bytes[N_NOTES + 1] = { 0 };
  g_autoptr (GBytes) among = NULL;
  g_autoptr (GBytes) none = g_bytes_new (NULL, 0);
  g_autoptr (LpList) list = NULL;

  for (guint i = 0; i < 10; i++)
    set_flag (self, i, LP_NOTE_VERBATIM);
  for (guint i = 5; i < 20; i++)
    set_flag (self, i, LP_NOTE_READ_BACK);
  set_flag (self, 6, LP_NOTE_REVIEWED);
  set_flag (self, 7, LP_NOTE_HIDDEN);
  for (guint i = 8; i <= N_NOTES; i++)
    bytes[i] = i > 9; /* num: one more than the place of the note */
  among = g_bytes_new (bytes, sizeof bytes);

  filter.verbatim = TRUE;
  g_assert_cmpuint (count_filtered (self, &filter), ==, 10);
  filter.read_back = TRUE;
  g_assert_cmpuint (count_filtered (self, &filter), ==, 5);
  filter.unreviewed = TRUE;
  list = new_filtered (self, &filter);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
  set_flag (self, 4, LP_NOTE_READ_BACK);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 4);
  filter.among = among;
  g_assert_cmpuint (count_filtered (self, &filter), ==, 1);
  filter.among = none;
  g_assert_cmpuint (count_filtered (self, &filter), ==, 0);
  filter.among = among;
  filter.kind = (9 % LP_N_KINDS + 1) % LP_N_KINDS;
  g_assert_cmpuint (count_filtered (self, &filter), ==, 0);
}

static void
assert_by_kind (Fixture    *self,
                const char *text)
{
  LpNoteFilter filter = LP_NOTE_FILTER_ALL;
  g_autoptr (LpList) list = NULL;
  LpKind last = 0;
  gint64 last_num = G_MAXINT64;

  filter.order = LP_NOTES_BY_KIND;
  filter.text = text;
  list = new_filtered (self, &filter);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, N_NOTES);
  for (guint i = 0; i < N_NOTES; i++)
    {
      g_autoptr (LpRecord) note = g_list_model_get_item (G_LIST_MODEL (list), i);
      LpKind kind = 0;

      g_assert_true (lp_kind_find (lp_record_text (note, LP_NOTE_KIND), &kind));
      g_assert_cmpint (kind, >=, last);
      if (kind == last)
        g_assert_cmpint (lp_record_get_num (note), <, last_num);
      last = kind;
      last_num = lp_record_get_num (note);
    }
}

/* Of all notes, and of those that have a word, which the index finds. */
static void
test_by_kind (Fixture       *self,
              gconstpointer  data)
{
  assert_by_kind (self, NULL);
  assert_by_kind (self, "note");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/list/follows", test_follows);
  ADD ("/list/tells-only-what-changed", test_tells_only_what_changed);
  ADD ("/list/dreams-first", test_dreams_first);
  ADD ("/list/conditions", test_conditions);
  ADD ("/list/by-kind", test_by_kind);

  return g_test_run ();
}
