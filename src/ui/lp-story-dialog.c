/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-story-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lp-draft-keeper.h"
#include "lp-feedback.h"
#include "lp-loader.h"
#include "lp-note-privacy.h"
#include "lp-story-draft.h"
#include "lp-story-goal.h"
#include "lp-story.h"
#include "lp-text-row.h"
#include "lp-withdrawal.h"

/* Not at once: each time is a step of undo. Until then the words are in a draft. */
#define SAVE_AFTER_S 5

/* Words that were masked, and may be on the disk. */
typedef struct
{
  char *match;
  LpFinding finding;
} Mask;

struct _LpStoryDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle *window_title;
  AdwBanner *failure_banner;
  LpTextRow *before_row;
  LpTextRow *turning_point_row;
  LpTextRow *today_row;
  LpTextRow *helped_row;
  AdwSwitchRow *keep_row;
  AdwSwitchRow *quote_row;
  AdwSwitchRow *publish_row;
  AdwSwitchRow *approved_row;
  AdwEntryRow *duplicate_row;
  GtkLabel *duplicate_label;
  AdwPreferencesGroup *goal_group;
  AdwActionRow *count_row;
  GtkImage *count_image;

  LpTextRow *part_rows[LP_N_STORY_PARTS];
  AdwSwitchRow *consent_rows[LP_N_CONSENTS];
  LpPrivacyNotice *notices[LP_N_STORY_PARTS];

  LpStore *store;
  LpId meeting;
  LpRecord *note;         /* NULL until it is on the disk */
  LpPendingNote *pending; /* what it is made of then */
  LpStory *story;         /* as it stands here */
  LpStory *saved;         /* as it stands on the disk */
  LpStory *saving;        /* on its way there, or NULL */
  GPtrArray *masks;       /* of Mask: to be scrubbed, one after the other: each of the note as the one before left it */
  LpDraftKeeper *keeper;
  LpLoader *goal;
  guint save_id;
  gboolean showing;       /* rows are being filled: nobody has changed anything */
  gboolean masking;       /* the first of the masks is on its way to the disk */
  gboolean closing;
  gboolean reworded;      /* since it was approved */
};

G_DEFINE_FINAL_TYPE (LpStoryDialog, lp_story_dialog, ADW_TYPE_DIALOG)

static void
mask_free (gpointer data)
{
  Mask *self = data;

  g_free (self->match);
  g_free (self);
}

/* --- What is shown --- */

/* With the day, where that is another. */
static char *
print_time (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / 1000);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gboolean today = g_date_time_get_year (local) == g_date_time_get_year (now) &&
                   g_date_time_get_day_of_year (local) == g_date_time_get_day_of_year (now);

  return g_date_time_format (local, today ? "%H:%M" : "%x %H:%M");
}

/* The title is what is read aloud; who agreed to earlier words agreed to those. */
static void
show_consent (LpStoryDialog *self, LpConsent consent)
{
  gint64 time = self->story->agreed[consent];
  guint version = time != 0 ? self->story->wordings[consent] : LP_STORY_WORDING;
  const char *wording = lp_consent_wording (consent, version);
  AdwActionRow *row = ADW_ACTION_ROW (self->consent_rows[consent]);
  g_autofree char *clock = time != 0 ? print_time (time) : NULL;
  /* Translators: %s is a time, such as 14:32 */
  g_autofree char *agreed = time != 0 ? g_strdup_printf (_("Agreed %s"), clock) : NULL;
  g_autofree char *subtitle = g_strjoin (" · ", lp_consent_label (consent), agreed, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), wording != NULL ? wording : lp_consent_label (consent));
  adw_action_row_set_subtitle (row, subtitle);
  adw_switch_row_set_active (self->consent_rows[consent], time != 0);
}

