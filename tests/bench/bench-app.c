/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bench-app start|memory|scroll|board|group|capture DATABASE: the app, all of it but its main.c, watched.
 *
 * start   prints the milliseconds to the first painted window
 * memory  opens the notes of the first meeting, and prints the memory as painted_print_memory () does
 * scroll  opens the notes, scrolls, and prints for each frame the milliseconds from its beginning to its end, drawing
 *         included; those after "jump" go to anywhere in the list
 * board   the same of the loose notes of the first meeting's themes
 * group   puts loose notes in a theme, one at a time, and prints as capture does; an empty line before each, and "frame" with
 *         the processor time of each frame
 * capture opens the notes, types some into the field, and prints for each millisecond that was asked for how long the main
 *         loop let wait for it
 */
#include "painted.h"

#include <stdio.h>
#include <unistd.h>

#include "lp-application.h"
#include "lp-capture.h"
#include "lp-meeting-page.h"
#include "lp-themes-page.h"
#include "lp-window.h"

#define STAGE_NOTES 4
#define STAGE_THEMES 5
#define SETTLE_MS 2000
#define STEP 120 /* pixels a frame: a fast flick of the wheel */
#define N_STEPS 500
#define N_JUMPS 100
#define N_TYPED 40
#define KEY_MS 30
#define N_CARDS 100
#define CARD_MS 150

typedef struct {
  GtkWindow     *window;
  GtkAdjustment *adjustment;
  gint64         begin;
  guint          n_frames;
} Scroll;

static const char *mode;
static const char *database;
static Scroll scroll;

static GtkWidget *
find_widget (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found)
        return found;
    }

  return NULL;
}

static gboolean
is_about_themes (void)
{
  return g_str_equal (mode, "board") || g_str_equal (mode, "group");
}

static void
open_stage (GtkWindow *window)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpReader) reader = lp_reader_open (database, &error);
  g_autoptr (LpQuery) query = NULL;
  GtkWidget *page = NULL;
  LpId meeting = { 0 };

  if (reader == NULL)
    g_error ("%s", error->message);
  query = lp_reader_query (reader, "SELECT id FROM meeting");
  if (!lp_query_next (query, NULL) || !lp_query_id (query, 0, &meeting))
    g_error ("no meeting");
  g_clear_pointer (&query, lp_query_free);

  lp_window_open_meeting (LP_WINDOW (window), &meeting);
  while ((page = find_widget (GTK_WIDGET (window), LP_TYPE_MEETING_PAGE)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  lp_meeting_page_show_stage (LP_MEETING_PAGE (page), is_about_themes () ? STAGE_THEMES : STAGE_NOTES);
}

static void
begin_cb (GdkFrameClock *clock, gpointer data)
{
  scroll.begin = g_get_monotonic_time ();
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  double end = gtk_adjustment_get_upper (scroll.adjustment) - gtk_adjustment_get_page_size (scroll.adjustment);
  double value = gtk_adjustment_get_value (scroll.adjustment) + STEP;

  if (scroll.n_frames >= N_STEPS)
    value = g_random_double_range (0, end);
  gtk_adjustment_set_value (scroll.adjustment, value);

  return G_SOURCE_CONTINUE;
}

static void
end_cb (GdkFrameClock *clock, gpointer data)
{
  if (scroll.n_frames == N_STEPS)
    printf ("jump\n");
  printf ("%.3f\n", (g_get_monotonic_time () - scroll.begin) / 1e3);
  if (++scroll.n_frames < N_STEPS + N_JUMPS)
    return;
  printf ("reached %.0f of %.0f\n", gtk_adjustment_get_value (scroll.adjustment),
          gtk_adjustment_get_upper (scroll.adjustment));
  fflush (stdout);
  _exit (0);
}

static void
start_scroll (GtkWindow *window)
{
  GtkWidget *list = find_widget (GTK_WIDGET (window), GTK_TYPE_LIST_VIEW);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));

  if (list == NULL)
    g_error ("no list of notes");
  scroll.window = window;
  scroll.adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  g_signal_connect (clock, "before-paint", G_CALLBACK (begin_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (end_cb), NULL);
  gtk_widget_add_tick_callback (GTK_WIDGET (window), tick_cb, NULL, NULL);
}

/* --- Capture --- */

typedef struct {
  LpCapture *capture;
  guint      n_keys;
  gint64     last; /* microseconds; so below */
  gint64     busy; /* processor time of the main thread */
} Typing;

static Typing typing;

static gint64
get_busy (void)
{
  struct timespec time = { 0 };

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static gboolean
beat_cb (gpointer data)
{
  gint64 now = g_get_monotonic_time ();
  gint64 busy = get_busy ();

  printf ("%.3f %.3f\n", (now - typing.last) / 1e3, (busy - typing.busy) / 1e3);
  typing.last = now;
  typing.busy = busy;

  return G_SOURCE_CONTINUE;
}

static gboolean
key_cb (gpointer data)
{
  static const char words[] = "Et hjem med en nøgle, ";
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (lp_capture_get_text (typing.capture)));
  const guint n_letters = g_utf8_strlen (words, -1);
  const char *letter = g_utf8_offset_to_pointer (words, typing.n_keys % (n_letters + 1));

  if (*letter == '\0')
    lp_capture_save (typing.capture);
  else
    gtk_text_buffer_insert_at_cursor (buffer, letter, (int) (g_utf8_next_char (letter) - letter));
  if (++typing.n_keys < N_TYPED * (n_letters + 1))
    return G_SOURCE_CONTINUE;
  fflush (stdout);
  _exit (0);
}

