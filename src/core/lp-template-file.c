/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-template-file.h"

#include "lp-clock.h"
#include "lp-store.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#define FORMAT "landspanel-templates"
#define VERSION 1
#define DOTS_WHEN_UNSAID 3

/* A template is some kilobytes; what is larger is something else. */
#define MAX_SIZE (1024 * 1024)
#define MAX_ITEMS 500
#define MAX_TABLES 1000
#define MINUTES_A_DAY (24 * 60)

/* What is being read, and where in it: for messages. */
typedef struct {
  const char *name;
  const char *language;
  char       *place; /* "item 3 of “Kick-off”", or NULL */
} Reading;

static const char *
user_language (void)
{
  const char *const *names = g_get_language_names_with_category ("LC_MESSAGES");

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_has_prefix (names[i], "da"))
        return "da";
      if (g_str_has_prefix (names[i], "en"))
        return "en";
    }
  return "en";
}

G_GNUC_PRINTF (3, 4)
static gboolean
refuse (const Reading *reading, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (reading->place != NULL)
    /* Translators: a file’s name, a place in it, and what is wrong there */
    g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID, _("“%s” cannot be used. In %s: %s"),
                 reading->name, reading->place, what);
  else
    /* Translators: a file’s name, and what is wrong with it */
    g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID, _("“%s” cannot be used: %s"), reading->name,
                 what);
  return FALSE;
}

static gboolean
is_number (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64;
}

static gboolean
is_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

/* A text, or texts by language, of which the user's is taken, or else the first. */
static const char *
choose_words (JsonNode *node, const char *language)
{
  JsonObject *object = NULL;
  JsonNode *chosen = node;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      JsonNode *first = NULL;

      object = json_node_get_object (node);
      json_object_iter_init (&iter, object);
      json_object_iter_next (&iter, NULL, &first);
      chosen = json_object_has_member (object, language) ? json_object_get_member (object, language) : first;
    }
  return is_string (chosen) ? json_node_get_string (chosen) : NULL;
}

/* Transfer full; "" for a member that may be missing and is. */
static gboolean
read_words (const Reading *reading,
            JsonObject *object,
            const char *member,
            gboolean needed,
            char **words,
            GError **error)
{
  JsonNode *node = json_object_get_member (object, member);
  const char *chosen = node != NULL ? choose_words (node, reading->language) : NULL;

  if (node == NULL && !needed)
    {
      *words = g_strdup ("");
      return TRUE;
    }
  if (node == NULL)
    return refuse (reading, error, _("“%s” is missing."), member);
  if (chosen == NULL)
    return refuse (reading, error, _("“%s” is not a text."), member);
  *words = g_strstrip (g_strdup (chosen));
  if (needed && **words == '\0')
    return refuse (reading, error, _("“%s” is empty."), member);
  return TRUE;
}

static gboolean
read_number (const Reading *reading,
             JsonObject *object,
             const char *member,
             gint64 highest,
             gint64 *number,
             GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return TRUE;
  if (!is_number (node) || json_node_get_int (node) < 0 || json_node_get_int (node) > highest)
    return refuse (reading, error, _("“%s” is not a whole number from 0 to %d."), member, (int) highest);
  *number = json_node_get_int (node);
  return TRUE;
}

static gboolean
read_clock (const Reading *reading, JsonObject *object, const char *member, int *minutes, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return TRUE;
  if (!is_string (node) || !lp_clock_parse (json_node_get_string (node), minutes))
    return refuse (reading, error, _("“%s” is not a time such as 09:30."), member);
  return TRUE;
}

static gboolean
read_method (const Reading *reading, JsonObject *object, LpMethod *method, GError **error)
{
  JsonNode *node = json_object_get_member (object, "method");
  const char *id = is_string (node) ? json_node_get_string (node) : NULL;

  if (node == NULL)
    return refuse (reading, error, _("“%s” is missing."), "method");
  if (id == NULL || !lp_method_find (id, method))
    return refuse (reading, error, _("there is no method “%s”."), id != NULL ? id : "?");
  return TRUE;
}

