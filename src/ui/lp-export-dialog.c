/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-export-dialog.h"

#include "lp-export-losses.h"
#include "lp-export.h"
#include "lp-page-title.h"
#include "lp-story-count.h"
#include "lp-trace.h"

#include <glib/gi18n.h>

/* What takes no longer needs no progress bar. */
#define TICK_MS 100
#define PATIENCE_TICKS 5
#define WHOLE 1000

struct _LpExportDialog {
  AdwDialog        parent_instance;

  GtkStack        *stack;
  GtkWidget       *failure;
  AdwActionRow    *failure_row;
  AdwToggleGroup  *variants;
  GtkLabel        *caption;
  LpExportLosses  *losses;
  GtkCheckButton  *workbook;
  GtkCheckButton  *csv;
  GtkWidget       *whole_row;
  GtkCheckButton  *whole;
  GtkCheckButton  *count;
  GtkButton       *export_button;
  GtkLabel        *writing;
  GtkProgressBar  *progress;

  LpStore         *store;
  LpId             meeting;
  GTask           *task;         /* while it writes */
  GCancellable    *cancellable;
  guint            tick;
  guint            n_ticks;
};

/* What the thread is told, and where it tells how far it is. */
typedef struct {
  char           *database;
  char           *path;
  LpId            meeting;
  LpExportOptions options;
  gboolean        counts;        /* stories, and writes no word of them */
  LpExportResult  result;
  int             done;          /* of WHOLE; atomic */
} Job;

G_DEFINE_FINAL_TYPE (LpExportDialog, lp_export_dialog, ADW_TYPE_DIALOG)

enum {
  EXPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->database);
  g_free (job->path);
  g_free (job);
}

static void
progress_cb (double   fraction,
             gpointer data)
{
  Job *job = data;

  g_atomic_int_set (&job->done, (int) (fraction * WHOLE));
}

static gboolean
write_count (LpReader  *reader,
             Job       *job,
             GError   **error)
{
  g_autoptr (LpStoryGoal) goal = lp_story_goal_load (reader, &job->meeting, error);

  return goal != NULL && lp_story_count_write (goal, job->path, error);
}

static gboolean
write_file (Job           *job,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (LpReader) reader = lp_reader_open (job->database, error);

  if (reader == NULL)
    return FALSE;
  if (job->counts)
    return write_count (reader, job, error);
  return lp_export (reader, &job->meeting, job->path, &job->options, cancellable, progress_cb, job, &job->result, error);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (write_file (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static LpVariant
get_variant (LpExportDialog *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->variants), "internal") == 0 ? LP_VARIANT_INTERNAL : LP_VARIANT_PUBLIC;
}

/* What is left out is told of what leaves something out. */
static void
variant_cb (LpExportDialog *self)
{
  static const char *const captions[LP_N_VARIANTS] = {
    [LP_VARIANT_PUBLIC] = N_("For a report, the press and the ministry. Names are never in it."),
    [LP_VARIANT_INTERNAL] = N_("Confidential: every note as it was said, and the participants by name. Do not pass it on."),
  };

  gboolean internal = FALSE;

  if (self->losses == NULL || self->count == NULL)
    return;
  internal = get_variant (self) == LP_VARIANT_INTERNAL;
  /* there is no public one of everything */
  gtk_widget_set_visible (self->whole_row, internal);
  if (!internal && gtk_check_button_get_active (self->whole))
    gtk_check_button_set_active (self->workbook, TRUE);
  gtk_label_set_label (self->caption, _(captions[get_variant (self)]));
  gtk_widget_set_visible (GTK_WIDGET (self->losses), !internal && !gtk_check_button_get_active (self->count));
}

static const char *
get_ending (LpExportDialog *self)
{
  if (gtk_check_button_get_active (self->count))
    return ".html";
  if (gtk_check_button_get_active (self->whole))
    return ".json";
  return gtk_check_button_get_active (self->csv) ? ".csv" : ".xlsx";
}

static char *
suggest_name (LpExportDialog *self)
{
  g_autoptr (LpRecord) meeting = lp_reader_load (lp_store_get_reader (self->store), LP_MEETING, &self->meeting, NULL);
  g_autofree char *name = NULL;

  if (meeting == NULL)
    return g_strconcat (_("Meeting"), get_ending (self), NULL);
  name = g_strjoin (" ", lp_record_text (meeting, LP_MEETING_TITLE), lp_record_text (meeting, LP_MEETING_DATE),
                    get_variant (self) == LP_VARIANT_INTERNAL ? _("(internal)") : NULL, NULL);
  g_strdelimit (name, "/", '-');
  return g_strconcat (g_strstrip (name), get_ending (self), NULL);
}

/* Each state has the focus somewhere: without it no key would do anything, Escape neither. While it writes that
 * is not Cancel: who presses Return twice, or for long, wants the file. */
static void
show_state (LpExportDialog *self,
            gboolean        busy)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose-file", !busy);
  adw_dialog_set_can_close (ADW_DIALOG (self), !busy);
  if (!busy)
    gtk_stack_set_visible_child_name (self->stack, "choice");
  gtk_widget_set_focusable (GTK_WIDGET (self->stack), busy);
  gtk_widget_grab_focus (busy ? GTK_WIDGET (self->stack) : GTK_WIDGET (self->export_button));
}

