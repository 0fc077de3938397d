/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <locale.h>

#include "lp-failure-page.h"
#include "lp-home-page.h"
#include "lp-kind-badge.h"
#include "lp-meeting-dialog.h"
#include "lp-meeting-page.h"
#include "lp-meeting.h"
#include "lp-participant-dialog.h"
#include "lp-people.h"
#include "lp-roster-dialog.h"
#include "lp-sample.h"
#include "lp-story-dialog.h"
#include "lp-swap-dialog.h"
#include "lp-window.h"
#include "test-util.h"

/* Every page is shown and goes away again without leaving anything behind that holds it. */

#define N_STAGES 8

typedef struct
{
  TestFolder *folder;
  LpStore *store;
  LpId meeting;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  GError *error = NULL;

  fixture->folder = test_folder_new ();
  fixture->store = test_store_open (fixture->folder->database);
  lp_sample_create (fixture->store, &fixture->meeting, &error);
  g_assert_no_error (error);
}

/* Threads that were reading for a page may still be at it; what they read for is let go of on this one. */
static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  while (g_atomic_int_get (&G_OBJECT (fixture->store)->ref_count) > 1)
    g_main_context_iteration (NULL, TRUE);
  test_store_close (g_steal_pointer (&fixture->store));
  test_folder_free (fixture->folder);
}

