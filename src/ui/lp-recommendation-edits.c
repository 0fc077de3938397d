/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-recommendation-edits.h"

#include "lp-feedback.h"

#include <glib/gi18n.h>

/** Deed: from the call to what is said of it. */
typedef struct {
  GtkWidget  *from;
  LpStore    *store;
  char       *path;
  LpRecord   *recommendation;
  GArray     *nums;     /* notes to add; NULL: those of the theme */
  LpRecord   *theme;
  gboolean    against;
  guint       n_added;
  char       *done;     /* offered to be undone; NULL: not said */
  const char *failed;
} Deed;

static Deed *
deed_new (GtkWidget *from, LpStore *store, LpRecord *recommendation, const char *failed)
{
  Deed *self = g_new0 (Deed, 1);

  self->from = g_object_ref (from);
  self->store = g_object_ref (store);
  self->path = g_strdup (lp_store_get_path (store));
  self->recommendation = g_object_ref (recommendation);
  self->failed = failed;
  return self;
}

static void
deed_free (gpointer data)
{
  Deed *self = data;

  g_object_unref (self->from);
  g_object_unref (self->store);
  g_free (self->path);
  g_object_unref (self->recommendation);
  g_clear_pointer (&self->nums, g_array_unref);
  g_clear_object (&self->theme);
  g_free (self->done);
  g_free (self);
}

/* What is on its way would be undone instead, and says so itself. */
static void
committed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Deed *deed = data;
  LpStore *store = LP_STORE (source);
  g_autoptr (GError) error = NULL;

  if (!lp_store_commit_finish (store, result, &error))
    lp_feedback_error (deed->from, deed->failed, error);
  else if (deed->done != NULL && lp_store_get_pending (store) == 0)
    lp_feedback_undo (deed->from, deed->done);
  deed_free (deed);
}

/* deed: taken. */
static void
commit (Deed *deed, LpChangeSet *changes, const GError *error)
{
  if (error != NULL)
    lp_feedback_error (deed->from, deed->failed, error);
  if (error != NULL || lp_change_set_is_empty (changes))
    deed_free (deed);
  else
    lp_store_commit_async (deed->store, changes, NULL, committed_cb, deed);
}

static const char *
name_of (LpRecord *recommendation)
{
  const char *name = lp_recommendation_name (recommendation);

  return *name != '\0' ? name : _("New recommendation");
}

/** lp_recommendation_edits_move: position: 0 is the first. */
void
lp_recommendation_edits_move (GtkWidget *from, LpStore *store, LpRecord *recommendation, guint position)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new (_("Move recommendation"));
  Deed *deed = deed_new (from, store, recommendation, _("The recommendation was not moved"));
  g_autoptr (GError) error = NULL;

  lp_recommendation_move (changes, lp_store_get_reader (store), lp_record_get_space (recommendation),
                          lp_record_get_id (recommendation), position, &error);
  commit (deed, changes, error);
}

/** lp_recommendation_edits_delete: what it rests on comes back with it. */
void
lp_recommendation_edits_delete (GtkWidget *from, LpStore *store, LpRecord *recommendation)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new (_("Delete recommendation"));
  Deed *deed = deed_new (from, store, recommendation, _("The recommendation was not deleted"));

  lp_change_set_delete (changes, LP_RECOMMENDATION, lp_record_get_space (recommendation),
                        lp_record_get_id (recommendation));
  deed->done = g_strdup_printf (_("“%s” deleted"), name_of (recommendation));
  commit (deed, changes, NULL);
}

/* --- Adding, many perhaps --- */

static char *
say_added (const Deed *deed)
{
  guint n = deed->n_added;

  if (deed->theme != NULL)
    /* Translators: the name of a theme, and how many of its notes were not there yet */
    return g_strdup_printf (ngettext ("“%s” added with %'u note", "“%s” added with %'u notes", n),
                            lp_record_text (deed->theme, LP_THEME_NAME), n);
  if (deed->against)
    return g_strdup_printf (ngettext ("%'u note speaks against it now", "%'u notes speak against it now", n), n);
  return g_strdup_printf (ngettext ("%'u note added", "%'u notes added", n), n);
}

