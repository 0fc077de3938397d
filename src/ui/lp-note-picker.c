/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-picker.h"

#include "lp-note-filter-bar.h"
#include "lp-note-list.h"
#include "lp-page-title.h"
#include "lp-recommendation-edits.h"

#include <glib/gi18n.h>

#define TABLES "SELECT max (table_number) FROM note WHERE space=?1 AND deleted=0"

struct _LpNotePicker
{
  AdwDialog parent_instance;

  LpNoteFilterBar *filter_bar;
  GtkCheckButton *unused_check;
  GtkStack *stack;
  LpNoteList *note_list;
  GtkLabel *found_label;
  GtkButton *add_button;

  LpStore *store;
  LpRecord *record;
  LpList *notes;
  LpList *themes;
  LpNoteFlags *flags;
  gboolean against;
};

G_DEFINE_FINAL_TYPE (LpNotePicker, lp_note_picker, ADW_TYPE_DIALOG)

static void
selected_cb (LpNotePicker *self)
{
  guint n_selected = 0;
  g_autofree char *label = NULL;

  g_object_get (self->note_list, "n-selected", &n_selected, NULL);
  label = n_selected > 0 ? g_strdup_printf (ngettext ("_Add %'u Note", "_Add %'u Notes", n_selected), n_selected)
                         : g_strdup (_("_Add Note"));
  gtk_button_set_label (self->add_button, label);
  gtk_button_set_use_underline (self->add_button, TRUE);
}

static void
found_cb (LpNotePicker *self)
{
  guint n_notes = g_list_model_get_n_items (G_LIST_MODEL (self->notes));
  g_autofree char *found = g_strdup_printf (ngettext ("%'u found", "%'u found", n_notes), n_notes);

  /* rather the number of a moment ago than one that is not final */
  if (lp_list_is_complete (self->notes))
    gtk_label_set_label (self->found_label, found);
  if (n_notes > 0 || lp_list_is_complete (self->notes))
    gtk_stack_set_visible_child_name (self->stack, n_notes > 0 ? "list" : "none");
}

static void
filter_cb (LpNotePicker *self)
{
  LpNoteFilter filter = LP_NOTE_FILTER_ALL;

  if (self->notes == NULL)
    return;
  lp_note_filter_bar_get_filter (self->filter_bar, &filter);
  filter.unused = gtk_check_button_get_active (self->unused_check);
  filter.not_of = *lp_record_get_id (self->record);
  lp_list_set_filter (self->notes, &filter);
  found_cb (self);
}

static void
stopped_cb (LpNotePicker *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* Transfer full, of gint64. */
static GArray *
get_chosen (LpNotePicker *self)
{
  g_autoptr (GtkBitset) positions = lp_note_list_get_positions (self->note_list);
  GArray *nums = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position = 0;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, positions, &position);
       more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 num = lp_list_get_num (self->notes, position);

      g_array_append_val (nums, num);
    }
  return nums;
}

static void
add_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpNotePicker *self = LP_NOTE_PICKER (widget);
  g_autoptr (GArray) nums = get_chosen (self);
  g_autoptr (GtkBitset) positions = lp_note_list_get_positions (self->note_list);

  if (nums->len == 0)
    return;
  lp_note_list_advance (self->note_list, gtk_bitset_get_minimum (positions));
  lp_recommendation_edits_add_notes (GTK_WIDGET (self->note_list), self->store, self->record, nums, self->against);
}

static void
search_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lp_note_filter_bar_search (LP_NOTE_PICKER (widget)->filter_bar);
}

static void
show_all_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpNotePicker *self = LP_NOTE_PICKER (widget);

  gtk_check_button_set_active (self->unused_check, FALSE);
  lp_note_filter_bar_clear (self->filter_bar);
  lp_note_filter_bar_search (self->filter_bar);
}

/* The last of them was added: one goes on with other words. */
static void
emptied_cb (LpNotePicker *self)
{
  lp_note_filter_bar_search (self->filter_bar);
}

static void
lp_note_picker_dispose (GObject *object)
{
  LpNotePicker *self = LP_NOTE_PICKER (object);

  if (self->notes != NULL)
    g_signal_handlers_disconnect_by_data (self->notes, self);
  g_clear_object (&self->notes);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_NOTE_PICKER);
  g_clear_object (&self->themes);
  g_clear_object (&self->flags);
  g_clear_object (&self->record);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_note_picker_parent_class)->dispose (object);
}

static void
lp_note_picker_class_init (LpNotePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_note_picker_dispose;

  g_type_ensure (LP_TYPE_NOTE_FILTER_BAR);
  g_type_ensure (LP_TYPE_NOTE_LIST);
  g_type_ensure (LP_TYPE_PAGE_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-note-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, LpNotePicker, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, LpNotePicker, unused_check);
  gtk_widget_class_bind_template_child (widget_class, LpNotePicker, stack);
  gtk_widget_class_bind_template_child (widget_class, LpNotePicker, note_list);
  gtk_widget_class_bind_template_child (widget_class, LpNotePicker, found_label);
  gtk_widget_class_bind_template_child (widget_class, LpNotePicker, add_button);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, stopped_cb);
  gtk_widget_class_install_action (widget_class, "picker.add", NULL, add_action_cb);
  gtk_widget_class_install_action (widget_class, "picker.search", NULL, search_action_cb);
  gtk_widget_class_install_action (widget_class, "picker.show-all", NULL, show_all_action_cb);
}

static void
lp_note_picker_init (LpNotePicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  selected_cb (self);
}

/* Those of the plan are not asked: here one looks for what was said. */
static int
count_tables (LpNotePicker *self)
{
  g_autoptr (LpQuery) query = lp_reader_query (lp_store_get_reader (self->store), TABLES);

  lp_query_bind_id (query, 1, lp_record_get_space (self->record));
  return lp_query_next (query, NULL) ? (int) lp_query_int (query, 0) : 0;
}

static void
set_up (LpNotePicker *self)
{
  const LpId *meeting = lp_record_get_space (self->record);
  g_autoptr (LpRosterNames) names = lp_roster_names_new (self->store, meeting);

  self->themes = lp_list_new_themes (self->store, meeting);
  self->flags = lp_note_flags_new (self->store, meeting);
  lp_note_filter_bar_set_themes (self->filter_bar, self->themes);
  lp_note_filter_bar_set_flags (self->filter_bar, self->flags);
  lp_note_filter_bar_set_tables (self->filter_bar, count_tables (self));
  self->notes = lp_list_new_notes (self->store, meeting);
  filter_cb (self);
  lp_note_list_set_names (self->note_list, names);
  lp_note_list_set_model (self->note_list, G_LIST_MODEL (self->notes));
  g_signal_connect_object (self->notes, "items-changed", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notes, "notify::complete", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->note_list, "emptied", G_CALLBACK (emptied_cb), self, G_CONNECT_SWAPPED);
}

AdwDialog *
lp_note_picker_new (LpStore *store, LpRecord *recommendation, gboolean against)
{
  LpNotePicker *self = g_object_new (LP_TYPE_NOTE_PICKER, NULL);

  self->store = g_object_ref (store);
  self->record = g_object_ref (recommendation);
  self->against = against;
  adw_dialog_set_title (ADW_DIALOG (self), against ? _("Notes That Speak Against") : _("Notes That Carry It"));
  set_up (self);
  adw_dialog_set_focus (ADW_DIALOG (self), lp_note_filter_bar_get_entry (self->filter_bar));
  return ADW_DIALOG (self);
}
