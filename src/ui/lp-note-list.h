/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-note-ids.h"
#include "lp-roster-names.h"
#include "lp-theme-adviser.h"

G_BEGIN_DECLS

#define LP_TYPE_NOTE_LIST (lp_note_list_get_type ())

/**
 * LpNoteList: notes as cards that are chosen to be moved. The arrows move the focus, Space selects; what is chosen is the
 * selection or, without one, the card in focus.
 *
 * Properties: "model" (GListModel of LpRecord), "menu" (GMenuModel, of a card), "lines" (int) and "detailed" (boolean) as of
 * LpNoteCard, "label" (string, what the list is), "n-selected" (uint), "pairs" (boolean: the model is an LpList of a theme's notes, and those
 * that belong to the note above are set in).
 * Signal: "emptied": the last of them were moved away, so that the focus needs another place.
 */
G_DECLARE_FINAL_TYPE (LpNoteList, lp_note_list, LP, NOTE_LIST, AdwBin)

void       lp_note_list_set_model  (LpNoteList *self, GListModel *model);
/* What else is said on a card, or NULL; transfer full. */
typedef char *(*LpNoteTag) (LpRecord *note, gpointer data);
/* data lives as long as the list */
void       lp_note_list_set_tagger (LpNoteList *self, LpNoteTag tag, gpointer data);
/* Before it is shown: cards then bear their likeliest themes. */
void       lp_note_list_set_adviser (LpNoteList *self, LpThemeAdviser *adviser);
/* Before it is shown: what tells who somebody is is then marked. */
void       lp_note_list_set_names  (LpNoteList *self, LpRosterNames *names);
void       lp_note_list_set_menu   (LpNoteList *self, GMenuModel *menu);
LpNoteIds *lp_note_list_get_chosen (LpNoteList *self, guint *first);
GtkBitset *lp_note_list_get_positions (LpNoteList *self);
void       lp_note_list_deselect   (LpNoteList *self);
void       lp_note_list_advance    (LpNoteList *self, guint first);

G_END_DECLS
