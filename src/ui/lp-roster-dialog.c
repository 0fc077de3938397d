/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-roster-dialog.h"

#include <glib/gi18n.h>

#include "lp-feedback.h"
#include "lp-participant-edits.h"

#define N_EXAMPLES 3  /* of a column */
#define N_PEOPLE 5    /* shown as they would be */
#define N_REFUSED 100 /* rows that are listed */

struct _LpRosterDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle *window_title;
  GtkButton *cancel_button;
  GtkButton *take_button;
  AdwActionRow *state_row;
  GtkImage *state_icon;
  AdwSwitchRow *heading_row;
  AdwPreferencesGroup *refused_group;
  AdwPreferencesGroup *columns_group;
  AdwPreferencesGroup *people_group;

  GtkWidget *from;
  LpStore *store;
  LpId meeting;
  LpRosterFile *file;
  GPtrArray *column_rows;  /* of AdwComboRow */
  GPtrArray *people_rows;
  GPtrArray *refused_rows;
  guint n_new; /* that would be taken */
  gboolean syncing;
};

G_DEFINE_FINAL_TYPE (LpRosterDialog, lp_roster_dialog, ADW_TYPE_DIALOG)

static const char *
label_of_field (LpRosterField field)
{
  static const char *const labels[LP_ROSTER_N_FIELDS] = {
    [LP_ROSTER_FIELD_NAME] = N_("Name"),
    [LP_ROSTER_FIELD_ORGANISATION] = N_("Organisation or Council"),
    [LP_ROSTER_FIELD_ROLE] = N_("Role"),
    [LP_ROSTER_FIELD_TABLE] = N_("Table"),
    [LP_ROSTER_FIELD_MUNICIPALITY] = N_("Municipality"),
    [LP_ROSTER_FIELD_PERSPECTIVE] = N_("Perspective"),
  };

  return gettext (labels[field]);
}

static void
remove_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static GtkWidget *
add_row (AdwPreferencesGroup *group, GPtrArray *rows, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
  return row;
}

/* --- What would be taken --- */

static void
show_refused (LpRosterDialog *self, GPtrArray *refused)
{
  remove_rows (self->refused_group, self->refused_rows);
  gtk_widget_set_visible (GTK_WIDGET (self->refused_group), refused->len > 0);
  for (guint i = 0; i < MIN (refused->len, N_REFUSED); i++)
    {
      LpRefusal *refusal = g_ptr_array_index (refused, i);
      g_autofree char *line = g_strdup_printf (_("Line %u"), refusal->line);

      add_row (self->refused_group, self->refused_rows, line, refusal->reason);
    }
  if (refused->len > N_REFUSED)
    {
      guint more = refused->len - N_REFUSED;
      g_autofree char *rest = g_strdup_printf (ngettext ("and %u more", "and %u more", more), more);

      add_row (self->refused_group, self->refused_rows, rest, NULL);
    }
}

static void
show_button (LpRosterDialog *self, guint n, guint n_refused)
{
  /* Translators: how many rows are taken, and of how many: the rest is refused */
  g_autofree char *label = n_refused > 0 ? g_strdup_printf (_("_Import %u of %u"), n, n + n_refused)
                                         : g_strdup_printf (ngettext ("_Import %u", "_Import %u", n), n);

  self->n_new = n;
  gtk_button_set_label (self->take_button, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roster.take", n > 0);
}

static void
show_result (LpRosterDialog *self, const LpImportResult *result)
{
  guint n_refused = result->refused->len;
  g_autofree char *people = g_strdup_printf (
      ngettext ("%u new participant", "%u new participants", result->taken), result->taken);
  g_autofree char *there = g_strdup_printf (ngettext ("%u was there before and is not added again",
                                                      "%u were there before and are not added again",
                                                      result->already_there),
                                            result->already_there);
  g_autofree char *refused = g_strdup_printf (
      ngettext ("%u row cannot be taken", "%u rows cannot be taken", n_refused), n_refused);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *subtitle = NULL;

  if (result->already_there > 0)
    g_strv_builder_add (parts, there);
  if (n_refused > 0)
    g_strv_builder_add (parts, refused);
  g_strv_builder_add (parts, _("Nothing is imported yet"));
  all = g_strv_builder_end (parts);
  subtitle = g_strjoinv (" · ", all);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state_row), people);
  adw_action_row_set_subtitle (self->state_row, subtitle);
  gtk_image_set_from_icon_name (self->state_icon,
                                n_refused > 0 ? "dialog-warning-symbolic" : "lp-participants-symbolic");
  show_refused (self, result->refused);
  show_button (self, result->taken, n_refused);
}

