/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-join.h"

#include "lp-note-actions.h"
#include "lp-note-theme.h"
#include "lp-theme-actions.h"

/* Those that belong to a note in a theme. */
#define FOLLOWERS "SELECT id FROM placement WHERE theme = ?1 AND partner = ?2 AND deleted = 0"

/* To which note one belongs in a theme. */
static gboolean
find_partner (LpReader *reader, const LpId *note, const LpId *theme, LpId *partner)
{
  LpId placement = { 0 };
  g_autoptr (LpRecord) record = NULL;
  LpId there = { 0 };

  if (!lp_note_find_place (reader, note, theme, &placement))
    return FALSE;
  record = lp_reader_load (reader, LP_PLACEMENT, &placement, NULL);
  if (record == NULL || lp_record_id (record, LP_PLACEMENT_PARTNER) == NULL)
    return FALSE;
  *partner = *lp_record_id (record, LP_PLACEMENT_PARTNER);
  /* what it belonged to may be elsewhere now */
  return lp_note_find_place (reader, partner, theme, &there);
}

static gboolean
are_joined (LpReader *reader, const LpId *first, const LpId *other, const LpId *theme)
{
  LpId of_first = { 0 }, of_other = { 0 };
  gboolean has_first = find_partner (reader, first, theme, &of_first);
  gboolean has_other = find_partner (reader, other, theme, &of_other);

  return (has_first && lp_id_equal (&of_first, other)) || (has_other && lp_id_equal (&of_other, first)) ||
         (has_first && has_other && lp_id_equal (&of_first, &of_other));
}

LpJoin
lp_note_join_find (LpReader *reader, const LpId *first, const LpId *other, LpId *theme)
{
  if (!lp_note_get_theme (reader, first, theme) && !lp_note_get_theme (reader, other, theme))
    return LP_JOIN_NEW;
  return are_joined (reader, first, other, theme) ? LP_JOIN_DONE : LP_JOIN_THEME;
}

/* Where a note will have its place once it is in the theme: as it has it, or as it is about to get it. */
static LpId
find_place (LpReader *reader, const LpId *note, const LpId *theme)
{
  LpId place = { 0 };
  LpId home = { 0 };

  if (lp_note_find_place (reader, note, theme, &place))
    return place;
  return lp_note_get_theme (reader, note, &home) ? lp_note_also_id (note, theme) : lp_note_home_id (note);
}

/* What belonged to the other note belongs to the first one then, so that there is but one row of followers. */
static gboolean
take_followers (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const LpId *theme, const LpId *from,
                const LpId *to, GError **error)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, FOLLOWERS);
  g_autoptr (GError) problem = NULL;
  LpId placement = { 0 };

  lp_query_bind_id (query, 1, theme);
  lp_query_bind_id (query, 2, from);
  while (lp_query_next (query, &problem))
    {
      if (lp_query_id (query, 0, &placement))
        lp_edit_id (lp_change_set_put (changes, LP_PLACEMENT, meeting, &placement), LP_PLACEMENT_PARTNER, to);
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * lp_note_join: two notes that say the same: the other one belongs to the first in a theme that both are in, or to what the first
 * belongs to, and stands below it there. Who is in another theme stays in that as well. No word of either is changed.
 */
gboolean
lp_note_join (LpChangeSet *changes, LpReader *reader, const LpId *meeting, const LpId *first, const LpId *other,
              const char *name, GError **error)
{
  const LpId both[] = { *first, *other };
  LpId theme = { 0 };
  LpId partner = { 0 };
  LpId place = { 0 };
  LpJoin join = lp_note_join_find (reader, first, other, &theme);

  if (join == LP_JOIN_DONE)
    return TRUE;
  if (join == LP_JOIN_NEW && !lp_theme_create (changes, reader, meeting, name, &theme, error))
    return FALSE;
  if (!find_partner (reader, first, &theme, &partner))
    partner = *first;
  place = find_place (reader, other, &theme);
  if (!lp_notes_add (changes, reader, meeting, both, G_N_ELEMENTS (both), &theme, error) ||
      !take_followers (changes, reader, meeting, &theme, other, &partner, error))
    return FALSE;
  lp_edit_id (lp_change_set_put (changes, LP_PLACEMENT, meeting, &place), LP_PLACEMENT_PARTNER, &partner);
  return TRUE;
}
