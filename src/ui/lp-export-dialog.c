/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-export-dialog.h"

#include "lp-export-losses.h"
#include "lp-export-toast.h"
#include "lp-export-job.h"
#include "lp-page-title.h"
#include "lp-save-file.h"
#include "lp-trace.h"

#include <glib/gi18n.h>
#include <string.h>

/* What takes no longer needs no progress bar. */
#define TICK_MS 100
#define PATIENCE_TICKS 5

struct _LpExportDialog {
  AdwDialog             parent_instance;

  GtkStack             *stack;
  GtkWidget            *nothing;
  GtkWidget            *failure;
  AdwActionRow         *failure_row;
  AdwToggleGroup       *variants;
  GtkLabel             *caption;
  LpExportLosses       *losses;
  AdwPreferencesGroup  *files;
  AdwExpanderRow       *more;
  GtkCheckButton       *checks[LP_N_DOCUMENTS];
  GtkWidget            *rows[LP_N_DOCUMENTS];
  GtkButton            *export_button;
  GtkLabel             *writing;
  GtkProgressBar       *progress;

  LpStore              *store;
  LpEntity              entity;      /* a meeting, or a panel */
  LpId                  id;          /* of that */
  GtkWidget            *from;        /* where it was asked for; weak */
  LpExportJob          *job;         /* while it writes; so below */
  GCancellable         *cancellable;
  guint                 tick;
  guint                 n_ticks;
};

G_DEFINE_FINAL_TYPE (LpExportDialog, lp_export_dialog, ADW_TYPE_DIALOG)

static LpVariant
get_variant (LpExportDialog *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->variants), "internal") == 0 ? LP_VARIANT_INTERNAL : LP_VARIANT_PUBLIC;
}

static gboolean
is_chosen (LpExportDialog *self,
           LpDocument      document)
{
  return gtk_check_button_get_active (self->checks[document]);
}

static guint
count_chosen (LpExportDialog *self)
{
  guint n = 0;

  for (LpDocument i = 0; i < LP_N_DOCUMENTS; i++)
    n += is_chosen (self, i);
  return n;
}

static LpDocument
get_first (LpExportDialog *self)
{
  LpDocument first = 0;

  while (first < LP_N_DOCUMENTS - 1 && !is_chosen (self, first))
    first++;
  return first;
}

/* What is left out is told of what leaves something out. */
static void
choice_cb (LpExportDialog *self)
{
  static const char *const captions[LP_N_VARIANTS] = {
    [LP_VARIANT_PUBLIC] = N_("For a report, the press and the ministry. No participant is named."),
    [LP_VARIANT_INTERNAL] = N_("Confidential: every note as it was said, and the participants by name. Do not pass it on."),
  };
  gboolean internal = get_variant (self) == LP_VARIANT_INTERNAL;
  gboolean of_panel = self->entity == LP_PANEL;
  gboolean loses = FALSE;
  guint n_chosen = 0;

  if (self->store == NULL)
    return;
  /* there is no public one of everything */
  gtk_widget_set_visible (self->rows[LP_DOCUMENT_MEETING], internal && !of_panel);
  if (!internal)
    gtk_check_button_set_active (self->checks[LP_DOCUMENT_MEETING], FALSE);
  n_chosen = count_chosen (self);
  gtk_label_set_label (self->caption, _(captions[get_variant (self)]));
  loses = !internal && n_chosen > (is_chosen (self, LP_DOCUMENT_STORY_COUNT) ? 1 : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->losses), loses);
  gtk_widget_set_visible (self->nothing, loses && lp_export_losses_is_all (self->losses));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose-file", n_chosen > 0);
}

/* "Kick-off 2026-11-24", or the panel's name. */
static char *
name_subject (LpExportDialog *self)
{
  g_autoptr (LpRecord) record = lp_reader_load (lp_store_get_reader (self->store), self->entity, &self->id, NULL);

  if (record == NULL)
    return g_strdup (_("Meeting"));
  if (self->entity == LP_PANEL)
    return g_strdup (lp_record_text (record, LP_PANEL_NAME));
  return g_strjoin (" ", lp_record_text (record, LP_MEETING_TITLE), lp_record_text (record, LP_MEETING_DATE), NULL);
}

