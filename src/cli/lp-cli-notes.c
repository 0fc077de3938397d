/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-cli.h"
#include "lp-search.h"

#include <glib/gi18n.h>

/* notes, search: the words themselves. Printed as they are read: there may be 100,000. */

enum {
  STATION, NUMBER, TIME, KIND, TEXT, TABLE, PERSPECTIVE, PROFILE, MUNICIPALITY, VERBATIM, CONSENT, THEMES,
  MEETING, MEETING_TITLE, MEETING_DATE /* of what was searched for */
};

#define COLUMNS \
  "SELECT n.station, n.number, n.time, n.kind, n.text, n.table_number, n.perspective, n.profile," \
  " n.municipality, n.verbatim, n.consent," \
  " (SELECT json_group_array (t.name ORDER BY t.rank, t.id) FROM placement p" \
  "  JOIN theme t ON t.id = p.theme AND t.deleted = 0 WHERE p.note = n.id AND p.deleted = 0)"

#define NOTES COLUMNS " FROM note n WHERE n.space = ?1 AND n.deleted = 0 ORDER BY n.time, n.num"

#define OF_MEETING " JOIN meeting m ON m.id = n.space AND m.deleted = 0 WHERE n.deleted = 0"
#define IN_ORDER " AND (?1 IS NULL OR n.space = ?1) AND lp_holds (n.text, ?2) ORDER BY m.date, m.num, n.time, n.num"

/* See lp-search.h. */
#define SEARCH \
  COLUMNS ", m.id, m.title, m.date FROM note_index CROSS JOIN note n ON n.num = note_index.rowid" OF_MEETING \
  " AND note_index MATCH ?3" IN_ORDER
#define LOOK_THROUGH COLUMNS ", m.id, m.title, m.date FROM note n" OF_MEETING IN_ORDER

/* How notes are printed. */
typedef struct {
  const char *time_format;
  gboolean    with_meeting; /* the query has the columns of the meeting */
  gboolean    headed;       /* and it stands above its notes */
} Manner;

static char *in_meeting;

static const GOptionEntry search_options[] = {
  { "meeting", 'm', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &in_meeting, N_("Search in this meeting only"),
    N_("MEETING") },
  G_OPTION_ENTRY_NULL
};

/* Local time in the given format; NULL when there is none. */
static char *
print_time (LpQuery *query, const char *format)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  if (lp_query_is_none (query, TIME))
    return NULL;
  utc = g_date_time_new_from_unix_utc_usec (lp_query_int (query, TIME) * 1000);
  local = g_date_time_to_local (utc);
  return g_date_time_format (local, format);
}

static char *
print_code (LpQuery *query)
{
  return lp_note_code (lp_query_int (query, STATION), lp_query_int (query, NUMBER));
}

static void
build_table (JsonBuilder *builder, LpQuery *query)
{
  json_builder_set_member_name (builder, "table");
  if (lp_query_is_none (query, TABLE))
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, lp_query_int (query, TABLE));
}

static void
build_bool (JsonBuilder *builder, const char *name, LpQuery *query, int column)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, lp_query_int (query, column) != 0);
}

static char *
print_meeting_id (LpQuery *query)
{
  LpId id = { 0 };

  lp_query_id (query, MEETING, &id);
  return lp_id_to_string (&id);
}

static void
build_meeting (JsonBuilder *builder, LpQuery *query)
{
  g_autofree char *id = print_meeting_id (query);

  lp_cli_member_text (builder, "meeting", id);
  lp_cli_member_text (builder, "meeting_title", lp_query_text (query, MEETING_TITLE));
  lp_cli_member_text (builder, "meeting_date",
                      lp_query_is_none (query, MEETING_DATE) ? NULL : lp_query_text (query, MEETING_DATE));
}

static void
print_note_json (LpQuery *query, const Manner *manner)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *code = print_code (query);
  g_autofree char *time = print_time (query, "%Y-%m-%dT%H:%M:%S%:z");
  g_autofree char *line = NULL;

  json_builder_begin_object (builder);
  lp_cli_member_text (builder, "code", code);
  lp_cli_member_text (builder, "time", time);
  lp_cli_member_text (builder, "kind", lp_query_text (query, KIND));
  lp_cli_member_text (builder, "text", lp_query_text (query, TEXT));
  build_table (builder, query);
  lp_cli_member_text (builder, "perspective",
                      lp_query_is_none (query, PERSPECTIVE) ? NULL : lp_query_text (query, PERSPECTIVE));
  lp_cli_member_text (builder, "profile", lp_query_text (query, PROFILE));
  lp_cli_member_text (builder, "municipality", lp_query_text (query, MUNICIPALITY));
  build_bool (builder, "verbatim", query, VERBATIM);
  build_bool (builder, "consent", query, CONSENT);
  json_builder_set_member_name (builder, "themes");
  json_builder_add_value (builder, json_from_string (lp_query_text (query, THEMES), NULL));
  if (manner->with_meeting)
    build_meeting (builder, query);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  line = json_to_string (root, FALSE);
  lp_cli_say ("%s", line);
}

