/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-review-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lp-accepted.h"
#include "lp-feedback.h"
#include "lp-kind-badge.h"
#include "lp-note-attributes.h"
#include "lp-note-deeds.h"
#include "lp-note-input.h"
#include "lp-note-privacy.h"
#include "lp-note-review.h"
#include "lp-person-marks.h"

/* A verdict given here, so that it can be taken back. */
typedef struct
{
  gint64 num;
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
  GtkLabel *own_label;
  GtkWidget *finding_bar;
  GtkLabel *finding_label;
  GtkLabel *reason_label;
  LpNoteInput *public_input;
  AdwStatusPage *skipped_page;
  GtkWidget *again_button;
  GtkWidget *close_button;
  GtkWidget *buttons;
  GtkWidget *show_button;
  GtkWidget *show_key;
  GtkWidget *mask_button;

  LpStore *store;
  LpNames *names;      /* of those at the meeting */
  LpList *notes;       /* that nobody has reviewed; or those of a filter */
  gboolean filtered;
  LpRecord *note;      /* the one that is read; NULL for none */
  gboolean revisited;  /* it was here before, and stays whatever was decided about it */
  GArray *findings;    /* of LpFinding in what is read, or else in the note's own words */
  gboolean in_own;     /* they are in those */
  gboolean changing;   /* the note, which is not on the disk yet */
  GArray *trail;       /* nums of those read before */
  GtkBitset *skipped;  /* nums */
  GtkBitset *decided;  /* nums: not on the disk yet; of a filter: for good */
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
      guint num = (guint) lp_list_get_num (self->notes, i);

      if (gtk_bitset_contains (self->decided, num))
        continue;
      if (gtk_bitset_contains (self->skipped, num))
        {
          (*skipped)++;
          continue;
        }
      if ((*waiting)++ == 0)
        next = g_list_model_get_item (G_LIST_MODEL (self->notes), i);
    }

  return next;
}