static gboolean
read_kinds (const Reading *reading, JsonObject *object, char **printed, GError **error)
{
  JsonNode *node = json_object_get_member (object, "notes");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint kinds = 0;

  if (node != NULL && array == NULL)
    return refuse (reading, error, _("“%s” is not a list."), "notes");
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      const char *id = is_string (element) ? json_node_get_string (element) : "?";
      guint kind = lp_kinds_parse (id);

      if (kind == 0)
        return refuse (reading, error, _("there is no kind of note “%s”."), id);
      kinds |= kind;
    }
  *printed = lp_kinds_print (kinds);
  return TRUE;
}

/* 50000 → "50.000", as the language writes it. */
static char *
print_amount (gint64 amount, const char *language)
{
  const char *separator = g_str_equal (language, "da") ? "." : ",";

  if (amount < 1000)
    return g_strdup_printf ("%" G_GINT64_FORMAT, amount);

  g_autofree char *thousands = print_amount (amount / 1000, language);

  return g_strdup_printf ("%s%s%03d", thousands, separator, (int) (amount % 1000));
}

/* What is known when the meeting is made; {end} and the like are known on the day only. */
static gboolean
fill_prompt (const Reading *reading, JsonObject *item, JsonObject *template_, char **prompt, GError **error)
{
  gint64 n_dots = DOTS_WHEN_UNSAID;
  gint64 amount = 0;

  if (!read_number (reading, item, "dots", 1000, &n_dots, error)
      || !read_number (reading, template_, "budget_dkk", G_MAXINT, &amount, error))
    return FALSE;

  g_autofree char *dots = g_strdup_printf ("%" G_GINT64_FORMAT, n_dots);
  g_autofree char *budget = print_amount (amount, reading->language);
  GString *filled = g_string_new_take (*prompt);

  g_string_replace (filled, "{dots}", dots, 0);
  g_string_replace (filled, "{budget}", budget, 0);
  *prompt = g_string_free (filled, FALSE);
  return TRUE;
}

static LpTemplateItem *
read_item (const Reading *reading, JsonObject *object, JsonObject *template_, GError **error)
{
  g_autoptr (LpTemplateItem) item = g_new0 (LpTemplateItem, 1);
  gint64 minutes = -1;

  if (!read_words (reading, object, "title", TRUE, &item->title, error)
      || !read_words (reading, object, "prompt", FALSE, &item->prompt, error)
      || !read_words (reading, object, "guide", FALSE, &item->guide, error)
      || !read_words (reading, object, "fact", FALSE, &item->fact, error)
      || !read_words (reading, object, "fact_source", FALSE, &item->fact_source, error)
      || !read_method (reading, object, &item->method, error)
      || !read_kinds (reading, object, &item->kinds, error)
      || !read_number (reading, object, "minutes", LP_TEMPLATE_MAX_MINUTES, &minutes, error)
      || !fill_prompt (reading, object, template_, &item->prompt, error))
    return NULL;
  if (minutes < 0)
    {
      refuse (reading, error, _("“%s” is missing."), "minutes");
      return NULL;
    }
  item->minutes = (int) minutes;
  return g_steal_pointer (&item);
}

static gboolean
read_items (Reading *reading, LpTemplate *template_, JsonObject *object, GError **error)
{
  JsonNode *node = json_object_get_member (object, "items");
  JsonArray *items = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (items == NULL)
    return refuse (reading, error, _("“%s” is not a list."), "items");
  if (json_array_get_length (items) > MAX_ITEMS)
    return refuse (reading, error, _("There are more than %d agenda items."), MAX_ITEMS);
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonNode *element = json_array_get_element (items, i);
      LpTemplateItem *item = NULL;

      g_free (reading->place);
      /* Translators: a place in a file, as in “In agenda item 3 of “Kick-off”: …” */
      reading->place = g_strdup_printf (_("agenda item %u of “%s”"), i + 1, lp_template_get_title (template_));
      if (!JSON_NODE_HOLDS_OBJECT (element))
        return refuse (reading, error, _("it is not an object."));
      item = read_item (reading, json_node_get_object (element), object, error);
      if (item == NULL)
        return FALSE;
      lp_template_take_item (template_, item);
    }
  return TRUE;
}

/* For how long the room is hired, from when the day begins until "room_until". */
static gboolean
read_hours (const Reading *reading, JsonObject *object, int *start, int *hired, GError **error)
{
  int until = -1;

  *start = 9 * 60;
  if (!read_clock (reading, object, "start", start, error)
      || !read_clock (reading, object, "room_until", &until, error))
    return FALSE;
  *hired = until < 0 ? 0 : (until - *start + MINUTES_A_DAY) % MINUTES_A_DAY;
  return TRUE;
}

