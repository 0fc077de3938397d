/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "lp-change-set.h"
#include "lp-meeting.h"
#include "lp-note-actions.h"
#include "lp-note-row.h"
#include "lp-notes-page.h"
#include "lp-sample.h"
#include "test-util.h"

/* Rows tell their height without having what they show: each text must fit into what it is then given, and exactly. */

static const char *const texts[] = {
  "kort",
  "tænder! kunne smile igen",
  "- ingen der tager æ telefon\n- og når de gør er det \"du er nummer 34 i køen\"\n\n- så går strømmen",
  "Da jeg blev indlagt første gang, sad jeg i et rum uden ur i fem timer. Jeg vidste ikke om nogen havde hentet min søn i "
  "børnehaven, og ingen turde svare, fordi de ikke måtte sige noget før lægen kom. Til sidst kom rengøringsdamen.",
  "Førtidspensionsansøgningssagsbehandlingstidsforlængelsesafgørelsesbegrundelseogflereendnulængereordudenmellemrum",
  "😀 🙂 åååå É — »citat« “quote” \t tab",
  "مرحبا بالعالم",
};

typedef struct
{
  TestFolder *folder;
  LpStore *store;
  LpId meeting;
  LpNotePool *pool;
  GtkWidget *window;
  GtkWidget *clamp;
  GtkWidget *row;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  GError *error = NULL;

  fixture->folder = test_folder_new ();
  fixture->store = test_store_open (fixture->folder->database);
  lp_sample_create (fixture->store, &fixture->meeting, &error);
  g_assert_no_error (error);
  fixture->pool = lp_note_pool_new (NULL);
  fixture->row = lp_note_row_new (fixture->pool);
  gtk_widget_set_valign (fixture->row, GTK_ALIGN_START);
  fixture->clamp = adw_clamp_new ();
  adw_clamp_set_unit (ADW_CLAMP (fixture->clamp), ADW_LENGTH_UNIT_PX);
  adw_clamp_set_child (ADW_CLAMP (fixture->clamp), fixture->row);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->clamp);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->pool);
  test_store_close (fixture->store);
  test_folder_free (fixture->folder);
}

static LpRecord *
make_note (Fixture *fixture, const char *text, const char *profile)
{
  LpChangeSet *changes = lp_change_set_new ("Add note");
  LpNoteDraft draft = { .kind = LP_KIND_CONCERN, .text = text, .profile = profile, .table = profile ? 3 : 0 };
  LpId id = { 0 };

  lp_note_create (changes, lp_store_get_reader (fixture->store), &fixture->meeting, &draft, &id);
  test_commit (fixture->store, changes);

  return test_load (fixture->store, LP_NOTE, &id);
}

static GtkWidget *
find_label (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_label (GTK_LABEL (root)), text))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
wait_for_size (Fixture *fixture, int width, int height)
{
  while (gtk_widget_get_width (fixture->row) != width || gtk_widget_get_height (fixture->row) != height)
    g_main_context_iteration (NULL, TRUE);
}

static void
check_fit (Fixture *fixture, const char *text, int width)
{
  GtkWidget *label = NULL;
  int height = 0;
  int natural = 0;

  adw_clamp_set_maximum_size (ADW_CLAMP (fixture->clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (fixture->clamp), width);
  gtk_widget_measure (fixture->row, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  wait_for_size (fixture, width, height);

  label = find_label (fixture->row, text);
  g_assert_nonnull (label);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (label), NULL, &natural, NULL, NULL);
  g_assert_cmpint (gtk_widget_get_height (label), >=, natural);
}

static void
check_texts (Fixture *fixture, gboolean narrow)
{
  static const int widths[] = { 690, 740, 931 };
  static const int narrow_widths[] = { 300, 336, 500 };

  g_object_set (fixture->row, "narrow", narrow, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LpRecord) bare = make_note (fixture, texts[i], NULL);
      g_autoptr (LpRecord) known = make_note (fixture, texts[i], "Kvinde, 49 år");

      for (guint j = 0; j < G_N_ELEMENTS (widths); j++)
        {
          lp_note_row_show_note (LP_NOTE_ROW (fixture->row), bare, NULL, FALSE);
          check_fit (fixture, texts[i], narrow ? narrow_widths[j] : widths[j]);
          lp_note_row_show_note (LP_NOTE_ROW (fixture->row), known, "Et hjem først", FALSE);
          check_fit (fixture, texts[i], narrow ? narrow_widths[j] : widths[j]);
        }
    }
}