static void
show_approval (LpStoryDialog *self)
{
  gint64 time = self->story->approved;
  g_autofree char *clock = time != 0 ? print_time (time) : NULL;
  /* Translators: %s is a time, such as 14:32 */
  g_autofree char *approved = time != 0 ? g_strdup_printf (_("Approved %s"), clock) : NULL;
  const char *ask = self->reworded ? _("The words have changed since. Read the story aloud again.")
                                   : _("Read the whole story aloud first.");

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->approved_row), approved != NULL ? approved : ask);
  adw_switch_row_set_active (self->approved_row, time != 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->approved_row), !lp_story_is_blank (self->story));
}

/* Why it does not count; NULL: it does. */
static const char *
find_obstacle (const LpStory *story)
{
  if (lp_story_is_blank (story))
    return _("Nothing is told yet.");
  if (lp_id_is_set (&story->duplicate_of))
    return _("The same story is counted already.");
  if (story->agreed[LP_CONSENT_KEEP] == 0)
    return _("The teller has not agreed that it is kept.");
  if (story->agreed[LP_CONSENT_QUOTE] == 0)
    return _("The teller has not agreed that it is quoted.");
  if (story->approved == 0)
    return _("The teller has not approved it.");

  return NULL;
}

static void
show_count (LpStoryDialog *self)
{
  const char *obstacle = find_obstacle (self->story);
  LpStoryGoal *goal = lp_loader_get_result (self->goal);
  g_autofree char *of = goal != NULL ? g_strdup_printf (_("of %'u stories"), goal->wanted) : NULL;
  g_autofree char *left = goal != NULL ? lp_story_goal_text (goal->stories, goal->wanted) : NULL;
  g_autofree char *count = goal != NULL ? g_strdup_printf ("%'u %s · %s", goal->stories, of, left) : NULL;

  adw_preferences_group_set_description (self->goal_group, count);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->count_row),
                                 obstacle != NULL ? _("Does not count towards the goal yet") : _("Counts towards the goal"));
  adw_action_row_set_subtitle (self->count_row, obstacle != NULL ? obstacle : "");
  gtk_image_set_from_icon_name (self->count_image,
                                obstacle != NULL ? "lp-story-symbolic" : "object-select-symbolic");
}

static void
show_said (LpStoryDialog *self)
{
  self->showing = TRUE;
  for (guint i = 0; i < LP_N_CONSENTS; i++)
    show_consent (self, i);
  show_approval (self);
  self->showing = FALSE;
  show_count (self);
}

/* What the other note says, so that a wrong code is noticed. */
static void
show_duplicate (LpStoryDialog *self, LpRecord *other, const char *problem)
{
  const char *text = problem;

  if (other != NULL)
    text = lp_record_text (other, LP_NOTE_TEXT);
  gtk_label_set_label (self->duplicate_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->duplicate_label), text != NULL);
}

static gboolean
is_dirty (LpStoryDialog *self)
{
  return !lp_story_equal (self->story, self->saved) || self->masks->len > 0;
}

/* What is on the disk. Before all of it is, the dialog stays: see close_attempt. */
static void
show_saved (LpStoryDialog *self)
{
  g_autofree char *code = self->note != NULL ? lp_record_note_code (self->note) : NULL;
  gboolean all_saved = code != NULL && !is_dirty (self);
  /* Translators: a story’s code, and that all of it is on the disk */
  g_autofree char *saved = all_saved ? g_strdup_printf (_("%s · saved"), code) : NULL;

  adw_window_title_set_subtitle (self->window_title, saved != NULL ? saved : code != NULL ? code : "");
  adw_dialog_set_can_close (ADW_DIALOG (self), !is_dirty (self) && self->saving == NULL);
}

static void
show_story (LpStoryDialog *self)
{
  g_autoptr (LpRecord) other = NULL;
  g_autofree char *code = NULL;

  if (lp_id_is_set (&self->story->duplicate_of))
    other = lp_reader_load (lp_store_get_reader (self->store), LP_NOTE, &self->story->duplicate_of, NULL);
  code = other != NULL ? lp_record_note_code (other) : g_strdup ("");

  self->showing = TRUE;
  for (guint i = 0; i < LP_N_STORY_PARTS; i++)
    {
      lp_text_row_set_text (self->part_rows[i], self->story->parts[i]);
      lp_privacy_notice_set_accepted (self->notices[i], self->story->accepted);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->duplicate_row), code);
  self->showing = FALSE;
  show_duplicate (self, other, NULL);
  show_said (self);
  show_saved (self);
}

