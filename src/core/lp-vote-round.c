/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-vote-round.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lp-terms.h"

static const char *const methods[LP_N_VOTE_METHODS] = { "dots", "budget" };
static const char *const ons[LP_N_VOTE_SUBJECTS] = { "themes", "proposals" };
static const char *const bys[LP_N_VOTE_BY] = { "tables", "people" };

void
lp_vote_subject_free (LpVoteSubject *subject)
{
  g_free (subject->name);
  g_free (subject->code);
  g_free (subject);
}

static void
voter_free (gpointer data)
{
  LpVoter *voter = data;

  g_array_unref (voter->given);
  g_free (voter);
}

/** lp_vote_round_new: without subjects and voters, which are the round's once they are in it. Transfer full. */
LpVoteRound *
lp_vote_round_new (void)
{
  LpVoteRound *self = g_new0 (LpVoteRound, 1);

  self->subjects = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_vote_subject_free);
  self->ranked = g_ptr_array_new ();
  self->voters = g_ptr_array_new_with_free_func (voter_free);

  return self;
}

void
lp_vote_round_free (LpVoteRound *self)
{
  g_free (self->question);
  g_ptr_array_unref (self->subjects);
  g_ptr_array_unref (self->ranked);
  g_ptr_array_unref (self->voters);
  g_free (self);
}

/* --- What came out --- */

static void
count_voter (LpVoteRound *self, const LpVoter *voter)
{
  self->begun |= voter->sum > 0 || voter->done;
  self->complete &= voter->done || voter->number > (int) self->expected;
  if (!voter->done)
    return;

  self->n_done++;
  self->total += voter->sum;
  if (self->turnout >= 0)
    self->turnout = voter->turnout >= 0 ? self->turnout + voter->turnout : -1;
  for (guint i = 0; i < self->subjects->len; i++)
    ((LpVoteSubject *) g_ptr_array_index (self->subjects, i))->total += g_array_index (voter->given, gint64, i);
}

static int
compare_totals (gconstpointer a, gconstpointer b, gpointer data)
{
  const LpVoteSubject *left = *(LpVoteSubject *const *) a;
  const LpVoteSubject *right = *(LpVoteSubject *const *) b;

  return (left->total < right->total) - (left->total > right->total);
}

/* Stable: of those with as many, their own order decides who stands first, never chance. */
static void
rank_subjects (LpVoteRound *self)
{
  for (guint i = 0; i < self->subjects->len; i++)
    g_ptr_array_add (self->ranked, g_ptr_array_index (self->subjects, i));
  if (self->ranked->len > 0)
    g_sort_array (self->ranked->pdata, self->ranked->len, sizeof (gpointer), compare_totals, NULL);
  for (guint i = 0; i < self->ranked->len; i++)
    {
      LpVoteSubject *subject = g_ptr_array_index (self->ranked, i);
      LpVoteSubject *before = i > 0 ? g_ptr_array_index (self->ranked, i - 1) : NULL;
      gboolean same = before != NULL && before->total == subject->total;

      subject->rank = same ? before->rank : i + 1;
      subject->tied = same && subject->total > 0;
      if (subject->tied)
        before->tied = TRUE;
    }
}

/** lp_vote_round_count: once, when all that were given are in it: who is counted, what that makes, and in which order. */
void
lp_vote_round_count (LpVoteRound *self)
{
  self->complete = self->expected > 0;
  for (guint i = 0; i < self->voters->len; i++)
    count_voter (self, g_ptr_array_index (self->voters, i));
  self->complete |= self->closed;
  rank_subjects (self);
}

/** lp_vote_round_voter: (transfer none): by its number; NULL when there is none. */
LpVoter *
lp_vote_round_voter (const LpVoteRound *self, int number)
{
  return number >= 1 && number <= (int) self->voters->len ? g_ptr_array_index (self->voters, number - 1) : NULL;
}

/** lp_vote_round_subject: (transfer none): by its id; NULL when the round is not about it. */
LpVoteSubject *
lp_vote_round_subject (const LpVoteRound *self, const LpId *subject)
{
  for (guint i = 0; i < self->subjects->len; i++)
    {
      LpVoteSubject *found = g_ptr_array_index (self->subjects, i);

      if (lp_id_equal (&found->id, subject))
        return found;
    }

  return NULL;
}

/**
 * lp_vote_round_left:
 * @left: (out): dots or kroner that the voter has not given yet; below 0: given too many
 *
 * Returns: %FALSE when nobody knows how many people voted
 */
gboolean
lp_vote_round_left (const LpVoteRound *self, const LpVoter *voter, gint64 *left)
{
  *left = voter->turnout * self->amount - voter->sum;

  return voter->turnout >= 0;
}

/** lp_vote_round_next: the first who is not counted yet after that one, or else before; 0: all are. */
int
lp_vote_round_next (const LpVoteRound *self, int after)
{
  guint n_waited_for = self->expected > 0 ? self->expected : self->voters->len;

  for (guint i = 0; i < n_waited_for; i++)
    {
      guint number = ((guint) MAX (after, 0) + i) % n_waited_for + 1;

      if (!lp_vote_round_voter (self, (int) number)->done)
        return (int) number;
    }

  return 0;
}

