/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <locale.h>

#include "lp-evidence-row.h"
#include "lp-failure-page.h"
#include "lp-list.h"
#include "lp-meeting-dialog.h"
#include "lp-meeting-page.h"
#include "lp-meeting.h"
#include "lp-priorities.h"
#include "lp-recommendation-actions.h"
#include "lp-sample.h"
#include "lp-shortcut-row.h"
#include "lp-suggest-card.h"
#include "lp-vote-actions.h"
#include "lp-window.h"
#include "test-util.h"

/*
 * On a telephone, with text half as large again, every page and dialog fits: nothing reaches over the right
 * edge. In the language that LANGUAGE says.
 */

#define WIDTH 360
#define PATIENCE 20 /* times that it is looked again whether a page fits by now */
#define HEIGHT 720
#define MARGINS 48
#define LARGE_TEXT (96 * 1024 * 3 / 2)
#define LONG_ENOUGH 10 /* seconds */

typedef struct
{
  TestFolder *folder;
  LpStore *store;
  LpId meeting;
  GtkWidget *window;
  GString *trouble;
} Fixture;

static GString *warnings;

/* libadwaita warns of what does not fit; all of it is gathered first. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer unused)
{
  for (gsize i = 0; i < n_fields && (level & (G_LOG_LEVEL_WARNING | G_LOG_LEVEL_CRITICAL)) != 0; i++)
    if (g_str_equal (fields[i].key, "MESSAGE"))
      g_string_append_printf (warnings, "\n  %s", (const char *) fields[i].value);
  return g_log_writer_default (level & ~G_LOG_FLAG_FATAL, fields, n_fields, NULL);
}

static gboolean
stop_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_for (guint milliseconds)
{
  gboolean done = FALSE;

  g_timeout_add (milliseconds, stop_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* What scrolls sideways may reach anywhere. */
static gboolean
scrolls (GtkWidget *widget)
{
  GtkPolicyType policy = GTK_POLICY_NEVER;

  if (GTK_IS_SCROLLED_WINDOW (widget))
    gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (widget), &policy, NULL);
  return policy != GTK_POLICY_NEVER || GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget);
}

static char *
describe (GtkWidget *widget)
{
  const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget));
  const char *label = GTK_IS_LABEL (widget) ? gtk_label_get_label (GTK_LABEL (widget)) : "";

  return g_strdup_printf ("%s %s %s", G_OBJECT_TYPE_NAME (widget), id ? id : "", label);
}

static gboolean
is_outside (GtkWidget *widget, GtkWidget *window)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, window, &bounds) &&
         (bounds.origin.x + bounds.size.width > WIDTH + 1 || bounds.origin.x < -1);
}

/* What is drawn around a page that slides in. */
static gboolean
is_shade (GtkWidget *widget)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwGizmo") && !gtk_widget_get_first_child (widget);
}

/* The first widget that does, but for what scrolls sideways or floats above; or NULL. */
static GtkWidget *
find_outside (GtkWidget *widget, GtkWidget *window)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget) || GTK_IS_POPOVER (widget) || GTK_IS_SCROLLBAR (widget) ||
      is_shade (widget))
    return NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found && !scrolls (widget);
       child = gtk_widget_get_next_sibling (child))
    found = find_outside (child, window);
  return found ? found : is_outside (widget, window) ? widget : NULL;
}