/* Beside the choice, where another place can be chosen at once. */
static void
show_failure (LpExportDialog *self,
              const char     *path,
              const GError   *error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *title = g_strdup_printf (_("“%s” was not written"), name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->failure_row), title);
  adw_action_row_set_subtitle (self->failure_row, error->message);
  gtk_widget_set_visible (self->failure, TRUE);
  gtk_button_set_label (self->export_button, _("_Export Elsewhere"));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), title, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
stop_ticking (LpExportDialog *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->task);
}

/* That the file is there is what was asked for; that it was noted is for later. */
static void
traced_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;

  if (!lp_store_commit_finish (LP_STORE (source), result, &error))
    g_message ("The export was not noted: %s", error->message);
}

static void
leave_trace (LpExportDialog *self,
             const Job      *job)
{
  const char *variant = job->counts ? LP_TRACE_STORY_COUNT : lp_export_variant (job->path);
  g_autoptr (LpChangeSet) changes = lp_trace_new (&self->meeting, job->path, variant);

  lp_store_commit_async (self->store, changes, NULL, traced_cb, NULL);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  LpExportDialog *self = LP_EXPORT_DIALOG (object);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean written = g_task_propagate_boolean (G_TASK (result), &error);

  stop_ticking (self);
  show_state (self, FALSE);
  if (written)
    {
      leave_trace (self, job);
      g_signal_emit (self, signals[EXPORTED], 0, job->path, job->result.notes);
      adw_dialog_close (ADW_DIALOG (self));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_failure (self, job->path, error);
}

static gboolean
tick_cb (gpointer data)
{
  LpExportDialog *self = data;
  Job *job = g_task_get_task_data (self->task);

  if (++self->n_ticks == PATIENCE_TICKS)
    gtk_stack_set_visible_child_name (self->stack, "writing");
  gtk_progress_bar_set_fraction (self->progress, (double) g_atomic_int_get (&job->done) / WHOLE);
  return G_SOURCE_CONTINUE;
}

static void
start_writing (LpExportDialog *self,
               const char     *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *words = g_strdup_printf (_("Writing “%s”"), name);
  Job *job = g_new0 (Job, 1);

  job->database = g_strdup (lp_store_get_path (self->store));
  job->path = g_strdup (path);
  job->meeting = self->meeting;
  job->options = (LpExportOptions) { get_variant (self), lp_export_losses_get_limit (self->losses) };
  job->counts = gtk_check_button_get_active (self->count) && lp_story_count_has_ending (path);

  gtk_label_set_label (self->writing, words);
  gtk_widget_set_visible (self->failure, FALSE);
  show_state (self, TRUE);
  self->cancellable = g_cancellable_new ();
  self->task = g_task_new (self, self->cancellable, written_cb, NULL);
  g_task_set_source_tag (self->task, start_writing);
  g_task_set_task_data (self->task, job, job_free);
  self->n_ticks = 0;
  self->tick = g_timeout_add (TICK_MS, tick_cb, self);
  g_task_run_in_thread (self->task, write_in_thread);
}

/* A file of everything is never written by a mere ending: it must have been chosen. */
static gboolean
has_known_ending (LpExportDialog *self,
                  const char     *path)
{
  if (g_str_has_suffix (path, ".xlsx") || g_str_has_suffix (path, ".csv"))
    return TRUE;
  if (gtk_check_button_get_active (self->count))
    return lp_story_count_has_ending (path);
  return gtk_check_button_get_active (self->whole) && g_str_has_suffix (path, ".json");
}

/* The ending tells the format. A name that got its ending here has not been asked about: it must not replace a file. */
static char *
complete_path (LpExportDialog  *self,
               const char      *path,
               GError         **error)
{
  g_autofree char *complete = NULL;

  if (has_known_ending (self, path))
    return g_strdup (path);
  complete = g_strconcat (path, get_ending (self), NULL);
  if (!g_file_test (complete, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&complete);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("There is already a file of that name. Choose another name."));
  return NULL;
}

static void
file_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (LpExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);
  g_autofree char *path = NULL;

  show_state (self, FALSE);
  if (file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        show_failure (self, "", error);
      return;
    }
  if (g_file_peek_path (file) == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("Choose a folder on this computer."));
  else
    path = complete_path (self, g_file_peek_path (file), &error);
  if (path != NULL)
    start_writing (self, path);
  else
    {
      g_autofree char *name = g_file_get_basename (file);

      show_failure (self, name, error);
    }
}

