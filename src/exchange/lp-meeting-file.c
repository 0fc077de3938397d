/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-meeting-file.h"

#include "lp-meeting-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/*
 * json-glib makes a tree of nodes of all that it reads, many times as large as the file. So the outer object and its arrays are taken
 * apart here, and json-glib reads what stands in them, one object at a time.
 */

/* A member of the outer object, and where its value stands. */
typedef struct {
  char       *name;
  const char *from;
  const char *to;
} Member;

struct _LpMeetingFile {
  char       *text;
  const char *end;
  const char *at;        /* of what is read next */
  GArray     *members;
  guint       member;    /* whose objects come next */
  gboolean    begun;     /* at is in its array */
  const char *object;    /* where the one that came last begins */
  JsonParser *parser;
};

/* Members that say something of the file as a whole. */
static const char *const others[] = {
  "format", "version", "confidential", "exported", "program", "left_out", "fields", "last_numbers", "counts", NULL,
};

static void
member_clear (gpointer data)
{
  g_free (((Member *) data)->name);
}

void
lp_meeting_file_free (LpMeetingFile *self)
{
  g_clear_pointer (&self->members, g_array_unref);
  g_clear_object (&self->parser);
  g_free (self->text);
  g_free (self);
}

static void
refuse_at (LpMeetingFile *self, const char *at, const char *reason, GError **error)
{
  guint line = 1;

  for (const char *c = self->text; c < at; c++)
    line += *c == '\n';
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("Line %u: %s"), line, reason);
}

/** lp_meeting_file_refuse: says what is wrong with the object that came last, and where it stands. */
void
lp_meeting_file_refuse (LpMeetingFile *self, GError **error, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  refuse_at (self, self->object, reason, error);
}

static void
skip_space (LpMeetingFile *self)
{
  while (self->at < self->end && strchr (" \t\r\n", *self->at) != NULL)
    self->at++;
}

/* Past c, if that comes next. */
static gboolean
skip (LpMeetingFile *self, char c)
{
  skip_space (self);
  if (self->at >= self->end || *self->at != c)
    return FALSE;
  self->at++;
  return TRUE;
}

static gboolean
refuse_syntax (LpMeetingFile *self, GError **error)
{
  if (self->at >= self->end)
    refuse_at (self, self->at, _("The file ends in the middle. Export the meeting again, or copy the file again."), error);
  else
    refuse_at (self, self->at, _("This is not written as JSON asks for. Mend it, or export the meeting again."), error);
  return FALSE;
}

/* The four digits of "\u00e6"; -1: there are none. The text ends with NUL. */
static int
read_unit (const char *at)
{
  int unit = 0;

  if (at[0] != '\\' || at[1] != 'u')
    return -1;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return -1;
      unit = unit << 4 | g_ascii_xdigit_value (at[i]);
    }
  return unit;
}

/* NUL, and halves of what takes two units, are no characters that a text can have: json-glib would end the text there. */
static gboolean
skip_escape (LpMeetingFile *self, GError **error)
{
  int unit = read_unit (self->at);
  int second = unit >= 0xd800 && unit < 0xdc00 ? read_unit (self->at + 6) : -1;

  if (self->at[1] == 'u' && unit < 0)
    return refuse_syntax (self, error);
  if (unit == 0 || (unit >= 0xd800 && unit < 0xe000 && (second < 0xdc00 || second > 0xdfff)))
    {
      refuse_at (self, self->at, _("The text holds what is no character. Take it out."), error);
      return FALSE;
    }
  self->at += unit < 0 ? 2 : second < 0 ? 6 : 12;
  return TRUE;
}

static gboolean
skip_string (LpMeetingFile *self, GError **error)
{
  for (self->at++; self->at < self->end && *self->at != '"';)
    {
      if ((guchar) *self->at < ' ')
        return refuse_syntax (self, error);
      if (*self->at != '\\')
        self->at++;
      else if (!skip_escape (self, error))
        return FALSE;
    }
  if (self->at >= self->end)
    return refuse_syntax (self, error);
  self->at++;
  return TRUE;
}

