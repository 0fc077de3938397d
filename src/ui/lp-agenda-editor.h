/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_AGENDA_EDITOR (lp_agenda_editor_get_type ())

/**
 * LpAgendaEditor: edits one item of the agenda. What is typed is committed by itself, when typing rests for a moment or
 * goes elsewhere. Its buttons are the page's actions "agenda.…".
 *
 * Property: "collapsed" (boolean): whether it covers the list and needs a way back.
 */
G_DECLARE_FINAL_TYPE (LpAgendaEditor, lp_agenda_editor, LP, AGENDA_EDITOR, AdwBin)

void lp_agenda_editor_set_store  (LpAgendaEditor *self, LpStore *store, const LpId *meeting);
void lp_agenda_editor_show_item  (LpAgendaEditor *self, LpRecord *item, int begins);
void lp_agenda_editor_show_place (LpAgendaEditor *self, guint position, guint n_items);
void lp_agenda_editor_edit_title (LpAgendaEditor *self);
void lp_agenda_editor_flush      (LpAgendaEditor *self);

G_END_DECLS
