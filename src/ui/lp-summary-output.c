/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-summary-output.h"

#include <glib/gi18n.h>

#include "lp-export-losses.h"
#include "lp-feedback.h"
#include "lp-handout-paper.h"
#include "lp-print.h"
#include "lp-summary-paper.h"

typedef struct {
  char       *database;
  LpId        meeting;
  LpDocument  document;
  guint       limit;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->database);
  g_free (job);
}

static LpSummaryFacts *
load_facts (const Job *job, GError **error)
{
  g_autoptr (LpReader) reader = lp_reader_open (job->database, error);
  g_autoptr (LpPublication) publication = NULL;
  LpSummaryFacts *facts = NULL;

  if (reader == NULL || !lp_reader_begin (reader, error))
    return NULL;
  publication = lp_publication_load (reader, &job->meeting, LP_VARIANT_PUBLIC, job->limit, NULL, error);
  if (publication != NULL)
    facts = lp_summary_facts_load (reader, &job->meeting, publication, NULL, error);
  lp_reader_end (reader);
  return facts;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  LpSummaryFacts *facts = load_facts (data, &error);

  if (facts != NULL)
    g_task_return_pointer (task, facts, (GDestroyNotify) lp_summary_facts_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* A paper belongs to the thread that made it, which is the one that prints. */
static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  GtkWidget *from = GTK_WIDGET (object);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (LpSummaryFacts) facts = g_task_propagate_pointer (G_TASK (result), &error);

  if (gtk_widget_get_root (from) == NULL)
    return;
  if (facts == NULL)
    {
      lp_feedback_error (from, _("The summary cannot be printed"), error);
      return;
    }
  if (facts->counts->total == 0)
    lp_feedback_say (from, _("No notes are reviewed yet, so that their words are not on the paper"));
  lp_print_paper (from, job->document == LP_DOCUMENT_HANDOUT ? lp_handout_paper_new (facts) : lp_summary_paper_new (facts));
}

void
lp_summary_output (GtkWidget *from, LpStore *store, const LpId *meeting, LpDocument document)
{
  g_autoptr (GTask) task = g_task_new (from, NULL, loaded_cb, NULL);
  Job *job = g_new0 (Job, 1);

  job->database = g_strdup (lp_store_get_path (store));
  job->meeting = *meeting;
  job->document = document;
  job->limit = lp_export_losses_read_limit ();
  g_task_set_source_tag (task, lp_summary_output);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, load_in_thread);
}
