/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-crowd.h"

#include <glib/gi18n.h>

#include "lp-feedback.h"

/* So many are read within a frame. What is read at once is also committed before the next key is. */
#define AT_ONCE 500

/** Deed: from the call to the thread, to the commit, to what is said of it. */
typedef struct
{
  GtkWidget *from;
  LpStore *store;
  LpReader *reader; /* the thread's: it sees the notes as they were when it was decided */
  char *path;
  LpId meeting;
  GArray *nums;
  LpNoteBatch batch;
  char *perspective;
  guint n_done;
} Deed;

static Deed *
deed_new (GtkWidget *from, LpStore *store, GArray *nums)
{
  Deed *self = g_new0 (Deed, 1);

  self->from = g_object_ref (from);
  self->store = g_object_ref (store);
  self->path = g_strdup (lp_store_get_path (store));
  self->nums = g_array_ref (nums);
  return self;
}

static void
deed_free (gpointer data)
{
  Deed *self = data;

  g_object_unref (self->from);
  g_object_unref (self->store);
  g_clear_object (&self->reader);
  g_free (self->path);
  g_array_unref (self->nums);
  g_free (self->perspective);
  g_free (self);
}

/* --- What is said --- */

static char *
say_title (LpBatchDeed deed, guint n)
{
  switch (deed)
    {
    case LP_BATCH_DELETE:
      return g_strdup_printf (ngettext ("Delete %'u note", "Delete %'u notes", n), n);
    case LP_BATCH_RESTORE:
      return g_strdup_printf (ngettext ("Restore %'u note", "Restore %'u notes", n), n);
    case LP_BATCH_ERASE:
      return NULL;
    case LP_BATCH_SHOW:
      return g_strdup_printf (ngettext ("Show %'u note on the wall", "Show %'u notes on the wall", n), n);
    case LP_BATCH_KEEP_OFF:
      return g_strdup_printf (ngettext ("Keep %'u note off the wall", "Keep %'u notes off the wall", n), n);
    case LP_BATCH_MOVE:
      return g_strdup_printf (ngettext ("Move %'u note", "Move %'u notes", n), n);
    default:
      return g_strdup_printf (ngettext ("Change %'u note", "Change %'u notes", n), n);
    }
}

static char *
say_moved (const Deed *deed)
{
  LpReader *reader = lp_store_get_reader (deed->store);
  guint n = deed->n_done;
  g_autoptr (LpRecord) theme = NULL;

  if (!lp_id_is_set (&deed->batch.theme))
    return g_strdup_printf (ngettext ("%'u note taken out of its theme", "%'u notes taken out of their themes", n), n);

  theme = reader != NULL ? lp_reader_load (reader, LP_THEME, &deed->batch.theme, NULL) : NULL;
  /* Translators: notes, and the name of the theme they were moved to */
  return g_strdup_printf (ngettext ("%'u note moved to “%s”", "%'u notes moved to “%s”", n), n,
                          theme != NULL ? lp_record_text (theme, LP_THEME_NAME) : "");
}

static char *
say_done (const Deed *deed)
{
  guint n = deed->n_done;

  switch (deed->batch.deed)
    {
    case LP_BATCH_DELETE:
      return g_strdup_printf (ngettext ("%'u note deleted", "%'u notes deleted", n), n);
    case LP_BATCH_RESTORE:
      return g_strdup_printf (ngettext ("%'u note restored", "%'u notes restored", n), n);
    case LP_BATCH_ERASE:
      return g_strdup_printf (ngettext ("%'u note erased for good", "%'u notes erased for good", n), n);
    case LP_BATCH_SHOW:
      return g_strdup_printf (ngettext ("%'u note put on the wall", "%'u notes put on the wall", n), n);
    case LP_BATCH_KEEP_OFF:
      return g_strdup_printf (ngettext ("%'u note kept off the wall", "%'u notes kept off the wall", n), n);
    case LP_BATCH_READ_BACK:
      return g_strdup_printf (ngettext ("%'u note was read back", "%'u notes were read back", n), n);
    case LP_BATCH_UNCONFIRMED:
      return g_strdup_printf (ngettext ("%'u note was not read back", "%'u notes were not read back", n), n);
    case LP_BATCH_MOVE:
      return say_moved (deed);
    default:
      return g_strdup_printf (ngettext ("%'u note changed", "%'u notes changed", n), n);
    }
}

static const char *
say_failure (LpBatchDeed deed)
{
  switch (deed)
    {
    case LP_BATCH_DELETE:
      return _("The notes were not deleted");
    case LP_BATCH_RESTORE:
      return _("The notes were not restored");
    case LP_BATCH_ERASE:
      return _("The notes were not erased");
    case LP_BATCH_MOVE:
      return _("The notes were not moved");
    default:
      return _("The notes were not changed");
    }
}

/* --- How it is done --- */

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Deed *deed = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = say_done (deed);

  if (!lp_store_commit_finish (LP_STORE (source), result, &error))
    lp_feedback_error (deed->from, say_failure (deed->batch.deed), error);
  else if (deed->batch.deed == LP_BATCH_ERASE)
    lp_feedback_say (deed->from, done);
  else
    lp_feedback_undo (deed->from, done);
  deed_free (deed);
}

