/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-review-dialog.h"

#include <glib/gi18n.h>

#include "lp-feedback.h"
#include "lp-kind-badge.h"
#include "lp-list.h"
#include "lp-note-attributes.h"
#include "lp-note-deeds.h"
#include "lp-note-review.h"

/* A verdict given here, so that it can be taken back. */
typedef struct
{
  LpId note;
  char *title;
} Verdict;

struct _LpReviewDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle *window_title;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  LpKindBadge *badge;
  GtkLabel *where_label;
  GtkLabel *text_label;
  AdwStatusPage *skipped_page;
  GtkWidget *again_button;
  GtkWidget *close_button;
  GtkWidget *buttons;
  GtkWidget *show_button;

  LpStore *store;
  LpList *notes;       /* that nobody has reviewed */
  LpRecord *note;      /* the one that is read; NULL for none */
  GHashTable *skipped; /* set of LpId */
  GHashTable *decided; /* set of LpId: not on the disk yet */
  GPtrArray *verdicts; /* of Verdict */
};

G_DEFINE_FINAL_TYPE (LpReviewDialog, lp_review_dialog, ADW_TYPE_DIALOG)

static void
verdict_free (gpointer data)
{
  Verdict *self = data;

  g_free (self->title);
  g_free (self);
}

/* --- What is shown --- */

/* The newest that was neither skipped nor decided on. Transfer full; NULL: none. waiting: how many there are; skipped: besides. */
static LpRecord *
find_next (LpReviewDialog *self, guint *waiting, guint *skipped)
{
  LpRecord *next = NULL;

  *waiting = *skipped = 0;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->notes)); i++)
    {
      g_autoptr (LpRecord) note = g_list_model_get_item (G_LIST_MODEL (self->notes), i);

      if (g_hash_table_contains (self->decided, lp_record_get_id (note)))
        continue;
      if (g_hash_table_contains (self->skipped, lp_record_get_id (note)))
        {
          (*skipped)++;
          continue;
        }
      (*waiting)++;
      if (next == NULL)
        next = g_steal_pointer (&note);
    }

  return next;
}

static void
show_left (LpReviewDialog *self, guint waiting, guint skipped)
{
  g_autofree char *left = g_strdup_printf (ngettext ("%u left", "%u left", waiting), waiting);
  g_autofree char *later = g_strdup_printf (ngettext ("%u skipped", "%u skipped", skipped), skipped);
  g_autofree char *both = g_strdup_printf ("%s · %s", left, later);

  adw_window_title_set_subtitle (self->window_title, skipped > 0 ? both : left);
  adw_status_page_set_description (self->skipped_page, later);
}

static void
show_where (LpReviewDialog *self)
{
  g_autofree char *code = lp_record_note_code (self->note);
  g_autoptr (LpNoteAttributes) attributes = lp_note_attributes_new ();
  g_autofree char *voice = NULL;
  g_autofree char *where = NULL;

  lp_note_attributes_read (attributes, self->note);
  voice = lp_note_attributes_describe (attributes);
  where = g_strjoin (" · ", code, *voice != '\0' ? voice : NULL, NULL);
  gtk_label_set_label (self->where_label, where);
}

static void
show_note (LpReviewDialog *self, LpRecord *note)
{
  LpKind kind = LP_KIND_DREAM;
  const char *text = lp_note_get_words (note);

  g_set_object (&self->note, note);
  lp_kind_find (lp_record_text (note, LP_NOTE_KIND), &kind);
  lp_kind_badge_set_kind (self->badge, kind);
  gtk_label_set_label (self->text_label, text);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  show_where (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_page (LpReviewDialog *self, const char *page)
{
  gboolean reading = g_str_equal (page, "note");

  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.show", reading);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.keep-off", reading);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.skip", reading);
  gtk_widget_set_visible (self->buttons, reading);
  if (reading)
    gtk_widget_grab_focus (self->show_button);
  else
    gtk_widget_grab_focus (g_str_equal (page, "skipped") ? self->again_button : self->close_button);
}

static void
advance (LpReviewDialog *self)
{
  guint waiting = 0;
  guint skipped = 0;
  g_autoptr (LpRecord) next = find_next (self, &waiting, &skipped);

  show_left (self, waiting, skipped);
  g_clear_object (&self->note);
  if (next != NULL)
    show_note (self, next);
  if (next != NULL)
    show_page (self, "note");
  else
    show_page (self, skipped > 0 ? "skipped" : "done");
}

/* What is read is not changed under the reader's eyes, unless it is itself another now, or gone. */
static void
items_changed_cb (LpReviewDialog *self)
{
  guint waiting = 0;
  guint skipped = 0;
  g_autoptr (LpRecord) next = find_next (self, &waiting, &skipped);
  g_autoptr (LpRecord) current = NULL;
  guint position = 0;

  if (self->note == NULL || !lp_list_find (self->notes, lp_record_get_id (self->note), &position))
    {
      advance (self);
      return;
    }
  current = g_list_model_get_item (G_LIST_MODEL (self->notes), position);
  if (!g_str_equal (lp_note_get_words (current), lp_note_get_words (self->note)))
    show_note (self, current);
  show_left (self, waiting, skipped);
}

/* --- Verdicts --- */

typedef struct
{
  LpReviewDialog *dialog;
  LpId note;
} Commit;

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Commit *commit = data;
  g_autoptr (LpReviewDialog) self = commit->dialog;
  g_autoptr (GError) error = NULL;

  g_hash_table_remove (self->decided, &commit->note);
  if (lp_store_commit_finish (LP_STORE (source), result, &error))
    return;

  if (self->verdicts->len > 0)
    g_ptr_array_remove_index (self->verdicts, self->verdicts->len - 1);
  lp_feedback_error (GTK_WIDGET (self), _("What was decided could not be saved"), error);
  if (self->notes != NULL)
    advance (self);
}