static void
start_typing (GtkWindow *window)
{
  typing.capture = LP_CAPTURE (find_widget (GTK_WIDGET (window), LP_TYPE_CAPTURE));
  typing.last = g_get_monotonic_time ();
  typing.busy = get_busy ();
  g_timeout_add_full (G_PRIORITY_HIGH, 1, beat_cb, NULL, NULL);
  g_timeout_add (KEY_MS, key_cb, NULL);
}

/* --- Grouping --- */

typedef struct {
  GtkWidget *page;
  GPtrArray *notes; /* of char *: ids of loose ones */
  char      *theme;
  guint      n_moved;
} Grouping;

static Grouping grouping;

static char *
read_id (LpQuery *query)
{
  LpId id = { 0 };

  return lp_query_id (query, 0, &id) ? lp_id_to_string (&id) : NULL;
}

static void
choose_cards (void)
{
  g_autoptr (LpReader) reader = lp_reader_open (database, NULL);
  g_autoptr (LpQuery) themes = lp_reader_query (reader, "SELECT id FROM theme WHERE deleted = 0 ORDER BY rank, id");
  g_autoptr (LpQuery) loose = lp_reader_query (reader, "SELECT id FROM note n WHERE deleted = 0 AND NOT EXISTS (SELECT 1 FROM"
                                               " placement p WHERE p.note = n.id AND p.deleted = 0) ORDER BY time DESC, num DESC");

  grouping.notes = g_ptr_array_new_with_free_func (g_free);
  if (!lp_query_next (themes, NULL))
    g_error ("no theme");
  grouping.theme = read_id (themes);
  while (grouping.notes->len < N_CARDS && lp_query_next (loose, NULL))
    g_ptr_array_add (grouping.notes, read_id (loose));
}

static gboolean
move_cb (gpointer data)
{
  if (grouping.n_moved == grouping.notes->len)
    {
      fflush (stdout);
      _exit (0);
    }
  printf ("\n");
  gtk_widget_activate_action (grouping.page, "themes.move-note", "(ss)",
                              (const char *) g_ptr_array_index (grouping.notes, grouping.n_moved++), grouping.theme);

  return G_SOURCE_CONTINUE;
}

static void
frame_begins_cb (GdkFrameClock *clock, gint64 *begin)
{
  *begin = get_busy ();
}

/* A frame is no part of the step that it is in: its work is told apart. */
static void
frame_ends_cb (GdkFrameClock *clock, gint64 *begin)
{
  gint64 frame = get_busy () - *begin;

  printf ("frame %.3f\n", frame / 1e3);
  typing.busy += frame;
}

static void
start_grouping (GtkWindow *window)
{
  static gint64 begin;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));

  choose_cards ();
  g_signal_connect (clock, "before-paint", G_CALLBACK (frame_begins_cb), &begin);
  g_signal_connect (clock, "after-paint", G_CALLBACK (frame_ends_cb), &begin);
  grouping.page = find_widget (GTK_WIDGET (window), LP_TYPE_THEMES_PAGE);
  typing.last = g_get_monotonic_time ();
  typing.busy = get_busy ();
  g_timeout_add_full (G_PRIORITY_HIGH, 1, beat_cb, NULL, NULL);
  g_timeout_add (CARD_MS, move_cb, NULL);
}

static gboolean
settled_cb (gpointer data)
{
  if (g_str_equal (mode, "group"))
    {
      start_grouping (data);
      return G_SOURCE_REMOVE;
    }
  if (g_str_equal (mode, "capture"))
    {
      start_typing (data);
      return G_SOURCE_REMOVE;
    }
  if (g_str_equal (mode, "scroll") || g_str_equal (mode, "board"))
    {
      start_scroll (data);
      return G_SOURCE_REMOVE;
    }
  painted_print_memory ();
  _exit (0);
}

static void
painted_cb (GtkWindow *window)
{
  if (g_str_equal (mode, "start"))
    {
      painted_print_start ();
      _exit (0);
    }
  open_stage (window);
  g_timeout_add (SETTLE_MS, settled_cb, window);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GApplication) application = NULL;
  char *arguments[] = { argv[0], (char *) "--database", argc == 3 ? argv[2] : NULL, NULL };

  if (argc != 3)
    {
      fprintf (stderr, "usage: bench-app start|memory|scroll|board|group|capture DATABASE\n");
      return 2;
    }
  mode = argv[1];
  database = argv[2];
  application = lp_application_new ();
  painted_watch (GTK_APPLICATION (application), painted_cb);

  return g_application_run (application, 3, arguments);
}
