/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-id.h"

G_BEGIN_DECLS

/* How a panel says what matters most: rounds in which tables, or people by number, divide dots or a budget. */

typedef enum {
  LP_VOTE_DOTS,
  LP_VOTE_BUDGET,
  LP_N_VOTE_METHODS,
} LpVoteMethod;

typedef enum {
  LP_VOTE_ON_THEMES,
  LP_VOTE_ON_PROPOSALS,
  LP_N_VOTE_SUBJECTS,
} LpVoteOn;

typedef enum {
  LP_VOTE_BY_TABLES,
  LP_VOTE_BY_PEOPLE,
  LP_N_VOTE_BY,
} LpVoteBy;

/** LpVoteSubject: what can be voted for, and what it was given by those who are counted. */
typedef struct {
  LpId      id;        /* of a theme, or of a note */
  char     *name;      /* of the theme, or the words of the proposal */
  char     *code;      /* of the proposal, or NULL */
  gboolean  may_show;  /* the words in the room; else the code alone */
  gboolean  gone;      /* deleted since */
  gint64    total;
  guint     rank;      /* 1 has most; who has as much has the same: 1, 2, 3, 3, 5 */
  gboolean  tied;      /* shares the rank; of those with nothing it is not said */
} LpVoteSubject;

/** LpVoter: a table, or a person by number, and how it voted. */
typedef struct {
  int       number;
  int       turnout;   /* people who vote, guests are not among them; -1: not known */
  gboolean  said;      /* somebody wrote the turnout; else the roster knows it */
  gboolean  done;
  GArray   *given;     /* of gint64, to each subject in order */
  gint64    sum;
} LpVoter;

/** LpVoteRound: one round, as it stands. */
typedef struct {
  LpId          id;
  guint         number;    /* 1 is the first */
  char         *question;
  LpVoteMethod  method;
  gint64        amount;    /* dots or kroner that each person has */
  LpVoteOn      on;
  LpVoteBy      by;
  gboolean      closed;    /* the result is shown, whoever is missing */
  GPtrArray    *subjects;  /* of LpVoteSubject, in the themes' or the notes' order */
  GPtrArray    *ranked;    /* the same, those with most first; of as many, in the same order */
  GPtrArray    *voters;    /* of LpVoter, by number, without gaps; it may end with one that nobody waits for */
  guint         expected;  /* the first so many voters are waited for; 0: nobody knows how many there are */
  guint         n_done;
  gboolean      begun;     /* somebody's votes are in */
  gboolean      complete;  /* the result may be seen */
  int           turnout;   /* people among the counted; -1: not known of all */
  gint64        total;     /* dots or kroner of the counted */
} LpVoteRound;

LpVoteRound   *lp_vote_round_new       (void);
void           lp_vote_round_free      (LpVoteRound *self);
void           lp_vote_round_count     (LpVoteRound *self);
void           lp_vote_subject_free    (LpVoteSubject *subject);

LpVoter       *lp_vote_round_voter     (const LpVoteRound *self, int number);
LpVoteSubject *lp_vote_round_subject   (const LpVoteRound *self, const LpId *subject);
gboolean       lp_vote_round_left      (const LpVoteRound *self, const LpVoter *voter, gint64 *left);
int            lp_vote_round_next      (const LpVoteRound *self, int after);
char          *lp_vote_round_title     (const LpVoteRound *self);
char          *lp_vote_round_progress  (const LpVoteRound *self);
char          *lp_vote_round_sum       (const LpVoteRound *self);

gboolean       lp_vote_role_votes      (const char *role);
char          *lp_vote_print           (LpVoteMethod method, gint64 amount);
char          *lp_vote_print_left      (LpVoteMethod method, gint64 left);

const char    *lp_vote_method_id       (LpVoteMethod method);
const char    *lp_vote_on_id           (LpVoteOn on);
const char    *lp_vote_by_id           (LpVoteBy by);
LpVoteMethod   lp_vote_method_find     (const char *id);
LpVoteOn       lp_vote_on_find         (const char *id);
LpVoteBy       lp_vote_by_find         (const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpVoteRound, lp_vote_round_free)

G_END_DECLS
