/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <locale.h>

#include "lp-list.h"
#include "lp-meeting.h"
#include "lp-note-review.h"
#include "lp-priorities.h"
#include "lp-projector-window.h"
#include "lp-projector.h"
#include "lp-sample.h"
#include "lp-slide-text.h"
#include "lp-vote-actions.h"
#include "test-util.h"

/*
 * The big screen at 1920 × 1080. With LANDSPANEL_PICTURES set to a folder, what is shown is saved there.
 */

#define WIDTH 1920
#define HEIGHT 1080
#define SMALLEST 40
#define LONG_ENOUGH 10 /* seconds */
#define BEGIN (G_GINT64_CONSTANT (1795600800) * 1000)
#define N_SHOWN 60
#define EVERY 4 /* so that there are some of each kind */

typedef struct
{
  TestFolder *folder;
  LpStore *store;
  LpId meeting;
  LpRunClock *clock;
  LpRunner *runner;
  LpProjection *projection;
  GtkWidget *window;
} Fixture;

static void
run_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + (gint64) milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  GError *error = NULL;

  self->folder = test_folder_new ();
  self->store = test_store_open (self->folder->database);
  lp_sample_create (self->store, &self->meeting, &error);
  g_assert_no_error (error);
  self->clock = lp_run_clock_new_at (BEGIN, 0);
  self->runner = lp_runner_new (self->store, &self->meeting, self->clock);
  self->projection = lp_projection_new ();
  self->window = lp_projector_window_new (self->runner, self->projection);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
}

static void
wait_for_store (Fixture *self)
{
  gint64 end = g_get_monotonic_time () + LONG_ENOUGH * G_USEC_PER_SEC;

  while (G_OBJECT (self->store)->ref_count > 1 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

/* Nothing is left that holds it. */
static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  for (int i = 0; i < 200 && self->window != NULL; i++)
    run_for (10);
  g_assert_null (self->window);
  g_assert_finalize_object (self->projection);
  g_assert_finalize_object (self->runner);
  g_assert_finalize_object (self->clock);
  wait_for_store (self);
  test_store_close (self->store);
  test_folder_free (self->folder);
}

/* --- Acting --- */

static void
commit (Fixture *self, LpChangeSet *changes)
{
  g_assert_nonnull (changes);
  test_commit (self->store, changes);
}

/* The item of this title, so many seconds into it. */
static void
go (Fixture *self, const char *title, int seconds)
{
  const LpRunState *state = lp_runner_get_state (self->runner);

  for (guint i = 0; i < state->items->len; i++)
    {
      if (g_str_has_prefix (lp_record_text (lp_runner_get_item (self->runner, (int) i), LP_AGENDA_ITEM_TITLE), title))
        {
          commit (self, lp_runner_go (self->runner, (int) i));
          lp_run_clock_advance (self->clock, seconds * G_GINT64_CONSTANT (1000));
          g_signal_emit_by_name (self->runner, "changed");
          return;
        }
    }
  g_assert_not_reached ();
}

static LpId
add_note (Fixture *self, LpKind kind, const char *text, LpReview review)
{
  LpChangeSet *changes = lp_change_set_new ("Add");
  LpNoteDraft draft = { .kind = kind, .text = text, .table = 7, .profile = "Kvinde, 27 år", .municipality = "Odense" };
  LpId id = { 0 };
  g_autoptr (LpRecord) note = NULL;

  lp_note_create (changes, lp_store_get_reader (self->store), &self->meeting, &draft, &id);
  commit (self, changes);
  note = test_load (self->store, LP_NOTE, &id);
  if (review != LP_REVIEW_NONE)
    {
      changes = lp_change_set_new ("Review");
      lp_note_review (changes, note, review);
      commit (self, changes);
    }

  return id;
}

static void
show_notes (Fixture *self, guint n)
{
  g_autoptr (LpList) notes = lp_list_new_unreviewed (self->store, &self->meeting);
  LpChangeSet *changes = lp_change_set_new ("Review");

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LpRecord) note = g_list_model_get_item (G_LIST_MODEL (notes), i * EVERY);

      lp_note_review (changes, note, LP_REVIEW_SHOW);
    }
  commit (self, changes);
}

