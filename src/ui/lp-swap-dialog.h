/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-people.h"

G_BEGIN_DECLS

#define LP_TYPE_SWAP_DIALOG (lp_swap_dialog_get_type ())

/** LpSwapDialog: whom a participant is to swap tables with: of those at another table. */
G_DECLARE_FINAL_TYPE (LpSwapDialog, lp_swap_dialog, LP, SWAP_DIALOG, AdwDialog)

/* from: where it is said how it went */
AdwDialog *lp_swap_dialog_new (GtkWidget *from, LpStore *store, const LpId *meeting, LpPeople *people,
                               LpPerson *person);

G_END_DECLS
