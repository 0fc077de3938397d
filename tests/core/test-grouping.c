/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-note-theme.h"

#include "lp-board.h"
#include "lp-meeting.h"
#include "lp-note-search.h"
#include "lp-theme-actions.h"
#include "test-util.h"

/*
 * Any sequence of moves, merges, splits and undos leaves each note in exactly the themes that it should be in, and loses none: beside
 * the database stands a plain table of who is where, changed by the rules that users are told.
 */

#define N_NOTES 12
#define MAX_THEMES 40
#define N_STEPS 300
#define NONE -1

typedef struct {
  int      home[N_NOTES];
  gboolean also[N_NOTES][MAX_THEMES];
  gboolean there[MAX_THEMES];
} Model;

typedef struct {
  TestMeeting  meeting;
  LpId         notes[N_NOTES];
  LpId         themes[MAX_THEMES];
  int          n_themes;
  guint        born[N_NOTES][MAX_THEMES]; /* when a note first came into a theme besides its home; 0: never */
  guint        clock;
  Model        now;
  GArray      *before;   /* of Model: what undo goes back to */
  GArray      *after;    /* and redo */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  test_meeting_set_up (&self->meeting, NULL);
  self->before = g_array_new (FALSE, FALSE, sizeof (Model));
  self->after = g_array_new (FALSE, FALSE, sizeof (Model));
  for (guint i = 0; i < N_NOTES; i++)
    {
      self->notes[i] = test_note (self->meeting.store, &self->meeting.meeting, "Words");
      self->now.home[i] = NONE;
    }
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_array_unref (self->before);
  g_array_unref (self->after);
  test_meeting_tear_down (&self->meeting, NULL);
}

/* What the model says of one note. */

static gboolean
is_in (Model *model, int note, int theme)
{
  return model->home[note] == theme || model->also[note][theme];
}

static void
put_also (Fixture *self, int note, int theme)
{
  self->now.also[note][theme] = TRUE;
  if (self->born[note][theme] == 0)
    self->born[note][theme] = ++self->clock;
}

static int
first_also (Fixture *self, int note)
{
  int first = NONE;

  for (int i = 0; i < self->n_themes; i++)
    {
      if (self->now.also[note][i] && (first == NONE || self->born[note][i] < self->born[note][first]))
        first = i;
    }

  return first;
}

static void
model_move (Fixture *self, int note, int theme)
{
  self->now.home[note] = theme;
  for (int i = 0; i < self->n_themes; i++)
    {
      if (theme == NONE || i == theme)
        self->now.also[note][i] = FALSE;
    }
}

static void
model_add (Fixture *self, int note, int theme)
{
  if (is_in (&self->now, note, theme))
    return;
  if (self->now.home[note] == NONE)
    self->now.home[note] = theme;
  else
    put_also (self, note, theme);
}

static void
model_remove (Fixture *self, int note, int theme)
{
  self->now.also[note][theme] = FALSE;
  if (self->now.home[note] != theme)
    return;
  self->now.home[note] = first_also (self, note);
  if (self->now.home[note] != NONE)
    self->now.also[note][self->now.home[note]] = FALSE;
}

static void
model_pass (Fixture *self, int note, int from, int to)
{
  if (self->now.home[note] == from)
    {
      self->now.home[note] = to;
      self->now.also[note][to] = FALSE;
      return;
    }
  self->now.also[note][from] = FALSE;
  if (!is_in (&self->now, note, to))
    put_also (self, note, to);
}

/* What is done, in the database and in the model. */

static void
commit (Fixture *self, LpChangeSet *changes, const Model *before)
{
  if (lp_change_set_is_empty (changes))
    {
      lp_change_set_unref (changes);
      return;
    }
  test_commit (self->meeting.store, changes);
  g_array_append_val (self->before, *before);
  g_array_set_size (self->after, 0);
}

