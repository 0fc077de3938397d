/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-figures.h"

G_BEGIN_DECLS

#define LP_TYPE_MEETING_ROW (lp_meeting_row_get_type ())

/**
 * LpMeetingRow: a meeting in the list of a panel: title, day and place, and how much came out of it.
 * Activating it opens the meeting (win.open-meeting); its menu, or Delete, deletes it (home.delete).
 *
 * Property: "narrow" (bool): the figures stand in the subtitle.
 */
G_DECLARE_FINAL_TYPE (LpMeetingRow, lp_meeting_row, LP, MEETING_ROW, AdwActionRow)

GtkWidget  *lp_meeting_row_new         (LpRecord *meeting);
void        lp_meeting_row_set_figures (LpMeetingRow *self, const LpFigures *figures);
void        lp_meeting_row_set_narrow  (LpMeetingRow *self, gboolean narrow);
const LpId *lp_meeting_row_get_id      (LpMeetingRow *self);

char       *lp_figures_notes_text      (guint notes);   /* "no notes", "1 note", "240 notes" */
char       *lp_figures_themes_text     (guint themes);

G_END_DECLS
