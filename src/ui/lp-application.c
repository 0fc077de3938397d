/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <malloc.h>

#include "lp-application.h"
#include "lp-feedback.h"
#include "lp-shortcut-row.h"
#include "lp-store.h"
#include "lp-window.h"

/* Bytes from which glibc gives memory back as soon as it is freed. Left alone it raises this with what is freed, and
 * then the lists of a large meeting, which grow as they are read, leave holes that stay. */
#define LARGE_BLOCK (128 * 1024)

#define RESOURCES "/dk/udsatte/Landspanel"

struct _LpApplication
{
  AdwApplication parent_instance;

  char *path;
  LpStore *store;
  LpWindow *window;
};

G_DEFINE_FINAL_TYPE (LpApplication, lp_application, ADW_TYPE_APPLICATION)

static void
open_store (LpApplication *self)
{
  g_autoptr (GError) error = NULL;

  self->store = lp_store_open (self->path, LP_STORE_READ_WRITE, &error);
  if (self->store)
    lp_window_set_store (self->window, self->store);
  else
    lp_window_show_failure (self->window, error);
}

static void
try_again_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LpApplication *self = data;

  if (!self->store)
    open_store (self);
}

static void
folder_shown_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpWindow) window = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (object), result, &error))
    lp_feedback_error (lp_window_get_content (window), _("The folder could not be opened"), error);
}

static void
show_folder_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LpApplication *self = data;
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (self->window), NULL, folder_shown_cb,
                                            g_object_ref (self->window));
}

static void
help_shown_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (LpWindow) window = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (object), result, &error))
    lp_feedback_say (lp_window_get_content (window),
                     _("Help is shown by the program Yelp, which is not installed"));
}

static void
help_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LpApplication *self = data;
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new ("help:landspanel");

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (self->window), NULL, help_shown_cb,
                           g_object_ref (self->window));
}

static void
shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LpApplication *self = data;
  g_autoptr (GtkBuilder) builder = NULL;

  g_type_ensure (LP_TYPE_SHORTCUT_ROW);
  builder = gtk_builder_new_from_resource (RESOURCES "/ui/lp-shortcuts.ui");
  adw_dialog_present (ADW_DIALOG (gtk_builder_get_object (builder, "shortcuts")), GTK_WIDGET (self->window));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LpApplication *self = data;

  adw_show_about_dialog (
      GTK_WIDGET (self->window), "application-name", _("Landspanel"), "application-icon", APPLICATION_ID,
      "version", PACKAGE_VERSION, "comments",
      _("Prepare panel meetings, take notes at the tables, gather them into themes and "
         "export what came out"),
      "license-type", GTK_LICENSE_GPL_3_0, "translator-credits", _("translator-credits"), NULL);
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LpApplication *self = data;

  gtk_window_close (GTK_WINDOW (self->window));
}

static void
add_actions (LpApplication *self)
{
  static const GActionEntry actions[] = {
    { .name = "try-again", .activate = try_again_action },
    { .name = "show-folder", .activate = show_folder_action },
    { .name = "help", .activate = help_action },
    { .name = "shortcuts", .activate = shortcuts_action },
    { .name = "about", .activate = about_action },
    { .name = "quit", .activate = quit_action },
  };
  GtkApplication *application = GTK_APPLICATION (self);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (application, "app.help", (const char *[]) { "F1", NULL });
  gtk_application_set_accels_for_action (application, "app.shortcuts",
                                         (const char *[]) { "<Control>question", NULL });
  gtk_application_set_accels_for_action (application, "app.quit", (const char *[]) { "<Control>q", NULL });
}

static int
lp_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  LpApplication *self = LP_APPLICATION (application);

  /* A file of one's own is opened by a program of one's own; the lock beside the file sees to the rest. */
  if (g_variant_dict_lookup (options, "database", "^ay", &self->path))
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
lp_application_startup (GApplication *application)
{
  LpApplication *self = LP_APPLICATION (application);

  mallopt (M_MMAP_THRESHOLD, LARGE_BLOCK);
  G_APPLICATION_CLASS (lp_application_parent_class)->startup (application);

  if (!self->path)
    self->path = lp_store_default_path ();
  gtk_window_set_default_icon_name (APPLICATION_ID);
  add_actions (self);
}

static void
lp_application_activate (GApplication *application)
{
  LpApplication *self = LP_APPLICATION (application);

  if (!self->window)
    {
      self->window = LP_WINDOW (lp_window_new (GTK_APPLICATION (self)));
      g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
      open_store (self);
    }
  gtk_window_present (GTK_WINDOW (self->window));
  /* Return opens the meeting at once: it should be seen. */
  gtk_window_set_focus_visible (GTK_WINDOW (self->window), TRUE);
}

static void
lp_application_shutdown (GApplication *application)
{
  LpApplication *self = LP_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  /* nobody is there to read it any more: the app says it when it is started next, should it still be so */
  if (self->store && !lp_store_close (self->store, &error))
    g_warning ("The backup was not made, or what was erased can still be found: %s", error->message);
  g_clear_object (&self->store);

  G_APPLICATION_CLASS (lp_application_parent_class)->shutdown (application);
}

static void
lp_application_finalize (GObject *object)
{
  LpApplication *self = LP_APPLICATION (object);

  g_clear_weak_pointer (&self->window);
  g_free (self->path);

  G_OBJECT_CLASS (lp_application_parent_class)->finalize (object);
}

static void
lp_application_class_init (LpApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lp_application_finalize;
  application_class->handle_local_options = lp_application_handle_local_options;
  application_class->startup = lp_application_startup;
  application_class->activate = lp_application_activate;
  application_class->shutdown = lp_application_shutdown;
}

static void
lp_application_init (LpApplication *self)
{
  static const GOptionEntry options[] = {
    { "database", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, NULL, N_("Open this database"),
      N_("FILE") },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_version (G_APPLICATION (self), PACKAGE_VERSION);
}

GApplication *
lp_application_new (void)
{
  return g_object_new (LP_TYPE_APPLICATION, "application-id", APPLICATION_ID, "resource-base-path", RESOURCES,
                       NULL);
}