static gboolean
read_tables (const Reading *reading, JsonObject *object, gint64 *tables, GError **error)
{
  JsonNode *node = json_object_get_member (object, "participants");

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (reading, error, _("“%s” is not an object."), "participants");
  return read_number (reading, json_node_get_object (node), "tables", MAX_TABLES, tables, error);
}

static LpTemplate *
read_template (Reading *reading, JsonObject *object, const char *panel, GError **error)
{
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;
  g_autofree char *purpose = NULL;
  g_autofree char *own_panel = NULL;
  g_autoptr (LpTemplate) self = NULL;
  gint64 tables = 0;
  int start = 0;
  int hired = 0;

  if (!read_words (reading, object, "id", FALSE, &id, error)
      || !read_words (reading, object, "title", TRUE, &title, error)
      || !read_words (reading, object, "purpose", FALSE, &purpose, error)
      || !read_words (reading, object, "panel", FALSE, &own_panel, error)
      || !read_hours (reading, object, &start, &hired, error)
      || !read_tables (reading, object, &tables, error))
    return NULL;

  self = lp_template_new (id, title, purpose, *own_panel != '\0' ? own_panel : panel, start, hired,
                          (int) tables);
  return read_items (reading, self, object, error) ? g_steal_pointer (&self) : NULL;
}

static gboolean
read_templates (Reading *reading, JsonArray *array, const char *panel, GPtrArray *templates, GError **error)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      LpTemplate *template_ = NULL;

      g_free (reading->place);
      /* Translators: a place in a file, as in “In template 2: …” */
      reading->place = g_strdup_printf (_("template %u"), i + 1);
      if (!JSON_NODE_HOLDS_OBJECT (element))
        return refuse (reading, error, _("it is not an object."));
      template_ = read_template (reading, json_node_get_object (element), panel, error);
      if (template_ == NULL)
        return FALSE;
      g_ptr_array_add (templates, template_);
    }
  g_clear_pointer (&reading->place, g_free);
  return TRUE;
}

static gboolean
check_format (const Reading *reading, JsonNode *root, GError **error)
{
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *format = object != NULL ? json_object_get_member (object, "format") : NULL;
  JsonNode *version = object != NULL ? json_object_get_member (object, "version") : NULL;
  JsonNode *templates = object != NULL ? json_object_get_member (object, "templates") : NULL;

  if (!is_string (format) || g_strcmp0 (json_node_get_string (format), FORMAT) != 0)
    return refuse (reading, error, _("It is not a template of Landspanel."));
  if (!is_number (version) || json_node_get_int (version) < 1)
    return refuse (reading, error, _("“%s” is missing."), "version");
  if (json_node_get_int (version) > VERSION)
    return refuse (reading, error, _("It was written by a newer version of Landspanel."));
  if (templates == NULL || !JSON_NODE_HOLDS_ARRAY (templates)
      || json_array_get_length (json_node_get_array (templates)) == 0)
    return refuse (reading, error, _("There is no template in it."));
  return TRUE;
}

/* "<data>:3:14: Parse error: …": where it is helps the user; how the parser puts it does not. */
static gboolean
refuse_json (Reading *reading, const GError *problem, GError **error)
{
  guint line = 0;

  if (sscanf (problem->message, "%*[^:]:%u:", &line) == 1)
    /* Translators: a place in a file, as in “In line 3: …” */
    reading->place = g_strdup_printf (_("line %u"), line);
  return refuse (reading, error, _("it is not JSON, in which templates are written."));
}

static gboolean
parse (Reading *reading, GBytes *bytes, GPtrArray *templates, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) problem = NULL;
  g_autofree char *panel = NULL;
  const char *data = g_bytes_get_data (bytes, NULL);
  gsize size = g_bytes_get_size (bytes);
  JsonObject *root = NULL;

  if (size == 0)
    return refuse (reading, error, _("It is empty."));
  if (!g_utf8_validate_len (data, size, NULL))
    return refuse (reading, error, _("It is not text in UTF-8."));
  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, data, (gssize) size, &problem))
    return refuse_json (reading, problem, error);
  if (!check_format (reading, json_parser_get_root (parser), error))
    return FALSE;

  root = json_node_get_object (json_parser_get_root (parser));
  return read_words (reading, root, "panel", FALSE, &panel, error)
         && read_templates (reading, json_object_get_array_member (root, "templates"), panel, templates, error);
}