static int
pick_theme (Fixture *self, GRand *rand)
{
  int theme = self->n_themes > 0 ? g_rand_int_range (rand, 0, self->n_themes) : NONE;

  return theme != NONE && self->now.there[theme] ? theme : NONE;
}

/* A new theme of some notes: of loose ones, or split off another. */
static void
do_create (Fixture *self, GRand *rand)
{
  Model before = self->now;
  LpChangeSet *changes = lp_change_set_new ("New theme");
  int theme = self->n_themes;
  int note = g_rand_int_range (rand, 0, N_NOTES);

  if (theme == MAX_THEMES)
    {
      lp_change_set_unref (changes);
      return;
    }
  g_assert_true (lp_theme_create (changes, self->meeting.reader, &self->meeting.meeting, "Name", &self->themes[theme], NULL));
  g_assert_true (lp_notes_move (changes, self->meeting.reader, &self->meeting.meeting, &self->notes[note], 1,
                                &self->themes[theme], NULL));
  self->n_themes++;
  self->now.there[theme] = TRUE;
  model_move (self, note, theme);
  commit (self, changes, &before);
}

typedef enum { MOVE, TAKE_OUT, ADD, REMOVE, PASS, N_DEEDS } Deed;

static void
do_notes (Fixture *self, GRand *rand)
{
  Model before = self->now;
  Deed deed = g_rand_int_range (rand, 0, N_DEEDS);
  int note = g_rand_int_range (rand, 0, N_NOTES), theme = pick_theme (self, rand), to = pick_theme (self, rand);
  const LpId *id = &self->notes[note], *meeting = &self->meeting.meeting;
  LpReader *reader = self->meeting.reader;
  LpChangeSet *changes = NULL;
  gboolean done = FALSE;

  if (theme == NONE || to == NONE || (deed == PASS && (theme == to || !is_in (&self->now, note, theme))))
    return;
  changes = lp_change_set_new ("Notes");
  if (deed == MOVE)
    done = lp_notes_move (changes, reader, meeting, id, 1, &self->themes[theme], NULL);
  else if (deed == TAKE_OUT)
    done = lp_notes_move (changes, reader, meeting, id, 1, NULL, NULL);
  else if (deed == ADD)
    done = lp_notes_add (changes, reader, meeting, id, 1, &self->themes[theme], NULL);
  else if (deed == REMOVE)
    done = lp_notes_remove (changes, reader, meeting, id, 1, &self->themes[theme], NULL);
  else
    done = lp_notes_pass (changes, reader, meeting, id, 1, &self->themes[theme], &self->themes[to], NULL);
  g_assert_true (done);

  if (deed == MOVE || deed == TAKE_OUT)
    model_move (self, note, deed == MOVE ? theme : NONE);
  else if (deed == ADD)
    model_add (self, note, theme);
  else if (deed == REMOVE)
    model_remove (self, note, theme);
  else
    model_pass (self, note, theme, to);
  commit (self, changes, &before);
}

static void
do_merge (Fixture *self, GRand *rand)
{
  Model before = self->now;
  int theme = pick_theme (self, rand), into = pick_theme (self, rand);
  LpChangeSet *changes = NULL;

  if (theme == NONE || into == NONE || theme == into)
    return;
  changes = lp_change_set_new ("Merge");
  g_assert_true (lp_theme_merge (changes, self->meeting.reader, &self->meeting.meeting, &self->themes[theme],
                                 &self->themes[into], NULL));
  for (int i = 0; i < N_NOTES; i++)
    {
      if (is_in (&self->now, i, theme))
        model_pass (self, i, theme, into);
    }
  self->now.there[theme] = FALSE;
  commit (self, changes, &before);
}