static gboolean
stop_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Long enough for what comes from threads, short enough for a test. */
static void
run_for (guint milliseconds)
{
  gboolean done = FALSE;

  g_timeout_add (milliseconds, stop_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* However long that takes on a busy machine; where it never comes, the program's time runs out. */
static void
wait_until_gone (gpointer *weak)
{
  while (*weak)
    g_main_context_iteration (NULL, TRUE);
}

static void
show_and_close (GtkWidget *content)
{
  GtkWidget *window = adw_window_new ();
  gpointer weak = content;

  g_object_add_weak_pointer (G_OBJECT (content), &weak);
  adw_window_set_content (ADW_WINDOW (window), content);
  gtk_window_present (GTK_WINDOW (window));
  run_for (300);
  gtk_window_destroy (GTK_WINDOW (window));
  wait_until_gone (&weak);
}

static void
test_home (Fixture *fixture, gconstpointer unused)
{
  show_and_close (lp_home_page_new (fixture->store));
}

static void
test_failure (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error =
      g_error_new_literal (LP_STORE_ERROR, LP_STORE_ERROR_DAMAGED, "“a & b <c>.db” is damaged");

  show_and_close (lp_failure_page_new (error));
}

static void
test_meeting_page (Fixture *fixture, gconstpointer unused)
{
  for (int stage = 1; stage <= N_STAGES; stage++)
    {
      g_autoptr (GError) error = NULL;
      GtkWidget *page = lp_meeting_page_new (fixture->store, &fixture->meeting, NULL, &error);

      g_assert_no_error (error);
      lp_meeting_page_show_stage (LP_MEETING_PAGE (page), stage);
      show_and_close (page);
    }
}

static void
test_no_meeting (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  LpId nobody = lp_id_new ();

  g_assert_null (lp_meeting_page_new (fixture->store, &nobody, NULL, &error));
  g_assert_error (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND);
}

static void
show_dialog (AdwDialog *dialog)
{
  GtkWidget *window = adw_window_new ();
  gpointer weak = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &weak);
  gtk_window_present (GTK_WINDOW (window));
  adw_dialog_present (dialog, window);
  run_for (300);
  adw_dialog_force_close (dialog);
  gtk_window_destroy (GTK_WINDOW (window));
  wait_until_gone (&weak);
}

static void
test_dialogs (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (LpRecord) meeting = test_load (fixture->store, LP_MEETING, &fixture->meeting);

  show_dialog (lp_meeting_dialog_new (fixture->store));
  show_dialog (lp_meeting_dialog_new_details (fixture->store, meeting));
}

static void
test_story_dialog (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (LpQuery) query =
      lp_reader_query (lp_store_get_reader (fixture->store), "SELECT id FROM note WHERE kind = 'story'");
  g_autoptr (LpRecord) note = NULL;
  LpId id = { 0 };

  g_assert_true (lp_query_next (query, NULL) && lp_query_id (query, 0, &id));
  g_clear_pointer (&query, lp_query_free);
  note = test_load (fixture->store, LP_NOTE, &id);
  show_dialog (lp_story_dialog_new (fixture->store, note));
}

static void
test_participants_dialogs (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (LpPeople) people = lp_people_new (fixture->store, &fixture->meeting);
  g_autoptr (LpPerson) person = g_list_model_get_item (G_LIST_MODEL (people), 0);
  GtkWidget *from = g_object_ref_sink (gtk_label_new (NULL));
  LpRosterFile *file = lp_roster_file_parse ("Navn\tBord\nAnna\t1\n\t2\n", NULL);

  show_dialog (lp_participant_dialog_new (from, fixture->store, &fixture->meeting, NULL));
  show_dialog (lp_participant_dialog_new (from, fixture->store, &fixture->meeting, person));
  show_dialog (lp_swap_dialog_new (from, fixture->store, &fixture->meeting, people, person));
  show_dialog (lp_roster_dialog_new (from, fixture->store, &fixture->meeting, file, "a.csv"));
  g_assert_finalize_object (from);
}

static void
test_window (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *window = lp_window_new (NULL);
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  lp_window_set_store (LP_WINDOW (window), fixture->store);
  gtk_window_present (GTK_WINDOW (window));
  run_for (200);
  lp_window_open_meeting (LP_WINDOW (window), &fixture->meeting);
  run_for (300);
  gtk_window_destroy (GTK_WINDOW (window));
  wait_until_gone (&weak);
}

/* A meeting that goes away takes its page along. */
static void
test_deleted_meeting (Fixture *fixture, gconstpointer unused)
{
  LpChangeSet *changes = lp_change_set_new ("Delete");
  GtkWidget *view = adw_navigation_view_new ();
  GtkWidget *window = adw_window_new ();
  g_autoptr (GError) error = NULL;
  GtkWidget *page = lp_meeting_page_new (fixture->store, &fixture->meeting, NULL, &error);
  gpointer weak = page;

  g_assert_no_error (error);
  g_object_add_weak_pointer (G_OBJECT (page), &weak);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (lp_home_page_new (fixture->store)));
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
  adw_window_set_content (ADW_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  run_for (200);
  lp_change_set_delete (changes, LP_MEETING, &fixture->meeting, &fixture->meeting);
  test_commit (fixture->store, changes);
  wait_until_gone (&weak);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_kind_badge (Fixture *fixture, gconstpointer unused)
{
  LpKindBadge *badge = g_object_ref_sink (LP_KIND_BADGE (lp_kind_badge_new (LP_KIND_DREAM)));
  GtkWidget *label = gtk_widget_get_last_child (GTK_WIDGET (badge));

  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, lp_kind_label (LP_KIND_DREAM));
  lp_kind_badge_set_kind (badge, LP_KIND_STORY);
  lp_kind_badge_set_count (badge, 9);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "9 Stories");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (badge), lp_kind_css_class (LP_KIND_DREAM)));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (badge), lp_kind_css_class (LP_KIND_STORY)));
  g_assert_finalize_object (badge);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "en_US.UTF-8");
  adw_init ();

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/pages/home", test_home);
  ADD ("/pages/failure", test_failure);
  ADD ("/pages/meeting", test_meeting_page);
  ADD ("/pages/no-meeting", test_no_meeting);
  ADD ("/pages/dialogs", test_dialogs);
  ADD ("/pages/story-dialog", test_story_dialog);
  ADD ("/pages/participants-dialogs", test_participants_dialogs);
  ADD ("/pages/window", test_window);
  ADD ("/pages/deleted-meeting", test_deleted_meeting);
  ADD ("/pages/kind-badge", test_kind_badge);

  return g_test_run ();
}