/* A word, a number, a comma, a bracket. */
static int
skip_token (LpMeetingFile *self)
{
  static const char alone[] = ",:[]{}";
  char c = *self->at++;

  if (strchr (alone, c) == NULL)
    {
      while (self->at < self->end && strchr (" \t\r\n\",:[]{}", *self->at) == NULL)
        self->at++;
    }
  return (c == '[' || c == '{') - (c == ']' || c == '}');
}

/* As far as its brackets go: what stands between them is looked at when it is read. */
static gboolean
skip_value (LpMeetingFile *self, GError **error)
{
  int depth = 0;

  do
    {
      skip_space (self);
      if (self->at >= self->end)
        return refuse_syntax (self, error);
      if (*self->at != '"')
        depth += skip_token (self);
      else if (!skip_string (self, error))
        return FALSE;
    }
  while (depth > 0);
  return depth == 0 || refuse_syntax (self, error);
}

static Member *
find_member (LpMeetingFile *self, const char *name)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      Member *member = &g_array_index (self->members, Member, i);

      if (g_str_equal (member->name, name))
        return member;
    }
  return NULL;
}

static gboolean
read_member (LpMeetingFile *self, GError **error)
{
  Member member = { NULL };
  const char *from = NULL;
  g_autofree char *name = NULL;

  skip_space (self);
  from = self->at;
  if (self->at >= self->end || *self->at != '"')
    return refuse_syntax (self, error);
  if (!skip_string (self, error))
    return FALSE;
  name = g_strndup (from + 1, self->at - from - 2);
  if (find_member (self, name) != NULL)
    {
      g_autofree char *reason = g_strdup_printf (_("“%s” stands there twice. Take one of them out."), name);

      refuse_at (self, from, reason, error);
      return FALSE;
    }
  if (!skip (self, ':'))
    return refuse_syntax (self, error);
  skip_space (self);
  member.from = self->at;
  if (!skip_value (self, error))
    return FALSE;
  member.to = self->at;
  member.name = g_steal_pointer (&name);
  g_array_append_val (self->members, member);
  return TRUE;
}

static gboolean
read_members (LpMeetingFile *self, GError **error)
{
  if (!skip (self, '{'))
    return refuse_syntax (self, error);
  do
    {
      if (!read_member (self, error))
        return FALSE;
    }
  while (skip (self, ','));
  if (!skip (self, '}'))
    return refuse_syntax (self, error);
  skip_space (self);
  return self->at == self->end || refuse_syntax (self, error);
}

static JsonNode *
parse (LpMeetingFile *self, const char *from, const char *to, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (json_parser_load_from_data (self->parser, from, to - from, &problem))
    return json_parser_get_root (self->parser);
  self->at = from;
  refuse_syntax (self, error);
  return NULL;
}

/**
 * lp_meeting_file_get_member:
 *
 * Returns: (transfer full) (nullable): a member that is an object; %NULL without an error when it is not there
 */
JsonObject *
lp_meeting_file_get_member (LpMeetingFile *self, const char *name, GError **error)
{
  Member *member = find_member (self, name);
  JsonNode *node = member != NULL ? parse (self, member->from, member->to, error) : NULL;

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_dup_object (node);
  self->at = member->from;
  refuse_syntax (self, error);
  return NULL;
}

static gboolean
is_format (LpMeetingFile *self)
{
  Member *member = find_member (self, "format");
  JsonNode *node = member != NULL ? parse (self, member->from, member->to, NULL) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && g_strcmp0 (json_node_get_string (node), LP_MEETING_FORMAT) == 0;
}

static gboolean
check_format (LpMeetingFile *self, GError **error)
{
  Member *member = NULL;
  JsonNode *node = NULL;

  if (!is_format (self))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("This is no whole meeting from Landspanel. Choose a file that was exported as “Whole meeting”."));
      return FALSE;
    }
  member = find_member (self, "version");
  node = member != NULL ? parse (self, member->from, member->to, NULL) : NULL;
  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64 &&
      json_node_get_int (node) >= 1 && json_node_get_int (node) <= LP_MEETING_FORMAT_VERSION)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _("The file was written by a newer version of Landspanel. Update Landspanel, then take it in."));
  return FALSE;
}

