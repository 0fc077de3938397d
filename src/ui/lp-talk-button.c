/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-talk-button.h"

#include <glib/gi18n.h>

#include "lp-feedback.h"
#include "lp-run-deed.h"
#include "lp-run-words.h"

#define OPEN "SELECT num FROM talk WHERE space=?1 AND deleted=0 AND ifnull(done,0)=0 ORDER BY time, id"

struct _LpTalkButton
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkLabel *words;
  GtkLabel *count;
  GtkPopover *popover;
  AdwWrapBox *tables;
  GtkListBox *marks;

  LpRunner *runner;
  int n_tables;
};

G_DEFINE_FINAL_TYPE (LpTalkButton, lp_talk_button, ADW_TYPE_BIN)

static void
add_mark (LpTalkButton *self, int table)
{
  LpChangeSet *changes = lp_change_set_new (_("Mark that someone needs a talk"));
  LpId id = lp_id_new ();
  LpEdit *edit = lp_change_set_put (changes, LP_TALK, lp_runner_get_meeting (self->runner), &id);

  lp_edit_int (edit, LP_TALK_TIME, lp_runner_get_time (self->runner));
  if (table > 0)
    lp_edit_int (edit, LP_TALK_TABLE, table);
  lp_run_deed (GTK_WIDGET (self), self->runner, changes, NULL);
}

static void
table_cb (LpTalkButton *self, GtkWidget *button)
{
  add_mark (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "table")));
  gtk_popover_popdown (self->popover);
}

static void
done_cb (LpTalkButton *self, GtkWidget *check)
{
  const LpId *id = g_object_get_data (G_OBJECT (check), "mark");
  LpChangeSet *changes = lp_change_set_new (_("Mark the talk as done"));

  lp_edit_int (lp_change_set_put (changes, LP_TALK, lp_runner_get_meeting (self->runner), id), LP_TALK_DONE, TRUE);
  lp_run_deed (GTK_WIDGET (self), self->runner, changes, NULL);
}

static void
add_table (LpTalkButton *self, int table)
{
  g_autofree char *label = g_strdup_printf ("%d", table);
  g_autofree char *name = g_strdup_printf (_("Mark at table %d"), table);
  GtkWidget *button = gtk_button_new ();

  /* with a label of its own it would have that as its name */
  gtk_button_set_child (GTK_BUTTON (button), gtk_label_new (table > 0 ? label : _("Somewhere")));
  g_object_set_data (G_OBJECT (button), "table", GINT_TO_POINTER (table));
  if (table > 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (table_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->tables, button);
}

static void
show_tables (LpTalkButton *self)
{
  LpReader *reader = lp_store_get_reader (lp_runner_get_store (self->runner));
  g_autoptr (LpRecord) meeting = lp_reader_load (reader, LP_MEETING, lp_runner_get_meeting (self->runner), NULL);
  int n_tables = meeting != NULL ? (int) lp_record_int (meeting, LP_MEETING_TABLES) : 0;
  GtkWidget *button = NULL;

  if (self->n_tables == n_tables)
    return;

  self->n_tables = n_tables;
  while ((button = gtk_widget_get_first_child (GTK_WIDGET (self->tables))) != NULL)
    adw_wrap_box_remove (self->tables, button);
  for (int table = 0; table <= n_tables; table++)
    add_table (self, table);
}

static GtkWidget *
make_mark (LpTalkButton *self, LpRecord *mark)
{
  g_autofree char *time = lp_run_print_time (lp_record_int (mark, LP_TALK_TIME));
  int table = (int) lp_record_int (mark, LP_TALK_TABLE);
  /* Translators: where and when someone needs a talk */
  g_autofree char *text = table > 0 ? g_strdup_printf (_("Table %d, %s"), table, time)
                                    : g_strdup_printf (_("Somewhere, %s"), time);
  GtkWidget *check = gtk_check_button_new_with_label (text);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_set_tooltip_text (check, _("Tick when it is done"));
  gtk_widget_set_margin_start (check, 6);
  g_object_set_data_full (G_OBJECT (check), "mark", lp_id_copy (lp_record_get_id (mark)), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
  return row;
}

static void
show_marks (LpTalkButton *self)
{
  LpReader *reader = lp_store_get_reader (lp_runner_get_store (self->runner));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) marks =
      lp_reader_load_all (reader, LP_TALK, OPEN, lp_runner_get_meeting (self->runner), &error);
  g_autofree char *count = g_strdup_printf ("%u", marks != NULL ? marks->len : 0);

  if (marks == NULL)
    {
      lp_feedback_error (GTK_WIDGET (self), _("The marks could not be read"), error);
      return;
    }
  gtk_list_box_remove_all (self->marks);
  for (guint i = 0; i < marks->len; i++)
    gtk_list_box_append (self->marks, make_mark (self, marks->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->marks), marks->len > 0);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count), marks->len > 0);
}

static void
store_changed_cb (LpTalkButton *self, GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      LpEntity entity = g_array_index (changes, LpChange, i).entity;

      if (entity == LP_TALK)
        show_marks (self);
      else if (entity == LP_MEETING)
        show_tables (self);
      else
        continue;
      return;
    }
}

static void
lp_talk_button_dispose (GObject *object)
{
  LpTalkButton *self = LP_TALK_BUTTON (object);

  g_clear_object (&self->runner);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_TALK_BUTTON);

  G_OBJECT_CLASS (lp_talk_button_parent_class)->dispose (object);
}

static void
lp_talk_button_class_init (LpTalkButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_talk_button_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-talk-button.ui");
  gtk_widget_class_bind_template_child (widget_class, LpTalkButton, words);
  gtk_widget_class_bind_template_child (widget_class, LpTalkButton, count);
  gtk_widget_class_bind_template_child (widget_class, LpTalkButton, popover);
  gtk_widget_class_bind_template_child (widget_class, LpTalkButton, tables);
  gtk_widget_class_bind_template_child (widget_class, LpTalkButton, marks);
}

static void
lp_talk_button_init (LpTalkButton *self)
{
  self->n_tables = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  /* not bound: template and bin would both let go of it */
  self->button = GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (self)));
}

void
lp_talk_button_set_runner (LpTalkButton *self, LpRunner *runner)
{
  g_return_if_fail (self->runner == NULL);

  self->runner = g_object_ref (runner);
  g_signal_connect_object (lp_runner_get_store (runner), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_tables (self);
  show_marks (self);
}

void
lp_talk_button_set_narrow (LpTalkButton *self, gboolean narrow)
{
  gtk_widget_set_visible (GTK_WIDGET (self->words), !narrow);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->words), -1);
}

void
lp_talk_button_popup (LpTalkButton *self)
{
  gtk_menu_button_popup (self->button);
}
