/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-cli.h"

#include "lp-check.h"

#include <glib/gi18n.h>

static void
print_json (GPtrArray *findings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "ok");
  json_builder_add_boolean_value (builder, findings->len == 0);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (findings, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  lp_cli_print_json (builder);
}

static LpCliExit
run_check (LpCli *cli, char **arguments, GError **error)
{
  g_autoptr (GPtrArray) findings = lp_check (cli->database, error);

  if (findings == NULL)
    return LP_CLI_REFUSED;
  if (cli->json)
    print_json (findings);
  else if (findings->len == 0)
    lp_cli_say ("%s\n", _("Log and tables agree, digests hold, SQLite is sound"));

  for (guint i = 0; i < findings->len; i++)
    lp_cli_complain ("%s", (const char *) g_ptr_array_index (findings, i));
  return findings->len == 0 ? LP_CLI_DONE : LP_CLI_REFUSED;
}

const LpCliCommand lp_cli_check = {
  .name = "check",
  .arguments = "",
  .summary = N_("Prove that the database is sound"),
  .run = run_check,
};