static int
measure (GtkWidget *widget)
{
  int minimum = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Where it comes from: the innermost that need nearly the whole width, and what is in them. */
static gboolean
blame (GString *trouble, GtkWidget *widget)
{
  gboolean found = FALSE;
  g_autofree char *name = describe (widget);

  if (!gtk_widget_get_mapped (widget) || GTK_IS_POPOVER (widget))
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    found |= blame (trouble, child);
  if (found || measure (widget) < WIDTH - MARGINS)
    return found;
  g_string_append_printf (trouble, "\n    %s needs %d:", name, measure (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *part = describe (child);

      g_string_append_printf (trouble, " %s %d;", part, gtk_widget_get_mapped (child) ? measure (child) : 0);
    }
  return TRUE;
}

static void
check (Fixture *fixture, const char *page)
{
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (fixture->window));
  GtkWidget *outside = NULL;

  run_for (400);
  outside = find_outside (content, fixture->window);
  /* something that slides in takes its time on a machine that does other things as well */
  for (guint i = 0; i < PATIENCE && (measure (content) > WIDTH || outside); i++)
    {
      run_for (250);
      outside = find_outside (content, fixture->window);
    }
  if (measure (content) > WIDTH || outside)
    {
      g_autofree char *name = describe (outside ? outside : content);

      g_string_append_printf (fixture->trouble, "\n  %s needs %d: %s does not fit", page, measure (content), name);
      blame (fixture->trouble, content);
    }
  if (warnings->len > 0)
    g_string_append_printf (fixture->trouble, "\n  %s%s", page, warnings->str);
  g_string_truncate (warnings, 0);
}

/* The first that bears the name in a .blp, and is shown. */
static GtkWidget *
find (GtkWidget *widget, const char *id)
{
  GtkWidget *found = NULL;

  if (gtk_widget_get_mapped (widget) &&
      g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, id);
  return found;
}

static GtkWidget *
want (Fixture *fixture, const char *id)
{
  gint64 end = g_get_monotonic_time () + LONG_ENOUGH * G_USEC_PER_SEC;
  GtkWidget *widget = NULL;

  while (!(widget = find (fixture->window, id)) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  if (!widget)
    g_error ("“%s” is not shown", id);
  return widget;
}

static void
act (Fixture *fixture, const char *id, const char *action, const char *target)
{
  GtkWidget *widget = want (fixture, id);
  gboolean there = target ? gtk_widget_activate_action (widget, action, "s", target)
                          : gtk_widget_activate_action (widget, action, NULL);

  g_assert_true (there);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  GError *error = NULL;

  fixture->folder = test_folder_new ();
  fixture->store = test_store_open (fixture->folder->database);
  fixture->trouble = g_string_new (NULL);
  /* a second, so that there is a list of meetings below the first */
  lp_sample_create (fixture->store, &fixture->meeting, &error);
  g_assert_no_error (error);
  lp_sample_create (fixture->store, &fixture->meeting, &error);
  g_assert_no_error (error);

  fixture->window = lp_window_new (NULL);
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, HEIGHT);
  lp_window_set_store (LP_WINDOW (fixture->window), fixture->store);
  gtk_window_present (GTK_WINDOW (fixture->window));
  run_for (200);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  if (fixture->trouble->len > 0)
    {
      g_printerr ("%s\n", fixture->trouble->str);
      g_test_fail ();
    }
  g_string_free (fixture->trouble, TRUE);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  run_for (100);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  run_for (100);
  g_assert_true (lp_store_close (fixture->store, NULL));
  g_clear_object (&fixture->store);
  test_folder_free (fixture->folder);
}

static void
open_stage (Fixture *fixture, int stage)
{
  lp_window_open_meeting (LP_WINDOW (fixture->window), &fixture->meeting);
  if (stage > 0)
    gtk_widget_activate_action (want (fixture, "split_view"), "meeting.stage", "i", stage);
}

static void
test_home (Fixture *fixture, gconstpointer unused)
{
  want (fixture, "card");
  check (fixture, "Home");
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (want (fixture, "search_bar")), TRUE);
  check (fixture, "search on Home");
}

static void
test_failure (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error =
      g_error_new_literal (LP_STORE_ERROR, LP_STORE_ERROR_DAMAGED, "“/home/user/landspanel.db” is damaged");

  lp_window_show_failure (LP_WINDOW (fixture->window), error);
  check (fixture, "failure");
}

static void
test_new_meeting (Fixture *fixture, gconstpointer unused)
{
  act (fixture, "navigation", "win.new-meeting", NULL);
  want (fixture, "template_list");
  check (fixture, "New Meeting");
  gtk_widget_child_focus (want (fixture, "template_list"), GTK_DIR_TAB_FORWARD);
  gtk_widget_activate (gtk_root_get_focus (GTK_ROOT (fixture->window)));
  gtk_editable_set_text (GTK_EDITABLE (want (fixture, "date_row")), "31.2.2027");
  gtk_editable_set_text (GTK_EDITABLE (want (fixture, "start_row")), "25");
  gtk_editable_set_text (GTK_EDITABLE (want (fixture, "title_row")), "");
  g_signal_emit_by_name (want (fixture, "save_button"), "clicked");
  want (fixture, "date_problem");
  check (fixture, "form of a new meeting");
}

static void
test_details (Fixture *fixture, gconstpointer unused)
{
  open_stage (fixture, 1);
  act (fixture, "split_view", "meeting.details", NULL);
  want (fixture, "limit_row");
  check (fixture, "Meeting Details");
}