static void
add_member (JsonBuilder *builder, const char *member, const char *text)
{
  if (*text == '\0')
    return;
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static void
add_words (JsonBuilder *builder, const char *member, const char *text)
{
  if (*text == '\0')
    return;
  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  add_member (builder, user_language (), text);
  json_builder_end_object (builder);
}

static void
add_number (JsonBuilder *builder, const char *member, int number)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, number);
}

static void
add_clock (JsonBuilder *builder, const char *member, int minutes)
{
  g_autofree char *clock = lp_clock_print (minutes);

  add_member (builder, member, clock);
}

static void
add_item (JsonBuilder *builder, const LpTemplateItem *item)
{
  guint kinds = lp_kinds_parse (item->kinds);

  json_builder_begin_object (builder);
  add_words (builder, "title", *item->title != '\0' ? item->title : "–");
  add_member (builder, "method", lp_method_id (item->method));
  add_number (builder, "minutes", item->minutes);
  add_words (builder, "prompt", item->prompt);
  add_words (builder, "guide", item->guide);
  add_words (builder, "fact", item->fact);
  add_words (builder, "fact_source", item->fact_source);
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint kind = 0; kind < LP_N_KINDS; kind++)
    {
      if ((kinds & (1u << kind)) != 0)
        json_builder_add_string_value (builder, lp_kind_id (kind));
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_template (JsonBuilder *builder, LpTemplate *template_)
{
  json_builder_begin_object (builder);
  add_member (builder, "id", lp_template_get_id (template_));
  add_words (builder, "title", lp_template_get_title (template_));
  add_words (builder, "purpose", lp_template_get_purpose (template_));
  add_words (builder, "panel", lp_template_get_panel (template_));
  json_builder_set_member_name (builder, "participants");
  json_builder_begin_object (builder);
  add_number (builder, "tables", lp_template_get_tables (template_));
  json_builder_end_object (builder);
  add_clock (builder, "start", lp_template_get_start (template_));
  add_clock (builder, "room_until", lp_template_get_start (template_) + lp_template_get_hired (template_));
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < lp_template_get_n_items (template_); i++)
    add_item (builder, lp_template_get_item (template_, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static char *
print (LpTemplate *template_)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_member (builder, "format", FORMAT);
  add_number (builder, "version", VERSION);
  json_builder_set_member_name (builder, "templates");
  json_builder_begin_array (builder);
  add_template (builder, template_);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}

/** lp_template_parse: all or none of the templates in it; what is not known is passed over. */
GPtrArray *
lp_template_parse (GBytes *bytes, const char *name, const char *language, GError **error)
{
  Reading reading = { .name = name, .language = language != NULL ? language : user_language () };
  g_autoptr (GPtrArray) templates = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_template_unref);
  gboolean good = parse (&reading, bytes, templates, error);

  g_free (reading.place);
  return good ? g_steal_pointer (&templates) : NULL;
}

/** As lp_template_parse(), from a file. LP_STORE_ERROR_NOT_FOUND when it cannot be read. */
GPtrArray *
lp_template_read_file (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GError) problem = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    file = g_mapped_file_new (path, FALSE, &problem);
  if (file == NULL)
    {
      g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND, _("“%s” cannot be read: %s"), name,
                   problem != NULL ? problem->message : _("it is a folder."));
      return NULL;
    }
  if (g_mapped_file_get_length (file) > MAX_SIZE)
    {
      refuse (&(Reading) { .name = name }, error, _("It is too large to be a template."));
      return NULL;
    }
  bytes = g_mapped_file_get_bytes (file);
  return lp_template_parse (bytes, name, NULL, error);
}

/** lp_template_write_file: under a passing name, renamed when it is on the disk. */
gboolean
lp_template_write_file (LpTemplate *self, const char *path, GError **error)
{
  g_autofree char *text = print (self);
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GError) problem = NULL;

  if (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                0644, &problem))
    return TRUE;
  g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_FAILED, _("“%s” was not written: %s."), name,
               problem->message);
  return FALSE;
}
