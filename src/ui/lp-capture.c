/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-capture.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "lp-attribute-bar.h"
#include "lp-draft-keeper.h"
#include "lp-feedback.h"
#include "lp-kind-badge.h"
#include "lp-kind-toggle.h"
#include "lp-note-input.h"
#include "lp-pending-note.h"
#include "lp-privacy-notice.h"
#include "lp-theme-hint.h"

struct _LpCapture
{
  AdwBin parent_instance;

  LpKindToggle *kind_toggle;
  GtkWidget *field;
  LpKindBadge *badge;
  LpNoteInput *text;
  GtkRevealer *failure_revealer;
  GtkLabel *failure_label;
  GtkRevealer *lines_revealer;
  GtkLabel *lines_label;
  LpPrivacyNotice *privacy;
  LpThemeHint *theme_hint;
  GtkWidget *hints;
  GtkWidget *story_button;
  LpAttributeBar *attribute_bar;

  LpStore *store;
  LpId meeting;
  LpRunner *runner;
  LpDraftKeeper *keeper;
  LpRosterNames *names;
  LpId item;      /* of the agenda, that the kind follows */
  LpId note;      /* that what is in the field will be */
  LpId note_item; /* during which it was begun */
  gboolean follows_late;
  LpNoteAttributes *attributes;
  GListStore *pending; /* of LpPendingNote, newest first */
  gboolean narrow;
  gboolean blank;
};