static void
do_delete (Fixture *self, GRand *rand)
{
  Model before = self->now;
  int theme = pick_theme (self, rand);
  LpChangeSet *changes = NULL;

  if (theme == NONE)
    return;
  changes = lp_change_set_new ("Delete");
  g_assert_true (lp_theme_delete (changes, self->meeting.reader, &self->meeting.meeting, &self->themes[theme], NULL));
  for (int i = 0; i < N_NOTES; i++)
    model_remove (self, i, theme);
  self->now.there[theme] = FALSE;
  commit (self, changes, &before);
}

static void
took_back_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean *done = data;
  g_autoptr (GError) error = NULL;

  lp_store_undo_finish (LP_STORE (source), result, NULL, &error);
  g_assert_no_error (error);
  *done = TRUE;
}

static void
do_undo (Fixture *self, gboolean back)
{
  GArray *from = back ? self->before : self->after, *to = back ? self->after : self->before;
  gboolean done = FALSE;

  if (from->len == 0)
    return;
  if (back)
    lp_store_undo_async (self->meeting.store, NULL, took_back_cb, &done);
  else
    lp_store_redo_async (self->meeting.store, NULL, took_back_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_array_append_val (to, self->now);
  self->now = g_array_index (from, Model, from->len - 1);
  g_array_set_size (from, from->len - 1);
}

/* And that they agree. */

static int
find_theme (Fixture *self, const LpId *id)
{
  for (int i = 0; i < self->n_themes; i++)
    {
      if (lp_id_equal (&self->themes[i], id))
        return i;
    }
  g_assert_not_reached ();
}

static void
assert_note (Fixture *self, int note)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) also = lp_note_get_also (self->meeting.reader, &self->notes[note], &error);
  LpId home = { 0 };
  guint n_also = 0;

  g_assert_no_error (error);
  if (lp_note_get_theme (self->meeting.reader, &self->notes[note], &home))
    g_assert_cmpint (find_theme (self, &home), ==, self->now.home[note]);
  else
    g_assert_cmpint (self->now.home[note], ==, NONE);
  for (int i = 0; i < self->n_themes; i++)
    n_also += self->now.also[note][i];
  g_assert_cmpuint (also->len, ==, n_also);
  for (guint i = 0; i < also->len; i++)
    g_assert_true (self->now.also[note][find_theme (self, &g_array_index (also, LpId, i))]);
}

static void
assert_board (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpBoard) board = lp_board_load (self->meeting.reader, &self->meeting.meeting, &error);
  LpNoteFilter filter = LP_NOTE_FILTER_ALL;
  g_autoptr (GArray) loose = NULL;
  guint n_loose = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (board->notes, ==, N_NOTES);
  for (guint i = 0; i < board->piles->len; i++)
    {
      LpPile *pile = g_ptr_array_index (board->piles, i);
      int theme = find_theme (self, &pile->theme);
      guint n = 0;

      g_assert_true (self->now.there[theme]);
      for (int note = 0; note < N_NOTES; note++)
        n += is_in (&self->now, note, theme);
      g_assert_cmpuint (pile->total, ==, n);
    }
  filter.loose = TRUE;
  loose = lp_note_search_all (self->meeting.reader, &self->meeting.meeting, &filter, &error);
  g_assert_no_error (error);
  for (int note = 0; note < N_NOTES; note++)
    n_loose += self->now.home[note] == NONE;
  g_assert_cmpuint (loose->len, ==, n_loose);
}

static void
test_any_sequence (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint step = 0; step < N_STEPS; step++)
    {
      guint deed = g_rand_int_range (rand, 0, 20);

      if (deed < 2)
        do_create (self, rand);
      else if (deed == 2)
        do_merge (self, rand);
      else if (deed == 3)
        do_delete (self, rand);
      else if (deed < 8)
        do_undo (self, TRUE);
      else if (deed < 11)
        do_undo (self, FALSE);
      else
        do_notes (self, rand);
      for (int note = 0; note < N_NOTES; note++)
        assert_note (self, note);
      assert_board (self);
    }
}

/* Order and parts of themes, by hand. */