/* --- Saving --- */

static void
keep_draft (LpStoryDialog *self)
{
  GPtrArray *drafts = lp_drafts_new ();

  g_ptr_array_add (drafts, lp_story_draft_new (self->story, self->note, self->pending));
  lp_draft_keeper_keep (self->keeper, drafts);
}

/* At once: what is on the disk can be withdrawn, and must not stay in another file. */
static void
forget_draft (LpStoryDialog *self)
{
  g_autoptr (GError) error = NULL;

  lp_draft_keeper_keep (self->keeper, lp_drafts_new ());
  if (!lp_draft_keeper_flush (self->keeper, &error))
    g_info ("The draft of a story was not removed: %s", error->message);
}

/* What was masked goes out of all that the note ever said; that is no step of undo. */
static LpChangeSet *
begin_changes (LpStoryDialog *self)
{
  g_autofree char *code = lp_record_note_code (self->note);
  g_autofree char *title = g_strdup_printf (_("Tell story %s"), code);
  const Mask *mask = self->masks->len > 0 ? g_ptr_array_index (self->masks, 0) : NULL;

  return mask != NULL ? lp_note_privacy_mask (self->note, mask->match, &mask->finding) : lp_change_set_new (title);
}

/* A story that was never begun makes no note. */
static LpChangeSet *
collect (LpStoryDialog *self)
{
  LpReader *reader = lp_store_get_reader (self->store);
  LpChangeSet *changes = NULL;

  if (self->note == NULL)
    {
      changes = lp_pending_note_create (self->pending, reader, &self->meeting);
      lp_story_put (self->story,
                    lp_change_set_put (changes, LP_NOTE, &self->meeting, lp_pending_note_get_id (self->pending)), NULL);
    }
  else
    {
      changes = begin_changes (self);
      lp_story_put (self->story, lp_change_set_put (changes, LP_NOTE, &self->meeting, lp_record_get_id (self->note)),
                    self->note);
    }

  return changes;
}

static void
load_note (LpStoryDialog *self)
{
  LpId id = self->note != NULL ? *lp_record_get_id (self->note) : *lp_pending_note_get_id (self->pending);
  g_autoptr (LpRecord) note = lp_reader_load (lp_store_get_reader (self->store), LP_NOTE, &id, NULL);

  if (note != NULL)
    g_set_object (&self->note, note);
}

static void
fail (LpStoryDialog *self, const GError *error)
{
  g_autofree char *reason = g_strdup_printf (_("The story was not saved: %s It is still here."), error->message);

  self->closing = FALSE;
  show_saved (self);
  adw_banner_set_title (self->failure_banner, reason);
  adw_banner_set_revealed (self->failure_banner, TRUE);
  lp_feedback_not_saved (GTK_WIDGET (self));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpStoryDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LpStory) sent = g_steal_pointer (&self->saving);

  if (!lp_store_commit_finish (LP_STORE (source), result, &error))
    {
      fail (self, error);
      return;
    }
  adw_banner_set_revealed (self->failure_banner, FALSE);
  lp_story_free (self->saved);
  self->saved = g_steal_pointer (&sent);
  if (self->masking)
    g_ptr_array_remove_index (self->masks, 0);
  load_note (self);
  show_saved (self);
  if (is_dirty (self))
    keep_draft (self);
  else
    forget_draft (self);
  /* what was changed meanwhile */
  if (self->closing || self->masks->len > 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "story.save", NULL);
}