static void
show_error (LpRosterDialog *self, const GError *error)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state_row), _("The list cannot be read"));
  adw_action_row_set_subtitle (self->state_row, error->message);
  gtk_image_set_from_icon_name (self->state_icon, "dialog-warning-symbolic");
  show_button (self, 0, 0);
}

static const char *
cell_of (LpRosterDialog *self, guint row, LpRosterField field)
{
  int column = lp_roster_file_get_column (self->file, field);

  return column >= 0 ? lp_roster_file_get_cell (self->file, row, (guint) column) : "";
}

static void
show_people (LpRosterDialog *self)
{
  guint n_rows = lp_roster_file_get_n_rows (self->file);

  remove_rows (self->people_group, self->people_rows);
  for (guint row = 0; row < MIN (n_rows, N_PEOPLE); row++)
    {
      g_autoptr (GString) about = g_string_new (NULL);

      for (guint field = LP_ROSTER_FIELD_NAME + 1; field < LP_ROSTER_N_FIELDS; field++)
        {
          const char *text = cell_of (self, row, field);

          if (*text == '\0')
            continue;
          g_string_append (about, about->len > 0 ? " · " : "");
          if (field == LP_ROSTER_FIELD_TABLE)
            g_string_append_printf (about, "%s ", _("Table"));
          g_string_append (about, text);
        }
      add_row (self->people_group, self->people_rows, cell_of (self, row, LP_ROSTER_FIELD_NAME), about->str);
    }
}

static void
look (LpRosterDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpChangeSet) changes = NULL;
  g_autoptr (LpImportResult) result =
      lp_roster_file_take (self->file, lp_store_get_reader (self->store), &self->meeting, FALSE, &changes,
                           &error);

  if (result)
    show_result (self, result);
  else
    show_error (self, error);
  show_people (self);
}

/* --- Columns --- */

static void
show_choices (LpRosterDialog *self)
{
  self->syncing = TRUE;
  for (guint column = 0; column < self->column_rows->len; column++)
    {
      guint choice = 0;

      for (guint field = 0; field < LP_ROSTER_N_FIELDS; field++)
        {
          if (lp_roster_file_get_column (self->file, field) == (int) column)
            choice = field + 1;
        }
      adw_combo_row_set_selected (g_ptr_array_index (self->column_rows, column), choice);
    }
  self->syncing = FALSE;
}

static void
leave_out (LpRosterDialog *self, guint column)
{
  for (guint field = 0; field < LP_ROSTER_N_FIELDS; field++)
    {
      if (lp_roster_file_get_column (self->file, field) == (int) column)
        lp_roster_file_set_column (self->file, field, -1);
    }
}

static void
choice_changed_cb (AdwComboRow *row, GParamSpec *pspec, LpRosterDialog *self)
{
  guint column = 0;
  guint choice = adw_combo_row_get_selected (row);

  if (self->syncing || choice == GTK_INVALID_LIST_POSITION ||
      !g_ptr_array_find (self->column_rows, row, &column))
    return;
  if (choice == 0)
    leave_out (self, column);
  else
    lp_roster_file_set_column (self->file, choice - 1, (int) column);
  show_choices (self);
  look (self);
}