static void
test_agenda (Fixture *fixture, gconstpointer unused)
{
  open_stage (fixture, 0);
  want (fixture, "stages");
  check (fixture, "stages");
  gtk_widget_activate_action (want (fixture, "split_view"), "meeting.stage", "i", 1);
  want (fixture, "list_box");
  check (fixture, "Agenda");
  act (fixture, "list_box", "agenda.edit", NULL);
  want (fixture, "guide_row");
  check (fixture, "agenda item");
  act (fixture, "guide_row", "agenda.back", NULL);
}

static void
test_notes (Fixture *fixture, gconstpointer unused)
{
  open_stage (fixture, 4);
  want (fixture, "list_view");
  run_for (200);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (want (fixture, "filter_button")), TRUE);
  want (fixture, "theme_choice");
  run_for (400);
  check (fixture, "Notes, and its filters");
  adw_bottom_sheet_set_open (ADW_BOTTOM_SHEET (want (fixture, "bottom_sheet")), TRUE);
  want (fixture, "municipality_row");
  check (fixture, "attributes of Notes");
}

static void
test_participants (Fixture *fixture, gconstpointer unused)
{
  open_stage (fixture, 2);
  run_for (400);
  check (fixture, "Participants");
}

static void
test_run (Fixture *fixture, gconstpointer unused)
{
  open_stage (fixture, 3);
  want (fixture, "next_button");
  check (fixture, "Run");
}

static void
test_story (Fixture *fixture, gconstpointer unused)
{
  open_stage (fixture, 4);
  act (fixture, "capture", "notes.tell", NULL);
  adw_switch_row_set_active (ADW_SWITCH_ROW (want (fixture, "publish_row")), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (want (fixture, "duplicate_row")), "01-001");
  want (fixture, "duplicate_label");
  check (fixture, "Story");
}

static void
test_withdraw (Fixture *fixture, gconstpointer unused)
{
  open_stage (fixture, 4);
  act (fixture, "capture", "notes.withdraw", NULL);
  gtk_editable_set_text (GTK_EDITABLE (want (fixture, "code_row")), "01-001");
  want (fixture, "notes_group");
  check (fixture, "Withdraw a Story");
}

static void
test_many_notes (Fixture *fixture, gconstpointer unused)
{
  GtkListView *view = NULL;

  open_stage (fixture, 4);
  view = GTK_LIST_VIEW (want (fixture, "list_view"));
  gtk_selection_model_select_all (gtk_list_view_get_model (view));
  want (fixture, "selection_bar");
  check (fixture, "selection of Notes");
  act (fixture, "selection_bar", "notes.delete", NULL);
  act (fixture, "stack", "notes.deleted", NULL);
  want (fixture, "restore_button");
  check (fixture, "Deleted Notes");
}

static void
test_review (Fixture *fixture, gconstpointer unused)
{
  open_stage (fixture, 4);
  act (fixture, "split_view", "meeting.review", NULL);
  want (fixture, "show_button");
  check (fixture, "review");
  act (fixture, "show_button", "review.edit", NULL);
  want (fixture, "public_input");
  check (fixture, "words for publication");
}

static void
test_themes (Fixture *fixture, gconstpointer unused)
{
  GtkFlowBox *piles = NULL;

  open_stage (fixture, 5);
  want (fixture, "piles");
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (want (fixture, "pages")), "loose");
  want (fixture, "loose_column");
  check (fixture, "ungrouped notes");
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (want (fixture, "pages")), "piles");
  want (fixture, "piles");
  check (fixture, "themes");
  piles = GTK_FLOW_BOX (want (fixture, "piles"));
  g_signal_emit_by_name (piles, "child-activated", gtk_flow_box_get_child_at_index (piles, 0));
  want (fixture, "spread");
  check (fixture, "open theme");
  gtk_selection_model_select_all (
      GTK_SELECTION_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (want (fixture, "view")))));
  check (fixture, "selected notes");
}

/* Their notes are ungrouped then. */
static void
delete_themes (Fixture *fixture, guint n)
{
  g_autoptr (LpList) themes = lp_list_new_themes (fixture->store, &fixture->meeting);
  LpChangeSet *changes = lp_change_set_new ("Test");

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LpRecord) theme = g_list_model_get_item (G_LIST_MODEL (themes), i);

      lp_change_set_delete (changes, LP_THEME, &fixture->meeting, lp_record_get_id (theme));
    }
  test_commit (fixture->store, changes);
}

