/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-priorities.h"

#include <glib/gi18n-lib.h>

#include "lp-note-review.h"
#include "lp-terms.h"

#define ROUNDS \
  "SELECT id, question, method, amount, subjects, voters, closed FROM vote_round" \
  " WHERE space = ?1 AND deleted = 0 ORDER BY rank, num"

/* A part of a theme is voted on with the whole. */
#define THEMES \
  "SELECT t.id, t.name, NULL, 0, 1 FROM theme t WHERE t.space = ?1 AND t.deleted = 0" \
  " AND NOT EXISTS (SELECT 1 FROM theme p WHERE p.id = t.parent AND p.deleted = 0)" \
  " ORDER BY t.rank, t.num"

#define PROPOSALS \
  "SELECT n.id," LP_NOTE_WORDS ", n.station, n.number," LP_NOTE_MAY_BE_SHOWN " FROM note n" \
  " WHERE n.space = ?1 AND n.deleted = 0 AND n.kind = 'proposal' ORDER BY n.station, n.number"

#define ANY_PROPOSAL "SELECT 1 FROM note WHERE space = ?1 AND deleted = 0 AND kind = 'proposal' LIMIT 1"

/* What was deleted, or became a part of something else, after it was voted on. */
#define THEME "SELECT id, name, NULL, 0, 1 FROM theme WHERE id = ?1"
#define PROPOSAL "SELECT id, NULL, station, number, 0 FROM note WHERE id = ?1"

#define TALLIES "SELECT voter, ifnull (turnout, -1), done FROM tally WHERE round = ?1 AND deleted = 0"
#define VOTES "SELECT voter, subject, amount FROM vote WHERE round = ?1 AND deleted = 0"

#define TABLES \
  "SELECT max (ifnull ((SELECT tables FROM meeting WHERE id = ?1), 0), ifnull (max (table_number), 0))" \
  " FROM participant WHERE space = ?1 AND deleted = 0"

#define TABLES_OF_NOTES "SELECT ifnull (max (table_number), 0) FROM note WHERE space = ?1 AND deleted = 0"

#define PRESENT \
  "SELECT ifnull (table_number, 0), role FROM participant WHERE space = ?1 AND deleted = 0 AND present <> 0"

/* More voters than that are a slip of the finger, and would fill the screen. */
#define MOST_VOTERS 1000

/** Around: what the meeting has beside the rounds. */
typedef struct {
  LpReader  *reader;
  GPtrArray *subjects[LP_N_VOTE_SUBJECTS]; /* of LpVoteSubject, to be copied */
  guint      n_tables;                     /* 0: not known */
  gboolean   attended;                     /* the roster knows who is there */
  guint      n_present;                    /* of those who vote */
  GArray    *at_table;                     /* of guint: of these, who sits at table 1, 2, … */
} Around;

typedef gboolean (*TakeRow) (gpointer data, LpQuery *query);

/* FALSE and an error when it cannot be read; a row that is not taken is the last. */
static gboolean
take_all (LpReader *reader, const char *sql, const LpId *bound, TakeRow take, gpointer data, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, sql);
  g_autoptr (GError) problem = NULL;

  lp_query_bind_id (query, 1, bound);
  while (lp_query_next (query, &problem) && take (data, query))
    continue;
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));

  return FALSE;
}

/* --- What the meeting has --- */

static LpVoteSubject *
subject_read (LpQuery *query)
{
  LpVoteSubject *subject = g_new0 (LpVoteSubject, 1);

  lp_query_id (query, 0, &subject->id);
  subject->name = g_strdup (lp_query_text (query, 1));
  if (!lp_query_is_none (query, 2))
    subject->code = lp_note_code (lp_query_int (query, 2), lp_query_int (query, 3));
  subject->may_show = lp_query_int (query, 4) != 0;

  return subject;
}

static LpVoteSubject *
subject_copy (const LpVoteSubject *from)
{
  LpVoteSubject *subject = g_memdup2 (from, sizeof *from);

  subject->name = g_strdup (from->name);
  subject->code = g_strdup (from->code);

  return subject;
}

static gboolean
take_subject (gpointer data, LpQuery *query)
{
  g_ptr_array_add (data, subject_read (query));

  return TRUE;
}

static gboolean
take_number (gpointer data, LpQuery *query)
{
  *(guint *) data = (guint) CLAMP (lp_query_int (query, 0), 0, MOST_VOTERS);

  return FALSE;
}

static gboolean
take_any (gpointer data, LpQuery *query)
{
  *(gboolean *) data = TRUE;

  return FALSE;
}

static gboolean
take_present (gpointer data, LpQuery *query)
{
  Around *around = data;
  gint64 table = lp_query_int (query, 0);

  around->attended = TRUE;
  if (!lp_vote_role_votes (lp_query_text (query, 1)))
    return TRUE;

  around->n_present++;
  if (table >= 1 && table <= around->n_tables)
    g_array_index (around->at_table, guint, table - 1)++;

  return TRUE;
}

