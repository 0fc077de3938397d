/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-words-dialog.h"

#include <glib/gi18n.h>

#include "lp-feedback.h"
#include "lp-word-groups.h"

#define GROUP "lp-group"

struct _LpWordsDialog
{
  AdwDialog parent_instance;

  GtkEditable *new_row;
  AdwPreferencesGroup *groups;
  GPtrArray *rows; /* of AdwEntryRow */

  LpStore *store;
  LpId panel;
};

G_DEFINE_FINAL_TYPE (LpWordsDialog, lp_words_dialog, ADW_TYPE_DIALOG)

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;

  if (!lp_store_commit_finish (LP_STORE (object), result, &error))
    lp_feedback_error (widget, _("The words were not saved"), error);
}

static void
commit (LpWordsDialog *self, LpChangeSet *changes)
{
  lp_store_commit_async (self->store, changes, NULL, saved_cb, g_object_ref (self));
  lp_change_set_unref (changes);
}

static char *
read_words (gpointer row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

/* A row without words goes. */
static void
keep_row (LpWordsDialog *self, AdwEntryRow *row)
{
  LpRecord *group = g_object_get_data (G_OBJECT (row), GROUP);
  const LpId *id = lp_record_get_id (group);
  g_autofree char *words = read_words (row);
  LpChangeSet *changes = NULL;

  if (g_str_equal (words, lp_record_text (group, LP_WORD_GROUP_WORDS)))
    return;
  changes = lp_change_set_new (_("Change words that belong together"));
  if (*words != '\0')
    lp_edit_text (lp_change_set_put (changes, LP_WORD_GROUP, &self->panel, id), LP_WORD_GROUP_WORDS, words);
  else
    lp_change_set_delete (changes, LP_WORD_GROUP, &self->panel, id);
  commit (self, changes);
}

static void
add_group (LpWordsDialog *self)
{
  g_autofree char *words = read_words (self->new_row);
  LpId id = lp_id_new ();
  LpChangeSet *changes = NULL;

  if (*words == '\0')
    return;
  changes = lp_change_set_new (_("Add words that belong together"));
  lp_edit_text (lp_change_set_put (changes, LP_WORD_GROUP, &self->panel, &id), LP_WORD_GROUP_WORDS, words);
  gtk_editable_set_text (self->new_row, "");
  /* nothing to apply any more: the button that was pressed goes */
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->new_row), FALSE);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->new_row), TRUE);
  commit (self, changes);
}

static void
applied_cb (LpWordsDialog *self, AdwEntryRow *row)
{
  keep_row (self, row);
}

static void
left_cb (GtkEventController *controller, LpWordsDialog *self)
{
  keep_row (self, ADW_ENTRY_ROW (gtk_event_controller_get_widget (controller)));
}

static void
added_cb (LpWordsDialog *self)
{
  add_group (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->new_row));
}

static void
remove_cb (GtkWidget *button, AdwEntryRow *row)
{
  LpWordsDialog *self = LP_WORDS_DIALOG (gtk_widget_get_ancestor (button, LP_TYPE_WORDS_DIALOG));

  gtk_editable_set_text (GTK_EDITABLE (row), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->new_row));
  keep_row (self, row);
}

static GtkWidget *
make_button (AdwEntryRow *row, const char *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: words that belong together */
  g_autofree char *label = g_strdup_printf (_("Remove “%s”"), words);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), row, G_CONNECT_DEFAULT);
  return button;
}

static void
add_row (LpWordsDialog *self, LpRecord *group)
{
  AdwEntryRow *row = ADW_ENTRY_ROW (adw_entry_row_new ());
  GtkEventController *focus = gtk_event_controller_focus_new ();
  const char *words = lp_record_text (group, LP_WORD_GROUP_WORDS);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Belong together"));
  gtk_editable_set_text (GTK_EDITABLE (row), words);
  adw_entry_row_set_show_apply_button (row, TRUE);
  adw_entry_row_add_suffix (row, make_button (row, words));
  g_object_set_data_full (G_OBJECT (row), GROUP, g_object_ref (group), g_object_unref);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (row), focus);
  g_signal_connect_object (row, "apply", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->groups, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

static LpRecord *
find_group (GPtrArray *groups, const LpId *id)
{
  for (guint i = 0; i < groups->len; i++)
    {
      if (lp_id_equal (lp_record_get_id (g_ptr_array_index (groups, i)), id))
        return g_ptr_array_index (groups, i);
    }
  return NULL;
}

/* What is being written in a row stays. */
static void
update_row (AdwEntryRow *row, LpRecord *group)
{
  g_object_set_data_full (G_OBJECT (row), GROUP, g_object_ref (group), g_object_unref);
  if (gtk_widget_get_focus_child (GTK_WIDGET (row)) == NULL)
    gtk_editable_set_text (GTK_EDITABLE (row), lp_record_text (group, LP_WORD_GROUP_WORDS));
}

static gboolean
has_row (LpWordsDialog *self, const LpId *id)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      LpRecord *group = g_object_get_data (g_ptr_array_index (self->rows, i), GROUP);

      if (lp_id_equal (lp_record_get_id (group), id))
        return TRUE;
    }
  return FALSE;
}

static void
show_groups (LpWordsDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = lp_word_groups_load (lp_store_get_reader (self->store), &self->panel, &error);

  if (groups == NULL)
    {
      lp_feedback_error (GTK_WIDGET (self), _("The words could not be read"), error);
      return;
    }
  for (guint i = self->rows->len; i-- > 0;)
    {
      AdwEntryRow *row = g_ptr_array_index (self->rows, i);
      LpRecord *group = find_group (groups, lp_record_get_id (g_object_get_data (G_OBJECT (row), GROUP)));

      if (group != NULL)
        {
          update_row (row, group);
          continue;
        }
      g_ptr_array_remove_index (self->rows, i);
      adw_preferences_group_remove (self->groups, GTK_WIDGET (row));
    }
  for (guint i = 0; i < groups->len; i++)
    {
      if (!has_row (self, lp_record_get_id (g_ptr_array_index (groups, i))))
        add_row (self, g_ptr_array_index (groups, i));
    }
}

static void
changed_cb (LpWordsDialog *self, GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const LpChange *change = &g_array_index (changes, LpChange, i);

      if (change->entity == LP_WORD_GROUP && lp_id_equal (&change->space, &self->panel))
        {
          show_groups (self);
          return;
        }
    }
}

/* What was written and not yet kept is kept. */
static void
closed_cb (LpWordsDialog *self)
{
  add_group (self);
  for (guint i = 0; i < self->rows->len; i++)
    keep_row (self, g_ptr_array_index (self->rows, i));
}

static void
lp_words_dialog_dispose (GObject *object)
{
  LpWordsDialog *self = LP_WORDS_DIALOG (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_WORDS_DIALOG);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_words_dialog_parent_class)->dispose (object);
}

static void
lp_words_dialog_class_init (LpWordsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_words_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-words-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LpWordsDialog, new_row);
  gtk_widget_class_bind_template_child (widget_class, LpWordsDialog, groups);
  gtk_widget_class_bind_template_callback (widget_class, added_cb);
}

static void
lp_words_dialog_init (LpWordsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

AdwDialog *
lp_words_dialog_new (LpStore *store, const LpId *panel)
{
  LpWordsDialog *self = g_object_new (LP_TYPE_WORDS_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->panel = *panel;
  show_groups (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return ADW_DIALOG (self);
}
