/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-list.h"

G_BEGIN_DECLS

/* What can be changed of notes in a list, as menus of the actions "notes.set-kind" and others. Each fills an empty menu anew. */

void lp_note_menus_fill_change (GMenu *menu, guint n_tables);
void lp_note_menus_fill_themes (GMenu *menu, LpList *themes);

G_END_DECLS
