/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-run-deed.h"

#include <glib/gi18n.h>

#include "lp-feedback.h"
#include "lp-run-words.h"

/* A key that is held down, or pressed twice, goes on by one item. In milliseconds. */
#define LEAST_GAP 800

typedef struct {
  GtkWidget *from;
  char *done;
} Deed;

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Deed *deed = data;
  g_autoptr (GError) error = NULL;

  if (!lp_store_commit_finish (LP_STORE (source), result, &error))
    lp_feedback_error (deed->from, _("The course of the day was not saved"), error);
  else if (deed->done != NULL)
    lp_feedback_undo (deed->from, deed->done);

  g_object_unref (deed->from);
  g_free (deed->done);
  g_free (deed);
}

void
lp_run_deed (GtkWidget *from, LpRunner *runner, LpChangeSet *changes, const char *done)
{
  Deed *deed = NULL;

  if (changes == NULL)
    return;

  deed = g_new0 (Deed, 1);
  deed->from = g_object_ref (from);
  deed->done = g_strdup (done);
  lp_store_commit_async (lp_runner_get_store (runner), changes, NULL, committed_cb, deed);
  lp_change_set_unref (changes);
}

void
lp_run_deed_go (GtkWidget *from, LpRunner *runner, int item)
{
  LpRecord *record = lp_runner_get_item (runner, item);
  g_autofree char *now = lp_run_print_time (lp_runner_get_time (runner));
  g_autofree char *done = NULL;

  if (record == NULL)
    return;

  if (lp_runner_moves_plan (runner))
    /* Translators: a time of day; the day is run at quite another hour than the agenda says */
    done = g_strdup_printf (_("The plan was moved: it now begins at %s"), now);
  else
    /* Translators: the title of an agenda item */
    done = g_strdup_printf (_("“%s” has begun"), lp_record_text (record, LP_AGENDA_ITEM_TITLE));
  lp_run_deed (from, runner, lp_runner_go (runner, item), done);
}

/* Begins the day, goes on to what comes next, or ends the day. */
void
lp_run_deed_next (GtkWidget *from, LpRunner *runner)
{
  const LpRunState *state = lp_runner_get_state (runner);

  if (state->started && lp_runner_get_time (runner) - state->since < LEAST_GAP)
    return;

  if (state->next >= 0)
    lp_run_deed_go (from, runner, state->next);
  else
    lp_run_deed (from, runner, lp_runner_next (runner), _("The day has ended"));
}
