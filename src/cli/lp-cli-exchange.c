/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-cli.h"

#include "lp-export.h"
#include "lp-import.h"
#include "lp-story-count.h"
#include "lp-trace.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* import notes, import roster, export: what comes in and what goes out. */

typedef LpImportResult *(*Import) (LpStore *store, const LpId *meeting, const char *path,
                                   const LpImportOptions *options, GError **error);

static gboolean with_themes;
static gboolean dry_run;
static gboolean keep_going;
static char **maps;
static char **sets;
static char *document = NULL;
static gboolean internal;
static int limit = LP_PUBLICATION_LIMIT;

#define COMMON_IMPORT_OPTIONS \
  { "dry-run", 'n', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &dry_run, \
    N_("Say what would be taken, and take nothing"), NULL }, \
  { "keep-going", 'k', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &keep_going, \
    N_("Take the good rows even when others are refused"), NULL }, \
  { "map", 'm', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &maps, \
    N_("Take a field from the column with this heading; can be repeated"), N_("FIELD=COLUMN") }, \
  { "set", 's', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &sets, \
    N_("Give a field this value in all rows; can be repeated"), N_("FIELD=VALUE") }

static const GOptionEntry notes_options[] = {
  { "themes", 't', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &with_themes,
    N_("Also make the themes, and put the notes in them"), NULL },
  COMMON_IMPORT_OPTIONS,
  G_OPTION_ENTRY_NULL
};

static const GOptionEntry roster_options[] = {
  COMMON_IMPORT_OPTIONS,
  G_OPTION_ENTRY_NULL
};

#define COMMON_EXPORT_OPTIONS \
  { "internal", 'i', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &internal, \
    N_("Everything, for the house alone; else only what may be published"), NULL }, \
  { "limit", 'l', G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &limit, \
    N_("Hide from the public how many there are where they are fewer than this; 3 unless given"), N_("NUMBER") }

static const GOptionEntry export_options[] = {
  { "document", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &document,
    N_("Which document: workbook, summary, handout, themes, notes, meeting or story-count; else the file’s ending says it"), N_("DOCUMENT") },
  COMMON_EXPORT_OPTIONS,
  G_OPTION_ENTRY_NULL
};

static const GOptionEntry panel_options[] = {
  COMMON_EXPORT_OPTIONS,
  G_OPTION_ENTRY_NULL
};

/* "FIELD=VALUE" … → a table; NULL without an error when there are none. */
static gboolean
read_pairs (char **pairs, const char *option, GHashTable **table, GError **error)
{
  if (pairs == NULL)
    return TRUE;
  *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      const char *equals = strchr (pairs[i], '=');

      if (equals == NULL || equals == pairs[i] || !g_utf8_validate (pairs[i], -1, NULL))
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("%s wants a field, an equals sign and a value, not “%s”"), option, pairs[i]);
          return FALSE;
        }
      g_hash_table_insert (*table, g_strndup (pairs[i], equals - pairs[i]), g_strdup (equals + 1));
    }
  return TRUE;
}