static void
save (LpStoryDialog *self)
{
  g_autoptr (LpChangeSet) changes = NULL;

  g_clear_handle_id (&self->save_id, g_source_remove);
  if (self->saving != NULL)
    return;
  if (!is_dirty (self))
    {
      if (self->closing)
        adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  changes = collect (self);
  self->masking = self->note != NULL && self->masks->len > 0;
  self->saving = lp_story_copy (self->story);
  show_saved (self);
  lp_store_commit_async (self->store, changes, NULL, saved_cb, g_object_ref (self));
}

static void
save_later_cb (gpointer data)
{
  LpStoryDialog *self = data;

  self->save_id = 0;
  save (self);
}

static void
save_later (LpStoryDialog *self)
{
  if (self->save_id == 0)
    self->save_id = g_timeout_add_seconds_once (SAVE_AFTER_S, save_later_cb, self);
  show_saved (self);
}

/* The window may be about to close, and waits for what is being saved. */
static void
leave_cb (LpStoryDialog *self)
{
  if (is_dirty (self))
    save (self);
}

static void
save_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save (LP_STORY_DIALOG (widget));
}

/* --- What is changed here --- */

/* What was heard and approved were the words as they stood. */
static void
text_cb (LpStoryDialog *self, GParamSpec *pspec, LpTextRow *row)
{
  g_autoptr (LpStory) before = lp_story_copy (self->story);

  for (guint i = 0; i < LP_N_STORY_PARTS && !self->showing; i++)
    {
      if (self->part_rows[i] == row)
        lp_story_set_part (self->story, i, lp_text_row_get_text (row));
    }
  if (self->showing || lp_story_same_words (before, self->story))
    return;

  self->reworded = self->reworded || self->story->approved != 0;
  self->story->approved = 0;
  show_said (self);
  keep_draft (self);
  save_later (self);
}

static void
announce (LpStoryDialog *self, AdwActionRow *row)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), adw_action_row_get_subtitle (row),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
consent_cb (LpStoryDialog *self, GParamSpec *pspec, AdwSwitchRow *row)
{
  if (self->showing)
    return;

  for (guint i = 0; i < LP_N_CONSENTS; i++)
    {
      if (self->consent_rows[i] == row)
        lp_story_agree (self->story, i, adw_switch_row_get_active (row) ? g_get_real_time () / 1000 : 0);
    }
  show_said (self);
  announce (self, ADW_ACTION_ROW (row));
  save (self);
}

static void
approved_cb (LpStoryDialog *self, GParamSpec *pspec, AdwSwitchRow *row)
{
  if (self->showing)
    return;

  self->story->approved = adw_switch_row_get_active (row) ? g_get_real_time () / 1000 : 0;
  self->reworded = FALSE;
  show_said (self);
  announce (self, ADW_ACTION_ROW (row));
  save (self);
}

/* It is said of the note, whichever part it stands in. */
static void
accepted_cb (LpStoryDialog *self, GParamSpec *pspec, LpPrivacyNotice *notice)
{
  if (self->showing)
    return;

  g_set_str (&self->story->accepted, lp_privacy_notice_get_accepted (notice));
  self->showing = TRUE;
  for (guint i = 0; i < LP_N_STORY_PARTS; i++)
    lp_privacy_notice_set_accepted (self->notices[i], self->story->accepted);
  self->showing = FALSE;
  save_later (self);
}

/* What is not on the disk, nor on its way there, needs no scrubbing. */
static void
masked_cb (LpStoryDialog *self, const char *match, const LpFinding *finding)
{
  Mask *mask = NULL;

  if (self->note == NULL && self->saving == NULL)
    return;

  mask = g_new0 (Mask, 1);
  mask->match = g_strdup (match);
  mask->finding = *finding;
  g_ptr_array_add (self->masks, mask);
  save (self);
}