static void
show (Fixture *self, LpShows shows)
{
  lp_projection_set_shows (self->projection, shows);
  lp_projector_window_place (LP_PROJECTOR_WINDOW (self->window), NULL);
  run_for (700);
  g_assert_cmpint (gtk_widget_get_width (self->window), ==, WIDTH);
  g_assert_cmpint (gtk_widget_get_height (self->window), ==, HEIGHT);
}

/* --- Looking --- */

static void
collect (GtkWidget *widget, GPtrArray *texts)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (LP_IS_SLIDE_TEXT (widget))
    g_ptr_array_add (texts, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect (child, texts);
}

static GPtrArray *
get_texts (Fixture *self)
{
  GPtrArray *texts = g_ptr_array_new ();

  collect (self->window, texts);

  return texts;
}

static LpSlideText *
find_text (Fixture *self, const char *words)
{
  g_autoptr (GPtrArray) texts = get_texts (self);

  for (guint i = 0; i < texts->len; i++)
    {
      if (strstr (lp_slide_text_get_text (texts->pdata[i]), words) != NULL)
        return texts->pdata[i];
    }

  return NULL;
}

/* All of it is inside the window, and none of it too small to be read from the back of the room. */
static void
check_texts (Fixture *self)
{
  g_autoptr (GPtrArray) texts = get_texts (self);
  double least = SMALLEST * lp_projection_get_text_scale (self->projection);

  g_assert_cmpuint (texts->len, >, 0);
  for (guint i = 0; i < texts->len; i++)
    {
      LpSlideText *text = texts->pdata[i];
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (text), self->window, &bounds));
      g_test_message ("“%s”: %.0f px", lp_slide_text_get_text (text), lp_slide_text_get_shown (text));
      g_assert_true (lp_slide_text_is_whole (text));
      g_assert_cmpfloat (lp_slide_text_get_shown (text), >=, least - 0.5);
      g_assert_cmpfloat (bounds.origin.x, >=, 0);
      g_assert_cmpfloat (bounds.origin.y, >=, 0);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, WIDTH);
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, HEIGHT);
    }
}

static void
save_picture (Fixture *self, const char *name)
{
  const char *folder = g_getenv ("LANDSPANEL_PICTURES");
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (self->window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *path = NULL;

  if (folder == NULL)
    return;

  path = g_strdup_printf ("%s/%s.png", folder, name);
  gdk_paintable_snapshot (paintable, snapshot, WIDTH, HEIGHT);
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (self->window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

/* --- Tests --- */

static void
test_question (Fixture *self, gconstpointer data)
{
  go (self, "Erfaringer", 45 * 60 + 48);
  show (self, LP_SHOWS_QUESTION);
  g_assert_nonnull (find_text (self, "4:12"));
  g_assert_nonnull (find_text (self, "hørt\u00a0–\nog"));
  check_texts (self);
  save_picture (self, "question");

  lp_run_clock_advance (self->clock, (4 * 60 + 12 + 160) * 1000);
  g_signal_emit_by_name (self->runner, "tick");
  run_for (100);
  g_assert_nonnull (find_text (self, "2:40"));
  g_assert_nonnull (find_text (self, "over time"));
  check_texts (self);
  save_picture (self, "over-time");
}

static void
set_text_of_item (Fixture *self, guint field, const char *text)
{
  LpChangeSet *changes = lp_change_set_new ("Item");
  LpRecord *item = lp_runner_get_item (self->runner, lp_runner_get_state (self->runner)->now);

  lp_edit_text (lp_change_set_put (changes, LP_AGENDA_ITEM, &self->meeting, lp_record_get_id (item)), field, text);
  commit (self, changes);
  run_for (100);
}

static float
get_edge (Fixture *self, const char *words, gboolean lower)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_text (self, words)), self->window, &bounds));
  return bounds.origin.y + (lower ? bounds.size.height : 0);
}