/* --- Words --- */

/* In a list of words that is searched for a whole word. */
#define NO_VOTE "|gaest|guest|minister|note-tager|notetager|note-taker|notetaker|facilitator|"

/**
 * lp_vote_role_votes: whether somebody with that role in the roster votes: guests, note-takers and facilitators do not. Of a role
 * with several parts, "Member, host", the first decides.
 */
gboolean
lp_vote_role_votes (const char *role)
{
  g_auto (GStrv) parts = g_strsplit (role, ",", 2);
  g_autofree char *folded = lp_fold_text (parts[0] != NULL ? g_strstrip (parts[0]) : "");
  g_autofree char *word = g_strconcat ("|", folded, "|", NULL);

  return *folded == '\0' || strstr (NO_VOTE, word) == NULL;
}

/** lp_vote_print: "3 dots", "50.000 kr.". Transfer full. */
char *
lp_vote_print (LpVoteMethod method, gint64 amount)
{
  g_autofree char *number = g_strdup_printf ("%'" G_GINT64_FORMAT, amount);

  if (method == LP_VOTE_BUDGET)
    /* Translators: an amount of money; always in Danish kroner */
    return g_strdup_printf (_("%s kr."), number);

  return g_strdup_printf (ngettext ("%s dot", "%s dots", (gulong) amount), number);
}

/** lp_vote_print_left: "1 dot left", "all given", "1.000 kr. too much". Transfer full. */
char *
lp_vote_print_left (LpVoteMethod method, gint64 left)
{
  g_autofree char *amount = lp_vote_print (method, ABS (left));

  if (left == 0)
    return g_strdup (_("All given"));
  if (left > 0)
    /* Translators: “1 dot left”, “500 kr. left” */
    return g_strdup_printf (_("%s left"), amount);
  /* Translators: “2 dots too many”, “500 kr. too much” */
  return g_strdup_printf (method == LP_VOTE_BUDGET ? C_("money", "%s too much") : C_("dots", "%s too many"), amount);
}

/** lp_vote_round_title: "Round 1: dots", "Round 2: 50.000 kr.". Transfer full. */
char *
lp_vote_round_title (const LpVoteRound *self)
{
  g_autofree char *amount = self->method == LP_VOTE_BUDGET ? lp_vote_print (self->method, self->amount) : NULL;

  /* Translators: a round of voting: its number, and “dots” or an amount of money */
  return g_strdup_printf (_("Round %u: %s"), self->number, amount != NULL ? amount : _("dots"));
}

/** lp_vote_round_progress: "7 of 10 tables counted", "7 tables counted" where nobody knows how many there are. Transfer full. */
char *
lp_vote_round_progress (const LpVoteRound *self)
{
  gboolean people = self->by == LP_VOTE_BY_PEOPLE;

  if (self->expected == 0)
    return g_strdup_printf (people ? ngettext ("%u person counted", "%u people counted", self->n_done)
                                   : ngettext ("%u table counted", "%u tables counted", self->n_done),
                            self->n_done);

  /* Translators: the first number is of those that are counted already */
  return g_strdup_printf (people ? ngettext ("%u of %u person counted", "%u of %u people counted", self->expected)
                                 : ngettext ("%u of %u table counted", "%u of %u tables counted", self->expected),
                          self->n_done, self->expected);
}

/** lp_vote_round_sum: "209 dots from 70 participants", or the dots alone where it is not known how many people. Transfer full. */
char *
lp_vote_round_sum (const LpVoteRound *self)
{
  g_autofree char *total = lp_vote_print (self->method, self->total);
  g_autofree char *people = NULL;

  if (self->turnout <= 0)
    return g_steal_pointer (&total);
  people = g_strdup_printf (ngettext ("%'u participant", "%'u participants", self->turnout), (guint) self->turnout);

  /* Translators: “209 dots from 70 participants” */
  return g_strdup_printf (_("%s from %s"), total, people);
}

/* --- Ids --- */

static guint
find_word (const char *word, const char *const *words, guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    {
      if (strcmp (words[i], word) == 0)
        return i;
    }

  return 0;
}

const char *
lp_vote_method_id (LpVoteMethod method)
{
  return methods[method];
}

const char *
lp_vote_on_id (LpVoteOn on)
{
  return ons[on];
}

const char *
lp_vote_by_id (LpVoteBy by)
{
  return bys[by];
}

/** lp_vote_method_find: what is no id is dots. */
LpVoteMethod
lp_vote_method_find (const char *id)
{
  return find_word (id, methods, LP_N_VOTE_METHODS);
}

/** lp_vote_on_find: what is no id is themes. */
LpVoteOn
lp_vote_on_find (const char *id)
{
  return find_word (id, ons, LP_N_VOTE_SUBJECTS);
}

/** lp_vote_by_find: what is no id is tables. */
LpVoteBy
lp_vote_by_find (const char *id)
{
  return find_word (id, bys, LP_N_VOTE_BY);
}
