/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-agenda-page.h"

#include <glib/gi18n.h>

#include "lp-agenda.h"
#include "lp-agenda-editor.h"
#include "lp-agenda-hours.h"
#include "lp-agenda-output.h"
#include "lp-agenda-row.h"
#include "lp-clock.h"
#include "lp-feedback.h"
#include "lp-list.h"
#include "lp-menu-button.h"
#include "lp-page-title.h"
#include "lp-shorten-dialog.h"
#include "lp-undo-button.h"
#include "lp-when-saved.h"

#define NEW_ITEM_MINUTES 15

struct _LpAgendaPage
{
  AdwNavigationPage parent_instance;

  AdwOverlaySplitView *split_view;
  LpUndoButton *undo_button;
  AdwBanner *banner;
  GtkStack *stack;
  LpAgendaHours *hours;
  GtkLabel *ends_label;
  GtkLabel *breaks_label;
  GtkLabel *captures_label;
  GtkListBox *list_box;
  GtkDropTarget *drop_target;
  GtkWidget *limit_row;
  GtkLabel *limit_label;
  GtkLabel *end_label;
  GtkWidget *overrun_pill;
  GtkLabel *overrun_label;
  GtkLabel *spare_label;
  LpAgendaEditor *editor;
  GtkWidget *item_menu;

  LpStore *store;
  LpId meeting;
  LpRecord *record; /* the meeting's */
  LpList *items;
  GPtrArray *rows;      /* of LpAgendaRow, in order */
  LpId chosen;          /* or unset */
  gboolean edit_chosen; /* once it is there */
  gboolean syncing;
  LpAgendaRow *drop_row; /* beside which the line is drawn; not owned */
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (LpAgendaPage, lp_agenda_page, ADW_TYPE_NAVIGATION_PAGE)

enum {
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* "1 h 35 min.". Transfer full. */
static char *
print_duration (int minutes)
{
  if (minutes < 60)
    /* Translators: short for minutes */
    return g_strdup_printf (_("%d min."), minutes);
  if (minutes % 60 == 0)
    /* Translators: short for hours */
    return g_strdup_printf (_("%d h"), minutes / 60);

  /* Translators: short for hours and minutes */
  return g_strdup_printf (_("%d h %d min."), minutes / 60, minutes % 60);
}

static void
set_label (GtkLabel *label, char *text)
{
  gtk_label_set_label (label, text);
  g_free (text);
}

/* Minutes after midnight; -1 when nobody said. */
static int
get_limit (LpAgendaPage *self)
{
  return lp_record_has (self->record, LP_MEETING_LIMIT) ? (int) lp_record_int (self->record, LP_MEETING_LIMIT)
                                                        : -1;
}

static LpAgendaRow *
find_row (LpAgendaPage *self, const LpId *item, guint *position)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      LpAgendaRow *row = g_ptr_array_index (self->rows, i);

      if (!lp_id_equal (lp_record_get_id (lp_agenda_row_get_item (row)), item))
        continue;

      if (position != NULL)
        *position = i;
      return row;
    }
  return NULL;
}

static LpAgendaRow *
chosen_row (LpAgendaPage *self, guint *position)
{
  return lp_id_is_set (&self->chosen) ? find_row (self, &self->chosen, position) : NULL;
}

static void
show_overrun (LpAgendaPage *self, int end)
{
  int limit = get_limit (self);
  int over = limit < 0 ? 0 : end - limit;
  g_autofree char *until = lp_clock_print (limit);
  g_autofree char *ends = lp_clock_print (end);
  g_autofree char *pill =
      g_strdup_printf (ngettext ("%d minute over time", "%d minutes over time", over), over);
  /* Translators: a time, and “10 minutes over time” */
  g_autofree char *banner = g_strdup_printf (_("The day ends %s – %s"), ends, pill);
  g_autofree char *spare = g_strdup_printf (_("The room is hired until %s"), until);

  gtk_widget_set_visible (self->overrun_pill, over > 0);
  gtk_label_set_label (self->overrun_label, pill);
  adw_banner_set_title (self->banner, banner);
  adw_banner_set_revealed (self->banner, over > 0);
  gtk_label_set_label (self->spare_label, spare);
  gtk_widget_set_visible (GTK_WIDGET (self->spare_label), limit >= 0 && over <= 0);
  gtk_label_set_label (self->limit_label, until);
}