static void
show_left (LpReviewDialog *self, guint waiting, guint skipped)
{
  g_autofree char *left = g_strdup_printf (ngettext ("%u left", "%u left", waiting), waiting);
  g_autofree char *later = g_strdup_printf (ngettext ("%u skipped", "%u skipped", skipped), skipped);
  g_autofree char *both = g_strdup_printf ("%s · %s", left, later);

  g_autofree char *so_far = g_strdup_printf ("%s…", skipped > 0 ? both : left);
  gboolean complete = lp_list_is_complete (self->notes);

  adw_window_title_set_subtitle (self->window_title, !complete ? so_far : skipped > 0 ? both : left);
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

static const char *
get_own (LpReviewDialog *self)
{
  return lp_record_text (self->note, LP_NOTE_TEXT);
}

/* Where the findings are. */
static const char *
get_found_text (LpReviewDialog *self)
{
  return self->in_own ? get_own (self) : lp_note_get_words (self->note);
}

static void
find (LpReviewDialog *self)
{
  const char *words = lp_note_get_words (self->note);
  const char *accepted = lp_record_text (self->note, LP_NOTE_ACCEPTED);

  g_clear_pointer (&self->findings, g_array_unref);
  self->in_own = FALSE;
  self->findings = lp_note_privacy_find (words, accepted, self->names);
  if (self->findings->len > 0 || g_str_equal (words, get_own (self)))
    return;

  g_array_unref (self->findings);
  self->in_own = TRUE;
  self->findings = lp_note_privacy_find (get_own (self), accepted, self->names);
}

/* offset: of the text in the label, in bytes. */
static void
underline (LpReviewDialog *self, GtkLabel *label, guint offset)
{
  g_autoptr (PangoAttrList) attributes = lp_person_marks_new (self->findings, offset);

  gtk_label_set_attributes (self->text_label, NULL);
  gtk_label_set_attributes (self->own_label, NULL);
  gtk_label_set_attributes (label, attributes);
}

/* One at a time, as each is decided on by itself. */
static void
show_finding (LpReviewDialog *self)
{
  gboolean any = self->findings->len > 0;
  const LpFinding *first = any ? &g_array_index (self->findings, LpFinding, 0) : NULL;

  gtk_widget_set_visible (self->finding_bar, any);
  if (any)
    {
      g_autofree char *match = g_strndup (get_found_text (self) + first->byte_start, first->byte_length);
      /* Translators: words in a note that may tell who somebody is */
      g_autofree char *quoted = g_strdup_printf (_("“%s”"), match);

      gtk_label_set_label (self->finding_label, quoted);
      gtk_label_set_label (self->reason_label, lp_finding_reason (first));
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.mask", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.accept", any);
}

static void
show_texts (LpReviewDialog *self)
{
  const char *words = lp_note_get_words (self->note);
  gboolean edited = !g_str_equal (words, get_own (self));
  /* Translators: the words of a note as they were said, beside others for publication */
  const char *before = _("As it was said: ");
  g_autofree char *own = g_strconcat (before, get_own (self), NULL);

  find (self);
  gtk_label_set_label (self->text_label, words);
  gtk_label_set_label (self->own_label, own);
  gtk_widget_set_visible (GTK_WIDGET (self->own_label), edited);
  underline (self, self->in_own ? self->own_label : self->text_label, self->in_own ? strlen (before) : 0);
  show_finding (self);
}

static void
announce (LpReviewDialog *self)
{
  const char *text = gtk_label_get_label (self->text_label);
  const char *reason = self->findings->len > 0 ? gtk_label_get_label (self->reason_label) : "";
  g_autofree char *said = g_strjoin (". ", text, *reason != '\0' ? reason : NULL, NULL);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), said, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_note (LpReviewDialog *self, LpRecord *note)
{
  LpKind kind = LP_KIND_DREAM;

  g_set_object (&self->note, note);
  lp_kind_find (lp_record_text (note, LP_NOTE_KIND), &kind);
  lp_kind_badge_set_kind (self->badge, kind);
  show_texts (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  show_where (self);
  announce (self);
}

static void
enable (LpReviewDialog *self, const char *action, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

/* Something that tells for certain who somebody is. */
static gboolean
is_flagged (LpReviewDialog *self)
{
  for (guint i = 0; self->findings != NULL && i < self->findings->len; i++)
    {
      if (g_array_index (self->findings, LpFinding, i).level == LP_FINDING_FLAG)
        return TRUE;
    }

  return FALSE;
}

/* Return shows a note, but not one that gives somebody away: who presses it without reading masks that first. */
static void
focus_verdict (LpReviewDialog *self)
{
  gboolean flagged = is_flagged (self);

  adw_dialog_set_default_widget (ADW_DIALOG (self), flagged ? self->mask_button : self->show_button);
  gtk_widget_set_visible (self->show_key, !flagged);
  gtk_widget_grab_focus (flagged ? self->mask_button : self->show_button);
}

static void
show_page (LpReviewDialog *self, const char *page)
{
  gboolean reading = g_str_equal (page, "note");
  gboolean editing = g_str_equal (page, "edit");
  gboolean found = reading && self->findings != NULL && self->findings->len > 0;

  gtk_stack_set_visible_child_name (self->stack, page);
  enable (self, "review.show", reading);
  enable (self, "review.keep-off", reading);
  enable (self, "review.skip", reading);
  enable (self, "review.edit", reading);
  enable (self, "review.mask", found);
  enable (self, "review.accept", found);
  enable (self, "review.back", !editing && self->trail->len > 0);
  enable (self, "review.undo", !editing);
  enable (self, "review.cancel-edit", editing);
  gtk_widget_set_visible (self->buttons, reading);
  if (reading)
    focus_verdict (self);
  else if (editing)
    gtk_widget_grab_focus (GTK_WIDGET (self->public_input));
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
  self->revisited = FALSE;
  if (next != NULL)
    show_note (self, next);
  if (next != NULL)
    show_page (self, "note");
  else if (!lp_list_is_complete (self->notes))
    show_page (self, "finding");
  else
    show_page (self, skipped > 0 ? "skipped" : "done");
}

/* The one that is read was read: it can be gone back to. */
static void
go_on (LpReviewDialog *self)
{
  gint64 num = lp_record_get_num (self->note);

  g_array_append_val (self->trail, num);
  advance (self);
}

static LpRecord *
load (LpReviewDialog *self, gint64 num)
{
  g_autoptr (LpRecord) note = lp_reader_load_num (lp_store_get_reader (self->store), LP_NOTE, num, NULL);

  return note != NULL && lp_record_int (note, LP_NOTE_DELETED) == 0 ? g_steal_pointer (&note) : NULL;
}

static gboolean
reads_the_same (LpRecord *one, LpRecord *other)
{
  static const guint fields[] = { LP_NOTE_TEXT, LP_NOTE_PUBLIC_TEXT, LP_NOTE_ACCEPTED };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (!g_str_equal (lp_record_text (one, fields[i]), lp_record_text (other, fields[i])))
        return FALSE;
    }
  return TRUE;
}

/* What is read is not changed under the reader's eyes, unless it is itself another now, or gone, or somebody else decided. */
static void
changed_cb (LpReviewDialog *self)
{
  guint waiting = 0;
  guint skipped = 0;
  g_autoptr (LpRecord) next = NULL;
  g_autoptr (LpRecord) current = NULL;
  gboolean decided = FALSE;

  if (self->notes == NULL || lp_store_get_reader (self->store) == NULL ||
      g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "edit") == 0)
    return;

  next = find_next (self, &waiting, &skipped);
  current = self->note != NULL ? load (self, lp_record_get_num (self->note)) : NULL;
  decided = current != NULL && lp_note_get_review (current) != LP_REVIEW_NONE && !self->filtered && !self->revisited;
  if (current == NULL || decided)
    {
      advance (self);
      return;
    }
  if (!reads_the_same (current, self->note))
    {
      show_note (self, current);
      show_page (self, "note");
    }
  else
    {
      g_set_object (&self->note, current);
    }
  show_left (self, waiting, skipped);
}

/* Only now it is known which notes there are. */
static void
complete_cb (LpReviewDialog *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "finding") == 0)
    advance (self);
  else
    changed_cb (self);
}