static void
watch (LpStoryDialog *self)
{
  g_autoptr (LpRosterNames) names = lp_roster_names_new (self->store, &self->meeting);

  for (guint i = 0; i < LP_N_STORY_PARTS; i++)
    {
      self->notices[i] = lp_text_row_watch (self->part_rows[i], names);
      g_signal_connect_object (self->notices[i], "notify::accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->notices[i], "masked", G_CALLBACK (masked_cb), self, G_CONNECT_SWAPPED);
    }
}

static gboolean
is_this_note (LpStoryDialog *self, LpRecord *other)
{
  return self->note != NULL && lp_id_equal (lp_record_get_id (self->note), lp_record_get_id (other));
}

/* While a code is being typed it is none, which is no mistake. */
static void
duplicate_cb (LpStoryDialog *self)
{
  g_autofree char *code = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->duplicate_row))));
  g_autoptr (LpRecord) other = NULL;
  const char *problem = NULL;

  if (self->showing)
    return;

  if (*code != '\0')
    {
      other = lp_note_find_code (lp_store_get_reader (self->store), &self->meeting, code, NULL);
      problem = other == NULL ? _("No note of this meeting has this code.") : NULL;
    }
  if (other != NULL && is_this_note (self, other))
    {
      g_clear_object (&other);
      problem = _("This is the code of this very story.");
    }
  self->story->duplicate_of = other != NULL ? *lp_record_get_id (other) : (LpId) { 0 };
  show_duplicate (self, other, problem);
  show_count (self);
  save_later (self);
}

/* Undone, or changed elsewhere: unless something was changed here too, which then stands. */
static void
store_changed_cb (LpStoryDialog *self, GArray *changes)
{
  gboolean ours = FALSE;

  for (guint i = 0; i < changes->len && self->note != NULL; i++)
    ours = ours || lp_id_equal (&g_array_index (changes, LpChange, i).object, lp_record_get_id (self->note));
  if (!ours || self->saving != NULL || is_dirty (self))
    return;

  load_note (self);
  lp_story_free (self->story);
  lp_story_free (self->saved);
  self->story = lp_story_read (self->note);
  self->saved = lp_story_copy (self->story);
  show_story (self);
}

/* --- Class --- */

/* As a bottom sheet libadwaita 1.7 has by now given the focus to a button, and forgotten what was asked for. */
static gboolean
lp_story_dialog_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LP_STORY_DIALOG (widget)->before_row));
}

static void
lp_story_dialog_close_attempt (AdwDialog *dialog)
{
  LpStoryDialog *self = LP_STORY_DIALOG (dialog);

  self->closing = TRUE;
  save (self);
}

/* The window went away around it. */
static void
lp_story_dialog_unmap (GtkWidget *widget)
{
  LpStoryDialog *self = LP_STORY_DIALOG (widget);

  if (is_dirty (self))
    save (self);

  GTK_WIDGET_CLASS (lp_story_dialog_parent_class)->unmap (widget);
}

static void
lp_story_dialog_dispose (GObject *object)
{
  LpStoryDialog *self = LP_STORY_DIALOG (object);

  g_clear_handle_id (&self->save_id, g_source_remove);
  g_clear_object (&self->goal);
  g_clear_object (&self->keeper);
  g_clear_object (&self->note);
  g_clear_object (&self->pending);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_STORY_DIALOG);

  G_OBJECT_CLASS (lp_story_dialog_parent_class)->dispose (object);
}

