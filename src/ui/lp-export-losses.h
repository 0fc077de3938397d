/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lp-publication.h"
#include "lp-store.h"

G_BEGIN_DECLS

#define LP_TYPE_EXPORT_LOSSES (lp_export_losses_get_type ())

/**
 * LpExportLosses: how many notes will be left out of what is public, and why; each line of a meeting opens the very notes, so that it can be mended.
 */
G_DECLARE_FINAL_TYPE (LpExportLosses, lp_export_losses, LP, EXPORT_LOSSES, AdwBin)

void  lp_export_losses_watch     (LpExportLosses *self, LpStore *store, LpEntity entity, const LpId *id);
guint lp_export_losses_get_limit (LpExportLosses *self);
guint lp_export_losses_read_limit (void);
/* Whether there are notes, and none comes along. Known once "counted" was emitted. */
gboolean lp_export_losses_is_all (LpExportLosses *self);

G_END_DECLS
