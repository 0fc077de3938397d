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

typedef gboolean (*Add) (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const LpId *notes, guint n_notes,
                         const LpId *theme, GError **error);

/* done: taken. */
static void
edit_notes (GtkWidget  *from,
            LpStore    *store,
            const LpId *meeting,
            LpNoteIds  *notes,
            const LpId *theme,
            Add         add,
            char       *words)
{
  g_autofree char *done = words;
  g_autofree char *title = title_of_move (notes->len);
  g_autoptr (LpChangeSet) changes = lp_change_set_new (title);
  g_autoptr (GError) error = NULL;

  if (!add (changes, lp_store_get_reader (store), meeting, (const LpId *) notes->data, notes->len, theme, &error))
    {
      lp_feedback_error (from, _("The notes were not moved"), error);
      return;
    }
  if (!lp_change_set_is_empty (changes))
    commit (from, store, changes, _("The notes were not moved"), done);
}

/** lp_theme_edits_move: pile: NULL to take them out of their themes. */
void
lp_theme_edits_move (GtkWidget    *from,
                     LpStore      *store,
                     const LpId   *meeting,
                     LpNoteIds    *notes,
                     const LpPile *pile)
{
  edit_notes (from, store, meeting, notes, pile ? &pile->theme : NULL, lp_notes_move,
              describe_move (notes->len, pile ? pile->name : NULL));
}

/** lp_theme_edits_pass: pile: NULL to take them out of the theme; a note that is in another as well stays there. */
void
lp_theme_edits_pass (GtkWidget    *from,
                     LpStore      *store,
                     const LpId   *meeting,
                     LpNoteIds    *notes,
                     const LpId   *from_theme,
                     const LpPile *pile)
{
  g_autofree char *title = title_of_move (notes->len);
  g_autofree char *done = describe_move (notes->len, pile ? pile->name : NULL);
  g_autoptr (LpChangeSet) changes = lp_change_set_new (title);
  g_autoptr (GError) error = NULL;

  if (from_theme == NULL)
    {
      lp_theme_edits_move (from, store, meeting, notes, pile);
      return;
    }
  if (pile == NULL)
    {
      edit_notes (from, store, meeting, notes, from_theme, lp_notes_remove, g_steal_pointer (&done));
      return;
    }
  if (!lp_notes_pass (changes, lp_store_get_reader (store), meeting, (const LpId *) notes->data, notes->len, from_theme,
                      &pile->theme, &error))
    lp_feedback_error (from, _("The notes were not moved"), error);
  else if (!lp_change_set_is_empty (changes))
    commit (from, store, changes, _("The notes were not moved"), done);
}

/** lp_theme_edits_add: says so when all of them are in it already. */
void
lp_theme_edits_add (GtkWidget    *from,
                    LpStore      *store,
                    const LpId   *meeting,
                    LpNoteIds    *notes,
                    const LpPile *pile)
{
  /* Translators: notes, and the name of the theme in which they are besides the one that they are in */
  g_autofree char *done = g_strdup_printf (ngettext ("%'u note also in “%s”", "%'u notes also in “%s”", notes->len),
                                           notes->len, pile->name);

  edit_notes (from, store, meeting, notes, &pile->theme, lp_notes_add, g_steal_pointer (&done));
}

/** lp_theme_edits_pair: notes that are not in the theme are left alone. */
void
lp_theme_edits_pair (GtkWidget  *from,
                     LpStore    *store,
                     const LpId *meeting,
                     LpNoteIds  *notes,
                     const LpId *theme,
                     const LpId *partner)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new (partner != NULL ? _("Pair notes") : _("Unpair notes"));
  g_autoptr (GError) error = NULL;

  if (!lp_notes_pair (changes, lp_store_get_reader (store), meeting, (const LpId *) notes->data, notes->len, theme, partner,
                      &error))
    lp_feedback_error (from, _("The notes were not paired"), error);
  else if (!lp_change_set_is_empty (changes))
    commit (from, store, changes, _("The notes were not paired"), partner != NULL ? _("Notes paired") : _("Notes unpaired"));
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

static gboolean
add_draft (LpChangeSet         *changes,
           LpReader            *reader,
           const LpId          *meeting,
           const LpId          *theme,
           const LpThemeDraft  *draft,
           GError             **error)
{
  return lp_theme_rename (changes, reader, meeting, theme, draft->name, error) &&
         lp_theme_set (changes, reader, meeting, theme, LP_THEME_DESCRIPTION, draft->description, error) &&
         lp_theme_set (changes, reader, meeting, theme, LP_THEME_COLOUR, draft->colour, error) &&
         lp_theme_set (changes, reader, meeting, theme, LP_THEME_SHARED_NAME, draft->shared_name, error) &&
         lp_theme_set_parent (changes, reader, meeting, theme, &draft->parent, error);
}

/** lp_theme_edits_save: one step; nothing happens, and nothing is said, when all that is said already. */
void
lp_theme_edits_save (GtkWidget          *from,
                     LpStore            *store,
                     const LpId         *meeting,
                     const LpId         *theme,
                     const LpThemeDraft *draft)
{
  g_autofree char *done = g_strdup_printf (_("Theme “%s” changed"), draft->name);
  g_autoptr (LpChangeSet) changes = lp_change_set_new (_("Edit theme"));
  g_autoptr (GError) error = NULL;

  if (!add_draft (changes, lp_store_get_reader (store), meeting, theme, draft, &error))
    lp_feedback_error (from, _("The theme was not changed"), error);
  else if (!lp_change_set_is_empty (changes))
    commit (from, store, changes, _("The theme was not changed"), done);
}

/** lp_theme_edits_merge: all notes of the first come into the second, and the first is gone. */
void
lp_theme_edits_merge (GtkWidget    *from,
                      LpStore      *store,
                      const LpId   *meeting,
                      const LpPile *pile,
                      const LpPile *into)
{
  /* Translators: the names of two themes, the first of which is gone then */
  g_autofree char *done = g_strdup_printf (_("“%s” merged into “%s”"), pile->name, into->name);
  g_autoptr (LpChangeSet) changes = lp_change_set_new (_("Merge themes"));
  g_autoptr (GError) error = NULL;

  if (!lp_theme_merge (changes, lp_store_get_reader (store), meeting, &pile->theme, &into->theme, &error))
    lp_feedback_error (from, _("The themes were not merged"), error);
  else
    commit (from, store, changes, _("The themes were not merged"), done);
}

/** lp_theme_edits_shift: nothing happens, and nothing is said, at the ends. */
void
lp_theme_edits_shift (GtkWidget  *from,
                      LpStore    *store,
                      const LpId *meeting,
                      const LpId *theme,
                      int         by)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new (_("Move theme"));
  g_autoptr (GError) error = NULL;

  if (!lp_theme_shift (changes, lp_store_get_reader (store), meeting, theme, by, &error))
    lp_feedback_error (from, _("The theme was not moved"), error);
  else if (!lp_change_set_is_empty (changes))
    commit (from, store, changes, _("The theme was not moved"), _("Theme moved"));
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