static void
lp_story_dialog_finalize (GObject *object)
{
  LpStoryDialog *self = LP_STORY_DIALOG (object);

  g_clear_pointer (&self->masks, g_ptr_array_unref);
  g_clear_pointer (&self->story, lp_story_free);
  g_clear_pointer (&self->saved, lp_story_free);
  g_clear_pointer (&self->saving, lp_story_free);

  G_OBJECT_CLASS (lp_story_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-story-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LpStoryDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, LpStoryDialog, failure_banner);
  gtk_widget_class_bind_template_child (widget_class, LpStoryDialog, before_row);
  gtk_widget_class_bind_template_child (widget_class, LpStoryDialog, turning_point_row);
  gtk_widget_class_bind_template_child (widget_class, LpStoryDialog, today_row);
  gtk_widget_class_bind_template_child (widget_class, LpStoryDialog, helped_row);
  gtk_widget_class_bind_template_child (widget_class, LpStoryDialog, keep_row);
  gtk_widget_class_bind_template_child (widget_class, LpStoryDialog, quote_row);
  gtk_widget_class_bind_template_child (widget_class, LpStoryDialog, publish_row);
  gtk_widget_class_bind_template_child (widget_class, LpStoryDialog, approved_row);
  gtk_widget_class_bind_template_child (widget_class, LpStoryDialog, duplicate_row);
  gtk_widget_class_bind_template_child (widget_class, LpStoryDialog, duplicate_label);
  gtk_widget_class_bind_template_child (widget_class, LpStoryDialog, count_row);
  gtk_widget_class_bind_template_child (widget_class, LpStoryDialog, goal_group);
  gtk_widget_class_bind_template_child (widget_class, LpStoryDialog, count_image);
  gtk_widget_class_bind_template_callback (widget_class, text_cb);
  gtk_widget_class_bind_template_callback (widget_class, consent_cb);
  gtk_widget_class_bind_template_callback (widget_class, approved_cb);
  gtk_widget_class_bind_template_callback (widget_class, duplicate_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
}

static void
lp_story_dialog_class_init (LpStoryDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lp_story_dialog_dispose;
  object_class->finalize = lp_story_dialog_finalize;
  widget_class->grab_focus = lp_story_dialog_grab_focus;
  widget_class->unmap = lp_story_dialog_unmap;
  ADW_DIALOG_CLASS (klass)->close_attempt = lp_story_dialog_close_attempt;

  gtk_widget_class_install_action (widget_class, "story.save", NULL, save_action_cb);
  g_type_ensure (LP_TYPE_TEXT_ROW);
  bind_template (widget_class);
}

static void
lp_story_dialog_init (LpStoryDialog *self)
{
  self->showing = TRUE;
  self->masks = g_ptr_array_new_with_free_func (mask_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  memcpy (self->part_rows,
          ((LpTextRow *[]) { self->before_row, self->turning_point_row, self->today_row, self->helped_row }),
          sizeof self->part_rows);
  memcpy (self->consent_rows, ((AdwSwitchRow *[]) { self->keep_row, self->quote_row, self->publish_row }),
          sizeof self->consent_rows);
  for (guint i = 0; i < LP_N_STORY_PARTS; i++)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->part_rows[i]), lp_story_part_label (i));
  self->showing = FALSE;
}

static LpStoryDialog *
dialog_new (LpStore *store, const LpId *meeting, LpStory *story)
{
  LpStoryDialog *self = g_object_new (LP_TYPE_STORY_DIALOG, NULL);
  g_autofree char *path = lp_draft_story_path (lp_store_get_path (store), meeting);

  self->keeper = lp_draft_keeper_new (path);
  self->store = g_object_ref (store);
  self->meeting = *meeting;
  self->story = story;
  self->saved = lp_story_copy (story);
  self->goal = lp_loader_new (store, meeting, (LpLoad) lp_story_goal_load, (GDestroyNotify) lp_story_goal_free);
  g_signal_connect_object (self->goal, "loaded", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  lp_loader_follow (self->goal, GTK_WIDGET (self));
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  watch (self);

  return self;
}

/** lp_story_dialog_new: for a note that is there; it need not have been told in parts. */
AdwDialog *
lp_story_dialog_new (LpStore *store, LpRecord *note)
{
  LpStoryDialog *self = dialog_new (store, lp_record_get_space (note), lp_story_read (note));

  self->note = g_object_ref (note);
  show_story (self);

  return ADW_DIALOG (self);
}

/**
 * lp_story_dialog_new_told: for a story that is being told.
 * @pending: what is known of it; its text, if any, is the first part, and saved at once
 */
AdwDialog *
lp_story_dialog_new_told (LpStore *store, const LpId *meeting, LpPendingNote *pending)
{
  LpStoryDialog *self = dialog_new (store, meeting, lp_story_new ());

  self->pending = g_object_ref (pending);
  lp_story_set_part (self->story, LP_STORY_BEFORE, lp_pending_note_get_text (pending));
  g_set_str (&self->story->accepted, lp_pending_note_get_accepted (pending));
  show_story (self);
  save (self);

  return ADW_DIALOG (self);
}