/* Below the question and above the clock, with its source; and the question keeps its size where there is room. */
static void
test_fact (Fixture *self, gconstpointer data)
{
  static const char *const parts[] = { "hørt", "Hver tredje", "49:00" };
  double size = 0;

  go (self, "Erfaringer", 60);
  show (self, LP_SHOWS_QUESTION);
  size = lp_slide_text_get_shown (find_text (self, "hørt"));
  set_text_of_item (self, LP_AGENDA_ITEM_FACT, "79 af 98 kommuner har et udsatteråd.");
  set_text_of_item (self, LP_AGENDA_ITEM_FACT_SOURCE, "Rådet for Socialt Udsatte, 2026");
  check_texts (self);
  g_assert_cmpfloat (lp_slide_text_get_shown (find_text (self, "hørt")), >=, size - 1);
  g_assert_cmpfloat (get_edge (self, "hørt", TRUE), <=, get_edge (self, "79 af 98", FALSE));
  g_assert_nonnull (find_text (self, "råd.\nSource: Rådet for Socialt Udsatte, 2026"));
  g_assert_cmpfloat (get_edge (self, "79 af 98", TRUE), <=, get_edge (self, "49:00", FALSE));
  save_picture (self, "fact");

  set_text_of_item (self, LP_AGENDA_ITEM_FACT,
                    "Hver tredje af dem, der bor på et botilbud, siger, at de aldrig er blevet spurgt om, hvordan de gerne vil "
                    "bo, og blandt dem, der har boet der i mere end ti år, er det over halvdelen.");
  check_texts (self);
  save_picture (self, "long-fact");
  lp_projection_set_text_scale (self->projection, 1.6);
  run_for (100);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      LpSlideText *text = find_text (self, parts[i]);

      g_assert_true (lp_slide_text_is_whole (text));
      g_assert_cmpfloat (lp_slide_text_get_shown (text), >=, SMALLEST - 0.5);
    }
  g_assert_cmpfloat (lp_slide_text_get_shown (find_text (self, "hørt")), >, lp_slide_text_get_shown (find_text (self, "Hver")));
  save_picture (self, "long-fact-large");
}

static void
test_before_and_break (Fixture *self, gconstpointer data)
{
  show (self, LP_SHOWS_QUESTION);
  check_texts (self);
  save_picture (self, "before");
  go (self, "Pause", 60);
  run_for (100);
  check_texts (self);
  save_picture (self, "break");
  commit (self, lp_runner_pause (self->runner));
  run_for (100);
  g_assert_nonnull (find_text (self, "paused"));
  check_texts (self);
}

/* However long, it shrinks, and is not cut. */
static void
test_long_question (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) question = g_string_new (NULL);
  LpSlideText *text = NULL;

  go (self, "Erfaringer", 60);
  show (self, LP_SHOWS_QUESTION);
  for (int i = 0; i < 25; i++)
    {
      LpChangeSet *changes = lp_change_set_new ("Prompt");
      LpRecord *item = lp_runner_get_item (self->runner, lp_runner_get_state (self->runner)->now);

      g_string_append (question, "hvad var det der gjorde forskellen på førtidspensionsansøgningssagen ");
      lp_edit_text (lp_change_set_put (changes, LP_AGENDA_ITEM, &self->meeting, lp_record_get_id (item)),
                    LP_AGENDA_ITEM_PROMPT, question->str);
      commit (self, changes);
      run_for (30);
      text = find_text (self, "gjorde forskellen");
      g_assert_nonnull (text);
      g_assert_true (lp_slide_text_is_whole (text));
      if (i == 1)
        save_picture (self, "long-question");
    }
}

