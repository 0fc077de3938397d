/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_PANEL_NOTES (lp_panel_notes_get_type ())

/**
 * LpPanelNotes: the notes of all meetings of a panel, newest first, by words and filters; leads to them by "win.open-note".
 *
 * Signals: "opening": it leads to a note now; "stopped": Escape in the search.
 */
G_DECLARE_FINAL_TYPE (LpPanelNotes, lp_panel_notes, LP, PANEL_NOTES, AdwBin)

void lp_panel_notes_watch (LpPanelNotes *self, LpStore *store, const LpId *panel);

G_END_DECLS
