/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-roster-file.h"

G_BEGIN_DECLS

#define LP_TYPE_ROSTER_DIALOG (lp_roster_dialog_get_type ())

/**
 * LpRosterDialog: a list of participants before it is taken in: what its columns are, what would come of it,
 * which rows cannot be taken and why. Nothing is taken until its button says so.
 */
G_DECLARE_FINAL_TYPE (LpRosterDialog, lp_roster_dialog, LP, ROSTER_DIALOG, AdwDialog)

/* file: (transfer full); name: of the file, or where it comes from; from: where it is said how it went */
AdwDialog *lp_roster_dialog_new    (GtkWidget *from, LpStore *store, const LpId *meeting, LpRosterFile *file,
                                    const char *name);

/* These present one, with a file that is asked for or with what was copied from a spreadsheet. */
void       lp_roster_dialog_import (GtkWidget *from, LpStore *store, const LpId *meeting);
void       lp_roster_dialog_paste  (GtkWidget *from, LpStore *store, const LpId *meeting);

G_END_DECLS
