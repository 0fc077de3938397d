/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-theme.h"

#include <string.h>

/** Whether the note is in a theme, and in which. Found by the id of its placement: cheap enough for each row of a list. */
gboolean
lp_note_get_theme (LpReader *reader, const LpId *note, LpId *theme)
{
  LpId placement = lp_id_derive (note, "home");
  g_autoptr (LpRecord) record = lp_reader_load (reader, LP_PLACEMENT, &placement, NULL);
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
  return lp_id_parse (id, theme);
}
