/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-panel-notes.h"

#include <glib/gi18n.h>

#include "lp-day.h"
#include "lp-kind-badge.h"
#include "lp-note-content.h"
#include "lp-panel-search.h"

/* Nobody reads more; whoever wants fewer writes another word. */
#define MAX_HITS 200

#define MEETINGS "SELECT num FROM meeting WHERE deleted = 0 AND panel IS ?1 ORDER BY date DESC, num DESC"

struct _LpPanelNotes
{
  AdwBin parent_instance;

  GtkEditable *search_entry;
  GtkDropDown *kind_choice;
  GtkDropDown *meeting_choice;
  GtkDropDown *perspective_choice;
  GtkLabel *count_label;
  GtkStack *stack;
  GtkListView *list_view;
  GtkSingleSelection *selection;

  LpStore *store;
  LpId panel;
  GArray *choices;           /* of LpId: the meetings one can choose, behind "all" */
  GHashTable *meetings;      /* LpId → LpRecord, of the hits */
  GCancellable *searching;   /* NULL when nothing is looked for */
  char *asked;               /* the text that was looked for last */
  gboolean wants_first;      /* somebody pressed Return before that was found */
  gboolean watching;         /* it knows what can be chosen */
};

G_DEFINE_FINAL_TYPE (LpPanelNotes, lp_panel_notes, ADW_TYPE_BIN)

enum {
  OPENING,
  STOPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What the thread is told; it sees nothing of the dialog. */
typedef struct {
  char *path;
  LpPanelFilter filter;  /* its text is the job's */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free ((char *) job->filter.text);
  g_free (job);
}

/* --- Rows --- */

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *text = gtk_label_new (NULL);
  GtkWidget *where = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *badge = g_object_new (LP_TYPE_KIND_BADGE, "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_box_append (GTK_BOX (where), badge);
  gtk_box_append (GTK_BOX (where), label);
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (row), where);
  gtk_list_item_set_child (item, row);
}

/* "Kick-off · 24/11/2026 · 03-001" */
static char *
say_where (LpPanelNotes *self, LpRecord *note)
{
  LpRecord *meeting = g_hash_table_lookup (self->meetings, lp_record_get_space (note));
  g_autofree char *day = lp_day_written (lp_record_text (meeting, LP_MEETING_DATE));
  g_autofree char *code = lp_record_note_code (note);

  if (day == NULL || *day == '\0')
    return g_strjoin (" · ", lp_record_text (meeting, LP_MEETING_TITLE), code, NULL);

  return g_strjoin (" · ", lp_record_text (meeting, LP_MEETING_TITLE), day, code, NULL);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, LpPanelNotes *self)
{
  LpRecord *note = gtk_list_item_get_item (item);
  GtkWidget *text = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *badge = gtk_widget_get_first_child (gtk_widget_get_next_sibling (text));
  g_autofree char *where = say_where (self, note);
  g_autofree char *name = NULL;
  LpKind kind = LP_KIND_DREAM;

  lp_kind_find (lp_record_text (note, LP_NOTE_KIND), &kind);
  lp_kind_badge_set_kind (LP_KIND_BADGE (badge), kind);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (badge)), where);
  gtk_label_set_label (GTK_LABEL (text), lp_record_text (note, LP_NOTE_TEXT));
  lp_note_content_mark_label (GTK_LABEL (text), gtk_editable_get_text (self->search_entry));
  name = g_strdup_printf ("%s: %s. %s", lp_kind_label (kind), lp_record_text (note, LP_NOTE_TEXT), where);
  gtk_list_item_set_accessible_label (item, name);
}

/* --- Searching --- */

static void
show_count (LpPanelNotes *self, guint n)
{
  g_autofree char *found = g_strdup_printf (ngettext ("%'u found", "%'u found", n), n);
  g_autofree char *newest = g_strdup_printf (_("The newest %'u"), n);

  gtk_label_set_label (self->count_label, n < MAX_HITS ? found : newest);
}