static void
test_fit (Fixture *fixture, gconstpointer narrow)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  check_texts (fixture, narrow != NULL);
}

static GtkWidget *
find_type (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Each line of what can be seen of a note has room. */
static void
check_labels (GtkWidget *widget, guint *n_labels)
{
  int natural = 0;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && *gtk_label_get_label (GTK_LABEL (widget)) != '\0')
    {
      gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (widget), NULL, &natural, NULL, NULL);
      g_test_message ("%s", gtk_label_get_label (GTK_LABEL (widget)));
      g_assert_cmpint (gtk_widget_get_height (widget), >=, natural);
      (*n_labels)++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    check_labels (child, n_labels);
}

static void
check_list (GtkWidget *list)
{
  guint n_labels = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row; row = gtk_widget_get_next_sibling (row))
    check_labels (row, &n_labels);
  g_assert_cmpuint (n_labels, >=, 4);
}

static gboolean
count_frames_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer frames)
{
  return --*(int *) frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Until what was changed has been laid out. */
static void
wait_for_frames (GtkWidget *widget)
{
  int frames = 4;

  gtk_widget_add_tick_callback (widget, count_frames_cb, &frames, NULL);
  while (frames > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
scroll (GtkWidget *list, double to)
{
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)), to);
  wait_for_frames (list);
}

/* The text grows while the notes are on the screen, and while another page is. */
static void
test_large_text (Fixture *fixture, gconstpointer elsewhere)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *page = g_object_ref_sink (lp_notes_page_new (fixture->store, &fixture->meeting));
  GtkWidget *window = fixture->window;
  GtkWidget *list = NULL;
  int dpi = 0;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frames (window);
  list = find_type (page, GTK_TYPE_LIST_VIEW);
  /* down and up, so that there are contents to spare */
  scroll (list, 2000);
  scroll (list, 0);
  check_list (list);

  if (elsewhere != NULL)
    gtk_window_set_child (GTK_WINDOW (window), NULL);
  g_object_set (settings, "gtk-xft-dpi", dpi * 3 / 2, NULL);
  if (elsewhere != NULL)
    gtk_window_set_child (GTK_WINDOW (window), page);
  wait_for_frames (window);
  check_list (list);
  scroll (list, 2000);
  check_list (list);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  g_object_unref (page);
}

static void
test_out_of_sight (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (LpRecord) note = make_note (fixture, "a home", NULL);

  lp_note_row_show_note (LP_NOTE_ROW (fixture->row), note, NULL, FALSE);
  gtk_window_present (GTK_WINDOW (fixture->window));
  check_fit (fixture, "a home", 600);
  gtk_widget_set_child_visible (fixture->row, FALSE);
  g_assert_null (gtk_widget_get_first_child (fixture->row));
  gtk_widget_set_child_visible (fixture->row, TRUE);
  g_assert_nonnull (find_label (fixture->row, "a home"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)
  ADD ("/note-row/fit", NULL, test_fit);
  ADD ("/note-row/fit-narrow", "narrow", test_fit);
  ADD ("/note-row/large-text", NULL, test_large_text);
  ADD ("/note-row/large-text-meanwhile", "elsewhere", test_large_text);
  ADD ("/note-row/out-of-sight", NULL, test_out_of_sight);

  return g_test_run ();
}
