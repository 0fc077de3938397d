/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-templates.h"

#include "lp-store.h"
#include "lp-template-file.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define ENDING ".json"
#define MAX_ID 60

/** The folder that belongs to a database. Transfer full. */
char *
lp_templates_folder (const char *database)
{
  g_autofree char *folder = g_path_get_dirname (database);

  return g_build_filename (folder, "templates", NULL);
}

static int
compare_titles (gconstpointer a, gconstpointer b)
{
  LpTemplate *const *first = a;
  LpTemplate *const *second = b;

  return g_utf8_collate (lp_template_get_title (*first), lp_template_get_title (*second));
}

/* The id is the file's name, whatever it says inside: so it is one template's only. */
static LpTemplate *
load_own (const char *path, GError **error)
{
  g_autoptr (GPtrArray) templates = lp_template_read_file (path, error);
  g_autofree char *id = g_path_get_basename (path);
  LpTemplate *first = NULL;
  LpTemplate *own = NULL;

  if (templates == NULL)
    return NULL;
  id[strlen (id) - strlen (ENDING)] = '\0';
  first = g_ptr_array_index (templates, 0);
  own = lp_template_copy (first, id, lp_template_get_title (first));
  lp_template_set_path (own, path);
  return own;
}

/** lp_templates_load: a folder that is not there has none. A file that cannot be used does not stop the others. */
GPtrArray *
lp_templates_load (const char *folder, GPtrArray **problems)
{
  g_autoptr (GPtrArray) templates = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_template_unref);
  g_autoptr (GPtrArray) wrong = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;
      LpTemplate *own = NULL;

      if (*name == '.' || !g_str_has_suffix (name, ENDING) || !g_utf8_validate (name, -1, NULL))
        continue;
      own = load_own (path, &error);
      if (own != NULL)
        g_ptr_array_add (templates, own);
      else
        g_ptr_array_add (wrong, g_strdup (error->message));
    }
  g_ptr_array_sort (templates, compare_titles);
  if (problems != NULL)
    *problems = g_steal_pointer (&wrong);
  return g_steal_pointer (&templates);
}

static LpTemplate *
find_in_file (const char *path, GError **error)
{
  g_autoptr (GPtrArray) templates = lp_template_read_file (path, error);
  g_autofree char *name = g_filename_display_basename (path);

  if (templates == NULL)
    return NULL;
  if (templates->len == 1)
    return lp_template_ref (g_ptr_array_index (templates, 0));
  g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID, _("There is more than one template in “%s”."),
               name);
  return NULL;
}

/**
 * lp_templates_find: shipped ones come before one's own. What has a folder in it or ends in .json is a file's
 * path.
 */
LpTemplate *
lp_templates_find (const char *folder, const char *id_or_path, GError **error)
{
  g_autoptr (GPtrArray) own = NULL;
  LpTemplate *shipped = NULL;

  if (strchr (id_or_path, G_DIR_SEPARATOR) != NULL || g_str_has_suffix (id_or_path, ENDING))
    return find_in_file (id_or_path, error);

  shipped = lp_template_load (id_or_path, NULL);
  if (shipped != NULL)
    return shipped;
  own = lp_templates_load (folder, NULL);
  for (guint i = 0; i < own->len; i++)
    {
      LpTemplate *template_ = g_ptr_array_index (own, i);

      if (g_str_equal (lp_template_get_id (template_), id_or_path))
        return lp_template_ref (template_);
    }
  g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND, _("There is no template “%s”."), id_or_path);
  return NULL;
}

/* "Møde i Ærø" → "moede-i-aeroe": to be typed after --template, and a file's name anywhere. */
static char *
make_id (const char *title)
{
  g_autofree char *folded = lp_fold_text (title);
  GString *id = g_string_new (NULL);

  for (const char *p = folded; *p != '\0' && id->len < MAX_ID; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (id, *p);
      else if (id->len > 0 && id->str[id->len - 1] != '-')
        g_string_append_c (id, '-');
    }
  if (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  if (id->len == 0)
    g_string_append (id, "template");
  return g_string_free_and_steal (id);
}

static gboolean
is_free (const char *folder, const char *id)
{
  g_autofree char *name = g_strconcat (id, ENDING, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (LpTemplate) shipped = lp_template_load (id, NULL);

  return shipped == NULL && !g_file_test (path, G_FILE_TEST_EXISTS);
}

static char *
find_id (const char *folder, const char *title)
{
  g_autofree char *plain = make_id (title);

  if (is_free (folder, plain))
    return g_steal_pointer (&plain);
  for (guint i = 2;; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s-%u", plain, i);

      if (is_free (folder, id))
        return g_steal_pointer (&id);
    }
}

static gboolean
check_title (const char *title, GError **error)
{
  if (title[strspn (title, " \t\n")] != '\0')
    return TRUE;
  g_set_error_literal (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID, _("A template needs a name."));
  return FALSE;
}

/** lp_templates_add: makes the folder when it is not there. */
LpTemplate *
lp_templates_add (const char *folder, LpTemplate *template_, const char *title, GError **error)
{
  g_autofree char *plain = g_strstrip (g_strdup (title));
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autoptr (LpTemplate) own = NULL;

  if (!check_title (title, error))
    return NULL;
  if (g_mkdir_with_parents (folder, 0700) < 0)
    {
      g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_FAILED, _("The folder “%s” cannot be made: %s"), folder,
                   g_strerror (errno));
      return NULL;
    }
  id = find_id (folder, plain);
  name = g_strconcat (id, ENDING, NULL);
  path = g_build_filename (folder, name, NULL);
  own = lp_template_copy (template_, id, plain);
  lp_template_set_path (own, path);
  return lp_template_write_file (own, path, error) ? g_steal_pointer (&own) : NULL;
}

/** lp_templates_import: a file that cannot be used changes nothing. */
GPtrArray *
lp_templates_import (const char *folder, const char *path, GError **error)
{
  g_autoptr (GPtrArray) read = lp_template_read_file (path, error);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_template_unref);

  for (guint i = 0; read != NULL && i < read->len; i++)
    {
      LpTemplate *template_ = g_ptr_array_index (read, i);
      LpTemplate *own = lp_templates_add (folder, template_, lp_template_get_title (template_), error);

      if (own == NULL)
        {
          for (guint j = 0; j < added->len; j++)
            lp_templates_remove (g_ptr_array_index (added, j), NULL);
          return NULL;
        }
      g_ptr_array_add (added, own);
    }
  return read != NULL ? g_steal_pointer (&added) : NULL;
}

gboolean
lp_templates_rename (LpTemplate *template_, const char *title, GError **error)
{
  g_autofree char *plain = g_strstrip (g_strdup (title));
  g_autoptr (LpTemplate) renamed = lp_template_copy (template_, lp_template_get_id (template_), plain);

  return check_title (title, error)
         && lp_template_write_file (renamed, lp_template_get_path (template_), error);
}

/** lp_templates_remove: one that is gone already is no error. */
gboolean
lp_templates_remove (LpTemplate *template_, GError **error)
{
  const char *path = lp_template_get_path (template_);
  g_autofree char *name = g_filename_display_basename (path);

  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_FAILED, _("“%s” was not deleted: %s"), name,
               g_strerror (errno));
  return FALSE;
}

gboolean
lp_templates_restore (LpTemplate *template_, GError **error)
{
  return lp_template_write_file (template_, lp_template_get_path (template_), error);
}