/* NULL and an error when the notes could not be read. */
static LpChangeSet *
make_changes (Deed *deed, LpReader *reader, GError **error)
{
  g_autofree char *title = say_title (deed->batch.deed, deed->nums->len);
  g_autoptr (LpChangeSet) changes = lp_change_set_new (title);

  if (!lp_note_batch_add (changes, reader, &deed->meeting, (const gint64 *) deed->nums->data, deed->nums->len, &deed->batch,
                          &deed->n_done, error))
    return NULL;

  return g_steal_pointer (&changes);
}

/* deed: taken; changes: NULL with the error. */
static void
commit (Deed *deed, LpChangeSet *changes, const GError *error)
{
  if (changes != NULL && !lp_change_set_is_empty (changes))
    {
      lp_store_commit_async (deed->store, changes, NULL, committed_cb, deed);
      return;
    }

  if (error != NULL)
    lp_feedback_error (deed->from, say_failure (deed->batch.deed), error);
  deed_free (deed);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Deed *deed = data;
  g_autoptr (GError) error = NULL;
  LpChangeSet *changes = make_changes (deed, deed->reader, &error);

  /* what is erased later must not be seen any longer */
  lp_reader_end (deed->reader);
  if (changes != NULL)
    g_task_return_pointer (task, changes, (GDestroyNotify) lp_change_set_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpChangeSet) changes = g_task_propagate_pointer (G_TASK (result), &error);

  commit (data, changes, error);
}

/* deed: transfer full */
static void
do_deed (Deed *deed)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;

  if (deed->nums->len <= AT_ONCE)
    {
      g_autoptr (LpChangeSet) changes = make_changes (deed, lp_store_get_reader (deed->store), &error);

      commit (deed, changes, error);
      return;
    }
  deed->reader = lp_reader_open (deed->path, &error);
  if (deed->reader == NULL || !lp_reader_begin (deed->reader, &error))
    {
      commit (deed, NULL, error);
      return;
    }
  lp_feedback_toast (deed->from, adw_toast_new (_("This takes a moment…")));
  task = g_task_new (NULL, NULL, made_cb, deed);
  g_task_set_source_tag (task, do_deed);
  g_task_set_task_data (task, deed, NULL);
  g_task_run_in_thread (task, make_in_thread);
}

static void
answered_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  if (g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (dialog), result), "show"))
    do_deed (data);
  else
    deed_free (data);
}

/* Nobody reads many at once; and what is on the wall is read by everybody. deed: transfer full */
static void
ask_to_show (Deed *deed)
{
  guint n = deed->nums->len;
  g_autofree char *heading = g_strdup_printf (ngettext ("Show %'u Note on the Wall?", "Show %'u Notes on the Wall?", n), n);
  AdwDialog *dialog = adw_alert_dialog_new (heading, _("Has somebody read each of them, and is there nothing in them that"
                                                       " tells who somebody is? The review goes through them one by one."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "show", _("_Show Them"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "show", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), deed->from, NULL, answered_cb, deed);
}

void
lp_note_crowd_do (GtkWidget *from, LpStore *store, const LpId *meeting, GArray *nums, const LpNoteBatch *batch)
{
  Deed *deed = deed_new (from, store, nums);

  deed->meeting = *meeting;
  deed->batch = *batch;
  deed->perspective = g_strdup (batch->perspective);
  deed->batch.perspective = deed->perspective;
  if (batch->deed == LP_BATCH_SHOW && nums->len > 1)
    ask_to_show (deed);
  else
    do_deed (deed);
}

/* --- Copy --- */

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Deed *deed = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LpReader) reader = lp_reader_open (deed->path, &error);
  char *texts = NULL;

  if (reader != NULL)
    texts = lp_note_batch_copy_texts (reader, (const gint64 *) deed->nums->data, deed->nums->len, &error);
  if (texts != NULL)
    g_task_return_pointer (task, texts, g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Deed *deed = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *texts = g_task_propagate_pointer (G_TASK (result), &error);
  guint n = deed->nums->len;
  g_autofree char *done = g_strdup_printf (ngettext ("%'u note copied", "%'u notes copied", n), n);

  if (texts != NULL)
    {
      gdk_clipboard_set_text (gtk_widget_get_clipboard (deed->from), texts);
      lp_feedback_toast (deed->from, adw_toast_new (done));
    }
  else
    {
      lp_feedback_error (deed->from, _("The notes were not copied"), error);
    }
  deed_free (deed);
}

void
lp_note_crowd_copy (GtkWidget *from, LpStore *store, GArray *nums)
{
  Deed *deed = deed_new (from, store, nums);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, read_cb, deed);

  g_task_set_source_tag (task, lp_note_crowd_copy);
  g_task_set_task_data (task, deed, NULL);
  g_task_run_in_thread (task, read_in_thread);
}