/* The first that stand in a column, those empty passed over. */
static char *
list_examples (LpRosterDialog *self, guint column)
{
  g_autoptr (GString) examples = g_string_new (NULL);
  guint n_rows = lp_roster_file_get_n_rows (self->file), found = 0;

  for (guint row = 0; row < n_rows && found < N_EXAMPLES; row++)
    {
      const char *text = lp_roster_file_get_cell (self->file, row, column);

      if (*text == '\0')
        continue;
      g_string_append_printf (examples, found > 0 ? " · %s" : "%s", text);
      found++;
    }
  return g_string_free_and_steal (g_steal_pointer (&examples));
}

static GtkWidget *
column_row_new (LpRosterDialog *self, guint column)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  g_autofree char *examples = list_examples (self, column);
  GtkWidget *row = adw_combo_row_new ();

  gtk_string_list_append (choices, _("Leave Out"));
  for (guint field = 0; field < LP_ROSTER_N_FIELDS; field++)
    gtk_string_list_append (choices, label_of_field (field));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lp_roster_file_get_heading (self->file, column));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), examples);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (choice_changed_cb), self, G_CONNECT_DEFAULT);
  return row;
}

static void
show_columns (LpRosterDialog *self)
{
  self->syncing = TRUE;
  remove_rows (self->columns_group, self->column_rows);
  for (guint column = 0; column < lp_roster_file_get_n_columns (self->file); column++)
    {
      GtkWidget *row = column_row_new (self, column);

      adw_preferences_group_add (self->columns_group, row);
      g_ptr_array_add (self->column_rows, row);
    }
  self->syncing = FALSE;
  show_choices (self);
  look (self);
}

static void
heading_changed_cb (LpRosterDialog *self)
{
  if (self->syncing || !self->file)
    return;
  lp_roster_file_set_has_heading (self->file, adw_switch_row_get_active (self->heading_row));
  show_columns (self);
}

/* --- Taking --- */

static void
take_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpRosterDialog *self = LP_ROSTER_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (LpChangeSet) changes = NULL;
  g_autoptr (LpImportResult) result =
      lp_roster_file_take (self->file, lp_store_get_reader (self->store), &self->meeting, TRUE, &changes,
                           &error);
  g_autofree char *done = NULL;

  if (!result || !changes)
    {
      look (self);
      return;
    }
  done = g_strdup_printf (ngettext ("%u participant imported", "%u participants imported", result->taken),
                          result->taken);
  lp_participant_edits_commit (self->from, self->store, changes, _("The participants were not imported"),
                               done);
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- Class --- */

static void
lp_roster_dialog_dispose (GObject *object)
{
  LpRosterDialog *self = LP_ROSTER_DIALOG (object);

  self->syncing = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), LP_TYPE_ROSTER_DIALOG);
  g_clear_pointer (&self->column_rows, g_ptr_array_unref);
  g_clear_pointer (&self->people_rows, g_ptr_array_unref);
  g_clear_pointer (&self->refused_rows, g_ptr_array_unref);
  g_clear_pointer (&self->file, lp_roster_file_free);
  g_clear_object (&self->from);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lp_roster_dialog_parent_class)->dispose (object);
}

static void
lp_roster_dialog_class_init (LpRosterDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_roster_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/udsatte/Landspanel/ui/lp-roster-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LpRosterDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, LpRosterDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, LpRosterDialog, take_button);
  gtk_widget_class_bind_template_child (widget_class, LpRosterDialog, state_row);
  gtk_widget_class_bind_template_child (widget_class, LpRosterDialog, state_icon);
  gtk_widget_class_bind_template_child (widget_class, LpRosterDialog, heading_row);
  gtk_widget_class_bind_template_child (widget_class, LpRosterDialog, refused_group);
  gtk_widget_class_bind_template_child (widget_class, LpRosterDialog, columns_group);
  gtk_widget_class_bind_template_child (widget_class, LpRosterDialog, people_group);
  gtk_widget_class_bind_template_callback (widget_class, heading_changed_cb);
  gtk_widget_class_install_action (widget_class, "roster.take", NULL, take_action);
}