static char *
say_title (const Deed *deed)
{
  guint n = deed->nums != NULL ? deed->nums->len : 0;

  if (deed->theme != NULL)
    return g_strdup (_("Add theme to recommendation"));
  return g_strdup_printf (ngettext ("Add %'u note to recommendation", "Add %'u notes to recommendation", n), n);
}

static LpChangeSet *
make_changes (Deed *deed, LpReader *reader, GError **error)
{
  g_autofree char *title = say_title (deed);
  g_autoptr (LpChangeSet) changes = lp_change_set_new (title);
  gboolean made = FALSE;

  if (deed->theme != NULL)
    made = lp_evidence_add_theme (changes, reader, deed->recommendation, lp_record_get_id (deed->theme),
                                  &deed->n_added, error);
  else
    made = lp_evidence_add_nums (changes, reader, deed->recommendation, (const gint64 *) deed->nums->data,
                                 deed->nums->len, deed->against, &deed->n_added, error);
  return made ? g_steal_pointer (&changes) : NULL;
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Deed *deed = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LpReader) reader = lp_reader_open (deed->path, &error);
  LpChangeSet *changes = reader != NULL ? make_changes (deed, reader, &error) : NULL;

  if (changes != NULL)
    g_task_return_pointer (task, changes, (GDestroyNotify) lp_change_set_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Deed *deed = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LpChangeSet) changes = g_task_propagate_pointer (G_TASK (result), &error);

  deed->done = say_added (deed);
  commit (deed, changes, error);
}

/* deed: taken. A theme may have any number of notes. */
static void
add (Deed *deed)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, made_cb, deed);

  g_task_set_source_tag (task, add);
  g_task_set_task_data (task, deed, NULL);
  g_task_run_in_thread (task, make_in_thread);
}

void
lp_recommendation_edits_add_notes (GtkWidget *from, LpStore *store, LpRecord *recommendation, GArray *nums,
                                   gboolean against)
{
  Deed *deed = deed_new (from, store, recommendation, _("The notes were not added"));

  deed->nums = g_array_ref (nums);
  deed->against = against;
  add (deed);
}

/** lp_recommendation_edits_add_theme: the theme and the notes that are in it now. */
void
lp_recommendation_edits_add_theme (GtkWidget *from, LpStore *store, LpRecord *recommendation, LpRecord *theme)
{
  Deed *deed = deed_new (from, store, recommendation, _("The theme was not added"));

  deed->theme = g_object_ref (theme);
  add (deed);
}

/** lp_recommendation_edits_remove: the note or the theme itself is not touched. */
void
lp_recommendation_edits_remove (GtkWidget *from, LpStore *store, LpRecord *recommendation, LpRecord *of)
{
  gboolean theme = lp_record_get_entity (of) == LP_THEME;
  g_autofree char *code = theme ? NULL : lp_record_note_code (of);
  g_autoptr (LpChangeSet) changes =
      lp_change_set_new (theme ? _("Take theme out of recommendation") : _("Take note out of recommendation"));
  Deed *deed = deed_new (from, store, recommendation, theme ? _("The theme was not taken out")
                                                            : _("The note was not taken out"));

  lp_evidence_remove (changes, recommendation, lp_record_get_id (of));
  /* Translators: the code of a note, or the name of a theme */
  deed->done = g_strdup_printf (_("%s taken out"), theme ? lp_record_text (of, LP_THEME_NAME) : code);
  commit (deed, changes, NULL);
}

/** lp_recommendation_edits_field: nothing is said: what was typed is there to be seen. */
void
lp_recommendation_edits_field (GtkWidget *from, LpStore *store, LpRecord *recommendation, guint field,
                               const char *text)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new (_("Change recommendation"));
  Deed *deed = deed_new (from, store, recommendation, _("The recommendation was not saved"));

  lp_recommendation_set_text (changes, recommendation, field, text);
  commit (deed, changes, NULL);
}

void
lp_recommendation_edits_status (GtkWidget *from, LpStore *store, LpRecord *recommendation, LpStatus status,
                                const char *date)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new (_("Change recommendation"));
  Deed *deed = deed_new (from, store, recommendation, _("The recommendation was not saved"));

  lp_recommendation_set_status (changes, recommendation, status, date);
  commit (deed, changes, NULL);
}
