/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lp-recommendation-actions.h"

#include "lp-figures.h"
#include "lp-list.h"
#include "lp-meeting.h"
#include "lp-note-review.h"
#include "test-util.h"

typedef TestMeeting Fixture;

typedef struct {
  const char *text;
  int         table;
  const char *perspective;
  const char *municipality;
  gboolean    quote;
} Said;

static LpRecommendations *
load (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  LpRecommendations *all = lp_recommendations_load (self->reader, &self->meeting, &error);

  g_assert_no_error (error);
  return all;
}

static LpId
say (Fixture *self, const Said *said, const LpId *theme)
{
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpNoteDraft draft = { .text = said->text, .table = said->table, .perspective = said->perspective,
                        .municipality = said->municipality, .verbatim = said->quote, .consent = said->quote };
  LpId id = { 0 };

  if (theme != NULL)
    draft.theme = *theme;
  lp_note_create (changes, self->reader, &self->meeting, &draft, &id);
  test_commit (self->store, changes);
  return id;
}

static LpRecord *
recommend_in (Fixture *self, const LpId *meeting, const char *title)
{
  LpChangeSet *changes = lp_change_set_new ("Test");
  g_autoptr (GError) error = NULL;
  LpId id = { 0 };
  LpEdit *edit = lp_recommendation_create (changes, self->reader, meeting, &id, &error);

  g_assert_no_error (error);
  lp_edit_text (edit, LP_RECOMMENDATION_TITLE, title);
  test_commit (self->store, changes);
  return test_load (self->store, LP_RECOMMENDATION, &id);
}

static LpRecord *
recommend (Fixture *self, const char *title)
{
  return recommend_in (self, &self->meeting, title);
}

static void
link_note (Fixture *self, LpRecord *recommendation, const LpId *note, gboolean against)
{
  LpChangeSet *changes = lp_change_set_new ("Test");

  lp_evidence_add_note (changes, recommendation, note, against);
  test_commit (self->store, changes);
}

static void
delete_note (Fixture *self, const LpId *note)
{
  LpChangeSet *changes = lp_change_set_new ("Test");

  lp_change_set_delete (changes, LP_NOTE, &self->meeting, note);
  test_commit (self->store, changes);
}

static char *
join_names (LpRecommendations *all)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  for (guint i = 0; i < all->items->len; i++)
    {
      LpRecommendation *one = g_ptr_array_index (all->items, i);

      g_strv_builder_add (names, lp_recommendation_name (one->record));
    }
  strv = g_strv_builder_end (names);
  return g_strjoinv (" ", strv);
}

static void
assert_order (Fixture *self, const char *names)
{
  g_autoptr (LpRecommendations) all = load (self);
  g_autofree char *found = join_names (all);

  g_assert_cmpstr (found, ==, names);
}

static const LpGround *
ground_of (LpRecommendations *all, LpRecord *recommendation)
{
  LpRecommendation *one = lp_recommendations_find (all, lp_record_get_id (recommendation), NULL);

  g_assert_nonnull (one);
  return &one->ground;
}

static void
assert_warnings (Fixture *self, LpRecord *recommendation, guint warnings)
{
  g_autoptr (LpRecommendations) all = load (self);

  g_assert_cmphex (ground_of (all, recommendation)->warnings, ==, warnings);
}

static void
test_order (Fixture *self, gconstpointer data)
{
  g_autoptr (LpRecord) a = recommend (self, "A");
  g_autoptr (LpRecord) b = recommend (self, "B");
  g_autoptr (LpRecord) c = recommend (self, "C");
  g_autoptr (GError) error = NULL;
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpChangeSet *none = lp_change_set_new ("Test");
  LpId nobody = lp_id_new ();

  assert_order (self, "A B C");
  g_assert_cmpstr (lp_record_text (a, LP_RECOMMENDATION_STATUS), ==, "draft");
  g_assert_true (lp_recommendation_move (changes, self->reader, &self->meeting, lp_record_get_id (c), 0, &error));
  test_commit (self->store, changes);
  assert_order (self, "C A B");
  g_assert_true (lp_recommendation_move (none, self->reader, &self->meeting, lp_record_get_id (b), 7, &error));
  g_assert_true (lp_change_set_is_empty (none));
  g_assert_false (lp_recommendation_move (none, self->reader, &self->meeting, &nobody, 0, &error));
  g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND);
  lp_change_set_unref (none);
}