static void
show_figures (LpAgendaPage *self, const LpAgendaTimes *times)
{
  set_label (self->ends_label, lp_clock_print (times->end));
  set_label (self->end_label, lp_clock_print (times->end));
  set_label (self->breaks_label, print_duration (times->breaks));
  set_label (self->captures_label, print_duration (times->captures));
  show_overrun (self, times->end);
}

static void
show_editor (LpAgendaPage *self)
{
  guint position = 0;
  LpAgendaRow *row = chosen_row (self, &position);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.move-up", row != NULL && position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.move-down",
                                 row != NULL && position + 1 < self->rows->len);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.delete", row != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.edit", row != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.duplicate", row != NULL);
  if (row == NULL)
    {
      lp_agenda_editor_show_item (self->editor, NULL, 0);
      adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
      return;
    }

  lp_agenda_editor_show_item (self->editor, lp_agenda_row_get_item (row), lp_agenda_row_get_begins (row));
  lp_agenda_editor_show_place (self->editor, position, self->rows->len);
  if (!adw_overlay_split_view_get_collapsed (self->split_view))
    adw_overlay_split_view_set_show_sidebar (self->split_view, TRUE);
}

static LpAgendaRow *
take_row (LpAgendaPage *self, GHashTable *former, LpRecord *item)
{
  LpAgendaRow *row = NULL;

  if (g_hash_table_steal_extended (former, lp_record_get_id (item), NULL, (gpointer *) &row))
    return row;

  row = g_object_ref_sink (LP_AGENDA_ROW (lp_agenda_row_new ()));
  g_object_bind_property (self, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
  return row;
}

/* Puts a row at its place, and leaves it alone when it is there already. */
static void
put_row (LpAgendaPage *self, GtkWidget *row, int index)
{
  if (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list_box, index)) == row)
    return;

  if (gtk_widget_get_parent (row) != NULL)
    gtk_list_box_remove (self->list_box, row);
  gtk_list_box_insert (self->list_box, row, index);
}

static GHashTable *
rows_by_item (LpAgendaPage *self)
{
  GHashTable *rows = g_hash_table_new_full (lp_id_hash, lp_id_equal_func, NULL, g_object_unref);

  for (guint i = 0; i < self->rows->len; i++)
    {
      LpAgendaRow *row = g_ptr_array_index (self->rows, i);

      g_hash_table_insert (rows, (gpointer) lp_record_get_id (lp_agenda_row_get_item (row)),
                           g_object_ref (row));
    }
  return rows;
}

static void
remove_rows (LpAgendaPage *self, GHashTable *rows)
{
  GHashTableIter iter;
  gpointer row = NULL;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    gtk_list_box_remove (self->list_box, row);
}

/* Where the hire of the room cuts the day: before the first item that begins when it is over. */
static void
put_limit (LpAgendaPage *self, int end)
{
  int limit = get_limit (self);
  guint index = 0;

  if (limit < 0 || end <= limit)
    return;

  while (index < self->rows->len && lp_agenda_row_get_begins (g_ptr_array_index (self->rows, index)) < limit)
    index++;
  gtk_list_box_insert (self->list_box, self->limit_row, (int) index);
}

static void
choose_row (LpAgendaPage *self)
{
  LpAgendaRow *row = chosen_row (self, NULL);

  if (row == NULL && self->rows->len > 0 && !self->edit_chosen)
    {
      row = g_ptr_array_index (self->rows, 0);
      self->chosen = *lp_record_get_id (lp_agenda_row_get_item (row));
    }
  gtk_list_box_select_row (self->list_box, row != NULL ? GTK_LIST_BOX_ROW (row) : NULL);
}

static LpAgendaTimes
fill_rows (LpAgendaPage *self)
{
  g_autoptr (GHashTable) former = rows_by_item (self);
  LpAgendaTimes times = lp_agenda_times_begin ((int) lp_record_int (self->record, LP_MEETING_START));
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  g_ptr_array_set_size (self->rows, 0);
  if (gtk_widget_get_parent (self->limit_row) != NULL)
    gtk_list_box_remove (self->list_box, self->limit_row);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (LpRecord) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      LpAgendaRow *row = take_row (self, former, item);

      lp_agenda_row_set_item (row, item, lp_agenda_times_add_item (&times, item));
      put_row (self, GTK_WIDGET (row), (int) i);
      g_ptr_array_add (self->rows, row);
    }
  remove_rows (self, former);
  put_limit (self, times.end);
  return times;
}

