/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-story-goal.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "lp-story.h"

#define SETTING "story-goal"

/* Where the app's settings are not installed. */
#define WANTED_WHEN_UNSAID 1001

#define PANEL \
  "SELECT p.name FROM meeting m JOIN panel p ON p.id=m.panel WHERE m.id=?1 AND p.deleted=0"

/* A meeting of no panel counts its own. */
#define STORIES \
  "SELECT count (*), ifnull (sum (n.space=?1), 0) FROM meeting m JOIN note n ON n.space=m.id" \
  " WHERE m.deleted=0 AND (m.id=?1 OR m.panel=(SELECT panel FROM meeting WHERE id=?1))" \
  " AND" LP_STORY_COUNTS

static guint
read_wanted (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
      source != NULL ? g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE) : NULL;
  g_autoptr (GSettings) settings = NULL;

  if (schema == NULL)
    return WANTED_WHEN_UNSAID;
  settings = g_settings_new_full (schema, NULL, NULL);
  return (guint) g_settings_get_int (settings, SETTING);
}

static gboolean
read_panel (LpStoryGoal *self, LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, PANEL);
  g_autoptr (GError) failure = NULL;

  lp_query_bind_id (query, 1, meeting);
  if (lp_query_next (query, &failure))
    self->panel = g_strdup (lp_query_text (query, 0));
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return failure == NULL;
}

/**
 * lp_story_goal_load: counts the stories of the panel that a meeting belongs to: those that lp_story_counts () is
 * true of. The goal is what the panel may stand by, not what was told.
 *
 * Returns: (transfer full): NULL on error
 */
LpStoryGoal *
lp_story_goal_load (LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpStoryGoal) self = g_new0 (LpStoryGoal, 1);
  g_autoptr (LpQuery) query = NULL;

  if (!read_panel (self, reader, meeting, error))
    return NULL;

  query = lp_reader_query (reader, STORIES);
  lp_query_bind_id (query, 1, meeting);
  if (!lp_query_next (query, error))
    return NULL;
  self->stories = lp_query_int (query, 0);
  self->today = lp_query_int (query, 1);
  self->wanted = read_wanted ();

  return g_steal_pointer (&self);
}

void
lp_story_goal_free (LpStoryGoal *self)
{
  if (self == NULL)
    return;

  g_free (self->panel);
  g_free (self);
}

/** lp_story_goal_text: "39 to go", "The goal is reached" or "1 over the goal". Transfer full. */
char *
lp_story_goal_text (guint stories, guint goal)
{
  if (stories < goal)
    return g_strdup_printf (ngettext ("%'u to go", "%'u to go", goal - stories), goal - stories);
  if (stories == goal)
    return g_strdup (_("The goal is reached"));

  return g_strdup_printf (ngettext ("%'u over the goal", "%'u over the goal", stories - goal),
                          stories - goal);
}

static void
add_number (JsonBuilder *builder, const char *name, guint number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

/**
 * lp_story_goal_to_json: the count for a page that shows it; landspanelctl(1) says what each member means. No word of any story is
 * in it.
 * @when: it was counted
 *
 * Returns: (transfer full): an object in one line, with a line break
 */
char *
lp_story_goal_to_json (const LpStoryGoal *self, GDateTime *when)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *time = g_date_time_format (when, "%Y-%m-%dT%H:%M:%S%:z");
  g_autofree char *line = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "format", "landspanel-story-count");
  add_number (builder, "version", 1);
  add_text (builder, "panel", self->panel);
  add_number (builder, "stories", self->stories);
  add_number (builder, "today", self->today);
  add_number (builder, "goal", self->wanted);
  add_number (builder, "left", self->wanted - MIN (self->stories, self->wanted));
  add_text (builder, "counted", time);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  line = json_to_string (root, FALSE);

  return g_strconcat (line, "\n", NULL);
}
