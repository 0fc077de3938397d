/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-cli.h"

#include "lp-story-count.h"
#include "lp-trace.h"
#include "lp-withdrawal.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* stories, withdraw: how many stories there are, and taking one back. */

static char *output;
static gboolean yes;

static const GOptionEntry stories_options[] = {
  { "output", 'o', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &output,
    N_("Write the count to this file: a page (.html), or for programs (.json)"), N_("FILE") },
  G_OPTION_ENTRY_NULL
};

static const GOptionEntry withdraw_options[] = {
  { "yes", 'y', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &yes, N_("Erase it without asking"), NULL },
  G_OPTION_ENTRY_NULL
};

static void
print_count (LpCli *cli, const LpStoryGoal *goal)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *json = lp_story_goal_to_json (goal, now);
  g_autofree char *left = lp_story_goal_text (goal->stories, goal->wanted);

  if (cli->json)
    {
      lp_cli_say ("%s", json);
      return;
    }
  if (goal->panel != NULL)
    lp_cli_say ("%s: ", goal->panel);
  lp_cli_say ("%u ", goal->stories);
  lp_cli_say (_("of %'u stories"), goal->wanted);
  lp_cli_say (". %s.\n", left);
  lp_cli_say (ngettext ("%u of them is from this meeting\n", "%u of them are from this meeting\n", goal->today),
              goal->today);
}

static gboolean
tell_count (LpCli *cli, const LpId *meeting, const LpStoryGoal *goal, GError **error)
{
  if (output == NULL)
    {
      print_count (cli, goal);
      return TRUE;
    }
  if (!lp_story_count_write (goal, output, error))
    return FALSE;

  lp_cli_trace (cli, meeting, output, LP_TRACE_STORY_COUNT);
  print_count (cli, goal);
  return TRUE;
}

static LpCliExit
run_stories (LpCli *cli, char **arguments, GError **error)
{
  g_autoptr (LpStoryGoal) goal = NULL;
  LpStore *store = NULL;
  LpId meeting = { 0 };

  if (output != NULL && !lp_story_count_has_ending (output))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%s” ends neither in .html nor in .json"), output);
      return LP_CLI_WRONG_USE;
    }
  store = lp_cli_open_meeting (cli, LP_STORE_READ_ONLY, arguments[0], &meeting, error);
  if (store == NULL)
    return LP_CLI_REFUSED;

  goal = lp_story_goal_load (lp_store_get_reader (store), &meeting, error);
  lp_cli_close (store);

  return goal != NULL && tell_count (cli, &meeting, goal, error) ? LP_CLI_DONE : LP_CLI_REFUSED;
}

/* --- Withdrawing --- */

static void
print_withdrawal (LpWithdrawal *withdrawal)
{
  for (guint i = 0; i < withdrawal->notes->len; i++)
    {
      LpRecord *note = g_ptr_array_index (withdrawal->notes, i);
      g_autofree char *code = lp_record_note_code (note);
      g_autofree char *text = g_strdelimit (g_strdup (lp_record_text (note, LP_NOTE_TEXT)), "\r\n\t", ' ');
      LpKind kind = LP_KIND_STORY;

      lp_kind_find (lp_record_text (note, LP_NOTE_KIND), &kind);
      lp_cli_say ("%s  %s  %s\n", code, lp_kind_label (kind), text);
    }
  if (withdrawal->traces->len > 0)
    lp_cli_say ("%s\n", _("It may be in these files, which are not reached:"));
  for (guint i = 0; i < withdrawal->traces->len; i++)
    {
      g_autofree char *file = lp_trace_describe (g_ptr_array_index (withdrawal->traces, i));

      lp_cli_say ("  %s\n", file);
    }
}

static void
build_traces (JsonBuilder *builder, LpWithdrawal *withdrawal)
{
  json_builder_set_member_name (builder, "exported");
  json_builder_begin_array (builder);
  for (guint i = 0; i < withdrawal->traces->len; i++)
    {
      LpRecord *trace = g_ptr_array_index (withdrawal->traces, i);
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (lp_record_int (trace, LP_EXPORT_TIME) / 1000);
      g_autoptr (GDateTime) local = g_date_time_to_local (utc);
      g_autofree char *time = g_date_time_format (local, "%Y-%m-%dT%H:%M:%S%:z");

      json_builder_begin_object (builder);
      lp_cli_member_text (builder, "file", lp_record_text (trace, LP_EXPORT_NAME));
      lp_cli_member_text (builder, "time", time);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_withdrawal_json (LpWithdrawal *withdrawal, gboolean erased)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "codes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < withdrawal->notes->len; i++)
    {
      g_autofree char *code = lp_record_note_code (g_ptr_array_index (withdrawal->notes, i));

      json_builder_add_string_value (builder, code);
    }
  json_builder_end_array (builder);
  build_traces (builder, withdrawal);
  json_builder_set_member_name (builder, "erased");
  json_builder_add_boolean_value (builder, erased);
  json_builder_end_object (builder);
  lp_cli_print_json (builder);
}

/* A letter for yes is the locale's. Nobody at a terminal: no. */
static gboolean
ask (void)
{
  char answer[16] = "";

  if (yes || !isatty (STDIN_FILENO))
    return yes;

  fprintf (stderr, "%s ", _("Erase this for good? It cannot be undone. [y/N]"));
  return fgets (answer, sizeof answer, stdin) != NULL && rpmatch (answer) == 1;
}

static gboolean
erase (LpStore *store, LpWithdrawal *withdrawal, GError **error)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new (NULL);

  return lp_withdrawal_erase (withdrawal, lp_store_get_reader (store), changes, error) &&
         lp_store_commit (store, changes, error);
}

static LpCliExit
withdraw (LpCli *cli, LpStore *store, LpWithdrawal *withdrawal, GError **error)
{
  gboolean wanted = FALSE;

  if (!cli->json)
    print_withdrawal (withdrawal);
  fflush (stdout);
  wanted = ask ();
  if (wanted && !erase (store, withdrawal, error))
    return LP_CLI_REFUSED;
  if (cli->json)
    print_withdrawal_json (withdrawal, wanted);
  else if (wanted)
    lp_cli_say ("%s\n", _("Erased for good"));
  if (!wanted)
    lp_cli_complain ("%s", _("Nothing was erased. --yes erases it."));

  return wanted ? LP_CLI_DONE : LP_CLI_REFUSED;
}

static LpCliExit
run_withdraw (LpCli *cli, char **arguments, GError **error)
{
  g_autoptr (LpWithdrawal) withdrawal = NULL;
  LpId meeting = { 0 };
  LpStore *store = lp_cli_open_meeting (cli, LP_STORE_READ_WRITE, arguments[0], &meeting, error);
  LpCliExit answer = LP_CLI_REFUSED;

  if (store == NULL)
    return LP_CLI_REFUSED;

  withdrawal = lp_withdrawal_load (lp_store_get_reader (store), &meeting, arguments[1], error);
  if (withdrawal != NULL)
    answer = withdraw (cli, store, withdrawal, error);
  lp_cli_close (store);

  return answer;
}

const LpCliCommand lp_cli_stories = {
  .name = "stories",
  .arguments = N_("MEETING"),
  .n_arguments = 1,
  .summary = N_("How many stories there are, and how many are missing to the goal"),
  .options = stories_options,
  .run = run_stories,
};

const LpCliCommand lp_cli_withdraw = {
  .name = "withdraw",
  .arguments = N_("MEETING CODE"),
  .n_arguments = 2,
  .summary = N_("Erase a story for good"),
  .options = withdraw_options,
  .run = run_withdraw,
};