G_DEFINE_FINAL_TYPE (LpCapture, lp_capture, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_NARROW,
  PROP_BLANK,
  PROP_DETAIL,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

enum {
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_failure (LpCapture *self, const char *reason)
{
  if (reason != NULL)
    gtk_label_set_label (self->failure_label, reason);
  gtk_revealer_set_reveal_child (self->failure_revealer, reason != NULL);
}

/* NULL while the day does not run. */
static LpRecord *
get_item (LpCapture *self)
{
  return self->runner != NULL ? lp_runner_get_item (self->runner, lp_runner_get_state (self->runner)->now) : NULL;
}

/* Takes a kind that the item asks for; one of these that was chosen already stays. */
static void
follow_item (LpCapture *self)
{
  LpRecord *item = get_item (self);
  guint kinds = item != NULL ? lp_kinds_parse (lp_record_text (item, LP_AGENDA_ITEM_KINDS)) : 0;

  self->follows_late = FALSE;
  if (kinds != 0 && (kinds & (1u << lp_kind_toggle_get_kind (self->kind_toggle))) == 0)
    lp_kind_toggle_set_kind (self->kind_toggle, (LpKind) g_bit_nth_lsf (kinds, -1));
}

/* A note that is being typed keeps its kind: it was begun before. */
static void
run_changed_cb (LpCapture *self)
{
  LpRecord *item = get_item (self);
  LpId id = item != NULL ? *lp_record_get_id (item) : (LpId) { 0 };

  if (lp_id_equal (&self->item, &id))
    return;

  self->item = id;
  self->follows_late = !self->blank;
  if (self->blank)
    follow_item (self);
}

/* --- What is in the field --- */

/* Transfer full. */
static LpDraft *
read_field (LpCapture *self)
{
  g_autofree char *text = lp_note_input_get_text (self->text);

  return lp_draft_copy (&(LpDraft) { .note = self->note,
                                     .kind = lp_kind_toggle_get_kind (self->kind_toggle),
                                     .item = self->note_item,
                                     .theme = lp_theme_hint_get_theme (self->theme_hint),
                                     .text = text,
                                     .accepted = (char *) lp_privacy_notice_get_accepted (self->privacy) });
}

static void
fill_field (LpCapture *self, const LpDraft *draft)
{
  self->note = draft->note;
  lp_note_input_set_text (self->text, draft->text);
  lp_kind_toggle_set_kind (self->kind_toggle, draft->kind);
  lp_privacy_notice_set_accepted (self->privacy, draft->accepted);
  lp_theme_hint_set_theme (self->theme_hint, &draft->theme);
  self->note_item = draft->item;
}

static void
clear_field (LpCapture *self)
{
  self->note = lp_id_new ();
  lp_note_input_set_text (self->text, "");
  lp_privacy_notice_set_accepted (self->privacy, NULL);
}

/* What is in no store yet, oldest first: the notes that could not be saved, and what is in the field. Transfer full. */
static GPtrArray *
gather_unsaved (LpCapture *self)
{
  GPtrArray *drafts = lp_drafts_new ();
  GListModel *pending = G_LIST_MODEL (self->pending);

  for (guint i = g_list_model_get_n_items (pending); i > 0; i--)
    {
      g_autoptr (LpPendingNote) note = g_list_model_get_item (pending, i - 1);

      g_ptr_array_add (drafts, lp_pending_note_dup_draft (note));
    }
  if (!self->blank)
    g_ptr_array_add (drafts, read_field (self));

  return drafts;
}

static void
keep_draft (LpCapture *self)
{
  if (self->keeper != NULL)
    lp_draft_keeper_keep (self->keeper, gather_unsaved (self));
}

/* Of a draft that was sent the file may have stayed, when the app ended just then. */
static gboolean
is_sent (LpCapture *self, const LpDraft *draft)
{
  g_autoptr (LpRecord) note = lp_reader_load (lp_store_get_reader (self->store), LP_NOTE, &draft->note, NULL);

  return note != NULL;
}

/* What cannot be read is not thrown away: somebody may know how to. */
static void
put_aside (LpCapture *self, const char *path)
{
  g_autofree char *aside = g_strconcat (path, ".bad", NULL);
  g_autofree char *name = g_path_get_basename (aside);
  g_autofree char *words =
      g_strdup_printf (_("What was typed last could not be read. It was put aside as “%s”, beside the database."), name);

  g_rename (path, aside);
  show_failure (self, words);
}

/* What was sent goes on its way again, each note for itself; what was being typed is in the field. */
static void
take_drafts (LpCapture *self, GPtrArray *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      const LpDraft *draft = g_ptr_array_index (drafts, i);

      if (is_sent (self, draft))
        continue;
      if (draft->sent)
        {
          g_autoptr (LpPendingNote) note = lp_pending_note_new_sent (draft);

          g_list_store_insert (self->pending, 0, note);
        }
      else
        {
          fill_field (self, draft);
        }
    }
}

/* What was being typed when the app ended, or the meeting was left. */
static void
load_drafts (LpCapture *self)
{
  g_autofree char *path = lp_draft_path (lp_store_get_path (self->store), &self->meeting);
  g_autoptr (LpDraftKeeper) keeper = lp_draft_keeper_new (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = lp_draft_keeper_load (keeper, &error);

  if (error != NULL)
    put_aside (self, path);
  if (drafts != NULL)
    take_drafts (self, drafts);
  self->keeper = g_steal_pointer (&keeper);
  /* so that the file is written anew, or goes */
  if (drafts != NULL)
    lp_draft_keeper_keep (self->keeper, g_steal_pointer (&drafts));
  keep_draft (self);
}

/* --- One note per line --- */

static guint
count_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_lines = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n_lines += *g_strstrip (lines[i]) != '\0';

  return n_lines;
}

/* Words that were typed elsewhere come as a list of notes, often. */
static void
pasted_cb (LpCapture *self)
{
  g_autofree char *text = lp_note_input_get_text (self->text);
  guint n_lines = count_lines (text);
  g_autofree char *words = g_strdup_printf (
      ngettext ("%'u line was pasted.", "%'u lines were pasted. Return saves them as one note.", n_lines), n_lines);

  gtk_label_set_label (self->lines_label, words);
  gtk_revealer_set_reveal_child (self->lines_revealer, n_lines > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "capture.save-lines", n_lines > 1);
  if (n_lines > 1)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->text), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
forget_lines (LpCapture *self)
{
  gtk_revealer_set_reveal_child (self->lines_revealer, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "capture.save-lines", FALSE);
}

/* --- Following --- */

static void
text_changed_cb (LpCapture *self)
{
  gboolean blank = lp_note_input_is_blank (self->text);

  if (self->blank == blank)
    {
      keep_draft (self);
      return;
    }

  self->blank = blank;
  if (!blank)
    self->note_item = self->item;
  else
    forget_lines (self);
  if (blank && self->follows_late)
    follow_item (self);
  keep_draft (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BLANK]);
}

