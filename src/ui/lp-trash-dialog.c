/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-trash-dialog.h"

#include <glib/gi18n.h>

#include "lp-note-crowd.h"
#include "lp-note-row.h"
#include "lp-note-selection.h"

struct _LpTrashDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle *window_title;
  GtkStack *stack;
  GtkListView *list_view;
  LpNoteSelection *selection;
  GtkWidget *buttons;
  GtkWidget *close_button;

  LpStore *store;
  LpId meeting;
  LpList *notes;
  LpNotePool *pool;
  GArray *asked; /* nums of those that are to be erased, while it is asked */
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (LpTrashDialog, lp_trash_dialog, ADW_TYPE_DIALOG)

enum {
  PROP_NARROW = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* --- Rows --- */

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, LpTrashDialog *self)
{
  GtkWidget *row = lp_note_row_new (self->pool);

  g_object_bind_property (self, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  LpRecord *note = gtk_list_item_get_item (item);
  LpKind kind = LP_KIND_DREAM;
  g_autofree char *name = NULL;

  lp_kind_find (lp_record_text (note, LP_NOTE_KIND), &kind);
  name = g_strdup_printf ("%s: %s", lp_kind_label (kind), lp_record_text (note, LP_NOTE_TEXT));
  gtk_list_item_set_accessible_label (item, name);
  lp_note_row_show_note (LP_NOTE_ROW (gtk_list_item_get_child (item)), note, NULL, FALSE);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  lp_note_row_clear (LP_NOTE_ROW (gtk_list_item_get_child (item)));
}

/* --- What can be done --- */

static void
show_selection_cb (LpTrashDialog *self)
{
  gboolean any = lp_note_selection_count (self->selection) > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "trash.restore", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "trash.erase", any);
}

/* The row in focus is gone, and the button that was pressed cannot be any more. */
static void
focus_when_empty (LpTrashDialog *self)
{
  if (self->notes != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->notes)) == 0)
    gtk_widget_grab_focus (self->close_button);
}

static void
show_count (LpTrashDialog *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->notes));
  g_autofree char *count = g_strdup_printf (ngettext ("%'u note", "%'u notes", n), n);

  adw_window_title_set_subtitle (self->window_title, n > 0 ? count : "");
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "none");
  gtk_widget_set_visible (self->buttons, n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "trash.empty", n > 0);
  show_selection_cb (self);
  focus_when_empty (self);
}

static void
do_with (LpTrashDialog *self, GArray *nums, LpBatchDeed deed)
{
  lp_note_crowd_do (GTK_WIDGET (self->stack), self->store, &self->meeting, nums, &(LpNoteBatch) { .deed = deed });
}

static void
restore_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpTrashDialog *self = LP_TRASH_DIALOG (widget);
  g_autoptr (GArray) nums = lp_note_selection_get_nums (self->selection);

  do_with (self, nums, LP_BATCH_RESTORE);
}

static void
activate_cb (LpTrashDialog *self, guint position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "trash.restore", NULL);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpTrashDialog) self = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  g_autoptr (GArray) nums = g_steal_pointer (&self->asked);

  if (nums != NULL && self->store != NULL && g_str_equal (answer, "erase"))
    do_with (self, nums, LP_BATCH_ERASE);
}

/* nums: taken. */
static void
ask (LpTrashDialog *self, GArray *nums)
{
  g_autofree char *heading =
      g_strdup_printf (ngettext ("Erase %'u Note for Good?", "Erase %'u Notes for Good?", nums->len), nums->len);
  AdwDialog *dialog = adw_alert_dialog_new (
      heading, _("The words are taken out of the meeting, out of its history and out of all backup copies on this "
                 "computer. Files that were exported or printed before keep them.\n\nThis cannot be undone."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "erase", _("_Erase"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_clear_pointer (&self->asked, g_array_unref);
  self->asked = nums;
  /* it gives the focus back to where it was */
  g_signal_connect_object (dialog, "closed", G_CALLBACK (focus_when_empty), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (dialog, "unmap", G_CALLBACK (focus_when_empty), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (self), NULL, answered_cb, g_object_ref (self));
}

static void
erase_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpTrashDialog *self = LP_TRASH_DIALOG (widget);

  ask (self, lp_note_selection_get_nums (self->selection));
}

/* Those that are seen now: what is deleted while it is asked stays. */
static void
empty_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpTrashDialog *self = LP_TRASH_DIALOG (widget);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->notes));
  GArray *nums = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);

  for (guint i = 0; i < n; i++)
    {
      gint64 num = lp_list_get_num (self->notes, i);

      g_array_append_val (nums, num);
    }
  ask (self, nums);
}

static void
close_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
set_narrow (LpTrashDialog *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
}

static void
lp_trash_dialog_root (GtkWidget *widget)
{
  lp_note_pool_reset (LP_TRASH_DIALOG (widget)->pool);

  GTK_WIDGET_CLASS (lp_trash_dialog_parent_class)->root (widget);
}

static void
lp_trash_dialog_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  lp_note_pool_reset (LP_TRASH_DIALOG (widget)->pool);

  GTK_WIDGET_CLASS (lp_trash_dialog_parent_class)->system_setting_changed (widget, setting);
}

static void
lp_trash_dialog_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, LP_TRASH_DIALOG (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_trash_dialog_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      set_narrow (LP_TRASH_DIALOG (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_trash_dialog_dispose (GObject *object)
{
  LpTrashDialog *self = LP_TRASH_DIALOG (object);

  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_pointer (&self->asked, g_array_unref);
  g_clear_object (&self->notes);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_TRASH_DIALOG);
  g_clear_object (&self->pool);

  G_OBJECT_CLASS (lp_trash_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-trash-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LpTrashDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, LpTrashDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LpTrashDialog, list_view);
  gtk_widget_class_bind_template_child (widget_class, LpTrashDialog, selection);
  gtk_widget_class_bind_template_child (widget_class, LpTrashDialog, buttons);
  gtk_widget_class_bind_template_child (widget_class, LpTrashDialog, close_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_selection_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
lp_trash_dialog_class_init (LpTrashDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_trash_dialog_get_property;
  object_class->set_property = lp_trash_dialog_set_property;
  object_class->dispose = lp_trash_dialog_dispose;
  widget_class->root = lp_trash_dialog_root;
  widget_class->system_setting_changed = lp_trash_dialog_system_setting_changed;

  props[PROP_NARROW] = g_param_spec_boolean (
      "narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (LP_TYPE_NOTE_SELECTION);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "trash.restore", NULL, restore_action_cb);
  gtk_widget_class_install_action (widget_class, "trash.erase", NULL, erase_action_cb);
  gtk_widget_class_install_action (widget_class, "trash.empty", NULL, empty_action_cb);
  gtk_widget_class_install_action (widget_class, "trash.close", NULL, close_action_cb);
}

static void
lp_trash_dialog_init (LpTrashDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pool = lp_note_pool_new (self->list_view);
}

AdwDialog *
lp_trash_dialog_new (LpStore *store, const LpId *meeting)
{
  LpTrashDialog *self = g_object_new (LP_TYPE_TRASH_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->meeting = *meeting;
  self->notes = lp_list_new_deleted_notes (store, meeting);
  lp_note_selection_set_notes (self->selection, G_LIST_MODEL (self->notes), NULL, self->notes);
  g_signal_connect_object (self->notes, "items-changed", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  show_count (self);

  return ADW_DIALOG (self);
}
