/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-draft.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#define ENDING ".draft"

/* Whether the log knows of it, and whether it is there still. */
#define KNOWN "SELECT count(*), (SELECT count(*) FROM note WHERE id=?1) FROM op WHERE object=?1"

/** lp_draft_copy: Returns: (transfer full): the same */
LpDraft *
lp_draft_copy (const LpDraft *self)
{
  LpDraft *copy = g_memdup2 (self, sizeof *self);

  copy->text = g_strdup (self->text);
  copy->accepted = g_strdup (self->accepted);
  copy->perspective = g_strdup (self->perspective);
  copy->profile = g_strdup (self->profile);
  copy->municipality = g_strdup (self->municipality);
  copy->base = g_strdup (self->base);
  for (guint i = 0; i < LP_N_STORY_PARTS; i++)
    copy->parts[i] = g_strdup (self->parts[i]);

  return copy;
}

void
lp_draft_free (LpDraft *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->accepted);
  g_free (self->perspective);
  g_free (self->profile);
  g_free (self->municipality);
  g_free (self->base);
  for (guint i = 0; i < LP_N_STORY_PARTS; i++)
    g_free (self->parts[i]);
  g_free (self);
}

static char *
make_path (const char *database, const LpId *meeting, const char *ending)
{
  g_autofree char *folder = g_path_get_dirname (database);
  g_autofree char *base = g_path_get_basename (database);
  g_autofree char *id = lp_id_to_string (meeting);
  g_autofree char *name = g_strconcat (base, "-", id, ending, NULL);

  return g_build_filename (folder, name, NULL);
}

/** lp_draft_path: Returns: (transfer full): where the drafts of a meeting lie */
char *
lp_draft_path (const char *database, const LpId *meeting)
{
  return make_path (database, meeting, ENDING);
}

/** lp_draft_story_path: Returns: (transfer full): where the draft of the story lies that is being told in a meeting */
char *
lp_draft_story_path (const char *database, const LpId *meeting)
{
  return make_path (database, meeting, ".story" ENDING);
}

/** lp_drafts_new: Returns: (transfer full): none yet */
GPtrArray *
lp_drafts_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) lp_draft_free);
}

/* --- Reading --- */

static void
read_id (JsonObject *object, const char *member, LpId *id)
{
  const char *text = json_object_get_string_member_with_default (object, member, NULL);

  if (text == NULL || !lp_id_parse (text, id))
    *id = (LpId) { 0 };
}

static char *
read_text (JsonObject *object, const char *member)
{
  return g_strdup (json_object_get_string_member_with_default (object, member, NULL));
}

static void
read_sent (JsonObject *object, LpDraft *self)
{
  self->sent = TRUE;
  self->time = json_object_get_int_member_with_default (object, "time", 0);
  self->table = (int) CLAMP (json_object_get_int_member_with_default (object, "table", 0), 0, G_MAXINT);
  self->perspective = read_text (object, "perspective");
  self->profile = read_text (object, "profile");
  self->municipality = read_text (object, "municipality");
  self->verbatim = json_object_get_boolean_member_with_default (object, "verbatim", FALSE);
  self->consent = json_object_get_boolean_member_with_default (object, "consent", FALSE);
}

static void
read_story (JsonObject *object, LpDraft *self)
{
  self->told = TRUE;
  self->base = read_text (object, "base");
  for (guint i = 0; i < LP_N_STORY_PARTS; i++)
    {
      g_autofree char *member = g_strdup_printf ("part%u", i);

      self->parts[i] = g_strdup (json_object_get_string_member_with_default (object, member, ""));
    }
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
  if (json_object_get_boolean_member_with_default (object, "sent", FALSE))
    read_sent (object, self);
  if (json_object_get_boolean_member_with_default (object, "told", FALSE))
    read_story (object, self);

  return g_steal_pointer (&self);
}

/* NULL when one of them is none: then the file is another's, or damaged. */
static GPtrArray *
read_drafts (JsonArray *array)
{
  g_autoptr (GPtrArray) drafts = lp_drafts_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      LpDraft *draft = JSON_NODE_HOLDS_OBJECT (node) ? read_draft (json_node_get_object (node)) : NULL;

      if (draft == NULL)
        return NULL;
      g_ptr_array_add (drafts, draft);
    }

  return drafts->len > 0 ? g_steal_pointer (&drafts) : NULL;
}

/* A file of the first versions has but one. */
static GPtrArray *
read_root (JsonNode *root)
{
  g_autoptr (JsonArray) alone = json_array_new ();

  if (root == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (root))
    return read_drafts (json_node_get_array (root));

  json_array_add_element (alone, json_node_copy (root));
  return read_drafts (alone);
}

