/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-people.h"

G_BEGIN_DECLS

#define LP_TYPE_PARTICIPANT_DIALOG (lp_participant_dialog_get_type ())

/** LpParticipantDialog: a participant, to be added or edited. */
G_DECLARE_FINAL_TYPE (LpParticipantDialog, lp_participant_dialog, LP, PARTICIPANT_DIALOG, AdwDialog)

/* from: where it is said how it went; person: NULL for a new one */
AdwDialog *lp_participant_dialog_new (GtkWidget *from, LpStore *store, const LpId *meeting, LpPerson *person);

G_END_DECLS
