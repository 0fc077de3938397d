/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-cli.h"

#include "lp-counts.h"

#include <glib/gi18n.h>
#include <string.h>

/* list, show: which meetings there are, and what came out of one. */

#define MEETINGS \
  "SELECT m.id, m.title, m.date, m.place," \
  " (SELECT p.name FROM panel p WHERE p.id = m.panel AND p.deleted = 0)," \
  " (SELECT count (*) FROM note n WHERE n.space = m.id AND n.deleted = 0)" \
  " FROM meeting m WHERE m.deleted = 0 ORDER BY m.date DESC, m.num DESC"

#define AGENDA "SELECT num FROM agenda_item WHERE space = ?1 AND deleted = 0 ORDER BY rank, id"

/* What belongs to none of the groups is counted under this. */
#define NONE "none"

typedef struct {
  char  *key;    /* in JSON */
  char  *label;
  guint  count;
} Group;

typedef struct {
  const char *key;
  const char *heading;
  GPtrArray  *groups; /* of Group */
} Section;

/* All that is shown of a meeting. */
typedef struct {
  char      *id;
  LpRecord  *meeting;
  char      *panel;
  LpCounts  *counts;
  GPtrArray *agenda; /* of LpRecord */
  GArray    *sections;
} Shown;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_free (group->key);
  g_free (group->label);
  g_free (group);
}

static void
section_clear (gpointer data)
{
  Section *section = data;

  g_ptr_array_unref (section->groups);
}

