/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-panel-search-dialog.h"

#include <glib/gi18n.h>

#include "lp-day.h"
#include "lp-kind-badge.h"
#include "lp-meeting.h"
#include "lp-note-content.h"
#include "lp-panel-search.h"

/* Nobody reads more; whoever wants fewer writes another word. */
#define MAX_HITS 200

struct _LpPanelSearchDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle *window_title;
  GtkEditable *search_entry;
  GtkStack *stack;
  AdwStatusPage *ask_page;
  GtkListView *list_view;
  GtkSingleSelection *selection;

  LpStore *store;
  LpId meeting;
  GHashTable *meetings;      /* LpId → LpRecord, of the hits */
  GCancellable *searching;   /* NULL when nothing is looked for */
};

G_DEFINE_FINAL_TYPE (LpPanelSearchDialog, lp_panel_search_dialog, ADW_TYPE_DIALOG)

/* What the thread is told; it sees nothing of the dialog. */
typedef struct {
  char *path;
  LpId meeting;
  char *text;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job->text);
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
say_where (LpPanelSearchDialog *self, LpRecord *note)
{
  LpRecord *meeting = g_hash_table_lookup (self->meetings, lp_record_get_space (note));
  g_autofree char *day = lp_day_written (lp_record_text (meeting, LP_MEETING_DATE));
  g_autofree char *code = lp_record_note_code (note);

  if (day == NULL || *day == '\0')
    return g_strjoin (" · ", lp_record_text (meeting, LP_MEETING_TITLE), code, NULL);

  return g_strjoin (" · ", lp_record_text (meeting, LP_MEETING_TITLE), day, code, NULL);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, LpPanelSearchDialog *self)
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
show_count (LpPanelSearchDialog *self, guint n)
{
  g_autofree char *found = g_strdup_printf (ngettext ("%'u found", "%'u found", n), n);
  g_autofree char *newest = g_strdup_printf (_("The newest %'u"), n);

  adw_window_title_set_subtitle (self->window_title, n == 0 ? "" : n < MAX_HITS ? found : newest);
}

static void
show_hits (LpPanelSearchDialog *self, GPtrArray *hits)
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
      hits = lp_panel_search (reader, &job->meeting, job->text, MAX_HITS, &error);
      lp_reader_set_limits (reader, NULL, 0);
      lp_reader_end (reader);
    }
  if (hits != NULL)
    g_task_return_pointer (task, hits, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpPanelSearchDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = g_task_propagate_pointer (G_TASK (result), &error);

  /* something else is looked for by now, or the dialog is closed */
  if (g_task_get_cancellable (G_TASK (result)) != self->searching)
    return;

  g_clear_object (&self->searching);
  if (hits != NULL)
    show_hits (self, hits);
  else
    g_warning ("The notes could not be searched: %s", error->message);
}

static void
stop_searching (LpPanelSearchDialog *self)
{
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
}

static void
search (LpPanelSearchDialog *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));
  g_autoptr (GTask) task = NULL;
  Job *job = NULL;

  stop_searching (self);
  if (*text == '\0')
    {
      gtk_stack_set_visible_child_name (self->stack, "ask");
      gtk_single_selection_set_model (self->selection, NULL);
      show_count (self, 0);
      return;
    }

  self->searching = g_cancellable_new ();
  job = g_new0 (Job, 1);
  job->path = g_strdup (lp_store_get_path (self->store));
  job->meeting = self->meeting;
  job->text = g_steal_pointer (&text);
  task = g_task_new (NULL, self->searching, found_cb, g_object_ref (self));
  g_task_set_source_tag (task, search);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, find_in_thread);
}

static void
search_cb (LpPanelSearchDialog *self)
{
  search (self);
}

static void
stop_cb (LpPanelSearchDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* Words that are others now, or erased, go at once. */
static void
store_changed_cb (LpPanelSearchDialog *self, GArray *changes)
{
  gboolean notes = FALSE;

  for (guint i = 0; i < changes->len && !notes; i++)
    notes = g_array_index (changes, LpChange, i).entity == LP_NOTE;
  if (!notes || g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;

  gtk_single_selection_set_model (self->selection, NULL);
  search (self);
}

/* --- Going there --- */

static void
activate_cb (LpPanelSearchDialog *self, guint position)
{
  g_autoptr (LpRecord) note = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autofree char *id = note != NULL ? lp_id_to_string (lp_record_get_id (note)) : NULL;
  g_autoptr (GtkWidget) root = g_object_ref (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));

  if (id == NULL)
    return;
  /* it gives the focus back first */
  adw_dialog_force_close (ADW_DIALOG (self));
  gtk_widget_activate_action (root, "win.open-note", "s", id);
}

static void
first_cb (LpPanelSearchDialog *self)
{
  if (self->searching == NULL)
    activate_cb (self, 0);
}

static gboolean
key_pressed_cb (LpPanelSearchDialog *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) ||
      g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  return GDK_EVENT_STOP;
}

/* --- Class --- */

static void
lp_panel_search_dialog_dispose (GObject *object)
{
  LpPanelSearchDialog *self = LP_PANEL_SEARCH_DIALOG (object);

  stop_searching (self);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_PANEL_SEARCH_DIALOG);

  G_OBJECT_CLASS (lp_panel_search_dialog_parent_class)->dispose (object);
}

static void
lp_panel_search_dialog_finalize (GObject *object)
{
  g_clear_pointer (&LP_PANEL_SEARCH_DIALOG (object)->meetings, g_hash_table_unref);

  G_OBJECT_CLASS (lp_panel_search_dialog_parent_class)->finalize (object);
}

static void
lp_panel_search_dialog_class_init (LpPanelSearchDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lp_panel_search_dialog_dispose;
  object_class->finalize = lp_panel_search_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-panel-search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LpPanelSearchDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, LpPanelSearchDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LpPanelSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LpPanelSearchDialog, ask_page);
  gtk_widget_class_bind_template_child (widget_class, LpPanelSearchDialog, list_view);
  gtk_widget_class_bind_template_child (widget_class, LpPanelSearchDialog, selection);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
lp_panel_search_dialog_init (LpPanelSearchDialog *self)
{
  self->meetings = g_hash_table_new_full (lp_id_hash, lp_id_equal_func, g_free, g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** lp_panel_search_dialog_new: @meeting: one of the panel's; where that has none, those without are searched */
AdwDialog *
lp_panel_search_dialog_new (LpStore *store, const LpId *meeting)
{
  LpPanelSearchDialog *self = g_object_new (LP_TYPE_PANEL_SEARCH_DIALOG, NULL);
  LpReader *reader = lp_store_get_reader (store);
  g_autoptr (LpRecord) record = lp_reader_load (reader, LP_MEETING, meeting, NULL);
  g_autofree char *panel = record != NULL ? lp_meeting_panel_name (reader, record, NULL) : NULL;

  self->store = g_object_ref (store);
  self->meeting = *meeting;
  adw_status_page_set_title (self->ask_page, panel != NULL ? panel : _("Meetings Without a Panel"));
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}
