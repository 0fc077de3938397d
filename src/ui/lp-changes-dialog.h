/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-note-changes.h"

G_BEGIN_DECLS

#define LP_TYPE_CHANGES_DIALOG (lp_changes_dialog_get_type ())

/**
 * LpChangesDialog: shows what somebody edited in a file, field by field, and takes what is checked.
 *
 * Signal: "taken" (uint: how many changes).
 */
G_DECLARE_FINAL_TYPE (LpChangesDialog, lp_changes_dialog, LP, CHANGES_DIALOG, AdwDialog)

/* changes: transfer full */
AdwDialog *lp_changes_dialog_new (LpStore *store, const LpId *meeting, LpNoteChanges *changes);

G_END_DECLS