static void
around_clear (Around *around)
{
  for (guint i = 0; i < LP_N_VOTE_SUBJECTS; i++)
    g_clear_pointer (&around->subjects[i], g_ptr_array_unref);
  g_clear_pointer (&around->at_table, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Around, around_clear)

/* Proposals, which are many, are read where a round is about them. */
static gboolean
load_subjects (Around *around, const LpId *meeting, const GPtrArray *rounds, GError **error)
{
  static const char *const sql[LP_N_VOTE_SUBJECTS] = { THEMES, PROPOSALS };
  gboolean wanted[LP_N_VOTE_SUBJECTS] = { [LP_VOTE_ON_THEMES] = TRUE };

  for (guint i = 0; i < rounds->len; i++)
    wanted[((LpVoteRound *) rounds->pdata[i])->on] = TRUE;
  for (guint i = 0; i < LP_N_VOTE_SUBJECTS; i++)
    {
      around->subjects[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_vote_subject_free);
      if (wanted[i] && !take_all (around->reader, sql[i], meeting, take_subject, around->subjects[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
load_people (Around *around, const LpId *meeting, GError **error)
{
  around->at_table = g_array_new (FALSE, TRUE, sizeof (guint));
  if (!take_all (around->reader, TABLES, meeting, take_number, &around->n_tables, error) ||
      (around->n_tables == 0 &&
       !take_all (around->reader, TABLES_OF_NOTES, meeting, take_number, &around->n_tables, error)))
    return FALSE;
  g_array_set_size (around->at_table, around->n_tables);

  return take_all (around->reader, PRESENT, meeting, take_present, around, error);
}

/* --- Who voted how --- */

/** Reading: where the rows of one round go. */
typedef struct {
  LpVoteRound  *round;
  const Around *around;
  GError       *problem;
} Reading;

static void
add_voter (LpVoteRound *self, const Around *around)
{
  LpVoter *voter = g_new0 (LpVoter, 1);

  voter->number = (int) self->voters->len + 1;
  voter->turnout = self->by == LP_VOTE_BY_PEOPLE ? 1 : -1;
  if (self->by == LP_VOTE_BY_TABLES && around->attended && voter->number <= (int) around->n_tables)
    voter->turnout = (int) g_array_index (around->at_table, guint, voter->number - 1);
  voter->given = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_array_set_size (voter->given, self->subjects->len);
  g_ptr_array_add (self->voters, voter);
}

/* NULL for a number that is none. */
static LpVoter *
ensure_voter (Reading *reading, gint64 number)
{
  if (number < 1 || number > MOST_VOTERS)
    return NULL;
  while (reading->round->voters->len < number)
    add_voter (reading->round, reading->around);

  return g_ptr_array_index (reading->round->voters, number - 1);
}

static gboolean
take_tally (gpointer data, LpQuery *query)
{
  Reading *reading = data;
  LpVoter *voter = ensure_voter (reading, lp_query_int (query, 0));
  gint64 turnout = lp_query_int (query, 1);

  if (voter == NULL)
    return TRUE;
  if (turnout >= 0 && reading->round->by == LP_VOTE_BY_TABLES)
    {
      voter->turnout = (int) MIN (turnout, G_MAXINT);
      voter->said = TRUE;
    }
  voter->done = lp_query_int (query, 2) != 0;

  return TRUE;
}

/* What is not there any more, or was erased; it got votes all the same. */
static LpVoteSubject *
load_gone (Reading *reading, const LpId *id)
{
  g_autoptr (LpQuery) query =
      lp_reader_query (reading->around->reader, reading->round->on == LP_VOTE_ON_THEMES ? THEME : PROPOSAL);
  LpVoteSubject *subject = NULL;

  lp_query_bind_id (query, 1, id);
  if (lp_query_next (query, &reading->problem))
    subject = subject_read (query);
  else
    subject = g_new0 (LpVoteSubject, 1);
  subject->id = *id;
  subject->gone = TRUE;
  if (subject->name == NULL || *subject->name == '\0')
    g_set_str (&subject->name, reading->round->on == LP_VOTE_ON_THEMES ? _("Deleted theme") : _("Deleted proposal"));

  return subject;
}

/* Adds it where it is not there any more. FALSE when that cannot be read. */
static gboolean
find_subject (Reading *reading, const LpId *id, guint *position)
{
  LpVoteRound *self = reading->round;

  for (*position = 0; *position < self->subjects->len; (*position)++)
    {
      if (lp_id_equal (&((LpVoteSubject *) g_ptr_array_index (self->subjects, *position))->id, id))
        return TRUE;
    }
  g_ptr_array_add (self->subjects, load_gone (reading, id));
  for (guint i = 0; i < self->voters->len; i++)
    g_array_set_size (((LpVoter *) g_ptr_array_index (self->voters, i))->given, self->subjects->len);

  return reading->problem == NULL;
}

static gboolean
take_vote (gpointer data, LpQuery *query)
{
  Reading *reading = data;
  gint64 amount = MAX (lp_query_int (query, 2), 0);
  LpVoter *voter = amount > 0 ? ensure_voter (reading, lp_query_int (query, 0)) : NULL;
  guint position = 0;
  LpId subject = { 0 };

  if (voter == NULL || !lp_query_id (query, 1, &subject))
    return TRUE;
  if (!find_subject (reading, &subject, &position))
    return FALSE;
  g_array_index (voter->given, gint64, position) += amount;
  voter->sum += amount;

  return TRUE;
}

/* People are entered one after the other, and tables, where nobody knows how many there are: then there is one more to go to. */
static void
expect_voters (Reading *reading)
{
  LpVoteRound *self = reading->round;
  const Around *around = reading->around;
  guint last = 0;

  self->expected = self->by == LP_VOTE_BY_TABLES ? around->n_tables : MIN (around->n_present, MOST_VOTERS);
  for (guint i = 0; i < self->voters->len; i++)
    {
      const LpVoter *voter = g_ptr_array_index (self->voters, i);

      if (voter->done || voter->sum > 0 || voter->said)
        last = i + 1;
    }
  if (self->expected > 0)
    self->expected = MAX (self->expected, last);
  if (self->by == LP_VOTE_BY_PEOPLE || self->expected == 0)
    last++;
  ensure_voter (reading, CLAMP (MAX (last, self->expected), 1, MOST_VOTERS));
}

/* --- Reading --- */

static LpVoteRound *
round_read (LpQuery *query)
{
  LpVoteRound *self = lp_vote_round_new ();

  lp_query_id (query, 0, &self->id);
  self->question = g_strdup (lp_query_text (query, 1));
  self->method = lp_vote_method_find (lp_query_text (query, 2));
  self->amount = MAX (lp_query_int (query, 3), 0);
  self->on = lp_vote_on_find (lp_query_text (query, 4));
  self->by = lp_vote_by_find (lp_query_text (query, 5));
  self->closed = lp_query_int (query, 6) != 0;

  return self;
}

static gboolean
take_round (gpointer data, LpQuery *query)
{
  GPtrArray *rounds = data;
  LpVoteRound *round = round_read (query);

  g_ptr_array_add (rounds, round);
  round->number = rounds->len;

  return TRUE;
}

static gboolean
load_votes (LpVoteRound *self, const Around *around, GError **error)
{
  const GPtrArray *subjects = around->subjects[self->on];
  Reading reading = { .round = self, .around = around };

  for (guint i = 0; i < subjects->len; i++)
    g_ptr_array_add (self->subjects, subject_copy (subjects->pdata[i]));
  if (!take_all (around->reader, TALLIES, &self->id, take_tally, &reading, error) ||
      !take_all (around->reader, VOTES, &self->id, take_vote, &reading, error))
    return FALSE;
  if (reading.problem != NULL)
    {
      g_propagate_error (error, reading.problem);
      return FALSE;
    }
  expect_voters (&reading);
  lp_vote_round_count (self);

  return TRUE;
}

gboolean
lp_priorities_exist (LpReader *reader, const LpId *meeting)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, "SELECT 1 FROM vote_round WHERE space = ?1 AND deleted = 0 LIMIT 1");

  lp_query_bind_id (query, 1, meeting);

  return lp_query_next (query, NULL);
}

/**
 * lp_priorities_load: reads all rounds, and counts them. Proposals may be many: call it on a thread of its own, between
 * lp_reader_begin() and lp_reader_end(), so that all of it is of one moment.
 *
 * Returns: (transfer full): %NULL and an error when they cannot be read
 */
LpPriorities *
lp_priorities_load (LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpPriorities) self = g_new0 (LpPriorities, 1);
  g_auto (Around) around = { .reader = reader };

  self->rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_vote_round_free);
  if (!take_all (reader, ROUNDS, meeting, take_round, self->rounds, error) ||
      !load_subjects (&around, meeting, self->rounds, error) || !load_people (&around, meeting, error) ||
      !take_all (reader, ANY_PROPOSAL, meeting, take_any, &self->has_proposals, error))
    return NULL;
  for (guint i = 0; i < self->rounds->len; i++)
    {
      if (!load_votes (g_ptr_array_index (self->rounds, i), &around, error))
        return NULL;
    }
  self->n_themes = around.subjects[LP_VOTE_ON_THEMES]->len;

  return g_steal_pointer (&self);
}

void
lp_priorities_free (LpPriorities *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->rounds);
  g_free (self);
}

/** lp_priorities_find: (transfer none): NULL when there is no such round. */
LpVoteRound *
lp_priorities_find (const LpPriorities *self, const LpId *round)
{
  for (guint i = 0; i < self->rounds->len; i++)
    {
      LpVoteRound *found = g_ptr_array_index (self->rounds, i);

      if (lp_id_equal (&found->id, round))
        return found;
    }

  return NULL;
}

/** lp_priorities_last: complete: only among those whose result may be seen. Transfer none; NULL when there is none. */
LpVoteRound *
lp_priorities_last (const LpPriorities *self, gboolean complete)
{
  for (guint i = self->rounds->len; i > 0; i--)
    {
      LpVoteRound *round = g_ptr_array_index (self->rounds, i - 1);

      if (round->complete || !complete)
        return round;
    }

  return NULL;
}