static void
kind_cb (LpCapture *self)
{
  /* Translators: the field for a note, and the kind of note it takes */
  g_autofree char *name =
      g_strdup_printf (_("Note, %s"), lp_kind_label (lp_kind_toggle_get_kind (self->kind_toggle)));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  keep_draft (self);
  gtk_widget_set_visible (self->story_button, lp_kind_toggle_get_kind (self->kind_toggle) == LP_KIND_STORY);
}

static void
forget (LpCapture *self, LpPendingNote *note)
{
  guint position = 0;

  if (g_list_store_find (self->pending, note, &position))
    g_list_store_remove (self->pending, position);
  keep_draft (self);
}

/* Back into the field, if that is free; else the note stays in the list with its reason, and is tried again
 * later. */
static void
take_back (LpCapture *self, LpPendingNote *note, const GError *error)
{
  g_autofree char *here = g_strdup_printf (
      _("The note was not saved: %s It is still here; press Return to try again."), error->message);
  g_autofree char *there = g_strdup_printf (
      _("A note was not saved: %s It is kept below and will be tried again."), error->message);
  g_autoptr (LpDraft) draft = NULL;

  lp_feedback_not_saved (GTK_WIDGET (self));
  if (!self->blank)
    {
      lp_pending_note_set_reason (note, error->message);
      show_failure (self, there);
      return;
    }
  draft = lp_pending_note_dup_draft (note);
  fill_field (self, draft);
  lp_note_attributes_copy (self->attributes, lp_pending_note_get_attributes (note));
  forget (self, note);
  show_failure (self, here);
}

typedef struct {
  LpCapture *capture;
  LpPendingNote *note;
} Commit;

static void
commit_free (Commit *commit)
{
  g_object_unref (commit->capture);
  g_object_unref (commit->note);
  g_free (commit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Commit, commit_free)

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Commit) commit = data;
  g_autoptr (GError) error = NULL;
  LpCapture *self = commit->capture;

  if (!lp_store_commit_finish (LP_STORE (source), result, &error))
    {
      take_back (self, commit->note, error);
      return;
    }
  show_failure (self, NULL);
  forget (self, commit->note);
  g_signal_emit (self, signals[SAVED], 0, lp_pending_note_get_id (commit->note));
  /* there is room again: those that failed may succeed now */
  lp_capture_retry (self);
}

static void
commit_note (LpCapture *self, LpPendingNote *note)
{
  g_autoptr (LpChangeSet) changes =
      lp_pending_note_create (note, lp_store_get_reader (self->store), &self->meeting);
  Commit *commit = g_new0 (Commit, 1);

  commit->capture = g_object_ref (self);
  commit->note = g_object_ref (note);
  lp_store_commit_async (self->store, changes, NULL, committed_cb, commit);
}

/* Oldest first. */
static void
commit_all (LpCapture *self)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->pending)); i-- > 0;)
    {
      g_autoptr (LpPendingNote) note = g_list_model_get_item (G_LIST_MODEL (self->pending), i);

      commit_note (self, note);
    }
}

static void
send_note (LpCapture *self, const LpDraft *draft)
{
  g_autoptr (LpPendingNote) note = lp_pending_note_new (draft, self->attributes);

  g_list_store_insert (self->pending, 0, note);
  commit_note (self, note);
}

static void
save_lines_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpCapture *self = LP_CAPTURE (widget);
  g_autoptr (LpDraft) draft = read_field (self);
  g_auto (GStrv) lines = g_strsplit (draft->text, "\n", -1);

  /* it was chosen for what all of them say together */
  draft->theme = (LpId) { 0 };
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) == '\0')
        continue;

      g_set_str (&draft->text, lines[i]);
      send_note (self, draft);
      draft->note = lp_id_new ();
    }
  clear_field (self);
  lp_capture_focus (self);
}

/* The list shows a note as soon as it is in the store; it must not show the pending one too until the
 * callback. */