/* --- Verdicts --- */

typedef struct
{
  LpReviewDialog *dialog;
  gint64 num;
  gboolean decided; /* else the note is only changed, and read once more */
  Verdict *verdict; /* of the dialog, or on its way back to it; NULL for none */
} Commit;

static Commit *
commit_new (LpReviewDialog *self, gint64 num, gboolean decided, Verdict *verdict)
{
  Commit *commit = g_new0 (Commit, 1);

  *commit = (Commit) { g_object_ref (self), num, decided, verdict };
  return commit;
}

/* Not when the note had other words by then, which nobody has read. */
static gboolean
is_decided (LpReviewDialog *self, gint64 num)
{
  g_autoptr (LpRecord) note = self->notes != NULL ? load (self, num) : NULL;

  return note != NULL && lp_note_get_review (note) != LP_REVIEW_NONE;
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Commit *commit = data;
  g_autoptr (LpReviewDialog) self = commit->dialog;
  g_autoptr (GError) error = NULL;
  gboolean done = lp_store_commit_finish (LP_STORE (source), result, &error);

  if (commit->decided && !(done && self->filtered && is_decided (self, commit->num)))
    gtk_bitset_remove (self->decided, (guint) commit->num);
  if (!commit->decided)
    self->changing = FALSE;
  if (done)
    return;

  g_ptr_array_remove (self->verdicts, commit->verdict);
  lp_feedback_error (GTK_WIDGET (self), _("What was decided could not be saved"), error);
  if (self->notes != NULL && commit->decided)
    advance (self);
}

/* Transfer none. */
static Verdict *
remember (LpReviewDialog *self, LpChangeSet *changes)
{
  Verdict *verdict = g_new0 (Verdict, 1);

  verdict->num = lp_record_get_num (self->note);
  verdict->title = g_strdup (lp_change_set_get_title (changes));
  g_ptr_array_add (self->verdicts, verdict);

  return verdict;
}

static void
decide (LpReviewDialog *self, LpReview review)
{
  g_autoptr (LpChangeSet) changes = lp_note_deeds_make_review (self->note, review);
  gint64 num = lp_record_get_num (self->note);

  gtk_bitset_add (self->decided, (guint) num);
  lp_store_commit_async (self->store, changes, NULL, committed_cb,
                         commit_new (self, num, TRUE, remember (self, changes)));
  go_on (self);
}

/* One change after the other: each is made of the note as the one before left it. */
static void
change (LpReviewDialog *self, LpChangeSet *changes)
{
  Verdict *verdict = lp_change_set_get_title (changes) != NULL ? remember (self, changes) : NULL;

  self->changing = TRUE;
  lp_store_commit_async (self->store, changes, NULL, committed_cb,
                         commit_new (self, lp_record_get_num (self->note), FALSE, verdict));
}

