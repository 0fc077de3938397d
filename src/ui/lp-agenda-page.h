/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_AGENDA_PAGE (lp_agenda_page_get_type ())

/** LpAgendaPage: the day as a list of items, with an editor beside it. */
G_DECLARE_FINAL_TYPE (LpAgendaPage, lp_agenda_page, LP, AGENDA_PAGE, AdwNavigationPage)

GtkWidget *lp_agenda_page_new (LpStore *store, const LpId *meeting);

G_END_DECLS