static GListModel *
make_filters (LpExportDialog *self)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (gtk_check_button_get_active (self->count))
    {
      gtk_file_filter_set_name (filter, _("Number of stories (.html, .json)"));
      gtk_file_filter_add_suffix (filter, "json");
    }
  else if (gtk_check_button_get_active (self->whole))
    {
      gtk_file_filter_set_name (filter, _("Whole meetings (.json)"));
    }
  else
    {
      gtk_file_filter_set_name (filter, gtk_check_button_get_active (self->csv) ? _("Notes (.csv)") : _("Workbooks (.xlsx)"));
    }
  gtk_file_filter_add_suffix (filter, get_ending (self) + 1);
  g_list_store_append (filters, filter);
  return G_LIST_MODEL (filters);
}

static void
choose_file_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  LpExportDialog *self = LP_EXPORT_DIALOG (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = make_filters (self);
  g_autofree char *suggestion = suggest_name (self);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = g_file_new_for_path (documents ? documents : g_get_home_dir ());

  gtk_file_dialog_set_title (dialog, _("Export"));
  gtk_file_dialog_set_accept_label (dialog, _("_Export"));
  gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_set_initial_name (dialog, suggestion);
  gtk_file_dialog_set_filters (dialog, filters);
  show_state (self, TRUE);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, file_chosen_cb, g_object_ref (self));
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  LpExportDialog *self = LP_EXPORT_DIALOG (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    adw_dialog_close (ADW_DIALOG (self));
}

/* The dialog takes the focus once its sheet is open. As a bottom sheet, in a narrow window, libadwaita 1.7 has by
 * then given it to the first button, which is Cancel, and forgotten which one was asked for. */
static gboolean
lp_export_dialog_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LP_EXPORT_DIALOG (widget)->export_button));
}

static void
lp_export_dialog_close_attempt (AdwDialog *dialog)
{
  LpExportDialog *self = LP_EXPORT_DIALOG (dialog);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
lp_export_dialog_dispose (GObject *object)
{
  LpExportDialog *self = LP_EXPORT_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  stop_ticking (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_export_dialog_parent_class)->dispose (object);
}

static void
lp_export_dialog_class_init (LpExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_export_dialog_dispose;
  widget_class->grab_focus = lp_export_dialog_grab_focus;
  ADW_DIALOG_CLASS (klass)->close_attempt = lp_export_dialog_close_attempt;

  signals[EXPORTED] = g_signal_new ("exported", LP_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);

  gtk_widget_class_install_action (widget_class, "export.choose-file", NULL, choose_file_action);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel_action);

  g_type_ensure (LP_TYPE_EXPORT_LOSSES);
  g_type_ensure (LP_TYPE_PAGE_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, failure_row);
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, variants);
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, caption);
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, losses);
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, workbook);
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, csv);
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, whole_row);
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, whole);
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, count);
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, writing);
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, progress);
  gtk_widget_class_bind_template_callback (widget_class, variant_cb);
}

static void
lp_export_dialog_init (LpExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
lp_export_dialog_new (LpStore    *store,
                      const LpId *meeting)
{
  LpExportDialog *self = g_object_new (LP_TYPE_EXPORT_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->meeting = *meeting;
  lp_export_losses_watch (self->losses, store, meeting);
  variant_cb (self);
  return ADW_DIALOG (self);
}