static void
test_wall (Fixture *self, gconstpointer data)
{
  show_notes (self, N_SHOWN);
  go (self, "Bekymringer", 60);
  show (self, LP_SHOWS_WALL);
  check_texts (self);
  save_picture (self, "wall");
}

/* Words alone, and only those that somebody has read. */
static void
test_wall_privacy (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) texts = NULL;
  LpId id;

  add_note (self, LP_KIND_DREAM, "Anna Jensen fra Odense", LP_REVIEW_NONE);
  add_note (self, LP_KIND_DREAM, "hendes cpr-nummer", LP_REVIEW_KEEP_OFF);
  id = add_note (self, LP_KIND_DREAM, "et hjem", LP_REVIEW_SHOW);
  show (self, LP_SHOWS_WALL);
  g_assert_nonnull (find_text (self, "et hjem"));
  g_assert_nonnull (find_text (self, "1 so far"));
  g_assert_nonnull (find_text (self, "The first words come here"));
  texts = get_texts (self);
  for (guint i = 0; i < texts->len; i++)
    {
      static const char *const nowhere[] = { "Anna", "cpr", "Kvinde", "Odense", "07-" };

      for (guint j = 0; j < G_N_ELEMENTS (nowhere); j++)
        g_assert_null (strstr (lp_slide_text_get_text (texts->pdata[i]), nowhere[j]));
    }

  /* a word is enough to have it removed */
  {
    g_autoptr (LpRecord) note = test_load (self->store, LP_NOTE, &id);
    LpChangeSet *changes = lp_change_set_new ("Review");

    lp_note_review (changes, note, LP_REVIEW_KEEP_OFF);
    commit (self, changes);
  }
  run_for (100);
  g_assert_null (find_text (self, "et hjem"));
  save_picture (self, "empty-wall");
}

static void
test_long_notes (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) story = g_string_new (NULL);
  LpSlideText *text = NULL;

  for (int i = 0; i < 60; i++)
    g_string_append (story, "og så sad jeg der igen ");
  add_note (self, LP_KIND_CONCERN, "en ganske kort bekymring", LP_REVIEW_SHOW);
  add_note (self, LP_KIND_CONCERN, story->str, LP_REVIEW_SHOW);
  show (self, LP_SHOWS_WALL);
  text = find_text (self, "og så sad jeg");
  g_assert_nonnull (text);
  g_assert_false (lp_slide_text_is_whole (text));
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (text)), <, HEIGHT / 2);
  g_assert_nonnull (find_text (self, "en ganske kort"));
  save_picture (self, "long-note");
}

static void
test_themes (Fixture *self, gconstpointer data)
{
  show (self, LP_SHOWS_THEMES);
  for (int i = 0; i < 300 && find_text (self, "Stigma") == NULL; i++)
    run_for (20);
  run_for (300);
  check_texts (self);
  save_picture (self, "themes");
}

static void
test_stories (Fixture *self, gconstpointer data)
{
  show (self, LP_SHOWS_STORIES);
  for (int i = 0; i < 300 && find_text (self, "to go") == NULL; i++)
    run_for (20);
  run_for (300);
  g_assert_nonnull (find_text (self, "1001 to go"));
  check_texts (self);
  save_picture (self, "stories");
}

static void
test_blank (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) texts = NULL;

  show (self, LP_SHOWS_BLANK);
  texts = get_texts (self);
  g_assert_cmpuint (texts->len, ==, 0);
  save_picture (self, "blank");
}

/* At the least and the largest text size all is still whole. */
static LpId
add_round (Fixture *self)
{
  LpVoteDraft draft = { (char *) "Hvad er vigtigst?", LP_VOTE_DOTS, 3 };
  LpChangeSet *changes = lp_change_set_new ("Round");
  LpId round = { 0 };

  g_assert_true (lp_vote_round_put (changes, lp_store_get_reader (self->store), &self->meeting, &draft, &round, NULL));
  commit (self, changes);

  return round;
}