static void
test_suggestions (Fixture *fixture, gconstpointer unused)
{
  delete_themes (fixture, 8);
  open_stage (fixture, 5);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (want (fixture, "pages")), "loose");
  want (fixture, "loose_column");
  check (fixture, "likely themes");
  act (fixture, "narrow_suggest_button", "themes.suggest", NULL);
  want (fixture, "keep_all_button");
  check (fixture, "suggested themes");
  lp_suggest_card_set_taken (LP_SUGGEST_CARD (gtk_widget_get_ancestor (want (fixture, "keep_button"), LP_TYPE_SUGGEST_CARD)),
                             TRUE);
  check (fixture, "suggested theme of a name that is taken");
}

static LpId
recommend (Fixture *fixture)
{
  LpReader *reader = lp_store_get_reader (fixture->store);
  LpChangeSet *changes = lp_change_set_new ("Test");
  LpChangeSet *evidence = lp_change_set_new ("Test");
  g_autoptr (LpList) themes = lp_list_new_themes (fixture->store, &fixture->meeting);
  g_autoptr (LpRecord) theme = g_list_model_get_item (G_LIST_MODEL (themes), 0);
  g_autoptr (LpRecord) record = NULL;
  guint n_added = 0;
  LpId id = { 0 };
  LpEdit *edit = lp_recommendation_create (changes, reader, &fixture->meeting, &id, NULL);

  lp_edit_text (edit, LP_RECOMMENDATION_TEXT, "Speciallægepraksisplanlægningsudvalgene skal tages med på råd");
  lp_edit_text (edit, LP_RECOMMENDATION_ADDRESSEE, lp_addressee_id (LP_ADDRESSEE_MUNICIPALITIES));
  test_commit (fixture->store, changes);
  record = test_load (fixture->store, LP_RECOMMENDATION, &id);
  g_assert_true (lp_evidence_add_theme (evidence, reader, record, lp_record_get_id (theme), &n_added, NULL));
  test_commit (fixture->store, evidence);
  return id;
}

static void
test_recommendations (Fixture *fixture, gconstpointer unused)
{
  open_stage (fixture, 7);
  want (fixture, "empty_button");
  check (fixture, "no recommendations");
  recommend (fixture);
  want (fixture, "count_label");
  check (fixture, "recommendations");
  act (fixture, "count_label", "recommendation.add-notes", NULL);
  want (fixture, "note_list");
  check (fixture, "notes to choose from");
  adw_dialog_close (ADW_DIALOG (gtk_widget_get_ancestor (want (fixture, "note_list"), ADW_TYPE_DIALOG)));
  want (fixture, "tabs");
  check (fixture, "recommendation");
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (want (fixture, "tabs")), "against");
  check (fixture, "contrary voices");
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (want (fixture, "tabs")), "unused");
  want (fixture, "check");
  g_object_set (gtk_widget_get_ancestor (want (fixture, "check"), LP_TYPE_EVIDENCE_ROW), "chosen", TRUE, NULL);
  want (fixture, "chosen_box");
  check (fixture, "notes without recommendation");
}

static void
test_panel (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (LpRecord) meeting = test_load (fixture->store, LP_MEETING, &fixture->meeting);
  g_autofree char *panel = lp_id_to_string (lp_record_id (meeting, LP_MEETING_PANEL));

  act (fixture, "groups", "win.open-panel", panel);
  want (fixture, "empty_button");
  check (fixture, "no recommendations of a panel");
  recommend (fixture);
  want (fixture, "unused_label");
  check (fixture, "recommendations of a panel");
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (want (fixture, "views")), "themes");
  want (fixture, "themes_table");
  check (fixture, "themes of a panel");
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (want (fixture, "views")), "heard");
  want (fixture, "heard_table");
  check (fixture, "who has been heard");
}