static void
show_hits (LpPanelNotes *self, GPtrArray *hits)
{
  g_autoptr (GListStore) notes = g_list_store_new (LP_TYPE_RECORD);

  gtk_single_selection_set_model (self->selection, NULL);
  g_hash_table_remove_all (self->meetings);
  for (guint i = 0; i < hits->len; i++)
    {
      const LpPanelHit *hit = g_ptr_array_index (hits, i);

      g_hash_table_replace (self->meetings, lp_id_copy (lp_record_get_id (hit->meeting)), g_object_ref (hit->meeting));
      g_list_store_append (notes, hit->note);
    }
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (notes));
  gtk_stack_set_visible_child_name (self->stack, hits->len > 0 ? "list" : "none");
  show_count (self, hits->len);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (LpReader) reader = lp_reader_open (job->path, &error);
  GPtrArray *hits = NULL;

  if (reader != NULL && lp_reader_begin (reader, &error))
    {
      lp_reader_set_limits (reader, cancellable, 0);
      hits = lp_panel_search (reader, &job->filter, MAX_HITS, &error);
      lp_reader_set_limits (reader, NULL, 0);
      lp_reader_end (reader);
    }
  if (hits != NULL)
    g_task_return_pointer (task, hits, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
activate_cb (LpPanelNotes *self, guint position)
{
  g_autoptr (LpRecord) note = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autofree char *id = note != NULL ? lp_id_to_string (lp_record_get_id (note)) : NULL;
  g_autoptr (GtkWidget) root = g_object_ref (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));

  if (id == NULL)
    return;
  g_signal_emit (self, signals[OPENING], 0);
  gtk_widget_activate_action (root, "win.open-note", "s", id);
}

static void
found (LpPanelNotes *self, GPtrArray *hits)
{
  gboolean opens = self->wants_first;

  self->wants_first = FALSE;
  show_hits (self, hits);
  if (opens)
    activate_cb (self, 0);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpPanelNotes) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = g_task_propagate_pointer (G_TASK (result), &error);

  /* something else is looked for by now, or the dialog is closed */
  if (g_task_get_cancellable (G_TASK (result)) != self->searching)
    return;

  g_clear_object (&self->searching);
  if (hits != NULL)
    found (self, hits);
  else
    g_warning ("The notes could not be searched: %s", error->message);
}

static void
stop_searching (LpPanelNotes *self)
{
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
}

/* Before each list stands "all". */
static void
read_filter (LpPanelNotes *self, LpPanelFilter *filter)
{
  guint kind = gtk_drop_down_get_selected (self->kind_choice);
  guint meeting = gtk_drop_down_get_selected (self->meeting_choice);
  guint perspective = gtk_drop_down_get_selected (self->perspective_choice);

  *filter = (LpPanelFilter) { .panel = self->panel, .kind = (int) kind - 1 };
  if (meeting > 0)
    filter->meeting = g_array_index (self->choices, LpId, meeting - 1);
  if (perspective > 0)
    filter->perspective = lp_perspective_id (perspective - 1);
  filter->text = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));
}

static void
search (LpPanelNotes *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job = NULL;

  stop_searching (self);
  self->searching = g_cancellable_new ();
  job = g_new0 (Job, 1);
  job->path = g_strdup (lp_store_get_path (self->store));
  read_filter (self, &job->filter);
  g_set_str (&self->asked, job->filter.text);
  task = g_task_new (NULL, self->searching, found_cb, g_object_ref (self));
  g_task_set_source_tag (task, search);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, find_in_thread);
}

static void
search_cb (LpPanelNotes *self)
{
  LpPanelFilter filter;
  g_autofree char *text = NULL;

  if (!self->watching)
    return;
  read_filter (self, &filter);
  text = (char *) filter.text;
  /* what Return looks for is not to be looked for again when the entry has waited */
  if (self->wants_first && g_strcmp0 (text, self->asked) == 0)
    return;
  self->wants_first = FALSE;
  search (self);
}

static void
stop_cb (LpPanelNotes *self)
{
  g_signal_emit (self, signals[STOPPED], 0);
}

/* Words that are others now, or erased, go at once. */
static void
store_changed_cb (LpPanelNotes *self, GArray *changes)
{
  gboolean notes = FALSE;

  for (guint i = 0; i < changes->len && !notes; i++)
    notes = g_array_index (changes, LpChange, i).entity == LP_NOTE;
  if (!notes)
    return;

  gtk_single_selection_set_model (self->selection, NULL);
  search (self);
}

/* --- Going there --- */

/* Of what is written, and not of what is shown still: the entry waits a moment before it lets look. */
static void
first_cb (LpPanelNotes *self)
{
  LpPanelFilter filter;
  g_autofree char *text = NULL;

  read_filter (self, &filter);
  text = (char *) filter.text;
  if (self->searching == NULL && g_strcmp0 (text, self->asked) == 0)
    {
      activate_cb (self, 0);
      return;
    }
  self->wants_first = TRUE;
  if (g_strcmp0 (text, self->asked) != 0)
    search (self);
}