static void
test_counts (Fixture *self, gconstpointer data)
{
  const Said said[] = {
    { "a", 1, "lived", "Odense", TRUE },
    { "b", 1, "lived", "Odense", FALSE },
    { "c", 2, "professional", "Vejle", FALSE },
    { "d", 3, "relative", NULL, FALSE },
    { "e", 0, NULL, "Varde", FALSE },
    { "f", 4, "political", "Ribe", FALSE },
    { "g", 5, "expert", "Ribe", FALSE },
  };
  g_autoptr (LpRecord) one = recommend (self, "One");
  g_autoptr (LpRecommendations) all = NULL;
  g_autofree LpFigures *figures = NULL;
  LpRecommendation *found = NULL;
  const LpGround *ground = NULL;
  LpId notes[G_N_ELEMENTS (said)];

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    notes[i] = say (self, &said[i], NULL);
  for (guint i = 0; i < 5; i++)
    link_note (self, one, &notes[i], FALSE);
  link_note (self, one, &notes[5], TRUE);

  all = load (self);
  found = g_ptr_array_index (all->items, 0);
  ground = &found->ground;
  g_assert_cmpuint (all->notes, ==, 7);
  g_assert_cmpuint (all->unused, ==, 1);
  g_assert_cmpuint (ground->notes, ==, 5);
  g_assert_cmpuint (ground->against, ==, 1);
  g_assert_cmpuint (ground->tables, ==, 3);
  g_assert_cmpuint (ground->municipalities, ==, 3);
  g_assert_cmpuint (ground->perspectives[LP_PERSPECTIVE_LIVED], ==, 2);
  g_assert_cmpuint (ground->perspectives[LP_PERSPECTIVE_PROFESSIONAL], ==, 1);
  g_assert_cmphex (ground->missing, ==, 1u << LP_PERSPECTIVE_POLITICAL | 1u << LP_PERSPECTIVE_EXPERT);
  g_assert_cmphex (ground->warnings, ==, 1u << LP_GROUND_MISSING);
  g_assert_cmpuint (found->codes->len, ==, 5);
  g_assert_cmpstr (g_ptr_array_index (found->codes, 1), ==, "01-001");
  g_assert_cmpstr (g_ptr_array_index (found->opposed, 0), ==, "04-001");

  figures = lp_figures_load (self->reader, &self->meeting, NULL);
  g_assert_cmpuint (figures->recommendations, ==, 1);
  g_assert_cmpuint (figures->used, ==, 6);
}

static void
test_warnings (Fixture *self, gconstpointer data)
{
  const Said professional = { "p", 1, "professional", NULL, FALSE };
  const Said relative = { "r", 1, "relative", NULL, FALSE };
  const Said lived = { "l", 2, "lived", NULL, FALSE };
  g_autoptr (LpRecord) one = recommend (self, "One");
  guint few = 1u << LP_GROUND_FEW_NOTES;
  LpId notes[6];

  assert_warnings (self, one, 1u << LP_GROUND_NO_NOTES);
  for (guint i = 0; i < 4; i++)
    notes[i] = say (self, &professional, NULL);
  link_note (self, one, &notes[0], FALSE);
  assert_warnings (self, one, few | 1u << LP_GROUND_ONLY_PROFESSIONAL);
  for (guint i = 1; i < 4; i++)
    link_note (self, one, &notes[i], FALSE);
  assert_warnings (self, one, few | 1u << LP_GROUND_ONE_TABLE | 1u << LP_GROUND_ONLY_PROFESSIONAL);

  notes[4] = say (self, &relative, NULL);
  link_note (self, one, &notes[4], FALSE);
  assert_warnings (self, one, 1u << LP_GROUND_ONE_TABLE | 1u << LP_GROUND_NO_LIVED);
  notes[5] = say (self, &lived, NULL);
  link_note (self, one, &notes[5], FALSE);
  assert_warnings (self, one, 0);
}