static void
print_result_json (LpImportResult *result)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  lp_cli_member_int (builder, "taken", result->taken);
  lp_cli_member_int (builder, "already_there", result->already_there);
  json_builder_set_member_name (builder, "refused");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->refused->len; i++)
    {
      const LpRefusal *refusal = g_ptr_array_index (result->refused, i);

      json_builder_begin_object (builder);
      lp_cli_member_int (builder, "line", refusal->line);
      lp_cli_member_text (builder, "reason", refusal->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  lp_cli_print_json (builder);
}

static void
print_result (LpImportResult *result)
{
  if (dry_run)
    lp_cli_say (ngettext ("%u row would be taken\n", "%u rows would be taken\n", result->taken),
                result->taken);
  else
    lp_cli_say (ngettext ("%u row taken\n", "%u rows taken\n", result->taken), result->taken);
  if (result->already_there > 0)
    lp_cli_say (ngettext ("%u row was there already\n", "%u rows were there already\n",
                          result->already_there),
                result->already_there);
}

static void
list_refusals (LpImportResult *result, const char *path)
{
  for (guint i = 0; i < result->refused->len; i++)
    {
      const LpRefusal *refusal = g_ptr_array_index (result->refused, i);

      fprintf (stderr, "%s:%u: %s\n", path, refusal->line, refusal->reason);
    }
  if (!keep_going)
    lp_cli_complain (ngettext ("%u row cannot be taken, so none was. --keep-going takes the others.",
                               "%u rows cannot be taken, so none was. --keep-going takes the others.",
                               result->refused->len),
                     result->refused->len);
}

static LpCliExit
tell_result (LpCli *cli, LpImportResult *result, const char *path)
{
  if (cli->json)
    print_result_json (result);
  else
    print_result (result);
  if (result->refused->len == 0)
    return LP_CLI_DONE;
  list_refusals (result, path);
  return LP_CLI_REFUSED;
}

static LpCliExit
run_import (LpCli *cli, char **arguments, Import import, GError **error)
{
  g_autoptr (GHashTable) map = NULL;
  g_autoptr (GHashTable) set = NULL;
  g_autoptr (LpImportResult) result = NULL;
  LpStoreMode mode = dry_run ? LP_STORE_READ_ONLY : LP_STORE_READ_WRITE;
  LpStore *store = NULL;
  LpId meeting = { 0 };

  if (!read_pairs (maps, "--map", &map, error) || !read_pairs (sets, "--set", &set, error))
    return LP_CLI_WRONG_USE;
  store = lp_cli_open_meeting (cli, mode, arguments[0], &meeting, error);
  if (store == NULL)
    return LP_CLI_REFUSED;

  LpImportOptions options = {
    .map = map, .set = set, .themes = with_themes, .dry_run = dry_run, .keep_going = keep_going,
  };

  result = import (store, &meeting, arguments[1], &options, error);
  lp_cli_close (store);
  return result != NULL ? tell_result (cli, result, arguments[1]) : LP_CLI_REFUSED;
}

static LpCliExit
run_import_notes (LpCli *cli, char **arguments, GError **error)
{
  return run_import (cli, arguments, lp_import_notes, error);
}

static LpCliExit
run_import_roster (LpCli *cli, char **arguments, GError **error)
{
  return run_import (cli, arguments, lp_import_roster, error);
}

static void
tell_export (LpCli *cli, const LpExportResult *result, const char *path)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!cli->json)
    {
      /* a count of stories has neither */
      if (!lp_story_count_has_ending (path) || result->notes > 0)
        {
          lp_cli_say (ngettext ("%u note", "%u notes", result->notes), result->notes);
          lp_cli_say (", ");
          lp_cli_say (ngettext ("%u theme", "%u themes", result->themes), result->themes);
          lp_cli_say (": ");
        }
      lp_cli_say ("%s\n", path);
      if (result->left_out > 0)
        lp_cli_say (ngettext ("%u note is left out\n", "%u notes are left out\n", result->left_out), result->left_out);
      if (result->continued > 0)
        lp_cli_say (ngettext ("%u cell was too long for a spreadsheet and continues in further rows\n",
                              "%u cells were too long for a spreadsheet and continue in further rows\n",
                              result->continued),
                    result->continued);
      return;
    }
  builder = json_builder_new_immutable ();
  json_builder_begin_object (builder);
  lp_cli_member_text (builder, "file", path);
  lp_cli_member_int (builder, "notes", result->notes);
  lp_cli_member_int (builder, "themes", result->themes);
  lp_cli_member_int (builder, "continued", result->continued);
  lp_cli_member_text (builder, "variant", internal ? "internal" : "public");
  lp_cli_member_int (builder, "left_out", result->left_out);
  lp_cli_member_int (builder, "hidden", result->hidden);
  json_builder_end_object (builder);
  lp_cli_print_json (builder);
}

/* What is meant by --document, or else by the file's ending. */
static gboolean
find_document (const char *path, LpDocument *out, GError **error)
{
  if (document == NULL)
    {
      if (lp_document_of_path (path, out) && *out != LP_DOCUMENT_STORY_COUNT)
        return TRUE;
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("“%s” ends neither in .xlsx nor in .pdf nor in .csv nor in .json"), path);
      return FALSE;
    }
  if (!lp_document_find (document, out))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("There is no document “%s”"), document);
      return FALSE;
    }
  if (lp_document_fits (*out, path))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%s” does not end in %s"), path, lp_document_info (*out)->ending);
  return FALSE;
}

