/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-participant-edits.h"

#include <glib/gi18n.h>

#include "lp-feedback.h"

#define SEED 1

/* Outlives the widget only until the commit returns. */
typedef struct
{
  GtkWidget *from;
  char *failure;
  char *done;    /* or NULL */
  gboolean final; /* cannot be undone */
} Commit;

static void
commit_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Commit *commit = data;
  g_autoptr (GError) error = NULL;

  if (!lp_store_commit_finish (LP_STORE (object), result, &error))
    lp_feedback_error (commit->from, commit->failure, error);
  else if (commit->done && commit->final)
    lp_feedback_say (commit->from, commit->done);
  else if (commit->done)
    lp_feedback_undo (commit->from, commit->done);

  g_object_unref (commit->from);
  g_free (commit->failure);
  g_free (commit->done);
  g_free (commit);
}

static void
commit_changes (GtkWidget *from,
                LpStore *store,
                LpChangeSet *changes,
                const char *failure,
                const char *done,
                gboolean final)
{
  Commit *commit = g_new0 (Commit, 1);

  commit->from = g_object_ref (from);
  commit->failure = g_strdup (failure);
  commit->done = g_strdup (done);
  commit->final = final;
  lp_store_commit_async (store, changes, NULL, commit_cb, commit);
}

void
lp_participant_edits_commit (GtkWidget *from,
                             LpStore *store,
                             LpChangeSet *changes,
                             const char *failure,
                             const char *done)
{
  commit_changes (from, store, changes, failure, done, FALSE);
}

static GArray *
ids_of (GPtrArray *people)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (LpId));

  for (guint i = 0; i < people->len; i++)
    g_array_append_vals (ids, lp_person_get_id (g_ptr_array_index (people, i)), 1);
  return ids;
}

/* "Aase Tågegaard" or "3 participants". Transfer full. */
static char *
whom (GPtrArray *people)
{
  if (people->len == 1)
    return g_strdup (lp_person_get_name (g_ptr_array_index (people, 0)));
  return g_strdup_printf (ngettext ("%'u participant", "%'u participants", people->len), people->len);
}

/** lp_participant_edits_put: person: NULL for a new one. The draft has a name. */
void
lp_participant_edits_put (GtkWidget *from,
                          LpStore *store,
                          const LpId *meeting,
                          const LpParticipantDraft *draft,
                          const LpId *person)
{
  /* Translators: names of actions to undo; %s is a person’s name */
  g_autofree char *title = g_strdup_printf (person ? _("Edit %s") : _("Add %s"), draft->name);
  g_autoptr (LpChangeSet) changes = lp_change_set_new (title);
  g_autoptr (GError) error = NULL;
  LpId id = person ? *person : (LpId) { 0 };

  if (lp_participant_put (changes, meeting, draft, &id, &error))
    commit_changes (from, store, changes, _("The participant was not saved"), NULL, FALSE);
  else
    lp_feedback_error (from, _("The participant was not saved"), error);
}

void
lp_participant_edits_set_table (GtkWidget *from,
                                LpStore *store,
                                const LpId *meeting,
                                GPtrArray *people,
                                int table)
{
  g_autoptr (GArray) ids = ids_of (people);
  g_autofree char *who = whom (people);
  /* Translators: names of actions to undo; %s is a person’s name, or “3 participants” */
  g_autofree char *title = table > 0 ? g_strdup_printf (_("Seat %s at table %d"), who, table)
                                     : g_strdup_printf (_("Take %s from the table"), who);
  g_autoptr (LpChangeSet) changes = lp_change_set_new (title);

  lp_participants_set_table (changes, meeting, (LpId *) ids->data, ids->len, table);
  commit_changes (from, store, changes, _("The table was not changed"), NULL, FALSE);
}

static const char *
title_of_flag (guint field, gboolean flag)
{
  /* Translators: names of actions to undo; %s is a person’s name, or “3 participants” */
  switch (field)
    {
    case LP_PARTICIPANT_PRESENT:
      return flag ? _("%s present") : _("%s not present");
    case LP_PARTICIPANT_CONSENT:
      return flag ? _("%s gave consent") : _("%s gave no consent");
    default:
      return flag ? _("%s keeps the seat") : _("%s does not keep the seat");
    }
}