static gboolean
key_pressed_cb (LpPanelNotes *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) ||
      g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  return GDK_EVENT_STOP;
}

/* --- Filters --- */

static void
fill_choices (LpPanelNotes *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new ((const char *const[]) { _("All kinds"), NULL });
  g_autoptr (GtkStringList) perspectives = gtk_string_list_new ((const char *const[]) { _("All perspectives"), NULL });

  for (guint i = 0; i < LP_N_KINDS; i++)
    gtk_string_list_append (kinds, lp_kind_plural (i));
  for (guint i = 0; i < LP_N_PERSPECTIVES; i++)
    gtk_string_list_append (perspectives, lp_perspective_label (i));
  gtk_drop_down_set_model (self->kind_choice, G_LIST_MODEL (kinds));
  gtk_drop_down_set_model (self->perspective_choice, G_LIST_MODEL (perspectives));
}

static void
fill_meetings (LpPanelNotes *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new ((const char *const[]) { _("All meetings"), NULL });
  g_autoptr (GPtrArray) meetings = lp_reader_load_all (lp_store_get_reader (self->store), LP_MEETING, MEETINGS,
                                                       lp_id_is_set (&self->panel) ? &self->panel : NULL, NULL);

  g_array_set_size (self->choices, 0);
  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    {
      LpRecord *meeting = g_ptr_array_index (meetings, i);
      g_autofree char *day = lp_day_written (lp_record_text (meeting, LP_MEETING_DATE));
      g_autofree char *title = day != NULL && *day != '\0' ? g_strjoin (" · ", lp_record_text (meeting, LP_MEETING_TITLE), day, NULL)
                                                           : g_strdup (lp_record_text (meeting, LP_MEETING_TITLE));

      gtk_string_list_append (titles, title);
      g_array_append_val (self->choices, *lp_record_get_id (meeting));
    }
  gtk_drop_down_set_model (self->meeting_choice, G_LIST_MODEL (titles));
}

/* --- Class --- */

static gboolean
lp_panel_notes_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LP_PANEL_NOTES (widget)->search_entry));
}

static void
lp_panel_notes_dispose (GObject *object)
{
  LpPanelNotes *self = LP_PANEL_NOTES (object);

  stop_searching (self);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->store);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_PANEL_NOTES);

  G_OBJECT_CLASS (lp_panel_notes_parent_class)->dispose (object);
}

static void
lp_panel_notes_finalize (GObject *object)
{
  g_clear_pointer (&LP_PANEL_NOTES (object)->meetings, g_hash_table_unref);
  g_clear_pointer (&LP_PANEL_NOTES (object)->choices, g_array_unref);
  g_clear_pointer (&LP_PANEL_NOTES (object)->asked, g_free);

  G_OBJECT_CLASS (lp_panel_notes_parent_class)->finalize (object);
}

static void
lp_panel_notes_class_init (LpPanelNotesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lp_panel_notes_dispose;
  object_class->finalize = lp_panel_notes_finalize;
  widget_class->grab_focus = lp_panel_notes_grab_focus;

  signals[OPENING] = g_signal_new ("opening", LP_TYPE_PANEL_NOTES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[STOPPED] = g_signal_new ("stopped", LP_TYPE_PANEL_NOTES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-panel-notes.ui");
  gtk_widget_class_bind_template_child (widget_class, LpPanelNotes, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LpPanelNotes, kind_choice);
  gtk_widget_class_bind_template_child (widget_class, LpPanelNotes, meeting_choice);
  gtk_widget_class_bind_template_child (widget_class, LpPanelNotes, perspective_choice);
  gtk_widget_class_bind_template_child (widget_class, LpPanelNotes, count_label);
  gtk_widget_class_bind_template_child (widget_class, LpPanelNotes, stack);
  gtk_widget_class_bind_template_child (widget_class, LpPanelNotes, list_view);
  gtk_widget_class_bind_template_child (widget_class, LpPanelNotes, selection);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
lp_panel_notes_init (LpPanelNotes *self)
{
  self->meetings = g_hash_table_new_full (lp_id_hash, lp_id_equal_func, g_free, g_object_unref);
  self->choices = g_array_new (FALSE, FALSE, sizeof (LpId));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** lp_panel_notes_watch: lists the notes of a panel, or, with it unset, of the meetings that have none; to be called once. */
void
lp_panel_notes_watch (LpPanelNotes *self, LpStore *store, const LpId *panel)
{
  self->store = g_object_ref (store);
  self->panel = *panel;
  fill_choices (self);
  fill_meetings (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  self->watching = TRUE;
  search (self);
}
