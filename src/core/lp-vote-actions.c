/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-vote-actions.h"

#include <glib/gi18n-lib.h>

#include "lp-rank.h"
#include "lp-terms.h"

#define LAST_ROUND "SELECT max (rank) FROM vote_round WHERE space = ?1 AND deleted = 0"

/* The item of the agenda that the next round is for: the first for the first, the last for all that follow. */
#define NEXT_ITEM \
  "SELECT prompt, method FROM agenda_item WHERE space = ?1 AND deleted = 0 AND method IN ('dot-vote', 'budget')" \
  " ORDER BY rank, num LIMIT 1 OFFSET max (0, min (" \
  "  (SELECT count (*) FROM vote_round WHERE space = ?1 AND deleted = 0)," \
  "  (SELECT count (*) - 1 FROM agenda_item WHERE space = ?1 AND deleted = 0 AND method IN ('dot-vote', 'budget'))))"

#define DOTS_WHEN_UNSAID 3
#define KRONER_WHEN_UNSAID 50000

/* The first number of "Du har 50.000 kr." and the like; 0: there is none. */
static gint64
find_number (const char *text)
{
  gint64 number = 0;

  for (; *text != '\0' && !g_ascii_isdigit (*text); text++)
    continue;
  for (; *text != '\0' && number < G_MAXINT32; text++)
    {
      gboolean between = (*text == '.' || *text == ',') && g_ascii_isdigit (text[1]);

      if (g_ascii_isdigit (*text))
        number = number * 10 + *text - '0';
      else if (!between)
        break;
    }

  return number;
}

static void
take_item (LpVoteDraft *self, LpQuery *query)
{
  const char *prompt = lp_query_text (query, 0);
  gint64 number = find_number (prompt);
  LpMethod method;

  if (lp_method_find (lp_query_text (query, 1), &method) && method == LP_METHOD_BUDGET)
    {
      self->method = LP_VOTE_BUDGET;
      self->on = LP_VOTE_ON_PROPOSALS;
      self->amount = KRONER_WHEN_UNSAID;
    }
  if (*prompt != '\0')
    g_set_str (&self->question, prompt);
  if (number > 0)
    self->amount = number;
}

/**
 * lp_vote_draft_new: what the next round is likely to be: its question and what each person has, as the agenda says it.
 *
 * Returns: (transfer full): %NULL and an error when the agenda cannot be read
 */
LpVoteDraft *
lp_vote_draft_new (LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpVoteDraft) self = g_new0 (LpVoteDraft, 1);
  g_autoptr (LpQuery) query = lp_reader_query (reader, NEXT_ITEM);
  g_autoptr (GError) problem = NULL;

  self->question = g_strdup (_("What matters most?"));
  self->amount = DOTS_WHEN_UNSAID;
  lp_query_bind_id (query, 1, meeting);
  if (lp_query_next (query, &problem))
    take_item (self, query);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
lp_vote_draft_free (LpVoteDraft *self)
{
  if (self == NULL)
    return;

  g_free (self->question);
  g_free (self);
}

static gboolean
put_rank (LpEdit *edit, LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, LAST_ROUND);
  g_autofree char *rank = NULL;

  lp_query_bind_id (query, 1, meeting);
  if (!lp_query_next (query, error))
    return FALSE;
  rank = lp_rank_between (lp_query_is_none (query, 0) ? NULL : lp_query_text (query, 0), NULL);
  lp_edit_text (edit, LP_VOTE_ROUND_RANK, rank);

  return TRUE;
}

/**
 * lp_vote_round_put: adds a round after the others, or makes the one with that id as the draft says.
 *
 * Returns: %FALSE and an error for a draft without a question or without anything to give, or when the rounds cannot be read
 */
