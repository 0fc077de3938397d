/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_AGENDA_HOURS (lp_agenda_hours_get_type ())

/** LpAgendaHours: when the day begins; opens to change that, and until when the room is hired. */
G_DECLARE_FINAL_TYPE (LpAgendaHours, lp_agenda_hours, LP, AGENDA_HOURS, AdwBin)

void lp_agenda_hours_set_store    (LpAgendaHours *self, LpStore *store);
void lp_agenda_hours_show_meeting (LpAgendaHours *self, LpRecord *meeting);

G_END_DECLS