static void
decide (LpReviewDialog *self, LpReview review)
{
  g_autoptr (LpChangeSet) changes = lp_note_deeds_make_review (self->note, review);
  Verdict *verdict = g_new0 (Verdict, 1);
  Commit *commit = g_new0 (Commit, 1);

  verdict->note = commit->note = *lp_record_get_id (self->note);
  verdict->title = g_strdup (lp_change_set_get_title (changes));
  g_ptr_array_add (self->verdicts, verdict);
  commit->dialog = g_object_ref (self);
  g_hash_table_add (self->decided, lp_id_copy (&verdict->note));
  lp_store_commit_async (self->store, changes, NULL, committed_cb, commit);
  advance (self);
}

static void
show_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  decide (LP_REVIEW_DIALOG (widget), LP_REVIEW_SHOW);
}

static void
keep_off_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  decide (LP_REVIEW_DIALOG (widget), LP_REVIEW_KEEP_OFF);
}

static void
skip_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpReviewDialog *self = LP_REVIEW_DIALOG (widget);

  g_hash_table_add (self->skipped, lp_id_copy (lp_record_get_id (self->note)));
  advance (self);
}

static void
again_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpReviewDialog *self = LP_REVIEW_DIALOG (widget);

  g_hash_table_remove_all (self->skipped);
  advance (self);
}

static void
close_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

/* Back to the note that it was about. */
static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Commit *commit = data;
  g_autoptr (LpReviewDialog) self = commit->dialog;
  g_autoptr (GError) error = NULL;
  g_autoptr (LpRecord) note = NULL;
  guint position = 0;

  if (!lp_store_undo_finish (LP_STORE (source), result, NULL, &error))
    {
      lp_feedback_error (GTK_WIDGET (self), _("It could not be undone"), error);
      return;
    }
  if (self->notes == NULL || !lp_list_find (self->notes, &commit->note, &position))
    return;

  note = g_list_model_get_item (G_LIST_MODEL (self->notes), position);
  show_note (self, note);
  show_page (self, "note");
}

/* Only what was decided here: not what somebody at a table wrote meanwhile. */
static void
undo_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpReviewDialog *self = LP_REVIEW_DIALOG (widget);
  Verdict *last = self->verdicts->len > 0 ? self->verdicts->pdata[self->verdicts->len - 1] : NULL;
  Commit *commit = NULL;

  if (last == NULL || g_strcmp0 (lp_store_get_undo_title (self->store), last->title) != 0)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  commit = g_new0 (Commit, 1);
  commit->dialog = g_object_ref (self);
  commit->note = last->note;
  g_ptr_array_remove_index (self->verdicts, self->verdicts->len - 1);
  lp_store_undo_async (self->store, NULL, undone_cb, commit);
}

static void
lp_review_dialog_dispose (GObject *object)
{
  LpReviewDialog *self = LP_REVIEW_DIALOG (object);

  g_clear_object (&self->notes);
  g_clear_object (&self->note);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_REVIEW_DIALOG);

  G_OBJECT_CLASS (lp_review_dialog_parent_class)->dispose (object);
}

static void
lp_review_dialog_finalize (GObject *object)
{
  LpReviewDialog *self = LP_REVIEW_DIALOG (object);

  g_clear_pointer (&self->skipped, g_hash_table_unref);
  g_clear_pointer (&self->decided, g_hash_table_unref);
  g_clear_pointer (&self->verdicts, g_ptr_array_unref);

  G_OBJECT_CLASS (lp_review_dialog_parent_class)->finalize (object);
}

static void
lp_review_dialog_class_init (LpReviewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_review_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lp_review_dialog_finalize;

  g_type_ensure (LP_TYPE_KIND_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-review-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, badge);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, where_label);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, text_label);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, skipped_page);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, again_button);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, close_button);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, buttons);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, show_button);
  gtk_widget_class_install_action (widget_class, "review.show", NULL, show_action_cb);
  gtk_widget_class_install_action (widget_class, "review.keep-off", NULL, keep_off_action_cb);
  gtk_widget_class_install_action (widget_class, "review.skip", NULL, skip_action_cb);
  gtk_widget_class_install_action (widget_class, "review.again", NULL, again_action_cb);
  gtk_widget_class_install_action (widget_class, "review.close", NULL, close_action_cb);
  gtk_widget_class_install_action (widget_class, "review.undo", NULL, undo_action_cb);
}

static void
lp_review_dialog_init (LpReviewDialog *self)
{
  self->skipped = g_hash_table_new_full (lp_id_hash, lp_id_equal_func, g_free, NULL);
  self->decided = g_hash_table_new_full (lp_id_hash, lp_id_equal_func, g_free, NULL);
  self->verdicts = g_ptr_array_new_with_free_func (verdict_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
lp_review_dialog_new (LpStore *store, const LpId *meeting)
{
  LpReviewDialog *self = g_object_new (LP_TYPE_REVIEW_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->notes = lp_list_new_unreviewed (store, meeting);
  g_signal_connect_object (self->notes, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  advance (self);

  return ADW_DIALOG (self);
}
