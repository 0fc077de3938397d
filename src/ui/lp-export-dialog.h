/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_EXPORT_DIALOG (lp_export_dialog_get_type ())

/**
 * LpExportDialog: says what is left out of a file before it is written, and writes it.
 */
G_DECLARE_FINAL_TYPE (LpExportDialog, lp_export_dialog, LP, EXPORT_DIALOG, AdwDialog)

void lp_export_dialog_present (GtkWidget *from, LpStore *store, LpEntity entity, const LpId *id);

G_END_DECLS