gboolean
lp_vote_round_put (LpChangeSet *changes,
                   LpReader *reader,
                   const LpId *meeting,
                   const LpVoteDraft *draft,
                   LpId *round,
                   GError **error)
{
  g_autofree char *question = g_strstrip (g_strdup (draft->question != NULL ? draft->question : ""));
  gboolean fresh = !lp_id_is_set (round);
  LpEdit *edit = NULL;

  if (*question == '\0' || draft->amount < 1)
    {
      g_set_error_literal (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID,
                           _("A round needs a question, and something to give."));
      return FALSE;
    }
  if (fresh)
    *round = lp_id_new ();

  edit = lp_change_set_put (changes, LP_VOTE_ROUND, meeting, round);
  lp_edit_text (edit, LP_VOTE_ROUND_QUESTION, question);
  lp_edit_text (edit, LP_VOTE_ROUND_METHOD, lp_vote_method_id (draft->method));
  lp_edit_int (edit, LP_VOTE_ROUND_AMOUNT, draft->amount);
  lp_edit_text (edit, LP_VOTE_ROUND_SUBJECTS, lp_vote_on_id (draft->on));
  lp_edit_text (edit, LP_VOTE_ROUND_VOTERS, lp_vote_by_id (draft->by));

  return !fresh || put_rank (edit, reader, meeting, error);
}

/** lp_vote_round_delete: with it go its votes, out of sight; they come back with it. */
void
lp_vote_round_delete (LpChangeSet *changes, const LpId *meeting, const LpId *round)
{
  lp_change_set_delete (changes, LP_VOTE_ROUND, meeting, round);
}

void
lp_vote_round_set_closed (LpChangeSet *changes, const LpId *meeting, const LpId *round, gboolean closed)
{
  lp_edit_int (lp_change_set_put (changes, LP_VOTE_ROUND, meeting, round), LP_VOTE_ROUND_CLOSED, closed);
}

LpId
lp_tally_id (const LpId *round, int voter)
{
  g_autofree char *what = g_strdup_printf ("tally %d", voter);

  return lp_id_derive (round, what);
}

LpId
lp_vote_id (const LpId *round, int voter, const LpId *subject)
{
  g_autofree char *name = lp_id_to_string (subject);
  g_autofree char *what = g_strdup_printf ("vote %d %s", voter, name);

  return lp_id_derive (round, what);
}

static LpEdit *
put_tally (LpChangeSet *changes, const LpId *meeting, const LpId *round, int voter)
{
  LpId id = lp_tally_id (round, voter);
  LpEdit *edit = lp_change_set_put (changes, LP_TALLY, meeting, &id);

  lp_edit_int (edit, LP_DELETED, FALSE);
  lp_edit_id (edit, LP_TALLY_ROUND, round);
  lp_edit_int (edit, LP_TALLY_VOTER, voter);

  return edit;
}

/** lp_vote_give: in all, not more than before; 0 is kept as well. */
void
lp_vote_give (LpChangeSet *changes,
              const LpId *meeting,
              const LpId *round,
              int voter,
              const LpId *subject,
              gint64 amount)
{
  LpId id = lp_vote_id (round, voter, subject);
  LpEdit *edit = lp_change_set_put (changes, LP_VOTE, meeting, &id);

  lp_edit_int (edit, LP_DELETED, FALSE);
  lp_edit_id (edit, LP_VOTE_IN, round);
  lp_edit_int (edit, LP_VOTE_VOTER, voter);
  lp_edit_id (edit, LP_VOTE_SUBJECT, subject);
  lp_edit_int (edit, LP_VOTE_AMOUNT, MAX (amount, 0));
}

/** lp_vote_set_turnout: turnout: below 0: as the roster says it. */
void
lp_vote_set_turnout (LpChangeSet *changes, const LpId *meeting, const LpId *round, int voter, int turnout)
{
  LpEdit *edit = put_tally (changes, meeting, round, voter);

  if (turnout >= 0)
    lp_edit_int (edit, LP_TALLY_TURNOUT, turnout);
  else
    lp_edit_none (edit, LP_TALLY_TURNOUT);
}

/** lp_vote_set_done: who is counted keeps the turnout of that moment, whatever happens in the roster later. */
void
lp_vote_set_done (LpChangeSet *changes, const LpId *meeting, const LpId *round, const LpVoter *voter, gboolean done)
{
  LpEdit *edit = put_tally (changes, meeting, round, voter->number);

  lp_edit_int (edit, LP_TALLY_DONE, done);
  if (done && voter->turnout >= 0)
    lp_edit_int (edit, LP_TALLY_TURNOUT, voter->turnout);
}
