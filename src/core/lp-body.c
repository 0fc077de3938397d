/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-body.h"

#include "lp-json-text.h"
#include "lp-store.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <sodium.h>

#define SALT "salt"
#define SALT_SIZE 16
#define BODY_SIZE 512 /* of most */

static void
append_salt (GString *body)
{
  guint8 bytes[SALT_SIZE];
  char salt[SALT_SIZE * 2 + 1];

  randombytes_buf (bytes, sizeof bytes);
  sodium_bin2hex (salt, sizeof salt, bytes, sizeof bytes);
  g_string_append (body, "\"" SALT "\":\"");
  g_string_append_len (body, salt, sizeof salt - 1);
  g_string_append_c (body, '"');
}

static void
append_value (GString *body, const LpValue *value)
{
  char id[LP_ID_STRING_SIZE];

  switch (value->kind)
    {
    case LP_VALUE_INT:
      g_string_append_printf (body, "%" G_GINT64_FORMAT, value->number);
      break;
    case LP_VALUE_TEXT:
      lp_json_append_text (body, value->text);
      break;
    case LP_VALUE_ID:
      lp_id_print (&value->id, id);
      lp_json_append_text (body, id);
      break;
    case LP_VALUE_NONE:
    default:
      g_string_append (body, "null");
      break;
    }
}

/**
 * lp_body_write:
 *
 * Written without json-glib, whose tree of nodes takes as long as all else that a commit does.
 *
 * Returns: (transfer full): the edit's fields as JSON
 */
char *
lp_body_write (const LpEdit *edit)
{
  const LpField *fields = lp_schema_entity (edit->entity)->fields;
  GString *body = g_string_sized_new (BODY_SIZE);

  g_string_append_c (body, '{');
  for (guint i = 0; i < edit->fields->len; i++)
    {
      const LpEditField *field = &g_array_index (edit->fields, LpEditField, i);

      lp_json_append_text (body, fields[field->field].name);
      g_string_append_c (body, ':');
      append_value (body, &field->value);
      g_string_append_c (body, ',');
    }
  append_salt (body);
  g_string_append_c (body, '}');

  return g_string_free_and_steal (body);
}

static JsonNode *
parse (const char *body, GError **error)
{
  g_autoptr (JsonNode) node = json_from_string (body, NULL);

  if (!node || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, LP_STORE_ERROR, LP_STORE_ERROR_DAMAGED, _("An entry of the log cannot be read."));
      return NULL;
    }

  return g_steal_pointer (&node);
}

/* A value of another type than the schema's counts as none, on every machine alike. */
static LpValue
read_value (JsonNode *node, LpType type)
{
  LpValue value = { 0 };
  GType held = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;

  switch (type)
    {
    case LP_TYPE_INT:
    case LP_TYPE_BOOL:
    case LP_TYPE_TIME:
      if (held == G_TYPE_INT64)
        value = (LpValue) { .kind = LP_VALUE_INT, .number = json_node_get_int (node) };
      break;
    case LP_TYPE_ID:
      if (held == G_TYPE_STRING && lp_id_parse (json_node_get_string (node), &value.id))
        value.kind = LP_VALUE_ID;
      break;
    case LP_TYPE_TEXT:
    case LP_TYPE_DATE:
    case LP_TYPE_RANK:
    case LP_TYPE_PLACE:
    default:
      if (held == G_TYPE_STRING)
        value = (LpValue) { .kind = LP_VALUE_TEXT, .text = json_node_dup_string (node) };
      break;
    }

  return value;
}

/**
 * lp_body_read:
 * @each: called for each field that this version knows; may take the value by clearing it
 */
gboolean
lp_body_read (const char *body, LpEntity entity, LpBodyField each, gpointer user_data, GError **error)
{
  g_autoptr (JsonNode) node = parse (body, error);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (!node)
    return FALSE;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      guint field;
      LpValue value;

      if (!lp_schema_find_field (entity, name, &field))
        continue;
      value = read_value (member, lp_schema_entity (entity)->fields[field].type);
      each (field, &value, user_data);
      lp_value_clear (&value);
    }

  return TRUE;
}

/**
 * lp_body_strip:
 *
 * Returns: (transfer full) (nullable): the body without @field and the salt; %NULL, without an error, when it holds no such field
 */
char *
lp_body_strip (const char *body, const char *field, GError **error)
{
  g_autoptr (JsonNode) node = parse (body, error);
  g_autoptr (JsonObject) rest = json_object_new ();
  JsonObject *object;
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (!node)
    return NULL;

  object = json_node_get_object (node);
  if (!json_object_has_member (object, field))
    return NULL;

  /* made anew, as json_object_remove_member () of json-glib 1.10 loses the last member from the order */
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      /* nor the salt: with it at hand, a few digits could be tried out against the digest */
      if (!g_str_equal (name, field) && !g_str_equal (name, SALT))
        json_object_set_member (rest, name, json_node_copy (member));
    }
  json_node_set_object (node, rest);

  return json_to_string (node, FALSE);
}

/** lp_body_names: Returns: (transfer full): the names of all fields in the body, also of unknown ones */
GStrv
lp_body_names (const char *body, GError **error)
{
  g_autoptr (JsonNode) node = parse (body, error);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  JsonObjectIter iter;
  const char *name;

  if (!node)
    return NULL;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      if (!g_str_equal (name, SALT))
        g_strv_builder_add (names, name);
    }

  return g_strv_builder_end (names);
}