static LpCliExit
run_export (LpCli *cli, char **arguments, GError **error)
{
  LpExportOptions options = { LP_DOCUMENT_WORKBOOK, internal ? LP_VARIANT_INTERNAL : LP_VARIANT_PUBLIC, (guint) MAX (limit, 0) };
  LpExportResult result = { 0 };
  LpStore *store = NULL;
  LpId meeting = { 0 };
  gboolean written = FALSE;

  if (!find_document (arguments[1], &options.document, error))
    return LP_CLI_WRONG_USE;
  store = lp_cli_open_meeting (cli, LP_STORE_READ_ONLY, arguments[0], &meeting, error);
  if (store == NULL)
    return LP_CLI_REFUSED;
  written = lp_export (lp_store_get_reader (store), &meeting, arguments[1], &options, NULL, NULL, NULL, &result, error);
  lp_cli_close (store);
  if (written)
    {
      lp_cli_trace (cli, &meeting, arguments[1], lp_document_info (options.document)->id);
      tell_export (cli, &result, arguments[1]);
    }
  return written ? LP_CLI_DONE : LP_CLI_REFUSED;
}

static gboolean
find_panel (LpReader *reader, const char *name, LpId *panel, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, "SELECT id FROM panel WHERE name=?1 AND deleted=0 ORDER BY num");

  lp_query_bind_text (query, 1, name);
  if (lp_query_next (query, error))
    return lp_query_id (query, 0, panel);
  if (error != NULL && *error == NULL)
    g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND, _("There is no panel “%s”"), name);
  return FALSE;
}

/* A trace in each meeting: words of each are in the file. */
static void
trace_panel (LpCli *cli, GArray *meetings, const char *path, LpDocument what)
{
  for (guint i = 0; i < meetings->len; i++)
    lp_cli_trace (cli, &g_array_index (meetings, LpId, i), path, lp_document_info (what)->id);
}

static LpCliExit
run_export_panel (LpCli *cli, char **arguments, GError **error)
{
  LpExportOptions options = { LP_DOCUMENT_WORKBOOK, internal ? LP_VARIANT_INTERNAL : LP_VARIANT_PUBLIC, (guint) MAX (limit, 0) };
  LpExportResult result = { 0 };
  LpStore *store = NULL;
  LpReader *reader = NULL;
  g_autoptr (GArray) meetings = NULL;
  LpId panel = { 0 };

  if (!lp_document_of_path (arguments[1], &options.document) || !lp_export_panel_has (options.document))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%s” ends neither in .xlsx nor in .csv"), arguments[1]);
      return LP_CLI_WRONG_USE;
    }
  store = lp_cli_open (cli, LP_STORE_READ_ONLY, error);
  if (store == NULL)
    return LP_CLI_REFUSED;
  reader = lp_store_get_reader (store);
  if (find_panel (reader, arguments[0], &panel, error)
      && lp_export_panel (reader, &panel, arguments[1], &options, NULL, NULL, NULL, &result, error))
    meetings = lp_export_panel_meetings (reader, &panel, error);
  lp_cli_close (store);
  if (meetings == NULL)
    return LP_CLI_REFUSED;
  trace_panel (cli, meetings, arguments[1], options.document);
  tell_export (cli, &result, arguments[1]);
  return LP_CLI_DONE;
}

const LpCliCommand lp_cli_import_notes = {
  .name = "import notes",
  .arguments = N_("MEETING FILE.csv"),
  .n_arguments = 2,
  .summary = N_("Take notes in from a table"),
  .options = notes_options,
  .describe = lp_import_notes_fields,
  .run = run_import_notes,
};

const LpCliCommand lp_cli_import_roster = {
  .name = "import roster",
  .arguments = N_("MEETING FILE.csv"),
  .n_arguments = 2,
  .summary = N_("Take participants in from a table"),
  .options = roster_options,
  .describe = lp_import_roster_fields,
  .run = run_import_roster,
};

const LpCliCommand lp_cli_export = {
  .name = "export",
  .arguments = N_("MEETING FILE.xlsx|FILE.pdf|FILE.csv|FILE.json"),
  .n_arguments = 2,
  .summary = N_("Write a workbook, a summary, a table or the whole meeting"),
  .options = export_options,
  .run = run_export,
};

const LpCliCommand lp_cli_export_panel = {
  .name = "export panel",
  .arguments = N_("PANEL FILE.xlsx|FILE.csv"),
  .n_arguments = 2,
  .summary = N_("Write a workbook or a table of all meetings of a panel"),
  .options = panel_options,
  .run = run_export_panel,
};
