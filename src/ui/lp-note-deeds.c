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

/* The row says it to those who see; it can be taken back by Ctrl+Z. */
static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) from = data;
  g_autoptr (GError) error = NULL;

  if (lp_store_commit_finish (LP_STORE (source), result, &error))
    gtk_accessible_announce (GTK_ACCESSIBLE (from), _("On the wall"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  else
    lp_feedback_error (from, _("The note was not put on the wall"), error);
}

static void
kept_off_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) from = data;
  g_autoptr (GError) error = NULL;

  if (lp_store_commit_finish (LP_STORE (source), result, &error))
    gtk_accessible_announce (GTK_ACCESSIBLE (from), _("Kept off the wall"),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  else
    lp_feedback_error (from, _("The note was not kept off the wall"), error);
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

void
lp_note_deeds_review (GtkWidget *from, LpStore *store, LpRecord *note, LpReview review)
{
  g_autoptr (LpChangeSet) changes = lp_note_deeds_make_review (note, review);

  lp_store_commit_async (store, changes, NULL, review == LP_REVIEW_SHOW ? shown_cb : kept_off_cb, g_object_ref (from));
}

void
lp_note_deeds_toggle_wall (GtkWidget *from, LpStore *store, LpRecord *note)
{
  lp_note_deeds_review (from, store, note, lp_note_may_be_shown (note) ? LP_REVIEW_KEEP_OFF : LP_REVIEW_SHOW);
}
