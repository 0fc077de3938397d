/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-cli.h"

#include "lp-priorities.h"

#include <glib/gi18n.h>

/* priorities: the rounds of a meeting, and what came out of them. A result that is not to be seen yet is not printed either. */

static void
member_flag (JsonBuilder *builder, const char *name, gboolean flag)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, flag);
}

static void
build_subject (JsonBuilder *builder, const LpVoteSubject *subject)
{
  json_builder_begin_object (builder);
  lp_cli_member_int (builder, "rank", subject->rank);
  member_flag (builder, "tied", subject->tied);
  lp_cli_member_text (builder, "name", subject->name);
  lp_cli_member_text (builder, "code", subject->code);
  lp_cli_member_int (builder, "total", subject->total);
  json_builder_end_object (builder);
}

static void
build_round (JsonBuilder *builder, const LpVoteRound *round)
{
  json_builder_begin_object (builder);
  lp_cli_member_int (builder, "round", round->number);
  lp_cli_member_text (builder, "question", round->question);
  lp_cli_member_text (builder, "method", lp_vote_method_id (round->method));
  lp_cli_member_int (builder, "amount", round->amount);
  lp_cli_member_text (builder, "subjects", lp_vote_on_id (round->on));
  lp_cli_member_text (builder, "voters", lp_vote_by_id (round->by));
  lp_cli_member_int (builder, "expected", round->expected);
  lp_cli_member_int (builder, "counted", round->n_done);
  member_flag (builder, "complete", round->complete);
  json_builder_set_member_name (builder, "result");
  if (round->complete)
    {
      json_builder_begin_array (builder);
      for (guint i = 0; i < round->ranked->len; i++)
        build_subject (builder, g_ptr_array_index (round->ranked, i));
      json_builder_end_array (builder);
    }
  else
    {
      json_builder_add_null_value (builder);
    }
  json_builder_end_object (builder);
}

static void
print_json (const LpPriorities *priorities)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < priorities->rounds->len; i++)
    build_round (builder, g_ptr_array_index (priorities->rounds, i));
  json_builder_end_array (builder);
  lp_cli_print_json (builder);
}

/* In a line of its own, whatever was typed. */
static void
print_subject (const LpVoteRound *round, const LpVoteSubject *subject)
{
  g_autofree char *name = g_strdelimit (g_strdup (subject->name), "\r\n\t", ' ');
  g_autofree char *total = lp_vote_print (round->method, subject->total);

  lp_cli_say ("  %3u. %s%s%s: %s", subject->rank, subject->code != NULL ? subject->code : "",
              subject->code != NULL ? " " : "", name, total);
  if (subject->tied)
    lp_cli_say (" (%s)", _("tie"));
  lp_cli_say ("\n");
}

static void
print_round (const LpVoteRound *round)
{
  g_autofree char *title = lp_vote_round_title (round);
  g_autofree char *progress = lp_vote_round_progress (round);
  g_autofree char *sum = lp_vote_round_sum (round);

  lp_cli_say ("%s%s\n  %s\n  %s%s%s\n", round->number > 1 ? "\n" : "", title, round->question, progress,
              round->complete ? ", " : "", round->complete ? sum : "");
  for (guint i = 0; i < round->ranked->len && round->complete; i++)
    print_subject (round, g_ptr_array_index (round->ranked, i));
}

static LpPriorities *
load (LpReader *reader, const LpId *meeting, GError **error)
{
  LpPriorities *priorities = NULL;

  if (!lp_reader_begin (reader, error))
    return NULL;
  priorities = lp_priorities_load (reader, meeting, error);
  lp_reader_end (reader);

  return priorities;
}

static LpCliExit
run_priorities (LpCli *cli, char **arguments, GError **error)
{
  g_autoptr (LpPriorities) priorities = NULL;
  LpStore *store = NULL;
  LpId meeting = { 0 };

  store = lp_cli_open_meeting (cli, LP_STORE_READ_ONLY, arguments[0], &meeting, error);
  if (store == NULL)
    return LP_CLI_REFUSED;
  priorities = load (lp_store_get_reader (store), &meeting, error);
  lp_cli_close (store);
  if (priorities == NULL)
    return LP_CLI_REFUSED;

  if (cli->json)
    print_json (priorities);
  for (guint i = 0; i < priorities->rounds->len && !cli->json; i++)
    print_round (g_ptr_array_index (priorities->rounds, i));
  if (priorities->rounds->len == 0 && !cli->json)
    lp_cli_complain ("%s", _("There are no rounds yet"));

  return LP_CLI_DONE;
}

const LpCliCommand lp_cli_priorities = {
  .name = "priorities",
  .arguments = N_("MEETING"),
  .n_arguments = 1,
  .summary = N_("The rounds of voting, and what came out of them"),
  .run = run_priorities,
};