static void
assert_order (Fixture *self, const char *expected)
{
  g_autoptr (LpBoard) board = lp_board_load (self->meeting.reader, &self->meeting.meeting, NULL);
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < board->piles->len; i++)
    {
      const LpPile *pile = g_ptr_array_index (board->piles, i);

      if (lp_id_is_set (&pile->parent))
        g_string_append_c (order, '-');
      g_string_append (order, pile->name);
    }
  g_assert_cmpstr (order->str, ==, expected);
}

static void
make_themes (Fixture *self)
{
  for (char name[] = "A"; *name <= 'E'; (*name)++)
    self->themes[self->n_themes++] = test_theme (self->meeting.store, &self->meeting.meeting, name);
}

static gboolean
set_parent (Fixture *self, int theme, int parent)
{
  LpChangeSet *changes = lp_change_set_new ("Part");
  g_autoptr (GError) error = NULL;
  gboolean done = lp_theme_set_parent (changes, self->meeting.reader, &self->meeting.meeting, &self->themes[theme],
                                       parent == NONE ? NULL : &self->themes[parent], &error);

  if (!done)
    {
      g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID);
      lp_change_set_unref (changes);
      return FALSE;
    }
  test_commit (self->meeting.store, changes);

  return TRUE;
}

static void
shift (Fixture *self, int theme, int by)
{
  LpChangeSet *changes = lp_change_set_new ("Shift");

  g_assert_true (lp_theme_shift (changes, self->meeting.reader, &self->meeting.meeting, &self->themes[theme], by, NULL));
  if (lp_change_set_is_empty (changes))
    lp_change_set_unref (changes);
  else
    test_commit (self->meeting.store, changes);
}

static void
test_order (Fixture *self, gconstpointer data)
{
  make_themes (self);
  shift (self, 0, -1);
  assert_order (self, "ABCDE");
  shift (self, 0, 2);
  assert_order (self, "BCADE");
  shift (self, 4, -1);
  assert_order (self, "BCAED");
  shift (self, 1, 9);
  assert_order (self, "CAEDB");
  shift (self, 1, 1);
  assert_order (self, "CAEDB");
}

static void
test_parts (Fixture *self, gconstpointer data)
{
  LpChangeSet *changes = lp_change_set_new ("Merge");

  make_themes (self);
  g_assert_true (set_parent (self, 4, 1));
  g_assert_true (set_parent (self, 0, 1));
  assert_order (self, "B-E-ACD");
  g_assert_false (set_parent (self, 2, 0));
  g_assert_false (set_parent (self, 1, 2));
  g_assert_false (set_parent (self, 3, 3));
  /* a theme goes with its parts, and over those of another */
  shift (self, 1, 1);
  assert_order (self, "CB-E-AD");
  shift (self, 3, -1);
  assert_order (self, "CDB-E-A");
  /* a part stays among its own */
  shift (self, 0, -1);
  assert_order (self, "CDB-A-E");
  shift (self, 0, -1);
  assert_order (self, "CDB-A-E");
  g_assert_true (set_parent (self, 0, NONE));
  assert_order (self, "CDB-EA");
  /* its parts become the other's */
  g_assert_true (lp_theme_merge (changes, self->meeting.reader, &self->meeting.meeting, &self->themes[1], &self->themes[2], NULL));
  test_commit (self->meeting.store, changes);
  assert_order (self, "C-EDA");
  changes = lp_change_set_new ("Delete");
  g_assert_true (lp_theme_delete (changes, self->meeting.reader, &self->meeting.meeting, &self->themes[2], NULL));
  test_commit (self->meeting.store, changes);
  assert_order (self, "EDA");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/grouping/any-sequence", Fixture, NULL, set_up, test_any_sequence, tear_down);
  g_test_add ("/grouping/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/grouping/parts", Fixture, NULL, set_up, test_parts, tear_down);

  return g_test_run ();
}
