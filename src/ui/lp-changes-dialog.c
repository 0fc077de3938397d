/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-changes-dialog.h"

#include <glib/gi18n.h>

#include "lp-feedback.h"

/* So many cells that cannot be taken are told one by one. */
#define MAX_TOLD 4

struct _LpChangesDialog {
  AdwDialog      parent_instance;

  GtkListView   *list;
  GtkLabel      *scope;
  GtkLabel      *problems;
  GtkWidget     *take_button;

  GtkStringList *positions; /* an item for each change */
  LpStore       *store;
  LpId           meeting;
  LpNoteChanges *changes;
};

G_DEFINE_FINAL_TYPE (LpChangesDialog, lp_changes_dialog, ADW_TYPE_DIALOG)

enum {
  TAKEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update_button (LpChangesDialog *self)
{
  guint n = lp_note_changes_count_accepted (self->changes);
  g_autofree char *label = g_strdup_printf (ngettext ("_Take %'u Change", "_Take %'u Changes", n), n);

  gtk_button_set_label (GTK_BUTTON (self->take_button), label);
  gtk_button_set_use_underline (GTK_BUTTON (self->take_button), TRUE);
  gtk_widget_set_sensitive (self->take_button, n > 0);
}

/* Bound anew, the row shows its check as it is. */
static void
activate_cb (LpChangesDialog *self, guint position)
{
  LpNoteChange *change = g_ptr_array_index (self->changes->changes, position);
  const char *const again[] = { "", NULL };

  change->accepted = !change->accepted;
  gtk_string_list_splice (self->positions, position, 1, again);
  gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_FOCUS, NULL);
  update_button (self);
}

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), 6);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *check = gtk_check_button_new ();

  /* the row does it */
  gtk_widget_set_can_target (check, FALSE);
  gtk_widget_set_focusable (check, FALSE);
  gtk_widget_set_valign (check, GTK_ALIGN_START);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), make_label ("heading"));
  gtk_box_append (GTK_BOX (words), make_label ("dimmed"));
  gtk_box_append (GTK_BOX (words), make_label (NULL));
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), words);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  LpChangesDialog *self = data;
  LpNoteChange *change = g_ptr_array_index (self->changes->changes, gtk_list_item_get_position (item));
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *heading = gtk_widget_get_first_child (gtk_widget_get_next_sibling (check));
  GtkWidget *before = gtk_widget_get_next_sibling (heading);
  GtkWidget *after = gtk_widget_get_next_sibling (before);
  g_autofree char *title = g_strdup_printf ("%s · %s", change->code, lp_note_change_label (change->field));
  const char *was = *change->before != '\0' ? change->before : _("nothing");
  g_autofree char *becomes = g_strdup_printf ("→ %s", *change->after != '\0' ? change->after : _("nothing"));
  /* Translators: code and field of a note, what it was, what it becomes, whether that is taken */
  g_autofree char *said = g_strdup_printf (_("%s: from %s to %s, %s"), title, was, becomes + strlen ("→ "),
                                           change->accepted ? _("taken") : _("not taken"));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), change->accepted);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_label_set_label (GTK_LABEL (heading), title);
  gtk_label_set_label (GTK_LABEL (before), was);
  gtk_label_set_label (GTK_LABEL (after), becomes);
  gtk_list_item_set_accessible_label (item, said);
}

static void
show_problems (LpChangesDialog *self)
{
  GPtrArray *problems = self->changes->problems;
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, ngettext ("%'u cell cannot be taken:", "%'u cells cannot be taken:", problems->len), problems->len);
  for (guint i = 0; i < MIN (problems->len, MAX_TOLD); i++)
    {
      LpNoteProblem *problem = g_ptr_array_index (problems, i);

      g_string_append_printf (text, "\n%s%u: %s", problem->column != NULL ? problem->column : "", problem->row, problem->reason);
    }
  if (problems->len > MAX_TOLD)
    g_string_append_printf (text, ngettext ("\nand %u more", "\nand %u more", problems->len - MAX_TOLD), problems->len - MAX_TOLD);
  gtk_label_set_label (self->problems, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->problems), problems->len > 0);
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpChangesDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!lp_store_commit_finish (LP_STORE (source), result, &error))
    {
      gtk_widget_set_sensitive (self->take_button, TRUE);
      lp_feedback_error (GTK_WIDGET (self), _("The changes were not taken"), error);
      return;
    }
  g_signal_emit (self, signals[TAKEN], 0, lp_note_changes_count_accepted (self->changes));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
take_cb (LpChangesDialog *self)
{
  guint n = lp_note_changes_count_accepted (self->changes);
  g_autofree char *title = g_strdup_printf (ngettext ("Take %u change from a file", "Take %u changes from a file", n), n);
  g_autoptr (LpChangeSet) set = lp_change_set_new (title);
  g_autoptr (GError) error = NULL;

  if (!lp_note_changes_put (self->changes, lp_store_get_reader (self->store), &self->meeting, set, &error))
    {
      lp_feedback_error (GTK_WIDGET (self), _("The changes were not taken"), error);
      return;
    }
  gtk_widget_set_sensitive (self->take_button, FALSE);
  lp_store_commit_async (self->store, set, NULL, committed_cb, g_object_ref (self));
}

static void
lp_changes_dialog_dispose (GObject *object)
{
  LpChangesDialog *self = LP_CHANGES_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_CHANGES_DIALOG);
  g_clear_object (&self->positions);
  g_clear_object (&self->store);
  g_clear_pointer (&self->changes, lp_note_changes_free);

  G_OBJECT_CLASS (lp_changes_dialog_parent_class)->dispose (object);
}

static void
lp_changes_dialog_class_init (LpChangesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_changes_dialog_dispose;

  signals[TAKEN] = g_signal_new ("taken", LP_TYPE_CHANGES_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-changes-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LpChangesDialog, list);
  gtk_widget_class_bind_template_child (widget_class, LpChangesDialog, scope);
  gtk_widget_class_bind_template_child (widget_class, LpChangesDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, LpChangesDialog, take_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
}

static void
lp_changes_dialog_init (LpChangesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
lp_changes_dialog_new (LpStore *store, const LpId *meeting, LpNoteChanges *changes)
{
  LpChangesDialog *self = g_object_new (LP_TYPE_CHANGES_DIALOG, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autofree char *scope = lp_note_changes_describe (changes);

  self->store = g_object_ref (store);
  self->meeting = *meeting;
  self->changes = changes;
  self->positions = gtk_string_list_new (NULL);
  for (guint i = 0; i < changes->changes->len; i++)
    gtk_string_list_append (self->positions, "");
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->positions)))));
  gtk_label_set_label (self->scope, scope);
  show_problems (self);
  update_button (self);
  return ADW_DIALOG (self);
}
