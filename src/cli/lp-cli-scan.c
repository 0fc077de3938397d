/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-cli.h"

#include <glib/gi18n.h>

#include "lp-note-privacy.h"

/* scan: what in the notes tells who somebody is. */

enum { STATION, NUMBER, TEXT };

#define NOTES "SELECT station, number, text FROM note WHERE space = ?1 AND deleted = 0 ORDER BY time, num"

/* All notes, printed as they are read. */
typedef struct {
  LpCli   *cli;
  LpNames *names;
  guint    n_printed;
  guint    widths[2]; /* of what is printed in columns, in characters */
} Scan;

static void
print_json (Scan *self, const char *code, const char *match, const LpFinding *finding)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *line = NULL;

  json_builder_begin_object (builder);
  lp_cli_member_text (builder, "code", code);
  lp_cli_member_text (builder, "match", match);
  lp_cli_member_int (builder, "start", finding->start);
  lp_cli_member_int (builder, "length", finding->length);
  lp_cli_member_text (builder, "type", lp_finding_type_id (finding->type));
  lp_cli_member_text (builder, "level", lp_finding_level_id (finding->level));
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  line = json_to_string (root, FALSE);
  lp_cli_say (self->n_printed > 0 ? ",\n%s" : "\n%s", line);
}

static const char *
level_label (LpFindingLevel level)
{
  return level == LP_FINDING_FLAG ? C_("privacy check", "certain") : C_("privacy check", "possible");
}

static void
print_line (Scan *self, const char *code, char *match, const LpFinding *finding)
{
  lp_cli_say ("%-7s  ", code);
  lp_cli_print_padded (level_label (finding->level), self->widths[0]);
  lp_cli_say ("  ");
  lp_cli_print_padded (lp_finding_type_label (finding->type), self->widths[1]);
  lp_cli_say ("  %s\n", g_strdelimit (match, "\r\n\t", ' '));
}

static void
scan_note (Scan *self, LpQuery *query)
{
  const char *text = lp_query_text (query, TEXT);
  g_autofree char *code = lp_note_code (lp_query_int (query, STATION), lp_query_int (query, NUMBER));
  g_autoptr (GArray) findings = lp_privacy_scan (text, -1, self->names);

  for (guint i = 0; i < findings->len; i++, self->n_printed++)
    {
      const LpFinding *finding = &g_array_index (findings, LpFinding, i);
      g_autofree char *match = g_strndup (text + finding->byte_start, finding->byte_length);

      if (self->cli->json)
        print_json (self, code, match, finding);
      else
        print_line (self, code, match, finding);
    }
}

static gboolean
scan_all (Scan *self, LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, NOTES);
  g_autoptr (GError) problem = NULL;

  lp_query_bind_id (query, 1, meeting);
  if (self->cli->json)
    lp_cli_say ("[");
  while (lp_query_next (query, &problem))
    scan_note (self, query);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (self->cli->json)
    lp_cli_say (self->n_printed > 0 ? "\n]\n" : "]\n");
  return TRUE;
}

static gboolean
scan_meeting (LpCli *cli, LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpNames) names = lp_note_privacy_load_names (reader, meeting, error);
  Scan self = { .cli = cli, .names = names };

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < LP_N_FINDING_LEVELS; i++)
    self.widths[0] = MAX (self.widths[0], g_utf8_strlen (level_label (i), -1));
  for (guint i = 0; i < LP_N_FINDING_TYPES; i++)
    self.widths[1] = MAX (self.widths[1], g_utf8_strlen (lp_finding_type_label (i), -1));
  return scan_all (&self, reader, meeting, error);
}

static LpCliExit
run_scan (LpCli *cli, char **arguments, GError **error)
{
  LpId meeting = { 0 };
  LpStore *store = lp_cli_open_meeting (cli, LP_STORE_READ_ONLY, arguments[0], &meeting, error);
  gboolean scanned = FALSE;

  if (store == NULL)
    return LP_CLI_REFUSED;
  scanned = scan_meeting (cli, lp_store_get_reader (store), &meeting, error);
  lp_cli_close (store);
  return scanned ? LP_CLI_DONE : LP_CLI_REFUSED;
}

const LpCliCommand lp_cli_scan = {
  .name = "scan",
  .arguments = "MEETING",
  .n_arguments = 1,
  .summary = N_("What in the notes tells who somebody is"),
  .run = run_scan,
};