static void
review (Fixture *self, const LpId *note, LpReview how)
{
  LpChangeSet *changes = lp_change_set_new ("Test");
  g_autoptr (LpRecord) record = test_load (self->store, LP_NOTE, note);

  lp_note_review (changes, record, how);
  test_commit (self->store, changes);
}

static void
assert_quotes (Fixture *self, const LpId *note, guint quotes, guint unread)
{
  g_autoptr (LpRecommendations) all = load (self);
  g_autoptr (LpRecord) record = test_load (self->store, LP_NOTE, note);
  LpRecommendation *one = g_ptr_array_index (all->items, 0);

  g_assert_cmpuint (one->ground.quotes, ==, quotes);
  g_assert_cmpuint (one->ground.unread_quotes, ==, unread);
  g_assert_cmpint (lp_note_may_be_quoted (record), ==, quotes > 0);
}

static void
test_quotes (Fixture *self, gconstpointer data)
{
  const Said quote = { "I was heard", 1, "lived", NULL, TRUE };
  g_autoptr (LpRecord) one = recommend (self, "One");
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpId note = say (self, &quote, NULL);

  link_note (self, one, &note, FALSE);
  assert_quotes (self, &note, 0, 1);
  review (self, &note, LP_REVIEW_SHOW);
  assert_quotes (self, &note, 1, 0);
  review (self, &note, LP_REVIEW_KEEP_OFF);
  assert_quotes (self, &note, 0, 0);
  review (self, &note, LP_REVIEW_SHOW);
  lp_edit_int (lp_change_set_put (changes, LP_NOTE, &self->meeting, &note), LP_NOTE_VERBATIM, FALSE);
  test_commit (self->store, changes);
  assert_quotes (self, &note, 0, 0);
}