/* The list as the store has it now. Rows stay the same widgets, so that the choice and the focus stay too. */
static void
refresh (LpAgendaPage *self)
{
  gboolean in_list = gtk_widget_get_focus_child (GTK_WIDGET (self->list_box)) != NULL;
  LpAgendaRow *row = NULL;
  LpAgendaTimes times;

  self->syncing = TRUE;
  times = fill_rows (self);
  choose_row (self);
  self->syncing = FALSE;

  show_figures (self, &times);
  show_editor (self);
  gtk_stack_set_visible_child_name (self->stack, self->rows->len > 0 ? "list" : "empty");

  row = chosen_row (self, NULL);
  if (row != NULL && self->edit_chosen)
    gtk_widget_activate_action (GTK_WIDGET (self), "agenda.edit", NULL);
  else if (row != NULL && in_list)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
load_meeting (LpAgendaPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpRecord) record =
      lp_reader_load (lp_store_get_reader (self->store), LP_MEETING, &self->meeting, &error);

  if (record == NULL)
    {
      lp_feedback_error (GTK_WIDGET (self), _("The meeting cannot be read"), error);
      return;
    }
  g_set_object (&self->record, record);
  lp_agenda_hours_show_meeting (self->hours, record);
}

static void
store_changed_cb (LpAgendaPage *self, GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      LpChange *change = &g_array_index (changes, LpChange, i);

      if (change->entity != LP_MEETING || !lp_id_equal (&change->object, &self->meeting))
        continue;

      load_meeting (self);
      refresh (self);
      return;
    }
}

/* --- Changes --- */

typedef struct {
  LpAgendaPage *page;
  char *done; /* said with an Undo button; or NULL */
  const char *failed;
} Deed;

static void
deed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Deed *deed = data;
  g_autoptr (GError) error = NULL;

  if (!lp_store_commit_finish (LP_STORE (source), result, &error))
    lp_feedback_error (GTK_WIDGET (deed->page), deed->failed, error);
  /* what is on its way would be undone instead, and says so itself */
  else if (deed->done != NULL && lp_store_get_pending (LP_STORE (source)) == 0)
    lp_feedback_undo (GTK_WIDGET (deed->page), deed->done);

  g_object_unref (deed->page);
  g_free (deed->done);
  g_free (deed);
}

/* done: taken. */
static void
commit (LpAgendaPage *self, LpChangeSet *changes, char *done, const char *failed)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->page = g_object_ref (self);
  deed->done = done;
  deed->failed = failed;
  lp_store_commit_async (self->store, changes, NULL, deed_cb, deed);
}

static void
add_item (LpAgendaPage *self)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new (_("Add agenda item"));
  g_autoptr (GError) error = NULL;
  LpAgendaRow *below = chosen_row (self, NULL);
  LpId item = { 0 };
  LpEdit *edit = NULL;

  lp_agenda_editor_flush (self->editor);
  edit = lp_agenda_add (changes, lp_store_get_reader (self->store), &self->meeting,
                        below != NULL ? &self->chosen : NULL, &item, &error);
  if (edit == NULL)
    {
      lp_feedback_error (GTK_WIDGET (self), _("The agenda item was not added"), error);
      return;
    }
  lp_edit_text (edit, LP_AGENDA_ITEM_TITLE, _("New item"));
  lp_edit_text (edit, LP_AGENDA_ITEM_METHOD, lp_method_id (LP_METHOD_PLENARY));
  lp_edit_int (edit, LP_AGENDA_ITEM_MINUTES, NEW_ITEM_MINUTES);
  self->chosen = item;
  self->edit_chosen = TRUE;
  commit (self, changes, g_strdup (_("Agenda item added")), _("The agenda item was not added"));
}

static void
move_item (LpAgendaPage *self, const LpId *item, guint position)
{
  LpAgendaRow *row = find_row (self, item, NULL);
  const char *name = lp_record_text (lp_agenda_row_get_item (row), LP_AGENDA_ITEM_TITLE);
  g_autofree char *title = g_strdup_printf (_("Move “%s”"), name);
  g_autoptr (LpChangeSet) changes = lp_change_set_new (title);
  g_autoptr (GError) error = NULL;

  lp_agenda_editor_flush (self->editor);
  if (lp_agenda_move (changes, lp_store_get_reader (self->store), &self->meeting, item, position, &error))
    commit (self, changes, g_strdup_printf (_("“%s” moved"), name), _("The agenda item was not moved"));
  else
    lp_feedback_error (GTK_WIDGET (self), _("The agenda item was not moved"), error);
}

