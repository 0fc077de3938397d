/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lp-note-ids.h"

G_DEFINE_BOXED_TYPE (LpNoteIds, lp_note_ids, lp_note_ids_ref, lp_note_ids_unref)

LpNoteIds *
lp_note_ids_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (LpId));
}

LpNoteIds *
lp_note_ids_ref (LpNoteIds *self)
{
  return g_array_ref (self);
}

void
lp_note_ids_unref (LpNoteIds *self)
{
  g_array_unref (self);
}

void
lp_note_ids_add (LpNoteIds   *self,
                 const LpId  *note)
{
  g_array_append_vals (self, note, 1);
}