static guint
kind_width (void)
{
  guint width = 0;

  for (guint i = 0; i < LP_N_KINDS; i++)
    width = MAX (width, g_utf8_strlen (lp_kind_label (i), -1));
  return width;
}

static void
print_note (LpQuery *query, const char *time_format)
{
  const char *id = lp_query_text (query, KIND);
  LpKind kind = LP_N_KINDS;
  g_autofree char *code = print_code (query);
  g_autofree char *time = print_time (query, time_format);
  g_autofree char *text = NULL;

  lp_cli_say ("%-7s  %s  ", code, time != NULL ? time : "");
  lp_cli_print_padded (lp_kind_find (id, &kind) ? lp_kind_label (kind) : id, kind_width ());
  text = g_strdelimit (g_strdup (lp_query_text (query, TEXT)), "\r\n\t", ' ');
  lp_cli_say ("  %s\n", text);
}

/* Notes come meeting by meeting: each is named once, above its first. */
static void
print_heading (LpQuery *query, char **meeting)
{
  g_autofree char *id = print_meeting_id (query);

  if (g_strcmp0 (*meeting, id) == 0)
    return;
  lp_cli_say ("%s%s", *meeting != NULL ? "\n" : "", lp_query_text (query, MEETING_TITLE));
  if (!lp_query_is_none (query, MEETING_DATE))
    lp_cli_say (", %s", lp_query_text (query, MEETING_DATE));
  lp_cli_say (" (%s)\n", id);
  g_free (*meeting);
  *meeting = g_steal_pointer (&id);
}

static gboolean
print_notes (LpCli *cli, LpQuery *query, const Manner *manner, guint *n_printed, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *meeting = NULL;
  guint n = 0;

  if (cli->json)
    lp_cli_say ("[");
  for (; lp_query_next (query, &problem); n++)
    {
      if (!cli->json)
        {
          if (manner->headed)
            print_heading (query, &meeting);
          print_note (query, manner->time_format);
          continue;
        }
      lp_cli_say (n > 0 ? ",\n" : "\n");
      print_note_json (query, manner);
    }
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (cli->json)
    lp_cli_say (n > 0 ? "\n]\n" : "]\n");
  *n_printed = n;
  return TRUE;
}

static gboolean
print_all (LpCli *cli, LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, NOTES);
  const Manner manner = { .time_format = "%H:%M" };
  guint n = 0;

  lp_query_bind_id (query, 1, meeting);
  return print_notes (cli, query, &manner, &n, error);
}

static LpCliExit
run_notes (LpCli *cli, char **arguments, GError **error)
{
  LpId meeting = { 0 };
  LpStore *store = lp_cli_open_meeting (cli, LP_STORE_READ_ONLY, arguments[0], &meeting, error);
  gboolean printed = FALSE;

  if (store == NULL)
    return LP_CLI_REFUSED;
  printed = print_all (cli, lp_store_get_reader (store), &meeting, error);
  lp_cli_close (store);
  return printed ? LP_CLI_DONE : LP_CLI_REFUSED;
}

static gboolean
print_found (LpCli *cli, LpReader *reader, const LpId *meeting, const char *text, GError **error)
{
  g_autoptr (LpSearch) search = lp_search_new (text);
  const char *match = lp_search_get_match (search);
  g_autoptr (LpQuery) query = lp_reader_query (reader, match != NULL ? SEARCH : LOOK_THROUGH);
  const Manner manner = {
    .time_format = "%Y-%m-%d %H:%M", .with_meeting = TRUE, .headed = !lp_id_is_set (meeting),
  };
  guint n = 0;

  lp_query_bind_id (query, 1, lp_id_is_set (meeting) ? meeting : NULL);
  lp_query_bind_text (query, 2, lp_search_get_pieces (search));
  if (match != NULL)
    lp_query_bind_text (query, 3, match);
  if (!print_notes (cli, query, &manner, &n, error))
    return FALSE;
  if (n == 0 && !cli->json)
    lp_cli_complain (_("No note matches “%s”."), text);
  return TRUE;
}

static LpCliExit
run_search (LpCli *cli, char **arguments, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (arguments[0]));
  LpStore *store = NULL;
  LpId meeting = { 0 };
  gboolean printed = FALSE;

  if (*text == '\0')
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _("There is nothing to search for"));
      return LP_CLI_WRONG_USE;
    }
  store = in_meeting != NULL ? lp_cli_open_meeting (cli, LP_STORE_READ_ONLY, in_meeting, &meeting, error)
                             : lp_cli_open (cli, LP_STORE_READ_ONLY, error);
  if (store == NULL)
    return LP_CLI_REFUSED;
  printed = print_found (cli, lp_store_get_reader (store), &meeting, text, error);
  lp_cli_close (store);
  return printed ? LP_CLI_DONE : LP_CLI_REFUSED;
}

const LpCliCommand lp_cli_notes = {
  .name = "notes",
  .arguments = N_("MEETING"),
  .n_arguments = 1,
  .summary = N_("All notes, in order of capture"),
  .run = run_notes,
};

const LpCliCommand lp_cli_search = {
  .name = "search",
  .arguments = N_("TEXT"),
  .n_arguments = 1,
  .summary = N_("The notes with these words in them"),
  .options = search_options,
  .run = run_search,
};
