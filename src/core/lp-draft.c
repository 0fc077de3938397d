/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-draft.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

/** lp_draft_copy: Returns: (transfer full): the same */
LpDraft *
lp_draft_copy (const LpDraft *self)
{
  LpDraft *copy = g_memdup2 (self, sizeof *self);

  copy->text = g_strdup (self->text);
  copy->accepted = g_strdup (self->accepted);

  return copy;
}

void
lp_draft_free (LpDraft *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->accepted);
  g_free (self);
}

/** lp_draft_path: Returns: (transfer full): where the draft of a meeting lies */
char *
lp_draft_path (const char *database, const LpId *meeting)
{
  g_autofree char *folder = g_path_get_dirname (database);
  g_autofree char *base = g_path_get_basename (database);
  g_autofree char *id = lp_id_to_string (meeting);
  g_autofree char *name = g_strdup_printf ("%s-%s.draft", base, id);

  return g_build_filename (folder, name, NULL);
}

static void
read_id (JsonObject *object, const char *member, LpId *id)
{
  const char *text = json_object_get_string_member_with_default (object, member, NULL);

  if (text == NULL || !lp_id_parse (text, id))
    *id = (LpId) { 0 };
}

static LpDraft *
read_draft (JsonObject *object)
{
  g_autoptr (LpDraft) self = g_new0 (LpDraft, 1);

  read_id (object, "note", &self->note);
  read_id (object, "item", &self->item);
  read_id (object, "theme", &self->theme);
  if (!lp_id_is_set (&self->note)
      || !lp_kind_find (json_object_get_string_member_with_default (object, "kind", ""), &self->kind))
    return NULL;
  self->text = g_strdup (json_object_get_string_member_with_default (object, "text", ""));
  self->accepted = g_strdup (json_object_get_string_member_with_default (object, "accepted", ""));

  return g_steal_pointer (&self);
}

/** lp_draft_load: Returns: (transfer full) (nullable): what was typed; %NULL without an error when there is none */
LpDraft *
lp_draft_load (const char *path, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *bytes = NULL;
  g_autoptr (GError) problem = NULL;
  LpDraft *self = NULL;
  JsonNode *root = NULL;
  gsize size = 0;

  if (!g_file_get_contents (path, &bytes, &size, &problem))
    {
      if (!g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  if (!json_parser_load_from_data (parser, bytes, size, error))
    return NULL;

  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    self = read_draft (json_node_get_object (root));
  if (self == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s is no draft", path);

  return self;
}

static void
add_text (JsonBuilder *builder, const char *member, const char *text)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static char *
write_draft (const LpDraft *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *note = lp_id_to_string (&self->note);
  g_autofree char *item = lp_id_is_set (&self->item) ? lp_id_to_string (&self->item) : g_strdup ("");
  g_autofree char *theme = lp_id_is_set (&self->theme) ? lp_id_to_string (&self->theme) : g_strdup ("");

  json_builder_begin_object (builder);
  add_text (builder, "note", note);
  add_text (builder, "kind", lp_kind_id (self->kind));
  add_text (builder, "item", item);
  add_text (builder, "theme", theme);
  add_text (builder, "text", self->text);
  add_text (builder, "accepted", self->accepted);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

/** lp_draft_save: Blocks until it is on the disk; not for the thread of the user interface, but at its end. */
gboolean
lp_draft_save (const LpDraft *self, const char *path, GError **error)
{
  g_autofree char *json = write_draft (self);

  return g_file_set_contents_full (path, json, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                   error);
}

/** lp_draft_remove: That there is none is fine. */
gboolean
lp_draft_remove (const char *path, GError **error)
{
  int problem = g_unlink (path) == 0 ? 0 : errno;

  if (problem == 0 || problem == ENOENT)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (problem), g_strerror (problem));

  return FALSE;
}
