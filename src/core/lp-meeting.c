/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-meeting.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MIN_PREFIX 4

#define PANEL_BY_NAME "SELECT id FROM panel WHERE name = ?1 AND deleted = 0 ORDER BY num LIMIT 1"
#define ROSTER "SELECT num FROM participant WHERE space = ?1 AND deleted = 0 ORDER BY num"
#define MEETINGS "SELECT id FROM meeting WHERE deleted = 0 ORDER BY num"

static gboolean
check_draft (const LpMeetingDraft *draft, GError **error)
{
  g_autofree char *title = g_strstrip (g_strdup (draft->title));

  if (*title == '\0')
    {
      g_set_error_literal (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID, _("A meeting needs a title."));
      return FALSE;
    }
  if (draft->date != NULL && !lp_date_is_valid (draft->date))
    {
      g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID,
                   _("“%s” is not a date such as 2026-11-24."), draft->date);
      return FALSE;
    }
  return TRUE;
}

/* The panel of that name, which is made when it is not there. */
static gboolean
find_panel (LpReader *reader, LpChangeSet *changes, const char *name, LpId *panel, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (LpQuery) query = lp_reader_query (reader, PANEL_BY_NAME);

  lp_query_bind_text (query, 1, name);
  if (lp_query_next (query, &problem))
    return lp_query_id (query, 0, panel);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  *panel = lp_id_new ();
  lp_edit_text (lp_change_set_put (changes, LP_PANEL, panel, panel), LP_PANEL_NAME, name);
  return TRUE;
}

static void
put_meeting (LpChangeSet *changes,
             LpTemplate *template_,
             const LpMeetingDraft *draft,
             const LpId *panel,
             const LpId *meeting)
{
  LpEdit *edit = lp_change_set_put (changes, LP_MEETING, meeting, meeting);
  g_autofree char *title = g_strstrip (g_strdup (draft->title));
  g_autofree char *date = draft->date != NULL ? g_strdup (draft->date) : lp_date_today ();
  int start = draft->start >= 0 ? draft->start : lp_template_get_start (template_);

  lp_edit_text (edit, LP_MEETING_TITLE, title);
  lp_edit_text (edit, LP_MEETING_DATE, date);
  if (draft->place != NULL && *draft->place != '\0')
    lp_edit_text (edit, LP_MEETING_PLACE, draft->place);
  if (lp_id_is_set (panel))
    lp_edit_id (edit, LP_MEETING_PANEL, panel);
  lp_edit_int (edit, LP_MEETING_START, start);
  lp_edit_int (edit, LP_MEETING_LIMIT, start + lp_template_get_hired (template_));
  lp_edit_int (edit, LP_MEETING_TABLES, lp_template_get_tables (template_));
  if (*lp_template_get_purpose (template_) != '\0')
    lp_edit_text (edit, LP_MEETING_PURPOSE, lp_template_get_purpose (template_));
}

/* Meetings made within the same minutes share the beginning of their ids: then more of it is asked for. */
static gboolean
find_by_prefix (LpReader *reader, const char *prefix, LpId *meeting, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, MEETINGS);
  g_autoptr (GError) problem = NULL;
  guint found = 0;

  while (lp_query_next (query, &problem))
    {
      LpId id;
      char printed[LP_ID_STRING_SIZE];

      lp_query_id (query, 0, &id);
      lp_id_print (&id, printed);
      if (g_ascii_strncasecmp (printed, prefix, strlen (prefix)) != 0)
        continue;
      *meeting = id;
      found++;
    }
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else if (found == 0)
    g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND, _("There is no meeting “%s”."), prefix);
  else if (found > 1)
    g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID,
                 _("More than one meeting begins with “%s”; write more of its id."), prefix);
  else
    return TRUE;
  return FALSE;
}

/**
 * lp_meeting_create: a meeting made from a template, with its agenda, as a change set to be committed. Its
 * room is taken to be hired for as long as the template says. Returns the meeting's id; NULL and an error
 * for a draft that makes no sense. Transfer full.
 */
LpChangeSet *
lp_meeting_create (LpReader *reader,
                   LpTemplate *template_,
                   const LpMeetingDraft *draft,
                   LpId *meeting,
                   GError **error)
{
  g_autoptr (LpChangeSet) changes = lp_change_set_new (_("New meeting"));
  g_autofree char *given = g_strstrip (g_strdup (draft->panel != NULL ? draft->panel : ""));
  const char *name = *given != '\0' ? given : lp_template_get_panel (template_);
  LpId panel = { 0 };

  if (!check_draft (draft, error))
    return NULL;
  if (*name != '\0' && !find_panel (reader, changes, name, &panel, error))
    return NULL;

  *meeting = lp_id_new ();
  put_meeting (changes, template_, draft, &panel, meeting);
  lp_template_fill (template_, changes, meeting);
  return g_steal_pointer (&changes);
}

/**
 * lp_meeting_copy_roster: the people of an earlier meeting, at their tables, to a new one. Whether they are
 * present and what they agreed to is asked anew each time.
 */
gboolean
lp_meeting_copy_roster (LpReader *reader, LpChangeSet *changes, const LpId *from, const LpId *to, GError **error)
{
  g_autoptr (GPtrArray) people = lp_reader_load_all (reader, LP_PARTICIPANT, ROSTER, from, error);

  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      LpRecord *person = g_ptr_array_index (people, i);
      LpId id = lp_id_new ();
      LpEdit *edit = lp_change_set_put (changes, LP_PARTICIPANT, to, &id);

      for (guint field = LP_PARTICIPANT_NAME; field < LP_PARTICIPANT_N_FIELDS; field++)
        {
          if (field != LP_PARTICIPANT_PRESENT && field != LP_PARTICIPANT_CONSENT && lp_record_has (person, field))
            lp_edit_value (edit, field, lp_record_value (person, field));
        }
    }
  return people != NULL;
}

/** The name of the panel that meets; NULL without an error when there is none. Transfer full. */
char *
lp_meeting_panel_name (LpReader *reader, LpRecord *meeting, GError **error)
{
  const LpId *id = lp_record_id (meeting, LP_MEETING_PANEL);
  g_autoptr (LpRecord) panel = id != NULL ? lp_reader_load (reader, LP_PANEL, id, error) : NULL;

  if (panel == NULL || lp_record_int (panel, LP_PANEL_DELETED) != 0)
    return NULL;
  return g_strdup (lp_record_text (panel, LP_PANEL_NAME));
}

/**
 * lp_meeting_find: by the id of one not deleted, or by as much of its beginning as no other has, at least
 * four.
 */
gboolean
lp_meeting_find (LpReader *reader, const char *id, LpId *meeting, GError **error)
{
  if (strlen (id) < MIN_PREFIX)
    {
      g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID,
                   _("“%s” is too short to tell a meeting by: write at least %d characters of its id."),
                   id, MIN_PREFIX);
      return FALSE;
    }
  return find_by_prefix (reader, id, meeting, error);
}