static void
store_changed_cb (LpCapture *self, GArray *changes)
{
  gboolean removed = FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      const LpChange *change = &g_array_index (changes, LpChange, i);

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (self->pending)); j++)
        {
          g_autoptr (LpPendingNote) note = g_list_model_get_item (G_LIST_MODEL (self->pending), j);

          if (change->entity == LP_NOTE && lp_id_equal (&change->object, lp_pending_note_get_id (note)))
            {
              g_list_store_remove (self->pending, j);
              removed = TRUE;
              break;
            }
        }
    }
  if (removed)
    keep_draft (self);
}

/* Who goes on to the next item is done with this note. */
static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lp_capture_save (LP_CAPTURE (widget));
  gtk_widget_activate_action (widget, "meeting.next", NULL);
}

static void
set_narrow (LpCapture *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  gtk_widget_set_visible (self->hints, !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->attribute_bar), !narrow);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
}

static void
lp_capture_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LpCapture *self = LP_CAPTURE (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_BLANK:
      g_value_set_boolean (value, self->blank);
      break;
    case PROP_DETAIL:
      g_object_get_property (G_OBJECT (self->kind_toggle), "detail", value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_capture_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LpCapture *self = LP_CAPTURE (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_DETAIL:
      g_object_set_property (G_OBJECT (self->kind_toggle), "detail", value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lp_capture_dispose (GObject *object)
{
  LpCapture *self = LP_CAPTURE (object);

  g_clear_object (&self->pending);
  g_clear_object (&self->attributes);
  g_clear_object (&self->runner);
  g_clear_object (&self->keeper);
  g_clear_object (&self->names);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_CAPTURE);

  G_OBJECT_CLASS (lp_capture_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_BLANK] =
      g_param_spec_boolean ("blank", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_DETAIL] = g_param_spec_int ("detail", NULL, NULL, LP_KIND_DETAIL_SYMBOL, LP_KIND_DETAIL_KEY,
                                         LP_KIND_DETAIL_KEY, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
lp_capture_class_init (LpCaptureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lp_capture_get_property;
  object_class->set_property = lp_capture_set_property;
  object_class->dispose = lp_capture_dispose;
  install_properties (object_class);

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (LP_TYPE_ATTRIBUTE_BAR);
  g_type_ensure (LP_TYPE_KIND_BADGE);
  g_type_ensure (LP_TYPE_KIND_TOGGLE);
  g_type_ensure (LP_TYPE_NOTE_INPUT);
  g_type_ensure (LP_TYPE_PRIVACY_NOTICE);
  g_type_ensure (LP_TYPE_THEME_HINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-capture.ui");
  gtk_widget_class_bind_template_child (widget_class, LpCapture, kind_toggle);
  gtk_widget_class_bind_template_child (widget_class, LpCapture, field);
  gtk_widget_class_bind_template_child (widget_class, LpCapture, badge);
  gtk_widget_class_bind_template_child (widget_class, LpCapture, text);
  gtk_widget_class_bind_template_child (widget_class, LpCapture, failure_revealer);
  gtk_widget_class_bind_template_child (widget_class, LpCapture, failure_label);
  gtk_widget_class_bind_template_child (widget_class, LpCapture, lines_revealer);
  gtk_widget_class_bind_template_child (widget_class, LpCapture, lines_label);
  gtk_widget_class_bind_template_child (widget_class, LpCapture, privacy);
  gtk_widget_class_bind_template_child (widget_class, LpCapture, theme_hint);
  gtk_widget_class_bind_template_child (widget_class, LpCapture, hints);
  gtk_widget_class_bind_template_child (widget_class, LpCapture, story_button);
  gtk_widget_class_bind_template_child (widget_class, LpCapture, attribute_bar);
  gtk_widget_class_install_action (widget_class, "capture.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "capture.save-lines", NULL, save_lines_action);
  gtk_widget_class_bind_template_callback (widget_class, keep_draft);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, lp_capture_focus);
  gtk_widget_class_bind_template_callback (widget_class, lp_capture_save);
  gtk_widget_class_bind_template_callback (widget_class, pasted_cb);
}

static void
lp_capture_init (LpCapture *self)
{
  self->blank = TRUE;
  self->note = lp_id_new ();
  self->pending = g_list_store_new (LP_TYPE_PENDING_NOTE);
  self->attributes = lp_note_attributes_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  lp_attribute_bar_set_attributes (self->attribute_bar, self->attributes);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), "changed",
                           G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  forget_lines (self);
  kind_cb (self);
}

/* Once, before the list of notes is made: see store_changed_cb (). */
void
lp_capture_set_store (LpCapture *self, LpStore *store, const LpId *meeting)
{
  g_return_if_fail (LP_IS_CAPTURE (self));
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  self->meeting = *meeting;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  lp_attribute_bar_set_meeting (self->attribute_bar, store, meeting);
  self->names = lp_roster_names_new (store, meeting);
  lp_privacy_notice_watch (self->privacy, GTK_TEXT_VIEW (self->text), self->names);
  lp_theme_hint_watch (self->theme_hint, self->text, store);
  load_drafts (self);
  commit_all (self);
}

/* The themes of the same meeting. */
void
lp_capture_advise (LpCapture *self, LpThemeAdviser *adviser)
{
  lp_theme_hint_advise (self->theme_hint, adviser);
}

/* A note belongs to the item during which it was begun, and its kind follows that. */
void
lp_capture_follow (LpCapture *self, LpRunner *runner)
{
  g_return_if_fail (self->runner == NULL);

  self->runner = g_object_ref (runner);
  g_signal_connect_object (runner, "changed", G_CALLBACK (run_changed_cb), self, G_CONNECT_SWAPPED);
  run_changed_cb (self);
}

void
lp_capture_remember (LpCapture *self, GSettings *settings)
{
  lp_note_attributes_remember (self->attributes, settings);
}

LpNoteAttributes *
lp_capture_get_attributes (LpCapture *self)
{
  return self->attributes;
}

/* Of LpPendingNote. */
GListModel *
lp_capture_get_pending (LpCapture *self)
{
  return G_LIST_MODEL (self->pending);
}

/* Where typing goes. */
GtkWidget *
lp_capture_get_text (LpCapture *self)
{
  return GTK_WIDGET (self->text);
}

void
lp_capture_add_keys (LpCapture *self, GtkWidget *within)
{
  lp_kind_toggle_add_keys (self->kind_toggle, within);
  lp_attribute_bar_add_keys (self->attribute_bar, within);
}

/* Clears the field at once, so that typing goes on. A blank note is none. */
void
lp_capture_save (LpCapture *self)
{
  g_autoptr (LpDraft) draft = NULL;

  if (self->blank)
    return;

  draft = read_field (self);
  send_note (self, draft);
  clear_field (self);
}

/**
 * lp_capture_keep: writes down what is in the field, and waits until it is on the disk: it will be there again. Where that
 * cannot be, it says so by "win.not-saved".
 */
void
lp_capture_keep (LpCapture *self)
{
  g_autoptr (GError) error = NULL;

  lp_capture_retry (self);
  keep_draft (self);
  if (self->keeper != NULL && !lp_draft_keeper_flush (self->keeper, &error))
    lp_feedback_error (GTK_WIDGET (self), _("What was typed last could not be written down"), error);
}

/* What is in the field, which may be nothing, as a story to be told in parts; the field is cleared. Transfer full. */
LpPendingNote *
lp_capture_take_story (LpCapture *self)
{
  g_autoptr (LpDraft) draft = read_field (self);
  LpPendingNote *note = NULL;

  lp_kind_toggle_set_kind (self->kind_toggle, LP_KIND_STORY);
  draft->kind = LP_KIND_STORY;
  if (self->blank)
    draft->item = self->item;
  note = lp_pending_note_new (draft, self->attributes);
  clear_field (self);

  return note;
}

/* Those that could not be saved, oldest first. */
void
lp_capture_retry (LpCapture *self)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->pending)); i-- > 0;)
    {
      g_autoptr (LpPendingNote) note = g_list_model_get_item (G_LIST_MODEL (self->pending), i);

      if (lp_pending_note_get_reason (note) == NULL)
        continue;

      lp_pending_note_set_reason (note, NULL);
      commit_note (self, note);
    }
}

void
lp_capture_focus (LpCapture *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