static gboolean
is_known (const char *name)
{
  LpEntity entity = 0;

  return g_strv_contains (others, name) ||
         (lp_schema_find_entity (name, &entity) && lp_meeting_format_why_no_entity (entity) == NULL);
}

/* What a newer version writes may say what must not be shown: better none of it than half. */
static gboolean
check_members (LpMeetingFile *self, GError **error)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      Member *member = &g_array_index (self->members, Member, i);
      g_autofree char *reason = NULL;

      if (g_strv_contains (others, member->name) && parse (self, member->from, member->to, error) == NULL)
        return FALSE;
      if (is_known (member->name))
        continue;
      reason = g_strdup_printf (_("This version of Landspanel does not know “%s”. Update Landspanel, or take that out of the file."),
                                member->name);
      refuse_at (self, member->from, reason, error);
      return FALSE;
    }
  return TRUE;
}

/**
 * lp_meeting_file_open: Returns: (transfer full): the file, of which the outermost things are as they should be; %NULL with an error
 * that says where they are not
 */
LpMeetingFile *
lp_meeting_file_open (const char *path, GError **error)
{
  g_autoptr (LpMeetingFile) self = g_new0 (LpMeetingFile, 1);
  const char *wrong = NULL;
  gsize length = 0;

  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_array_set_clear_func (self->members, member_clear);
  self->parser = json_parser_new_immutable ();
  json_parser_set_strict (self->parser, TRUE);
  /* not mapped: a disk that is pulled out meanwhile would end the program */
  if (!g_file_get_contents (path, &self->text, &length, error))
    return NULL;
  self->end = self->text + length;
  if (!g_utf8_validate (self->text, length, &wrong))
    {
      refuse_at (self, wrong, _("The file is not UTF-8. Export the meeting again, or save it as UTF-8."), error);
      return NULL;
    }
  self->at = self->text + (g_str_has_prefix (self->text, BYTE_ORDER_MARK) ? strlen (BYTE_ORDER_MARK) : 0);
  if (!read_members (self, error) || !check_format (self, error) || !check_members (self, error))
    return NULL;
  lp_meeting_file_rewind (self);
  return g_steal_pointer (&self);
}

/** lp_meeting_file_rewind: the first object comes next. */
void
lp_meeting_file_rewind (LpMeetingFile *self)
{
  self->member = 0;
  self->begun = FALSE;
  self->object = self->text;
}

/* Whether another object comes in the array; at is then where it begins. */
static gboolean
find_object (LpMeetingFile *self, GError **error)
{
  gboolean first = !self->begun;

  self->begun = TRUE;
  if (first && !skip (self, '['))
    return refuse_syntax (self, error);
  if (skip (self, ']'))
    {
      self->member++;
      self->begun = FALSE;
      return FALSE;
    }
  if (!first && !skip (self, ','))
    return refuse_syntax (self, error);
  skip_space (self);
  return (self->at < self->end && *self->at == '{') || refuse_syntax (self, error);
}

static gboolean
read_object (LpMeetingFile *self, JsonObject **object, GError **error)
{
  JsonNode *node = NULL;

  self->object = self->at;
  if (!skip_value (self, error))
    return FALSE;
  node = parse (self, self->object, self->at, error);
  if (node == NULL)
    return FALSE;
  *object = json_node_get_object (node);
  return TRUE;
}

/**
 * lp_meeting_file_next:
 * @object: (out) (transfer none): until the next call
 *
 * Returns: %FALSE without an error after the last one
 */
gboolean
lp_meeting_file_next (LpMeetingFile *self, LpEntity *entity, JsonObject **object, GError **error)
{
  g_autoptr (GError) problem = NULL;

  while (self->member < self->members->len)
    {
      Member *member = &g_array_index (self->members, Member, self->member);

      if (!lp_schema_find_entity (member->name, entity))
        {
          self->member++;
          continue;
        }
      if (!self->begun)
        self->at = member->from;
      if (find_object (self, &problem))
        return read_object (self, object, error);
      if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
    }
  return FALSE;
}

/** lp_meeting_file_get_share: Returns: 0.0 to 1.0: how much of it was read since it was opened or rewound */
double
lp_meeting_file_get_share (LpMeetingFile *self)
{
  return (double) (self->object - self->text) / MAX (self->end - self->text, 1);
}
