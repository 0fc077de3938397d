/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-store.h"
#include "lp-terms.h"

G_BEGIN_DECLS

/** LpPanelMeeting: a meeting of a panel, a column in each table. */
typedef struct {
  LpId   id;
  char  *title;
  char  *date;
  guint  notes;
} LpPanelMeeting;

/** LpPanelRow: something that is counted in each meeting. */
typedef struct {
  char   *name;
  guint  *counts;  /* one for each meeting, in their order */
  guint   total;
  GArray *themes;  /* of LpId: of a theme, all that go by the name; else NULL */
  gboolean shared; /* one of them has another name of its own */
} LpPanelRow;

/** LpPanel: what a panel's meetings have in common. Of people there are counts alone, never one of them. */
typedef struct {
  GPtrArray *meetings;       /* of LpPanelMeeting, the newest first */
  GPtrArray *themes;         /* of LpPanelRow, most notes first; so the next */
  GPtrArray *municipalities;
  GPtrArray *perspectives;   /* all there are, in their order */
  GPtrArray *tables;         /* one row: how many tables gave notes; its total is the largest */
} LpPanel;

LpPanel    *lp_panel_load        (LpReader *reader, const LpId *panel, GError **error);
void        lp_panel_free        (LpPanel *self);

/* Gives all these themes one name in the tables; name NULL or blank: each its own again. */
gboolean    lp_themes_share_name (LpChangeSet *changes, LpReader *reader, const LpId *themes, guint n_themes,
                                  const char *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpPanel, lp_panel_free)

G_END_DECLS