static void
test_gone (Fixture *self, gconstpointer data)
{
  const Said said = { "a", 1, "lived", "Odense", FALSE };
  g_autoptr (LpRecord) one = recommend (self, "One");
  g_autoptr (LpList) list = lp_list_new_evidence (self->store, lp_record_get_id (one), FALSE);
  g_autoptr (GError) error = NULL;
  LpChangeSet *changes = lp_change_set_new (NULL);
  g_autoptr (LpRecommendations) all = NULL;
  LpId kept = say (self, &said, NULL);
  LpId deleted = say (self, &said, NULL);
  LpId erased = say (self, &said, NULL);

  link_note (self, one, &kept, FALSE);
  link_note (self, one, &deleted, FALSE);
  link_note (self, one, &erased, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
  delete_note (self, &deleted);
  g_assert_true (lp_note_erase (changes, self->reader, &self->meeting, &erased, &error));
  test_commit (self->store, changes);

  all = load (self);
  g_assert_cmpuint (ground_of (all, one)->notes, ==, 1);
  g_assert_cmpuint (all->unused, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  g_assert_cmpint (test_number (self->reader, "SELECT count (*) FROM evidence"), ==, 2);
}

/* Whoever adds it, and however often: there is one. */
static void
test_once (Fixture *self, gconstpointer data)
{
  const Said said = { "a", 1, "lived", NULL, FALSE };
  g_autoptr (LpRecord) one = recommend (self, "One");
  g_autoptr (LpRecommendations) all = NULL;
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpId note = say (self, &said, NULL);

  link_note (self, one, &note, FALSE);
  link_note (self, one, &note, TRUE);
  all = load (self);
  g_assert_cmpuint (ground_of (all, one)->notes, ==, 0);
  g_assert_cmpuint (ground_of (all, one)->against, ==, 1);

  lp_evidence_remove (changes, one, &note);
  test_commit (self->store, changes);
  g_clear_pointer (&all, lp_recommendations_free);
  all = load (self);
  g_assert_cmpuint (ground_of (all, one)->against, ==, 0);
  g_assert_cmpuint (all->unused, ==, 1);
  g_assert_true (lp_store_undo (self->store, NULL));
  g_clear_pointer (&all, lp_recommendations_free);
  all = load (self);
  g_assert_cmpuint (ground_of (all, one)->against, ==, 1);
  g_assert_cmpint (test_number (self->reader, "SELECT count (*) FROM evidence"), ==, 1);
}

static void
test_whole_theme (Fixture *self, gconstpointer data)
{
  const Said said = { "a", 1, "lived", NULL, FALSE };
  LpId homes = test_theme (self->store, &self->meeting, "Homes");
  g_autoptr (LpRecord) one = recommend (self, "One");
  g_autoptr (LpRecommendations) all = NULL;
  g_autoptr (GError) error = NULL;
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpChangeSet *again = lp_change_set_new ("Test");
  LpRecommendation *found = NULL;
  LpId notes[3];
  guint n_added = 0;

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    notes[i] = say (self, &said, &homes);
  say (self, &said, NULL);
  link_note (self, one, &notes[0], TRUE);
  g_assert_true (lp_evidence_add_theme (changes, self->reader, one, &homes, &n_added, &error));
  g_assert_cmpuint (n_added, ==, 2);
  test_commit (self->store, changes);

  all = load (self);
  found = g_ptr_array_index (all->items, 0);
  g_assert_cmpuint (found->ground.notes, ==, 2);
  g_assert_cmpuint (found->ground.against, ==, 1);
  g_assert_cmpuint (found->themes->len, ==, 1);
  g_assert_cmpuint (all->unused, ==, 1);
  g_assert_true (lp_evidence_add_theme (again, self->reader, one, &homes, &n_added, &error));
  g_assert_cmpuint (n_added, ==, 0);
  g_assert_true (lp_change_set_is_empty (again));
  lp_change_set_unref (again);
}

static void
test_many (Fixture *self, gconstpointer data)
{
  const Said said = { "a", 1, "lived", NULL, FALSE };
  g_autoptr (LpRecord) one = recommend (self, "One");
  g_autoptr (GError) error = NULL;
  LpChangeSet *changes = lp_change_set_new ("Test");
  gint64 nums[4] = { 0 };
  guint n_added = 0;
  LpId first = { 0 };

  for (guint i = 0; i < 3; i++)
    {
      LpId note = say (self, &said, NULL);
      g_autoptr (LpRecord) record = test_load (self->store, LP_NOTE, &note);

      nums[i] = lp_record_get_num (record);
      if (i == 0)
        first = note;
    }
  nums[3] = 4711; /* is not there */
  link_note (self, one, &first, FALSE);
  g_assert_true (lp_evidence_add_nums (changes, self->reader, one, nums, 4, FALSE, &n_added, &error));
  g_assert_cmpuint (n_added, ==, 2);
  test_commit (self->store, changes);
  g_assert_cmpint (test_number (self->reader, "SELECT count (*) FROM evidence WHERE deleted=0"), ==, 3);
}

/* The list of notes follows what recommendations use. */
static void
test_unused (Fixture *self, gconstpointer data)
{
  const Said said = { "a", 1, "lived", NULL, FALSE };
  g_autoptr (LpList) notes = lp_list_new_notes (self->store, &self->meeting);
  g_autoptr (LpRecord) one = recommend (self, "One");
  g_autoptr (LpRecord) two = recommend (self, "Two");
  LpNoteFilter filter = LP_NOTE_FILTER_ALL;
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpId first = say (self, &said, NULL);
  LpId second = say (self, &said, NULL);

  filter.unused = TRUE;
  lp_list_set_filter (notes, &filter);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (notes)), ==, 2);
  link_note (self, one, &first, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (notes)), ==, 1);
  link_note (self, one, &second, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (notes)), ==, 0);
  lp_change_set_delete (changes, LP_RECOMMENDATION, &self->meeting, lp_record_get_id (one));
  test_commit (self->store, changes);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (notes)), ==, 2);

  filter.unused = FALSE;
  filter.not_of = *lp_record_get_id (two);
  lp_list_set_filter (notes, &filter);
  link_note (self, two, &second, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (notes)), ==, 1);
}

