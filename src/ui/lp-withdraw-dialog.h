/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_WITHDRAW_DIALOG (lp_withdraw_dialog_get_type ())

/** LpWithdrawDialog: erases a story for good, found by the code that its teller was given. */
G_DECLARE_FINAL_TYPE (LpWithdrawDialog, lp_withdraw_dialog, LP, WITHDRAW_DIALOG, AdwDialog)

/* from: where it is told that it went. */
AdwDialog *lp_withdraw_dialog_new (GtkWidget *from, LpStore *store, const LpId *meeting);

G_END_DECLS
