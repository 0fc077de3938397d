/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-withdrawal.h"

#include <glib/gi18n-lib.h>

#include "lp-note-actions.h"
#include "lp-trace.h"

#define BY_CODE "SELECT num FROM note WHERE space=?1 AND station=?2 AND number=?3 ORDER BY num LIMIT 1"

/* All that have the story of the note ?1: that of which it is a duplicate, the duplicates of it, and so on. */
#define SAME_STORY \
  "WITH RECURSIVE same (id) AS (SELECT ?1" \
  " UNION SELECT n.duplicate_of FROM note n JOIN same s ON n.id=s.id WHERE n.duplicate_of IS NOT NULL" \
  " UNION SELECT n.id FROM note n JOIN same s ON n.duplicate_of=s.id)" \
  " SELECT n.num FROM note n JOIN same s ON n.id=s.id WHERE n.id<>?1 ORDER BY n.num"

/** lp_note_code_parse: "07-012", also as somebody writes it: "7-12". */
gboolean
lp_note_code_parse (const char *code, gint64 *station, gint64 *number)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (code));
  g_auto (GStrv) halves = g_strsplit (trimmed, "-", 2);
  guint64 first = 0;
  guint64 second = 0;

  if (g_strv_length (halves) != 2 || !g_ascii_string_to_unsigned (halves[0], 10, 0, G_MAXINT32, &first, NULL) ||
      !g_ascii_string_to_unsigned (halves[1], 10, 1, G_MAXINT32, &second, NULL))
    return FALSE;

  *station = (gint64) first;
  *number = (gint64) second;
  return TRUE;
}

static void
set_not_found (const char *code, GError **error)
{
  g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_NOT_FOUND, _("This meeting has no note with the code “%s”."), code);
}

/**
 * lp_note_find_code: Returns: (transfer full): the note with that code, also a deleted one; %NULL and an error when there is
 * none
 */
LpRecord *
lp_note_find_code (LpReader *reader, const LpId *meeting, const char *code, GError **error)
{
  gint64 station = 0;
  gint64 number = 0;
  gint64 num = 0;
  g_autoptr (GError) problem = NULL;

  if (!lp_note_code_parse (code, &station, &number))
    {
      g_set_error (error, LP_STORE_ERROR, LP_STORE_ERROR_INVALID,
                   _("“%s” is no code of a note. A code is two numbers, such as 07-012."), code);
      return NULL;
    }

  {
    g_autoptr (LpQuery) query = lp_reader_query (reader, BY_CODE);

    lp_query_bind_id (query, 1, meeting);
    lp_query_bind_int (query, 2, station);
    lp_query_bind_int (query, 3, number);
    if (lp_query_next (query, &problem))
      num = lp_query_int (query, 0);
  }
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else if (num == 0)
    set_not_found (code, error);

  return num != 0 ? lp_reader_load_num (reader, LP_NOTE, num, error) : NULL;
}

static gboolean
find_same_story (LpWithdrawal *self, LpReader *reader, GError **error)
{
  LpRecord *note = g_ptr_array_index (self->notes, 0);
  g_autoptr (GPtrArray) others = lp_reader_load_all (reader, LP_NOTE, SAME_STORY, lp_record_get_id (note), error);

  if (others == NULL)
    return FALSE;

  g_ptr_array_extend (self->notes, others, (GCopyFunc) g_object_ref, NULL);
  return TRUE;
}

static gint64
find_first_time (LpWithdrawal *self)
{
  gint64 first = G_MAXINT64;

  for (guint i = 0; i < self->notes->len; i++)
    first = MIN (first, lp_record_int (g_ptr_array_index (self->notes, i), LP_NOTE_TIME));

  return first;
}

/**
 * lp_withdrawal_load: finds what goes with a code. Nothing is changed.
 *
 * Returns: (transfer full): %NULL when there is no such note, or on error
 */
LpWithdrawal *
lp_withdrawal_load (LpReader *reader, const LpId *meeting, const char *code, GError **error)
{
  g_autoptr (LpWithdrawal) self = g_new0 (LpWithdrawal, 1);
  LpRecord *note = lp_note_find_code (reader, meeting, code, error);

  if (note == NULL)
    return NULL;

  self->meeting = *meeting;
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->notes, note);
  if (!find_same_story (self, reader, error))
    return NULL;
  self->traces = lp_trace_load_since (reader, meeting, find_first_time (self), error);

  return self->traces != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * lp_withdrawal_erase: the story is then nowhere any more, not in the log, nor in backups; what its parts, consents and themes
 * were is gone too. Cannot be undone. What was exported before is not reached.
 */
gboolean
lp_withdrawal_erase (LpWithdrawal *self, LpReader *reader, LpChangeSet *changes, GError **error)
{
  for (guint i = 0; i < self->notes->len; i++)
    {
      LpRecord *note = g_ptr_array_index (self->notes, i);

      if (!lp_note_erase (changes, reader, lp_record_get_space (note), lp_record_get_id (note), error))
        return FALSE;
    }

  return TRUE;
}

void
lp_withdrawal_free (LpWithdrawal *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->traces, g_ptr_array_unref);
  g_free (self);
}
