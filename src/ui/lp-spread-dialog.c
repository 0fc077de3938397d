/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-spread-dialog.h"

#include <glib/gi18n.h>

#include "lp-run-deed.h"
#include "lp-run-words.h"

struct _LpSpreadDialog
{
  AdwDialog parent_instance;

  GtkListBox *list_box;
  GtkLabel *won;
  GtkLabel *end;
  GtkWidget *spread_button;

  LpRunner *runner;
  GtkWidget *from;
  GPtrArray *rows; /* of AdwSpinRow */
};

G_DEFINE_FINAL_TYPE (LpSpreadDialog, lp_spread_dialog, ADW_TYPE_DIALOG)

static const LpId *
get_id (gpointer row)
{
  return g_object_get_data (row, "item");
}

static int
get_minutes (gpointer row)
{
  return (int) adw_spin_row_get_value (ADW_SPIN_ROW (row));
}

/* -1 when it has gone meanwhile, or cannot be shortened any more. */
static int
find_item (const LpRunState *state, const LpId *id)
{
  for (guint i = 0; i < state->items->len; i++)
    {
      const LpRunItem *item = &g_array_index (state->items, LpRunItem, i);

      if (lp_id_equal (&item->plan.id, id))
        return lp_run_room (item) > 0 ? (int) i : -1;
    }

  return -1;
}

static int
sum_minutes (LpSpreadDialog *self)
{
  int sum = 0;

  for (guint i = 0; i < self->rows->len; i++)
    sum += get_minutes (self->rows->pdata[i]);

  return sum;
}

/* The clock goes on while this is open. */
static void
show_sum (LpSpreadDialog *self)
{
  const LpRunState *state = lp_runner_get_state (self->runner);
  int sum = sum_minutes (self);
  int behind = MAX (lp_run_state_behind (state), 0);
  g_autofree char *time = lp_run_print_time (state->end - sum * LP_RUN_MINUTE);
  g_autofree char *won = g_strdup_printf (ngettext ("Wins %d of %d minute", "Wins %d of %d minutes", behind), sum, behind);
  g_autofree char *end = g_strdup_printf (_("The day ends %s"), time);

  gtk_label_set_label (self->won, won);
  gtk_label_set_label (self->end, end);
  gtk_widget_set_sensitive (self->spread_button, sum > 0);
}

static void
show_length (AdwSpinRow *row)
{
  int given = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "given"));
  /* Translators: how long an agenda item is, and how long it becomes */
  g_autofree char *text = g_strdup_printf (_("%d min → %d min"), given, given - get_minutes (row));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
}

static void
value_cb (LpSpreadDialog *self, GParamSpec *pspec, AdwSpinRow *row)
{
  show_length (row);
  show_sum (self);
}

static void
add_row (LpSpreadDialog *self, const LpRunItem *item, const char *title, int minutes)
{
  GtkWidget *row = adw_spin_row_new_with_range (0, lp_run_room (item), 1);
  int given = (int) ((item->given - item->spent) / LP_RUN_MINUTE);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_spin_row_set_value (ADW_SPIN_ROW (row), minutes);
  g_object_set_data_full (G_OBJECT (row), "item", lp_id_copy (&item->plan.id), g_free);
  g_object_set_data (G_OBJECT (row), "given", GINT_TO_POINTER (given));
  show_length (ADW_SPIN_ROW (row));
  g_signal_connect_object (row, "notify::value", G_CALLBACK (value_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list_box, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_rows (LpSpreadDialog *self)
{
  const LpRunState *state = lp_runner_get_state (self->runner);
  int rest = 0;
  g_autoptr (GArray) cuts = lp_run_spread (state, lp_run_state_behind (state), &rest);
  guint next_cut = 0;

  for (guint i = 0; i < state->items->len; i++)
    {
      const LpRunItem *item = &g_array_index (state->items, LpRunItem, i);
      LpRunCut *cut = next_cut < cuts->len ? &g_array_index (cuts, LpRunCut, next_cut) : NULL;
      gboolean is_cut = cut != NULL && cut->item == i;

      if (lp_run_room (item) > 0)
        add_row (self, item, lp_record_text (lp_runner_get_item (self->runner, (int) i), LP_AGENDA_ITEM_TITLE),
                 is_cut ? cut->minutes : 0);
      next_cut += is_cut;
    }
}

static void
spread_cb (LpSpreadDialog *self)
{
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (LpRunCut));
  const LpRunState *state = lp_runner_get_state (self->runner);

  for (guint i = 0; i < self->rows->len; i++)
    {
      int item = find_item (state, get_id (self->rows->pdata[i]));
      LpRunCut cut = { .item = (guint) MAX (item, 0), .minutes = get_minutes (self->rows->pdata[i]) };

      if (item >= 0 && cut.minutes > 0)
        g_array_append_val (cuts, cut);
    }
  lp_run_deed (self->from, self->runner, lp_runner_shorten (self->runner, cuts), _("The loss is spread"));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
lp_spread_dialog_dispose (GObject *object)
{
  LpSpreadDialog *self = LP_SPREAD_DIALOG (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->from);
  g_clear_object (&self->runner);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_SPREAD_DIALOG);

  G_OBJECT_CLASS (lp_spread_dialog_parent_class)->dispose (object);
}

static void
lp_spread_dialog_class_init (LpSpreadDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_spread_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-spread-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LpSpreadDialog, list_box);
  gtk_widget_class_bind_template_child (widget_class, LpSpreadDialog, won);
  gtk_widget_class_bind_template_child (widget_class, LpSpreadDialog, end);
  gtk_widget_class_bind_template_child (widget_class, LpSpreadDialog, spread_button);
  gtk_widget_class_bind_template_callback (widget_class, spread_cb);
}

static void
lp_spread_dialog_init (LpSpreadDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
lp_spread_dialog_new (LpRunner *runner, GtkWidget *from)
{
  LpSpreadDialog *self = g_object_new (LP_TYPE_SPREAD_DIALOG, NULL);

  self->runner = g_object_ref (runner);
  self->from = g_object_ref (from);
  add_rows (self);
  show_sum (self);
  g_signal_connect_object (runner, "tick", G_CALLBACK (show_sum), self, G_CONNECT_SWAPPED);
  return ADW_DIALOG (self);
}
