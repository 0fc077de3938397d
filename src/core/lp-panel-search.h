/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-reader.h"
#include "lp-terms.h"

G_BEGIN_DECLS

/** LpPanelHit: a note of a panel's meetings that holds what is looked for. */
typedef struct {
  LpRecord *note;
  LpRecord *meeting;
} LpPanelHit;

/** LpPanelFilter: which notes; all that is set must hold. */
typedef struct {
  LpId        panel;        /* unset: the meetings of none */
  LpId        meeting;      /* of this one alone; or unset */
  int         kind;         /* LpKind, or -1 */
  const char *perspective;  /* id, or NULL */
  const char *text;         /* what to find, see LpSearch; "" for all */
} LpPanelFilter;

/* Of LpPanelHit, newest first; transfer full, NULL on error. */
GPtrArray *lp_panel_search (LpReader *reader, const LpPanelFilter *filter, guint max, GError **error);

G_END_DECLS
