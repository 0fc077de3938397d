/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-runner.h"

G_BEGIN_DECLS

#define LP_TYPE_SPREAD_DIALOG (lp_spread_dialog_get_type ())

/** LpSpreadDialog: proposes which items are shortened so that the day ends as planned; each can be set otherwise. One step of undo. */
G_DECLARE_FINAL_TYPE (LpSpreadDialog, lp_spread_dialog, LP, SPREAD_DIALOG, AdwDialog)

/* from: the widget that tells how it went */
AdwDialog *lp_spread_dialog_new (LpRunner *runner, GtkWidget *from);

G_END_DECLS
