/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-theme-edits.h"

#include "lp-feedback.h"
#include "lp-meeting.h"

#include <glib/gi18n.h>

/* Outlives the widget only until the commit returns. */
typedef struct {
  GtkWidget *from;
  char      *failure;   /* what to say when it fails */
  char      *done;      /* what to offer to undo */
} Commit;

static void
commit_free (Commit *self)
{
  g_object_unref (self->from);
  g_free (self->failure);
  g_free (self->done);
  g_free (self);
}

/* What was done is told each time. What is on its way would be undone instead, and offers so itself. */
static void
tell (GtkWidget  *from,
      LpStore    *store,
      const char *done)
{
  if (lp_store_get_pending (store) == 0)
    lp_feedback_undo (from, done);
  /* the toast would have been read out */
  else if (gtk_widget_get_root (from) != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (from), done, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
commit_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  Commit *self = data;
  g_autoptr (GError) error = NULL;

  if (!lp_store_commit_finish (LP_STORE (object), result, &error))
    lp_feedback_error (self->from, self->failure, error);
  else
    tell (self->from, LP_STORE (object), self->done);
  commit_free (self);
}

static void
commit (GtkWidget   *from,
        LpStore     *store,
        LpChangeSet *changes,
        const char  *failure,
        const char  *done)
{
  Commit *self = g_new0 (Commit, 1);

  self->from = g_object_ref (from);
  self->failure = g_strdup (failure);
  self->done = g_strdup (done);
  lp_store_commit_async (store, changes, NULL, commit_cb, self);
}

static char *
title_of_move (guint n_notes)
{
  return g_strdup_printf (ngettext ("Move %'u note", "Move %'u notes", n_notes), n_notes);
}

/* Said each time: who types on the board without knowing it sees what the keys did. */
static char *
describe_move (guint       n_notes,
               const char *theme)
{
  if (theme == NULL)
    return g_strdup_printf (ngettext ("%'u note taken out of its theme", "%'u notes taken out of their themes",
                                      n_notes),
                            n_notes);
  /* Translators: notes, and the name of the theme they were moved to */
  return g_strdup_printf (ngettext ("%'u note moved to “%s”", "%'u notes moved to “%s”", n_notes), n_notes,
                          theme);
}

/** lp_theme_edits_move: pile: NULL to take them out of their themes. */
void
lp_theme_edits_move (GtkWidget    *from,
                     LpStore      *store,
                     const LpId   *meeting,
                     LpNoteIds    *notes,
                     const LpPile *pile)
{
  g_autofree char *title = title_of_move (notes->len);
  g_autofree char *done = describe_move (notes->len, pile ? pile->name : NULL);
  g_autoptr (LpChangeSet) changes = lp_change_set_new (title);
  g_autoptr (GError) error = NULL;

  if (!lp_notes_move (changes, lp_store_get_reader (store), meeting, (const LpId *) notes->data, notes->len,
                      pile ? &pile->theme : NULL, &error))
    {
      lp_feedback_error (from, _("The notes were not moved"), error);
      return;
    }
  if (!lp_change_set_is_empty (changes))
    commit (from, store, changes, _("The notes were not moved"), done);
}

static char *
describe_theme (const char *name,
                guint       n_notes)
{
  if (n_notes == 0)
    /* Translators: %s is the name of a theme */
    return g_strdup_printf (_("New theme “%s”"), name);
  /* Translators: the name of a theme, and how many notes it is made of */
  return g_strdup_printf (ngettext ("New theme “%s” from %u note", "New theme “%s” from %u notes", n_notes),
                          name, n_notes);
}

/** lp_theme_edits_create: notes: what it is made of, or NULL for a theme that is empty as yet. */
void
lp_theme_edits_create (GtkWidget   *from,
                       LpStore     *store,
                       const LpId  *meeting,
                       LpNoteIds   *notes,
                       const char  *name)
{
  /* Translators: a name of an action to undo; %s is the name of a theme */
  g_autofree char *title = g_strdup_printf (_("New theme “%s”"), name);
  g_autofree char *done = describe_theme (name, notes ? notes->len : 0);
  g_autoptr (LpChangeSet) changes = lp_change_set_new (title);
  g_autoptr (GError) error = NULL;
  LpReader *reader = lp_store_get_reader (store);
  LpId theme = { 0 };

  if (!lp_theme_create (changes, reader, meeting, name, &theme, &error) ||
      (notes != NULL && notes->len > 0 &&
       !lp_notes_move (changes, reader, meeting, (const LpId *) notes->data, notes->len, &theme, &error)))
    {
      lp_feedback_error (from, _("The theme was not made"), error);
      return;
    }
  commit (from, store, changes, _("The theme was not made"), done);
}

/** lp_theme_edits_rename: nothing happens, and nothing is said, when that is its name already. */
void
lp_theme_edits_rename (GtkWidget   *from,
                       LpStore     *store,
                       const LpId  *meeting,
                       const LpId  *theme,
                       const char  *name)
{
  /* Translators: %s is the new name of a theme */
  g_autofree char *done = g_strdup_printf (_("Theme renamed to “%s”"), name);
  g_autoptr (LpChangeSet) changes = lp_change_set_new (_("Rename theme"));
  g_autoptr (GError) error = NULL;

  if (!lp_theme_rename (changes, lp_store_get_reader (store), meeting, theme, name, &error))
    {
      lp_feedback_error (from, _("The theme was not renamed"), error);
      return;
    }
  if (!lp_change_set_is_empty (changes))
    commit (from, store, changes, _("The theme was not renamed"), done);
}

/** lp_theme_edits_delete: its notes are without a theme then. */
void
lp_theme_edits_delete (GtkWidget   *from,
                       LpStore     *store,
                       const LpId  *meeting,
                       const LpId  *theme,
                       const char  *name)
{
  g_autofree char *done = g_strdup_printf (_("Theme “%s” deleted"), name);
  g_autoptr (LpChangeSet) changes = lp_change_set_new (_("Delete theme"));
  g_autoptr (GError) error = NULL;

  if (!lp_theme_delete (changes, lp_store_get_reader (store), meeting, theme, &error))
    {
      lp_feedback_error (from, _("The theme was not deleted"), error);
      return;
    }
  commit (from, store, changes, _("The theme was not deleted"), done);
}

/** lp_theme_edits_commit: for what others do with themes. */
void
lp_theme_edits_commit (GtkWidget   *from,
                       LpStore     *store,
                       LpChangeSet *changes,
                       const char  *failure,
                       const char  *done)
{
  commit (from, store, changes, failure, done);
}
