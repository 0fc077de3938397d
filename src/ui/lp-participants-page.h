/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_PARTICIPANTS_PAGE (lp_participants_page_get_type ())

/** LpParticipantsPage: the stage Participants: who comes, where they sit, who is here. */
G_DECLARE_FINAL_TYPE (LpParticipantsPage, lp_participants_page, LP, PARTICIPANTS_PAGE, AdwNavigationPage)

GtkWidget *lp_participants_page_new (LpStore *store, const LpId *meeting);

G_END_DECLS