/* "Kick-off 2026-11-24 (internal).xlsx" */
static char *
suggest_name (LpExportDialog *self,
              LpDocument      document)
{
  const LpDocumentInfo *info = lp_document_info (document);
  g_autofree char *subject = name_subject (self);
  g_autoptr (GString) name = g_string_new (subject);

  if (info->file != NULL)
    g_string_append_printf (name, " %s", _(info->file));
  if (get_variant (self) == LP_VARIANT_INTERNAL)
    g_string_append_printf (name, " %s", _("(internal)"));
  g_string_append (name, info->ending);
  g_strdelimit (name->str, "/", '-');
  return g_strdup (g_strchug (name->str));
}

/* Each state has the focus somewhere: without it no key would do anything, Escape neither. While it writes that
 * is not Cancel: who presses Return twice, or for long, wants the file. */
static void
show_state (LpExportDialog *self,
            gboolean        busy)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose-file", !busy && count_chosen (self) > 0);
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
  gboolean whole = *name != '\0' && strstr (error->message, name) != NULL; /* it says so itself */

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->failure_row), whole ? error->message : title);
  adw_action_row_set_subtitle (self->failure_row, whole ? "" : error->message);
  gtk_widget_set_visible (self->failure, TRUE);
  gtk_button_set_label (self->export_button, _("_Export Elsewhere"));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), whole ? error->message : title, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
stop_ticking (LpExportDialog *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->job, lp_export_job_unref);
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

/* The meetings whose words are in what was written. Transfer full. */
static GArray *
list_meetings (LpExportDialog *self)
{
  GArray *meetings = NULL;

  if (self->entity == LP_PANEL)
    return lp_export_panel_meetings (lp_store_get_reader (self->store), &self->id, NULL);
  meetings = g_array_new (FALSE, FALSE, sizeof (LpId));
  return g_array_append_val (meetings, self->id);
}

static void
leave_trace (LpExportDialog *self,
             const char     *path,
             LpDocument      document)
{
  g_autoptr (GArray) meetings = list_meetings (self);

  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    {
      g_autoptr (LpChangeSet) changes = lp_trace_new (&g_array_index (meetings, LpId, i), path, lp_document_info (document)->id);

      lp_store_commit_async (self->store, changes, NULL, traced_cb, NULL);
    }
}

/* What is there need not be written again, should another file have failed. */
static void
leave_traces (LpExportDialog *self,
              LpExportJob    *job)
{
  for (guint i = 0; i < lp_export_job_get_n_written (job); i++)
    {
      LpDocument document = lp_export_job_get_document (job, i);

      leave_trace (self, lp_export_job_get_path (job, i), document);
      if (lp_export_job_get_n_written (job) < lp_export_job_get_n_files (job))
        gtk_check_button_set_active (self->checks[document], FALSE);
    }
}

static void
tell_exported (LpExportDialog *self,
               LpExportJob    *job)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < lp_export_job_get_n_files (job); i++)
    g_strv_builder_add (paths, lp_export_job_get_path (job, i));
  list = g_strv_builder_end (paths);
  if (self->from != NULL)
    lp_export_toast (self->from, (const char *const *) list, lp_export_job_get_n_notes (job));
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (LpExportDialog) self = data;
  g_autoptr (LpExportJob) job = NULL;
  g_autoptr (GError) error = NULL;
  gboolean written = lp_export_job_run_finish (result, &error);

  /* gone meanwhile */
  if (self->job == NULL)
    return;
  job = lp_export_job_ref (self->job);
  stop_ticking (self);
  leave_traces (self, job);
  show_state (self, FALSE);
  if (written)
    {
      tell_exported (self, job);
      adw_dialog_close (ADW_DIALOG (self));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_failure (self, lp_export_job_get_path (job, lp_export_job_get_n_written (job)), error);
}

static gboolean
tick_cb (gpointer data)
{
  LpExportDialog *self = data;

  if (++self->n_ticks == PATIENCE_TICKS)
    gtk_stack_set_visible_child_name (self->stack, "writing");
  gtk_progress_bar_set_fraction (self->progress, lp_export_job_get_fraction (self->job));
  return G_SOURCE_CONTINUE;
}

static LpExportJob *
make_job (LpExportDialog *self)
{
  return lp_export_job_new (lp_store_get_path (self->store), self->entity, &self->id, get_variant (self),
                            lp_export_losses_get_limit (self->losses));
}

