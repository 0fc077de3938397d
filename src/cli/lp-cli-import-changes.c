/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-cli.h"

#include "lp-note-changes.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* import changes: what somebody edited in the sheet of notes that was exported. */

static gboolean dry_run;

static const GOptionEntry options[] = {
  { "dry-run", 'n', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &dry_run, N_("Say what would be changed, and change nothing"), NULL },
  G_OPTION_ENTRY_NULL
};

static void
add_change (JsonBuilder *builder, const LpNoteChange *change)
{
  json_builder_begin_object (builder);
  lp_cli_member_text (builder, "code", change->code);
  lp_cli_member_text (builder, "field", lp_note_change_id (change->field));
  lp_cli_member_text (builder, "before", change->before);
  lp_cli_member_text (builder, "after", change->after);
  json_builder_end_object (builder);
}

static void
add_problem (JsonBuilder *builder, const LpNoteProblem *problem)
{
  json_builder_begin_object (builder);
  lp_cli_member_int (builder, "row", problem->row);
  lp_cli_member_text (builder, "column", problem->column);
  lp_cli_member_text (builder, "reason", problem->reason);
  json_builder_end_object (builder);
}

static void
print_json (LpNoteChanges *changes, gboolean taken)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  lp_cli_member_int (builder, "compared", changes->n_notes);
  lp_cli_member_int (builder, "missing", changes->n_missing);
  lp_cli_member_int (builder, "taken", taken ? changes->changes->len : 0);
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < changes->changes->len; i++)
    add_change (builder, g_ptr_array_index (changes->changes, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < changes->problems->len; i++)
    add_problem (builder, g_ptr_array_index (changes->problems, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  lp_cli_print_json (builder);
}

static void
print_words (LpNoteChanges *changes)
{
  g_autofree char *scope = lp_note_changes_describe (changes);

  for (guint i = 0; i < changes->changes->len; i++)
    {
      const LpNoteChange *change = g_ptr_array_index (changes->changes, i);

      lp_cli_say ("%s  %s\n  - %s\n  + %s\n", change->code, lp_note_change_label (change->field), change->before, change->after);
    }
  lp_cli_say ("%s\n", scope);
  if (dry_run)
    lp_cli_say (ngettext ("%u change would be taken\n", "%u changes would be taken\n", changes->changes->len), changes->changes->len);
  else
    lp_cli_say (ngettext ("%u change taken\n", "%u changes taken\n", changes->changes->len), changes->changes->len);
}

static void
print_problems (LpNoteChanges *changes, const char *path)
{
  for (guint i = 0; i < changes->problems->len; i++)
    {
      const LpNoteProblem *problem = g_ptr_array_index (changes->problems, i);

      fprintf (stderr, "%s:%s%u: %s\n", path, problem->column != NULL ? problem->column : "", problem->row, problem->reason);
    }
}

static gboolean
commit (LpStore *store, const LpId *meeting, LpNoteChanges *changes, GError **error)
{
  g_autofree char *title = g_strdup_printf (ngettext ("Take %u change from a file", "Take %u changes from a file",
                                                      changes->changes->len), changes->changes->len);
  g_autoptr (LpChangeSet) set = lp_change_set_new (title);

  return lp_note_changes_put (changes, lp_store_get_reader (store), meeting, set, error) &&
         (lp_change_set_is_empty (set) || lp_store_commit (store, set, error));
}

static LpCliExit
run (LpCli *cli, char **arguments, GError **error)
{
  LpId meeting = { 0 };
  LpStoreMode mode = dry_run ? LP_STORE_READ_ONLY : LP_STORE_READ_WRITE;
  LpStore *store = lp_cli_open_meeting (cli, mode, arguments[0], &meeting, error);
  g_autoptr (LpNoteChanges) changes = NULL;
  gboolean done = FALSE;

  if (store == NULL)
    return LP_CLI_REFUSED;
  changes = lp_note_changes_load (lp_store_get_reader (store), &meeting, arguments[1], error);
  done = changes != NULL && (dry_run || commit (store, &meeting, changes, error));
  lp_cli_close (store);
  if (!done)
    return LP_CLI_REFUSED;
  if (cli->json)
    print_json (changes, !dry_run);
  else
    print_words (changes);
  print_problems (changes, arguments[1]);
  return changes->problems->len > 0 ? LP_CLI_REFUSED : LP_CLI_DONE;
}

const LpCliCommand lp_cli_import_changes = {
  .name = "import changes",
  .arguments = N_("MEETING FILE.xlsx|FILE.csv"),
  .n_arguments = 2,
  .summary = N_("Take in what was edited in an exported sheet of notes"),
  .options = options,
  .run = run,
};
