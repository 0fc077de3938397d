/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_TRASH_DIALOG (lp_trash_dialog_get_type ())

/** LpTrashDialog: the deleted notes of a meeting: they can be restored, or erased for good. */
G_DECLARE_FINAL_TYPE (LpTrashDialog, lp_trash_dialog, LP, TRASH_DIALOG, AdwDialog)

AdwDialog *lp_trash_dialog_new (LpStore *store, const LpId *meeting);

G_END_DECLS