static void
shown_free (Shown *self)
{
  g_free (self->id);
  g_clear_object (&self->meeting);
  g_free (self->panel);
  g_clear_pointer (&self->counts, lp_counts_free);
  g_clear_pointer (&self->agenda, g_ptr_array_unref);
  g_clear_pointer (&self->sections, g_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shown, shown_free)

static GPtrArray *
add_section (Shown *self, const char *key, const char *heading)
{
  Section section = { key, heading, g_ptr_array_new_with_free_func (group_free) };

  g_array_append_val (self->sections, section);
  return section.groups;
}

/* Two themes of one name are one key in JSON, and so one group. */
static void
add_group (GPtrArray *groups, const char *key, const char *label, guint count)
{
  Group *group = NULL;

  for (guint i = 0; i < groups->len; i++)
    {
      group = g_ptr_array_index (groups, i);
      if (strcmp (group->key, key) != 0)
        continue;
      group->count += count;
      return;
    }
  group = g_new0 (Group, 1);
  group->key = g_strdup (key);
  group->label = g_strdup (label);
  group->count = count;
  g_ptr_array_add (groups, group);
}

static void
add_kinds (Shown *self)
{
  GPtrArray *groups = add_section (self, "by_kind", _("Kinds"));

  for (guint i = 0; i < LP_N_KINDS; i++)
    add_group (groups, lp_kind_id (i), lp_kind_plural (i), self->counts->kinds[i]);
}

static void
add_perspectives (Shown *self)
{
  GPtrArray *groups = add_section (self, "by_perspective", _("Perspectives"));

  for (guint i = 0; i < LP_N_PERSPECTIVES; i++)
    add_group (groups, lp_perspective_id (i), lp_perspective_label (i), self->counts->perspectives[i]);
  if (self->counts->no_perspective > 0)
    add_group (groups, NONE, _("Not stated"), self->counts->no_perspective);
}

static void
add_tables (Shown *self)
{
  GPtrArray *groups = add_section (self, "by_table", _("Tables"));
  guint without = 0;

  for (guint i = 0; i < self->counts->tables->len; i++)
    {
      const LpTableCount *table = &g_array_index (self->counts->tables, LpTableCount, i);
      g_autofree char *key = g_strdup_printf ("%d", table->table);
      g_autofree char *label = g_strdup_printf (_("Table %d"), table->table);

      if (table->table == 0)
        without = table->total;
      else
        add_group (groups, key, label, table->total);
    }
  if (without > 0)
    add_group (groups, NONE, _("No table"), without);
}

static void
add_themes (Shown *self)
{
  GPtrArray *groups = add_section (self, "by_theme", _("Themes"));

  for (guint i = 0; i < self->counts->themes->len; i++)
    {
      const LpThemeCount *theme = g_ptr_array_index (self->counts->themes, i);

      if (lp_id_is_set (&theme->theme))
        add_group (groups, theme->name, theme->name, theme->total);
    }
}

/* All in one view, so that the parts add up while somebody writes. */
static gboolean
load_parts (Shown *self, LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (!lp_reader_begin (reader, error))
    return FALSE;
  self->meeting = lp_reader_load (reader, LP_MEETING, meeting, &problem);
  if (self->meeting != NULL)
    self->panel = lp_meeting_panel_name (reader, self->meeting, &problem);
  if (problem == NULL)
    self->counts = lp_counts_load (reader, meeting, &problem);
  if (problem == NULL)
    self->agenda = lp_reader_load_all (reader, LP_AGENDA_ITEM, AGENDA, meeting, &problem);
  lp_reader_end (reader);

  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static Shown *
load_shown (LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (Shown) self = g_new0 (Shown, 1);

  if (!load_parts (self, reader, meeting, error))
    return NULL;
  self->id = lp_id_to_string (meeting);
  self->sections = g_array_new (FALSE, FALSE, sizeof (Section));
  g_array_set_clear_func (self->sections, section_clear);
  add_kinds (self);
  add_perspectives (self);
  add_tables (self);
  add_themes (self);
  return g_steal_pointer (&self);
}

static const char *
text_or_null (LpRecord *record, guint field)
{
  return lp_record_has (record, field) ? lp_record_text (record, field) : NULL;
}

static void
build_notes (Shown *self, JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_object (builder);
  lp_cli_member_int (builder, "total", self->counts->total);
  for (guint i = 0; i < self->sections->len; i++)
    {
      const Section *section = &g_array_index (self->sections, Section, i);

      json_builder_set_member_name (builder, section->key);
      json_builder_begin_object (builder);
      for (guint j = 0; j < section->groups->len; j++)
        {
          const Group *group = g_ptr_array_index (section->groups, j);

          lp_cli_member_int (builder, group->key, group->count);
        }
      json_builder_end_object (builder);
    }
  lp_cli_member_int (builder, "without_theme", self->counts->without_theme);
  json_builder_end_object (builder);
}

static void
build_agenda (Shown *self, JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "agenda");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->agenda->len; i++)
    {
      LpRecord *item = g_ptr_array_index (self->agenda, i);

      json_builder_begin_object (builder);
      lp_cli_member_text (builder, "title", lp_record_text (item, LP_AGENDA_ITEM_TITLE));
      lp_cli_member_text (builder, "method", lp_record_text (item, LP_AGENDA_ITEM_METHOD));
      lp_cli_member_int (builder, "minutes", lp_record_int (item, LP_AGENDA_ITEM_MINUTES));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_shown_json (Shown *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  lp_cli_member_text (builder, "id", self->id);
  lp_cli_member_text (builder, "title", lp_record_text (self->meeting, LP_MEETING_TITLE));
  lp_cli_member_text (builder, "date", text_or_null (self->meeting, LP_MEETING_DATE));
  lp_cli_member_text (builder, "place", text_or_null (self->meeting, LP_MEETING_PLACE));
  lp_cli_member_text (builder, "panel", self->panel);
  build_notes (self, builder);
  lp_cli_member_int (builder, "participants", self->counts->participants);
  build_agenda (self, builder);
  json_builder_end_object (builder);
  lp_cli_print_json (builder);
}

static void
print_section (const Section *section)
{
  guint width = 0;

  if (section->groups->len == 0)
    return;
  for (guint i = 0; i < section->groups->len; i++)
    width = MAX (width, g_utf8_strlen (((Group *) g_ptr_array_index (section->groups, i))->label, -1));

  lp_cli_say ("\n%s\n", section->heading);
  for (guint i = 0; i < section->groups->len; i++)
    {
      const Group *group = g_ptr_array_index (section->groups, i);

      lp_cli_say ("  ");
      lp_cli_print_padded (group->label, width);
      lp_cli_say ("  %5u\n", group->count);
    }
}

static const char *
method_label (LpRecord *item)
{
  const char *id = lp_record_text (item, LP_AGENDA_ITEM_METHOD);
  LpMethod method;

  return lp_method_find (id, &method) ? lp_method_label (method) : id;
}

static void
print_agenda (Shown *self)
{
  LpAgendaTimes times = lp_agenda_times_begin (lp_record_int (self->meeting, LP_MEETING_START));
  g_autofree char *end = NULL;

  if (self->agenda->len == 0)
    return;
  lp_cli_say ("\n%s\n", _("Agenda"));
  for (guint i = 0; i < self->agenda->len; i++)
    {
      LpRecord *item = g_ptr_array_index (self->agenda, i);
      g_autofree char *begins = lp_clock_print (lp_agenda_times_add_item (&times, item));

      lp_cli_say ("  %s %4d  %s (%s)\n", begins, (int) lp_record_int (item, LP_AGENDA_ITEM_MINUTES),
                  lp_record_text (item, LP_AGENDA_ITEM_TITLE), method_label (item));
    }
  end = lp_clock_print (times.end);
  lp_cli_say ("  %s       %s\n", end, _("End"));
}

static void
print_shown (Shown *self)
{
  const char *place = text_or_null (self->meeting, LP_MEETING_PLACE);

  lp_cli_say ("%s\n", lp_record_text (self->meeting, LP_MEETING_TITLE));
  lp_cli_say ("%s%s%s%s%s\n%s\n\n", lp_record_text (self->meeting, LP_MEETING_DATE),
              place != NULL ? ", " : "", place != NULL ? place : "",
              self->panel != NULL ? ", " : "", self->panel != NULL ? self->panel : "", self->id);
  lp_cli_say (ngettext ("%u note", "%u notes", self->counts->total), self->counts->total);
  lp_cli_say (", ");
  lp_cli_say (ngettext ("%u without a theme", "%u without a theme", self->counts->without_theme),
              self->counts->without_theme);
  lp_cli_say ("\n");
  lp_cli_say (ngettext ("%u participant", "%u participants", self->counts->participants),
              self->counts->participants);
  lp_cli_say ("\n");
  for (guint i = 0; i < self->sections->len; i++)
    print_section (&g_array_index (self->sections, Section, i));
  print_agenda (self);
}

static LpCliExit
run_show (LpCli *cli, char **arguments, GError **error)
{
  g_autoptr (Shown) shown = NULL;
  LpStore *store = NULL;
  LpId meeting = { 0 };

  store = lp_cli_open_meeting (cli, LP_STORE_READ_ONLY, arguments[0], &meeting, error);
  if (store == NULL)
    return LP_CLI_REFUSED;
  shown = load_shown (lp_store_get_reader (store), &meeting, error);
  lp_cli_close (store);
  if (shown == NULL)
    return LP_CLI_REFUSED;

  if (cli->json)
    print_shown_json (shown);
  else
    print_shown (shown);
  return LP_CLI_DONE;
}

static const char *
column_or_null (LpQuery *query, int column)
{
  return lp_query_is_none (query, column) ? NULL : lp_query_text (query, column);
}

static void
build_meeting (JsonBuilder *builder, LpQuery *query, const char *id)
{
  json_builder_begin_object (builder);
  lp_cli_member_text (builder, "id", id);
  lp_cli_member_text (builder, "title", lp_query_text (query, 1));
  lp_cli_member_text (builder, "date", column_or_null (query, 2));
  lp_cli_member_text (builder, "place", column_or_null (query, 3));
  lp_cli_member_text (builder, "panel", column_or_null (query, 4));
  lp_cli_member_int (builder, "notes", lp_query_int (query, 5));
  json_builder_end_object (builder);
}

/* Also in JSON a list without meetings is a list; what to do next is said beside it. */
static void
tell_next_step (LpCli *cli, const char *why)
{
  g_autofree char *none = g_strdup_printf (_("There are no meetings in “%s” yet."), cli->database);
  const char *how = _("“landspanelctl sample” makes an invented meeting, “landspanelctl new” one of your own.");

  lp_cli_complain ("%s %s", why != NULL ? why : none, how);
}

static gboolean
print_meetings (LpCli *cli, LpReader *reader, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, MEETINGS);
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (GError) problem = NULL;
  gboolean any = FALSE;

  json_builder_begin_array (builder);
  for (; lp_query_next (query, &problem); any = TRUE)
    {
      g_autofree char *id = NULL;
      LpId meeting = { 0 };

      lp_query_id (query, 0, &meeting);
      id = lp_id_to_string (&meeting);
      if (cli->json)
        build_meeting (builder, query, id);
      else
        lp_cli_say ("%s  %10s  %6" G_GINT64_FORMAT "  %s\n",
                    id, lp_query_text (query, 2), lp_query_int (query, 5), lp_query_text (query, 1));
    }
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  json_builder_end_array (builder);
  if (cli->json)
    lp_cli_print_json (builder);
  if (!any)
    tell_next_step (cli, NULL);
  return TRUE;
}

/* Who begins has no database yet, and no meetings; but a file that was named should be there. */
static LpCliExit
list_nothing (LpCli *cli, const GError *problem)
{
  if (cli->json)
    lp_cli_say ("[]\n");
  tell_next_step (cli, problem->message);
  return cli->named ? LP_CLI_REFUSED : LP_CLI_DONE;
}

static LpCliExit
run_list (LpCli *cli, char **arguments, GError **error)
{
  g_autoptr (GError) problem = NULL;
  LpStore *store = lp_cli_open (cli, LP_STORE_READ_ONLY, &problem);
  gboolean printed = FALSE;

  if (g_error_matches (problem, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND))
    return list_nothing (cli, problem);
  if (store == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return LP_CLI_REFUSED;
    }
  printed = print_meetings (cli, lp_store_get_reader (store), error);
  lp_cli_close (store);
  return printed ? LP_CLI_DONE : LP_CLI_REFUSED;
}

const LpCliCommand lp_cli_list = {
  .name = "list",
  .arguments = "",
  .summary = N_("All meetings: id, date, number of notes, title"),
  .run = run_list,
};

const LpCliCommand lp_cli_show = {
  .name = "show",
  .arguments = N_("MEETING"),
  .n_arguments = 1,
  .summary = N_("What came out of a meeting, counted, and its agenda"),
  .run = run_show,
};