/* The one below is chosen then, or the last. */
static void
delete_item (LpAgendaPage *self)
{
  guint position = 0;
  LpAgendaRow *row = chosen_row (self, &position);
  const char *name = lp_record_text (lp_agenda_row_get_item (row), LP_AGENDA_ITEM_TITLE);
  g_autofree char *title = g_strdup_printf (_("Delete “%s”"), name);
  g_autoptr (LpChangeSet) changes = lp_change_set_new (title);
  guint next = position + 1 < self->rows->len ? position + 1 : position - 1;
  LpId deleted = self->chosen;

  lp_agenda_editor_flush (self->editor);
  lp_change_set_delete (changes, LP_AGENDA_ITEM, &self->meeting, &deleted);
  commit (self, changes, g_strdup_printf (_("“%s” deleted"), name), _("The agenda item was not deleted"));
  if (self->rows->len > 1)
    self->chosen = *lp_record_get_id (lp_agenda_row_get_item (g_ptr_array_index (self->rows, next)));
}

static void
duplicate_item (LpAgendaPage *self)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new (_("Duplicate agenda item"));
  g_autoptr (GError) error = NULL;
  LpAgendaRow *row = chosen_row (self, NULL);
  LpId copy = { 0 };

  if (row == NULL)
    return;
  if (!lp_agenda_duplicate (changes, lp_store_get_reader (self->store), lp_agenda_row_get_item (row), &copy,
                            &error))
    {
      lp_feedback_error (GTK_WIDGET (self), _("The agenda item was not added"), error);
      return;
    }
  self->chosen = copy;
  self->edit_chosen = TRUE;
  commit (self, changes, NULL, _("The agenda item was not added"));
}

static void
shortened_cb (LpAgendaPage *self, guint n_items)
{
  g_autofree char *said = g_strdup_printf (ngettext ("%u item shortened", "%u items shortened", n_items), n_items);

  lp_feedback_undo (GTK_WIDGET (self), said);
}

static void
suggest_shortenings (LpAgendaPage *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  LpAgendaTimes times = lp_agenda_times_begin ((int) lp_record_int (self->record, LP_MEETING_START));
  AdwDialog *dialog = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      LpRecord *item = lp_agenda_row_get_item (g_ptr_array_index (self->rows, i));

      lp_agenda_times_add_item (&times, item);
      g_ptr_array_add (items, g_object_ref (item));
    }
  dialog = lp_shorten_dialog_new (self->store, &self->meeting, items, times.end, get_limit (self));
  g_signal_connect_object (dialog, "shortened", G_CALLBACK (shortened_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* --- Actions --- */

static void
add_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_item (LP_AGENDA_PAGE (widget));
}

static void
edit_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpAgendaPage *self = LP_AGENDA_PAGE (widget);

  self->edit_chosen = FALSE;
  adw_overlay_split_view_set_show_sidebar (self->split_view, TRUE);
  lp_agenda_editor_edit_title (self->editor);
}

static void
back_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpAgendaPage *self = LP_AGENDA_PAGE (widget);
  LpAgendaRow *row = chosen_row (self, NULL);

  lp_agenda_editor_flush (self->editor);
  if (adw_overlay_split_view_get_collapsed (self->split_view))
    adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
move_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpAgendaPage *self = LP_AGENDA_PAGE (widget);
  gboolean up = g_str_equal (name, "agenda.move-up");
  guint position = 0;

  if (chosen_row (self, &position) != NULL)
    move_item (self, &self->chosen, up ? position - 1 : position + 1);
}

static void
delete_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  delete_item (LP_AGENDA_PAGE (widget));
}

static void
duplicate_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpAgendaPage *self = LP_AGENDA_PAGE (widget);

  lp_agenda_editor_flush (self->editor);
  lp_when_saved (self->store, G_OBJECT (self), G_CALLBACK (duplicate_item), NULL);
}

static void
shorten_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpAgendaPage *self = LP_AGENDA_PAGE (widget);

  lp_agenda_editor_flush (self->editor);
  lp_when_saved (self->store, G_OBJECT (self), G_CALLBACK (suggest_shortenings), NULL);
}

static void
output (LpAgendaPage *self, gpointer how)
{
  lp_agenda_output (GTK_WIDGET (self), self->store, &self->meeting, how);
}

/* The agenda as paper, or as a template, with what was typed last. */
static void
output_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpAgendaPage *self = LP_AGENDA_PAGE (widget);

  lp_agenda_editor_flush (self->editor);
  lp_when_saved (self->store, G_OBJECT (self), G_CALLBACK (output),
                 (gpointer) g_intern_string (g_variant_get_string (parameter, NULL)));
}