static void
count_table (Fixture *self, const LpId *round, int table)
{
  LpChangeSet *changes = lp_change_set_new ("Counted");
  LpVoter voter = { .number = table, .turnout = 7 };
  g_autoptr (LpPriorities) priorities = lp_priorities_load (lp_store_get_reader (self->store), &self->meeting, NULL);
  const LpVoteRound *voted = lp_priorities_find (priorities, round);

  for (guint i = 0; i < voted->subjects->len; i++)
    lp_vote_give (changes, &self->meeting, round, table, &((LpVoteSubject *) voted->subjects->pdata[i])->id, 9 - i / 2);
  lp_vote_set_done (changes, &self->meeting, round, &voter, TRUE);
  commit (self, changes);
}

static void
wait_for_text (Fixture *self, const char *text)
{
  for (int i = 0; i < 300 && find_text (self, text) == NULL; i++)
    run_for (20);
  run_for (300);
  g_assert_nonnull (find_text (self, text));
}

/* No figure before all tables are counted; then all of them in order. */
static void
test_result (Fixture *self, gconstpointer data)
{
  LpId round;

  show (self, LP_SHOWS_PRIORITIES);
  wait_for_text (self, "The result comes here");
  round = add_round (self);
  for (int table = 1; table < 10; table++)
    count_table (self, &round, table);
  wait_for_text (self, "9 of 10 tables counted");
  g_assert_null (find_text (self, "Stigma"));
  save_picture (self, "result-waiting");
  count_table (self, &round, 10);
  wait_for_text (self, "tie · 90");
  g_assert_nonnull (find_text (self, "Stigma"));
  check_texts (self);
  save_picture (self, "result");
}

static void
test_text_sizes (Fixture *self, gconstpointer data)
{
  static const double scales[] = { 0.8, 1.3, 1.6 };

  show_notes (self, N_SHOWN);
  go (self, "Erfaringer", 45 * 60 + 48);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      lp_projection_set_text_scale (self->projection, scales[i]);
      for (LpShows shows = 0; shows < LP_SHOWS_BLANK; shows++)
        {
          g_autoptr (GPtrArray) texts = NULL;
          g_autofree char *name = g_strdup_printf ("size-%.1f-%u", scales[i], shows);

          show (self, shows);
          texts = get_texts (self);
          for (guint j = 0; j < texts->len; j++)
            {
              g_test_message ("“%s”", lp_slide_text_get_text (texts->pdata[j]));
              g_assert_true (shows == LP_SHOWS_WALL || lp_slide_text_is_whole (texts->pdata[j]));
            }
          save_picture (self, name);
        }
    }
}

static void
test_dark (Fixture *self, gconstpointer data)
{
  g_object_set (self->window, "dark", TRUE, NULL);
  go (self, "Erfaringer", 45 * 60 + 48);
  show_notes (self, N_SHOWN);
  show (self, LP_SHOWS_QUESTION);
  save_picture (self, "question-dark");
  show (self, LP_SHOWS_WALL);
  save_picture (self, "wall-dark");
  gtk_widget_add_css_class (self->window, "high-contrast");
  run_for (100);
  save_picture (self, "wall-dark-contrast");
}

/* A closed window is no more than that, and can be opened again. */
static void
test_close (Fixture *self, gconstpointer data)
{
  GtkWidget *owner = g_object_ref_sink (gtk_window_new ());
  LpProjector *projector = lp_projector_new (self->runner, self->projection, owner);
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (owner));

  gtk_window_present (GTK_WINDOW (owner));
  go (self, "Erfaringer", 60);
  for (int i = 0; i < 3; i++)
    {
      lp_projection_set_open (self->projection, TRUE);
      run_for (200);
      g_assert_nonnull (lp_projector_get_window (projector));
      g_list_model_items_changed (monitors, 0, 0, 0);
      run_for (50);
      gtk_window_close (GTK_WINDOW (lp_projector_get_window (projector)));
      run_for (100);
      g_assert_null (lp_projector_get_window (projector));
      g_assert_false (lp_projection_get_open (self->projection));
      g_assert_cmpint (lp_runner_get_state (self->runner)->left, ==, 49 * LP_RUN_MINUTE);
    }
  lp_projection_set_open (self->projection, TRUE);
  run_for (100);
  g_assert_finalize_object (projector);
  gtk_window_destroy (GTK_WINDOW (owner));
  g_object_unref (owner);
}

