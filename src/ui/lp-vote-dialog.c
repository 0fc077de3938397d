/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-vote-dialog.h"

#include <glib/gi18n.h>

#include "lp-vote-row.h"

struct _LpVoteDialog
{
  AdwDialog parent_instance;

  AdwEntryRow *question_row;
  AdwPreferencesGroup *amount_group;
  AdwPreferencesGroup *who_group;
  AdwComboRow *method_row;
  GtkWidget *amount_row;
  AdwComboRow *on_row;
  AdwComboRow *by_row;
  GtkWidget *save_button;

  gint64 usual[LP_N_VOTE_METHODS]; /* what each has, of either method */
  gboolean syncing;
};

G_DEFINE_FINAL_TYPE (LpVoteDialog, lp_vote_dialog, ADW_TYPE_DIALOG)

enum {
  SAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
check_cb (LpVoteDialog *self)
{
  g_autofree char *question = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->question_row))));

  if (self->amount_row != NULL)
    gtk_widget_set_sensitive (self->save_button, *question != '\0' && lp_vote_row_get (self->amount_row) > 0);
}

static void
show_method (LpVoteDialog *self)
{
  LpVoteMethod method = adw_combo_row_get_selected (self->method_row);

  lp_vote_row_set_title (self->amount_row, method == LP_VOTE_BUDGET ? _("Kroner per Person") : _("Dots per Person"));
  lp_vote_row_set_unit (self->amount_row, method);
  lp_vote_row_set (self->amount_row, self->usual[method]);
}

static void
method_cb (LpVoteDialog *self)
{
  LpVoteMethod method = adw_combo_row_get_selected (self->method_row);

  if (self->syncing || self->amount_row == NULL)
    return;

  self->usual[method == LP_VOTE_BUDGET ? LP_VOTE_DOTS : LP_VOTE_BUDGET] = lp_vote_row_get (self->amount_row);
  show_method (self);
}

static void
save_cb (LpVoteDialog *self)
{
  LpVoteDraft draft = {
    .question = (char *) gtk_editable_get_text (GTK_EDITABLE (self->question_row)),
    .method = adw_combo_row_get_selected (self->method_row),
    .amount = lp_vote_row_get (self->amount_row),
    .on = adw_combo_row_get_selected (self->on_row),
    .by = adw_combo_row_get_selected (self->by_row),
  };

  g_signal_emit (self, signals[SAVE], 0, &draft);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
lp_vote_dialog_dispose (GObject *object)
{
  LP_VOTE_DIALOG (object)->amount_row = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), LP_TYPE_VOTE_DIALOG);

  G_OBJECT_CLASS (lp_vote_dialog_parent_class)->dispose (object);
}

static void
lp_vote_dialog_class_init (LpVoteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_vote_dialog_dispose;

  signals[SAVE] = g_signal_new ("save", LP_TYPE_VOTE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-vote-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LpVoteDialog, question_row);
  gtk_widget_class_bind_template_child (widget_class, LpVoteDialog, amount_group);
  gtk_widget_class_bind_template_child (widget_class, LpVoteDialog, who_group);
  gtk_widget_class_bind_template_child (widget_class, LpVoteDialog, method_row);
  gtk_widget_class_bind_template_child (widget_class, LpVoteDialog, on_row);
  gtk_widget_class_bind_template_child (widget_class, LpVoteDialog, by_row);
  gtk_widget_class_bind_template_child (widget_class, LpVoteDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, method_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
lp_vote_dialog_init (LpVoteDialog *self)
{
  self->usual[LP_VOTE_DOTS] = 3;
  self->usual[LP_VOTE_BUDGET] = 50000;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->amount_row = lp_vote_row_new (_("Dots per Person"), FALSE);
  adw_preferences_group_add (self->amount_group, self->amount_row);
  g_signal_connect_object (lp_vote_row_get_text (self->amount_row), "changed", G_CALLBACK (check_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
show_draft (LpVoteDialog *self, const LpVoteDraft *draft)
{
  self->syncing = TRUE;
  self->usual[draft->method] = draft->amount;
  gtk_editable_set_text (GTK_EDITABLE (self->question_row), draft->question);
  adw_combo_row_set_selected (self->method_row, draft->method);
  adw_combo_row_set_selected (self->on_row, draft->on);
  adw_combo_row_set_selected (self->by_row, draft->by);
  self->syncing = FALSE;
  show_method (self);
  check_cb (self);
}

/* What there is nothing of cannot be voted on. */
static void
show_subjects (LpVoteDialog *self, const LpPriorities *priorities, LpVoteOn on)
{
  if (on == LP_VOTE_ON_PROPOSALS && !priorities->has_proposals)
    on = LP_VOTE_ON_THEMES;
  if (on == LP_VOTE_ON_THEMES && priorities->n_themes == 0)
    on = LP_VOTE_ON_PROPOSALS;
  adw_combo_row_set_selected (self->on_row, on);
  gtk_widget_set_sensitive (GTK_WIDGET (self->on_row), priorities->has_proposals && priorities->n_themes > 0);
  if (!priorities->has_proposals)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->on_row), _("There are no proposals among the notes yet"));
  else if (priorities->n_themes == 0)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->on_row), _("There are no themes yet"));
}

static void
show_begun (LpVoteDialog *self, const LpVoteRound *round)
{
  adw_dialog_set_title (ADW_DIALOG (self), _("Edit Round"));
  gtk_button_set_label (GTK_BUTTON (self->save_button), _("_Save"));
  if (!round->begun)
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self->method_row), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->on_row), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->by_row), FALSE);
  adw_preferences_group_set_description (self->who_group,
                                         _("Votes are in already: for something else, make a new round."));
}

AdwDialog *
lp_vote_dialog_new (const LpPriorities *priorities, const LpVoteRound *round, const LpVoteDraft *draft)
{
  LpVoteDialog *self = g_object_new (LP_TYPE_VOTE_DIALOG, NULL);

  show_draft (self, draft);
  if (round == NULL || !round->begun)
    show_subjects (self, priorities, draft->on);
  if (round != NULL)
    show_begun (self, round);

  return ADW_DIALOG (self);
}