/* x, y: in the list box. */
static void
open_menu (LpAgendaPage *self, double x, double y)
{
  graphene_point_t at = GRAPHENE_POINT_INIT (0, 0);

  if (!gtk_widget_compute_point (GTK_WIDGET (self->list_box), GTK_WIDGET (self->stack),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    return;

  gtk_popover_set_pointing_to (GTK_POPOVER (self->item_menu),
                               &(GdkRectangle) { (int) at.x, (int) at.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->item_menu));
}

static void
open_menu_at (LpAgendaPage *self, GtkGesture *gesture, double x, double y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list_box, (int) y);

  if (!LP_IS_AGENDA_ROW (row))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_list_box_select_row (self->list_box, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  open_menu (self, x, y);
}

static void
context_cb (GtkGesture *gesture, int n_press, double x, double y, LpAgendaPage *self)
{
  open_menu_at (self, gesture, x, y);
}

static void
long_press_cb (GtkGesture *gesture, double x, double y, LpAgendaPage *self)
{
  open_menu_at (self, gesture, x, y);
}

static void
menu_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpAgendaPage *self = LP_AGENDA_PAGE (widget);
  LpAgendaRow *row = chosen_row (self, NULL);
  graphene_rect_t bounds = { 0 };

  if (row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list_box), &bounds))
    open_menu (self, bounds.origin.x + 24, bounds.origin.y + bounds.size.height);
}

/* --- List --- */

static void
row_selected_cb (GtkListBox *list_box, GtkListBoxRow *row, LpAgendaPage *self)
{
  if (self->syncing || row == NULL)
    return;

  self->chosen = *lp_record_get_id (lp_agenda_row_get_item (LP_AGENDA_ROW (row)));
  show_editor (self);
}

static void
row_activated_cb (LpAgendaPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "agenda.edit", NULL);
}

/* Return edits. Space does not: who types a sentence without looking would write over a title with its second
 * word. */
static gboolean
key_pressed_cb (
    GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers, LpAgendaPage *self)
{
  return (key == GDK_KEY_space || key == GDK_KEY_KP_Space) &&
         (modifiers & gtk_accelerator_get_default_mod_mask ()) == 0;
}

static void
collapsed_cb (LpAgendaPage *self)
{
  if (self->record != NULL)
    adw_overlay_split_view_set_show_sidebar (self->split_view,
                                             !adw_overlay_split_view_get_collapsed (self->split_view) &&
                                                 chosen_row (self, NULL) != NULL);
}

static void
drop_leave_cb (LpAgendaPage *self)
{
  if (self->drop_row == NULL)
    return;

  gtk_widget_remove_css_class (GTK_WIDGET (self->drop_row), "drop-above");
  gtk_widget_remove_css_class (GTK_WIDGET (self->drop_row), "drop-below");
  self->drop_row = NULL;
}

/* The row that what is dropped at y comes to stand beside; below: whether under it. */
static LpAgendaRow *
row_for_drop (LpAgendaPage *self, double y, gboolean *below)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list_box, (int) y);
  graphene_rect_t bounds = { 0 };

  if (!LP_IS_AGENDA_ROW (row))
    {
      *below = TRUE;
      return self->rows->len > 0 ? g_ptr_array_index (self->rows, self->rows->len - 1) : NULL;
    }
  if (!gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list_box), &bounds))
    return NULL;

  *below = y > bounds.origin.y + bounds.size.height / 2;
  return LP_AGENDA_ROW (row);
}

static GdkDragAction
drop_motion_cb (GtkDropTarget *target, double x, double y, LpAgendaPage *self)
{
  gboolean below = FALSE;
  LpAgendaRow *row = row_for_drop (self, y, &below);

  drop_leave_cb (self);
  if (row == NULL)
    return 0;

  self->drop_row = row;
  gtk_widget_add_css_class (GTK_WIDGET (row), below ? "drop-below" : "drop-above");
  return GDK_ACTION_MOVE;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, LpAgendaPage *self)
{
  LpAgendaRow *dragged = g_value_get_object (value);
  gboolean below = FALSE;
  LpAgendaRow *beside = row_for_drop (self, y, &below);
  guint from = 0;
  guint to = 0;

  drop_leave_cb (self);
  if (beside == NULL || !g_ptr_array_find (self->rows, dragged, &from) ||
      !g_ptr_array_find (self->rows, beside, &to))
    return FALSE;

  to += below;
  if (to > from)
    to--;
  self->chosen = *lp_record_get_id (lp_agenda_row_get_item (dragged));
  gtk_list_box_select_row (self->list_box, GTK_LIST_BOX_ROW (dragged));
  if (to != from)
    move_item (self, &self->chosen, to);
  return TRUE;
}

