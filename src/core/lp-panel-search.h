/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-reader.h"

G_BEGIN_DECLS

/** LpPanelHit: a note of a panel's meetings that holds what is looked for. */
typedef struct {
  LpRecord *note;
  LpRecord *meeting;
} LpPanelHit;

/* Of LpPanelHit, newest first; transfer full, NULL on error. */
GPtrArray *lp_panel_search (LpReader *reader, const LpId *meeting, const char *text, guint max, GError **error);

G_END_DECLS