/* Of a budget: its figures are longer than dots. Each table gives one theme more than it has. */
static void
vote (Fixture *fixture, int n_tables)
{
  LpReader *reader = lp_store_get_reader (fixture->store);
  LpVoteDraft draft = { (char *) "Hvad skal pengene gå til, hvis der kun er råd til én ting?", LP_VOTE_BUDGET, 50000 };
  LpChangeSet *changes = lp_change_set_new ("Round");
  LpChangeSet *votes = lp_change_set_new ("Votes");
  g_autoptr (LpPriorities) priorities = NULL;
  LpId id = { 0 };

  g_assert_true (lp_vote_round_put (changes, reader, &fixture->meeting, &draft, &id, NULL));
  test_commit (fixture->store, changes);
  priorities = lp_priorities_load (reader, &fixture->meeting, NULL);
  for (int table = 1; table <= n_tables; table++)
    {
      const LpVoteRound *round = lp_priorities_find (priorities, &id);
      LpVoter voter = { .number = table, .turnout = 7 };

      for (guint i = 0; i < 2; i++)
        lp_vote_give (votes, &fixture->meeting, &id, table, &((LpVoteSubject *) round->subjects->pdata[i])->id, 350000);
      lp_vote_set_done (votes, &fixture->meeting, &id, &voter, TRUE);
    }
  test_commit (fixture->store, votes);
}

static void
test_priorities (Fixture *fixture, gconstpointer unused)
{
  open_stage (fixture, 6);
  want (fixture, "first_button");
  check (fixture, "Priorities without a round");
  act (fixture, "first_button", "priorities.new", NULL);
  want (fixture, "method_row");
  adw_combo_row_set_selected (ADW_COMBO_ROW (want (fixture, "method_row")), 1);
  check (fixture, "New Round");
  adw_dialog_force_close (ADW_DIALOG (gtk_widget_get_ancestor (want (fixture, "method_row"), ADW_TYPE_DIALOG)));

  vote (fixture, 9);
  want (fixture, "tally");
  check (fixture, "tally of Priorities");
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (want (fixture, "pages")), "result");
  want (fixture, "waiting");
  check (fixture, "who is missing in Priorities");
  vote (fixture, 10);
  want (fixture, "project_button");
  check (fixture, "result of Priorities");
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (want (fixture, "pages")), "tally");
  want (fixture, "round_button");
  check (fixture, "tally of two rounds");
}

static void
test_summary (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *stack = NULL;

  open_stage (fixture, 8);
  want (fixture, "chart");
  check (fixture, "Summary");
  act (fixture, "chart", "summary.as-table", NULL);
  check (fixture, "table of Summary");
  act (fixture, "chart", "summary.export", NULL);
  want (fixture, "losses");
  check (fixture, "Export");
  stack = gtk_widget_get_ancestor (want (fixture, "losses"), GTK_TYPE_STACK);
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "writing");
  want (fixture, "progress");
  check (fixture, "writing of Export");
}

static void
test_shortcuts (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GtkBuilder) builder = NULL;

  g_type_ensure (LP_TYPE_SHORTCUT_ROW);
  builder = gtk_builder_new_from_resource ("/dk/udsatte/Landspanel/ui/lp-shortcuts.ui");
  adw_dialog_present (ADW_DIALOG (gtk_builder_get_object (builder, "shortcuts")), fixture->window);
  check (fixture, "shortcuts");
}

int
main (int argc, char **argv)
{
  gboolean danish = g_strcmp0 (g_getenv ("LANGUAGE"), "da") == 0;

  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, danish ? "da_DK.UTF-8" : "en_US.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("LANDSPANEL_LOCALES"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  adw_init ();
  warnings = g_string_new (NULL);
  g_log_set_always_fatal (G_LOG_FATAL_MASK);
  g_log_set_writer_func (write_log, NULL, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", LARGE_TEXT, "gtk-enable-animations", FALSE, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/widths/home", test_home);
  ADD ("/widths/failure", test_failure);
  ADD ("/widths/new-meeting", test_new_meeting);
  ADD ("/widths/details", test_details);
  ADD ("/widths/agenda", test_agenda);
  ADD ("/widths/participants", test_participants);
  ADD ("/widths/run", test_run);
  ADD ("/widths/notes", test_notes);
  ADD ("/widths/story", test_story);
  ADD ("/widths/withdraw", test_withdraw);
  ADD ("/widths/many-notes", test_many_notes);
  ADD ("/widths/review", test_review);
  ADD ("/widths/themes", test_themes);
  ADD ("/widths/suggestions", test_suggestions);
  ADD ("/widths/recommendations", test_recommendations);
  ADD ("/widths/panel", test_panel);
  ADD ("/widths/priorities", test_priorities);
  ADD ("/widths/summary", test_summary);
  ADD ("/widths/shortcuts", test_shortcuts);

  return g_test_run ();
}
