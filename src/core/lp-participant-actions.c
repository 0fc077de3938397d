/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-participant-actions.h"

#include "lp-roster-key.h"

#include <glib/gi18n-lib.h>

/* Of those deleted too: their names are still there, and could be brought back. */
#define EVERYBODY "SELECT id FROM participant WHERE space = ?1"

static void
put_text (LpEdit *edit, guint field, const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text != NULL ? text : ""));

  lp_edit_text (edit, field, *trimmed != '\0' ? trimmed : NULL);
}

/* Who has no table keeps none. */
static void
put_table (LpEdit *edit, int table)
{
  if (table > 0)
    lp_edit_int (edit, LP_PARTICIPANT_TABLE, table);
  else
    {
      lp_edit_none (edit, LP_PARTICIPANT_TABLE);
      lp_edit_int (edit, LP_PARTICIPANT_FIXED, FALSE);
    }
}

/**
 * lp_participant_put: adds a participant, or makes the one with that id as the draft says. FALSE and an error
 * for a draft without a name.
 */
gboolean
lp_participant_put (LpChangeSet *changes,
                    const LpId *meeting,
                    const LpParticipantDraft *draft,
                    LpId *id,
                    GError **error)
{
  g_autofree char *name = g_strstrip (g_strdup (draft->name));
  LpEdit *edit;

  if (*name == '\0')
    {
      g_set_error_literal (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID, _("A participant needs a name."));
      return FALSE;
    }
  if (!lp_id_is_set (id))
    *id = lp_id_new ();

  edit = lp_change_set_put (changes, LP_PARTICIPANT, meeting, id);
  lp_edit_int (edit, LP_DELETED, FALSE);
  lp_edit_text (edit, LP_PARTICIPANT_NAME, name);
  put_text (edit, LP_PARTICIPANT_ORGANISATION, draft->organisation);
  put_text (edit, LP_PARTICIPANT_ROLE, draft->role);
  put_text (edit, LP_PARTICIPANT_MUNICIPALITY, draft->municipality);
  put_text (edit, LP_PARTICIPANT_PERSPECTIVE, draft->perspective);
  lp_edit_int (edit, LP_PARTICIPANT_FIXED, draft->fixed);
  lp_edit_int (edit, LP_PARTICIPANT_PRESENT, draft->present);
  lp_edit_int (edit, LP_PARTICIPANT_CONSENT, draft->consent);
  put_table (edit, draft->table);
  return TRUE;
}

/** lp_participants_set_table: table 0 for none; who kept a seat that he has no more, keeps none. */
void
lp_participants_set_table (LpChangeSet *changes,
                           const LpId *meeting,
                           const LpId *people,
                           guint n_people,
                           int table)
{
  for (guint i = 0; i < n_people; i++)
    put_table (lp_change_set_put (changes, LP_PARTICIPANT, meeting, &people[i]), table);
}

/** lp_participants_set_flag: field: one of those that say present, gave consent, or keeps the seat. */
void
lp_participants_set_flag (LpChangeSet *changes,
                          const LpId *meeting,
                          const LpId *people,
                          guint n_people,
                          guint field,
                          gboolean flag)
{
  for (guint i = 0; i < n_people; i++)
    lp_edit_int (lp_change_set_put (changes, LP_PARTICIPANT, meeting, &people[i]), field, flag);
}

/** lp_participants_set_perspective: by its id, or NULL for none. */
void
lp_participants_set_perspective (LpChangeSet *changes,
                                 const LpId *meeting,
                                 const LpId *people,
                                 guint n_people,
                                 const char *perspective)
{
  for (guint i = 0; i < n_people; i++)
    put_text (lp_change_set_put (changes, LP_PARTICIPANT, meeting, &people[i]), LP_PARTICIPANT_PERSPECTIVE,
              perspective);
}

void
lp_participants_delete (LpChangeSet *changes, const LpId *meeting, const LpId *people, guint n_people)
{
  for (guint i = 0; i < n_people; i++)
    lp_change_set_delete (changes, LP_PARTICIPANT, meeting, &people[i]);
}

static LpRecord *
load_participant (LpReader *reader, const LpId *id, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (LpRecord) record = lp_reader_load (reader, LP_PARTICIPANT, id, &problem);

  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else if (record == NULL || lp_record_int (record, LP_PARTICIPANT_DELETED) != 0)
    g_set_error_literal (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND,
                         _("The participant is not there any more."));
  else
    return g_steal_pointer (&record);
  return NULL;
}

/** lp_participants_swap: two people change tables; one of them may have none. */
gboolean
lp_participants_swap (LpChangeSet *changes,
                      LpReader *reader,
                      const LpId *meeting,
                      const LpId *first,
                      const LpId *second,
                      GError **error)
{
  g_autoptr (LpRecord) a = load_participant (reader, first, error);
  g_autoptr (LpRecord) b = a != NULL ? load_participant (reader, second, error) : NULL;

  if (b == NULL)
    return FALSE;
  lp_participants_set_table (changes, meeting, first, 1, (int) lp_record_int (b, LP_PARTICIPANT_TABLE));
  lp_participants_set_table (changes, meeting, second, 1, (int) lp_record_int (a, LP_PARTICIPANT_TABLE));
  return TRUE;
}

/**
 * lp_participants_erase_all: nothing of the roster of this meeting is left then, not in the log, not in
 * backups, nor of those who were deleted before. Cannot be undone. The notes stay.
 */
gboolean
lp_participants_erase_all (LpChangeSet *changes, LpReader *reader, const LpId *meeting, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, EVERYBODY);
  g_autoptr (GError) problem = NULL;

  lp_query_bind_id (query, 1, meeting);
  while (lp_query_next (query, &problem))
    {
      LpId id;

      lp_query_id (query, 0, &id);
      lp_change_set_erase (changes, LP_PARTICIPANT, meeting, &id);
    }
  if (problem == NULL && !lp_change_set_is_empty (changes))
    lp_roster_key_forget (changes, meeting);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  return TRUE;
}