/** lp_drafts_load: Returns: (transfer full) (nullable): what was typed; %NULL without an error when there is nothing */
GPtrArray *
lp_drafts_load (const char *path, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *bytes = NULL;
  g_autoptr (GError) problem = NULL;
  GPtrArray *drafts = NULL;
  gsize size = 0;

  if (!g_file_get_contents (path, &bytes, &size, &problem))
    {
      if (!g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  if (!json_parser_load_from_data (parser, bytes, size, error))
    return NULL;

  drafts = read_root (json_parser_get_root (parser));
  if (drafts == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s is no draft", path);

  return drafts;
}

/* --- Writing --- */

static void
add_text (JsonBuilder *builder, const char *member, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static void
add_int (JsonBuilder *builder, const char *member, gint64 number)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, number);
}

static void
add_flag (JsonBuilder *builder, const char *member, gboolean flag)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_boolean_value (builder, flag);
}

static void
add_sent (JsonBuilder *builder, const LpDraft *self)
{
  add_flag (builder, "sent", TRUE);
  add_int (builder, "time", self->time);
  add_int (builder, "table", self->table);
  add_text (builder, "perspective", self->perspective);
  add_text (builder, "profile", self->profile);
  add_text (builder, "municipality", self->municipality);
  add_flag (builder, "verbatim", self->verbatim);
  add_flag (builder, "consent", self->consent);
}

static void
add_story (JsonBuilder *builder, const LpDraft *self)
{
  add_flag (builder, "told", TRUE);
  add_text (builder, "base", self->base);
  for (guint i = 0; i < LP_N_STORY_PARTS; i++)
    {
      g_autofree char *member = g_strdup_printf ("part%u", i);

      add_text (builder, member, self->parts[i]);
    }
}

static void
add_draft (JsonBuilder *builder, const LpDraft *self)
{
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
  if (self->sent)
    add_sent (builder, self);
  if (self->told)
    add_story (builder, self);
  json_builder_end_object (builder);
}

static char *
write_drafts (GPtrArray *drafts)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < drafts->len; i++)
    add_draft (builder, g_ptr_array_index (drafts, i));
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

/* That there is none is fine. */
static gboolean
remove_file (const char *path, GError **error)
{
  int problem = g_unlink (path) == 0 ? 0 : errno;

  if (problem == 0 || problem == ENOENT)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (problem), g_strerror (problem));

  return FALSE;
}

/**
 * lp_drafts_save: @drafts: with none of them there is no file. Blocks until it is on the disk; not for the thread of the user
 * interface, but at its end.
 */
gboolean
lp_drafts_save (GPtrArray *drafts, const char *path, GError **error)
{
  g_autofree char *json = NULL;

  if (drafts->len == 0)
    return remove_file (path, error);

  json = write_drafts (drafts);
  return g_file_set_contents_full (path, json, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                   error);
}

/* --- What was sent after all --- */

/* A story may be told on as long as its note is there; any other draft is done with once the log has it. */
static gboolean
is_over (const LpDraft *self, LpReader *reader)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, KNOWN);
  gboolean known = FALSE;

  lp_query_bind_id (query, 1, &self->note);
  known = lp_query_next (query, NULL) && lp_query_int (query, 0) > 0;

  return known && (!self->told || lp_query_int (query, 1) == 0);
}

static void
sweep_file (const char *path, LpReader *reader)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = lp_drafts_load (path, NULL);
  guint n_before = drafts != NULL ? drafts->len : 0;

  for (guint i = n_before; i > 0; i--)
    if (is_over (g_ptr_array_index (drafts, i - 1), reader))
      g_ptr_array_remove_index (drafts, i - 1);
  if (drafts != NULL && drafts->len < n_before && !lp_drafts_save (drafts, path, &error))
    g_warning ("What was typed and sent stays in a file: %s", error->message);
}

/**
 * lp_drafts_sweep: takes out of all drafts beside a database what is in its log: a program may have been cut off just then, and
 * an erase that comes later knows nothing of these files. To be called by who alone may write, before anybody types.
 */
void
lp_drafts_sweep (const char *database, LpReader *reader)
{
  g_autofree char *folder = g_path_get_dirname (database);
  g_autofree char *base = g_path_get_basename (database);
  g_autofree char *beginning = g_strconcat (base, "-", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, beginning) && g_str_has_suffix (name, ENDING))
        sweep_file (path, reader);
    }
}