static void
test_text (Fixture *self, gconstpointer data)
{
  g_autoptr (LpRecord) one = recommend (self, "One");
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpChangeSet *none = lp_change_set_new ("Test");
  g_autoptr (LpRecord) changed = NULL;
  LpStatus status = LP_STATUS_DRAFT;

  lp_recommendation_set_text (changes, one, LP_RECOMMENDATION_REASON, "Fordi a\u030a er \u00e5\n");
  lp_recommendation_set_status (changes, one, LP_STATUS_SENT, "2026-12-08");
  test_commit (self->store, changes);
  changed = test_load (self->store, LP_RECOMMENDATION, lp_record_get_id (one));
  g_assert_cmpstr (lp_record_text (changed, LP_RECOMMENDATION_REASON), ==, "Fordi \u00e5 er \u00e5");
  g_assert_cmpstr (lp_record_text (changed, LP_RECOMMENDATION_STATUS_DATE), ==, "2026-12-08");
  g_assert_true (lp_status_find (lp_record_text (changed, LP_RECOMMENDATION_STATUS), &status));
  g_assert_cmpint (status, ==, LP_STATUS_SENT);
  lp_recommendation_set_text (none, changed, LP_RECOMMENDATION_REASON, "Fordi \u00e5 er \u00e5 ");
  g_assert_true (lp_change_set_is_empty (none));
  lp_change_set_unref (none);
}

static void
test_panel (Fixture *self, gconstpointer data)
{
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpId panel = lp_id_new ();
  LpId later = test_meeting (self->store, "Later");
  g_autoptr (LpRecord) a = recommend (self, "A");
  g_autoptr (LpRecord) b = recommend_in (self, &later, "B");
  g_autoptr (LpRecommendations) all = NULL;
  g_autofree char *names = NULL;
  LpRecommendation *first = NULL;

  lp_edit_text (lp_change_set_put (changes, LP_PANEL, &panel, &panel), LP_PANEL_NAME, "Panel");
  lp_edit_id (lp_change_set_put (changes, LP_MEETING, &self->meeting, &self->meeting), LP_MEETING_PANEL, &panel);
  lp_edit_text (lp_change_set_put (changes, LP_MEETING, &self->meeting, &self->meeting), LP_MEETING_DATE, "2026-01-01");
  lp_edit_id (lp_change_set_put (changes, LP_MEETING, &later, &later), LP_MEETING_PANEL, &panel);
  lp_edit_text (lp_change_set_put (changes, LP_MEETING, &later, &later), LP_MEETING_DATE, "2026-05-01");
  test_commit (self->store, changes);

  all = lp_recommendations_load_panel (self->reader, &panel, NULL);
  names = join_names (all);
  g_assert_cmpstr (names, ==, "B A");
  first = g_ptr_array_index (all->items, 0);
  g_assert_cmpstr (first->meeting, ==, "Later");
  g_assert_true (lp_id_equal (lp_record_get_space (first->record), &later));
}

static void
test_words (void)
{
  for (guint i = 0; i < LP_N_ADDRESSEES; i++)
    {
      LpAddressee found = LP_N_ADDRESSEES;

      g_assert_true (lp_addressee_find (lp_addressee_id (i), &found));
      g_assert_cmpint (found, ==, i);
      g_assert_nonnull (lp_addressee_label (i));
    }
  for (guint i = 0; i < LP_N_STATUSES; i++)
    {
      LpStatus found = LP_N_STATUSES;

      g_assert_true (lp_status_find (lp_status_id (i), &found));
      g_assert_cmpint (found, ==, i);
      g_assert_nonnull (lp_status_label (i));
    }
  g_assert_false (lp_status_find ("", &(LpStatus) { 0 }));
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/recommendation/", name, NULL);

  g_test_add (path, Fixture, NULL, test_meeting_set_up, test, test_meeting_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("order", test_order);
  add ("counts", test_counts);
  add ("warnings", test_warnings);
  add ("quotes", test_quotes);
  add ("gone", test_gone);
  add ("once", test_once);
  add ("theme", test_whole_theme);
  add ("many", test_many);
  add ("unused", test_unused);
  add ("text", test_text);
  add ("panel", test_panel);
  g_test_add_func ("/recommendation/words", test_words);

  return g_test_run ();
}
