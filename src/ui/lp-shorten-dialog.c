/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-shorten-dialog.h"

#include <glib/gi18n.h>

#include "lp-clock.h"
#include "lp-feedback.h"
#include "lp-shorten.h"

struct _LpShortenDialog
{
  AdwDialog parent_instance;

  AdwPreferencesGroup *group;
  GtkLabel *outcome_label;
  GtkWidget *take_button;

  LpStore *store;
  LpId meeting;
  GPtrArray *items;  /* of LpRecord */
  GArray *cuts;      /* of LpShortening */
  GPtrArray *checks; /* of GtkCheckButton, one for each */
  int end;
  int limit;
  guint taken; /* while it is being committed */
};

G_DEFINE_FINAL_TYPE (LpShortenDialog, lp_shorten_dialog, ADW_TYPE_DIALOG)

enum {
  SHORTENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_taken (LpShortenDialog *self, guint i)
{
  return gtk_check_button_get_active (g_ptr_array_index (self->checks, i));
}

/* When the day would end, and whether that is in time. */
static void
show_outcome (LpShortenDialog *self)
{
  int end = self->end;
  int over = 0;
  guint n_taken = 0;
  g_autofree char *clock = NULL;
  g_autofree char *pill = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->cuts->len; i++)
    {
      if (!is_taken (self, i))
        continue;
      end -= g_array_index (self->cuts, LpShortening, i).cut;
      n_taken++;
    }
  over = end - self->limit;
  clock = lp_clock_print (end);
  pill = g_strdup_printf (ngettext ("%d minute over time", "%d minutes over time", over), over);
  if (over > 0)
    text = g_strdup_printf (_("The day ends %s – %s"), clock, pill);
  else
    text = g_strdup_printf (_("The day ends %s – in time"), clock);
  gtk_label_set_label (self->outcome_label, text);
  gtk_widget_set_sensitive (self->take_button, n_taken > 0);
}

static void
toggled_cb (LpShortenDialog *self)
{
  show_outcome (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->outcome_label),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static GtkWidget *
row_new (LpShortenDialog *self, const LpShortening *cut)
{
  LpRecord *item = g_ptr_array_index (self->items, cut->position);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  /* Translators: how long an item takes now, and how long it would take */
  g_autofree char *change = g_strdup_printf (_("%d → %d min."), cut->minutes, cut->minutes - cut->cut);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lp_record_text (item, LP_AGENDA_ITEM_TITLE));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), change);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  return row;
}

static void
show_cuts (LpShortenDialog *self)
{
  for (guint i = 0; i < self->cuts->len; i++)
    adw_preferences_group_add (self->group, row_new (self, &g_array_index (self->cuts, LpShortening, i)));
  if (self->cuts->len == 0)
    adw_preferences_group_set_description (
        self->group, _("No item can give up any time. Delete one, or begin earlier."));
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpShortenDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!lp_store_commit_finish (LP_STORE (source), result, &error))
    {
      gtk_widget_set_sensitive (self->take_button, TRUE);
      lp_feedback_error (GTK_WIDGET (self), _("The items were not shortened"), error);
      return;
    }
  g_signal_emit (self, signals[SHORTENED], 0, self->taken);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
take_cb (LpShortenDialog *self)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new (_("Shorten the day"));

  self->taken = 0;
  for (guint i = 0; i < self->cuts->len; i++)
    {
      const LpShortening *cut = &g_array_index (self->cuts, LpShortening, i);
      LpRecord *item = g_ptr_array_index (self->items, cut->position);

      if (!is_taken (self, i))
        continue;
      lp_edit_int (lp_change_set_put (changes, LP_AGENDA_ITEM, &self->meeting, lp_record_get_id (item)),
                   LP_AGENDA_ITEM_MINUTES, cut->minutes - cut->cut);
      self->taken++;
    }
  gtk_widget_set_sensitive (self->take_button, FALSE);
  lp_store_commit_async (self->store, changes, NULL, committed_cb, g_object_ref (self));
}

static void
lp_shorten_dialog_dispose (GObject *object)
{
  LpShortenDialog *self = LP_SHORTEN_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_SHORTEN_DIALOG);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->cuts, g_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_shorten_dialog_parent_class)->dispose (object);
}

static void
lp_shorten_dialog_class_init (LpShortenDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_shorten_dialog_dispose;

  signals[SHORTENED] = g_signal_new ("shortened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/udsatte/Landspanel/ui/lp-shorten-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LpShortenDialog, group);
  gtk_widget_class_bind_template_child (widget_class, LpShortenDialog, outcome_label);
  gtk_widget_class_bind_template_child (widget_class, LpShortenDialog, take_button);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
}

static void
lp_shorten_dialog_init (LpShortenDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->checks = g_ptr_array_new ();
}

AdwDialog *
lp_shorten_dialog_new (LpStore *store, const LpId *meeting, GPtrArray *items, int end, int limit)
{
  LpShortenDialog *self = g_object_new (LP_TYPE_SHORTEN_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->meeting = *meeting;
  self->items = g_ptr_array_ref (items);
  self->end = end;
  self->limit = limit;
  self->cuts = lp_shorten_suggest (items, end - limit);
  show_cuts (self);
  show_outcome (self);
  return ADW_DIALOG (self);
}
