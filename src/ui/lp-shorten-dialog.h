/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_SHORTEN_DIALOG (lp_shorten_dialog_get_type ())

/**
 * LpShortenDialog: proposes what could be shortened when the day is too long. Each proposal is taken or left; all
 * that are taken are one change.
 *
 * Signal: "shortened" (uint: how many items), when it is on the disk.
 */
G_DECLARE_FINAL_TYPE (LpShortenDialog, lp_shorten_dialog, LP, SHORTEN_DIALOG, AdwDialog)

/* items: of LpRecord, in order; end and limit: of the day, minutes after midnight */
AdwDialog *lp_shorten_dialog_new (LpStore *store, const LpId *meeting, GPtrArray *items, int end, int limit);

G_END_DECLS