static void
lp_roster_dialog_init (LpRosterDialog *self)
{
  self->column_rows = g_ptr_array_new ();
  self->people_rows = g_ptr_array_new ();
  self->refused_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
lp_roster_dialog_new (GtkWidget *from,
                      LpStore *store,
                      const LpId *meeting,
                      LpRosterFile *file,
                      const char *name)
{
  LpRosterDialog *self = g_object_new (LP_TYPE_ROSTER_DIALOG, NULL);

  self->from = g_object_ref (from);
  self->store = g_object_ref (store);
  self->meeting = *meeting;
  adw_window_title_set_subtitle (self->window_title, name);
  adw_switch_row_set_active (self->heading_row, lp_roster_file_get_has_heading (file));
  self->file = file;
  show_columns (self);
  adw_dialog_set_focus (ADW_DIALOG (self),
                        GTK_WIDGET (self->n_new > 0 ? self->take_button : self->cancel_button));
  return ADW_DIALOG (self);
}

/* --- Where lists come from --- */

typedef struct
{
  GtkWidget *from;
  LpStore *store;
  LpId meeting;
} Request;

static Request *
request_new (GtkWidget *from, LpStore *store, const LpId *meeting)
{
  Request *request = g_new0 (Request, 1);

  request->from = g_object_ref (from);
  request->store = g_object_ref (store);
  request->meeting = *meeting;
  return request;
}

static void
request_free (Request *request)
{
  g_object_unref (request->from);
  g_object_unref (request->store);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

/* file: (transfer full) (nullable) */
static void
present (Request *request, LpRosterFile *file, const char *name, const GError *error)
{
  if (file)
    adw_dialog_present (lp_roster_dialog_new (request->from, request->store, &request->meeting, file, name),
                        request->from);
  else
    lp_feedback_error (request->from, _("The list cannot be read"), error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) chosen = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *name = NULL;
  LpRosterFile *file = NULL;

  if (!chosen)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        lp_feedback_error (request->from, _("The file cannot be opened"), error);
      return;
    }
  name = g_file_get_basename (chosen);
  if (g_file_peek_path (chosen))
    file = lp_roster_file_open (g_file_peek_path (chosen), &error);
  else
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _("Choose a file on this computer."));
  present (request, file, name, error);
}

static GListModel *
list_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, _("Tables (CSV)"));
  gtk_file_filter_add_suffix (tables, "csv");
  gtk_file_filter_add_suffix (tables, "tsv");
  gtk_file_filter_add_suffix (tables, "txt");
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, tables);
  g_list_store_append (filters, all);
  return G_LIST_MODEL (filters);
}

void
lp_roster_dialog_import (GtkWidget *from, LpStore *store, const LpId *meeting)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = list_filters ();
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = g_file_new_for_path (documents ? documents : g_get_home_dir ());

  gtk_file_dialog_set_title (dialog, _("Import Roster"));
  gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (from)), NULL, opened_cb,
                        request_new (from, store, meeting));
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autofree char *trimmed = g_strstrip (g_strdup (text ? text : ""));
  LpRosterFile *file = NULL;

  if (*trimmed == '\0')
    {
      lp_feedback_say (request->from,
                       _("Nothing to paste: first mark the rows in the spreadsheet and copy them"));
      return;
    }
  file = lp_roster_file_parse (text, &error);
  present (request, file, _("From the clipboard"), error);
}

void
lp_roster_dialog_paste (GtkWidget *from, LpStore *store, const LpId *meeting)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (from), NULL, pasted_cb,
                                 request_new (from, store, meeting));
}