static void
start_writing (LpExportDialog *self,
               LpExportJob    *job)
{
  guint n_files = lp_export_job_get_n_files (job);
  g_autofree char *name = g_filename_display_basename (lp_export_job_get_path (job, 0));
  g_autofree char *one = g_strdup_printf (_("Writing “%s”"), name);
  g_autofree char *several = g_strdup_printf (ngettext ("Writing %u file", "Writing %u files", n_files), n_files);

  gtk_label_set_label (self->writing, n_files == 1 ? one : several);
  gtk_widget_set_visible (self->failure, FALSE);
  show_state (self, TRUE);
  self->job = lp_export_job_ref (job);
  self->cancellable = g_cancellable_new ();
  self->n_ticks = 0;
  self->tick = g_timeout_add (TICK_MS, tick_cb, self);
  lp_export_job_run_async (job, self->cancellable, written_cb, g_object_ref (self));
}

/* The ending tells the format, but a file of everything is never written by a mere ending: it must have been chosen. */
static char *
complete_path (LpExportDialog *self,
               const char     *path,
               LpDocument     *document)
{
  LpDocument other;

  if (lp_document_fits (*document, path))
    return g_strdup (path);
  if (lp_document_of_path (path, &other) && other < LP_DOCUMENT_MEETING && (self->entity != LP_PANEL || lp_export_panel_has (other)))
    {
      *document = other;
      return g_strdup (path);
    }
  return g_strconcat (path, lp_document_info (*document)->ending, NULL);
}

static void
write_alone (LpExportDialog *self,
             LpDocument      document,
             const char     *path)
{
  g_autoptr (LpExportJob) job = make_job (self);

  lp_export_job_add (job, document, path);
  start_writing (self, job);
}

/* The document is in the data of the question, and the path. */
static void
replace_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (LpExportDialog) self = data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result);

  show_state (self, FALSE);
  if (g_str_equal (response, "replace"))
    write_alone (self, GPOINTER_TO_INT (g_object_get_data (object, "document")), g_object_get_data (object, "path"));
}

/* A name that got its ending here was not asked about by who chose it. */
static void
ask_replace (LpExportDialog *self,
             LpDocument      document,
             const char     *path)
{
  AdwAlertDialog *question = lp_save_file_question_new (path);

  g_object_set_data (G_OBJECT (question), "document", GINT_TO_POINTER (document));
  g_object_set_data_full (G_OBJECT (question), "path", g_strdup (path), g_free);
  adw_alert_dialog_choose (question, GTK_WIDGET (self), NULL, replace_cb, g_object_ref (self));
}

/* Returns: the path of what was chosen, none and an error, or none where nothing was chosen. */
static const char *
get_local_path (GFile   *file,
                GError **error)
{
  if (file == NULL)
    {
      if (g_error_matches (*error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        g_clear_error (error);
      return NULL;
    }
  if (g_file_peek_path (file) == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("Choose a folder on this computer."));
  return g_file_peek_path (file);
}

static void
file_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (LpExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);
  const char *chosen = get_local_path (file, &error);
  LpDocument document = get_first (self);
  g_autofree char *path = chosen != NULL ? complete_path (self, chosen, &document) : NULL;
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : g_strdup ("");

  if (path != NULL && !g_str_equal (path, chosen) && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      ask_replace (self, document, path);
      return;
    }
  show_state (self, FALSE);
  if (path != NULL)
    write_alone (self, document, path);
  else if (error != NULL)
    show_failure (self, name, error);
}

/* A name in the folder that no file has yet: "Kick-off.xlsx", "Kick-off (2).xlsx". */
static char *
find_free_path (const char *folder,
                const char *name)
{
  const char *ending = strrchr (name, '.');
  g_autofree char *stem = g_strndup (name, ending - name);
  char *path = g_build_filename (folder, name, NULL);

  for (guint i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s (%u)%s", stem, i, ending);

      g_free (path);
      path = g_build_filename (folder, numbered, NULL);
    }
  return path;
}

static void
folder_chosen_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (LpExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (object), result, &error);
  const char *folder = get_local_path (file, &error);
  g_autofree char *chosen = file != NULL ? g_file_get_basename (file) : g_strdup ("");
  g_autoptr (LpExportJob) job = make_job (self);

  show_state (self, FALSE);
  for (LpDocument i = 0; folder != NULL && i < LP_N_DOCUMENTS; i++)
    {
      g_autofree char *name = suggest_name (self, i);
      g_autofree char *path = find_free_path (folder, name);

      if (is_chosen (self, i))
        lp_export_job_add (job, i, path);
    }
  if (folder != NULL)
    start_writing (self, job);
  else if (error != NULL)
    show_failure (self, chosen, error);
}