/* --- Class --- */

static void
lp_agenda_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpAgendaPage *self = LP_AGENDA_PAGE (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_agenda_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpAgendaPage *self = LP_AGENDA_PAGE (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      if (self->narrow != g_value_get_boolean (value))
        {
          self->narrow = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Whoever comes here comes to the list. */
static gboolean
lp_agenda_page_grab_focus (GtkWidget *widget)
{
  LpAgendaRow *row = chosen_row (LP_AGENDA_PAGE (widget), NULL);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
lp_agenda_page_dispose (GObject *object)
{
  LpAgendaPage *self = LP_AGENDA_PAGE (object);

  if (self->items != NULL)
    g_signal_handlers_disconnect_by_data (self->items, self);
  if (self->item_menu != NULL)
    gtk_widget_unparent (self->item_menu);
  self->item_menu = NULL;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->items);
  g_clear_object (&self->record);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_AGENDA_PAGE);

  G_OBJECT_CLASS (lp_agenda_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "agenda.add", NULL, add_action_cb);
  gtk_widget_class_install_action (widget_class, "agenda.edit", NULL, edit_action_cb);
  gtk_widget_class_install_action (widget_class, "agenda.back", NULL, back_action_cb);
  gtk_widget_class_install_action (widget_class, "agenda.delete", NULL, delete_action_cb);
  gtk_widget_class_install_action (widget_class, "agenda.duplicate", NULL, duplicate_action_cb);
  gtk_widget_class_install_action (widget_class, "agenda.shorten", NULL, shorten_action_cb);
  gtk_widget_class_install_action (widget_class, "agenda.output", "s", output_action_cb);
  gtk_widget_class_install_action (widget_class, "agenda.menu", NULL, menu_action_cb);
  gtk_widget_class_install_action (widget_class, "agenda.move-up", NULL, move_action_cb);
  gtk_widget_class_install_action (widget_class, "agenda.move-down", NULL, move_action_cb);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-agenda-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LpAgendaPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaPage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaPage, banner);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaPage, hours);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaPage, ends_label);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaPage, breaks_label);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaPage, captures_label);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaPage, list_box);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaPage, drop_target);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaPage, limit_row);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaPage, limit_label);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaPage, end_label);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaPage, overrun_pill);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaPage, overrun_label);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaPage, spare_label);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaPage, editor);
  gtk_widget_class_bind_template_child (widget_class, LpAgendaPage, item_menu);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, collapsed_cb);
  gtk_widget_class_bind_template_callback (widget_class, context_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_press_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_motion_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
}

static void
lp_agenda_page_class_init (LpAgendaPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_agenda_page_get_property;
  object_class->set_property = lp_agenda_page_set_property;
  object_class->dispose = lp_agenda_page_dispose;
  widget_class->grab_focus = lp_agenda_page_grab_focus;

  props[PROP_NARROW] = g_param_spec_boolean (
      "narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (LP_TYPE_AGENDA_EDITOR);
  g_type_ensure (LP_TYPE_AGENDA_HOURS);
  g_type_ensure (LP_TYPE_MENU_BUTTON);
  g_type_ensure (LP_TYPE_PAGE_TITLE);
  g_type_ensure (LP_TYPE_UNDO_BUTTON);
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
lp_agenda_page_init (LpAgendaPage *self)
{
  GType dropped[] = { LP_TYPE_AGENDA_ROW };

  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_target_set_gtypes (self->drop_target, dropped, G_N_ELEMENTS (dropped));
  gtk_widget_set_parent (self->item_menu, GTK_WIDGET (self->stack));
}

/* meeting: one that is there. */
GtkWidget *
lp_agenda_page_new (LpStore *store, const LpId *meeting)
{
  LpAgendaPage *self = g_object_new (LP_TYPE_AGENDA_PAGE, NULL);

  self->store = g_object_ref (store);
  self->meeting = *meeting;
  self->items = lp_list_new_agenda (store, meeting);
  lp_undo_button_set_store (self->undo_button, store);
  lp_agenda_editor_set_store (self->editor, store, meeting);
  lp_agenda_hours_set_store (self->hours, store);
  load_meeting (self);
  refresh (self);
  g_signal_connect_object (self->items, "items-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