static void
test_actions (Fixture *self, gconstpointer data)
{
  GtkWidget *owner = g_object_ref_sink (gtk_window_new ());
  LpProjector *projector = lp_projector_new (self->runner, self->projection, owner);
  GActionGroup *actions = lp_projector_get_actions (projector);

  for (int i = 0; i < 20; i++)
    g_action_group_activate_action (actions, "larger", NULL);
  g_assert_cmpfloat_with_epsilon (lp_projection_get_text_scale (self->projection), 1.6, 0.001);
  for (int i = 0; i < 20; i++)
    g_action_group_activate_action (actions, "smaller", NULL);
  g_assert_cmpfloat_with_epsilon (lp_projection_get_text_scale (self->projection), 0.8, 0.001);
  for (int i = 0; i < 2; i++)
    g_action_group_activate_action (actions, "larger", NULL);
  g_assert_cmpfloat_with_epsilon (lp_projection_get_text_scale (self->projection), 1.0, 0.001);
  g_assert_cmpint (g_menu_model_get_n_items (lp_projector_get_menu (projector)), ==, 3);
  g_action_group_activate_action (actions, "open", NULL);
  g_assert_nonnull (lp_projector_get_window (projector));
  g_action_group_activate_action (actions, "open", NULL);
  g_assert_null (lp_projector_get_window (projector));
  g_assert_finalize_object (projector);
  gtk_window_destroy (GTK_WINDOW (owner));
  g_object_unref (owner);
}

/* The application does this for itself. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/dk/udsatte/Landspanel/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", NULL);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/dk/udsatte/Landspanel/icons");
}

/* As some other widget shows it. */
static void
test_menu (Fixture *self, gconstpointer data)
{
  GtkWidget *owner = g_object_ref_sink (gtk_window_new ());
  GtkWidget *button = gtk_menu_button_new ();
  LpProjector *projector = lp_projector_new (self->runner, self->projection, owner);
  GtkPopover *popover = NULL;

  gtk_widget_insert_action_group (owner, "projector", lp_projector_get_actions (projector));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), lp_projector_get_menu (projector));
  gtk_window_set_child (GTK_WINDOW (owner), button);
  gtk_window_present (GTK_WINDOW (owner));
  run_for (100);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  run_for (200);
  popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (popover)));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  run_for (100);
  gtk_window_destroy (GTK_WINDOW (owner));
  g_assert_finalize_object (projector);
  g_object_unref (owner);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();
  load_style ();

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/projector/question", test_question);
  ADD ("/projector/before-and-break", test_before_and_break);
  ADD ("/projector/fact", test_fact);
  ADD ("/projector/long-question", test_long_question);
  ADD ("/projector/wall", test_wall);
  ADD ("/projector/wall-privacy", test_wall_privacy);
  ADD ("/projector/long-notes", test_long_notes);
  ADD ("/projector/themes", test_themes);
  ADD ("/projector/stories", test_stories);
  ADD ("/projector/result", test_result);
  ADD ("/projector/blank", test_blank);
  ADD ("/projector/text-sizes", test_text_sizes);
  ADD ("/projector/dark", test_dark);
  ADD ("/projector/close", test_close);
  ADD ("/projector/actions", test_actions);
  ADD ("/projector/menu", test_menu);

  return g_test_run ();
}
