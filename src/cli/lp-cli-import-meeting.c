/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-cli.h"

#include "lp-meeting-json.h"

#include <glib/gi18n.h>

/* import meeting: a whole one, from a file that "export" wrote. */

static gboolean as_copy;

static const GOptionEntry options[] = {
  { "copy", 'c', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &as_copy,
    N_("Take it in beside the one that is here already, with ids of its own"), NULL },
  G_OPTION_ENTRY_NULL
};

static void
print_json (const LpMeetingTaken *taken)
{
  g_autofree char *id = lp_id_to_string (&taken->meeting);
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  lp_cli_member_text (builder, "id", id);
  json_builder_set_member_name (builder, "taken");
  json_builder_begin_object (builder);
  for (guint i = 0; i < LP_N_ENTITIES; i++)
    {
      if (taken->counts[i] > 0)
        lp_cli_member_int (builder, lp_schema_entity (i)->name, taken->counts[i]);
    }
  json_builder_end_object (builder);
  lp_cli_member_int (builder, "erased", taken->erased);
  lp_cli_member_int (builder, "kept", taken->kept);
  json_builder_end_object (builder);
  lp_cli_print_json (builder);
}

static void
print_words (const LpMeetingTaken *taken)
{
  g_autofree char *id = lp_id_to_string (&taken->meeting);

  lp_cli_say ("%s\n", id);
  lp_cli_say (ngettext ("%u note", "%u notes", taken->counts[LP_NOTE]), taken->counts[LP_NOTE]);
  lp_cli_say (", ");
  lp_cli_say (ngettext ("%u theme", "%u themes", taken->counts[LP_THEME]), taken->counts[LP_THEME]);
  lp_cli_say ("\n");
  if (taken->erased > 0)
    lp_cli_say (ngettext ("%u thing was erased here for good, and was left out\n",
                          "%u things were erased here for good, and were left out\n", taken->erased),
                taken->erased);
  if (taken->kept > 0)
    lp_cli_say (ngettext ("%u thing had words that were erased here for good: it stays as it is here\n",
                          "%u things had words that were erased here for good: they stay as they are here\n", taken->kept),
                taken->kept);
}

static LpCliExit
run (LpCli *cli, char **arguments, GError **error)
{
  LpStore *store = lp_cli_open (cli, LP_STORE_READ_WRITE, error);
  g_autoptr (GError) problem = NULL;
  LpMeetingTaken taken = { 0 };
  gboolean done = FALSE;

  if (store == NULL)
    return LP_CLI_REFUSED;
  done = lp_meeting_json_import (store, arguments[0], as_copy, NULL, &taken, &problem);
  lp_cli_close (store);
  if (!done)
    {
      gboolean is_there = g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_EXISTS);

      g_set_error (error, problem->domain, problem->code, "%s: %s%s%s", arguments[0], problem->message, is_there ? " " : "",
                   is_there ? _("Add --copy for that.") : "");
      return LP_CLI_REFUSED;
    }
  if (cli->json)
    print_json (&taken);
  else
    print_words (&taken);
  return LP_CLI_DONE;
}

const LpCliCommand lp_cli_import_meeting = {
  .name = "import meeting",
  .arguments = N_("FILE.json"),
  .n_arguments = 1,
  .summary = N_("Take a whole meeting in from a file"),
  .options = options,
  .run = run,
};
