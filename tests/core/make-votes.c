/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * make-votes DATABASE MEETING dots|budget TABLES: one more round on the themes, of which so many tables are counted, for tests and
 * pictures. At each table seven vote; the first themes get most, the second and third as many, the last ones nothing.
 */
#include <stdlib.h>

#include "lp-meeting.h"
#include "lp-priorities.h"
#include "lp-vote-actions.h"

#define TURNOUT 7

static const gint64 given[] = { 5, 3, 3, 2, 2, 1, 1 };

static void
commit (LpStore *store, LpChangeSet *changes)
{
  g_autoptr (GError) error = NULL;

  if (!lp_store_commit (store, changes, &error))
    g_error ("not committed: %s", error->message);
  lp_change_set_unref (changes);
}

static LpId
make_round (LpStore *store, const LpId *meeting, LpVoteMethod method)
{
  LpChangeSet *changes = lp_change_set_new ("Round");
  LpVoteDraft draft = {
    .question = (char *) (method == LP_VOTE_BUDGET ? "Hvad skal pengene gå til?" : "Hvad er vigtigst?"),
    .method = method,
    .amount = method == LP_VOTE_BUDGET ? 50000 : 3,
  };
  LpId round = { 0 };

  if (!lp_vote_round_put (changes, lp_store_get_reader (store), meeting, &draft, &round, NULL))
    g_error ("no round");
  commit (store, changes);

  return round;
}

static void
count_table (LpStore *store, const LpId *meeting, const LpId *id, int table)
{
  g_autoptr (LpPriorities) priorities = lp_priorities_load (lp_store_get_reader (store), meeting, NULL);
  const LpVoteRound *round = lp_priorities_find (priorities, id);
  LpVoter voter = { .number = table, .turnout = TURNOUT };
  LpChangeSet *changes = lp_change_set_new ("Votes");

  for (guint i = 0; i < round->subjects->len && i < G_N_ELEMENTS (given); i++)
    lp_vote_give (changes, meeting, id, table, &((LpVoteSubject *) g_ptr_array_index (round->subjects, i))->id,
                  given[i] * (round->method == LP_VOTE_BUDGET ? 10000 : 1));
  lp_vote_set_done (changes, meeting, id, &voter, TRUE);
  commit (store, changes);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  LpStore *store = argc == 5 ? lp_store_open (argv[1], LP_STORE_READ_WRITE, &error) : NULL;
  LpId meeting = { 0 };
  LpId round = { 0 };

  if (store == NULL || !lp_meeting_find (lp_store_get_reader (store), argv[2], &meeting, &error))
    g_error ("%s", error != NULL ? error->message : "make-votes DATABASE MEETING dots|budget TABLES");

  round = make_round (store, &meeting, lp_vote_method_find (argv[3]));
  for (int table = 1; table <= atoi (argv[4]); table++)
    count_table (store, &meeting, &round, table);
  lp_store_close (store, NULL);
  g_object_unref (store);

  return 0;
}
