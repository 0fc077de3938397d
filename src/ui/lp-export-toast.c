/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-export-toast.h"

#include "lp-feedback.h"
#include "lp-story-count.h"

#include <glib/gi18n.h>

static void
tell_not_opened (GtkWidget *self,
                 const GError  *error)
{
  if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    lp_feedback_error (self, _("The file could not be opened"), error);
}

static void
folder_opened_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (GtkWidget) self = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (object), result, &error))
    tell_not_opened (self, error);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GtkWidget) self = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (object), result, &error))
    tell_not_opened (self, error);
}

/* A file in the program it is for; of several, the folder they are in. */
static void
open_cb (AdwToast      *toast,
         GtkWidget *self)
{
  const char *const *paths = g_object_get_data (G_OBJECT (toast), "paths");
  g_autoptr (GFile) file = g_file_new_for_path (paths[0]);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (self));

  if (paths[1] != NULL)
    gtk_file_launcher_open_containing_folder (launcher, window, NULL, folder_opened_cb, g_object_ref (self));
  else
    gtk_file_launcher_launch (launcher, window, NULL, opened_cb, g_object_ref (self));
}

static char *
tell_files (const char *const *paths,
            guint              n_notes)
{
  guint n_files = g_strv_length ((GStrv) paths);
  g_autofree char *name = g_filename_display_basename (paths[0]);
  g_autofree char *folder = g_path_get_dirname (paths[0]);
  g_autofree char *folder_name = g_filename_display_basename (folder);

  if (n_files > 1)
    {
      g_autofree char *notes = g_strdup_printf (ngettext ("%'u note", "%'u notes", n_notes), n_notes);

      /* Translators: the number of files, their folder, and how many notes they have: "222 notes" */
      return g_strdup_printf (ngettext ("%u file exported to “%s”: %s", "%u files exported to “%s”: %s", n_files), n_files, folder_name,
                              notes);
    }
  if (lp_story_count_has_ending (paths[0]))
    return g_strdup_printf (_("The number of stories was written to “%s”"), name);
  return g_strdup_printf (ngettext ("%'u note exported to “%s”", "%'u notes exported to “%s”", n_notes), n_notes, name);
}

/** lp_export_toast: says at the bottom of the window what was written, and opens it. paths: ends with NULL; n_notes: in each of them. */
void
lp_export_toast (GtkWidget *from, const char *const *paths, guint n_notes)
{
  g_autofree char *words = tell_files (paths, n_notes);
  AdwToast *toast = adw_toast_new (words);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, paths[1] != NULL ? _("_Open Folder") : _("_Open"));
  g_object_set_data_full (G_OBJECT (toast), "paths", g_strdupv ((GStrv) paths), (GDestroyNotify) g_strfreev);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_cb), from, G_CONNECT_DEFAULT);
  lp_feedback_toast (from, toast);
}