static void
mask_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpReviewDialog *self = LP_REVIEW_DIALOG (widget);
  const LpFinding *finding = &g_array_index (self->findings, LpFinding, 0);
  g_autofree char *match = NULL;
  g_autoptr (LpChangeSet) changes = NULL;

  if (self->changing)
    return;

  match = g_strndup (get_found_text (self) + finding->byte_start, finding->byte_length);
  changes = lp_note_privacy_mask (self->note, match, finding);
  change (self, changes);
}

static LpChangeSet *
make_edit (LpReviewDialog *self, const char *title, LpEdit **edit)
{
  LpChangeSet *changes = lp_change_set_new (title);

  *edit = lp_change_set_put (changes, LP_NOTE, lp_record_get_space (self->note), lp_record_get_id (self->note));
  return changes;
}

static void
accept_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpReviewDialog *self = LP_REVIEW_DIALOG (widget);
  const char *before = lp_record_text (self->note, LP_NOTE_ACCEPTED);
  g_autofree char *code = lp_record_note_code (self->note);
  g_autofree char *title = g_strdup_printf (_("Let words stand in note %s"), code);
  g_autofree char *accepted = NULL;
  g_autoptr (LpChangeSet) changes = NULL;
  LpEdit *edit = NULL;

  if (self->changing)
    return;

  accepted = lp_accepted_add (before, get_found_text (self), &g_array_index (self->findings, LpFinding, 0));
  changes = make_edit (self, title, &edit);
  lp_edit_text (edit, LP_NOTE_ACCEPTED, accepted);
  change (self, changes);
}

static void
edit_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpReviewDialog *self = LP_REVIEW_DIALOG (widget);

  if (self->changing)
    return;

  lp_note_input_set_text (self->public_input, lp_note_get_words (self->note));
  show_page (self, "edit");
}

static void
cancel_edit_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpReviewDialog *self = LP_REVIEW_DIALOG (widget);

  show_page (self, "note");
  changed_cb (self);
}

/* The same words as the note's own are none of their own. Whatever they are, they were not read for the room. */
static void
save_public_cb (LpReviewDialog *self)
{
  g_autofree char *typed = lp_note_input_get_text (self->public_input);
  g_autofree char *text = g_utf8_normalize (typed, -1, G_NORMALIZE_NFC);
  g_autofree char *code = lp_record_note_code (self->note);
  g_autofree char *title = g_strdup_printf (_("Edit note %s for publication"), code);
  g_autoptr (LpChangeSet) changes = NULL;
  gboolean none = lp_note_input_is_blank (self->public_input) || g_str_equal (text, get_own (self));
  LpEdit *edit = NULL;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "edit") != 0)
    return;

  if (!g_str_equal (none ? "" : text, lp_record_text (self->note, LP_NOTE_PUBLIC_TEXT)))
    {
      changes = make_edit (self, title, &edit);
      lp_edit_text (edit, LP_NOTE_PUBLIC_TEXT, none ? NULL : text);
      lp_edit_int (edit, LP_NOTE_REVIEWED, FALSE);
      change (self, changes);
    }
  show_page (self, "note");
}

/* Those that were deleted meanwhile are passed over. */
static void
back_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpReviewDialog *self = LP_REVIEW_DIALOG (widget);
  g_autoptr (LpRecord) note = NULL;

  while (note == NULL && self->trail->len > 0)
    {
      note = load (self, g_array_index (self->trail, gint64, self->trail->len - 1));
      g_array_set_size (self->trail, self->trail->len - 1);
    }
  if (note == NULL)
    return;

  self->revisited = TRUE;
  show_note (self, note);
  show_page (self, "note");
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

  gtk_bitset_add (self->skipped, (guint) lp_record_get_num (self->note));
  go_on (self);
}

static void
again_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpReviewDialog *self = LP_REVIEW_DIALOG (widget);

  gtk_bitset_remove_all (self->skipped);
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

  if (!lp_store_undo_finish (LP_STORE (source), result, NULL, &error))
    {
      /* it is still what would be taken back next */
      g_ptr_array_add (self->verdicts, commit->verdict);
      lp_feedback_error (GTK_WIDGET (self), _("It could not be undone"), error);
      return;
    }
  verdict_free (commit->verdict);
  gtk_bitset_remove (self->decided, (guint) commit->num);
  note = self->notes != NULL ? load (self, commit->num) : NULL;
  if (note == NULL)
    return;

  self->revisited = TRUE;
  show_note (self, note);
  show_page (self, "note");
  changed_cb (self);
}

