/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-theme.h"

#include <string.h>

#define ALSO \
  "SELECT theme.id FROM placement JOIN theme ON theme.id = placement.theme AND theme.deleted = 0" \
  " WHERE placement.note = ?1 AND placement.deleted = 0 AND placement.also <> 0 ORDER BY placement.num"
#define PLACE "SELECT id FROM placement WHERE note = ?1 AND deleted = 0 AND theme = ?2 ORDER BY also"

LpId
lp_note_home_id (const LpId *note)
{
  return lp_id_derive (note, "home");
}

/**
 * lp_note_get_theme: found by the id of its placement: cheap enough for each row of a list. FALSE when it has none, or that
 * is deleted.
 */
gboolean
lp_note_get_theme (LpReader *reader, const LpId *note, LpId *theme)
{
  LpId placement = lp_note_home_id (note);
  g_autoptr (LpRecord) record = lp_reader_load (reader, LP_PLACEMENT, &placement, NULL);
  g_autoptr (LpRecord) home = NULL;
  const char *place = NULL;
  const char *space = NULL;
  g_autofree char *id = NULL;

  if (record == NULL || lp_record_int (record, LP_DELETED) != 0)
    return FALSE;

  place = lp_record_text (record, LP_PLACEMENT_PLACE);
  space = strchr (place, ' ');
  if (space == NULL)
    return FALSE;

  id = g_strndup (place, space - place);
  if (!lp_id_parse (id, theme))
    return FALSE;

  home = lp_reader_load (reader, LP_THEME, theme, NULL);
  return home != NULL && lp_record_int (home, LP_DELETED) == 0;
}

GArray *
lp_note_get_also (LpReader *reader, const LpId *note, GError **error)
{
  g_autoptr (GArray) themes = g_array_new (FALSE, TRUE, sizeof (LpId));
  g_autoptr (LpQuery) query = lp_reader_query (reader, ALSO);
  g_autoptr (GError) problem = NULL;
  LpId theme = { 0 };

  lp_query_bind_id (query, 1, note);
  while (lp_query_next (query, &problem))
    {
      if (lp_query_id (query, 0, &theme))
        g_array_append_val (themes, theme);
    }
  if (problem == NULL)
    return g_steal_pointer (&themes);
  g_propagate_error (error, g_steal_pointer (&problem));

  return NULL;
}

LpId
lp_note_also_id (const LpId *note, const LpId *theme)
{
  char name[LP_ID_STRING_SIZE];

  lp_id_print (theme, name);

  return lp_id_derive (note, name);
}

gboolean
lp_note_find_place (LpReader *reader, const LpId *note, const LpId *theme, LpId *placement)
{
  g_autoptr (LpQuery) query = lp_reader_query (reader, PLACE);

  lp_query_bind_id (query, 1, note);
  lp_query_bind_id (query, 2, theme);

  return lp_query_next (query, NULL) && lp_query_id (query, 0, placement);
}
