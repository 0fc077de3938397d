/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lp-reader.h"

G_BEGIN_DECLS

/** LpFigures: how far a meeting is, in a handful of numbers: what lists of meetings and of stages show. */
typedef struct
{
  guint notes;
  guint tables;       /* that notes came from */
  guint themes;
  guint loose;        /* notes without a theme */
  guint items;        /* of the agenda */
  int   minutes;      /* that the agenda takes */
  guint participants;
  guint seated;       /* of them, who have a table */
  guint present;
  guint consents;
  guint recommendations;
  guint used;         /* notes that a recommendation uses */
} LpFigures;

LpFigures  *lp_figures_load     (LpReader *reader, const LpId *meeting, GError **error);
GHashTable *lp_figures_load_all (LpReader *reader, GError **error);  /* LpId → LpFigures, of each meeting */

G_END_DECLS