void
lp_participant_edits_set_flag (GtkWidget *from,
                               LpStore *store,
                               const LpId *meeting,
                               GPtrArray *people,
                               guint field,
                               gboolean flag)
{
  g_autoptr (GArray) ids = ids_of (people);
  g_autofree char *who = whom (people);
  g_auto (GStrv) parts = g_strsplit (title_of_flag (field, flag), "%s", 2);
  g_autofree char *title = g_strjoinv (who, parts);
  g_autoptr (LpChangeSet) changes = lp_change_set_new (title);

  lp_participants_set_flag (changes, meeting, (LpId *) ids->data, ids->len, field, flag);
  commit_changes (from, store, changes, _("The participant was not changed"), NULL, FALSE);
}

void
lp_participant_edits_set_perspective (GtkWidget *from,
                                      LpStore *store,
                                      const LpId *meeting,
                                      GPtrArray *people,
                                      const char *perspective)
{
  g_autoptr (GArray) ids = ids_of (people);
  g_autofree char *who = whom (people);
  /* Translators: name of an action to undo; %s is a person’s name, or “3 participants” */
  g_autofree char *title = g_strdup_printf (_("Perspective of %s"), who);
  g_autoptr (LpChangeSet) changes = lp_change_set_new (title);

  lp_participants_set_perspective (changes, meeting, (LpId *) ids->data, ids->len, perspective);
  commit_changes (from, store, changes, _("The participant was not changed"), NULL, FALSE);
}

void
lp_participant_edits_delete (GtkWidget *from, LpStore *store, const LpId *meeting, GPtrArray *people)
{
  g_autoptr (GArray) ids = ids_of (people);
  g_autofree char *who = whom (people);
  g_autofree char *title = g_strdup_printf (_("Delete %s"), who);
  g_autofree char *done = g_strdup_printf (_("%s deleted"), who);
  g_autoptr (LpChangeSet) changes = lp_change_set_new (title);

  lp_participants_delete (changes, meeting, (LpId *) ids->data, ids->len);
  commit_changes (from, store, changes, _("The participant was not deleted"), done, FALSE);
}

void
lp_participant_edits_swap (GtkWidget *from,
                           LpStore *store,
                           const LpId *meeting,
                           LpPerson *first,
                           LpPerson *second)
{
  g_autofree char *title =
      g_strdup_printf (_("Swap %s and %s"), lp_person_get_name (first), lp_person_get_name (second));
  g_autofree char *done = g_strdup_printf (_("%s and %s have swapped tables"), lp_person_get_name (first),
                                           lp_person_get_name (second));
  g_autoptr (LpChangeSet) changes = lp_change_set_new (title);
  g_autoptr (GError) error = NULL;

  if (lp_participants_swap (changes, lp_store_get_reader (store), meeting, lp_person_get_id (first),
                            lp_person_get_id (second), &error))
    commit_changes (from, store, changes, _("They did not swap"), done, FALSE);
  else
    lp_feedback_error (from, _("They did not swap"), error);
}

/** lp_participant_edits_seat: says so when nobody comes to sit better than now. */
void
lp_participant_edits_seat (GtkWidget *from, LpStore *store, const LpId *meeting, LpSeatWho who)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new (_("Seat participants"));
  g_autoptr (GError) error = NULL;
  g_autoptr (LpRoster) roster = lp_roster_load (lp_store_get_reader (store), meeting, &error);
  g_autofree char *done = NULL;
  guint moved;

  if (!roster)
    {
      lp_feedback_error (from, _("The participants were not seated"), error);
      return;
    }
  moved = lp_roster_seat (roster, changes, meeting, who, SEED);
  if (moved == 0)
    {
      lp_feedback_say (from, _("No better seating was found; nobody was moved"));
      return;
    }
  done = g_strdup_printf (ngettext ("%u participant got another table", "%u participants got another table",
                                    moved),
                          moved);
  commit_changes (from, store, changes, _("The participants were not seated"), done, FALSE);
}

void
lp_participant_edits_set_tables (GtkWidget *from, LpStore *store, const LpId *meeting, int n_tables)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new (_("Number of tables"));

  lp_edit_int (lp_change_set_put (changes, LP_MEETING, meeting, meeting), LP_MEETING_TABLES, n_tables);
  commit_changes (from, store, changes, _("The number of tables was not changed"), NULL, FALSE);
}

/** lp_participant_edits_erase: for good: whoever calls has asked. */
void
lp_participant_edits_erase (GtkWidget *from, LpStore *store, const LpId *meeting)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new (NULL);
  g_autoptr (GError) error = NULL;

  if (!lp_participants_erase_all (changes, lp_store_get_reader (store), meeting, &error))
    lp_feedback_error (from, _("The roster was not erased"), error);
  else if (!lp_change_set_is_empty (changes))
    commit_changes (from, store, changes, _("The roster was not erased"), _("The roster has been erased"),
                    TRUE);
}