/* Only what was decided here: not what somebody at a table wrote meanwhile. */
static void
undo_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpReviewDialog *self = LP_REVIEW_DIALOG (widget);
  Verdict *last = self->verdicts->len > 0 ? self->verdicts->pdata[self->verdicts->len - 1] : NULL;
  gint64 num = last != NULL ? last->num : 0;

  if (last == NULL || g_strcmp0 (lp_store_get_undo_title (self->store), last->title) != 0)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  g_ptr_array_steal_index (self->verdicts, self->verdicts->len - 1);
  lp_store_undo_async (self->store, NULL, undone_cb, commit_new (self, num, FALSE, last));
}

static void
lp_review_dialog_dispose (GObject *object)
{
  LpReviewDialog *self = LP_REVIEW_DIALOG (object);

  g_clear_object (&self->notes);
  g_clear_object (&self->note);
  g_clear_pointer (&self->names, lp_names_free);
  g_clear_pointer (&self->findings, g_array_unref);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_REVIEW_DIALOG);

  G_OBJECT_CLASS (lp_review_dialog_parent_class)->dispose (object);
}

static void
lp_review_dialog_finalize (GObject *object)
{
  LpReviewDialog *self = LP_REVIEW_DIALOG (object);

  g_clear_pointer (&self->skipped, gtk_bitset_unref);
  g_clear_pointer (&self->decided, gtk_bitset_unref);
  g_clear_pointer (&self->trail, g_array_unref);
  g_clear_pointer (&self->verdicts, g_ptr_array_unref);

  G_OBJECT_CLASS (lp_review_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-review-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, badge);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, where_label);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, text_label);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, own_label);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, finding_bar);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, finding_label);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, reason_label);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, public_input);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, skipped_page);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, again_button);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, close_button);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, buttons);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, show_button);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, show_key);
  gtk_widget_class_bind_template_child (widget_class, LpReviewDialog, mask_button);
  gtk_widget_class_bind_template_callback (widget_class, save_public_cb);
}

static void
lp_review_dialog_class_init (LpReviewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_review_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lp_review_dialog_finalize;

  g_type_ensure (LP_TYPE_KIND_BADGE);
  g_type_ensure (LP_TYPE_NOTE_INPUT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "review.show", NULL, show_action_cb);
  gtk_widget_class_install_action (widget_class, "review.keep-off", NULL, keep_off_action_cb);
  gtk_widget_class_install_action (widget_class, "review.skip", NULL, skip_action_cb);
  gtk_widget_class_install_action (widget_class, "review.back", NULL, back_action_cb);
  gtk_widget_class_install_action (widget_class, "review.mask", NULL, mask_action_cb);
  gtk_widget_class_install_action (widget_class, "review.accept", NULL, accept_action_cb);
  gtk_widget_class_install_action (widget_class, "review.edit", NULL, edit_action_cb);
  gtk_widget_class_install_action (widget_class, "review.cancel-edit", NULL, cancel_edit_action_cb);
  gtk_widget_class_install_action (widget_class, "review.again", NULL, again_action_cb);
  gtk_widget_class_install_action (widget_class, "review.close", NULL, close_action_cb);
  gtk_widget_class_install_action (widget_class, "review.undo", NULL, undo_action_cb);
}

static void
lp_review_dialog_init (LpReviewDialog *self)
{
  self->skipped = gtk_bitset_new_empty ();
  self->decided = gtk_bitset_new_empty ();
  self->trail = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->verdicts = g_ptr_array_new_with_free_func (verdict_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** lp_review_dialog_new: filter: NULL for those that nobody has reviewed yet; else these, whatever was decided about them. */
AdwDialog *
lp_review_dialog_new (LpStore *store, const LpId *meeting, const LpNoteFilter *filter)
{
  LpReviewDialog *self = g_object_new (LP_TYPE_REVIEW_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->names = lp_note_privacy_load_names (lp_store_get_reader (store), meeting, NULL);
  self->filtered = filter != NULL;
  self->notes = filter != NULL ? lp_list_new_notes (store, meeting) : lp_list_new_unreviewed (store, meeting);
  if (filter != NULL)
    lp_list_set_filter (self->notes, filter);
  /* after the list, which hears of it first */
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notes, "notify::complete", G_CALLBACK (complete_cb), self, G_CONNECT_SWAPPED);
  advance (self);

  return ADW_DIALOG (self);
}
