/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-vote-edits.h"

#include <glib/gi18n.h>

#include "lp-feedback.h"
#include "lp-voter-bar.h"

/* Outlives the widget only until the commit returns. */
typedef struct
{
  GtkWidget *from;
  char *failure; /* what to say when it fails */
  char *done;    /* what to offer to undo, or NULL */
} Commit;

static void
commit_free (Commit *self)
{
  g_object_unref (self->from);
  g_free (self->failure);
  g_free (self->done);
  g_free (self);
}

static void
commit_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Commit *self = data;
  g_autoptr (GError) error = NULL;

  if (!lp_store_commit_finish (LP_STORE (object), result, &error))
    lp_feedback_error (self->from, self->failure, error);
  else if (self->done != NULL && lp_store_get_pending (LP_STORE (object)) == 0)
    lp_feedback_undo (self->from, self->done);
  commit_free (self);
}

/* changes: left to the caller. */
static void
commit (GtkWidget *from, LpStore *store, LpChangeSet *changes, const char *failure, const char *done)
{
  Commit *self = g_new0 (Commit, 1);

  self->from = g_object_ref (from);
  self->failure = g_strdup (failure);
  self->done = g_strdup (done);
  lp_store_commit_async (store, changes, NULL, commit_cb, self);
}

/** lp_vote_edits_put: round: unset: a new one. */
void
lp_vote_edits_put (
    GtkWidget *from, LpStore *store, const LpId *meeting, const LpVoteDraft *draft, const LpId *round)
{
  gboolean fresh = !lp_id_is_set (round);
  g_autoptr (LpChangeSet) changes = lp_change_set_new (fresh ? _("New round") : _("Edit round"));
  g_autoptr (GError) error = NULL;
  LpId id = *round;

  if (!lp_vote_round_put (changes, lp_store_get_reader (store), meeting, draft, &id, &error))
    lp_feedback_error (from, _("The round was not saved"), error);
  else
    commit (from, store, changes, _("The round was not saved"), fresh ? NULL : _("Round changed"));
}

void
lp_vote_edits_delete (GtkWidget *from, LpStore *store, const LpId *meeting, const LpVoteRound *round)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new (_("Delete round"));
  g_autofree char *title = lp_vote_round_title (round);
  /* Translators: %s is such as “Round 1: dots” */
  g_autofree char *done = g_strdup_printf (_("“%s” deleted"), title);

  lp_vote_round_delete (changes, meeting, &round->id);
  commit (from, store, changes, _("The round was not deleted"), done);
}

void
lp_vote_edits_close (
    GtkWidget *from, LpStore *store, const LpId *meeting, const LpVoteRound *round, gboolean closed)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new (closed ? _("Close round") : _("Open round again"));

  lp_vote_round_set_closed (changes, meeting, &round->id, closed);
  commit (from, store, changes, _("The round was not saved"), closed ? _("Round closed") : _("Round open again"));
}

void
lp_vote_edits_count (GtkWidget *from,
                     LpStore *store,
                     const LpId *meeting,
                     const LpVoteRound *round,
                     const LpVoter *voter,
                     gboolean done)
{
  g_autofree char *name = lp_voter_bar_name (round, voter->number);
  /* Translators: “Table 3 is counted” */
  g_autofree char *counted = g_strdup_printf (_("%s is counted"), name);
  /* Translators: “Table 3 is counted again” */
  g_autofree char *again = g_strdup_printf (_("%s is counted again"), name);
  g_autoptr (LpChangeSet) changes = lp_change_set_new (done ? counted : again);

  lp_vote_set_done (changes, meeting, &round->id, voter, done);
  commit (from, store, changes, _("The votes were not saved"), done ? counted : NULL);
}

void
lp_vote_edits_typed (GtkWidget *from, LpStore *store, LpChangeSet *changes)
{
  commit (from, store, changes, _("The votes were not saved"), NULL);
}
