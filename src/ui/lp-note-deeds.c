/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-deeds.h"

#include <glib/gi18n.h>

#include "lp-feedback.h"

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) from = data;
  g_autoptr (GError) error = NULL;

  if (lp_store_commit_finish (LP_STORE (source), result, &error))
    lp_feedback_undo (from, _("Note deleted"));
  else
    lp_feedback_error (from, _("The note was not deleted"), error);
}

void
lp_note_deeds_delete (GtkWidget *from, LpStore *store, LpRecord *note)
{
  g_autofree char *code = lp_record_note_code (note);
  g_autofree char *title = g_strdup_printf (_("Delete note %s"), code);
  g_autoptr (LpChangeSet) changes = lp_change_set_new (title);

  lp_change_set_delete (changes, LP_NOTE, lp_record_get_space (note), lp_record_get_id (note));
  lp_store_commit_async (store, changes, NULL, deleted_cb, g_object_ref (from));
}

void
lp_note_deeds_copy (GtkWidget *from, LpRecord *note)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (from), lp_record_text (note, LP_NOTE_TEXT));
}

/* --- Review --- */

typedef struct
{
  GtkWidget *from;
  LpReview review;
} Commit;

/* The row says it to those who see. */
static void
reviewed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Commit *commit = data;
  g_autoptr (GtkWidget) from = commit->from;
  g_autoptr (GError) error = NULL;
  gboolean shown = commit->review == LP_REVIEW_SHOW;

  if (!lp_store_commit_finish (LP_STORE (source), result, &error))
    {
      lp_feedback_error (from, shown ? _("The note was not put on the wall") : _("The note was not kept off the wall"), error);
      return;
    }
  gtk_accessible_announce (GTK_ACCESSIBLE (from), shown ? _("On the wall") : _("Kept off the wall"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

LpChangeSet *
lp_note_deeds_make_review (LpRecord *note, LpReview review)
{
  g_autofree char *code = lp_record_note_code (note);
  g_autofree char *title =
      g_strdup_printf (review == LP_REVIEW_SHOW ? _("Show note %s on the wall") : _("Keep note %s off the wall"), code);
  LpChangeSet *changes = lp_change_set_new (title);

  lp_note_review (changes, note, review);

  return changes;
}

static LpReview
find_review (const char *action, LpRecord *note)
{
  if (g_str_has_suffix (action, "show"))
    return LP_REVIEW_SHOW;
  if (g_str_has_suffix (action, "keep-off"))
    return LP_REVIEW_KEEP_OFF;

  return lp_note_may_be_shown (note) ? LP_REVIEW_KEEP_OFF : LP_REVIEW_SHOW;
}

void
lp_note_deeds_review (GtkWidget *from, LpStore *store, LpRecord *note, const char *action)
{
  LpReview review = find_review (action, note);
  g_autoptr (LpChangeSet) changes = lp_note_deeds_make_review (note, review);
  Commit *commit = g_new0 (Commit, 1);

  *commit = (Commit) { g_object_ref (from), review };
  lp_store_commit_async (store, changes, NULL, reviewed_cb, commit);
}