static GListModel *
make_filters (LpDocument document)
{
  const LpDocumentInfo *info = lp_document_info (document);
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _(info->files));
  gtk_file_filter_add_suffix (filter, info->ending + 1);
  if (document == LP_DOCUMENT_STORY_COUNT)
    gtk_file_filter_add_suffix (filter, "json");
  g_list_store_append (filters, filter);
  return G_LIST_MODEL (filters);
}

static void
choose_file (LpExportDialog *self,
             GtkFileDialog  *dialog)
{
  LpDocument document = get_first (self);
  g_autoptr (GListModel) filters = make_filters (document);
  g_autofree char *suggestion = suggest_name (self, document);

  gtk_file_dialog_set_initial_name (dialog, suggestion);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, file_chosen_cb, g_object_ref (self));
}

static void
choose_file_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  LpExportDialog *self = LP_EXPORT_DIALOG (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = g_file_new_for_path (documents ? documents : g_get_home_dir ());

  gtk_file_dialog_set_title (dialog, _("Export"));
  gtk_file_dialog_set_accept_label (dialog, _("_Export"));
  gtk_file_dialog_set_initial_folder (dialog, folder);
  show_state (self, TRUE);
  if (count_chosen (self) == 1)
    choose_file (self, dialog);
  else
    gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, folder_chosen_cb, g_object_ref (self));
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
  g_clear_weak_pointer (&self->from);
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

  gtk_widget_class_install_action (widget_class, "export.choose-file", NULL, choose_file_action);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel_action);

  g_type_ensure (LP_TYPE_EXPORT_LOSSES);
  g_type_ensure (LP_TYPE_PAGE_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/udsatte/Landspanel/ui/lp-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, failure_row);
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, variants);
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, caption);
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, files);
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, losses);
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, writing);
  gtk_widget_class_bind_template_child (widget_class, LpExportDialog, progress);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
}

static void
add_row (LpExportDialog *self,
         LpDocument      document)
{
  const LpDocumentInfo *info = lp_document_info (document);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(info->label));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(info->subtitle));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, _(info->label), -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (choice_cb), self, G_CONNECT_SWAPPED);
  if (document <= LP_DOCUMENT_NOTES)
    adw_preferences_group_add (self->files, row);
  else
    adw_expander_row_add_row (self->more, row);
  self->rows[document] = row;
  self->checks[document] = GTK_CHECK_BUTTON (check);
}

static void
lp_export_dialog_init (LpExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->more = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more), _("More Files"));
  adw_expander_row_set_subtitle (self->more, _("Hand-out, all notes to be read, number of stories"));
  for (LpDocument i = 0; i < LP_N_DOCUMENTS; i++)
    add_row (self, i);
  adw_preferences_group_add (self->files, GTK_WIDGET (self->more));
  gtk_check_button_set_active (self->checks[LP_DOCUMENT_WORKBOOK], TRUE);
}

/* Of a panel, what there is of one. */
static void
show_documents (LpExportDialog *self)
{
  for (LpDocument i = 0; i < LP_N_DOCUMENTS; i++)
    gtk_widget_set_visible (self->rows[i], lp_export_panel_has (i));
  gtk_widget_set_visible (GTK_WIDGET (self->more), FALSE);
  adw_preferences_group_set_description (self->files, _("All meetings in one file. What is left out of each is told on the sheet “About”."));
}

/**
 * lp_export_dialog_present:
 * @from: where it was asked for: there it is said what was written
 * @entity: a meeting, or a panel for all of its meetings
 */
void
lp_export_dialog_present (GtkWidget  *from,
                          LpStore    *store,
                          LpEntity    entity,
                          const LpId *id)
{
  LpExportDialog *self = g_object_new (LP_TYPE_EXPORT_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->entity = entity;
  self->id = *id;
  g_set_weak_pointer (&self->from, from);
  if (entity == LP_PANEL)
    show_documents (self);
  lp_export_losses_watch (self->losses, store, entity, id);
  choice_cb (self);
  adw_dialog_present (ADW_DIALOG (self), from);
}
